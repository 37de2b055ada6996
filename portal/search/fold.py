"""The normal form of names: what sounds alike becomes alike. In: any text; out: folded words.

assets/search/fold.js does the same with the same table; tests/cases_search/fold.json holds both.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from portal.search.constants import APOSTROPHES, LEGAL, SPELT, TABLE


def fold(text: str) -> list[str]:
    """Return the folded words of `text`: `PT. Alwihdah Djaya` gives `alwihda`, `jaia`."""
    return [_folded(word) for word in bare(text)]


@lru_cache(maxsize=65536)
def _folded(word: str) -> str:
    marked = f"{word} "
    for old, new in TABLE:
        marked = marked.replace(old, new)
    return re.sub(r"([a-z])\1+", r"\1", marked).rstrip() or word


def joined(text: str) -> str:
    """Return the folded words written together: two names are the same when these are equal."""
    return "".join(fold(text))


def plain(text: str) -> list[str]:
    """Return the words of `text` in lower case, without diacritics and punctuation."""
    bare = unicodedata.normalize("NFKD", text.translate(_NO_APOSTROPHES)).lower()
    return re.findall(r"[a-z0-9]+", re.sub(r"[\u0300-\u036f]", "", bare))


def bare(text: str) -> list[str]:
    """Return the plain words without legal forms: what initials are made of."""
    words = f" {' '.join(plain(text))} "
    for form in SPELT:
        words = words.replace(form, " ", 1)  # `P.T. C.P.T.` is a firm that calls itself so
    return [word for word in words.split() if word not in LEGAL]


def digits(text: str) -> str:
    """Return only the digits of a number, without the 0 or 62 before a telephone number.

    A digit amid letters, as in SIP3MI, is none.
    """
    numbers = re.sub(r"(?i)[a-z][0-9]+[a-z]", "", text)
    return re.sub(r"^(62|0)", "", re.sub(r"[^0-9]", "", numbers))


_NO_APOSTROPHES = dict.fromkeys(map(ord, APOSTROPHES))

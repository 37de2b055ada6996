"""Search in running text. In: documents and a query; out: documents with a score.

lunr.py builds the index, lunr.js reads the same index in the browser. Words are stemmed before
they reach either, so that neither needs a pipeline: by the Indonesian stemmer of Snowball here, by
assets/search/stem.js there. assets/search/prose.js mirrors the questions asked of the index.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from math import floor
from typing import Any

import snowballstemmer
from lunr.builder import Builder
from lunr.index import Index
from lunr.query import Query as Clauses

from portal.search.constants import (
    FOLDERS,
    FUZZY_FROM,
    K1,
    LIST_WORDS,
    LISTS,
    MAX_WORDS,
    STOP,
    TITLE,
    UNFINISHED_FROM,
    UNREAD,
    B,
)
from portal.search.fold import plain

Readable = tuple[str, str, str]
Answer = tuple[int, float]


@dataclass(frozen=True)
class Document:
    """One page, or one place on a page: where it is, what it is called, what it says."""

    url: str
    title: str
    text: str

    @property
    def id(self) -> str:
        """The last part of the address: of `/hak/#uu-p6`, `uu-p6`."""
        return self.url.rstrip("/").replace("/#", "/").rpartition("/")[2] or "beranda"

    @property
    def kind(self) -> str:
        """What the document is: a provision, a training or any other page."""
        found = (kind for start, kind in FOLDERS if self.url.startswith(start))
        return "page" if self.url in LISTS else next(found, "page")


def documents(pages: Iterable[Readable]) -> tuple[Document, ...]:
    """Return the documents among (url, title, text) triples that are looked for, sorted."""
    kept = (one for one in sorted(set(pages)) if one[0] in LISTS or _is_read(one[0]))
    return tuple(Document(url, title, _own(url, text)) for url, title, text in kept)


def _is_read(url: str) -> bool:
    """Whether a page is for readers; a card on a list is not, as it has its own page."""
    return url != "/" and not url.startswith(UNREAD) and url.partition("#")[0] not in LISTS


def _own(url: str, text: str) -> str:
    """Return the text of a page; of a list only its beginning, as what it lists has own pages."""
    return " ".join(text.split()[:LIST_WORDS]) if url in LISTS else text


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return the Indonesian stem of a plain word: `membayar` and `pembayaran` give `bayar`."""
    return str(snowballstemmer.stemmer("indonesian").stemWord(word))


def stems(text: str) -> list[str]:
    """Return the stems of the words of a text that carry meaning."""
    return [stem(word) for word in plain(text) if word not in STOP]


class Prose:
    """The index over documents; `search` asks it."""

    def __init__(self, found: Sequence[Document]) -> None:
        self.documents = found

    @cached_property
    def index(self) -> Index:
        """The lunr index: fields `title` and `text`, references are places in the list."""
        builder = Builder()
        builder.b(B)
        builder.k1(K1)
        builder.ref("at")
        builder.field("title", boost=TITLE)
        builder.field("text")
        builder.pipeline.reset()
        builder.search_pipeline.reset()
        for at, one in enumerate(self.documents):
            fields = {"title": " ".join(stems(one.title)), "text": " ".join(stems(one.text))}
            builder.add({"at": str(at), **fields})
        return builder.build()

    def search(self, text: str) -> list[Answer]:
        """Return (place in the list, score) of the documents that hold most of the words asked."""
        asked = list(dict.fromkeys(stems(text)))[:MAX_WORDS]
        if not asked or not self.documents:
            return []
        total: dict[int, float] = {}
        words: dict[int, int] = {}
        for at, word in enumerate(asked):
            for found in self.index.query(_clauses(word, self.index, at == len(asked) - 1)):
                ref = int(found["ref"])
                total[ref] = total.get(ref, 0.0) + found["score"]
                words[ref] = words.get(ref, 0) + 1
        needed = min(max(words.values(), default=0), len(asked) - len(asked) // 3)
        if 2 * needed < len(asked):
            return []
        kept = [(ref, rounded(score)) for ref, score in total.items() if words[ref] >= needed]
        return sorted(kept, key=lambda one: (-one[1], one[0]))

    def packed(self) -> dict[str, Any]:
        """Return the words, and how often each text holds which: `2 1*3`, steps from word to word.

        assets/search/unpack.js counts lunr's weights from it: the file is a third as large.
        """
        place = {term: one["_index"] for term, one in self.index.inverted_index.items()}
        lines = {
            "title": [_counted(one.title, place) for one in self.documents],
            "text": [_counted(one.text, place) for one in self.documents],
        }
        terms = " ".join(sorted(place, key=lambda term: place[term]))
        return {"terms": terms, "counts": {name: "\n".join(own) for name, own in lines.items()}}


def _counted(text: str, place: Mapping[str, int]) -> str:
    """Return the words of a text in the order of the index: steps, and how often if repeated."""
    found = sorted((place[word], times) for word, times in Counter(stems(text)).items())
    before, steps = 0, []
    for at, times in found:
        steps.append(f"{at - before}*{times}" if times > 1 else str(at - before))
        before = at
    return " ".join(steps)


def rounded(score: float) -> float:
    """Return a score to three decimals, halves up as JavaScript does."""
    return floor(score * 1000 + 0.5) / 1000


def _clauses(word: str, index: Index, last: bool) -> Clauses:
    """Return what to ask for a word: itself, what begins so if it is last, else what is near."""
    asked: Clauses = index.create_query()
    asked.term(word, boost=10, use_pipeline=False)
    if last and len(word) >= UNFINISHED_FROM:
        trailing = Clauses.WILDCARD_TRAILING
        asked.term(word, boost=3, use_pipeline=False, wildcard=trailing)
    if len(word) >= FUZZY_FROM and word not in index.inverted_index:
        asked.term(word, boost=1, use_pipeline=False, edit_distance=1)
    return asked

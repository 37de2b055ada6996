"""Small functions on text: dates and money in Indonesian words, the nearest known word, JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date
from urllib.parse import urlsplit

from babel.numbers import format_decimal
from rapidfuzz import fuzz, process

from portal.model import Partial

MONTHS = (
    "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
).split()
MULTIPLES = ((10**12, "triliun"), (10**9, "miliar"), (10**6, "juta"))


def closest(word: str, known: Iterable[str], cutoff: float = 60) -> str:
    """Return the known word most like `word`, or "" when none is near (0 to 100, `cutoff`)."""
    found = process.extractOne(word, sorted(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return str(found[0]) if found else ""


def long_date(day: date | Partial | None) -> str:
    """Return `3 Februari 2026`, `Februari 2026` or `2026`; "" for None."""
    if day is None:
        return ""
    if isinstance(day, Partial) and len(day.text) < len("2026-02-03"):
        year, _, month = day.text.partition("-")
        return f"{MONTHS[int(month) - 1]} {year}" if month else year
    first = day.first if isinstance(day, Partial) else day
    return f"{first.day} {MONTHS[first.month - 1]} {first.year}"


def number(value: float) -> str:
    """Return a number as Indonesians write it: 1.709.200.000 or 4,5."""
    return str(format_decimal(value, locale="id_ID"))


def rupiah(amount: int) -> str:
    """Return `Rp15 miliar` for round amounts, else `Rp1.683.500.000`."""
    for size, word in MULTIPLES:
        if size <= amount < 1000 * size and amount % (size // 10) == 0:
            return f"Rp{number(amount / size)} {word}"
    return f"Rp{number(amount)}"


def compact_json(value: object) -> str:
    """Return JSON for phones: no spaces, letters as they are."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def and_list(words: Iterable[object], last: str = "dan") -> str:
    """Return `a, b dan c`; "" for none."""
    *before, final = [str(word) for word in words] or [""]
    return f"{', '.join(before)} {last} {final}" if before else final


def lower_first(text: str) -> str:
    """Return text as it reads inside a sentence: `paspor`, but still `SKCK` and `P3MI`."""
    first = text.split(" ", 1)[0]
    return text if any(letter.isupper() for letter in first[1:]) else text[:1].lower() + text[1:]


def capitalize_first(text: str) -> str:
    """Return text with its first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def host(url: str) -> str:
    """Return the name of the site in a web address: `kp2mi.go.id`."""
    return urlsplit(url).hostname or url

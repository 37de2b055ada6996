"""What people need, in their own words. In: data/situations.yaml and a query; out: what is meant.

The empty answer for a firm's name is the most important one of the search. So a query counts as a
need, and as no name, only when it holds a whole expression of the data and not one word beside
that is unknown there. assets/search/situations.js mirrors this module function by function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from portal.catalogue import Catalogue
from portal.search.alike import similarity
from portal.search.constants import (
    CLITICS,
    FIRM,
    NEAR_FROM,
    NEAR_WORD,
    NOISE,
    SPELLINGS,
    STOP,
    YEARS,
)
from portal.search.fold import plain


@dataclass(frozen=True)
class Situation:
    """One thing that people need: where help is, and the expressions they use."""

    id: str
    title: str
    url: str
    danger: bool
    phrases: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Meant:
    """A situation that is meant: its place, how many words say so, whether to the letter."""

    at: int
    words: int
    exact: bool


class Situations:
    """The situations of the data; `search` asks them."""

    def __init__(self, entries: Iterable[Situation], around: Iterable[str]) -> None:
        self.entries = tuple(entries)
        spoken = {word for one in self.entries for phrase in one.phrases for word in phrase}
        self.spoken = sorted(spoken)
        self.known = spoken | set(around)

    def search(self, query: str) -> list[Meant]:
        """Return the situations that a query speaks of, danger first, the most words first."""
        asked = self._asked(query)
        near = {*asked, *(like for word in asked for like in self._near(word))}
        found = [*self._found(set(asked), near)]
        return sorted(found, key=lambda one: (not self.entries[one.at].danger, -one.words, one.at))

    def is_need(self, query: str) -> bool:
        """Whether a query speaks of a situation and cannot be the name of a firm."""
        asked = self._asked(query)
        if FIRM.intersection(asked) or not any(self._found(set(asked), set(asked))):
            return False
        return all(self._is_plain(word) for word in asked)

    def _is_plain(self, word: str) -> bool:
        counted = word.isdigit() and len(word) <= YEARS
        return counted or word in self.known or word in STOP or word in NOISE

    def _found(self, asked: set[str], near: set[str]) -> Iterator[Meant]:
        for at, one in enumerate(self.entries):
            said = [phrase for phrase in one.phrases if near.issuperset(phrase)]
            if said:
                exact = any(asked.issuperset(phrase) for phrase in said)
                yield Meant(at, max(map(len, said)), exact)

    def _asked(self, query: str) -> list[str]:
        """Return the words as the data writes them: `gak` as `tidak`, `di kunci` as one."""
        words = [SPELLINGS.get(word, word) for word in plain(query)]
        found: list[str] = []
        for word in words:
            if found and found[-1] == "di" and f"di{word}" in self.known:
                found[-1] = f"di{word}"
            else:
                found.append(self._bare(word))
        return found

    def _bare(self, word: str) -> str:
        """Return a word without -nya, -ku or -mu, if the data knows it so."""
        short = next((word[: -len(one)] for one in CLITICS if word.endswith(one)), word)
        return short if word not in self.known and short in self.known else word

    def _near(self, word: str) -> list[str]:
        """Return the words of the data that a long word may be meant for."""
        if len(word) < NEAR_FROM or word in self.known:
            return []
        return [one for one in self.spoken if similarity(word, one) >= NEAR_WORD]


def situations(catalogue: Catalogue) -> Situations:
    """Return the situations of a catalogue, in the order of the data."""
    records = catalogue["situations"]
    around = sorted({word for one in records for word in one["around"]})
    return Situations((_situation(one) for one in records), around)


def _situation(one: Any) -> Situation:
    phrases = tuple(tuple(plain(phrase)) for phrase in one["words"])
    return Situation(one.id, one["title"], one["url"], bool(one["danger"]), phrases)


def situations_file(catalogue: Catalogue) -> dict[str, Any]:
    """Return the situations as cari/nama.json carries them."""
    found = situations(catalogue)
    spoken = set(found.spoken)
    return {
        "situations": [
            [one.id, one.title, one.url, int(one.danger), "|".join(map(" ".join, one.phrases))]
            for one in found.entries
        ],
        "around": " ".join(sorted(found.known - spoken)),
    }

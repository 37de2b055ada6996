"""One query against one name, word by word. In: folded words and their weights; out: a score.

assets/search/match.js mirrors this module function by function.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from portal.search.alike import similarity
from portal.search.constants import (
    ALIKE,
    FULL,
    MAX_LETTERS,
    MAX_WORDS,
    NOISE,
    PLACE,
    PREFIX,
    TWO_AS_ONE,
)
from portal.search.fold import bare, digits, fold


class Query:
    """What was asked, folded once; remembers the comparisons it has made."""

    def __init__(self, text: str) -> None:
        words = bare(text)
        words = [word for word in words if word not in NOISE] or words
        words = [word[:MAX_LETTERS] for word in words[:MAX_WORDS]]
        self.words = fold(" ".join(words))
        self.joined = "".join(self.words)
        self.spelt = words
        self.short = "".join(words)
        self.is_initials = len(words) == 1 or all(len(word) == 1 for word in words)
        self.digits = digits(text)
        self._seen: dict[tuple[str, str], int] = {}

    def likeness(self, at: int, word: str) -> int:
        """Return how like the query's word `at` is to `word`; the last one may be unfinished."""
        asked = self.words[at]
        enough = 2 if at == len(self.words) - 1 else 3
        if asked != word and len(asked) >= enough and word.startswith(asked):
            return PREFIX
        return self.alike(asked, word)

    def alike(self, one: str, other: str) -> int:
        """Return the similarity of two folded texts, or 0 where it is too low to mean anything."""
        key = (one, other)
        if key not in self._seen:
            found = similarity(one, other)
            self._seen[key] = found if found >= ALIKE else 0
        return self._seen[key]


@dataclass(frozen=True)
class Name:
    """One name: its folded words, the folded words of its places, what each word weighs."""

    words: Sequence[str]
    places: frozenset[str]
    weight: Mapping[str, int]
    rare: int  # the weight of a word that no name has
    towns: frozenset[str] = frozenset()  # the folded words of every name's places

    def of(self, word: str) -> int:
        """Return what a word weighs: common words less, unknown words most."""
        return self.weight.get(word, self.rare)


@dataclass(frozen=True)
class Match:
    """How well one step of the query fits, what it weighs, which words of the name it covers."""

    score: int
    weight: int
    parts: tuple[int, ...] = ()


def by_words(query: Query, name: Name) -> int:
    """Return how much of the query the name explains, and a little for the reverse."""
    hit, asked, covered = 0, 0, [0] * len(name.words)
    for match in _matches(query, name):
        again = match.parts and all(covered[part] for part in match.parts)
        hit += 0 if again else match.score * match.weight  # a word of the name answers only once
        asked += match.weight
        for part in match.parts:
            covered[part] = max(covered[part], match.score)
    own = [name.of(word) for word in name.words]
    back = sum(map(int.__mul__, own, covered)) // max(1, sum(own))
    return hit // max(1, asked) * (850 + back * 150 // FULL) // FULL


def _matches(query: Query, name: Name) -> Iterator[Match]:
    at = 0
    while at < len(query.words):
        match = _single(query, at, name)
        if at + 1 < len(query.words):
            pair = _pair(query, at, name)
            if 2 * pair.score > match.score + _single(query, at + 1, name).score:
                yield pair
                at += 2
                continue
        yield match
        at += 1


def _single(query: Query, at: int, name: Name) -> Match:
    """Match one word of the query with one word, or two joined words, of the name or its town."""
    best = Match(0, name.of(query.words[at]))
    for part, word in enumerate(name.words):
        score = query.likeness(at, word)
        if score > best.score:
            best = Match(score, name.of(word), (part,))
        if part + 1 < len(name.words):
            after = name.words[part + 1]
            score = query.likeness(at, word + after)
            if score > best.score:
                best = Match(score, name.of(word) + name.of(after), (part, part + 1))
    return best if best.score else _town(query.words[at], name)


def _town(word: str, name: Name) -> Match:
    """Match a word with the places of a name; a town where it has no office counts half against."""
    if word in name.places:
        return Match(PLACE, name.of(word) // 2 + 1)
    known_only_as_town = word in name.towns and word not in name.weight
    return Match(0, name.rare // 2 if known_only_as_town else name.of(word))


def _pair(query: Query, at: int, name: Name) -> Match:
    """Match two words of the query, written as one, with one word of the name."""
    best = Match(0, 1)
    both = query.words[at] + query.words[at + 1]
    for part, word in enumerate(name.words):
        score = query.alike(both, word)
        if score >= TWO_AS_ONE and score > best.score:
            best = Match(score, name.of(word), (part,))
    return best

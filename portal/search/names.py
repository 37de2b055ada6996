"""The index of names. In: entries and a query; out: entries with a score of 0 to 1000, best first.

Everything is counted in whole numbers, so that assets/search/names.js, which mirrors this module
function by function, gives the same scores. Shared pairs of letters choose candidates; then the
words of the query are matched with the words of each candidate.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from portal.search import constants
from portal.search.alike import distance
from portal.search.fold import bare, fold
from portal.search.match import Name, Query, by_words


@dataclass(frozen=True)
class Entry:
    """One thing with names: what it is, where its page is, what it is called, where it sits."""

    kind: str
    id: str
    title: str
    url: str
    names: tuple[str, ...]
    numbers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    former: tuple[int, ...] = ()  # which of the names are no longer used
    seat: str = ""  # what stands before the first place: `Kantor pusat di`; "" if none is open

    @property
    def place(self) -> str:
        """Where it sits, in words; "" where that is not known."""
        return f"{self.seat} {self.places[0]}" if self.seat else ""


@dataclass(frozen=True)
class Found:
    """An entry that answers a query: its place in the list, its score, whether it is meant."""

    at: int
    score: int
    same: bool
    name: int = 0  # which of the entry's names was meant


class Names:
    """The index over entries; `search` asks it."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = entries
        named = [(at, which) for at, one in enumerate(entries) for which in range(len(one.names))]
        pairs = [(at, entries[at].names[which]) for at, which in named]
        self.which = [which for _, which in named]
        self.owners = [at for at, _ in pairs]
        self.words = [fold(name) for _, name in pairs]
        self.joined = ["".join(words) for words in self.words]
        self.spelt = [bare(name) for _, name in pairs]
        self.short = ["".join(words) for words in self.spelt]
        self.initials = ["".join(word[0] for word in words) for words in self.spelt]
        places = [frozenset(fold(" ".join(entry.places))) for entry in entries]
        self.rare = _weight(len(pairs), 1)
        self.weight = _weights(self.words)
        self.in_town: dict[str, list[int]] = defaultdict(list)
        for at, owner in enumerate(self.owners):
            for word in places[owner]:
                self.in_town[word].append(at)
        towns = frozenset(self.in_town)
        self.names = [
            Name(words, places[owner], self.weight, self.rare, towns)
            for words, owner in zip(self.words, self.owners, strict=True)
        ]
        self.room = [self._room(words) for words in self.words]
        self._index()

    def _index(self) -> None:
        grams = [sorted(set(_grams(name))) for name in self.joined]
        self.gram_weight = _weights(grams)
        self.size = [sum(map(self.gram_weight.__getitem__, one)) for one in grams]
        self.postings: dict[str, list[int]] = defaultdict(list)
        for at, found in enumerate(grams):
            for gram in found:
                self.postings[gram].append(at)

    def _room(self, words: Sequence[str]) -> int:
        """Return the letters of a name, those of common words counted less: what may differ."""
        weights = [self.weight[word] for word in words]
        counted = sum(len(word) * one for word, one in zip(words, weights, strict=True))
        return max(1, counted // max(weights, default=1))

    def search(self, text: str) -> list[Found]:
        """Return every entry that is meant or may be meant, best first."""
        query = Query(text)
        best: dict[int, Found] = {}
        for at in sorted(self._candidates(query)):
            owner, same = self.owners[at], self._same(query, at)
            score = constants.FULL if same else min(self._score(query, at), constants.FULL - 1)
            if score >= constants.CLOSE and (owner not in best or score > best[owner].score):
                best[owner] = Found(owner, score, same, self.which[at])
        for at in self._with_number(query):
            best[at] = Found(at, constants.FULL, True)
        found = sorted(best.values(), key=lambda one: (-one.score, one.at))
        return [one for one in found if one.score >= found[0].score - constants.BEHIND]

    def _with_number(self, query: Query) -> list[int]:
        if len(query.digits) < constants.MIN_DIGITS:
            return []
        return [at for at, one in enumerate(self.entries) if query.digits in one.numbers]

    def _candidates(self, query: Query) -> set[int]:
        """Return the names that share most with the query, and those with its initials."""
        shared: Counter[int] = Counter()
        asked = 0
        for gram in sorted(set(_grams(query.joined))):
            weight = self.gram_weight.get(gram, self.rare)
            asked += weight
            for at in self.postings.get(gram, ()):
                shared[at] += weight
        closeness = {at: 10000 * one // (3 * asked + self.size[at]) for at, one in shared.items()}
        ranked = sorted(closeness, key=lambda at: (-closeness[at], at))
        others = (*self._with_initials(query), *self._with_town(query))
        return {*ranked[: constants.CANDIDATES], *others}

    def _with_initials(self, query: Query) -> list[int]:
        if len(query.short) < 2 or not query.is_initials:  # noqa: PLR2004
            return []
        wanted = query.short
        spelt = [at for at, one in enumerate(self.short) if one == wanted]
        return spelt + [at for at, one in enumerate(self.initials) if one == wanted]

    def _with_town(self, query: Query) -> list[int]:
        """Return the names in the query's town, the rarest if many, that have a word of it."""
        towns = [word for word in query.words if word in self.in_town]
        if not towns:
            return []
        town = min(towns, key=lambda word: len(self.in_town[word]))
        wanted = {word for word in query.words if word != town}
        found = [at for at in self.in_town[town] if wanted.intersection(self.words[at])]
        return found[: constants.CANDIDATES]

    def _same(self, query: Query, at: int) -> bool:
        if not query.joined or query.joined != self.joined[at]:
            return False
        return len(query.joined) > constants.SHORT or query.short == self.short[at]

    def _score(self, query: Query, at: int) -> int:
        if query.is_initials and query.short == self.initials[at]:
            return constants.INITIALS
        if sorted(query.words) == sorted(self.words[at]):
            return constants.REORDERED
        apart = distance(query.joined, self.joined[at])
        whole = max(0, constants.FULL - constants.FULL * apart // (constants.COST * self.room[at]))
        words = by_words(query, self.names[at])
        if len(query.joined) >= constants.SHORT and self.joined[at].startswith(query.joined):
            words = max(words, constants.PREFIX) + constants.BEGINS
        long = len(self.joined[at]) >= constants.WHOLE_FROM
        if long and query.joined.startswith(self.joined[at]):
            words = max(words, constants.MORE)
        mixed = (9 * words + whole) // 10
        best = max(whole, mixed) if whole >= constants.NEAR else mixed
        begins = self.spelt[at][: len(query.spelt)] == query.spelt
        return best + constants.FIRST if begins else best


def _weights(lists: Sequence[Sequence[str]]) -> dict[str, int]:
    """Return what each item weighs: the rarer among the lists, the more."""
    frequency = Counter(item for one in lists for item in set(one))
    return {item: _weight(len(lists), count) for item, count in frequency.items()}


def _weight(total: int, count: int) -> int:
    """Return a whole number that grows with the logarithm of total / count."""
    return (total // count).bit_length() + 1


def _grams(joined: str) -> list[str]:
    """Return the pairs of letters of a folded name, its beginning marked."""
    marked = f"^{joined}"
    return [marked[at : at + 2] for at in range(len(marked) - 1)]

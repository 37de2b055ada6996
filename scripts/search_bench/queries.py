"""What every engine is asked. In: firms; out: queries with the firm that is meant, and inventions.

A query that fits two firms equally well proves nothing: it is drawn again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from portal.search.fold import plain
from scripts.search_bench import mistakes
from scripts.search_bench.firms import Firm
from scripts.search_bench.mistakes import CLASSES, Mistake

EACH = 25  # of every class
TRIES = 60

# Words that are in no name of a firm here: of other languages, of nature, of the kitchen.
STRANGE = (
    "Schmetterling Quixote Zwiebel Brouwer Tsunami Kowalski Fjord Gulyas Waffle Xylem Oxford "
    "Yggdrasil Bratwurst Croissant Dvorak Espresso Fuchsia Glockner Hollywood Iguazu Jaguar "
    "Kilimanjaro Lufthansa Mozart Nietzsche Orinoco Pizzeria Quartz Rembrandt Sputnik Titanic "
    "Uppsala Vesuvio Wolfgang Xerxes Yukon Zurich Blangkon Gudeg Jathilan Kethoprak Lumpia "
    "Ngadirejo Onde Pecel Rujak Soto Tempe Wedhus Yuyu Bledheg Cethil Dhandhang Gethuk Jenang "
    "Klepon Lodeh Mendoan Nogosari Opak Peyek Rempeyek Srundeng Thiwul Urap Wajik Bakwan Cilok "
    "Dodol Empal Gado Kerupuk Ketoprak Lontong Martabak Oncom Pempek Rendang Sambal Tahu Uli "
    "Mushroom Umbrella Velvet Walrus Zeppelin Buffalo Cobweb Dolphin Eclipse Falcon Gibbon "
    "Hedgehog Juniper Kettle Lobster Muffin Nutmeg Octopus Penguin Quiver Raccoon Sphinx Turnip"
).split()


@dataclass(frozen=True)
class Query:
    """What is typed, in which class of mistakes, and the id of the firm that is meant."""

    kind: str
    typed: str
    meant: str


def queries(firms: Sequence[Firm], each: int = EACH) -> list[Query]:
    """Return `each` queries of every class that only one firm fits; of the press all there are."""
    crowd = _Crowd(firms)
    return [one for mistake in CLASSES for one in _of_class(mistake, crowd, each)]


def strangers(count: int = 500) -> list[str]:
    """Return invented names that resemble none: two or three strange words."""
    chance = Random(3)  # noqa: S311  (repeatable on purpose; nothing is secret)
    found: dict[str, None] = {}
    while len(found) < count:
        found[" ".join(chance.sample(STRANGE, chance.choice((2, 2, 3))))] = None
    return list(found)


class _Crowd:
    """All firms, to see whether a query fits more than one."""

    def __init__(self, firms: Sequence[Firm]) -> None:
        self.firms = firms
        self.joined = Counter("".join(one.words) for one in firms)
        self.bags = Counter(" ".join(sorted(one.words)) for one in firms)
        self.initials = Counter("".join(word[0] for word in one.words) for one in firms)
        self.numbers = Counter(number for one in firms for number in one.entry.numbers)
        self.holders: dict[str, set[str]] = {}
        for one in firms:
            known = [word for place in one.entry.places for word in plain(place)]
            for word in (*one.words, *known):
                self.holders.setdefault(word, set()).add(one.entry.id)

    def is_clear(self, firm: Firm, kind: str, typed: str) -> bool:
        """Whether a query can mean only this firm."""
        words = [word for word in plain(typed) if word != "pt"]
        if kind in ("half", "half_wrong", "place"):
            return len(set.intersection(*(self.holders[word] for word in words))) == 1
        short = "".join(words).removeprefix("pt")
        if kind == "initials":
            return self.initials[short] == 1 and not self.joined[short]
        if kind in ("phone", "licence"):
            return all(self.numbers[one] == 1 for one in firm.entry.numbers)
        if kind == "press" and self.initials[short]:
            return False
        others = self.joined["".join(words)] - (self.joined_own(firm) == "".join(words))
        return not others and self.bags[" ".join(sorted(firm.words))] == 1

    def joined_own(self, firm: Firm) -> str:
        """Return the firm's own name as one word."""
        return "".join(firm.words)


def _of_class(mistake: Mistake, crowd: _Crowd, each: int) -> list[Query]:
    kind = mistake.__name__
    if mistake is mistakes.press:
        return _of_press(crowd)
    chance = Random(f"{kind} {len(crowd.firms)}")  # noqa: S311
    found: dict[str, Query] = {}
    for _ in range(each * TRIES):
        firm = chance.choice(crowd.firms)
        if len(firm.words) < 2:  # noqa: PLR2004
            continue
        typed = mistake(firm, chance)
        if typed and typed not in found and crowd.is_clear(firm, kind, typed):
            typed = mistakes.slip(typed, chance) if mistake is mistakes.half_wrong else typed
            found[typed] = Query(kind, typed, firm.entry.id)
        if len(found) == each:
            break
    return list(found.values())


def _of_press(crowd: _Crowd) -> list[Query]:
    return [
        Query("press", typed, firm.entry.id)
        for firm in crowd.firms
        for typed in firm.variants
        if crowd.is_clear(firm, "press", typed)
    ]

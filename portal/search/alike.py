"""How like two folded words are. In: two texts; out: 0 (nothing in common) to 1000 (equal).

Edit distance with swaps of neighbours, where what is easily misheard costs less. Whole numbers
only: assets/search/alike.js gives the same.
"""

from __future__ import annotations

from portal.search.constants import BREATH, CHEAP, CONFUSED, COST, FULL, SWAP, VOWELS


def similarity(one: str, other: str) -> int:
    """Return 1000 for equal texts, less for each letter that differs."""
    if one == other:
        return FULL
    room = COST * max(len(one), len(other))
    return max(0, FULL - FULL * distance(one, other) // room)


def distance(one: str, other: str) -> int:
    """Return the cost of turning `one` into `other` (10 for an ordinary letter)."""
    before: list[int] = []
    last = [0]
    for char in other:
        last.append(last[-1] + _gap(char))
    for row, char in enumerate(one):
        now = [last[0] + _gap(char)]
        for column, against in enumerate(other):
            best = min(
                last[column] + _swap(char, against),
                last[column + 1] + _gap(char),
                now[column] + _gap(against),
            )
            if row and column and char == other[column - 1] and against == one[row - 1]:
                best = min(best, before[column - 1] + SWAP)
            now.append(best)
        before, last = last, now
    return last[-1]


def _gap(char: str) -> int:
    return BREATH if char == "h" else COST


def _swap(char: str, other: str) -> int:
    if char == other:
        return 0
    if char in VOWELS and other in VOWELS:
        return CHEAP
    pair = char + other if char < other else other + char
    return CHEAP if pair in CONFUSED else COST

"""One ranking for everything, agencies first. In: a catalogue, pages and a query; out: hits.

`same` means equal after folding: it may be shown as the answer. `close` is offered as a question.
What is neither is left out, so that an unknown name gives no agency. assets/search/rank.js does the
same in the browser.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

from portal.catalogue import Catalogue
from portal.search.constants import FULL, HELPS, LIKELY, MAX_QUERY, PROSE_HALF
from portal.search.entries import agencies, others
from portal.search.fold import joined
from portal.search.names import Names
from portal.search.prose import Document, Prose, Readable, documents, rounded
from portal.search.situations import Situations, situations


@dataclass(frozen=True)
class Hit:
    """One answer: a score of 0 to 1, and whether it is the `same` or only `close`."""

    id: str
    kind: str
    title: str
    url: str
    score: float
    match: str

    def as_dict(self) -> dict[str, Any]:
        """Return the hit as plain values for JSON."""
        return asdict(self)


class Searcher:
    """The three indexes of one catalogue, each made when first asked."""

    def __init__(self, catalogue: Catalogue, pages: Iterable[Readable] = ()) -> None:
        self.catalogue = catalogue
        self.pages = tuple(pages)

    @cached_property
    def agencies(self) -> Names:
        """The index of agencies."""
        return Names(agencies(self.catalogue))

    @cached_property
    def others(self) -> Names:
        """The index of training providers, offices and regions."""
        return Names(others(self.catalogue))

    @cached_property
    def situations(self) -> Situations:
        """What people may need, in their own words."""
        return situations(self.catalogue)

    @cached_property
    def prose(self) -> Prose:
        """The index of pages and provisions."""
        return Prose(documents(self.pages))

    def search(self, query: str, limit: int = 10) -> list[Hit]:
        """Return at most `limit` hits, the same before the close, agencies before the rest."""
        best: dict[tuple[str, str], Hit] = {}
        for hit in sorted(self._hits(query), key=_order):
            best.setdefault((hit.url, hit.title), hit)
        return list(best.values())[:limit]

    def _hits(self, query: str) -> Iterator[Hit]:
        query = query[:MAX_QUERY]
        needs = self.situations.is_need(query)
        firms = _named(self.agencies, query, 0)
        yield from (hit for hit in firms if hit.match == "same" or not needs)
        helped = [*self._helps(query, needs)]
        yield from helped
        yield from _named(self.others, query, LIKELY)
        asked, told = joined(query), {hit.url for hit in helped}
        for at, score in self.prose.search(query):
            if self.prose.documents[at].url not in told:
                yield _written(self.prose.documents[at], score, asked)

    def _helps(self, query: str, needs: bool) -> Iterator[Hit]:
        """Yield what helps in what is meant; it is the answer when nothing else is asked."""
        for place, found in enumerate(self.situations.search(query)[:HELPS]):
            one = self.situations.entries[found.at]
            match = "same" if needs and found.exact else "close"
            yield Hit(one.id, "page", one.title, one.url, (FULL - place) / FULL, match)


def _named(names: Names, query: str, least: int) -> Iterator[Hit]:
    for found in names.search(query):
        one = names.entries[found.at]
        if found.same or found.score >= least:
            match = "same" if found.same else "close"
            yield Hit(one.id, one.kind, one.title, one.url, found.score / FULL, match)


def _written(one: Document, score: float, asked: str) -> Hit:
    """Return a hit for a document; lunr's scores have no upper end, ours stay below 1."""
    match = "same" if joined(one.title) == asked else "close"
    share = rounded(score / (score + PROSE_HALF))
    return Hit(one.id, one.kind, one.title, one.url, share, match)


def _order(hit: Hit) -> tuple[bool, bool, float]:
    return hit.match != "same", hit.kind != "agency", -hit.score

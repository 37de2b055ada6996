"""Pages about the data itself. In: a catalogue; out: freshness, sources, and what will change."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from portal.catalogue import Catalogue
from portal.model import Partial, Record
from portal.render.open_data import public_resources
from portal.render.page import Pages
from portal.standing import Span

AHEAD = timedelta(days=180)
NEWEST = 20


@dataclass(frozen=True)
class Freshness:
    """How current one file is: records shown and withheld, and the days its facts are of."""

    table: str
    title: str
    path: str
    shown: int
    withheld: int
    oldest: Partial | None
    newest: Partial | None


@dataclass(frozen=True)
class Change:
    """A standing that changes by itself: on which day, of which agency, from what to what."""

    on: date
    agency: Record
    before: Span
    after: Span


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/data/`, `/data/sumber/` and `/perubahan/`."""
    pages = Pages(catalogue)
    pages.add("/data/", "data", tables=freshness(catalogue))
    pages.add("/data/sumber/", "sources", groups=by_publisher(catalogue))
    until = catalogue.today + AHEAD
    events = newest_events(catalogue)
    pages.add("/perubahan/", "changes", until=until, changes=changes(catalogue), events=events)
    return pages.files


def freshness(catalogue: Catalogue) -> list[Freshness]:
    """Return how current each public file is, in the order of the data package."""
    return [
        _freshness(catalogue, one.name, one.title, one.path)
        for one in public_resources(catalogue)
        if one.name != "vocabulary"
    ]


def _freshness(catalogue: Catalogue, name: str, title: str, path: str) -> Freshness:
    days = sorted(_days(catalogue, name), key=lambda one: one.last)
    oldest, newest = (days[0], days[-1]) if days else (None, None)
    withheld = catalogue.withheld.get(name, 0)
    return Freshness(name, title, path, len(catalogue[name]), withheld, oldest, newest)


def _days(catalogue: Catalogue, name: str) -> list[Partial]:
    """Return the days that the records of a file are of; where they do not say so, the days on
    which their sources were read."""
    records = catalogue[name]
    values = [one.get("as_of") or one.get("checked_on") for one in records]
    values += [_reported(event) for one in records for event in one.get("events", ())]
    known = [_partial(one) for one in values if one]
    return known or _read_on(catalogue, records)


def _read_on(catalogue: Catalogue, records: Iterable[Record]) -> list[Partial]:
    parts = [part for one in records for part in one.get("versions", ())]
    ids = {id_ for one in (*records, *parts) for id_ in one.get("sources", ())}
    days = (catalogue.get("sources", one)["checked_on"] for one in sorted(ids))
    return [one for one in days if one]


def _partial(value: date | Partial) -> Partial:
    return value if isinstance(value, Partial) else Partial.parse(value.isoformat())


def by_publisher(catalogue: Catalogue) -> Sequence[tuple[str, Sequence[Record]]]:
    """Return the sources under their kind, kinds in the order of the vocabulary, by publisher."""
    groups = catalogue.grouped("sources", "kind", "source_kinds")
    return [(kind, sorted(records, key=_publisher)) for kind, records in groups]


def _publisher(source: Record) -> tuple[str, str]:
    return source["publisher"].casefold(), source.id


def changes(catalogue: Catalogue) -> list[Change]:
    """Return the standings that change by themselves in the coming days, soonest first."""
    found: list[Change] = []
    for agency in catalogue["agencies"]:
        spans = catalogue.timeline(agency)
        for before, after in zip(spans, spans[1:], strict=False):
            if catalogue.today < after.since <= catalogue.today + AHEAD:
                found.append(Change(after.since, agency, before, after))
    return sorted(found, key=lambda one: (one.on, one.agency["name"], one.agency.id))


def newest_events(catalogue: Catalogue) -> list[tuple[Record, Record]]:
    """Return the events reported last, with their agency, newest first."""
    found = [(agency, event) for agency in catalogue["agencies"] for event in agency["events"]]
    known = [pair for pair in found if _reported(pair[1]) and _dated(catalogue, pair[1])]
    known.sort(key=lambda pair: (pair[0]["name"], pair[0].id))
    known.sort(key=lambda pair: str(_reported(pair[1])), reverse=True)
    return known[:NEWEST]


def _dated(catalogue: Catalogue, event: Record) -> bool:
    """Whether a source of the event says when it was published."""
    return any(catalogue.get("sources", one)["published_on"] for one in event["sources"])


def _reported(event: Record) -> Partial | None:
    when: Partial | None = event["reported_on"] or event["happened_on"]
    return when

"""What may be said of an agency on a given day. In: its events and a date; out: a standing.

Pure: no files, no clock. The rules stand here and nowhere else; the site, the API and the browser
only look a day up in the timeline that this module computes. Adverse beats favourable, unknown is
never safe, and green never outlives its evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from portal.model import Partial, Record, later

Word = Literal["revoked", "suspended", "recheck", "licensed", "unproven"]
PRECEDENCE: tuple[Word, ...] = ("revoked", "suspended", "recheck", "licensed", "unproven")
PROOF_DAYS = 90
PROOF_KINDS = frozenset({"official", "staff_check"})
QUOTED = "official_quoted"
KINDS = frozenset(
    "licensed named self_declared old_licence not_licensed not_operating suspended "
    "suspension_ended sanctioned revoked revocation_disputed name_misused branch_closed "
    "health_pause deposit_drawn".split()
)
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Event:
    """One dated statement about an agency.

    `first` and `last` are the earliest and the latest day it can have happened; `proof` says that
    it rests on an authority's own register or letter or on a staff check of it; `at` is its place
    in the agency's list.
    """

    kind: str
    first: date
    last: date
    until: date | None = None
    expires_on: date | None = None
    proof: bool = False
    at: int = 0


@dataclass(frozen=True)
class Standing:
    """The standing on one day: why (a key of vocabulary `reasons`) and by which event."""

    word: Word
    reason: str
    at: int | None = None


@dataclass(frozen=True)
class Span:
    """A standing and the days for which it holds; `until` None means: until something new."""

    since: date
    until: date | None
    standing: Standing


def source_kinds(sources: Iterable[Record]) -> Mapping[str, str]:
    """Return the kind of every source by id; a copy on another site only quotes the authority."""
    return {one.id: QUOTED if one["mirror"] else one["kind"] for one in sources}


def events_of(agency: Record, source_kinds: Mapping[str, str]) -> tuple[Event, ...]:
    """Return the agency's events with their dates made definite.

    An event without a date of its own counts from the day it was reported; one with neither is
    taken to be possible on any day, which helps nobody and excuses nobody.
    """
    return tuple(_event(one, at, source_kinds) for at, one in enumerate(agency["events"]))


def day_of(event: Record) -> Partial | None:
    """Return the day an event happened, else the day it was reported, else None."""
    when: Partial | None = event["happened_on"] or event["reported_on"]
    return when


def first_day_of(event: Record) -> date:
    """Return the earliest day an event can have happened; one without any date sorts first."""
    when = day_of(event)
    return when.first if when else date.min


def _event(raw: Record, at: int, source_kinds: Mapping[str, str]) -> Event:
    when = day_of(raw)
    first, last = (when.first, when.last) if when else (date.min, date.max)
    proof = any(source_kinds.get(source) in PROOF_KINDS for source in raw["sources"])
    return Event(raw["kind"], first, last, raw["until"], raw["expires_on"], proof, at)


def standing(events: Iterable[Event], on: date) -> Standing:
    """Return what holds on the day `on`, whatever the order of `events`."""
    known = _Known(events, on)
    found = [one for rule in RULES for one in rule(known)]
    chosen = min(found, key=lambda one: PRECEDENCE.index(one.word), default=None)
    return chosen or Standing("unproven", "no_proof")


def timeline(events: Iterable[Event], since: date = date.min) -> tuple[Span, ...]:
    """Return every standing from `since` on, in order, each until the day before the next."""
    events = tuple(events)
    days = [since, *(day for day in _turning_days(events) if day > since)]
    spans: list[Span] = []
    for day in days:
        now = standing(events, day)
        if spans and spans[-1].standing == now:
            continue
        if spans:
            spans[-1] = Span(spans[-1].since, day - DAY, spans[-1].standing)
        spans.append(Span(day, None, now))
    return tuple(spans)


def span_on(spans: Sequence[Span], on: date) -> Span:
    """Return the span of a timeline that holds on the day `on`."""
    return max((span for span in spans if span.since <= on), key=lambda span: span.since)


def _turning_days(events: Sequence[Event]) -> list[date]:
    """Return every day on which the function `standing` can change, sorted."""
    days: set[date] = set()
    for event in events:
        days |= {event.first, event.last, later(event.last, 1)}
        days |= {later(end, 1) for end in (event.until, event.expires_on) if end}
        days |= {later(event.first, PROOF_DAYS + 1)}
    return sorted(days)


class _Known:
    """The events that count on one day: adverse ones from the first day they can have happened,
    favourable ones only when they certainly have."""

    def __init__(self, events: Iterable[Event], on: date) -> None:
        self.on = on
        self.events = sorted(events, key=_newest_first)
        self.licences = [one for one in self.certain("licensed") if one.proof]
        self.liftings = self.certain("suspension_ended")

    def adverse(self, *kinds: str) -> list[Event]:
        return [one for one in self.events if one.kind in kinds and one.first <= self.on]

    def certain(self, kind: str) -> list[Event]:
        return [one for one in self.events if one.kind == kind and one.last <= self.on]

    def licensed_after(self, day: date) -> bool:
        return any(one.first > day for one in self.licences)

    def lifted_after(self, event: Event, proof: bool = False) -> bool:
        found = (one for one in self.liftings if one.proof or not proof)
        return any(one.first > event.last for one in found)


def _revoked(known: _Known) -> Iterable[Standing]:
    for event in known.adverse("revoked"):
        if not known.licensed_after(event.last):
            yield Standing("revoked", "revoked", event.at)


def _suspended(known: _Known) -> Iterable[Standing]:
    for event in known.adverse("suspended"):
        if known.lifted_after(event):
            continue
        if event.until is None or event.until >= known.on:
            yield Standing("suspended", "suspended", event.at)
        elif not known.licensed_after(max(event.until, event.last)):
            yield Standing("recheck", "suspension_lapsed", event.at)


def _lifted_on_hearsay(known: _Known) -> Iterable[Standing]:
    """A lifting that only a newspaper reports ends the suspension, not the doubt."""
    for event in known.liftings:
        proven = event.proof or known.lifted_after(event, proof=True)
        if not (proven or known.licensed_after(event.last)):
            yield Standing("recheck", "lifting_unproven", event.at)


def _doubted(known: _Known) -> Iterable[Standing]:
    for event in known.adverse("sanctioned"):
        if not (known.lifted_after(event, proof=True) or known.licensed_after(event.last)):
            yield Standing("recheck", "sanction_unclear", event.at)
    for event in known.adverse("revocation_disputed"):
        if not known.licensed_after(event.last):
            yield Standing("recheck", "disputed", event.at)


def _denied(known: _Known) -> Iterable[Standing]:
    for event in known.adverse("not_licensed", "not_operating"):
        if known.licensed_after(event.last):
            continue
        if known.licences:
            yield Standing("recheck", "conflict", event.at)
        else:
            yield Standing("unproven", event.kind, event.at)


def _licence(known: _Known) -> Iterable[Standing]:
    if not known.licences:
        return
    newest = known.licences[0]
    if newest.expires_on and newest.expires_on < known.on:
        yield Standing("recheck", "licence_expired", newest.at)
    elif (known.on - newest.first).days > PROOF_DAYS:
        yield Standing("recheck", "proof_old", newest.at)
    else:
        yield Standing("licensed", "licensed", newest.at)


def _newest_first(event: Event) -> tuple[int, int, str, int]:
    """Sort the newest first; of two licences of one day, the one that ends sooner."""
    ends = event.expires_on or event.until or date.max
    return (-event.first.toordinal(), ends.toordinal(), event.kind, event.at)


RULES = (_revoked, _suspended, _lifted_on_hearsay, _doubted, _denied, _licence)

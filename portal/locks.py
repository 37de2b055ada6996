"""The three locks: licence, office here, job order for this work. In: agency, date; out: states.

A lock is proven by an authority's own register or letter, or a staff check, of at most 90 days.
The default is unproven; the whole is the worst of the three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from portal.model import Record, first_day, later
from portal.standing import PROOF_DAYS, PROOF_KINDS, Standing, day_of, events_of, standing, timeline

State = Literal["no", "unproven", "proven"]
# The states of one lock in time, each from its day until the day before the next.
Steps = tuple[tuple[date, State], ...]
WORST_FIRST: tuple[State, ...] = ("no", "unproven", "proven")
NO_REASONS = frozenset({"revoked", "suspended", "not_licensed", "not_operating"})


@dataclass(frozen=True)
class Lock:
    """One lock: its state, the ids of the sources that decide it and the day of that evidence."""

    state: State
    sources: tuple[str, ...] = ()
    as_of: date | None = None


@dataclass(frozen=True)
class Locks:
    """The three locks of one agency on one day, for one district and one job."""

    licence: Lock
    office: Lock
    order: Lock

    @property
    def whole(self) -> State:
        """The worst of the three."""
        states = (self.licence.state, self.office.state, self.order.state)
        return min(states, key=WORST_FIRST.index)


def locks(
    agency: Record,
    source_kinds: Mapping[str, str],
    on: date,
    region: str = "",
    country: str = "",
    position: str = "",
) -> Locks:
    """Return the locks of `agency` on the day `on`.

    `region` is the code of the reader's kabupaten or kota, `country` and `position` the job
    offered; what is not given cannot be proven.
    """
    now = standing(events_of(agency, source_kinds), on)
    offices = [one for one in agency["offices"] if region and one["region"] == region]
    orders = [one for one in agency["job_orders"] if _offered(one, country, position)]
    return Locks(
        _licence_lock(agency, now),
        _place_lock(offices, source_kinds, on),
        _order_lock(orders, source_kinds, on),
    )


def is_closed(office: Record, on: date) -> bool:
    """Whether an office of a firm is shut on the day `on`; `until` is the first day it is shut."""
    return bool(office["until"] and office["until"] <= on)


def has_ended(order: Record, on: date) -> bool:
    """Whether a job order is over on the day `on`; `until` is the last day it holds."""
    return bool(order["until"] and order["until"] < on)


def licence_steps(agency: Record, source_kinds: Mapping[str, str], since: date) -> Steps:
    """Return the states of the first lock from `since` on."""
    days = [span.since for span in timeline(events_of(agency, source_kinds), since)]
    return _steps(since, days, lambda day: locks(agency, source_kinds, day).licence.state)


def office_steps(agency: Record, source_kinds: Mapping[str, str], since: date) -> dict[str, Steps]:
    """Return the states of the second lock from `since` on, for each region with an office.

    Anywhere else it is unproven on every day.
    """
    found: dict[str, Steps] = {}
    for code in sorted({one["region"] for one in agency["offices"]}):
        here = [one for one in agency["offices"] if one["region"] == code]
        days = [day for one in here for day in (*_proof_days(one), one["until"]) if day]
        found[code] = _steps(since, days, _state_on(_place_lock, here, source_kinds))
    return found


def order_steps(
    agency: Record, source_kinds: Mapping[str, str], since: date
) -> dict[tuple[str, str], Steps]:
    """Return the states of the third lock from `since` on, for each (country, position) on record.

    For any other job it is unproven on every day.
    """
    found: dict[tuple[str, str], Steps] = {}
    for one in agency["job_orders"]:
        job = (one["country"], one["position"])
        if any(_offered(one, *other) for other in found):
            continue
        same = [order for order in agency["job_orders"] if _offered(order, *job)]
        ends = [later(order["until"], 1) for order in same if order["until"]]
        days = [day for order in same for day in _proof_days(order)] + ends
        found[job] = _steps(since, days, _state_on(_order_lock, same, source_kinds))
    return found


def _state_on(
    lock: Callable[[Iterable[Record], Mapping[str, str], date], Lock],
    found: Iterable[Record],
    source_kinds: Mapping[str, str],
) -> Callable[[date], State]:
    return lambda day: lock(found, source_kinds, day).state


def _proof_days(one: Record) -> tuple[date, date]:
    """Return the day from which evidence counts, and the first on which it is too old."""
    return first_day(one["as_of"]), later(first_day(one["as_of"]), PROOF_DAYS + 1)


def _steps(since: date, days: Iterable[date], state_on: Callable[[date], State]) -> Steps:
    steps: list[tuple[date, State]] = []
    for day in sorted({since, *(day for day in days if day > since)}):
        state = state_on(day)
        if not steps or steps[-1][1] != state:
            steps.append((day, state))
    return tuple(steps)


def _licence_lock(agency: Record, now: Standing) -> Lock:
    if now.at is None:
        return Lock("unproven")
    event = agency["events"][now.at]
    when = day_of(event)
    states: dict[bool, State] = {True: "no", False: "unproven"}
    state = "proven" if now.word == "licensed" else states[now.reason in NO_REASONS]
    return Lock(state, event["sources"], when.first if when else None)


def _place_lock(offices: Iterable[Record], source_kinds: Mapping[str, str], on: date) -> Lock:
    offices = list(offices)
    open_here = [one for one in offices if not is_closed(one, on)]
    if offices and not open_here:
        return Lock("no", offices[-1]["sources"], offices[-1]["until"])
    return _best(open_here, source_kinds, on)


def _order_lock(orders: Iterable[Record], source_kinds: Mapping[str, str], on: date) -> Lock:
    orders = list(orders)
    running = [one for one in orders if not has_ended(one, on)]
    return _best(running, source_kinds, on)


def _best(found: Iterable[Record], source_kinds: Mapping[str, str], on: date) -> Lock:
    best = Lock("unproven")
    for one in found:
        as_of = first_day(one["as_of"])
        if as_of > on:
            continue
        proof = any(source_kinds.get(source) in PROOF_KINDS for source in one["sources"])
        fresh = (on - as_of).days <= PROOF_DAYS
        if proof and fresh:
            return Lock("proven", one["sources"], as_of)
        best = Lock("unproven", one["sources"], as_of)
    return best


def _offered(order: Record, country: str, position: str) -> bool:
    same_country = order["country"].casefold() == country.casefold()
    return bool(country and position) and same_country and _same(order["position"], position)


def _same(one: str, other: str) -> bool:
    return one.casefold().strip() == other.casefold().strip()

"""Three locks: each proven only by fresh official evidence; the whole is the worst of the three."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.locks import (
    WORST_FIRST,
    Lock,
    Locks,
    Steps,
    licence_steps,
    locks,
    office_steps,
    order_steps,
)
from portal.model import Partial, Record, Row

TODAY = date(2026, 11, 21)
KINDS = {"register": "official", "paper": "press", "visit": "staff_check"}
ROW = Row("data/agencies.yaml", 1, {"id": "a"}, {})


def record(**values: Any) -> Record:
    return Record("agencies", "P3MI", values, ROW)


def event(kind: str, on: str, source: str) -> Record:
    blank = {"reported_on": None, "until": None, "expires_on": None}
    return record(kind=kind, happened_on=Partial.parse(on), sources=(source,), **blank)


def office(as_of: str, source: str, region: str = "35.08", until: date | None = None) -> Record:
    return record(region=region, as_of=Partial.parse(as_of), sources=(source,), until=until)


def order(as_of: date, source: str, until: date | None = None) -> Record:
    what = {"country": "Jepang", "position": "Perawat"}
    return record(as_of=as_of, sources=(source,), until=until, **what)


def agency(events: Any = (), offices: Any = (), orders: Any = ()) -> Record:
    return record(events=tuple(events), offices=tuple(offices), job_orders=tuple(orders))


def test_everything_is_unproven_by_default() -> None:
    found = locks(agency(), KINDS, TODAY, "35.08", "Jepang", "Perawat")
    assert (found.licence.state, found.office.state, found.order.state) == ("unproven",) * 3
    assert found.whole == "unproven"


def test_three_fresh_proofs_open_the_whole() -> None:
    one = agency(
        [event("licensed", "2026-11-01", "register")],
        [office("2026-11-01", "visit")],
        [order(date(2026, 11, 1), "register", date(2027, 1, 1))],
    )
    found = locks(one, KINDS, TODAY, "35.08", "jepang", " perawat")
    assert found.whole == "proven"
    assert found.office == Lock("proven", ("visit",), date(2026, 11, 1))
    assert locks(one, KINDS, TODAY).whole == "unproven", "what is not asked cannot be proven"
    assert locks(one, KINDS, TODAY + timedelta(days=91), "35.08", "Jepang", "Perawat").whole == (
        "unproven"
    )


@pytest.mark.parametrize(
    ("place", "state"),
    [
        (office("2026-11-01", "paper"), "unproven"),
        (office("2026-08-01", "register"), "unproven"),
        (office("2026-11-01", "register", region="35"), "unproven"),
        (office("2026-12-01", "register"), "unproven"),
        (office("2026-11-01", "register", until=date(2026, 11, 10)), "no"),
        (office("2026-11-01", "register"), "proven"),
    ],
)
def test_the_office_lock(place: Record, state: str) -> None:
    assert locks(agency(offices=[place]), KINDS, TODAY, "35.08").office.state == state


@pytest.mark.parametrize(
    ("kind", "state"),
    [
        ("revoked", "no"),
        ("suspended", "no"),
        ("not_licensed", "no"),
        ("sanctioned", "unproven"),
        ("revocation_disputed", "unproven"),
        ("named", "unproven"),
        ("licensed", "proven"),
    ],
)
def test_the_licence_lock(kind: str, state: str) -> None:
    one = agency([event(kind, "2026-11-01", "register")])
    assert locks(one, KINDS, TODAY).licence.state == state


def test_an_ended_job_order_proves_nothing() -> None:
    one = agency(orders=[order(date(2026, 11, 1), "register", TODAY - timedelta(days=1))])
    assert locks(one, KINDS, TODAY, "", "Jepang", "Perawat").order.state == "unproven"


@given(st.permutations(list(product(WORST_FIRST, repeat=3))))
def test_the_whole_is_the_worst(states: Any) -> None:
    for three in states:
        whole = Locks(*(Lock(state) for state in three)).whole
        assert WORST_FIRST.index(whole) == min(map(WORST_FIRST.index, three))


SINCE = date(2026, 6, 1)
YEARS = [SINCE + timedelta(days=more) for more in range(3 * 366)]
DAYS = st.dates(date(2025, 12, 1), date(2028, 6, 1))
SOURCES = st.sampled_from(sorted(KINDS))
ENDS = st.none() | DAYS
CODES = st.sampled_from(["35.08", "35.09"])
OFFICES = st.builds(lambda on, *more: office(on.isoformat(), *more), DAYS, SOURCES, CODES, ENDS)
ORDERS = st.builds(order, DAYS, SOURCES, ENDS)
LICENCES = st.builds(
    lambda kind, on, source: event(kind, on.isoformat(), source),
    st.sampled_from(["licensed", "revoked", "suspended", "not_licensed"]),
    DAYS,
    SOURCES,
)
NEVER: Steps = ((SINCE, "unproven"),)


def on_day(steps: Steps, day: date) -> str:
    return [state for since, state in steps if since <= day][-1]


@settings(max_examples=40, deadline=None)
@given(st.lists(LICENCES, max_size=3), st.lists(OFFICES, max_size=4), st.lists(ORDERS, max_size=4))
def test_the_steps_of_the_locks_say_what_the_locks_say_on_every_day(
    events: Any, offices: Any, orders: Any
) -> None:
    one = agency(events, offices, orders)
    first = licence_steps(one, KINDS, SINCE)
    second, third = office_steps(one, KINDS, SINCE), order_steps(one, KINDS, SINCE)
    for day in YEARS + [end for steps in (*second.values(), first) for end, _ in steps]:
        for code in ("35.08", "35.09"):
            now = locks(one, KINDS, day, code, "Jepang", "Perawat")
            assert on_day(second.get(code, NEVER), day) == now.office.state
        assert on_day(third.get(("Jepang", "Perawat"), NEVER), day) == now.order.state
        assert on_day(first, day) == now.licence.state


@given(st.lists(OFFICES, min_size=1, max_size=4))
def test_steps_begin_on_the_first_day_and_never_repeat_a_state(offices: Any) -> None:
    for steps in office_steps(agency(offices=offices), KINDS, SINCE).values():
        assert steps[0][0] == SINCE
        assert all(one[0] < two[0] for one, two in pairwise(steps))
        assert all(one[1] != two[1] for one, two in pairwise(steps))


def test_one_job_written_in_two_ways_is_one_job() -> None:
    other = order(date(2026, 11, 1), "register").replaced(position=" perawat", country="jepang")
    found = order_steps(agency(orders=[order(date(2026, 7, 1), "paper"), other]), KINDS, TODAY)
    assert list(found) == [("Jepang", "Perawat")]
    assert found["Jepang", "Perawat"] == (
        (TODAY, "proven"),
        (date(2027, 1, 31), "unproven"),
    )

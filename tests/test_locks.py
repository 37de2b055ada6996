"""Three locks: each proven only by fresh official evidence; the whole is the worst of the three."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.locks import WORST_FIRST, Lock, Locks, locks
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

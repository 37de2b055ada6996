"""Dates known in part, places of values, records that are asked by field."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model import Partial, Record, Row


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-02-29", date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_partial_date_means_every_day_it_may_be(text: str, first: date, last: date) -> None:
    day = Partial.parse(text)
    assert (day.first, day.last, str(day)) == (first, last, text)


@pytest.mark.parametrize("text", ["", "24", "2024-2", "2024-13", "2023-02-29", "2024-00", "٢٠٢٤"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        Partial.parse(text)


@given(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
def test_a_whole_day_is_itself(day: date) -> None:
    found = Partial.parse(day.isoformat())
    assert found.first == found.last == day


def test_a_place_is_that_of_the_value_or_of_what_holds_it() -> None:
    marks = {(): (3, 1), ("events",): (4, 3), ("events", 0): (5, 5)}
    row = Row("data/x.yaml", 3, {"id": "a"}, marks)
    assert row.place(("events", 0, "until")) == (5, 5)
    assert row.place(("name",)) == (3, 1)
    inner = Record("x.events", "benda", {"until": None}, row, ("events", 0))
    assert (inner.line, inner.place("until"), inner.called) == (5, (5, 5), 'benda "a"')


def test_a_replaced_record_keeps_its_place() -> None:
    record = Record("x", "benda", {"id": "a", "note": "lama"}, Row("x.yaml", 9, {"id": "a"}, {}))
    changed = record.replaced(note="baru")
    assert (changed["note"], changed.line, record["note"]) == ("baru", 9, "lama")

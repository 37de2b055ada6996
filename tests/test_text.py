"""Dates, money and numbers as Indonesians write them; the nearest known word."""

from __future__ import annotations

from datetime import date

import pytest

from portal.model import Partial
from portal.text import closest, long_date, number, rupiah


@pytest.mark.parametrize(
    ("amount", "shown"),
    [
        (0, "Rp0"),
        (37500, "Rp37.500"),
        (1_000_000, "Rp1 juta"),
        (122_300_000, "Rp122,3 juta"),
        (1_683_500_000, "Rp1.683.500.000"),
        (1_500_000_000, "Rp1,5 miliar"),
        (15_000_000_000, "Rp15 miliar"),
        (2_000_000_000_000, "Rp2 triliun"),
    ],
)
def test_rupiah(amount: int, shown: str) -> None:
    assert rupiah(amount) == shown


@pytest.mark.parametrize(
    ("day", "shown"),
    [
        (None, ""),
        (date(2026, 2, 3), "3 Februari 2026"),
        (Partial.parse("2026-02-03"), "3 Februari 2026"),
        (Partial.parse("2026-02"), "Februari 2026"),
        (Partial.parse("2026"), "2026"),
    ],
)
def test_a_date_says_no_more_than_is_known(day: date | Partial | None, shown: str) -> None:
    assert long_date(day) == shown


def test_numbers() -> None:
    assert number(1234567) == "1.234.567"
    assert number(4.5) == "4,5"


def test_the_nearest_word_or_none() -> None:
    assert closest("revokd", ["revoked", "named"]) == "revoked"
    assert closest("xyz", ["revoked", "named"]) == ""

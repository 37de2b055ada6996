"""One place knows the day; everything else is told."""

from __future__ import annotations

from datetime import date

import pytest

from portal.clock import read_day, today


def test_portal_today_wins() -> None:
    assert today({"PORTAL_TODAY": "2026-11-22", "SOURCE_DATE_EPOCH": "0"}) == date(2026, 11, 22)


def test_source_date_epoch_is_read_in_jakarta() -> None:
    evening_in_london = "1795388400"  # 2026-11-22 23:00 UTC
    assert today({"SOURCE_DATE_EPOCH": evening_in_london}) == date(2026, 11, 23)


def test_the_clock_is_the_last_resort() -> None:
    assert today({}) >= date(2026, 11, 22)


@pytest.mark.parametrize(
    "text", ["besok", "", "20261122", "2026-W47-7", "2026-02-30", "9999-12-31"]
)
def test_a_wrong_day_is_told_in_a_sentence(text: str) -> None:
    with pytest.raises(ValueError, match=f'tanggal "{text}" salah; tulis misalnya'):
        read_day(text)


def test_a_wrong_moment_is_told_in_a_sentence() -> None:
    with pytest.raises(ValueError, match='SOURCE_DATE_EPOCH "abc" bukan bilangan detik'):
        today({"SOURCE_DATE_EPOCH": "abc"})

"""The only place that knows what day it is. In: the environment; out: a date."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7))
WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
FIRST_YEAR, LAST_YEAR = 2000, 2200


def today(environ: Mapping[str, str]) -> date:
    """Return PORTAL_TODAY, else the day of SOURCE_DATE_EPOCH, else today in Jakarta.

    Raises ValueError, in Indonesian, when PORTAL_TODAY is not a date.
    """
    given = environ.get("PORTAL_TODAY", "")
    if given:
        return read_day(given)
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not epoch.isdecimal():
        raise ValueError(f'SOURCE_DATE_EPOCH "{epoch}" bukan bilangan detik')
    moment = datetime.fromtimestamp(int(epoch), JAKARTA) if epoch else datetime.now(JAKARTA)
    return moment.date()


def read_day(text: str) -> date:
    """Return the date written as YYYY-MM-DD; ValueError with a sentence otherwise."""
    try:
        day = date.fromisoformat(text) if WRITTEN.fullmatch(text) else None
    except ValueError:
        day = None
    if day is None or not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f'tanggal "{text}" salah; tulis misalnya 2026-11-22')
    return day

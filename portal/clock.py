"""The only place that knows what day it is. In: the environment; out: a date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta, timezone

JAKARTA = timezone(timedelta(hours=7))


def today(environ: Mapping[str, str]) -> date:
    """Return PORTAL_TODAY, else the day of SOURCE_DATE_EPOCH, else today in Jakarta.

    Raises ValueError, in Indonesian, when PORTAL_TODAY is not a date.
    """
    given = environ.get("PORTAL_TODAY", "")
    if given:
        return read_day(given)
    epoch = environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), JAKARTA) if epoch else datetime.now(JAKARTA)
    return moment.date()


def read_day(text: str) -> date:
    """Return the date written as YYYY-MM-DD; ValueError with a sentence otherwise."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ValueError(f'tanggal "{text}" salah; tulis misalnya 2026-11-22') from None

"""The rule on proof: what a register or a letter says cannot be newer than the day it was read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from portal.check.context import Context, named
from portal.model import Partial, Record, first_day
from portal.problems import Problem, quoted
from portal.standing import PROOF_KINDS, day_of

WORDS = (("offices", "kantor"), ("job_orders", "job order"))


def check_proof_date(context: Context) -> Iterable[Problem]:
    """A licence, an office or a job order is no newer than one of the proofs it rests on."""
    sources = context.ids("sources")
    for record, name, when, word in _stated(context):
        proofs = [one for one in map(sources.get, record["sources"]) if one]
        proofs = [one for one in proofs if one["kind"] in PROOF_KINDS]
        limits = [_newest(one) for one in proofs]
        if when and proofs and all(limit and limit < first_day(when) for limit in limits):
            newest = max(limit for limit in limits if limit)
            message = f"{word} dicatat {quoted(when)}, sesudah sumbernya dicek ({newest})"
            hint = (
                'Baca lagi sumbernya dan perbarui "checked_on", atau tulis tanggal menurut sumber; '
                "salinan tidak membuktikan apa pun sesudah tanggal terbitnya."
            )
            yield named(record, name).problem("proof-date", message, hint)


def _stated(context: Context) -> Iterator[tuple[Record, str, date | Partial | None, str]]:
    """Return each statement that a proof could carry, with the field and the day of it."""
    for _, event in context.parts("agencies", "events"):
        if event["kind"] == "licensed":
            name = "happened_on" if event["happened_on"] else "reported_on"
            yield event, name, day_of(event), "izin"
    for table, word in WORDS:
        for _, part in context.parts("agencies", table):
            yield part, "as_of", part["as_of"], word


def _newest(source: Record) -> date | None:
    """Return the last day of which the source can speak; None when it says no day.

    Who read a stored copy, or a copy on another site, saw the page of the day it was published.
    """
    published, checked = source["published_on"], source["checked_on"]
    if published and (source["mirror"] or source["checked_how"] == "copy" or not checked):
        return published.last if isinstance(published, Partial) else None
    return checked.last if isinstance(checked, Partial) else None

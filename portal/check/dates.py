"""Rules on dates: their order, their distance from today, the order of an agency's events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from portal.check.context import Context, Value, named
from portal.convert import called
from portal.model import Field, Record, first_day, last_day
from portal.problems import Problem, quoted
from portal.standing import day_of

# The first must not come after the second, wherever a record has both.
PAIRS = (
    ("happened_on", "until"),
    ("happened_on", "expires_on"),
    ("happened_on", "reported_on"),
    ("decree_on", "reported_on"),
    ("decree_on", "until"),
    ("from", "until"),
    ("starts_on", "ends_on"),
    ("period_start", "period_end"),
    ("published_on", "checked_on"),
    ("since", "as_of"),
)
# Days on which something happened or was written: nobody can have seen what is still to come.
SEEN = frozenset("happened_on reported_on as_of published_on decree_on".split())
OLDEST = date(1900, 1, 1)
LICENCE_KINDS = frozenset({"licensed", "old_licence", "self_declared"})
PAUSES = frozenset({"suspended", "sanctioned"})
LONGEST_PAUSE = 5
ONLY_WITH: Mapping[str, frozenset[str]] = {
    "until": frozenset({"suspended", "health_pause", "sanctioned"}),
    "scope": frozenset({"suspended", "suspension_ended"}),
    "licence_no": LICENCE_KINDS | {"revoked", "revocation_disputed"},
    "expires_on": LICENCE_KINDS,
}


def check_date_order(context: Context) -> Iterable[Problem]:
    """What begins must not end before it begins; nothing is reported before it happens."""
    wanted = frozenset(name for pair in PAIRS for name in pair)
    for record, fields in _dated(context, wanted):
        for early, late in PAIRS:
            first, second = record.data.get(early), record.data.get(late)
            if first and second and first_day(first) > last_day(second):
                value = Value(record, fields[late], (late,), second)
                message = (
                    f"{called(fields[late])} ({late}) {quoted(second)} lebih awal daripada "
                    f"{called(fields[early])} ({early}) {quoted(first)}"
                )
                yield value.problem("date-order", message, "Periksa kedua tanggal itu.")


def _dated(context: Context, wanted: frozenset[str]) -> Iterator[tuple[Record, dict[str, Field]]]:
    """Return every record, nested ones too, that has wanted fields, and those fields by name."""
    for resource in context.resources:
        groups = [("", resource.fields)]
        groups += [(one.name, one.parts) for one in resource.fields if one.parts]
        for name, fields in groups:
            named = {one.name: one for one in fields if one.name in wanted}
            if named:
                records = context[resource.name]
                parts = (part for one in records for part in one[name]) if name else records
                yield from ((one, named) for one in parts)


def check_future_date(context: Context) -> Iterable[Problem]:
    """What was seen, written or decided cannot lie in the future."""
    for value in context.values(lambda field: field.name in SEEN):
        if first_day(value.value) > context.today:
            message = f"{value.title} {quoted(value.value)} masih di masa depan"
            hint = f"Periksa tahunnya; hari ini {context.today}."
            yield value.problem("future-date", message, hint)


def check_impossible_date(context: Context) -> Iterable[Problem]:
    """A year before 1900 is a slip of the finger."""
    for value in context.values(lambda field: _is_date(field)):
        if first_day(value.value) < OLDEST:
            message = f"{value.title} {quoted(value.value)} terlalu lama berlalu"
            yield value.problem("impossible-date", message, "Periksa tahunnya.")


def _is_date(field: Field) -> bool:
    return field.type == "date" or field.semantic == "partial_date"


def check_undated_event(context: Context) -> Iterable[Problem]:
    """An event says when it happened, or at least when it was reported."""
    for _, event in context.parts("agencies", "events"):
        raw = event.row.values["events"][event.path[-1]]
        if not (raw.get("happened_on") or raw.get("reported_on")):
            message = f"peristiwa {quoted(event['kind'])} tidak bertanggal"
            hint = 'Isi "happened_on" (terjadi pada) atau "reported_on" (diberitakan pada).'
            yield named(event, "happened_on").problem("undated-event", message, hint)


def check_event_order(context: Context) -> Iterable[Problem]:
    """An end without a beginning, or a value that this kind of event does not have."""
    for agency, event in context.parts("agencies", "events"):
        kind = event["kind"]
        if kind == "suspension_ended" and not _paused_before(agency, event):
            message = "penghentian sementara berakhir, tetapi awalnya tidak tercatat"
            hint = 'Tambahkan peristiwa "suspended" sebelum tanggal ini bila sumbernya ada.'
            yield named(event, "kind").problem("event-order", message, hint, "warning")
        yield from _too_long(event)
        for name, kinds in ONLY_WITH.items():
            if event[name] and kind not in kinds:
                message = f'kolom "{name}" tidak cocok dengan peristiwa {quoted(kind)}'
                hint = f"Kolom ini hanya untuk: {', '.join(sorted(kinds))}."
                yield named(event, name).problem("event-order", message, hint, "warning")


def _too_long(event: Record) -> Iterable[Problem]:
    when, until = day_of(event), event["until"]
    if event["kind"] in PAUSES and when and until and until.year - when.last.year > LONGEST_PAUSE:
        message = f"penghentian sampai {quoted(until)} berlangsung lebih dari {LONGEST_PAUSE} tahun"
        hint = 'Periksa tahunnya; tanpa tanggal akhir, kosongkan "until".'
        yield named(event, "until").problem("event-order", message, hint, "warning")


def _paused_before(agency: Record, end: Record) -> bool:
    when = day_of(end)
    pauses = (one for one in agency["events"] if one["kind"] in PAUSES)
    starts = (day_of(one) for one in pauses)
    return any(start is None or when is None or start.first <= when.last for start in starts)

"""Rows to records: the description in datapackage.yaml is applied to every value.

In: rows of texts. Out: records of typed values, and a Problem for each value that does not fit.
The same description is read by Frictionless (see tests/test_schema.py), by the staff guide and by
the open data; nothing about a field is written anywhere else.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.convert import UnfitError, converter, titled
from portal.model import Field, Path, Record, Resource, Row
from portal.package import read_package, read_schema, read_schema_file
from portal.problems import Problem, quoted
from portal.text import closest

__all__ = ["RULES", "read_package", "read_schema", "read_schema_file", "to_records"]

RULES = (
    "unknown-field required missing-source value-type value-format stray-space number money "
    "out-of-range yes-no date-format quote-text"
).split()
EMPTY: Mapping[str, Any] = {"string": "", "array": (), "list": ()}


def to_records(resource: Resource, rows: Iterable[Row]) -> tuple[tuple[Record, ...], list[Problem]]:
    """Return every row as a record, and a Problem for each value that does not fit its field."""
    notes = _Notes(resource)
    plans = _plans(resource.fields, resource)
    names = frozenset(plans)
    records = []
    for row in rows:
        notes.row = row
        values = _values(plans, names, row.values, (), notes)
        records.append(Record(resource.name, resource.label, values, row, (), resource.key))
    return tuple(records), notes.problems


class _Notes:
    """Collects the problems of one file; knows the row being read."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        self.problems: list[Problem] = []
        self.row = Row("", 0, {}, {})
        self.is_csv = resource.path.endswith(".csv")

    def say(self, path: Path, field: str, rule: str, message: str, hint: str) -> None:
        row, resource = self.row, self.resource
        label = f"{resource.label} {quoted(row.values.get(resource.key, ''))}"
        place = row.place(path)
        self.problems.append(Problem(row.file, *place, rule, message, hint, label, field))


class _Plan:
    """What to do with the values of one field, worked out once instead of at every value."""

    __slots__ = ("convert", "empty", "field", "is_list", "may_be_bare", "names", "nested", "parts")

    def __init__(self, field: Field, resource: Resource) -> None:
        self.field = field
        self.convert = converter(field)
        self.empty = EMPTY.get(field.type)
        self.is_list = field.is_list
        # Text that plain YAML would take for a number, a date or yes/no must be quoted.
        self.may_be_bare = field.type not in ("string", "array", "list") or bool(
            field.semantic == "partial_date"
        )
        self.parts = _plans(field.parts, resource)
        self.names = frozenset(self.parts)
        self.nested = f"{resource.name}.{field.name}"


_Plans = Mapping[str, _Plan]


def _plans(fields: Iterable[Field], resource: Resource) -> _Plans:
    return {one.name: _Plan(one, resource) for one in fields}


def _values(
    plans: _Plans, names: frozenset[str], raw: Mapping[str, Any], path: Path, notes: _Notes
) -> dict[str, Any]:
    # A CSV's header was compared with the description once, when the file was read.
    if not notes.is_csv and not names >= raw.keys():
        _unknown(names, raw, path, notes)
    values: dict[str, Any] = {}
    for name, plan in plans.items():
        text = raw.get(name)
        if text:
            values[name] = _value(plan, text, (*path, name), notes)
        else:
            values[name] = plan.empty
            if plan.field.required and not (notes.is_csv and name not in raw):
                _required(plan.field, (*path, name), notes)
    return values


def _unknown(names: frozenset[str], raw: Mapping[str, Any], path: Path, notes: _Notes) -> None:
    for name in sorted(raw.keys() - names):
        meant = closest(name, names)
        hint = f'Maksudnya "{meant}"?' if meant else f"Kolom yang ada: {', '.join(sorted(names))}."
        message = f"kolom {quoted(name)} tidak dikenal"
        notes.say((*path, name), name, "unknown-field", message, hint)


def _required(field: Field, path: Path, notes: _Notes) -> None:
    example = f"Contoh: {field.example}." if field.example else f'Isi "{field.name}".'
    rule = "missing-source" if field.name == "sources" else "required"
    notes.say(path, field.name, rule, f"{titled(field)} belum diisi", example)


def _value(plan: _Plan, raw: Any, path: Path, notes: _Notes) -> Any:
    if plan.is_list:
        return _list(plan, raw, path, notes)
    if isinstance(raw, str):
        return _scalar(plan, raw, path, notes)
    message = f"{titled(plan.field)} harus berisi satu nilai, bukan daftar"
    notes.say(path, plan.field.name, "value-type", message, "Tulis satu nilai saja.")
    return plan.empty


def _list(plan: _Plan, raw: Any, path: Path, notes: _Notes) -> tuple[Any, ...]:
    field = plan.field
    if field.type == "list" and isinstance(raw, str):
        raw = [part.strip() for part in raw.split(field.delimiter)]
    if not isinstance(raw, list):
        message = f"{titled(field)} harus berupa daftar"
        notes.say(path, field.name, "value-type", message, 'Awali setiap baris dengan "- ".')
        return ()
    read = _nested if plan.parts else _item
    items = (read(plan, one, (*path, at), notes) for at, one in enumerate(raw))
    return tuple(one for one in items if one not in ("", None))


def _item(plan: _Plan, raw: Any, path: Path, notes: _Notes) -> Any:
    if isinstance(raw, str) and raw:
        return _scalar(plan, raw, path, notes)
    message = f"{titled(plan.field)} berisi bagian yang kosong atau bersarang"
    hint = "Tulis satu nilai tiap bagian; hapus yang kosong."
    notes.say(path, plan.field.name, "value-type", message, hint)
    return ""


def _nested(plan: _Plan, raw: Any, path: Path, notes: _Notes) -> Record | None:
    resource = notes.resource
    if isinstance(raw, dict):
        values = _values(plan.parts, plan.names, raw, path, notes)
        return Record(plan.nested, resource.label, values, notes.row, path, resource.key)
    message = f"{titled(plan.field)} harus berisi kolom-kolom, bukan satu nilai"
    hint = f"Kolom yang ada: {', '.join(plan.parts)}."
    notes.say(path, plan.field.name, "value-type", message, hint)
    return None


def _scalar(plan: _Plan, raw: str, path: Path, notes: _Notes) -> Any:
    field = plan.field
    if raw[0].isspace() or raw[-1].isspace():
        message = f"{titled(field)} diawali atau diakhiri spasi"
        notes.say(path, field.name, "stray-space", message, f"Tulis {quoted(raw)} tanpa spasi itu.")
        raw = raw.strip() or "?"
    try:
        value = plan.convert(field, raw)
    except UnfitError as error:
        notes.say(path, field.name, *error.args)
        return plan.empty
    if not plan.may_be_bare and path in notes.row.bare:
        message = f"{titled(field)} {quoted(raw)} bisa terbaca lain oleh program lain"
        hint = f"Tulis {quoted(raw)} dengan tanda petik."
        notes.say(path, field.name, "quote-text", message, hint)
    return value

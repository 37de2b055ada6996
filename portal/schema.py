"""Rows to records: the description in datapackage.yaml is read once and applied to every value.

In: rows of texts. Out: records of typed values, and a Problem for each value that does not fit.
The same description is read by Frictionless (see tests/test_schema.py), by the staff guide and by
the open data; nothing about a field is written anywhere else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path as FilePath
from typing import Any

import yaml

from portal.model import Field, Partial, Path, Record, Resource, Row
from portal.problems import Problem
from portal.text import closest

OTHERS: Mapping[str, Any] = {"string": "", "array": (), "list": ()}


def read_schema(text: str) -> tuple[Resource, ...]:
    """Return the files that datapackage.yaml (given as text) describes, in its order."""
    package = yaml.load(text, Loader=yaml.CSafeLoader)  # noqa: S506  (CSafeLoader is safe)
    return tuple(_resource(one) for one in package["resources"])


def read_schema_file(path: FilePath) -> tuple[Resource, ...]:
    """Return the files described by the datapackage.yaml at `path`."""
    return read_schema(path.read_text(encoding="utf-8"))


def _resource(raw: Mapping[str, Any]) -> Resource:
    fields = tuple(_field(one) for one in raw["schema"]["fields"])
    key = raw["schema"]["primaryKey"][0]
    return Resource(raw["name"], raw["label"], raw["title"], raw["path"], key, fields)


def _field(raw: Mapping[str, Any]) -> Field:
    rules = raw.get("constraints", {})
    return Field(
        name=raw["name"],
        type=raw["type"],
        title=raw["title"],
        description=raw.get("description", ""),
        example=str(raw.get("example", "")),
        required=rules.get("required", False),
        semantic=raw.get("semantic", ""),
        vocabulary=raw.get("vocabulary", ""),
        ref=raw.get("ref", ""),
        pattern=rules.get("pattern", ""),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        delimiter=raw.get("delimiter", ";"),
        true_values=tuple(raw.get("trueValues", ("true",))),
        false_values=tuple(raw.get("falseValues", ("false",))),
        old_terms=raw.get("old_terms", False),
        parts=tuple(_field(one) for one in raw.get("parts", ())),
    )


def to_records(
    resource: Resource, rows: Iterable[Row]
) -> tuple[tuple[Record, ...], list[Problem]]:
    """Return every row as a record, and a Problem for each value that does not fit its field."""
    reader = _Reader(resource)
    records = tuple(reader.record(row) for row in rows)
    return records, reader.problems


class _Reader:
    """Applies one file's fields to its rows, collecting problems."""

    def __init__(self, resource: Resource) -> None:
        self.resource = resource
        self.problems: list[Problem] = []
        self._row = Row("", 0, {}, {})

    def record(self, row: Row) -> Record:
        self._row = row
        values = self._values(self.resource.fields, row.values, ())
        resource = self.resource
        return Record(resource.name, resource.label, values, row, (), resource.key)

    def _values(
        self, fields: tuple[Field, ...], raw: Mapping[str, Any], path: Path
    ) -> dict[str, Any]:
        self._unknown(fields, raw, path)
        return {one.name: self._value(one, raw.get(one.name, ""), path) for one in fields}

    def _unknown(self, fields: tuple[Field, ...], raw: Mapping[str, Any], path: Path) -> None:
        names = [one.name for one in fields]
        for name in raw.keys() - set(names):
            meant = closest(name, names)
            hint = f'Maksudnya "{meant}"?' if meant else f"Kolom yang ada: {', '.join(names)}."
            self._say((*path, name), name, "unknown-field", f'kolom "{name}" tidak dikenal', hint)

    def _value(self, field: Field, raw: Any, parent: Path) -> Any:
        path = (*parent, field.name)
        if raw in ("", [], {}):
            return self._empty(field, path)
        if field.is_list:
            return self._list(field, raw, path)
        if not isinstance(raw, str):
            message = f"{_title(field)} harus berisi satu nilai, bukan daftar"
            self._say(path, field.name, "value-type", message, "Tulis satu nilai saja.")
            return OTHERS.get(field.type)
        return self._scalar(field, field.type, raw, path)

    def _empty(self, field: Field, path: Path) -> Any:
        if field.required:
            example = f"Contoh: {field.example}." if field.example else f'Isi "{field.name}".'
            message = f"{_title(field)} belum diisi"
            rule = "missing-source" if field.name == "sources" else "required"
            self._say(path, field.name, rule, message, example)
        return OTHERS.get(field.type)

    def _list(self, field: Field, raw: Any, path: Path) -> tuple[Any, ...]:
        if field.type == "list" and isinstance(raw, str):
            raw = [part.strip() for part in raw.split(field.delimiter)]
        if not isinstance(raw, list):
            message = f"{_title(field)} harus berupa daftar"
            self._say(path, field.name, "value-type", message, 'Awali setiap baris dengan "- ".')
            return ()
        return tuple(self._item(field, one, (*path, at)) for at, one in enumerate(raw))

    def _item(self, field: Field, raw: Any, path: Path) -> Any:
        if field.parts:
            return self._nested(field, raw, path)
        if not isinstance(raw, str) or not raw:
            message = f"{_title(field)} berisi baris yang kosong atau bersarang"
            self._say(path, field.name, "value-type", message, "Tulis satu nilai tiap baris.")
            return ""
        return self._scalar(field, "string", raw, path)

    def _nested(self, field: Field, raw: Any, path: Path) -> Record:
        if not isinstance(raw, dict):
            message = f"{_title(field)} harus berisi kolom-kolom, bukan satu nilai"
            hint = f"Kolom yang ada: {', '.join(one.name for one in field.parts)}."
            self._say(path, field.name, "value-type", message, hint)
            raw = {}
        values = self._values(field.parts, raw, path)
        resource = self.resource
        name = f"{resource.name}.{field.name}"
        return Record(name, resource.label, values, self._row, path, resource.key)

    def _scalar(self, field: Field, kind: str, raw: str, path: Path) -> Any:
        try:
            value = _CONVERT[field.semantic if field.semantic in _CONVERT else kind](field, raw)
        except ValueError as error:
            self._say(path, field.name, *error.args)
            return OTHERS.get(kind)
        if kind == "string" and path in self._row.bare and not field.semantic == "partial_date":
            message = f'{_title(field)} "{raw}" bisa terbaca lain oleh program lain'
            self._say(path, field.name, "quote-text", message, f'Tulis "{raw}" dengan tanda petik.')
        return value

    def _say(self, path: Path, field: str, rule: str, message: str, hint: str) -> None:
        row = self._row
        label = f'{self.resource.label} "{row.values.get(self.resource.key, "")}"'
        place = row.place(path)
        self.problems.append(Problem(row.file, *place, rule, message, hint, label, field))


def _title(field: Field) -> str:
    """Return the field's title as it reads inside a sentence, with its key."""
    title = field.title if field.title[:2].isupper() else field.title[:1].lower() + field.title[1:]
    return f"{title} ({field.name})"


def _string(field: Field, raw: str) -> str:
    if field.pattern and not re.fullmatch(field.pattern, raw):
        hint = f"Contoh: {field.example}." if field.example else ""
        raise ValueError("value-form", f'{_title(field)} "{raw}" salah bentuk', hint)
    return raw


def _integer(field: Field, raw: str) -> int:
    if not re.fullmatch(r"\d+", raw):
        money = field.name.endswith("_rp")
        hint = "Tulis angka saja, tanpa titik, koma atau Rp." if money else "Tulis angka saja."
        rule = "money" if money else "number"
        raise ValueError(rule, f'{_title(field)} "{raw}" bukan bilangan bulat', hint)
    return int(_bounded(field, float(raw)))


def _number(field: Field, raw: str) -> float:
    if not re.fullmatch(r"\d+(\.\d+)?", raw):
        hint = "Tulis angka saja; koma desimal ditulis titik."
        raise ValueError("number", f'{_title(field)} "{raw}" bukan angka', hint)
    return _bounded(field, float(raw))


def _bounded(field: Field, value: float) -> float:
    low, high = field.minimum, field.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        text = f'{_title(field)} "{value:g}" di luar batas'
        hint = f"Paling kecil {low:g}." if high is None else f"Antara {low or 0:g} dan {high:g}."
        raise ValueError("out-of-range", text, hint)
    return value


def _boolean(field: Field, raw: str) -> bool:
    if raw in field.true_values or raw in field.false_values:
        return raw in field.true_values
    choices = f'Tulis "{field.true_values[0]}" atau "{field.false_values[0]}".'
    raise ValueError("yes-no", f'{_title(field)} "{raw}" tidak dikenal', choices)


def _date(field: Field, raw: str) -> date:
    try:
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", raw):
            raise ValueError(raw)
        return date.fromisoformat(raw)
    except ValueError:
        hint = "Tulis tahun-bulan-tanggal, misalnya 2026-02-03."
        message = f'{_title(field)} "{raw}" bukan tanggal yang ada'
        raise ValueError("date-form", message, hint) from None


def _partial(field: Field, raw: str) -> Partial:
    try:
        return Partial.parse(raw)
    except ValueError:
        hint = "Tulis 2026, 2026-02 atau 2026-02-03."
        message = f'{_title(field)} "{raw}" bukan tanggal, bulan atau tahun yang ada'
        raise ValueError("date-form", message, hint) from None


_CONVERT: Mapping[str, Callable[[Field, str], Any]] = {
    "string": _string,
    "any": _string,
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
    "partial_date": _partial,
}

"""Records as flat tables. In: records and the description of their file; out: CSV, Table Schema.

Nested records become a table of their own (`agencies` -> `agency_events`), joined by the id of
their parent. Lists stand in their cell as JSON arrays, so that no separator can be mistaken.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.model import Field, Partial, Record, Resource

SINGULAR: Mapping[str, str] = {
    "agencies": "agency",
    "sanctions": "sanction",
    "procedures": "procedure",
    "fraud_patterns": "fraud_pattern",
    "offer_questions": "offer_question",
    "messages": "message",
    "vocabulary": "vocabulary",
}
TYPES: Mapping[str, str] = {name: name for name in ("boolean", "integer", "number", "date")}
Rows = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class Flat:
    """One flat table: name, title, fields, rows, and the file (`parent`) it belongs to."""

    name: str
    title: str
    fields: tuple[Field, ...]
    rows: Rows
    key: str
    parent: str = ""

    def as_csv(self) -> str:
        """Return the table as CSV (RFC 4180, lines end in LF) with a line of names."""
        out = io.StringIO()
        names = [one.name for one in self.fields]
        writer = csv.DictWriter(out, fieldnames=names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(self.rows)
        return out.getvalue()

    def as_resource(self) -> dict[str, Any]:
        """Return the entry of the table in a data package."""
        return {
            "name": self.name,
            "title": self.title,
            "path": f"{self.name}.csv",
            "type": "table",
            "format": "csv",
            "mediatype": "text/csv",
            "encoding": "utf-8",
            "schema": self._schema(),
        }

    def _schema(self) -> dict[str, Any]:
        described = [_field(one) for one in self.fields]
        if not self.parent:
            return {"fields": described, "primaryKey": [self.key]}
        joined = self.fields[0].name
        reference = {"resource": self.parent, "fields": [self.key]}
        return {
            "fields": described,
            "primaryKey": [joined, "number"],
            "foreignKeys": [{"fields": [joined], "reference": reference}],
        }


def flat_tables(resource: Resource, records: Iterable[Record]) -> Iterable[Flat]:
    """Yield the table of a file, then one for each kind of record nested in it."""
    records = tuple(records)
    own = tuple(one for one in resource.fields if not one.parts)
    rows = [_cells(one, own) for one in records]
    yield Flat(resource.name, resource.title, own, rows, resource.key)
    for field in resource.fields:
        if field.parts:
            yield _nested(resource, field, records)


def _nested(resource: Resource, field: Field, records: Iterable[Record]) -> Flat:
    singular = SINGULAR.get(resource.name, resource.name)
    joined = Field(f"{singular}_id", "string", f"ID {resource.title}", required=True)
    number = Field("number", "integer", "Urutan", required=True)
    rows = [
        {joined.name: record.id, number.name: at} | _cells(part, field.parts)
        for record in records
        for at, part in enumerate(record[field.name], start=1)
    ]
    title = f"{resource.title}: {field.title.lower()}"
    fields = (joined, number, *field.parts)
    return Flat(f"{singular}_{field.name}", title, fields, rows, resource.key, resource.name)


def _cells(record: Record, fields: Iterable[Field]) -> dict[str, Any]:
    return {one.name: _cell(record[one.name]) for one in fields}


def _cell(value: Any) -> str:
    if isinstance(value, tuple):
        return json.dumps(plain(value), ensure_ascii=False) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else repr(value)
    return "" if value is None else str(value)


def plain(value: Any) -> Any:
    """Return a value as JSON knows it: records as objects, dates as text, empty text as null."""
    if isinstance(value, Record):
        return {name: plain(one) for name, one in value.items()}
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, (date, Partial)):
        return str(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return None if value == "" else value


def _field(field: Field) -> dict[str, Any]:
    """Return a field as plain Table Schema knows it; lists are JSON arrays in their cell."""
    kind = "array" if field.is_list else TYPES.get(field.type, "string")
    made: dict[str, Any] = {"name": field.name, "type": kind, "title": field.title}
    if field.description:
        made["description"] = field.description
    if field.required:
        made["constraints"] = {"required": True}
    return made

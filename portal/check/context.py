"""What a rule is given: records, description of the files, the day, and ways to walk over them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from dataclasses import field as made
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from portal.convert import called
from portal.model import Field, Path, Place, Prose, Record, Resource, Tables
from portal.problems import Level, Problem
from portal.publish import shown

UNKNOWN_FIELD = Field("?", "string", "kolom yang tidak dikenal")


class Value(NamedTuple):
    """One filled value: the record it belongs to (perhaps nested), its field, its path, itself."""

    record: Record
    field: Field
    path: Path
    value: Any

    @property
    def place(self) -> Place:
        """Line and column of the value."""
        return self.record.place(*self.path)

    @property
    def title(self) -> str:
        """The field's title as it reads inside a sentence."""
        return called(self.field)

    def problem(self, rule: str, message: str, hint: str, level: Level = "error") -> Problem:
        """Return a problem at this value."""
        record = self.record
        return Problem(
            record.row.file,
            *self.place,
            rule,
            message,
            hint,
            record.called,
            self.field.name,
            level,
        )


def named(record: Record, name: str, at: int | None = None) -> Value:
    """Return a field of a record by name (of a list, one item), for a message in own words."""
    path = (name,) if at is None else (name, at)
    return Value(record, Field(name, "string", name), path, "")


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at.

    `unread` names the tables whose file could not be read whole: what refers to them cannot be
    judged. `found` holds the problems of all other rules and `rules` their names, for the rules
    about exceptions. `prose` holds the authored pages, () when only data is judged; `sounds` the
    recordings by the name of their file.
    """

    tables: Tables
    resources: tuple[Resource, ...]
    today: date
    folder: str = "data"
    unread: frozenset[str] = frozenset()
    found: tuple[Problem, ...] = ()
    package_text: str = ""
    rules: frozenset[str] = frozenset()
    prose: tuple[Prose, ...] = ()
    sounds: Mapping[str, bytes] = made(default_factory=dict)

    def __getitem__(self, table: str) -> tuple[Record, ...]:
        return self.tables.get(table, ())

    @property
    def public_prose(self) -> Iterator[Prose]:
        """The authored pages for the public."""
        return (one for one in self.prose if one.is_public)

    def is_whole(self, table: str) -> bool:
        """Whether the table's file is described and could be read to its end."""
        return table in self.tables and table not in self.unread

    def ids(self, table: str) -> Mapping[str, Record]:
        """Return the records of a table by id."""
        return self._ids.get(table, {})

    @cached_property
    def shown(self) -> Context:
        """The same, with only the records that readers will see."""
        return replace(self, tables=shown(self.tables))

    @cached_property
    def _ids(self) -> Mapping[str, Mapping[str, Record]]:
        return {name: {one.id: one for one in table} for name, table in self.tables.items()}

    def values(self, wanted: Callable[[Field], bool]) -> Iterator[Value]:
        """Return every filled value of the wanted fields; of lists, every item."""
        for resource in self.resources:
            chosen = _choose(resource.fields, wanted)
            if chosen:
                found: list[Value] = []
                for record in self[resource.name]:
                    _collect(record, chosen, found)
                yield from found

    def parts(self, table: str, field: str) -> Iterator[tuple[Record, Record]]:
        """Return every record of a table with each of its nested records in `field`."""
        for record in self[table]:
            for part in record[field]:
                yield record, part

    def texts(
        self, pattern: re.Pattern[str], likely: Callable[[str], object]
    ) -> Iterator[tuple[Value, re.Match[str]]]:
        """Return every text as written, in any field, in which the pattern is found.

        `likely` gets all texts of a record at once and says whether to look closer: most never
        need the walk.
        """
        for record, joined in self._joined:
            if likely(joined):
                for path, text in leaves(record.row.values, ()):
                    for match in pattern.finditer(text):
                        field = self._field(record.resource, path)
                        yield Value(record, field, path, text), match

    @cached_property
    def _joined(self) -> tuple[tuple[Record, str], ...]:
        """Every record with all its texts in one, a line each."""
        return tuple(
            (record, "\n".join([text for _, text in leaves(record.row.values, ())]))
            for table in self.tables.values()
            for record in table
        )

    def _field(self, table: str, path: Path) -> Field:
        names = tuple(one for one in path if isinstance(one, str))
        return self._fields.get((table, names), UNKNOWN_FIELD)

    @cached_property
    def _fields(self) -> Mapping[tuple[str, tuple[str, ...]], Field]:
        return {
            (resource.name, names): field
            for resource in self.resources
            for names, field in _named(resource.fields, ())
        }


Rule = Callable[[Context], Iterable[Problem]]


def leaves(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Return every text inside a value as read, with its path."""
    if isinstance(value, str):
        if value:
            yield path, value
    elif isinstance(value, Mapping):
        for name, one in value.items():
            if type(one) is str:
                if one:
                    yield (*path, name), one
            else:
                yield from leaves(one, (*path, name))
    else:
        for at, one in enumerate(value):
            yield from leaves(one, (*path, at))


def _named(
    fields: Iterable[Field], before: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], Field]]:
    for field in fields:
        yield (*before, field.name), field
        yield from _named(field.parts, (*before, field.name))


_Chosen = tuple[tuple[Field, "_Chosen"], ...]


def _choose(fields: Iterable[Field], wanted: Callable[[Field], bool]) -> _Chosen:
    """Return the wanted fields, and those with wanted fields inside."""
    chosen = ((field, _choose(field.parts, wanted)) for field in fields)
    return tuple((field, inner) for field, inner in chosen if inner or wanted(field))


def _collect(record: Record, chosen: _Chosen, found: list[Value]) -> None:
    """Add the filled values of one record to `found`: a list, for generators cost too much here."""
    data = record.data
    for field, inner in chosen:
        value = data[field.name]
        if inner:
            for part in value:
                _collect(part, inner, found)
        elif field.is_list:
            name = field.name
            found.extend(Value(record, field, (name, at), one) for at, one in enumerate(value))
        elif value or value == 0:
            found.append(Value(record, field, (field.name,), value))

"""The shapes that pass between the modules: fields, rows as read, records as understood."""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

Path = tuple[str | int, ...]
Place = tuple[int, int]
# The guide for staff, in content/ and on the site.
STAFF = "staf/"
PARTIAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12][0-9]|3[01]))?)?")


@dataclass(frozen=True)
class Field:
    """One field of a file, as data/datapackage.yaml describes it."""

    name: str
    type: str
    title: str
    description: str = ""
    example: str = ""
    required: bool = False
    semantic: str = ""
    vocabulary: str = ""
    ref: str = ""
    pattern: str = ""
    minimum: float | None = None
    maximum: float | None = None
    delimiter: str = ";"
    true_values: tuple[str, ...] = ("true",)
    false_values: tuple[str, ...] = ("false",)
    old_terms: bool = False
    plain: bool = False
    parts: tuple[Field, ...] = ()

    @property
    def is_list(self) -> bool:
        """Whether the field holds several values (nested records are lists too)."""
        return self.type in ("array", "list")


@dataclass(frozen=True)
class Resource:
    """One file of data/: its name, its label for messages, its fields.

    `source` is the id of the source on which every row of the file rests, where rows name none.
    """

    name: str
    label: str
    title: str
    path: str
    key: str
    fields: tuple[Field, ...]
    source: str = ""

    def field(self, name: str) -> Field | None:
        """Return the field called `name`, or None."""
        return next((one for one in self.fields if one.name == name), None)


@dataclass(frozen=True)
class Row:
    """One record as read: texts, lists and mappings of texts, with the place of each value.

    `marks` maps a path such as ("events", 0, "happened_on") to (line, column), both from 1.
    `bare` holds the paths of unquoted scalars that plain YAML would not read as text.
    """

    file: str
    line: int
    values: Mapping[str, Any]
    marks: Mapping[Path, Place]
    bare: frozenset[Path] = frozenset()

    def place(self, path: Path) -> Place:
        """Return the place of `path`, or of the nearest parent that has one."""
        while path and path not in self.marks:
            path = path[:-1]
        return self.marks.get(path, (self.line, 1))


@dataclass(frozen=True)
class Prose:
    """An authored page: its file as messages name it, its path in content/, its URL.

    `front` is the front matter with its fences, `text` what follows, beginning on line `line`.
    """

    file: str
    path: str
    url: str
    front: str
    text: str
    line: int

    @property
    def is_public(self) -> bool:
        """Whether it is for the public; the guide for staff quotes nothing and is not measured."""
        return not self.path.startswith(STAFF)


@dataclass(frozen=True, order=True)
class Partial:
    """A date known to the day, the month or the year: the text and the days it may mean."""

    first: date
    last: date
    text: str

    @classmethod
    def parse(cls, text: str) -> Partial:
        """Read YYYY, YYYY-MM or YYYY-MM-DD; ValueError for anything else."""
        match = PARTIAL.fullmatch(text)
        if not match:
            raise ValueError(text)
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day:
            return cls(date(year, month, day), date(year, month, day), text)
        end = month or 12
        last = date(year, end, calendar.monthrange(year, end)[1])
        return cls(date(year, month or 1, 1), last, text)

    def __str__(self) -> str:
        return self.text


def first_day(when: date | Partial) -> date:
    """Return the first day that a date may mean."""
    return when.first if isinstance(when, Partial) else when


def last_day(when: date | Partial) -> date:
    """Return the last day that a date may mean."""
    return when.last if isinstance(when, Partial) else when


def later(day: date, days: int) -> date:
    """Return the day so many days later, or the last day of the calendar."""
    return min(day, date.max - timedelta(days=days)) + timedelta(days=days)


@dataclass(frozen=True, eq=False)
class Record(Mapping[str, Any]):
    """One record as understood: typed values by field name, and where each was written.

    Every field of the schema is present: text is "" when empty, lists are (), the rest None.
    """

    resource: str
    label: str
    data: Mapping[str, Any]
    row: Row
    path: Path = ()
    key: str = "id"

    def __getitem__(self, name: str) -> Any:
        return self.data[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.data)

    def __len__(self) -> int:
        return len(self.data)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)

    @property
    def id(self) -> str:
        """The permanent id of the record (the code, for a region)."""
        return str(self.row.values.get(self.key, ""))

    @property
    def called(self) -> str:
        """How messages name the record: `P3MI "bumi-mas"`."""
        return f'{self.label} "{self.id}"'

    @property
    def line(self) -> int:
        """The line on which the record begins."""
        return self.row.place(self.path)[0]

    def place(self, *path: str | int) -> Place:
        """Return (line, column) of a value inside this record."""
        return self.row.place((*self.path, *path))

    def replaced(self, **values: Any) -> Record:
        """Return the same record with some values changed."""
        merged = {**self.data, **values}
        return Record(self.resource, self.label, merged, self.row, self.path, self.key)


Tables = Mapping[str, tuple[Record, ...]]

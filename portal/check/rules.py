"""The list of rules, and what a rule is given. A rule returns problems and prints nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from portal.model import Record, Resource, Tables
from portal.problems import Problem


@dataclass(frozen=True)
class Context:
    """Everything a rule may look at: the records, the description of the files, the day."""

    tables: Tables
    resources: tuple[Resource, ...]
    today: date
    folder: str = "data"

    def __getitem__(self, table: str) -> tuple[Record, ...]:
        return self.tables.get(table, ())


Rule = Callable[[Context], Iterable[Problem]]
RULES: Mapping[str, Rule] = {}

"""Load every file, apply the schema, then every rule, then the exceptions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from portal.check.rules import RULES, Context
from portal.load import load_file, read_text
from portal.model import Record, Resource, Tables
from portal.problems import DataError, Problem, errors
from portal.schema import read_schema, to_records

HERE = Path(__file__).resolve().parents[2]
PACKAGE = "datapackage.yaml"


@dataclass(frozen=True)
class Checked:
    """What came out of a folder: records by table, sorted problems, the count of records."""

    tables: Tables
    problems: tuple[Problem, ...]
    records: int
    resources: tuple[Resource, ...]

    def sound(self) -> Tables:
        """Return the tables; DataError with the whole report when anything is wrong."""
        if errors(self.problems):
            raise DataError(self.problems, self.records)
        return self.tables


def check(data: Path, today: date) -> Checked:
    """Read and judge every file of the folder `data` as of the day `today`."""
    shown = data.name
    resources, problems = _schema(data, shown)
    tables: dict[str, tuple[Record, ...]] = {}
    for resource in resources:
        rows, unread = load_file(data / resource.path, f"{shown}/{resource.path}")
        tables[resource.name], unfit = to_records(resource, rows)
        problems += unread + unfit
    problems += _judge(Context(tables, resources, today, shown))
    records = sum(len(table) for table in tables.values())
    return Checked(tables, tuple(sorted(set(problems))), records, resources)


def _schema(data: Path, shown: str) -> tuple[tuple[Resource, ...], list[Problem]]:
    text, problems = read_text(data / PACKAGE, f"{shown}/{PACKAGE}")
    if text is None:
        text = (HERE / "data" / PACKAGE).read_text(encoding="utf-8")
    return read_schema(text), problems


def _judge(context: Context) -> list[Problem]:
    found: list[Problem] = []
    for name, rule in RULES.items():
        try:
            found += rule(context)
        except Exception as error:  # noqa: BLE001  a crashed rule must be named, never a traceback
            found.append(_crashed(name, error, context))
    return found


def _crashed(name: str, error: Exception, context: Context) -> Problem:
    message = f'pemeriksaan "{name}" gagal berjalan ({type(error).__name__}: {error})'
    hint = "Ini kesalahan program, bukan data Anda. Laporkan ke pengembang."
    return Problem(f"{context.folder}/{PACKAGE}", 1, 1, "rule-crashed", message, hint)

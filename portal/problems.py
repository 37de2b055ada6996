"""A mistake in the data, told to the person who can mend it. In: what was seen; out: sentences."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import Literal

Level = Literal["error", "warning"]
LONGEST = 80
WARNED = "peringatan: "  # GitHub and JSON say the level in their own way
RULES_PAGE = "/staf/aturan/"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake. `line` and `column` count from 1; `record` is `P3MI "id"` or empty."""

    file: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    record: str = ""
    field: str = ""
    level: Level = "error"

    def __str__(self) -> str:
        """Return one line: place, whether only a warning, record, mistake, remedy, [rule]."""
        mild = WARNED if self.level == "warning" else ""
        return f"{self.file}:{self.line}: {mild}{self.told} [{self.rule}]"

    @property
    def told(self) -> str:
        """Which record, what is wrong and what to do, always on one line."""
        who = f"{self.record}: " if self.record else ""
        return " ".join(f"{who}{self.sentence}".split())

    @property
    def sentence(self) -> str:
        """Message and remedy as running text."""
        message = self.message.rstrip(".")
        if not self.hint:
            return f"{message}."
        joint = "; " if self.hint[:1].islower() else ". "
        return f"{message}{joint}{self.hint}"


class DataError(Exception):
    """The data cannot be used; carries every problem found so far."""

    def __init__(self, problems: Sequence[Problem], records: int = 0) -> None:
        super().__init__(report(problems, records))
        self.problems = tuple(problems)
        self.records = records


def quoted(value: object) -> str:
    """Return a value as messages show it: in quotes, on one line, long ones cut."""
    text = " ".join(str(value).split())
    return f'"{text}"' if len(text) <= LONGEST else f'"{text[:LONGEST]}…"'


def masked(secret: str) -> str:
    """Return the first letters of a secret: enough to find it, too little to use it."""
    return f'"{secret[:4]}…"'


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop a build, without the warnings."""
    return [problem for problem in problems if problem.level == "error"]


def summary(problems: Sequence[Problem], records: int) -> str:
    """Return the closing line: how many mistakes and warnings in how many records."""
    wrong = len(errors(problems))
    counted = f"{wrong} kesalahan, {len(problems) - wrong} peringatan dalam {records} catatan."
    return f"{counted} Cara memperbaiki tiap aturan: {RULES_PAGE}" if problems else counted


def report(problems: Sequence[Problem], records: int) -> str:
    """Return every problem, sorted, one a line, and the closing line."""
    lines = [str(problem) for problem in sorted(set(problems))]
    return "\n".join([*lines, summary(sorted(set(problems)), records)])


def as_json(problems: Iterable[Problem]) -> str:
    """Return `[{file, line, column, record, field, rule, level, message, hint}]`."""
    keys = ("file", "line", "column", "record", "field", "rule", "level", "message", "hint")
    rows = [asdict(problem) for problem in sorted(set(problems))]
    picked = [{key: row[key] for key in keys} for row in rows]
    return json.dumps(picked, ensure_ascii=False, indent=2)


def as_github(problems: Iterable[Problem]) -> str:
    """Return GitHub workflow commands, which become annotations on the pull request."""
    return "\n".join(_annotation(problem) for problem in sorted(set(problems)))


def _annotation(problem: Problem) -> str:
    file = _escape(problem.file).replace(",", "%2C").replace(":", "%3A")
    place = f"file={file},line={problem.line},col={problem.column}"
    return f"::{problem.level} {place},title={problem.rule}::{_escape(problem.told)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")

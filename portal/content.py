"""The authored pages. In: the folder content/; out: their prose, and their front matter as rows.

Front matter is data like any other: its rows join the table `pages`, and every rule applies.
Pages for staff (content/staf/) explain the files and quote them; they are read as prose only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path as FilePath

from portal.load import read_text
from portal.model import Prose, Row
from portal.problems import Problem
from portal.rows_yaml import read_yaml

FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
STAFF = "staf/"
INDENT = 2


def load_content(folder: FilePath) -> tuple[tuple[Prose, ...], list[Row], list[Problem]]:
    """Return every page of `folder`, the front matter of those for the public, what is wrong."""
    pages: list[Prose] = []
    rows: list[Row] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        shown = f"{folder.name}/{name}"
        text, found = read_text(path, shown)
        problems += found
        if text is None:
            continue
        page = _prose(name, shown, text)
        pages.append(page)
        if not name.startswith(STAFF):
            row, slips = _row(page)
            rows += row
            problems += slips
    return tuple(pages), rows, problems


def _prose(name: str, shown: str, text: str) -> Prose:
    match = FRONT.match(text)
    front = match[0] if match else ""
    return Prose(shown, name, _url(name), front, text[len(front) :], front.count("\n") + 1)


def _url(name: str) -> str:
    folder = re.sub(r"(^|/)index$", r"\1", name.removesuffix(".md")).strip("/")
    return f"/{folder}/" if folder else "/"


def _row(page: Prose) -> tuple[list[Row], list[Problem]]:
    """Return the front matter as the one row of a YAML list, its places as in the page."""
    inner = page.front.split("\n")[1:-2]
    listed = "\n".join(["-", *(" " * INDENT + line for line in inner)]) + "\n"
    rows, problems = read_yaml(listed, page.file) if inner else ([], [])
    empty = Row(page.file, 1, {}, {})
    row = rows[0] if rows else empty
    marks = {path: (line, max(1, column - INDENT)) for path, (line, column) in row.marks.items()}
    return [replace(row, line=1, marks=marks, values={**row.values, "url": page.url})], problems

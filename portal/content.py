"""The authored pages. In: the folder content/; out: their prose, and their front matter as rows.

Front matter is data like any other: its rows join the table `pages`, and every rule applies.
Pages for staff (content/staf/) explain the files and quote them; they are read as prose only.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path as FilePath

from portal.load import read_text
from portal.model import STAFF, Prose, Row
from portal.problems import Problem
from portal.rows_yaml import read_yaml

RULES = ("page-head", "stray-page")
FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
INDENT = 2


def load_content(folder: FilePath) -> tuple[tuple[Prose, ...], list[Row], list[Problem]]:
    """Return every page of `folder`, the front matter of those for the public, what is wrong."""
    pages: list[Prose] = []
    rows: list[Row] = []
    problems: list[Problem] = []
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        shown = f"{folder.name}/{name}"
        if path.suffix != ".md":
            problems += _stray(path, name, shown)
            continue
        text, found = read_text(path, shown)
        problems += found
        if text is None:
            continue
        page = _prose(name, shown, text)
        row, slips = ([], []) if name.startswith(STAFF) else _row(page)
        rows += row
        problems += slips
        if page.front or name.startswith(STAFF):
            pages.append(page)
    return tuple(pages), rows, problems


def _stray(path: FilePath, name: str, shown: str) -> list[Problem]:
    """Refuse what is no page: it would be published unread, whatever is in it."""
    hidden = any(part.startswith(".") for part in name.split("/"))
    if hidden or not path.is_file():
        return []
    message = "folder content/ hanya untuk halaman, yang namanya diakhiri .md"
    hint = "Ganti akhiran namanya menjadi .md, atau hapus berkas ini."
    return [Problem(shown, 1, 1, "stray-page", message, hint)]


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
    problems = [one for one in problems if one.rule != "yaml-shape"]
    if not rows:
        return [], problems or [_headless(page)]
    row = rows[0]
    if "url" in row.values:
        hint = "Hapus baris ini: alamat halaman menurut nama berkasnya."
        place = (page.file, row.place(("url",))[0], 1)
        problems.append(Problem(*place, "page-head", "alamat (url) tidak ditulis di kepala", hint))
    marks = {path: (line, max(1, column - INDENT)) for path, (line, column) in row.marks.items()}
    return [replace(row, line=1, marks=marks, values={**row.values, "url": page.url})], problems


def _headless(page: Prose) -> Problem:
    message = "kepala halaman tidak lengkap"
    hint = 'Baris pertama berisi "---" saja, lalu "title: …" dan seterusnya, lalu "---" lagi.'
    return Problem(page.file, 1, 1, "page-head", message, hint)

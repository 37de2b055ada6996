"""Golden cases: a good folder, one slip, the exact lines. In: a case; out: a folder, its report."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from portal.check import check

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
GOOD = CASES / "good"
# Authored pages that quote the good folder's records.
PAGES = CASES / "content"
# Described once: the cases are judged by the description and the lists of the real data.
SHARED = ("datapackage.yaml", "vocabulary.yaml", "language.yaml")
TODAY = date(2026, 11, 22)


def good_folder(parent: Path) -> Path:
    """Return a small data folder with nothing wrong in it."""
    folder = Path(shutil.copytree(GOOD, parent / "data"))
    for name in SHARED:
        shutil.copy(ROOT / "data" / name, folder / name)
    shutil.copytree(PAGES, parent / "content")
    return folder


def small_folder(parent: Path) -> Path:
    """Return the real data with the good folder's agencies: small, and fit for building a site.

    The authored pages quote the real records, so a site cannot be built from the good folder.
    """
    folder = Path(shutil.copytree(ROOT / "data", parent / "data"))
    shutil.copy(GOOD / "agencies.yaml", folder / "agencies.yaml")
    _without_owners(folder / "training.csv")
    (folder / "exceptions.yaml").write_text("[]\n", encoding="utf-8")
    with (folder / "sources.yaml").open("a", encoding="utf-8") as written:
        written.write("\n" + (GOOD / "sources.yaml").read_text(encoding="utf-8"))
    return folder


def _without_owners(path: Path) -> None:
    """Empty the column that names an agency of the real data."""
    with path.open(encoding="utf-8", newline="") as written:
        header, *rows = csv.reader(written)
    at = header.index("agency")
    kept = [header, *([*row[:at], "", *row[at + 1 :]] for row in rows)]
    with path.open("w", encoding="utf-8", newline="") as written:
        csv.writer(written, lineterminator="\n").writerows(kept)


def cases() -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Return every case with the name of its rule; a file may hold several documents."""
    for path in sorted(CASES.glob("*.yaml")):
        for case in yaml.safe_load_all(path.read_text(encoding="utf-8")):
            yield path.stem, case


def spoil(folder: Path, files: Mapping[str, Any]) -> None:
    """Apply the slips of a case to the folder."""
    for name, slip in files.items():
        for kind, value in slip.items():
            SLIPS[kind](folder / name, value)


def placed(case: Mapping[str, Any], folder: Path) -> int:
    """Return the line that `{line}` stands for: where the text `at` stands in the spoiled file."""
    (name,) = case["files"]
    text = (folder / name).read_text(encoding="utf-8")
    return text[: text.index(case["at"])].count("\n") + 1


def _replace(path: Path, pairs: list[list[str]]) -> None:
    text = path.read_bytes().decode()
    for old, new in pairs:
        assert old in text, f"{path.name} has no {old!r}"
        text = text.replace(old, new, 1)
    path.write_bytes(text.encode())


def _append(path: Path, more: str) -> None:
    path.write_bytes(path.read_bytes() + more.encode())


def _folder(path: Path, _: bool) -> None:
    path.unlink()
    path.mkdir()


def _size(path: Path, size: int) -> None:
    with path.open("wb") as file:
        file.truncate(size)


SLIPS: Mapping[str, Any] = {
    "replace": _replace,
    "append": _append,
    "text": lambda path, text: path.write_bytes(text.encode()),
    "hex": lambda path, digits: path.write_bytes(bytes.fromhex(digits)),
    "remove": lambda path, _: path.unlink(),
    "folder": _folder,
    "size": _size,
}


def lines(folder: Path, today: date = TODAY) -> list[str]:
    """Return the lines that the check prints for the folder, without the closing count."""
    found = check(folder, today, folder.parent / "content").problems
    return [str(problem) for problem in found]


def replace(folder: Path, file: str, old: str, new: str) -> list[str]:
    """Return the lines printed after one replacement."""
    spoil(folder, {file: {"replace": [[old, new]]}})
    return lines(folder)

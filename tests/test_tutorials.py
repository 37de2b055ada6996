"""The three staff tutorials, walked as written: their example edits pass the check on real data."""

from __future__ import annotations

import csv
import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from portal.__main__ import main

GUIDE = Path(__file__).resolve().parent.parent / "content" / "staf"
EXAMPLE = re.compile(r"^([^\n]*`data/([\w.]+)`:)\n\n```\w+\n(.*?)```", re.MULTILINE | re.DOTALL)


def examples(page: str) -> list[tuple[str, str, str]]:
    """Return (sentence before, file, text) of every example in a tutorial, in order."""
    return EXAMPLE.findall((GUIDE / page).read_text(encoding="utf-8"))


@pytest.fixture
def data(tmp_path: Path, data_dir: Path) -> Path:
    return Path(shutil.copytree(data_dir, tmp_path / "data"))


def put_row(path: Path, row: str) -> None:
    """Write a CSV row in the place of the row with the same id, or at the end."""
    key = next(csv.reader([row]))[0]
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith(f"{key},")]
    assert len(lines) - len(kept) <= 1, "examples with line breaks in a cell are not for a tutorial"
    path.write_text("".join([*kept, row]), encoding="utf-8")


def put_record(path: Path, record: str) -> None:
    """Add a YAML record at the end, unless its id is there already."""
    text = path.read_text(encoding="utf-8")
    if record.splitlines()[0] not in text.splitlines():
        path.write_text(text + record, encoding="utf-8")


def put_event(path: Path, agency: str, event: str) -> None:
    """Add an event at the end of an agency, after taking out the one it repeats."""
    text = path.read_text(encoding="utf-8")
    start = text.index(f"- id: {agency}\n")
    end = text.find("\n- id: ", start) + 1 or len(text)
    head, *events = re.split(r"(?m)^(?=    - kind: )", text[start:end])
    first_lines = event.splitlines()[:2]
    others = [one for one in events if one.splitlines()[:2] != first_lines]
    path.write_text(text[:start] + "".join([head, *others, event]) + text[end:], encoding="utf-8")


def found(data: Path, today: date, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    """Return the errors that the command prints for the folder."""
    main(["check", "--data", str(data), "--today", today.isoformat(), "--format", "json"])
    return [one for one in json.loads(capsys.readouterr().out) if one["level"] == "error"]


def test_correct_a_phone_number(data: Path, today: date, capsys: pytest.CaptureFixture[str]):
    (_, file, wrong), (_, _, right), (_, sources, source) = examples("nomor-telepon.md")
    put_record(data / sources, source)
    put_row(data / file, wrong)
    assert [one["rule"] for one in found(data, today, capsys)] == ["phone-format"]
    assert "[phone-format]" in (GUIDE / "nomor-telepon.md").read_text(encoding="utf-8")
    put_row(data / file, right)
    assert found(data, today, capsys) == []


def test_add_a_suspension(data: Path, today: date, capsys: pytest.CaptureFixture[str]):
    (_, sources, source), (sentence, file, event) = examples("sanksi.md")
    agency = sentence.split("`")[1]
    put_record(data / sources, source)
    put_event(data / file, agency, event)
    assert found(data, today, capsys) == []
    main(["standing", agency, "--on", "2026-03-01", "--data", str(data)])
    assert capsys.readouterr().out.startswith("suspended ")
    main(["standing", agency, "--on", today.isoformat(), "--data", str(data)])
    assert capsys.readouterr().out.startswith("recheck ")


def test_an_event_without_its_source_does_not_pass(
    data: Path, today: date, capsys: pytest.CaptureFixture[str]
):
    _, (sentence, file, event) = examples("sanksi.md")
    lost = re.sub(r"        - .*\n", "        - sumber-yang-tidak-ada\n", event)
    put_event(data / file, sentence.split("`")[1], lost)
    assert "unknown-source" in {one["rule"] for one in found(data, today, capsys)}


def test_add_a_training(data: Path, today: date, capsys: pytest.CaptureFixture[str]):
    (_, sources, source), (_, file, row) = examples("pelatihan.md")
    put_record(data / sources, source)
    put_row(data / file, row.replace(",course,", ""))
    assert "column-count" in {one["rule"] for one in found(data, today, capsys)}
    put_row(data / file, row)
    assert found(data, today, capsys) == []


@pytest.mark.parametrize("page", ["nomor-telepon.md", "sanksi.md", "pelatihan.md"])
def test_columns_named_in_a_tutorial_exist(page: str, data_dir: Path):
    text = (GUIDE / page).read_text(encoding="utf-8")
    package = (data_dir / "datapackage.yaml").read_text(encoding="utf-8")
    named = re.findall(r"^\| (`[^|]*`) \|", text, re.MULTILINE) + re.findall(r"\((`\w+`)\)", text)
    for column in re.findall(r"`(\w+)`", " ".join(named)):
        assert re.search(rf"name: ['\"]?{column}\b", package), f"no column {column!r}"

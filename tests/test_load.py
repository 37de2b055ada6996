"""Files to rows: every value stays text and keeps its place; what cannot be read is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from portal import load
from portal.load import load_file, read_text
from portal.model import Row
from portal.problems import Problem
from portal.rows_csv import read_csv
from portal.rows_yaml import read_yaml

YAML = """# a comment
- id: satu
  nama: 02155512
  jam: 12:30
  ya: no
  kosong:
  tilde: ~
  petik: "35.10"
  daftar:
    - a
    - {x: 1}
  panjang: >-
    dua
    baris
- id: dua
"""


def only(found: tuple[list[Row], list[Problem]]) -> list[Row]:
    """Return the rows of a text in which nothing is wrong."""
    rows, problems = found
    assert problems == []
    return rows


def rules(found: tuple[list[Row], list[Problem]]) -> list[tuple[str, int]]:
    """Return the rule and line of every problem."""
    return [(one.rule, one.line) for one in found[1]]


def test_yaml_scalars_stay_text_and_keep_their_place() -> None:
    first, second = only(read_yaml(YAML, "x.yaml"))
    assert first.values == {
        "id": "satu",
        "nama": "02155512",
        "jam": "12:30",
        "ya": "no",
        "kosong": "",
        "tilde": "",
        "petik": "35.10",
        "daftar": ["a", {"x": "1"}],
        "panjang": "dua baris",
    }
    assert (first.line, second.line) == (2, 15)
    assert first.place(("jam",)) == (4, 8)
    assert first.place(("daftar", 1, "x")) == (11, 11)
    assert first.place(("daftar", 9, "x")) == (9 + 1, 5)
    assert first.place(("tidak ada",)) == (2, 3)


def test_yaml_remembers_what_plain_yaml_would_not_read_as_text() -> None:
    (row, _) = only(read_yaml(YAML, "x.yaml"))
    assert {("nama",), ("jam",), ("ya",), ("daftar", 1, "x")} <= row.bare
    assert not {("id",), ("petik",), ("daftar", 0), ("panjang",)} & row.bare


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\n", [("yaml-shape", 1)]),
        ("# only a comment\n", [("yaml-shape", 1)]),
        ("- a: 1\n- dua\n- [tiga]\n", [("yaml-shape", 2), ("yaml-shape", 3)]),
        ("- a: 1\n---\n- a: 2\n", [("yaml-shape", 2)]),
        ("- ? [a]\n  : 1\n", [("yaml-shape", 1)]),
        ("- a: 1\n  a: 2\n  b: {c: 1, c: 2}\n", [("duplicate-key", 2), ("duplicate-key", 3)]),
        ("- a: &x 1\n  b: *x\n", [("yaml-alias", 1), ("yaml-alias", 2)]),
        ("- a: !!int 1\n  b: !x [1]\n", [("yaml-tag", 1), ("yaml-tag", 2)]),
        ("- a: '\n", [("yaml-syntax", 2)]),
        ("- a: b: c\n", [("yaml-syntax", 1)]),
        ("- a: @b\n", [("yaml-syntax", 1)]),
        ("- a:\tb\n  c:\td\n", [("tab", 1), ("tab", 2)]),
        ("- a: b\n\tc: d\n", [("tab", 2)]),
        ("- " + "[" * 30 + "\n", [("yaml-depth", 1)]),
        ("- " * 30 + "\n", [("yaml-depth", 1)]),
    ],
)
def test_yaml_problems(text: str, expected: list[tuple[str, int]]) -> None:
    assert rules(read_yaml(text, "x.yaml")) == expected


def test_what_stands_before_a_syntax_error_is_kept() -> None:
    rows, problems = read_yaml("- id: satu\n- id: dua\n- id: [\n", "x.yaml")
    assert [row.values["id"] for row in rows] == ["satu", "dua"]
    assert [one.rule for one in problems] == ["yaml-syntax"]


def test_an_alias_is_never_followed() -> None:
    rows, _ = read_yaml("- a: &x [1, 2]\n  b: [*x, *x]\n", "x.yaml")
    assert rows[0].values == {"a": ["1", "2"], "b": ["", ""]}


@pytest.mark.parametrize("piece", ["[", "{a: ", "- ", "? ", "[[{x: "])
def test_a_hundred_thousand_levels_do_not_crash(piece: str) -> None:
    assert read_yaml("- a: 1\n- b:\n    " + piece * 100_000, "x.yaml")[1]


def test_csv_cells_stay_text_and_keep_line_and_column() -> None:
    text = 'kode,nama\n35.10,"dua\nbaris"\n007,"a, b"\n'
    first, second = only(read_csv(text, "x.csv"))
    assert first.values == {"kode": "35.10", "nama": "dua\nbaris"}
    assert second.values == {"kode": "007", "nama": "a, b"}
    assert (first.line, second.line) == (2, 4)
    assert second.place(("nama",)) == (4, 2)
    assert second.place(("nama", 3)) == (4, 2)
    assert dict(second.marks) == {("kode",): (4, 1), ("nama",): (4, 2)}
    assert len(second.marks) == 2


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,b\n1,2\n3\n4,5,6\n", [("column-count", 3), ("column-count", 4)]),
        ("a,b\n1,2\n\n3,4\n", [("column-count", 3)]),
        ('a,b\n1,2\n"3,4\n', [("csv-syntax", 3)]),
        ('a,b\n"1"x,2\n', [("csv-syntax", 2)]),
        ("a,a\n1,2\n", [("duplicate-key", 1), ("csv-header", 1)]),
        ("b,a\n1,2\n", [("csv-header", 1)]),
        ("a\n1\n", [("csv-header", 1)]),
        ("a,b,c\n1,2,3\n", [("csv-header", 1)]),
    ],
)
def test_csv_problems(text: str, expected: list[tuple[str, int]]) -> None:
    assert rules(read_csv(text, "x.csv", ("a", "b"))) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"", [("empty-file", 1)]),
        (b" \n\t\n", [("empty-file", 1)]),
        (b"PK\0\0", [("binary-file", 1)]),
        (b"- a: b\n- a: \xe9\n", [("encoding", 2)]),
        (b"\xef\xbb\xbf- a: b\n", [("bom", 1)]),
        (b"- a: b\r\n- a: c\r\n", [("line-ending", 1)]),
        (b"- a: b\n- a: c\rd\n", [("line-ending", 2), ("yaml-syntax", 4)]),
        (b"- a: b\x07c\n", [("control-character", 1)]),
        (
            "- a: b\u202ec\n- a: d\u200b\n".encode(),
            [("control-character", 1)] * 1 + [("control-character", 2)],
        ),
    ],
)
def test_bytes(raw: bytes, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_bytes(raw)
    assert rules(load_file(path, "data/x.yaml")) == expected


def test_bom_and_crlf_are_told_and_repaired(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\r\n1,2\r\n")
    rows, problems = load_file(path, "data/x.csv", ("a", "b"))
    assert rows[0].values == {"a": "1", "b": "2"}
    assert [one.rule for one in problems] == ["bom", "line-ending"]


def test_missing_folder_and_huge_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [one.rule for one in read_text(tmp_path / "x.yaml", "x")[1]] == ["missing-file"]
    assert [one.rule for one in read_text(tmp_path, "x")[1]] == ["unreadable-file"]
    (tmp_path / "y.yaml").write_text("- a: b\n")
    monkeypatch.setattr(load, "MAX_BYTES", 3)
    assert [one.rule for one in read_text(tmp_path / "y.yaml", "x")[1]] == ["file-too-large"]


def test_a_file_name_that_no_system_takes() -> None:
    assert [one.rule for one in read_text(Path("x" * 5000), "x")[1]] == ["unreadable-file"]

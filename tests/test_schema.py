"""One description, two readers: ours for sentences, Frictionless for the standard; they agree."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from frictionless import Resource as Table
from frictionless import Schema, validate
from golden_cases import ROOT, good_folder
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.model import Field, Partial, Record, Resource, Row
from portal.package import line_of, read_package
from portal.schema import read_schema, read_schema_file, to_records

PACKAGE = ROOT / "data" / "datapackage.yaml"
FLAT = ("training", "regions", "offices", "statistics", "outreach")
# What only we ask: Frictionless knows neither our dates of month or year nor our spaces.
OURS = ("partial_date",)


def resource(*fields: Field, path: str = "x.yaml") -> Resource:
    return Resource("things", "benda", "Benda", path, "id", fields)


def read(field: Field, value: Any, bare: bool = False) -> tuple[Any, list[str]]:
    """Return the value and the rules broken when `value` is written in `field`."""
    paths = frozenset({(field.name,), (field.name, 0)}) if bare else frozenset()
    row = Row("x.yaml", 1, {field.name: value}, {}, paths)
    (record,), problems = to_records(resource(field), [row])
    return record[field.name], [one.rule for one in problems]


def field(type_: str = "string", **more: Any) -> Field:
    return Field("isi", type_, "Isi", **more)


@pytest.mark.parametrize(
    ("one", "raw", "value", "broken"),
    [
        (field(), "a", "a", []),
        (field(), "", "", []),
        (field(required=True), "", "", ["required"]),
        (field(), " a", "a", ["stray-space"]),
        (field(), "  ", "?", ["stray-space"]),
        (field(pattern="[a-c]+"), "abd", "", ["value-format"]),
        (field(), ["a"], "", ["value-type"]),
        (field("integer"), "12", 12, []),
        (field("integer"), "", None, []),
        (field("integer"), "1.5", None, ["number"]),
        (field("integer"), "-1", None, ["number"]),
        (field("integer"), "٣", None, ["number"]),
        (field("integer"), "9" * 5000, None, ["number"]),
        (field("integer", maximum=5), "6", None, ["out-of-range"]),
        (field("integer", minimum=5), "4", None, ["out-of-range"]),
        (field("number"), "4.5", 4.5, []),
        (field("number"), "4,5", None, ["number"]),
        (field("number"), "1e400", None, ["number"]),
        (field("boolean", true_values=("ya",), false_values=("tidak",)), "ya", True, []),
        (field("boolean", true_values=("ya",), false_values=("tidak",)), "no", None, ["yes-no"]),
        (field("date"), "2026-02-28", date(2026, 2, 28), []),
        (field("date"), "2026-02-30", None, ["date-format"]),
        (field("date"), "2026-2-3", None, ["date-format"]),
        (field("any", semantic="partial_date"), "2026-02", Partial.parse("2026-02"), []),
        (field("any", semantic="partial_date"), "2026-13", None, ["date-format"]),
        (field("any", semantic="partial_date"), "2026-00", None, ["date-format"]),
        (field("any", semantic="partial_date"), "0000", None, ["date-format"]),
        (field("list"), "a; b", ("a", "b"), []),
        (field("list"), "a;;b", ("a", "b"), ["value-type"]),
        (field("array"), ["a", ""], ("a",), ["value-type"]),
        (field("array"), "a", (), ["value-type"]),
        (field("array"), {"a": "b"}, (), ["value-type"]),
        (field("array", parts=(field(),)), ["a"], (), ["value-type"]),
    ],
)
def test_one_value(one: Field, raw: Any, value: Any, broken: list[str]) -> None:
    assert read(one, raw) == (value, broken)


def test_money_and_sources_have_rules_of_their_own() -> None:
    row = Row("x.yaml", 1, {"biaya_rp": "Rp5.000"}, {})
    fields = (Field("biaya_rp", "integer", "Biaya"), Field("sources", "array", "S", required=True))
    _, problems = to_records(resource(*fields), [row])
    assert [one.rule for one in problems] == ["money", "missing-source"]


def test_bare_text_must_be_quoted_bare_numbers_need_not() -> None:
    assert read(field(), "35.10", bare=True) == ("35.10", ["quote-text"])
    assert read(field("array"), ["35.10"], bare=True)[1] == ["quote-text"]
    assert read(field("integer"), "35", bare=True) == (35, [])
    assert read(field("any", semantic="partial_date"), "2026", bare=True)[1] == []


def test_nested_records_know_their_place_and_their_owner() -> None:
    inner = Field("on", "date", "Tanggal")
    row = Row("x.yaml", 3, {"id": "a", "events": [{"on": "2026-01-01", "onn": "x"}]},
              {("events", 0, "on"): (5, 9)})  # fmt: skip
    fields = (Field("id", "string", "ID"), Field("events", "array", "Peristiwa", parts=(inner,)))
    (record,), problems = to_records(resource(*fields), [row])
    (event,) = record["events"]
    assert isinstance(event, Record) and event.resource == "things.events"
    assert event.place("on") == (5, 9) and event.called == 'benda "a"'
    assert [(one.rule, one.hint) for one in problems] == [("unknown-field", 'Maksudnya "on"?')]


def test_every_field_of_the_description_is_in_every_record() -> None:
    for one in read_schema_file(PACKAGE):
        (record,), _ = to_records(one, [Row(one.path, 1, {}, {})])
        assert list(record) == [field.name for field in one.fields]


# The description itself


def test_the_description_has_no_slips() -> None:
    text = PACKAGE.read_text(encoding="utf-8")
    resources, problems = read_package(text, "data/datapackage.yaml")
    assert problems == [] and resources == read_schema(text)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("type: string, semantic: id", "type: strng, semantic: id", 'type "strng"'),
        ("semantic: id", "semantic: idd", 'Maksudnya "id"?'),
        ("ref: regions", "ref: region", 'Maksudnya "regions"?'),
        ("keys: [id, name, aliases", "keys: [id, aliases", "tidak sama dengan kolomnya"),
        (r"[1-9][0-9](\.", r"[1-9][0-9]((\.", "pola"),
    ],
)
def test_slips_in_the_description(old: str, new: str, said: str) -> None:
    text = PACKAGE.read_text(encoding="utf-8")
    assert old in text
    _, problems = read_package(text.replace(old, new, 1), "p")
    (first, *_) = problems
    assert said in str(first) and first.rule == "package" and first.line > 1


@pytest.mark.parametrize("text", ["[]", "resources:", "a: *b", "resources: [1]", "- &a [*a]", "x"])
def test_a_description_that_is_none(text: str) -> None:
    resources, problems = read_package(text, "p")
    assert resources == () and len(problems) == 1


def test_line_of() -> None:
    assert line_of("a\nb: {ref: xy}\nref: x\n", "ref", "x") == 3
    assert line_of("a\n", "ref", "x") == 1


# Frictionless reads the same description


def test_frictionless_accepts_the_real_package() -> None:
    report = validate(str(PACKAGE))
    assert report.valid, [error.message for task in report.tasks for error in task.errors]


def test_frictionless_accepts_the_good_folder(tmp_path: Path) -> None:
    assert validate(str(good_folder(tmp_path) / "datapackage.yaml")).valid


def test_frictionless_sees_every_record_and_every_key(tmp_path: Path) -> None:
    folder = good_folder(tmp_path)
    path = folder / "faq.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text.replace("bayar-calo", "lain").replace("  question", "  qeustion"))
    assert not validate(str(folder / "datapackage.yaml")).valid


def descriptions() -> dict[str, Any]:
    package = yaml.safe_load(PACKAGE.read_text(encoding="utf-8"))
    return {one["name"]: one for one in package["resources"]}


SCHEMAS = {name: Schema.from_descriptor(descriptions()[name]["schema"]) for name in FLAT}
RESOURCES = {one.name: one for one in read_schema_file(PACKAGE)}


def rows_of(name: str) -> list[dict[str, str]]:
    path = ROOT / "tests" / "cases" / "good" / RESOURCES[name].path
    return list(csv.DictReader(path.read_text(encoding="utf-8").splitlines()))


def both(name: str, row: dict[str, str]) -> tuple[bool, bool]:
    """Return whether we and Frictionless find the row good."""
    _, ours = to_records(RESOURCES[name], [Row("x.csv", 2, row, {})])
    table = Table(data=[list(row), list(row.values())], schema=SCHEMAS[name])
    return not ours, table.validate().valid


def cells() -> Iterable[tuple[str, str]]:
    for name in FLAT:
        for one in RESOURCES[name].fields:
            judged = one.type != "string" or one.required or one.pattern
            if judged and one.semantic not in OURS:
                yield name, one.name


VALUES = ["", "x", "12", "-1", "99999", "1.5", "2026-02-28", "2026-02-30", "ya", "35.08", "3.5.8"]


@pytest.mark.parametrize(("name", "column"), cells())
def test_both_readers_agree_on_a_changed_cell(name: str, column: str) -> None:
    row = rows_of(name)[0]
    assert both(name, row) == (True, True)
    for value in VALUES:
        ours, theirs = both(name, {**row, column: value})
        field = RESOURCES[name].field(column)
        assert field
        # Nothing of ours is negative: the sign alone is refused, with or without a minimum.
        stricter = value == "-1" and field.type in ("integer", "number")
        assert ours == theirs or (stricter and not ours), (column, value, ours, theirs)


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(sorted(cells())), st.text(max_size=12))
def test_what_passes_ours_passes_frictionless(cell: tuple[str, str], value: str) -> None:
    name, column = cell
    ours, theirs = both(name, {**rows_of(name)[0], column: value})
    assert theirs or not ours

"""Open data: valid for plain Frictionless, complete, the same bytes twice, nothing withheld."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from conftest import ROOT
from frictionless import Package

from portal.catalogue import Catalogue
from portal.check import check
from portal.render import open_data


@pytest.fixture(scope="module")
def files(catalogue: Catalogue) -> dict[str, str]:
    return open_data.render(catalogue)


def rows(files: dict[str, str], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"api/v1/{name}.csv"])))


def records(files: dict[str, str], name: str) -> list[dict[str, object]]:
    return json.loads(files[f"api/v1/{name}.json"])["records"]


def test_plain_frictionless_finds_the_package_valid(files: dict[str, str], tmp_path: Path) -> None:
    for path, text in files.items():
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="")
    report = Package(str(tmp_path / "api/v1/datapackage.json")).validate()
    assert report.valid, report.flatten(["title", "fieldName", "message"])[:5]


def test_every_table_has_its_json_and_its_csv(files: dict[str, str], catalogue: Catalogue) -> None:
    for resource in open_data.public_resources(catalogue):
        count = len(catalogue[resource.name])
        assert len(records(files, resource.name)) == count
        assert len(rows(files, resource.name)) == count


def test_nested_records_are_all_in_their_own_file(
    files: dict[str, str], catalogue: Catalogue
) -> None:
    events = sum(len(one["events"]) for one in catalogue["agencies"])
    assert len(rows(files, "agency_events")) == events
    first = rows(files, "agency_events")[0]
    assert catalogue.find("agencies", first["agency_id"]) is not None


def test_an_agency_carries_its_standing_of_that_day_and_all_that_follow(
    files: dict[str, str], catalogue: Catalogue
) -> None:
    for agency in records(files, "agencies"):
        record = catalogue.get("agencies", str(agency["id"]))
        assert agency["standing"] == catalogue.standing(record).standing.word
        timeline = agency["timeline"]
        assert isinstance(timeline, list)
        assert timeline[0]["from"] == catalogue.today.isoformat()
        assert timeline[0]["standing"] == agency["standing"]
        assert [one["from"] for one in timeline] == sorted(one["from"] for one in timeline)
        assert timeline[-1]["until"] is None
        assert set(agency["locks"]) == {"licence", "office", "order"}  # type: ignore[call-overload]


def test_every_file_says_for_which_day_and_under_which_licence(files: dict[str, str]) -> None:
    for path, text in files.items():
        if path.endswith("datapackage.json"):
            assert json.loads(text)["licenses"][0]["name"] == "CC-BY-4.0"
        elif path.endswith(".json"):
            assert json.loads(text)["licence"]["name"] == "CC-BY-4.0"
        if path.endswith(".json"):
            assert json.loads(text)["generated_for"] == "2026-11-22"


def test_index_describes_every_other_file(files: dict[str, str]) -> None:
    listed = {f"api/v1/{one['path']}" for one in json.loads(files["api/v1/index.json"])["files"]}
    assert listed == set(files) - {"api/v1/index.json"}


def test_same_data_same_bytes(files: dict[str, str], catalogue: Catalogue) -> None:
    assert open_data.render(catalogue) == files


def test_nothing_that_nobody_else_can_look_up_is_published(
    files: dict[str, str], catalogue: Catalogue
) -> None:
    everything = check(ROOT / "data", catalogue.today).tables
    hidden = {one.id for one in everything["sources"] if one["kind"] == "unverifiable"}
    gone = {
        one.id
        for name in ("agencies", "training", "offices")
        for one in everything[name]
        if catalogue.find(name, one.id) is None
    }
    text = "\n".join(files.values())
    assert hidden
    assert gone
    assert [one for one in sorted(hidden | gone) if f'"{one}"' in text or f"\n{one}," in text] == []


def test_lists_in_cells_are_json(files: dict[str, str], catalogue: Catalogue) -> None:
    found = {one["id"]: one["sources"] for one in rows(files, "training")}
    for training in catalogue["training"]:
        assert json.loads(found[training.id]) == list(training["sources"])


def test_internal_files_stay_inside(files: dict[str, str]) -> None:
    assert not [path for path in files if "exceptions" in path or "instance" in path]

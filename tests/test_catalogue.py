"""What may be shown: everything with a source that others can open, and nothing else."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from portal.catalogue import Catalogue, publishable
from portal.model import Record, Row

TODAY = date(2026, 11, 22)


def record(table: str, record_id: str, **values: Any) -> Record:
    row = Row(f"data/{table}.yaml", 1, {"id": record_id}, {})
    return Record(table, table, {"id": record_id, **values}, row)


def build(**tables: Any) -> Catalogue:
    sources = (
        record("sources", "seen", kind="press"),
        record("sources", "hidden", kind="unverifiable"),
    )
    return publishable({"sources": sources, **tables}, TODAY)


def part(*sources: str) -> Record:
    return record("agencies", "part", sources=sources)


def test_a_record_with_only_hidden_sources_is_left_out_and_counted() -> None:
    found = build(
        training=(
            record("training", "a", sources=("hidden",)),
            record("training", "b", sources=("hidden", "seen")),
        )
    )
    assert [one.id for one in found["training"]] == ["b"]
    assert found["training"][0]["sources"] == ("seen",)
    assert found.withheld == {"training": 1, "sources": 1}


def test_hidden_events_and_offices_are_taken_out_of_an_agency() -> None:
    agency = record(
        "agencies", "a", events=(part("hidden"), part("seen")), offices=(part("hidden"),)
    )
    alone = record("agencies", "b", events=(part("hidden"),), offices=())
    found = build(agencies=(agency, alone))
    assert [one.id for one in found["agencies"]] == ["a"]
    assert len(found["agencies"][0]["events"]) == 1
    assert found["agencies"][0]["offices"] == ()


def test_an_unknown_label_is_an_error_and_an_empty_one_is_not() -> None:
    found = build(vocabulary=())
    assert found.label("cost_kinds", "") == ""
    with pytest.raises(KeyError):
        found.label("cost_kinds", "gratisan")


def test_real_data_hides_what_nobody_can_open(catalogue: Catalogue) -> None:
    shown = {source.id for source in catalogue["sources"]}
    assert catalogue.withheld["training"] > 0
    for table in ("agencies", "training", "offices"):
        for one in catalogue[table]:
            parts = [one] if "sources" in one else list(one["events"])
            assert parts and all(set(each["sources"]) <= shown for each in parts)


def test_a_province_serves_its_districts(catalogue: Catalogue) -> None:
    assert [one["region"][:2] for one in catalogue.serving("63.06", "bp3mi")] == ["63"]

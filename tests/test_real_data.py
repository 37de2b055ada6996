"""The real data, as it stands: every record passes, and the tables that people rely on are full."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from portal.check import Checked, check
from portal.problems import errors


@pytest.fixture(scope="module")
def checked(data_dir: Path, today: date) -> Checked:
    return check(data_dir, today)


def test_every_record_passes(checked: Checked) -> None:
    assert [str(one) for one in errors(checked.problems)] == []


def test_no_table_is_empty(checked: Checked) -> None:
    may_be = {"exceptions"}
    assert {name for name, table in checked.tables.items() if not table} <= may_be


def test_every_record_but_the_region_names_its_source(checked: Checked) -> None:
    for name, table in checked.tables.items():
        for one in table:
            parts = [part for value in one.values() if isinstance(value, tuple) for part in value]
            nested = [part for part in parts if hasattr(part, "row") and "sources" in part]
            has_source = one.get("sources") or any(part["sources"] for part in nested)
            assert has_source or name in {
                "regions", "sources", "instance", "vocabulary", "language", "exceptions", "actions",
                "needs", "messages", "pages", "situations",
            }, one.called  # fmt: skip


def test_regions_are_all_there(checked: Checked) -> None:
    kinds = [one["kind"] for one in checked.tables["regions"]]
    counts = (kinds.count("provinsi"), kinds.count("kabupaten"), kinds.count("kota"))
    assert counts == (38, 416, 98)

"""How many of all P3MI the portal knows: the newest total that holds, never an old high one."""

from __future__ import annotations

from dataclasses import replace

import pytest

from portal.catalogue import Catalogue
from portal.model import Partial
from portal.render.known import INDICATOR, known

NEWER = Partial.parse("2026-10")


def with_row(catalogue: Catalogue, **values: object) -> Catalogue:
    """Add a newer row of the same figure."""
    total = next(one for one in catalogue["statistics"] if one["indicator"] == INDICATOR)
    whole = {"level": "nasional", "period_end": NEWER, "status": "reported", "dimension": ""}
    row = total.replaced(**{**whole, **values})
    rows = (*catalogue["statistics"], row)
    return replace(catalogue, tables={**catalogue.tables, "statistics": rows})


def test_the_newest_total_is_told(catalogue: Catalogue) -> None:
    assert known(with_row(catalogue, value=390))["all"] == "390"


def test_a_newer_total_below_ours_silences_the_old_one(catalogue: Catalogue) -> None:
    assert known(with_row(catalogue, value=3))["all"] == ""


@pytest.mark.parametrize("odd", [{"status": "superseded"}, {"dimension": "skema"}])
def test_a_part_or_a_withdrawn_figure_is_no_total(
    catalogue: Catalogue, odd: dict[str, str]
) -> None:
    assert known(with_row(catalogue, value=9999, **odd)) == known(catalogue)

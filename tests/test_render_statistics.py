"""Figures: charts that agree with their tables, conflicts left visible."""

from __future__ import annotations

import re

from portal.catalogue import Catalogue
from portal.render import statistics
from portal.render.prose import plain


def test_the_chart_of_placements_has_one_bar_a_year(catalogue: Catalogue) -> None:
    rows = dict(statistics.per_year(catalogue))
    assert rows["2023"] == 297108
    assert list(rows) == sorted(rows)


def test_the_chart_of_west_sumatra_shows_three_schemes(made: dict[str, str]) -> None:
    chart = next(one for one in svgs(made["statistik/index.md"]) if "Sumatera Barat" in one)
    assert [plain(one) for one in re.findall(r"<text.*?</text>", chart)][1::2] == [
        "497",
        "307",
        "12",
    ]
    assert 'role="img"' in chart
    assert "<title" in chart
    assert "<desc" in chart


def test_all_three_figures_for_2023_are_shown_with_their_state(made: dict[str, str]) -> None:
    text = made["statistik/index.md"]
    rows = [plain(one) for one in re.findall(r"<tr .*?</tr>", text, re.DOTALL)]
    states = {"297.108": "Dilaporkan", "274.965": "Sudah diganti", "273.747": "Sementara"}
    for figure, state in states.items():
        assert any(f" {figure} orang {state}" in f" {row}" for row in rows), figure


def test_bars_grow_with_their_value() -> None:
    lengths = statistics.bars([("a", 1), ("b", 2), ("c", 0)], 200)
    assert lengths == {"a": 100, "b": 200, "c": 0}
    assert statistics.bars([], 200) == {}


def svgs(text: str) -> list[str]:
    return re.findall(r"<svg.*?</svg>", text, re.DOTALL)

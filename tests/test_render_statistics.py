"""Figures: charts that agree with their tables, every state visible, conflicts left in."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from portal.catalogue import Catalogue
from portal.render import charts, statistics
from portal.render.charts import Bar
from portal.render.findings import Finding, all_charts, per_year
from portal.render.page_texts import plain
from portal.text import number

NAMES = {"svg": "http://www.w3.org/2000/svg"}


def test_the_chart_of_placements_has_every_version_of_every_year(catalogue: Catalogue) -> None:
    (chart,) = per_year(catalogue)
    assert [one.label for one in chart.bars] == sorted(one.label for one in chart.bars)
    assert {one.label for one in chart.bars} == {str(year) for year in range(2018, 2026)}
    versions = {one.value: one.words for one in chart.bars if one.label == "2023"}
    assert versions == {297108: "", 274965: "sudah diganti", 273747: "sementara"}
    assert any(
        all(text in sentence for text in ("2023", "297.108", "274.965", "273.747"))
        for sentence in chart.sentences
    )


def test_west_sumatra_went_by_three_ways(catalogue: Catalogue) -> None:
    chart = next(one for one in all_charts(catalogue) if "Sumatera Barat" in one.title)
    assert [one.value for one in chart.bars] == [497, 307, 12]
    assert any("816" in one for one in chart.sentences)


def test_parts_of_a_part_are_in_the_table_only(catalogue: Catalogue) -> None:
    chart = next(one for one in all_charts(catalogue) if one.key == "skema-indonesia-2023-12-29")
    assert "Antarpemerintah (G to G) ke Korea" in [one["category"] for one in chart.rows]
    assert "Antarpemerintah (G to G) ke Korea" not in [one.label for one in chart.bars]


def test_every_number_of_a_chart_stands_in_its_picture_and_its_table(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    page = made["statistik/index.md"]
    figures = re.findall(r"<figure.*?</figure>\s*<table.*?</table>", page, re.DOTALL)
    drawn = all_charts(catalogue)
    assert len(figures) == len(drawn) >= 5
    for chart, text in zip(drawn, figures, strict=True):
        check_picture(chart, re.findall(r"<svg.*?</svg>", text, re.DOTALL)[0])
        rows = [plain(one) for one in re.findall(r"<tr.*?</tr>", text, re.DOTALL)][1:]
        assert len(rows) == len(chart.rows)
        for row, record in zip(rows, chart.rows, strict=True):
            assert f" {number(record['value'])} " in row
            assert catalogue.label("statistic_states", record["status"]) in row
            assert all(
                catalogue.get("sources", one)["publisher"] in row for one in record["sources"]
            )


def check_picture(chart: Finding, text: str) -> None:
    picture = ET.fromstring(text)
    assert picture.get("role") == "img"
    named = str(picture.get("aria-labelledby")).split()
    parts = {one.get("id"): one.text for one in picture.iter() if one.get("id")}
    assert [parts[one] for one in named] == [chart.title, chart.description]
    texts = [one.text for one in picture.findall("svg:text", NAMES)]
    assert texts[::2] == [one.caption for one in chart.bars]
    assert texts[1::2] == [number(one.value) for one in chart.bars]
    states = [
        str(one.get("class")).rpartition("--")[2] for one in picture.findall("svg:rect", NAMES)
    ]
    assert states == [one.state for one in chart.bars]
    assert "style" not in text
    assert "script" not in text


def test_what_is_drawn_is_not_listed_again_below(catalogue: Catalogue) -> None:
    shown = {row.id for one in all_charts(catalogue) for row in one.rows}
    rest = [one for one in catalogue["statistics"] if one.id not in shown]
    below = [
        row.id
        for _, tables in statistics.groups(catalogue, rest)
        for table in tables
        for row in table.rows
    ]
    assert sorted(below) == sorted(one.id for one in rest)


@pytest.mark.parametrize("state", ["reported", "preliminary", "superseded", "conflicting"])
def test_every_state_has_a_look_of_its_own_and_its_word(state: str) -> None:
    text = str(charts.draw("k", "Judul", "Isi.", [Bar("2023", 5, state, "kata")]))
    assert f"bar--{state}" in text
    assert ">2023 (kata)<" in text
    fill = f'fill="url(#k-{state})"'
    assert (fill in text) == (state in charts.PATTERNS)
    assert (f'<pattern id="k-{state}"' in text) == (state in charts.PATTERNS)


def test_the_same_bars_make_the_same_picture_and_texts_are_escaped() -> None:
    bars = [Bar("<b>a & b</b>", 2), Bar("c", 1, "preliminary", "sementara")]
    text = str(charts.draw("k", "Judul <i>", "Isi & lain.", bars))
    assert text == str(charts.draw("k", "Judul <i>", "Isi & lain.", list(bars)))
    assert ET.fromstring(text).findall("svg:text", NAMES)[0].text == "<b>a & b</b>"


def test_bars_grow_with_their_value() -> None:
    assert charts.scale([1, 2, 0], 200) == [100, 200, 0]
    assert charts.scale([0], 200) == [0]
    assert charts.scale([]) == []


def test_a_correction_names_the_new_figure_and_the_old_one(made: dict[str, str]) -> None:
    page = made["statistik/index.md"]
    section = page[page.index('id="koreksi"') : page.index('id="angka-lain"')]
    cards = [plain(one) for one in re.findall(r"<li.*?</li>", section, re.DOTALL)]
    found = next(one for one in cards if "Hulu Sungai Selatan" in one)
    assert found.startswith("6 orang, bukan 5.")
    assert "Banjarmasin Post" in found

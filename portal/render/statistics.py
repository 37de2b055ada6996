"""The page of figures. In: a catalogue; out: `/statistik/`: charts with tables, then the rest.

Figures that were replaced or that conflict stay visible and labelled, in charts and tables alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import charts
from portal.render.findings import YEARS, Finding, all_charts, part_of, year_of
from portal.render.page import Pages

LEVELS = ("nasional", "provinsi", "kabupaten", "kota")


@dataclass(frozen=True)
class Table:
    """Figures on one indicator, by one dimension ("" for totals)."""

    indicator: str
    dimension: str
    rows: tuple[Record, ...]


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/statistik/`."""
    pages = Pages(catalogue)
    drawn = all_charts(catalogue)
    asked = pages.environment.globals
    asked["chart"] = picture
    asked["name_of"] = lambda finding, row: name_of(catalogue, finding, row)
    shown = frozenset(row.id for one in drawn for row in one.rows)
    rest = [one for one in catalogue["statistics"] if one.id not in shown]
    facts = {"groups": groups(catalogue, rest), "corrections": corrections(catalogue)}
    pages.add("/statistik/", "statistics", charts=drawn, **facts)
    return pages.files


def picture(finding: Finding) -> str:
    """Return the chart of a finding as SVG."""
    return charts.draw(finding.key, finding.title, finding.description, finding.bars)


def name_of(catalogue: Catalogue, finding: Finding, row: Record) -> str:
    """Return what a row of a chart's table is called: its year, its category or its place."""
    return year_of(row) if finding.counted == YEARS else part_of(catalogue, row)


def groups(catalogue: Catalogue, figures: Iterable[Record]) -> list[tuple[str, list[Table]]]:
    """Return tables of the figures under their indicator, in the order of the vocabulary."""
    found: dict[str, dict[str, list[Record]]] = {}
    for one in sorted(figures, key=_order):
        tables = found.setdefault(one["indicator"], {})
        tables.setdefault(one["dimension"], []).append(one)
    return [
        (name, [Table(name, one, tuple(found[name][one])) for one in sorted(found[name])])
        for name, _ in catalogue.grouped("statistics", "indicator", "indicators")
        if name in found
    ]


def _order(figure: Record) -> tuple[int, str, int, str, str]:
    newest_first = -figure["period_end"].last.toordinal()
    level = LEVELS.index(figure["level"])
    return level, figure["region"], newest_first, figure["category"], figure.id


def corrections(catalogue: Catalogue) -> Sequence[tuple[Record, Record]]:
    """Return (new figure, the figure it corrects), the newest period first."""
    pairs = [
        (one, old)
        for one in catalogue["statistics"]
        if one["corrects"] and (old := catalogue.find("statistics", one["corrects"]))
    ]
    return sorted(pairs, key=lambda pair: (str(pair[0]["period_end"]), pair[0].id), reverse=True)

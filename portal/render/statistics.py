"""The page of figures. In: a catalogue; out: tables by indicator, and charts beside two of them.

Figures that were replaced or that conflict stay visible and labelled; only charts leave them out.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.text import number

PLACED = "penempatan"
SCHEME = "skema"
LEVELS = ("nasional", "provinsi", "kabupaten", "kota")
TRUSTED = ("reported", "preliminary")
Row = tuple[str, float]


@dataclass(frozen=True)
class Table:
    """Figures on one indicator, by one dimension ("" for totals)."""

    indicator: str
    dimension: str
    rows: tuple[Record, ...]


@dataclass(frozen=True)
class Chart:
    """Bars with a title: (label, value) from left to right, and the place they are about."""

    key: str
    region: str
    period: str
    rows: tuple[Row, ...]


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/statistik/`."""
    pages = Pages(catalogue)
    asked = pages.environment.globals
    asked["bar_lengths"] = bars
    asked["chart_sentence"] = sentence
    years = Chart("penempatan-per-tahun", "", "", tuple(per_year(catalogue)))
    schemes = by_scheme(catalogue)
    pages.add("/statistik/", "statistics", groups=groups(catalogue), years=years, schemes=schemes)
    return pages.files


def groups(catalogue: Catalogue) -> list[tuple[str, list[Table]]]:
    """Return the tables under their indicator, in the order of the vocabulary."""
    indicators = [one["id"] for one in catalogue.get("vocabulary", "indicators")["values"]]
    found: dict[tuple[str, str], list[Record]] = {}
    for one in sorted(catalogue["statistics"], key=_order):
        found.setdefault((one["indicator"], one["dimension"]), []).append(one)
    by_indicator = [
        (one, [Table(*key, tuple(rows)) for key, rows in sorted(found.items()) if key[0] == one])
        for one in indicators
    ]
    return [(indicator, tables) for indicator, tables in by_indicator if tables]


def _order(figure: Record) -> tuple[int, str, int, str, str]:
    newest_first = -figure["period_end"].last.toordinal()
    level = LEVELS.index(figure["level"])
    return level, figure["region"], newest_first, figure["category"], figure.id


def per_year(catalogue: Catalogue) -> list[Row]:
    """Return (year, workers placed) for the whole country, one trusted figure a year."""
    found: dict[str, float] = {}
    totals = (one for one in catalogue["statistics"] if _national_year(one))
    for one in sorted(totals, key=lambda one: (TRUSTED.index(one["status"]), one.id)):
        found.setdefault(str(one["period_end"]), one["value"])
    return sorted(found.items())


def _national_year(figure: Record) -> bool:
    whole_year = str(figure["period_start"]) == str(figure["period_end"])
    year = whole_year and len(str(figure["period_end"])) == len("2026")
    total = figure["indicator"] == PLACED and not figure["dimension"]
    return year and total and figure["level"] == "nasional" and figure["status"] in TRUSTED


def by_scheme(catalogue: Catalogue) -> list[Chart]:
    """Return a chart for each province and period whose placements are known by scheme."""
    found: dict[tuple[str, str, str], list[Record]] = {}
    for one in catalogue["statistics"]:
        if _by_scheme(one):
            key = (one["region"], str(one["period_start"] or ""), str(one["period_end"]))
            found.setdefault(key, []).append(one)
    return [_scheme_chart(key, rows) for key, rows in sorted(found.items()) if len(rows) > 1]


def _by_scheme(figure: Record) -> bool:
    placed = figure["indicator"] == PLACED and figure["dimension"] == SCHEME
    return placed and figure["level"] == "provinsi" and figure["status"] in TRUSTED


def _scheme_chart(key: tuple[str, str, str], rows: Iterable[Record]) -> Chart:
    bars = sorted(((one["category"], one["value"]) for one in rows), key=lambda bar: -bar[1])
    region, _, end = key
    return Chart(f"skema-{region}-{end}", region, end[:4], tuple(bars))


def bars(rows: Sequence[Row], width: int) -> Mapping[str, int]:
    """Return the length of each bar in whole units, the longest `width`."""
    most = max((value for _, value in rows), default=1) or 1
    return {label: round(width * value / most) for label, value in rows}


def sentence(rows: Iterable[Row]) -> str:
    """Return the bars in words: `2018 283.640, 2019 276.553`."""
    return ", ".join(f"{label} {number(value)}" for label, value in rows)

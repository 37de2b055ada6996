"""What the charts say. In: a catalogue; out: for each chart its bars, its rows, and the finding.

Only whole years of placements are drawn, and parts only where the same source-year has several.
The sentences are made from the same bars as the picture, so that they cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.charts import Bar
from portal.render.words import region_name
from portal.text import long_date, number

PLACED = "penempatan"
YEARS = "Tahun"
YEAR = len("2026")
MOST = 10  # bars where a list is long; its table has them all
LEAST = 3  # parts that make a chart worth drawing
STATES = ("reported", "conflicting", "preliminary", "superseded")
TRUSTED = frozenset({"reported", "preliminary"})


@dataclass(frozen=True)
class Finding:
    """A chart: its title, what it shows in sentences, its bars, and every row behind it."""

    key: str
    title: str
    sentences: tuple[str, ...]
    bars: tuple[Bar, ...]
    rows: tuple[Record, ...]
    counted: str = YEARS

    @property
    def description(self) -> str:
        """Every bar in words, for those who do not see the picture."""
        said = [f"{one.caption} {number(one.value)} orang" for one in self.bars]
        return f"{'; '.join(said)}."


def all_charts(catalogue: Catalogue) -> list[Finding]:
    """Return every chart of the page, in the order in which it is read."""
    return [
        *per_year(catalogue),
        *by_scheme(catalogue),
        *newest(catalogue, "negara", "negara tujuan"),
        *newest(catalogue, "", "provinsi asal"),
        *newest(catalogue, "jabatan", "pekerjaan"),
    ]


def placements(catalogue: Catalogue, level: str, dimension: str) -> list[Record]:
    """Return the figures on placements of one level, by one dimension ("" for totals)."""
    wanted = (PLACED, level, dimension)
    known = catalogue["statistics"]
    return [one for one in known if (one["indicator"], one["level"], one["dimension"]) == wanted]


def year_of(figure: Record) -> str:
    """Return the year that a figure is about, counted to December; "" for other periods."""
    start, end = str(figure["period_start"] or ""), str(figure["period_end"])
    december = end[YEAR:] in ("", "-12") or end[YEAR:].startswith("-12-")
    return start if len(start) == YEAR and end[:YEAR] == start and december else ""


def per_year(catalogue: Catalogue) -> list[Finding]:
    """Return the chart of placements of the whole country: every version of every year."""
    rows = [one for one in placements(catalogue, "nasional", "") if year_of(one)]
    rows.sort(key=lambda one: (year_of(one), STATES.index(one["status"]), one.id))
    versions: dict[tuple[str, float, str], Record] = {}
    for one in rows:
        versions.setdefault((year_of(one), one["value"], one["status"]), one)
    bars = [_bar(catalogue, year, one) for (year, _, _), one in versions.items()]
    if len(bars) < LEAST:
        return []
    title = f"Penempatan pekerja migran tiap tahun, {bars[0].label} sampai {bars[-1].label}"
    told = (*_extremes(bars), *_versions(bars))
    return [Finding("penempatan-per-tahun", title, told, tuple(bars), tuple(rows))]


def _extremes(bars: Iterable[Bar]) -> list[str]:
    sure = [one for one in bars if one.state == "reported"] or list(bars)
    most, least = max(sure, key=_value), min(sure, key=_value)
    said = [f"Paling sedikit {_people(least)}, pada {least.label}."]
    said.append(f"Paling banyak {_people(most)}, pada {most.label}.")
    return [*said, f"Angka terakhir {_people(sure[-1])}, pada {sure[-1].label}."]


def _versions(bars: Sequence[Bar]) -> list[str]:
    years: dict[str, list[Bar]] = {}
    for one in bars:
        years.setdefault(one.label, []).append(one)
    told = []
    for year, versions in years.items():
        if len(versions) > 1:
            told.append(f"Tahun {year} punya {len(versions)} angka: {_listed(versions)}.")
    return told


def _listed(bars: Iterable[Bar]) -> str:
    return ", ".join(f"{number(one.value)} ({one.words or 'dipakai sekarang'})" for one in bars)


def by_scheme(catalogue: Catalogue) -> list[Finding]:
    """Return a chart for each place and period whose placements are known by scheme."""
    found: dict[tuple[str, str, str], list[Record]] = {}
    for level in ("provinsi", "nasional"):
        for one in placements(catalogue, level, "skema"):
            if one["status"] in TRUSTED:
                period = (str(one["period_start"] or ""), str(one["period_end"]))
                found.setdefault((one["region"], *period), []).append(one)
    charts = [_scheme(catalogue, rows) for rows in found.values() if len(_whole(rows)) >= LEAST]
    return sorted(charts, key=lambda one: one.key, reverse=True)


def _scheme(catalogue: Catalogue, rows: Sequence[Record]) -> Finding:
    first = rows[0]
    place = region_name(catalogue, first["region"]) or "Indonesia"
    bars = [_bar(catalogue, one["category"], one) for one in _whole(rows)]
    together = number(sum(one.value for one in bars))
    title = f"Cara berangkat dari {place}, {_period(first)}"
    told = [f"{one.label}: {_people(one)}." for one in bars]
    told.append(f"Jumlah {len(bars)} bagian ini {together} orang.")
    key = f"skema-{first['region'] or 'indonesia'}-{first['period_end']}"
    return Finding(key.replace(".", "-"), title, tuple(told), tuple(bars), _sorted(rows), "Cara")


def _sorted(rows: Iterable[Record]) -> tuple[Record, ...]:
    return tuple(sorted(rows, key=lambda one: (-one["value"], one.id)))


def _whole(rows: Iterable[Record]) -> list[Record]:
    """Return the parts that are not parts of another part, the greatest first."""
    known = list(rows)
    names = {one["category"] for one in known}
    return list(_sorted(one for one in known if not _inside(one["category"], names)))


def _inside(name: str, names: Iterable[str]) -> bool:
    return any(name.startswith(f"{one} ke ") for one in names)


def newest(catalogue: Catalogue, dimension: str, what: str) -> list[Finding]:
    """Return the chart of the newest year whose placements are known by place or by kind."""
    level = "nasional" if dimension else "provinsi"
    years: dict[str, list[Record]] = {}
    for one in placements(catalogue, level, dimension):
        if year_of(one) and one["status"] in TRUSTED:
            years.setdefault(year_of(one), []).append(one)
    full = [year for year, rows in years.items() if len(rows) >= LEAST]
    return [_newest(catalogue, what, max(full), years[max(full)])] if full else []


def _newest(catalogue: Catalogue, what: str, year: str, rows: Iterable[Record]) -> Finding:
    known = _sorted(rows)
    bars = [_bar(catalogue, part_of(catalogue, one), one) for one in known[:MOST]]
    told = [f"Paling banyak: {bars[0].label}, {_people(bars[0])}."]
    told.append(f"Lalu {bars[1].label}, {_people(bars[1])}.")
    if len(known) > len(bars):
        told.append(f"Grafik memuat {len(bars)} yang terbesar. Tabel memuat {len(known)}.")
    told.append("Yang tidak ada di sini belum kami punya angkanya.")
    title = f"Penempatan menurut {what}, {year}"
    key = f"{what.partition(' ')[0]}-{year}"
    return Finding(key, title, tuple(told), tuple(bars), known, what.capitalize())


def part_of(catalogue: Catalogue, figure: Record) -> str:
    """Return what a figure is a part of the whole by: its category, else its place."""
    name = figure["category"] or region_name(catalogue, figure["region"])
    return f"{name[:1].upper()}{name[1:]}"


def _bar(catalogue: Catalogue, label: str, figure: Record) -> Bar:
    state = figure["status"]
    words = "" if state == "reported" else catalogue.label("statistic_states", state).lower()
    return Bar(label, figure["value"], state, words)


def _period(figure: Record) -> str:
    start, end = figure["period_start"], figure["period_end"]
    if start is None or str(start) == str(end):
        return long_date(end)
    if str(end).startswith(str(start)):
        return f"sampai {long_date(end)}"
    return f"{long_date(start)} sampai {long_date(end)}"


def _people(bar: Bar) -> str:
    return f"{number(bar.value)} orang"


def _value(bar: Bar) -> float:
    return bar.value

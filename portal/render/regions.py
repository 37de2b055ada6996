"""Pages on places. In: a catalogue; out: the list of provinces and one page per region code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Partial, Record
from portal.render.near_trainings import STATES, state
from portal.render.page import Pages
from portal.render.procedures import local
from portal.render.urls import url_of

FEW = 5  # trainings elsewhere in the province
NEARBY = ("disnaker", "ltsa", "service_point", "p4mi")
ELSEWHERE = ("bp3mi", "hotline", "ministry", "foreign_ministry", *NEARBY)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/wilayah/` and `/wilayah/<code>/`."""
    pages = Pages(catalogue)
    provinces = [one for one in catalogue["regions"] if not one["province_code"]]
    offices = by_region(catalogue)
    children: dict[str, list[Record]] = {}
    for one in catalogue["regions"]:
        children.setdefault(one["province_code"], []).append(one)
    pages.add(url_of("regions"), "regions", provinces=provinces, children=children)
    for one in catalogue["regions"]:
        facts = facts_of(catalogue, one, offices)
        inside = children.get(one.id, []) if not one["province_code"] else []
        pages.add(url_of("regions", one.id), "region", record=one, inside=inside, **facts)
    return pages.files


def by_region(catalogue: Catalogue) -> Mapping[str, Sequence[Record]]:
    """Return the offices that stand in or serve each region, by its code, without doubles."""
    found: dict[str, list[Record]] = {}
    for one in catalogue["offices"]:
        for code in sorted({one["region"], *one["serves"]} - {""}):
            found.setdefault(code, []).append(one)
    return found


def facts_of(
    catalogue: Catalogue, region: Record, offices: Mapping[str, Sequence[Record]]
) -> Mapping[str, Any]:
    """Return what the page of one region shows."""
    code, province = region.id, region["province_code"]
    here = offices.get(code, ())
    near = [one for one in here if one["kind"] in NEARBY]
    above = [one for one in offices.get(province, ()) if province and one["kind"] in NEARBY]
    agencies = catalogue.in_region("agencies", code)
    trainings = catalogue.in_region("training", code)
    statistics = statistics_of(catalogue, code)
    return {
        "near": near,
        "above": [one for one in above if one not in near],
        "others": [one for one in here if one["kind"] not in ELSEWHERE],
        "bp3mi": catalogue.serving(code, "bp3mi"),
        "agencies": agencies,
        "mentioned": mentioned(catalogue, code),
        "trainings": trainings,
        "trainings_near": [] if trainings else trainings_near(catalogue, province),
        "trainings_by_region": _counts(catalogue, code) if not province else {},
        "events": sorted(catalogue.in_region("outreach", code), key=_newest, reverse=True),
        "statistics": statistics,
        "local": local(catalogue, code),
        "empty": not (near or agencies or trainings or statistics),
    }


def mentioned(catalogue: Catalogue, code: str) -> list[tuple[Record, Record]]:
    """Return agencies that a source names for this region without an office here, and where."""
    here = catalogue.in_region("agencies", code)
    found: list[tuple[Record, Record]] = []
    for agency in catalogue["agencies"]:
        events = [one for one in agency["events"] if one["region"] == code]
        if events and agency not in here:
            found.append((agency, events[-1]))
    return found


def trainings_near(catalogue: Catalogue, province: str) -> list[Record]:
    """Return trainings elsewhere in the province, those that may still be open first."""
    if not province:
        return []
    known = [one for one in catalogue["training"] if one["region"].startswith(f"{province}.")]
    order = {state: at for at, state in enumerate(STATES)}
    known.sort(key=lambda one: (order[state(catalogue, one)], -_year(one), one.id))
    return known[:FEW]


def _year(training: Record) -> int:
    as_of: Partial | date = training["as_of"]
    return as_of.first.year if isinstance(as_of, Partial) else as_of.year


def statistics_of(catalogue: Catalogue, code: str) -> list[Record]:
    """Return the figures of a region, newest period first."""
    found = catalogue.in_region("statistics", code)
    return sorted(found, key=lambda one: (str(one["period_end"]), one.id), reverse=True)


def _counts(catalogue: Catalogue, province: str) -> Mapping[str, int]:
    """Return how many trainings each kabupaten or kota of a province has."""
    codes = (one["region"] for one in catalogue["training"] if "." in one["region"])
    return dict(sorted(Counter(one for one in codes if one.startswith(f"{province}.")).items()))


def _newest(session: Record) -> tuple[str, str]:
    return str(session["held_on"]), session.id

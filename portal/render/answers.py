"""What an answer on /cek/ looks up. In: a catalogue; out: `cari/kunci.json`, `cari/wilayah.json`.

Kept out of the index of names, which must stay small: these are asked for only when somebody has
chosen a firm, or when names stand side by side. portal/locks.py decides; here its answers from
today on are written down, and the browser only looks its reader's day up.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from itertools import groupby
from typing import Any

from portal.catalogue import Catalogue
from portal.locks import NO_REASONS, Steps, is_closed, licence_steps, office_steps, order_steps
from portal.model import Record
from portal.render.words import phone, region_name, tel, timeline_rows
from portal.standing import PROOF_KINDS, Standing, Word, first_day_of
from portal.text import compact_json

MISUSED = "name_misused"
KINDS: Mapping[str, str] = {"Kabupaten ": "kabupaten", "Kota ": "kota"}


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return what an answer needs of every firm, and the choices of its reader."""
    return {
        "cari/kunci.json": compact_json(firms_file(catalogue)),
        "cari/wilayah.json": compact_json(choices_file(catalogue)),
    }


def firms_file(catalogue: Catalogue) -> dict[str, Any]:
    """Return {firms: {id: facts}, times: [...]}; a firm names its timeline by its place there."""
    drawn = {one.id: times(catalogue, one) for one in catalogue["agencies"]}
    known = sorted({compact_json(one) for one in drawn.values()})
    place = {text: at for at, text in enumerate(known)}
    firms = {
        one.id: {"at": place[compact_json(drawn[one.id])]} | _facts(catalogue, one)
        for one in sorted(catalogue["agencies"], key=lambda one: one.id)
    }
    return {"times": [json.loads(text) for text in known], "firms": firms}


def times(catalogue: Catalogue, agency: Record) -> list[Any]:
    """Return [rows of the standing, each ending with whose advice to give, rows of the lock]."""
    spans = zip(timeline_rows(catalogue, agency), catalogue.timeline(agency), strict=True)
    rows = [[*row, advice_for(span.standing)] for row, span in spans]
    return [rows, licence_rows(catalogue, agency)]


def advice_for(now: Standing) -> Word:
    """Return whose advice to give: a firm that an authority denies gets that of a revoked one."""
    return "revoked" if now.word == "unproven" and now.reason in NO_REASONS else now.word


def _facts(catalogue: Catalogue, agency: Record) -> dict[str, Any]:
    """Return what is on record of a firm beside its standing; nothing for what is not."""
    facts = {
        "licence": licence_no(agency),
        "offices": office_rows(catalogue, agency),
        "orders": order_rows(catalogue, agency),
        "misused": [one["says"] for one in agency["events"] if one["kind"] == MISUSED],
    }
    if facts["misused"]:
        facts["numbers"] = official_numbers(catalogue, agency)
    return {name: value for name, value in facts.items() if value}


def licence_rows(catalogue: Catalogue, agency: Record) -> list[list[str]]:
    """Return the states of the first lock from today on: `[[from, state], ...]`."""
    return _rows(licence_steps(agency, catalogue.source_kinds, catalogue.today))


def office_rows(catalogue: Catalogue, agency: Record) -> list[Any]:
    """Return `[[region, [[from, state], ...]], ...]`, the second lock from today on."""
    found = office_steps(agency, catalogue.source_kinds, catalogue.today)
    return [[code, _rows(steps)] for code, steps in found.items()]


def order_rows(catalogue: Catalogue, agency: Record) -> list[Any]:
    """Return `[[country, position, [[from, state], ...]], ...]`, the third lock from today on."""
    found = order_steps(agency, catalogue.source_kinds, catalogue.today)
    return [[*job, _rows(steps)] for job, steps in found.items()]


def licence_no(agency: Record) -> str:
    """Return the licence number that was recorded last, or ""."""
    numbered = [one for one in agency["events"] if one["licence_no"]]
    numbered.sort(key=first_day_of)
    return str(numbered[-1]["licence_no"]) if numbered else ""


def official_numbers(catalogue: Catalogue, agency: Record) -> list[list[str]]:
    """Return `[[shown, link], ...]` of the firm's telephones that an authority has on record."""
    kinds = catalogue.source_kinds
    offices = [
        one
        for one in agency["offices"]
        if any(kinds.get(source) in PROOF_KINDS for source in one["sources"])
        and not is_closed(one, catalogue.today)
    ]
    numbers = dict.fromkeys(number for one in offices for number in one["phones"])
    return [[phone(number), tel(number)] for number in numbers]


def choices_file(catalogue: Catalogue) -> dict[str, Any]:
    """Return the kabupaten and kota by province, and the countries on record."""
    districts = [one for one in catalogue["regions"] if one["province_code"]]
    districts.sort(key=lambda one: (_province(catalogue, one), *_short(one), one.id))
    provinces = groupby(districts, lambda one: _province(catalogue, one))
    orders = (one for agency in catalogue["agencies"] for one in agency["job_orders"])
    countries = {one["country"] for one in (*catalogue["destinations"], *orders)}
    return {
        "provinces": [[name, [[one.id, named(one)] for one in group]] for name, group in provinces],
        "countries": sorted(countries),
    }


def named(region: Record) -> str:
    """Return `Lumajang (kabupaten)`: a list is searched by the letter with which a name begins."""
    short, kind = _short(region)
    return f"{short} ({kind})" if kind else short


def _short(region: Record) -> tuple[str, str]:
    name = str(region["name"])
    for start, kind in KINDS.items():
        if name.startswith(start):
            return name.removeprefix(start).removeprefix("Administrasi "), kind
    return name, ""


def _province(catalogue: Catalogue, region: Record) -> str:
    return region_name(catalogue, region["province_code"])


def _rows(steps: Steps) -> list[list[str]]:
    return [[day.isoformat(), state] for day, state in steps]

"""Whom to call, and where to learn, in a reader's district: `cari/hubungi/<province>.json`.

In: a catalogue. The "Hubungi" part of every page shows national numbers, and the box of trainings
shows examples. They ask for one of these small files only where somebody has chosen a kabupaten;
all sentences are written here, the browser only shows them.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import USABLE_STATES
from portal.render.near_trainings import Alternative, in_province
from portal.render.urls import url_of
from portal.render.words import phone, tel, whatsapp
from portal.text import compact_json, host, long_date, lower_first

# What stands in a district, in the order in which people should ask.
LOCAL: Final = ("disnaker", "ltsa", "p4mi", "service_point", "bp3mi")
MISSING: Final = "Disnaker (Dinas Tenaga Kerja)"
ASK_VILLAGE: Final = "Tanyakan ke kantor desa atau kelurahan."
ASK_NATION: Final = "Tanyakan lewat nomor nasional di bawah."
Rows = list[dict[str, Any]]


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return one file a province: the names of its kabupaten and kota, and whom to ask there."""
    return {
        f"cari/hubungi/{one.id}.json": compact_json(province_file(catalogue, one))
        for one in sorted(catalogue["regions"], key=lambda one: one.id)
        if not one["province_code"]
    }


def province_file(catalogue: Catalogue, province: Record) -> dict[str, Any]:
    """Return {names, near, missing, above, learn}: `missing` is said where no Disnaker is known."""
    inside = sorted(_districts(catalogue, province), key=lambda one: one.id)
    near = {one.id: near_rows(catalogue, one.id) for one in inside}
    above = [one for one in catalogue.serving(province.id, "bp3mi") if _usable(one)]
    return {
        "names": {one.id: one["name"] for one in inside},
        "near": {code: rows for code, rows in near.items() if rows},
        "missing": _said(MISSING, f"Kami belum punya data kantornya. {ASK_VILLAGE}"),
        "above": [_row(catalogue, one) for one in above],
        "learn": [_lesson(catalogue, one) for one in in_province(catalogue, province.id)],
    }


def _lesson(catalogue: Catalogue, one: Alternative) -> dict[str, str]:
    """Return code, track, name, page and what is known of one training."""
    track = catalogue.label("training_tracks", one.track)
    cost = catalogue.label("cost_kinds", one.record["cost_kind"])
    says = f"{track}. {one.place}. Biaya: {lower_first(cost)}. {one.when}"
    page = url_of("training", one.record.id).lstrip("/")
    code = str(one.record["region"])
    return {
        "code": code,
        "track": one.track,
        "name": one.record["name"],
        "page": page,
        "says": says,
    }


def _districts(catalogue: Catalogue, province: Record) -> Iterable[Record]:
    return (one for one in catalogue["regions"] if one["province_code"] == province.id)


def near_rows(catalogue: Catalogue, code: str) -> Rows:
    """Return the offices that stand in or serve exactly this district, the nearest first."""
    found = (one for one in catalogue["offices"] if code in (one["region"], *one["serves"]))
    here = [one for one in found if one["kind"] in LOCAL and _usable(one)]
    # A BP3MI that stands here serves the whole province, and is told with it.
    here = [one for one in here if one["kind"] != "bp3mi" or code in one["serves"]]
    return [_row(catalogue, one) for one in sorted(here, key=lambda one: LOCAL.index(one["kind"]))]


def _usable(office: Record) -> bool:
    return office["state"] in USABLE_STATES


def _said(name: str, *sentences: str) -> dict[str, Any]:
    return {"name": name, "says": " ".join(one for one in sentences if one)}


def _row(catalogue: Catalogue, office: Record) -> dict[str, Any]:
    """Return kind and name, the numbers to tap, and in words what else is known or not."""
    calls = _calls(office)
    hours = f"Jam layanan: {office['hours']}." if office["hours"] else ""
    sure = (office["state"], office["verification"]) == ("current", "verified")
    row = _said(str(office["name"]), _where(office, bool(calls)), hours, _doubt(office, sure))
    about = catalogue.meaning("office_kinds", office["kind"])
    site = [host(office["website_url"]), office["website_url"]] if office["website_url"] else []
    facts = {"kind": office["kind"], "about": about, "calls": calls, "sure": sure, "site": site}
    return row | {name: value for name, value in facts.items() if value}


def _doubt(office: Record, sure: bool) -> str:
    """Return how far to trust a number or address; nothing where neither is known."""
    if sure or not (office["address"] or _calls(office)):
        return ""
    when = long_date(office["as_of"])
    if office["state"] == "current" and office["verification"] != "unverified":
        return f"Baru dari satu sumber (keadaan per {when})."
    return f"Keterangan ini belum dipastikan (keadaan per {when})."


def _where(office: Record, reachable: bool) -> str:
    """Return where to go, or whom to ask instead."""
    missing = "" if reachable else "Nomor belum diketahui. "
    if office["address"]:
        return f"{missing}Datang ke {str(office['address']).rstrip('.')}."
    if reachable:
        return ""
    ask = ASK_NATION if office["kind"] == "bp3mi" else ASK_VILLAGE
    return f"Nomor dan alamat belum diketahui. {ask}"


def _calls(office: Record) -> list[list[str]]:
    """Return `[[shown, link, kind], ...]`; a number that nobody could verify is not offered."""
    if office["verification"] == "unverified":
        return []
    numbers = (*office["short_numbers"], *office["phones"])
    voice = [[phone(one), tel(one), "phone"] for one in numbers]
    return voice + [[phone(one), whatsapp(one), "chat"] for one in office["whatsapp"]]

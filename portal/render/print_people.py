"""Whom to avoid and whom to call, for the pocket book. In: catalogue, region; out: texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import lookups
from portal.render.print_law import gathered
from portal.render.words import phone
from portal.standing import day_of
from portal.text import long_date

Part = Mapping[str, Any]
ADVERSE = ("suspended", "revoked")
NATIONAL = ("ministry", "foreign_ministry")
REGIONAL = ("bp3mi", "p4mi")
LOCAL = ("disnaker", "ltsa", "service_point", *REGIONAL, "police", "immigration", "bpjs")


def barred(catalogue: Catalogue) -> list[Part]:
    """Return the names of agencies suspended or revoked today, by standing and date, newest first.

    Licences are never printed: a list of good names grows false on paper.
    """
    now = [(one, catalogue.standing(one).standing) for one in catalogue["agencies"]]
    return [
        {
            "word": word,
            "label": catalogue.label("standings", word),
            "groups": _by_date((one, held.at) for one, held in now if held.word == word),
        }
        for word in ADVERSE
        if any(held.word == word for _, held in now)
    ]


def _by_date(agencies: Iterable[tuple[Record, int | None]]) -> list[Part]:
    found = [(_when(one["events"][at or 0]), str(one["name"])) for one, at in agencies]
    found.sort(key=lambda pair: (-pair[0][0], pair[0], pair[1].casefold()))
    return [
        {"when": when, "until": until, "names": names}
        for (_, when, until), names in gathered(found)
    ]


def _when(event: Record) -> tuple[int, str, str]:
    """Return the day of an event (to sort by), the same in words, and until when it lasts."""
    day = day_of(event)
    if day is None:
        return 0, "Tanggal belum diketahui", ""
    words = long_date(day) if event["happened_on"] else f"Diberitakan {long_date(day)}"
    return day.first.toordinal(), words, long_date(event["until"])


def contacts(catalogue: Catalogue, region: str = "") -> Part:
    """Return who can be called: the national numbers, and the offices of `region` if given."""
    groups = {"hotlines": ("hotline",), "national": NATIONAL, "regional": REGIONAL}
    found = {name: [*lookups.contacts(catalogue, kinds)] for name, kinds in groups.items()}
    # In danger the police come first, as on every page and sheet.
    alarm = [one for one in lookups.contacts(catalogue, ("police",)) if not one["region"]]
    found["hotlines"] = [*alarm, *found["hotlines"]]
    called = {name: [one for one in group if _answers(one)] for name, group in found.items()}
    local = near(catalogue, region)
    groups_of = {**called, "local": local}
    return {name: [office(catalogue, one) for one in own] for name, own in groups_of.items()}


def _answers(one: Record) -> bool:
    """Whether to print it: an unconfirmed hotline may still help, such an office may not."""
    sure = one["kind"] in ("hotline", "police") or one["state"] == "current"
    return sure and lookups.has_number(one)


def near(catalogue: Catalogue, region: str) -> list[Record]:
    """Return the offices in a district and those that serve it; none without a region."""
    if not region:
        return []
    own = [one for one in catalogue.in_region("offices", region) if one["kind"] in LOCAL]
    served = [one for kind in LOCAL for one in catalogue.serving(region, kind)]
    usable = {one.id: one for one in (*own, *served) if one["state"] in lookups.USABLE_STATES}
    return sorted(usable.values(), key=lambda one: LOCAL.index(one["kind"]))


def office(catalogue: Catalogue, one: Record) -> Part:
    """Return one office: its contact, from where to call, how sure we are and since when."""
    return {
        **contact(one, one["name"]),
        "from": catalogue.label("calls_from", one["calls_from"]),
        "state": catalogue.label("office_states", one["state"]),
        "as_of": long_date(one["as_of"]),
    }


def contact(one: Record, name: str) -> Part:
    """Return the lines of one contact: telephone, WhatsApp, address, hours, where known."""
    calls = [*one.get("short_numbers", ()), *one["phones"]]
    numbers = [["Telepon", phone(number)] for number in calls]
    numbers += [["WhatsApp", phone(number)] for number in one["whatsapp"]]
    lines = (("Alamat", "address"), ("Jam layanan", "hours"))
    facts = [[label, one[key]] for label, key in lines if one[key]]
    return {"name": name, "numbers": numbers, "facts": facts}

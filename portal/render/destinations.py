"""Pages on countries. In: a catalogue; out: the list of countries and one page per country."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from portal.catalogue import Catalogue
from portal.locks import has_ended
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import url_of

COUNTRY = "negara"
CASES = "kasus"
STATES = ("reported", "preliminary", "conflicting", "superseded")


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/negara/` and `/negara/<id>/`."""
    pages = Pages(catalogue)
    groups = catalogue.grouped("destinations", "state", "destination_states")
    siskop = catalogue.find("services", "siskop2mi")
    pages.add(url_of("destinations"), "destinations", groups=groups, siskop=siskop)
    for one in catalogue["destinations"]:
        facts = about(catalogue, one)
        pages.add(url_of("destinations", one.id), "destination", record=one, siskop=siskop, **facts)
    return pages.files


def about(catalogue: Catalogue, destination: Record) -> dict[str, Any]:
    """Return what else the data knows of a country: figures, job orders, routes, dangers."""
    known = figures(catalogue, destination["country"])
    return {
        "figures": [one for one in known if one["unit"] != CASES],
        "cases": [one for one in known if one["unit"] == CASES],
        "orders": orders(catalogue, destination["country"]),
        "routes": _found(catalogue, "procedures", destination["procedures"]),
        "dangers": _found(catalogue, "fraud_patterns", destination["patterns"]),
    }


def figures(catalogue: Catalogue, country: str) -> list[Record]:
    """Return the figures on a country: sure before doubtful, then the newest first."""
    known = catalogue["statistics"]
    found = [one for one in known if (one["dimension"], one["category"]) == (COUNTRY, country)]
    found.sort(key=lambda one: (str(one["period_end"]), one.id), reverse=True)
    return sorted(found, key=lambda one: STATES.index(one["status"]))


def orders(catalogue: Catalogue, country: str) -> list[str]:
    """Return the positions of job orders for a country that have not ended, each once."""
    every = (order for one in catalogue["agencies"] for order in one["job_orders"])
    running = (one for one in every if not has_ended(one, catalogue.today))
    return sorted({str(one["position"]) for one in running if one["country"] == country})


def _found(catalogue: Catalogue, table: str, ids: Iterable[str]) -> list[Record]:
    found = (catalogue.find(table, one) for one in ids)
    return [one for one in found if one is not None]

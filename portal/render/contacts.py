"""The directory of contacts. In: a catalogue; out: `/kontak/`: who does what for you, and where.

Every role is shown, also one of which no number is known yet: the reader learns whom to ask.
"""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.words import region_name

OLD = ("historic", "planned")
NATIONAL = ("hotline", "police")
FEW = 4  # offices that stand open; more are folded away


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/kontak/`."""
    pages = Pages(catalogue)
    found = [(role, *offices(catalogue, role["kind"])) for role in catalogue["roles"]]
    pages.add("/kontak/", "contacts", roles=found, few=FEW, national=NATIONAL)
    return pages.files


def offices(catalogue: Catalogue, kind: str) -> tuple[list[Record], list[Record]]:
    """Return the offices of one kind that may still serve, and those known from old lists."""
    known = [one for one in catalogue["offices"] if one["kind"] == kind]
    known.sort(key=lambda one: (_doubt(one), region_name(catalogue, one["region"]), one.id))
    old = [one for one in known if one["state"] in OLD]
    return [one for one in known if one not in old], old


def _doubt(office: Record) -> tuple[bool, bool]:
    """Return a key that puts first what is known to answer, then what can be reached at all."""
    ways = ("phones", "short_numbers", "whatsapp", "website_url")
    return office["state"] != "current", not any(office[way] for way in ways)

"""Pages on sanctions. In: a catalogue; out: the list by conduct and one page per sanction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import url_of


@dataclass(frozen=True)
class Versions:
    """The wordings of one sanction on one day: in force now (or None), earlier, still to come."""

    now: Record | None
    earlier: tuple[Record, ...]
    later: tuple[Record, ...]


def versions(sanction: Record, on: date) -> Versions:
    """Return the wordings of a sanction as they stand on the day `on`, newest first."""
    known = sorted(sanction["versions"], key=lambda one: one["from"], reverse=True)
    now = [one for one in known if holds(one, on)]
    earlier = [one for one in known if one["until"] and one["until"] < on]
    later = [one for one in known if one["from"] > on]
    return Versions(now[0] if now else None, tuple(earlier), tuple(later))


def holds(version: Record, on: date) -> bool:
    """Whether a version is in force on the day `on`."""
    return bool(version["from"] <= on and (version["until"] is None or on <= version["until"]))


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/sanksi/` and `/sanksi/<id>/`."""
    pages = Pages(catalogue)
    pages.environment.globals["versions_of"] = lambda one: versions(one, catalogue.today)
    groups = catalogue.grouped("sanctions", "kind", "sanction_kinds")
    pages.add(url_of("sanctions"), "sanctions", groups=groups)
    for one in catalogue["sanctions"]:
        pages.add(url_of("sanctions", one.id), "sanction", sanction=one)
    return pages.files

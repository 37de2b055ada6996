"""Pages on how to go abroad. In: a catalogue; out: the list of routes and one page per route."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.trainings import alternatives
from portal.render.urls import url_of


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/prosedur/` and `/prosedur/<id>/`."""
    pages = Pages(catalogue)
    pages.environment.globals["home_trainings"] = alternatives(catalogue)
    pages.add(url_of("procedures"), "procedures", procedures=catalogue["procedures"])
    for one in catalogue["procedures"]:
        found = documents(catalogue, one)
        pages.add(url_of("procedures", one.id), "procedure", record=one, documents=found)
    return pages.files


def documents(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the documents that a route asks for, as far as they may be shown."""
    found = (catalogue.find("documents", one) for one in procedure["documents"])
    return [one for one in found if one is not None]

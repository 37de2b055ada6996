"""Pages that show one whole table each. In: a catalogue; out: documents, costs, countries, terms,
services, questions and outreach."""

from __future__ import annotations

from collections.abc import Iterable

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.trainings import alternatives


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/dokumen/`, `/biaya/`, `/negara/`, `/istilah/`, `/layanan/`, `/tanya-jawab/` and,
    where there is any, `/sosialisasi/`."""
    pages = Pages(catalogue)
    pages.environment.globals["home_trainings"] = alternatives(catalogue)
    documents = sorted(catalogue["documents"], key=lambda one: not one["statutory"])
    pages.add("/dokumen/", "documents", documents=documents)
    pages.add("/biaya/", "costs", groups=catalogue.grouped("costs", "state", "cost_states"))
    countries = catalogue.grouped("destinations", "state", "destination_states")
    pages.add("/negara/", "destinations", groups=countries)
    terms = sorted(catalogue["glossary"], key=lambda one: (one["obsolete"] or False, _name(one)))
    pages.add("/istilah/", "glossary", terms=terms)
    pages.add("/layanan/", "services", services=catalogue["services"])
    pages.add("/tanya-jawab/", "faq", questions=catalogue["faq"])
    if catalogue["outreach"]:
        pages.add("/sosialisasi/", "outreach", **sessions(catalogue))
    return pages.files


def sessions(catalogue: Catalogue) -> dict[str, Iterable[Record]]:
    """Return the outreach sessions still to come, soonest first, and the past, newest first."""
    known = sorted(catalogue["outreach"], key=lambda one: (one["held_on"], one.id))
    coming = [one for one in known if one["held_on"] >= catalogue.today]
    past = [one for one in reversed(known) if one["held_on"] < catalogue.today]
    return {"coming": coming, "past": past}


def _name(term: Record) -> str:
    return str(term["term"]).casefold()

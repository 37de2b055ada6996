"""Pages that show one whole table each. In: a catalogue; out: documents, costs, countries, terms,
services, questions and outreach."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.trainings import alternatives

Groups = Sequence[tuple[str, Sequence[Record]]]


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/dokumen/`, `/biaya/`, `/negara/`, `/istilah/`, `/layanan/`, `/tanya-jawab/` and,
    where there is any, `/sosialisasi/`."""
    pages = Pages(catalogue)
    pages.environment.globals["home_trainings"] = alternatives(catalogue)
    documents = sorted(catalogue["documents"], key=lambda one: not one["statutory"])
    pages.add("/dokumen/", "documents", documents=documents)
    pages.add("/biaya/", "costs", groups=grouped(catalogue, "costs", "cost_states"))
    countries = grouped(catalogue, "destinations", "destination_states")
    pages.add("/negara/", "destinations", groups=countries)
    terms = sorted(catalogue["glossary"], key=lambda one: (one["obsolete"] or False, _name(one)))
    pages.add("/istilah/", "glossary", terms=terms)
    pages.add("/layanan/", "services", services=catalogue["services"])
    pages.add("/tanya-jawab/", "faq", questions=catalogue["faq"])
    if catalogue["outreach"]:
        pages.add("/sosialisasi/", "outreach", **sessions(catalogue))
    return pages.files


def grouped(catalogue: Catalogue, table: str, vocabulary: str) -> Groups:
    """Return records under their state, states in the order of the vocabulary."""
    states = [one["id"] for one in catalogue.get("vocabulary", vocabulary)["values"]]
    known = catalogue[table]
    groups = [(str(id_), [one for one in known if one["state"] == id_]) for id_ in states]
    return [(state, records) for state, records in groups if records]


def sessions(catalogue: Catalogue) -> dict[str, Iterable[Record]]:
    """Return the outreach sessions still to come, soonest first, and the past, newest first."""
    known = sorted(catalogue["outreach"], key=lambda one: (one["held_on"], one.id))
    coming = [one for one in known if one["held_on"] >= catalogue.today]
    past = [one for one in reversed(known) if one["held_on"] < catalogue.today]
    return {"coming": coming, "past": past}


def _name(term: Record) -> str:
    return str(term["term"]).casefold()

"""Tools to fill in on the phone or with a pen. In: a catalogue; out: the pages under `/alat/`.

Every list is whole in the page: without script, and on paper, each is a list to tick by pen. What
a list asks for comes from the data: the documents of a route, the conditions and documents that the
law names. docs/decisions/0010-tools.md says what a phone may keep.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import contacts, shown
from portal.render.page import Pages
from portal.render.procedures import documents, extras

HUB = "/alat/"
# The lists, each with its template.
TOOLS: Mapping[str, str] = {
    "/alat/dokumen/": "tool_documents",
    "/alat/kesiapan/": "tool_readiness",
    "/alat/catatan-bayar/": "tool_payments",
    "/alat/kartu-keluarga/": "tool_family_card",
}
LAW, CONDITIONS, PAPERS = "uu-18-2017", "5", "13"
COMPLETE = "huruf e"  # the condition that all papers are there: the list of papers answers it


@dataclass(frozen=True)
class Checklist:
    """What to bring for one route; `borrowed` when its own list is not wholly known."""

    procedure: Record
    documents: Sequence[Record]
    extra: Sequence[str]
    gaps: Sequence[str]
    borrowed: bool


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/alat/` and the pages of its tools."""
    pages = Pages(catalogue)
    address = paper_address(catalogue)
    facts: Mapping[str, Mapping[str, object]] = {
        "tool_documents": {"lists": checklists(catalogue)},
        "tool_readiness": readiness(catalogue),
        "tool_family_card": {"numbers": family_numbers(catalogue)},
    }
    pages.add(HUB, "tools", paper=address)
    for url, template in TOOLS.items():
        pages.add(url, template, paper=address, **facts.get(template, {}))
    return pages.files


def paper_address(catalogue: Catalogue) -> str:
    """Return the site's address as a person types it: without scheme and last slash."""
    return str(catalogue.instance["site_url"]).partition("//")[2].rstrip("/")


def checklists(catalogue: Catalogue) -> list[Checklist]:
    """Return the list of every route, in the order of the data."""
    return [checklist(catalogue, one) for one in catalogue["procedures"]]


def checklist(catalogue: Catalogue, procedure: Record) -> Checklist:
    """Return what a route asks for; where its list has gaps, with what the law asks of all."""
    own = documents(catalogue, procedure)
    borrowed = not procedure["documents_known"]
    law = required(catalogue) if borrowed else []
    every = {one.id: one for one in (*own, *law)}.values()
    gaps = [one for one in procedure["gaps"] if "dokumen" in str(one).lower()]
    # What the law demands first: people stop reading.
    ranked = sorted(every, key=lambda one: not one["statutory"])
    return Checklist(procedure, ranked, extras(catalogue, procedure), gaps, borrowed)


def required(catalogue: Catalogue) -> list[Record]:
    """Return the documents that the law demands of everyone who is placed abroad."""
    articles = (CONDITIONS, PAPERS)
    named = {one.id for article in articles for one in _of_law(catalogue, article)}
    demanded = (one for one in catalogue["documents"] if one["statutory"])
    return [one for one in demanded if named.intersection(one["legal_basis"])]


def readiness(catalogue: Catalogue) -> dict[str, object]:
    """Return the conditions and documents of the law, and the provision that asks for all papers.

    Each document stands beside the provision that names it; a provision without one stands alone.
    """
    conditions = _of_law(catalogue, CONDITIONS)
    papers = [(one, _document_of(catalogue, one)) for one in _of_law(catalogue, PAPERS)]
    return {
        "conditions": [one for one in conditions if one["paragraph"] != COMPLETE],
        "complete": next((one for one in conditions if one["paragraph"] == COMPLETE), None),
        "papers": papers,
    }


def family_numbers(catalogue: Catalogue) -> Sequence[Record]:
    """Return whom a family at home and a worker abroad can call: what several sources confirm."""
    found: Iterable[Record] = contacts(catalogue, ("hotline", "foreign_ministry"))
    return [one for one in found if one["verification"] == "verified"]


def _document_of(catalogue: Catalogue, provision: Record) -> Record | None:
    basis = (one for one in catalogue["documents"] if provision.id in one["legal_basis"])
    return next((one for one in basis if one["statutory"]), None)


def _of_law(catalogue: Catalogue, article: str) -> list[Record]:
    place = (LAW, article)
    found = (one for one in catalogue["provisions"] if shown(catalogue, one))
    return [one for one in found if (one["regulation"], one["article"]) == place and one["plain"]]

"""Pages that show one whole table each. In: a catalogue; out: papers, costs, terms, services."""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import provisions_shown
from portal.render.page import Pages
from portal.render.procedures import DOORS, uses

# On who pays: the law, the rule of 2020 that freed ten jobs, that on personal costs, and of 2025.
COST_RULES = (
    "uu18-2017-p30-1",
    "uu18-2017-p72a",
    "perbanbp2mi9-2020-komponen",
    "perbanbp2mi9-2020-jabatan",
    "perbanbp2mi2-2020-p3",
    "permenp2mi17-2025-p1-1",
)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/dokumen/`, `/biaya/`, `/istilah/`, `/layanan/`."""
    pages = Pages(catalogue)
    pages.add("/dokumen/", "documents", **papers(catalogue))
    pages.add("/biaya/", "costs", **costs(catalogue))
    terms = sorted(catalogue["glossary"], key=lambda one: (one["obsolete"] or False, _name(one)))
    pages.add("/istilah/", "glossary", terms=terms)
    pages.add("/layanan/", "services", services=services(catalogue))
    return pages.files


def services(catalogue: Catalogue) -> list[tuple[Record, list[tuple[Record, int, Record]]]]:
    """Return each service with the steps that name it: (procedure, number, step)."""
    steps = [
        (one, number, step)
        for one in catalogue["procedures"]
        for number, step in enumerate(one["steps"], 1)
    ]
    return [(one, [row for row in steps if uses(row[2], one)]) for one in catalogue["services"]]


def papers(catalogue: Catalogue) -> dict[str, Any]:
    """Return the papers, those the law demands first, and why papers are often held up."""
    must = [one for one in catalogue["documents"] if one["statutory"]]
    others = [one for one in catalogue["documents"] if not one["statutory"]]
    titled = (("Wajib bagi semua calon", must), ("Diminta menurut jalur atau daerah", others))
    groups = [(title, some) for title, some in titled if some]
    refused = catalogue.find("faq", "berkas-sering-tertahan")
    return {"groups": groups, "refused": refused, "doors": DOORS}


def costs(catalogue: Catalogue) -> dict[str, Any]:
    """Return the costs by the state of their rule, what belongs together as one, and the rules."""
    groups = catalogue.grouped("costs", "state", "cost_states")
    whole = [(state, [one for one in some if not one["part_of"]]) for state, some in groups]
    parts: dict[str, list[Record]] = {}
    for one in catalogue["costs"]:
        parts.setdefault(one["part_of"], []).append(one)
    return {
        "groups": [(state, some) for state, some in whole if some],
        "parts": parts,
        "rules": provisions_shown(catalogue, COST_RULES),
        "visa": catalogue.find("documents", "visa-kerja"),
    }


def _name(term: Record) -> str:
    return str(term["term"]).casefold()

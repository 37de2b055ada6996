"""Posters, brochure, village briefing. In: the catalogue; out: {path: PDF bytes}, tagged.

Each has a fixed number of pages: what grows in data/ is set smaller, never cut off.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from portal.catalogue import Catalogue
from portal.render.print_pdf import pdf
from portal.render.print_sheets import briefing, brochure, poster

Texts = Callable[[Catalogue, str], Mapping[str, Any]]


class Sheet(NamedTuple):
    """One print: its name, its template, what it says, its paper where there is a choice."""

    name: str
    template: str
    texts: Texts
    paper: str = ""


SHEETS = (
    Sheet("poster-a4", "poster", poster, "a4"),
    Sheet("poster-a3", "poster", poster, "a3"),
    Sheet("brosur-lipat", "brochure", brochure),
    Sheet("ringkas-desa", "briefing", briefing),
)


def render(catalogue: Catalogue, region: str = "") -> dict[str, bytes]:
    """Return every sheet; `region` (a code) makes those of one district, under own names."""
    place = region or catalogue.instance["region"]
    ending = f"-{region}" if region else ""
    return {
        f"unduh/{one.name}{ending}.pdf": pdf(
            one.template, {**one.texts(catalogue, place), "paper": one.paper}, catalogue.today
        )
        for one in SHEETS
    }

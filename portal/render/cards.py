"""The pictures that WhatsApp and others show beside a link. In: a catalogue; out: {path: PNG}.

One picture a section of the site; all agencies share one. portal/render/passing.py chooses.
"""

from __future__ import annotations

import json

import typst

from portal.catalogue import Catalogue
from portal.render.install import COLOUR
from portal.render.passing import cards
from portal.render.print_book import edition
from portal.render.print_pdf import FONTS, TEMPLATES, printable


def render(catalogue: Catalogue) -> dict[str, bytes]:
    """Return every picture by its path, drawn in one go: far cheaper than one by one."""
    found = list(cards(catalogue).values())
    if not found:
        return {}
    address = catalogue.instance["site_url"].partition("://")[2].strip("/")
    about = {**edition(catalogue, ""), "colour": COLOUR, "address": address, "cards": found}
    made = typst.compile(
        str(TEMPLATES / "cards.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        format="png",
        ppi=72.0,
        sys_inputs={"book": json.dumps(printable(about), ensure_ascii=False)},
    )
    pages: list[bytes] = [made] if isinstance(made, bytes) else list(made)
    return {one["path"]: page for one, page in zip(found, pages, strict=True)}

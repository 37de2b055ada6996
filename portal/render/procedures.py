"""Pages on how to go abroad. In: a catalogue; out: the list of routes and one page per route."""

from __future__ import annotations

from collections.abc import Iterable

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import url_of

# What stands beside the routes: pages of this room, for those who prepare to leave.
DOORS = (
    ("/dokumen/", "Dokumen yang dibawa"),
    ("/prosedur/verifikasi/", "Pemeriksaan dokumen"),
    ("/prosedur/wawancara/", "Kartu persiapan wawancara"),
    ("/prosedur/paspor/", "Paspor"),
    ("/biaya/", "Siapa membayar apa"),
    ("/negara/", "Negara tujuan"),
    ("/layanan/", "Layanan dan situs resmi"),
)
# One province that counted its people by route: the three numbers belong together.
EXAMPLES = (
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-p-to-p",
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-perseorangan-mandiri",
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-g-to-g",
)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/prosedur/` and `/prosedur/<id>/`."""
    pages = Pages(catalogue)
    known = catalogue["procedures"]
    examples = _figures(catalogue, EXAMPLES)
    pages.add(url_of("procedures"), "procedures", procedures=known, doors=DOORS, examples=examples)
    for one in known:
        facts = {"documents": documents(catalogue, one), "figures": figures(catalogue, one)}
        pages.add(url_of("procedures", one.id), "procedure", record=one, **facts)
    return pages.files


def documents(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the documents that a route asks for, as far as they may be shown."""
    found = (catalogue.find("documents", one) for one in procedure["documents"])
    return [one for one in found if one is not None]


def figures(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the numbers of people who took a route, as far as they may be shown."""
    return _figures(catalogue, procedure["figures"])


def _figures(catalogue: Catalogue, ids: Iterable[str]) -> list[Record]:
    found = (catalogue.find("statistics", one) for one in ids)
    return [one for one in found if one is not None]

"""The pocket book, to read and to print. In: the catalogue; out: {path: PDF bytes}."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.render.print_book import content
from portal.render.print_impose import impose
from portal.render.print_pdf import pdf

READING = "unduh/buku-saku.pdf"
PRINTING = "unduh/buku-saku-a4.pdf"


def render(catalogue: Catalogue, region: str = "") -> dict[str, bytes]:
    """Return the A6 book, tagged, and the same book laid out for folding from A4 paper.

    `region` (a code) adds the offices of that district; without it the district of the
    instance is taken, and without that the edition is national.
    """
    texts = content(catalogue, region or catalogue.instance["region"])
    book = pdf("book", texts, catalogue.today)
    sheet = pdf("sheet", texts, catalogue.today)
    return {READING: book, PRINTING: impose(book, sheet)}

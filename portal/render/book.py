"""The pocket book, to read and to print. In: the catalogue; out: {path: PDF bytes}."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.render.print_book import content
from portal.render.print_impose import impose
from portal.render.print_pdf import pdf

READING = "unduh/buku-saku{region}.pdf"
PRINTING = "unduh/buku-saku-a4{region}.pdf"


def render(catalogue: Catalogue, region: str = "") -> dict[str, bytes]:
    """Return the A6 book, tagged, and the same book laid out for folding from A4 paper.

    `region` (a code) makes the edition of one district, under its own names; without it the
    book carries the offices of the district that the instance serves, if it serves one.
    """
    texts = content(catalogue, region or catalogue.instance["region"])
    book = pdf("book", texts, catalogue.today)
    sheet = pdf("sheet", texts, catalogue.today)
    ending = f"-{region}" if region else ""
    return {
        READING.format(region=ending): book,
        PRINTING.format(region=ending): impose(book, sheet),
    }

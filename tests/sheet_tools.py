"""What the tests of posters, brochure and briefing share: their names, pages and places of text."""

from __future__ import annotations

from collections.abc import Mapping

import pypdfium2

PAGES = {"poster-a4": 1, "poster-a3": 1, "brosur-lipat": 2, "ringkas-desa": 1}
NAMES = tuple(PAGES)
READABLE = 7.0  # the contrast that WCAG calls AAA, for weak printers
EDGE = 11  # points: most office printers leave this much blank


def named(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the PDFs by their names."""
    return {path.removeprefix("unduh/").removesuffix(".pdf"): raw for path, raw in files.items()}


def boxes_of(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    """Return the place of each piece of text: left, bottom, right, top."""
    words = page.get_textpage()
    found = [words.get_rect(at) for at in range(words.count_rects())]
    return [one for one in found if one[2] - one[0] > 3 and one[3] - one[1] > 3]


def overlapping(page: pypdfium2.PdfPage) -> list[tuple[float, ...]]:
    """Return the pairs of pieces of text that lie on one another by more than a third."""
    boxes = sorted(boxes_of(page), key=lambda one: -one[3])
    found = []
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            wide = min(one[2], other[2]) - max(one[0], other[0])
            tall = min(one[3], other[3]) - max(one[1], other[1])
            if wide > 2 and tall > 0.34 * min(one[3] - one[1], other[3] - other[1]):
                found.append((*one, *other))
    return found


def fits(raw: bytes) -> bool:
    """Whether all text stays on its page, clear of the edge, and off other text."""
    for page in pypdfium2.PdfDocument(raw):
        wide, tall = page.get_size()
        for left, bottom, right, top in boxes_of(page):
            if left < EDGE or bottom < EDGE or right > wide - EDGE or top > tall - EDGE:
                return False
        if overlapping(page):
            return False
    return True

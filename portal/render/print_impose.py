"""A6 pages onto double-sided A4, to be cut once and folded. In: PDFs; out: one PDF.

Each A4 side carries four pages: two A5 halves, one above the other. After one cut the upper
halves are laid on the lower ones; the pile is then in order, ready to be folded and stapled.
docs/decisions/0004-print.md says why.
"""

from __future__ import annotations

import io
from collections.abc import Iterator

from pikepdf import Dictionary, Name, Pdf, Stream

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
PER_SHEET = 8
CUT = b"q 0.5 w 0 G 0 %.3f m 20 %.3f l %.3f %.3f m %.3f %.3f l S Q"
Side = tuple[int, int, int, int]


def sides(pages: int) -> Iterator[Side]:
    """Yield the A4 sides, front and back in turn, for a number of pages divisible by eight.

    A side is (upper left, upper right, lower left, lower right), as page numbers from 1.
    """
    if pages % PER_SHEET:
        raise ValueError(f"{pages} pages do not fill sheets of {PER_SHEET}")
    sheets = pages // PER_SHEET
    for upper in range(sheets):
        fronts, backs = zip(*(_half(at, pages) for at in (upper, upper + sheets)), strict=True)
        yield (*fronts[0], *fronts[1])
        yield (*backs[0], *backs[1])


def _half(at: int, pages: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Return front and back of the A5 sheet `at`, counted from the outermost."""
    first = 2 * at + 1
    last = pages + 1 - first
    return (last, first), (first + 1, last - 1)


def impose(book: bytes, sheet: bytes) -> bytes:
    """Return `sheet` (an A4 leaf of instructions) followed by `book`, four pages to the side."""
    with Pdf.open(io.BytesIO(sheet)) as target, Pdf.open(io.BytesIO(book)) as source:
        for side in sides(len(source.pages)):
            _add_side(target, source, side)
        return _plain(target, source)


def _add_side(target: Pdf, source: Pdf, side: Side) -> None:
    """Add one A4 page that shows four pages and the marks for the cut.

    Written by hand: pikepdf's own overlay gives random names, and the bytes must repeat.
    """
    width, height = A4[0] / 2, A4[1] / 2
    shown, drawn = Dictionary(), b""
    for at, number in enumerate(side):
        page = source.pages[number - 1]
        name = f"/P{at + 1}"
        shown[name] = target.copy_foreign(page.as_form_xobject())
        gap = (height - float(page.mediabox[3])) / 2
        spot = ((at % 2) * width, (1 - at // 2) * height + gap)
        drawn += b"q 1 0 0 1 %.3f %.3f cm %s Do Q\n" % (*spot, name.encode())
    drawn += CUT % (height, height, A4[0] - 20, height, A4[0], height)
    target.add_blank_page(page_size=A4)
    target.pages[-1].obj.Resources = Dictionary(XObject=shown)
    target.pages[-1].obj.Contents = target.make_stream(drawn)


def _plain(target: Pdf, source: Pdf) -> bytes:
    """Return the bytes of an untagged copy: tags cannot survive being cut and reordered."""
    for key in ("/StructTreeRoot", "/MarkInfo", "/Outlines", "/PageLabels", "/Metadata"):
        if key in target.Root:
            del target.Root[key]
    for one in target.objects:
        if isinstance(one, (Dictionary, Stream)) and "/StructParents" in one:
            del one["/StructParents"]
    target.Root.Lang = source.Root.Lang
    target.Root.ViewerPreferences = Dictionary(
        DisplayDocTitle=True, Duplex=Name.DuplexFlipLongEdge, PrintScaling=Name("/None")
    )
    written = io.BytesIO()
    target.save(written, deterministic_id=True)
    return written.getvalue()

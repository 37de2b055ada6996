"""The pocket book to print: A6 pages on A4, in the right order after one cut and one fold."""

from __future__ import annotations

import io

import pikepdf
import pypdfium2
import pytest
from pdf_tools import A4, LEAF, flat, page_texts, printed

from portal.catalogue import Catalogue
from portal.render import print_impose


def test_two_renders_are_the_same_bytes(catalogue: Catalogue, pdfs: tuple[bytes, bytes]) -> None:
    assert printed(catalogue) == pdfs


def test_the_order_after_one_cut_and_one_fold_is_the_book() -> None:
    for pages in (8, 16, 48):
        assert folded(list(print_impose.sides(pages)), pages) == list(range(1, pages + 1))


def folded(sides: list[tuple[int, int, int, int]], pages: int) -> list[int]:
    """Do with the A4 sides what the instructions say; return the pages as they are then read."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    upper = [(front[:2], back[:2]) for front, back in sheets]
    lower = [(front[2:], back[2:]) for front, back in sheets]
    order: dict[int, int] = {}
    for at, ((last, first), (second, last_but_one)) in enumerate(upper + lower):
        order |= {2 * at: first, 2 * at + 1: second}
        order |= {pages - 1 - 2 * at: last, pages - 2 - 2 * at: last_but_one}
    return [order[at] for at in range(pages)]


def test_odd_numbers_of_pages_are_refused() -> None:
    with pytest.raises(ValueError, match="12 pages"):
        list(print_impose.sides(12))


def test_each_a4_side_carries_its_four_pages(pdfs: tuple[bytes, bytes], texts: list[str]) -> None:
    opened = pypdfium2.PdfDocument(pdfs[1])
    sides = list(print_impose.sides(len(texts)))
    assert len(opened) == LEAF + len(sides)
    for page, side in zip(list(opened)[LEAF:], sides, strict=True):
        assert [round(one) for one in page.get_size()] == [round(one) for one in A4]
        assert quarters(page) == [unslashed(texts[number - 1]) for number in side]


def unslashed(text: str) -> str:
    """Return text without gaps and slashes, which PDFium sometimes puts elsewhere."""
    return "".join(flat(text).replace("/", "").split())


def quarters(page: pypdfium2.PdfPage) -> list[str]:
    """Return the text of the four quarters: upper left, upper right, lower left, lower right."""
    words, (width, height) = page.get_textpage(), page.get_size()
    spots = [(x, y) for y in (height / 2, 0) for x in (0, width / 2)]
    found = [words.get_text_bounded(x, y, x + width / 2, y + height / 2) for x, y in spots]
    return [unslashed(text) for text in found]


def test_the_printed_book_says_how_to_print_and_where_the_tagged_one_is(
    pdfs: tuple[bytes, bytes],
) -> None:
    first = page_texts(pdfs[1])[0]
    for words in ("bolak-balik", "sisi panjang", "Potong", "Lipat", "Staples", "buku-saku.pdf"):
        assert words in first
    with pikepdf.open(io.BytesIO(pdfs[1])) as opened:
        assert "/StructTreeRoot" not in opened.Root
        assert str(opened.Root.ViewerPreferences.Duplex) == "/DuplexFlipLongEdge"
        assert str(opened.Root.Lang).startswith("id")

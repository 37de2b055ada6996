"""What the tests of the pocket book share: render it once, read and look at its PDFs."""

from __future__ import annotations

import re
from typing import Any

import pikepdf
import pypdfium2
from PIL import Image

from portal.catalogue import Catalogue
from portal.render import book

A6 = (297.64, 419.53)
A4 = (595.28, 841.89)
LEAF = 2  # the sides of the instruction sheet before the imposed book


def printed(catalogue: Catalogue, region: str = "") -> tuple[bytes, bytes]:
    """Return the book to read and the book to print."""
    files = book.render(catalogue, region)
    printing = next(content for path, content in files.items() if "-a4" in path)
    reading = next(content for path, content in files.items() if "-a4" not in path)
    return reading, printing


def page_texts(pdf: bytes) -> list[str]:
    """Return the text of each page on one line."""
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(pdf)]
    return [flat(page) for page in pages]


def flat(text: str) -> str:
    """Return text on one line, without the invisible places where a line may break."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "")).strip()


def pictures(pdf: bytes, scale: float) -> list[Image.Image]:
    """Return each page as a picture."""
    return [page.render(scale=scale).to_pil().convert("RGB") for page in pypdfium2.PdfDocument(pdf)]


def objects(opened: pikepdf.Pdf, key: str, value: str) -> list[Any]:
    """Return the dictionaries of a PDF in which `key` is `value`."""
    found = (one for one in opened.objects if isinstance(one, pikepdf.Dictionary | pikepdf.Stream))
    return [one for one in found if one.get(key) == pikepdf.Name(value)]


def title_of_tagged(reading: pikepdf.Pdf) -> str:
    """Return the title of a PDF, after seeing that it is tagged as PDF/UA-1 in Indonesian."""
    root = reading.Root
    assert str(root.Lang) in ("id", "id-ID")
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert "/StructTreeRoot" in root
    with reading.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        return str(xmp["dc:title"])


def text_boxes(page: pypdfium2.PdfPage, scale: int) -> list[tuple[int, int, int, int]]:
    """Return a frame around each line of text, in pixels."""
    words = page.get_textpage()
    height = page.get_height()
    found = [words.get_rect(at) for at in range(words.count_rects())]
    return [
        (
            int(left * scale),
            int((height - top) * scale),
            int(right * scale) + 1,
            int((height - bottom) * scale) + 1,
        )
        for left, bottom, right, top in found
        if right - left > 2
        and top - bottom > 2
        and words.get_text_bounded(left, bottom, right, top).strip()
    ]


def contrast(dark: int, light: int) -> float:
    """Return the contrast of two greys as WCAG counts it."""
    return (luminance(light) + 0.05) / (luminance(dark) + 0.05)


def luminance(grey: int) -> float:
    """Return how light a grey is, from 0 to 1."""
    share = grey / 255
    return float(share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4)

"""The tools on paper: a form, nothing else, black on white, on the sheets it may take."""

from __future__ import annotations

import io
import re
from typing import Any

import pypdfium2
import pytest
from pdf_tools import A4, page_texts
from PIL import Image
from playwright.sync_api import Browser, Page, expect

CARD = {"nama": "Ani", "perjanjian": "PK-17", "alamat": "Jalan Melati", "perwakilan": "+852 1234"}
INK = 200  # of 255: darker is ink
PAPER = {"dokumen/": 2, "kesiapan/": 2, "catatan-bayar/": 1, "kartu-keluarga/": 1}


def on_paper(page: Page) -> bytes:
    return page.pdf(prefer_css_page_size=True)


def test_the_card_is_typed_printed_and_gone(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/kartu-keluarga/")
    for name, value in CARD.items():
        page.locator(f"#{name}").fill(value)
    text = " ".join(page_texts(on_paper(page)))
    assert [value for value in CARD.values() if value not in text] == []
    page.reload()
    assert {page.locator(f"#{name}").input_value() for name in CARD} == {""}
    page.locator("#nama").fill("Ani")
    page.get_by_role("button", name="Kosongkan isian").click()
    expect(page.locator("#nama")).to_have_value("")
    expect(page.locator("#nama")).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAPER)
def test_on_paper_it_is_a_form_and_nothing_else(
    chromium: Browser, server: str, name: str, scheme: Any
) -> None:
    context = chromium.new_context(viewport={"width": 360, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server}/alat/{name}{'#p3mi' if name == 'dokumen/' else ''}")
    expect(page.locator("[data-print]:visible, [data-bar]:visible").first).to_be_visible()
    made = on_paper(page)
    context.close()
    sheets = page_texts(made)
    assert len(sheets) <= PAPER[name]
    document = pypdfium2.PdfDocument(io.BytesIO(made))
    assert document[0].get_size() == pytest.approx(A4, abs=2)
    text = " ".join(sheets)
    assert "Jalur Resmi" in sheets[0]
    assert "Dicetak dari data tanggal" in sheets[-1]
    assert f"jalur-resmi.example.org/alat/{name}" in text
    furniture = ("Menu", "Cek P3MI", "Untuk petugas", "Cetak", "Hapus", "Tambah", "Kosongkan")
    assert [one for one in furniture if re.search(rf"\b{one}\b", text)] == []
    assert _corner_is_white(document)


def _corner_is_white(document: pypdfium2.PdfDocument) -> bool:
    """Whether the paper is left white, whatever the reader's screen looks like."""
    picture = document[0].render(scale=0.5).to_pil().convert("L")
    return sum(picture.histogram()[:200]) < picture.width * picture.height / 6


def test_the_card_folds_in_the_middle_of_the_sheet(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/kartu-keluarga/")
    document = pypdfium2.PdfDocument(io.BytesIO(on_paper(page)))
    picture = document[0].render(scale=2).to_pil().convert("L")
    inked = {y for y in range(picture.height) if _reach(picture, y) > 0.85 * picture.width}
    middle = picture.height / 2
    assert min(abs(y - middle) for y in inked) < 6, "the broken line is a millimetre off at most"
    assert not inked & set(range(int(middle) + 6, int(middle) + 60))


def _reach(picture: Image.Image, row: int) -> int:
    """Return how far apart the outermost ink of a row of pixels is."""
    ink = [x for x in range(picture.width) if picture.getpixel((x, row)) < INK]
    return ink[-1] - ink[0] if ink else 0

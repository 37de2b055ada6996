"""Sheets for the village office: one A4 side, and nothing of the site's frame on it."""

from __future__ import annotations

import io

import pypdfium2
import pytest
from playwright.sync_api import Page

A4 = (595, 842)


def printed(page: Page, address: str) -> list[str]:
    """Return the text of each printed page; each must be A4."""
    page.goto(address, wait_until="load")
    pdf = pypdfium2.PdfDocument(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    for one in pdf:
        assert tuple(round(side) for side in one.get_size()) == pytest.approx(A4, abs=2)
    return [" ".join(one.get_textpage().get_text_bounded().split()) for one in pdf]


def test_the_briefing_is_one_page(page: Page, server: str) -> None:
    texts = printed(page, f"{server}/desa/ringkas/")
    assert len(texts) == 1
    for said in ("Tiga kunci", "Lima tugas", "Jangan", "0800-1000", "110"):
        assert said in texts[0]
    assert "Perbaiki halaman ini" not in texts[0]
    assert "Menu" not in texts[0]


def test_the_forms_are_a_page_each_and_nothing_else(page: Page, server: str) -> None:
    texts = printed(page, f"{server}/desa/pendataan/")
    assert len(texts) == 2
    assert texts[0].startswith("Catatan calon pekerja migran")
    assert texts[1].startswith("Rekap bulanan tanpa nama")

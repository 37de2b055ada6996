"""Every type of record page, light and dark, phone and desktop: axe finds nothing."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PATHS = (
    "pelatihan/ pelatihan/menjahit-lumajang-2025/ sanksi/ sanksi/pasal-84-2/ larangan/ hak/ "
    "peraturan/ peraturan/uu-18-2017/ wilayah/ wilayah/35/ wilayah/31.75/ wilayah/95.01/ modus/ "
    "modus/visa-umrah-ziarah/ prosedur/ prosedur/p3mi/ dokumen/ biaya/ negara/ istilah/ layanan/ "
    "negara/arab-saudi/ negara/upah/ prosedur/wawancara/ prosedur/paspor/ prosedur/verifikasi/ "
    "tanya-jawab/ sosialisasi/ kontak/ statistik/ data/ data/sumber/ perubahan/ bantuan/ "
    "cek/tawaran/"
).split()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_on_record_pages(
    browser: Browser, server: str, scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    found = []
    for path in PATHS:
        page.goto(f"{server}/{path}")
        result = Axe().run(page).response["violations"]
        found += [(path, one["id"], one["nodes"][0]["html"][:120]) for one in result]
    context.close()
    assert found == []

"""Every type of page, light and dark, phone and desktop: axe finds nothing, nothing is wide."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

RECORDS = (
    "pelatihan/ pelatihan/menjahit-lumajang-2025/ sanksi/ sanksi/pasal-84-2/ larangan/ hak/ "
    "peraturan/ peraturan/uu-18-2017/ wilayah/ wilayah/35/ wilayah/31.75/ wilayah/95.01/ modus/ "
    "modus/visa-umrah-ziarah/ prosedur/ prosedur/p3mi/ dokumen/ biaya/ negara/ istilah/ layanan/ "
    "negara/arab-saudi/ tanya-jawab/ sosialisasi/ kontak/ "
    "sosialisasi/sosialisasi-takisung-2025-07-09/ statistik/ data/ data/sumber/ "
    "data/cakupan/ perubahan/ pesan/ cek/tawaran/"
)
AUTHORED = (
    "negara/upah/ negara/hukum-budaya/ prosedur/wawancara/ prosedur/paspor/ prosedur/verifikasi/ "
    "pelindungan/ pelindungan/sebelum/ pelindungan/selama/ pelindungan/setelah/ lapor/ perjanjian/ "
    "jaminan-sosial/ ltsa/ tppo/ risiko/ desa/ desa/ringkas/ desa/sesi/ desa/tugas/ desa/rujukan/ "
    "desa/pendataan/ desa/sekolah/ keluarga/ bantuan/ pulang/ pulang/sakit/ pulang/deportasi/ "
    "pulang/jenazah/ pulang/hilang-kontak/ unduh/"
)


@pytest.mark.parametrize("paths", [RECORDS, AUTHORED], ids=["records", "authored"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
    browser: Browser, server: str, scheme: str, width: int, paths: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme=scheme,  # type: ignore[arg-type]
    )
    page = context.new_page()
    found = []
    for path in paths.split():
        page.goto(f"{server}/{path}")
        result = Axe().run(page).response["violations"]
        found += [(path, one["id"], one["nodes"][0]["html"][:120]) for one in result]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((path, "too wide", ""))
    context.close()
    assert found == []

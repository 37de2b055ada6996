"""Pages for the village, the family and those who come home: axe finds nothing, nothing is wide."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

PATHS = (
    "desa/ desa/ringkas/ desa/sesi/ desa/tugas/ desa/rujukan/ desa/pendataan/ desa/sekolah/ "
    "keluarga/ bantuan/ pulang/ pulang/sakit/ pulang/deportasi/ pulang/jenazah/ "
    "pulang/hilang-kontak/"
).split()


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 1280)])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(
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
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append((path, "too wide", ""))
    context.close()
    assert found == []

"""Letters twice as large on the narrowest phone: nothing is lost, nothing scrolls sideways."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

PAGES = (
    "/ /cek/ /cek/tawaran/ /bantuan/ /p3mi/ /p3mi/multi-intan-amanah-internasional/ /sanksi/ "
    "/sanksi/pasal-81/ /pelatihan/ /wilayah/35.08/ /modus/ /prosedur/p3mi/ /statistik/ /data/ "
    "/desa/pendataan/ /desa/ringkas/ /prosedur/wawancara/"
).split()


@pytest.mark.parametrize("path", PAGES)
def test_twice_the_letters_at_320_px(page: Page, server: str, path: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{server}{path}")
    page.add_style_tag(content="html { font-size: 200% !important; }")
    page.wait_for_timeout(100)
    over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over <= 0, f"{path} is {over} px too wide"
    expect(page.locator("h1").first).to_be_visible()
    expect(page.get_by_role("link", name="0800-1000").last).to_be_visible()

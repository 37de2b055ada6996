"""Passing a page on, in a real browser: the text, its address and day, without internet too."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect


@pytest.fixture
def costs(page: Page, server: str) -> Page:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{server}/biaya/")
    page.get_by_text("Bagikan halaman ini").click()
    return page


def test_the_text_is_copied_with_title_day_number_and_address(costs: Page, server: str) -> None:
    costs.context.set_offline(True)
    costs.get_by_role("button", name="Salin teks").click()
    expect(costs.get_by_text("Teks tersalin. Tempel di pesan.")).to_be_visible()
    copied = costs.evaluate("navigator.clipboard.readText()").splitlines()
    assert copied[0].startswith("Biaya")
    assert "Menurut data Jalur Resmi pada 22 November 2026." in copied
    assert "Ragu? Telepon 0800-1000." in copied
    assert copied[-1] == f"Baca: {server}/biaya/"


def test_what_is_seen_is_what_is_sent(costs: Page) -> None:
    shown = costs.locator("[data-pass-text]").inner_text()
    costs.get_by_role("button", name="Salin teks").click()
    expect(costs.get_by_text("Teks tersalin")).to_be_visible()
    assert costs.evaluate("navigator.clipboard.readText()") == shown


def test_whatsapp_gets_the_same_text_at_the_last_moment(costs: Page) -> None:
    link = costs.get_by_role("link", name="Kirim lewat WhatsApp")
    assert link.get_attribute("href") == "https://wa.me/"
    link.evaluate("one => { one.addEventListener('click', (event) => event.preventDefault()); }")
    link.click()
    assert "22%20November%202026" in link.get_attribute("href")


@pytest.mark.parametrize(("scheme", "width"), [("light", 320), ("dark", 360)])
def test_axe_finds_nothing_and_targets_are_large(costs: Page, scheme: str, width: int) -> None:
    costs.emulate_media(color_scheme=scheme)
    costs.set_viewport_size({"width": width, "height": 740})
    found = Axe().run(costs, context=".pass").response["violations"]
    assert found == []
    for one in costs.locator(".pass summary, .pass button:visible, .pass a:visible").all():
        assert one.bounding_box()["height"] >= 44
    assert costs.evaluate("document.documentElement.scrollWidth") <= width


def test_without_script_the_text_can_still_be_read(chromium, server: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{server}/biaya/")
    tab.get_by_text("Bagikan halaman ini").click()
    expect(tab.locator("[data-pass-text]")).to_contain_text("Baca: https://")
    expect(tab.get_by_role("button", name="Salin teks")).to_be_hidden()
    context.close()

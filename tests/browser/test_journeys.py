"""What people do, in a real browser on a small phone: look an agency up, on any day."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from scripts.serving import serve

REVOKED = "/p3mi/multi-intan-amanah-internasional/"


@pytest.fixture(scope="module")
def fresh(plain: Path) -> Iterator[str]:
    """Serve the small site with one agency whose licence was seen three weeks ago."""
    with serve(plain) as address:
        yield address


def banner(page: Page) -> Any:
    return page.locator(".standing")


def test_from_home_to_a_standing_in_two_taps(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_role("link", name="Lihat semua P3MI").click()
    page.get_by_role("link", name="PT Multi Intan Amanah Internasional").click()
    expect(banner(page)).to_contain_text("Izin dicabut")
    expect(banner(page)).to_be_in_viewport()
    assert page.url.endswith(REVOKED)


def ask(page: Page, words: str) -> Any:
    """Type into the large box as a person does; return the answers."""
    box = page.locator('[data-search-box="large"] input[name="q"]')
    box.click()
    box.press_sequentially(words, delay=5)
    return page.locator('[data-search-box="large"] .search__found')


def test_from_the_box_at_home_to_a_standing_in_two_taps(page: Page, server: str) -> None:
    page.goto(server)
    found = ask(page, "multi intan amanah internasional")
    expect(found.locator(".search__card").first).to_contain_text("Izin dicabut")
    found.get_by_role("link", name="PT Multi Intan Amanah Internasional").click()
    expect(banner(page)).to_contain_text("Izin dicabut")


@pytest.mark.parametrize("words", ["multi intan amana internasionel", "mulit intan", "PT. Mia"])
def test_a_misspelt_name_finds_its_agency(page: Page, server: str, words: str) -> None:
    page.goto(f"{server}/cek/")
    first = ask(page, words).locator(".search__card").first
    expect(first).to_contain_text("PT Multi Intan Amanah Internasional")


def test_an_unknown_name_is_a_warning_with_someone_to_call(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/")
    found = ask(page, "qwyxzz vvuukk")
    expect(found).to_contain_text("Tidak ditemukan")
    expect(found).to_contain_text("belum terbukti")
    expect(found).to_contain_text("Jangan bayar.")
    assert found.locator('a[href^="tel:"]').count() > 0
    assert found.locator(".search__card").count() == 0


def test_nothing_of_search_is_loaded_before_the_box_has_focus(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server)
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/cari/" in url or "box.js" in url] == []
    assert all(url.startswith(server) for url in asked)


def test_a_result_is_not_green_in_120_days(page: Page, fresh: str) -> None:
    page.clock.set_fixed_time("2027-03-22T12:00:00+07:00")
    page.goto(f"{fresh}/cek/")
    card = ask(page, "izin baru").locator(".search__card").first
    expect(card).to_contain_text("PT Izin Baru")
    expect(card).to_contain_text("Perlu dicek ulang")


def test_green_today_with_its_end(page: Page, fresh: str) -> None:
    page.goto(f"{fresh}/p3mi/izin-baru/")
    expect(banner(page)).to_contain_text("Izin tercatat")
    expect(banner(page)).to_contain_text("Boleh dipercaya sampai 30 Januari 2027.")
    expect(page.locator(".lock").first).to_contain_text("Terbukti")
    assert page.locator("use").first.get_attribute("href") == "#shape-licensed"


@pytest.mark.parametrize("path", ["/p3mi/izin-baru/", "/p3mi/", "/"])
def test_in_120_days_nothing_is_green(page: Page, fresh: str, path: str) -> None:
    page.clock.set_fixed_time("2027-03-22T12:00:00+07:00")
    page.goto(fresh + path)
    page.wait_for_load_state("networkidle")
    assert page.get_by_text("Izin tercatat", exact=True).locator("visible=true").count() == 0
    assert page.locator('[data-state="licensed"]:visible, [data-state="proven"]').count() == 0


def test_in_120_days_the_page_says_why_and_what_to_do(page: Page, fresh: str) -> None:
    page.clock.set_fixed_time("2027-03-22T12:00:00+07:00")
    page.goto(f"{fresh}/p3mi/izin-baru/")
    expect(banner(page)).to_contain_text("Perlu dicek ulang")
    expect(banner(page)).to_contain_text("sudah lebih dari 90 hari")
    expect(banner(page)).not_to_contain_text("Boleh dipercaya")
    expect(page.locator(".lock").first).to_contain_text("Belum terbukti")
    expect(page.locator(".advice:visible")).to_have_count(1)
    expect(page.locator(".advice:visible")).to_contain_text("Jangan bayar dulu.")


def test_the_last_green_day_and_the_day_after(page: Page, fresh: str) -> None:
    for day, word in (("2027-01-30", "Izin tercatat"), ("2027-01-31", "Perlu dicek ulang")):
        page.clock.set_fixed_time(f"{day}T12:00:00+07:00")
        page.goto(f"{fresh}/p3mi/izin-baru/")
        expect(page.locator(".standing__word")).to_have_text(word)


def test_a_clock_that_is_slow_sees_the_day_of_the_build(page: Page, fresh: str) -> None:
    page.clock.set_fixed_time("2019-01-01T12:00:00+07:00")
    page.goto(f"{fresh}/p3mi/izin-baru/")
    expect(page.locator(".standing__word")).to_have_text("Izin tercatat")


def test_the_timeline_of_every_agency_is_followed(page: Page, server: str, catalogue: Any) -> None:
    """The browser's look-up agrees with Python for each agency on each day that changes it."""
    page.goto(f"{server}/p3mi/")
    asked = [
        [[[span.since.isoformat(), span.standing.word] for span in spans], day.isoformat(), word]
        for one in catalogue["agencies"]
        for spans in [catalogue.timeline(one)]
        for day, word in [(span.since, span.standing.word) for span in spans]
    ]
    script = """async (asked) => {
      const { standingOn } = await import(document.querySelector('script[src$="standing.js"]').src);
      return asked.filter(([rows, day, word]) => standingOn(rows, day)[1] !== word);
    }"""
    assert page.evaluate(script, json.loads(json.dumps(asked))) == []


def test_without_script_the_page_is_still_true(scriptless: Page, fresh: str) -> None:
    scriptless.goto(f"{fresh}/p3mi/izin-baru/")
    text = banner(scriptless).inner_text()
    assert "Izin tercatat" in text
    assert "Boleh dipercaya sampai 30 Januari 2027. Sesudah itu cek lagi." in text
    assert "Menurut data pada 22 November 2026." in text
    assert scriptless.locator(".advice:visible").count() == 1


def test_without_script_the_menu_opens_and_the_lists_are_whole(
    scriptless: Page, server: str, catalogue: Any
) -> None:
    scriptless.goto(server)
    scriptless.get_by_text("Menu", exact=True).click()
    scriptless.get_by_role("link", name="Daftar P3MI", exact=True).click()
    assert scriptless.locator(".agencies li").count() == len(catalogue["agencies"])


def test_the_theme_is_the_readers_choice_and_stays(page: Page, server: str) -> None:
    page.goto(server)
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.get_by_text("Menu", exact=True).click()
    page.get_by_role("button", name="Tampilan gelap").click()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert dark != light
    page.goto(f"{server}/p3mi/")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == dark


def test_help_stands_on_every_page(page: Page, server: str) -> None:
    for path in ("/", "/p3mi/", REVOKED, "/404.html"):
        page.goto(server + path)
        hrefs = page.locator(".help__call").evaluate_all("all => all.map((a) => a.href)")
        assert hrefs and all(one.startswith(("tel:", "https://wa.me/")) for one in hrefs)

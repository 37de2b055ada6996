"""One home for help, the same on every page: national numbers, and the reader's own district."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from offline_tools import Host, away
from playwright.sync_api import Browser, Locator, Page, expect

PAGES = (
    "/",
    "/cek/",
    "/hak/",
    "/bantuan/",
    "/p3mi/bumi-mas-indonesia-mandiri/",
    "/staf/",
    "/404.html",
)
SURE = {
    "names": {"35.08": "Kabupaten Lumajang"},
    "near": {
        "35.08": [
            {
                "name": "Disnaker Lumajang",
                "kind": "disnaker",
                "says": "Jam layanan: pagi.",
                "calls": [["+62 334 881111", "tel:+62334881111", "phone"]],
                "sure": True,
            }
        ]
    },
    "missing": {"name": "Disnaker", "says": "Belum ada."},
    "above": [],
}


def near(page: Page) -> Locator:
    """Return the part for the reader's own district."""
    return page.locator("[data-near]")


def bar(page: Page) -> Locator:
    return page.locator("[data-reach]")


def remember(page: Page, code: str) -> None:
    page.add_init_script(f"localStorage.setItem('kabupaten', '{code}')")


def test_help_is_in_the_same_place_on_every_page(page: Page, server: str) -> None:
    places, lists = set(), set()
    for path in PAGES:
        page.goto(server + path)
        link = bar(page).get_by_role("link", name=re.compile("^Hubungi"))
        box = link.bounding_box()
        assert box and box["height"] >= 43.5
        places.add((box["x"], box["y"]))
        lists.add(
            tuple(page.locator(".help__nation a").evaluate_all("all => all.map(a => a.href)"))
        )
        link.click()
        expect(page.get_by_role("heading", name="Hubungi", exact=True)).to_be_in_viewport()
    assert len(places) == 1
    assert len(lists) == 1 and lists.pop()


def test_nothing_is_asked_for_before_a_district_is_chosen(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{server}/hak/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/cari/" in url or "near.js" in url] == []
    expect(near(page)).to_be_hidden()


def test_a_chosen_district_is_shown_everywhere_and_forgotten(page: Page, server: str) -> None:
    page.goto(f"{server}/hak/")
    page.get_by_role("button", name="Pilih kabupaten Anda").click()
    page.locator("#hubungi-kabupaten").select_option("35.08")
    expect(near(page)).to_contain_text("Di Kabupaten Lumajang")
    expect(page.get_by_role("status").filter(has_text="Dipilih")).to_contain_text("Lumajang")
    page.goto(f"{server}/larangan/")
    expect(near(page)).to_contain_text("Di Kabupaten Lumajang")
    expect(bar(page).get_by_role("link", name="Hubungi kantor untuk Lumajang")).to_be_visible()
    expect(near(page).get_by_role("link", name="Semua kantor di sini")).to_have_attribute(
        "href", f"{server}/wilayah/35.08/"
    )
    page.get_by_role("button", name="Ganti atau lupakan kabupaten").click()
    page.locator(".help").get_by_role("button", name="Lupakan").click()
    expect(near(page)).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0
    assert bar(page).get_by_role("link").first.inner_text() == "Hubungi"


def test_an_unknown_number_is_said_and_the_national_one_stays(
    page: Page, server: str, catalogue: Any
) -> None:
    office = catalogue.get("offices", "disnaker-lumajang")
    assert not office["phones"] and not office["address"]
    remember(page, "35.08")
    page.goto(f"{server}/hak/")
    expect(near(page)).to_contain_text(office["name"])
    expect(near(page)).to_contain_text("Nomor dan alamat belum diketahui.")
    national = page.locator(".help__nation .help__call strong").first.inner_text()
    expect(bar(page).locator("[data-reach-call]")).to_have_text(national)


def test_a_sure_number_of_the_district_stands_in_the_bar(page: Page, server: str) -> None:
    page.route("**/cari/hubungi/35.json", lambda route: route.fulfill(body=json.dumps(SURE)))
    remember(page, "35.08")
    page.goto(f"{server}/hak/")
    call = bar(page).locator("[data-reach-call]")
    expect(call).to_have_text("+62 334 881111")
    expect(call).to_have_attribute("href", "tel:+62334881111")
    expect(near(page).get_by_role("link", name="Telepon +62 334 881111")).to_be_visible()
    whom = bar(page).get_by_role("link", name="Hubungi dinas di Lumajang")
    assert whom.evaluate("one => one.scrollWidth <= one.clientWidth")
    page.evaluate("localStorage.clear()")


@pytest.mark.parametrize("code", ["99.99", "35.99", "../x", "<b>"])
def test_a_code_that_is_none_changes_nothing(page: Page, server: str, code: str) -> None:
    remember(page, code)
    page.goto(f"{server}/hak/")
    page.wait_for_load_state("networkidle")
    expect(near(page)).to_be_hidden()
    expect(page.locator(".help__nation")).to_be_visible()
    expect(page.locator("[data-near-failed]")).to_be_visible()


def test_a_page_of_a_district_can_be_taken(page: Page, server: str) -> None:
    page.goto(f"{server}/wilayah/35.08/")
    page.get_by_role("button", name="Pakai kabupaten ini").click()
    place = page.locator("[data-take]")
    expect(place).to_contain_text("Ini kabupaten Anda.")
    expect(near(page)).to_contain_text("Di Kabupaten Lumajang")
    expect(place.get_by_role("button", name="Lupakan")).to_be_focused()
    page.reload()
    place.get_by_role("button", name="Lupakan").click()
    expect(place.get_by_role("button", name="Pakai kabupaten ini")).to_be_focused()
    expect(near(page)).to_be_hidden()
    page.goto(f"{server}/wilayah/35/")
    assert page.locator("[data-take]").count() == 0


def test_two_choices_on_one_page_agree(page: Page, server: str) -> None:
    page.goto(f"{server}/p3mi/bumi-mas-indonesia-mandiri/")
    page.get_by_role("button", name="Pilih kabupaten Anda").click()
    page.locator("#hubungi-kabupaten").select_option("35.08")
    expect(page.locator("#kabupaten")).to_have_value("35.08")
    page.locator("#kabupaten").select_option("35.10")
    expect(page.locator("#hubungi-kabupaten")).to_have_value("35.10")
    expect(near(page)).to_contain_text("Banyuwangi")


def test_forbidden_storage_changes_nothing_but_the_memory(page: Page, server: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    page.goto(f"{server}/hak/")
    page.get_by_role("button", name="Pilih kabupaten Anda").click()
    page.locator("#hubungi-kabupaten").select_option("35.08")
    expect(near(page)).to_contain_text("Di Kabupaten Lumajang")


def test_the_district_is_there_without_internet(tab: Page, host: Host) -> None:
    remember(tab, "35.08")
    root = away(tab, host)
    tab.goto(f"{root}bantuan/")
    expect(near(tab)).to_contain_text("Di Kabupaten Lumajang")
    tab.get_by_role("button", name="Ganti atau lupakan kabupaten").click()
    tab.locator("#hubungi-kabupaten").select_option("63.01")
    expect(near(tab)).to_contain_text("Di Kabupaten Tanah Laut")


def test_without_script_the_national_numbers_are_there(scriptless: Page, server: str) -> None:
    scriptless.goto(f"{server}/wilayah/35.08/")
    expect(bar(scriptless).locator('a[href^="tel:"]')).to_be_visible()
    assert scriptless.locator('.help__nation a[href^="tel:"]').count() > 0
    assert scriptless.locator(".help button:visible, [data-take] button:visible").count() == 0
    expect(scriptless.locator(".help").get_by_role("link", name="Cari kantor")).to_be_visible()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 320), ("dark", 1280)])
def test_everyone_can_use_it(chromium: Browser, server: str, scheme: Any, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    remember(page, "35.08")
    page.goto(f"{server}/wilayah/35.08/")
    page.get_by_role("button", name="Ganti atau lupakan kabupaten").click()
    expect(page.locator("#hubungi-kabupaten")).to_be_focused()
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    small = page.evaluate(SMALL)
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert not wide
    assert small == []


SMALL = """() => Array.from(document.querySelectorAll(
    '.reach a, .help a, .help button, .help select, .take button'))
  .filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 100))"""

"""The tools as people use them: on a small or shared phone, and with a pen."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import NOON
from playwright.sync_api import Browser, Locator, Page, expect

from portal.catalogue import Catalogue
from portal.render import tools

PAGES = ("", "dokumen/", "kesiapan/", "catatan-bayar/", "kartu-keluarga/")
KEPT = "() => Object.fromEntries(Object.entries(localStorage))"
# Everything a page could leave behind, apart from what the tools say they keep.
ELSEWHERE = """async () => [sessionStorage.length, document.cookie.length,
  (await indexedDB.databases()).length, window.name, location.search, history.length]"""


def box(page: Page, route: str, words: str) -> Locator:
    return page.locator(f"#{route} .tick", has_text=words).first.locator("input")


def tick(page: Page, route: str, words: str) -> None:
    page.locator(f"#{route} .tick label", has_text=words).first.click()


def test_ticks_stay_on_this_phone_and_each_route_has_its_own(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/dokumen/")
    page.get_by_label("Jalur Anda").select_option("p3mi")
    expect(page.locator(".checklist:visible")).to_have_count(1)
    tick(page, "p3mi", "Paspor")
    tick(page, "p3mi", "Visa kerja")
    every = page.locator("#p3mi [data-tick]").count()
    said = f"2 dari {every} sudah ada. {every - 2} belum ada."
    expect(page.locator("#p3mi [data-count]")).to_contain_text(said)
    expect(page.locator("[data-state]")).to_have_text("Centang diingat di ponsel ini saja.")
    page.reload()
    expect(page.get_by_label("Jalur Anda")).to_have_value("p3mi")
    expect(box(page, "p3mi", "Paspor")).to_be_checked()
    expect(box(page, "p3mi", "Visa kerja")).to_be_checked()
    expect(box(page, "p3mi", "Perjanjian kerja")).not_to_be_checked()
    page.get_by_label("Jalur Anda").select_option("perseorangan")
    expect(box(page, "perseorangan", "Paspor")).not_to_be_checked()


def test_ticks_are_deleted_at_a_touch(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/dokumen/")
    page.get_by_label("Jalur Anda").select_option("pelaut")
    tick(page, "pelaut", "Buku pelaut")
    page.evaluate("localStorage.setItem('alat/dokumenlain', '1')")
    page.get_by_role("button", name="Hapus centang di ponsel ini").click()
    expect(page.locator("[data-state]")).to_contain_text("sudah dihapus")
    expect(box(page, "pelaut", "Buku pelaut")).not_to_be_checked()
    assert page.evaluate(KEPT) == {"alat/dokumenlain": "1"}, "only its own keys are its to delete"
    page.reload()
    assert page.locator("input:checked").count() == 0


def test_only_ids_of_documents_are_kept(page: Page, server: str, catalogue: Catalogue) -> None:
    page.goto(f"{server}/alat/dokumen/")
    page.get_by_label("Jalur Anda").select_option("p3mi")
    for label in page.locator("#p3mi .tick label").all():
        label.click()
    found = next(one for one in tools.checklists(catalogue) if one.procedure.id == "p3mi")
    kept = page.evaluate("() => JSON.parse(localStorage.getItem('alat/dokumen/p3mi'))")
    assert kept == [one.id for one in found.documents] + list(found.extra)
    assert set(page.evaluate(KEPT)) == {"alat/dokumen", "alat/dokumen/p3mi"}
    assert page.evaluate("() => localStorage.getItem('alat/dokumen')") == '"p3mi"'
    expect(page.locator("#p3mi [data-count]")).to_contain_text("Disnaker yang memastikan.")


def test_a_link_opens_its_route(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/dokumen/#ukps")
    expect(page.get_by_label("Jalur Anda")).to_have_value("ukps")
    head = page.locator(".checklist:visible h2")
    expect(head).to_have_text("Ditugaskan perusahaan sendiri (UKPS)")


@pytest.mark.parametrize("kept", ["{", '"x"', "7", '[null, {}, "paspor", "sudah-tiada"]'])
def test_what_is_broken_in_the_store_breaks_nothing(page: Page, server: str, kept: str) -> None:
    page.goto(f"{server}/alat/dokumen/")
    for key in ("dokumen", "dokumen/p3mi", "catatan-bayar"):
        page.evaluate("([key, kept]) => localStorage.setItem(`alat/${key}`, kept)", [key, kept])
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.reload()
    expect(page.locator("#p3mi [data-count]")).to_contain_text("sudah ada.")
    page.goto(f"{server}/alat/catatan-bayar/")
    page.locator("[data-cell=amount]").first.fill("Rp 1.500.000")
    page.keyboard.press("Tab")
    expect(page.locator("[data-total]")).to_contain_text("Rp1.500.000")
    assert heard == []


def test_readiness_tells_what_is_missing_and_where_to_get_it(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/kesiapan/")
    result = page.locator("#hasil")
    expect(result).to_be_hidden()
    labels = page.locator(".checklist .tick label")
    every = labels.count()
    for words in ("Umur calon pekerja", "Visa kerja", "Izin perusahaan"):
        labels.filter(has_text=words).click()
    expect(page.locator("[data-bar] [role=status]")).to_have_text(
        f"3 dari {every} sudah. {every - 3} masih kurang."
    )
    page.get_by_role("link", name="Lihat yang kurang").click()
    expect(result).to_be_focused()
    expect(result.locator("[data-headline]")).to_have_text(
        f"Jangan berangkat dulu. Masih kurang {every - 3}."
    )
    missing = result.locator("[data-missing-list] > li")
    expect(missing).to_have_count(every - 3)
    expect(result).not_to_contain_text("Visa kerja.")
    passport = missing.filter(has_text="Paspor dari kantor imigrasi.")
    expect(passport.get_by_role("link")).to_have_attribute("href", "../../dokumen/#paspor")
    skill = missing.filter(has_text="kemampuan kerja")
    expect(skill.get_by_role("link")).to_have_attribute("href", "../../pelatihan/")
    assert missing.get_by_role("link").count() >= every - 3


def test_ready_is_never_called_safe(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/kesiapan/")
    for label in page.locator(".checklist .tick label").all():
        label.click()
    page.get_by_role("link", name="Lihat yang kurang").click()
    head = page.locator("#hasil [data-headline]")
    expect(head).to_contain_text("Itu belum bukti.")
    expect(page.locator("#hasil [data-missing-list] > li")).to_have_count(0)
    page.get_by_role("button", name="Hapus centang").click()
    expect(page.locator("#hasil")).to_be_hidden()
    assert page.locator("input:checked").count() == 0


def test_nothing_leaves_the_phone_and_nothing_personal_stays(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    for name in PAGES[1:]:
        page.goto(f"{server}/alat/{name}")
        page.wait_for_load_state("networkidle")
        before = page.evaluate(ELSEWHERE)
        asked.clear()
        for field in page.locator("main input:visible, main textarea:visible").all():
            if field.get_attribute("type") == "checkbox":
                field.check()
            else:
                field.fill("rahasia 08123456789")
                field.press("Enter")
        assert asked == [], name
        assert page.evaluate(ELSEWHERE) == before
        assert page.url == f"{server}/alat/{name}"
    kept = page.evaluate(KEPT)
    secret = {key for key, value in kept.items() if "rahasia" in value}
    assert secret == {"alat/catatan-bayar"}, "the log alone keeps what the reader wrote"
    assert all(key.startswith("alat/") for key in kept)


@pytest.mark.parametrize("name", PAGES[1:])
def test_without_script_each_is_a_whole_form(scriptless: Page, server: str, name: str) -> None:
    scriptless.goto(f"{server}/alat/{name}")
    for one in scriptless.locator("main .tick, main .line, main [data-row]").all():
        expect(one).to_be_visible()
    fields = "main input:visible, main textarea:visible"
    assert scriptless.locator(fields).count() >= 10
    assert scriptless.locator("main button:visible, main select:visible").count() == 0
    for part in scriptless.locator(".tick__more").all():
        expect(part).to_be_visible()


def test_without_script_every_route_is_listed(
    scriptless: Page, server: str, catalogue: Catalogue
) -> None:
    scriptless.goto(f"{server}/alat/dokumen/")
    heads = scriptless.locator(".checklist h2").all_inner_texts()
    assert heads == [one["title"] for one in catalogue["procedures"]]
    links = scriptless.get_by_role("navigation", name="Jalur").get_by_role("link")
    assert links.count() == len(heads)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_everyone_can_use_every_tool(
    chromium: Browser, server: str, name: str, scheme: Any
) -> None:
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, color_scheme=scheme, timezone_id="Asia/Jakarta"
    )
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    page.goto(f"{server}/alat/{name}{'#p3mi' if name == 'dokumen/' else ''}")
    for label in page.locator(".checklist:visible .tick label").all()[:2]:
        label.click()
    if name == "kesiapan/":
        page.get_by_role("link", name="Lihat yang kurang").click()
    found = Axe().run(page).response["violations"]
    small = page.evaluate(SMALL)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 640})
        for one in page.locator("article > .screen-only:not([role=status])").all():
            expect(one).to_be_visible()
    page.set_viewport_size({"width": 320, "height": 640})
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert small == []
    assert not wide


SMALL = """() => Array.from(document.querySelectorAll(
    'main input, main textarea, main select, main button, main .button, main .tick label'))
  .filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 100))"""


def test_an_odd_address_does_not_stop_the_list(page: Page, server: str) -> None:
    broken: list[str] = []
    page.on("pageerror", lambda error: broken.append(str(error)))
    page.goto(f"{server}/alat/dokumen/")
    page.get_by_label("Jalur Anda").select_option("p3mi")
    page.goto("about:blank")
    page.goto(f"{server}/alat/dokumen/#%")
    expect(page.get_by_label("Jalur Anda")).to_have_value("p3mi")
    assert broken == []

"""The box "pelatihan dan usaha dekat Anda": examples, until somebody says where they live."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

PATH = "/negara/malaysia/"


def box(page: Page) -> Locator:
    return page.locator("[data-learn]")


def choose(page: Page, code: str) -> None:
    box(page).get_by_role("button", name="Cari pelatihan dekat rumah").click()
    select = page.locator("#hubungi-kabupaten")
    expect(select).to_be_focused()
    select.select_option(code)


def test_a_chosen_district_brings_its_own_trainings(page: Page, server: str) -> None:
    page.goto(server + PATH)
    expect(box(page)).to_contain_text("Jadwal yang kami tahu sudah lewat.")
    choose(page, "63.06")
    expect(box(page)).to_contain_text("Yang terdekat dari Kabupaten Hulu Sungai Selatan")
    expect(box(page)).not_to_contain_text("Jadwal yang kami tahu sudah lewat.", use_inner_text=True)
    rows = box(page).locator("[data-learn-list] li")
    expect(rows).to_have_count(3)
    for row in rows.all():
        expect(row).to_contain_text("Hulu Sungai Selatan")
    rows.first.get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Pelatihan")


def test_the_province_stands_in_for_a_district_without_trainings(page: Page, server: str) -> None:
    page.add_init_script("localStorage.setItem('kabupaten', '63.01')")
    page.goto(server + PATH)
    expect(box(page)).to_contain_text("Yang terdekat dari Kabupaten Tanah Laut")
    expect(box(page).locator("[data-learn-list] li").first).to_contain_text("Kalimantan Selatan")


def test_where_nothing_is_known_it_is_said_and_the_examples_stay(page: Page, server: str) -> None:
    page.add_init_script("localStorage.setItem('kabupaten', '51.71')")
    page.goto(server + PATH)
    expect(box(page)).to_contain_text("Di provinsi Anda belum ada data pelatihan.")
    expect(box(page).locator("[data-learn-examples]")).to_be_visible()
    expect(box(page).locator("[data-learn-near]")).to_be_hidden()


def test_the_list_of_trainings_begins_with_those_near_home(page: Page, server: str) -> None:
    page.goto(f"{server}/pelatihan/")
    choose(page, "35.08")
    expect(box(page)).to_contain_text("Yang terdekat dari Kabupaten Lumajang")
    expect(box(page).locator("[data-learn-list] li").first).to_contain_text("Kabupaten Lumajang")
    expect(page.get_by_role("heading", name="Pelatihan yang sudah lewat")).to_be_visible()

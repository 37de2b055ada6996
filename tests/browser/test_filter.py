"""The list of trainings in a real browser: filtered by script, whole without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect


def test_choosing_hides_the_rest_says_the_count_and_keeps_the_choice(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/pelatihan/")
    every = page.locator("[data-item]").count()
    page.get_by_text("Saring daftar").click()
    page.get_by_label("Provinsi", exact=True).select_option("Kalimantan Selatan")
    page.get_by_label("Jalur", exact=True).select_option("Wirausaha")
    shown = page.locator("[data-item]:visible")
    assert 0 < shown.count() < every
    expect(page.locator(".filter output")).to_contain_text(f"{shown.count()} dari {every}")
    assert page.locator("section[data-group]:visible").count() == 1
    assert "provinsi=Kalimantan+Selatan" in page.url
    count = shown.count()
    page.reload()
    assert page.locator("[data-item]:visible").count() == count
    page.get_by_role("button", name="Hapus pilihan").click()
    assert page.locator("[data-item]:visible").count() == every
    assert "#" not in page.url


def test_nothing_found_says_so(page: Page, server: str) -> None:
    page.goto(f"{server}/pelatihan/#provinsi=Aceh&jalur=Wirausaha")
    assert page.locator("[data-item]:visible").count() == 0
    expect(page.locator(".filter output")).to_contain_text("Tidak ada pelatihan yang cocok")


def test_an_address_with_another_anchor_still_shows_everything(page: Page, server: str) -> None:
    page.goto(f"{server}/pelatihan/#kelompok-2")
    hidden = page.locator("[data-item][hidden]").count()
    assert hidden == 0


def test_young_people_have_a_choice_of_their_own(page: Page, server: str) -> None:
    page.goto(f"{server}/pelatihan/#usia=Usia+muda")
    assert 0 < page.locator("[data-item]:visible").count() < page.locator("[data-item]").count()
    expect(page.get_by_text("Pelatihan menjahit Lumajang")).to_be_visible()


def test_without_script_the_list_is_whole(browser: Browser, server: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/pelatihan/")
    page.get_by_text("Lihat daftarnya.").click()
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count()
    expect(page.get_by_label("Provinsi", exact=True)).to_have_count(0)
    context.close()


def test_no_record_page_scrolls_sideways_on_the_narrowest_phone(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    paths = (
        "pelatihan/ pelatihan/menjahit-lumajang-2025/ sanksi/ sanksi/pasal-81/ larangan/ hak/ "
        "peraturan/ peraturan/uu-18-2017/ wilayah/ wilayah/35/ wilayah/35.08/ modus/ "
        "modus/visa-umrah-ziarah/ prosedur/ prosedur/p3mi/ dokumen/ biaya/ negara/ istilah/ "
        "layanan/ tanya-jawab/ sosialisasi/ statistik/ data/ data/sumber/ perubahan/ bantuan/ "
        "cek/tawaran/"
    ).split()
    wide = []
    for path in paths:
        page.goto(f"{server}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > window.innerWidth"):
            wide.append(path)
    context.close()
    assert wide == []


def test_an_address_opens_the_fold_that_it_names(page: Page, server: str) -> None:
    page.goto(f"{server}/dokumen/#paspor")
    expect(page.locator("#paspor dl")).to_be_visible()
    expect(page.locator("#visa-kerja dl")).to_be_hidden()
    page.goto(f"{server}/biaya/#iuran-bpjs-12-bulan")
    expect(page.locator("#iuran-bpjs-12-bulan")).to_be_visible()


@pytest.mark.parametrize("path", ["/dokumen/", "/kontak/"])
def test_on_paper_nothing_stays_folded(page: Page, server: str, path: str) -> None:
    page.goto(f"{server}{path}")
    folds = page.locator("details[data-fold]")
    assert folds.count() > 10
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.locator("details[data-fold]:not([open])").count() == 0
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator("details[data-fold][open]").count() == 0

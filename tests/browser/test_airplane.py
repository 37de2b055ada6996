"""The portal without internet, in a real browser whose network and host are really gone."""

from __future__ import annotations

import pytest
from offline_tools import BROKEN, Host, ask, away, eventually, offline, online, settle
from playwright.sync_api import Page, expect


def test_after_one_visit_what_is_needed_opens(tab: Page, host: Host) -> None:
    root = away(tab, host)
    heads = {
        "": "Perusahaan ini resmi?",
        "cek/": "Cek P3MI",
        "cek/tawaran/": None,
        "bantuan/": None,
        "p3mi/": None,
        "sanksi/": None,
        "p3mi/izin-baru/": "PT Izin Baru",
    }
    for path, head in heads.items():
        tab.goto(root + path)
        assert tab.url == root + path
        expect(tab.locator("h1")).to_be_visible()
        if head:
            expect(tab.locator("h1")).to_have_text(head)
        assert tab.evaluate("getComputedStyle(document.body).getPropertyValue('--ink')")


def test_tools_work_in_the_waiting_room_without_signal(tab: Page, host: Host) -> None:
    root = away(tab, host, "")
    tab.goto(f"{root}alat/dokumen/#p3mi")
    tab.locator("#p3mi .tick label").first.click()
    tab.reload()
    expect(tab.locator("#p3mi .tick input").first).to_be_checked()
    for name in ("", "kesiapan/", "catatan-bayar/", "kartu-keluarga/"):
        tab.goto(f"{root}alat/{name}")
        assert tab.url == f"{root}alat/{name}"
        expect(tab.locator("h1")).to_be_visible()
    expect(tab.locator(".paper-only").first).to_be_hidden()


def test_an_agency_is_found_without_internet(tab: Page, host: Host) -> None:
    root = away(tab, host, "")
    tab.goto(f"{root}cek/")
    ask(tab, "isin bru")
    card = tab.locator(".search__card").first
    expect(card).to_contain_text("PT Izin Baru")
    card.get_by_role("link").click()
    expect(tab.locator(".standing__word")).to_have_text("Izin tercatat")


def test_the_first_page_answers_when_the_network_goes(tab: Page, host: Host) -> None:
    """The page came before its worker; what it loads on demand is answered all the same."""
    away(tab, host)
    ask(tab, "izin baru")
    expect(tab.locator(".search__card").first).to_contain_text("PT Izin Baru")


def test_a_visited_page_is_kept_and_others_say_so(tab: Page, host: Host) -> None:
    root = host.start()
    tab.goto(f"{root}wilayah/35.08/")
    settle(tab)
    eventually(tab, "path => caches.match(path).then(Boolean)", f"{root}wilayah/35.08/")
    offline(host, tab.context)
    tab.goto(f"{root}wilayah/35.08/")
    expect(tab.locator("h1")).to_contain_text("Lumajang")
    tab.goto(f"{root}perubahan/")
    expect(tab.locator("h1")).to_have_text("Halaman belum tersimpan")
    expect(tab.get_by_role("link", name="Coba buka lagi")).to_have_attribute(
        "href", f"{root}perubahan/"
    )
    expect(tab.get_by_role("link", name="Lihat nomor yang bisa dihubungi")).to_be_visible()
    online(host, tab.context)
    tab.wait_for_url(f"{root}perubahan/")
    expect(tab.locator("h1")).not_to_have_text("Halaman belum tersimpan")


def test_an_agency_that_is_not_kept_is_answered_from_the_index(tab: Page, host: Host) -> None:
    """In a large edition the pages of agencies are too many to keep."""
    root = away(tab, host)
    tab.evaluate(BROKEN, ["gone", f"{root}p3mi/izin-baru/"])
    tab.goto(f"{root}p3mi/izin-baru/")
    expect(tab.get_by_role("heading", name="PT Izin Baru")).to_be_visible()
    expect(tab.locator("[data-known]")).to_contain_text("Izin tercatat")
    expect(tab.locator("[data-known]")).to_contain_text("Jangan bayar dulu.")
    tab.goto(f"{root}p3mi/tidak-ada/")
    expect(tab.locator("[data-unknown]")).to_contain_text("belum terbukti")


@pytest.mark.parametrize(("days", "ago"), [(1, "1 hari"), (91, "91 hari"), (400, "400 hari")])
def test_offline_for_long(tab: Page, host: Host, days: int, ago: str) -> None:
    root = away(tab, host)
    tab.evaluate(BROKEN, ["gone", f"{root}p3mi/bumi-mas/"])
    day = {1: "2026-11-23", 91: "2027-02-21", 400: "2027-12-27"}[days]
    tab.clock.set_fixed_time(f"{day}T12:00:00+07:00")
    word = "Izin tercatat" if days == 1 else "Perlu dicek ulang"
    tab.goto(f"{root}p3mi/izin-baru/")
    expect(tab.locator(".standing__word")).to_have_text(word)
    age = f"Data tersimpan 22 November 2026, {ago} lalu. Sambungkan internet untuk memperbarui."
    expect(tab.locator(".foot__age")).to_have_text(age, use_inner_text=True)
    tab.goto(f"{root}cek/")
    ask(tab, "izin baru")
    expect(tab.locator(".search__card").first).to_contain_text(word)
    for path in ("p3mi/", "p3mi/bumi-mas/"):
        tab.goto(root + path)
        green = tab.locator('[data-state="licensed"]:visible, [data-state="proven"]:visible')
        assert days == 1 or green.count() == 0


def test_the_age_is_said_only_when_it_matters(tab: Page, host: Host) -> None:
    root = host.start()
    tab.goto(root)
    expect(tab.locator(".foot__age")).to_be_hidden()
    tab.clock.set_fixed_time("2026-12-30T12:00:00+07:00")
    tab.goto(root)
    expect(tab.locator(".foot__age")).to_contain_text("Data ini dibuat 22 November 2026, 38 hari")
    tab.clock.set_fixed_time("2020-01-01T12:00:00+07:00")
    tab.goto(root)
    expect(tab.locator(".foot__age")).to_be_hidden()
    tab.context.set_offline(True)
    expect(tab.locator(".foot__age")).to_contain_text("22 November 2026, hari ini.")

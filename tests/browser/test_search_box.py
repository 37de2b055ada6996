"""The search box on a small phone: nothing before focus, honest answers, keyboard, no script."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

BOX = "#search-words-large"
HEADER_BOX = "#search-words-header"
FOUND = ".search__found"


@pytest.fixture
def cek(page: Page, server: str) -> Page:
    """Open /cek/ on a small phone."""
    page.goto(f"{server}/cek/")
    return page


@pytest.fixture
def plain(chromium: Browser) -> Iterator[Page]:
    """Open a tab without script."""
    context = chromium.new_context(java_script_enabled=False)
    yield context.new_page()
    context.close()


def answer(page: Page, words: str) -> None:
    """Type a query and wait until everything has been searched."""
    page.fill(BOX, words)
    expect(page.locator(".search__state")).not_to_be_empty()


def test_nothing_is_loaded_before_the_box_has_focus(page: Page, server: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(server)))
    page.goto(f"{server}/cek/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "/search/" in url] == ["/assets/search/load.js"]
    assert not [url for url in asked if url.startswith("/cari/")]
    page.focus(BOX)
    page.wait_for_load_state("networkidle")
    loaded = [url for url in asked if url.startswith("/cari/")]
    assert loaded == ["/cari/nama.json"]


def test_a_misspelt_name_is_a_question(cek: Page) -> None:
    answer(cek, "alwida jaya")
    expect(cek.locator(f"{FOUND} h2").first).to_have_text("Apakah maksud Anda?")
    expect(cek.locator(".search__card a").first).to_have_text("PT Alwihdah Jaya Sentosa")


def test_look_alikes_stand_side_by_side_with_what_tells_them_apart(cek: Page) -> None:
    answer(cek, "mandiri")
    expect(cek.locator(FOUND)).to_contain_text("Nama mirip, perusahaan berbeda.")
    cards = cek.locator(".search__card")
    assert cards.count() > 1
    for card in cards.all():
        for what in ("place", "word"):
            expect(card.locator(f"[data-{what}]")).not_to_be_empty()


def test_the_same_name_is_the_answer_with_its_standing(cek: Page) -> None:
    answer(cek, "multi intan amanah internasional")
    card = cek.locator(".search__card").first
    expect(cek.locator(f"{FOUND} h2").first).to_have_text("Ini perusahaannya")
    expect(card.locator("[data-word]")).to_have_text("Izin dicabut")
    expect(card.locator(".search__day")).to_have_text("Status pada 22 November 2026:")
    expect(card.locator("use")).to_have_attribute("href", "#shape-revoked")
    card.locator("a").click()
    heading = cek.locator("[data-answer] h2").first
    expect(heading).to_have_text("PT Multi Intan Amanah Internasional")


def test_an_alias_says_which_name_it_is(cek: Page) -> None:
    answer(cek, "pt mia")
    expect(cek.locator(".search__card").first).to_contain_text("Juga ditulis: PT MIA")


def test_an_unknown_name_is_the_warning(cek: Page) -> None:
    answer(cek, "PT Angin Ribut Jaya <b>")
    panel = cek.locator(".search__none")
    expect(panel.locator("h2")).to_have_text("Tidak ditemukan")
    words = panel.locator("[data-case=name] [data-words]")
    expect(words).to_have_text("PT Angin Ribut Jaya <b>")
    expect(panel.locator("[data-case=number]")).to_be_hidden()
    buttons = panel.locator("a, button").filter(visible=True).all_inner_texts()
    assert buttons[1:3] == ["Cek di daftar resmi: SISKOP2MI", "Tanya Disnaker"]
    expect(panel.locator(".search__dont li")).to_have_count(4)
    assert panel.locator("a[href^='tel:']").count() >= 1
    expect(panel.locator("a[href*='siskop2mi']")).to_have_count(1)
    expect(cek.locator(".search__card")).to_have_count(0)


def test_a_number_that_nobody_knows_is_called_a_number(cek: Page) -> None:
    answer(cek, "0812 3456 7890")
    panel = cek.locator(".search__none")
    expect(panel.locator("[data-case=number]")).to_contain_text("Nomor ini tidak ada di data kami")
    expect(panel.locator("[data-case=name]")).to_be_hidden()
    expect(cek.locator(".search__state")).to_contain_text("Nomor ini tidak ada di data kami.")


def test_in_danger_the_police_come_first(cek: Page) -> None:
    answer(cek, "saya disekap")
    first = cek.locator(FOUND).locator("a").first
    expect(first).to_have_text("Dalam bahaya? Telepon 110")
    expect(first).to_have_attribute("href", "tel:110")
    second = cek.locator(".search__danger li a")
    expect(second).to_have_attribute("href", re.compile(r"/bantuan/#penampungan$"))
    expect(cek.locator(".search__none")).to_have_count(0)
    expect(cek.locator(".search__firm")).to_be_visible()


def test_danger_beside_a_name_never_hides_the_warning(cek: Page) -> None:
    answer(cek, "dikurung PT Angin Ribut")
    expect(cek.locator(f"{FOUND} > *").first).to_have_class("search__danger")
    expect(cek.locator(".search__none")).to_be_visible()


def test_a_need_is_answered_by_its_page_alone(cek: Page) -> None:
    answer(cek, "gaji tidak dibayar")
    expect(cek.locator(f"{FOUND} a").first).to_have_text("Gaji tidak dibayar")
    expect(cek.locator(".search__none")).to_have_count(0)


def test_pt_alone_is_no_name(cek: Page) -> None:
    answer(cek, "PT")
    expect(cek.locator(".search__none")).to_have_count(0)


def test_the_standing_is_that_of_the_readers_day(page: Page, server: str) -> None:
    page.clock.set_fixed_time("2030-01-01T12:00:00+07:00")
    page.goto(f"{server}/cek/")
    answer(page, "mandiri")
    words = page.locator(".search__card [data-word]").all_inner_texts()
    assert words and "Izin tercatat" not in words


def test_what_is_said_is_announced(cek: Page) -> None:
    answer(cek, "bumi mas indonesia mandiri")
    expect(cek.locator(".search").get_by_role("status")).to_contain_text("perusahaan cocok")
    answer(cek, "qwfpgj xyzzy")
    expect(cek.locator(".search").get_by_role("status")).to_contain_text("Tidak ada perusahaan")


def test_a_plain_question_is_answered_by_pages(cek: Page) -> None:
    answer(cek, "ijazah ditahan")
    expect(cek.locator(".search__other a").first).to_be_visible()
    assert cek.locator(".search__group").first.bounding_box() is not None


def test_a_telephone_number_finds_who_has_it(cek: Page) -> None:
    answer(cek, "0800 1000")
    expect(cek.locator(".search__other a").first).to_be_visible()
    expect(cek.locator(".search__none")).to_have_count(0)


def test_keys_walk_through_the_answers(cek: Page) -> None:
    answer(cek, "mandiri")
    cek.focus(BOX)
    cek.keyboard.press("ArrowDown")
    expect(cek.locator(".search__card a").first).to_be_focused()
    cek.keyboard.press("ArrowUp")
    expect(cek.locator(BOX)).to_be_focused()
    cek.keyboard.press("Enter")
    expect(cek.locator(FOUND)).to_be_focused()
    cek.keyboard.press("Escape")
    expect(cek.locator(BOX)).to_have_value("")
    expect(cek.locator(FOUND)).to_be_hidden()


def test_typing_keeps_the_focus(cek: Page) -> None:
    cek.focus(BOX)
    cek.keyboard.type("bumi mas", delay=20)
    expect(cek.locator(".search__state")).not_to_be_empty()
    expect(cek.locator(BOX)).to_be_focused()


def test_the_header_opens_a_box_on_any_page(page: Page, server: str) -> None:
    page.goto(f"{server}/sanksi/")
    opener = page.get_by_role("button", name="Cek P3MI")
    opener.click()
    expect(page.locator(HEADER_BOX)).to_be_focused()
    page.keyboard.type("bumi mas")
    page.locator(".search__card a").first.wait_for()
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    expect(page.locator(HEADER_BOX)).to_be_hidden()
    expect(opener).to_be_focused()


def test_a_link_may_carry_the_question(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/?q=bumi%20mas%20indonesia%20mandiri")
    expect(page.locator(".search__card a").first).to_have_text("PT Bumi Mas Indonesia Mandiri")


def test_a_lost_connection_is_said_and_mended(page: Page, server: str) -> None:
    page.route("**/cari/nama.json", lambda route: route.abort())
    page.goto(f"{server}/cek/")
    page.fill(BOX, "bumi")
    expect(page.locator(".search__failed")).to_be_visible()
    page.unroute("**/cari/nama.json")
    page.fill(BOX, "bumi mas")
    expect(page.locator(".search__card a").first).to_be_visible()


def test_without_script_there_are_plain_lists(plain: Page, server: str) -> None:
    plain.goto(f"{server}/cek/")
    for path in ("p3mi", "wilayah"):
        expect(plain.locator(f"main a[href='../{path}/']").first).to_be_visible()
    plain.goto(f"{server}/sanksi/")
    expect(plain.locator(".top a[href='../cek/']").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("words", ["mandiri", "pt mia", "angin ribut jaya", "dipukul"])
def test_everyone_can_use_the_answers(
    chromium: Browser, server: str, scheme: str, words: str
) -> None:
    narrow = {"width": 320, "height": 640}
    context = chromium.new_context(viewport=narrow, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{server}/cek/")
    answer(page, words)
    found = Axe().run(page).response["violations"]
    small = page.eval_on_selector_all(
        f"{FOUND} a", "all => all.filter((one) => one.getBoundingClientRect().height < 43.5).length"
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:100]) for one in found] == []
    assert (small, wide) == (0, False)

"""Check an offer, as people do it: on a small phone, by thumb or by keyboard, with and without
script, on paper."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from portal.catalogue import Catalogue
from portal.render import offer

WORST = {"danger": 0, "warning": 1, "none": 2}


def choose(page: Page, catalogue: Catalogue, heaviest: bool) -> list[Any]:
    """Give the heaviest (or the lightest) answer to every question; return these answers."""
    chosen = []
    for question in catalogue["offer_questions"]:
        answers = sorted(question["answers"], key=lambda one: WORST[one["weight"]])
        answer = answers[0 if heaviest else -1]
        page.locator(f"#tanya-{question.id} label", has_text=answer["label"]).first.click()
        chosen.append((offer.ranks(catalogue)[question.id, answer["id"]], answer))
    return [one for _, one in sorted(chosen, key=lambda pair: pair[0])]


def result(page: Page) -> Locator:
    return page.locator("#hasil")


def test_the_worst_answers_give_dangers_first_with_law_and_whom_to_call(
    page: Page, server: str, catalogue: Catalogue
) -> None:
    page.goto(f"{server}/cek/tawaran/")
    expect(result(page)).to_be_hidden()
    expect(page.locator("[data-status]")).to_have_text("Belum dijawab.")
    chosen = choose(page, catalogue, heaviest=True)
    expect(page.get_by_role("status").first).to_contain_text(f"{len(chosen)} tanda bahaya")
    page.get_by_role("link", name="Lihat hasil").click()
    expect(result(page)).to_be_focused()
    expect(result(page).locator("[data-headline]:visible")).to_have_text("Jangan lanjut dulu.")
    assert result(page).locator("[data-says]").all_text_contents() == [
        one["sign"] for one in chosen
    ]
    for found in result(page).locator("li").all():
        assert found.locator('a[href*="uu18-2017"], a[href*="uu-"], a[href*="#"]').count() > 0
    result(page).get_by_role("link", name="Telepon siapa?").click()
    assert page.locator('#berhenti ~ ol a[href^="tel:"]').count() > 0


def test_signs_are_listed_by_weight(page: Page, server: str, catalogue: Catalogue) -> None:
    page.goto(f"{server}/cek/tawaran/")
    for name in ("visa/kerja", "penampungan/tidak-tahu", "ubah-data/ya", "uang/tidak-tahu"):
        question, answer = name.split("/")
        page.locator(f'input[name="{question}"][value="{answer}"]').check()
    words = result(page).locator("[data-weight-word]").all_text_contents()
    order = ("danger", "warning", "warning", "none")
    assert words == [catalogue.label("offer_weights", one) for one in order]
    page.locator('input[name="ubah-data"][value="tidak"]').check()
    expect(result(page).locator("[data-headline]:visible")).to_have_text("Tunda dan tanya dulu.")


def test_the_best_answers_are_still_no_proof(page: Page, server: str, catalogue: Catalogue) -> None:
    page.goto(f"{server}/cek/tawaran/")
    choose(page, catalogue, heaviest=False)
    head = result(page).locator("[data-headline]:visible")
    expect(head).to_contain_text("Belum ada tanda bahaya dari jawaban Anda. Itu belum bukti.")
    said = page.locator("main").inner_text().lower().replace(".", " ").split()
    assert "aman" not in said
    assert "terpercaya" not in said
    expect(result(page).locator("[data-left-line]")).to_be_hidden()


def test_what_is_not_answered_is_not_proven(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/tawaran/")
    page.locator('input[name="visa"][value="kerja"]').check()
    expect(result(page)).to_contain_text("pertanyaan belum dijawab. Belum dijawab berarti belum")


def test_one_danger_is_the_verdict_and_none_is_no_comfort(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/tawaran/")
    status = page.locator("[data-status]")
    page.locator('input[name="penampungan"][value="tidak"]').check()
    expect(status).to_contain_text("Itu belum bukti.")
    expect(status).not_to_contain_text("tanda bahaya")
    page.locator('input[name="siapa-menawarkan"][value="calo"]').check()
    expect(status).to_contain_text("Jangan lanjut dulu. 1 tanda bahaya")
    first = result(page).locator("li").first
    expect(first.locator("[data-sign] p").nth(1)).to_have_text("Jangan bayar.")


def test_choices_do_not_touch(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/tawaran/")
    tops = page.eval_on_selector_all(
        "#tanya-uang label", "all => all.map((one) => [one.offsetTop, one.offsetHeight])"
    )
    gaps = [two[0] - one[0] - one[1] for one, two in zip(tops, tops[1:], strict=False)]
    assert gaps and min(gaps) >= 8


def test_clearing_leaves_nothing_and_a_new_visit_neither(page: Page, server: str) -> None:
    asked: list[str] = []
    page.goto(f"{server}/cek/tawaran/")
    page.wait_for_load_state("networkidle")
    page.on("request", lambda request: asked.append(request.url))
    page.locator('input[name="visa"][value="wisata"]').check()
    page.get_by_role("button", name="Hapus jawaban").click()
    expect(result(page)).to_be_hidden()
    assert page.locator("input:checked").count() == 0
    page.locator('input[name="visa"][value="wisata"]').check()
    assert asked == [], "an answer left the device"
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")[:2] == [
        0,
        0,
    ]
    page.reload()
    assert page.locator("input:checked").count() == 0


def test_by_keyboard_alone(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/tawaran/")
    first = page.locator('input[name="siapa-menawarkan"]').first
    first.focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator('input[value="calo"]')).to_be_checked()
    page.keyboard.press("Tab")
    expect(page.locator('input[name="uang"]').first).to_be_focused()
    page.keyboard.press("Space")
    link = page.get_by_role("link", name="Lihat hasil")
    for _ in range(40):
        if link.evaluate("one => one === document.activeElement"):
            break
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(result(page)).to_be_focused()
    expect(result(page)).to_contain_text("Jangan lanjut dulu.")


def test_the_focus_is_never_behind_the_bar(page: Page, server: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{server}/cek/tawaran/")
    page.locator("fieldset input").first.check()
    hidden = """() => {
      const one = document.activeElement.getBoundingClientRect();
      const bar = document.querySelector('[data-bar]').getBoundingClientRect();
      return one.top >= bar.top && one.top < bar.bottom;
    }"""
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('input')"):
            page.wait_for_timeout(50)
            assert page.evaluate(hidden) is False


def test_the_result_is_shared_with_its_day_and_its_link(
    browser: Browser, server: str, page: Page
) -> None:
    page.add_init_script(
        "navigator.share = (what) => { window.shared = what; return Promise.resolve(); }"
    )
    page.goto(f"{server}/cek/tawaran/")
    page.locator('input[name="visa"][value="umrah-ziarah"]').check()
    page.get_by_role("button", name="Bagikan hasil").click()
    text = page.evaluate("window.shared.text")
    assert text.splitlines() == [
        "Cek tawaran kerja, 22 November 2026.",
        "Jangan lanjut dulu.",
        "- Tanda bahaya: Visa umrah atau ziarah bukan visa kerja.",
        f"{server}/cek/tawaran/",
    ]


def test_without_script_it_is_a_checklist(
    scriptless: Page, server: str, catalogue: Catalogue
) -> None:
    scriptless.goto(f"{server}/cek/tawaran/")
    expected = [
        one["sign"] for question in catalogue["offer_questions"] for one in question["answers"]
    ]
    signs = scriptless.locator(".offer__answer [data-says]")
    assert signs.all_text_contents() == expected
    expect(signs.first).to_be_visible()
    expect(signs.last).to_be_visible()
    expect(scriptless.locator("#hasil")).to_be_hidden()
    expect(scriptless.get_by_role("heading", name="Kalau ada satu tanda bahaya")).to_be_visible()
    assert scriptless.locator('#berhenti ~ ol a[href^="tel:"]').count() > 0


def test_on_paper_every_sign_stands_beside_its_box(page: Page, server: str) -> None:
    page.goto(f"{server}/cek/tawaran/")
    page.locator('input[name="visa"][value="wisata"]').check()
    page.emulate_media(media="print")
    every = page.locator(".offer__answer").count()
    assert page.locator(".offer__answer [data-says]:visible").count() == every
    assert page.locator("#hasil:visible, [data-bar]:visible").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everyone_can_use_it_at_320_px(
    chromium: Browser, server: str, catalogue: Catalogue, scheme: Any
) -> None:
    context = chromium.new_context(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{server}/cek/tawaran/")
    choose(page, catalogue, heaviest=True)
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    small = page.evaluate(SMALL)
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert not wide
    assert small == []


SMALL = """() => Array.from(document.querySelectorAll('main input, main button, main .button'))
  .filter((one) => one.checkVisibility())
  .filter((one) => one.getBoundingClientRect().height < 43.5)
  .map((one) => one.outerHTML.slice(0, 100))"""


def test_search_finds_it(page: Page, server: str) -> None:
    page.goto(f"{server}/")
    box = page.locator('[data-search-box="large"] input[name="q"]')
    box.click()
    box.press_sequentially("cek tawaran", delay=5)
    found = page.locator('[data-search-box="large"] .search__found')
    expect(found.get_by_role("link", name="Cek tawaran kerja ke luar negeri")).to_be_visible()


@pytest.mark.parametrize("path", ["/", "/cek/", "/modus/"])
def test_it_is_one_tap_away(page: Page, server: str, path: str) -> None:
    page.goto(server + path)
    page.locator('main a[href$="tawaran/"]').first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Cek tawaran kerja")

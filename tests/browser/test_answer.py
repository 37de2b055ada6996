"""The answer on /cek/: three locks for the reader's district and job, on the reader's day; a slip
to print, a text to pass on. In a small site with one agency of which everything is proven."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
from answer_tools import ANSWER, BOX, PROVEN, answer_site, everything_given, lock, opened, state
from axe_playwright_python.sync_playwright import Axe
from conftest import NOON
from offline_tools import Host, away
from playwright.sync_api import Browser, Page, Route, expect

from scripts.serving import serve

SHARED = """navigator.share = (what) => { window.shared = what.text; return Promise.resolve(); }"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site with these agencies; return its address."""
    with serve(answer_site(tmp_path_factory.mktemp("answer"))) as address:
        yield address


def test_choosing_a_result_opens_its_answer_and_back_returns(page: Page, small: str) -> None:
    page.goto(f"{small}/cek/")
    page.fill(BOX, "tiga kunci")
    page.locator(".search__card a").first.click()
    answer = page.locator(ANSWER)
    expect(answer.locator("h2").first).to_have_text("PT Tiga Kunci")
    expect(answer.locator("h2").first).to_be_focused()
    expect(page.locator(".search__card").first).to_be_hidden()
    page.go_back()
    expect(answer).to_be_hidden()
    expect(page.locator(".search__card").first).to_be_visible()


def test_what_is_found_late_does_not_cover_the_answer(page: Page, small: str) -> None:
    late: list[Route] = []
    page.route("**/cari/lain.json", lambda route: late.append(route))
    page.goto(f"{small}/cek/")
    page.fill(BOX, "tiga kunci")
    with page.expect_request("**/cari/lain.json"):
        page.locator(".search__card a").first.click()
    expect(page.locator(ANSWER)).to_be_visible()
    late[0].continue_()
    expect(page.locator(".search__state")).not_to_be_empty()
    expect(page.locator(".search__card").first).to_be_hidden()
    page.go_back()
    expect(page.locator(".search__card").first).to_be_visible()


def test_close_names_stand_side_by_side_and_none_is_chosen(page: Page, small: str) -> None:
    page.goto(f"{small}/cek/")
    page.fill(BOX, "tiga kuci")
    expect(page.locator(".search__state")).not_to_be_empty()
    found = page.locator(".search__found")
    expect(found).to_contain_text("Nama mirip, perusahaan berbeda.")
    cards = {card.locator("a").inner_text(): card for card in page.locator(".search__card").all()}
    assert set(cards) == {"PT Tiga Kunci", "PT Tiga Kunci Mandiri"}
    expect(cards["PT Tiga Kunci"]).to_contain_text("Kabupaten Lumajang")
    expect(cards["PT Tiga Kunci"]).to_contain_text("Nomor izin: KEP.7/MEN/2026")
    expect(cards["PT Tiga Kunci"]).to_contain_text("Izin tercatat")
    expect(cards["PT Tiga Kunci Mandiri"]).to_contain_text("Tempat belum diketahui")
    expect(cards["PT Tiga Kunci Mandiri"]).to_contain_text("Izin dicabut")
    expect(page.locator(ANSWER)).to_be_hidden()


def test_a_former_name_leads_to_the_firm_of_today(page: Page, small: str) -> None:
    page.goto(f"{small}/cek/")
    page.fill(BOX, "harapan lama")
    card = page.locator(".search__card").first
    expect(card).to_contain_text("Dulu bernama: PT Harapan Lama")
    card.locator("a").click()
    expect(page.locator(ANSWER).locator("h2").first).to_have_text("PT Tiga Kunci")
    expect(page.locator(ANSWER)).to_contain_text("Dulu bernama PT Harapan Lama.")


def test_nothing_given_proves_nothing(page: Page, small: str) -> None:
    answer = opened(page, small + PROVEN)
    assert state(lock(answer, "licence")) == "Terbukti"
    assert state(lock(answer, "office")) == state(lock(answer, "order")) == "Belum terbukti"
    expect(lock(answer, "office")).to_contain_text("Belum terbukti: pilih kabupaten Anda.")
    assert state(answer.locator("[data-whole]")) == "Belum terbukti"


def test_all_three_locks_open_only_in_the_right_district_for_the_right_job(
    page: Page, small: str
) -> None:
    answer = opened(page, small + PROVEN)
    everything_given(answer)
    assert [state(lock(answer, one)) for one in ("licence", "office", "order")] == ["Terbukti"] * 3
    assert state(answer.locator("[data-whole]")) == "Terbukti"
    expect(answer.locator("[data-said]")).to_contain_text("Tiga kunci: Terbukti")
    answer.locator("#kabupaten").select_option("35.10")
    assert state(lock(answer, "office")) == "Belum terbukti"
    expect(lock(answer, "office")).to_contain_text("Bukti resmi yang baru belum ada.")
    assert state(answer.locator("[data-whole]")) == "Belum terbukti"
    answer.locator("#kabupaten").select_option("35.08")
    answer.locator("#negara").fill("Taiwan")
    assert state(lock(answer, "order")) == "Belum terbukti"
    expect(lock(answer, "order")).to_contain_text("Kami tidak punya data pesanan kerja itu.")
    assert state(answer.locator("[data-whole]")) == "Belum terbukti"


@pytest.mark.parametrize("day", ["2027-02-21", "2027-12-28"])
def test_proofs_of_today_are_none_in_91_and_400_days(page: Page, small: str, day: str) -> None:
    page.clock.set_fixed_time(f"{day}T12:00:00+07:00")
    answer = opened(page, small + PROVEN)
    everything_given(answer)
    for one in ("licence", "office", "order"):
        assert state(lock(answer, one)) == "Belum terbukti"
    assert state(answer.locator("[data-standing]")) == "Perlu dicek ulang"
    assert state(answer.locator("[data-whole]")) == "Belum terbukti"


def test_a_revoked_firm_is_no_whatever_else_is_given(page: Page, small: str) -> None:
    answer = opened(page, f"{small}/cek/#p3mi=tiga-kunci-mandiri")
    everything_given(answer)
    assert state(answer.locator("[data-whole]")) == "Tidak"
    expect(answer.locator("[data-for]:visible")).to_contain_text("Jangan mendaftar")


def test_the_district_is_remembered_on_the_device_and_forgotten_at_a_touch(
    page: Page, small: str
) -> None:
    answer = opened(page, small + PROVEN)
    answer.locator("#kabupaten").select_option("35.08")
    page.goto(f"{small}/p3mi/tiga-kunci/")
    office = page.locator("[data-office-lock]")
    expect(office.locator("[data-word]")).to_have_text("Terbukti")
    expect(office.locator("#kabupaten")).to_have_value("35.08")
    answer = opened(page, small + PROVEN)
    expect(answer.locator("#kabupaten")).to_have_value("35.08")
    answer.get_by_role("button", name="Lupakan").click()
    assert page.evaluate("localStorage.length") == 0
    answer = opened(page, small + PROVEN)
    expect(answer.locator("#kabupaten")).to_have_value("")


def test_forbidden_storage_changes_nothing_but_the_memory(page: Page, small: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('no'); } })"
    )
    answer = opened(page, small + PROVEN)
    answer.locator("#kabupaten").select_option("35.08")
    assert state(lock(answer, "office")) == "Terbukti"
    expect(answer.get_by_role("button", name="Lupakan")).to_be_hidden()


def test_the_choice_on_an_agency_page_is_loaded_once_in_sight(page: Page, small: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{small}/p3mi/tiga-kunci/")
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if "/cari/" in url]
    office = page.locator("[data-office-lock]")
    expect(office).to_contain_text("Belum terbukti: pilih kabupaten Anda.")
    office.locator("#kabupaten").scroll_into_view_if_needed()
    expect(office.locator("#kabupaten option").nth(1)).to_be_attached()
    office.locator("#kabupaten").select_option("35.10")
    expect(office.locator("[data-word]")).to_have_text("Belum terbukti")
    office.locator("#kabupaten").select_option("35.08")
    expect(office.locator("[data-word]")).to_have_text("Terbukti")


def test_the_shared_text_says_when_and_where_to_look_again(page: Page, small: str) -> None:
    page.add_init_script(SHARED)
    answer = opened(page, small + PROVEN)
    answer.locator("#kabupaten").select_option("35.08")
    answer.get_by_role("button", name="Bagikan").click()
    text = page.evaluate("window.shared")
    assert text.startswith("PT Tiga Kunci\nStatus 22 November 2026: Izin tercatat.")
    assert f"Cek lagi hari ini: {small}/p3mi/tiga-kunci/" in text
    assert "Lumajang" not in text, "where the reader lives stays with the reader"
    expect(answer.locator("[data-whatsapp]")).to_be_hidden()


def test_without_a_share_sheet_there_is_whatsapp_on_tap(page: Page, small: str) -> None:
    page.add_init_script("delete Navigator.prototype.share")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    answer = opened(page, small + PROVEN)
    chat = answer.locator("[data-whatsapp]")
    expect(chat).to_be_visible()
    assert not [url for url in asked if "wa.me" in url]
    page.evaluate("document.addEventListener('click', (event) => event.preventDefault())")
    chat.click()
    href = chat.get_attribute("href") or ""
    assert href.startswith("https://wa.me/?text=PT%20Tiga%20Kunci")
    assert "22%20November%202026" in href


def test_not_found_is_passed_on_too(page: Page, small: str) -> None:
    page.add_init_script(SHARED)
    page.goto(f"{small}/cek/")
    page.fill(BOX, "PT Qwfpgj Xyzzy")
    page.get_by_role("button", name="Kabari keluarga").click()
    text = page.evaluate("window.shared")
    assert "“PT Qwfpgj Xyzzy” tidak ada di data P3MI" in text
    assert "22 November 2026" in text
    assert text.endswith("/cek/?q=PT%20Qwfpgj%20Xyzzy")


def test_the_answer_prints_on_one_a6_slip(page: Page, small: str) -> None:
    answer = opened(page, small + PROVEN)
    everything_given(answer)
    made = pikepdf.open(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(made.pages) == 1
    _, _, width, height = (float(one) for one in made.pages[0].mediabox)
    assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (105, 148)
    page.emulate_media(media="print")
    sheet = answer.inner_text()
    for words in ("PT Tiga Kunci", "Izin tercatat", "22 November 2026", "Lumajang", "Perawat"):
        assert words in sheet
    assert sheet.count("Terbukti") == 4
    assert f"Cek lagi hari ini: {small}/p3mi/tiga-kunci/" in sheet
    assert "Cetak" not in sheet


def test_a_misused_name_shows_the_official_numbers_only(page: Page, small: str) -> None:
    answer = opened(page, small + PROVEN)
    alert = answer.locator("[data-misused]")
    expect(alert).to_contain_text("Penipu memasang lowongan palsu atas nama ini.")
    numbers = alert.locator("a")
    expect(numbers).to_have_count(1)
    expect(numbers).to_have_attribute("href", "tel:+62334887766")
    page.goto(f"{small}/cek/#p3mi=tiga-kunci-mandiri")
    expect(answer.locator("h2").first).to_have_text("PT Tiga Kunci Mandiri")
    expect(alert).to_be_hidden()


def test_a_former_id_leads_to_the_page_of_today(page: Page, small: str) -> None:
    page.goto(f"{small}/cek/#p3mi=bumi-mas-lama")
    page.wait_for_url(f"{small}/p3mi/bumi-mas/")


def test_lost_on_the_way_is_said(page: Page, small: str) -> None:
    page.route("**/cari/kunci.json", lambda route: route.abort())
    page.goto(small + PROVEN)
    expect(page.get_by_role("alert")).to_contain_text("Jawaban belum bisa dimuat")
    page.unroute("**/cari/kunci.json")
    page.fill(BOX, "tiga kunci")
    page.locator(".search__card a").first.click()
    expect(page.locator(ANSWER).locator("h2").first).to_have_text("PT Tiga Kunci")


def test_the_answer_comes_without_internet(tab: Page, host: Host) -> None:
    root = away(tab, host)
    answer = opened(tab, f"{root}cek/#p3mi=izin-baru")
    assert state(lock(answer, "licence")) == "Terbukti"
    answer.locator("#kabupaten").select_option("35.08")
    expect(lock(answer, "office")).to_contain_text("Kami tidak punya data kantornya di sini.")
    tab.clock.set_fixed_time("2027-02-21T12:00:00+07:00")
    answer.locator("#kabupaten").select_option("35.10")
    assert state(answer.locator("[data-standing]")) == "Perlu dicek ulang"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", [PROVEN, "/p3mi/tiga-kunci/"])
def test_everyone_can_use_the_answer(chromium: Browser, small: str, scheme: str, path: str) -> None:
    narrow = {"width": 320, "height": 640}
    context = chromium.new_context(viewport=narrow, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.set_fixed_time(NOON)
    page.goto(small + path)
    page.locator("#kabupaten").focus()
    expect(page.locator("#kabupaten option").nth(1)).to_be_attached()
    page.locator("#kabupaten").select_option("35.08")
    found = Axe().run(page).response["violations"]
    low = page.eval_on_selector_all(
        f"{ANSWER} a, {ANSWER} button, {ANSWER} select, {ANSWER} input, .district select",
        "all => all.map((one) => one.getBoundingClientRect().height)"
        ".filter((one) => one && one < 43.5)",
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:100]) for one in found] == []
    assert (low, wide) == ([], False)

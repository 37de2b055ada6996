""" "Dengarkan": the phone's own voice reads the page, sentence by sentence, and stops when asked.

The browser of the tests has no voice; a made-up one stands in, which "speaks" when told to.
"""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

FAKE = """(() => {
  const heard = [], listeners = [];
  let queue = [], voices = [];
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  const speech = {
    getVoices: () => voices,
    addEventListener: (name, listener) => listeners.push(listener),
    speak: (one) => { heard.push(one); queue.push(one); },
    cancel: () => {
      const old = queue;
      queue = [];
      for (const one of old) one.onerror({ error: "canceled" });
    },
  };
  Object.defineProperty(window, "speechSynthesis", { value: speech, configurable: true });
  window.voice = {
    arrive: (...given) => { voices = given; for (const one of listeners) one(); },
    finish: () => { const one = queue.shift(); if (one) one.onend(); },
    fail: () => { const one = queue.shift(); if (one) one.onerror({ error: "synthesis-failed" }); },
    heard: () => heard.map((one) => one.text),
    last: () => heard[heard.length - 1],
    waiting: () => queue.length,
  };
})()"""
PHONE = "{ lang: 'id_ID', localService: true }"
HEARD = "window.voice.heard()"


@pytest.fixture
def phone(page: Page) -> Page:
    """Return a tab of a phone whose voices come when the test says so."""
    page.add_init_script(FAKE)
    return page


def arrive(page: Page, voices: str = PHONE) -> None:
    page.evaluate(f"window.voice.arrive({voices})")


def listen(page: Page) -> Any:
    return page.get_by_role("button", name="Dengarkan")


def begun(page: Page, url: str) -> None:
    """Open a page and let it be read."""
    page.goto(url)
    arrive(page)
    listen(page).click()
    expect(page.get_by_role("button", name="Jeda")).to_be_visible()


def read_out(page: Page) -> list[str]:
    """Let everything be said; return it."""
    page.evaluate("while (window.voice.waiting()) window.voice.finish()")
    said: list[str] = page.evaluate(HEARD)
    return said


@pytest.mark.parametrize(
    "voices",
    [
        "",
        "{ lang: 'en-US', localService: true }",
        "{ lang: 'id-ID', localService: false }",  # would send the page's words to a server
    ],
)
def test_without_an_indonesian_voice_of_its_own_there_is_no_button(
    phone: Page, server: str, voices: str
) -> None:
    phone.goto(f"{server}/bantuan/")
    arrive(phone, voices)
    expect(phone.locator("[data-listen]")).to_be_hidden()


@pytest.mark.parametrize("lang", ["id-ID", "id_ID", "in-ID", "id", "ind-IDN"])
def test_a_voice_may_come_late_and_under_older_names(phone: Page, server: str, lang: str) -> None:
    phone.goto(f"{server}/bantuan/")
    expect(phone.locator("[data-listen]")).to_be_hidden()
    arrive(phone, f"{{ lang: '{lang}', localService: true }}")
    expect(listen(phone)).to_be_visible()


def test_a_browser_without_speech_shows_nothing_and_complains_of_nothing(
    page: Page, server: str
) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script("delete window.speechSynthesis; delete window.SpeechSynthesisUtterance")
    page.goto(f"{server}/bantuan/")
    page.wait_for_load_state("networkidle")
    expect(page.locator("[data-listen]")).to_be_hidden()
    assert said == []


def test_nothing_jumps_when_the_button_comes(phone: Page, server: str) -> None:
    phone.goto(f"{server}/bantuan/")
    place = "document.querySelector('h1').getBoundingClientRect().top"
    before = phone.evaluate(place)
    arrive(phone)
    expect(listen(phone)).to_be_visible()
    assert phone.evaluate(place) == before


def test_the_page_is_read_sentence_by_sentence_in_its_order(phone: Page, server: str) -> None:
    begun(phone, f"{server}/bantuan/")
    assert phone.evaluate(HEARD) == ["Butuh bantuan."]
    assert phone.evaluate("[window.voice.last().lang, window.voice.last().voice.lang]") == [
        "id-ID",
        "id_ID",
    ]
    said = read_out(phone)
    assert said[:3] == ["Butuh bantuan.", "Anda tidak salah.", "Pilih keadaan Anda di bawah."]
    assert said.index("Jangan bayar lagi.") < said.index("Jangan serahkan dokumen asli.")
    assert max(map(len, said)) <= 200
    expect(listen(phone)).to_be_visible()
    expect(phone.get_by_role("button", name="Berhenti")).to_be_hidden()


def test_pause_goes_on_with_the_same_sentence_and_stop_begins_anew(
    phone: Page, server: str
) -> None:
    begun(phone, f"{server}/bantuan/")
    phone.evaluate("window.voice.finish()")
    phone.get_by_role("button", name="Jeda").click()
    assert phone.evaluate("window.voice.waiting()") == 0
    phone.get_by_role("button", name="Lanjutkan").click()
    assert phone.evaluate(HEARD)[-2:] == ["Anda tidak salah.", "Anda tidak salah."]
    stop = phone.get_by_role("button", name="Berhenti")
    stop.focus()
    stop.press("Enter")
    assert phone.evaluate("window.voice.waiting()") == 0
    expect(listen(phone)).to_be_focused()
    listen(phone).click()
    assert phone.evaluate("window.voice.last().text") == "Butuh bantuan."


def test_a_voice_that_fails_is_said(phone: Page, server: str) -> None:
    begun(phone, f"{server}/bantuan/")
    phone.evaluate("window.voice.fail()")
    expect(phone.locator("[data-listen-said]")).to_have_text("Suara ponsel ini tidak bisa dipakai.")
    expect(listen(phone)).to_be_visible()


def test_leaving_the_page_ends_the_voice(phone: Page, server: str) -> None:
    begun(phone, f"{server}/bantuan/")
    phone.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))")
    assert phone.evaluate("window.voice.waiting()") == 0


def test_tables_menus_and_sources_are_not_read(phone: Page, server: str) -> None:
    phone.goto(f"{server}/bantuan/")
    phone.evaluate(
        """document.querySelector("main article").innerHTML = `<h1>Judul</h1><p>Satu.</p>
        <table><tr><td>Tabel</td></tr></table><nav><a href="#">Menu dalam</a></nav>
        <ul class="sources"><li>Penerbit</li></ul>
        <ul class="source-notes"><li>Judul sumber</li></ul><p hidden>Tersembunyi</p>
        <details><summary>Buka</summary><p>Di dalam</p></details><form><p>Isian</p></form>
        <ul><li>Dua <b>tebal</b></li><li><p>Tiga</p></li></ul>
        <div class="mend"><a href="#">Perbaiki</a></div>`"""
    )
    arrive(phone)
    listen(phone).click()
    expect(phone.get_by_role("button", name="Jeda")).to_be_visible()
    assert read_out(phone) == ["Judul.", "Satu.", "Buka.", "Dua tebal.", "Tiga."]


SPOKEN = {
    "P3MI dan BP3MI": "pe tiga em i dan be pe tiga em i",
    "CPMI, PMI, dan KBRI.": "ce pe em i, pe em i, dan ka be er i.",
    "Bayar Rp1.500.000 saja": "Bayar 1.500.000 rupiah saja",
    "Denda Rp 15 miliar": "Denda 15 miliar rupiah",
    "Naik 5%": "Naik 5 persen",
    "UU 18/2017 Pasal 6 ayat (1)": "undang-undang nomor 18 tahun 2017 Pasal 6 ayat 1",
    "Permen P2MI 17/2025": "Permen pe dua em i 17 tahun 2025",
    "Telepon 0800-1000.": "Telepon nol delapan nol nol satu nol nol nol.",
    "Telepon 110 sekarang": "Telepon satu satu nol, sekarang",
    "+62 811 8080": "nol delapan satu satu delapan nol delapan nol",
    "JANGAN bayar": "jangan bayar",
    "Cari di SISKOP2MI": "Cari di sisko pe dua em i",
    "Jl. Mawar No. 3": "jalan Mawar nomor 3",
    "Tahun 2025, 1.300 orang, 12 bulan": "Tahun 2025, 1.300 orang, 12 bulan",
}


def test_short_forms_amounts_and_numbers_are_said_as_people_say_them(
    page: Page, server: str
) -> None:
    page.goto(f"{server}/bantuan/")
    script = """async (texts) => {
      const { spoken } = await import(new URL("../assets/voice/text.js", document.baseURI).href);
      return texts.map((one) => spoken(one));
    }"""
    assert dict(zip(SPOKEN, page.evaluate(script, list(SPOKEN)), strict=True)) == SPOKEN


def test_long_sentences_are_cut_where_one_breathes(phone: Page, server: str) -> None:
    phone.goto(f"{server}/bantuan/")
    phone.evaluate(
        """document.querySelector('main article').textContent =
        'kata '.repeat(30) + ', ' + 'lain '.repeat(60)"""
    )
    arrive(phone)
    listen(phone).click()
    expect(phone.get_by_role("button", name="Jeda")).to_be_visible()
    said = read_out(phone)
    assert len(said) == 3 and said[0].endswith(",")
    assert max(map(len, said)) <= 200
    assert " ".join(said).count("lain") == 60


@pytest.mark.parametrize(
    "path", ["/p3mi/", "/cek/", "/data/sumber/", "/staf/", "/luring/", "/404.html"]
)
def test_where_there_is_nothing_to_hear_there_is_no_button(
    page: Page, server: str, path: str
) -> None:
    page.goto(server + path)
    assert page.locator("[data-listen]").count() == 0


def test_the_focus_is_not_hidden_while_it_reads(phone: Page, server: str) -> None:
    phone.emulate_media(reduced_motion="reduce")
    begun(phone, f"{server}/bantuan/")
    bar = "document.querySelector('[data-reach]').getBoundingClientRect()"
    phone.evaluate("scrollTo(0, 1500)")
    assert abs(phone.evaluate(f"{bar}.top")) < 1
    phone.locator("main a").last.focus()
    for _ in range(25):
        phone.keyboard.press("Shift+Tab")
        hidden = phone.evaluate(
            f"""() => {{ const one = document.activeElement.getBoundingClientRect();
            return document.activeElement.closest("main") && one.top < {bar}.bottom; }}"""
        )
        assert not hidden


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 320), ("light", 1280)])
def test_everyone_can_use_it(chromium: Browser, server: str, scheme: Any, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    page.add_init_script(FAKE)
    begun(page, f"{server}/bantuan/")
    found = Axe().run(page).response["violations"]
    sizes = page.locator("[data-reach] :is(a, button):visible").evaluate_all(
        "all => all.map((one) => Math.min(one.offsetWidth, one.offsetHeight))"
    )
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert min(sizes) >= 44 and not wide

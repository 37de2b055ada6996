"""What people do, in a real browser on a small phone: look an agency up, on any day.

Every kind of page is looked at in light and dark, from 320 px up.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import NOON, ROOT, build_environment
from golden_cases import good_folder
from playwright.sync_api import Browser, Page, expect

from scripts.serving import serve

REVOKED = "/p3mi/multi-intan-amanah-internasional/"
FRESH = """
- id: izin-baru
  name: PT Izin Baru
  events:
    - kind: licensed
      on: 2026-11-01
      says: Tercatat berizin di daftar pemerintah.
      sources: [daftar]
"""
PAGES = (
    "/",
    "/404.html",
    "/bantuan/",
    "/biaya/",
    "/cek/",
    "/data/",
    "/data/sumber/",
    "/dokumen/",
    "/hak/",
    "/istilah/",
    "/larangan/",
    "/modus/",
    "/negara/",
    "/p3mi/",
    "/p3mi/bumi-mas-indonesia-mandiri/",
    "/p3mi/sukses-mandiri-utama/",
    REVOKED,
    "/pelatihan/",
    "/perubahan/",
    "/prosedur/",
    "/sanksi/",
    "/sanksi/pasal-81/",
    "/staf/",
    "/statistik/",
    "/unduh/",
    "/wilayah/",
    "/wilayah/35/",
    "/wilayah/35.08/",
)


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a small site with one agency whose licence was seen three weeks ago."""
    folder = tmp_path_factory.mktemp("fresh")
    data = good_folder(folder)
    with (data / "agencies.yaml").open("a", encoding="utf-8") as written:
        written.write(FRESH.lstrip("\n"))
    settings = build_environment(PORTAL_DATA=str(data), SITE_DIR=str(folder / "site"))
    command = [sys.executable, ROOT / "scripts" / "build.py"]
    done = subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(folder / "site") as address:
        yield address


def banner(page: Page) -> Any:
    return page.locator(".standing")


def test_from_home_to_a_standing_in_two_taps(page: Page, server: str) -> None:
    page.goto(server)
    page.get_by_role("link", name="daftar P3MI urut abjad").click()
    page.get_by_role("link", name="PT Multi Intan Amanah Internasional").click()
    expect(banner(page)).to_contain_text("Izin dicabut")
    expect(banner(page)).to_be_in_viewport()
    assert page.url.endswith(REVOKED)


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


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False
    )
    yield context.new_page()
    context.close()


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
        hrefs = page.locator(".help a").evaluate_all("all => all.map((a) => a.href)")
        assert hrefs and all(one.startswith(("tel:", "https://wa.me/")) for one in hrefs)


# Each kind of page once light and narrow, once dark and wide; the main ones the other way as well.
MAIN = ("/", "/cek/", "/p3mi/", REVOKED, "/sanksi/", "/wilayah/35.08/")
LOOKS = (("light", 320, PAGES), ("dark", 1280, PAGES), ("dark", 360, MAIN), ("light", 1280, MAIN))


@pytest.mark.parametrize(("scheme", "width", "paths"), LOOKS)
def test_everyone_can_use_every_kind_of_page(
    chromium: Browser, server: str, scheme: Any, width: int, paths: tuple[str, ...]
) -> None:
    context = chromium.new_context(
        viewport={"width": width, "height": 740}, color_scheme=scheme, timezone_id="Asia/Jakarta"
    )
    tab = context.new_page()
    tab.clock.set_fixed_time(NOON)
    found = {path: problems for path in paths if (problems := _problems(tab, server + path))}
    context.close()
    assert found == {}


def _problems(tab: Page, url: str) -> list[str]:
    """Return what axe finds, content that must be scrolled to sideways, and small targets."""
    tab.goto(url)
    found = Axe().run(tab, options=ONLY_FAULTS).response["violations"]
    problems = [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]
    if tab.evaluate("document.documentElement.scrollWidth > innerWidth"):
        problems.append("scrolls sideways")
    return problems + [f"small target: {one}" for one in tab.evaluate(SMALL_TARGETS)]


# Axe then describes only what is wrong, which on long pages takes half the time.
ONLY_FAULTS = {"resultTypes": ["violations"]}
# Links inside running text are exempt (WCAG 2.5.8); everything else is a finger wide.
SMALL_TARGETS = """() => {
  const chosen = 'button, summary, input, select, nav a, footer a, .button, .tile, .up a, .mend a';
  const small = (box) => box.height < 43.5 || box.width < 43.5;
  return Array.from(document.querySelectorAll(chosen))
    .filter((one) => one.checkVisibility() && small(one.getBoundingClientRect()))
    .slice(0, 3)
    .map((one) => one.outerHTML.slice(0, 100));
}"""

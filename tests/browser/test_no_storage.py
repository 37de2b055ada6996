"""What phones keep, and phones that cannot or may not: the site works, and tells no one else."""

from __future__ import annotations

import json
import re

import pytest
from conftest import NOON, ROOT
from offline_tools import Host, ask, settle
from playwright.sync_api import Browser, Page, expect

ASSETS = ROOT / "assets"


def works_quietly(tab: Page, root: str) -> None:
    """Use the site for a while: it answers, and neither reader nor console hears of a problem."""
    said: list[str] = []
    tab.on("console", lambda one: said.append(one.text) if one.type == "error" else None)
    tab.on("pageerror", lambda error: said.append(str(error)))
    for path in ("", "cek/"):
        tab.goto(root + path)
        tab.wait_for_timeout(1500)
        expect(tab.locator(".foot__age")).to_be_hidden()
    ask(tab, "izin baru")
    expect(tab.locator(".search__card").first).to_contain_text("PT Izin Baru")
    assert said == []


FORBIDDEN = {
    "no worker": "delete Navigator.prototype.serviceWorker",
    "worker throws": """Object.defineProperty(Navigator.prototype, "serviceWorker", {
      get() { throw new DOMException("no", "SecurityError"); } })""",
    "register refuses": """ServiceWorkerContainer.prototype.register =
      () => Promise.reject(new DOMException("no", "SecurityError"))""",
    "no caches": "delete window.caches",
    "caches throw": """Object.defineProperty(window, "caches", {
      get() { throw new DOMException("no", "SecurityError"); } })""",
    "saves data": """Object.defineProperty(navigator, "connection",
      { value: { saveData: true } })""",
}


@pytest.mark.parametrize("case", FORBIDDEN)
def test_without_storage_the_site_goes_on(tab: Page, host: Host, case: str) -> None:
    tab.add_init_script(FORBIDDEN[case])
    works_quietly(tab, host.start())


def test_blocked_workers_are_no_news(chromium: Browser, host: Host) -> None:
    context = chromium.new_context(service_workers="block", timezone_id="Asia/Jakarta")
    opened = context.new_page()
    opened.clock.set_fixed_time(NOON)
    works_quietly(opened, host.start())
    context.close()


def test_full_storage_is_no_news(tab: Page, host: Host) -> None:
    root = host.start()
    session = tab.context.new_cdp_session(tab)
    asked = {"origin": root.split("/salinan")[0], "quotaSize": 20000}
    session.send("Storage.overrideQuotaForOrigin", asked)
    works_quietly(tab, root)
    kept = "navigator.serviceWorker.getRegistration().then((one) => Boolean(one && one.active))"
    assert not tab.evaluate(kept)


def test_who_saves_data_is_asked_for_nothing_more(tab: Page, host: Host) -> None:
    tab.add_init_script(FORBIDDEN["saves data"])
    tab.goto(host.start())
    tab.wait_for_timeout(1500)
    assert tab.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def test_the_page_itself_asks_for_no_index_before_focus(tab: Page, host: Host) -> None:
    """The worker fetches its pack once the page is idle; the page loads nothing of search."""
    asked: list[str] = []
    tab.on("request", lambda one: asked.append(one.url) if not one.service_worker else None)
    root = host.start()
    tab.goto(root)
    settle(tab)
    tab.reload()
    settle(tab)
    assert [url for url in asked if "/cari/" in url or "box.js" in url] == []
    assert all(url.startswith(root) for url in asked)


# What the site may keep in localStorage, by key: docs/decisions/0008-answer.md, 0010-tools.md.
# Each value is a choice made from a list, except the log of payments, which the reader writes.
KEPT = {
    "theme": r"light|dark",
    "kabupaten": r"\d\d\.\d\d",
    "alat/dokumen": r'"[a-z0-9-]*"',
    "alat/catatan-bayar": r"\[.*\]",
}
FULL = """Storage.prototype.setItem = () => {
  throw new DOMException("full", "QuotaExceededError"); }"""
CLOSED = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("no", "SecurityError"); } })"""


@pytest.mark.parametrize("case", [FULL, CLOSED], ids=["full", "closed"])
def test_tools_work_where_nothing_is_kept_and_say_so(page: Page, server: str, case: str) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(str(error)))
    page.add_init_script(case)
    page.goto(f"{server}/alat/dokumen/")
    page.get_by_label("Jalur Anda").select_option("p3mi")
    page.locator("#p3mi .tick label").first.click()
    expect(page.locator("#p3mi [data-count]")).to_contain_text("1 dari")
    expect(page.locator("[data-state]")).to_contain_text("tidak bisa mengingat")
    page.goto(f"{server}/alat/catatan-bayar/")
    page.locator("[data-cell=amount]").first.fill("500")
    page.keyboard.press("Tab")
    expect(page.locator("[data-total]")).to_contain_text("Rp500")
    expect(page.locator("[data-state]")).to_contain_text("tidak bisa menyimpan")
    for name in ("kesiapan/", "kartu-keluarga/"):
        page.goto(f"{server}/alat/{name}")
        expect(page.locator("[data-print], [data-clear]").last).to_be_attached()
    assert said == []


def test_no_script_keeps_anything_else() -> None:
    """Only these files write to the phone; each names its key once."""
    writers = {
        path.relative_to(ASSETS).as_posix()
        for path in ASSETS.rglob("*.js")
        if re.search(r"(local|session)Storage|indexedDB|document\.cookie", path.read_text("utf-8"))
    }
    assert writers == {"theme.js", "help/door.js", "alat/store.js"}


def test_a_long_visit_leaves_only_what_is_listed(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/dokumen/#pelaut")
    page.locator("#pelaut .tick label").first.click()
    page.get_by_label("Jalur Anda").select_option("p3mi")
    page.goto(f"{server}/alat/catatan-bayar/")
    page.locator("[data-cell=to]").first.fill("PT Contoh")
    page.goto(f"{server}/alat/kesiapan/")
    page.locator(".tick label").first.click()
    page.goto(f"{server}/alat/kartu-keluarga/")
    page.locator("#alamat").fill("Jalan Melati")
    page.goto(f"{server}/cek/tawaran/")
    page.locator("fieldset input").first.check()
    kept = page.evaluate("() => Object.fromEntries(Object.entries(localStorage))")
    ticked = kept.pop("alat/dokumen/pelaut")
    assert set(json.loads(ticked)) == {"paspor"}
    strange = [key for key, value in kept.items() if not re.fullmatch(KEPT.get(key, ""), value)]
    assert strange == []
    assert "Melati" not in json.dumps(kept)

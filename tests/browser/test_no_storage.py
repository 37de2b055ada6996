"""Phones that cannot or may not keep anything: the site works, and nobody hears of a problem."""

from __future__ import annotations

import pytest
from conftest import NOON
from offline_tools import Host, ask, settle
from playwright.sync_api import Browser, Page, expect


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

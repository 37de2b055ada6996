"""The portal without internet, in a real browser whose network and host are really gone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from conftest import NOON
from offline_tools import (
    Host,
    build_in,
    eventually,
    offline,
    online,
    rebuilt,
    settle,
    signatures,
    small_site,
)
from playwright.sync_api import Browser, BrowserContext, Page, expect

BROKEN = """async ([how, path]) => {
  const name = (await caches.keys()).find((one) => !one.endsWith("pembaca"));
  const cache = await caches.open(name);
  const kept = await cache.match(path);
  if (!kept) throw new Error(`not kept: ${path}`);
  const html = { headers: { "Content-Type": kept.headers.get("Content-Type") } };
  if (how === "gone") await cache.delete(path);
  if (how === "half") await cache.put(path, new Response((await kept.text()).slice(0, 900), html));
  if (how === "other") await cache.put(path, new Response("{}", html));
}"""
WHOLE = """async (path) => {
  const name = (await caches.keys()).find((one) => !one.endsWith("pembaca"));
  const kept = await (await caches.open(name)).match(path);
  return Boolean(kept) && (await kept.text()).length > 900;
}"""


# The new worker came and went: only then is it sure that its download has failed.
FAILED = """async () => {
  const registration = await navigator.serviceWorker.getRegistration();
  await registration.update().catch(() => null);
  const coming = registration.installing;
  if (!coming) return false;
  await new Promise((done) => coming.addEventListener("statechange", done, { once: true }));
  return coming.state === "redundant";
}"""


@pytest.fixture(scope="module")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def builds(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("builds")
    return rebuilt(plain, folder / "a", "A"), rebuilt(plain, folder / "b", "B")


@pytest.fixture
def host(plain: Path, tmp_path: Path) -> Iterator[Host]:
    made = Host(tmp_path / "www")
    made.put(plain)
    yield made
    made.stop()


@pytest.fixture
def phone(chromium: Browser) -> Iterator[BrowserContext]:
    screen = {"width": 360, "height": 740}
    context = chromium.new_context(viewport=screen, locale="id-ID", timezone_id="Asia/Jakarta")
    yield context
    context.close()


Visit = Callable[[str], Page]


@pytest.fixture
def tab(phone: BrowserContext) -> Page:
    opened = phone.new_page()
    opened.clock.set_fixed_time(NOON)
    return opened


def away(tab: Page, host: Host, first: str = "cek/") -> str:
    """Visit one page, let the worker finish, lose the network; return the site's address."""
    root = host.start()
    tab.goto(root + first)
    settle(tab)
    offline(host, tab.context)
    return root


def ask(tab: Page, words: str) -> None:
    tab.locator('[data-search-box="large"] input[name="q"]').press_sequentially(words, delay=5)


def test_after_one_visit_what_is_needed_opens(tab: Page, host: Host) -> None:
    root = away(tab, host)
    heads = {
        "": "Apakah P3MI ini resmi?",
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


# Builds


def test_a_new_build_is_seen_at_once_and_kept_whole(
    tab: Page, host: Host, builds: tuple[Path, Path]
) -> None:
    host.put(builds[0])
    root = host.start()
    tab.goto(f"{root}cek/")
    settle(tab)
    tab.reload()
    assert signatures(tab) == {"A"}
    stale = tab.context.new_page()  # opened now, asked later
    stale.goto(f"{root}cek/")
    host.put(builds[1])
    tab.goto(f"{root}cek/")
    assert signatures(tab) == {"B"}
    wait_for_build(tab, builds[1])
    offline(host, tab.context)
    assert signatures(stale) == {"A"}
    for _ in range(2):
        tab.goto(f"{root}cek/")
        assert signatures(tab) == {"B"}
    assert build_in(tab.content()) == build_in((builds[1] / "index.html").read_text("utf-8"))


def wait_for_build(tab: Page, site: Path) -> None:
    build = build_in((site / "index.html").read_text(encoding="utf-8"))
    whole = """async (build) => {
      const { active, installing, waiting } = await navigator.serviceWorker.getRegistration();
      const kept = (await caches.keys()).some((name) => name.endsWith(build));
      return kept && !installing && !waiting && active.state === "activated";
    }"""
    eventually(tab, whole, build)


def test_caches_of_old_builds_do_not_pile_up(
    tab: Page, host: Host, builds: tuple[Path, Path], tmp_path: Path
) -> None:
    root = host.start()
    for site in (*builds, rebuilt(builds[1], tmp_path / "c", "C")):
        host.put(site)
        tab.goto(f"{root}cek/")
        settle(tab)
        wait_for_build(tab, site)
    tab.goto(root)
    names = tab.evaluate("caches.keys()")
    assert len(names) <= 3  # the list of readers, this build, the one that the last page was of


def test_a_download_that_breaks_off_changes_nothing(
    tab: Page, host: Host, builds: tuple[Path, Path], tmp_path: Path
) -> None:
    host.put(builds[0])
    root = host.start()
    tab.goto(f"{root}cek/")
    settle(tab)
    half = rebuilt(builds[0], tmp_path / "half", "C")
    raw = (half / "luring.bin").read_bytes()
    (half / "luring.bin").write_bytes(raw[: len(raw) // 2])
    host.put(half)
    tab.reload()
    eventually(tab, FAILED)
    offline(host, tab.context)
    tab.goto(f"{root}cek/")
    assert signatures(tab) == {"A"}


# Damage


@pytest.mark.parametrize("how", ["gone", "half", "other"])
@pytest.mark.parametrize("path", ["bantuan/", "cari/nama.json", "assets/standing.js"])
def test_a_damaged_cache_is_mended(tab: Page, host: Host, how: str, path: str) -> None:
    root = host.start()
    tab.goto(root)
    settle(tab)
    tab.evaluate(BROKEN, [how, root + path])
    tab.goto(f"{root}bantuan/" if path == "bantuan/" else f"{root}cek/")
    expect(tab.locator("h1")).to_be_visible()
    if path.startswith("cari/"):
        ask(tab, "izin baru")
        expect(tab.locator(".search__card").first).to_contain_text("PT Izin Baru")
    tab.reload()
    eventually(tab, WHOLE, root + path)
    offline(host, tab.context)
    tab.goto(f"{root}p3mi/izin-baru/")
    expect(tab.locator(".standing__word")).to_have_text("Izin tercatat")


def test_a_damaged_page_without_network_is_not_shown(tab: Page, host: Host) -> None:
    root = away(tab, host)
    tab.evaluate(BROKEN, ["half", f"{root}bantuan/"])
    tab.goto(f"{root}bantuan/")
    expect(tab.locator("h1")).to_have_text("Halaman belum tersimpan")


# Phones that cannot or may not keep anything


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

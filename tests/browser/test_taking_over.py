"""A new build takes over whole, and a damaged cache is mended, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from offline_tools import (
    BROKEN,
    Host,
    ask,
    away,
    build_in,
    eventually,
    offline,
    rebuilt,
    settle,
    signatures,
)
from playwright.sync_api import Page, expect

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


def test_a_host_in_trouble_does_not_take_the_answer_away(tab: Page, host: Host) -> None:
    root = host.start()
    tab.goto(f"{root}cek/")
    settle(tab)
    host.fall_ill()
    tab.goto(f"{root}bantuan/")
    expect(tab.locator("h1")).to_be_visible()
    tab.goto(f"{root}cek/")
    ask(tab, "izin baru")
    expect(tab.locator(".search__card").first).to_contain_text("PT Izin Baru")

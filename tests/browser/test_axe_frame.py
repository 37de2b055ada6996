"""The frame's own pages in light and dark, from 320 px up: axe, width, targets."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import NOON
from playwright.sync_api import Browser, Page

REVOKED = "/p3mi/multi-intan-amanah-internasional/"
# The kinds of pages of the frame; record pages have theirs in test_axe_pages.py.
PAGES = (
    "/",
    "/404.html",
    "/cek/",
    "/luring/",
    "/p3mi/",
    "/p3mi/bumi-mas-indonesia-mandiri/",
    "/p3mi/sukses-mandiri-utama/",
    REVOKED,
    "/sanksi/",
    "/staf/",
    "/staf/aturan/",
    "/unduh/",
    "/wilayah/35.08/",
)
# Each kind of page once light and narrow, once dark and wide; the main ones the other way as well.
MAIN = ("/", "/cek/", REVOKED)
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

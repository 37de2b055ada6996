"""Long pages of the law are folded: short to look through, open to links and on paper."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

SCREENS = {"/hak/": 15, "/sanksi/": 12, "/larangan/": 8}
CLOSED = ".clauses details:not([open])"


@pytest.mark.parametrize(("path", "most"), sorted(SCREENS.items()))
def test_a_page_of_the_law_is_few_screens_long(
    page: Page, server: str, path: str, most: int
) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(server + path)
    assert page.evaluate("document.documentElement.scrollHeight") <= most * 740


def test_a_link_into_folded_rules_opens_them_and_shows_the_place(page: Page, server: str) -> None:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{server}/hak/#uu18-2017-p27-2a")
    rule = page.locator("#uu18-2017-p27-2a")
    assert rule.get_by_text("Ini bukan bunyi persis.").is_visible()
    page.evaluate("location.hash = '#uu18-2017-p41d'")
    other = page.locator("#uu18-2017-p41d")
    other.locator("blockquote").wait_for(state="visible")
    box = other.bounding_box()
    assert box is not None
    assert 0 <= box["y"] < 200


def test_paper_shows_every_rule_and_the_screen_folds_again(page: Page, server: str) -> None:
    page.goto(f"{server}/hak/")
    closed = page.locator(CLOSED).count()
    assert closed
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(CLOSED).count() == 0
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert page.locator(CLOSED).count() == closed

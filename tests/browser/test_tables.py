"""On a phone a table's rows stand under each other; who listens still hears a table."""

from __future__ import annotations

from playwright.sync_api import Page


def test_a_stacked_table_is_still_told_as_a_table(page: Page, server: str) -> None:
    page.goto(f"{server}/data/cakupan/")
    assert page.locator("main td").first.evaluate("one => getComputedStyle(one).display") == "block"
    tree = page.context.new_cdp_session(page).send("Accessibility.getFullAXTree")["nodes"]
    roles = [node.get("role", {}).get("value") for node in tree]
    assert roles.count("table") == page.locator("main table").count()
    assert roles.count("cell") == page.locator("main td").count()
    assert roles.count("rowheader") == page.locator("main tbody th").count()

"""Every page of the built site is HTML that a browser need not mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from justhtml import JustHTML


def faults(page: str) -> list[str]:
    """Return what a parser of the HTML standard complains of, each with its line."""
    return [f"line {one.line}: {one.code}" for one in JustHTML(page, collect_errors=True).errors]


def test_no_page_of_the_site_needs_mending(site: Path) -> None:
    pages = sorted(site.rglob("*.html"))
    assert pages
    bad = {page: found for page in pages if (found := faults(page.read_text(encoding="utf-8")))}
    assert bad == {}


@pytest.mark.parametrize("part", ["<p><ul><li>1</li></ul></p>", "<b>1</i></b>"])
def test_what_a_browser_mends_is_a_fault(part: str) -> None:
    page = "<!doctype html><html><head><title>t</title></head><body>{}</body></html>"
    assert faults(page.format(part)) and not faults(page.format("<p>1</p>"))

"""The page for people in trouble. In: a catalogue; out: `/bantuan/`, with numbers from the data."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.render.page import Pages


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/bantuan/`."""
    pages = Pages(catalogue)
    pages.add("/bantuan/", "help")
    return pages.files

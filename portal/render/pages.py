"""All record pages. In: a catalogue; out: {path: Markdown with front matter}.

One module per page type, each with `render(catalogue)`; this is the list of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from portal.catalogue import Catalogue
from portal.render import (
    agencies,
    check_page,
    contacts,
    coverage,
    data_pages,
    destinations,
    fraud_patterns,
    messages,
    offer,
    outreach,
    procedures,
    provisions,
    reference,
    regions,
    sanctions,
    statistics,
    tools,
    trainings,
)

PageType = Callable[[Catalogue], Mapping[str, str]]
PAGE_TYPES: tuple[PageType, ...] = (
    agencies.render,
    check_page.render,
    trainings.render,
    sanctions.render,
    provisions.render,
    regions.render,
    fraud_patterns.render,
    procedures.render,
    destinations.render,
    reference.render,
    outreach.render,
    contacts.render,
    statistics.render,
    offer.render,
    tools.render,
    data_pages.render,
    messages.render,
    coverage.render,
)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return the pages of every type; ValueError when two types claim one path."""
    pages: dict[str, str] = {}
    for page_type in PAGE_TYPES:
        made = page_type(catalogue)
        twice = sorted(pages.keys() & made.keys())
        if twice:
            raise ValueError(f"two page types write {', '.join(twice)}")
        pages.update(made)
    return pages

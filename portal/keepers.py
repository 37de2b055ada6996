"""Who keeps a page. In: the table `pages` and an address; out: its row, or that of a page above."""

from __future__ import annotations

from collections.abc import Iterable

from portal.model import Record


def keeper_of(pages: Iterable[Record], url: str) -> Record | None:
    """Return the row of the page itself, else of the nearest page above it; None without one.

    The front page keeps only itself.
    """
    above = [one for one in pages if one.id == url or (one.id != "/" and url.startswith(one.id))]
    return max(above, key=lambda one: len(one.id), default=None)

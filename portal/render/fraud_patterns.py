"""Pages on fraud. In: a catalogue; out: the list of patterns and one page per pattern."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import provisions_shown
from portal.render.page import Pages
from portal.render.urls import url_of


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/modus/` and `/modus/<id>/`."""
    pages = Pages(catalogue)
    patterns = catalogue["fraud_patterns"]
    pages.add(url_of("fraud_patterns"), "patterns", patterns=patterns)
    for one in patterns:
        evidence = sorted(one["evidence"], key=_day, reverse=True)
        known = provisions_shown(catalogue, one["provisions"])
        url = url_of("fraud_patterns", one.id)
        pages.add(url, "pattern", record=one, evidence=evidence, known=known)
    return pages.files


def _day(evidence: Record) -> str:
    return str(evidence["happened_on"] or "")

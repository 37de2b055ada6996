"""What a reader passes on of a page, and the picture beside its link. In: a catalogue; out: words.

Messages and previews are kept for months: they carry a name and a day, never a standing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from portal.catalogue import Catalogue
from portal.model import STAFF
from portal.text import long_date

# Pages that pass on a result of their own, or nothing.
SILENT: Final = frozenset({"check", "home", "offer", "offline", "staff", "tool"})
CARDS: Final = "assets/kartu/{name}.png"
GENERAL: Final = "general"
NOW: Final = "cek status hari ini"
Meta = Mapping[str, Any]


def passed(catalogue: Catalogue, number: str) -> Callable[[Meta, str, str], str]:
    """Return what writes a page's text to pass on, but for its address; "" for a silent page."""
    name, day = catalogue.instance["name"], long_date(catalogue.today)
    foot = [f"Menurut data {name} pada {day}."] + ([f"Ragu? Telepon {number}."] if number else [])

    def text(meta: Meta, title: str, url: str) -> str:
        kind = meta.get("kind", "")
        if kind in SILENT or url.startswith(STAFF):
            return ""
        shown = str(meta.get("title") or title)
        head = [f"{shown}: {NOW}"] if kind == "agency" else [shown, meta.get("description", "")]
        return "\n".join(line for line in (*head, *foot) if line)

    return text


def cards(catalogue: Catalogue) -> Mapping[str, Mapping[str, str]]:
    """Return the pictures by the name of a kind of page or a section: words, path, what is seen."""
    listed = catalogue.find("vocabulary", "share_cards")
    day = long_date(catalogue.today)
    return {
        one["id"]: {
            "title": one["label"],
            "action": one["description"],
            "path": CARDS.format(name=one["id"]),
            "alt": f"{catalogue.instance['name']}: {one['label']}. {one['description']}. {day}.",
        }
        for one in (listed["values"] if listed else ())
    }


def card(catalogue: Catalogue) -> Callable[[str, str], Mapping[str, str]]:
    """Return what finds a page's picture by its kind, else by the first part of its address."""
    known = cards(catalogue)
    general = known.get(GENERAL, {})

    def found(kind: str, url: str) -> Mapping[str, str]:
        return known.get(kind) or known.get(url.partition("/")[0]) or general

    return found

"""The search indexes as files. In: a catalogue and readable pages; out: {path: text}.

What the browser needs first is smallest: the agencies. Everything else is a file of its own, loaded
when it is wanted: numbers only for a query with digits, running text after the names.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import rjsmin

from portal.catalogue import Catalogue
from portal.render.words import short_rows
from portal.search.constants import for_browser
from portal.search.entries import agencies, others
from portal.search.names import Entry
from portal.search.prose import Prose, Readable, documents
from portal.search.situations import situations_file
from portal.text import compact_json

LUNR = "mkdocs/contrib/search/templates/search/lunr.js"
BETWEEN = "|"  # between the names of one entry; entries stand on lines of their own


def render(catalogue: Catalogue, pages: Iterable[Readable]) -> dict[str, str]:
    """Return every file under `cari/`."""
    firms, rest = agencies(catalogue), others(catalogue)
    rows = [short_rows(catalogue, catalogue.get("agencies", one.id)) for one in firms]
    found = {
        "cari/nama.json": names_file(firms, rows) | situations_file(catalogue),
        "cari/lain.json": others_file(rest),
        "cari/nomor.json": numbers_file([*firms, *rest]),
        "cari/isi.json": prose_file(pages),
    }
    return {"cari/lunr.js": lunr_script()} | {
        path: compact_json(data) for path, data in found.items()
    }


def names_file(firms: Sequence[Entry], rows: Sequence[list[list[str]]]) -> dict[str, Any]:
    """Return the rules and the agencies; `rows` are the standings of each, from today on."""
    timelines = sorted({json.dumps(row) for row in rows})
    place = {timeline: at for at, timeline in enumerate(timelines)}
    return {
        "rules": for_browser(),
        "names": _names(firms),
        "ids": {str(at): one.id for at, one in enumerate(firms) if one.id != slug(one.title)},
        "former": {str(at): one.former for at, one in enumerate(firms) if one.former},
        **_places(firms),
        **_seats(firms),
        "timelines": [json.loads(timeline) for timeline in timelines],
        "standings": [place[json.dumps(row)] for row in rows],
    }


def others_file(rest: Sequence[Entry]) -> dict[str, Any]:
    """Return training providers, offices and regions."""
    return {
        "kinds": [one.kind for one in rest],
        "ids": [one.id for one in rest],
        "titles": [one.title if one.title != one.names[0] else "" for one in rest],
        "urls": [one.url for one in rest],
        "names": _names(rest),
        **_places(rest),
    }


def numbers_file(entries: Sequence[Entry]) -> dict[str, list[int]]:
    """Return {digits: places of the entries}, agencies first, the rest counted on from them."""
    found: dict[str, list[int]] = {}
    for at, one in enumerate(entries):
        for number in one.numbers:
            found.setdefault(number, []).append(at)
    return dict(sorted(found.items()))


def prose_file(pages: Iterable[Readable]) -> dict[str, Any]:
    """Return the addresses and titles of the documents, and how often they hold which word."""
    found = documents(pages)
    shown = [[one.url, one.title] for one in found]
    return {"documents": shown, **(Prose(found).packed() if found else {})}


def slug(title: str) -> str:
    """Return the id that most agencies have: their name without PT, with hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-").removeprefix("pt-")


@lru_cache(maxsize=1)
def lunr_script() -> str:
    """Return lunr.js as the installed MkDocs ships it, small, with its licence."""
    source = Path(str(distribution("mkdocs").locate_file(LUNR))).read_text(encoding="utf-8")
    licence = source[: source.index("*/") + 2].replace("/**", "/*!", 1)
    return f"{licence}\n{rjsmin.jsmin(source)}"


def _names(entries: Iterable[Entry]) -> str:
    return "\n".join(
        BETWEEN.join(re.sub(r"[|\s]+", " ", name) for name in one.names) for one in entries
    )


def _places(entries: Sequence[Entry]) -> dict[str, Any]:
    """Return the places once, and for each entry their numbers in that list."""
    known = sorted({place for one in entries for place in one.places})
    at = {place: number for number, place in enumerate(known)}
    lines = (" ".join(str(at[place]) for place in one.places) for one in entries)
    return {"places": known, "at": "\n".join(lines)}


def _seats(firms: Sequence[Entry]) -> dict[str, Any]:
    """Return the words before the first places once, and for each firm which of them."""
    known = sorted({one.seat for one in firms})
    return {"seats": known, "sits": [known.index(one.seat) for one in firms]}

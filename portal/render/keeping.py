"""Who keeps each page and until when it is fresh. In: a catalogue; out: front matter, a sentence.

Without a row for a page nothing is said of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from portal.catalogue import Catalogue
from portal.keepers import keeper_of
from portal.model import Record
from portal.text import long_date


@dataclass(frozen=True)
class Kept:
    """The rows of `pages`, what each page answers of PP 59/2021, and the day of the build."""

    pages: tuple[Record, ...]
    letters: Mapping[str, tuple[str, ...]]
    owners: Mapping[str, str]
    today: date


def kept(catalogue: Catalogue) -> Kept:
    """Return what the catalogue knows of the keeping of pages."""
    letters: dict[str, tuple[str, ...]] = {}
    for need in catalogue["needs"]:
        for url in need["pages"] if need["kind"] == "topic" else ():
            letters[url] = (*letters.get(url, ()), need["letter"])
    names = {one["owner"] for one in catalogue["pages"]}
    owners = {one: catalogue.label("owners", one) for one in sorted(names)}
    return Kept(catalogue["pages"], letters, owners, catalogue.today)


def front(known: Kept, url: str) -> str:
    """Return the lines that a generated page's front matter carries about its keeping."""
    keeper = keeper_of(known.pages, url)
    if keeper is None:
        return ""
    letters = ", ".join(sorted(known.letters.get(url, ())))
    answers = f"pp59: [{letters}]\n" if letters else ""
    return f"{answers}owner: {keeper['owner']}\nreview_by: {keeper['review_by']}\n"


def sentence(known: Kept, url: str) -> str:
    """Return who keeps a page and when it is reviewed again, "" when nobody is named."""
    keeper = keeper_of(known.pages, url)
    if keeper is None:
        return ""
    who, day = known.owners[keeper["owner"]], long_date(keeper["review_by"])
    if keeper["review_by"] < known.today:
        return f"Seharusnya ditinjau sebelum {day}. Tanyakan keadaan terbaru sebelum memutuskan."
    return f"Dijaga oleh {who.lower()}. Ditinjau lagi sebelum {day}."

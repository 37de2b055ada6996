"""What the pocket book says. In: the catalogue and a region; out: plain texts for the templates.

Every number, date, article and telephone number is turned into words here, from data; the
templates under templates/print/ only add headings, fixed advice and looks.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from portal.catalogue import Catalogue
from portal.render import print_law, print_people, print_route
from portal.render.lookups import actions
from portal.render.print_pdf import qr_svg
from portal.render.words import check_after
from portal.standing import PROOF_DAYS
from portal.text import long_date

Part = Mapping[str, Any]
# Abbreviations in the fixed advice of templates/print/.
ADVICE = frozenset({"BP3MI", "Disnaker", "P3MI", "SIP2MI", "SIP3MI"})
# Living pages that prints lead to.
PAGES: Mapping[str, str] = {
    "home": "",
    "check": "cek/",
    "route": "prosedur/",
    "documents": "dokumen/",
    "costs": "biaya/",
    "fraud": "modus/",
    "sanctions": "sanksi/",
    "rights": "hak/",
    "agencies": "p3mi/",
    "help": "bantuan/",
    "village": "desa/",
    "sources": "data/sumber/",
    "terms": "istilah/",
}
LINKED = tuple(
    "home check route documents costs fraud sanctions rights agencies help sources terms".split()
)


def content(catalogue: Catalogue, region: str = "") -> Part:
    """Return the whole book as nested texts; `region` adds the offices of one district."""
    texts = {
        **edition(catalogue, region),
        "route": print_route.route(catalogue),
        "documents": print_route.documents(catalogue),
        "costs": print_route.costs(catalogue),
        **print_route.dangers(catalogue),
        "penalties": print_law.penalties(catalogue),
        "measures": print_law.measures(catalogue),
        "wording": print_law.wording(catalogue),
        "rights": print_law.rights(catalogue),
        "regulations": print_law.regulations(catalogue),
        "agencies": print_people.barred(catalogue),
        "contacts": print_people.contacts(catalogue, region),
        "sources": _source_count(catalogue),
        **advice(catalogue),
    }
    return {
        **texts,
        "links": links(catalogue, LINKED),
        "terms": terms(catalogue, words(texts)),
    }


def advice(catalogue: Catalogue) -> Part:
    """Return the sentences that site and print share, from data/actions.yaml."""
    keys = ("text", "detail", "say", "match")
    return {
        "locks": [{key: one[key] for key in keys} for one in actions(catalogue, "locks")],
        "until_clear": [one["text"] for one in actions(catalogue, "until_clear")],
    }


def words(value: Any) -> set[str]:
    """Return every word in a nested value, but for those explained on the spot: `JKK (...)`."""
    if isinstance(value, str):
        return set(re.findall(r"\b\w+\b(?! \()", value))
    inner = value.values() if isinstance(value, Mapping) else value
    return set().union(*map(words, inner)) if isinstance(inner, Iterable) else set()


def edition(catalogue: Catalogue, region: str) -> Part:
    """Return whose print this is, its day, and until when it may be trusted."""
    instance, today = catalogue.instance, catalogue.today
    place = catalogue.find("regions", region)
    return {
        "name": instance["name"],
        "edition": instance["edition"],
        "place": place["name"] if place else "",
        "operator": instance["operator"],
        "own": print_people.contact(instance, instance["operator"] or instance["name"]),
        "built": long_date(today),
        "date": [today.year, today.month, today.day],
        "check_after": long_date(check_after(today)),
        "days": PROOF_DAYS,
    }


def links(catalogue: Catalogue, names: Iterable[str]) -> Part:
    """Return the living pages of these names."""
    return {name: link(catalogue, PAGES[name]) for name in names}


def link(catalogue: Catalogue, path: str) -> Part:
    """Return the living page at `path`: address, the same for reading aloud, QR code."""
    url = f"{catalogue.instance['site_url'].rstrip('/')}/{path}"
    short = url.partition("://")[2].removesuffix("/" if not path else "")
    return {"url": url, "short": short, "qr": qr_svg(url)}


def terms(catalogue: Catalogue, used: set[str]) -> list[Part]:
    """Return the abbreviations among the words `used`, each with its long form and its meaning."""
    known = (one for one in catalogue["glossary"] if one["long_form"] and not one["obsolete"])
    wanted = (one for one in known if words(one["term"]) <= used | ADVICE)
    found = sorted(wanted, key=lambda one: str(one["term"]).casefold())
    keys = {"term": "term", "long": "long_form", "text": "meaning"}
    return [{name: one[key] for name, key in keys.items()} for one in found]


def _source_count(catalogue: Catalogue) -> Part:
    kinds: Iterable[str] = dict.fromkeys(one["kind"] for one in catalogue["sources"])
    counted = [
        [catalogue.label("source_kinds", kind), _times(catalogue, kind)] for kind in sorted(kinds)
    ]
    return {"total": len(catalogue["sources"]), "kinds": counted}


def _times(catalogue: Catalogue, kind: str) -> int:
    return sum(one["kind"] == kind for one in catalogue["sources"])

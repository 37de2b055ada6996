"""Pages on agencies. In: a catalogue; out: the list, one page per agency, redirects of old ids."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.answers import advice_for
from portal.render.environment import environment
from portal.render.known import known
from portal.render.page import Pages
from portal.render.urls import url_of
from portal.standing import Span, Word, first_day_of

LEGAL_FORM = re.compile(r"^PT(\.|\b)\s*")
# The order in which the list explains the words: from the worst to the best.
STANDINGS: tuple[Word, ...] = ("revoked", "suspended", "recheck", "unproven", "licensed")
# What helps those who paid or already work abroad: the firm's deposit, and what it still owes.
DEPOSIT = ("permenp2mi31-2025-p23-1", "permenp2mi31-2025-p23-2", "uu18-2017-p55-1")
OWED: Mapping[Word, tuple[str, ...]] = {
    "revoked": ("uu18-2017-p58-2", *DEPOSIT),
    "suspended": ("uu18-2017-p52-1c", *DEPOSIT),
    "recheck": ("uu18-2017-p52-1c", *DEPOSIT),  # what a suspension turns into
}
# How long a licence lasts: why an old one proves nothing.
LICENCE_TERM = ("permenp2mi1-2025-masa-izin",)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `p3mi/index.md`, `p3mi/<id>/index.md` and a redirect for every former id."""
    pages = Pages(catalogue)
    listed = by_letter(catalogue)
    pages.add(
        url_of("agencies"), "agencies", letters=listed, standings=STANDINGS, known=known(catalogue)
    )
    for agency in catalogue["agencies"]:
        pages.add(
            url_of("agencies", agency.id), "agency", agency=agency, **_facts(catalogue, agency)
        )
    return pages.files | _redirects(catalogue)


def _facts(catalogue: Catalogue, agency: Record) -> dict[str, object]:
    """Return what the page of one agency shows beside the record itself."""
    span = catalogue.standing(agency)
    return {
        "evidence": None if span.standing.at is None else agency["events"][span.standing.at],
        "advised": advised(catalogue.timeline(agency)),
        "locks": catalogue.locks(agency),
        "owed": OWED,
        "licence_term": LICENCE_TERM,
        "events": newest_first(agency),
        "misused": [one for one in agency["events"] if one["kind"] == "name_misused"],
    }


def advised(spans: Sequence[Span]) -> list[tuple[Word, Word]]:
    """Return `[(standing, whose advice)]` for every standing to come, the gravest first.

    The page holds one advice a standing: of two for the same one, that of a revoked firm.
    """
    pairs = {(one.standing.word, advice_for(one.standing)) for one in spans}
    chosen = dict(sorted(pairs, key=lambda pair: pair[1] == "revoked"))
    return [(word, chosen[word]) for word in STANDINGS if word in chosen]


def newest_first(agency: Record) -> list[Record]:
    """Return the agency's events, the newest first, those without any date last."""
    return sorted(agency["events"], key=first_day_of, reverse=True)


def _redirects(catalogue: Catalogue) -> dict[str, str]:
    """Return a small page at every address that an agency had before."""
    template = environment(catalogue).get_template("frame/redirect.html.j2")
    return {
        f"{url_of('agencies', old).lstrip('/')}index.html": template.render(record=agency)
        for agency in catalogue["agencies"]
        for old in agency["former_ids"]
    }


def by_letter(catalogue: Catalogue) -> list[tuple[str, list[Record]]]:
    """Return the agencies under the first letter of their name without PT, both sorted."""
    found = sorted(catalogue["agencies"], key=bare_name)
    return [
        (letter, list(group)) for letter, group in groupby(found, lambda one: bare_name(one)[0])
    ]


def bare_name(agency: Record) -> str:
    """Return the name by which people look an agency up: upper case, without PT."""
    name = str(agency["name"]).upper()
    return LEGAL_FORM.sub("", name, count=1) or name

"""Pages on what the law says. In: a catalogue; out: prohibitions, rights and duties, regulations.

A provision that nobody could verify is not shown as a fact; the pages say how many there are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import IN_FORCE, RIGHTS_PAGE, home_of, shown
from portal.render.page import Pages

WORKER = ("Pekerja Migran", "Calon P", "PMI")
VICTIM = ("Korban", "Pelapor")
DIGITS = re.compile(r"(\d+)")
Groups = Sequence[tuple[str, Sequence[Record]]]


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/larangan/`, `/hak/`, `/peraturan/` and one page per regulation."""
    pages = Pages(catalogue)
    known = [one for one in catalogue["provisions"] if shown(catalogue, one)]
    pages.add("/larangan/", "prohibitions", prohibitions=_of(known, "prohibition"))
    states = {one.id: one["state"] for one in catalogue["regulations"]}
    left_out = unread(catalogue["provisions"], known)
    pages.add("/hak/", "rights", left_out=left_out, **rights(known, states))
    pages.add("/peraturan/", "regulations", **register(catalogue))
    for one in catalogue["regulations"]:
        pages.add(f"/peraturan/{one.id}/", "regulation", **regulation_facts(catalogue, one, known))
    return pages.files


def rights(
    known: Sequence[Record], states: Mapping[str, str]
) -> Mapping[str, Sequence[Record] | Groups]:
    """Return the provisions of the rights page by section; duties of others under their name.

    `states` gives the state of each regulation: rights of a rule that may no longer hold stand
    apart as `doubtful`, those of victims and reporters of trafficking as `victims`.
    """
    all_rights = _of(known, "right")
    doubtful = [one for one in all_rights if states[one["regulation"]] not in IN_FORCE]
    victims = [one for one in all_rights if str(one["subject"]).startswith(VICTIM)]
    duties, requirements = _of(known, "duty"), _of(known, "requirement")
    others = [one for one in (*duties, *requirements) if not about_worker(one)]
    return {
        "rights": [one for one in all_rights if one not in (*doubtful, *victims)],
        "victims": victims,
        "doubtful": doubtful,
        "family": _of(known, "family_right"),
        "duties": [one for one in duties if about_worker(one)],
        "requirements": [one for one in requirements if about_worker(one)],
        "others": by_subject(others),
    }


def unread(every: Iterable[Record], known: Sequence[Record]) -> list[Record]:
    """Return the worker's own rights and duties that are not shown, as nobody could verify them."""
    own = (one for one in every if one["kind"] in RIGHTS_PAGE and about_worker(one))
    return [one for one in own if one not in known and one["verification"] == "unverified"]


def about_worker(provision: Record) -> bool:
    """Whether a duty or requirement is the migrant worker's own."""
    return str(provision["subject"]).startswith(WORKER)


def by_subject(provisions: Iterable[Record]) -> Groups:
    """Return provisions under the name of whom they bind, in the order of the file."""
    found: dict[str, list[Record]] = {}
    for one in provisions:
        found.setdefault(one["subject"] or "Umum", []).append(one)
    return sorted(found.items())


@dataclass(frozen=True)
class Change:
    """What one regulation did to others."""

    record: Record
    amends: Sequence[Record]
    replaces: Sequence[Record]


def register(catalogue: Catalogue) -> Mapping[str, object]:
    """Return what the page of all regulations shows, amended laws first.

    The law itself is an amended one: whoever looks for it should not scroll past twenty others.
    """
    groups = catalogue.grouped("regulations", "state", "regulation_states")
    return {
        "groups": sorted(groups, key=lambda group: group[0] != "amended"),
        "history": history(catalogue),
        "successors": {one.id: replaced_by(catalogue, one) for one in catalogue["regulations"]},
    }


def history(catalogue: Catalogue) -> Sequence[Change]:
    """Return what each regulation changed or replaced, the newest first; without a date, last."""
    found = []
    dated = sorted(catalogue["regulations"], key=lambda one: one["from"] or date.min, reverse=True)
    for one in dated:
        amends = [each for each in catalogue["regulations"] if one.id in each["amended_by"]]
        replaces = [catalogue.get("regulations", each) for each in one["replaces"]]
        if amends or replaces:
            found.append(Change(one, amends, replaces))
    return found


def regulation_facts(
    catalogue: Catalogue, regulation: Record, known: Iterable[Record]
) -> Mapping[str, object]:
    """Return what the page of one regulation shows: its provisions, and what replaced it."""
    here = f"/peraturan/{regulation.id}/"
    own = sorted((one for one in known if one["regulation"] == regulation.id), key=article_key)
    hidden = [one for one in catalogue["provisions"] if one["regulation"] == regulation.id]
    return {
        "record": regulation,
        "explained_here": [one for one in own if home_of(one) == here],
        "elsewhere": [one for one in own if home_of(one) != here],
        "left_out": len(hidden) - len(own),
        "replaced_by": replaced_by(catalogue, regulation),
    }


def replaced_by(catalogue: Catalogue, regulation: Record) -> Sequence[Record]:
    """Return what replaced a regulation."""
    return [one for one in catalogue["regulations"] if regulation.id in one["replaces"]]


def article_key(provision: Record) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts Pasal 9 before Pasal 10, and 30 ayat (1) before 30 ayat (2)."""
    words = DIGITS.split(f"{provision['article']} {provision['paragraph']} {provision.id}")
    return tuple((int(one), "") if one.isdigit() else (-1, one) for one in words)


def _of(provisions: Iterable[Record], kind: str) -> list[Record]:
    return [one for one in provisions if one["kind"] == kind]

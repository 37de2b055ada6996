"""The law in the pocket book: penalties by conduct, measures, rights. In: catalogue; out: texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import IN_FORCE, RIGHTS, shown, threat
from portal.render.sanctions import versions
from portal.text import capitalize_first, long_date, lower_first

Part = Mapping[str, Any]


def penalties(catalogue: Catalogue) -> list[Part]:
    """Return every conduct under its punishment of today, with the punishment before that."""
    found = [
        ((one["kind"], *_penalty(catalogue, one, now)), one)
        for one, now in _with_version(catalogue)
        if one["kind"] != "administrative"
    ]
    kinds = list(dict.fromkeys(key[0] for key, _ in found))
    return [
        {
            "kind": catalogue.label("sanction_kinds", kind),
            "groups": [
                {**dict(key[1:]), "conducts": [_conduct(catalogue, one) for one in group]}
                for key, group in gathered(found)
                if key[0] == kind
            ],
        }
        for kind in kinds
    ]


def measures(catalogue: Catalogue) -> list[Part]:
    """Return the conducts that cost a company its business, under what may happen to it."""
    found = [
        (now["measures"], one)
        for one, now in _with_version(catalogue)
        if one["kind"] == "administrative"
    ]
    return [
        {"measures": list(names), "conducts": [_conduct(catalogue, one) for one in group]}
        for names, group in gathered(found)
    ]


def gathered(pairs: Iterable[tuple[Any, Any]]) -> list[tuple[Any, list[Any]]]:
    """Return the second halves under their first halves, in the order of first appearance."""
    groups: dict[Any, list[Any]] = {}
    for key, one in pairs:
        groups.setdefault(key, []).append(one)
    return list(groups.items())


def _with_version(catalogue: Catalogue) -> list[tuple[Record, Record]]:
    """Return the sanctions in force with their wording of today; what is unverified is left out."""
    found = [(one, versions(one, catalogue.today).now) for one in catalogue["sanctions"]]
    return [(one, now) for one, now in found if now and now["verification"] != "unverified"]


def _penalty(catalogue: Catalogue, one: Record, now: Record) -> tuple[tuple[str, str], ...]:
    earlier = versions(one, catalogue.today).earlier
    before = earlier[0] if earlier else None
    return (
        ("law", law(catalogue, one)),
        ("punishment", punishment(catalogue, now)),
        ("since", since(now)),
        ("certainty", catalogue.label("verifications", now["verification"])),
        ("old", lower_first(punishment(catalogue, before)) if before else ""),
        ("old_until", long_date(before["until"]) if before else ""),
    )


def since(version: Record) -> str:
    """Return the first day of a version, or the latest it can be where the day is unknown."""
    latest = "paling lambat " if version["from_known"] is False else ""
    return f"{latest}{long_date(version['from'])}"


def _conduct(catalogue: Catalogue, one: Record) -> Part:
    texts = {key: one[key] for key in ("title", "conduct")}
    return {**texts, "article": f"Pasal {one['article']}", "law": law(catalogue, one)}


def law(catalogue: Catalogue, one: Record) -> str:
    """Return the short name of the regulation in which a sanction or a provision stands."""
    regulation = catalogue.find("regulations", one["regulation"])
    return str(regulation["short"]) if regulation else "peraturan belum diketahui"


def punishment(catalogue: Catalogue, version: Record) -> str:
    """Return one version's punishment in words, with the very connector of the law."""
    words = " ".join(part for part in threat(catalogue, version) if part)
    return capitalize_first(words or ", ".join(version["measures"]) or "belum diketahui")


def wording(catalogue: Catalogue) -> list[list[str]]:
    """Return what the law's dan, atau and dan/atau mean, and how sure its wordings are."""
    joints = catalogue.find("vocabulary", "connectors")
    doubts = {now["verification"] for _, now in _with_version(catalogue)} - {"verified"}
    lines = [[one["label"], one["description"]] for one in (joints["values"] if joints else ())]
    return lines + [
        [catalogue.label("verifications", one), catalogue.meaning("verifications", one)]
        for one in sorted(doubts)
    ]


def rights(catalogue: Catalogue) -> list[Part]:
    """Return the rights in force, in plain words, under whose they are and by which article."""
    found = [one for one in catalogue["provisions"] if _is_right(catalogue, one)]
    pairs = [((one["subject"], _whole(catalogue, one)), one) for one in found]
    return [
        {"whose": whose, "article": by, "items": [one["plain"] or one["text"] for one in group]}
        for (whose, by), group in gathered(pairs)
    ]


def _whole(catalogue: Catalogue, one: Record) -> str:
    """Return `Pasal 6 UU 18/2017`, without the paragraph: an article's letters stay together."""
    place = f"Pasal {one['article']} " if one["article"] else ""
    return place + law(catalogue, one)


def _is_right(catalogue: Catalogue, one: Record) -> bool:
    regulation = catalogue.find("regulations", one["regulation"])
    applies = regulation is None or regulation["state"] in IN_FORCE
    return one["kind"] in RIGHTS and applies and shown(catalogue, one)


def regulations(catalogue: Catalogue) -> list[str]:
    """Return the titles of the regulations that the book leans on."""
    pairs = _with_version(catalogue)
    rules = [one for one in catalogue["provisions"] if _is_right(catalogue, one)]
    used = {one["regulation"] for pair in pairs for one in pair}
    used |= {one["regulation"] for one in rules}
    return [one["title"] for one in catalogue["regulations"] if one.id in used]

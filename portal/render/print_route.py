"""The way and its dangers, for the pocket book. In: a catalogue; out: texts for the templates."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.print_law import gathered
from portal.text import and_list, long_date, lower_first, rupiah

Part = Mapping[str, Any]
MAX_STEPS = 9
SENTENCE = re.compile(r"(?<=\.) (?=[A-Z])")


def route(catalogue: Catalogue) -> Part:
    """Return the steps of the ordinary way, through a P3MI."""
    found = _ordinary(catalogue)
    if found is None:
        return {"summary": "", "requirements": [], "steps": [], "gaps": [], "as_of": ""}
    return {
        "summary": found["summary"],
        "requirements": list(found["requirements"]),
        "steps": [_step(one) for one in found["steps"][:MAX_STEPS]],
        "gaps": [*found["conflicts"], *found["gaps"]],
        "as_of": long_date(found["as_of"]),
    }


def _ordinary(catalogue: Catalogue) -> Record | None:
    return next((one for one in catalogue["procedures"] if one["scheme"] == "p3mi"), None)


def _step(step: Record) -> Part:
    lines = (("Siapa", "who"), ("Di mana", "where"), ("Biaya", "cost"), ("Lama", "duration"))
    facts = [[label, step[name]] for label, name in lines if step[name]]
    return {"title": step["title"], "text": step["text"], "facts": facts}


def documents(catalogue: Catalogue) -> Part:
    """Return the documents the law demands, and the others of the ordinary way."""
    route = _ordinary(catalogue)
    asked = route["documents"] if route is not None else ()
    must = [one for one in catalogue["documents"] if one["statutory"]]
    others = [one for one in catalogue["documents"] if not one["statutory"] and one.id in asked]
    return {"statutory": [*map(_document, must)], "others": [*map(_document, others)]}


def _document(one: Record) -> Part:
    lines = (("Dari", "issuer"), ("Biaya", "cost"), ("Berlaku", "validity"))
    facts = [[label, one[name]] for label, name in lines if one[name]]
    return {"name": one["name"], "facts": facts, "note": one["note"]}


def costs(catalogue: Catalogue) -> list[Part]:
    """Return the costs under who pays and by which rule."""
    keys = ("payer", "state", "rule", "proof")
    groups = gathered((tuple((key, one[key]) for key in keys), one) for one in present(catalogue))
    return [_cost(catalogue, dict(key), group) for key, group in groups]


def present(catalogue: Catalogue) -> list[Record]:
    """Return the costs to print: what is history is left out."""
    return [one for one in catalogue["costs"] if one["state"] != "historic"]


def doubt(catalogue: Catalogue, state: str) -> Mapping[str, str]:
    """Return the state of a rule on costs and why; nothing of one that is simply in force."""
    told = "" if state == "in_force" else state
    label, why = catalogue.label("cost_states", told), catalogue.meaning("cost_states", told)
    return {"state": label, "why": why}


def _cost(catalogue: Catalogue, shared: Mapping[str, str], group: Sequence[Record]) -> Part:
    return {
        **shared,
        **doubt(catalogue, shared["state"]),
        "items": [{"name": one["component"], "amount": amount(one)} for one in group],
        "notes": _notes(group),
    }


def _notes(group: Sequence[Record]) -> list[str]:
    """Return each sentence of the notes once; what holds for some of the costs names them."""
    pairs = [(text, one) for one in group for text in SENTENCE.split(one["note"]) if text]
    return [
        text if len(some) == len(group) else f"{named(some)}: {text}"
        for text, some in gathered(pairs)
    ]


def named(costs: Sequence[Record]) -> str:
    """Return the names of costs as one list within a sentence."""
    names = [str(one["component"]) for one in costs]
    return and_list([*names[:1], *map(lower_first, names[1:])])


def amount(one: Record) -> str:
    """Return what a cost amounts to, in words; "" where nobody knows."""
    money = "" if one["amount_rp"] is None else rupiah(one["amount_rp"])
    return ". ".join(part for part in (money, one["amount_note"]) if part)


def dangers(catalogue: Catalogue) -> Part:
    """Return the signs of fraud; what is advised against most of them is said once, as `always`."""
    found = catalogue["fraud_patterns"]
    counted = Counter(action for one in found for action in one["actions"])
    always = [action for action, times in counted.items() if 2 * times > len(found) > 1]
    return {"always": always, "dangers": [_danger(one, always) for one in found]}


def _danger(one: Record, always: Sequence[str]) -> Part:
    texts = {key: one[key] for key in ("title", "how", "risk")}
    own = [action for action in one["actions"] if action not in always]
    return {**texts, "signs": list(one["signs"]), "actions": own}

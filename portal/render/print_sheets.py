"""What posters, brochure and village briefing say. In: a catalogue and a region; out: plain texts.

Everything stands in data/: the sentences on what to do in actions.yaml, like those of the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import lookups, print_people, print_route
from portal.render.print_book import advice, edition, link, links, terms, words
from portal.render.print_law import gathered
from portal.render.print_people import contact

Part = Mapping[str, Any]
HOME = ("indonesia", "anywhere")
MOST_CALLS = 3
LINKED = tuple("home check route documents costs fraud help village".split())


def poster(catalogue: Catalogue, region: str = "") -> Part:
    """Return what the poster says: three locks, what not to do, whom to call, until when."""
    return {**_frame(catalogue, region), **advice(catalogue)}


def brochure(catalogue: Catalogue, region: str = "") -> Part:
    """Return what the folded brochure says: the way, documents, costs, dangers, numbers."""
    costs = _costs(catalogue)
    said = {
        **_frame(catalogue, region),
        **advice(catalogue),
        "steps": _steps(catalogue),
        "documents": _documents(catalogue),
        "costs": costs,
        "doubts": sorted({(one["state"], one["why"]) for one in costs if one["state"]}),
        "dangers": [_danger(one) for one in catalogue["fraud_patterns"]],
    }
    return {**said, "terms": terms(catalogue, words(said))}


def _steps(catalogue: Catalogue) -> list[Part]:
    steps = print_route.route(catalogue)["steps"]
    return [{key: one[key] for key in ("title", "text")} for one in steps]


def _documents(catalogue: Catalogue) -> Part:
    found = print_route.documents(catalogue)
    return {
        name: [{"name": one["name"], "issuer": dict(one["facts"]).get("Dari", "")} for one in group]
        for name, group in found.items()
    }


def _danger(one: Record) -> Part:
    """Return a kind of fraud with the first sign that says more than its title."""
    signs = (sign for sign in one["signs"] if sign != one["title"])
    return {"title": one["title"], "sign": next(signs, "")}


def _costs(catalogue: Catalogue) -> list[Part]:
    """Return the costs under who pays and how sure that is; what is history is left out."""
    pairs = (((one["payer"], one["state"]), one) for one in print_route.present(catalogue))
    return [_cost(catalogue, payer, state, group) for (payer, state), group in gathered(pairs)]


def _cost(catalogue: Catalogue, payer: str, state: str, group: Sequence[Record]) -> Part:
    """Return a group of costs: what has an amount in a list, the rest as one sentence."""
    amounts = [(one, print_route.amount(one).partition(". ")[0]) for one in group]
    together = print_route.named([one for one, amount in amounts if not amount])
    items = [{"name": one["component"], "amount": amount} for one, amount in amounts if amount]
    return {
        "payer": payer,
        **print_route.doubt(catalogue, state),
        "together": f"{together}." if together else "",
        "items": items,
    }


def briefing(catalogue: Catalogue, region: str = "") -> Part:
    """Return the village's one page: five tasks, tasks by law, the ladder, numbers."""
    said = {
        **_frame(catalogue, region),
        **advice(catalogue),
        "tasks": [_task(catalogue, one) for one in lookups.actions(catalogue, "village")],
        "law": law(catalogue),
        "ladder": ladder(catalogue, region),
    }
    return {**said, "terms": terms(catalogue, words(said))}


def _frame(catalogue: Catalogue, region: str) -> Part:
    """Return what every sheet carries: edition, dates, addresses, whom to call."""
    return {
        **edition(catalogue, region),
        "links": links(catalogue, LINKED),
        "calls": calls(catalogue),
    }


def calls(catalogue: Catalogue) -> list[Part]:
    """Return the few numbers of a sheet: who runs this copy, then hotlines sure to answer."""
    instance = catalogue.instance
    own = contact(instance, instance["operator"] or instance["name"])
    sure = [one for one in lookups.hotlines(catalogue, *HOME) if one["state"] == "current"]
    found = [own, *(contact(one, one["name"]) for one in sure)]
    return [one for one in found if one["numbers"]][:MOST_CALLS]


def _task(catalogue: Catalogue, one: Record) -> Part:
    place = link(catalogue, one["page"].lstrip("/")) if one["page"] else None
    return {"text": one["text"], "detail": one["detail"], "place": place}


# The provisions on the tasks of the village: found by whose they are, not by their ids.
VILLAGE = "Pemerintah Desa"
LAW = ("uu-18-2017", "42")


def law(catalogue: Catalogue) -> Part:
    """Return the tasks of the village by law, in plain words, and the article."""
    found = [one for one in catalogue["provisions"] if _is_task(catalogue, one)]
    regulation = catalogue.find("regulations", LAW[0])
    short = str(regulation["short"]) if regulation else ""
    return {
        "article": f"Pasal {LAW[1]} {short}".strip(),
        "items": [one["plain"] or one["text"] for one in found],
    }


def _is_task(catalogue: Catalogue, one: Record) -> bool:
    place = (one["regulation"], one["article"])
    return place == LAW and one["subject"] == VILLAGE and lookups.shown(catalogue, one)


def ladder(catalogue: Catalogue, region: str = "") -> list[Part]:
    """Return whom to call first, next and last, each with the numbers known here."""
    return [
        {
            "text": one["text"],
            "detail": one["detail"],
            "offices": [_doubted(catalogue, office) for office in _rung(catalogue, one, region)],
        }
        for one in lookups.actions(catalogue, "escalation")
    ]


def _doubted(catalogue: Catalogue, one: Record) -> Part:
    """Return an office; its state only where it is not sure to answer."""
    state = "" if one["state"] == "current" else catalogue.label("office_states", one["state"])
    return {**print_people.office(catalogue, one), "state": state}


def _rung(catalogue: Catalogue, action: Record, region: str) -> Iterable[Record]:
    """Return the offices of a rung: those of the region, else those for the whole country."""
    kind = action["kind"]
    if not kind:
        return []
    near = [one for one in print_people.near(catalogue, region) if one["kind"] == kind]
    whole = [one for one in lookups.contacts(catalogue, (kind,), ()) if not one["region"]]
    known = [one for one in (*near, *whole) if lookups.has_number(one)]
    return known[:MOST_CALLS]

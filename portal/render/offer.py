"""Check an offer. In: a catalogue; out: `/cek/tawaran/`, with every sign weighed and ranked.

The rules of weighing stand here and nowhere else. assets/offer.js shows what was chosen in the
order of the ranks written below, under the headline of the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.lookups import shown
from portal.render.page import Pages
from portal.text import capitalize_first

URL = "/cek/tawaran/"
WEIGHTS = "offer_weights"
Key = tuple[str, str]
# The least that a work agreement must say: UU 18/2017 Pasal 15 ayat (2), one record a letter.
LAW, ARTICLE, PARAGRAPH = "uu-18-2017", "15", "ayat (2) "
CONTRACT = "Perjanjian kerja memuat "


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/cek/tawaran/`."""
    pages = Pages(catalogue)
    questions = catalogue["offer_questions"]
    facts = {
        "record": questions[0] if questions else None,
        "questions": questions,
        "weights": weights(catalogue),
        "ranks": ranks(catalogue),
        "contract": contract(catalogue),
    }
    pages.add(URL, "offer", **facts)
    return pages.files


def weights(catalogue: Catalogue) -> list[str]:
    """Return the weights that an answer may have, the heaviest first."""
    return [str(one["id"]) for one in catalogue.get("vocabulary", WEIGHTS)["values"]]


def ranks(catalogue: Catalogue) -> Mapping[Key, int]:
    """Return the place of every answer in a result: by weight, then as the questions are asked."""
    heaviest = weights(catalogue)
    every = list(_answers(catalogue["offer_questions"]))
    every.sort(key=lambda one: heaviest.index(one[1]["weight"]))
    return {key: place for place, (key, _) in enumerate(every)}


def headline(catalogue: Catalogue, chosen: Iterable[str]) -> str:
    """Return what heads a result with these weights: the words of the heaviest of them."""
    heaviest = weights(catalogue)
    found = min((heaviest.index(one) for one in chosen), default=len(heaviest) - 1)
    return catalogue.meaning(WEIGHTS, heaviest[found])


def contract(catalogue: Catalogue) -> Sequence[tuple[Record, str]]:
    """Return what a work agreement must say at least: the provision and its words in plain."""
    found = (one for one in catalogue["provisions"] if _of_contract(one) and shown(catalogue, one))
    return [(one, capitalize_first(str(one["plain"]).removeprefix(CONTRACT))) for one in found]


def _of_contract(one: Record) -> bool:
    place = (one["regulation"], one["article"]) == (LAW, ARTICLE)
    return place and str(one["paragraph"]).startswith(PARAGRAPH) and bool(one["plain"])


def _answers(questions: Iterable[Record]) -> Iterator[tuple[Key, Record]]:
    for question in questions:
        for answer in question["answers"]:
            yield (question.id, answer["id"]), answer

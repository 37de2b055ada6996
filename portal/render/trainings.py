"""Pages on trainings. In: a catalogue; out: the list by province and one page per training."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.near_trainings import STATES, state
from portal.render.page import Pages
from portal.render.urls import url_of
from portal.render.words import region_name

ONLINE = "Daring"
NOWHERE = "Tempat belum diketahui"
LAST = (ONLINE, NOWHERE)
YOUNG_UNTIL = 35


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/pelatihan/` and `/pelatihan/<id>/`."""
    pages = Pages(catalogue)
    titles = unique_titles(catalogue)
    asked = pages.environment.globals
    asked["is_young"] = for_the_young
    asked["place_of_training"] = lambda one: place(catalogue, one)
    pages.add(url_of("training"), "trainings", **halves(catalogue))
    for one in catalogue["training"]:
        pages.add(url_of("training", one.id), "training", record=one, title=titles[one.id])
    return pages.files


def halves(catalogue: Catalogue) -> dict[str, list[tuple[str, list[Record]]]]:
    """Return what can be asked for now, and what is past, each by province."""
    now: list[Record] = []
    past: list[Record] = []
    for one in catalogue["training"]:
        (past if state(catalogue, one) == "past" else now).append(one)
    return {"now": by_province(catalogue, now), "past": by_province(catalogue, past)}


def by_province(
    catalogue: Catalogue, trainings: Iterable[Record]
) -> list[tuple[str, list[Record]]]:
    """Return the trainings under the name of their province; online and unplaced ones last."""
    groups: dict[str, list[Record]] = {}
    for one in sorted(trainings, key=lambda one: _order(catalogue, one)):
        groups.setdefault(province(catalogue, one), []).append(one)
    return sorted(groups.items(), key=_place_in_list)


def _place_in_list(group: tuple[str, Sequence[Record]]) -> tuple[bool, bool, str]:
    """Places of which only companies for placement are known come last: they are no advice."""
    name, trainings = group
    return all(one["agency"] for one in trainings), name in LAST, name


def _order(catalogue: Catalogue, training: Record) -> tuple[int, str, str]:
    return STATES.index(state(catalogue, training)), training["name"], training.id


def province(catalogue: Catalogue, training: Record) -> str:
    """Return the name of the province of a training, or where else it is."""
    if not training["region"]:
        return ONLINE if training["online"] else NOWHERE
    code = training["region"].partition(".")[0]
    return str(catalogue.get("regions", code)["name"])


def place(catalogue: Catalogue, training: Record) -> str:
    """Return where a training is, for people."""
    if training["region"]:
        return region_name(catalogue, training["region"])
    return province(catalogue, training)


def for_the_young(training: Record) -> bool:
    """Whether a training is known to be meant for young people."""
    limit = training["age_max"]
    return (limit is not None and limit <= YOUNG_UNTIL) or "muda" in training["eligibility"].lower()


def unique_titles(catalogue: Catalogue) -> Mapping[str, str]:
    """Return a title for the page of each training, told apart by place and provider."""
    trainings = catalogue["training"]
    steps: Sequence[Mapping[str, str]] = (
        {one.id: one["name"] for one in trainings},
        {one.id: f"{one['name']}, {place(catalogue, one)}" for one in trainings},
        {one.id: f"{one['name']}, {one['provider']}" for one in trainings},
        {one.id: f"{one['name']} ({one.id})" for one in trainings},
    )
    counts = [Counter(titles.values()) for titles in steps]
    return {
        one.id: next(
            (
                titles[one.id]
                for titles, seen in zip(steps, counts, strict=True)
                if seen[titles[one.id]] == 1
            ),
            one.id,
        )
        for one in trainings
    }

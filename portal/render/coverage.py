"""What the portal answers, how fully and how fresh. In: a catalogue; out: `/data/cakupan/`.

How fully is said by hand in needs.yaml, with the gap in a sentence. A topic or a need is fresh
while at least one of its pages is not past its day of review.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from portal.catalogue import Catalogue
from portal.keepers import keeper_of
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import record_at
from portal.render.words import region_name

STATES = "answer_states"
TITLED = ("procedures", "fraud_patterns", "sanctions")


@dataclass(frozen=True)
class Answer:
    """A page that answers: its address and title, who keeps it (None: nobody), whether fresh."""

    url: str
    title: str
    keeper: Record | None
    fresh: bool


@dataclass(frozen=True)
class Covered:
    """A need or topic with the pages that answer it."""

    need: Record
    answers: tuple[Answer, ...]

    @property
    def fresh(self) -> bool:
        """Whether at least one page was reviewed in time."""
        return any(one.fresh for one in self.answers)

    @property
    def review_by(self) -> date | None:
        """The last day on which it is still fresh."""
        days = [one.keeper["review_by"] for one in self.answers if one.keeper is not None]
        return max(days, default=None)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/data/cakupan/`."""
    pages = Pages(catalogue)
    topics, needs = covered(catalogue, "topic"), covered(catalogue, "need")
    states = [one["id"] for one in catalogue.get("vocabulary", STATES)["values"]]
    calendar = sorted(catalogue["pages"], key=lambda one: (one["review_by"], one.id))
    late = [one for one in calendar if one["review_by"] < catalogue.today]
    facts = {"topics": topics, "needs": needs, "calendar": calendar, "late": late}
    tallies = {"topic_tally": tally(topics, states), "need_tally": tally(needs, states)}
    pages.add("/data/cakupan/", "coverage", **facts, **tallies)
    return pages.files


def tally(rows: Sequence[Covered], states: Sequence[str]) -> Mapping[str, int]:
    """Return how many rows are in each state; who is past its review is not counted as answered."""
    return {
        state: sum(one.need["state"] == state and one.fresh for one in rows) for state in states
    }


def covered(catalogue: Catalogue, kind: str) -> Sequence[Covered]:
    """Return the needs or the topics of PP 59/2021, in the order of needs.yaml."""
    wanted = (one for one in catalogue["needs"] if one["kind"] == kind)
    return [Covered(one, tuple(_answer(catalogue, url) for url in one["pages"])) for one in wanted]


def _answer(catalogue: Catalogue, url: str) -> Answer:
    keeper = keeper_of(catalogue["pages"], url)
    fresh = keeper is not None and keeper["review_by"] >= catalogue.today
    return Answer(url, _title(catalogue, url, keeper), keeper, fresh)


def _title(catalogue: Catalogue, url: str, keeper: Record | None) -> str:
    """Return what readers call a page: its own title, else that of the record it shows."""
    own = catalogue.find("pages", url)
    table, record = record_at(catalogue, url)
    if own or record is None:
        return str((own or keeper or {"title": url})["title"])
    if table == "regions":
        return region_name(catalogue, record.id)
    return str(record["title" if table in TITLED else "name"])

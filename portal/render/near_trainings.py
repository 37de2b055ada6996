"""What to learn near home instead of leaving. In: a catalogue; out: trainings, nearest first.

No page is made here: every page for those who want to leave may ask (templates/macros/training.j2).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from portal.catalogue import Catalogue
from portal.model import Partial, Record
from portal.render.words import region_name
from portal.text import long_date

STATES = ("open", "unknown", "past")
SHOWN = (("work", 2), ("business", 1))
ABROAD = ("pembekalan", "bahasa-")
FAR = 2


@dataclass(frozen=True)
class Alternative:
    """A training to think of before leaving: for templates/macros/training.j2."""

    record: Record
    track: str
    state: str
    place: str
    on: date | Partial | None

    @property
    def when(self) -> str:
        """When it is or was, and what to ask."""
        on = long_date(self.on) if self.on else ""
        if self.state == "past":
            noted = f" (catatan {on})" if on else ""
            return f"Jadwalnya sudah lewat{noted}. Tanyakan jadwal baru."
        if self.state == "open":
            return f"Masih dibuka{f', mulai {on}' if on else ''}."
        return "Jadwal belum diketahui. Tanyakan ke penyelenggara."


def state(catalogue: Catalogue, training: Record) -> str:
    """Return the state of a training today: what has ended is past, whatever the file says."""
    ended = training["ends_on"] and training["ends_on"] < catalogue.today
    return "past" if ended else str(training["state"])


def alternatives(
    catalogue: Catalogue, wanted: Iterable[str] = (), region: str = ""
) -> list[Alternative]:
    """Return trainings for work or a business at home: the nearest to `region`, then the newest.

    `wanted` are tracks or fields; without any, both tracks. Without a region each place comes once,
    as far as that leaves enough: readers everywhere should see that there are several.
    """
    chosen = set(wanted)
    found = _nearest(catalogue, region)
    found = [one for one in found if at_home(one) and _asked_for(one, chosen)]
    rows = [_first(found, track, most, not region) for track, most in SHOWN]
    return [_alternative(catalogue, one) for some in rows for one in some]


def in_province(catalogue: Catalogue, code: str) -> list[Alternative]:
    """Return the trainings at home in one province, those that may still be joined first."""
    found = (one for one in _nearest(catalogue, code) if at_home(one))
    return [_alternative(catalogue, one) for one in found if _distance(one, code) < FAR]


def _nearest(catalogue: Catalogue, region: str) -> list[Record]:
    found = sorted(catalogue["training"], key=lambda one: one.id)
    found.sort(key=lambda one: str(_day(one) or ""), reverse=True)
    found.sort(key=lambda one: (_distance(one, region), STATES.index(state(catalogue, one))))
    return found


def at_home(training: Record) -> bool:
    """Whether a training serves work or a business in Indonesia, not a departure."""
    fields = training["fields"]
    leaving = training["countries"] or training["kind"] in ("g_to_g", "scheme", "centre")
    named = "pekerja migran" in training["name"].lower()
    return not (leaving or named) and not (fields and all(map(_is_abroad, fields)))


def _is_abroad(field: str) -> bool:
    return field.startswith(ABROAD)


def _asked_for(training: Record, wanted: set[str]) -> bool:
    return not wanted or bool(wanted & {training["track"], *training["fields"]})


def _distance(training: Record, region: str) -> int:
    """Return 0 for the same kabupaten, 1 for the same province, 2 for anywhere else."""
    if region and training["region"] == region:
        return 0
    province = region.partition(".")[0]
    return 1 if province and training["region"].partition(".")[0] == province else FAR


def _first(trainings: Iterable[Record], track: str, most: int, spread: bool) -> list[Record]:
    """Return the first `most` of a track; with `spread`, new places before those named already."""
    named: set[str] = set()
    new: list[Record] = []
    again: list[Record] = []
    for one in trainings:
        if one["track"] == track:
            (again if one["region"] in named else new).append(one)
            named |= {one["region"]} if spread else set()
    return [*new, *again][:most]


def _alternative(catalogue: Catalogue, one: Record) -> Alternative:
    where = region_name(catalogue, one["region"])
    return Alternative(one, one["track"], state(catalogue, one), where, _day(one))


def _day(training: Record) -> date | Partial | None:
    day: date | Partial | None = training["starts_on"] or training["as_of"]
    return day

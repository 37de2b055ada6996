"""The checked data as one thing to ask. In: tables of records and a day; out: answers.

What rests only on a source that nobody else can look up is left out here, once (portal/publish.py),
so that no page, index or file can show it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from portal.locks import Locks, locks
from portal.model import Prose, Record, Resource, Tables
from portal.publish import shown
from portal.standing import Span, events_of, source_kinds, span_on, timeline


@dataclass(frozen=True)
class Catalogue:
    """Every publishable record, by table.

    `withheld` counts what is kept back, by table; `resources` describes the files it came from;
    `prose` are the authored pages, `sounds` the recordings by file.
    """

    tables: Tables
    today: date
    withheld: Mapping[str, int] = field(default_factory=dict)
    resources: tuple[Resource, ...] = ()
    prose: tuple[Prose, ...] = ()
    sounds: Mapping[str, bytes] = field(default_factory=dict)

    def __getitem__(self, table: str) -> tuple[Record, ...]:
        return self.tables.get(table, ())

    @cached_property
    def _by_id(self) -> Mapping[tuple[str, str], Record]:
        return {(name, one.id): one for name, table in self.tables.items() for one in table}

    def find(self, table: str, record_id: str) -> Record | None:
        """Return the record with that id, or None."""
        return self._by_id.get((table, record_id))

    def get(self, table: str, record_id: str) -> Record:
        """Return the record with that id; KeyError when there is none."""
        return self._by_id[(table, record_id)]

    @cached_property
    def instance(self) -> Record:
        """Who runs this copy of the portal."""
        return self["instance"][0]

    @cached_property
    def _labels(self) -> Mapping[tuple[str, str], Record]:
        lists = self["vocabulary"]
        return {(one.id, value["id"]): value for one in lists for value in one["values"]}

    def label(self, vocabulary: str, value: str) -> str:
        """Return what readers see for an allowed value; KeyError when it is not allowed."""
        return str(self._labels[(vocabulary, value)]["label"]) if value else ""

    def meaning(self, vocabulary: str, value: str) -> str:
        """Return the explanation of an allowed value, or ""."""
        return str(self._labels[(vocabulary, value)]["description"]) if value else ""

    def grouped(self, table: str, field: str, vocabulary: str) -> list[tuple[str, list[Record]]]:
        """Return the records of `table` under the values of `field`, in the vocabulary's order.

        A value without records is left out.
        """
        found: dict[str, list[Record]] = {
            value["id"]: [] for value in self.get("vocabulary", vocabulary)["values"]
        }
        for one in self[table]:
            found[one[field]].append(one)
        return [(value, records) for value, records in found.items() if records]

    @cached_property
    def source_kinds(self) -> Mapping[str, str]:
        """The kind of every source by id, as far as it can prove anything."""
        return source_kinds(self["sources"])

    @cached_property
    def _timelines(self) -> Mapping[str, tuple[Span, ...]]:
        kinds = self.source_kinds
        return {one.id: timeline(events_of(one, kinds), self.today) for one in self["agencies"]}

    def timeline(self, agency: Record) -> tuple[Span, ...]:
        """Return the agency's standings from today on, each with the days it holds."""
        return self._timelines[agency.id]

    def standing(self, agency: Record) -> Span:
        """Return the agency's standing today and until when it may be trusted."""
        return span_on(self.timeline(agency), self.today)

    def locks(self, agency: Record, region: str = "") -> Locks:
        """Return the agency's three locks today, for a kabupaten or kota if given."""
        return locks(agency, self.source_kinds, self.today, region)

    @cached_property
    def _in_region(self) -> Mapping[tuple[str, str], tuple[Record, ...]]:
        found: dict[tuple[str, str], list[Record]] = defaultdict(list)
        for agency in self["agencies"]:
            for code in sorted({office["region"] for office in agency["offices"]}):
                found["agencies", code].append(agency)
        for name in ("training", "offices", "outreach", "statistics"):
            for one in self[name]:
                found[name, one["region"]].append(one)
        return {key: tuple(records) for key, records in found.items()}

    def in_region(self, table: str, code: str) -> tuple[Record, ...]:
        """Return the records of `table` placed in exactly this region."""
        return self._in_region.get((table, code), ())

    def serving(self, code: str, kind: str) -> tuple[Record, ...]:
        """Return the offices of `kind` that serve a region or its province."""
        wanted = {code, code.partition(".")[0]}
        offices = (one for one in self["offices"] if one["kind"] == kind)
        return tuple(one for one in offices if wanted & set(one["serves"]))


def publishable(
    tables: Tables,
    today: date,
    resources: tuple[Resource, ...] = (),
    prose: tuple[Prose, ...] = (),
    sounds: Mapping[str, bytes] | None = None,
) -> Catalogue:
    """Return the catalogue of what may be shown: whatever has a source that others can open."""
    kept = shown(tables)
    withheld = {name: len(table) - len(kept[name]) for name, table in tables.items()}
    counted = {one: n for one, n in withheld.items() if n}
    return Catalogue(kept, today, counted, resources, prose, sounds or {})

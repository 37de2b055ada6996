"""The firms that every engine is asked for. In: how many; out: the real ones and invented ones.

The other names of real firms, as the press writes them, are kept out of the index: they are asked.
"""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from portal.catalogue import Catalogue, publishable
from portal.check import check
from portal.clock import read_day
from portal.model import Record
from portal.render.words import short_rows
from portal.search.entries import agencies
from portal.search.fold import plain
from portal.search.names import Entry
from scripts.generate import ROOT, generate

DAY = read_day("2026-11-22")


@dataclass(frozen=True)
class Firm:
    """A firm as the index has it, its standings, and what people may type to find it."""

    entry: Entry
    rows: list[list[str]]
    phones: tuple[str, ...]
    licences: tuple[str, ...]
    variants: tuple[str, ...]  # other spellings from the press, in no index

    @property
    def words(self) -> list[str]:
        """The words of the name in lower case, without PT."""
        return [word for word in plain(self.entry.title) if word != "pt"]


def firms(count: int) -> list[Firm]:
    """Return `count` firms, sorted as the site sorts them: all real ones, the rest invented."""
    real = [_real(one) for one in _known()]
    found = real + list(_invented(count)[: max(0, count - len(real))])
    return sorted(found[:count], key=lambda one: (one.words, one.entry.id))


@lru_cache(maxsize=1)
def _known() -> tuple[Firm, ...]:
    return _firms(ROOT / "data")


@lru_cache(maxsize=4)
def _invented(count: int) -> tuple[Firm, ...]:
    taken = {one.entry.id for one in _known()}
    with tempfile.TemporaryDirectory(prefix="firms-") as folder:
        generate(Path(folder), count, 1, 1, DAY)
        return tuple(one for one in _firms(Path(folder)) if one.entry.id not in taken)


def _firms(folder: Path) -> tuple[Firm, ...]:
    catalogue = publishable(check(folder, DAY).sound(), DAY)
    return tuple(_firm(catalogue, one) for one in agencies(catalogue))


def _firm(catalogue: Catalogue, entry: Entry) -> Firm:
    record: Record = catalogue.get("agencies", entry.id)
    phones = [phone for office in record["offices"] for phone in office["phones"]]
    licences = [event["licence_no"] for event in record["events"] if event["licence_no"]]
    rows = short_rows(catalogue, record)
    return Firm(entry, rows, tuple(phones), tuple(dict.fromkeys(licences)), ())


def _real(firm: Firm) -> Firm:
    """Return a real firm under its name and former names alone."""
    names = firm.entry.names
    kept = [at for at in range(len(names)) if at == 0 or at in firm.entry.former]
    entry = replace(
        firm.entry,
        names=tuple(names[at] for at in kept),
        former=tuple(at for at, old in enumerate(kept) if old in firm.entry.former),
    )
    others = tuple(name for name in names if name not in entry.names)
    return replace(firm, entry=entry, variants=others)

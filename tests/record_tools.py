"""What tests of record pages share: words of a page, records made by hand, another day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from portal.catalogue import Catalogue
from portal.model import Record, Row
from portal.render.page_texts import plain


def on(catalogue: Catalogue, day: str) -> Catalogue:
    """Return the same data on another day."""
    return replace(catalogue, today=date.fromisoformat(day))


def words(made: dict[str, str], path: str) -> str:
    """Return the words of a page, without its front matter."""
    return plain(made[path].split("---", 2)[2])


def record(table: str, **values: object) -> Record:
    """Return a record with just these values."""
    return Record(table, table, values, Row("data/x.yaml", 1, {"id": "x"}, {}))

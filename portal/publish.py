"""What may be shown. In: tables of records; out: the same without what nobody else can look up.

A record or part that rests only on unverifiable sources (seen by their collector alone) is left
out; a reference to such a source is dropped where others remain.
"""

from __future__ import annotations

from portal.model import Record, Tables

UNVERIFIABLE = "unverifiable"


def shown(tables: Tables) -> Tables:
    """Return every table without its hidden records, parts and sources."""
    hidden = {one.id for one in tables.get("sources", ()) if one["kind"] == UNVERIFIABLE}
    kept = {name: _kept(table, hidden) for name, table in tables.items()}
    if "sources" in kept:
        kept["sources"] = tuple(one for one in kept["sources"] if one.id not in hidden)
    return kept


def _kept(table: tuple[Record, ...], hidden: set[str]) -> tuple[Record, ...]:
    shown = (_shown(one, hidden) for one in table)
    return tuple(one for one in shown if one is not None)


def _shown(record: Record, hidden: set[str]) -> Record | None:
    """Return the record without its hidden parts; None when nothing is left to stand on."""
    if "sources" in record and _only(record["sources"], hidden):
        return None
    changed = {name: _kept(value, hidden) for name, value in record.items() if _nested(value)}
    if any(record[name] and not changed[name] for name in changed if name in ("events",)):
        return None
    if "sources" in record:
        changed["sources"] = tuple(one for one in record["sources"] if one not in hidden)
    return record.replaced(**changed) if changed else record


def _only(sources: tuple[str, ...], hidden: set[str]) -> bool:
    return bool(sources) and all(one in hidden for one in sources)


def _nested(value: object) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], Record)

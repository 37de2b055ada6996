"""Which pages there are. In: tables of records; out: whether an address is one of a page.

Pages are written by hand or made from whole tables (both stand in the table `pages`), or show one
record. A URL once public never changes.
"""

from __future__ import annotations

from collections.abc import Mapping

from portal.model import Record

FOLDERS: Mapping[str, str] = {
    "agencies": "p3mi",
    "training": "pelatihan",
    "sanctions": "sanksi",
    "regions": "wilayah",
    "procedures": "prosedur",
    "fraud_patterns": "modus",
    "destinations": "negara",
    "outreach": "sosialisasi",
}
# A regulation's page belongs to the law, not to its record alone.
SHOWN: Mapping[str, str] = {**FOLDERS, "regulations": "peraturan"}


def addresses(tables: Mapping[str, tuple[Record, ...]]) -> frozenset[str]:
    """Return the address of every page that readers can open."""
    listed = {one.id for one in tables.get("pages", ())}
    records = {
        f"/{folder}/{one.id}/" for table, folder in SHOWN.items() for one in tables.get(table, ())
    }
    return frozenset(listed | records)

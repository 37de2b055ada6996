"""Where each record lives. In: a table and an id; out: its URL, its file, its line in data/.

A URL once public never changes.
"""

from __future__ import annotations

from portal.addresses import FOLDERS
from portal.catalogue import Catalogue
from portal.model import Record


def url_of(table: str, record_id: str = "") -> str:
    """Return `/p3mi/bumi-mas/`, or `/p3mi/` without an id; KeyError for a table without pages."""
    return f"/{FOLDERS[table]}/{record_id}/" if record_id else f"/{FOLDERS[table]}/"


def record_at(catalogue: Catalogue, url: str) -> tuple[str, Record | None]:
    """Return the table and the record that the page at `url` shows; `("", None)` for none."""
    folder, _, record_id = url.strip("/").partition("/")
    table = next((name for name, place in FOLDERS.items() if place == folder), "")
    return (table, catalogue.find(table, record_id)) if table and record_id else ("", None)


def path_of(url: str) -> str:
    """Return the file that becomes the page at `url`: `p3mi/bumi-mas/index.md`."""
    return f"{url.lstrip('/')}index.md"


def edit(record: Record) -> str:
    """Return the record's place in the repository: `data/agencies.yaml#L41`."""
    return f"{record.row.file}#L{record.line}"

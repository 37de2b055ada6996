"""Open data. In: a catalogue; out: /api/v1/: JSON by table, flat CSV, and a data package over it.

The description of every field comes from data/datapackage.yaml; withheld records are not in the
catalogue, so they cannot be here.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from portal.addresses import FOLDERS
from portal.catalogue import Catalogue
from portal.model import Record, Resource
from portal.render.open_tables import flat_tables, plain
from portal.render.urls import url_of

FOLDER = "api/v1"
LICENCE: Mapping[str, str] = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0",
}
PRIVATE = ("exceptions", "instance", "language")


def public_resources(catalogue: Catalogue) -> tuple[Resource, ...]:
    """Return the description of every file that is published."""
    return tuple(one for one in catalogue.resources if one.name not in PRIVATE)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return every file of the open data, by path."""
    files: dict[str, str] = {}
    described: list[dict[str, Any]] = []
    for resource in public_resources(catalogue):
        files |= _json_file(catalogue, resource)
        for table in flat_tables(resource, catalogue[resource.name]):
            files[f"{FOLDER}/{table.name}.csv"] = table.as_csv()
            described.append(table.as_resource())
    files[f"{FOLDER}/datapackage.json"] = _dump(_package(catalogue, described))
    titles = {one["name"]: one["title"] for one in described}
    files[f"{FOLDER}/index.json"] = _dump(_index(catalogue, files, titles))
    return files


def _json_file(catalogue: Catalogue, resource: Resource) -> dict[str, str]:
    records = [as_json(catalogue, one) for one in catalogue[resource.name]]
    body = _head(catalogue, resource.title) | {"records": records}
    return {f"{FOLDER}/{resource.name}.json": _dump(body)}


def as_json(catalogue: Catalogue, record: Record) -> dict[str, Any]:
    """Return a record as plain data, with its page and, for an agency, its standings."""
    found = {name: plain(value) for name, value in record.items()}
    if record.resource in FOLDERS:
        found["page"] = url_of(record.resource, record.id)
    return found | (standings(catalogue, record) if record.resource == "agencies" else {})


def standings(catalogue: Catalogue, agency: Record) -> dict[str, Any]:
    """Return an agency's standing on the day of the build, all that follow, and its locks."""
    now = catalogue.standing(agency)
    locks = catalogue.locks(agency)
    return {
        "standing": now.standing.word,
        "standing_reason": now.standing.reason,
        "standing_until": plain(now.until),
        "timeline": [
            {
                "from": max(one.since, catalogue.today).isoformat(),
                "until": plain(one.until),
                "standing": one.standing.word,
                "reason": one.standing.reason,
            }
            for one in catalogue.timeline(agency)
        ],
        "locks": {
            name: {"state": lock.state, "sources": list(lock.sources), "as_of": plain(lock.as_of)}
            for name, lock in (
                ("licence", locks.licence),
                ("office", locks.office),
                ("order", locks.order),
            )
        },
    }


def _package(catalogue: Catalogue, described: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    instance = catalogue.instance
    return {
        "name": "jalur-resmi-open-data",
        "title": f"{instance['name']}: data terbuka",
        "homepage": instance["site_url"],
        "generated_for": catalogue.today.isoformat(),
        "licenses": [LICENCE],
        "resources": list(described),
    }


def _index(
    catalogue: Catalogue, files: Mapping[str, str], titles: Mapping[str, str]
) -> dict[str, Any]:
    """Return the list of files; the index itself is left out."""
    listed = [
        {
            "path": path.removeprefix(f"{FOLDER}/"),
            "title": titles.get(Path(path).stem, Path(path).stem),
            "bytes": len(text.encode()),
        }
        for path, text in sorted(files.items())
    ]
    return _head(catalogue, f"{catalogue.instance['name']}: data terbuka") | {"files": listed}


def _head(catalogue: Catalogue, title: str) -> dict[str, Any]:
    return {"title": title, "generated_for": catalogue.today.isoformat(), "licence": LICENCE}


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"

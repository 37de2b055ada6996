"""Pages on how to go abroad. In: a catalogue; out: the list of routes and one page per route."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import partial

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import url_of

# What stands beside the routes: pages of this room, for those who prepare to leave.
DOORS = (
    ("/dokumen/", "Dokumen yang dibawa"),
    ("/prosedur/verifikasi/", "Pemeriksaan dokumen"),
    ("/prosedur/wawancara/", "Kartu persiapan wawancara"),
    ("/prosedur/paspor/", "Paspor"),
    ("/biaya/", "Siapa membayar apa"),
    ("/negara/", "Negara tujuan"),
    ("/layanan/", "Layanan dan situs resmi"),
)
# One province that counted its people by route: the three numbers belong together.
EXAMPLES = (
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-p-to-p",
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-perseorangan-mandiri",
    "penempatan-sumatera-barat-2023-01-01-2023-11-08-g-to-g",
)


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/prosedur/` and `/prosedur/<id>/`."""
    pages = Pages(catalogue)
    pages.environment.globals["services_of"] = partial(services_of, catalogue)
    known = catalogue["procedures"]
    examples = _figures(catalogue, EXAMPLES)
    pages.add(url_of("procedures"), "procedures", procedures=known, doors=DOORS, examples=examples)
    for one in known:
        facts = {"documents": documents(catalogue, one), "figures": figures(catalogue, one)}
        facts |= {"costs": costs(catalogue, one)}
        told = {"extras": extras(catalogue, one), "unknown": missing(one["steps"])}
        pages.add(url_of("procedures", one.id), "procedure", record=one, **facts, **told)
    return pages.files


def costs(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the costs of a route that we know of, as far as they may be shown."""
    found = (catalogue.find("costs", one) for one in procedure["costs"])
    return [one for one in found if one is not None]


def extras(catalogue: Catalogue, procedure: Record) -> list[str]:
    """Return the papers that only some sources or places ask for, each with its place and year."""
    asked = (one for one in procedure["local"] if one["document"])
    return [*procedure["extra_documents"], *(_in_place(catalogue, one) for one in asked)]


def _in_place(catalogue: Catalogue, row: Record) -> str:
    name = catalogue.get("regions", row["region"])["name"]
    return f"{name} {str(row['as_of'] or '')[:4]}".strip() + f": {row['says']}"


def uses(step: Record, service: Record) -> bool:
    """Whether a step names an official site."""
    return any(service["name"] in str(step[key]) for key in ("text", "where"))


def services_of(catalogue: Catalogue, step: Record) -> list[Record]:
    """Return the official sites that a step names, each address once."""
    found = [one for one in catalogue["services"] if one["url"] and uses(step, one)]
    first: dict[str, Record] = {}
    for one in found:
        first.setdefault(one["url"], one)
    return list(first.values())


def missing(steps: Sequence[Record]) -> list[str]:
    """Return what nobody told us of how many steps: `biaya 7 langkah`."""
    named = (("where", "tempat"), ("cost", "biaya"), ("duration", "lamanya"))
    counted = Counter(word for one in steps for key, word in named if not one[key])
    return [f"{word} {counted[word]} langkah" for _, word in named if counted[word]]


def local(catalogue: Catalogue, code: str) -> list[tuple[Record, Record]]:
    """Return how the offices of a place, or of its province, do it: (route, row)."""
    places = (code, code.partition(".")[0])
    rows = [(one, row) for one in catalogue["procedures"] for row in one["local"]]
    found = [pair for pair in rows if pair[1]["region"] in places]
    return sorted(found, key=lambda pair: places.index(pair[1]["region"]))


def documents(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the documents that a route asks for, as far as they may be shown."""
    found = (catalogue.find("documents", one) for one in procedure["documents"])
    return [one for one in found if one is not None]


def figures(catalogue: Catalogue, procedure: Record) -> list[Record]:
    """Return the numbers of people who took a route, as far as they may be shown."""
    return _figures(catalogue, procedure["figures"])


def _figures(catalogue: Catalogue, ids: Iterable[str]) -> list[Record]:
    found = (catalogue.find("statistics", one) for one in ids)
    return [one for one in found if one is not None]

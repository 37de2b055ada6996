"""The engines, each as a folder that a browser loads. In: firms; out: files, or why there are none.

Every engine gets the same names, towns and numbers; each is set up as its own guide says.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping, Sequence
from html import escape
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import rjsmin

from portal.search.files import names_file, numbers_file
from scripts.generate import ROOT
from scripts.search_bench.firms import Firm

ADAPTERS = Path(__file__).with_name("adapters")
PACKAGES = ROOT / "build" / "bench"
MODULES = PACKAGES / "node_modules"
WORKERS = "material/templates/assets/javascripts/workers"
NOT_COUNTED = ("index.html", "adapter.js")  # the bench's own
# What Material asks of lunr for a site in Indonesian.
MATERIAL: Mapping[str, Any] = {
    "lang": ["en"],
    "separator": r"[\s\-]+",
    "pipeline": ["stopWordFilter"],
    "fields": {"title": {"boost": 1000.0}, "text": {"boost": 1.0}, "tags": {"boost": 1000000.0}},
}


class MissingError(Exception):
    """An engine cannot be measured here; its text says why."""


def build(engine: str, folder: Path, firms: Sequence[Firm]) -> None:
    """Write an engine with these firms to a new folder; MissingError when it is not to be had."""
    folder.mkdir(parents=True)
    shutil.copyfile(ADAPTERS / "page.html", folder / "index.html")
    shutil.copyfile(ADAPTERS / f"{engine}.js", folder / "adapter.js")
    ENGINES[engine][1](folder, firms)


def install() -> str:
    """Get the peers' packages at their pinned versions; return "" or why they are missing."""
    PACKAGES.mkdir(parents=True, exist_ok=True)
    pinned = (ROOT / "scripts" / "bench_package.json").read_text(encoding="utf-8")
    here = PACKAGES / "package.json"
    if MODULES.is_dir() and here.is_file() and here.read_text(encoding="utf-8") == pinned:
        return ""
    here.write_text(pinned, encoding="utf-8")
    command = ["npm", "install", "--no-audit", "--no-fund", "--ignore-scripts"]
    try:
        done = subprocess.run(command, cwd=PACKAGES, capture_output=True, text=True, timeout=300)
    except (OSError, subprocess.TimeoutExpired) as error:
        here.unlink()
        return f"npm: {error}"
    if done.returncode:
        here.unlink()
    return f"npm: {done.stderr.strip()[-200:]}" if done.returncode else ""


def _ours(folder: Path, firms: Sequence[Firm]) -> None:
    entries = [one.entry for one in firms]
    _json(folder / "cari" / "nama.json", names_file(entries, [one.rows for one in firms]))
    _json(folder / "cari" / "nomor.json", numbers_file(entries))
    for path in sorted((ROOT / "assets").rglob("*.js")):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(rjsmin.jsmin(path.read_text("utf-8")), encoding="utf-8")


def _material(folder: Path, firms: Sequence[Firm]) -> None:
    package = Path(str(distribution("mkdocs-material").locate_file(WORKERS)))
    found = sorted(package.glob("search.*.min.js"))
    if not found:
        raise MissingError("the installed theme has no search worker")
    shutil.copyfile(found[0], folder / "worker.js")
    docs = [
        {"location": one.entry.id, "title": one.entry.title, "text": " ".join(_paragraphs(one))}
        for one in firms
    ]
    _json(folder / "search_index.json", {"config": MATERIAL, "docs": docs})


def _pagefind(folder: Path, firms: Sequence[Firm]) -> None:
    for one in firms:
        page = folder / "p3mi" / one.entry.id / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_page(one), encoding="utf-8")
    command = _package(".bin/pagefind")
    asked: list[str | Path] = [command, "--site", folder, "--glob", "p3mi/*/index.html"]
    done = subprocess.run(asked, capture_output=True, text=True)
    if done.returncode:
        raise MissingError(f"pagefind: {(done.stderr or done.stdout).strip()[-200:]}")


def _fuse(folder: Path, firms: Sequence[Firm]) -> None:
    shutil.copyfile(_package("fuse.js/dist/fuse.min.mjs"), folder / "fuse.min.mjs")
    _json(folder / "records.json", [_record(one) for one in firms])


def _minisearch(folder: Path, firms: Sequence[Firm]) -> None:
    source = _package("minisearch/dist/umd/index.js").read_text(encoding="utf-8")
    (folder / "minisearch.js").write_text(rjsmin.jsmin(source), encoding="utf-8")
    _json(folder / "records.json", [_record(one) for one in firms])


# What stands in the table, and who writes the folder.
ENGINES: Mapping[str, tuple[str, Callable[[Path, Sequence[Firm]], None]]] = {
    "ours": ("Jalur Resmi", _ours),
    "pagefind": ("Pagefind", _pagefind),
    "material": ("Material (lunr)", _material),
    "fuse": ("Fuse.js", _fuse),
    "minisearch": ("MiniSearch", _minisearch),
}


def versions() -> str:
    """Return which versions were compared."""
    pinned = json.loads((ROOT / "scripts" / "bench_package.json").read_text(encoding="utf-8"))
    found = [f"{name} {version}" for name, version in sorted(pinned["dependencies"].items())]
    return ", ".join([*found, f"mkdocs-material {distribution('mkdocs-material').version}"])


def _package(path: str) -> Path:
    if not (MODULES / path).exists():
        raise MissingError(f"not installed: {path}")
    return MODULES / path


def _numbers(firm: Firm) -> list[str]:
    """Return every number as a page shows it, telephones also as they are dialled."""
    dialled = [re.sub(r"[^0-9]", "", one.replace("+62", "0")) for one in firm.phones]
    return [*firm.phones, *dialled, *firm.licences]


def _record(firm: Firm) -> dict[str, Any]:
    one = firm.entry
    return {"id": one.id, "names": one.names, "places": one.places, "numbers": _numbers(firm)}


def _paragraphs(firm: Firm) -> list[str]:
    texts = (*firm.entry.names[1:], *firm.entry.places, *_numbers(firm))
    return [f"<p>{escape(text)}</p>" for text in texts]


def _page(firm: Firm) -> str:
    title = escape(firm.entry.title)
    template = (ADAPTERS / "firm.html").read_text(encoding="utf-8")
    texts = "\n".join(_paragraphs(firm))
    filled = template.replace("{title}", title).replace("{texts}", texts)
    return filled.replace("{id}", firm.entry.id)


def _json(path: Path, data: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")

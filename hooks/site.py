"""Between MkDocs and portal/: MkDocs' events come in, files and page attributes go out.

Nothing about our domain is decided here. Loading happens in on_config, because MkDocs empties the
site folder right after it: a mistake in data/ must leave the last good site alone.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
# While a hook loads, MkDocs has only the hook's own folder on the path.
sys.path.insert(0, str(ROOT))

import rjsmin  # noqa: E402
from mkdocs.config.defaults import MkDocsConfig  # noqa: E402
from mkdocs.exceptions import PluginError  # noqa: E402
from mkdocs.plugins import get_plugin_logger  # noqa: E402
from mkdocs.structure.files import File, Files, InclusionLevel  # noqa: E402
from mkdocs.structure.pages import Page  # noqa: E402
from mkdocs.utils import get_relative_url  # noqa: E402

from portal.clock import today  # noqa: E402
from portal.content import FRONT  # noqa: E402
from portal.edge import data_dir, open_catalogue  # noqa: E402
from portal.problems import DataError  # noqa: E402
from portal.render import authored, everything, keeping, offline, short_forms  # noqa: E402
from portal.render.frame import frame  # noqa: E402

log = get_plugin_logger("portal")
ASSETS = ROOT / "assets"
# The service worker stands at the site's root, below the list of what a phone keeps.
WORKER = ASSETS / "offline" / "sw.js"
# Material's own scripts and styles: our pages load none of them (docs/decisions/0003).
UNUSED = ("assets/javascripts/", "assets/stylesheets/")
SITE_LINK = re.compile(r'(?<=\s)(href|src|action)="/(?!/)([^"#?]*)([^"]*)"')


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Load and check the data; put the catalogue and what every page shows on the config."""
    try:
        day = today(os.environ)
        catalogue = open_catalogue(data_dir(os.environ), day, Path(config.docs_dir))
    except (DataError, ValueError) as error:
        raise PluginError(f"data/ belum benar; situs lama tidak diubah.\n{error}") from None
    config.extra.update(catalogue=catalogue, portal=frame(catalogue))
    config.extra.update(authored=authored.render(catalogue), kept=keeping.kept(catalogue))
    config.extra["explained"] = short_forms.explainer(catalogue)
    config.site_name = catalogue.instance["name"]
    config.site_url = catalogue.instance["site_url"]
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add what portal/ renders and our assets; refuse a file that would replace another."""
    for unused in [one for one in files if one.src_uri.startswith(UNUSED)]:
        files.remove(unused)
    taken: dict[str, str] = {}
    for one in (*files, *_rendered(config), *_assets(config)):
        if one.dest_uri in taken:
            raise PluginError(f'"{one.src_uri}" dan "{taken[one.dest_uri]}" memakai satu alamat.')
        taken[one.dest_uri] = one.src_uri
        if one.generated_by:
            files.append(one)
    # Once for all pages: done for each, this would grow with the square of their number.
    config.extra["addresses"] = addresses(files)
    return files


def addresses(files: Files) -> frozenset[str]:
    """Return every path of the site that a link may name."""
    return frozenset({path for one in files for path in (one.url, one.dest_uri)} | {"", "./"})


def _rendered(config: MkDocsConfig) -> Iterator[File]:
    for path, content in everything(config.extra["catalogue"]).items():
        level = InclusionLevel.NOT_IN_NAV if path.endswith(".md") else InclusionLevel.INCLUDED
        yield File.generated(config, path, content=content, inclusion=level)


def _assets(config: MkDocsConfig) -> Iterator[File]:
    for path in (one for one in _files(ASSETS) if one != WORKER):
        uri = f"assets/{path.relative_to(ASSETS).as_posix()}"
        content: str | bytes = path.read_bytes()
        if path.suffix == ".js":
            content = rjsmin.jsmin(path.read_text(encoding="utf-8"))
        yield File.generated(config, uri, content=content, inclusion=InclusionLevel.INCLUDED)


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Set the page's edit link and its keeper; fill an authored page with its facts.

    A rendered record page is HTML already and is kept from Markdown.
    """
    repository = config.extra["portal"]["repository"]
    written = None if page.file.generated_by else f"content/{page.file.src_uri}"
    place = page.meta.get("edit") or written
    page.edit_url = f"{repository}/{place}" if place else None
    page.meta["kept"] = keeping.sentence(config.extra["kept"], f"/{page.url}".replace("/./", "/"))
    if page.file.generated_by and markdown.lstrip().startswith("<"):
        # Markdown would parse these pages twice and change nothing: half of the build's time.
        page.meta["html"] = markdown
        return ""
    filled: str | None = config.extra["authored"].get(page.file.src_uri)
    return markdown if filled is None else FRONT.sub("", filled)


def on_page_content(html: str, page: Page, config: MkDocsConfig, **_: Any) -> str:
    """Explain abbreviations; make links written as site paths relative, report dead ones."""
    known: frozenset[str] = config.extra["addresses"]

    def relative(match: re.Match[str]) -> str:
        attribute, path, rest = match.groups()
        if path not in known:
            told = "%s: tautan ke /%s tidak ada halamannya. Perbaiki alamatnya di baris itu."
            log.warning(told, _place(page, path), path)
        return f'{attribute}="{get_relative_url(path or "./", page.url)}{rest}"'

    html = config.extra["explained"](page.meta.pop("html", html))
    return SITE_LINK.sub(relative, html)


def _place(page: Page, path: str) -> str:
    """Return where a link stands: file and line of an authored page, else the page made of data."""
    if page.file.generated_by:
        return str(page.meta.get("edit") or page.file.src_uri)
    link = re.compile(rf"[(\"]/{re.escape(path)}[)\"#?]")
    lines = page.file.content_string.splitlines()
    line = next((number for number, one in enumerate(lines, 1) if link.search(one)), 1)
    return f"content/{page.file.src_uri}:{line}"


def on_post_build(config: MkDocsConfig) -> None:
    """Number the build, now that its last page is written, and add what is read offline."""
    site = Path(config.site_dir)
    worker = rjsmin.jsmin(WORKER.read_text(encoding="utf-8"))
    sizes = {one.relative_to(site).as_posix(): one.stat().st_size for one in _files(site)}
    kept = {path: (site / path).read_bytes() for path in offline.wanted(sizes)}
    made = offline.render(kept, worker)
    for page in (one for one in _files(site) if one.suffix == ".html"):
        page.write_bytes(offline.stamped(page.read_bytes(), made.build))
    for path, content in made.files.items():
        (site / path).write_bytes(content)


def _files(folder: Path) -> Iterator[Path]:
    return (one for one in sorted(folder.rglob("*")) if one.is_file())

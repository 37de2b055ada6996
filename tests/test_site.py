"""The built site, looked at from outside: one build, every page."""

from __future__ import annotations

import gzip
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest
from conftest import ROOT
from site_tools import build

from portal.catalogue import Catalogue
from portal.render.urls import FOLDERS

BUDGET = 60 * 1024
LOADING = {"link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src"}
MODULE = re.compile(r"""(?:import|from)\s*["']([^"']+)["']""")


@dataclass
class Seen(HTMLParser):
    """What one page contains, gathered in one pass."""

    title: str = ""
    lang: str = ""
    h1: int = 0
    ids: list[str] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    meta: list[str] = field(default_factory=list)
    refresh: bool = False
    inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.inside = tag
        self.h1 += tag == "h1"
        if tag == "html":
            self.lang = given.get("lang", "")
        if tag == "meta":
            self.meta.append(given.get("content", ""))
            self.refresh |= given.get("http-equiv") == "refresh"
        if "id" in given:
            self.ids.append(given["id"])
        if tag == "a" and "href" in given:
            self.links.append((given["href"], given.get("rel", "")))
        if given.get("rel") not in ("canonical", "alternate") and given.get(LOADING.get(tag, "-")):
            self.loads.append(given[LOADING[tag]])

    def handle_data(self, data: str) -> None:
        if self.inside == "title":
            self.title += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, Seen]:
    """Return what is on every page, by its path inside the site."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        seen = Seen()
        seen.feed(path.read_text(encoding="utf-8"))
        found[path.relative_to(site).as_posix()] = seen
    return found


@pytest.fixture(scope="session")
def proper(pages: dict[str, Seen]) -> dict[str, Seen]:
    """Return the pages that are not redirects."""
    return {path: seen for path, seen in pages.items() if not seen.refresh}


@pytest.mark.parametrize("table", sorted(FOLDERS))
def test_every_record_has_its_page(table: str, catalogue: Catalogue, proper: dict[str, Seen]):
    inside = re.compile(rf"{FOLDERS[table]}/([^/]+)/index\.html")
    made = {match[1] for path in proper if (match := inside.fullmatch(path))}
    # Beside the records' pages may stand pages written by hand.
    written = {one.stem for one in (ROOT / "content" / FOLDERS[table]).glob("*")}
    assert made - written == {one.id for one in catalogue[table]} - written


def test_links_lead_somewhere(pages: dict[str, Seen], site: Path):
    broken = [
        f"{path} -> {href}"
        for path, seen in pages.items()
        for href, _ in seen.links
        if not _leads(href, path, pages, site)
    ]
    assert not broken


def _leads(href: str, path: str, pages: dict[str, Seen], site: Path) -> bool:
    if urlsplit(href).scheme:
        return True
    target, fragment = urldefrag(urljoin(f"/{path}", href))
    inside = unquote(target).lstrip("/")
    inside += "index.html" if inside.endswith("/") or not inside else ""
    if inside not in pages:
        return (site / inside).is_file() and not fragment
    if inside == "cek/index.html" and fragment.startswith("p3mi="):
        # assets/answer/open.js opens the answer of this firm there.
        return f"p3mi/{fragment.removeprefix('p3mi=')}/index.html" in pages
    return not fragment or unquote(fragment) in pages[inside].ids


def test_titles_are_unique(proper: dict[str, Seen]):
    counted = Counter(seen.title.strip() for seen in proper.values())
    assert [title for title, count in counted.items() if count > 1 or not title] == []


def test_every_page_is_indonesian_with_one_heading(proper: dict[str, Seen]):
    assert {path: seen.lang for path, seen in proper.items() if seen.lang != "id"} == {}
    assert {path: seen.h1 for path, seen in proper.items() if seen.h1 != 1} == {}


def test_ids_are_unique_on_each_page(proper: dict[str, Seen]):
    twice = {
        path: [name for name, count in Counter(seen.ids).items() if count > 1]
        for path, seen in proper.items()
    }
    assert {path: names for path, names in twice.items() if names} == {}


def test_agency_pages_link_to_their_line(catalogue: Catalogue, proper: dict[str, Seen]):
    lines = (ROOT / "data" / "agencies.yaml").read_text(encoding="utf-8").splitlines()
    base = catalogue.instance["repository_url"]
    for agency in catalogue["agencies"]:
        links = [href for href, _ in proper[f"p3mi/{agency.id}/index.html"].links]
        edit = [href for href in links if href.startswith(f"{base}/blob/")]
        match = re.fullmatch(r".*/data/agencies\.yaml#L(\d+)", edit[0])
        assert match, edit
        assert lines[int(match[1]) - 1] == f"- id: {agency.id}"


def test_authored_pages_link_to_their_file(proper: dict[str, Seen]):
    for path in (ROOT / "content").rglob("*.md"):
        name = path.relative_to(ROOT / "content").as_posix()
        made = name if name.endswith("index.md") else f"{name[:-3]}/index.md"
        links = [href for href, _ in proper[f"{made[:-3]}.html"].links]
        assert any(href.endswith(f"/content/{name}") for href in links), name


def test_shared_previews_never_carry_a_standing(catalogue: Catalogue, proper: dict[str, Seen]):
    words = {value["label"] for value in catalogue.get("vocabulary", "standings")["values"]}
    for path, seen in proper.items():
        if re.fullmatch(r"p3mi/[^/]+/index\.html", path):
            assert not [text for text in seen.meta if any(word in text for word in words)], path
            assert any("cek status hari ini" in text for text in seen.meta), path


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, Seen], site: Path):
    outside = {
        f"{path}: {url}"
        for path, seen in pages.items()
        for url in seen.loads
        if urlsplit(url).scheme or url.startswith("//")
    }
    assert outside == set()
    for path in [*site.rglob("*.css"), *site.rglob("*.js")]:
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"url\(\s*[\"']?(https?:)?//|@import", text), path
        assert not re.search(r"(fetch|import)\(\s*[\"'`](https?:)?//", text), path


def test_no_page_carries_an_inline_script(site: Path):
    """A host may then forbid inline scripts altogether."""
    inline = re.compile(r"<script(?![^>]*\bsrc=)(?![^>]*application/)|\son[a-z]+=\"", re.IGNORECASE)
    found = [path for path in site.rglob("*.html") if inline.search(path.read_text("utf-8"))]
    assert found == []


def test_materials_own_bundles_are_left_out(site: Path):
    assert not list(site.glob("assets/javascripts/*"))
    assert not list(site.glob("assets/stylesheets/*"))


def test_first_view_is_light(pages: dict[str, Seen], site: Path):
    """HTML, styles, scripts with what they import, icon: all compressed, on every page."""
    heavy = {
        path: size for path in pages if (size := _first_view(path, pages[path], site)) > BUDGET
    }
    assert heavy == {}


def _first_view(path: str, seen: Seen, site: Path) -> int:
    files = {site / path}
    # 404.html is served from any depth: its addresses begin at the root.
    roots = {True: site, False: (site / path).parent}
    waiting = [roots[url.startswith("/")] / url.lstrip("/") for url in seen.loads]
    while waiting:
        one = Path(unquote(str(waiting.pop().resolve())))
        if one in files:
            continue
        files.add(one)
        if one.suffix == ".js":
            imports = MODULE.findall(one.read_text(encoding="utf-8"))
            waiting += [one.parent / name for name in imports]
    return sum(_compressed(one) for one in files)


SIZES: dict[Path, int] = {}


def _compressed(path: Path) -> int:
    if path not in SIZES:
        SIZES[path] = len(gzip.compress(path.read_bytes(), 9, mtime=0))
    return SIZES[path]


def test_two_builds_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    done = build(SITE_DIR=str(again))
    assert done.returncode == 0, done.stderr
    first, second = _tree(site), _tree(again)
    assert first.keys() == second.keys()
    assert [name for name, raw in first.items() if raw != second[name]] == []


def _tree(folder: Path) -> dict[str, bytes]:
    files = (one for one in sorted(folder.rglob("*")) if one.is_file())
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in files}

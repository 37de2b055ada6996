"""Every need and every topic of PP 59/2021 opens a page that answers it, three taps from home.

tests/needs/*.yaml name the key facts of each page, as a reader sees them: a page that exists and
says nothing fails.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from golden_cases import ROOT
from record_tools import on

from portal.addresses import addresses
from portal.catalogue import Catalogue
from portal.check.pages import TYPED
from portal.edge import CONTENT, OWN, open_catalogue
from portal.render import coverage, page_texts

CASES = ROOT / "tests" / "needs"
NEEDS, TOPICS = 44, "abcdefghijklm"
TAPS = 3
FROM_THE_MENU = 3  # one tap opens it, one its group, one follows the link


def cases() -> list[tuple[str, str, tuple[str, ...]]]:
    """Return (need, page, what it shows) of every case."""
    found = [one for path in sorted(CASES.glob("*.yaml")) for one in _read(path)]
    return [(one["need"], one["page"], tuple(one["shows"])) for one in found]


def _read(path: Path) -> list[Mapping[str, Any]]:
    return list(yaml.safe_load(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def real(today: Any) -> Catalogue:
    return open_catalogue(OWN, today, CONTENT)


MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
# Stands on every page by itself, so a word in it is no answer of the page.
SHORT_FORMS = re.compile(r'<details class="short-forms.*?</details>', re.DOTALL)


def words(site: Path, url: str) -> str:
    """Return what the page at `url` says, as text; "" when there is no such page."""
    path = site / url.strip("/") / "index.html"
    found = MAIN.search(path.read_text(encoding="utf-8")) if path.is_file() else None
    return page_texts.plain(SHORT_FORMS.sub("", found[0])) if found else ""


def says(text: str, phrase: str) -> bool:
    """Whether the text has the phrase as whole words; 46 is not in 106.846, nor in 46,5."""
    wanted = re.escape(" ".join(phrase.split()))
    return bool(re.search(rf"(?<!\w)(?<!\d[.,]){wanted}(?!(?<=\w)\w|(?<=\d)[.,]\d)", text))


@pytest.mark.parametrize(
    ("text", "phrase", "said"),
    [
        ("Ada 106.846 orang", "46", False),
        ("Ada 46.106 orang", "46", False),
        ("Ada 46,5 persen", "46", False),
        ("Ada 2046 orang", "46", False),
        ("Ada 46 orang.", "46 orang", True),
        ("Sebanyak 46.", "46", True),
        ("menjahitkan baju", "menjahit", False),
        ("Biaya: Rp0", "Biaya:", True),
        ("(Pasal 80)", "(Pasal 80)", True),
    ],
)
def test_a_phrase_is_found_as_whole_words_only(text: str, phrase: str, said: bool) -> None:
    assert says(text, phrase) == said


@pytest.mark.parametrize(("need", "page", "shows"), cases())
def test_the_page_shows_its_key_facts(
    site: Path, need: str, page: str, shows: tuple[str, ...]
) -> None:
    said = words(site, page)
    missing = [one for one in shows if not says(said, one)]
    assert not missing, f"{need}: {page} does not show {missing}"
    assert len(shows) >= 2


def test_every_need_and_topic_has_a_row_and_a_case(real: Catalogue) -> None:
    wanted = {f"need-{number:02d}" for number in range(1, NEEDS + 1)}
    wanted |= {f"pp59-{letter}" for letter in TOPICS}
    assert {one.id for one in real["needs"]} == wanted
    assert {need for need, _, _ in cases()} == wanted


def test_every_page_that_a_need_names_has_a_case(real: Catalogue) -> None:
    named = {(one.id, url) for one in real["needs"] for url in one["pages"]}
    assert named - {(need, page) for need, page, _ in cases()} == set()


def test_the_meter_counts_everything_fresh(real: Catalogue) -> None:
    for kind in ("topic", "need"):
        stale = [one.need.id for one in coverage.covered(real, kind) if not one.fresh]
        assert stale == []


def test_only_what_is_answered_whole_and_fresh_counts_as_answered(real: Catalogue) -> None:
    rows = coverage.covered(real, "topic")
    states = ["answered", "partly", "pointer"]
    counted = coverage.tally(rows, states)
    assert sum(counted.values()) == len(TOPICS)
    assert counted["answered"] == sum(not one.need["gap"] for one in rows) < len(TOPICS)
    late = on(real, "2036-01-01")
    assert set(coverage.tally(coverage.covered(late, "topic"), states).values()) == {0}


def test_the_coverage_says_how_fully_and_what_is_missing(site: Path, real: Catalogue) -> None:
    page = (site / "data/cakupan/index.html").read_text(encoding="utf-8")
    for one in real["needs"]:
        row = page.partition(f'id="{one.id}"')[2].partition("id=")[0]
        assert real.label("answer_states", one["state"]) in page_texts.plain(row)
        assert one["gap"] in page_texts.plain(row)
        assert '<use href="#shape-' in row, "colour and word alone do not survive a glance"


def test_the_coverage_names_pages_as_readers_call_them(real: Catalogue) -> None:
    rows = (row for kind in ("topic", "need") for row in coverage.covered(real, kind))
    titles = {answer.url: answer.title for row in rows for answer in row.answers}
    assert [one for one in titles.values() if "/" in one] == []
    assert titles["/wilayah/33.75/"].startswith("Kota Pekalongan")
    assert titles["/modus/visa-umrah-ziarah/"] != titles["/modus/"]


TEMPLATES = sorted([*ROOT.glob("templates/**/*.j2"), *ROOT.glob("overrides/**/*.html")])
# The name of a licence.
NAMES = {"4.0"}


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda one: one.name)
def test_no_template_states_a_number(path: Path) -> None:
    """Numbers of articles, money, years, phones and dates come from data/ (see `typed-fact`)."""
    code = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}|<(svg|style)\b.*?</\1>|<[^>]*>", re.DOTALL)
    text = code.sub(" ", path.read_text(encoding="utf-8"))
    assert {one[0] for one in TYPED.finditer(text)} <= NAMES


class _Links(HTMLParser):
    """Collects the links of a page: those of the menu, and those of its own text."""

    def __init__(self) -> None:
        super().__init__()
        self.menu: set[str] = set()
        self.own: set[str] = set()
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "details" and (self._depth or given.get("class") == "menu"):
            self._depth += 1
        href = given.get("href") or ""
        if tag == "a" and not href.startswith(("http", "tel:", "mailto:", "#")):
            (self.menu if self._depth else self.own).add(href)

    def handle_endtag(self, tag: str) -> None:
        if tag == "details" and self._depth:
            self._depth -= 1


@lru_cache
def links(site: Path, page: Path) -> tuple[frozenset[Path], frozenset[Path]]:
    """Return the pages that a page links to: from its text, from its menu."""
    parser = _Links()
    parser.feed(page.read_text(encoding="utf-8"))
    return _targets(site, page, parser.own), _targets(site, page, parser.menu)


def _targets(site: Path, page: Path, hrefs: set[str]) -> frozenset[Path]:
    found = set()
    for href in hrefs:
        path = re.split(r"[?#]", href)[0]
        target = (page.parent / path).resolve() if path else page
        target = target / "index.html" if target.is_dir() else target
        if target.is_file() and target.suffix == ".html" and target.is_relative_to(site):
            found.add(target)
    return frozenset(found)


def taps(site: Path) -> dict[Path, int]:
    """Return how many taps each page is from the front page, as far as the limit."""
    home = site / "index.html"
    distance = {home: 0}
    waiting = deque([home])
    while waiting:
        page = waiting.popleft()
        for target, more in _steps(site, page):
            far = distance[page] + more
            if far <= TAPS and far < distance.get(target, TAPS + 1):
                distance[target] = far
                waiting.append(target)
    return distance


def _steps(site: Path, page: Path) -> Iterator[tuple[Path, int]]:
    own, menu = links(site, page)
    yield from ((one, 1) for one in own)
    yield from ((one, FROM_THE_MENU) for one in menu - own)


def test_the_check_knows_every_page_of_the_site(real: Catalogue, site: Path) -> None:
    """A page that the rule `unknown-page` does not know could not be linked from data."""
    built = {f"/{path.parent.relative_to(site).as_posix()}/" for path in site.rglob("index.html")}
    known = addresses(real.tables) | {one.url for one in real.prose}
    assert (built - {"/./"}) - known == set()
    assert known - built - {"/"} == set()


def test_every_answer_is_three_taps_from_home(real: Catalogue, site: Path) -> None:
    near = taps(site.resolve())
    far = [
        f"{need.id}: {url}"
        for need in real["needs"]
        for url in need["pages"]
        if site.resolve() / url.strip("/") / "index.html" not in near
    ]
    assert far == []

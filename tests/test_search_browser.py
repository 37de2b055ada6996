"""The search in a real Chromium: the same answers as in Python, good ones, and few bytes.

Nothing here waits for a site to be built: the modules of assets/search and an index are served from
a folder of their own.
"""

from __future__ import annotations

import gzip
import json
import random
import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import rjsmin
from heard import firms, invented, queries
from playwright.sync_api import Browser, Page

from portal.catalogue import Catalogue
from portal.render import authored, page_texts, pages
from portal.search import Searcher
from portal.search.alike import similarity
from portal.search.constants import for_browser
from portal.search.entries import others
from portal.search.files import (
    lunr_script,
    names_file,
    numbers_file,
    others_file,
    prose_file,
    render,
)
from portal.search.names import Entry, Names
from portal.search.prose import stem
from scripts.serving import serve

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "assets" / "search"
CASES = Path(__file__).parent / "cases_search"
# Exposes everything on the window, so that a test can call it.
PAGE = """<!doctype html><title>search</title><script src="cari/lunr.js"></script>
<script type="module">
const names = ["fold", "alike", "stem", "rank"];
for (const name of names) Object.assign(window, await import(`/search/${name}.js`));
const get = (name) => fetch(`/cari/${name}.json`).then((answer) => answer.json());
window.searcher = new window.Searcher(await get("nama"));
window.searcher.addOthers(await get("lain"));
window.searcher.addNumbers(await get("nomor"));
window.searcher.addProse(await get("isi"), window.lunr);
window.ask = (all, limit) => all.map((one) => window.searcher.search(one, limit).map(
  (hit) => [hit.id, hit.kind, hit.title, hit.url, hit.score, hit.match]));
window.ready = true;
</script>"""


def folder(path: Path, files: dict[str, str]) -> Path:
    """Write the page, our modules and an index."""
    for name in ("search", "cari"):
        (path / name).mkdir()
    (path / "index.html").write_text(PAGE, encoding="utf-8")
    for module in MODULES.glob("*.js"):
        (path / "search" / module.name).write_bytes(module.read_bytes())
    for name, text in files.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


def opened(browser: Browser, path: Path) -> Iterator[Page]:
    """Open the page over a folder."""
    with serve(path) as address:
        page = browser.new_page()
        page.goto(address)
        page.wait_for_function("window.ready")
        yield page
        page.close()


def firm(at: int, name: str) -> Entry:
    """Return an agency with a place and, now and then, a second name."""
    more = (f"PT {name.replace(' ', '', 1)}",) if at % 5 == 0 else ()
    place = f"Kabupaten {firms(60, seed=5)[at % 60].split()[0]}, Jawa Timur"
    slug = name.lower().replace(" ", "-")
    names = (f"PT {name}", *more)
    return Entry("agency", slug, names[0], f"/p3mi/{slug}/", names, (), (place,))


def files_of(entries: list[Entry], seed: int = 4) -> dict[str, str]:
    """Return the index files of these agencies alone, with different standings."""
    chance = random.Random(seed)
    words = ("licensed", "recheck", "suspended", "revoked", "unproven")
    rows = [
        [["2026-11-22", chance.choice(words)], [f"2027-01-{chance.randint(10, 31)}", "recheck"]]
        for _ in entries
    ]
    empty: list[Entry] = []
    found = {
        "nama": names_file(entries, rows),
        "lain": others_file(empty),
        "nomor": numbers_file(empty),
    }
    found["isi"] = prose_file([])
    texts = {
        f"cari/{name}.json": json.dumps(data, ensure_ascii=False) for name, data in found.items()
    }
    return texts | {"cari/lunr.js": lunr_script()}


@pytest.fixture(scope="module")
def many() -> list[Entry]:
    """Return 5,000 made-up agencies, sorted as the real ones are."""
    return [firm(at, name) for at, name in enumerate(sorted(firms(5000)))]


@pytest.fixture(scope="module")
def large(
    browser: Browser, many: list[Entry], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Open a page with 5,000 made-up agencies."""
    yield from opened(browser, folder(tmp_path_factory.mktemp("many"), files_of(many)))


@pytest.fixture(scope="module")
def real(catalogue: Catalogue) -> Searcher:
    """Return the search over the real data and pages."""
    return Searcher(
        catalogue, page_texts.readable(authored.render(catalogue) | pages.render(catalogue))
    )


@pytest.fixture(scope="module")
def real_page(
    browser: Browser, real: Searcher, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Page]:
    """Open a page with the real index."""
    made = render(real.catalogue, real.pages)
    yield from opened(browser, folder(tmp_path_factory.mktemp("real"), made))


def asked(page: Page, queries: list[str], limit: int = 10) -> list[Any]:
    """Return what the browser answers to each query."""
    return list(page.evaluate("([all, limit]) => window.ask(all, limit)", [queries, limit]))


def test_fold_by_the_shared_cases(large: Page) -> None:
    cases = json.loads((CASES / "fold.json").read_text("utf-8"))
    texts = [case["text"] for case in cases]
    code = "texts => texts.map((text) => window.fold(text, window.searcher.rules))"
    assert large.evaluate(code, texts) == [case["words"] for case in cases]


def test_situations_by_the_shared_cases(real_page: Page) -> None:
    cases = json.loads((CASES / "situations.json").read_text("utf-8"))
    code = """texts => texts.map((text) => {
      const { entries } = window.searcher.situations;
      const [first] = window.searcher.situations.search(text);
      const need = window.searcher.isNeed(text);
      return { query: text, need, first: first ? entries[first.at].id : "" };
    })"""
    assert real_page.evaluate(code, [case["query"] for case in cases]) == cases


def test_stem_word_by_word(large: Page, real: Searcher) -> None:
    chance = random.Random(1)
    text = " ".join(one[2] for one in real.pages).lower()
    known = sorted(set(re.findall("[a-z0-9]+", text)))
    before = (
        "di ke me mem men meng pem pen peng pe per pel ber be bel ter memper mempel meny".split()
    )
    after = "i an kan lah kah pun nya ku mu kannya anku inya si".split()
    short = [word for word in known if 3 <= len(word) <= 8]
    built = [
        chance.choice(before) + chance.choice(short) + chance.choice(after) for _ in range(8000)
    ]
    words = [*known, *built]
    assert large.evaluate("words => words.map(window.stem)", words) == [stem(one) for one in words]


def test_likeness_of_any_two_words(large: Page) -> None:
    chance = random.Random(2)
    pairs = [
        ["".join(chance.choices("abdehijkmnprstu", k=chance.randint(1, 9))) for _ in "ab"]
        for _ in range(500)
    ]
    code = "pairs => pairs.map(([a, b]) => window.similarity(a, b, window.searcher.rules))"
    assert large.evaluate(code, pairs) == [similarity(one, other) for one, other in pairs]


def test_names_have_the_same_scores_as_in_python(large: Page, many: list[Entry]) -> None:
    names = Names(many)
    wanted = [typed for _, typed, _ in queries([one.title[3:] for one in many], 4)] + invented(20)
    found = asked(large, wanted)
    for query, hits in zip(wanted, found, strict=True):
        expected = [[names.entries[one.at].id, one.score / 1000] for one in names.search(query)]
        assert [[hit[0], hit[4]] for hit in hits] == expected[:10], query


def test_the_right_firm_is_first_among_5000(large: Page, many: list[Entry]) -> None:
    wanted = list(queries([one.title[3:] for one in many], 40))
    found = asked(large, [typed for _, typed, _ in wanted], 5)
    first = [
        bool(hits) and hits[0][2] == f"PT {name}"
        for (_, _, name), hits in zip(wanted, found, strict=True)
    ]
    five = [
        f"PT {name}" in [hit[2] for hit in hits]
        for (_, _, name), hits in zip(wanted, found, strict=True)
    ]
    missed = [one for one, right in zip(wanted, first, strict=True) if not right]
    assert sum(first) >= 0.97 * len(wanted), missed
    assert sum(five) >= 0.99 * len(wanted), missed


def test_an_invented_firm_is_never_the_answer_among_5000(large: Page) -> None:
    found = asked(large, invented(500))
    assert [hits for hits in found if any(hit[5] == "same" for hit in hits)] == []
    assert sum(bool(hits) for hits in found) <= 50


def test_real_names_and_pages_rank_as_in_python(real_page: Page, real: Searcher) -> None:
    wanted = real_queries(real)
    found = asked(real_page, wanted, 20)
    for query, hits in zip(wanted, found, strict=True):
        expected = [list(hit.as_dict().values()) for hit in real.search(query, 20)]
        assert hits == expected, query


def real_queries(real: Searcher) -> list[str]:
    """Return names, misspellings, numbers, places, plain questions and scraps of text."""
    chance = random.Random(6)
    names = [one["name"].removeprefix("PT ") for one in real.catalogue["agencies"]]
    named = [name for name in names if len(name.split()) > 1]
    words = " ".join(one[2] for one in real.pages).split()
    scraps = [" ".join(chance.choices(words, k=chance.randint(1, 3))) for _ in range(40)]
    numbers = [number for one in real.catalogue["offices"] for number in one["phones"]][:5]
    fixed = (
        "pt|pt adhi|smu|0800 1000|kota malang|disnaker lumajang|ijazah ditahan|biyaya|pasal 81||  "
    )
    cases = json.loads((CASES / "situations.json").read_text("utf-8"))
    meant = [case["query"] for case in cases]
    return (
        [typed for _, typed, _ in queries(named, 3)] + scraps + numbers + fixed.split("|") + meant
    )


@pytest.mark.parametrize(("count", "most"), [(2000, 60_000), (5000, 120_000)])
def test_bytes_to_the_first_result(many: list[Entry], count: int, most: int) -> None:
    names = files_of(many[:count])["cari/nama.json"]
    scripts = [rjsmin.jsmin(path.read_text("utf-8")) for path in sorted(MODULES.glob("*.js"))]
    sizes = [len(gzip.compress(text.encode(), 9)) for text in (names, *scripts)]
    assert sum(sizes) <= most, sizes


def test_the_rules_are_plain_json() -> None:
    assert json.loads(json.dumps(for_browser())).keys() == for_browser().keys()


def test_two_renders_are_equal(catalogue: Catalogue, real: Searcher) -> None:
    again = partial(render, catalogue, real.pages)
    assert again() == again()
    assert others(catalogue) == others(catalogue)

"""How good and how large the name search is, among 2,000 and 5,000 firms: counts, never seconds.

The questions are those of `make bench` (scripts/search_bench), asked of ours alone, in Chromium.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser

from portal.search.names import Names
from scripts.search_bench import queries as asking
from scripts.search_bench.engines import build
from scripts.search_bench.firms import Firm, firms
from scripts.search_bench.measure import answers, kinds, loaded, opened, total
from scripts.search_bench.mistakes import CLASSES
from scripts.search_bench.queries import Query, queries, strangers
from scripts.serving import serve

MOST_BYTES = {2000: 60_000, 5000: 120_000}
FIRST = 0.97
HARD = {"three_slips": 0.8, "half_wrong": 0.8, "press": 0.9, "initials": 0.9}
OTHERS = 0.96  # of every other class


@dataclass(frozen=True)
class Asked:
    """What was asked among so many firms, and what came back."""

    firms: list[Firm]
    queries: list[Query]
    found: list[list[str]]
    unknown: list[list[str]]
    bytes: int


@pytest.fixture(scope="module", params=sorted(MOST_BYTES))
def asked(
    request: pytest.FixtureRequest, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Asked]:
    """Ask everything once."""
    crowd = firms(request.param)
    folder = tmp_path_factory.mktemp("bench") / "ours"
    build("ours", folder, crowd)
    wanted = queries(crowd)
    with serve(folder) as address:
        page = opened(browser, address)
        page.evaluate("window.begin()")
        found = answers(page, [one.typed for one in wanted])
        unknown = answers(page, strangers())
        page.close()
        yield Asked(crowd, wanted, found, unknown, loaded(browser, address, folder))


def test_the_right_firm_is_first(asked: Asked) -> None:
    found = kinds(asked.queries, asked.found)
    assert total(found).first >= FIRST * total(found).asked
    for kind, one in found.items():
        assert one.first >= HARD.get(kind, OTHERS) * one.asked, (kind, one)


def test_what_is_called_the_answer_is_the_firm_meant(asked: Asked) -> None:
    wrong = [
        (query, ids)
        for query, ids in zip(asked.queries, asked.found, strict=True)
        if any(one.startswith("+") and one != f"+{query.meant}" for one in ids)
    ]
    assert wrong == []


def test_an_invented_name_has_no_answer(asked: Asked) -> None:
    assert len(asked.unknown) == 500
    assert not [ids for ids in asked.unknown if any(one.startswith("+") for one in ids)]
    assert sum(bool(ids) for ids in asked.unknown) <= 10


def test_few_bytes_come_before_the_first_answer(asked: Asked) -> None:
    assert asked.bytes <= MOST_BYTES[len(asked.firms)]


def test_the_browser_answers_as_python_does(asked: Asked) -> None:
    names = Names([one.entry for one in asked.firms])
    some = range(0, len(asked.queries), 20 if len(asked.firms) < 5000 else 60)
    for at in some:
        hits = names.search(asked.queries[at].typed)[:20]
        expected = [("+" if one.same else "") + names.entries[one.at].id for one in hits]
        assert asked.found[at] == expected, asked.queries[at]


def test_every_class_is_asked(asked: Asked) -> None:
    found = kinds(asked.queries, asked.found)
    assert list(found) == [one.__name__ for one in CLASSES]
    assert all(one.asked == asking.EACH for kind, one in found.items() if kind != "press")


def test_real_spellings_are_in_no_index() -> None:
    crowd = firms(500)
    known = {name for one in crowd for name in one.entry.names}
    real = [one for one in crowd if one.variants]
    assert len(real) >= 15
    assert not [name for one in real for name in one.variants if name in known]


def test_the_same_questions_every_time() -> None:
    crowd = firms(500)
    assert queries(crowd, 5) == queries(crowd, 5)
    assert [one.entry for one in firms(500)] == [one.entry for one in crowd]


def test_strange_words_are_in_no_name() -> None:
    from scripts.names import ENDINGS, WORDS

    known = {word.lower() for word in WORDS + ENDINGS}
    known |= {word for one in firms(200) for word in one.words}
    assert not known & {word.lower() for word in asking.STRANGE}

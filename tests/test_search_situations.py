"""What people in need type: help first, and the warning on firms never lost."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from heard import firms, invented

from portal.catalogue import Catalogue
from portal.render import words
from portal.search import Searcher
from portal.search.entries import agencies
from portal.search.fold import plain
from portal.search.situations import Situations, situations

CASES = json.loads((Path(__file__).parent / "cases_search/situations.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def known(catalogue: Catalogue) -> Situations:
    """Return the situations of the real data."""
    return situations(catalogue)


@pytest.mark.parametrize("case", CASES, ids=[case["query"] for case in CASES])
def test_what_is_meant(known: Situations, case: dict[str, object]) -> None:
    found = known.search(str(case["query"]))
    first = known.entries[found[0].at].id if found else ""
    assert (first, known.is_need(str(case["query"]))) == (case["first"], case["need"])


def test_danger_comes_first(known: Situations) -> None:
    found = known.search("sakit dan dipukul, gaji tidak dibayar")
    assert [known.entries[one.at].id for one in found] == ["disakiti", "gaji", "sakit"]


def test_every_expression_finds_its_situation(known: Situations) -> None:
    for one in known.entries:
        for phrase in one.phrases:
            found = [known.entries[each.at].id for each in known.search(" ".join(phrase))]
            assert one.id in found, phrase


def test_no_firm_is_taken_for_a_need(known: Situations, catalogue: Catalogue) -> None:
    names = [name for one in agencies(catalogue) for name in one.names]
    bare = [" ".join(plain(name)).removeprefix("pt ") for name in names]
    for name in [*names, *bare, *firms(2000), *invented(500)]:
        assert not known.is_need(name), name


def test_a_need_offers_no_firm_that_only_sounds_alike(catalogue: Catalogue) -> None:
    found = Searcher(catalogue).search("sakit")
    assert (found[0].url, found[0].match) == ("/bantuan/#sakit", "same")
    assert not [hit for hit in found if hit.kind == "agency"]


def test_beside_a_name_help_is_no_answer(catalogue: Catalogue) -> None:
    found = Searcher(catalogue).search("PT Bumi Mas Indonesia Mandiri paspor ditahan")
    assert found[0].id == "bumi-mas-indonesia-mandiri"
    assert [hit.match for hit in found if hit.id == "dokumen-ditahan"] == ["close"]


def test_every_target_is_in_the_built_site(known: Situations, site: Path) -> None:
    for one in known.entries:
        page, _, anchor = one.url.partition("#")
        text = (site / page.strip("/") / "index.html").read_text("utf-8")
        assert not anchor or f'id="{anchor}"' in text, one.url


def test_a_card_and_the_list_say_the_same_place(catalogue: Catalogue) -> None:
    for one in agencies(catalogue):
        assert one.place == words.place_of(catalogue, catalogue.get("agencies", one.id)), one.id


@pytest.mark.parametrize("query", ["adhi", "PT Adhi", "Adhi makmur"])
def test_the_very_word_comes_before_one_that_sounds_alike(catalogue: Catalogue, query: str) -> None:
    assert Searcher(catalogue).search(query)[0].id == "adhi-makmur-oenggoel-insani"

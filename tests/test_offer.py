"""Check an offer: every answer rests on the data, the heaviest sign speaks, nothing says "aman"."""

from __future__ import annotations

import re

import pytest
from conftest import ROOT
from golden_cases import good_folder
from hypothesis import given
from hypothesis import strategies as st

from portal.catalogue import Catalogue
from portal.clock import read_day
from portal.edge import open_catalogue
from portal.model import Record
from portal.render import offer, page_texts
from portal.render.lookups import shown

PATH = "cek/tawaran/index.md"
DAY = read_day("2026-11-22")
REAL = open_catalogue(ROOT / "data", DAY)
WEIGHTS = ("danger", "warning", "none")
# What a result must never say of an offer.
VERDICT = re.compile(r"\b(aman|resmi|terpercaya|tepercaya|terjamin|legal)\b", re.IGNORECASE)
CALM = re.compile(r"\b(aman|terpercaya|tepercaya|terjamin)\b", re.IGNORECASE)
LONGEST = 15


def answers() -> list[tuple[str, Record]]:
    questions = REAL["offer_questions"]
    return [(f"{one.id}/{answer['id']}", answer) for one in questions for answer in one["answers"]]


def test_there_are_eight_to_twelve_questions() -> None:
    assert 8 <= len(REAL["offer_questions"]) <= 12


@pytest.mark.parametrize(("name", "answer"), answers())
def test_every_answer_rests_on_the_law_and_a_source(name: str, answer: Record) -> None:
    assert answer["sign"]
    assert answer["sources"]
    rules = [REAL.get("provisions", one) for one in answer["provisions"]]
    assert rules
    assert all(shown(REAL, one) for one in rules), "a rule that may not be shown as a fact"


@pytest.mark.parametrize(("name", "answer"), answers())
def test_every_danger_has_a_pattern_or_a_prohibition(name: str, answer: Record) -> None:
    kinds = {REAL.get("provisions", one)["kind"] for one in answer["provisions"]}
    known = answer["patterns"] or kinds & {"prohibition", "admin_sanction", "criminal_sanction"}
    assert answer["weight"] != "danger" or known


@pytest.mark.parametrize("question", REAL["offer_questions"], ids=lambda one: one.id)
def test_not_knowing_is_always_an_answer_and_never_fine(question: Record) -> None:
    by_id = {one["id"]: one for one in question["answers"]}
    assert len(by_id) == len(question["answers"])
    assert by_id["tidak-tahu"]["weight"] == "warning"
    assert by_id["tidak-tahu"] is question["answers"][-1]
    assert any(one["weight"] == "danger" for one in question["answers"])


@pytest.mark.parametrize("question", REAL["offer_questions"], ids=lambda one: one.id)
def test_questions_and_signs_are_short(question: Record) -> None:
    said = [question["question"], question["why"]]
    said += [one[field] for one in question["answers"] for field in ("label", "sign", "ask")]
    sentences = [part for text in said for part in re.split(r"(?<=[.?!])\s", text)]
    assert [one for one in sentences if len(one.split()) > LONGEST] == []


def test_a_country_that_is_named_is_tied_to_its_record() -> None:
    for name, answer in answers():
        text = f"{answer['label']} {answer['sign']}"
        named = {one.id for one in REAL["destinations"] if one["country"] in text}
        assert named <= set(answer["destinations"]), name


@given(st.lists(st.sampled_from(WEIGHTS)))
def test_the_heaviest_sign_speaks(chosen: list[str]) -> None:
    said = offer.headline(REAL, chosen)
    heaviest = next((one for one in WEIGHTS if one in chosen), "none")
    assert said == REAL.meaning("offer_weights", heaviest)
    assert not VERDICT.search(said)
    assert said == "Jangan lanjut dulu." or "danger" not in chosen


@given(st.permutations(["danger", "warning", "none", "none", "warning"]))
def test_the_order_of_the_answers_changes_nothing(chosen: list[str]) -> None:
    assert offer.headline(REAL, chosen) == "Jangan lanjut dulu."


@given(st.data())
def test_one_more_answer_never_makes_a_result_lighter(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(WEIGHTS), min_size=1))
    more = data.draw(st.sampled_from(WEIGHTS))
    heads = [REAL.meaning("offer_weights", one) for one in WEIGHTS]
    before = heads.index(offer.headline(REAL, chosen))
    assert heads.index(offer.headline(REAL, [*chosen, more])) <= before


def test_nothing_chosen_and_nothing_bad_is_no_proof() -> None:
    for chosen in ([], ["none"]):
        assert "Itu belum bukti" in offer.headline(REAL, chosen)


def test_ranks_are_by_weight_then_as_asked() -> None:
    ranks = offer.ranks(REAL)
    assert sorted(ranks.values()) == list(range(len(answers())))
    by_rank = {ranks[question.id, one["id"]]: one["weight"] for question, one in keyed()}
    in_order = [WEIGHTS.index(by_rank[place]) for place in range(len(by_rank))]
    assert in_order == sorted(in_order)
    for weight in WEIGHTS:
        same = [
            ranks[one.id, answer["id"]] for one, answer in keyed() if answer["weight"] == weight
        ]
        assert same == sorted(same)


def keyed() -> list[tuple[Record, Record]]:
    return [(one, answer) for one in REAL["offer_questions"] for answer in one["answers"]]


def test_no_sign_calls_an_offer_good() -> None:
    said = [answer["sign"] for _, answer in answers()]
    said += [f"{one['label']} {one['description']}" for one in weight_words(REAL)]
    assert [one for one in said if VERDICT.search(one)] == []


def weight_words(catalogue: Catalogue) -> list[Record]:
    return list(catalogue.get("vocabulary", "offer_weights")["values"])


def test_the_page_never_says_that_anything_is_safe(made: dict[str, str]) -> None:
    assert CALM.search(page_texts.plain(made[PATH])) is None


def test_the_page_shows_every_question_sign_rule_and_source(made: dict[str, str]) -> None:
    text = page_texts.plain(made[PATH])
    for question, answer in keyed():
        assert question["question"] in text
        assert answer["label"] in text
        assert answer["sign"] in text
    cited = {one for _, answer in keyed() for one in answer["sources"]}
    assert all(f"/data/sumber/#{one}" in made[PATH] for one in cited)
    rules = {one for _, answer in keyed() for one in answer["provisions"]}
    assert all(f"#{one}" in made[PATH] for one in rules)


def test_the_least_of_a_work_agreement_is_that_of_pasal_15() -> None:
    found = offer.contract(REAL)
    assert [rule.id[-1] for rule, _ in found] == list("abcdefg")
    assert all(words[0].isupper() and "memuat" not in words for _, words in found)


def test_nothing_on_the_page_can_be_sent(made: dict[str, str]) -> None:
    assert "<form" not in made[PATH]
    script = (ROOT / "assets" / "offer.js").read_text(encoding="utf-8")
    for word in (
        "localStorage",
        "sessionStorage",
        "fetch(",
        "XMLHttpRequest",
        "cookie",
        "history.",
    ):
        assert word not in script


def test_the_page_stands_without_law_or_questions(tmp_path) -> None:
    folder = good_folder(tmp_path)
    small = open_catalogue(folder, DAY)
    assert "Visa ziarah bukan visa kerja." in offer.render(small)[PATH]
    bare = Catalogue({**small.tables, "offer_questions": ()}, DAY)
    assert "Belum ada pertanyaan" in offer.render(bare)[PATH]

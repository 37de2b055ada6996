"""The scorer of names: what is found, what is not, and what is never said."""

from __future__ import annotations

import pytest
from heard import firms, invented
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.search.alike import distance, similarity
from portal.search.names import Entry, Names

LETTERS = st.text(alphabet="abdegihjkmnoprstuw", max_size=12)


def entries(*names: str | tuple[str, ...], **more: tuple[str, ...]) -> list[Entry]:
    """Return agencies with these names; a tuple gives one agency several names."""
    found = [(name,) if isinstance(name, str) else name for name in names]
    return [Entry("agency", one[0], one[0], "/", one, **more) for one in found]


def titles(names: Names, query: str) -> list[tuple[str, bool]]:
    """Return (title, same) of what is found."""
    return [(names.entries[one.at].title, one.same) for one in names.search(query)]


@pytest.fixture(scope="module")
def some() -> Names:
    """Return an index of 400 made-up firms and a few known ones."""
    known = (
        "PT Bumi Mas Indonesia Mandiri",
        "PT Sukses Mandiri Utama",
        ("PT Multi Intan Amanah Internasional", "PT MIA"),
        "PT Alwihdah Jaya Sentosa",
        ("PT Elshafah Adi Wiguna Mandiri", "PT Nama Lama Sekali"),
    )
    return Names(entries(*known, *(f"PT {one}" for one in firms(400))))


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("PT. BUMI MAS INDONESIA MANDIRI", "PT Bumi Mas Indonesia Mandiri"),
        ("bumimas indonesia mandiri", "PT Bumi Mas Indonesia Mandiri"),
        ("BumiMasIndonesiaMandiri", "PT Bumi Mas Indonesia Mandiri"),
        ("Alwihda Djaja Santosa", "PT Alwihdah Jaya Sentosa"),
        ("al wihdah jaya sentosa", "PT Alwihdah Jaya Sentosa"),
        ("mia", "PT Multi Intan Amanah Internasional"),
        ("P.T. M.I.A.", "PT Multi Intan Amanah Internasional"),
        ("nama lama sekali", "PT Elshafah Adi Wiguna Mandiri"),
        ("elsafa", "PT Elshafah Adi Wiguna Mandiri"),
        ("mandiri utama sukses", "PT Sukses Mandiri Utama"),
        ("smu", "PT Sukses Mandiri Utama"),
        ("agen resmi PT multi intan", "PT Multi Intan Amanah Internasional"),
        ("bumi mas indo", "PT Bumi Mas Indonesia Mandiri"),
    ],
)
def test_a_name_is_found_as_it_is_written(some: Names, query: str, meant: str) -> None:
    assert titles(some, query)[0][0] == meant


@pytest.mark.parametrize(
    "query", ["bumimas indonesia mandiri", "PT Alwihda Jaya Sentosa", "pt mia"]
)
def test_the_same_after_folding_may_be_the_answer(some: Names, query: str) -> None:
    assert titles(some, query)[0][1]


@pytest.mark.parametrize(
    "query", ["bumi mas", "smu", "sukses mandiri utma", "utama mandiri sukses"]
)
def test_half_a_name_initials_and_misspellings_are_only_offered(some: Names, query: str) -> None:
    found = titles(some, query)
    assert found and not any(same for _, same in found)


@pytest.mark.parametrize(
    "query", ["", " ", "PT", "pt.", "x", "angin ribut", "PT Xyzzy Qwfp", "日本", "''"]
)
def test_an_unknown_name_gives_nothing(some: Names, query: str) -> None:
    assert titles(some, query) == []


def test_two_firms_of_one_name_are_both_shown() -> None:
    twins = Names(entries("PT Karya Cahaya", "PT Karia Tjahaya", "PT Lain Sama Sekali"))
    assert titles(twins, "karya cahaya") == [("PT Karya Cahaya", True), ("PT Karia Tjahaya", True)]


def test_short_names_must_be_spelt_alike() -> None:
    short = Names(entries("PT KSA", "PT CSA", "PT Lain Sama Sekali"))
    assert [title for title, same in titles(short, "ksa") if same] == ["PT KSA"]


def test_a_number_is_an_exact_match() -> None:
    names = Names(entries("PT Satu Dua", numbers=("2129244800",)))
    assert titles(names, "021 2924 4800") == [("PT Satu Dua", True)]
    assert titles(names, "021 2924 4801") == []


def test_a_town_helps_and_a_wrong_town_does_not_hide() -> None:
    one = Entry("agency", "1", "PT Bumi Mas", "/", ("PT Bumi Mas",), places=("Kota Malang",))
    two = Entry("agency", "2", "PT Bumi Emas", "/", ("PT Bumi Emas",), places=("Kota Jambi",))
    names = Names([one, two])
    assert titles(names, "bumi mas malang")[0][0] == "PT Bumi Mas"
    assert "PT Bumi Mas" in [title for title, _ in titles(names, "bumi mas jambi")]


def test_a_word_of_a_name_answers_only_once() -> None:
    names = Names(entries("PT Karya Satria Abadi", "PT Sentosa Karya Mandiri", *firms(50)))
    assert "PT Sentosa Karya Mandiri" not in [title for title, _ in titles(names, "kriya satria")]


def test_an_invented_firm_is_never_the_answer() -> None:
    names = Names(entries(*(f"PT {one}" for one in firms(300))))
    found = [titles(names, query) for query in invented(60)]
    assert not [one for one in found if any(same for _, same in one)]
    assert sum(bool(one) for one in found) <= 4


def test_scores_are_whole_numbers_of_0_to_1000(some: Names) -> None:
    for query in [*firms(10, seed=9), *invented(10)]:
        assert all(
            isinstance(one.score, int) and 0 < one.score <= 1000 for one in some.search(query)
        )


def test_the_best_comes_first(some: Names) -> None:
    scores = [one.score for one in some.search("mandiri jaya")]
    assert scores == sorted(scores, reverse=True)


@given(LETTERS, LETTERS)
def test_likeness_is_symmetric(one: str, other: str) -> None:
    assert distance(one, other) == distance(other, one)
    assert 0 <= similarity(one, other) <= 1000


@given(LETTERS, LETTERS)
def test_only_equal_texts_are_fully_alike(one: str, other: str) -> None:
    assert (similarity(one, other) == 1000) == (one == other)


@given(st.text(max_size=300))
@settings(max_examples=50, deadline=None)
def test_any_text_may_be_asked(some: Names, text: str) -> None:
    assert isinstance(some.search(text), list)

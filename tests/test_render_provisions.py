"""Provisions: in force, verified, in the order of the law."""

from __future__ import annotations

from datetime import date

from record_tools import on, record

from portal.catalogue import Catalogue
from portal.render.lookups import provision_url, shown
from portal.render.provisions import article_key, history, rights, unread


def test_what_is_unverified_is_nowhere_shown_as_a_fact(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    doubtful = [one.id for one in catalogue["provisions"] if one["verification"] == "unverified"]
    text = "\n".join(made.values())
    assert doubtful
    assert [one for one in doubtful if f'id="{one}"' in text] == []
    assert {provision_url(catalogue, one) for one in doubtful} == {""}


def test_a_provision_is_shown_only_while_it_is_in_force(catalogue: Catalogue) -> None:
    one = record(
        "provisions",
        verification="verified",
        **{"from": date(2026, 1, 2), "until": date(2026, 12, 31)},
    )
    days = ("2026-01-01", "2026-01-02", "2026-12-31", "2027-01-01")
    assert [shown(on(catalogue, day), one) for day in days] == [False, True, True, False]


def test_articles_are_in_the_order_of_the_law() -> None:
    known = [record("provisions", article=one, paragraph="") for one in ("10", "9", "82 huruf b")]
    assert [one["article"] for one in sorted(known, key=article_key)] == ["9", "10", "82 huruf b"]


def test_rights_of_victims_stand_apart_from_those_of_every_worker() -> None:
    own, victim = (
        record("provisions", kind="right", regulation="a", subject=subject)
        for subject in ("Pekerja Migran Indonesia", "Korban atau saksi perdagangan orang")
    )
    found = rights([own, victim], {"a": "in_force"})
    assert (found["rights"], found["victims"]) == ([own], [victim])


def test_the_law_itself_comes_first_among_the_regulations(made: dict[str, str]) -> None:
    page = next(text for path, text in made.items() if path.startswith("peraturan/index"))
    cards = [page.index(f'id="{one}"') for one in ("uu-18-2017", "pp-59-2021", "uu-39-2004")]
    assert cards == sorted(cards)


def test_what_changed_is_told_newest_first_and_undated_last(catalogue: Catalogue) -> None:
    told = [one.record["from"] for one in history(catalogue)]
    dated = [day for day in told if day]
    assert dated == sorted(dated, reverse=True)
    assert told[: len(dated)] == dated
    changed = {old.id for one in history(catalogue) for old in (*one.amends, *one.replaces)}
    assert {"uu-18-2017", "uu-39-2004", "permenaker-18-2018"} <= changed


def test_the_register_names_the_successor_of_a_replaced_regulation(made: dict[str, str]) -> None:
    page = next(text for path, text in made.items() if path.startswith("peraturan/index"))
    card = page[page.index('id="permenaker-18-2018"') :]
    assert "Digantikan oleh" in card[: card.index("</li>")]
    assert "Permenaker 4/2023" in card[: card.index("</li>")]


def test_a_duty_that_nobody_could_verify_is_named_but_not_told(made: dict[str, str]) -> None:
    page = next(text for path, text in made.items() if path.startswith("hak/index"))
    assert "Pasal 6 ayat (2) huruf c UU 18/2017" in page
    assert "teks terputus" not in page  # its words; what others lack says which words are lost


def test_only_the_workers_own_unverified_provisions_are_named() -> None:
    own, verified, other = (
        record("provisions", kind="duty", subject=subject, verification=verification)
        for subject, verification in (
            ("Pekerja Migran Indonesia", "unverified"),
            ("Pekerja Migran Indonesia", "verified"),
            ("P3MI", "unverified"),
        )
    )
    assert unread([own, verified, other], [verified]) == [own]


def test_a_copy_of_a_law_is_named_after_the_law_not_after_its_site(made: dict[str, str]) -> None:
    page = next(text for path, text in made.items() if path.startswith("hak/index"))
    assert "Naskah UU 18/2017 (salinan)" in page
    assert "GitHub" not in page

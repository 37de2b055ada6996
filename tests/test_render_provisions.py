"""Provisions: in force, verified, in the order of the law."""

from __future__ import annotations

from datetime import date

from record_tools import on, record

from portal.catalogue import Catalogue
from portal.render.lookups import provision_url, shown
from portal.render.provisions import article_key


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

"""Authored pages that list records one by one: none is forgotten."""

from __future__ import annotations

from pathlib import Path

from portal.catalogue import Catalogue
from portal.placeholders import Placeholder, placeholders

CONTENT = Path(__file__).parent.parent / "content"


def quotes(page: str) -> list[Placeholder]:
    return list(placeholders((CONTENT / page / "index.md").read_text(encoding="utf-8")))


def test_the_page_of_ltsa_names_every_ltsa(catalogue: Catalogue) -> None:
    quoted = {one.args[1] for one in quotes("ltsa") if one.args[:1] == ("offices",)}
    known = {one.id for one in catalogue["offices"] if one["kind"] == "ltsa"}
    assert known
    assert known - quoted == set()


def test_every_kind_of_content_of_a_work_agreement_is_named() -> None:
    quoted = {arg for one in quotes("perjanjian") for arg in one.args}
    assert {f"uu18-2017-p15-2{letter}" for letter in "abcdefg"} <= quoted
    assert {f"perbanbp2mi1-2020-p2-2{letter}" for letter in "abcdefghijkl"} <= quoted

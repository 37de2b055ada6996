"""The normal form of names: the shared cases, and what must hold for any text."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.search.constants import LEGAL, TABLE
from portal.search.fold import bare, digits, fold, joined

CASES = json.loads((Path(__file__).parent / "cases_search" / "fold.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"] or "empty")
def test_shared_cases(case: dict[str, object]) -> None:
    assert fold(str(case["text"])) == case["words"]


@given(st.text(max_size=60))
def test_only_plain_letters_and_digits_are_left(text: str) -> None:
    assert all(re.fullmatch("[a-z0-9]+", word) for word in fold(text))


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=60))
def test_case_and_stops_do_not_matter(text: str) -> None:
    assert fold(text.upper().replace(" ", ". ")) == fold(text.replace(" ", " . "))


@given(
    st.lists(st.sampled_from("bumi mas indonesia karya alwihdah".split()), min_size=1, max_size=4)
)
def test_the_legal_form_does_not_matter(words: list[str]) -> None:
    name = " ".join(words)
    for written in (f"PT {name}", f"P.T. {name}", f"pt.{name}", f"{name}, Tbk", f"CV {name}"):
        assert fold(written) == fold(name)


def test_every_line_of_the_table_is_used() -> None:
    for old, _ in TABLE:
        assert joined(f"a{old}a") != f"a{old}a" or old == "h "
    assert joined("alwihdah") == "alwihda"


def test_legal_forms_are_no_part_of_initials() -> None:
    assert bare("PT Sukses Mandiri Utama (Persero) Tbk") == ["sukses", "mandiri", "utama"]
    assert "pt" in LEGAL


def test_a_number_is_the_same_with_and_without_country_code() -> None:
    written = ("+62 21 2924 4800", "021-29244800", "62 21 29244800", "(021) 29244800")
    assert {digits(one) for one in written} == {"2129244800"}

"""Sanctions: the law of the day, the law before it, and how sure we are."""

from __future__ import annotations

import re
from datetime import date

import pytest
from record_tools import words

from portal.catalogue import Catalogue
from portal.render.page_texts import plain
from portal.render.sanctions import versions


def test_sanctions_show_article_81_as_it_stands_and_as_it_was(made: dict[str, str]) -> None:
    card = re.search(r'id="pasal-81">.*?</details>', made["sanksi/index.md"], re.DOTALL)
    assert card
    text = plain(card[0])
    now, old = text.split("Bunyi lama")
    assert (
        "penjara paling lama 10 tahun dan/atau denda paling banyak kategori VI (Rp2 miliar)" in now
    )
    assert "Berlaku sejak 2 Januari 2026" in now
    assert "Pasal 81 UU 18/2017" in now
    assert "penjara paling lama 10 tahun dan denda paling banyak Rp15 miliar" in old
    assert "Berlaku sampai 1 Januari 2026" in old


def test_the_page_of_a_sanction_explains_connector_doubt_and_what_to_do(
    made: dict[str, str],
) -> None:
    text = words(made, "sanksi/pasal-81/index.md")
    assert "Arti “dan/atau”: Hakim boleh memilih salah satu atau dua-duanya." in text
    assert "Satu sumber" in text
    assert "/larangan/#uu18-2017-p69" in made["sanksi/pasal-81/index.md"]
    assert 'href="/bantuan/"' in made["sanksi/pasal-81/index.md"]


def test_a_quotation_that_is_not_exact_says_so(made: dict[str, str]) -> None:
    assert "bukan bunyi persis" in words(made, "sanksi/pasal-84-2/index.md")
    assert "bukan bunyi persis" not in words(made, "sanksi/pasal-81/index.md")


@pytest.mark.parametrize(
    ("day", "fine"), [("2026-01-01", 15_000_000_000), ("2026-01-02", 2_000_000_000)]
)
def test_the_day_decides_which_version_holds(catalogue: Catalogue, day: str, fine: int) -> None:
    found = versions(catalogue.get("sanctions", "pasal-81"), date.fromisoformat(day))
    assert found.now is not None
    assert found.now["fine_rp"] == fine


def test_no_version_of_any_sanction_is_lost(catalogue: Catalogue) -> None:
    for sanction in catalogue["sanctions"]:
        for day in ("2010-01-01", "2020-01-01", "2026-01-02", "2040-01-01"):
            found = versions(sanction, date.fromisoformat(day))
            parts = [*found.earlier, *found.later, *([found.now] if found.now else [])]
            assert set(parts) == set(sanction["versions"])

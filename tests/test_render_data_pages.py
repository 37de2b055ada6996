"""Pages about the data: what is withheld, what will change."""

from __future__ import annotations

import re

from record_tools import on, words

from portal.catalogue import Catalogue
from portal.render import pages
from portal.render.page_texts import plain


def test_data_page_counts_what_is_withheld(made: dict[str, str], catalogue: Catalogue) -> None:
    text = words(made, "data/index.md")
    held = catalogue.withheld.get("training", 0)
    assert f"Pelatihan {len(catalogue['training'])} {held}" in re.sub(r"\s+", " ", text)


def test_changes_list_the_standings_that_turn_within_half_a_year(catalogue: Catalogue) -> None:
    text = pages.render(on(catalogue, "2026-03-01"))["perubahan/index.md"]
    assert "PT Bumi Mas Indonesia Mandiri" in plain(text)
    assert "dari “Dihentikan sementara” menjadi “Perlu dicek ulang”" in plain(text)

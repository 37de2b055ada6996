"""The box that explains a page's abbreviations."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.catalogue import Catalogue
from portal.render.short_forms import explainer, texts
from scripts.page_text import blocks

Explain = Callable[[str], str]


@pytest.fixture(scope="module")
def explain(catalogue: Catalogue) -> Explain:
    return explainer(catalogue)


def terms(html: str) -> list[str]:
    """Return what the box of a page explains."""
    read = blocks(f"<main>{html}</main>")
    return [one.text for one in read if one.tag == "dt" and one.inside("short-forms")]


def test_what_is_used_unexplained_is_explained_below_the_heading(explain: Explain) -> None:
    made = explain("<h1>Judul</h1>\n<p>Ringkas.</p>\n<h2>Isi</h2><p>Bawa surat ke LTSA.</p>")
    assert terms(made) == ["LTSA"]
    assert made.index("Ringkas.") < made.index("Layanan Terpadu Satu Atap") < made.index("<h2>")


def test_what_a_meaning_uses_is_explained_too(explain: Explain) -> None:
    assert {"SIP2MI", "P3MI"} <= set(terms(explain("<h1>Judul</h1><p>Minta SIP2MI.</p>")))


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Judul</h1><p>Bawa KTP dan KK.</p>",
        "<h1>Judul</h1><p>LTSA (kantor layanan satu atap) buka. LTSA tutup.</p>",
        '<h1>Judul</h1><p>Isi.</p><div class="sources"><p>KBRI Tripoli</p></div>',
        "<h1>Judul</h1><pre>KBRI</pre><script>KBRI</script>",
        "<h1>Judul</h1><p>XYZWQ tidak ada artinya di data.</p>",
    ],
)
def test_a_page_that_needs_no_box_is_left_alone(explain: Explain, html: str) -> None:
    assert explain(html) == html


def test_a_panel_to_type_in_comes_first(explain: Explain) -> None:
    made = explain('<div class="ask">\n<h1>Cek</h1><p>Nama?</p></div><p>Tanya LTSA.</p>')
    assert made.index("Tanya LTSA.") < made.index("<details")


def test_explanations_count_before_headings() -> None:
    html = "<h1>Apa itu LTSA</h1><p>LTSA (layanan satu atap).</p><h2>LTSA</h2>"
    assert texts(html) == ["LTSA (layanan satu atap).", "Apa itu LTSA", "LTSA"]


def test_on_a_firm_s_page_the_standing_comes_first(explain: Explain, made: dict[str, str]) -> None:
    page = made["p3mi/bumi-mas-indonesia-mandiri/index.md"]
    shown = explain(page)
    assert shown.index('class="standing__word"') < shown.index('class="short-forms ')

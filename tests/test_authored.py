"""Authored pages: their placeholders become facts with dates and links; staff pages stay."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from golden_cases import TODAY, good_folder

from portal.catalogue import Catalogue
from portal.edge import CONTENT, OWN, content_of, open_catalogue
from portal.placeholders import KINDS, placeholders, without
from portal.render import authored, keeping


@pytest.fixture(scope="module")
def real() -> Catalogue:
    return open_catalogue(OWN, TODAY, CONTENT)


def filled(folder: Path, text: str) -> str:
    """Return what becomes of a text in a page of the real data's copy of placeholders."""
    page = Path(shutil.copytree(CONTENT, folder / "content")) / "coba.md"
    front = "---\ntitle: Coba\ndescription: Coba.\nowner: law\nreview_by: 2027-05-31\n---\n"
    page.write_text(front + text, encoding="utf-8")
    made = authored.render(open_catalogue(OWN, TODAY, folder / "content"))
    return made["coba.md"].removeprefix(front)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("{{ rule uu18-2017-p30-1 }}", "Pekerja migran tidak boleh dibebani biaya penempatan."),
        ("{{ article uu18-2017-p30-1 }}", ">Pasal 30 ayat (1) UU 18/2017</a>"),
        ("{{ field regulations uu-18-2017 from }}", "22 November 2017"),
        ("{{ since uu-18-2017 }}", "22 November 2017"),
        ("{{ penalty pasal-81 }}", "penjara paling lama 10 tahun"),
        ("{{ penalty pasal-81 }}", "dan/atau"),
        ("{{ sanction pasal-81 }}", 'href="/sanksi/pasal-81/"'),
        ("{{ term pmi }}", "Warga negara Indonesia yang akan, sedang, atau telah bekerja"),
        ("{{ service siskop2mi }}", ">SISKOP2MI</a>"),
        ("{{ calls indonesia hotline }}", 'href="tel:08001000"'),
        ("{{ steps p3mi }}", "Pilih lowongan resmi"),
        ("{{ rules uu18-2017-p42a uu18-2017-p42b }}", "Pasal 42 huruf b UU 18/2017"),
    ],
)
def test_a_placeholder_becomes_the_fact(tmp_path: Path, written: str, expected: str) -> None:
    assert expected in filled(tmp_path, f"# Coba\n\n{written}\n")


def test_text_around_placeholders_is_kept(tmp_path: Path) -> None:
    told = filled(tmp_path, "Awal {{ rule uu18-2017-p30-1 }} akhir.\n")
    assert told.startswith("Awal Pekerja migran") and told.strip().endswith("penempatan. akhir.")


def test_a_block_has_no_empty_line(tmp_path: Path) -> None:
    block = filled(tmp_path, "{{ rules uu18-2017-p42a uu18-2017-p42b }}\n").strip()
    assert block.startswith("<ul") and "\n\n" not in block


def test_sources_of_the_front_matter_stand_at_the_foot(tmp_path: Path) -> None:
    data = good_folder(tmp_path)
    made = authored.render(open_catalogue(data, TODAY, tmp_path / "content"))
    body = made["panduan/index.md"]
    assert body.index("Sumber halaman ini") > body.index("Setiap Orang dilarang menempatkan anak.")
    assert "/data/sumber/#daftar" in body
    assert "Sumber halaman ini" not in made["index.md"]


def test_staff_pages_keep_their_placeholders(real: Catalogue) -> None:
    made = authored.render(real)
    assert "{{ rule" in made["staf/aturan/unknown-placeholder.md"]


def test_pages_belong_to_our_own_data(tmp_path: Path) -> None:
    assert content_of(OWN) == CONTENT
    assert content_of(tmp_path) is None


def test_places_of_placeholders() -> None:
    text = "a {{ rule x }}\n\n  {{ calls  hotline\tpolice }}"
    found = list(placeholders(text, 10))
    assert [(one.name, one.args, one.line, one.column) for one in found] == [
        ("rule", ("x",), 10, 3),
        ("calls", ("hotline", "police"), 12, 3),
    ]
    assert len(without(text)) == len(text) and "{" not in without(text)


def test_every_placeholder_has_its_macro(real: Catalogue) -> None:
    environment = authored.template_environment(real)
    source = environment.loader.get_source(environment, "macros/quotes.j2")[0]  # type: ignore[union-attr]
    for name in KINDS.keys() - {"field"}:
        assert f"{{% macro {name}(" in source


def test_who_keeps_a_page() -> None:
    known = keeping.kept(open_catalogue(OWN, TODAY, CONTENT))
    assert keeping.sentence(known, "/p3mi/sinar-laut/").startswith(
        "Dijaga oleh petugas penempatan."
    )
    assert keeping.sentence(known, "/tidak-ada/") == ""
    assert "owner: placement\n" in keeping.front(known, "/biaya/")
    assert "pp59: [e]\n" in keeping.front(known, "/biaya/")


def test_an_overdue_page_says_so() -> None:
    late = keeping.kept(open_catalogue(OWN, date(2027, 12, 31), CONTENT))
    assert keeping.sentence(late, "/biaya/").startswith("Seharusnya ditinjau sebelum 31 Mei 2027.")

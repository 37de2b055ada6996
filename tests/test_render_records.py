"""Record pages: counts, figures, what must stay visible and what must stay away."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest
from conftest import ROOT

from portal.catalogue import Catalogue, publishable
from portal.check import check
from portal.render import pages
from portal.render.page_texts import front_matter

SOURCE = re.compile(r'href="/data/sumber/#([^"]+)"')
ANCHOR = re.compile(r'href="(/(?:larangan|hak|dokumen|sosialisasi|peraturan/[^/"]+)/)#([^"]+)"')
TABLES = {
    "p3mi": "agencies",
    "pelatihan": "training",
    "sanksi": "sanctions",
    "wilayah": "regions",
    "prosedur": "procedures",
    "modus": "fraud_patterns",
    "negara": "destinations",
    "peraturan": "regulations",
}


@pytest.mark.parametrize(("folder", "table"), TABLES.items())
def test_every_record_has_its_page(
    made: dict[str, str], catalogue: Catalogue, folder: str, table: str
) -> None:
    found = {
        path.split("/")[1] for path in made if re.fullmatch(rf"{folder}/[^/]+/index\.md", path)
    }
    assert found == {one.id for one in catalogue[table]}


def test_there_is_a_page_for_all_552_regions(made: dict[str, str]) -> None:
    assert len([path for path in made if path.startswith("wilayah/")]) == 553


def test_every_page_has_its_own_title_and_a_description(made: dict[str, str]) -> None:
    heads = {path: front_matter(text) for path, text in made.items()}
    titles = [head["title"] for head in heads.values()]
    assert len(titles) == len(set(titles))
    assert all(head["description"] and head["kind"] for head in heads.values())


def test_every_page_has_one_first_heading(made: dict[str, str]) -> None:
    wrong = [path for path, text in made.items() if text.count("<h1") != 1]
    assert wrong == []


def test_every_source_that_is_shown_is_on_the_sources_page(made: dict[str, str]) -> None:
    known = set(re.findall(r'<li id="([^"]+)"', made["data/sumber/index.md"]))
    cited = {found for text in made.values() for found in SOURCE.findall(text)}
    assert cited
    assert cited <= known


def test_every_link_to_a_provision_or_document_finds_its_anchor(made: dict[str, str]) -> None:
    wanted = {found for text in made.values() for found in ANCHOR.findall(text)}
    missing = [
        (url, anchor)
        for url, anchor in sorted(wanted)
        if f'id="{anchor}"' not in made[f"{url.strip('/')}/index.md"]
    ]
    assert wanted
    assert missing == []


def test_pages_do_not_depend_on_anything_but_the_data(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    assert pages.render(catalogue) == made


def test_nothing_withheld_is_shown(made: dict[str, str], catalogue: Catalogue) -> None:
    everything = check(ROOT / "data", catalogue.today).tables
    hidden = {one.id for one in everything["sources"] if one["kind"] == "unverifiable"}
    kept = {one.id for one in publishable(everything, catalogue.today)["training"]}
    gone = {one.id for one in everything["training"]} - kept
    text = "\n".join(made.values())
    assert hidden
    assert gone
    assert [one for one in sorted(hidden) if f"#{one}" in text] == []
    assert [one for one in sorted(gone) if f"/pelatihan/{one}/" in text] == []


def test_no_page_has_a_long_sentence_in_its_own_words() -> None:
    """Sentences of the templates (not of the data) stay within fifteen words."""
    found = list(_long(sorted((ROOT / "templates" / "pages").glob("*.md.j2"))))
    assert found == []


def _long(paths: Iterable[object]) -> Iterable[str]:
    for path in paths:
        text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
        for paragraph in re.findall(r"<(?:p|li)>([^<{]+)</", text):
            for sentence in re.split(r"[.?!:]", paragraph):
                if len(sentence.split()) > 15:
                    yield sentence

"""Tools: their lists are those of the data and the law, and ask for no secrets."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT
from golden_cases import good_folder

from portal.catalogue import Catalogue
from portal.clock import read_day
from portal.edge import open_catalogue
from portal.model import Record
from portal.render import page_texts, tools

DAY = read_day("2026-11-22")
REAL = open_catalogue(ROOT / "data", DAY)
PAGES = ("", "dokumen/", "kesiapan/", "catatan-bayar/", "kartu-keluarga/")
LETTERS = "abcdefgh"
SECRET = re.compile(r"\b(NIK|nomor paspor|kata sandi|nomor rekening)\b")
LONGEST = 22


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return tools.render(REAL)


def page(made: dict[str, str], name: str) -> str:
    return made[f"alat/{name}index.md"]


def route(made: dict[str, str], name: str) -> str:
    """Return the section of one route in the list of documents."""
    return page(made, "dokumen/").partition(f'id="{name}"')[2].partition("</section>")[0]


def marks(html: str) -> list[str]:
    return re.findall(r'data-tick="([^"]+)"', html)


def labels(html: str) -> list[str]:
    return [page_texts.plain(one) for one in re.findall(r"<label>(.*?)</label>", html, re.DOTALL)]


def test_there_is_a_page_for_each_tool_and_one_that_leads_to_them(made: dict[str, str]) -> None:
    assert sorted(made) == sorted(f"alat/{one}index.md" for one in PAGES)
    for one in PAGES[1:]:
        assert f'href="/alat/{one}"' in page(made, "")


@pytest.mark.parametrize("procedure", REAL["procedures"], ids=lambda one: one.id)
def test_every_route_has_every_document_that_its_record_names(
    made: dict[str, str], procedure: Record
) -> None:
    listed = marks(route(made, procedure.id))
    assert len(listed) == len(set(listed)) > 0
    assert set(procedure["documents"]) <= set(listed)


def test_who_goes_with_an_agency_is_asked_for_what_the_law_names() -> None:
    found = next(one for one in tools.checklists(REAL) if one.procedure.id == "p3mi")
    basis = {rule for one in found.documents for rule in one["legal_basis"]}
    assert {f"uu18-2017-p13{letter}" for letter in LETTERS} <= basis
    assert "uu18-2017-p5d" in basis
    assert not found.borrowed


def test_what_the_law_demands_stands_first() -> None:
    for one in tools.checklists(REAL):
        demanded = [paper["statutory"] for paper in one.documents]
        assert demanded == sorted(demanded, reverse=True), one.procedure.id


def test_a_route_whose_list_is_unknown_says_so(made: dict[str, str]) -> None:
    for one in REAL["procedures"]:
        html = route(made, one.id)
        unknown = not one["documents_known"]
        assert ("Daftar lengkap jalur ini belum diketahui." in html) == unknown
        assert not unknown or "perjanjian-kerja" in marks(html), "the law asks it of everyone"
    assert not REAL.get("procedures", "g-to-g-jerman")["documents_known"]


def test_a_list_with_gaps_is_never_called_whole() -> None:
    for one in REAL["procedures"]:
        gaps = [gap for gap in one["gaps"] if gap.lower().startswith("daftar")]
        assert not (one["documents_known"] and gaps), one.id


def test_what_only_some_places_ask_is_not_counted(made: dict[str, str]) -> None:
    html = route(made, "p3mi")
    asked = re.findall(r'data-asked="([^"]+)"', html)
    assert "Kota Pekalongan 2024: pas foto berwarna" in asked
    assert not set(asked) & set(marks(html))


def test_readiness_asks_every_condition_and_document_of_the_law(made: dict[str, str]) -> None:
    html = page(made, "kesiapan/")
    law = [f"uu18-2017-p5{letter}" for letter in "abcd"]
    law += [f"uu18-2017-p13{letter}" for letter in LETTERS]
    assert [one for one in marks(html) if one in law] == law
    for one in law:
        assert REAL.get("provisions", one)["plain"] in labels(html)
    complete = REAL.get("provisions", "uu18-2017-p5e")
    assert complete["plain"] in html
    assert "kunci-licence" in marks(html)
    assert "keluarga-tahu" in marks(html)


def test_whatever_is_missing_has_a_place_to_get_it(made: dict[str, str]) -> None:
    parts = page(made, "kesiapan/").split('<li class="tick"')[1:]
    for part in parts:
        told = part.partition('<div class="tick__more">')[2].partition("</div>")[0]
        assert 'href="/' in told, part[:200]
        assert page_texts.plain(told)


@pytest.mark.parametrize("name", PAGES)
def test_no_field_can_be_sent(made: dict[str, str], name: str) -> None:
    html = page(made, name)
    assert "<form" not in html
    for field in re.findall(r"<(?:input|textarea|select)\b[^>]*>", html):
        assert not re.search(r"\sname=", field), field
        assert 'autocomplete="off"' in field, field


@pytest.mark.parametrize("name", PAGES)
def test_secrets_are_only_named_to_keep_them_out(made: dict[str, str], name: str) -> None:
    sentences = re.split(
        r"(?<=[.?!:])\s", page_texts.plain(page_texts.FRONT.sub("", page(made, name)))
    )
    asked = [one for one in sentences if SECRET.search(one)]
    allowed = ("Jangan tulis", "NIK:")
    assert [one for one in asked if not one.removeprefix("NIK: ").startswith(allowed)] == []
    assert not any(SECRET.search(one) for one in labels(page(made, name)))


def test_the_card_has_only_numbers_that_several_sources_confirm(made: dict[str, str]) -> None:
    html = page(made, "kartu-keluarga/")
    known = {
        re.sub(r"\D", "", number)
        for one in REAL["offices"]
        if one["verification"] == "verified"
        for number in one["phones"] + one["short_numbers"] + one["whatsapp"]
    }
    links = re.findall(r'href="(?:tel:|https://wa)([^"]+)', html)
    shown = {re.sub(r"\D", "", one) for one in links}
    assert shown
    assert shown <= known


def test_the_log_tells_the_rule_and_where_it_stands(made: dict[str, str]) -> None:
    rule = REAL.get("provisions", "uu18-2017-p30-1")
    html = page(made, "catatan-bayar/")
    assert f"<strong>{rule['plain']}</strong>" in html
    assert "Pasal 30 ayat (1) UU 18/2017</a>" in html


@pytest.mark.parametrize("name", PAGES)
def test_templates_hold_no_number_of_the_law_and_no_telephone(name: str) -> None:
    files = {
        "": "tools",
        "dokumen/": "tool_documents",
        "kesiapan/": "tool_readiness",
        "catatan-bayar/": "tool_payments",
        "kartu-keluarga/": "tool_family_card",
    }
    text = (ROOT / "templates" / "pages" / f"{files[name]}.md.j2").read_text("utf-8")
    prose_only = re.sub(r"\{[{%#].*?[}%#]\}|<[^>]*>", " ", text, flags=re.DOTALL)
    assert re.findall(r"\b\d+\b", prose_only) == []


@pytest.mark.parametrize("name", PAGES)
def test_sentences_of_ours_are_short(made: dict[str, str], name: str) -> None:
    text = re.sub(r"</(?:li|p|h\d|label|th|td|option|button|caption)>", ". ", page(made, name))
    sentences = re.split(r"[.?!:]\s", page_texts.plain(page_texts.FRONT.sub("", text)))
    assert [one for one in sentences if len(one.split()) > LONGEST] == []


def test_paper_says_how_old_it_is_and_where_the_page_lives(made: dict[str, str]) -> None:
    for name in PAGES[1:]:
        text = page_texts.plain(page(made, name))
        assert "Dicetak dari data tanggal 22 November 2026." in text
        assert f"jalur-resmi.example.org/alat/{name}" in text


def test_a_catalogue_without_these_records_still_has_its_tools(tmp_path: Path) -> None:
    small: Catalogue = open_catalogue(good_folder(tmp_path), DAY)
    assert set(tools.render(small)) == set(tools.render(REAL))

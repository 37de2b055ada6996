"""Pages of agencies: what stands on them, in what order, and where old addresses lead."""

from __future__ import annotations

import html
import json
import re

import pytest
from conftest import TODAY
from golden_cases import good_folder

from portal.catalogue import Catalogue, publishable
from portal.check import check
from portal.render import agencies, answers
from portal.standing import Word

FRESH = """
- id: izin-baru
  name: PT Izin Baru <b>
  events:
    - kind: named
      says: Disebut tanpa tanggal.
      sources: [berita]
    - kind: licensed
      happened_on: 2026-11-01
      says: Tercatat berizin.
      sources: [daftar]
    - kind: name_misused
      happened_on: "2026-11"
      says: Penipu memakai nama ini.
      sources: [berita]
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = good_folder(tmp_path_factory.mktemp("agencies"))
    written = folder / "agencies.yaml"
    written.write_text(written.read_text("utf-8") + FRESH.lstrip("\n"), encoding="utf-8")
    tables = {**check(folder, TODAY).tables}
    return publishable(tables, TODAY)


@pytest.fixture(scope="module")
def pages(small: Catalogue) -> dict[str, str]:
    return agencies.render(small)


def timeline(page: str) -> list[list[str]]:
    match = re.search(r'class="standing"[^>]*data-timeline="([^"]*)"', page)
    assert match
    rows: list[list[str]] = json.loads(html.unescape(match[1]))
    return rows


def test_one_page_an_agency_a_list_and_a_redirect(pages: dict[str, str]) -> None:
    assert sorted(pages) == [
        "p3mi/bumi-mas-lama/index.html",
        "p3mi/bumi-mas/index.md",
        "p3mi/index.md",
        "p3mi/izin-baru/index.md",
        "p3mi/sinar-laut/index.md",
    ]


def test_an_old_address_leads_to_the_new(pages: dict[str, str]) -> None:
    page = pages["p3mi/bumi-mas-lama/index.html"]
    assert 'content="0; url=../bumi-mas/"' in page
    assert '<a href="../bumi-mas/">' in page


def test_the_standing_is_said_with_its_day_and_its_end(pages: dict[str, str]) -> None:
    page = pages["p3mi/izin-baru/index.md"]
    assert "Izin tercatat</p>" in page
    assert "Boleh dipercaya sampai 30 Januari 2027." in page
    assert '<time datetime="2026-11-22">22 November 2026</time>' in page


def test_the_page_knows_its_future(pages: dict[str, str]) -> None:
    rows = timeline(pages["p3mi/izin-baru/index.md"])
    assert [row[:2] for row in rows] == [["2026-11-22", "licensed"], ["2027-01-31", "recheck"]]
    assert [row[3] for row in rows] == ["2027-01-30", ""]
    assert rows[1][2] == "Bukti izinnya pada 1 November 2026 sudah lebih dari 90 hari."


def test_the_first_lock_ends_with_the_licence(small: Catalogue) -> None:
    rows = answers.licence_rows(small, small.get("agencies", "izin-baru"))
    assert rows == [["2026-11-22", "proven"], ["2027-01-31", "unproven"]]


def test_advice_for_every_state_to_come_but_only_todays_is_shown(pages: dict[str, str]) -> None:
    page = pages["p3mi/izin-baru/index.md"]
    found = re.findall(r'data-advice="(\w+)"[^>]*?( hidden)?>', page)
    assert found == [("recheck", " hidden"), ("licensed", "")]


def test_events_stand_newest_first_and_undated_last(small: Catalogue) -> None:
    events = agencies.newest_first(small.get("agencies", "izin-baru"))
    assert [one["kind"] for one in events] == ["licensed", "name_misused", "named"]


def test_a_misused_name_is_an_alarm(pages: dict[str, str]) -> None:
    assert "pernah dicatut penipu" in pages["p3mi/izin-baru/index.md"]
    assert "dicatut" not in pages["p3mi/bumi-mas/index.md"]


def test_names_are_text_not_markup(pages: dict[str, str]) -> None:
    page = pages["p3mi/izin-baru/index.md"]
    assert "<h1>PT Izin Baru &lt;b&gt;</h1>" in page
    assert "<b>" not in page.split("</h1>")[0].split("---")[-1]


def test_sources_say_publisher_date_and_kind(pages: dict[str, str]) -> None:
    page = pages["p3mi/bumi-mas/index.md"]
    assert "Sampai</dt><dd>3 Mei 2026" in page
    assert re.search(r"· (Pemerintah|Media)", page)


def test_the_list_is_by_letter_without_pt(small: Catalogue) -> None:
    found = [(letter, [one.id for one in group]) for letter, group in agencies.by_letter(small)]
    assert found == [("B", ["bumi-mas"]), ("I", ["izin-baru"]), ("S", ["sinar-laut"])]


def test_the_list_says_place_and_standing_in_words(pages: dict[str, str]) -> None:
    page = pages["p3mi/index.md"]
    assert "Kabupaten Lumajang, Jawa Timur" in page
    assert "Tempat belum diketahui" in page
    assert "Izin tercatat" in page


@pytest.mark.parametrize(
    ("name", "bare"), [("PT. Abc", "ABC"), ("PT Abc", "ABC"), ("Ptolemy", "PTOLEMY"), ("PT", "PT")]
)
def test_bare_names(small: Catalogue, name: str, bare: str) -> None:
    assert agencies.bare_name(small["agencies"][0].replaced(name=name)) == bare


def test_real_agencies_render_whole(catalogue: Catalogue) -> None:
    pages = agencies.render(catalogue)
    for agency in catalogue["agencies"]:
        page = pages[f"p3mi/{agency.id}/index.md"]
        assert page.count('class="event"') == len(agency["events"])
        assert timeline(page)[0][0] == TODAY.isoformat()
        assert "{" not in timeline(page)[0][2]


@pytest.mark.parametrize("word", ["revoked", "recheck"])
def test_a_firm_in_trouble_shows_what_it_owes_and_its_deposit(
    made: dict[str, str], catalogue: Catalogue, word: Word
) -> None:
    spans = ((one, catalogue.timeline(one)) for one in catalogue["agencies"])
    firm = next(one for one, span in spans if (word, word) in agencies.advised(span))
    page = made[f"p3mi/{firm.id}/index.md"]
    assert [
        one
        for one in agencies.OWED[word]
        if str(catalogue.get("provisions", one)["plain"]) not in page
    ] == []

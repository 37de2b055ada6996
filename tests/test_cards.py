"""What goes along when a page is shared: its picture and its text, and never a standing."""

from __future__ import annotations

import io
import re
from html import unescape
from pathlib import Path

import pytest
from conftest import ROOT
from PIL import Image

from portal.catalogue import Catalogue
from portal.render import cards
from portal.render.frame import frame
from portal.render.passing import card, passed
from portal.text import long_date

HEAVY = 300 * 1024  # WhatsApp shows no picture that is heavier
HOME = "https://jalur-resmi.example.org/"


@pytest.fixture(scope="module")
def drawn(catalogue: Catalogue) -> dict[str, bytes]:
    return cards.render(catalogue)


def standings(catalogue: Catalogue) -> list[str]:
    listed = catalogue.get("vocabulary", "standings")["values"]
    return [one["label"].casefold() for one in listed]


def test_every_picture_has_the_size_that_previews_want(drawn: dict[str, bytes]) -> None:
    assert len(drawn) >= 15
    for path, raw in drawn.items():
        assert Image.open(io.BytesIO(raw)).size == (1200, 630), path
        assert len(raw) < HEAVY, path


def test_the_same_day_gives_the_same_pictures(
    catalogue: Catalogue, drawn: dict[str, bytes]
) -> None:
    assert cards.render(catalogue) == drawn


def test_no_two_sections_show_the_same_picture(drawn: dict[str, bytes]) -> None:
    assert len(set(drawn.values())) == len(drawn)


def test_no_picture_and_no_text_carries_a_standing(catalogue: Catalogue) -> None:
    text = passed(catalogue, "0800-1000")
    firms = catalogue["agencies"]
    said = [text({"kind": "agency"}, one["name"], f"p3mi/{one.id}/") for one in firms]
    said += [one["label"] + one["description"] for one in _cards(catalogue)]
    for word in standings(catalogue):
        assert not [one for one in said if word in one.casefold()]


def _cards(catalogue: Catalogue):
    return catalogue.get("vocabulary", "share_cards")["values"]


def test_an_agency_is_passed_on_by_name_day_and_number(catalogue: Catalogue) -> None:
    page = {"kind": "agency", "description": "x"}
    assert passed(catalogue, "0800-1000")(page, "PT Uji", "p3mi/uji/").splitlines() == [
        "PT Uji: cek status hari ini",
        f"Menurut data {catalogue.instance['name']} pada {long_date(catalogue.today)}.",
        "Ragu? Telepon 0800-1000.",
    ]


@pytest.mark.parametrize(
    ("kind", "url"), [("check", "cek/"), ("home", ""), ("staff", "x/"), ("guide", "staf/sanksi/")]
)
def test_a_page_with_its_own_way_or_for_staff_passes_nothing_on(
    catalogue: Catalogue, kind: str, url: str
) -> None:
    assert passed(catalogue, "1")({"kind": kind}, "Judul", url) == ""


def test_a_page_takes_the_picture_of_its_kind_else_of_its_section(catalogue: Catalogue) -> None:
    find = card(catalogue)
    assert find("agency", "p3mi/bumi/")["path"].endswith("/agency.png")
    assert find("agencies", "p3mi/")["path"].endswith("/p3mi.png")
    assert find("guide", "desa/tugas/")["path"].endswith("/desa.png")
    assert find("guide", "tidak-ada/")["path"].endswith("/general.png")
    assert find("", "")["path"].endswith("/general.png")


def test_the_number_passed_on_is_one_that_answers(catalogue: Catalogue) -> None:
    values = frame(catalogue)
    assert values["hotlines"][0]["shown"] in values["passed"]({"kind": "costs"}, "Biaya", "biaya/")


def meta(page: Path, name: str) -> list[str]:
    found = re.findall(rf'<meta (?:property|name)="{name}" content="([^"]*)"', page.read_text())
    return [unescape(one) for one in found]


def test_every_page_names_a_picture_that_is_there_and_says_what_it_shows(site: Path) -> None:
    pages = [one for one in site.rglob("index.html") if "http-equiv" not in one.read_text()]
    assert len(pages) > 800
    for page in pages:
        (picture,) = meta(page, "og:image")
        assert picture.startswith(HOME)
        assert (site / picture.removeprefix(HOME)).is_file(), page
        (shown,) = meta(page, "og:image:alt")
        assert "22 November 2026" in shown
        assert meta(page, "twitter:card") == ["summary_large_image"]


def test_agencies_share_one_picture(site: Path) -> None:
    found = {meta(page, "og:image")[0] for page in (site / "p3mi").glob("*/index.html")}
    # Addresses that moved on are pages too, without a kind.
    assert found <= {f"{HOME}assets/kartu/{name}.png" for name in ("agency", "p3mi")}


def test_every_print_is_listed_with_its_paper_and_day(site: Path, catalogue: Catalogue) -> None:
    page = (site / "unduh" / "index.html").read_text(encoding="utf-8")
    files = sorted(one.name for one in (site / "unduh").glob("*.pdf"))
    assert files == sorted(
        f"{one['id']}.pdf" for one in catalogue.get("vocabulary", "prints")["values"]
    )
    for name in files:
        assert f'href="{name}"' in page
    assert page.count("20 Februari 2027") >= len(files)


def test_the_codes_on_paper_lead_to_pages_of_the_site(site: Path) -> None:
    from portal.render import print_book

    for path in print_book.PAGES.values():
        assert (site / path / "index.html").is_file(), path


def test_the_module_of_passing_on_asks_nothing_of_the_network() -> None:
    code = (ROOT / "assets" / "pass.js").read_text() + (ROOT / "assets" / "share.js").read_text()
    assert not re.findall(r"fetch\(|XMLHttpRequest|sendBeacon|import\(", code)

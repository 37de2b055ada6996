"""Posters, brochure and village briefing: one side is one side, and says what the data says."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pikepdf
import pytest
import zxingcpp
from pdf_tools import A4, objects, page_texts, pictures, title_of_tagged
from sheet_tools import NAMES, PAGES, named

from portal.catalogue import Catalogue
from portal.render import sheets
from portal.render.words import check_after, phone
from portal.text import long_date

HOME = "https://jalur-resmi.example.org/"
A3 = (841.89, 1190.55)
LYING = (A4[1], A4[0])
SIZES = {"poster-a4": A4, "poster-a3": A3, "brosur-lipat": LYING, "ringkas-desa": A4}
# Which codes stand on which page.
CODES = {
    "poster-a4": [{"cek/"}],
    "poster-a3": [{"cek/"}],
    "brosur-lipat": [{"cek/", "modus/", "bantuan/"}, {"prosedur/", "dokumen/", "biaya/"}],
    "ringkas-desa": [{"desa/"}],
}


@pytest.fixture(scope="module")
def pdfs(catalogue: Catalogue) -> dict[str, bytes]:
    return named(sheets.render(catalogue))


@pytest.fixture(scope="module")
def said(pdfs: dict[str, bytes]) -> dict[str, str]:
    return {name: " ".join(page_texts(raw)) for name, raw in pdfs.items()}


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def reading(pdfs: dict[str, bytes], name: str) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdfs[name])) as opened:
        yield opened


def texts_of(catalogue: Catalogue, list_: str) -> list[str]:
    return [one["text"] for one in catalogue["actions"] if one["list"] == list_]


# What they are


def test_these_are_all_of_them(pdfs: dict[str, bytes]) -> None:
    assert set(pdfs) == set(PAGES)


def test_each_has_its_pages_and_its_paper(reading: pikepdf.Pdf, name: str) -> None:
    assert len(reading.pages) == PAGES[name]
    for page in reading.pages:
        assert [round(float(side)) for side in page.mediabox[2:]] == [
            pytest.approx(side, abs=1) for side in SIZES[name]
        ]


def test_each_is_tagged_as_pdf_ua_1_in_indonesian(reading: pikepdf.Pdf, name: str) -> None:
    assert title_of_tagged(reading)
    assert len(objects(reading, "/S", "/H1")) == 1, name
    assert len(objects(reading, "/S", "/H2")) >= 3


def test_every_picture_has_words_and_fonts_are_embedded(reading: pikepdf.Pdf, name: str) -> None:
    figures = objects(reading, "/S", "/Figure")
    assert len(figures) == sum(map(len, CODES[name]))
    assert all(str(one.get("/Alt", "")).startswith("Kode QR ke ") for one in figures)
    described = objects(reading, "/Type", "/FontDescriptor")
    assert described
    assert all("/FontFile2" in one or "/FontFile3" in one for one in described)
    assert not {"/JavaScript", "/OpenAction", "/AA"} & set(reading.Root.keys())


def test_the_same_day_gives_the_same_bytes(catalogue: Catalogue, pdfs: dict[str, bytes]) -> None:
    assert named(sheets.render(catalogue)) == pdfs


# What they say


def test_each_says_until_when_it_may_be_trusted(
    said: dict[str, str], catalogue: Catalogue, name: str
) -> None:
    assert f"Cek lagi setelah {long_date(check_after(catalogue.today))}" in said[name]
    assert long_date(catalogue.today) in said[name]
    assert catalogue.instance["edition"] in said[name]


def test_each_names_the_locks_what_not_to_do_and_whom_to_call(
    said: dict[str, str], catalogue: Catalogue, name: str
) -> None:
    for text in (*texts_of(catalogue, "locks"), *texts_of(catalogue, "until_clear")):
        assert text in said[name]
    assert "Jangan bayar." in said[name]
    line = catalogue.get("offices", "kp2mi-pusat-panggilan-dalam-negeri")
    assert line["short_numbers"][0] in said[name]
    assert phone(catalogue.get("offices", "kp2mi-whatsapp-pengaduan")["whatsapp"][0]) in said[name]


def test_no_firm_is_named(said: dict[str, str], catalogue: Catalogue, name: str) -> None:
    assert not [one.id for one in catalogue["agencies"] if one["name"] in said[name]]


def test_a_number_that_nobody_confirmed_is_not_on_the_poster(
    said: dict[str, str], catalogue: Catalogue
) -> None:
    doubted = catalogue.get("offices", "kemnaker-pusat-panggilan")
    assert doubted["state"] != "current"
    assert doubted["short_numbers"] + doubted["phones"]
    assert not [
        one
        for one in doubted["short_numbers"] + doubted["phones"]
        if phone(one) in said["poster-a4"]
    ]


def test_the_brochure_has_the_way_the_papers_the_payers_and_the_dangers(
    said: dict[str, str], catalogue: Catalogue
) -> None:
    words = said["brosur-lipat"]
    steps = catalogue.get("procedures", "p3mi")["steps"]
    assert len(steps) <= 9
    for step in steps:
        assert step["title"] in words and step["text"] in words
    for one in catalogue["documents"]:
        assert not one["statutory"] or one["name"] in words
    for one in catalogue["costs"]:
        assert one["state"] == "historic" or one["payer"] in words
    for one in catalogue["fraud_patterns"]:
        assert one["title"] in words
    assert "Belum jelas" in words
    assert "SIP3MI: Surat Izin" in words


def test_the_briefing_has_five_tasks_the_law_and_the_ladder(
    said: dict[str, str], catalogue: Catalogue
) -> None:
    words = said["ringkas-desa"]
    tasks = texts_of(catalogue, "village")
    assert len(tasks) == 5
    for text in (*tasks, *texts_of(catalogue, "escalation")):
        assert text in words
    for letter in "abcde":
        assert catalogue.get("provisions", f"uu18-2017-p42{letter}")["plain"] in words
    assert "Pasal 42 UU 18/2017" in words
    assert "110" in words and "Belum dipastikan" in words
    assert words.count("Nomor di daerah ini:") == 2


def test_a_district_has_its_own_sheets_and_numbers(catalogue: Catalogue) -> None:
    code = "33"
    files = sheets.render(catalogue, "33.75")
    assert "unduh/ringkas-desa-33.75.pdf" in files
    words = " ".join(page_texts(files["unduh/ringkas-desa-33.75.pdf"]))
    assert catalogue.get("regions", "33.75")["name"] in words
    served = [one for one in catalogue.serving("33.75", "bp3mi") if one["phones"]]
    for one in served:
        assert phone(one["phones"][0]) in words, code


def test_qr_codes_open_the_right_pages(pdfs: dict[str, bytes], name: str) -> None:
    shown = page_texts(pdfs[name])
    for at, page in enumerate(pictures(pdfs[name], 3)):
        found = {code.text for code in zxingcpp.read_barcodes(page)}
        assert found == {HOME + path for path in CODES[name][at]}
        for url in found:
            assert url.removeprefix("https://").removesuffix("/") in shown[at]

"""Posters, brochure and village briefing: one side is one side, and says what the data says."""

from __future__ import annotations

import dataclasses
import io
from collections.abc import Iterator, Mapping

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from pdf_tools import A4, contrast, objects, page_texts, pictures, text_boxes
from PIL import ImageChops
from test_print_book import ODD, catalogue_of, instance

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import sheets
from portal.render.words import check_after, phone
from portal.text import long_date

HOME = "https://jalur-resmi.example.org/"
A3 = (841.89, 1190.55)
LYING = (A4[1], A4[0])
PAGES = {"poster-a4": 1, "poster-a3": 1, "brosur-lipat": 2, "ringkas-desa": 1}
SIZES = {"poster-a4": A4, "poster-a3": A3, "brosur-lipat": LYING, "ringkas-desa": A4}
# Which codes stand on which page.
CODES = {
    "poster-a4": [{"cek/"}],
    "poster-a3": [{"cek/"}],
    "brosur-lipat": [{"cek/", "modus/", "bantuan/"}, {"prosedur/", "dokumen/", "biaya/"}],
    "ringkas-desa": [{"desa/"}],
}
NAMES = tuple(PAGES)
READABLE = 7.0  # the contrast that WCAG calls AAA, for weak printers
EDGE = 11  # points: most office printers leave this much blank


def named(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return {path.removeprefix("unduh/").removesuffix(".pdf"): raw for path, raw in files.items()}


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
    root = reading.Root
    assert str(root.Lang) in ("id", "id-ID")
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert "/StructTreeRoot" in root
    with reading.open_metadata() as xmp:
        assert xmp["pdfuaid:part"] == "1"
        assert xmp["dc:title"]
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


# How they look


def test_nothing_is_said_by_colour_and_text_stands_out(pdfs: dict[str, bytes], name: str) -> None:
    scale = 4
    opened = pypdfium2.PdfDocument(pdfs[name])
    for page, picture in zip(opened, pictures(pdfs[name], scale), strict=True):
        red, green, blue = picture.split()
        assert ImageChops.difference(red, green).getextrema() == (0, 0)
        assert ImageChops.difference(green, blue).getextrema() == (0, 0)
        boxes = text_boxes(page, scale)
        assert boxes
        assert min(contrast(*red.crop(box).getextrema()) for box in boxes) >= READABLE


def boxes_of(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    words = page.get_textpage()
    found = [words.get_rect(at) for at in range(words.count_rects())]
    return [one for one in found if one[2] - one[0] > 3 and one[3] - one[1] > 3]


def overlapping(page: pypdfium2.PdfPage) -> list[tuple[float, ...]]:
    """Return the pairs of pieces of text that lie on one another by more than a third."""
    boxes = sorted(boxes_of(page), key=lambda one: -one[3])
    found = []
    for at, one in enumerate(boxes):
        for other in boxes[at + 1 :]:
            wide = min(one[2], other[2]) - max(one[0], other[0])
            tall = min(one[3], other[3]) - max(one[1], other[1])
            if wide > 2 and tall > 0.34 * min(one[3] - one[1], other[3] - other[1]):
                found.append((*one, *other))
    return found


def fits(raw: bytes) -> bool:
    """Whether all text stays on its page, clear of the edge, and off other text."""
    for page in pypdfium2.PdfDocument(raw):
        wide, tall = page.get_size()
        for left, bottom, right, top in boxes_of(page):
            if left < EDGE or bottom < EDGE or right > wide - EDGE or top > tall - EDGE:
                return False
        if overlapping(page):
            return False
    return True


def test_nothing_is_cut_off_or_printed_over(pdfs: dict[str, bytes], name: str) -> None:
    assert fits(pdfs[name])


def test_the_poster_is_read_from_two_metres(pdfs: dict[str, bytes], catalogue: Catalogue) -> None:
    page = pypdfium2.PdfDocument(pdfs["poster-a4"])[0]
    words = page.get_textpage()
    sizes: dict[str, float] = {}
    for box in boxes_of(page):
        sizes[words.get_text_bounded(*box).strip()] = box[3] - box[1]
    at_least = {"Cek dulu": 35, "Jangan bayar.": 15, "0800-1000": 17, "1. Izin perusahaan": 18}
    for text, least in at_least.items():
        assert max(size for shown, size in sizes.items() if text in shown) >= least, sizes


def test_letters_are_never_too_small(pdfs: dict[str, bytes]) -> None:
    for name in ("brosur-lipat", "ringkas-desa"):
        for page in pypdfium2.PdfDocument(pdfs[name]):
            lines = [one for one in boxes_of(page) if one[2] - one[0] > 60]
            assert min(top - bottom for _, bottom, _, top in lines) >= 5.5, name


# Other data


LONGER = ("actions", "fraud_patterns", "documents", "costs", "procedures", "offices", "provisions")


def longer(record: Record) -> Record:
    """Return the record with every sentence said twice."""
    changed = {}
    for key, value in record.items():
        if isinstance(value, str) and " " in value:
            changed[key] = f"{value} {value}"
        elif isinstance(value, tuple):
            changed[key] = tuple(longer(one) if isinstance(one, Record) else one for one in value)
    return record.replaced(**changed)


def test_longer_data_is_set_smaller_and_stays_on_its_page(catalogue: Catalogue) -> None:
    tables = dict(catalogue.tables)
    for table in LONGER:
        tables[table] = tuple(map(longer, tables[table]))
    for name, raw in named(sheets.render(dataclasses.replace(catalogue, tables=tables))).items():
        assert len(page_texts(raw)) == PAGES[name], name
        assert fits(raw), name


def test_no_data_and_odd_data_still_make_sheets() -> None:
    odd = {"id": "aneh", "list": "until_clear", "text": ODD}
    for tables in ({}, {"actions": [odd]}):
        made = named(sheets.render(catalogue_of({"instance": [instance()], **tables})))
        for name, raw in made.items():
            assert len(page_texts(raw)) == PAGES[name], name
            assert "Cek lagi setelah" in " ".join(page_texts(raw))
    assert '#eval("x") $a$ *tebal*' in " ".join(page_texts(made["poster-a4"]))

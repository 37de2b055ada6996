"""The pocket book to read: what its PDF is, what it says, how it looks."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pikepdf
import pypdfium2
import pytest
import zxingcpp
from conftest import ROOT
from pdf_tools import (
    A6,
    contrast,
    objects,
    page_texts,
    pictures,
    text_boxes,
    title_of_tagged,
)
from PIL import ImageChops

from portal.catalogue import Catalogue
from portal.render import print_impose
from portal.render.print_book import content
from portal.render.print_law import punishment
from portal.render.words import check_after
from portal.text import long_date, rupiah

READABLE = 7.0  # the contrast that WCAG calls AAA, for weak printers


@pytest.fixture(scope="module")
def reading(pdfs: tuple[bytes, bytes]) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(pdfs[0])) as opened:
        yield opened


# What it is


def test_every_page_is_a6_portrait_and_the_book_fills_whole_sheets(reading: pikepdf.Pdf) -> None:
    sizes = {tuple(round(float(side)) for side in page.mediabox[2:]) for page in reading.pages}
    assert sizes == {tuple(map(round, A6))}
    assert len(reading.pages) % print_impose.PER_SHEET == 0
    assert 32 <= len(reading.pages) <= 56


def test_it_is_tagged_as_pdf_ua_1_in_indonesian(reading: pikepdf.Pdf) -> None:
    assert "Buku saku" in title_of_tagged(reading)


def test_every_picture_has_words_and_every_table_its_headers(reading: pikepdf.Pdf) -> None:
    figures = objects(reading, "/S", "/Figure")
    assert len(figures) >= 6
    assert all(str(one.get("/Alt", "")).startswith("Kode QR ke ") for one in figures)
    assert len(objects(reading, "/S", "/Table")) == 1
    assert len(objects(reading, "/S", "/TH")) == 4


def test_fonts_are_embedded_and_nothing_runs(reading: pikepdf.Pdf) -> None:
    described = objects(reading, "/Type", "/FontDescriptor")
    assert described
    assert all("/FontFile2" in one or "/FontFile3" in one for one in described)
    faces = {str(one.FontName).partition("+")[2].partition("-")[0] for one in described}
    assert faces == {"AtkinsonHyperlegible", "LibertinusSerif"}  # the second for telephone numbers
    assert not {"/JavaScript", "/OpenAction", "/AA"} & set(reading.Root.keys())


def test_bookmarks_and_contents_lead_to_every_chapter(
    reading: pikepdf.Pdf, texts: list[str]
) -> None:
    with reading.open_outline() as outline:
        chapters = [entry.title for entry in outline.root]
    assert len(chapters) >= 12
    for title in chapters[1:]:
        name = title.lstrip("0123456789 ")
        page = int(re.search(rf"{re.escape(name)}[ .\u2060]+(\d+)", texts[1])[1])
        assert name in texts[page - 1]


# What it says


def test_it_says_when_it_expires_on_cover_last_page_and_every_footer(
    texts: list[str], catalogue: Catalogue
) -> None:
    day = long_date(check_after(catalogue.today))
    assert all(day in page for page in texts)
    assert all("Cek lagi setelah" in page for page in texts)
    assert long_date(catalogue.today) in texts[0]
    assert catalogue.instance["edition"] in texts[0]


def test_article_81_shows_the_law_of_today_and_the_old_one(
    texts: list[str], catalogue: Catalogue
) -> None:
    old, new = catalogue.get("sanctions", "pasal-81")["versions"]
    said = " ".join(texts)
    words = punishment(catalogue, new)
    assert words in said
    assert "dan/atau" in words
    assert rupiah(new["fine_rp"]) in words
    assert long_date(new["from"]) in said
    assert f"{rupiah(old['fine_rp'])}. • Orang perseorangan (calo)" in said
    assert f"Aturan lama, sampai {long_date(old['until'])}" in said


def test_police_and_hotlines_come_first_surest_first(
    texts: list[str], catalogue: Catalogue
) -> None:
    said = " ".join(texts)
    listed = content(catalogue)["contacts"]["hotlines"]
    assert listed[0]["numbers"] == [["Telepon", "110"]]  # in danger: the police
    found = [said.index(number) for one in listed for _, number in one["numbers"]]
    assert found == sorted(found)


def test_advice_against_most_frauds_is_printed_once(catalogue: Catalogue) -> None:
    said = content(catalogue)
    assert said["always"]
    assert not {one for pattern in said["dangers"] for one in pattern["actions"]} & set(
        said["always"]
    )
    for pattern, shown in zip(catalogue["fraud_patterns"], said["dangers"], strict=True):
        assert set(pattern["actions"]) <= {*shown["actions"], *said["always"]}


def test_no_licence_is_printed_and_every_revoked_agency_is(
    texts: list[str], catalogue: Catalogue
) -> None:
    said = " ".join(texts)
    listed = said[said.rindex("Daftar hati-hati") : said.rindex("Hubungi siapa")]
    for agency in catalogue["agencies"]:
        adverse = catalogue.standing(agency).standing.word in ("revoked", "suspended")
        assert (f"• {agency['name']} " in f"{listed} ") == adverse, agency.id


def test_unverified_provisions_are_left_out(catalogue: Catalogue) -> None:
    shown = {text for group in content(catalogue)["rights"] for text in group["items"]}
    doubted = [one for one in catalogue["provisions"] if one["verification"] == "unverified"]
    assert doubted
    assert not shown & {one["plain"] for one in doubted if one["plain"]}


def test_templates_hold_no_facts() -> None:
    strings = re.compile(r"Rp ?\d|Pasal \d|UU \d|\+62|\b(?:19|20)[1-9]\d\b|\b08\d{2}")
    for path in (ROOT / "templates" / "print").iterdir():
        assert not strings.findall(path.read_text(encoding="utf-8")), path


def test_qr_codes_open_the_right_pages(pdfs: tuple[bytes, bytes], texts: list[str]) -> None:
    found = [
        (number, code.text)
        for number, page in enumerate(pictures(pdfs[0], 4), 1)
        for code in zxingcpp.read_barcodes(page)
    ]
    home = "https://jalur-resmi.example.org/"
    assert found[0] == (1, home)
    assert found[-1] == (len(texts), home)
    assert {text.removeprefix(home) for _, text in found} == {
        "",
        "cek/",
        "modus/",
        "sanksi/",
        "bantuan/",
    }
    for number, text in found:
        assert text.removeprefix("https://").removesuffix("/") in texts[number - 1]


# How it looks


def test_nothing_is_said_by_colour(pdfs: tuple[bytes, bytes]) -> None:
    for page in pictures(pdfs[0], 1):
        red, green, blue = page.split()
        assert ImageChops.difference(red, green).getextrema() == (0, 0)
        assert ImageChops.difference(green, blue).getextrema() == (0, 0)


def test_text_stands_out_in_grey(pdfs: tuple[bytes, bytes]) -> None:
    scale = 6
    opened = pypdfium2.PdfDocument(pdfs[0])
    for page, picture in zip(opened, pictures(pdfs[0], scale), strict=True):
        grey = picture.convert("L")
        boxes = text_boxes(page, scale)
        assert boxes
        worst = min(contrast(*grey.crop(box).getextrema()) for box in boxes)
        assert worst >= READABLE, page_texts(pdfs[0])


def test_no_text_leaves_the_page(pdfs: tuple[bytes, bytes]) -> None:
    for page in pypdfium2.PdfDocument(pdfs[0]):
        words = page.get_textpage()
        for at in range(words.count_rects()):
            left, bottom, right, top = words.get_rect(at)
            assert left > 20 and right < A6[0] - 20 and bottom > 10 and top < A6[1] - 15


def test_no_heading_ends_a_page(texts: list[str], catalogue: Catalogue) -> None:
    steps = [f"{step['title']}" for step in content(catalogue)["route"]["steps"]]
    titles = [*steps, "Tandanya:", "Lakukan:", "Syarat", "Nomor pengaduan", "Sanksi administratif"]
    foot = catalogue.instance["edition"]
    for page in texts[1:-1]:
        body = page.partition(f" {foot} · ")[0].strip()
        assert not body.endswith(tuple(titles))

"""How posters, brochure and briefing look: readable, in grey, whole, with any data."""

from __future__ import annotations

import dataclasses

import pypdfium2
import pytest
from pdf_tools import contrast, page_texts, pictures, text_boxes
from PIL import ImageChops
from sheet_tools import NAMES, PAGES, READABLE, boxes_of, fits, named
from test_print_book import ODD, catalogue_of, instance

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import sheets


@pytest.fixture(scope="module")
def pdfs(catalogue: Catalogue) -> dict[str, bytes]:
    return named(sheets.render(catalogue))


@pytest.fixture(params=NAMES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


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

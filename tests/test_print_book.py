"""The pocket book from thin, odd and local data: it never breaks and never guesses."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from conftest import ROOT, TODAY
from pdf_tools import LEAF, page_texts, printed

from portal.catalogue import Catalogue, publishable
from portal.load import load_file
from portal.model import Record, Row
from portal.package import read_schema_file
from portal.render import book, print_impose
from portal.render.print_book import content
from portal.render.print_pdf import printable
from portal.schema import to_records

DATA = ROOT / "data"


def catalogue_of(tables: Mapping[str, list[dict[str, Any]]]) -> Catalogue:
    """Return a catalogue of hand-written rows; vocabulary and regions are the real ones."""
    schema = {one.name: one for one in read_schema_file(DATA / "datapackage.yaml")}
    found: dict[str, tuple[Record, ...]] = {"sources": ()}
    for name in ("vocabulary", "regions"):
        rows, _ = load_file(DATA / schema[name].path, schema[name].path)
        found[name], _ = to_records(schema[name], rows)
    for name, raw in tables.items():
        rows = [Row(name, at, values, {}) for at, values in enumerate(raw, 1)]
        found[name], _ = to_records(schema[name], rows)
    return publishable(found, TODAY)


def instance(**changes: str) -> dict[str, Any]:
    known = {"id": "uji", "name": "Uji", "edition": "Edisi uji", "branch": "main"}
    return (
        known
        | {"site_url": "https://uji.example.org", "repository_url": "https://e.org/"}
        | changes
    )


def test_no_data_makes_a_book_that_admits_it() -> None:
    reading, printing = printed(catalogue_of({"instance": [instance()]}))
    texts = page_texts(reading)
    assert len(texts) % print_impose.PER_SHEET == 0
    assert " ".join(texts).count("Belum diketahui. Tanyakan ke") >= 6
    assert len(page_texts(printing)) == LEAF + len(texts) // 4


ODD = '#eval("x") $a$ *tebal* [kurung] \\ @label <b> `kode` // 中文 \u200e😀 ₂'


def test_odd_text_stays_text_and_foreign_letters_do_not_stop_the_book() -> None:
    pattern = {
        "id": "aneh",
        "title": ODD,
        "how": ODD,
        "signs": [ODD, "= Judul"],
        "actions": ["- " + ODD],
        "basis": "rule",
        "evidence": [],
    }
    sanction = {
        "id": "s",
        "title": "S",
        "conduct": ODD,
        "kind": "criminal",
        "regulation": "tidak-ada",
        "article": "1",
        "liable": "siapa saja",
        "versions": [{"regulation": "tidak-ada", "from": "2020-01-01", "verification": "verified"}],
    }
    cost = {"id": "c", "component": ODD, "payer": ODD, "state": "unclear", "as_of": "2026"}
    tables = {"fraud_patterns": [pattern], "sanctions": [sanction], "costs": [cost]}
    said = " ".join(page_texts(printed(catalogue_of({"instance": [instance()], **tables}))[0]))
    assert '#eval("x") $a$ *tebal* [kurung] \\ @label <b> `kode` // ??' in said
    assert "Belum diketahui. tidak" not in said
    assert "peraturan belum diketahui" in said


def test_every_letter_let_through_can_be_printed() -> None:
    letters = "".join(
        map(chr, [*range(0x20, 0x7F), *range(0xA0, 0x250), 0x20AC, *range(0x2013, 0x2027)])
    )
    kept = printable(letters)
    printed(catalogue_of({"instance": [instance(edition=kept)]}))
    assert printable(["e\u0301 \u200bb\u2192\u2082", {"a": "\U0001f600"}]) == ["é b->2", {"a": "?"}]


def test_a_district_edition_has_its_own_name_and_offices(catalogue: Catalogue) -> None:
    placed = {one["region"] for one in catalogue["offices"] if one["kind"] == "disnaker"}
    code = sorted(code for code in placed if "." in code)[0]
    files = book.render(catalogue, code)
    assert sorted(files) == [f"unduh/buku-saku-{code}.pdf", f"unduh/buku-saku-a4-{code}.pdf"]
    said = " ".join(page_texts(files[f"unduh/buku-saku-{code}.pdf"]))
    assert catalogue.get("regions", code)["name"] in said
    near = content(catalogue, code)["contacts"]["local"]
    assert near and all(one["name"] in said for one in near)
    silent = sum(not one["numbers"] for one in near)
    assert said.count("Telepon: belum diketahui") == silent

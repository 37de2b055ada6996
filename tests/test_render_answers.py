"""What an answer looks up: every firm on every day to come as portal/ says, every district once."""

from __future__ import annotations

import gzip
import json
from datetime import date

import pytest
from record_tools import record

from portal.catalogue import Catalogue
from portal.model import Partial, Record, Row
from portal.render import answers
from portal.render.words import timeline_rows

KINDS = {"register": "official", "paper": "press"}


def test_every_firm_has_its_own_timeline(catalogue: Catalogue) -> None:
    made = json.loads(answers.render(catalogue)["cari/kunci.json"])
    assert set(made["firms"]) == {one.id for one in catalogue["agencies"]}
    for one in catalogue["agencies"]:
        standing, licence = made["times"][made["firms"][one.id]["at"]]
        assert [row[:4] for row in standing] == timeline_rows(catalogue, one)
        assert licence[0] == [catalogue.today.isoformat(), catalogue.locks(one).licence.state]


def test_a_denied_firm_gets_the_advice_for_a_revoked_one(catalogue: Catalogue) -> None:
    advised = {}
    for one in catalogue["agencies"]:
        standing, _ = answers.times(catalogue, one)
        advised[catalogue.standing(one).standing.reason] = standing[0][4]
    assert advised["no_proof"] == "unproven"
    assert {advised.get(one, "revoked") for one in ("not_licensed", "not_operating")} == {"revoked"}


def test_the_licence_number_recorded_last_is_shown() -> None:
    def event(number: str, on: str) -> object:
        return record("events", licence_no=number, happened_on=Partial.parse(on), reported_on=None)

    events = (event("NEW", "2026-02"), event("OLD", "2020"), event("", "2026-03-01"))
    assert answers.licence_no(record("agencies", events=events)) == "NEW"
    assert answers.licence_no(record("agencies", events=())) == ""


@pytest.mark.parametrize(
    ("source", "until", "shown"),
    [
        ("register", None, [["+62 334 881234", "tel:+62334881234"]]),
        ("paper", None, []),
        ("register", date(2026, 1, 1), []),
    ],
)
def test_only_numbers_from_an_authority_are_called_official(
    source: str, until: date | None, shown: list[list[str]]
) -> None:
    sources = tuple(
        Record("sources", "sumber", {"kind": kind, "mirror": False}, Row("x", 1, {"id": name}, {}))
        for name, kind in KINDS.items()
    )
    known = Catalogue({"sources": sources}, date(2026, 11, 22))
    office = record("offices", phones=("+62 334 881234",), sources=(source,), until=until)
    assert answers.official_numbers(known, record("agencies", offices=(office,))) == shown


def test_every_district_can_be_chosen_once(catalogue: Catalogue) -> None:
    provinces = answers.choices_file(catalogue)["provinces"]
    codes = [code for _, districts in provinces for code, _ in districts]
    wanted = {one.id for one in catalogue["regions"] if one["province_code"]}
    assert len(codes) == len(wanted)
    assert set(codes) == wanted
    assert [name for name, _ in provinces] == sorted(name for name, _ in provinces)


def test_a_district_begins_with_the_letter_it_is_looked_up_by(catalogue: Catalogue) -> None:
    names = {
        "35.08": "Lumajang (kabupaten)",
        "35.77": "Madiun (kota)",
        "31.71": "Jakarta Pusat (kota)",
    }
    for code, name in names.items():
        assert answers.named(catalogue.get("regions", code)) == name


def test_what_an_answer_costs_on_the_wire(catalogue: Catalogue) -> None:
    made = answers.render(catalogue)
    wire = {path: len(gzip.compress(text.encode(), 9)) for path, text in made.items()}
    assert wire["cari/kunci.json"] < 40 * len(catalogue["agencies"])
    assert wire["cari/wilayah.json"] < 6 * 1024

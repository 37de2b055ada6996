"""Whom to call in a district: its offices, what is not known in words, and no number unproven."""

from __future__ import annotations

import json
from typing import Any

import pytest
from golden_cases import TODAY

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import nearby


def file_of(catalogue: Catalogue, province: str) -> dict[str, Any]:
    """Return what a page would fetch for a province."""
    made: dict[str, Any] = json.loads(nearby.render(catalogue)[f"cari/hubungi/{province}.json"])
    return made


def only(catalogue: Catalogue, *offices: Record) -> Catalogue:
    return Catalogue({**catalogue.tables, "offices": offices}, TODAY)


@pytest.fixture(scope="module")
def office(catalogue: Catalogue) -> Record:
    """Return the district office of Lumajang, as if a second source had confirmed a number."""
    found = catalogue.get("offices", "disnaker-lumajang")
    sure = {"state": "current", "verification": "verified", "hours": "Senin sampai Jumat"}
    return found.replaced(phones=("+62 334 881111",), **sure)


def test_every_district_has_its_province_file(catalogue: Catalogue) -> None:
    named = [code for one in nearby.render(catalogue).values() for code in json.loads(one)["names"]]
    assert named == sorted(one.id for one in catalogue["regions"] if one["province_code"])


def test_a_known_number_can_be_tapped(catalogue: Catalogue, office: Record) -> None:
    (row,) = file_of(only(catalogue, office), "35")["near"]["35.08"]
    assert row["calls"] == [["+62 334 881111", "tel:+62334881111", "phone"]]
    assert row["sure"] is True
    assert "Jam layanan: Senin sampai Jumat." in row["says"]
    assert "belum" not in row["says"]


def test_an_unknown_number_is_said_with_where_to_go(catalogue: Catalogue, office: Record) -> None:
    silent = office.replaced(phones=(), address="Jalan Mawar 3.", state="unconfirmed")
    (row,) = file_of(only(catalogue, silent), "35")["near"]["35.08"]
    assert "calls" not in row and "sure" not in row
    assert row["says"].startswith("Nomor belum diketahui. Datang ke Jalan Mawar 3.")
    assert "belum dipastikan" in row["says"]
    nothing = silent.replaced(address="")
    (row,) = file_of(only(catalogue, nothing), "35")["near"]["35.08"]
    assert "Nomor dan alamat belum diketahui." in row["says"]
    assert "kantor desa atau kelurahan" in row["says"]


@pytest.mark.parametrize("state", ["historic", "planned"])
def test_offices_of_the_past_or_future_are_left_out(
    catalogue: Catalogue, office: Record, state: str
) -> None:
    assert file_of(only(catalogue, office.replaced(state=state)), "35")["near"] == {}


def test_a_number_that_nobody_could_verify_is_not_offered(
    catalogue: Catalogue, office: Record
) -> None:
    doubtful = office.replaced(verification="unverified", address="Jalan Mawar 3")
    (row,) = file_of(only(catalogue, doubtful), "35")["near"]["35.08"]
    assert "calls" not in row
    assert "belum dipastikan" in row["says"]


def test_the_bp3mi_of_the_province_is_told_once(catalogue: Catalogue) -> None:
    made = file_of(catalogue, "35")
    assert [one["name"] for one in made["above"]] == ["BP3MI Jawa Timur"]
    rows = [row for rows in made["near"].values() for row in rows]
    assert "bp3mi" not in {row["kind"] for row in rows}
    assert "Disnaker" in made["missing"]["name"]


def test_a_province_names_its_own_trainings_and_no_others(catalogue: Catalogue) -> None:
    rows = file_of(catalogue, "63")["learn"]
    assert {row["code"].partition(".")[0] for row in rows} == {"63"}
    found = {row["page"]: row for row in rows}
    motor = found["pelatihan/servis-motor-hss-2023/"]
    assert motor["track"] == "work"
    assert "Kabupaten Hulu Sungai Selatan" in motor["says"] and "Biaya: " in motor["says"]
    assert "Jadwalnya sudah lewat" in motor["says"]
    assert file_of(catalogue, "51")["learn"] == []

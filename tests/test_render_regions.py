"""Places: what is there, and whom to call where nothing is known."""

from __future__ import annotations

import re

from record_tools import record

from portal.catalogue import Catalogue
from portal.render import regions
from portal.render.lookups import can_reach


def test_a_place_without_data_says_so_and_whom_to_call(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    empty = [text for path, text in made.items() if "Belum ada data untuk wilayah ini" in text]
    assert len(empty) > 100
    assert all('href="tel:08001000"' in text for text in empty)


def test_a_province_lists_its_kabupaten_and_kota(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    links = set(re.findall(r'href="/wilayah/(35\.\d\d)/"', made["wilayah/35/index.md"]))
    assert links == {one.id for one in catalogue["regions"] if one["province_code"] == "35"}


def test_a_place_shows_its_agencies_with_their_standing(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for agency in catalogue["agencies"]:
        for office in agency["offices"]:
            text = made[f"wilayah/{office['region']}/index.md"]
            assert f'href="/p3mi/{agency.id}/"' in text
            assert "data-timeline" in text


def test_a_number_that_nobody_could_verify_is_never_offered_to_call() -> None:
    sure = {
        "phones": ("+62 21 29244800",),
        "short_numbers": (),
        "whatsapp": (),
        "website_url": "",
        "verification": "single_source",
        "state": "unconfirmed",
    }
    assert can_reach(record("offices", **sure))
    assert not can_reach(record("offices", **(sure | {"verification": "unverified"})))
    assert not can_reach(record("offices", **(sure | {"state": "historic"})))
    assert not can_reach(record("offices", **(sure | {"phones": ()})))


def test_a_firm_that_is_only_named_here_stands_apart_and_is_not_green(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    page = made["wilayah/33.75/index.md"]
    part = page[page.index('id="disebut"') : page.index('id="pelatihan"')]
    assert "PT Sukses Mandiri Utama" in part
    assert 'data-state="unproven"' in part
    assert 'data-state="licensed"' not in part
    assert "Ini bukan bukti izin." in part
    assert "sukses-mandiri-utama" not in page[: page.index('id="disebut"')]
    for agency, event in regions.mentioned(catalogue, "33.75"):
        assert event["region"] == "33.75"
        assert "33.75" not in {office["region"] for office in agency["offices"]}


def test_a_region_without_trainings_shows_those_of_its_province(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    near = regions.trainings_near(catalogue, "33")
    assert near
    assert all(one["region"].startswith("33.") for one in near)
    assert all(f"/pelatihan/{one.id}/" in made["wilayah/33.75/index.md"] for one in near)
    assert regions.trainings_near(catalogue, "") == []


def test_every_region_leads_to_sessions_and_to_the_directory(made: dict[str, str]) -> None:
    pages = [
        text for path, text in made.items() if path.startswith("wilayah/") and "." in path[8:13]
    ]
    assert all('href="/sosialisasi/"' in one and 'href="/kontak/"' in one for one in pages)


def test_how_the_office_of_a_region_does_it_stands_on_its_page_with_day_and_source(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    rows = [row for one in catalogue["procedures"] for row in one["local"]]
    assert {"33.75", "63.06"} <= {row["region"] for row in rows}
    for row in rows:
        page = made[f"wilayah/{row['region']}/index.md"]
        part = page[page.index('id="cara-dinas"') : page.index('id="nomor"')]
        assert row["says"][1:] in part
        assert all(f"/data/sumber/#{one}" in part for one in row["sources"])
    assert 'id="cara-dinas"' not in made["wilayah/33.01/index.md"]

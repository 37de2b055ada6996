"""Places: what is there, and whom to call where nothing is known."""

from __future__ import annotations

import re

from record_tools import record

from portal.catalogue import Catalogue
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

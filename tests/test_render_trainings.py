"""Trainings: a whole list without script, and nothing past called open."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from record_tools import on, record, words

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import near_trainings, procedures, trainings
from portal.render.page_texts import plain


def test_trainings_are_complete_without_script(made: dict[str, str], catalogue: Catalogue) -> None:
    text = made["pelatihan/index.md"]
    links = set(re.findall(r'href="/pelatihan/([^/"]+)/"', text))
    assert links == {one.id for one in catalogue["training"]}
    listed = text[text.index('id="daftar-pelatihan"') :]
    assert "hidden" not in listed.replace('aria-hidden="', "")


def test_every_filter_of_the_list_has_its_attribute_on_every_item(made: dict[str, str]) -> None:
    text = made["pelatihan/index.md"]
    match = re.search(r'data-filter="([^"]+)"', text)
    assert match
    fields = [pair.split(":")[0] for pair in match[1].split("|")]
    items = re.findall(r"<li [^>]*data-item[^>]*>", text)
    assert {"provinsi", "bidang", "jalur", "biaya", "sertifikat", "usia"} <= set(fields)
    assert [item for item in items if any(f"data-{one}=" not in item for one in fields)] == []


def test_an_unknown_cost_tells_to_ask_first(made: dict[str, str]) -> None:
    text = words(made, "pelatihan/menjahit-lumajang-2025/index.md")
    assert "belum diketahui: tanyakan dulu" in text
    assert "Jadwal ini sudah lewat" in text


def test_a_training_that_has_ended_is_past_whatever_the_file_says(catalogue: Catalogue) -> None:
    one = record("training", state="open", ends_on=date(2026, 3, 12))
    assert near_trainings.state(on(catalogue, "2026-03-12"), one) == "open"
    assert near_trainings.state(on(catalogue, "2026-03-13"), one) == "past"


def test_young_people_find_what_is_meant_for_them() -> None:
    def training(age_max: int | None, eligibility: str) -> Record:
        return record("training", age_max=age_max, eligibility=eligibility)

    assert trainings.for_the_young(training(None, "Kalangan muda"))
    assert trainings.for_the_young(training(35, ""))
    assert not trainings.for_the_young(training(None, ""))
    assert not trainings.for_the_young(training(60, "Umum"))


def offered(**values: object) -> Record:
    given = {"fields": (), "countries": (), "kind": "course", "track": "work", "name": "Menjahit"}
    more = {"region": "", "state": "past", "ends_on": None, "starts_on": None, "as_of": "2025"}
    return record("training", **(given | more | values))


def test_the_alternative_is_at_home_never_another_departure() -> None:
    assert near_trainings.at_home(offered(fields=("tata-busana",)))
    assert near_trainings.at_home(offered(fields=()))
    assert near_trainings.at_home(offered(fields=("las", "bahasa-inggris")))
    assert not near_trainings.at_home(offered(countries=("Jepang",)))
    assert not near_trainings.at_home(offered(kind="g_to_g"))
    assert not near_trainings.at_home(offered(fields=("bahasa-korea", "pembekalan")))
    assert not near_trainings.at_home(offered(name="Bekal calon pekerja migran"))


def test_alternatives_show_both_tracks_and_name_several_places(catalogue: Catalogue) -> None:
    rows = near_trainings.alternatives(catalogue)
    assert [row.track for row in rows] == ["work"] * 2 + ["business"]
    places = [row.record["region"] for row in rows if row.track == "work"]
    assert len(set(places)) == 2


def test_alternatives_near_home_come_first(catalogue: Catalogue) -> None:
    rows = near_trainings.alternatives(catalogue, region="63.06")
    assert {row.record["region"] for row in rows} <= {"63.06", "63.72"}
    assert rows[0].record["region"] == "63.06"


def test_alternatives_can_be_asked_for_by_track_or_field(catalogue: Catalogue) -> None:
    rows = near_trainings.alternatives(catalogue, ["business"])
    assert {row.track for row in rows} == {"business"}
    rows = near_trainings.alternatives(catalogue, ["tata-busana"])
    assert rows
    assert all("tata-busana" in row.record["fields"] for row in rows)


def test_an_open_training_comes_before_a_newer_one_that_is_past(catalogue: Catalogue) -> None:
    past = near_trainings.alternatives(catalogue)[0].record
    opened = next(
        row.record for row in near_trainings.alternatives(catalogue) if row.record.id != past.id
    )
    changed = tuple(
        one.replaced(state="open", ends_on=None, starts_on=date(2020, 1, 1))
        if one.id == opened.id
        else one
        for one in catalogue["training"]
    )
    again = replace(catalogue, tables=dict(catalogue.tables) | {"training": changed})
    first = near_trainings.alternatives(again)[0]
    assert (first.record.id, first.state) == (opened.id, "open")


def test_pages_for_those_who_want_to_leave_show_the_choice_at_home(made: dict[str, str]) -> None:
    leaving = [
        "prosedur/index.md",
        "prosedur/p3mi/index.md",
        "dokumen/index.md",
        "biaya/index.md",
        "negara/index.md",
        "modus/index.md",
        "modus/visa-umrah-ziarah/index.md",
    ]
    for path in leaving:
        text = words(made, path)
        assert "Sebelum berangkat: pelatihan dan usaha dekat Anda" in text, path
        assert "Tanyakan jadwal baru ke dinas tenaga kerja." in text, path
        assert "Pelatihan kerja dan wirausaha menurut provinsi" in text, path
        assert "Jadwalnya sudah lewat" not in text, path
        assert "https://karirhub.kemnaker.go.id" in made[path], path


def test_the_list_says_in_words_what_the_filter_knows(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    page = made["pelatihan/index.md"]
    for one in catalogue["training"]:
        card = next(part for part in page.split('<li class="card"') if f"/{one.id}/" in part)
        said = plain(card)
        assert all(catalogue.label("training_fields", field) in said for field in one["fields"])
        assert ("Jalur wirausaha." in said) == (one["track"] == "business" and bool(one["fields"]))
        region = one["region"] and catalogue.get("regions", one["region"])["name"]
        assert f'data-tempat="{region}"' in card


def test_certificates_are_explained_in_a_line_each(made: dict[str, str]) -> None:
    said = words(made, "pelatihan/index.md")
    assert "Balai Latihan Kerja (BLK)" in said
    assert "Badan Nasional Sertifikasi Profesi (BNSP)" in said


def test_past_runs_are_folded_away_and_the_fold_says_that_the_next_is_unknown(
    catalogue: Catalogue, made: dict[str, str]
) -> None:
    now, past = made["pelatihan/index.md"].split("<details data-fold>")
    assert 'data-jadwal="Sudah lewat"' not in now
    held = [one for one in catalogue["training"] if near_trainings.state(catalogue, one) == "past"]
    assert held
    assert past.count('data-jadwal="Sudah lewat"') == len(held)
    assert "Jadwal berikutnya belum diketahui." in plain(past)


def test_the_box_shows_at_most_three_that_can_still_be_joined(catalogue: Catalogue) -> None:
    opened = tuple(
        one.replaced(state="open", ends_on=None) if near_trainings.at_home(one) else one
        for one in catalogue["training"]
    )
    again = replace(catalogue, tables=dict(catalogue.tables) | {"training": opened})
    page = procedures.render(again)["prosedur/index.md"]
    box = page[page.index("data-learn-examples") :]
    assert 2 <= len(re.findall(r'href="/pelatihan/[^"]', box)) <= 3
    assert "Jadwal yang kami tahu sudah lewat" not in page


def test_a_place_owned_by_a_placement_company_carries_its_standing_and_the_objection(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    owned = [one for one in catalogue["training"] if one["agency"]]
    assert [one.id for one in owned] == ["blkln-prima-duta-sejati"]
    for path in ("pelatihan/index.md", "pelatihan/blkln-prima-duta-sejati/index.md"):
        page = made[path]
        part = page[page.index("Milik perusahaan penempatan:") :][:3000]
        assert 'href="/p3mi/prima-duta-sejati/"' in part
        assert "data-timeline" in part
        assert "P3MI tidak boleh memiliki lembaga pelatihan sendiri" in part


def test_every_training_leads_to_the_office_of_its_place(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["training"]:
        page = made[f"pelatihan/{one.id}/index.md"]
        place = f"/wilayah/{one['region']}/#kantor" if one["region"] else "/wilayah/"
        assert f'<a class="call" href="{place}">Tanya Disnaker' in page

"""Trainings: a whole list without script, and nothing past called open."""

from __future__ import annotations

import re
from datetime import date

from record_tools import on, record, words

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import trainings


def test_trainings_are_complete_without_script(made: dict[str, str], catalogue: Catalogue) -> None:
    text = made["pelatihan/index.md"]
    links = set(re.findall(r'href="/pelatihan/([^/"]+)/"', text))
    assert links == {one.id for one in catalogue["training"]}
    assert "hidden" not in text.replace('aria-hidden="', "")


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
    assert trainings.state(on(catalogue, "2026-03-12"), one) == "open"
    assert trainings.state(on(catalogue, "2026-03-13"), one) == "past"


def test_young_people_find_what_is_meant_for_them() -> None:
    def training(age_max: int | None, eligibility: str) -> Record:
        return record("training", age_max=age_max, eligibility=eligibility)

    assert trainings.for_the_young(training(None, "Kalangan muda"))
    assert trainings.for_the_young(training(35, ""))
    assert not trainings.for_the_young(training(None, ""))
    assert not trainings.for_the_young(training(60, "Umum"))

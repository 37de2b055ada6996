"""Sessions and questions: past and coming, the calendar read back, what nobody answered yet."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import icalendar
import pytest
from record_tools import on, words

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import outreach, pages

TAKISUNG = "sosialisasi-takisung-2025-07-09"


def with_records(catalogue: Catalogue, table: str, *records: Record) -> Catalogue:
    """Return the same data with one table replaced."""
    return replace(catalogue, tables={**catalogue.tables, table: records})


def session(catalogue: Catalogue, **values: object) -> Record:
    return catalogue.get("outreach", TAKISUNG).replaced(**values)


def read(catalogue: Catalogue) -> list[icalendar.Event]:
    text = outreach.calendar(catalogue)[outreach.CALENDAR]
    made = icalendar.Calendar.from_ical(text)
    assert made.errors == []
    return list(made.walk("VEVENT"))


def test_the_calendar_reads_back_as_the_data(catalogue: Catalogue) -> None:
    events = {str(one["uid"]).partition("@")[0]: one for one in read(catalogue)}
    assert set(events) == {one.id for one in catalogue["outreach"]}
    for one in catalogue["outreach"]:
        event = events[one.id]
        assert event["dtstart"].dt == one["held_on"]
        assert str(event["summary"]) == one["topic"]
        assert one["host"] in str(event["description"])
        assert str(event["url"]).endswith(f"/sosialisasi/#{one.id}")


def test_a_session_with_hours_has_them_in_the_time_of_the_place(catalogue: Catalogue) -> None:
    one = session(catalogue, starts_at="09.00", ends_at="11.30")
    (event,) = read(with_records(catalogue, "outreach", one))
    assert event["dtstart"].dt == datetime(2025, 7, 9, 9, 0)
    assert event["dtend"].dt - event["dtstart"].dt == timedelta(hours=2, minutes=30)


def test_the_calendar_is_the_same_twice_and_speaks_as_phones_expect(catalogue: Catalogue) -> None:
    made = outreach.calendar(catalogue)
    assert made == outreach.calendar(catalogue)
    text = made[outreach.CALENDAR]
    assert b"\r\n" in text
    assert max(map(len, text.split(b"\r\n"))) <= 75


@pytest.mark.parametrize(("day", "coming"), [("2025-07-09", 1), ("2025-07-10", 0)])
def test_a_session_is_to_come_until_its_day_is_over(
    catalogue: Catalogue, day: str, coming: int
) -> None:
    found, past = outreach.sessions(on(catalogue, day))
    assert len(found) == coming
    assert len(found) + len(past) == len(catalogue["outreach"])
    assert [one["held_on"] for one in past] == sorted(
        (one["held_on"] for one in past), reverse=True
    )


def test_a_session_says_what_to_print_and_where_it_was(made: dict[str, str]) -> None:
    page = words(made, "sosialisasi/index.md")
    assert "Aula Kantor Kecamatan Takisung, Kabupaten Tanah Laut" in page
    assert "30 aparatur desa" in page
    assert "Ringkasan satu halaman" in page
    assert 'href="/desa/sesi/"' in made["sosialisasi/index.md"]
    assert "Kota Pekalongan, Kota Pekalongan" not in page


def test_a_district_is_named_once(catalogue: Catalogue) -> None:
    assert outreach.where(catalogue, session(catalogue)).count("Takisung") == 1
    elsewhere = outreach.where(catalogue, session(catalogue, place="Balai Desa"))
    assert elsewhere.startswith("Balai Desa, Kecamatan Takisung, Kabupaten Tanah Laut")


def asked(catalogue: Catalogue, **values: object) -> dict[str, str]:
    """Return the pages with one more question, without an answer unless one is given."""
    first = catalogue["faq"][0]
    empty = {"question": "Berapa lama?", "answer": "", "asked_at": "", "sources": (), "ask": ()}
    more = Record(
        "faq", first.label, {**first.data, **empty, "provisions": (), **values}, first.row, ("new",)
    )
    return pages.render(with_records(catalogue, "faq", *catalogue["faq"][1:], more))


def test_an_open_question_is_public_and_says_whom_to_ask(catalogue: Catalogue) -> None:
    made = asked(catalogue, asked_at="Balai Desa Contoh", ask=("immigration",))
    page = words(made, "tanya-jawab/index.md")
    waiting = page[page.index("Belum terjawab") :]
    assert "Berapa lama?" in waiting
    assert "Kami belum punya jawabannya." in waiting
    assert "Tanyakan ke: Imigrasi" in waiting
    assert "Ditanyakan di: Balai Desa Contoh" in waiting
    assert "Tidak ada pertanyaan yang menunggu" not in waiting


def test_without_a_hint_disnaker_and_bp3mi_are_asked(catalogue: Catalogue) -> None:
    page = words(asked(catalogue, asked_at="Loket"), "tanya-jawab/index.md")
    assert "Tanyakan ke: Disnaker , BP3MI" in page


def test_an_answer_that_is_not_whole_waits_too(made: dict[str, str], catalogue: Catalogue) -> None:
    page = words(made, "tanya-jawab/index.md")
    waiting = page[page.index("Belum terjawab") :]
    unknown = [one for one in catalogue["faq"] if "elum diketahui" in one["answer"]]
    assert unknown
    assert [one.id for one in unknown if one["question"] not in waiting] == []
    assert "Berapa standar gaji di negara tujuan? Hanya petunjuk. Tanyakan ke: BP3MI" in waiting
    assert "Bagaimana tahu perusahaan ini resmi?" not in waiting


def test_no_open_question_is_said_too(catalogue: Catalogue) -> None:
    whole = [one.replaced(state="") for one in catalogue["faq"]]
    made = pages.render(with_records(catalogue, "faq", *whole))
    assert "Tidak ada pertanyaan yang menunggu jawaban." in words(made, "tanya-jawab/index.md")


def test_a_question_and_its_session_point_at_each_other(catalogue: Catalogue) -> None:
    question = catalogue["faq"][0]
    changed = with_records(catalogue, "outreach", session(catalogue, questions=(question.id,)))
    made = pages.render(changed)
    assert f'href="/tanya-jawab/#{question.id}"' in made["sosialisasi/index.md"]
    assert f'href="/sosialisasi/#{TAKISUNG}"' in made["tanya-jawab/index.md"]
    assert outreach.asked_in(changed, question)[0]["held_on"] == date(2025, 7, 9)


def test_a_coming_session_has_a_page_with_its_material_and_sheets(catalogue: Catalogue) -> None:
    day = catalogue.today + timedelta(days=9)
    one = session(catalogue, held_on=day, starts_at="09.00", kits=("poster", "naskah"))
    made = pages.render(with_records(catalogue, "outreach", one))
    page = made[f"sosialisasi/{TAKISUNG}/index.md"]
    material = page.partition('id="bahan"')[2].partition('id="lembar"')[0]
    assert 'href="/unduh/"' in material and 'href="/desa/sesi/"' in material
    assert 'href="/desa/ringkas/"' not in material
    assert page.count('class="sheet') == 2 and "pukul 09.00" in page.partition("undangan")[2]
    assert "sudah lewat" not in page
    assert f'href="/sosialisasi/{TAKISUNG}/"' in made["sosialisasi/index.md"]


def test_the_page_of_a_session_stays_when_it_is_past(made: dict[str, str]) -> None:
    page = made[f"sosialisasi/{TAKISUNG}/index.md"]
    assert "Acara ini sudah lewat." in page
    assert "Undangan" not in page and page.count('class="sheet') == 1

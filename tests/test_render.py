"""What all renderers share: environment, addresses, sentences, plain text, the frame, the whole."""

from __future__ import annotations

from datetime import date

import pytest
from conftest import TODAY
from golden_cases import good_folder
from jinja2 import UndefinedError

from portal.catalogue import Catalogue
from portal.edge import open_catalogue
from portal.model import Partial, Record, Row
from portal.render import page_texts, pages, urls, words
from portal.render.environment import environment, markdown_text
from portal.render.frame import frame
from portal.standing import Standing
from portal.text import lower_first


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    folder = good_folder(tmp_path_factory.mktemp("render"))
    return open_catalogue(folder, TODAY)


def event(**values: object) -> Record:
    empty = dict.fromkeys(("happened_on", "reported_on", "until", "expires_on"))
    return Record("agencies.events", "P3MI", {**empty, **values}, Row("", 1, {}, {}))


def reason(small: Catalogue, key: str, **values: object) -> str:
    agency = small["agencies"][0].replaced(events=(event(**values),))
    return words.reason(small, agency, Standing("recheck", key, 0))


def test_a_reason_carries_its_dates(small: Catalogue) -> None:
    day = Partial.parse("2026-02-03")
    said = reason(small, "suspended", happened_on=day, until=date(2026, 5, 3))
    assert said.endswith("kegiatannya pada 3 Februari 2026 sampai 3 Mei 2026.")


def test_a_day_of_report_is_not_passed_off_as_the_day_of_the_event(small: Catalogue) -> None:
    said = reason(small, "revoked", reported_on=Partial.parse("2026-02"))
    assert said == "Pemerintah mencabut izinnya (diberitakan Februari 2026)."


def test_a_reason_without_dates_is_still_a_sentence(small: Catalogue) -> None:
    assert reason(small, "revoked") == "Pemerintah mencabut izinnya."


def test_every_reason_can_be_said(small: Catalogue) -> None:
    for value in small.get("vocabulary", "reasons")["values"]:
        assert "{" not in reason(small, value["id"])


def test_places_in_words(small: Catalogue) -> None:
    assert words.region_name(small, "35.08") == "Kabupaten Lumajang, Jawa Timur"
    assert words.region_name(small, "35") == "Jawa Timur"
    assert words.region_name(small, "") == ""


def test_a_closed_office_is_no_place(small: Catalogue) -> None:
    agency = small.get("agencies", "bumi-mas")
    assert words.place_of(small, agency) == "Kantor pusat di Kabupaten Lumajang, Jawa Timur"
    closed = tuple(one.replaced(until=TODAY) for one in agency["offices"])
    assert words.place_of(small, agency.replaced(offices=closed)) == ""


@pytest.mark.parametrize(
    ("number", "shown", "dialled"),
    [
        ("+62 2129244800", "+62 21 29244800", "tel:+622129244800"),
        ("+62 8118080141", "+62 811-8080-141", "tel:+628118080141"),
        ("0800-1000", "0800-1000", "tel:08001000"),
    ],
)
def test_telephone_numbers(number: str, shown: str, dialled: str) -> None:
    assert words.phone(number) == shown
    assert words.tel(number) == dialled


def test_whatsapp_has_no_plus() -> None:
    assert words.whatsapp("+62 811 8080141") == "https://wa.me/628118080141"


def test_addresses(small: Catalogue) -> None:
    assert urls.url_of("agencies", "bumi-mas") == "/p3mi/bumi-mas/"
    assert urls.url_of("training") == "/pelatihan/"
    assert urls.path_of("/p3mi/bumi-mas/") == "p3mi/bumi-mas/index.md"
    assert urls.path_of("/") == "index.md"
    assert urls.edit(small.get("agencies", "bumi-mas")) == "data/agencies.yaml#L1"


def test_a_field_wins_over_an_attribute(small: Catalogue) -> None:
    region = small.get("regions", "35.08").replaced(label="isi kolom")
    made = environment(small).from_string("{{ one.label }} {{ one.line }}")
    assert made.render(one=region) == f"isi kolom {region.line}"


def test_a_name_that_nobody_gave_is_an_error(small: Catalogue) -> None:
    with pytest.raises(UndefinedError):
        environment(small).from_string("{{ tiada }}").render()


def test_data_is_never_markup(small: Catalogue) -> None:
    made = environment(small).from_string("{{ text }}|{{ text | md }}")
    assert made.render(text="<b>*x*") == "&lt;b&gt;*x*|&lt;b&gt;\\*x\\*"
    assert markdown_text("[a](b)") == "\\[a\\]\\(b\\)"


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Paspor", "paspor"), ("P3MI bersama Anda", "P3MI bersama Anda"), ("SKCK", "SKCK")],
)
def test_short_forms_stay_large_inside_a_sentence(name: str, inside: str) -> None:
    assert lower_first(name) == inside


def test_labels_come_from_the_vocabulary(small: Catalogue) -> None:
    made = environment(small).from_string('{{ "revoked" | label("standings") }}')
    assert made.render() == "Izin dicabut"


def test_readable_text_has_no_marks() -> None:
    page = (
        "---\ntitle: 'Judul'\n---\n# Judul\n\n**Tebal** dan [tautan](x.md){ .button }\n"
        "<p>A &amp; B</p><script>x()</script>\n\n- satu\n"
    )
    assert page_texts.readable({"a/b.md": page}) == (
        ("/a/b/", "Judul", "Judul Tebal dan tautan A & B satu"),
    )


def test_pages_may_stay_out_of_search_and_files_are_no_pages() -> None:
    given = {"index.md": "# Depan", "x.md": "---\nsearch: no\n---\n", "p/index.html": "<p>"}
    assert [url for url, _, _ in page_texts.readable(given)] == ["/"]


def test_only_sure_hotlines_stand_in_the_frame(small: Catalogue) -> None:
    assert frame(small)["hotlines"] == []
    office = small["offices"][0].replaced(kind="hotline", state="current", verification="verified")
    sure = Catalogue({**small.tables, "offices": (office,)}, TODAY)
    assert [one["href"] for one in frame(sure)["hotlines"]] == [
        "tel:08001000",
        "tel:+62334881111",
        "https://wa.me/6281234567890",
    ]
    unsure = office.replaced(state="unconfirmed")
    assert frame(Catalogue({**small.tables, "offices": (unsure,)}, TODAY))["hotlines"] == []


def test_the_frame_says_how_old_it_is(small: Catalogue) -> None:
    made = frame(small)
    assert made["built"] == "22 November 2026"
    assert made["repository"] == "https://git.lumajangkab.go.id/jalur-resmi/blob/main"


def test_every_state_has_a_shape_of_its_own(small: Catalogue) -> None:
    sprite = frame(small)["sprite"]
    for name in ("standings", "lock_states"):
        for value in small.get("vocabulary", name)["values"]:
            assert f'id="shape-{value["id"]}"' in sprite


def test_two_page_types_never_write_one_page(
    small: Catalogue, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "PAGE_TYPES", (lambda _: {"a.md": ""}, lambda _: {"a.md": ""}))
    with pytest.raises(ValueError, match=r"a\.md"):
        pages.render(small)

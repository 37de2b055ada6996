"""Record pages: counts, figures, what must stay visible and what must stay away."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

import pytest

from portal.catalogue import Catalogue, publishable
from portal.check import check
from portal.model import Record, Row
from portal.render import pages, statistics, trainings
from portal.render.lookups import can_reach, contacts, provision_url, shown
from portal.render.prose import front_matter, plain
from portal.render.provisions import article_key
from portal.render.sanctions import versions
from tests.conftest import ROOT

SOURCE = re.compile(r'href="/data/sumber/#([^"]+)"')
ANCHOR = re.compile(r'href="(/(?:larangan|hak|dokumen|sosialisasi|peraturan/[^/"]+)/)#([^"]+)"')
TABLES = {
    "p3mi": "agencies",
    "pelatihan": "training",
    "sanksi": "sanctions",
    "wilayah": "regions",
    "prosedur": "procedures",
    "modus": "fraud_patterns",
    "peraturan": "regulations",
}


@pytest.fixture(scope="module")
def made(catalogue: Catalogue) -> dict[str, str]:
    return pages.render(catalogue)


def on(catalogue: Catalogue, day: str) -> Catalogue:
    return Catalogue(catalogue.tables, date.fromisoformat(day), catalogue.withheld)


def words(made: dict[str, str], path: str) -> str:
    return plain(made[path].split("---", 2)[2])


def record(table: str, **values: object) -> Record:
    return Record(table, table, values, Row("data/x.yaml", 1, {"id": "x"}, {}))


@pytest.mark.parametrize(("folder", "table"), TABLES.items())
def test_every_record_has_its_page(
    made: dict[str, str], catalogue: Catalogue, folder: str, table: str
) -> None:
    found = {
        path.split("/")[1] for path in made if re.fullmatch(rf"{folder}/[^/]+/index\.md", path)
    }
    assert found == {one.id for one in catalogue[table]}


def test_there_is_a_page_for_all_552_regions(made: dict[str, str]) -> None:
    assert len([path for path in made if path.startswith("wilayah/")]) == 553


def test_every_page_has_its_own_title_and_a_description(made: dict[str, str]) -> None:
    heads = {path: front_matter(text) for path, text in made.items()}
    titles = [head["title"] for head in heads.values()]
    assert len(titles) == len(set(titles))
    assert all(head["description"] and head["kind"] for head in heads.values())


def test_every_page_has_one_first_heading(made: dict[str, str]) -> None:
    wrong = [path for path, text in made.items() if text.count("<h1") != 1]
    assert wrong == []


def test_every_source_that_is_shown_is_on_the_sources_page(made: dict[str, str]) -> None:
    known = set(re.findall(r'<li id="([^"]+)"', made["data/sumber/index.md"]))
    cited = {found for text in made.values() for found in SOURCE.findall(text)}
    assert cited
    assert cited <= known


def test_every_link_to_a_provision_or_document_finds_its_anchor(made: dict[str, str]) -> None:
    wanted = {found for text in made.values() for found in ANCHOR.findall(text)}
    missing = [
        (url, anchor)
        for url, anchor in sorted(wanted)
        if f'id="{anchor}"' not in made[f"{url.strip('/')}/index.md"]
    ]
    assert wanted
    assert missing == []


def test_pages_do_not_depend_on_anything_but_the_data(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    assert pages.render(catalogue) == made


def test_nothing_withheld_is_shown(made: dict[str, str], catalogue: Catalogue) -> None:
    everything = check(ROOT / "data", catalogue.today).tables
    hidden = {one.id for one in everything["sources"] if one["kind"] == "unverifiable"}
    kept = {one.id for one in publishable(everything, catalogue.today)["training"]}
    gone = {one.id for one in everything["training"]} - kept
    text = "\n".join(made.values())
    assert hidden
    assert gone
    assert [one for one in sorted(hidden) if f"#{one}" in text] == []
    assert [one for one in sorted(gone) if f"/pelatihan/{one}/" in text] == []


# Sanctions


def test_sanctions_show_article_81_as_it_stands_and_as_it_was(made: dict[str, str]) -> None:
    card = re.search(r'id="pasal-81">.*?</li>', made["sanksi/index.md"], re.DOTALL)
    assert card
    text = plain(card[0])
    now, old = text.split("Bunyi lama")
    assert (
        "penjara paling lama 10 tahun dan/atau denda paling banyak kategori VI (Rp2 miliar)" in now
    )
    assert "Berlaku sejak 2 Januari 2026" in now
    assert "Pasal 81 UU 18/2017" in now
    assert "penjara paling lama 10 tahun dan denda paling banyak Rp15 miliar" in old
    assert "Berlaku sampai 1 Januari 2026" in old


def test_the_page_of_a_sanction_explains_connector_doubt_and_what_to_do(
    made: dict[str, str],
) -> None:
    text = words(made, "sanksi/pasal-81/index.md")
    assert "Arti “dan/atau”: Hakim boleh memilih salah satu atau dua-duanya." in text
    assert "Satu sumber" in text
    assert "/larangan/#uu18-2017-p69" in made["sanksi/pasal-81/index.md"]
    assert 'href="/bantuan/"' in made["sanksi/pasal-81/index.md"]


def test_a_quotation_that_is_not_exact_says_so(made: dict[str, str]) -> None:
    assert "bukan bunyi persis" in words(made, "sanksi/pasal-84-2/index.md")
    assert "bukan bunyi persis" not in words(made, "sanksi/pasal-81/index.md")


@pytest.mark.parametrize(
    ("day", "fine"), [("2026-01-01", 15_000_000_000), ("2026-01-02", 2_000_000_000)]
)
def test_the_day_decides_which_version_holds(catalogue: Catalogue, day: str, fine: int) -> None:
    found = versions(catalogue.get("sanctions", "pasal-81"), date.fromisoformat(day))
    assert found.now is not None
    assert found.now["fine_rp"] == fine


def test_no_version_of_any_sanction_is_lost(catalogue: Catalogue) -> None:
    for sanction in catalogue["sanctions"]:
        for day in ("2010-01-01", "2020-01-01", "2026-01-02", "2040-01-01"):
            found = versions(sanction, date.fromisoformat(day))
            parts = [*found.earlier, *found.later, *([found.now] if found.now else [])]
            assert set(parts) == set(sanction["versions"])


# Provisions


def test_what_is_unverified_is_nowhere_shown_as_a_fact(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    doubtful = [one.id for one in catalogue["provisions"] if one["verification"] == "unverified"]
    text = "\n".join(made.values())
    assert doubtful
    assert [one for one in doubtful if f'id="{one}"' in text] == []
    assert {provision_url(catalogue, one) for one in doubtful} == {""}


def test_a_provision_is_shown_only_while_it_is_in_force(catalogue: Catalogue) -> None:
    one = record(
        "provisions",
        verification="verified",
        **{"from": date(2026, 1, 2), "until": date(2026, 12, 31)},
    )
    days = ("2026-01-01", "2026-01-02", "2026-12-31", "2027-01-01")
    assert [shown(on(catalogue, day), one) for day in days] == [False, True, True, False]


def test_articles_are_in_the_order_of_the_law() -> None:
    known = [record("provisions", article=one, paragraph="") for one in ("10", "9", "82 huruf b")]
    assert [one["article"] for one in sorted(known, key=article_key)] == ["9", "10", "82 huruf b"]


# Trainings


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


# Places and numbers to call


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
    assert links == {one.id for one in catalogue.children("35")}


def test_a_place_shows_its_agencies_with_their_standing(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for agency in catalogue["agencies"]:
        for office in agency["offices"]:
            text = made[f"wilayah/{office['region']}/index.md"]
            assert f'href="/p3mi/{agency.id}/"' in text
            assert "data-timeline" in text


def test_help_names_only_numbers_that_can_be_trusted(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    text = made["bantuan/index.md"]
    for office in catalogue["offices"]:
        if office["verification"] == "unverified" or office["state"] in ("historic", "planned"):
            assert f"<strong>{office['name']}</strong>" not in text
    assert [one.id for one in contacts(catalogue, ("hotline",), ("abroad",))] != []
    for anchor in ("sudah-bayar", "dokumen-ditahan", "penampungan", "luar-negeri", "hilang-kontak"):
        assert f'id="{anchor}"' in text
    for rule in ("uu18-2017-p6-3a", "uu18-2017-p27-2c"):
        assert f"#{rule}" in text


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


# Figures


def test_the_chart_of_placements_has_one_bar_a_year(catalogue: Catalogue) -> None:
    rows = dict(statistics.per_year(catalogue))
    assert rows["2023"] == 297108
    assert list(rows) == sorted(rows)


def test_the_chart_of_west_sumatra_shows_three_schemes(made: dict[str, str]) -> None:
    chart = next(one for one in svgs(made["statistik/index.md"]) if "Sumatera Barat" in one)
    assert [plain(one) for one in re.findall(r"<text.*?</text>", chart)][1::2] == [
        "497",
        "307",
        "12",
    ]
    assert 'role="img"' in chart
    assert "<title" in chart
    assert "<desc" in chart


def test_all_three_figures_for_2023_are_shown_with_their_state(made: dict[str, str]) -> None:
    text = made["statistik/index.md"]
    rows = [plain(one) for one in re.findall(r"<tr .*?</tr>", text, re.DOTALL)]
    states = {"297.108": "Dilaporkan", "274.965": "Sudah diganti", "273.747": "Sementara"}
    for figure, state in states.items():
        assert any(f" {figure} orang {state}" in f" {row}" for row in rows), figure


def test_bars_grow_with_their_value() -> None:
    lengths = statistics.bars([("a", 1), ("b", 2), ("c", 0)], 200)
    assert lengths == {"a": 100, "b": 200, "c": 0}
    assert statistics.bars([], 200) == {}


# The data itself


def test_data_page_counts_what_is_withheld(made: dict[str, str], catalogue: Catalogue) -> None:
    text = words(made, "data/index.md")
    held = catalogue.withheld.get("training", 0)
    assert f"Pelatihan {len(catalogue['training'])} {held}" in re.sub(r"\s+", " ", text)


def test_changes_list_the_standings_that_turn_within_half_a_year(catalogue: Catalogue) -> None:
    text = pages.render(on(catalogue, "2026-03-01"))["perubahan/index.md"]
    assert "PT Bumi Mas Indonesia Mandiri" in plain(text)
    assert "dari “Dihentikan sementara” menjadi “Perlu dicek ulang”" in plain(text)


def test_no_page_has_a_long_sentence_in_its_own_words() -> None:
    """Sentences of the templates (not of the data) stay within fifteen words."""
    found = list(_long(sorted((ROOT / "templates" / "pages").glob("*.md.j2"))))
    assert found == []


def _long(paths: Iterable[object]) -> Iterable[str]:
    for path in paths:
        text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
        for paragraph in re.findall(r"<(?:p|li)>([^<{]+)</", text):
            for sentence in re.split(r"[.?!:]", paragraph):
                if len(sentence.split()) > 15:
                    yield sentence


def svgs(text: str) -> list[str]:
    return re.findall(r"<svg.*?</svg>", text, re.DOTALL)

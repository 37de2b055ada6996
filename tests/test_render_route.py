"""Pages for those who want to leave: what is unknown says so, what contradicts stands together."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from record_tools import record, words

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import destinations, pages, procedures, reference
from portal.render.page_texts import plain

MOST_STEPS = 9


def changed(catalogue: Catalogue, table: str, record_id: str, **values: object) -> Catalogue:
    """Return the data with one record changed."""
    records = tuple(
        one.replaced(**values) if one.id == record_id else one for one in catalogue[table]
    )
    return replace(catalogue, tables=dict(catalogue.tables) | {table: records})


def card(text: str, anchor: str) -> str:
    """Return one card of a page, as written."""
    begins = rf'<li class="(?:card|folds__item)" id="{anchor}">'
    match = re.search(rf"{begins}.*?\n</li>", text, re.DOTALL)
    assert match, anchor
    return match[0]


def test_no_route_is_longer_than_nine_steps_and_each_says_who_protects(
    catalogue: Catalogue,
) -> None:
    known = catalogue["procedures"]
    assert [one.id for one in known if len(one["steps"]) > MOST_STEPS] == []
    assert [one.id for one in known if not (one["protector"] and one["protection"])] == []


def test_a_step_names_what_nobody_told_us(catalogue: Catalogue) -> None:
    route = catalogue.get("procedures", "p3mi")
    bare = route["steps"][0].replaced(where="", cost="", duration="", result="")
    made = pages.render(changed(catalogue, "procedures", "p3mi", steps=(bare,)))
    text = words(made, "prosedur/p3mi/index.md")
    assert text.count("Belum diketahui: ") == 1
    assert "Belum diketahui: tempat 1 langkah, biaya 1 langkah dan lamanya 1 langkah." in text
    full = bare.replaced(where="Disnaker", cost="Rp0", duration="1 hari")
    made = pages.render(changed(catalogue, "procedures", "p3mi", steps=(full,)))
    assert "Belum diketahui: " not in words(made, "prosedur/p3mi/index.md")


def test_steps_that_stop_before_the_departure_say_so(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    ends = "Langkah sesudah ini belum diketahui. Tanya BP3MI"
    for one in (one for one in catalogue["procedures"] if one["steps"]):
        said = ends in words(made, f"prosedur/{one.id}/index.md")
        assert said is not bool(one["steps_known"]), one.id
        counted = "langkah yang diketahui" in card(made["prosedur/index.md"], one.id)
        assert counted is said, one.id
    assert not catalogue.get("procedures", "g-to-g-korea")["steps_known"]


def test_the_paper_that_a_step_asks_for_is_made_in_a_step_before_it(catalogue: Catalogue) -> None:
    titles = [one["title"] for one in catalogue.get("procedures", "perseorangan")["steps"]]
    assert titles.index("Bayar iuran jaminan sosial") < titles.index("Ajukan pencatatan")
    titles = [one["title"] for one in catalogue.get("procedures", "ssw-jepang")["steps"]]
    assert titles.index("Tanda tangani perjanjian kerja") < titles.index("Tunggu COE terbit")


def test_known_costs_of_a_route_stand_in_one_box_with_year_and_source(
    made: dict[str, str],
) -> None:
    text = words(made, "prosedur/g-to-g-korea/index.md")
    box = text[text.rindex("Biaya yang kami tahu") :].partition("Biaya lain belum kami ketahui")[0]
    for said in ("Rp459.526", "Rp850.000", "Rp1.104.000", "2022", "Serayu News"):
        assert said in box, said


def test_a_government_route_warns_of_companies_and_links_the_official_site(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["procedures"]:
        text = words(made, f"prosedur/{one.id}/index.md")
        assert ("Program ini tidak lewat perusahaan" in text) is (one["scheme"] == "g_to_g")
    assert 'href="https://kp2mi.go.id"' in made["prosedur/g-to-g-korea/index.md"]


def test_every_gap_and_contradiction_of_a_route_is_shown(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["procedures"]:
        text = words(made, f"prosedur/{one.id}/index.md")
        for said in (*one["gaps"], *one["conflicts"], *one["requirements"], one["protector"]):
            assert " ".join(said.split()) in text, (one.id, said)


def test_the_list_of_routes_says_who_protects_in_each(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["procedures"]:
        found = card(made["prosedur/index.md"], one.id)
        assert one["protector"].split(".")[0] in found
        assert "Pasal " in found


def test_the_three_numbers_of_one_province_stand_together_or_not_at_all(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    text = words(made, "prosedur/index.md")
    assert text.index("497 orang") < text.index("307 orang") < text.index("12 orang")
    without = replace(catalogue, tables=dict(catalogue.tables) | {"statistics": ()})
    assert "Contoh satu daerah" not in words(procedures.render(without), "prosedur/index.md")


def test_a_paper_shows_what_is_unknown_and_why_it_is_refused(catalogue: Catalogue) -> None:
    made = reference.render(catalogue)
    passport = card(made["dokumen/index.md"], "paspor")
    assert "Sering ditolak karena" in passport
    assert "Data paspor lama berbeda dari KTP" in passport
    photo = card(made["dokumen/index.md"], "pas-foto")
    assert "sering ditolak karena apa" in photo
    assert "Sering ditolak karena</dt>" not in photo


def test_what_changed_is_shown_with_its_day_and_source_newest_first(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for table, page in (("documents", "dokumen/index.md"), ("services", "layanan/index.md")):
        rows = [one for one in catalogue[table] if one["changes"]]
        assert rows
        for one in rows:
            days = [str(each["happened_on"]) for each in one["changes"]]
            assert days == sorted(days, reverse=True), one.id
            found = card(made[page], one.id)
            assert "Berubah sejak" in found
            assert all(
                f"/data/sumber/#{id_}" in found
                for each in one["changes"]
                for id_ in each["sources"]
            )


def test_the_contradiction_on_costs_stands_before_the_costs(made: dict[str, str]) -> None:
    text = words(made, "biaya/index.md")
    top = text[: text.index("Tiket keberangkatan")]
    for said in ("Pasal 30 ayat (1) UU 18/2017", "Perban BP2MI 9/2020", "Permen P2MI 17/2025"):
        assert said in top
    assert "Aturan biaya sedang bertentangan" in top


def test_every_cost_has_one_line_with_its_payer_and_an_address(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    page = made["biaya/index.md"]
    for one in catalogue["costs"]:
        assert page.count(f'id="{one.id}"') == 1
    titles = [
        plain(one) for one in re.findall(r"<summary>.*?</summary>", page) if "folds__title" in one
    ]
    assert len(titles) == len([one for one in catalogue["costs"] if not one["part_of"]])
    assert "Tiket keberangkatan Yang membayar: pemberi kerja (menurut aturan 2020)" in titles


def test_social_security_is_one_cost_with_its_amounts_and_its_contradiction(
    made: dict[str, str],
) -> None:
    found = card(made["biaya/index.md"], "jaminan-sosial")
    assert found.count("<tr id=") == 6
    assert "Rp332.500" in found
    assert "Sumber bertentangan" in found
    assert made["biaya/index.md"].count("BPJS Ketenagakerjaan (jaminan sosial)") == 1


def test_a_service_names_the_steps_that_use_it(made: dict[str, str]) -> None:
    siskop = card(made["layanan/index.md"], "siskop2mi")
    assert 'href="/prosedur/p3mi/#langkah-9">Ikut OPP' in siskop
    assert 'id="langkah-9"' in made["prosedur/p3mi/index.md"]
    assert "langkah-9" not in card(made["layanan/index.md"], "karirhub")


def test_every_cost_says_which_proof_to_ask_for(catalogue: Catalogue) -> None:
    assert [one.id for one in catalogue["costs"] if not one["proof"]] == []


def test_visas_that_are_never_allowed_are_named_from_the_data(catalogue: Catalogue) -> None:
    other = changed(catalogue, "documents", "visa-kerja", never=("Visa pelancong",))
    text = words(reference.render(other), "biaya/index.md")
    assert "Visa pelancong" in text
    none = changed(catalogue, "documents", "visa-kerja", never=())
    assert "Visa yang boleh" not in words(reference.render(none), "biaya/index.md")


def test_cases_are_not_shown_as_placements(made: dict[str, str]) -> None:
    text = words(made, "negara/kamboja/index.md")
    placed = text[text.index("Penempatan yang tercatat") : text.index("Kasus yang tercatat")]
    assert "4.030" not in placed
    assert "4.030 kasus" in text[text.index("Kasus yang tercatat") :]
    assert "Kasus yang tercatat" not in words(made, "negara/malaysia/index.md")


def test_marriage_as_a_pretext_is_a_danger_of_its_own(made: dict[str, str]) -> None:
    text = words(made, "modus/index.md")
    assert "Diajak menikah supaya bisa berangkat ke Cina" in text
    assert "pernikahan" in words(made, "modus/alasan-menikah-keluarga/index.md")


def test_every_country_has_its_page_that_admits_what_is_unknown(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["destinations"]:
        text = words(made, f"negara/{one.id}/index.md")
        assert "Upah belum diketahui" in text
        assert "Hukum dan budaya belum diketahui" in text
        assert "Kami tidak memuat lowongan" in text
        assert f'href="/negara/{one.id}/"' in card(made["negara/index.md"], one.id)


def test_a_closed_country_warns_and_an_open_one_does_not(catalogue: Catalogue) -> None:
    warning = "Ada yang menawari kerja yang ditutup?"
    made = destinations.render(catalogue)
    assert warning in words(made, "negara/kamboja/index.md")
    assert warning not in words(made, "negara/jerman/index.md")


def test_figures_of_a_country_put_the_sure_before_the_doubtful(catalogue: Catalogue) -> None:
    rows = destinations.figures(catalogue, "Jepang")
    order = [destinations.STATES.index(one["status"]) for one in rows]
    assert rows
    assert order == sorted(order)
    sure = [str(one["period_end"]) for one in rows if one["status"] == "reported"]
    assert sure == sorted(sure, reverse=True)
    assert {one["category"] for one in rows} == {"Jepang"}


def test_a_job_order_that_has_ended_is_no_job(catalogue: Catalogue) -> None:
    def order(position: str, until: date | None) -> Record:
        return record("agencies", country="Jepang", position=position, until=until)

    day = catalogue.today
    offered = (order("Las", None), order("Cat", day), order("Batu", date(2020, 1, 1)))
    first = catalogue["agencies"][0]
    given = changed(catalogue, "agencies", first.id, job_orders=offered)
    assert destinations.orders(given, "Jepang") == ["Cat", "Las"]
    assert destinations.orders(given, "Jerman") == []


def test_a_sign_leads_to_its_risk_and_to_what_to_do(
    made: dict[str, str], catalogue: Catalogue
) -> None:
    for one in catalogue["fraud_patterns"]:
        found = card(made["modus/index.md"], one.id)
        assert one["signs"][0] in found
        assert "<b>Lakukan:</b>" in found
        assert ("<b>Akibatnya:</b>" in found) == bool(one["risk"])


KEY_FACTS = {
    "modus/calo-uang-saku": (
        "Uang saku di muka",
        "Terjerat utang potong gaji",
        "Pasal 69 UU 18/2017",
    ),
    "biaya": ("Visa umrah atau ziarah", "Visa kunjungan", "Visa wisata atau turis"),
    "negara/arab-saudi": ("1 Juli 2015", "Kepmenaker 260/2015", "kerja dan wirausaha", "Karirhub"),
    "negara/jepang": ("Perawat lansia", "12.720 orang", "Siapa membayar apa", "SISKOP2MI"),
    "negara/korea-selatan": ("Manufaktur", "Program pemerintah ke Korea Selatan (EPS)"),
    "prosedur/pelaut": ("Perjanjian Kerja Laut", "syahbandar", "Pasal 4 huruf a PP 22/2022"),
}


@pytest.mark.parametrize("page", KEY_FACTS)
def test_a_page_shows_its_key_facts(made: dict[str, str], page: str) -> None:
    text = words(made, f"{page}/index.md")
    assert [one for one in KEY_FACTS[page] if one not in text] == []

"""Plain language: how sentences are split, what is found, and how plain the real pages are."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.catalogue import Catalogue
from portal.check import check
from portal.check.language import passages
from portal.language import Language, explained, sentences, unexplained, words
from portal.model import Prose
from scripts.language import Places, failures, measures
from scripts.measure_language import MOST_READ, Find, Measure, Names, measure

LANGUAGE = Language(
    {"apabila": "kalau", "guna": "untuk", "dalam rangka": "untuk"},
    frozenset({"apa guna"}),
    frozenset({"KTP", "PT"}),
    frozenset({"Disnaker"}),
)
NO_NAMES = Names(frozenset())


@pytest.mark.parametrize(
    "whole",
    [
        "Telepon No. 5 di Jl. Merdeka.",
        "Bayar Rp1.500.000 s.d. Rp2.000.000 per orang.",
        "Bayar Rp1.500.000 a.n. PT. Bumi Mas.",
        "Lihat UU No. 18 Tahun 2017 Pasal 30 ayat (1) huruf a.",
        "Temui H. Agus Salim di kantor Kec. Lumajang.",
        "Buka https://siskop2mi.bp2mi.go.id/cek.html?a=1. lalu baca.",
        "Hubungi 0812.3456.7890 atau +62 21 2924 4800 sekarang.",
        "Jam layanan 08.00 sampai 15.30 WIB.",
        '"Mana visa saya?" tanya petugas.',
        "Lampiran I No. 126 menyebut kategori III.",
        "1. Buka halaman kantor.",
        "Naik 4,5 persen dari 2.500 orang.",
        "Alamatnya RT. 05 RW. 02 Kel. Kauman.",
    ],
)
def test_what_only_looks_like_an_end_splits_nothing(whole: str) -> None:
    assert sentences(whole) == [whole]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Jangan bayar. Tanya Disnaker.", ["Jangan bayar.", "Tanya Disnaker."]),
        ("Resmi? Belum tentu! Cek dulu.", ["Resmi?", "Belum tentu!", "Cek dulu."]),
        ("Sejak 2015. KP2MI menutupnya.", ["Sejak 2015.", "KP2MI menutupnya."]),
        ("Lihat Pasal 30 huruf a. Tanya dulu.", ["Lihat Pasal 30 huruf a.", "Tanya dulu."]),
        ("Ada banyak hal. Cek satu-satu.", ["Ada banyak hal.", "Cek satu-satu."]),
        ("Simpan di HP. Jangan dihapus.", ["Simpan di HP.", "Jangan dihapus."]),
        ("Lapor ke RT. Lalu ke desa.", ["Lapor ke RT.", "Lalu ke desa."]),
        ('Ia berkata "bayar." Jangan.', ['Ia berkata "bayar."', "Jangan."]),
        ("(Gratis.) Jangan bayar.", ["(Gratis.)", "Jangan bayar."]),
        ("Bawa KTP, KK, dll. Jangan yang asli.", ["Bawa KTP, KK, dll.", "Jangan yang asli."]),
        ("- KTP\n- KK\n  asli\n\nBawa.", ["- KTP", "- KK asli", "Bawa."]),
        ("# Judul\nIsi baris\nberikut.", ["# Judul", "Isi baris berikut."]),
        ("1. Satu.\n2. Dua.", ["1. Satu.", "2. Dua."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


PLAIN_WORD = st.text("abcdefghijklmnopqrstuvwxyz", min_size=2, max_size=9)
TEXT = st.text('ab Z.!?\n-#1"()…,', max_size=60)


@given(TEXT)
def test_no_letter_is_lost(text: str) -> None:
    assert " ".join(sentences(text)).split() == text.split()


@given(TEXT)
def test_a_sentence_is_not_empty_and_stays_on_a_line(text: str) -> None:
    assert all(one.strip() == one != "" and "\n" not in one for one in sentences(text))


@given(TEXT)
def test_sentences_have_the_words_of_the_text(text: str) -> None:
    assert sum(words(one) for one in sentences(text)) == words(text)


@given(st.lists(st.lists(PLAIN_WORD, min_size=1, max_size=8), min_size=1, max_size=6))
def test_sentences_put_together_come_apart_again(parts: list[list[str]]) -> None:
    whole = [" ".join(["Anda", *part, "pergi."]) for part in parts]
    assert sentences(" ".join(whole)) == whole


@given(TEXT)
def test_spaces_change_nothing(text: str) -> None:
    assert sentences(text.replace(" ", "  ")) == sentences(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Bayar Rp1.500.000 ke Pasal 30 ayat (1).", 7),
        ("satu – dua", 2),
        ("KP2MI/BP2MI", 1),
        ("", 0),
    ],
)
def test_words(text: str, count: int) -> None:
    assert words(text) == count


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Apabila ragu, tanya.", ["Apabila"]),
        ("Datang dalam\nrangka cuti, apabila bisa.", ["dalam\nrangka", "apabila"]),
        ("Apa guna uang itu?", []),
        ("Kegunaannya banyak, gunakan guna-guna.", []),
        ('Suratnya berbunyi "apabila".', []),
        ("PT Wira Guna tutup.", []),
        ("Tutup. Guna apa?", ["Guna"]),
    ],
)
def test_officialese(text: str, found: list[str]) -> None:
    assert [one.found for one in LANGUAGE.officialese(text)] == found


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Tanya BP3MI atau Disnaker.", ["BP3MI", "Disnaker"]),
        ("KTP dan PT dikenal semua orang.", []),
        ("Lampiran II nomor AHU-01/2020 di kp2mi.go.id", []),
        ("KP2MI/BP2MI", ["KP2MI", "BP2MI"]),
        ("Anda di Jawa.", []),
    ],
)
def test_short_forms(text: str, short: list[str]) -> None:
    assert [one for _, one in LANGUAGE.short_forms(text)] == short


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("SIP3MI (izin perusahaan) wajib.", True),
        ("Surat Izin Perusahaan (SIP3MI) wajib.", True),
        ("SIP3MI adalah izin perusahaan.", True),
        ("SIP3MI: izin perusahaan.", True),
        ("Tanya SIP3MI: apakah berlaku?", False),
        ("SIP3MI (2024) wajib.", False),
        ("SIP3MI (misalnya yang asli) wajib.", False),
        ("SIP3MI wajib.", False),
    ],
)
def test_explained(text: str, clear: bool) -> None:
    assert explained(text, text.index("SIP3MI"), "SIP3MI") is clear


def test_only_the_first_use_must_be_explained() -> None:
    first = ["Tanya BP3MI (balai pelindungan).", "BP3MI buka."]
    assert unexplained(first, LANGUAGE) == []
    assert unexplained(first[::-1], LANGUAGE) == [(0, "BP3MI")]


# Authored pages


def test_a_sentence_of_a_page_is_told_with_its_line() -> None:
    text = "# Judul\n\nSatu. Ini **dua**\ntiga. [Empat](/a/) kata\nlima.\n\n> kutipan\n\n- enam\n"
    page = Prose("content/x.md", "x.md", "/x/", "---\n---\n", text, 3)
    assert [(line, one) for line, one in passages(page) if words(one)] == [
        (3, "# Judul"),
        (5, "Satu."),
        (5, "Ini dua tiga."),
        (6, "Empat kata lima."),
        (11, "- enam"),
    ]


def test_pages_for_the_public_are_checked_and_those_for_staff_are_not(
    tmp_path: Path, data_dir: Path, today: object
) -> None:
    long = " ".join(["kata"] * 23)
    head = "---\ntitle: T\nowner: portal\nreview_by: 2027-01-01\n---\n# T\n\n"
    for name in ("a.md", "staf/b.md"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"{head}Apabila {long}.\n", encoding="utf-8")
    found = [one for one in check(data_dir, today, tmp_path).problems if ".md" in one.file]  # type: ignore[arg-type]
    ours = {(one.file, one.line, one.rule) for one in found if one.rule != "unkept-page"}
    file = f"{tmp_path.name}/a.md"
    assert ours >= {(file, 8, "long-sentence"), (file, 8, "officialese")}
    assert not [one for one in ours if "staf" in one[0]]


# Pages as they are rendered


def measured(body: str) -> Measure:
    return measure("/x/", f"<main>{body}</main>", LANGUAGE, NO_NAMES)


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        ("<h1>T</h1><p>Jangan bayar.</p>", []),
        (f"<h1>T</h1><p>{'kata ' * 23}.</p>", ["long"]),
        (f"<h1>T</h1><p>{'kata ' * 20}. {'Kata ' * 20}. {'Kata ' * 21}.</p>", ["wall"]),
        ("<h1>T</h1><p>Satu. Dua. Tiga. Empat. Lima.</p>", ["wall"]),
        ("<h1>T</h1><p>Satu. Dua.</p><ul><li>Tiga. Empat.</li><li>Lima.</li></ul>", []),
        ("<h1>T</h1><p>Apabila ragu.</p><blockquote><p>apabila</p></blockquote>", ["officialese"]),
        ("<h1>Apa itu LTSA</h1><p>LTSA (kantor satu atap) buka.</p>", []),
        ("<h1>Apa itu LTSA</h1><p>LTSA buka.</p>", ["short"]),
        ('<h1>T</h1><p>LTSA buka.</p><div class="sources"><p>OJK</p></div>', ["short"]),
        ('<h1>T</h1><dl class="short-forms"><dt>LTSA</dt><dd>x</dd></dl><p>LTSA buka.</p>', []),
        ("<script>Apabila LTSA</script><h1>T</h1>", []),
        (f"<h1>T</h1><p>{'kata ' * 15}<br>{'kata ' * 15}</p>", []),
    ],
)
def test_what_is_found_on_a_page(body: str, kinds: list[str]) -> None:
    assert [one.kind for one in measured(body).finds] == kinds


def test_a_page_without_or_with_two_headings_fails() -> None:
    assert failures(measured("<p>Jangan bayar.</p>"))
    assert failures(measured("<h1>A</h1><h1>B</h1>"))
    assert not failures(measured("<h1>A</h1>"))


def test_names_need_no_explanation() -> None:
    names = Names(frozenset({"PT SIP Siap Sukses"}))
    page = measure("/x/", "<main><h1>T</h1><p>PT SIP Siap Sukses</p></main>", LANGUAGE, names)
    assert not page.finds
    page = measure("/x/", "<main><h1>T</h1><p>Minta SIP. PT SIP Siap</p></main>", LANGUAGE, names)
    assert [one.what for one in page.finds] == ["SIP"]


@pytest.fixture(scope="module")
def real(site: Path, catalogue: Catalogue) -> dict[str, Measure]:
    return measures(site, catalogue)


def test_there_are_twenty_most_read_pages() -> None:
    assert len(MOST_READ) == 20


@pytest.mark.parametrize("url", MOST_READ)
def test_a_most_read_page_is_plain(url: str, real: dict[str, Measure]) -> None:
    assert failures(real[url]) == []
    assert real[url].longest <= 22 and real[url].counts


def test_every_page_has_one_heading_and_no_endless_sentence(real: dict[str, Measure]) -> None:
    assert len(real) > 800
    assert [one.url for one in real.values() if one.headings != 1] == []
    long = [(one.url, find.sentence) for one in real.values() for find in one.found("long")]
    assert long == []


def test_every_page_uses_plain_words_that_it_explains(real: dict[str, Measure]) -> None:
    finds = [(one.url, find) for one in real.values() for find in one.finds]
    kinds = ("officialese", "short")
    assert [(url, find.what) for url, find in finds if find.kind in kinds] == []


def test_the_report_finds_where_a_sentence_was_written(catalogue: Catalogue) -> None:
    places = Places(catalogue)
    first = catalogue["faq"][0]
    answer = sentences(first["answer"])[0]
    line = first.row.place(("answer",))[0]
    assert places.of(Find("long", "9", answer)) == f"data/faq.yaml:{line}"
    template = "Nama yang tidak ada di sini belum tentu penipu."
    assert places.of(Find("long", "9", template)).startswith("templates/pages/agencies.md.j2:")

"""The rules on single values: what each refuses, and the near things that it lets pass."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import lines, replace, spoil

from portal.check.contact import _phone, _url
from portal.check.identity import folded


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("+62 21 1234567", ""),
        ("+62 812-3456-7890", ""),
        ("+62 536 3221703", ""),
        ("0812 34", "pendek"),
        ("+62 812 3456 7890 123", "panjang"),
        ("0812 3456 7890", "diawali"),
        ("021-29244800", "diawali"),
        ("+62 (21) 29244800", "selain angka"),
        ("+62 21 29244800/1", "selain angka"),
        ("+62 021 29244800", "masih memuat 0"),
        ("+62 99 99999999", "bukan nomor"),
        ("telepon", "pendek"),
    ],
)
def test_phone(text: str, fault: str) -> None:
    assert fault in _phone(text) and bool(fault) == bool(_phone(text))


@pytest.mark.parametrize("text", ["https://kp2mi.go.id/a?b=1#c", "http://x.co.id:8080/"])
def test_good_url(text: str) -> None:
    assert _url(text) == ""


@pytest.mark.parametrize(
    "text",
    [
        "javascript:alert(1)",
        "https://user:pass@kp2mi.go.id/",
        "https://localhost/",
        "https://kp2mi.go.id/a b",
        "ftp://kp2mi.go.id/",
        "//kp2mi.go.id/",
        "https://[::1",
        "https://kp2mi.go.id:notaport/",
        'https://kp2mi.go.id/"><script>',
        "https://192.168.1.1/",
    ],
)
def test_bad_url(text: str) -> None:
    assert _url(text)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Hubungi budi.santoso@gmail.com segera", "santoso"),
        ("NIK 3508010101900001", "900001"),
        ("NIK 3508 0141 0190 0001", "0190"),
        ("NIK 350801.410190.0001", "0190"),
        ("Paspor A1234567 atas nama", "4567"),
        ("Paspor X 1234567", "4567"),
        ("Nomor 1810240237512001 di situs", "512001"),
        ("NIK 3508 1234 5678 9012", "5678"),
        ("NIK 35.08.12-345678/9012", "5678"),
        ("NIK 3508 - 1234 - 5678 - 9012", "5678"),
        ("Paspor a1234567", "4567"),
        ("Paspor C-1234567", "4567"),
        ("Paspor A 123 4567", "4567"),
        ("Paspor X12345678", "5678"),
        ("Surel budi [at] gmail [dot] com", "gmail"),
        ("Surel budi＠gmail.com", "gmail"),
        ("humas@kp2mi.go.id", "kp2mi"),
        ("https://contoh.id/3508010101900001/", "900001"),
        ("https://contoh.id/?u=budi@gmail.com", "gmail"),
    ],
)
def test_personal_data_is_refused_and_not_repeated(good: Path, text: str, hidden: str) -> None:
    (line,) = replace(good, "faq.yaml", "Jangan. Tanyakan", f"{text}. Tanyakan")
    assert line.endswith("[personal-data]")
    assert hidden not in line


@pytest.mark.parametrize(
    "text",
    [
        "KEP 123/MEN/2019",
        "https://contoh.id/berita/d-1234567/20251022103012345",
        "https://contoh.id/@portal/A1234567",
        "Tanggal 12/11/2025 - 15/11/2026",
        "1998-2001-2005-2010",
        "Rp1.500.000.000.000.000",
        "2018 2019 2020 2021",
        "Nomor 1500630",
        "Telepon +62 21 29244800 atau +62 61 77808329",
    ],
)
def test_what_is_not_personal_passes(good: Path, text: str) -> None:
    found = replace(good, "faq.yaml", "Jangan. Tanyakan", f"{text} Tanyakan")
    assert [one for one in found if not one.endswith("[unknown-abbreviation]")] == []


def test_a_sum_of_money_is_not_a_nik(good: Path) -> None:
    found = replace(good, "sanctions.yaml", "fine_rp: 5000000000\n", "fine_rp: 350801010190000\n")
    assert found == []
    old = ",0,30 hari,"
    (line,) = replace(good, "training.csv", old, ",3508010101900001,30 hari,")
    assert line.endswith("[money]")


def test_a_licence_number_may_have_16_digits(good: Path) -> None:
    assert replace(good, "agencies.yaml", "KEP.1/MEN/2026", '"1810240237512001"') == []


@pytest.mark.parametrize(
    ("text", "old"),
    [
        ("Calon TKI", True),
        ('Dulu disebut "TKI"', False),
        ("Dulu disebut “PJTKI”", False),
        ("https://contoh.id/TKI", False),
        ("STKIP dan BATKI", False),
        ("UU 17/2018", True),
        ("Perlindungan Pekerja Migran", True),
        ("Pelindungan Pekerja Migran", False),
        ("Pegawai Migran", True),
        ("Calon pegawai migran", True),
        ("UU No. 17/2018", True),
        ("UU Nomor 17/2018", True),
        ("Undang-Undang Nomor 17 Tahun 2018", True),
        ("Calon tki", True),
        ("statki.id/tki-kami", False),
        ("UU Nomor 18 Tahun 2017", False),
    ],
)
def test_old_terms(good: Path, text: str, old: bool) -> None:
    found = replace(good, "faq.yaml", "answer: Jangan.", f"answer: >-\n    {text}. Jangan.")
    told = [one for one in found if not one.endswith("[unknown-abbreviation]")]
    assert [one[-11:] for one in told] == (["[old-terms]"] if old else [])


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "lihat javascript:alert(1)",
        "![gambar](https://contoh.id/a.png)",
        "[klik](https://contoh.id/)",
        "{{ instance }}",
        "{% raw %}",
        "a &#60;b",
    ],
)
def test_code_is_refused(good: Path, text: str) -> None:
    found = replace(good, "faq.yaml", "answer: Jangan.", f"answer: >-\n    Awas {text}. Jangan.")
    assert found and all(one.endswith("[html-or-script]") for one in found)


@pytest.mark.parametrize("text", ["Umur < 18 tahun", "Rp1 & Rp2", "Pasal 5 [baru]", "a > b"])
def test_signs_in_sentences_pass(good: Path, text: str) -> None:
    assert replace(good, "faq.yaml", "answer: Jangan.", f"answer: >-\n    {text}. Jangan.") == []


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "+1+cmd", "-1+1", "+62 21+cmd|' /C calc'!A0"])
def test_formulas_are_refused_in_csv(good: Path, text: str) -> None:
    (line,) = replace(good, "training.csv", ",Pelatihan Las,", f",{text},")
    assert line.endswith("[formula]")


@pytest.mark.parametrize(
    "text", ["=1+1", "@SUM(A1)", "+1+cmd", "- Datang", "+62 21 1234567", "＝1"]
)
def test_formulas_are_refused_in_yaml(good: Path, text: str) -> None:
    old = "Jangan. Tanyakan ke Disnaker dulu."
    (line,) = replace(good, "faq.yaml", old, f'"{text}"')
    assert line.endswith("[formula]")


@pytest.mark.parametrize(
    "name",
    [
        "PT Sinar Lаut",
        "PT Sinar Łaut",
        "PT ＳＩＮＡＲ",
        "PT Sinar\u00a0Laut",
        "PT Si\u0335nar",
        "PT ٣",
    ],
)
def test_letters_that_only_look_like_ours(good: Path, name: str) -> None:
    found = replace(good, "agencies.yaml", "PT Sinar Laut Abadi", name)
    assert [one[-12:] for one in found] == ([] if "Ł" in name else ["[odd-letter]"])


@pytest.mark.parametrize("code", [0xE0041, 0x180E, 0x2800, 0x3164, 0x200B, 0xFE0F])
def test_letters_that_show_nothing(good: Path, code: int) -> None:
    found = replace(good, "faq.yaml", "calo?", f"calo{chr(code)}?")
    assert found[0].endswith("[control-character]") and f"{code:04X}" in found[0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("PT Bumi Mas", "P.T. Bumi-Mas"),
        ("PT. Jasa Utama", "CV Jassa Oetama"),
        ("PT Elshafah Adi", "Elsafah Adi"),
        ("PT Alwihdah Jaya", "Al Wihdah Djaya"),
    ],
)
def test_names_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_region_by_name_or_without_its_dot(good: Path) -> None:
    old = '"35.08"\n      address: Jalan Melati'
    (line,) = replace(good, "agencies.yaml", old, old.replace('"35.08"', "Kab. Lumajang"))
    assert 'Maksudnya "35.08" (Kabupaten Lumajang)?' in line
    (line,) = replace(good, "agencies.yaml", "Kab. Lumajang", '"3508"')
    assert 'Maksudnya "35.08" (Kabupaten Lumajang)?' in line


def test_a_list_that_cannot_be_read_accuses_nobody_else(good: Path) -> None:
    spoil(good, {"sources.yaml": {"text": "- id: [\n"}})
    assert [one.rsplit(" ", 1)[1] for one in lines(good)] == ["[yaml-syntax]"]


def test_partly_known_dates_are_given_the_benefit(good: Path) -> None:
    assert replace(good, "agencies.yaml", "happened_on: 2026-02-03", 'happened_on: "2026"') == []


def test_law_may_not_overlap(good: Path) -> None:
    found = replace(good, "sanctions.yaml", "until: 2026-01-01", "until: 2026-02-01")
    assert "bertumpuk" in found[0] and found[0].endswith("[law-range]")
    found = replace(good, "sanctions.yaml", "      until: 2026-02-01\n", "")
    assert "bertumpuk" in found[0]

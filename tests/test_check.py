"""The rules: a golden case and a page for each, whatever bytes they meet, and the command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from golden_cases import CASES, ROOT, TODAY, cases, good_folder, lines, placed, spoil
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.__main__ import main
from portal.check import check, rules, run
from portal.check.contact import _phone, _url
from portal.check.context import Context
from portal.check.identity import folded
from portal.check.rules import LOADED_RULES, RULES, every_rule
from portal.problems import Problem

PAGES = ROOT / "content" / "staf" / "aturan"
FAST = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return good_folder(tmp_path)


def replace(folder: Path, file: str, old: str, new: str) -> list[str]:
    """Return the lines printed after one replacement."""
    spoil(folder, {file: {"replace": [[old, new]]}})
    return lines(folder)


def test_good_folder_is_good(good: Path) -> None:
    assert lines(good) == []


def _crash(_: Context) -> Iterable[Problem]:
    raise ValueError("contoh")


@pytest.mark.parametrize(("rule", "case"), cases(), ids=lambda one: one if str(one) == one else "")
def test_golden_case(
    rule: str, case: dict[str, Any], good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(good, case["files"])
    if "crash" in case:
        monkeypatch.setattr(run, "RULES", {**RULES, case["crash"]: _crash})
    line = str(placed(case, good)) if "at" in case else ""
    assert lines(good) == [one.replace("{line}", line) for one in case["expect"]]
    assert any(one.endswith(f"[{rule}]") for one in case["expect"])


def test_every_rule_has_a_function_a_case_and_a_page() -> None:
    for name, rule in RULES.items():
        assert rule.__name__ == "check_" + name.replace("-", "_")
        assert rule.__module__.startswith("portal.check.") and rule.__doc__
    assert {path.stem for path in CASES.glob("*.yaml")} == set(every_rule())
    assert {path.stem for path in PAGES.glob("*.md")} - {"index"} == set(every_rule())


def test_every_rule_function_is_registered() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "portal/check").glob("*.py")]
    written = {name for text in sources for name in re.findall(r"^def check_(\w+)", text, re.M)}
    assert {name.replace("_", "-") for name in written} == set(RULES)


@pytest.mark.parametrize(("name", "module"), sorted(LOADED_RULES.items()))
def test_loaded_rule_speaks_in_its_module(name: str, module: str) -> None:
    near = {"portal.load": ["rows_csv", "rows_yaml"], "portal.schema": ["convert"]}
    files = [module.replace("portal.", "").replace(".", "/"), *near.get(module, [])]
    texts = [(ROOT / "portal" / f"{file}.py").read_text(encoding="utf-8") for file in files]
    assert any(f'"{name}"' in text for text in texts)


@pytest.mark.parametrize(("rule", "case"), cases(), ids=lambda one: one if str(one) == one else "")
def test_page_of_the_rule_shows_the_message_of_its_case(rule: str, case: dict[str, Any]) -> None:
    page = (PAGES / f"{rule}.md").read_text(encoding="utf-8")
    own = next(one for one in case["expect"] if one.endswith(f"[{rule}]"))
    assert own.partition("{line}")[2] or own in page
    assert own.rpartition("{line}")[2] in page
    assert "\nSalah:\n" in page and "\nBenar:\n" in page
    assert f"({rule})" in page.splitlines()[1]


def test_index_links_every_rule() -> None:
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([\w-]+)\.md\)", index)) == every_rule()


# One value at a time


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
        "humas@kp2mi.go.id",
        "https://contoh.id/3508010101900001/A1234567",
        "Rp1.500.000.000.000.000",
        "2018 2019 2020 2021",
        "Nomor 1500630",
        "Telepon +62 21 29244800 atau +62 61 77808329",
    ],
)
def test_what_is_not_personal_passes(good: Path, text: str) -> None:
    assert replace(good, "faq.yaml", "Jangan. Tanyakan", f"{text} Tanyakan") == []


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
    ],
)
def test_old_terms(good: Path, text: str, old: bool) -> None:
    found = replace(good, "faq.yaml", "answer: Jangan.", f"answer: >-\n    {text}. Jangan.")
    assert [one[-11:] for one in found] == (["[old-terms]"] if old else [])


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
    assert replace(good, "agencies.yaml", "on: 2026-02-03", 'on: "2026"') == []


def test_law_may_not_overlap(good: Path) -> None:
    found = replace(good, "sanctions.yaml", "until: 2026-01-01", "until: 2026-02-01")
    assert "bertumpuk" in found[0] and found[0].endswith("[law-range]")
    found = replace(good, "sanctions.yaml", "      until: 2026-02-01\n", "")
    assert "bertumpuk" in found[0]


# Exceptions


EXCEPTION = """- id: nama-mirip
  rule: same-name
  file: agencies.yaml
  record: sinar-laut
  reason: Dua perusahaan yang berbeda.
  until: 2027-06-30
"""


def test_exception_lets_one_problem_through(good: Path) -> None:
    spoil(good, {"exceptions.yaml": {"text": EXCEPTION}})
    assert replace(good, "agencies.yaml", "PT Sinar Laut Abadi", "PT Boemi Mas") == []


def test_what_would_break_the_site_is_never_let_through(good: Path) -> None:
    text = EXCEPTION.replace("same-name", "unknown-region").replace("sinar-laut", "las-lumajang")
    spoil(good, {"exceptions.yaml": {"text": text.replace("agencies.yaml", "training.csv")}})
    found = replace(good, "training.csv", "las,work,BLK Lumajang,35.08", "las,work,BLK,35.99")
    assert {one.rsplit(" ", 1)[1] for one in found} == {"[unknown-region]", "[unknown-rule]"}


# Never a traceback


FILES = sorted(path.name for path in (CASES / "good").iterdir()) + ["datapackage.yaml"]
PIECES = ["- ", "id: ", "a", ": ", "\n", "  ", "[", "]", "{", "}", '"', "'", "&x ", "*x", "!!str "]
PIECES += ["#", "|", ">-", "---", "\t", "\r\n", "2026-02-30", "35.08", "~", "?", "%", "@", ",", "0"]
PIECES += ["events", "sources", "resources", "schema", "fields", "\ufeff", "\u2028", "é", "=1"]


def survives(folder: Path, name: str, raw: bytes) -> None:
    """Check that a file of these bytes makes problems and nothing worse."""
    kept = (folder / name).read_bytes()
    (folder / name).write_bytes(raw)
    try:
        checked = check(folder, TODAY)
        assert not [one for one in checked.problems if one.rule == "rule-crashed"]
        assert all("\n" not in str(one) and one.line >= 1 for one in checked.problems)
    finally:
        (folder / name).write_bytes(kept)


@FAST
@given(st.sampled_from(FILES), st.binary(max_size=200))
@example("faq.yaml", b"- " * 100_000)
@example("faq.yaml", b"[" * 100_000)
@example("faq.yaml", b"? " * 100_000)
@example("faq.yaml", b"{a: " * 100_000)
@example("datapackage.yaml", b"[" * 100_000)
@example("datapackage.yaml", b"- " * 100_000)
@example("datapackage.yaml", b"resources: 1")
@example("datapackage.yaml", b"resources: [{name: [1]}]")
@example("datapackage.yaml", b"? [a]\n: 2026-99-99")
@example("regions.csv", b"code,name,kind,province_code\n" + b"x" * 200_000 + b",,,\n")
def test_any_bytes(good_once: Path, name: str, raw: bytes) -> None:
    survives(good_once, name, raw)


@FAST
@given(st.sampled_from(FILES), st.lists(st.sampled_from(PIECES), max_size=60))
def test_any_text_like_ours(good_once: Path, name: str, pieces: list[str]) -> None:
    survives(good_once, name, "".join(pieces).encode())


@FAST
@given(st.sampled_from(FILES[:-1]), st.data())
def test_any_slip_in_a_good_file(good_once: Path, name: str, data: st.DataObject) -> None:
    text = (good_once / name).read_text(encoding="utf-8")
    at = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(at, min(len(text), at + 30)))
    new = data.draw(st.sampled_from(PIECES) | st.text(max_size=6))
    raw = (text[:at] + new + text[end:]).encode("utf-8", "surrogatepass")
    survives(good_once, name, raw)


@pytest.fixture(scope="module")
def good_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return good_folder(tmp_path_factory.mktemp("fuzz"))


def test_a_yaml_bomb_is_refused_quickly(good: Path) -> None:
    bomb = "- a: &a [x]\n" + "".join(
        f"  {name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    spoil(good, {"faq.yaml": {"text": bomb}})
    assert "[yaml-alias]" in " ".join(lines(good))


def test_a_broken_description_does_not_hide_other_mistakes(good: Path) -> None:
    spoil(good, {"datapackage.yaml": {"text": "resources:\n  - name: [\n"}})
    found = replace(good, "faq.yaml", "- daftar", "- dafta")
    assert [one.rsplit(" ", 1)[1] for one in found] == ["[yaml-syntax]", "[unknown-source]"]


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    (line,) = lines(tmp_path / "data")
    assert line.startswith("data:1: folder data tidak ada") and line.endswith("[missing-file]")


# The command


def test_command_prints_everything_and_returns_0_1_or_2(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["check", "--data", str(good), "--today", TODAY.isoformat()]
    assert main(given) == 0
    assert "0 kesalahan, 0 peringatan dalam" in capsys.readouterr().out
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    spoil(good, {"agencies.yaml": {"replace": [["PT Sinar Laut Abadi", "PT Boemi Mas"]]}})
    assert main(given) == 1
    out = capsys.readouterr().out.splitlines()
    assert [one.rsplit("[")[-1] for one in out[:-1]] == ["same-name]", "unknown-source]"]
    assert out[-1].startswith("1 kesalahan, 1 peringatan dalam ")
    assert main([*given[:-1], "besok"]) == 2
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--format", "xml"])


def test_a_warning_alone_does_not_fail(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(good, {"agencies.yaml": {"replace": [["PT Sinar Laut Abadi", "PT Boemi Mas"]]}})
    assert main(["check", "--data", str(good), "--today", TODAY.isoformat()]) == 0
    assert "0 kesalahan, 1 peringatan" in capsys.readouterr().out


def test_json_and_github(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    given = ["check", "--data", str(good), "--today", TODAY.isoformat(), "--format"]
    assert main([*given, "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "data/faq.yaml",
            "line": 5,
            "column": 7,
            "record": 'tanya jawab "bayar-calo"',
            "field": "sources",
            "rule": "unknown-source",
            "level": "error",
            "message": 'sumber "dafta" tidak dikenal',
            "hint": 'Maksudnya "daftar"?',
        }
    ]
    assert main([*given, "github"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=data/faq.yaml,line=5,col=7,title=unknown-source::")


def test_rules_module_names_what_others_use() -> None:
    assert rules.Context is Context and set(RULES) >= rules.LAST

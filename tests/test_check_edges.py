"""Slips that testers found: each one is a sentence with its line, none a traceback or a silence."""

from __future__ import annotations

import csv
import os
from pathlib import Path

import pytest
from golden_cases import lines, replace, spoil

from portal import package
from portal.catalogue import Catalogue
from portal.package import own
from portal.package_needs import TABLES
from portal.render import open_data


def rules(found: list[str]) -> list[str]:
    """Return the rule of every line."""
    return [one.rpartition("[")[2].rstrip("]") for one in found]


# Ids become addresses


@pytest.mark.parametrize(
    ("former", "rule"),
    [
        ("../../../../pwned", "id-format"),
        ("A B", "id-format"),
        ("x/y", "id-format"),
        ("bumi-mas", "reused-id"),
        ("sinar-laut", "reused-id"),
        ("satu\n    - satu", "reused-id"),
    ],
)
def test_a_former_id_is_an_id_of_its_own(good: Path, former: str, rule: str) -> None:
    assert rules(replace(good, "agencies.yaml", "bumi-mas-lama", former)) == [rule]


# The description of the files

PACKAGE = "datapackage.yaml"
TRAINING = "  - name: training\n"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- name: agencies\n", "- name: agents\n", 'program tidak ada: "agencies"'),
        ("- name: job_orders\n", "- name: orders\n", 'kolom "job_orders" pada "agencies" tidak'),
        (
            "{name: hours, type: string, plain: true, title: Jam layanan}",
            "{name: jam, type: string, title: Jam}",
            'kolom "hours" pada "offices" tidak ada',
        ),
        ("name: events\n          type: array", "name: events\n          type: string", "parts"),
        (
            "{name: as_of, type: any, semantic: partial_date, title: Keadaan per, description",
            "{name: as_of, type: date, title: Keadaan per, description",
            "type pada kolom",
        ),
        ("name: events\n          type: array", "name: events\n          type: aray", "parts"),
        ("path: agencies.yaml", "path: [a, b]", "path pada tabel"),
        ("path: agencies.yaml", "path: ../../x.yaml", 'path "../../x.yaml" pada tabel "agencies"'),
        ("path: agencies.yaml", "path: /etc/passwd", 'path "/etc/passwd" pada tabel "agencies"'),
        ("path: agencies.yaml", "path: training.csv", 'berkas "training.csv" ada dua kali'),
        ("{minimum: 15, maximum: 65}", "{minimum: abc}", 'minimum "abc" pada kolom "age_min"'),
        ("{minimum: 15, maximum: 65}", "3", 'constraints "3" pada kolom "age_min"'),
        ("'[1-9][0-9](\\.[0-9]{2})?'", '"("', 'pattern "(" pada kolom "code"'),
        ("trueValues: [ya]", "trueValues: []", 'trueValues pada kolom "online"'),
        ('delimiter: ";"', 'delimiter: ""', 'delimiter "" pada kolom "fields"'),
        ("primaryKey: [id]", "primaryKey: [idx]", 'primaryKey "idx" pada tabel "agencies"'),
        ("primaryKey: [id]", "primaryKey: [name]", "primaryKey"),
        (TRAINING, "  - name: sanctions\n", 'tabel "sanctions" ada dua kali'),
        ("{required: true}", "{required: maybe}", 'required "maybe" pada kolom "id"'),
        ("title: P3MI", "title: 2026-99-99", "title"),
        ("label: P3MI", "label: [", "tanda kurung"),
        ("    label: P3MI\n", "", 'tabel "agencies" tidak punya "label"'),
        ("example: bumi-mas-indonesia-mandiri", "example: !!python/name:os 1", "tidak bisa dibaca"),
    ],
)
def test_an_odd_description_is_told_and_hides_nothing(
    good: Path, old: str, new: str, said: str
) -> None:
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    found = replace(good, PACKAGE, old, new)
    first = [one for one in found if one.startswith("data/datapackage.yaml:")]
    assert any(said in one for one in first), found
    assert set(rules(first)) <= {"package", "yaml-syntax"} and len(first) <= 2
    assert not any(word in one for one in first for word in ("Error", "None", "object", "expected"))
    assert rules(found)[len(first) :] == ["unknown-source"]
    assert all(int(one.split(":")[1]) > 1 for one in first) or "dibaca" in said


def test_no_table_at_all_is_one_sentence(good: Path) -> None:
    spoil(good, {PACKAGE: {"text": "resources: []\n"}})
    (line,) = lines(good)
    assert '"agencies"' in line and '"exceptions"' in line and line.endswith("[package]")


def test_a_table_and_a_column_may_be_added(good: Path) -> None:
    column = "        - {name: motto, type: string, title: Motto}\n"
    table = (
        "  - name: extra\n    title: Lain\n    label: lain\n    path: extra.csv\n"
        f"    schema:\n      primaryKey: [motto]\n      fields:\n{column}"
    )
    spoil(good, {PACKAGE: {"replace": [[TRAINING, table + TRAINING]]}})
    spoil(good, {"extra.csv": {"text": "motto\nMaju\n"}})
    assert lines(good) == []


def test_the_tables_that_the_program_asks_for_are_those_described() -> None:
    assert tuple(one.name for one in own()) == TABLES


def test_a_broken_description_of_our_own_is_told_too(
    good: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / PACKAGE
    broken.write_text("resources: [", encoding="utf-8")
    monkeypatch.setattr(package, "OWN", broken)
    own.cache_clear()
    spoil(good, {PACKAGE: {"text": "resources: []"}})
    told = lines(good)
    own.cache_clear()
    assert any('"agencies"' in one and "[package]" in one for one in told)


# A proof is no newer than its source

CHECKED = "checked_on: 2026-11-01\n  checked_how: live"


@pytest.mark.parametrize(
    ("source", "refused"),
    [
        (CHECKED, True),
        ('checked_on: "2026-11"\n  checked_how: live', False),
        ('checked_on: "2026-11"\n  checked_how: copy', True),
        ('checked_on: "2026-11"\n  checked_how: live\n  mirror: ya', True),
        ("checked_on: 2026-11-20\n  checked_how: in_person", False),
    ],
)
def test_a_proof_is_no_newer_than_its_source(good: Path, source: str, refused: bool) -> None:
    spoil(good, {"sources.yaml": {"replace": [[CHECKED, source]]}})
    # A stored copy of January proves neither the office of October nor the job order.
    for old in ('as_of: "2026-10"', "as_of: 2026-10-01"):
        spoil(good, {"agencies.yaml": {"replace": [[old, "as_of: 2026-01-08"]]}})
    found = replace(good, "agencies.yaml", "happened_on: 2026-01-10", "happened_on: 2026-11-20")
    assert rules(found) == (["proof-date"] if refused else [])


@pytest.mark.parametrize("old", ['as_of: "2026-10"', "as_of: 2026-10-01"])
def test_an_office_and_a_job_order_are_no_newer_than_their_proof(good: Path, old: str) -> None:
    assert rules(replace(good, "agencies.yaml", old, "as_of: 2026-11-02")) == ["proof-date"]


def test_one_newer_proof_is_enough_and_news_are_not_judged(good: Path) -> None:
    old = "says: Tercatat berizin di daftar pemerintah.\n      sources:\n        - daftar"
    spoil(
        good,
        {"agencies.yaml": {"replace": [["happened_on: 2026-01-10", "happened_on: 2026-11-20"]]}},
    )
    newer = (
        "- id: surat\n  title: Surat\n  publisher: Dinas\n  kind: staff_check\n  medium: letter\n"
    )
    spoil(good, {"sources.yaml": {"append": newer + "  checked_on: 2026-11-20\n"}})
    assert replace(good, "agencies.yaml", old, f"{old}\n        - surat") == []


# Tabs and special files


def test_a_tab_in_the_margin_hides_nothing_and_accuses_nobody(good: Path) -> None:
    spoil(good, {"sources.yaml": {"replace": [["  kind: press", "\tkind: pers"]]}})
    found = replace(good, "agencies.yaml", "  name: PT Sinar", "\tname: PT Sinar")
    assert rules(found) == ["tab", "tab", "vocabulary"]


def test_a_tab_that_leaves_room_for_doubt_makes_no_riddles(good: Path) -> None:
    found = replace(good, "agencies.yaml", "      decree_no", "\t\t- decree_no")
    assert rules(found) == ["tab"]
    text = (good / "faq.yaml").read_text(encoding="utf-8").replace("\n  ", "\n\t")
    spoil(good, {"faq.yaml": {"text": text}})
    assert set(rules(lines(good))) == {"tab"}


def test_a_pipe_a_device_and_a_loop_are_no_files(good: Path) -> None:
    for name in ("faq.yaml", "costs.yaml", "training.csv"):
        (good / name).unlink()
    os.mkfifo(good / "faq.yaml")
    (good / "costs.yaml").symlink_to("/dev/zero")
    (good / "training.csv").symlink_to("training.csv")
    assert rules(lines(good)) == ["unreadable-file"] * 3


def test_a_link_to_a_real_file_is_read(good: Path) -> None:
    (good / "faq.yaml").rename(good / "asli.txt")
    (good / "faq.yaml").symlink_to("asli.txt")
    assert lines(good) == []


# What leaves as open data


def test_no_cell_of_the_open_data_begins_like_a_formula(catalogue: Catalogue) -> None:
    files = open_data.render(catalogue)
    tables = [text for path, text in files.items() if path.endswith(".csv")]
    cells = [cell for text in tables for row in csv.reader(text.splitlines()) for cell in row]
    assert len(cells) > 1000
    assert [one for one in cells if one.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


# One mistake, one sentence


@pytest.mark.parametrize("sign", [";", "\t", "|"])
def test_a_table_with_other_separators_is_one_sentence(good: Path, sign: str) -> None:
    text = (good / "training.csv").read_text(encoding="utf-8").replace(";", " ")
    spoil(good, {"training.csv": {"text": text.replace(",", sign)}})
    (line,) = lines(good)
    assert "koma" in line and line.endswith("[csv-header]")


def test_a_table_without_its_header_is_one_sentence(good: Path) -> None:
    text = (good / "training.csv").read_text(encoding="utf-8").split("\n", 1)[1]
    spoil(good, {"training.csv": {"text": text}})
    (line,) = lines(good)
    assert "baris judul tidak ada" in line


def test_a_merge_key_is_named(good: Path) -> None:
    (line,) = replace(good, "faq.yaml", "  question:", '  "<<": x\n  question:')
    assert "<<" in line and line.endswith("[yaml-alias]")


@pytest.mark.parametrize(
    ("phone", "said"),
    [("+62 334 881111, +62 334 881112", "titik koma"), ("+62 812 ABCD 7890", "huruf")],
)
def test_a_phone_that_is_two_or_a_word(good: Path, phone: str, said: str) -> None:
    (line,) = replace(good, "offices.csv", "+62 334 881111", f'"{phone}"')
    assert said in line and line.endswith("[phone-format]")


@pytest.mark.parametrize(
    ("file", "old", "new", "rule"),
    [
        ("sanctions.yaml", "from: 2026-01-02\n", "from: 2026-01-02\n      until: 2026-03-01\n",
         "law-range"),
        ("sanctions.yaml", "fine_rp: 5000000000\n", "fine_rp: 0\n", "out-of-range"),
        ("agencies.yaml", "until: 2026-05-03", "until: 2062-05-03", "event-order"),
    ],
)  # fmt: skip
def test_slips_of_a_finger(good: Path, file: str, old: str, new: str, rule: str) -> None:
    assert rules(replace(good, file, old, new)) == [rule]


# What a reader reads


@pytest.mark.parametrize(
    ("answer", "rule"),
    [
        (f"|-\n    {'satu ' * 12}dua\n    {'tiga ' * 10}empat", "long-sentence"),
        ("Siapa? Di mana? Berapa? Kapan? Untuk apa?", "wall-of-text"),
    ],
)
def test_line_breaks_and_questions_hide_no_burden(good: Path, answer: str, rule: str) -> None:
    assert rules(replace(good, "faq.yaml", "Jangan. Tanyakan ke Disnaker dulu.", answer)) == [rule]

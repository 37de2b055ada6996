"""Mistakes as sentences: one line each, sorted, in the form that people and machines rely on."""

from __future__ import annotations

import json

from portal.problems import (
    DataError,
    Problem,
    as_github,
    as_json,
    errors,
    masked,
    quoted,
    report,
    summary,
)

PHONE = Problem(
    "data/agencies.yaml",
    41,
    9,
    "phone-format",
    'telepon "0812 34" terlalu pendek',
    'tulis +62 diikuti 8 sampai 12 angka, misalnya "+62 21 1234567".',
    'P3MI "bumi-mas"',
    "phones",
)
REGION = Problem(
    "data/training.csv",
    17,
    7,
    "unknown-region",
    'wilayah "35.80" tidak dikenal',
    'Maksudnya "35.08" (Kabupaten Lumajang)?',
    'pelatihan "menjahit-lumajang"',
    "region",
)
WARNING = Problem("data/sources.yaml", 3, 1, "unused-source", "tidak dipakai.", level="warning")


def test_the_report_is_the_one_promised() -> None:
    assert report([WARNING, REGION, PHONE, PHONE], 214) == (
        'data/agencies.yaml:41: P3MI "bumi-mas": telepon "0812 34" terlalu pendek; tulis +62 '
        'diikuti 8 sampai 12 angka, misalnya "+62 21 1234567". [phone-format]\n'
        "data/sources.yaml:3: peringatan: tidak dipakai. [unused-source]\n"
        'data/training.csv:17: pelatihan "menjahit-lumajang": wilayah "35.80" tidak dikenal. '
        'Maksudnya "35.08" (Kabupaten Lumajang)? [unknown-region]\n'
        "2 kesalahan, 1 peringatan dalam 214 catatan. "
        "Cara memperbaiki tiap aturan: /staf/aturan/"
    )


def test_nothing_wrong_needs_no_way_to_mend() -> None:
    assert summary([], 3) == report([], 3) == "0 kesalahan, 0 peringatan dalam 3 catatan."


def test_only_errors_stop_a_build() -> None:
    assert errors([WARNING, PHONE]) == [PHONE]
    error = DataError([PHONE], 1)
    assert error.problems == (PHONE,) and "[phone-format]" in str(error)


def test_json_has_the_promised_keys() -> None:
    (one,) = json.loads(as_json([PHONE, PHONE]))
    keys = "file line column record field rule level message hint".split()
    assert list(one) == keys and one["record"] == 'P3MI "bumi-mas"' and one["level"] == "error"


def test_github_escapes_what_would_end_the_command() -> None:
    wild = Problem("data/a,b:c.yaml", 1, 2, "tab", "100%\nbaris", "Hapus.", level="warning")
    assert as_github([wild]) == (
        "::warning file=data/a%2Cb%3Ac.yaml,line=1,col=2,title=tab::100%25 baris. Hapus."
    )


def test_a_problem_is_one_line_whatever_the_value() -> None:
    wild = Problem("f", 1, 1, "tab", f"isi {quoted('a' + chr(10) + 'b')} salah", "Hapus.", "x\ny")
    assert str(wild) == 'f:1: x y: isi "a b" salah. Hapus. [tab]'


def test_long_values_are_cut_and_secrets_masked() -> None:
    assert quoted("x" * 500) == '"' + "x" * 80 + '…"'
    assert masked("3508010101900001") == '"3508…"'

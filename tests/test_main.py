"""The command line: what others rely on from outside, by its words, its JSON and its exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from portal.__main__ import main

TODAY = "2026-11-22"


@pytest.fixture(autouse=True)
def that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", TODAY)
    monkeypatch.delenv("PORTAL_DATA", raising=False)


PROMISED = [
    ("multi-intan-amanah-internasional", "2026-11-21", "revoked"),
    ("bumi-mas-indonesia-mandiri", "2026-03-01", "suspended"),
    ("bumi-mas-indonesia-mandiri", "2026-11-21", "recheck"),
    ("sukses-mandiri-utama", "2026-11-21", "unproven"),
    ("daya-talenta-global", "2026-11-21", "unproven"),
]


@pytest.mark.parametrize(("agency", "on", "word"), PROMISED)
def test_standing_prints_its_word_first(
    agency: str, on: str, word: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["standing", agency, "--on", on]) == 0
    assert capsys.readouterr().out.split()[0] == word


def test_standing_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["standing", "bumi-mas-indonesia-mandiri", "--on", "2026-03-01", "--json"]
    assert main(asked) == 0
    answer = json.loads(capsys.readouterr().out)
    assert answer["id"] == "bumi-mas-indonesia-mandiri"
    assert (answer["standing"], answer["reason"]) == ("suspended", "suspended")
    assert (answer["on"], answer["since"], answer["until"]) == (
        "2026-03-01",
        "2026-02-03",
        "2026-05-03",
    )
    assert answer["sources"]


def test_what_nobody_can_open_is_named_nowhere(capsys: pytest.CaptureFixture[str]) -> None:
    main(["standing", "daya-talenta-global"])
    assert "indeks" not in capsys.readouterr().out


def test_an_unknown_agency_is_told_with_the_nearest_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["standing", "bumi-mas-indonesia-mandri"]) == 1
    told = capsys.readouterr().err
    assert 'Maksudnya "bumi-mas-indonesia-mandiri"?' in told and "Traceback" not in told


@pytest.mark.parametrize("on", ["", "besok", "2026-13-01", "20261122"])
def test_a_wrong_day_is_a_wrong_use(on: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["standing", "bumi-mas-indonesia-mandiri", "--on", on]) == 2
    assert "misalnya 2026-11-22" in capsys.readouterr().err


def test_a_wrong_command_is_a_wrong_use() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["terbang"])
    assert stopped.value.code == 2


def test_search_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "bumimas indonesia mandiri", "--json"]) == 0
    first = json.loads(capsys.readouterr().out)[0]
    assert set(first) == {"id", "kind", "title", "url", "score", "match"}
    assert (first["id"], first["kind"], first["match"]) == (
        "bumi-mas-indonesia-mandiri",
        "agency",
        "same",
    )
    assert first["url"] == "/p3mi/bumi-mas-indonesia-mandiri/"


def test_an_unknown_name_gives_no_agency(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "PT Zzyqx Wuthering Qwerty", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [hit for hit in found if hit["kind"] == "agency"] == []


def test_a_very_long_query_is_answered(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["search", "x" * 10_000]) == 0
    assert "Tidak ditemukan" in capsys.readouterr().out


def test_wrong_data_stops_every_command_with_the_whole_report(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "agencies.yaml").write_text("- id: a\n  nama: PT A\n", encoding="utf-8")
    for command in (["standing", "a"], ["search", "a"], ["render", str(tmp_path / "out")]):
        assert main([*command, "--data", str(tmp_path)]) == 1
        told = capsys.readouterr().err
        assert "agencies.yaml:2:" in told and "[unknown-field]" in told and "kesalahan" in told
    assert not (tmp_path / "out").exists()


def test_render_writes_what_other_engines_need(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["render", str(tmp_path)]) == 0
    for path in ("p3mi/index.md", "api/v1/agencies.json", "cari/nama.json", "unduh/buku-saku.pdf"):
        assert (tmp_path / path).stat().st_size > 0

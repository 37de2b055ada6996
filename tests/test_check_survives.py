"""Whatever bytes stand in a data file, the check says what is wrong and never breaks."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import CASES, TODAY, good_folder, lines, spoil
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from portal.check import check

FAST = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return good_folder(tmp_path)


GOOD = sorted(path.name for path in (CASES / "good").iterdir() if path.is_file())
FILES = [*GOOD, "datapackage.yaml"]
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
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    found = lines(good)
    assert [one.rsplit(" ", 1)[1] for one in found] == ["[yaml-syntax]", "[unknown-source]"]


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    (line,) = lines(tmp_path / "data")
    assert line.startswith("data:1: folder data tidak ada") and line.endswith("[missing-file]")

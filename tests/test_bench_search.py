"""The comparison of searches: it says what is missing, and what it cannot have it does not hide."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT
from site_tools import build_environment

from scripts.search_bench import engines
from scripts.search_bench.firms import firms
from scripts.search_bench.measure import Quality, Result, Speed, total, wire
from scripts.search_bench.report import report


def test_a_peer_that_is_not_installed_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "MODULES", tmp_path / "none")
    for engine in ("fuse", "minisearch", "pagefind"):
        with pytest.raises(engines.MissingError, match="not installed"):
            engines.build(engine, tmp_path / engine, firms(10))


def test_without_npm_there_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines, "PACKAGES", tmp_path / "bench")
    monkeypatch.setattr(engines, "MODULES", tmp_path / "bench" / "node_modules")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert engines.install().startswith("npm: ")
    assert not (tmp_path / "bench" / "package.json").exists()


def test_the_table_holds_figures_and_reasons() -> None:
    quality = {"press": Quality(20, 19, 20), "half": Quality(20, 20, 20)}
    ours = Result(quality, 71_800, Speed(412.4, 5.04, 11.9, 300), 0, 0, 500)
    text = report({("ours", 5000): ours, ("fuse", 5000): "not installed: fuse.js"}, "npm: gone")
    row = "| Jalur Resmi | 5,000 | 97.5 | 100.0 | 72 | 412 | 5.0 | 11.9 | 0 | 0.0 |"
    assert row in text.splitlines()
    assert "| Fuse.js | 5,000 | not installed: fuse.js |" in text
    assert "npm: gone" in text
    assert total(quality) == Quality(40, 39, 40)


def test_what_is_packed_already_is_not_packed_again() -> None:
    assert wire(b"a" * 1000) < 100
    assert wire(b"\x01\x02") == 2


def test_ours_is_measured_in_a_browser() -> None:
    command = [
        sys.executable, ROOT / "scripts" / "bench_search.py", "--quick", "--sizes", "130",
        "--engines", "ours",
    ]  # fmt: skip
    done = subprocess.run(
        command, cwd=ROOT, env=build_environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    row = next(line for line in done.stdout.splitlines() if line.startswith("| Jalur Resmi | 130"))
    assert len([cell for cell in row.split("|") if cell.strip()]) == 10

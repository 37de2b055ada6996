"""The bench runs and prints every measure with its budget; how fast is no business of a test."""

from __future__ import annotations

import re
import subprocess
import sys

from conftest import ROOT
from site_tools import build_environment

MEASURES = (
    "check, seconds",
    "check, peak memory MB",
    "site, seconds",
    "site, peak memory MB",
    "site, HTML pages",
    "site, MB",
    "index cari/",
    "render alone, seconds",
    "plain MkDocs, same Markdown, seconds",
    "pocket book, both PDFs, real data, seconds",
    "buku-saku.pdf, KB",
    "/: KB gzip",
    "/p3mi/: KB gzip",
)


def test_the_quick_bench_prints_every_measure():
    command = [sys.executable, ROOT / "scripts" / "bench.py", "--sizes", "5", "10"]
    done = subprocess.run(
        command, cwd=ROOT, env=build_environment(), capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    rows = [[cell.strip() for cell in line.split("|")[1:-1]] for line in done.stdout.splitlines()]
    assert {len(row) for row in rows} == {5}
    assert rows[0][:4] == ["measure", "5 P3MI", "10 P3MI", "growth"]
    for measure in MEASURES:
        assert [row for row in rows if row[0].startswith(measure)], f"no row for {measure!r}"
    for name, small, large, growth, _ in rows[2:]:
        assert re.fullmatch(r"\d+(\.\d+)?", small), name
        assert not large or float(large) >= 0, name
        assert not growth or float(growth) > 0, name

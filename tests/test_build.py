"""A page that leads nowhere stops the build, and the last good site stays."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FRONT = "---\ntitle: Rusak\nowner: portal\nreview_by: 2027-06-30\n---\n"
NEEDED = ("assets", "content", "data", "hooks", "overrides", "portal", "scripts", "templates")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of what a build needs."""
    copy = tmp_path_factory.mktemp("project")
    for name in NEEDED:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", copy)
    return copy


def build(project: Path, **more: str) -> subprocess.CompletedProcess[str]:
    asked = {"PORTAL_TODAY": "2026-11-22", **more}
    return subprocess.run(
        [sys.executable, "scripts/build.py"],
        cwd=project,
        env={**os.environ, **asked},
        capture_output=True,
        text=True,
    )


def test_a_link_that_leads_nowhere_stops_the_build(project: Path) -> None:
    site = project / "site"
    site.mkdir()
    (site / "index.html").write_text("yang lama", encoding="utf-8")
    page = project / "content" / "rusak.md"
    text = f"{FRONT}# Rusak\n\n[Ke mana](tidak-ada.md)\n\n[Cek](/cek/)\n\n[Mati](/cek)\n"
    page.write_text(text, encoding="utf-8")
    built = build(project)
    page.unlink()
    told = built.stdout + built.stderr
    assert built.returncode == 1 and "tidak-ada.md" in told
    assert f"content/rusak.md:{text.count(chr(10))}: tautan ke /cek " in told
    assert (site / "index.html").read_text(encoding="utf-8") == "yang lama"
    assert not (project / "site.new").exists()


@pytest.mark.parametrize(
    ("setting", "value", "told"),
    [
        ("PORTAL_TODAY", "9999-12-31", "misalnya 2026-11-22"),
        ("SITE_DIR", "/", "bukan folder untuk situs"),
        ("SITE_DIR", "mkdocs.yml", "bukan folder untuk situs"),
    ],
)
def test_odd_settings_are_told_in_a_sentence(
    project: Path, setting: str, value: str, told: str
) -> None:
    built = build(project, **{setting: value})
    assert built.returncode == 2
    assert told in built.stderr and "Traceback" not in built.stderr

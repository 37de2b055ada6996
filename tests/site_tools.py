"""Small sites for tests. In: a folder of data, or a few agencies more; out: a built site."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from golden_cases import ROOT, small_folder

TODAY = date(2026, 11, 22)


def build_environment(**changes: str) -> dict[str, str]:
    """Return an environment for commands in which nothing depends on the caller's own settings."""
    ours = ("PORTAL_DATA", "PORTAL_TODAY", "SITE_DIR", "SOURCE_DATE_EPOCH")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PORTAL_TODAY": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"} | changes


def build(**changes: str) -> subprocess.CompletedProcess[str]:
    """Run the script that `make site` runs, with these settings."""
    command = [sys.executable, ROOT / "scripts" / "build.py"]
    settings = build_environment(**changes)
    return subprocess.run(command, cwd=ROOT, env=settings, capture_output=True, text=True)


def built(data: Path, site: Path) -> Path:
    """Build the site of a folder of data at `site`; return that."""
    done = build(PORTAL_DATA=str(data), SITE_DIR=str(site))
    assert done.returncode == 0, done.stdout + done.stderr
    return site


def site_with(agencies: str, folder: Path) -> Path:
    """Build a small site with these agencies besides those of the good folder."""
    data = small_folder(folder)
    with (data / "agencies.yaml").open("a", encoding="utf-8") as written:
        written.write(agencies.lstrip("\n"))
    return built(data, folder / "site")

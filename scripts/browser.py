"""Find a Chromium that really starts. In: PATH and PORTAL_BROWSER; out: its path, or exit code 1.

Being on PATH proves nothing: Ubuntu's chromium-browser is a shim that only asks for a snap.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_browser() -> str | None:
    """Return the first Chromium that answers `--version`, or None."""
    return next((program for program in _candidates() if _starts(program)), None)


def _candidates() -> Iterator[str]:
    wanted = os.environ.get("PORTAL_BROWSER")
    names = (wanted,) if wanted else NAMES
    yield from (found for name in names if (found := shutil.which(name)))
    with sync_playwright() as playwright:
        own = playwright.chromium.executable_path
    if Path(own).is_file():
        yield own


def _starts(program: str) -> bool:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0 and "Chrom" in done.stdout


if __name__ == "__main__":
    program = find_browser()
    print(program or "no Chromium that starts", file=sys.stdout if program else sys.stderr)
    sys.exit(0 if program else 1)

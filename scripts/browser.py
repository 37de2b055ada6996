"""Find and start a Chromium. In: PATH and PORTAL_BROWSER; out: its path, or exit code 1.

Being on PATH proves nothing: Ubuntu's chromium-browser is a shim that only asks for a snap.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# QUIC, updates and first-run pages would reach for the network or slow the start.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def started_browser() -> Iterator[Browser]:
    """Give a Chromium without a window; RuntimeError with a sentence when there is none."""
    program = find_browser()
    if not program:
        raise RuntimeError("no Chromium starts: run scripts/setup --test, which gets one")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield browser
        browser.close()


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

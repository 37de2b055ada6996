"""What every test may ask for: a fixed day, the real data, the built site, a server, a browser.

Nothing here is skipped: what is missing on the machine is a failure with a sentence saying so.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from portal.catalogue import Catalogue, publishable
from portal.check import check
from scripts.browser import find_browser

ROOT = Path(__file__).resolve().parent.parent
TODAY = date(2026, 11, 22)
NOON = f"{TODAY.isoformat()}T12:00:00+07:00"
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


@pytest.fixture(scope="session")
def today() -> date:
    """Return the day on which every test takes place."""
    return TODAY


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Return the folder of the real data."""
    return ROOT / "data"


@pytest.fixture(scope="session")
def catalogue(data_dir: Path, today: date) -> Catalogue:
    """Return the real data, checked, as what may be shown on that day."""
    return publishable(check(data_dir, today).sound(), today)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, by the script that `make site` runs, and return its folder."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = subprocess.run(
        [sys.executable, ROOT / "scripts" / "build.py"],
        cwd=ROOT,
        env=build_environment(SITE_DIR=str(target)),
        capture_output=True,
        text=True,
    )
    if done.returncode:
        pytest.fail(f"the site does not build:\n{done.stdout}\n{done.stderr}", pytrace=False)
    return target


def build_environment(**changes: str) -> dict[str, str]:
    """Return an environment for builds in which nothing depends on the caller's own settings."""
    ours = ("PORTAL_DATA", "PORTAL_TODAY", "SITE_DIR", "SOURCE_DATE_EPOCH")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    return kept | {"PORTAL_TODAY": TODAY.isoformat(), "NO_MKDOCS_2_WARNING": "1"} | changes


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line on the terminal for each, and the site's own 404 page."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, *rest: str | None) -> None:
        """Answer what is missing with 404.html, as a host would."""
        missing = Path(self.directory) / "404.html"
        if code != 404 or not missing.is_file():
            return super().send_error(code, *rest)
        body = missing.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)
        return None


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Serve the built site; return its address without the last slash."""
    handler = partial(_Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as httpd:
        threading.Thread(target=httpd.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{httpd.server_port}"
        httpd.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the machine's Chromium once, without a window."""
    program = find_browser()
    if not program:
        pytest.fail("no Chromium starts: run scripts/setup --test, which gets one", pytrace=False)
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield started
        started.close()


@pytest.fixture(scope="session")
def browser(chromium: Browser) -> Browser:
    """Return the same browser, for tests that open their own contexts."""
    return chromium


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """Open an empty tab of a small phone in Jakarta, at noon of the tests' day.

    Move the clock with `page.clock.set_fixed_time`; to measure time, open an own context.
    """
    phone = {"width": 360, "height": 740}
    context = chromium.new_context(viewport=phone, locale="id-ID", timezone_id="Asia/Jakarta")
    tab = context.new_page()
    tab.clock.set_fixed_time(NOON)
    yield tab
    context.close()

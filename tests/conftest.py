"""What every test may ask for: a fixed day, the real data, the built site, a server, a browser.

Nothing here is skipped: what is missing on the machine is a failure with a sentence saying so.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import offline_tools
import pytest
from golden_cases import good_folder
from pdf_tools import page_texts, printed
from playwright.sync_api import Browser, Page
from site_tools import TODAY, build

from portal.catalogue import Catalogue
from portal.edge import CONTENT, open_catalogue
from portal.render import pages
from scripts.browser import started_browser
from scripts.serving import serve

ROOT = Path(__file__).resolve().parent.parent
NOON = f"{TODAY.isoformat()}T12:00:00+07:00"


@pytest.fixture(scope="session")
def today() -> date:
    """Return the day on which every test takes place."""
    return TODAY


@pytest.fixture(scope="session")
def data_dir() -> Path:
    """Return the folder of the real data."""
    return ROOT / "data"


@pytest.fixture(scope="session")
def catalogue(data_dir: Path) -> Catalogue:
    """Return the real data, checked, as what may be shown on that day."""
    return open_catalogue(data_dir, TODAY, CONTENT)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """Return a small data folder with nothing wrong in it."""
    return good_folder(tmp_path)


@pytest.fixture(scope="session")
def pdfs(catalogue: Catalogue) -> tuple[bytes, bytes]:
    """Print the national pocket book once: for the screen, for a printer."""
    return printed(catalogue)


@pytest.fixture(scope="session")
def texts(pdfs: tuple[bytes, bytes]) -> list[str]:
    """Return the text of each page of the pocket book."""
    return page_texts(pdfs[0])


@pytest.fixture(scope="session")
def made(catalogue: Catalogue) -> dict[str, str]:
    """Render every record page of the real data: {path: Markdown}."""
    return pages.render(catalogue)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the real site once, by the script that `make site` runs, and return its folder."""
    target = tmp_path_factory.mktemp("built") / "site"
    done = build(SITE_DIR=str(target))
    if done.returncode:
        pytest.fail(f"the site does not build:\n{done.stdout}\n{done.stderr}", pytrace=False)
    return target


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    """Serve the built site; return its address without the last slash."""
    with serve(site) as address:
        yield address


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """Start the machine's Chromium once, without a window."""
    with started_browser() as started:
        yield started


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
    # What a page asks for is counted here; tests/browser/test_airplane.py sees to the worker.
    context = chromium.new_context(
        viewport=phone, locale="id-ID", timezone_id="Asia/Jakarta", service_workers="block"
    )
    tab = context.new_page()
    tab.clock.set_fixed_time(NOON)
    yield tab
    context.close()


@pytest.fixture
def scriptless(chromium: Browser) -> Iterator[Page]:
    """Open an empty tab of a phone that runs no scripts."""
    phone = {"width": 360, "height": 740}
    context = chromium.new_context(viewport=phone, java_script_enabled=False)
    yield context.new_page()
    context.close()


# A small site in two builds and a host that can be switched off, for what happens offline.


@pytest.fixture(scope="session")
def plain(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a small site with one agency whose licence was seen three weeks ago."""
    return offline_tools.small_site(tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="session")
def builds(plain: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return two builds of the small site that differ in every file."""
    folder = tmp_path_factory.mktemp("builds")
    made = (offline_tools.rebuilt(plain, folder / name, name) for name in ("A", "B"))
    return next(made), next(made)


@pytest.fixture
def host(plain: Path, tmp_path: Path) -> Iterator[offline_tools.Host]:
    """Return a host with the small site, not yet started."""
    made = offline_tools.Host(tmp_path / "www")
    made.put(plain)
    yield made
    made.stop()


@pytest.fixture
def tab(chromium: Browser) -> Iterator[Page]:
    """Open an empty tab as `page` does, but one whose site may keep things and work offline."""
    phone = {"width": 360, "height": 740}
    context = chromium.new_context(viewport=phone, locale="id-ID", timezone_id="Asia/Jakarta")
    opened = context.new_page()
    opened.clock.set_fixed_time(NOON)
    yield opened
    context.close()

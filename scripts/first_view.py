"""Count what one look at a page costs a reader. In: a built site; out: requests and gzip bytes.

A real Chromium asks for the files, so nothing that a page loads by itself is forgotten.
"""

from __future__ import annotations

import gzip
from pathlib import Path

from playwright.sync_api import Browser, Response

from scripts.browser import started_browser
from scripts.serving import serve

PACKED = (".png", ".jpg", ".webp", ".woff2", ".pdf", ".gz")


def first_views(site: Path) -> list[tuple[str, int, int]]:
    """Return (address, requests, bytes) for one page of every kind."""
    with serve(site) as address, started_browser() as browser:
        return [(url, *_view(browser, f"{address}{url}")) for url in page_kinds(site)]


def page_kinds(site: Path) -> list[str]:
    """Return the home page, every list, and of every list its largest record page."""
    urls = ["/"]
    for top in sorted(one.parent for one in site.glob("*/index.html")):
        urls.append(f"/{top.name}/")
        records = sorted(top.glob("*/index.html"), key=lambda one: (-one.stat().st_size, one))
        urls += [f"/{one.parent.relative_to(site).as_posix()}/" for one in records[:1]]
    return urls


def _view(browser: Browser, url: str) -> tuple[int, int]:
    # The worker's pack comes after the view, in the background; it has its own line.
    context = browser.new_context(viewport={"width": 360, "height": 740}, service_workers="block")
    page = context.new_page()
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(url, wait_until="networkidle")
    sizes = [_wire(one.url, one.body()) for one in answers if one.ok]
    context.close()
    return len(sizes), sum(sizes)


def _wire(url: str, body: bytes) -> int:
    """Return the bytes on the wire: text compressed, pictures and fonts as they are."""
    return len(body) if url.endswith(PACKED) else len(gzip.compress(body, 6, mtime=0))

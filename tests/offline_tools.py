"""A small site in two builds, a host that can be switched off, and what a page is made of.

Two builds of one site differ in every kind of file: each page, script, style and index says which
build it is of, so that a test can see a mixture.
"""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import threading
from collections.abc import Mapping
from contextlib import ExitStack
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from golden_cases import ROOT
from playwright.sync_api import BrowserContext, Page
from site_tools import site_with

from portal.render.offline import UNSTAMPED
from scripts.serving import serve

# A copy below a sub-path, as on GitHub Pages: nothing may assume the root.
UNDER = "salinan"
FRESH = """
- id: izin-baru
  name: PT Izin Baru
  events:
    - kind: licensed
      happened_on: 2026-11-01
      says: Tercatat berizin di daftar pemerintah.
      sources: [daftar]
"""
SIGNED: Mapping[str, str] = {
    ".css": "\n:root {{ --signed: {0}; }}",
    ".js": '\n;(self.signed = self.signed || []).push("{0}");',
    ".html": "\n<!-- signed {0} -->",
}


def small_site(folder: Path) -> Path:
    """Build a small site with one agency whose licence was seen three weeks ago."""
    return site_with(FRESH, folder)


def build_in(html: str) -> str:
    """Return the build that a page names."""
    match = re.search(r'data-build="([^"]+)"', html)
    assert match
    return match[1]


def rebuilt(site: Path, target: Path, name: str) -> Path:
    """Return a copy of a site in which every file is signed `name`, numbered anew by the hook."""
    shutil.copytree(site, target)
    old = build_in((site / "index.html").read_text(encoding="utf-8"))
    for path in (one for one in sorted(target.rglob("*")) if one.suffix in (*SIGNED, ".json")):
        text = path.read_text(encoding="utf-8").replace(
            f'data-build="{old}"', f'data-build="{UNSTAMPED}"'
        )
        text = text.replace("PT Izin Baru", f"PT Izin Baru {name}")
        path.write_text(text + SIGNED.get(path.suffix, "").format(name), encoding="utf-8")
    _hook().on_post_build(SimpleNamespace(site_dir=str(target)))
    # The host tells builds apart by the second in which they were made.
    for path in target.rglob("*"):
        moment = path.stat().st_mtime + 60 * ord(name)
        os.utime(path, (moment, moment))
    return target


def _hook() -> Any:
    spec = importlib.util.spec_from_file_location("site_hook", ROOT / "hooks" / "site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class _Ill(BaseHTTPRequestHandler):
    def do_GET(self) -> None:  # noqa: N802  (the library's name)
        """Send an error in place of whatever is asked."""
        self.send_response(503)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Host:
    """Serves one site at a time, always at the same address; can be switched off and on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.running = ExitStack()
        self.port = 0
        folder.mkdir()

    def put(self, site: Path) -> None:
        """Publish a site in place of the last."""
        link = self.folder / UNDER
        link.unlink(missing_ok=True)
        link.symlink_to(site)

    def start(self) -> str:
        """Begin to answer; return the site's address with its last slash."""
        address = self.running.enter_context(serve(self.folder, self.port))
        self.port = int(address.rpartition(":")[2])
        return f"{address}/{UNDER}/"

    def fall_ill(self) -> None:
        """Answer every request with an error of the host."""
        self.stop()
        server = self.running.enter_context(ThreadingHTTPServer(("127.0.0.1", self.port), _Ill))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        self.running.callback(server.shutdown)

    def stop(self) -> None:
        """Answer no more, as for a phone in airplane mode."""
        self.running.close()


def settle(page: Page) -> None:
    """Wait until the page has a worker that keeps the whole build."""
    page.wait_for_function("navigator.serviceWorker.controller")
    page.evaluate("navigator.serviceWorker.ready.then((one) => one.active.state)")


def eventually(page: Page, script: str, given: object = None) -> None:
    """Wait until a script that may be asynchronous answers true."""
    for _ in range(100):
        if page.evaluate(script, given):
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"never true: {script}")


def offline(host: Host, context: BrowserContext) -> None:
    """Take the network away, from pages and workers alike."""
    host.stop()
    context.set_offline(True)


def online(host: Host, context: BrowserContext) -> None:
    """Give the network back."""
    host.start()
    context.set_offline(False)


def signatures(page: Page) -> set[str]:
    """Return the builds that a page, its styles, its scripts and the index it searched are of."""
    page.locator('[data-search-box="large"] input[name="q"]').fill("izin baru")
    title = page.locator(".search__card a").first.inner_text()
    found: list[str] = page.evaluate(SEEN)
    return {*found, title.rpartition(" ")[2]}


SEEN = """() => {
  const page = /signed (\\w)/.exec(
    Array.from(document.childNodes, (one) => one.nodeValue || "").join(" ")
      + Array.from(document.body.childNodes, (one) => one.nodeValue || "").join(" ")
  )[1];
  const style = getComputedStyle(document.documentElement).getPropertyValue("--signed").trim();
  return [page, style, ...self.signed];
}"""


def away(tab: Page, host: Host, first: str = "cek/") -> str:
    """Visit one page, let the worker finish, lose the network; return the site's address."""
    root = host.start()
    tab.goto(root + first)
    settle(tab)
    offline(host, tab.context)
    return root


def ask(tab: Page, words: str) -> None:
    """Type into the large box as a person does."""
    tab.locator('[data-search-box="large"] input[name="q"]').press_sequentially(words, delay=5)


# Damages one kept file: how, and its address.
BROKEN = """async ([how, path]) => {
  const name = (await caches.keys()).find((one) => !one.endsWith("pembaca"));
  const cache = await caches.open(name);
  const kept = await cache.match(path);
  if (!kept) throw new Error(`not kept: ${path}`);
  const html = { headers: { "Content-Type": kept.headers.get("Content-Type") } };
  if (how === "gone") await cache.delete(path);
  if (how === "half") await cache.put(path, new Response((await kept.text()).slice(0, 900), html));
  if (how === "other") await cache.put(path, new Response("{}", html));
}"""

"""One engine in a real Chromium. In: its folder and the queries; out: quality, bytes, times.

Answers are counted at full speed; times are taken in fresh tabs with the processor slowed down.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page

from scripts.search_bench.engines import NOT_COUNTED
from scripts.search_bench.queries import Query
from scripts.serving import serve

SLOWER = 6
ROUNDS = 5
TYPED = 20  # queries that are typed letter by letter
MOST = 5_000  # milliseconds of typing in a round
FIVE = 5


@dataclass(frozen=True)
class Quality:
    """How many queries there were, in how many the right firm was first, or in five."""

    asked: int
    first: int
    five: int


@dataclass(frozen=True)
class Speed:
    """Milliseconds until ready and for a key, and how many keys were typed."""

    ready: float
    key_median: float
    key_p95: float
    keys: int


@dataclass(frozen=True)
class Result:
    """What one engine is worth."""

    kinds: dict[str, Quality]
    bytes: int
    speed: Speed
    sure: int  # invented names for which a firm was shown as the answer; only ours tells
    shown: int  # invented names for which any firm was shown
    unknown: int  # of how many


def total(found: dict[str, Quality]) -> Quality:
    """Return all classes together."""
    every = found.values()
    return Quality(
        sum(one.asked for one in every),
        sum(one.first for one in every),
        sum(one.five for one in every),
    )


def measure(
    browser: Browser, folder: Path, queries: Sequence[Query], strangers: Sequence[str]
) -> Result:
    """Return what the engine in a folder is worth."""
    with serve(folder) as address:
        page = opened(browser, address)
        page.evaluate("window.begin()")
        found = answers(page, [one.typed for one in queries])
        unknown = answers(page, strangers)
        page.close()
        return Result(
            kinds=kinds(queries, found),
            bytes=loaded(browser, address, folder),
            speed=_speed(browser, address, queries),
            sure=sum(any(one.startswith("+") for one in found) for found in unknown),
            shown=sum(bool(found) for found in unknown),
            unknown=len(unknown),
        )


def opened(browser: Browser, address: str) -> Page:
    """Open an engine's page; nothing of the engine is loaded yet."""
    page = browser.new_page()
    page.set_default_timeout(600_000)
    page.goto(f"{address}/index.html")
    page.wait_for_function("window.loaded")
    return page


def answers(page: Page, texts: Sequence[str]) -> list[list[str]]:
    """Return the ids that an engine answers to each text; ours marks a sure answer by `+`."""
    found: list[list[str]] = []
    for at in range(0, len(texts), 50):
        found += page.evaluate("(all) => window.answers(all)", list(texts[at : at + 50]))
    return found


def kinds(queries: Sequence[Query], answers: Sequence[list[str]]) -> dict[str, Quality]:
    """Return for each class of mistakes how often the right firm came first."""
    counted: dict[str, Quality] = {}
    for query, found in zip(queries, answers, strict=True):
        ids = [one.lstrip("+") for one in found[:FIVE]]
        old = counted.get(query.kind, Quality(0, 0, 0))
        first, five = ids[:1] == [query.meant], query.meant in ids
        counted[query.kind] = Quality(old.asked + 1, old.first + first, old.five + five)
    return counted


def loaded(browser: Browser, address: str, folder: Path) -> int:
    """Return what went over the wire, compressed, until the answer to a first name."""
    page = browser.new_page()
    seen: set[str] = set()
    page.on("request", lambda request: seen.add(urlsplit(request.url).path.lstrip("/")))
    page.goto(f"{address}/index.html")
    page.wait_for_function("window.loaded")
    page.evaluate("window.begin()")
    page.evaluate("window.answers(['sukses mandiri utama'])")
    page.close()
    files = [folder / one for one in sorted(seen) if one not in NOT_COUNTED]
    return sum(wire(one.read_bytes()) for one in files if one.is_file())


def wire(content: bytes) -> int:
    """Return how many bytes a file is on the wire; what is packed already is sent as it is."""
    return min(len(content), len(gzip.compress(content, 6, mtime=0)))


def _speed(browser: Browser, address: str, queries: Sequence[Query]) -> Speed:
    keys = keystrokes(queries)
    ready: list[float] = []
    rounds: list[list[float]] = []
    for _ in range(ROUNDS):
        page = opened(browser, address)
        session = page.context.new_cdp_session(page)
        session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
        ready.append(page.evaluate("window.begin()"))
        asked = keys[: len(rounds[0])] if rounds else keys
        rounds.append(page.evaluate("([all, most]) => window.times(all, most)", [asked, MOST]))
        page.close()
    took = sorted(min(one) for one in zip(*rounds, strict=False))
    return Speed(min(ready), median(took), took[int(len(took) * 0.95)], len(took))


def keystrokes(queries: Sequence[Query]) -> list[str]:
    """Return what stands in the box after each key of a few queries, from two letters on, mixed."""
    chance = Random(4)  # noqa: S311
    typed = [one.typed for one in chance.sample(list(queries), min(TYPED, len(queries)))]
    found = [text[:end] for text in typed for end in range(2, len(text) + 1)]
    chance.shuffle(found)
    return found

"""Compare the name search with its peers: `bench_search.py [--quick] [--sizes 500 2000 5000]`.

In: made-up and real firms, misspelt names. Out: tables on the screen and, at the full sizes, in
docs/search-benchmark.md. A peer that is not to be had is named with the reason.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from playwright.sync_api import Browser

from scripts.browser import started_browser
from scripts.search_bench.engines import ENGINES, MissingError, build, install
from scripts.search_bench.firms import firms
from scripts.search_bench.measure import Result, measure
from scripts.search_bench.queries import EACH, queries, strangers
from scripts.search_bench.report import report

PEERS_ASKED = 100  # of the invented names, as the slowest takes half a second for each
SIZES = (500, 2000, 5000)
FETCHED = frozenset({"pagefind", "fuse", "minisearch"})  # by npm; Material comes with ours
REPORT = ROOT / "docs" / "search-benchmark.md"


def main() -> int:
    """Read the command line, measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small, to see that it works")
    parser.add_argument("--sizes", type=int, nargs="+", metavar="FIRMS")
    parser.add_argument("--engines", nargs="+", choices=sorted(ENGINES), default=list(ENGINES))
    given = parser.parse_args()
    sizes = given.sizes or ((150,) if given.quick else SIZES)
    missing = install() if FETCHED & set(given.engines) else ""
    with started_browser() as browser:
        found = dict(_results(browser, sizes, given.engines, 5 if given.quick else EACH))
    text = report(found, missing)
    print(text)
    if tuple(sizes) == SIZES and set(given.engines) == set(ENGINES):
        REPORT.write_text(text, encoding="utf-8")
    return 0


def _results(
    browser: Browser, sizes: Sequence[int], engines: Sequence[str], each: int
) -> Iterator[tuple[tuple[str, int], Result | str]]:
    for size in sizes:
        crowd = firms(size)
        asked = queries(crowd, each)
        unknown = strangers()
        few = unknown[:PEERS_ASKED]
        for engine in engines:
            with tempfile.TemporaryDirectory(prefix="search-") as folder:
                try:
                    build(engine, Path(folder) / engine, crowd)
                    result = measure(
                        browser, Path(folder) / engine, asked, unknown if engine == "ours" else few
                    )
                except MissingError as reason:
                    yield (engine, size), str(reason)
                    continue
            busy = os.getloadavg()[0]
            print(f"{engine} {size}: load {busy:.1f}", file=sys.stderr, flush=True)
            yield (engine, size), result


if __name__ == "__main__":
    sys.exit(main())

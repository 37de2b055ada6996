"""Measure what the project budgets, and how it grows: `bench.py [--quick] [--sizes 500 5000]`.

In: made-up data of two sizes (scripts/generate.py) and the real data. Out: a table of seconds,
megabytes, bytes and ratios, with the budget, and plain MkDocs on the same pages as the peer.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.clock import read_day
from portal.render.offline import PACK, WIRE
from scripts.first_view import first_views
from scripts.generate import generate

DAY = "2026-11-22"
PYTHON = sys.executable
KB = 1024
MB = 1024 * KB
# A process starts out with the peak of the one that started it, so a small one stands between.
WATCH = (
    "import resource, subprocess, sys; code = subprocess.call(sys.argv[1:]); "
    "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss, file=sys.stderr); "
    "sys.exit(code)"
)


@dataclass(frozen=True)
class Cost:
    """What one command took."""

    seconds: float
    megabytes: float


Row = tuple[str, str, str, str, str]


def main() -> int:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="small sizes, to see that it works")
    parser.add_argument("--sizes", type=int, nargs=2, metavar=("SMALL", "LARGE"))
    given = parser.parse_args()
    small, large = given.sizes or ((50, 150) if given.quick else (500, 5000))
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        for row in _rows(Path(folder), small, large):
            print("| {:<52} | {:>11} | {:>11} | {:>7} | {:<26} |".format(*row), flush=True)
    return 0


def _rows(folder: Path, small: int, large: int) -> Iterator[Row]:
    yield ("measure", f"{small} P3MI", f"{large} P3MI", "growth", "budget or peer")
    yield ("-" * 52, "-" * 11, "-" * 11, "-" * 7, "-" * 26)
    for size in (small, large):
        generate(folder / f"data-{size}", size, 2 * size, 1, read_day(DAY))
    pair = [folder / f"data-{size}" for size in (small, large)]
    yield from _check_rows(pair)
    yield from _site_rows(pair, [folder / f"site-{size}" for size in (small, large)])
    yield from _peer_rows(pair[0], folder)
    yield from _book_rows(folder)
    yield from _view_rows(folder)


def cost(command: Sequence[str | Path], data: Path | None = None, **settings: str) -> Cost:
    """Run a command of this project; return its time and peak memory, stop when it fails."""
    environment = {**os.environ, "PORTAL_TODAY": DAY, "NO_MKDOCS_2_WARNING": "1", **settings}
    if data:
        environment["PORTAL_DATA"] = str(data)
    start = time.perf_counter()
    asked = [PYTHON, "-c", WATCH, *command]
    done = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{command} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return Cost(time.perf_counter() - start, int(done.stderr.split()[-1]) / KB)


def _check_rows(pair: Sequence[Path]) -> Iterator[Row]:
    costs = [cost([PYTHON, "-m", "portal", "check"], data) for data in pair]
    yield _row("check, seconds", [one.seconds for one in costs], "5 s at 5000")
    yield _row("check, peak memory MB", [one.megabytes for one in costs])


def _site_rows(pair: Sequence[Path], sites: Sequence[Path]) -> Iterator[Row]:
    build: list[str | Path] = [PYTHON, ROOT / "scripts" / "build.py"]
    costs = [cost(build, data, SITE_DIR=str(site)) for data, site in zip(pair, sites, strict=True)]
    yield _row("site, seconds", [one.seconds for one in costs], "15 s at 500; growth <= 11")
    yield _row("site, peak memory MB", [one.megabytes for one in costs])
    yield _row("site, HTML pages", [len(list(site.rglob("*.html"))) for site in sites])
    yield _row("site, MB", [_bytes(site) / MB for site in sites])
    indexes = sorted({one.name for site in sites for one in site.glob("cari/*.json")})
    for name in indexes:
        sizes = [zipped((site / "cari" / name).read_bytes()) / KB for site in sites]
        yield _row(f"index cari/{name}, KB gzip", sizes, "150 KB at 5000" * (name == "nama.json"))


def _peer_rows(data: Path, folder: Path) -> Iterator[Row]:
    """Plain MkDocs with the same theme and the same Markdown, without hook and overrides."""
    docs = folder / "peer" / "docs"
    made = cost([PYTHON, "-m", "portal", "render", docs], data)
    yield _one("render alone, seconds", made.seconds)
    for page in (one for one in docs.rglob("*") if one.is_file() and one.suffix != ".md"):
        page.unlink()
    config = {
        "site_name": "peer",
        "theme": {"name": "material", "font": False},
        "plugins": [],
        "markdown_extensions": ["admonition", "attr_list", "def_list", "md_in_html", "tables"],
        "nav": ["p3mi/index.md"],
        "validation": {"links": {"absolute_links": "ignore"}},
    }
    file = folder / "peer" / "mkdocs.yml"
    file.write_text(json.dumps(config), encoding="utf-8")
    plain = cost([PYTHON, "-m", "mkdocs", "build", "--quiet", "--config-file", file])
    yield _one("plain MkDocs, same Markdown, seconds", plain.seconds, "the peer of site, seconds")
    yield _one("plain MkDocs, peak memory MB", plain.megabytes, "the peer of site, memory")
    yield _one("plain MkDocs, MB", _bytes(folder / "peer" / "site") / MB, "the peer of site, MB")


def _book_rows(folder: Path) -> Iterator[Row]:
    book = cost([PYTHON, ROOT / "scripts" / "print_all.py", folder / "book"])
    yield _one("pocket book, both PDFs, real data, seconds", book.seconds, "with start and check")
    for pdf in sorted(folder.glob("book/unduh/*.pdf")):
        yield _one(f"{pdf.name}, KB", pdf.stat().st_size / KB)


def _view_rows(folder: Path) -> Iterator[Row]:
    real = folder / "site-real"
    built = cost([PYTHON, ROOT / "scripts" / "build.py"], SITE_DIR=str(real))
    yield _one("site, real data, seconds", built.seconds)
    kept = (real / PACK).stat().st_size
    yield _one("kept for offline reading, KB, after the first view", kept / KB, f"{WIRE // KB} KB")
    for url, requests, size in first_views(real):
        yield _one(f"{url}: KB gzip", size / KB, f"60 KB; {requests} requests")


def _bytes(folder: Path) -> int:
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file())


def zipped(content: bytes) -> int:
    """Return how many bytes go over the wire, as a usual web server compresses."""
    return len(gzip.compress(content, 6, mtime=0))


def _row(name: str, values: Sequence[float], budget: str = "") -> Row:
    small, large = values
    growth = f"{large / small:.2f}" if small else ""
    return (name, _number(small), _number(large), growth, budget)


def _one(name: str, value: float, budget: str = "") -> Row:
    return (name, _number(value), "", "", budget)


def _number(value: float) -> str:
    return str(value) if isinstance(value, int) else f"{value:.2f}"


if __name__ == "__main__":
    sys.exit(main())

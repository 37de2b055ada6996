"""The tables of the comparison. In: results; out: Markdown."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from datetime import date

from scripts.search_bench import mistakes
from scripts.search_bench.engines import ENGINES, versions
from scripts.search_bench.measure import ROUNDS, Quality, Result, total

Results = Mapping[tuple[str, int], Result | str]

KB = 1000
INTRO = """# The name search and its peers

Written by `make bench` on {day}: 2 cores, Chromium under 6x throttle, {versions}.
At the end the load was {load:.1f}; above 2 the times are too high, for every engine alike.

Every engine holds the same firms: all real ones of `data/`, the rest invented from words that real
firms share (`scripts/names.py`). Every engine is asked the same. How names are got wrong stands in
`scripts/search_bench/mistakes.py`; it does not use the table that our search folds by. The class
`press` is real: other spellings of real firms, taken out of every index. A query that fits two
firms equally well is not asked.

- **First, five**: in how many of 100 queries the right firm came first, or among five.
- **Bytes**: code, index and records until the first answer, gzip. Ours loads the index of numbers
  only for a query with digits; the peers have theirs in the records. Code that draws the box
  counts for ours only.
- **Ready**: from the wish to search until a name can be asked, without network; best of {rounds}.
- **Key**: from a key until the answer is known, median and 95th percentile over the beginnings of
  20 queries, each the best of {rounds}. Chromium does not throttle workers, so those of Material
  and Pagefind run in the page.
- **Sure, shown**: of invented names that resemble none (500 for ours, 100 for the peers), for how
  many a wrong firm is called the answer, or in how many of 100 one is shown at all. Only ours tells
  the answer from a guess.
"""
HEAD = "| engine | firms | first % | five % | KB | ready ms | key ms | p95 ms | sure | shown % |"
TARGETS = """
Targets for ours: first for at least 97 % at 5,000; key p95 at most 50 ms; at most 60 KB at 2,000
and 120 KB at 5,000; ready in at most 600 ms at 5,000; sure 0.
"""


def report(results: Results, missing: str) -> str:
    """Return the whole page; `missing` says why the peers' packages could not be had, or is ""."""
    intro = INTRO.format(
        day=date.today().isoformat(), versions=versions(), load=os.getloadavg()[0], rounds=ROUNDS
    )
    parts = [intro, HEAD, "|---|" + "---:|" * 9, *_rows(results), TARGETS]
    if missing:
        parts.append(f"Packages are missing: {missing}\n")
    largest = max(size for _, size in results)
    parts += [f"## Right firm first, of 100, {largest:,} firms\n", *_kinds(results, largest)]
    return "\n".join(parts) + "\n"


def _rows(results: Results) -> Iterator[str]:
    for (engine, size), one in results.items():
        start = f"| {ENGINES[engine][0]} | {size:,} |"
        if isinstance(one, str):
            yield f"{start} {one} | | | | | | | |"
            continue
        sure = str(one.sure) if engine == "ours" else "–"
        speed, every = one.speed, total(one.kinds)
        yield (
            f"{start} {_share(every.first, every.asked)} "
            f"| {_share(every.five, every.asked)} | {one.bytes / KB:.0f} "
            f"| {speed.ready:.0f} | {speed.key_median:.1f} | {speed.key_p95:.1f} "
            f"| {sure} | {_share(one.shown, one.unknown)} |"
        )


def _kinds(results: Results, size: int) -> Iterator[str]:
    measured = {
        engine: one
        for (engine, many), one in results.items()
        if many == size and isinstance(one, Result)
    }
    if not measured:
        return
    yield "| class | what people do | asked |" + "".join(f" {ENGINES[e][0]} |" for e in measured)
    yield "|---|---|---:|" + "---:|" * len(measured)
    for kind, quality in next(iter(measured.values())).kinds.items():
        told = str(getattr(mistakes, kind).__doc__).strip().splitlines()[0].rstrip(".")
        cells = "".join(f" {_first(one.kinds[kind])} |" for one in measured.values())
        yield f"| {kind} | {told} | {quality.asked} |{cells}"


def _first(one: Quality) -> str:
    return _share(one.first, one.asked)


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else ""

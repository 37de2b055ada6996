"""How plain the site is, page by page: `make language`. In: a built site; out: a report.

Exit code 1 when one of the twenty most-read pages has something to mend.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.catalogue import Catalogue
from portal.check.context import leaves
from portal.check.language import passages
from portal.clock import today
from portal.edge import data_dir, open_catalogue
from portal.language import AIMED, Language, sentences
from scripts.measure_language import MOST_READ, Find, Measure, Names, measure

KINDS: Mapping[str, str] = {
    "long": "kalimat terlalu panjang",
    "officialese": "kata kantor",
    "short": "singkatan belum diterangkan",
    "wall": "paragraf terlalu padat",
}
TEMPLATE = re.compile(r"\{%.*?%\}|\{#.*?#\}|\{\{.*?\}\}|<[^>]*>|\n", re.DOTALL)
LEAST = 12  # letters that a piece of a template must share with a sentence to be named


def main() -> int:
    """Print the report; return 1 when a most-read page fails, 2 without a site."""
    site = Path(os.environ.get("SITE_DIR") or ROOT / "site")
    if not (site / "index.html").is_file():
        print(f"Belum ada situs di {site}. Jalankan: make site", file=sys.stderr)
        return 2
    catalogue = open_catalogue(data_dir(os.environ), today(os.environ), ROOT / "content")
    measured = measures(site, catalogue)
    places = Places(catalogue)
    for line in report(measured, places):
        print(line)
    return int(any(failures(one) for one in measured.values() if one.url in MOST_READ))


def measures(site: Path, catalogue: Catalogue) -> dict[str, Measure]:
    """Return the numbers of every page of a built site, by address."""
    language, names = Language.of(catalogue["language"]), Names.of(catalogue)
    found = {}
    for path in sorted(site.rglob("index.html")):
        folder = path.parent.relative_to(site).as_posix()
        url = "/" if folder == "." else f"/{folder}/"
        html = path.read_text(encoding="utf-8")
        if 'http-equiv="refresh"' not in html:
            found[url] = measure(url, html, language, names)
    return found


def failures(one: Measure) -> list[str]:
    """Return what keeps a page from passing, a line each."""
    told = [f"{KINDS[find.kind]}: {find.what}: {find.sentence}" for find in one.finds]
    return told if one.headings == 1 else [*told, f"jumlah h1: {one.headings}"]


class Places:
    """Where a sentence of a page was written: data file, authored page or template."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.written: dict[str, str] = {}
        for table in catalogue.tables.values():
            for record in table:
                for path, text in leaves(record.row.values, ()):
                    place = f"{record.row.file}:{record.row.place(path)[0]}"
                    for one in (text, *sentences(text)):
                        self.written.setdefault(_bare(one), place)
        for page in catalogue.prose:
            for line, sentence in passages(page):
                self.written.setdefault(_bare(sentence), f"{page.file}:{line}")
        self.pieces = sorted(_pieces(), key=lambda one: (-len(one[0]), one))

    def of(self, find: Find) -> str:
        """Return the place of what was found, "" when nobody knows."""
        for one in (find.sentence, *sentences(find.sentence)):
            if find.what in one or find.kind in ("long", "wall"):
                place = self.written.get(_bare(one))
                if place:
                    return place
        return next((place for piece, place in self.pieces if piece in find.sentence), "")


def _bare(sentence: str) -> str:
    return " ".join(sentence.split()).rstrip(".")


def _pieces() -> Iterator[tuple[str, str]]:
    """Yield the words that stand in templates as they are, with their place."""
    for path in sorted((ROOT / "templates").rglob("*.j2")):
        name = path.relative_to(ROOT).as_posix()
        text = path.read_text(encoding="utf-8")
        at = 0
        for piece in TEMPLATE.split(text):
            at = text.find(piece, at)
            for one in sentences(" ".join(piece.split())):
                if len(one) >= LEAST:
                    yield one, f"{name}:{text.count(chr(10), 0, at) + 1}"
            at += len(piece)


def report(measured: Mapping[str, Measure], places: Places) -> Iterator[str]:
    """Yield the lines: the twenty, every page in short, what is to be mended."""
    yield "| halaman | mengapa | kalimat | terpanjang | sampai 15 kata | h1 | perlu dibenahi |"
    yield "|---|---|--:|--:|--:|--:|--:|"
    for url, why in MOST_READ.items():
        yield _row(measured[url], why) if url in measured else f"| {url} | belum ada | | | | | |"
    yield ""
    yield from _totals(measured.values())
    for url, one in measured.items():
        for find in one.finds:
            place = places.of(find) or "tempatnya tidak ditemukan"
            yield f"{url}: {place}: {KINDS[find.kind]} ({find.what}): {find.sentence}"
        if one.headings != 1:
            yield f"{url}: h1 ada {one.headings}, seharusnya satu"


def _row(one: Measure, why: str) -> str:
    counts = f"{len(one.counts)} | {one.longest} | {one.short_share:.0%} | {one.headings}"
    return f"| {one.url} | {why} | {counts} | {len(failures(one))} |"


def _totals(measured: Iterable[Measure]) -> Iterator[str]:
    pages = list(measured)
    counts = [each for one in pages for each in one.counts]
    share = sum(each <= AIMED for each in counts) / max(1, len(counts))
    yield f"{len(pages)} halaman, {len(counts)} kalimat, {share:.1%} sampai {AIMED} kata."
    for kind, title in KINDS.items():
        pages_with = sum(bool(one.found(kind)) for one in pages)
        yield f"{title}: {sum(len(one.found(kind)) for one in pages)} di {pages_with} halaman."
    yield f"bukan satu h1: {sum(one.headings != 1 for one in pages)} halaman."
    yield ""


if __name__ == "__main__":
    sys.exit(main())

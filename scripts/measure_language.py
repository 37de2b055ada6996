"""How plain a page is. In: its HTML, and what the data calls by name; out: counts and finds.

How each thing is measured is told in docs/language.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from portal.catalogue import Catalogue
from portal.language import (
    AIMED,
    MOST,
    WALL_SENTENCES,
    WALL_WORDS,
    Language,
    explained,
    sentences,
    words,
)
from scripts.page_text import Block, blocks

# The twenty pages that people read most, and why we think so: no tracker tells us.
MOST_READ: Mapping[str, str] = {
    "/": "pintu masuk dan kode QR",
    "/cek/": "pertanyaan pertama: resmi atau tidak",
    "/cek/tawaran/": "dibuka saat ada tawaran",
    "/p3mi/": "daftar perusahaan",
    "/bantuan/": "dibuka saat ada masalah",
    "/keluarga/": "untuk yang ditinggal",
    "/desa/": "bahan perangkat desa",
    "/prosedur/": "langkah resmi, semua jalur",
    "/prosedur/p3mi/": "jalur yang paling banyak dipakai",
    "/dokumen/": "yang harus disiapkan",
    "/biaya/": "yang paling sering ditanyakan",
    "/negara/": "negara mana yang boleh",
    "/modus/": "tanda penipuan",
    "/modus/visa-umrah-ziarah/": "modus yang paling sering di berita daerah",
    "/pelatihan/": "pilihan lain di dekat rumah",
    "/hak/": "hak dan kewajiban",
    "/sanksi/": "ancaman bagi pelanggar",
    "/wilayah/": "kantor terdekat",
    "/tanya-jawab/": "pertanyaan di acara",
    "/unduh/": "buku saku dan poster",
}
NAMED: Mapping[str, Sequence[str]] = {
    "agencies": ("name", "aliases", "former_names"),
    "offices": ("name",),
    "regulations": ("short", "title"),
    "sources": ("title", "publisher"),
    "training": ("name", "provider"),
}
BOX = "short-forms"


@dataclass(frozen=True)
class Names:
    """The names of companies, offices, laws, sources: what is part of one needs no explanation."""

    names: frozenset[str]

    @classmethod
    def of(cls, catalogue: Catalogue) -> Names:
        """Return every name that the data knows of these tables."""
        values = (
            one[field]
            for table, fields in NAMED.items()
            for one in catalogue[table]
            for field in fields
        )
        flat = (name for one in values for name in ([one] if isinstance(one, str) else one))
        return cls(frozenset(flat))

    @cached_property
    def _by_word(self) -> Mapping[str, list[str]]:
        found: dict[str, list[str]] = {}
        for name in sorted(self.names):
            for word in set(name.replace("/", " ").replace(",", " ").split()):
                found.setdefault(word.strip("().;:"), []).append(name)
        return found

    def covers(self, text: str, at: int, short: str) -> bool:
        """Whether the short form `at` a place of a text is part of a name."""
        for name in self._by_word.get(short, ()):
            start = text.find(name, max(0, at - len(name)))
            if 0 <= start <= at < start + len(name):
                return True
        return False


@dataclass(frozen=True)
class Find:
    """Something to mend: what kind, which words, in which sentence."""

    kind: str
    what: str
    sentence: str


@dataclass(frozen=True)
class Measure:
    """A page in numbers."""

    url: str
    counts: tuple[int, ...]
    headings: int
    finds: tuple[Find, ...]

    @property
    def longest(self) -> int:
        """The words of the longest sentence."""
        return max(self.counts, default=0)

    @property
    def short_share(self) -> float:
        """The share of sentences with at most 15 words."""
        within = sum(one <= AIMED for one in self.counts)
        return within / len(self.counts) if self.counts else 1.0

    def found(self, kind: str) -> list[Find]:
        """Return what is to be mended of one kind."""
        return [one for one in self.finds if one.kind == kind]


def measure(url: str, html: str, language: Language, names: Names) -> Measure:
    """Return the numbers of one page."""
    whole = blocks(html)
    ours = [one for one in whole if not one.quoted and not one.inside(BOX)]
    boxed = frozenset(one.text for one in whole if one.inside(BOX) and one.tag == "dt")
    finds: list[Find] = []
    counts: list[int] = []
    for block in ours:
        said = sentences(block.text)
        counts += [words(one) for one in said if one[-1] in ".?!"]
        long = (one for one in said if words(one) > MOST and one not in names.names)
        finds += [Find("long", str(words(one)), one) for one in long]
        total = words(block.text)
        if total > WALL_WORDS or len(said) > WALL_SENTENCES:
            finds.append(Find("wall", f"{total} kata, {len(said)} kalimat", block.text))
        finds += _officialese(block, language, names)
    finds += _unexplained(ours, boxed, language, names)
    return Measure(url, tuple(counts), sum(one.tag == "h1" for one in whole), tuple(finds))


def _officialese(block: Block, language: Language, names: Names) -> Iterable[Find]:
    for one in language.officialese(block.text):
        if not names.covers(block.text, one.at, one.found):
            yield Find("officialese", one.found, block.text)


def _unexplained(
    ours: Iterable[Block], boxed: frozenset[str], language: Language, names: Names
) -> list[Find]:
    """Return short forms that neither the first text with them nor the box explains."""
    seen = set(boxed)
    found = []
    # A heading or a button is too short a place to explain in: it counts after the others.
    for block in sorted(ours, key=lambda one: one.is_heading):
        for at, short in language.short_forms(block.text):
            if short in seen or names.covers(block.text, at, short):
                continue
            seen.add(short)
            if not explained(block.text, at, short):
                found.append(Find("short", short, block.text))
    return found

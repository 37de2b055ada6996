"""Plain Indonesian, measured. In: a text and a list of words; out: sentences, counts, finds.

Pure functions. What counts as a sentence, a word and an explained abbreviation is told in
docs/language.md; which words are officialese and which short forms everybody knows stands in
data/language.yaml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

AIMED, MOST = 15, 22
WALL_WORDS, WALL_SENTENCES = 60, 4
# After these a dot ends no sentence; after the second group only when a number follows.
SHORTENED = frozenset(
    "no jl jln gg kab kec kel prov ds dsn gn kp tn ny sdr sdri bpk dr drs dra ir hj kh st hlm tgl "
    "telp tlp pt cv ud pd yth jend kol kapt a.n s.d d.a u.p c.q d.h p.t c.v r.t r.w s.h m.h m.si "
    "s.e s.sos s.ip".split()
)
NUMBERED_BY = frozenset("hal ps psl tel hp wa rt rw lt rp nomor blok".split())
# A single letter after these words is a name of a part, so a dot after it ends the sentence.
LETTERED = re.compile(r"(?:huruf|angka|ayat|pasal|lampiran|kelas|golongan|bagian|tipe)$", re.I)
END = re.compile(r"[.!?\u2026]+[\"'\u201d\u2019)\]]*(?=\s)")
LAST_TOKEN = re.compile(r"\S+$")
NUMBERED = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]")
ITEM = re.compile(r"\s*(?:#{1,6}\s|[-*+\u2022]\s|(?:\d{1,3}|[a-z])[.)]\s|>|\|)")
HEADING = re.compile(r"\s*#{1,6}\s")
SPACE = re.compile(r"\s+")
WORD = re.compile(r"\S*\w\S*")
KINDS = ("officialese", "known", "short")
QUOTED = re.compile(r'"[^"]*"|\u201c[^\u201d]*\u201d|https?://\S+')


def sentences(text: str) -> list[str]:
    """Return the sentences of a text; a blank line, list item or heading ends one too."""
    if "\n" not in text:
        return list(_split(SPACE.sub(" ", text).strip()))
    return [
        one
        for _, lines in paragraphs(text)
        for one in _split(SPACE.sub(" ", " ".join(lines)).strip())
    ]


def paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield what runs on: the number of its first line (from 0) and its lines."""
    running: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""]):
        if running and (not line.strip() or ITEM.match(line) or HEADING.match(running[-1])):
            yield number - len(running), running
            running = []
        if line.strip():
            running.append(line)


def _split(block: str) -> Iterator[str]:
    start = 0
    for match in END.finditer(block):
        if _ends(block, start, match):
            yield block[start : match.end()].strip()
            start = match.end()
    if block[start:].strip():
        yield block[start:].strip()


def _ends(block: str, start: int, match: re.Match[str]) -> bool:
    """Whether the sign that was found ends the sentence that begins at `start`."""
    after = block[match.end() :].lstrip().lstrip("\"'(\u201c\u2018[")
    if after[:1].islower():
        return False
    if match[0][0] != ".":
        return True
    last = LAST_TOKEN.search(block, start, match.start())
    token = last[0].lstrip("\"'(\u201c\u2018[") if last else ""
    known = SHORTENED | NUMBERED_BY if after[:1].isdigit() else SHORTENED
    if match[0] == "." and token.casefold() in known:
        return False
    before = block[start : last.start()].strip().lstrip("#-*+>\u2022 ") if last else ""
    if not before and NUMBERED.fullmatch(token + "."):
        return False
    return not (len(token) == 1 and token.isalpha()) or bool(LETTERED.search(before))


def words(text: str) -> int:
    """Return how many words a text has: what stands between spaces and has a letter or digit."""
    return len(WORD.findall(text))


class Word(NamedTuple):
    """A word of officialese as found, and the plain word for it."""

    found: str
    instead: str
    at: int


@dataclass(frozen=True)
class Language:
    """What data/language.yaml says: {officialese: plain word}, where it is fine, known short forms.

    `short` are short forms that capitals do not give away (Disnaker), to be explained as well.
    """

    banned: Mapping[str, str]
    fine: frozenset[str] = frozenset()
    known: frozenset[str] = frozenset()
    short: frozenset[str] = frozenset()

    @classmethod
    def of(cls, records: Iterable[Mapping[str, Any]]) -> Language:
        """Return what the records of data/language.yaml say."""
        records = tuple(records)
        listed = {kind: [one for one in records if one["kind"] == kind] for kind in KINDS}
        plain = [(word, one["instead"]) for one in listed["officialese"] for word in one["words"]]
        fine = frozenset(word.casefold() for one in records for word in one["fine_in"])
        known, short = (
            frozenset(word for one in listed[kind] for word in one["words"])
            for kind in ("known", "short")
        )
        return cls({word.casefold(): one for word, one in plain}, fine, known, short)

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return _any((*self.fine, *self.banned), re.I)

    def officialese(self, text: str) -> Iterator[Word]:
        """Yield the officialese in a text; what stands in quotes is somebody else's."""
        if not self.banned:
            return
        bare = QUOTED.sub(lambda match: " " * len(match[0]), text)
        for match in self._pattern.finditer(bare):
            instead = self.banned.get(SPACE.sub(" ", match[0].casefold()))
            if instead is not None and not _is_name(bare, match):
                yield Word(text[match.start() : match.end()], instead, match.start())

    @cached_property
    def _short(self) -> re.Pattern[str]:
        return _any(self.short) if self.short else re.compile(r"(?!)")

    def short_forms(self, text: str) -> list[tuple[int, str]]:
        """Return the short forms in a text that not everybody knows, with their places."""
        capitals = [
            (match.start(), match[0])
            for match in CAPITALS.finditer(text)
            if not ROMAN.fullmatch(match[0]) and not CODE.fullmatch(_chunk(text, match))
        ]
        others = [(match.start(), match[0]) for match in self._short.finditer(text)]
        return sorted({one for one in (*capitals, *others) if one[1] not in self.known})


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Whether a find is written like part of a name: a capital where no sentence begins."""
    before = text[: match.start()].rstrip(" \"'(\u201c\u2018")
    return match[0][0].isupper() and bool(before) and before[-1] not in ".!?:;\u2026"


def _any(phrases: Iterable[str], flags: int = 0) -> re.Pattern[str]:
    """Return a pattern for whole words or phrases, the longest first."""
    forms = sorted(phrases, key=lambda one: (-len(one), one))
    either = "|".join(r"\s+".join(map(re.escape, one.split())) for one in forms)
    return re.compile(rf"(?<![\w-])(?:{either})(?![\w-])", flags)


# Two capitals or more, digits between them: KBRI, P3MI. Not inside a longer word, address or code,
# nor the name of a company or a street.
CAPITALS = re.compile(
    r"(?<!PT )(?<!CV )(?<!Jalan )(?<!Jl\. )(?<![\w@.-])[A-Z][A-Z0-9]*[A-Z][A-Z0-9]*(?![\w@]|[.-]\w)"
)
ROMAN = re.compile(r"[IVXLC]+")
CODE = re.compile(r"\S*\d[/.-]\S*|\S*[/.-]\d\S*")
# "SIP3MI (izin perusahaan)", "BNSP adalah Badan Nasional", "Perusahaan Penempatan (P3MI)".
BEHIND = re.compile(
    r"\s*\((?!(?:misal\w*|contoh\w*|pasal|sejak|menurut|berlaku|lihat|dulu|bila|kalau|jika|paling|huruf)\b)"
    r"[^)]*?[a-z]{4}"
    r"|\s*,?\s+(?:adalah|ialah|artinya|yaitu|yakni|singkatan|kepanjangan)\b",
    re.I,
)
MEANT = re.compile(r"\s*:\s+\w")


def _chunk(text: str, match: re.Match[str]) -> str:
    """Return what stands between spaces around a match."""
    start = text.rfind(" ", 0, match.start()) + 1
    end = text.find(" ", match.end())
    return text[start : end if end >= 0 else len(text)]


def explained(text: str, at: int, short: str) -> bool:
    """Whether the short form that stands `at` a place of a text is explained right there."""
    before, after = text[:at].rstrip(), text[at + len(short) :]
    if before.endswith("(") and before[:-1].strip() and after[:1] in ("", ")", ",", ";"):
        return True
    return bool(BEHIND.match(after) or (not before and MEANT.match(after)))


def unexplained(texts: Sequence[str], language: Language) -> list[tuple[int, str]]:
    """Return (number of the text, short form) for each not explained where it is used first."""
    seen: set[str] = set()
    found = []
    for number, text in enumerate(texts):
        for at, short in language.short_forms(text):
            if short not in seen:
                seen.add(short)
                if not explained(text, at, short):
                    found.append((number, short))
    return found

"""Rules on words: values from the lists of choices, terms that are no longer right."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from portal.check.context import Context, named
from portal.model import Field, Record
from portal.package import line_of
from portal.problems import Problem, quoted
from portal.text import closest

# Lists that the program itself reads, by these names.
BUILT_IN = ("standings", "reasons", "lock_states", "prints", "share_cards")
PMI = "Pekerja Migran Indonesia (PMI)"
# What to look for, and what to write instead.
OLD_TERMS: Mapping[str, str] = {
    "TKI": PMI,
    r"(?<![-/.\w])tki(?![-/\w])": PMI,
    "TKW": PMI,
    "CTKI": "Calon Pekerja Migran Indonesia (CPMI)",
    "Tenaga Kerja Indonesia": PMI,
    "Tenaga Kerja Wanita": PMI,
    r"(?i:pegawai\s+migran)": "Pekerja Migran",
    "PJTKI": "P3MI",
    "PPTKIS": "P3MI",
    "BNP2TKI": "KP2MI/BP2MI",
    "BP3TKI": "BP3MI",
    "SISKOTKLN": "SISKOP2MI",
    r"(?i:(?:UU|undang-undang)\s+(?:(?:no\.?|nomor)\s*)?17(?:\s*/\s*|\s+tahun\s+)2018)": (
        "UU 18/2017"
    ),
    "Nomor 17 Tahun 2018": "Nomor 18 Tahun 2017",
    "Perlindungan Pekerja Migran": "Pelindungan Pekerja Migran",
}
_WORDS = "|".join(OLD_TERMS)
# What stands in quotes is somebody else's word; what stands in an address is a name.
OLD = re.compile(rf'"[^"]*"|“[^”]*”|https?://\S+|\b({_WORDS})\b')
LIKELY_OLD = re.compile(_WORDS)


def check_vocabulary(context: Context) -> Iterable[Problem]:
    """A value of a list of choices is one of its ids, not the label that readers see."""
    if not context.is_whole("vocabulary"):
        return
    lists = {one.id: _labels(one) for one in context["vocabulary"]}
    for value in context.values(lambda field: bool(field.vocabulary)):
        known = lists.get(value.field.vocabulary)
        if known is not None and value.value not in known:
            message = f"{value.title} {quoted(value.value)} tidak ada di daftar pilihan"
            yield value.problem("vocabulary", message, _choice(value.value, known))


def _labels(choices: Record) -> Mapping[str, str]:
    return {one["id"]: one["label"] for one in choices["values"]}


def _choice(written: str, known: Mapping[str, str]) -> str:
    """Return the remedy: the id behind a label, the nearest id, or all of them."""
    by_label = {label.casefold(): one for one, label in known.items()}
    meant = by_label.get(written.casefold()) or closest(written.casefold(), known)
    return f'Maksudnya "{meant}"?' if meant else f"Pilihan: {', '.join(sorted(known))}."


def check_unknown_vocabulary(context: Context) -> Iterable[Problem]:
    """Every list of choices that a field or the program names is in vocabulary.yaml."""
    known = context.ids("vocabulary")
    if not context.is_whole("vocabulary"):
        return
    for name in sorted({*_named(context), *BUILT_IN} - known.keys()):
        meant = closest(name, known)
        hint = f'Maksudnya "{meant}"?' if meant else "Tambahkan daftar itu ke vocabulary.yaml."
        message = f"daftar pilihan {quoted(name)} tidak ada di vocabulary.yaml"
        line = line_of(context.package_text, "vocabulary", name)
        yield Problem(
            f"{context.folder}/datapackage.yaml", line, 1, "unknown-vocabulary", message, hint
        )


def check_unused_vocabulary(context: Context) -> Iterable[Problem]:
    """A list of choices that nothing names is perhaps misspelt."""
    used = {*_named(context), *BUILT_IN}
    for choices in context["vocabulary"]:
        if choices.id and choices.id not in used:
            meant = closest(choices.id, used)
            hint = f'Maksudnya "{meant}"?' if meant else "Hapus bila tidak perlu."
            message = "daftar pilihan ini tidak dipakai kolom mana pun"
            yield named(choices, "id").problem("unused-vocabulary", message, hint, "warning")


def _named(context: Context) -> Iterator[str]:
    for resource in context.resources:
        for field in (*resource.fields, *(one for part in resource.fields for one in part.parts)):
            if field.vocabulary:
                yield field.vocabulary


def check_old_terms(context: Context) -> Iterable[Problem]:
    """Names that law and ministry gave up stand only in quotes, old names and search words."""
    for value, match in context.texts(OLD, LIKELY_OLD.search):
        term = match[1]
        if term and not _may_be_old(value.field):
            right = next(new for old, new in OLD_TERMS.items() if re.fullmatch(old, term))
            message = f"{value.title} memuat {quoted(term)}, istilah lama atau keliru"
            hint = f'Tulis "{right}", atau apit kutipan dengan tanda petik.'
            yield value.problem("old-terms", message, hint)


def _may_be_old(field: Field) -> bool:
    # What refers to another record is an id, whatever words it is made of.
    return bool(field.old_terms or field.ref) or field.semantic in ("url", "quote", "id", "licence")

"""Rules on what points elsewhere: regions, sources, other records."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping

from rapidfuzz.distance import OSA

from portal.check.context import Context, Value
from portal.model import Field, Record
from portal.problems import Problem, quoted
from portal.text import closest

SPECIAL = ("regions", "sources")
CODE = re.compile(r"[0-9]{2}(\.[0-9]{2})?")


def check_unknown_region(context: Context) -> Iterable[Problem]:
    """A region code must be in regions.csv; the remedy names the nearest code."""
    known = context.ids("regions")
    by_name = {_plain(one["name"]): code for code, one in known.items()}
    for value in _dangling(context, "regions"):
        code = by_name.get(_plain(value.value)) or _nearest(value.value, known)
        hint = f'Maksudnya "{code}" ({known[code]["name"]})?' if code else "Lihat regions.csv."
        yield value.problem("unknown-region", _unknown(value), hint)


def check_unknown_source(context: Context) -> Iterable[Problem]:
    """A source must be in sources.yaml."""
    known = context.ids("sources")
    for value in _dangling(context, "sources"):
        hint = _meant(value.value, known) or "Tambahkan sumber itu ke sources.yaml."
        yield value.problem("unknown-source", _unknown(value), hint)


def check_unknown_reference(context: Context) -> Iterable[Problem]:
    """Any other id must belong to a record of the file it refers to."""
    paths = {one.name: one.path for one in context.resources}
    for table in sorted(set(paths) - set(SPECIAL)):
        known = context.ids(table)
        for value in _dangling(context, table):
            hint = _meant(value.value, known) or f"Lihat ID yang ada di {paths[table]}."
            yield value.problem("unknown-reference", _unknown(value), hint)


def check_withheld_reference(context: Context) -> Iterable[Problem]:
    """What is shown refers to nothing that is withheld because nobody else can see its source."""
    public = context.shown
    for resource in context.resources:
        table = resource.name
        for value in _dangling(public, table) if table not in SPECIAL else ():
            if value.value in context.ids(table):
                hint = "Beri rujukan itu sumber yang bisa dibuka orang lain, atau hapus dari sini."
                message = f"{value.title} {quoted(value.value)} tidak pernah ditampilkan"
                yield value.problem("withheld-reference", message, hint)


def check_repeated_value(context: Context) -> Iterable[Problem]:
    """A list that names one thing twice is perhaps meant to name two."""
    seen: set[tuple[Record, str, object]] = set()
    for value in context.values(_is_plain_list):
        named = (value.record, value.field.name, value.value)
        if named in seen:
            message = f"{value.title} {quoted(value.value)} disebut dua kali"
            yield value.problem("repeated-value", message, "Hapus salah satunya.", "warning")
        seen.add(named)


def _is_plain_list(field: Field) -> bool:
    # Former ids have a rule of their own, which no exception lets through.
    return field.is_list and not field.parts and field.name != "former_ids"


def check_region_parent(context: Context) -> Iterable[Problem]:
    """A kabupaten or kota stands in the province with which its code begins; a province in none."""
    known = context.ids("regions")
    field = Field("province_code", "string", "kode provinsi")
    for code, region in known.items():
        if not CODE.fullmatch(code):
            continue  # said already: it does not have the form of a code
        province = code.partition(".")[0] if region["kind"] != "provinsi" else ""
        fits = region["province_code"] == province and province != code
        if fits and (not province or province in known):
            continue
        value = Value(region, field, ("province_code",), region["province_code"])
        message = f"kode provinsi {quoted(value.value)} tidak cocok dengan kode {quoted(code)}"
        hint = f'Tulis "{province}", dan pastikan provinsi itu ada.' if province else "Kosongkan."
        yield value.problem("region-parent", message, hint)


def _dangling(context: Context, table: str) -> Iterator[Value]:
    """Return the values that refer to a record which `table` lacks, if it could be read whole."""
    if not context.is_whole(table):
        return
    known = context.ids(table)
    for value in context.values(lambda field: field.ref == table):
        if value.value not in known:
            yield value


def _unknown(value: Value) -> str:
    return f"{value.title} {quoted(value.value)} tidak dikenal"


def _meant(written: str, known: Mapping[str, Record]) -> str:
    meant = closest(written, known)
    return f'Maksudnya "{meant}"?' if meant else ""


def _plain(text: str) -> str:
    return re.sub(r"^(kabupaten|kab\.?|kota|provinsi)\s+", "", text.casefold().strip())


def _nearest(written: str, known: Collection[str]) -> str:
    """Return the code that is one slip away: two digits swapped before one digit wrong."""
    digits = re.sub(r"\D", "", written)
    shaped = f"{digits[:2]}.{digits[2:]}" if len(digits) > 2 else digits
    ranked = ((OSA.distance(shaped, code), sorted(shaped) != sorted(code), code) for code in known)
    best = min(ranked, default=(9, True, ""))
    return best[2] if best[0] <= 1 else ""

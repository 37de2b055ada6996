"""Rules on who is who: ids that are well formed and unique, agencies that look like each other."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from rapidfuzz import fuzz, process

from portal.check.context import Context, Value
from portal.model import Field, Record
from portal.problems import Problem, quoted

ID_FORM = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
FORMER = "former_ids"
NAMES = ("name", "aliases", "former_names")
BLANK_BRAILLE = "\u2800"
LIKE = 93
SHORTEST_LIKE = 8
SHORTEST_ADDRESS = 6
LEGAL_FORM = re.compile(r"\b(p\.?\s?t|c\.?\s?v|tbk|persero)\b\.?")
OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("ph", "f"), ("sy", "s"), ("y", "i"))
MERGE = "Bila sama, gabungkan; bila memang berbeda, catat di exceptions.yaml."


def check_id_format(context: Context) -> Iterable[Problem]:
    """An id, past or present, is lower-case words joined by hyphens: it becomes an address."""
    for value in context.values(lambda field: field.semantic == "id" or field.name == FORMER):
        if not ID_FORM.fullmatch(value.value) or len(value.value) > LONGEST_ID:
            slug = re.sub(r"[^a-z0-9]+", "-", value.value.casefold()).strip("-")[:LONGEST_ID]
            hint = f'Tulis huruf kecil, angka dan tanda hubung saja, misalnya "{slug or "a-1"}".'
            yield value.problem("id-format", f"ID {quoted(value.value)} salah bentuk", hint)


def check_duplicate_id(context: Context) -> Iterable[Problem]:
    """Two records of a file, or two values of one list of choices, never share an id."""
    for resource in context.resources:
        field = resource.field(resource.key)
        yield from _twice(context[resource.name], resource.key, field)
    for choices in context["vocabulary"]:
        yield from _twice(choices["values"], "id", None)


def _twice(records: Iterable[Record], key: str, field: Field | None) -> Iterator[Problem]:
    first: dict[str, Record] = {}
    shown = field or Field(key, "string", "ID")
    for record in records:
        earlier = first.setdefault(record[key], record)
        if earlier is not record and record[key]:
            message = f"{shown.name} {quoted(record[key])} sudah dipakai di baris {earlier.line}"
            hint = "Beri ID lain, atau hapus salah satu bila datanya sama."
            yield Value(record, shown, (key,), "").problem("duplicate-id", message, hint)


def check_reused_id(context: Context) -> Iterable[Problem]:
    """An id that once belonged to a record leads to it for ever; no other record may take it."""
    owners: dict[str, Record] = {}
    for value in context.values(lambda field: field.name == FORMER):
        owner = owners.get(value.value)
        other = context.ids(value.record.resource).get(value.value) or owner
        owners.setdefault(value.value, value.record)
        if other is value.record:
            message = f"ID lama {quoted(value.value)} sudah disebut di data ini"
            yield value.problem("reused-id", message, "Hapus satu; ID sekarang bukan ID lama.")
        elif other:
            message = f"ID lama {quoted(value.value)} juga dipakai {other.called}"
            hint = "ID lama tetap milik satu data saja. Ganti ID yang baru."
            yield value.problem("reused-id", message, hint)


def folded(name: str) -> str:
    """Return a name without PT or CV, spaces, doubled letters and old spelling."""
    text = LEGAL_FORM.sub(" ", name.casefold())
    text = re.sub(r"[^a-z0-9]+", "", text)
    for old, new in OLD_SPELLING:
        text = text.replace(old, new)
    return re.sub(r"(?<=[bcdfgjklmnpqrstvwz])h", "", re.sub(r"(.)\1+", r"\1", text))


def check_odd_letter(context: Context) -> Iterable[Problem]:
    """A name is written in letters that can be read and typed: none that only look the same."""
    for value in _of_agencies(context, lambda field: field.name in NAMES):
        odd = _odd_letter(value.value)
        if odd:
            message = f"{value.title} memuat huruf yang bukan huruf Latin biasa (kode {odd})"
            hint = "Ketik ulang seluruh nama itu; jangan disalin."
            yield value.problem("odd-letter", message, hint)


def _odd_letter(name: str) -> str:
    """Return the code of the first letter, mark or space that does not belong in a name, or ""."""
    if name.isascii():
        return ""
    odd = (one for one in unicodedata.normalize("NFC", name) if not _is_plain(one))
    return next((f"{ord(one):04X}" for one in odd), "")


def _is_plain(letter: str) -> bool:
    if letter.isalpha():
        return unicodedata.name(letter, "").startswith("LATIN ")
    kind = unicodedata.category(letter)
    return letter.isascii() or (kind[0] in "PS" and letter != BLANK_BRAILLE)


def check_same_name(context: Context) -> Iterable[Problem]:
    """Two agencies with one name, or nearly, are told to a reviewer."""
    names = list(_of_agencies(context, lambda field: field.name in NAMES))
    yield from _shared(names, "same-name", "nama", folded)
    yield from _alike([one for one in names if one.field.name == "name"])


def _of_agencies(context: Context, wanted: Callable[[Field], bool]) -> Iterator[Value]:
    return (one for one in context.values(wanted) if one.record.resource.startswith("agencies"))


def _shared(
    values: Iterable[Value], rule: str, word: str, key: Callable[[str], str]
) -> Iterator[Problem]:
    """Warn at every value whose key an earlier agency has too."""
    first: dict[str, Value] = {}
    for value in values:
        normal = key(value.value)
        earlier = first.setdefault(normal, value) if normal else value
        if earlier.record.row is not value.record.row:
            owner = f'P3MI "{earlier.record.row.values.get("id", "")}"'
            message = f"{word} {quoted(value.value)} sama dengan milik {owner}"
            yield value.problem(rule, message, MERGE, "warning")


def _alike(names: list[Value]) -> Iterator[Problem]:
    keys = [folded(one.value) for one in names]
    score = partial(process.extract, scorer=fuzz.ratio, score_cutoff=LIKE, limit=3)
    for at, value in enumerate(names):
        if len(keys[at]) < SHORTEST_LIKE:
            continue
        for key, _, earlier in score(keys[at], keys[:at]):
            if key != keys[at]:
                other = names[earlier].record
                message = f"nama {quoted(value.value)} mirip {other.called} ({other['name']})"
                yield value.problem("same-name", message, MERGE, "warning")


def check_same_phone(context: Context) -> Iterable[Problem]:
    """Two agencies with one phone number are told to a reviewer."""
    phones = _of_agencies(context, lambda field: field.semantic == "phone")
    yield from _shared(phones, "same-phone", "telepon", partial(re.sub, r"\D", ""))


def check_same_address(context: Context) -> Iterable[Problem]:
    """Two agencies at one address, down to the house number, are told to a reviewer."""
    addresses = _of_agencies(context, lambda field: field.name == "address")
    yield from _shared(addresses, "same-address", "alamat", _address_key)


def _address_key(address: str) -> str:
    """Return an address as letters and digits; "" when it is too vague to tell two apart."""
    text = re.sub(r"\b(jl|jln|jalan|no|nomor)\b\.?", " ", address.casefold())
    key = re.sub(r"[^a-z0-9]+", "", text)
    return key if len(key) >= SHORTEST_ADDRESS and re.search(r"\d", key) else ""

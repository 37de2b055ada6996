"""One text to one typed value, as its field is described; `UnfitError` says why it does not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from portal.clock import WRITTEN
from portal.model import Field, Partial
from portal.problems import quoted

WHOLE = re.compile(r"[0-9]{1,15}")
DECIMAL = re.compile(r"[0-9]{1,15}(\.[0-9]{1,9})?")


class UnfitError(Exception):
    """A text does not fit its field: the rule, the message and the remedy."""

    def __init__(self, rule: str, message: str, hint: str) -> None:
        super().__init__(rule, message, hint)


def called(field: Field) -> str:
    """Return the field's title as it reads inside a sentence."""
    title = field.title
    return title if title[:2].isupper() else title[:1].lower() + title[1:]


def titled(field: Field) -> str:
    """Return the field's title as it reads inside a sentence, with its key."""
    return f"{called(field)} ({field.name})"


def _string(field: Field, raw: str) -> str:
    if field.pattern and not re.fullmatch(field.pattern, raw):
        hint = f"Contoh: {field.example}." if field.example else "Lihat contoh pada data lain."
        raise UnfitError("value-format", f"{titled(field)} {quoted(raw)} salah bentuk", hint)
    return raw


def _integer(field: Field, raw: str) -> int:
    if not WHOLE.fullmatch(raw):
        money = field.name.endswith("_rp")
        hint = "Tulis angka saja, tanpa titik, koma atau Rp." if money else "Tulis angka saja."
        rule = "money" if money else "number"
        raise UnfitError(rule, f"{titled(field)} {quoted(raw)} bukan bilangan bulat", hint)
    _check_bounds(field, int(raw), raw)
    return int(raw)


def _number(field: Field, raw: str) -> float:
    if not DECIMAL.fullmatch(raw):
        hint = "Tulis angka saja; koma desimal ditulis titik."
        raise UnfitError("number", f"{titled(field)} {quoted(raw)} bukan angka", hint)
    _check_bounds(field, float(raw), raw)
    return float(raw)


def _check_bounds(field: Field, value: float, raw: str) -> None:
    low, high = field.minimum, field.maximum
    if (low is not None and value < low) or (high is not None and value > high):
        message = f"{titled(field)} {quoted(raw)} di luar batas"
        hint = f"Paling kecil {low:g}." if high is None else f"Antara {low or 0:g} dan {high:g}."
        raise UnfitError("out-of-range", message, hint)


def _boolean(field: Field, raw: str) -> bool:
    if raw in field.true_values or raw in field.false_values:
        return raw in field.true_values
    choices = f'Tulis "{field.true_values[0]}" atau "{field.false_values[0]}".'
    raise UnfitError("yes-no", f"{titled(field)} {quoted(raw)} tidak dikenal", choices)


def _date(field: Field, raw: str) -> date:
    try:
        if not WRITTEN.fullmatch(raw):
            raise ValueError(raw)
        return date.fromisoformat(raw)
    except ValueError:
        hint = "Tulis tahun-bulan-tanggal, misalnya 2026-02-03."
        message = f"{titled(field)} {quoted(raw)} bukan tanggal yang ada"
        raise UnfitError("date-format", message, hint) from None


def _partial(field: Field, raw: str) -> Partial:
    try:
        return Partial.parse(raw)
    except ValueError:
        hint = "Tulis 2026, 2026-02 atau 2026-02-03."
        message = f"{titled(field)} {quoted(raw)} bukan tanggal, bulan atau tahun yang ada"
        raise UnfitError("date-format", message, hint) from None


Converter = Callable[[Field, str], Any]
BY_SEMANTIC: Mapping[str, Converter] = {"partial_date": _partial}
BY_TYPE: Mapping[str, Converter] = {
    "integer": _integer,
    "number": _number,
    "boolean": _boolean,
    "date": _date,
}


def converter(field: Field) -> Converter:
    """Return the function that reads one value of this field (one item, for a list)."""
    return BY_SEMANTIC.get(field.semantic) or BY_TYPE.get(field.type) or _string

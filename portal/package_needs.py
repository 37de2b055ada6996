"""What the program needs of a description. In: two descriptions; out: what the new one lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from portal.model import Field, Resource
from portal.package_shape import Where
from portal.problems import Problem, quoted
from portal.text import closest

TYPES = frozenset("string any integer number boolean date array list".split())
SEMANTICS = frozenset(
    "id partial_date phone short_number url page licence quote office_email".split()
)
# The tables that the program asks for by name.
TABLES = tuple(
    "agencies training sanctions provisions regulations regions offices procedures documents costs "
    "destinations fraud_patterns offer_questions actions roles services statistics outreach faq "
    "messages situations glossary sources needs pages instance vocabulary language "
    "exceptions".split()
)
# What a column needed by the program must keep saying about itself.
KEPT = ("type", "semantic", "vocabulary", "ref", "required")


def lacks(
    resources: Iterable[Resource],
    wanted: Iterable[Resource],
    lines: Mapping[Where, int],
    shown: str,
) -> Iterator[Problem]:
    """Yield what the program wants and the description no longer has; `lines` places it."""
    given = {one.name: one for one in resources}
    needed = {one.name: one for one in wanted}
    absent = [name for name in dict.fromkeys((*TABLES, *needed)) if name not in given]
    if absent:
        names = ", ".join(map(quoted, absent))
        meant = closest(absent[0], given.keys() - {*TABLES, *needed}, 40)
        hint = f"Ganti nama {quoted(meant)} kembali." if meant else "Kembalikan isi yang lama."
        message = f"tabel yang dibutuhkan program tidak ada: {names}"
        yield Problem(shown, lines.get((meant,), 1), 1, "package", message, hint)
    for name in [one for one in needed if one in given]:
        found, right = given[name], needed[name]
        if found.key != right.key:
            message = f"primaryKey pada tabel {quoted(name)} berubah"
            hint = f"Tulis primaryKey: [{right.key}]."
            yield Problem(shown, lines[name,], 1, "package", message, hint)
        yield from _lacking_fields(found.fields, right.fields, (name,), lines, shown)


def _lacking_fields(
    given: Iterable[Field],
    needed: Iterable[Field],
    where: Where,
    lines: Mapping[Where, int],
    shown: str,
) -> Iterator[Problem]:
    known = {one.name: one for one in given}
    for wanted in needed:
        found = known.get(wanted.name)
        if found is None:
            message = f"kolom {quoted(wanted.name)} pada {quoted('.'.join(where))} tidak ada"
            hint = "Program membutuhkannya; kembalikan kolom itu."
            yield Problem(shown, lines[where], 1, "package", message, hint, field=wanted.name)
            continue
        here = (*where, wanted.name)
        for word in [one for one in KEPT if _differs(one, found, wanted)]:
            right = str(getattr(wanted, word)).replace("True", "true")
            message = f"{word} pada kolom {quoted('.'.join(here))} berubah"
            hint = f'Tulis "{word}: {right}"; program membutuhkannya.'
            yield Problem(shown, lines[here], 1, "package", message, hint, field=wanted.name)
        yield from _lacking_fields(found.parts, wanted.parts, here, lines, shown)


def _differs(word: str, found: Field, wanted: Field) -> bool:
    """Whether a word that the program needs is gone or another; what is misspelt is told once."""
    was, now = getattr(wanted, word), getattr(found, word)
    if not was or was == now:
        return False
    known = {"type": TYPES, "semantic": SEMANTICS}.get(word, frozenset())
    return not now or now in known

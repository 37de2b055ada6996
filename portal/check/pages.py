"""Rules on pages: what they quote exists and holds today, they say something, none is overdue.

portal/check/needs.py asks whether the pages answer what they must.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import timedelta

from portal.check.context import Context, named
from portal.model import Prose, Record
from portal.placeholders import ANY, KINDS, Placeholder, placeholders, without
from portal.problems import Problem, masked, quoted
from portal.text import closest

# What a reader does not see as text: tags, addresses of links, attributes, markers of lists.
UNREAD = re.compile(
    r"</?[a-zA-Z!][^>]*>|\]\([^)]*\)|\{:?\s*[.#][^}\n]*\}|^\s*\d+\.\s", re.MULTILINE
)
# A number that begins a word, or money; the 3 of P3MI is neither.
TYPED = re.compile(r"Rp\s?\d[\d.]*|(?<![A-Za-z0-9])\d[\w.,/%-]*(?<![.,])")
LONG = 12
# A page that shows only this says nothing: remarks for the keepers, headings.
WORDLESS = re.compile(r"<!--[\s\S]*?-->|^ {0,3}#+ .*$", re.MULTILINE)
A_YEAR = timedelta(days=366)
NO_FACTS = frozenset({"100%"})


def check_unknown_placeholder(context: Context) -> Iterable[Problem]:
    """What an authored page quotes exists: the placeholder's name, and every id in it."""
    for page, one in _placeholders(context):
        kind = KINDS.get(one.name)
        if kind is None:
            meant = closest(one.name, KINDS)
            hint = f'Maksudnya "{meant}"?' if meant else f"Pilihan: {', '.join(sorted(KINDS))}."
            message = f"isian {quoted(one.name)} tidak dikenal"
            yield _at(page, one, "unknown-placeholder", message, hint)
        elif not kind.least <= len(one.args) <= kind.most:
            message = f"isian {quoted(one.name)} berisi {len(one.args)} ID"
            most = f" sampai {kind.most}" if kind.most > kind.least else ""
            hint = f"Tulis {kind.least}{most} ID, dipisah spasi."
            yield _at(page, one, "unknown-placeholder", message, hint)
        else:
            yield from _unknown_ids(context, page, one)


def _unknown_ids(context: Context, page: Prose, one: Placeholder) -> Iterator[Problem]:
    for written, known in _asked(context, one):
        if written not in known:
            meant = closest(written, known)
            hint = f'Maksudnya "{meant}"?' if meant else "Lihat ID yang ada di folder data/."
            message = f"{quoted(written)} pada isian {quoted(one.name)} tidak dikenal"
            yield _at(page, one, "unknown-placeholder", message, hint)


def _asked(context: Context, one: Placeholder) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield each word of a placeholder with the words that could stand there."""
    kind = KINDS[one.name]
    if kind.table == ANY:
        table, record, field = one.args
        resource = next((each for each in context.resources if each.name == table), None)
        yield table, context.tables
        if resource is not None:
            yield record, context.shown.ids(table)
            # A field with columns of its own is no fact that fits into a sentence.
            yield field, [each.name for each in resource.fields if not each.parts]
        return
    known = set(context.shown.ids(kind.table)) | kind.words
    if kind.vocabulary:
        choices = context.ids("vocabulary").get(kind.vocabulary)
        known |= {value["id"] for value in choices["values"]} if choices else set()
    yield from ((each, known) for each in one.args)


def check_superseded_rule(context: Context) -> Iterable[Problem]:
    """A page quotes a rule as current only while it is in force."""
    for page, one in _placeholders(context):
        if one.name not in ("rule", "rules", "article"):
            continue
        for written in one.args:
            provision = context.ids("provisions").get(written)
            if provision is not None and _is_over(context, provision):
                message = f"aturan {quoted(written)} sudah tidak berlaku"
                hint = "Kutip aturan penggantinya, atau hapus dari halaman ini."
                yield _at(page, one, "superseded-rule", message, hint)


def _is_over(context: Context, provision: Record) -> bool:
    regulation = context.ids("regulations").get(provision["regulation"])
    ends = [provision["until"], regulation["until"] if regulation else None]
    replaced = regulation is not None and regulation["state"] == "replaced"
    return replaced or any(day is not None and day < context.today for day in ends)


def check_typed_fact(context: Context) -> Iterable[Problem]:
    """A number in the prose of a page is a fact that belongs in data/."""
    for page in context.public_prose:
        for number, line in enumerate(_read(page.text).split("\n"), page.line):
            for match in TYPED.finditer(line):
                if match[0] not in NO_FACTS:
                    message = f"angka {_told(match[0])} diketik langsung di halaman"
                    hint = "Simpan di folder data/, lalu kutip dengan isian {{ … }}."
                    place = (number, match.start() + 1)
                    yield Problem(page.file, *place, "typed-fact", message, hint)


def _read(text: str) -> str:
    return UNREAD.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), without(text))


def _told(number: str) -> str:
    """Return a number as messages show it: a long one may be somebody's NIK."""
    return masked(number) if len(number) >= LONG else quoted(number)


def check_overdue_page(context: Context) -> Iterable[Problem]:
    """A page whose day of review has passed is told to its keeper."""
    for page in context["pages"]:
        if page["review_by"] and page["review_by"] < context.today:
            message = f"halaman ini seharusnya ditinjau sebelum {page['review_by']}"
            hint = 'Tinjau isinya, lalu isi "review_by" yang baru.'
            yield named(page, "review_by").problem("overdue-page", message, hint, "warning")


def check_far_review(context: Context) -> Iterable[Problem]:
    """Nobody promises to look again only after more than a year; waiting never makes it wrong."""
    latest = context.today + A_YEAR
    for page in context["pages"]:
        if page["review_by"] and page["review_by"] > latest:
            message = f"tanggal tinjau {page['review_by']} lebih dari satu tahun lagi"
            hint = f"Isi paling lambat {latest}."
            yield named(page, "review_by").problem("far-review", message, hint)


def check_empty_page(context: Context) -> Iterable[Problem]:
    """A page below its head has text: a heading alone leads readers to nothing."""
    for page in context.prose:
        if not WORDLESS.sub("", page.text).strip():
            message = "halaman ini tidak berisi tulisan"
            hint = "Tulis isinya di bawah kepala halaman, atau hapus berkas ini."
            yield Problem(page.file, page.line, 1, "empty-page", message, hint)


def _placeholders(context: Context) -> Iterator[tuple[Prose, Placeholder]]:
    for page in context.public_prose:
        yield from ((page, one) for one in placeholders(page.text, page.line))


def _at(page: Prose, one: Placeholder, rule: str, message: str, hint: str) -> Problem:
    return Problem(page.file, one.line, one.column, rule, message, hint)

"""Rules on how pages quote: what is meant as a placeholder is one, and stands where it may.

portal/check/pages.py asks whether what is quoted exists.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from portal.check.context import Context
from portal.placeholders import BLOCKS, Placeholder, placeholders, without
from portal.problems import Problem, quoted

# Braces; those of attributes ({.class}, {#id}) are Markdown's own and stand for themselves.
BRACES = re.compile(r"\{:?\s*[.#][^{}\n]*\}|(?P<odd>[{}\uff5b\uff5d]+)")
# Where a fact would be read as an address or as code.
CODE = re.compile(r"^```.*?(?:^```|\Z)|`[^`\n]*`|\]\([^)\n]*\)|<[a-zA-Z/!][^>]*>", re.M | re.S)
LINKED = re.compile(r"\[[^\[\]\n]*\]\(")
# These become links themselves: a link in a link leads nowhere.
LINKS = frozenset({"article", "regulation", "sanction", "phone", "service"})


def check_broken_placeholder(context: Context) -> Iterable[Problem]:
    """No brace is left over: what was meant as a placeholder would be shown as it is typed."""
    hint = 'Tulis "{{ nama ID }}" utuh di satu baris: dua { di depan, dua } di belakang.'
    for page in context.public_prose:
        for number, line in enumerate(without(page.text).split("\n"), page.line):
            odd = next((one for one in BRACES.finditer(line) if one["odd"]), None)
            if odd:
                message = f"tanda {quoted(odd[0])} bukan bagian dari isian yang utuh"
                place = (page.file, number, odd.start() + 1)
                yield Problem(*place, "broken-placeholder", message, hint)


def check_placeholder_place(context: Context) -> Iterable[Problem]:
    """A list stands alone on its line; nothing is quoted in an address, in code or in a link."""
    for page in context.public_prose:
        lines = ["", *page.text.split("\n"), ""]
        code = [one.span() for one in CODE.finditer(page.text)]
        linked = [one.span() for one in LINKED.finditer(page.text)]
        for one in placeholders(page.text, page.line):
            told = _misplaced(one, lines[one.line - page.line :][:3], code, linked)
            if told:
                message = f"isian {quoted(one.name)} {told[0]}"
                place = (page.file, one.line, one.column)
                yield Problem(*place, "placeholder-place", message, told[1])


Spans = list[tuple[int, int]]


def _misplaced(
    one: Placeholder, around: list[str], code: Spans, linked: Spans
) -> tuple[str, str] | None:
    """Return what is wrong with the place of a placeholder and the remedy, or None."""
    if _inside(one, code):
        return "ada di dalam alamat tautan, tag, atau kode", "Pindahkan ke dalam kalimat biasa."
    if one.name in LINKS and _inside(one, linked):
        return "sudah menjadi tautan", "Hapus tanda [ dan ](…) di sekitarnya."
    before, line, after = around
    alone = one.column == 1 and len(line.rstrip()) == one.end - one.start
    if one.name in BLOCKS and not (alone and not before.strip() and not after.strip()):
        hint = "Pindahkan ke baris sendiri, dengan baris kosong di atas dan di bawahnya."
        return "tidak berdiri sendiri di satu baris", hint
    return None


def _inside(one: Placeholder, spans: Spans) -> bool:
    return any(start < one.start and one.end < end for start, end in spans)

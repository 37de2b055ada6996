"""What an authored page may quote. In: Markdown; out: its placeholders, each with its place.

`{{ rule uu18-2017-p30-1 }}` is a name and ids, separated by spaces. The names are listed here once:
the check asks whether the ids exist, portal/render/authored.py puts the facts in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

PLACEHOLDER = re.compile(r"\{\{([^{}\n]*)\}\}")
ANY = "*"


@dataclass(frozen=True)
class Kind:
    """One placeholder: the table its ids belong to, or a list of choices; how many it takes."""

    table: str = ""
    vocabulary: str = ""
    least: int = 1
    most: int = 40
    # Words that may stand among the ids.
    words: frozenset[str] = frozenset()


def _one(table: str) -> Kind:
    return Kind(table, most=1)


KINDS: Mapping[str, Kind] = {
    # Inside a sentence.
    "rule": _one("provisions"),
    "article": _one("provisions"),
    "regulation": _one("regulations"),
    "since": _one("regulations"),
    "sanction": _one("sanctions"),
    "penalty": _one("sanctions"),
    "phone": _one("offices"),
    "call": _one("offices"),
    "service": _one("services"),
    "cost": _one("costs"),
    "figure": _one("statistics"),
    "term": _one("glossary"),
    "field": Kind(ANY, least=3, most=3),
    # Alone on a line.
    "rules": Kind("provisions"),
    "sanctions": Kind("sanctions"),
    "documents": Kind("documents"),
    "patterns": Kind("fraud_patterns"),
    "consequences": Kind("fraud_patterns"),
    "services": Kind("services"),
    "questions": Kind("faq"),
    "costs": Kind("costs"),
    "figures": Kind("statistics"),
    "steps": _one("procedures"),
    "calls": Kind(vocabulary="office_kinds", words=frozenset({"indonesia", "abroad", "brief"})),
    "doubts": Kind(vocabulary="office_kinds"),
    "prints": Kind(vocabulary="prints", least=0),
    "actions": Kind(vocabulary="action_lists"),
    "training": Kind(vocabulary="training_fields", least=0, words=frozenset({"work", "business"})),
}
_INLINE = "rule article regulation since sanction penalty phone call service cost figure term field"
# What stands alone on a line; everything else inside a sentence.
BLOCKS = frozenset(KINDS.keys() - set(_INLINE.split()))


@dataclass(frozen=True)
class Placeholder:
    """One placeholder as written: its name and ids, where it stands (line and column from 1)."""

    name: str
    args: tuple[str, ...]
    line: int
    column: int
    start: int
    end: int


def placeholders(text: str, first_line: int = 1) -> Iterator[Placeholder]:
    """Yield every placeholder of a text that begins on `first_line` of its file."""
    for match in PLACEHOLDER.finditer(text):
        before = text[: match.start()]
        column = match.start() - (before.rfind("\n") + 1) + 1
        name, *args = match[1].split() or [""]
        line = first_line + before.count("\n")
        yield Placeholder(name, tuple(args), line, column, match.start(), match.end())


def without(text: str) -> str:
    """Return the text with every placeholder blanked out, lines and columns unchanged."""
    return PLACEHOLDER.sub(lambda match: " " * len(match[0]), text)

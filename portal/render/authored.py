"""The authored pages with their facts filled in. In: a catalogue; out: {path: Markdown}.

A placeholder (portal/placeholders.py) becomes what templates/macros/quotes.j2 makes of its records.
Whether every name and id exists has been checked before.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import escape

from portal.catalogue import Catalogue
from portal.model import Partial, Prose, Record
from portal.placeholders import BLOCKS, KINDS, Placeholder, placeholders
from portal.render import lookups
from portal.render.near_trainings import alternatives
from portal.render.page import template_environment
from portal.render.sanctions import versions
from portal.text import and_list, long_date, number, rupiah


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return every authored page: {path inside content/: front matter and filled Markdown}."""
    if not catalogue.prose:
        return {}
    quotes = _Quotes(catalogue, template_environment(catalogue))
    return {one.path: one.front + _filled(one, quotes) for one in catalogue.prose}


def _filled(page: Prose, quotes: _Quotes) -> str:
    if not page.is_public:
        return page.text
    parts, done = [], 0
    for one in placeholders(page.text, page.line):
        parts += [page.text[done : one.start], quotes.text(one)]
        done = one.end
    return "".join([*parts, page.text[done:], quotes.sources_of(page)])


class _Quotes:
    """Puts one placeholder into words."""

    def __init__(self, catalogue: Catalogue, environment: Environment) -> None:
        self.catalogue = catalogue
        environment.globals |= {
            # A macro called like the function would hide it.
            "numbered": lookups.article,
            "alternatives": partial(alternatives, catalogue),
            "version_today": lambda one: versions(one, catalogue.today).now,
        }
        self.macros: Any = environment.get_template("macros/quotes.j2").make_module({})

    def text(self, one: Placeholder) -> str:
        """Return what stands in the page instead of the placeholder."""
        if one.name == "field":
            return self._field(*one.args)
        made = str(getattr(self.macros, one.name)(*self._given(one))).strip()
        if one.name in BLOCKS:
            # Markdown takes a block of HTML as it is up to the first empty line.
            return "\n".join(line for line in made.splitlines() if line.strip())
        return " ".join(made.split())

    def _given(self, one: Placeholder) -> tuple[Any, ...]:
        kind = KINDS[one.name]
        if kind.vocabulary:
            words = tuple(each for each in one.args if each in kind.words)
            return tuple(each for each in one.args if each not in kind.words), words
        records = tuple(self.catalogue.find(kind.table, each) for each in one.args)
        shown = tuple(each for each in records if each is not None)
        return shown if kind.most == 1 else (shown,)

    def _field(self, table: str, record_id: str, name: str) -> str:
        record = self.catalogue.find(table, record_id)
        return str(escape(_said(self.catalogue, record, name) if record is not None else ""))

    def sources_of(self, page: Prose) -> str:
        """Return the list of what the page rests on, for its foot; "" without sources."""
        row = self.catalogue.find("pages", page.url)
        known = (
            [one for one in row["sources"] if self.catalogue.find("sources", one)] if row else []
        )
        made = str(self.macros.page_sources(known)) if known else ""
        return "\n\n" + "\n".join(line for line in made.splitlines() if line.strip()) + "\n"


def _said(catalogue: Catalogue, record: Record, name: str) -> str:
    """Return a field in words: dates and money written out, choices by their label."""
    value = record[name]
    fields: Mapping[str, Any] = {
        each.name: each
        for resource in catalogue.resources
        if resource.name == record.resource
        for each in resource.fields
    }
    field = fields[name]
    if isinstance(value, date | Partial):
        return long_date(value)
    if isinstance(value, tuple):
        words = field.vocabulary
        return and_list([catalogue.label(words, one) if words else one for one in value])
    if field.vocabulary:
        return catalogue.label(field.vocabulary, value)
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, int | float):
        return rupiah(int(value)) if name.endswith("_rp") else number(value)
    return str(value or "belum diketahui")

"""The Jinja environment of a type of page. In: a catalogue; out: templates that can ask it.

Autoescaping is on: what comes from data is text, never markup. Every template sees `catalogue` and
`today`; an unknown name is an error, not an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket
from markupsafe import Markup, escape

from portal.catalogue import Catalogue
from portal.locks import is_closed
from portal.model import Record
from portal.render import answers, urls, words
from portal.text import long_date, number, rupiah

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~:])")


class _Compiled(BytecodeCache):
    """Keeps compiled templates while the program runs: every page type has its own environment."""

    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give back what was compiled from the very same source."""
        code = self._kept.get((bucket.key, bucket.checksum))
        if code is not None:
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self._kept[bucket.key, bucket.checksum] = bucket.bytecode_to_string()


@lru_cache(maxsize=1)
def _compiled() -> _Compiled:
    return _Compiled()


class _Environment(Environment):
    """Lets `record.name` mean the field called name, even where Record has such an attribute."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Return the field of a record, or the attribute of anything else."""
        if isinstance(obj, Record) and attribute in obj.data:
            return obj[attribute]
        return super().getattr(obj, attribute)


def environment(catalogue: Catalogue) -> Environment:
    """Return an environment bound to `catalogue`, with the filters and functions of this module."""
    made = _Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        bytecode_cache=_compiled(),
    )
    made.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": True}
    made.globals |= {"catalogue": catalogue, "today": catalogue.today} | _functions(catalogue)
    made.filters |= {
        "long_date": long_date,
        "number": number,
        "rupiah": rupiah,
        "phone": words.phone,
        "tel": words.tel,
        "whatsapp": words.whatsapp,
        "md": markdown_text,
        "label": _flipped(catalogue.label),
        "meaning": _flipped(catalogue.meaning),
    }
    return made


def _functions(catalogue: Catalogue) -> dict[str, Callable[..., Any]]:
    """Return what templates may call: `region_name(code)`, `source(id)`, `edit(record)`, ..."""
    return {
        "url_of": urls.url_of,
        "edit": urls.edit,
        "source": lambda source_id: catalogue.get("sources", source_id),
        "region_name": lambda code: words.region_name(catalogue, code),
        "place_of": lambda agency: words.place_of(catalogue, agency),
        "check_after": words.check_after,
        "reason": lambda agency, standing: words.reason(catalogue, agency, standing),
        "timeline_rows": lambda agency: words.timeline_rows(catalogue, agency),
        "is_closed": lambda office: is_closed(office, catalogue.today),
        "licence_rows": lambda agency: answers.licence_rows(catalogue, agency),
        "office_rows": lambda agency: answers.office_rows(catalogue, agency),
        "short_rows": lambda agency: words.short_rows(catalogue, agency),
    }


def _flipped(lookup: Callable[[str, str], str]) -> Callable[[str, str], str]:
    """Turn `label(vocabulary, value)` into the filter `value | label(vocabulary)`."""
    return lambda value, vocabulary: lookup(vocabulary, value)


def markdown_text(text: object) -> Markup:
    """Return a text for use inside Markdown, with nothing in it read as Markdown or HTML."""
    return Markup(MARKDOWN.sub(r"\\\1", str(escape(text))))  # noqa: S704  (escaped just before)

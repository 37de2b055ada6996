"""The shape of datapackage.yaml. In: its text; out: a problem for each value of the wrong kind.

Only what the standard and our reader need is judged here, with the line of every value; whether
the words mean anything is judged in portal/package.py.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import yaml

from portal.problems import Problem, quoted

TEXT, FLAG = "tag:yaml.org,2002:str", "tag:yaml.org,2002:bool"
NUMBERS = frozenset({"tag:yaml.org,2002:int", "tag:yaml.org,2002:float"})
NAME = re.compile(r"[a-z][a-z0-9_]*")
FILE = re.compile(r"(?:[A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+\.(?:yaml|csv)")
Where = tuple[str, ...]
Kinds = Mapping[str, str]


def _scalar(node: Any, *tags: str) -> bool:
    return isinstance(node, yaml.ScalarNode) and (not tags or node.tag in tags)


def _text(node: Any) -> bool:
    return _scalar(node, TEXT) and bool(node.value.strip())


def _texts(node: Any) -> bool:
    return isinstance(node, yaml.SequenceNode) and bool(node.value) and all(map(_text, node.value))


def _pattern(node: Any) -> bool:
    """A pattern that compiles, and that later versions of Python will read the same way."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            return _text(node) and bool(re.compile(node.value))
    except (re.error, OverflowError, Warning):
        return False


# Each kind of value: whether a node is one, and how the remedy names it.
KINDS: Mapping[str, tuple[Callable[[Any], bool], str]] = {
    "text": (_text, "satu teks"),
    "texts": (_texts, "daftar teks, paling sedikit satu, misalnya [id]"),
    "name": (lambda node: _text(node) and bool(NAME.fullmatch(node.value)), "huruf kecil dan _"),
    "file": (
        lambda node: _text(node) and bool(FILE.fullmatch(node.value)),
        "nama berkas .yaml atau .csv di dalam folder ini",
    ),
    "flag": (lambda node: _scalar(node, FLAG), "true atau false"),
    "number": (lambda node: _scalar(node, *NUMBERS), "satu angka"),
    "sign": (lambda node: _text(node) and len(node.value) == 1, 'satu tanda, misalnya ";"'),
    "pattern": (_pattern, "pola yang benar; periksa tanda kurungnya"),
    "any": (_scalar, "satu nilai"),
    "mapping": (lambda node: isinstance(node, yaml.MappingNode), "beberapa baris kunci: isi"),
    "sequence": (lambda node: isinstance(node, yaml.SequenceNode), "sebuah daftar"),
}
RESOURCE: Mapping[str, str] = {
    "name": "name",
    "label": "text",
    "title": "text",
    "path": "file",
    "schema": "mapping",
}
RESOURCE_MORE: Mapping[str, str] = {"source": "text", "dialect": "mapping"}
SCHEMA: Mapping[str, str] = {"primaryKey": "texts", "fields": "sequence"}
FIELD: Mapping[str, str] = {"name": "name", "type": "text", "title": "text"}
FIELD_MORE: Mapping[str, str] = {
    **dict.fromkeys(("description", "semantic", "vocabulary", "ref"), "text"),
    **{"example": "any", "constraints": "mapping", "delimiter": "sign"},
    **dict.fromkeys(("old_terms", "plain"), "flag"),
    **{"trueValues": "texts", "falseValues": "texts", "parts": "sequence"},
}
LIMITS: Mapping[str, str] = {
    "required": "flag",
    "pattern": "pattern",
    "minimum": "number",
    "maximum": "number",
}


class Shape:
    """The problems of a description, and the line on which each table and column stands."""

    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self.lines: dict[Where, int] = {}
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
        parts = self._parts(root, "berkas ini", {"resources": "sequence"}, {})
        tables = parts.get("resources")
        for node in tables.value if tables else ():
            self._table(node)
        self._once(tables, "name", "tabel")
        self._once(tables, "path", "berkas")

    def _table(self, node: Any) -> None:
        name = _named(node)
        self.lines[name,] = _line(node)
        who = f"tabel {quoted(name)}"
        parts = self._parts(node, who, RESOURCE, RESOURCE_MORE)
        if "dialect" in parts:
            self._parts(parts["dialect"], who, {}, {"yaml": "mapping"})
        if "schema" in parts:
            schema = self._parts(parts["schema"], who, SCHEMA, {})
            names = self._fields(schema.get("fields"), (name,))
            self._key(schema.get("primaryKey"), names, who)

    def _key(self, node: Any, names: Iterable[str], who: str) -> None:
        if node and (len(node.value) != 1 or node.value[0].value not in names):
            shown = ", ".join(one.value for one in node.value)
            hint = "Tulis satu kolom saja, yaitu kolom yang ada di tabel itu."
            self._say(node, f"primaryKey {quoted(shown)} pada {who} salah", hint)

    def _fields(self, node: Any, where: Where) -> list[str]:
        for one in node.value if node else ():
            self._field(one, where)
        self._once(node, "name", "kolom")
        return [_named(one) for one in node.value] if node else []

    def _field(self, node: Any, where: Where) -> None:
        where = (*where, _named(node))
        self.lines[where] = _line(node)
        who = f"kolom {quoted(where[-1])}"
        parts = self._parts(node, who, FIELD, FIELD_MORE)
        if "constraints" in parts:
            self._parts(parts["constraints"], who, {}, LIMITS)
        if "parts" in parts:
            if "type" in parts and parts["type"].value != "array":
                self._say(node, f"parts pada {who} tidak cocok dengan type", 'Tulis "type: array".')
            self._fields(parts["parts"], where)

    def _parts(self, node: Any, who: str, needed: Kinds, allowed: Kinds) -> dict[str, Any]:
        """Return the parts of a mapping that are of the right kind; tell about the others."""
        if not isinstance(node, yaml.MappingNode):
            self._say(node, f"{who} salah bentuk", "Tulis kunci, titik dua, lalu isinya.")
            return {}
        given = {str(key.value): value for key, value in node.value if _scalar(key)}
        if len(given) != len(node.value):
            self._say(node, f"{who} memuat kunci yang sama dua kali", "Hapus salah satunya.")
        for name in [one for one in needed if one not in given]:
            self._say(node, f"{who} tidak punya {quoted(name)}", f"Tambahkan {name}.")
        kinds = {name: kind for name, kind in {**needed, **allowed}.items() if name in given}
        return {
            name: given[name] for name, kind in kinds.items() if self._fits(given, name, kind, who)
        }

    def _fits(self, given: Mapping[str, Any], name: str, kind: str, who: str) -> bool:
        node = given[name]
        fits, remedy = KINDS[kind]
        if fits(node):
            return True
        shown = f" {quoted(node.value)}" if _scalar(node) else ""
        self._say(node, f"{name}{shown} pada {who} salah", f"Tulis {remedy}.")
        return False

    def _once(self, node: Any, key: str, word: str) -> None:
        seen: set[str] = set()
        for one in node.value if node else ():
            name = _named(one, key)
            if name and name in seen:
                self._say(one, f"{word} {quoted(name)} ada dua kali", "Hapus salah satunya.")
            seen.add(name)

    def _say(self, node: Any, message: str, hint: str) -> None:
        line, column = (_line(node), node.start_mark.column + 1) if node else (1, 1)
        self.problems.append(Problem(self.shown, line, column, "package", message, hint))


def _line(node: Any) -> int:
    return int(node.start_mark.line) + 1


def _named(node: Any, key: str = "name") -> str:
    """Return the name (or another text) of a table or column, "" when it has none."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else ()
    return next((str(value.value) for one, value in pairs if one.value == key and _text(value)), "")

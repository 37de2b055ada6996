"""One YAML text to rows. In: text; out: rows of texts with the place of each value, problems.

The parser's events are read one by one: it is faster than building nodes first, it never recurses
deeper than MAX_DEPTH, and what stands before a syntax error is kept. Every scalar stays text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from portal.model import Path, Place, Row
from portal.problems import Problem, quoted
from portal.rows_tabs import MAX_GUESSED, tab_problems, untabbed

MAX_DEPTH = 20
MERGE = "<<"
TEXT_TAG = "tag:yaml.org,2002:str"
NULLS = ("", "~", "null", "Null", "NULL")
SAID: Mapping[str, str] = {
    "mapping values are not allowed": 'isi yang memuat ": " harus diapit tanda petik',
    "found unknown escape": "tanda \\ di dalam petik ganda harus ditulis \\\\",
    "found unexpected end of stream": "tanda petik tidak ditutup",
    "cannot start any token": "isi yang diawali @, ` atau % harus diapit tanda petik",
    "did not find expected '-' indicator": "jarak dari tepi kiri tidak sama",
    "did not find expected key": "jarak dari tepi kiri tidak sama, atau tanda petik kurang",
    "did not find expected ',' or": "tanda kurung [ atau { tidak ditutup",
    "could not find expected": "ada titik dua atau tanda petik yang kurang",
}


class _TooDeepError(Exception):
    """The text nests deeper than any record of ours."""


def read_yaml(text: str, shown: str) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a YAML text that is a list of mappings, and what is wrong with it."""
    problems = tab_problems(text, shown)
    guessed, text = untabbed(text)
    reader = _YamlReader(text, shown)
    reader.run()
    if guessed and (reader.problems or guessed > MAX_GUESSED):
        return [], problems  # what was meant is not clear: every later message would be a riddle
    return reader.rows, problems + reader.problems


class _YamlReader:
    """Turns parser events into rows, refusing aliases, tags, duplicate keys and deep nesting."""

    def __init__(self, text: str, shown: str) -> None:
        self.shown = shown
        self.rows: list[Row] = []
        self.problems: list[Problem] = []
        self._events: Iterator[Any] = yaml.parse(text, Loader=yaml.CSafeLoader)
        self._tag_of: Callable[..., str] = yaml.resolver.Resolver().resolve
        self._plain: dict[str, bool] = {}
        self._marks: dict[Path, Place] = {}
        self._bare: set[Path] = set()

    def run(self) -> None:
        try:
            self._document()
        except yaml.YAMLError as error:
            self.problems.append(syntax_problem(error, self.shown))
        except _TooDeepError as error:
            hint = "Tulis setiap kolom di baris sendiri."
            self._say(error.args[0], "yaml-depth", "data bersarang terlalu dalam", hint)

    def _document(self) -> None:
        next(self._events)  # the stream's own start
        if not isinstance(next(self._events), yaml.DocumentStartEvent):
            return self._shape((1, 1))
        root = next(self._events)
        if not isinstance(root, yaml.SequenceStartEvent):
            return self._shape(_place(root))
        self._rows()
        next(self._events)  # the document's end
        after = next(self._events)
        if isinstance(after, yaml.DocumentStartEvent):
            hint = 'Hapus baris "---" itu; satu berkas berisi satu daftar.'
            self._say(_place(after), "yaml-shape", "berkas dipotong oleh ---", hint)
        return None

    def _shape(self, place: Place) -> None:
        hint = 'Setiap data dimulai dengan "- id: ...".'
        self._say(place, "yaml-shape", "isi berkas bukan daftar", hint)

    def _rows(self) -> None:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            self._marks, self._bare = {}, set()
            values = self._value(event, (), 1)
            place = _place(event)
            if isinstance(event, yaml.MappingStartEvent):
                bare = frozenset(self._bare)
                self.rows.append(Row(self.shown, place[0], values, self._marks, bare))
            else:
                hint = 'Tulis "- id: ..." lalu kolom lain di bawahnya.'
                self._say(place, "yaml-shape", "bagian ini bukan satu data utuh", hint)

    def _value(self, event: Any, path: Path, depth: int) -> Any:
        place = _place(event)
        self._marks[path] = place
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, path, place)
        if isinstance(event, yaml.AliasEvent):
            hint = "Tulis isinya sekali lagi di sini."
            self._say(place, "yaml-alias", "tanda & dan * tidak dipakai di sini", hint)
            return ""
        if depth > MAX_DEPTH:
            raise _TooDeepError(place)
        self._refuse_tag(event, place)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path, depth)
        return self._sequence(path, depth)

    def _sequence(self, path: Path, depth: int) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            values.append(self._value(event, (*path, len(values)), depth + 1))
        return values

    def _mapping(self, path: Path, depth: int) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(key := next(self._events), yaml.MappingEndEvent):
            name = self._key(key, path, depth)
            value = self._value(next(self._events), (*path, name), depth + 1)
            if name == MERGE:
                hint = "Tulis kolomnya satu per satu."
                self._say(_place(key), "yaml-alias", "tanda << tidak dipakai di sini", hint)
            elif name in values:
                message = f"kolom {quoted(name)} ditulis dua kali dalam satu data"
                self._say(_place(key), "duplicate-key", message, "Hapus salah satunya.")
            else:
                values[name] = value
        return values

    def _key(self, key: Any, path: Path, depth: int) -> str:
        if isinstance(key, yaml.ScalarEvent):
            return str(key.value)
        self._value(key, (*path, "?"), depth + 1)
        hint = 'Tulis nama kolom, titik dua, lalu isinya, misalnya "name: PT ...".'
        self._say(_place(key), "yaml-shape", "nama kolom bukan satu kata", hint)
        return "?"

    def _scalar(self, event: Any, path: Path, place: Place) -> str:
        self._refuse_tag(event, place)
        text = str(event.value)
        if event.implicit[0] and not self._is_text(text):
            self._bare.add(path)
            return "" if text in NULLS else text
        return text

    def _is_text(self, text: str) -> bool:
        known = self._plain.get(text)
        if known is None:
            tag = self._tag_of(yaml.ScalarNode, text, (True, False))
            known = self._plain[text] = tag == TEXT_TAG
        return known

    def _refuse_tag(self, event: Any, place: Place) -> None:
        if event.anchor:
            hint = "Hapus tanda itu, atau apit seluruh isinya dengan tanda petik."
            self._say(place, "yaml-alias", "tanda & dan * tidak dipakai di sini", hint)
        if event.tag:
            hint = f"Hapus {quoted(event.tag)}, atau apit seluruh isinya dengan tanda petik."
            self._say(place, "yaml-tag", "tanda ! punya arti khusus di YAML", hint)

    def _say(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown, *place, rule, message, hint))


def _place(event: Any) -> Place:
    mark = event.start_mark
    return mark.line + 1, mark.column + 1


def syntax_problem(error: yaml.YAMLError, shown: str) -> Problem:
    """Return what the YAML parser said, as a sentence with its line."""
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    said = str(getattr(error, "problem", "") or "")
    message = next((text for key, text in SAID.items() if key in said), "")
    message = message or "baris ini tidak bisa dibaca sebagai YAML"
    hint = "Periksa baris ini dan baris di atasnya: spasi di depan, titik dua, tanda petik."
    return Problem(shown, line, column, "yaml-syntax", message, hint)

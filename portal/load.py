"""Files to rows: bytes of data/ go in, rows of texts with file, line and column come out.

Nothing is interpreted here: YAML scalars and CSV cells stay text. What cannot be read becomes a
Problem with its line; what can be read of the rest is still returned.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path as FilePath
from typing import Any

import yaml

from portal.model import Path, Place, Row
from portal.problems import Problem

MAX_BYTES = 64 * 1024 * 1024
MAX_DEPTH = 20
ALLOWED_CONTROLS = "\n\t"


def load_file(path: FilePath, shown: str) -> tuple[list[Row], list[Problem]]:
    """Read one YAML or CSV file; `shown` is the name used in messages."""
    text, problems = read_text(path, shown)
    if text is None:
        return [], problems
    rows, more = (_read_csv if path.suffix == ".csv" else _read_yaml)(text, shown)
    return rows, problems + more


def read_text(path: FilePath, shown: str) -> tuple[str | None, list[Problem]]:
    """Return the file as text, or None and the reason; repairs BOM and CRLF but reports them."""
    if not path.is_file():
        return None, [_file(shown, "missing-file", "berkas tidak ada", "Kembalikan berkas ini.")]
    if path.stat().st_size > MAX_BYTES:
        limit = f"Paling besar {MAX_BYTES // 2**20} MB."
        return None, [_file(shown, "file-too-large", "berkas terlalu besar", limit)]
    raw = path.read_bytes()
    return _decode(raw, shown)


def _decode(raw: bytes, shown: str) -> tuple[str | None, list[Problem]]:
    if not raw.strip():
        return None, [_file(shown, "empty-file", "berkas kosong", "Isi atau kembalikan berkas.")]
    if b"\0" in raw:
        hint = "Simpan sebagai teks UTF-8, bukan sebagai berkas Excel atau Word."
        return None, [_file(shown, "binary-file", "berkas ini bukan teks", hint)]
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        hint = 'Pilih "UTF-8" saat menyimpan.'
        return None, [_file(shown, "encoding", "ada huruf yang bukan UTF-8", hint, line)]
    return _clean(text, shown)


def _clean(text: str, shown: str) -> tuple[str, list[Problem]]:
    problems = []
    if text.startswith("\ufeff"):
        hint = 'Simpan sebagai "UTF-8" tanpa BOM.'
        problems.append(_file(shown, "bom", "berkas diawali tanda BOM", hint))
        text = text.removeprefix("\ufeff")
    if "\r" in text:
        line = text[: text.index("\r")].count("\n") + 1
        hint = 'Simpan dengan akhir baris "LF".'
        problems.append(_file(shown, "line-ending", "akhir baris bukan LF", hint, line))
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text, problems + _controls(text, shown)


def _controls(text: str, shown: str) -> list[Problem]:
    if text.isprintable():
        return []
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.isprintable():
            continue
        for column, char in enumerate(line, 1):
            if (ord(char) < 32 and char not in ALLOWED_CONTROLS) or 0x7F <= ord(char) < 0xA0:
                message = f"ada tanda kendali yang tidak terlihat (kode {ord(char)})"
                found.append(
                    Problem(shown, number, column, "control-character", message, "Hapus tanda itu.")
                )
    return found


def _file(shown: str, rule: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(shown, line, 1, rule, message, hint)


# CSV


def _read_csv(text: str, shown: str) -> tuple[list[Row], list[Problem]]:
    reader = csv.reader(io.StringIO(text), strict=True)
    rows: list[Row] = []
    problems: list[Problem] = []
    header: list[str] = []
    start = 1
    try:
        for cells in reader:
            if not header:
                header = cells
                problems += _header_problems(header, shown)
            elif cells:
                _add_row(cells, header, shown, start, rows, problems)
            start = reader.line_num + 1
    except csv.Error:
        hint = 'Periksa tanda petik: setiap " harus berpasangan.'
        problems.append(_file(shown, "csv-syntax", "baris tidak bisa dibaca", hint, start))
    return rows, problems


def _header_problems(header: list[str], shown: str) -> list[Problem]:
    twice = sorted({name for name in header if header.count(name) > 1})
    return [
        _file(shown, "duplicate-key", f'kolom "{name}" ada dua kali', "Hapus salah satunya.")
        for name in twice
    ]


def _add_row(
    cells: list[str],
    header: list[str],
    shown: str,
    line: int,
    rows: list[Row],
    problems: list[Problem],
) -> None:
    if len(cells) != len(header):
        message = f"baris ini berisi {len(cells)} kolom, seharusnya {len(header)}"
        hint = 'Periksa koma; isi yang memuat koma diapit tanda petik ("...").'
        problems.append(_file(shown, "column-count", message, hint, line))
        return
    values = dict(zip(header, cells, strict=True))
    marks: dict[Path, Place] = {(name,): (line, at) for at, name in enumerate(header, 1)}
    rows.append(Row(shown, line, values, marks))


# YAML


def _read_yaml(text: str, shown: str) -> tuple[list[Row], list[Problem]]:
    problems = _tabs(text, shown) + _depth(text, shown)
    if problems:
        return [], problems
    try:
        root = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        return [], [_yaml_problem(error, shown)]
    if not isinstance(root, yaml.SequenceNode):
        hint = 'Setiap data dimulai dengan "- id: ...".'
        return [], [_file(shown, "yaml-shape", "isi berkas bukan daftar", hint)]
    return _rows(root, shown)


def _rows(root: yaml.SequenceNode, shown: str) -> tuple[list[Row], list[Problem]]:
    rows: list[Row] = []
    reader = _YamlReader(shown)
    for node in root.value:
        line = node.start_mark.line + 1
        if not isinstance(node, yaml.MappingNode):
            hint = 'Tulis "- id: ..." lalu kolom lain di bawahnya.'
            reader.problems.append(
                _file(shown, "yaml-shape", "bagian ini bukan satu data utuh", hint, line)
            )
            continue
        marks: dict[Path, Place] = {}
        bare: set[Path] = set()
        values = reader.read(node, (), marks, bare)
        rows.append(Row(shown, line, values, marks, frozenset(bare)))
    return rows, reader.problems


class _YamlReader:
    """Turns composed nodes into plain texts, refusing duplicate keys and aliases."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def read(
        self, node: yaml.Node, path: Path, marks: dict[Path, Place], bare: set[Path]
    ) -> Any:
        place = (node.start_mark.line + 1, node.start_mark.column + 1)
        marks[path] = place
        if id(node) in self._seen:
            hint = "Tulis isinya sekali lagi di sini."
            self._say(place, "yaml-alias", "tanda & dan * tidak dipakai di sini", hint)
            return ""
        self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path, marks, bare)
        if isinstance(node, yaml.SequenceNode):
            return [
                self.read(one, (*path, at), marks, bare) for at, one in enumerate(node.value)
            ]
        return self._scalar(node, path, bare)

    def _mapping(
        self, node: yaml.MappingNode, path: Path, marks: dict[Path, Place], bare: set[Path]
    ) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for key, value in node.value:
            place = (key.start_mark.line + 1, key.start_mark.column + 1)
            name = key.value if isinstance(key, yaml.ScalarNode) else "?"
            if name in values:
                message = f'kolom "{name}" ditulis dua kali dalam satu data'
                self._say(place, "duplicate-key", message, "Hapus salah satunya.")
                continue
            values[name] = self.read(value, (*path, name), marks, bare)
        return values

    def _scalar(self, node: yaml.Node, path: Path, bare: set[Path]) -> str:
        if node.tag.startswith("!"):
            place = (node.start_mark.line + 1, node.start_mark.column + 1)
            hint = f'Hapus "{node.tag}", atau apit seluruh isinya dengan tanda petik.'
            self._say(place, "yaml-tag", "tanda ! punya arti khusus di YAML", hint)
        if node.tag != "tag:yaml.org,2002:str":
            bare.add(path)
        text = str(node.value)
        empty = node.tag == "tag:yaml.org,2002:null"
        return "" if empty else text

    def _say(self, place: Place, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown, *place, rule, message, hint))


def _tabs(text: str, shown: str) -> list[Problem]:
    if "\t" not in text:
        return []
    hint = "Ganti dengan spasi."
    return [
        Problem(shown, number, line.index("\t") + 1, "tab", "ada tanda tab", hint)
        for number, line in enumerate(text.split("\n"), 1)
        if "\t" in line
    ]


def _depth(text: str, shown: str) -> list[Problem]:
    """Refuse absurd nesting before the parser recurses into it."""
    depth = 0
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) - len(line.lstrip(" -")) > 2 * MAX_DEPTH * 4:
            depth = MAX_DEPTH + 1
        if "[" in line or "{" in line or depth:
            depth += line.count("[") + line.count("{") - line.count("]") - line.count("}")
            depth = max(depth, 0)
        if depth > MAX_DEPTH or line.count("[") > 50 * MAX_DEPTH:
            hint = "Tulis setiap kolom di baris sendiri."
            return [_file(shown, "yaml-depth", "data bersarang terlalu dalam", hint, number)]
    return []


def _yaml_problem(error: yaml.YAMLError, shown: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
    known = {
        "mapping values are not allowed": 'isi yang memuat ": " harus diapit tanda petik',
        "found unknown escape": "tanda \\ di dalam petik ganda harus ditulis \\\\",
        "found unexpected end of stream": "tanda petik tidak ditutup",
        "found undefined alias": "tanda * di awal isi harus diapit tanda petik",
        "cannot start any token": "isi yang diawali @, ` atau % harus diapit tanda petik",
        "expected <block end>": "jarak dari tepi kiri tidak sama dengan baris di atasnya",
        "could not find expected": "ada titik dua atau tanda petik yang kurang",
    }
    said = str(getattr(error, "problem", "") or "")
    message = next((text for key, text in known.items() if key in said), "")
    message = message or "baris ini tidak bisa dibaca sebagai YAML"
    hint = "Periksa baris ini dan baris di atasnya: spasi di depan, titik dua, tanda petik."
    return Problem(shown, line, column, "yaml-syntax", message, hint)

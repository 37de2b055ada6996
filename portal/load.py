"""Files to rows: bytes of data/ go in, rows of texts with file, line and column come out.

Nothing is interpreted here: YAML scalars and CSV cells stay text. What cannot be read becomes a
Problem with its line; what can be read of the rest is still returned.
"""

from __future__ import annotations

import re
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path as FilePath

from portal.model import Row
from portal.problems import Problem
from portal.rows_csv import read_csv
from portal.rows_yaml import read_yaml

RULES = (
    "missing-file unreadable-file file-too-large empty-file binary-file encoding bom line-ending "
    "control-character csv-syntax csv-header column-count duplicate-key tab yaml-syntax yaml-shape "
    "yaml-alias yaml-tag yaml-depth"
).split()
MAX_BYTES = 64 * 1024 * 1024
MAX_SOUND = 150 * 1024  # bytes of one recording: a minute of speech, on a weak signal half a minute
# Controls, and characters that show nothing yet change or hide text: bidi marks, zero width, BOM,
# fillers, selectors of variants, tags.
UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\ufff0-\ufffb\ufffe\uffff\U000e0000-\U000e0fff]"
)


def load_file(
    path: FilePath, shown: str, columns: Sequence[str] = ()
) -> tuple[list[Row], list[Problem]]:
    """Read a YAML or CSV file; `shown` is its name in messages, `columns` what a CSV must have."""
    text, problems = read_text(path, shown)
    if text is None:
        return [], problems
    if path.suffix == ".csv":
        rows, more = read_csv(text, shown, columns)
    else:
        rows, more = read_yaml(text, shown)
    return rows, problems + more


def read_text(path: FilePath, shown: str) -> tuple[str | None, list[Problem]]:
    """Return the file as text, or None and the reason; repairs BOM and CRLF but reports them."""
    try:
        raw = _bytes(path)
    except FileNotFoundError:
        hint = "Kembalikan berkas ini."
        return None, [_file(shown, "missing-file", "berkas tidak ada", hint)]
    except (OSError, ValueError):
        hint = "Pastikan ini berkas biasa, bukan folder, dan boleh dibaca."
        return None, [_file(shown, "unreadable-file", "berkas tidak bisa dibuka", hint)]
    if len(raw) > MAX_BYTES:
        limit = f"Paling besar {MAX_BYTES // 2**20} MB."
        return None, [_file(shown, "file-too-large", "berkas terlalu besar", limit)]
    return _decode(raw, shown)


def load_sounds(folder: FilePath) -> Mapping[str, bytes]:
    """Return the recordings in a folder by name; of one that is too large, only the beginning.

    What is no regular file is left out, and so are the notes that say what the folder is for.
    """
    if not folder.is_dir():
        return {}
    names = (path for path in sorted(folder.iterdir()) if path.suffix != ".md")
    return {path.name: _sound(path) for path in names if path.is_file()}


def _sound(path: FilePath) -> bytes:
    """Return the bytes of a recording; none of one that may not be read."""
    try:
        return _bytes(path, MAX_SOUND)
    except OSError:
        return b""


def _bytes(path: FilePath, most: int = MAX_BYTES) -> bytes:
    """Return the bytes of a regular file, one more than allowed at most; OSError for any other.

    A pipe would never end and a device never stop: neither is opened.
    """
    if not stat.S_ISREG(path.stat().st_mode):
        raise IsADirectoryError(path)
    with path.open("rb") as file:
        return file.read(most + 1)


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
    return UNSEEN.sub(" ", text), problems + _unseen(text, shown)


def _unseen(text: str, shown: str) -> list[Problem]:
    if not UNSEEN.search(text):
        return []
    return [
        Problem(
            shown,
            number,
            match.start() + 1,
            "control-character",
            f"ada tanda yang tidak terlihat (kode {ord(match[0]):04X})",
            "Hapus tanda itu; ketik ulang bagian ini bila perlu.",
        )
        for number, line in enumerate(text.split("\n"), 1)
        for match in UNSEEN.finditer(line)
    ]


def _file(shown: str, rule: str, message: str, hint: str, line: int = 1) -> Problem:
    return Problem(shown, line, 1, rule, message, hint)

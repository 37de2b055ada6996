"""One CSV text to rows. In: text and the columns it must have; out: rows of texts, problems."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence

from portal.model import Path, Place, Row
from portal.problems import Problem, quoted


class CellPlaces(Mapping[Path, Place]):
    """The places of one row's cells: every row shares the columns and adds its own line."""

    def __init__(self, columns: Mapping[str, int], line: int) -> None:
        self.columns = columns
        self.line = line

    def __getitem__(self, path: Path) -> Place:
        if len(path) != 1:
            raise KeyError(path)
        return self.line, self.columns[str(path[0])]

    def __iter__(self) -> Iterator[Path]:
        return ((name,) for name in self.columns)

    def __len__(self) -> int:
        return len(self.columns)


def read_csv(text: str, shown: str, columns: Sequence[str] = ()) -> tuple[list[Row], list[Problem]]:
    """Return the rows of a CSV text whose first line names the columns, and what is wrong."""
    reader = _CsvReader(shown, columns)
    cells = csv.reader(io.StringIO(text, newline=""), strict=True)
    start = 1
    try:
        for row in cells:
            reader.take(row, start)
            start = cells.line_num + 1
    except csv.Error:
        hint = 'Periksa tanda petik: setiap " harus berpasangan.'
        reader.say(start, "csv-syntax", "baris tidak bisa dibaca", hint)
    return reader.rows, reader.problems


class _CsvReader:
    """Collects rows and problems; the first line it takes is the header."""

    def __init__(self, shown: str, columns: Sequence[str]) -> None:
        self.shown = shown
        self.columns = columns
        self.header: list[str] = []
        self.hopeless = False
        self.numbers: dict[str, int] = {}
        self.rows: list[Row] = []
        self.problems: list[Problem] = []

    def take(self, cells: list[str], line: int) -> None:
        if not self.header:
            self._take_header(cells, line)
        elif self.hopeless:
            return
        elif not cells:
            self.say(line, "column-count", "ada baris kosong", "Hapus baris ini.")
        elif len(cells) != len(self.header):
            message = f"baris ini berisi {len(cells)} kolom, seharusnya {len(self.header)}"
            hint = 'Periksa koma; isi yang memuat koma diapit tanda petik ("...").'
            self.say(line, "column-count", message, hint)
        else:
            values = dict(zip(self.header, cells, strict=True))
            self.rows.append(Row(self.shown, line, values, CellPlaces(self.numbers, line)))

    def _take_header(self, cells: list[str], line: int) -> None:
        self.header = cells or [""]
        self.hopeless = len(self.columns) > 1 and self._is_no_header(line)
        if self.hopeless:
            return
        self.numbers = {name: at for at, name in enumerate(self.header, 1)}
        for name in sorted({one for one in self.header if self.header.count(one) > 1}):
            message = f"kolom {quoted(name)} ada dua kali"
            self.say(line, "duplicate-key", message, "Hapus salah satunya.")
        if self.columns:
            self._compare(line)

    def _is_no_header(self, line: int) -> bool:
        """Tell once what would else be wrong in every line: other separators, no line of names."""
        names = ",".join(self.columns)
        if len(self.header) == 1 and any(sign in self.header[0] for sign in ";\t|"):
            hint = "Simpan lagi sebagai CSV dengan koma."
            self.say(line, "csv-header", "kolom tidak dipisah dengan koma", hint)
            return True
        if not set(self.header) & set(self.columns):
            self.say(line, "csv-header", "baris judul tidak ada", f"Baris pertama: {names}.")
            return True
        return False

    def _compare(self, line: int) -> None:
        known, given = list(self.columns), self.header
        for name in [one for one in known if one not in given]:
            hint = f"Tambahkan; urutannya: {','.join(known)}."
            self.say(line, "csv-header", f"kolom {quoted(name)} tidak ada", hint)
        for name in [one for one in dict.fromkeys(given) if one not in known]:
            hint = f"Hapus; kolom yang ada: {','.join(known)}."
            self.say(line, "csv-header", f"kolom {quoted(name)} tidak dikenal", hint)
        if sorted(given) == sorted(known) and given != known:
            hint = f"Kembalikan menjadi {','.join(known)}."
            self.say(line, "csv-header", "urutan kolom berubah", hint)

    def say(self, line: int, rule: str, message: str, hint: str) -> None:
        self.problems.append(Problem(self.shown, line, 1, rule, message, hint))

"""Write a large made-up data folder for measuring: `generate.py DIR --agencies 5000 --seed 1`.

In: the real data/ (its small files are copied) and a seed. Out: DIR with invented agencies and
trainings that pass `make check`. The same seed writes the same bytes; nothing in it is a fact.
"""

from __future__ import annotations

import argparse
import csv
import json
import re
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.load import load_file
from portal.schema import read_schema_file
from scripts.names import firm_names

MADE_HERE = ("agencies.yaml", "training.csv", "sources.yaml", "exceptions.yaml")
COUNTRIES = ("Malaysia", "Hong Kong", "Taiwan", "Singapura", "Jepang", "Korea Selatan")
AREAS = ("21", "22", "24", "31", "341", "274", "370")
POSITIONS = ("Operator produksi", "Perawat lansia", "Pekerja rumah tangga", "Pekerja kebun")
# One history a line, oldest first; a history is worth as many agencies as it has lines.
HISTORIES = (
    "named",
    "named",
    "named named",
    "self_declared named",
    "old_licence named",
    "old_licence licensed",
    "licensed",
    "licensed",
    "licensed licensed",
    "licensed suspended",
    "licensed suspended suspension_ended",
    "licensed suspended suspension_ended licensed",
    "licensed sanctioned deposit_drawn",
    "licensed revoked",
    "licensed revoked revocation_disputed",
    "revoked licensed",
    "named not_licensed",
    "named not_operating",
    "licensed name_misused",
    "licensed branch_closed health_pause",
)
OFFICIAL = "licensed suspended suspension_ended not_licensed revoked".split()


def main() -> int:
    """Read the command line, write the folder, say what was written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--agencies", type=int, default=5000)
    parser.add_argument("--trainings", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, default=date(2026, 11, 22))
    given = parser.parse_args()
    generate(given.folder, given.agencies, given.trainings, given.seed, given.today)
    print(f"{given.agencies} P3MI, {given.trainings} pelatihan: {given.folder}")
    return 0


def generate(folder: Path, agencies: int, trainings: int, seed: int, today: date) -> None:
    """Write a whole data folder to `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in sorted((ROOT / "data").iterdir()):
        if path.is_dir():
            shutil.copytree(path, folder / path.name, dirs_exist_ok=True)
        elif path.name not in MADE_HERE:
            shutil.copyfile(path, folder / path.name)
    made = _Maker(Random(seed), today)  # noqa: S311  (repeatable on purpose; nothing is secret)
    _write_yaml(folder / "agencies.yaml", made.agencies(agencies))
    _write_training(folder / "training.csv", made.trainings(trainings))
    _write_sources(folder / "sources.yaml", made.sources())
    (folder / "exceptions.yaml").write_text("[]\n", encoding="utf-8")


class _Maker:
    """Invents records; every choice comes from one seeded generator, in one order."""

    def __init__(self, random: Random, today: date) -> None:
        self.random = random
        self.today = today
        rows = load_file(ROOT / "data" / "regions.csv", "regions.csv")[0]
        self.regions = [row.values["code"] for row in rows if row.values["province_code"]]
        lists = load_file(ROOT / "data" / "vocabulary.yaml", "vocabulary.yaml")[0]
        self.allowed = {
            row.values["id"]: [value["id"] for value in row.values["values"]] for row in lists
        }

    def agencies(self, count: int) -> Iterator[dict[str, Any]]:
        for number, name in enumerate(firm_names(count, self.random)):
            offices = [self._office(number, at) for at in range(self.random.choice((0, 1, 1, 2)))]
            yield {
                "id": name.lower().replace(" ", "-"),
                "name": f"PT {name}",
                "aliases": [f"PT {name.replace(' ', '', 1)}"] if number % 5 == 0 else [],
                "offices": offices,
                "job_orders": [self._order(number)] if number % 3 == 0 else [],
                "events": list(self._events()),
            }

    def _office(self, number: int, at: int) -> dict[str, Any]:
        return {
            "kind": "branch" if at else "head",
            "region": self.random.choice(self.regions),
            "address": f"Jl. Uji Coba No. {2 * number + at + 1}",
            "phones": [self._phone()],
            "as_of": self._day(1, 300),
            "sources": [self._source(official=False)],
        }

    def _phone(self) -> str:
        return f"+62 {self.random.choice(AREAS)} {self.random.randrange(5000000, 8000000)}"

    def _order(self, number: int) -> dict[str, Any]:
        return {
            "country": self.random.choice(COUNTRIES),
            "position": self.random.choice(POSITIONS),
            "sip2mi_no": f"UJI/{number + 1}/2026",
            "as_of": self._day(1, 120),
            "until": (self.today + timedelta(days=180)).isoformat(),
            "sources": [self._source(official=True)],
        }

    def _events(self) -> Iterator[dict[str, Any]]:
        kinds = self.random.choice(HISTORIES).split()
        ages = sorted(self.random.sample(range(2, 900), len(kinds)), reverse=True)
        for kind, age in zip(kinds, ages, strict=True):
            yield self._event(kind, self.today - timedelta(days=age))

    def _event(self, kind: str, on: date) -> dict[str, Any]:
        event: dict[str, Any] = {"kind": kind, "happened_on": on.isoformat()}
        if kind == "licensed":
            event["expires_on"] = (on + timedelta(days=1826)).isoformat()
            event["licence_no"] = f"{self.random.randrange(1, 9999)} TAHUN {on.year}"
        if kind == "suspended":
            event["until"] = (on + timedelta(days=90)).isoformat()
            event["scope"] = self.random.choice(self.allowed["event_scopes"])
        event["says"] = "Catatan buatan untuk mengukur, bukan fakta."
        event["sources"] = [self._source(kind in OFFICIAL)]
        return event

    def trainings(self, count: int) -> Iterator[dict[str, str]]:
        fields, tracks = self.allowed["training_fields"], self.allowed["training_tracks"]
        for number in range(count):
            field = self.random.choice(fields)
            starts = self.today + timedelta(days=self.random.randrange(-200, 200))
            yield {
                "id": f"uji-{field}-{number + 1}",
                "name": f"Pelatihan uji {field.replace('-', ' ')} {number + 1}",
                "kind": "course",
                "fields": field,
                "track": self.random.choice(tracks),
                "provider": f"BLK Uji {number % 400 + 1}",
                "region": self.random.choice(self.regions),
                "cost_kind": self.random.choice(self.allowed["cost_kinds"]),
                "certificates": self.random.choice(self.allowed["certificate_kinds"]),
                "starts_on": starts.isoformat(),
                "ends_on": (starts + timedelta(days=30)).isoformat(),
                "state": "past" if starts < self.today else "open",
                "as_of": self._day(1, 300),
                "sources": self._source(official=True),
            }

    def sources(self) -> Iterator[dict[str, Any]]:
        for at in range(40):
            yield {
                "id": f"uji-{at}",
                "title": f"Sumber uji {at}",
                "publisher": "Penerbit uji",
                "url": f"https://uji.example.org/{at}",
                "kind": "official" if at < 20 else "press",
                "medium": "web",
                "published_on": "2024",
                "checked_on": self.today.isoformat()[:7],
                "checked_how": "live",
            }

    def _source(self, official: bool) -> str:
        return f"uji-{self.random.randrange(20) + (0 if official else 20)}"

    def _day(self, nearest: int, farthest: int) -> str:
        return (self.today - timedelta(days=self.random.randrange(nearest, farthest))).isoformat()


def _write_yaml(path: Path, records: Iterable[Mapping[str, Any]]) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for record in records:
            file.writelines(f"{line}\n" for line in _yaml(record, "- "))


def _yaml(record: Mapping[str, Any], start: str) -> Iterator[str]:
    """Yield the lines of one record; empty values are left out, texts are quoted."""
    indent = " " * len(start)
    for name, value in record.items():
        if value in ("", []):
            continue
        key = f"{start}{name}:"
        start = indent
        if not isinstance(value, list):
            yield f"{key} {json.dumps(value, ensure_ascii=False)}"
            continue
        yield key
        for item in value:
            if isinstance(item, Mapping):
                yield from _yaml(item, f"{indent}  - ")
            else:
                yield f"{indent}  - {json.dumps(item, ensure_ascii=False)}"


def _write_training(path: Path, rows: Iterable[Mapping[str, str]]) -> None:
    resources = read_schema_file(ROOT / "data" / "datapackage.yaml")
    training = next(one for one in resources if one.name == "training")
    with path.open("w", encoding="utf-8", newline="") as file:
        names = [field.name for field in training.fields]
        writer = csv.DictWriter(file, names, restval="", lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def _write_sources(path: Path, made: Iterable[Mapping[str, Any]]) -> None:
    """Write the real sources that the copied files still use, then the invented ones."""
    files = (one for one in sorted(path.parent.iterdir()) if one.is_file())
    copied = (one for one in files if one.name not in MADE_HERE)
    used = set(re.findall(r"[a-z0-9-]+", " ".join(one.read_text("utf-8") for one in copied)))
    real = re.split(r"(?m)^- id: ", (ROOT / "data" / path.name).read_text(encoding="utf-8"))
    kept = [f"- id: {one}" for one in real[1:] if one.split("\n")[0] in used]
    lines = [f"{line}\n" for record in made for line in _yaml(record, "- ")]
    path.write_text("".join(kept + lines), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    sys.exit(main())

"""The command line: `python -m portal check|standing|search|render`. Text goes in and out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from portal.catalogue import Catalogue, publishable
from portal.check import check
from portal.clock import read_day, today
from portal.edge import content_of, data_dir, open_catalogue, write
from portal.problems import DataError, as_github, as_json, errors, report, summary
from portal.standing import Span, events_of, span_on, timeline
from portal.text import closest, long_date


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; return 0 clean, 1 problems or not found, 2 usage."""
    given = _parser().parse_args(arguments)
    try:
        return int(given.run(given))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except (ValueError, OSError) as error:
        print(f"Gagal: {error}.", file=sys.stderr)
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m portal", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="PERINTAH")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--data", type=Path, default=data_dir(os.environ), help="folder data")

    one = commands.add_parser("check", parents=[shared], help="periksa data")
    one.add_argument("--today", help="anggap hari ini tanggal YYYY-MM-DD")
    one.add_argument("--format", choices=("text", "json", "github"), default="text")
    one.set_defaults(run=_check)

    one = commands.add_parser("standing", parents=[shared], help="status sebuah P3MI")
    one.add_argument("agency", metavar="AGENCY_ID")
    one.add_argument("--on", help="pada tanggal YYYY-MM-DD")
    one.add_argument("--json", action="store_true", help="cetak JSON")
    one.set_defaults(run=_standing)

    one = commands.add_parser("search", parents=[shared], help="cari")
    one.add_argument("words", nargs="+", help="kata yang dicari")
    one.add_argument("--json", action="store_true", help="cetak JSON")
    one.set_defaults(run=_search)

    one = commands.add_parser("render", parents=[shared], help="tulis semua berkas buatan")
    one.add_argument("target", type=Path, metavar="DIR")
    one.set_defaults(run=_render)
    return parser


def _day(text: str | None) -> date:
    return today(os.environ) if text is None else read_day(text)


def _check(given: argparse.Namespace) -> int:
    checked = check(given.data, _day(given.today), content_of(given.data))
    if given.format == "json":
        print(as_json(checked.problems))
    elif given.format == "github":
        print(as_github(checked.problems), end="\n" if checked.problems else "")
        print(summary(checked.problems, checked.records))
    else:
        print(report(checked.problems, checked.records))
    return 1 if errors(checked.problems) else 0


def _standing(given: argparse.Namespace) -> int:
    # The data is judged as of today; only the question may be about another day.
    on, day = _day(given.on), today(os.environ)
    tables = check(given.data, day).sound()
    ids = {one.id: one.id for one in tables["agencies"]}
    ids |= {old: one.id for one in tables["agencies"] for old in one["former_ids"]}
    if given.agency not in ids:
        meant = closest(given.agency, ids)
        hint = f' Maksudnya "{meant}"?' if meant else ""
        print(f'P3MI "{given.agency}" tidak ada di data.{hint}', file=sys.stderr)
        return 1
    catalogue = publishable(tables, day)
    agency = catalogue.find("agencies", ids[given.agency])
    # What rests on nothing that others can open is withheld everywhere: nothing is proven.
    events = events_of(agency, catalogue.source_kinds) if agency else ()
    span = span_on(timeline(events), on)
    at = span.standing.at
    sources = [] if agency is None or at is None else list(agency["events"][at]["sources"])
    told = _as_json(ids[given.agency], on, span, sources) if given.json else _as_text(span, sources)
    print(told)
    return 0


def _as_text(span: Span, sources: Sequence[str]) -> str:
    until = f"sampai {long_date(span.until)}" if span.until else "sampai ada keterangan baru"
    since = "" if span.since == date.min else f"dihitung sejak {long_date(span.since)} "
    why = " ".join([f"({span.standing.reason})", *sources])
    return f"{span.standing.word} {since}{until} {why}"


def _as_json(agency: str, on: date, span: Span, sources: Sequence[str]) -> str:
    answer = {
        "id": agency,
        "on": on.isoformat(),
        "standing": span.standing.word,
        "reason": span.standing.reason,
        "since": None if span.since == date.min else span.since.isoformat(),
        "until": span.until.isoformat() if span.until else None,
        "sources": list(sources),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2)


def _catalogue(given: argparse.Namespace) -> Catalogue:
    return open_catalogue(given.data, today(os.environ), content_of(given.data))


def _search(given: argparse.Namespace) -> int:
    # Imported here: templates, the stemmer and lunr load slowly.
    from portal.render import authored, page_texts, pages  # noqa: PLC0415
    from portal.search import Searcher  # noqa: PLC0415

    catalogue = _catalogue(given)
    readable = page_texts.readable(authored.render(catalogue) | pages.render(catalogue))
    found = Searcher(catalogue, readable).search(" ".join(given.words))
    if given.json:
        print(json.dumps([hit.as_dict() for hit in found], ensure_ascii=False, indent=2))
    for hit in () if given.json else found:
        print(f"{hit.score:.2f}  {hit.match:5}  {hit.kind:9}  {hit.title}  {hit.url}")
    if not found and not given.json:
        print("Tidak ditemukan.")
    return 0


def _render(given: argparse.Namespace) -> int:
    from portal.render import authored, everything  # noqa: PLC0415  (Typst loads slowly)

    catalogue = _catalogue(given)
    files = write(everything(catalogue) | authored.render(catalogue), given.target)
    print(f"{len(files)} berkas ditulis ke {given.target}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Known problems let through for a while, and the rules that keep their list short.

An exception names a rule, a file and a record. It may silence what a person can judge, never what
would break the site or lay open a person (see FIRM).
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from portal.check.context import Context, named
from portal.model import Record
from portal.problems import Problem, quoted
from portal.text import closest

FIRM = frozenset(
    "unknown-region unknown-source unknown-reference withheld-reference region-parent "
    "id-format duplicate-id reused-id vocabulary unknown-vocabulary undated-event proof-date "
    "one-instance unknown-placeholder superseded-rule typed-fact unkept-page missing-topic "
    "topic-mismatch personal-data html-or-script formula odd-letter unknown-rule "
    "expired-exception unused-exception phone-format url-format audio-file".split()
)


def check_unknown_rule(context: Context) -> Iterable[Problem]:
    """An exception names a rule that exists and that may be excepted."""
    known = sorted(context.rules - FIRM)
    for one in context["exceptions"]:
        if one["rule"] and one["rule"] not in known:
            meant = closest(one["rule"], known)
            message = f"aturan {quoted(one['rule'])} tidak dikenal atau tidak boleh dikecualikan"
            hint = f'Maksudnya "{meant}"?' if meant else "Lihat nama aturan di /staf/aturan/."
            yield named(one, "rule").problem("unknown-rule", message, hint)


def check_expired_exception(context: Context) -> Iterable[Problem]:
    """An exception ends on its day; then the problem counts again."""
    for one in context["exceptions"]:
        if one["until"] and one["until"] < context.today:
            message = f"pengecualian ini berakhir pada {quoted(one['until'])}"
            hint = "Perbaiki datanya lalu hapus pengecualian ini."
            yield named(one, "until").problem("expired-exception", message, hint)


def check_unused_exception(context: Context) -> Iterable[Problem]:
    """An exception that lets nothing through is removed (judged after all other rules)."""
    for one in _running(context):
        if not any(_covers(one, problem) for problem in context.found):
            message = "pengecualian ini tidak menutupi masalah apa pun"
            hint = "Hapus bila masalahnya sudah diperbaiki; periksa juga file, record dan rule."
            yield named(one, "id").problem("unused-exception", message, hint)


def let_through(context: Context) -> list[Problem]:
    """Return the problems found, without those that a running exception covers."""
    running = _running(context)
    return [
        problem for problem in context.found if not any(_covers(one, problem) for one in running)
    ]


def _running(context: Context) -> list[Record]:
    return [
        one
        for one in context["exceptions"]
        if one["until"] and one["until"] >= context.today and one["rule"] not in FIRM
    ]


def _covers(exception: Record, problem: Problem) -> bool:
    return (
        exception["rule"] == problem.rule
        and PurePath(exception["file"]).name == PurePath(problem.file).name
        and problem.record.endswith(f'"{exception["record"]}"')
    )

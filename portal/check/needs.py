"""Rules on needs: every need and topic has a page that is kept and fresh, and gaps are named."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from portal.addresses import addresses
from portal.check.context import Context, named
from portal.keepers import keeper_of
from portal.problems import Problem, quoted
from portal.text import closest

ANSWERED = "answered"
PAGE = "page"  # the meaning of a field that holds an address on this site
# A link in prose to a page, not to a file.
LINK = re.compile(r"\]\((/(?:[^)\s#?]*/)?)(?:#[^)\s]*)?\)")


def check_unkept_page(context: Context) -> Iterable[Problem]:
    """Every page that answers a need has somebody who keeps it."""
    if not context.prose or not context.is_whole("pages"):
        return
    for need in context["needs"]:
        for at, url in enumerate(need["pages"]):
            if keeper_of(context["pages"], url) is None:
                message = f"halaman {quoted(url)} belum punya penanggung jawab"
                hint = "Tambahkan ke pages.yaml, atau perbaiki alamatnya."
                yield named(need, "pages", at).problem("unkept-page", message, hint)


def check_unknown_page(context: Context) -> Iterable[Problem]:
    """A page of this site that data or prose leads to exists."""
    if not context.prose or context.unread:
        return
    known = addresses(context.shown.tables) | {one.url for one in context.prose}
    for value in context.values(lambda field: field.semantic == PAGE):
        kept = value.record.resource != "needs" or keeper_of(context["pages"], value.value)
        if kept and value.value.partition("#")[0] not in known:  # what nobody keeps is told already
            yield value.problem("unknown-page", *_nowhere(value.value, known))
    for page in context.public_prose:
        for number, line in enumerate(page.text.split("\n"), page.line):
            for link in LINK.finditer(line):
                if link[1] not in known:
                    place = (page.file, number, link.start(1) + 1)
                    yield Problem(*place, "unknown-page", *_nowhere(link[1], known))


def _nowhere(url: str, known: Iterable[str]) -> tuple[str, str]:
    meant = closest(url, known, 80)
    hint = f'Maksudnya "{meant}"?' if meant else "Lihat pages.yaml dan folder content/."
    return f"halaman {quoted(url)} tidak ada di situs ini", hint


def check_missing_topic(context: Context) -> Iterable[Problem]:
    """Each of the topics that PP 59/2021 obliges offices to publish has its row."""
    topics = context.ids("vocabulary").get("pp59_topics")
    if topics is None or not context.is_whole("needs"):
        return
    given = {one["letter"] for one in context["needs"] if one["kind"] == "topic"}
    for value in topics["values"]:
        if value["id"] not in given:
            message = f"informasi wajib huruf {quoted(value['id'])} belum punya baris"
            hint = f"Tambahkan halaman yang memuat: {value['label']}."
            yield Problem(f"{context.folder}/needs.yaml", 1, 1, "missing-topic", message, hint)


def check_topic_mismatch(context: Context) -> Iterable[Problem]:
    """What an authored page says it answers is what needs.yaml says of it."""
    told = _letters(context)
    for page in context["pages"] if context.prose else ():
        expected = told.get(page.id, frozenset())
        if page.row.file in {one.file for one in context.prose} and {*page["pp59"]} != expected:
            message = (
                f"pp59 berisi {_listed(page['pp59'])}, needs.yaml menyebut {_listed(expected)}"
            )
            hint = "Samakan keduanya."
            yield named(page, "pp59").problem("topic-mismatch", message, hint)


def _letters(context: Context) -> Mapping[str, frozenset[str]]:
    pairs = [
        (url, one["letter"])
        for one in context["needs"]
        if one["kind"] == "topic"
        for url in one["pages"]
    ]
    return {url: frozenset(letter for page, letter in pairs if page == url) for url, _ in pairs}


def _listed(letters: Iterable[str]) -> str:
    return f"[{', '.join(sorted(letters))}]"


def check_stale_topic(context: Context) -> Iterable[Problem]:
    """Each obligatory topic has a page that was reviewed in time."""
    for need in context["needs"] if context.prose else ():
        if need["kind"] != "topic":
            continue
        keepers = [keeper_of(context["pages"], url) for url in need["pages"]]
        days = [one["review_by"] for one in keepers if one is not None and one["review_by"]]
        if days and max(days) < context.today:
            message = f"tidak ada halaman yang masih segar; terakhir harus ditinjau {max(days)}"
            hint = 'Tinjau halamannya, lalu isi "review_by" yang baru.'
            yield named(need, "pages").problem("stale-topic", message, hint)


def check_unnamed_gap(context: Context) -> Iterable[Problem]:
    """Who says that an answer is not whole says what is missing, and the other way round."""
    for need in context["needs"]:
        whole = need["state"] == ANSWERED
        if need["state"] and not whole and not need["gap"]:
            message = f"keadaan {quoted(need['state'])}, tetapi yang belum ada tidak disebut"
            hint = 'Isi "gap" dengan satu kalimat: apa yang belum dijawab?'
            yield named(need, "state").problem("unnamed-gap", message, hint)
        elif whole and need["gap"]:
            message = 'keadaan "answered", tetapi ada yang disebut belum ada'
            hint = 'Ganti "state" menjadi partly atau pointer, atau hapus "gap".'
            yield named(need, "gap").problem("unnamed-gap", message, hint)

"""Rules on sources: each checked, to be found again, used; and no answer without one."""

from __future__ import annotations

from collections.abc import Iterable

from portal.check.context import Context, named
from portal.problems import Problem, quoted
from portal.publish import UNVERIFIABLE


def check_source_never_checked(context: Context) -> Iterable[Problem]:
    """A source says on which day somebody read it, and that day has been."""
    rule = "source-never-checked"
    for source in context["sources"]:
        day = source["checked_on"]
        if not source.row.values.get("checked_on"):
            hint = 'Buka sumbernya, lalu isi "checked_on" dengan tanggal hari ini.'
            yield named(source, "checked_on").problem(rule, "sumber ini belum pernah dicek", hint)
        elif day and day.first > context.today:
            message = f"tanggal cek {quoted(day)} masih di masa depan"
            hint = f"Isi tanggal saat sumber dibaca; hari ini {context.today}."
            yield named(source, "checked_on").problem(rule, message, hint)


def check_source_without_url(context: Context) -> Iterable[Problem]:
    """A page on the net can only be found again by its address."""
    for source in context["sources"]:
        openable = source["medium"] == "web" and source["kind"] != UNVERIFIABLE
        if openable and not source["url"]:
            message = "sumber di web tanpa alamat (url)"
            hint = 'Isi "url", atau ganti "medium" bila bukan halaman web.'
            yield named(source, "url").problem("source-without-url", message, hint)


def check_unused_source(context: Context) -> Iterable[Problem]:
    """A source on which nothing rests is told to a reviewer."""
    used = {one.value for one in context.values(lambda field: field.ref == "sources")}
    used |= {resource.source for resource in context.resources}
    if context.unread:
        return
    for source in context["sources"]:
        if source.id not in used:
            hint = "Hapus, atau sebut di data yang memakainya."
            message = "sumber ini tidak dipakai data mana pun"
            yield named(source, "id").problem("unused-source", message, hint, "warning")


def check_without_basis(context: Context) -> Iterable[Problem]:
    """An answer rests on a source, an open question on the place where it was asked."""
    rule = "without-basis"
    heard = {id_ for session in context["outreach"] for id_ in session["questions"]}
    for one in context["faq"]:
        if one["answer"] and not one["sources"]:
            message = "jawaban tanpa sumber"
            hint = 'Isi "sources", atau hapus "answer" sampai sumbernya ada.'
            yield named(one, "answer").problem(rule, message, hint)
        elif not one["answer"] and not one["asked_at"] and one.id not in heard:
            message = "pertanyaan tanpa jawaban dan tanpa tempat bertanya"
            hint = 'Isi "asked_at": di acara atau loket mana ini ditanyakan?'
            yield named(one, "question").problem(rule, message, hint)

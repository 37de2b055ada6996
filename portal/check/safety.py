"""Rules on what must never get in: data of private persons, code, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from portal.check.context import Context
from portal.problems import Problem, masked, quoted

# 16 digits in a row, or in groups as on an identity card: place, day (plus 40 for women), month.
_NIK = (
    r"(?<![\d.-])\d{16}(?![\d-])"
    r"|(?<![\d.-])[1-9]\d(?:[ .-]?\d){4}"
    r"[ .-]?(?:[04][1-9]|[1256]\d|[37][01])[ .-]?(?:0[1-9]|1[0-2])"
    r"[ .-]?\d\d(?:[ .-]?\d){4}(?![\d-])"
)
_PASSPORT = r"\b[A-Z] ?\d{7}\b"
_EMAIL = r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"
PERSONAL = re.compile(
    rf"(?P<url>https?://\S+)|(?P<email>{_EMAIL})|(?P<nik>{_NIK})|(?P<passport>{_PASSPORT})"
)
LIKELY_PERSONAL = re.compile(r"@|\d(?:[ .-]?\d){15}|[A-Z] ?\d{7}")
KINDS: Mapping[str, str] = {"email": "alamat surel", "nik": "NIK", "passport": "nomor paspor"}
OFFICIAL = ".go.id"
# Where numbers of 16 digits, or addresses with their own rule, are at home.
AT_HOME: Mapping[str, frozenset[str]] = {
    "nik": frozenset({"licence", "url"}),
    "passport": frozenset({"licence", "url"}),
    "email": frozenset({"office_email", "url"}),
}
HTML = re.compile(
    r"</?[a-z!?][^>]*>?|\b(?:java|vb)script:|data:text/|!\[|\]\(|\]:|\{[{%#:]|&#?\w+;", re.I
)
LIKELY_HTML = re.compile(r"[<\]{&]|script:|data:", re.I)
# "+62 …" is a phone number, whatever stands after it must not go on as a formula.
FORMULA = re.compile(r"\A(?:[=@\t-]|\+(?!62[0-9 ;+-]*\Z))")
LIKELY_FORMULA = re.compile(r"^(?:[=@\t-]|\+(?!62[0-9 ;+-]*$))", re.M)


def check_personal_data(context: Context) -> Iterable[Problem]:
    """No NIK, passport number or e-mail of a person stands anywhere; the message masks it."""
    for value, match in context.texts(PERSONAL, LIKELY_PERSONAL.search):
        kind = str(match.lastgroup)
        if kind == "url" or value.field.semantic in AT_HOME[kind]:
            continue
        if kind == "email" and match[0].casefold().endswith(OFFICIAL):
            continue
        message = f"{value.title} memuat {KINDS[kind]} ({masked(match[0])})"
        hint = "Hapus. Data pribadi tidak boleh masuk, juga tidak ke riwayat berkas."
        yield value.problem("personal-data", message, hint)


def check_html_or_script(context: Context) -> Iterable[Problem]:
    """Text is plain: no HTML, no script, no link or picture of Markdown, no template."""
    for value, match in context.texts(HTML, LIKELY_HTML.search):
        if value.field.semantic != "url":
            message = f"{value.title} memuat {quoted(match[0])}, yang bisa terbaca sebagai kode"
            hint = "Tulis kalimat biasa; alamat situs ditulis di kolom alamatnya."
            yield value.problem("html-or-script", message, hint)


def check_formula(context: Context) -> Iterable[Problem]:
    """No value begins like a formula: spreadsheets would run it."""
    for value, match in context.texts(FORMULA, LIKELY_FORMULA.search):
        # A list in a text of YAML may begin with a dash; in a cell of CSV it is a formula.
        if match[0] != "-" or value.record.row.file.endswith(".csv"):
            message = f"{value.title} diawali {quoted(match[0])} seperti rumus"
            hint = "Hapus tanda itu; yang tidak diketahui dibiarkan kosong."
            yield value.problem("formula", message, hint)

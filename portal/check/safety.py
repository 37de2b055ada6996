"""Rules on what must never get in: data of private persons, code, formulas."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from portal.check.context import Context, Value
from portal.problems import Problem, masked, quoted

# 16 digits in a row, or in groups that begin with the code of a province, as on an identity card.
_SIGNS = r"[ \u00a0./\u2013-]{0,3}"
_PROVINCE = r"(?:1[1-9]|21|3[1-6]|5[1-4]|6[1-5]|7[1-6]|8[12]|9[1-7])"
_NIK = (
    r"(?<![\d.-])\d{16}(?![\d-])"
    rf"|(?<![\d+])(?<!\d[ ./-]){_PROVINCE}(?:{_SIGNS}\d){{14}}(?!\d|[./-]\d)"
)
_PASSPORT = (
    r"(?<![A-Za-z0-9])(?:[A-Za-z]\d{7,8}|[A-Ea-eXx][ .-]\d{7,8}"
    r"|[A-Ea-eXx][ .-]?\d{3}[ .-]\d{4,5})(?!\d)"
)
_AT, _DOT = r"[\[({]\s*at\s*[\])}]", r"[\[({]\s*(?:dot|titik)\s*[\])}]"
_EMAIL = (
    rf"(?<![\w.%+-])[\w.%+-]+(?:\s?[@\uff20\ufe6b]\s?|\s*{_AT}\s*|%40)[\w-]+"
    rf"(?:[.\uff0e][\w-]+|\s*{_DOT}\s*[\w-]+)+"
)
PERSONAL = re.compile(
    rf"(?P<url>https?://\S+)|(?P<email>(?i:{_EMAIL}))|(?P<nik>{_NIK})|(?P<passport>{_PASSPORT})"
)
# Addresses of news end in long numbers: here only what has a birth date in it is a NIK.
IN_URL = re.compile(
    rf"(?P<email>{_EMAIL})|(?P<nik>(?<!\d){_PROVINCE}\d{{4}}"
    r"(?:[04][1-9]|[1256]\d|[37][01])(?:0[1-9]|1[0-2])\d{6}(?!\d))"
)
LIKELY_PERSONAL = re.compile(
    rf"[@\uff20\ufe6b]|%40|(?i:{_AT})|\d(?:{_SIGNS}\d){{15}}|[A-Za-z](?:[ .-]?\d){{7}}"
)
# Four years or two days in a row have as many digits as a NIK.
CALENDAR = re.compile(r"(?:(?:19|20)\d\d\D*){4}|(?:[0-3]\d[./-][01]\d[./-](?:19|20)\d\d\D*){2}")
KINDS: Mapping[str, str] = {"email": "alamat surel", "nik": "NIK", "passport": "nomor paspor"}
# Where numbers of that length, or addresses with their own rule, are at home.
AT_HOME: Mapping[str, frozenset[str]] = {
    "nik": frozenset({"licence"}),
    "passport": frozenset({"licence"}),
    "email": frozenset({"office_email"}),
}
HINT = "Hapus. Data pribadi tidak boleh masuk, juga tidak ke riwayat berkas."
COUNTED = frozenset({"integer", "number", "date", "boolean"})
HTML = re.compile(
    r"</?[a-z!?][^>]*>?|\b(?:java|vb)script:|data:text/|!\[|\]\(|\]:|\{[{%#:]|&#?\w+;", re.I
)
# A page may hold HTML, but nothing that runs, asks for data or comes from elsewhere.
FOREIGN = re.compile(
    r"<script\b(?![^>]*\ssrc=[\"']/assets/)|<(?:style|iframe|object|embed|form|base|meta)\b|<[a-z][^>]*\s(?:on\w+|style)\s*="
    r"|\b(?:java|vb)script:|data:text/|!\[[^\]\n]*\]\((?:https?:)?//"
    r"|<(?!a\b)[a-z][^>]*\s(?:src|href)\s*=\s*[\"']?(?:https?:)?//",
    re.I,
)
LIKELY_HTML = re.compile(r"[<\]{&]|script:|data:", re.I)
# The wide signs are those of Asian keyboards: some spreadsheets run them too.
FORMULA = re.compile(r"\A[=@\t\r+\uff1d\uff20\uff0b\uff0d-]")
LIKELY_FORMULA = re.compile(r"^[=@\t\r+\uff1d\uff20\uff0b\uff0d-]", re.M)


def check_personal_data(context: Context) -> Iterable[Problem]:
    """No NIK, passport number or e-mail of a person stands anywhere; the message masks it."""
    for value, whole in context.texts(PERSONAL, LIKELY_PERSONAL.search):
        match = IN_URL.search(whole[0]) if whole.lastgroup == "url" else whole
        if match is None or _is_at_home(value, match):
            continue
        message = f"{value.title} memuat {KINDS[str(match.lastgroup)]} ({masked(match[0])})"
        yield value.problem("personal-data", message, HINT)
    yield from _in_pages(context)


def _in_pages(context: Context) -> Iterator[Problem]:
    """The same for authored pages, where e-mail has no field of its own."""
    for page in context.prose:
        if not page.is_public or not LIKELY_PERSONAL.search(page.text):
            continue
        for number, line in enumerate(page.text.split("\n"), page.line):
            for match in PERSONAL.finditer(line):
                kind = str(match.lastgroup)
                if kind != "url" and not (kind == "nik" and CALENDAR.fullmatch(match[0])):
                    message = f"halaman memuat {KINDS[kind]} ({masked(match[0])})"
                    place = (page.file, number, match.start() + 1)
                    yield Problem(*place, "personal-data", message, HINT)


def _is_at_home(value: Value, match: re.Match[str]) -> bool:
    """Whether the match is what its field is made for, or only looks like a number of a person."""
    kind = str(match.lastgroup)
    if value.field.semantic in AT_HOME[kind]:
        return True
    if kind == "nik" and CALENDAR.fullmatch(match[0]):
        return True
    return kind != "email" and value.field.type in COUNTED


def check_html_or_script(context: Context) -> Iterable[Problem]:
    """Text is plain: no HTML, no script, no link or picture of Markdown, no template."""
    for value, match in context.texts(HTML, LIKELY_HTML.search):
        if value.field.semantic != "url":
            message = f"{value.title} memuat {quoted(match[0])}, yang bisa terbaca sebagai kode"
            hint = "Tulis kalimat biasa; alamat situs ditulis di kolom alamatnya."
            yield value.problem("html-or-script", message, hint)
    hint = "Hapus. Halaman hanya memuat tulisan, daftar, dan tautan."
    for page in context.prose:
        for match in FOREIGN.finditer(page.text):
            line = page.line + page.text[: match.start()].count("\n")
            message = f"halaman memuat {quoted(match[0])}, yang bisa terbaca sebagai kode"
            yield Problem(page.file, line, 1, "html-or-script", message, hint)


def check_formula(context: Context) -> Iterable[Problem]:
    """No value begins like a formula: spreadsheets would run it."""
    for value, match in context.texts(FORMULA, LIKELY_FORMULA.search):
        # A phone number begins with +; that it is nothing else is a rule of its own.
        if not (value.field.semantic == "phone" and match[0] == "+"):
            message = f"{value.title} diawali {quoted(match[0])} seperti rumus"
            hint = "Hapus tanda itu; yang tidak diketahui dibiarkan kosong."
            yield value.problem("formula", message, hint)

"""Rules on how numbers, addresses on the net and licences are written."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from urllib.parse import urlsplit

import phonenumbers

from portal.check.context import Context
from portal.problems import Problem, masked, quoted

PHONE_HINT = 'tulis +62 diikuti 8 sampai 12 angka, misalnya "+62 21 1234567".'
PHONE_FORM = re.compile(r"\+62[ -]?[0-9]+([ -][0-9]+)*")
SHORT_FORM = re.compile(r"1[0-9]{2}|14[0-9]{3}|15[0-9]{5}|0800(-[0-9]{3,7}){1,2}")
HOST_FORM = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.I)
UNSAFE_IN_URL = re.compile(r"[\s<>\"`{}|\\^]")
LICENCE_FORM = re.compile(r"(?=.*[0-9])[0-9A-Za-z][0-9A-Za-z ./()-]{2,58}[0-9A-Za-z)]")
OFFICE_EMAIL = re.compile(r"[a-z0-9][a-z0-9._-]*@([a-z0-9-]+\.)+go\.id")


def check_phone_format(context: Context) -> Iterable[Problem]:
    """A phone number is a valid Indonesian one, written with +62."""
    return _refused(context, "phone", "phone-format", lambda text: (_phone(text), PHONE_HINT))


@lru_cache(maxsize=50_000)
def _phone(text: str) -> str:
    """Return what is wrong with a phone number, or ""."""
    if "," in text:
        return "memuat koma; pisahkan dua nomor dengan titik koma (YAML: tiap nomor satu baris)"
    if re.search(r"[A-Za-z]", text) and re.search(r"[0-9]", text):
        return "memuat huruf"
    national = re.sub(r"^(\+62|62|0)", "", re.sub(r"[^0-9+]", "", text))
    if len(national) < 8:
        return "terlalu pendek"
    if len(national) > 12:
        return "terlalu panjang"
    if not text.startswith("+62"):
        return "tidak diawali +62"
    if not PHONE_FORM.fullmatch(text):
        return "memuat tanda selain angka, spasi dan tanda hubung"
    if national.startswith("0"):
        return "masih memuat 0 sesudah +62"
    parsed = phonenumbers.parse(text, "ID")
    return "" if phonenumbers.is_valid_number(parsed) else "bukan nomor Indonesia yang ada"


def check_short_number(context: Context) -> Iterable[Problem]:
    """A short number is an emergency, call-centre or toll-free one."""
    hint = 'tulis misalnya "110", "14001", "1500630" atau "0800-1000".'
    return _refused(
        context, "short_number", "short-number", lambda text: (_unlike(SHORT_FORM, text), hint)
    )


def check_url_format(context: Context) -> Iterable[Problem]:
    """An address on the net is a plain http or https one that anybody can open."""
    hint = 'tulis lengkap, misalnya "https://kp2mi.go.id/".'
    return _refused(context, "url", "url-format", lambda text: (_url(text), hint))


def _url(text: str) -> str:
    """Return what is wrong with an address on the net, or ""."""
    try:
        parts = urlsplit(text)
        host, _ = parts.hostname or "", parts.port
    except ValueError:
        return "salah bentuk"
    if parts.scheme not in ("http", "https"):
        return "tidak diawali http:// atau https://"
    if "@" in parts.netloc:
        return "memuat nama pengguna atau sandi"
    if UNSAFE_IN_URL.search(text):
        return "memuat spasi atau tanda yang tidak boleh"
    return "" if HOST_FORM.fullmatch(host) else "tidak memuat nama situs yang lengkap"


def check_licence_format(context: Context) -> Iterable[Problem]:
    """A licence number is digits, letters and a few signs, and has at least one digit."""
    hint = "salin nomornya saja, tanpa keterangan lain."
    return _refused(
        context, "licence", "licence-format", lambda text: (_unlike(LICENCE_FORM, text), hint)
    )


def check_office_email(context: Context) -> Iterable[Problem]:
    """Only the address of an office is shown, never that of a person."""
    hint = "tulis alamat kantor yang berakhiran .go.id, atau kosongkan."
    for value in context.values(lambda field: field.semantic == "office_email"):
        if not OFFICE_EMAIL.fullmatch(value.value):
            # Perhaps a private address: reports are public, so it is not repeated whole.
            message = f"{value.title} ({masked(value.value)}) bukan alamat kantor"
            yield value.problem("office-email", message, hint)


def _unlike(form: re.Pattern[str], text: str) -> str:
    return "" if form.fullmatch(text) else "salah bentuk"


def _refused(
    context: Context, semantic: str, rule: str, judge: Callable[[str], tuple[str, str]]
) -> Iterable[Problem]:
    """Return a problem for each value of that meaning with which the judge finds fault."""
    for value in context.values(lambda field: field.semantic == semantic):
        wrong, hint = judge(value.value)
        if wrong:
            yield value.problem(rule, f"{value.title} {quoted(value.value)} {wrong}", hint)

"""Sentences about records that more than one page, file or book needs. In: records; out: text."""

from __future__ import annotations

from datetime import date, timedelta

import phonenumbers

from portal.catalogue import Catalogue
from portal.locks import is_closed
from portal.model import Partial, Record
from portal.standing import PROOF_DAYS, Standing
from portal.text import long_date


def region_name(catalogue: Catalogue, code: str) -> str:
    """Return `Kabupaten Lumajang, Jawa Timur` for "35.08", `Jawa Timur` for "35", "" for ""."""
    if not code:
        return ""
    region = catalogue.get("regions", code)
    if not region["province_code"]:
        return str(region["name"])
    return f"{region['name']}, {catalogue.get('regions', region['province_code'])['name']}"


def place_of(catalogue: Catalogue, agency: Record) -> str:
    """Return `Kantor pusat di Kota Medan, Sumatera Utara`: its first open office, or ""."""
    offices = [
        one for one in offices_of(agency, catalogue.today) if not is_closed(one, catalogue.today)
    ]
    if not offices:
        return ""
    return f"{seat_of(catalogue, offices[0])} {region_name(catalogue, offices[0]['region'])}"


def seat_of(catalogue: Catalogue, office: Record) -> str:
    """Return what stands before an office's place: what kind it is, as far as sources say so."""
    if office["kind"] == "unclear":
        return "Disebut di"
    return f"{catalogue.label('agency_office_kinds', office['kind'])} di"


def offices_of(agency: Record, today: date) -> list[Record]:
    """Return the open offices before the closed, head offices first, then what is newest known."""

    def place(office: Record) -> tuple[bool, bool, int]:
        return (
            is_closed(office, today),
            office["kind"] != "head",
            -office["as_of"].first.toordinal(),
        )

    return sorted(agency["offices"], key=place)


def reason(catalogue: Catalogue, agency: Record, standing: Standing) -> str:
    """Return the sentence that says why, with the dates of the deciding event filled in."""
    text = catalogue.label("reasons", standing.reason)
    event = None if standing.at is None else agency["events"][standing.at]
    when = _when(event) if event else ""
    until = event["until"] if event else None
    expires = event["expires_on"] if event else None
    filled = {
        "on": when,
        "until": f" sampai {long_date(until)}" if until else "",
        "ended": f" pada {long_date(until)}" if until else "",
        "expires": f" pada {long_date(expires)}" if expires else "",
    }
    return text.format_map(filled)


def _when(event: Record) -> str:
    if event["happened_on"]:
        return f" pada {long_date(event['happened_on'])}"
    reported: Partial | None = event["reported_on"]
    return f" (diberitakan {long_date(reported)})" if reported else ""


def timeline_rows(catalogue: Catalogue, agency: Record) -> list[list[str]]:
    """Return `[[from, standing, reason, until], ...]` from today on; dates ISO, until may be ""."""
    return [
        [
            span.since.isoformat(),
            span.standing.word,
            reason(catalogue, agency, span.standing),
            _iso(span.until),
        ]
        for span in catalogue.timeline(agency)
    ]


def short_rows(catalogue: Catalogue, agency: Record) -> list[list[str]]:
    """Return `[[from, standing], ...]` from today on, for lists."""
    return [[span.since.isoformat(), span.standing.word] for span in catalogue.timeline(agency)]


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def check_after(today: date) -> date:
    """Return the day after which anything printed `today` must be checked again."""
    return today + timedelta(days=PROOF_DAYS)


def phone(number: str) -> str:
    """Return a telephone number grouped for reading aloud; short numbers stay as they are."""
    if not number.startswith("+"):
        return number
    parsed = phonenumbers.parse(number, None)
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)


def tel(number: str) -> str:
    """Return the link that dials a number: `tel:+622129244800`."""
    return "tel:" + "".join(char for char in number if char.isdigit() or char == "+")


def whatsapp(number: str) -> str:
    """Return the link that opens a WhatsApp chat with a number."""
    return "https://wa.me/" + "".join(char for char in number if char.isdigit())

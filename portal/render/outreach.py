"""Sessions and the questions asked there. In: a catalogue; out: `/sosialisasi/` with a page of
material for each session, `/tanya-jawab/` and the calendar file that a phone can subscribe to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from functools import partial
from typing import Final

from icalendar import Calendar, Event

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages
from portal.render.urls import url_of
from portal.render.words import region_name
from portal.text import host

CALENDAR: Final = "sosialisasi/kalender.ics"
LINES: Final = 12  # room for questions on the printed sheet
ASK_FIRST: Final = ("disnaker", "bp3mi")
# How fully a question is answered, when it is not answered whole.
NOT_WHOLE: Final = ("partly", "pointer")
# Where the material of each kind is printed from.
KIT_PAGES: Final[Mapping[str, str]] = {
    "poster": "/unduh/",
    "buku-saku": "/unduh/",
    "ringkasan": "/desa/ringkas/",
    "naskah": "/desa/sesi/",
}


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/sosialisasi/`, `/sosialisasi/<id>/` and `/tanya-jawab/`."""
    pages = Pages(catalogue)
    asked = pages.environment.globals
    asked["where"] = partial(where, catalogue)
    asked["kit_page"] = KIT_PAGES.__getitem__
    asked["questions_of"] = lambda one: [catalogue.get("faq", id_) for id_ in one["questions"]]
    asked["asked_in"] = partial(asked_in, catalogue)
    coming, past = sessions(catalogue)
    pages.add("/sosialisasi/", "outreach", coming=coming, past=past, calendar=f"/{CALENDAR}")
    for one in catalogue["outreach"]:
        over = one["held_on"] < catalogue.today
        pages.add(url_of("outreach", one.id), "session", one=one, past=over, lines=LINES)
    answered = [one for one in catalogue["faq"] if one["answer"]]
    waiting = [one for one in catalogue["faq"] if not one["answer"]]
    unsure = [one for one in answered if one["state"] in NOT_WHOLE]
    facts = {"questions": answered, "waiting": waiting, "unsure": unsure}
    pages.add("/tanya-jawab/", "faq", **facts, ask_first=ASK_FIRST)
    return pages.files


def sessions(catalogue: Catalogue) -> tuple[Sequence[Record], Sequence[Record]]:
    """Return the sessions still to come, soonest first, and the past, newest first."""
    known = sorted(catalogue["outreach"], key=lambda one: (one["held_on"], one.id))
    coming = [one for one in known if one["held_on"] >= catalogue.today]
    past = [one for one in reversed(known) if one["held_on"] < catalogue.today]
    return coming, past


def asked_in(catalogue: Catalogue, question: Record) -> Sequence[Record]:
    """Return the sessions at which a question was asked, the oldest first."""
    coming, past = sessions(catalogue)
    return [one for one in (*reversed(past), *coming) if question.id in one["questions"]]


def where(catalogue: Catalogue, session: Record) -> str:
    """Return the place of a session: `Aula Kantor Kecamatan, Kecamatan Takisung, Kabupaten ...`."""
    district = session["district"] and f"Kecamatan {session['district']}"
    named = district if district and district not in session["place"] else ""
    region = region_name(catalogue, session["region"])
    place = "" if region.startswith(session["place"]) else session["place"]
    return ", ".join(part for part in (place, named, region) if part)


def calendar(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the calendar of all sessions as iCalendar (RFC 5545), by path.

    Hours are those of the place, so they carry no time zone; the stamp is the day of the build.
    """
    made = Calendar()
    made.add("prodid", "-//Jalur Resmi//Sosialisasi//ID")
    made.add("version", "2.0")
    made.add("x-wr-calname", f"Sosialisasi, {catalogue.instance['name']}")
    coming, past = sessions(catalogue)
    for one in (*reversed(past), *coming):
        made.add_component(_event(catalogue, one))
    return {CALENDAR: made.to_ical()}


def _event(catalogue: Catalogue, session: Record) -> Event:
    site = catalogue.instance["site_url"]
    event = Event()
    event.add("uid", f"{session.id}@{host(site)}")
    event.add("dtstamp", datetime.combine(catalogue.today, time()))
    event.add("dtstart", _moment(session, session["starts_at"]))
    if session["starts_at"] and session["ends_at"]:
        event.add("dtend", _moment(session, session["ends_at"]))
    event.add("summary", session["topic"])
    event.add("location", where(catalogue, session))
    event.add("description", f"Penyelenggara: {session['host']}.")
    event.add("url", f"{site.rstrip('/')}/sosialisasi/#{session.id}")
    return event


def _moment(session: Record, clock: str) -> date | datetime:
    """Return the day, or the moment where the hour is known: "09.00"."""
    day: date = session["held_on"]
    return datetime.combine(day, time.fromisoformat(clock.replace(".", ":"))) if clock else day

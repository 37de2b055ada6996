"""What stands around every page: whom to call, dates, the shapes of the standings. In: a catalogue.

Out: plain values for whichever theme draws the frame; nothing in it is decided by the theme.
"""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render import passing, words
from portal.render.environment import environment
from portal.render.known import known
from portal.render.lookups import actions, contacts
from portal.render.offline import UNSTAMPED
from portal.text import long_date


def frame(catalogue: Catalogue) -> dict[str, Any]:
    """Return the values that the theme shows on every page."""
    instance = catalogue.instance
    checked = [one["checked_on"] for one in catalogue["sources"] if one["checked_on"]]
    hotlines = [line for one in catalogue["offices"] for line in _lines(catalogue, one)]
    return {
        "edition": instance["edition"],
        "operator": instance["operator"],
        "repository": f"{instance['repository_url'].rstrip('/')}/blob/{instance['branch']}",
        "hotlines": hotlines,
        "alarm": _alarm(catalogue),
        "known": known(catalogue),
        "passed": passing.passed(catalogue, hotlines[0]["shown"] if hotlines else ""),
        "card": passing.card(catalogue),
        "until_clear": [one["text"] for one in actions(catalogue, "until_clear")],
        "built": long_date(catalogue.today),
        "built_on": catalogue.today.isoformat(),
        "build": UNSTAMPED,
        "checked": long_date(max(checked, default=None)),
        "sprite": environment(catalogue).get_template("frame/sprite.svg.j2").render(),
    }


def _alarm(catalogue: Catalogue) -> list[dict[str, str]]:
    """Return the police numbers of the whole country: whom to call in danger, before anybody."""
    police = (one for one in contacts(catalogue, ("police",)) if not one["region"])
    numbers = (number for one in police for number in _voice(one))
    return [{"shown": words.phone(one), "href": words.tel(one)} for one in numbers]


def _lines(catalogue: Catalogue, office: Record) -> list[dict[str, str]]:
    """Return every way to reach a hotline that is sure to work; none for any other office."""
    wanted = ("hotline", "current", "verified")
    if (office["kind"], office["state"], office["verification"]) != wanted:
        return []
    voice = [(words.phone(one), words.tel(one), "phone") for one in _voice(office)]
    chat = [(words.phone(one), words.whatsapp(one), "chat") for one in office["whatsapp"]]
    about = {"name": office["name"], "from": catalogue.label("calls_from", office["calls_from"])}
    about |= {"hours": office["hours"], "calls_from": office["calls_from"]}
    return [about | {"shown": one, "href": href, "kind": kind} for one, href, kind in voice + chat]


def _voice(office: Record) -> tuple[str, ...]:
    return (*office["short_numbers"], *office["phones"])

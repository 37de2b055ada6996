"""The core messages to read out or play. In: a catalogue; out: `/pesan/`, and the recordings.

A language without a recording shows nothing. Recordings are published as .ogg whatever their file
is called: every host knows that ending.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import PurePath
from typing import Final

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.page import Pages

# How a browser is told of the language, for its hyphens and its voice.
TAGS: Final[Mapping[str, str]] = {
    "jawa": "jv",
    "sunda": "su",
    "madura": "mad",
    "sasak": "sas",
    "banjar": "bjn",
}


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/pesan/`."""
    pages = Pages(catalogue)
    offices = {one.id: calls(catalogue, one) for one in catalogue["messages"]}
    pages.add("/pesan/", "messages", offices=offices, sound_url=sound_url, tags=TAGS)
    return pages.files


def calls(catalogue: Catalogue, message: Record) -> Sequence[Record]:
    """Return the offices to call that a message names, those that may be shown."""
    found = (catalogue.find("offices", one) for one in message["offices"])
    return [one for one in found if one is not None]


def sound_url(recording: Record) -> str:
    """Return where a recording is found."""
    return f"/pesan/suara/{PurePath(recording['file']).stem}.ogg"


def sounds(catalogue: Catalogue) -> dict[str, bytes]:
    """Return the recordings of all messages by path."""
    recordings = (part for one in catalogue["messages"] for part in one["recordings"])
    return {sound_url(one)[1:]: catalogue.sounds[one["file"]] for one in recordings}

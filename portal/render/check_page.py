"""The page on which a firm is looked up. In: a catalogue; out: `/cek/`, answer and all."""

from __future__ import annotations

from portal.catalogue import Catalogue
from portal.locks import WORST_FIRST
from portal.render.frame import frame
from portal.render.page import Pages
from portal.standing import PRECEDENCE

URL = "/cek/"


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `/cek/`."""
    pages = Pages(catalogue)
    lines = [one for one in frame(catalogue)["hotlines"] if one["kind"] == "phone"]
    facts = {"worst_first": WORST_FIRST, "standings": PRECEDENCE, "lines": lines}
    pages.add(URL, "check", **facts)
    return pages.files

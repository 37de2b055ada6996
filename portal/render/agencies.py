"""Pages on agencies. In: a catalogue; out: the list and one page per agency, as Markdown."""

from __future__ import annotations

from itertools import groupby

from portal.catalogue import Catalogue
from portal.model import Record
from portal.render.environment import environment
from portal.render.urls import path_of, url_of


def render(catalogue: Catalogue) -> dict[str, str]:
    """Return `p3mi/index.md` and `p3mi/<id>/index.md` for every agency."""
    env = environment(catalogue)
    one = env.get_template("pages/agency.md.j2")
    pages = {
        path_of(url_of("agencies", agency.id)): one.render(agency=agency)
        for agency in catalogue["agencies"]
    }
    listing = env.get_template("pages/agencies.md.j2").render(letters=by_letter(catalogue))
    return {path_of(url_of("agencies")): listing, **pages}


def by_letter(catalogue: Catalogue) -> list[tuple[str, list[Record]]]:
    """Return the agencies under the first letter of their name without PT, both sorted."""
    found = sorted(catalogue["agencies"], key=bare_name)
    return [(letter, list(group)) for letter, group in groupby(found, lambda one: bare_name(one)[0])]


def bare_name(agency: Record) -> str:
    """Return the name by which people look an agency up: upper case, without PT."""
    return str(agency["name"]).upper().removeprefix("PT").lstrip(". ")

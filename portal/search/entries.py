"""What has a name that people look for. In: a catalogue; out: entries for the index of names.

Agencies are a list of their own, the first to be loaded; offices, regions and training providers
follow. Every list is sorted, so that the index is the same at each build.
"""

from __future__ import annotations

from collections.abc import Iterable

from portal.catalogue import Catalogue
from portal.locks import is_closed
from portal.model import Record
from portal.render.urls import url_of
from portal.render.words import offices_of, region_name, seat_of
from portal.search.constants import MIN_DIGITS
from portal.search.fold import digits, plain
from portal.search.names import Entry

HELP = "/bantuan/"


def agencies(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return one entry per agency: every name it has or had, its numbers, its towns."""
    found = sorted(catalogue["agencies"], key=lambda one: (" ".join(plain(one["name"])), one.id))
    return tuple(_agency(catalogue, one) for one in found)


def _agency(catalogue: Catalogue, agency: Record) -> Entry:
    names = tuple(dict.fromkeys((agency["name"], *agency["aliases"], *agency["former_names"])))
    phones = [phone for office in agency["offices"] for phone in office["phones"]]
    licences = [event["licence_no"] for event in agency["events"]]
    offices = offices_of(agency, catalogue.today)
    opened = [one for one in offices if not is_closed(one, catalogue.today)]
    codes = dict.fromkeys(office["region"] for office in offices)
    return Entry(
        kind="agency",
        id=agency.id,
        title=agency["name"],
        url=url_of("agencies", agency.id),
        names=names,
        numbers=_numbers([*phones, *licences]),
        places=tuple(region_name(catalogue, code) for code in codes if code),
        seat=seat_of(catalogue, opened[0]) if opened else "",
        former=tuple(at for at, name in enumerate(names) if name in agency["former_names"]),
    )


def others(catalogue: Catalogue) -> tuple[Entry, ...]:
    """Return training providers, offices and regions."""
    made = (*_providers(catalogue), *_offices(catalogue), *_regions(catalogue))
    return tuple(sorted(made, key=lambda one: (one.kind, one.title, one.id)))


def _providers(catalogue: Catalogue) -> Iterable[Entry]:
    """Yield each provider once, leading to its newest programme."""
    newest = sorted(catalogue["training"], key=lambda one: (str(one["as_of"]), one.id))
    for provider, one in sorted({one["provider"]: one for one in newest}.items()):
        place = region_name(catalogue, one["region"])
        url = url_of("training", one.id)
        places = (place,) if place else ()
        yield Entry("training", one.id, provider, url, (provider,), places=places)


def _offices(catalogue: Catalogue) -> Iterable[Entry]:
    for one in catalogue["offices"]:
        codes = [code for code in (one["region"], *one["serves"]) if code]
        numbers = (*one["phones"], *one["short_numbers"], *one["whatsapp"])
        yield Entry(
            kind="office",
            id=one.id,
            title=one["name"],
            url=url_of("regions", codes[0]) if codes else HELP,
            names=(one["name"],),
            numbers=_numbers(numbers),
            places=tuple(region_name(catalogue, code) for code in codes),
        )


def _regions(catalogue: Catalogue) -> Iterable[Entry]:
    for one in catalogue["regions"]:
        short = one["name"].removeprefix("Kabupaten ").removeprefix("Kota ")
        short = short.removeprefix("Administrasi ")
        province = region_name(catalogue, one["province_code"])
        title = region_name(catalogue, one.id)
        names = tuple(dict.fromkeys((one["name"], short)))
        places = (province,) if province else ()
        yield Entry("region", one.id, title, url_of("regions", one.id), names, places=places)


def _numbers(written: Iterable[str]) -> tuple[str, ...]:
    found = {digits(one) for one in written}
    return tuple(sorted(one for one in found if len(one) >= MIN_DIGITS))

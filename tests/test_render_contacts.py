"""The directory: every role and every office, old ones as old, unknown numbers as unknown."""

from __future__ import annotations

import re

import pytest

from portal.catalogue import Catalogue
from portal.render import contacts
from portal.render.page_texts import plain
from portal.render.words import phone


@pytest.fixture(scope="module")
def sections(made: dict[str, str]) -> dict[str, str]:
    """Return the part of each role by id."""
    page = made["kontak/index.md"]
    found = re.findall(r'<section id="([^"]+)".*?</section>', page, re.DOTALL)
    parts = re.findall(r"<section id=.*?</section>", page, re.DOTALL)
    return dict(zip(found, parts, strict=True))


def test_every_role_stands_with_what_it_does(
    catalogue: Catalogue, sections: dict[str, str]
) -> None:
    assert list(sections) == [one.id for one in catalogue["roles"]]
    for role in catalogue["roles"]:
        text = plain(sections[role.id])
        assert role["title"] in text
        assert all(one in text for one in role["does"])


def test_every_office_stands_once_with_its_day(
    catalogue: Catalogue, sections: dict[str, str], made: dict[str, str]
) -> None:
    cards = re.findall(
        r'<li class="card">.*?</li>\s*(?=<li class="card">|</ul>)',
        made["kontak/index.md"],
        re.DOTALL,
    )
    assert len(cards) == len(catalogue["offices"])
    assert all("Keadaan per" in plain(one) for one in cards)


def test_every_number_of_an_office_is_shown(catalogue: Catalogue, sections: dict[str, str]) -> None:
    kinds = {role["kind"]: role.id for role in catalogue["roles"]}
    for office in catalogue["offices"]:
        text = plain(sections[kinds[office["kind"]]])
        for number in office["phones"] + office["short_numbers"] + office["whatsapp"]:
            assert phone(number) in text


def test_national_numbers_come_first_and_the_roles_are_folded(made: dict[str, str]) -> None:
    page = made["kontak/index.md"]
    top = page.partition("<section")[0]
    calls = [top.index(one) for one in ('"tel:08001000"', '"https://wa.me/', '"tel:110"')]
    assert calls == sorted(calls)
    assert top.index('"tel:110"') < top.index('href="/wilayah/"')
    assert page.count('<details class="fold" data-fold>') == page.count('<section id="')


def test_an_old_number_cannot_be_tapped(catalogue: Catalogue) -> None:
    now, old = contacts.offices(catalogue, "bp3mi")
    assert {one["state"] for one in old} <= set(contacts.OLD)
    assert not {one["state"] for one in now} & set(contacts.OLD)
    assert any(one["phones"] for one in old)


def test_old_offices_are_folded_apart_and_marked(sections: dict[str, str]) -> None:
    old = sections["bp3mi"].partition("Keterangan lama atau baru rencana")[2]
    assert old.count('<li class="card">') == old.count("Keterangan lama.")
    assert 'href="tel:' not in old


@pytest.mark.parametrize("role", ["imigrasi", "bpjs", "dinas-pmd", "sekolah", "lpk", "desa"])
def test_a_role_without_an_office_says_whom_to_ask(
    catalogue: Catalogue, sections: dict[str, str], role: str
) -> None:
    text = plain(sections[role])
    assert "Nomor dan alamatnya belum diketahui." in text
    assert catalogue.get("roles", role)["unknown"] in text


def test_what_answers_for_sure_comes_first(catalogue: Catalogue) -> None:
    now, _ = contacts.offices(catalogue, "hotline")
    states = [one["state"] for one in now]
    assert states == sorted(states, key=lambda one: one != "current")

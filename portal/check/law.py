"""Rules on the law: which text applied when, what a fine category is worth, least and most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import timedelta

from portal.check.context import Context, named
from portal.convert import called
from portal.model import Record
from portal.problems import Problem, quoted
from portal.text import rupiah

DAY = timedelta(days=1)
CATEGORY = re.compile(r"kategori\s+([IVX]+)\s*,\s*Rp\s?([0-9.]+),00")
CATEGORIES_AT_LEAST = 3
LEAST_MOST = (
    ("age_min", "age_max"),
    ("prison_min_years", "prison_max_years"),
    ("fine_min_rp", "fine_rp"),
)


def check_law_range(context: Context) -> Iterable[Problem]:
    """The versions of a sanction follow each other in time, without overlap and without a gap."""
    for sanction in context["sanctions"]:
        versions = [one for one in sanction["versions"] if one["from"]]
        for before, after in zip(versions, versions[1:], strict=False):
            wrong, hint = _seam(before, after)
            if wrong:
                yield named(after, "from").problem("law-range", wrong, hint)
        if versions and versions[-1]["until"]:
            message = f"tidak ada bunyi yang berlaku sesudah {versions[-1]['until']}"
            hint = "Tambahkan bunyi yang baru; bila memang dicabut, biarkan."
            yield named(versions[-1], "until").problem("law-range", message, hint, "warning")


def _seam(before: Record, after: Record) -> tuple[str, str]:
    """Return what is wrong between two versions that stand one after the other, and the remedy."""
    starts = quoted(after["from"])
    if after["from"] <= before["from"]:
        return f"bunyi sejak {starts} tidak menurut urutan waktu", "Urutkan dari yang paling lama."
    end = after["from"] - DAY
    if before["until"] is None or before["until"] >= after["from"]:
        hint = f'Isi "until: {end}" pada bunyi sebelumnya.'
        return f"bunyi sejak {starts} bertumpuk dengan bunyi sebelumnya", hint
    if before["until"] < end:
        since = before["until"] + DAY
        hint = "Samakan tanggalnya, atau tambahkan bunyi untuk masa itu."
        return f"tidak ada bunyi yang berlaku dari {since} sampai {end}", hint
    return "", ""


def check_fine_category(context: Context) -> Iterable[Problem]:
    """The rupiah of a fine category are those of the provision that lists the categories."""
    worth = _categories(context["provisions"])
    for _, version in context.parts("sanctions", "versions"):
        category, fine = version["fine_category"], version["fine_rp"]
        if category in worth and fine is not None and fine != worth[category]:
            amount = rupiah(worth[category])
            message = f"denda (fine_rp) {quoted(fine)} tidak cocok dengan kategori {category}"
            hint = f'Tulis "{worth[category]}" ({amount}), atau periksa kategorinya.'
            yield named(version, "fine_rp").problem("fine-category", message, hint)


def _categories(provisions: Iterable[Record]) -> Mapping[str, int]:
    """Return the worth of each fine category, from the provision that lists several of them."""
    for provision in provisions:
        found = CATEGORY.findall(provision["text"])
        if len(found) >= CATEGORIES_AT_LEAST:
            return {name: int(amount.replace(".", "")) for name, amount in found}
    return {}


def check_number_order(context: Context) -> Iterable[Problem]:
    """The least is not more than the most: ages, years of prison, fines."""
    pairs = {high: low for low, high in LEAST_MOST}
    for value in context.values(lambda field: field.name in pairs):
        low = pairs[value.field.name]
        least = value.record.get(low)
        if least is not None and least > value.value:
            message = f"{called(value.field)} {quoted(value.value)} lebih kecil daripada {low}"
            yield value.problem("number-order", message, f'Nilai "{low}" ialah {least}. Periksa.')

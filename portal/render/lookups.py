"""What the templates of record pages ask of the data. In: a catalogue; out: records, URLs, words.

One place for questions that several page types share: where a provision is explained, what a
sanction threatens, whom to call when nobody is near.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

from portal.catalogue import Catalogue
from portal.model import Record
from portal.text import and_list, lower_first, rupiah

RIGHTS = ("right", "family_right")
RIGHTS_PAGE = (*RIGHTS, "duty", "requirement")
IN_FORCE = ("in_force", "amended")
USABLE_STATES = ("current", "unconfirmed")


def functions(catalogue: Catalogue) -> Mapping[str, Callable[..., Any]]:
    """Return the functions that templates of record pages may call, bound to `catalogue`."""
    asked: tuple[Callable[..., Any], ...] = (
        provision,
        provision_url,
        provisions_shown,
        hotlines,
        contacts,
        surest,
        region_url,
        sanctions_for,
        regulation,
        threat,
    )
    return {one.__name__: partial(one, catalogue) for one in asked} | {
        "and_list": and_list,
        "article": article,
    }


def shown(catalogue: Catalogue, provision_: Record) -> bool:
    """Whether a provision may be shown as a fact today: verified, begun and not ended."""
    begun = not provision_["from"] or provision_["from"] <= catalogue.today
    ended = provision_["until"] and provision_["until"] < catalogue.today
    return provision_["verification"] != "unverified" and begun and not ended


def provision(catalogue: Catalogue, provision_id: str) -> Record | None:
    """Return a provision, or None when it is unknown or may not be shown as a fact."""
    found = catalogue.find("provisions", provision_id)
    return found if found is not None and shown(catalogue, found) else None


def provisions_shown(catalogue: Catalogue, ids: Iterable[str]) -> list[Record]:
    """Return the provisions with these ids that may be shown as facts."""
    found = (provision(catalogue, one) for one in ids)
    return [one for one in found if one is not None]


def provision_url(catalogue: Catalogue, provision_id: str) -> str:
    """Return where a provision is explained; "" when it is not shown anywhere."""
    found = provision(catalogue, provision_id)
    return f"{home_of(found)}#{provision_id}" if found is not None else ""


def home_of(provision_: Record) -> str:
    """Return the page that explains provisions of this kind."""
    if provision_["kind"] == "prohibition":
        return "/larangan/"
    if provision_["kind"] in RIGHTS_PAGE:
        return "/hak/"
    return f"/peraturan/{provision_['regulation']}/"


def article(provision_: Record) -> str:
    """Return `Pasal 69 ayat (1)`, or "" for a rule without articles."""
    if not provision_["article"]:
        return ""
    return f"Pasal {provision_['article']} {provision_['paragraph']}".strip()


def regulation(catalogue: Catalogue, regulation_id: str) -> Record:
    """Return a regulation."""
    return catalogue.get("regulations", regulation_id)


def hotlines(catalogue: Catalogue, *calls_from: str) -> tuple[Record, ...]:
    """Return the hotlines that can be used now, those for `calls_from` only when given."""
    return contacts(catalogue, ("hotline",), calls_from)


def contacts(
    catalogue: Catalogue, kinds: Iterable[str], calls_from: Iterable[str] = ()
) -> tuple[Record, ...]:
    """Return the offices of these kinds that can be reached now, the surest first."""
    wanted, places = tuple(kinds), tuple(calls_from)
    found = (one for one in catalogue["offices"] if one["kind"] in wanted and can_reach(one))
    fit = (one for one in found if not places or (one["calls_from"] or "anywhere") in places)
    return tuple(sorted(fit, key=lambda one: (wanted.index(one["kind"]), _doubt(one))))


def surest(
    catalogue: Catalogue, kinds: Iterable[str], calls_from: Iterable[str] = ()
) -> tuple[Record, ...]:
    """Return of each kind the contacts that are current, or what there is where none is."""
    places = tuple(calls_from)
    found: list[Record] = []
    for kind in kinds:
        known = contacts(catalogue, (kind,), places)
        found += [one for one in known if one["state"] == "current"] or known
    return tuple(found)


def actions(catalogue: Catalogue, list_: str) -> tuple[Record, ...]:
    """Return the sentences of one list of data/actions.yaml, in its order."""
    return tuple(one for one in catalogue["actions"] if one["list"] == list_)


def can_reach(office: Record) -> bool:
    """Whether an office still answers, as far as known, at a number or address we trust."""
    trusted = office["verification"] != "unverified" and office["state"] in USABLE_STATES
    return trusted and (has_number(office) or bool(office["website_url"]))


def has_number(office: Record) -> bool:
    """Whether any number of an office is known, to call or to write to."""
    return bool(office["phones"] or office["short_numbers"] or office["whatsapp"])


def _doubt(office: Record) -> tuple[bool, bool, bool]:
    numbers = office["phones"] + office["short_numbers"]
    return office["state"] != "current", office["verification"] != "verified", not numbers


def region_url(catalogue: Catalogue, code: str) -> str:
    """Return the page of a region; "" for no region."""
    return f"/wilayah/{code}/" if catalogue.find("regions", code) else ""


def sanctions_for(catalogue: Catalogue, provision_id: str) -> tuple[Record, ...]:
    """Return the sanctions that follow from breaking a provision."""
    return tuple(one for one in catalogue["sanctions"] if provision_id in one["prohibited_by"])


def threat(catalogue: Catalogue, version: Record) -> tuple[str, str, str]:
    """Return prison, the connector of the law and fine in words; "" for what does not threaten."""
    prison, fine = _prison(version), _fine(catalogue, version)
    joint = version["connector"] or "(kata penghubung belum diketahui)"
    return prison, joint if prison and fine else "", fine


def _prison(version: Record) -> str:
    low, high = version["prison_min_years"], version["prison_max_years"]
    least = f"paling singkat {low} tahun dan " if low else ""
    return f"penjara {least}paling lama {high} tahun" if high else ""


def _fine(catalogue: Catalogue, version: Record) -> str:
    low, high = version["fine_min_rp"], version["fine_rp"]
    name = lower_first(catalogue.label("fine_categories", version["fine_category"]))
    most = f"{name} ({rupiah(high)})" if name and high else name or (rupiah(high) if high else "")
    least = f"paling sedikit {rupiah(low)}" if low else ""
    both = " dan ".join(part for part in (least, most and f"paling banyak {most}") if part)
    return f"denda {both}" if both else ""

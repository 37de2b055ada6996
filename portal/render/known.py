"""How many of all P3MI the portal knows. In: a catalogue; out: the number, and that of all of them.

A name that is not found must never sound like proof: the reader is told how much is missing.
"""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.text import long_date, number

INDICATOR, NATION = "jumlah-p3mi", "nasional"


def known(catalogue: Catalogue) -> dict[str, Any]:
    """Return `ours`, and of all P3MI: how many (`all`), when (`on`), after whom (`source`)."""
    ours = len(catalogue["agencies"])
    totals = [
        one
        for one in catalogue["statistics"]
        if (one["indicator"], one["level"], one["status"]) == (INDICATOR, NATION, "reported")
        and not one["dimension"]
    ]
    newest = max(totals, key=lambda one: (one["period_end"].last, one.id), default=None)
    if newest is None or newest["value"] <= ours:
        return {"ours": number(ours), "all": ""}
    source = catalogue.get("sources", newest["sources"][0])
    return {
        "ours": number(ours),
        "all": number(newest["value"]),
        "on": long_date(newest["period_end"]),
        "source": source.id,
        "publisher": source["publisher"],
    }

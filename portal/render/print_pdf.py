"""From texts to PDF: Typst with fixed fonts and a fixed moment. In: a template, texts, a day.

The texts travel as JSON and are only ever read as data: no text can become Typst code.
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import fontpkg_atkinson_hyperlegible
import segno
import typst

from portal.clock import JAKARTA

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "print"
FONTS = Path(fontpkg_atkinson_hyperlegible.__file__).parent / "files"
# Letters outside these ranges are not in the face, and PDF/UA refuses a page with a missing letter.
FOREIGN = re.compile("[^\n\u0020-\u007e\u00a0-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u20ac]")
LOOKALIKES: Mapping[str, str] = {
    "\u2010": "-",
    "\u2011": "-",
    "\u2012": "-",
    "\u2192": "->",
    "\t": " ",
}


def pdf(template: str, texts: Mapping[str, Any], day: date) -> bytes:
    """Return the tagged PDF/UA-1 that `templates/print/<template>.typ` makes of `texts`."""
    made = typst.compile(
        str(TEMPLATES / f"{template}.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        pdf_standards=["ua-1"],
        timestamp=datetime.combine(day, time(), JAKARTA),
        sys_inputs={"book": json.dumps(printable(texts), ensure_ascii=False)},
    )
    assert isinstance(made, bytes)  # a list only for pictures of several pages
    return made


def printable(value: Any) -> Any:
    """Return the same nested value with every letter that the face lacks replaced."""
    if isinstance(value, str):
        return _letters(value)
    if isinstance(value, Mapping):
        return {key: printable(one) for key, one in value.items()}
    if isinstance(value, Sequence):
        return [printable(one) for one in value]
    return value


def _letters(text: str) -> str:
    plain = "".join(LOOKALIKES.get(letter, letter) for letter in unicodedata.normalize("NFC", text))
    return FOREIGN.sub(_replacement, plain)


def _replacement(found: re.Match[str]) -> str:
    folded = unicodedata.normalize("NFKD", found[0])
    kept = FOREIGN.sub("", folded)
    invisible = unicodedata.category(found[0]) in ("Cf", "Cc", "Mn")
    return kept or ("" if invisible else "?")


def qr_svg(url: str) -> str:
    """Return a QR code of `url` as SVG, with the quiet zone that scanners need."""
    drawn = io.BytesIO()
    segno.make(url, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=4)
    return drawn.getvalue().decode("ascii")

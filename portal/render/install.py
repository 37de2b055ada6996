"""What a phone needs to put the portal on its home screen. In: a catalogue; out: {path: file}.

The pictures are drawn by Typst from the same sign as assets/favicon.svg. Addresses in the manifest
are relative, so that a copy below a sub-path works unchanged.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import typst

from portal.catalogue import Catalogue

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "frame"
COLOUR: Final = "#0b5a55"
PAPER: Final = "#ffffff"
SHARE = 0.8  # of a maskable picture that every phone shows
# Name, edge in pixels, whether the phone may cut it to its own shape.
ICONS: Final = (
    ("icon-180", 180, False),  # iOS
    ("icon-192", 192, False),
    ("icon-512", 512, False),
    ("icon-512-maskable", 512, True),
)
SHORTCUTS: Final = (("Cek P3MI", "cek/"), ("Butuh bantuan", "bantuan/"))


def render(catalogue: Catalogue) -> dict[str, str | bytes]:
    """Return the manifest and its pictures."""
    pictures = {f"assets/icons/{name}.png": icon(edge, cut) for name, edge, cut in ICONS}
    return {"manifest.webmanifest": manifest(catalogue), **pictures}


def manifest(catalogue: Catalogue) -> str:
    """Return what the phone asks for: name, pictures, colours, where to start."""
    name = catalogue.instance["name"]
    told: Mapping[str, Any] = {
        "id": "./",
        "name": name,
        "short_name": name if len(name) <= 12 else name[:12].rpartition(" ")[0] or name[:12],
        "description": "Cek perusahaan penempatan pekerja migran sebelum membayar.",
        "lang": "id",
        "dir": "ltr",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": COLOUR,
        "icons": [_icon(*one) for one in ICONS],
        "shortcuts": [{"name": label, "url": url} for label, url in SHORTCUTS],
    }
    return json.dumps(told, ensure_ascii=False, indent=1) + "\n"


def _icon(name: str, edge: int, cut: bool) -> dict[str, str]:
    about = {"src": f"assets/icons/{name}.png", "sizes": f"{edge}x{edge}", "type": "image/png"}
    return about | {"purpose": "maskable" if cut else "any"}


def icon(edge: int, cut: bool) -> bytes:
    """Return the sign as a PNG; where it may be cut, smaller and on a full ground."""
    share = SHARE if cut else 1
    asked = {"edge": str(edge), "share": str(share), "ground": COLOUR if cut else ""}
    made = typst.compile(
        str(TEMPLATES / "icon.typ"),
        root=str(TEMPLATES),
        ignore_system_fonts=True,
        format="png",
        ppi=72.0,
        sys_inputs=asked,
    )
    assert isinstance(made, bytes)  # a list only for pictures of several pages
    return made

"""The dark palette stands twice, for the phone's wish and for the reader's: both are the same."""

from __future__ import annotations

import re
from pathlib import Path

CSS = Path(__file__).resolve().parent.parent / "assets" / "css" / "site.css"


def palette(selector: str) -> dict[str, str]:
    """Return the variables that the block after `selector` sets."""
    block = CSS.read_text(encoding="utf-8").partition(f"{selector} {{")[2].partition("}")[0]
    return dict(re.findall(r"(--[a-z-]+):\s*([^;]+);", block))


def test_both_dark_palettes_are_one() -> None:
    wished, chosen = palette(':root:not([data-theme="light"])'), palette(':root[data-theme="dark"]')
    assert wished == chosen
    assert len(chosen) > 10

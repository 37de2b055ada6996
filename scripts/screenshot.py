"""Take the README's picture: `make site && .venv/bin/python scripts/screenshot.py`.

In: the built site/. Out: docs/screenshot.png, the home page and an agency's page on a small phone.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from PIL import Image

from scripts.browser import started_browser
from scripts.serving import serve

PAGES = ("/", "/p3mi/bumi-mas-indonesia-mandiri/")
GAP = 32


def main(site: Path) -> int:
    """Write the picture, both pages side by side, in few colours so that it stays small."""
    with serve(site) as address, started_browser() as browser:
        page = browser.new_page(viewport={"width": 360, "height": 680}, device_scale_factor=1.5)
        shots = []
        for path in PAGES:
            page.goto(f"{address}{path}", wait_until="networkidle")
            shots.append(Image.open(io.BytesIO(page.screenshot())).convert("RGB"))
    width, height = shots[0].size
    picture = Image.new("RGB", (2 * width + GAP, height), "white")
    for at, shot in enumerate(shots):
        picture.paste(shot, (at * (width + GAP), 0))
    picture.quantize(96).save(ROOT / "docs" / "screenshot.png", optimize=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(ROOT / "site"))

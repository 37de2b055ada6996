"""Where the program meets the machine. In: environment and folders; out: a catalogue, files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from portal.catalogue import Catalogue, publishable
from portal.check import check

ROOT = Path(__file__).resolve().parent.parent
OWN = ROOT / "data"
CONTENT = ROOT / "content"


def data_dir(environ: Mapping[str, str]) -> Path:
    """Return PORTAL_DATA, else the project's own data/."""
    return Path(environ.get("PORTAL_DATA") or OWN)


def content_of(data: Path) -> Path | None:
    """Return content/ for the project's own data; its pages quote no other folder's records."""
    return CONTENT if data.resolve() == OWN.resolve() else None


def open_catalogue(data: Path, day: date, content: Path | None = None) -> Catalogue:
    """Return the publishable data of a folder on a day; DataError with every mistake.

    With the folder `content`, its authored pages too.
    """
    checked = check(data, day, content)
    return publishable(checked.sound(), day, checked.resources, checked.prose, checked.sounds)


def write(files: Mapping[str, str | bytes], folder: Path) -> list[Path]:
    """Write files under `folder` and return where each stands, sorted."""
    targets = []
    for path, content in sorted(files.items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        targets.append(target)
    return targets

"""Build the site beside its place and swap it in, so that a failing build leaves the last good one.

In: content/, data/ (or PORTAL_DATA), the day (PORTAL_TODAY). Out: site/ (or SITE_DIR), exit code.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date, datetime, time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.clock import JAKARTA, today


def main() -> int:
    """Build and swap; return MkDocs' exit code, 2 when the settings make no sense."""
    site = Path(os.environ.get("SITE_DIR") or ROOT / "site").resolve()
    try:
        day = today(os.environ)
        _refuse_foreign(site)
    except ValueError as error:
        print(f"Gagal: {error}.", file=sys.stderr)
        return 2
    fresh, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    if code := build(fresh, day):
        shutil.rmtree(fresh, ignore_errors=True)
        print(f"Situs tidak jadi dibuat. Isi {site} tidak diubah.", file=sys.stderr)
        return code
    _swap(site, fresh, old)
    print(f"Situs: {site}")
    return 0


def _refuse_foreign(site: Path) -> None:
    """ValueError when replacing `site` would delete something that is not a site."""
    if site == site.parent or site.is_file():
        raise ValueError(f"SITE_DIR {site} bukan folder untuk situs")
    if site.exists() and any(site.iterdir()) and not (site / "index.html").is_file():
        raise ValueError(f"SITE_DIR {site} berisi hal lain dan tidak akan ditimpa")
    if (site / ".git").exists():
        raise ValueError(f"SITE_DIR {site} adalah repositori git dan tidak akan ditimpa")


def build(target: Path, day: date) -> int:
    """Let MkDocs write the site of that day to `target`; return its exit code."""
    # Not --quiet: it would hide the warnings that --strict counts.
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir"]
    # MkDocs stamps sitemap.xml with this moment: the same day must give the same bytes.
    noon = datetime.combine(day, time(12), JAKARTA)
    environment = {
        **os.environ,
        "PORTAL_TODAY": day.isoformat(),
        "SOURCE_DATE_EPOCH": str(int(noon.timestamp())),
        "NO_MKDOCS_2_WARNING": "1",
    }
    return subprocess.run([*command, target], cwd=ROOT, env=environment).returncode


def _swap(site: Path, fresh: Path, old: Path) -> None:
    """Put `fresh` in the place of `site`, which is away only between two renames."""
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

"""Build the site beside its place and swap it in, so that a failing build leaves the last good one.

In: content/, data/ (or PORTAL_DATA), the day (PORTAL_TODAY). Out: site/ (or SITE_DIR), exit code.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Build and swap; return MkDocs' exit code."""
    site = Path(os.environ.get("SITE_DIR") or ROOT / "site").resolve()
    fresh, old = site.with_name(f"{site.name}.new"), site.with_name(f"{site.name}.old")
    code = build(fresh)
    if code:
        shutil.rmtree(fresh, ignore_errors=True)
        print(f"Situs tidak jadi dibuat. Isi {site} tidak diubah.", file=sys.stderr)
        return code
    _swap(site, fresh, old)
    print(f"Situs: {site}")
    return 0


def build(target: Path) -> int:
    """Let MkDocs write the site to `target`; return its exit code."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([*command, target], cwd=ROOT, env=environment).returncode


def _swap(site: Path, fresh: Path, old: Path) -> None:
    """Put `fresh` in the place of `site`; there is no moment without a whole site."""
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())

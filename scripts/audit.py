"""Ask two outsiders about the built pages: Lighthouse on a slow phone, vnu on the HTML.

In: `audit.py [SITE]` (site/ unless given), Node and Java on PATH, npm's registry. Out: a line for
each kind of page with its four scores, and what vnu finds; exit code 1 when a score is below 100
or HTML is not valid. Not part of `make test`, which needs neither Node nor Java.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from scripts.browser import FLAGS, find_browser
from scripts.first_view import page_kinds
from scripts.serving import serve

TOOLS = ROOT / "build" / "audit"
PINNED = ROOT / "scripts" / "audit_package.json"
LIGHTHOUSE = TOOLS / "node_modules" / "lighthouse" / "cli" / "index.js"
VNU = TOOLS / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# docs/decisions/0013-valid-html.md says why this one finding is left.
LEFT = "Attribute “autocomplete” is only allowed when the input type is"


def main() -> int:
    """Print the scores and findings; 2 when a tool is missing."""
    site = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "site"
    missing = [name for name in ("node", "npm", "java") if not shutil.which(name)]
    browser = find_browser()
    if missing or not browser or not (site / "index.html").is_file():
        print(f"needs a built site, a Chromium, and on PATH: {missing or 'all there'}")
        return 2
    TOOLS.mkdir(parents=True, exist_ok=True)
    shutil.copy(PINNED, TOOLS / "package.json")
    install = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--ignore-scripts"]
    subprocess.run(install, cwd=TOOLS, check=True)
    low = [line for line in _scores(site, browser) if not line.endswith(" 100 100 100 100")]
    found = [line for line in _invalid(site) if LEFT not in line]
    print("\n".join(["", *found, f"{len(low)} pages below 100, {len(found)} faults in the HTML"]))
    return 1 if low or found else 0


def _scores(site: Path, browser: str) -> Iterator[str]:
    """Yield `path performance accessibility best-practices seo` for a page of each kind."""
    with serve(site, packed=True) as address:
        for path in page_kinds(site):
            told = json.loads(_lighthouse(f"{address}{path}", browser))
            scores = (round(100 * one["score"]) for one in told["categories"].values())
            line = f"{path} {' '.join(map(str, scores))}"
            print(line, flush=True)
            yield line


def _lighthouse(url: str, browser: str) -> str:
    flags = f"--chrome-path={browser}", f"--chrome-flags=--headless=new {' '.join(FLAGS)}"
    command = ["node", str(LIGHTHOUSE), url, "--quiet", "--output=json", *flags]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def _invalid(site: Path) -> list[str]:
    command = ["java", "-Xss8m", "-jar", str(VNU), "--skip-non-html", "--errors-only", str(site)]
    return subprocess.run(command, capture_output=True, text=True).stderr.splitlines()


if __name__ == "__main__":
    sys.exit(main())

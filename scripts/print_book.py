"""Write the pocket book alone: `print_book.py DIR` puts its PDFs under DIR/unduh/.

In: data/ (or PORTAL_DATA) and the day (PORTAL_TODAY). Out: files, and one line for each.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.catalogue import publishable
from portal.check import check
from portal.clock import today
from portal.problems import DataError
from portal.render.book import render


def main(folder: Path) -> int:
    """Write the PDFs under `folder`; 1 with the whole report when the data is wrong."""
    day = today(os.environ)
    try:
        tables = check(Path(os.environ.get("PORTAL_DATA") or ROOT / "data"), day).sound()
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    for path, content in sorted(render(publishable(tables, day)).items()):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

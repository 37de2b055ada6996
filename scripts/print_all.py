"""Write everything printed, without the site: `print_all.py DIR` puts PDFs under DIR/unduh/.

In: data/ (or PORTAL_DATA) and the day (PORTAL_TODAY). Out: files, and one line for each.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))  # started as a file, Python looks for modules in scripts/ only

from portal.clock import today
from portal.edge import data_dir, open_catalogue, write
from portal.problems import DataError
from portal.render import book, sheets


def main(folder: Path) -> int:
    """Write the PDFs; 1 with the whole report when the data is wrong, 2 for a wrong day."""
    try:
        catalogue = open_catalogue(data_dir(os.environ), today(os.environ))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    except ValueError as error:
        print(f"Gagal: {error}.", file=sys.stderr)
        return 2
    for target in write(book.render(catalogue) | sheets.render(catalogue), folder):
        print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))

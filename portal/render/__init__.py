"""Everything the build writes. In: a catalogue; out: {path: text or bytes}, for any site engine."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from portal.catalogue import Catalogue
from portal.render import pages, prose

Files = dict[str, str | bytes]


def everything(catalogue: Catalogue) -> Files:
    """Return every generated file: record pages, open data, search indexes, the pocket book."""
    made = pages.render(catalogue)
    files: Files = {**made}
    if find_spec("portal.render.open_data"):
        files |= import_module("portal.render.open_data").render(catalogue)
    if find_spec("portal.search.files"):
        readable = prose.readable(prose.authored() | made)
        files |= import_module("portal.search.files").render(catalogue, readable)
    if find_spec("portal.render.book"):
        files |= import_module("portal.render.book").render(catalogue)
    return dict(sorted(files.items()))

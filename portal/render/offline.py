"""What a phone keeps to read without internet. In: the finished site; out: worker, pack, build.

Everything kept travels as one packed file: pages share most of their text, so that one file costs
less than half of what its parts cost, and one request is answered or not, never halfway.
docs/decisions/0005-offline.md says why; assets/offline/sw.js is the other half.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from portal.text import compact_json

# Pages carry this until the last of them is written: only then is the build's number known.
UNSTAMPED: Final = "belum-bernomor"
WORKER: Final = "sw.js"
PACK: Final = "luring.bin"
WIRE: Final = 400 * 1024  # bytes that a visit may cost in the background, packed
STORED: Final = 6 * 1024 * 1024  # bytes that a phone may have to keep, unpacked
# The frame, the search without its running text, and the pages that someone in need opens.
CORE: Final = (
    r"assets/(.+/)?[^/]+\.(js|css|svg)",
    r"cari/(?!isi\.json|lunr\.js).+",
    r"(cek/tawaran/|cek/|bantuan/|luring/|wilayah/|layanan/)?index\.html",
    r"alat/([^/]+/)?index\.html",
)
# Whole groups as long as they fit, those last that grow with the agencies: the index knows these
# anyway. What does not fit is kept once visited.
GROUPS: Final = (
    r"(pulang|keluarga|lapor|tppo|alat|desa|perjanjian)/([^/]+/)?index\.html",
    r"sanksi/([^/]+/)?index\.html",
    r"modus/([^/]+/)?index\.html",
    r"prosedur/([^/]+/)?index\.html",
    r"(hak|larangan|dokumen|biaya|negara|tanya-jawab|istilah|pesan)/index\.html",
    r"negara/[^/]+/index\.html",
    r"wilayah/\d\d/index\.html",
    r"p3mi/index\.html",
    r"p3mi/[^/]+/index\.html",
)


@dataclass(frozen=True)
class Offline:
    """The number of a build, the addresses that a phone keeps, and the files that make it so."""

    build: str
    addresses: tuple[str, ...]
    files: Mapping[str, bytes]


def wanted(sizes: Mapping[str, int], groups: int = len(GROUPS)) -> tuple[str, ...]:
    """Return the paths to keep of a site, {path: bytes}: the core, and the groups that fit."""
    kept = set(_matching(CORE, sizes))
    for group in GROUPS[:groups]:
        more = kept | set(_matching((group,), sizes))
        if sum(sizes[path] for path in more) > STORED:
            break
        kept = more
    return tuple(sorted(kept))


def _matching(patterns: Iterable[str], paths: Iterable[str]) -> list[str]:
    matches = re.compile("|".join(f"(?:{one})" for one in patterns)).fullmatch
    return [path for path in paths if matches(path)]


def render(site: Mapping[str, bytes], worker: str) -> Offline:
    """Return what makes `site` (unstamped pages and all) readable offline, within both budgets."""
    sizes = {path: len(raw) for path, raw in site.items()}
    for groups in range(len(GROUPS), -1, -1):
        made = _made({path: site[path] for path in wanted(sizes, groups)}, worker)
        if len(made.files[PACK]) <= WIRE:
            break
    return made


def _made(kept: Mapping[str, bytes], worker: str) -> Offline:
    build = build_of(kept)
    texts = {address(path): stamped(raw, build) for path, raw in kept.items()}
    pack = _packed(texts)
    listed = {path: fingerprint(raw) for path, raw in texts.items()}
    head = {"BUILD": build, "PACK": fingerprint(pack), "KEPT": listed}
    lines = [f"const {name} = {compact_json(value)};\n" for name, value in head.items()]
    script = "".join([*lines, worker])
    return Offline(build, tuple(texts), {WORKER: script.encode(), PACK: pack})


def build_of(kept: Mapping[str, bytes]) -> str:
    """Return the number of a build: the same for the same addresses and bytes, unlike any other."""
    listed = {path: fingerprint(raw) for path, raw in sorted(kept.items())}
    return fingerprint(compact_json(listed).encode())


def stamped(raw: bytes, build: str) -> bytes:
    """Return a page that names its build."""
    return raw.replace(UNSTAMPED.encode(), build.encode())


def address(path: str) -> str:
    """Return where a file is found, from the root of the site: `cek/` for cek/index.html."""
    return re.sub(r"(^|/)index\.html$", r"\1", path)


def fingerprint(raw: bytes) -> str:
    """Return what tells a whole file from a broken one; the worker works out the same."""
    return sha256(raw).hexdigest()[:16]


def _packed(texts: Mapping[str, bytes]) -> bytes:
    whole = compact_json({path: raw.decode("utf-8") for path, raw in texts.items()})
    return gzip.compress(whole.encode(), 9, mtime=0)

"""What a phone keeps: complete, within its budgets, the same each time, from nowhere else."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from conftest import ROOT
from PIL import Image

from portal.catalogue import Catalogue
from portal.render import install, offline

NEEDED = (
    "",
    "cek/",
    "cek/tawaran/",
    "alat/",
    "alat/dokumen/",
    "alat/kesiapan/",
    "alat/catatan-bayar/",
    "alat/kartu-keluarga/",
    "assets/alat/store.js",
    "assets/css/card.css",
    "bantuan/",
    "p3mi/",
    "sanksi/",
    "wilayah/",
    "luring/",
    "cari/nama.json",
    "cari/nomor.json",
    "assets/standing.js",
    "assets/theme.js",
    "assets/css/site.css",
)
WORKER = "self.addEventListener('install', fill);"
SMALL = {
    "index.html": b'<html data-build="belum-bernomor">Depan</html>',
    "cek/index.html": b'<html data-build="belum-bernomor">Cek</html>',
    "p3mi/index.html": b"<html>Daftar</html>",
    "p3mi/a/index.html": b"<html>PT A</html>",
    "assets/site.css": b":root {}",
    "cari/nama.json": b"{}",
    "cari/isi.json": b"{}",
    "unduh/buku-saku.pdf": b"%PDF",
    "staf/index.html": b"<html>Staf</html>",
}


@pytest.fixture(scope="module")
def worker(site: Path) -> dict[str, Any]:
    """Return what the site's worker was told: BUILD, PACK, KEPT."""
    script = (site / "sw.js").read_text(encoding="utf-8")
    found = re.findall(r"^const (BUILD|PACK|KEPT) = (.*);$", script, re.MULTILINE)
    return {name: json.loads(value) for name, value in found}


@pytest.fixture(scope="module")
def packed(site: Path) -> dict[str, str]:
    """Return what the site's pack holds."""
    unpacked: dict[str, str] = json.loads(gzip.decompress((site / "luring.bin").read_bytes()))
    return unpacked


def path_of(address: str) -> str:
    return address if re.search(r"[^/]$", address) else f"{address}index.html"


def test_what_is_needed_is_kept(worker: dict[str, Any]) -> None:
    assert [one for one in NEEDED if one not in worker["KEPT"]] == []


def test_the_pack_is_the_list_and_the_list_is_the_site(
    site: Path, worker: dict[str, Any], packed: dict[str, str]
) -> None:
    assert packed.keys() == worker["KEPT"].keys()
    for address, text in packed.items():
        assert (site / path_of(address)).read_bytes() == text.encode(), address
        assert hashlib.sha256(text.encode()).hexdigest()[:16] == worker["KEPT"][address]
    assert offline.fingerprint((site / "luring.bin").read_bytes()) == worker["PACK"]


def test_everything_a_kept_page_loads_is_kept(packed: dict[str, str]) -> None:
    """A page without its styles or scripts would be there in name only; pictures may be missing."""
    loads = re.compile(r'<(?:script|link rel="stylesheet")[^>]* (?:src|href)="([^"]+)"')
    imports = re.compile(r"""(?:import|from)\s*["'](\.[^"']+)["']""")
    missing = {
        f"{address}: {one}"
        for address, text in packed.items()
        for one in (imports if address.endswith(".js") else loads).findall(text)
        if urljoin(f"http://site/{address}", one).partition("site/")[2] not in packed
    }
    assert missing == set()


def test_what_search_loads_on_demand_is_kept(packed: dict[str, str]) -> None:
    scripts = {f"assets/search/{one.name}" for one in (ROOT / "assets" / "search").glob("*.js")}
    assert scripts <= packed.keys()


def test_every_page_names_the_build(site: Path, worker: dict[str, Any]) -> None:
    named = re.compile(r'<html lang="id" data-build="([^"]+)">')
    for path in sorted(site.rglob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert offline.UNSTAMPED not in text
        assert "http-equiv" in text or named.findall(text) == [worker["BUILD"]], path


def test_budgets(site: Path, packed: dict[str, str]) -> None:
    assert (site / "luring.bin").stat().st_size <= offline.WIRE
    assert sum(len(text.encode()) for text in packed.values()) <= offline.STORED
    assert len(gzip.compress((site / "sw.js").read_bytes())) <= 12 * 1024


def test_nothing_comes_from_elsewhere(site: Path) -> None:
    for name in ("sw.js", "manifest.webmanifest", "assets/offline/register.js"):
        text = (site / name).read_text(encoding="utf-8")
        assert not re.search(r"https?:|importScripts|[\"']//", text), name
    assert not (site / "assets" / "offline" / "sw.js").exists()


def test_scripts_run_on_chromium_80() -> None:
    for path in sorted((ROOT / "assets" / "offline").glob("*.js")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\?\.[a-z(\[]|\?\?|\.replaceAll\(|\.at\(-|^await ", text), path.name


# The choice


def test_core_comes_before_groups_and_nothing_else() -> None:
    assert offline.wanted({path: len(raw) for path, raw in SMALL.items()}) == (
        "assets/site.css",
        "cari/nama.json",
        "cek/index.html",
        "index.html",
        "p3mi/a/index.html",
        "p3mi/index.html",
    )


def test_a_group_that_does_not_fit_is_left_to_the_index() -> None:
    sizes = {path: len(raw) for path, raw in SMALL.items()}
    kept = offline.wanted(sizes | {"p3mi/a/index.html": offline.STORED})
    assert "p3mi/index.html" in kept
    assert "p3mi/a/index.html" not in kept


def test_the_pack_keeps_to_its_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = hashlib.shake_256(b"x").digest(300_000).hex().encode()
    whole = offline.render(SMALL | {"p3mi/a/index.html": noise}, WORKER)
    assert "p3mi/a/" in whole.addresses
    monkeypatch.setattr(offline, "WIRE", 200_000)
    less = offline.render(SMALL | {"p3mi/a/index.html": noise}, WORKER)
    assert "p3mi/a/" not in less.addresses
    assert {"", "cek/", "p3mi/"} <= set(less.addresses)
    assert less.build != whole.build


def test_same_site_same_bytes() -> None:
    turned = dict(reversed(SMALL.items()))
    assert offline.render(SMALL, WORKER) == offline.render(turned, WORKER)


@pytest.mark.parametrize("path", ["cek/index.html", "assets/site.css", "cari/nama.json"])
def test_any_change_is_another_build(path: str) -> None:
    changed = SMALL | {path: SMALL[path] + b" "}
    assert offline.render(changed, WORKER).build != offline.render(SMALL, WORKER).build


def test_addresses() -> None:
    paths = ("index.html", "cek/index.html", "cari/nama.json", "assets/index.html.js")
    assert [offline.address(one) for one in paths] == ["", "cek/", *paths[2:]]


# The home screen


def test_the_manifest_lets_a_phone_install(catalogue: Catalogue, site: Path) -> None:
    told = json.loads((site / "manifest.webmanifest").read_text(encoding="utf-8"))
    assert told["name"] == catalogue.instance["name"]
    assert len(told["short_name"]) <= 12
    assert (told["display"], told["scope"], told["start_url"]) == ("standalone", "./", "./")
    for one in told["icons"]:
        with Image.open(site / one["src"]) as picture:
            assert f"{picture.width}x{picture.height}" == one["sizes"]
    purposes = {(one["sizes"], one["purpose"]) for one in told["icons"]}
    assert {("192x192", "any"), ("512x512", "any"), ("512x512", "maskable")} <= purposes
    assert all((site / one["url"] / "index.html").is_file() for one in told["shortcuts"])


def test_a_maskable_picture_survives_the_cut() -> None:
    """Only the ground lies outside the circle that every phone shows: 80 % of the edge."""
    with Image.open(io.BytesIO(install.icon(512, True))) as opened:
        picture = opened.convert("RGBA")
    ground = picture.getpixel((0, 0))
    assert ground[3] == 255
    outside = [
        (x, y)
        for x in range(0, 512, 4)
        for y in range(0, 512, 4)
        if (x - 256) ** 2 + (y - 256) ** 2 > (0.4 * 512) ** 2
        and differs(picture.getpixel((x, y)), ground)
    ]
    assert outside == []


def differs(one: tuple[int, ...], other: tuple[int, ...]) -> bool:
    return max(abs(a - b) for a, b in zip(one, other, strict=True)) > 8


def test_the_sign_is_the_favicon() -> None:
    drawn = (ROOT / "templates" / "frame" / "icon.typ").read_text(encoding="utf-8")
    assert (ROOT / "assets" / "favicon.svg").read_text(encoding="utf-8").strip() in drawn

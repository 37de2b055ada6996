"""A small site with one agency of which everything is proven, and the pieces of an answer on it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect
from site_tools import site_with

BOX = "#search-words-large"
ANSWER = "[data-answer]"
PROVEN = "/cek/#p3mi=tiga-kunci"
AGENCIES = """
- id: tiga-kunci
  name: PT Tiga Kunci
  aliases: [PT TK]
  former_names: [PT Harapan Lama]
  offices:
    - kind: branch
      region: "35.08"
      phones: ["+62 334 887766"]
      as_of: 2026-11-01
      sources: [daftar]
    - kind: branch
      region: "35.10"
      phones: ["+62 333 445566"]
      as_of: 2026-11-01
      sources: [berita]
  job_orders:
    - {country: Jepang, position: Perawat, as_of: 2026-11-01, until: 2027-06-01, sources: [daftar]}
  events:
    - kind: licensed
      happened_on: 2026-11-01
      licence_no: KEP.7/MEN/2026
      says: Tercatat berizin di daftar pemerintah.
      sources: [daftar]
    - kind: name_misused
      reported_on: "2026-02"
      says: Penipu memasang lowongan palsu atas nama ini.
      sources: [berita]
- id: tiga-kunci-mandiri
  name: PT Tiga Kunci Mandiri
  events:
    - kind: revoked
      happened_on: 2026-02-03
      says: Izinnya dicabut.
      sources: [daftar]
"""


def answer_site(folder: Path) -> Path:
    """Build a small site with these agencies."""
    return site_with(AGENCIES, folder)


def opened(page: Page, address: str) -> Locator:
    """Open an address that leads to an answer; return the answer with its choices loaded."""
    page.goto(address)
    answer = page.locator(ANSWER)
    expect(answer.locator("#kabupaten option").nth(1)).to_be_attached()
    return answer


def lock(answer: Locator, name: str) -> Locator:
    """Return one of the three locks."""
    return answer.locator(f'[data-lock="{name}"]')


def state(place: Locator) -> str:
    """Return the word that a badge or banner shows."""
    return place.locator("[data-word]").inner_text()


def everything_given(answer: Locator, region: str = "35.08") -> None:
    """Choose a district and write the job of the one recorded order."""
    answer.locator("#kabupaten").select_option(region)
    answer.locator("#negara").fill("jepang")
    answer.locator("#pekerjaan").fill("Perawat ")
    answer.locator("#pekerjaan").blur()

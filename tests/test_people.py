"""Pages for people at home and in the village: what each must say, as the built site says it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from portal.catalogue import Catalogue
from portal.render.lookups import contacts

TROUBLES = (
    "sudah-bayar dokumen-ditahan penampungan luar-negeri hilang-kontak sakit meninggal".split()
)
TASKS = "cek-p3mi tiga-kunci periksa-dokumen bantu-warga cetak-dan-sesi".split()
RETURNS = "sakit deportasi jenazah hilang-kontak".split()
LADDER = "desa disnaker bp3mi polres kp2mi".split()


def page(site: Path, path: str) -> str:
    """Return the main part of a page as HTML."""
    text = (site / path.strip("/") / "index.html").read_text(encoding="utf-8")
    return text.partition("<main")[2].partition("</main>")[0]


def words(markup: str) -> str:
    """Return the text of HTML on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", markup)).split())


def part(markup: str, anchor: str) -> str:
    """Return what stands from the element with this id up to the next heading of its rank."""
    after = markup.partition(f'id="{anchor}"')[2]
    return re.split(r"<h2\b", after)[0]


def test_help_names_only_numbers_that_can_be_trusted(site: Path, catalogue: Catalogue) -> None:
    text = page(site, "/bantuan/")
    for office in catalogue["offices"]:
        if office["verification"] == "unverified" or office["state"] in ("historic", "planned"):
            assert f"<strong>{office['name']}</strong>" not in text
    assert [one.id for one in contacts(catalogue, ("hotline",), ("abroad",))] != []
    for rule in ("uu18-2017-p6-3a", "uu18-2017-p27-2c"):
        assert f"#{rule}" in text


@pytest.mark.parametrize("anchor", TROUBLES)
def test_each_trouble_says_what_to_do_whom_to_call_what_to_say_and_keep(
    site: Path, anchor: str
) -> None:
    trouble = page(site, "/bantuan/").partition(f'id="{anchor}"')[2].partition("</section>")[0]
    for heading in ("Lakukan sekarang", "Hubungi, urut dari atas", "Katakan:", "Simpan sebagai"):
        assert heading in trouble
    assert 'href="tel:' in trouble
    assert "<ol>\n<li>" in trouble


def test_in_danger_the_police_are_called_first(site: Path) -> None:
    shelter = page(site, "/bantuan/").partition('id="penampungan"')[2].partition("</section>")[0]
    assert shelter.index("tel:110") < shelter.index("tel:08001000")


@pytest.mark.parametrize("anchor", TASKS)
def test_each_task_of_the_village_has_steps_and_leads_to_the_page_that_does_it(
    site: Path, anchor: str
) -> None:
    village = page(site, "/desa/")
    assert f'href="#{anchor}"' in village
    task = part(village, anchor)
    assert len(re.findall(r"<li>", task)) >= 3
    links = [one for one in re.findall(r'href="([^"#]+)', task) if one.startswith("../")]
    if anchor == "tiga-kunci":
        assert all(f"Kalau “{one}”:" in task for one in ("Terbukti", "Belum terbukti", "Tidak"))
        return
    assert links
    for link in links:
        assert (site / "desa" / link).resolve().exists(), link


def test_the_words_read_aloud_are_the_words_on_the_screen(catalogue: Catalogue, site: Path) -> None:
    text = words(part(page(site, "/desa/"), "tiga-kunci"))
    for one in catalogue.get("vocabulary", "lock_states")["values"]:
        assert f"Kalau “{one['label']}”:" in text


@pytest.mark.parametrize("anchor", LADDER)
def test_each_rung_says_when_and_what_to_say(site: Path, anchor: str) -> None:
    rung = words(part(page(site, "/desa/rujukan/"), anchor))
    assert "Kapan." in rung
    assert "Katakan: “" in rung


@pytest.mark.parametrize("name", RETURNS)
def test_each_way_home_says_who_pays_and_what_is_unknown(site: Path, name: str) -> None:
    text = page(site, f"/pulang/{name}/")
    for heading in ("Siapa yang membayar", "Yang belum diketahui"):
        assert heading in text
    assert f'href="{name}/"' in page(site, "/pulang/")
    assert 'class="say"' in text


def test_days_without_news_are_advice_and_not_law(site: Path) -> None:
    text = words(page(site, "/pulang/hilang-kontak/"))
    for day in ("Hari pertama", "Hari ketiga", "Hari ketujuh"):
        assert day in text
    assert "Bukan bunyi undang-undang" in text


def test_the_village_form_asks_for_no_number_of_a_person(site: Path) -> None:
    form = page(site, "/desa/pendataan/")
    cells = [words(one) for one in re.findall(r"<td[^>]*>(.*?)</td>", form, re.DOTALL)]
    assert "Nama P3MI" in cells
    assert not [one for one in cells if re.search(r"\bNIK\b|paspor|nomor KK", one, re.IGNORECASE)]
    assert "<input" not in form
    assert "<form" not in form

"""Pages for people at home and in the village: what each must say, as the built site says it."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from portal.catalogue import Catalogue
from portal.render.lookups import contacts

TROUBLES = (
    "penampungan kekerasan sudah-bayar dokumen-ditahan gaji "
    "luar-negeri hilang-kontak sakit meninggal"
).split()
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
    for heading in ("Lakukan sekarang", "urut dari atas", "Katakan", "Simpan sebagai"):
        assert heading in trouble
    assert 'href="tel:' in trouble
    assert "<ol>\n<li>" in trouble


def test_in_danger_the_police_are_called_first(site: Path) -> None:
    shelter = page(site, "/bantuan/").partition('id="penampungan"')[2].partition("</section>")[0]
    assert shelter.index("tel:110") < shelter.index("tel:08001000")
    assert shelter.index("tel:110") < shelter.index("https://wa.me/") < shelter.index("Simpan")


def test_the_home_page_leads_somebody_in_danger_there_in_one_tap(site: Path) -> None:
    home = page(site, "")
    assert home.index("data-search-box") < home.index('href="bantuan/#penampungan"')
    assert home.index('href="bantuan/#penampungan"') < home.index('href="p3mi/"')


def test_help_says_once_how_sure_its_numbers_are(site: Path, catalogue: Catalogue) -> None:
    doubt = catalogue.meaning("office_states", "unconfirmed")
    text = words(page(site, "/bantuan/"))
    assert text.count(doubt) == 1
    named = text.partition(doubt)[2]
    assert catalogue.get("offices", "polisi-110")["name"] in named


def test_the_page_of_a_firm_leads_to_the_whole_check_of_it(site: Path) -> None:
    firm = page(site, "/p3mi/bumi-mas-indonesia-mandiri/")
    assert 'href="../../cek/#p3mi=bumi-mas-indonesia-mandiri"' in firm
    assert "Cek lengkap dan cetak" in words(firm)
    assert '"Cek lengkap dan cetak"' in words(part(page(site, "/desa/"), "cek-p3mi"))


def test_violence_and_wages_name_who_must_help(site: Path) -> None:
    for anchor in ("kekerasan", "gaji"):
        trouble = page(site, "/bantuan/").partition(f'id="{anchor}"')[2].partition("</section>")[0]
        assert "#pp59-2021-p71b" in trouble
    for path in ("/pulang/", "/keluarga/"):
        for anchor in ("kekerasan", "gaji"):
            assert f"bantuan/#{anchor}" in page(site, path)


def test_who_paid_is_told_of_the_deposit(site: Path) -> None:
    paid = page(site, "/bantuan/").partition('id="sudah-bayar"')[2].partition("</section>")[0]
    assert "#permenp2mi31-2025-p23-1" in paid
    assert "#uu18-2017-p58-2" in paid


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


@pytest.mark.parametrize("path", ["/pulang/", "/pulang/sakit/", "/pulang/deportasi/"])
def test_who_is_home_already_has_an_own_part_with_health_first(site: Path, path: str) -> None:
    text = page(site, path)
    assert text.index('href="#luar-negeri"') < text.index('href="#di-indonesia"')
    assert "puskesmas" in words(part(text, "di-indonesia"))


def test_silence_of_a_week_means_everything_today_and_calls_at_once(site: Path) -> None:
    text = page(site, "/pulang/hilang-kontak/")
    box = text.partition("Lakukan semua langkah hari ini")[2].partition('id="hari-pertama"')[0]
    assert "tel:08001000" in box
    assert "Lapor ke kantor desa dan Disnaker" in words(part(text, "hari-pertama"))


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

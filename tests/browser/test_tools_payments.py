"""The log of payments: kept on this phone, added up, deleted; rupiah as people write it."""

from __future__ import annotations

from playwright.sync_api import Page, expect

KEPT = "() => Object.fromEntries(Object.entries(localStorage))"
PAYMENT = {
    "date": "12 Nov 2026",
    "to": "PT Contoh, loket depan",
    "for": "Pelatihan bahasa",
    "amount": "Rp 1.500.000",
    "proof": "Kuitansi",
}


def pay(page: Page, row: int, **changes: str) -> None:
    for name, value in (PAYMENT | changes).items():
        page.locator(f"[data-row] >> nth={row} >> [data-cell='{name}']").fill(value)
    page.keyboard.press("Tab")


def test_payments_are_kept_added_up_and_deleted(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/catatan-bayar/")
    expect(page.locator("[data-row]:visible")).to_have_count(1)
    pay(page, 0)
    page.get_by_role("button", name="Tambah pembayaran").click()
    expect(page.locator("[data-row] >> nth=1 >> [data-cell=date]")).to_be_focused()
    pay(page, 1, amount="250000")
    total = page.locator("[data-total]")
    expect(total).to_have_text("Jumlah: Rp1.750.000, dari 2 pembayaran.")
    page.reload()
    expect(total).to_have_text("Jumlah: Rp1.750.000, dari 2 pembayaran.")
    for name, value in PAYMENT.items():
        expect(page.locator(f"[data-row] >> nth=0 >> [data-cell={name}]")).to_have_value(value)
    expect(page.locator("[data-row]:visible")).to_have_count(3)
    page.once("dialog", lambda asked: asked.dismiss())
    page.get_by_role("button", name="Hapus catatan").click()
    expect(total).to_contain_text("Rp1.750.000")
    page.once("dialog", lambda asked: asked.accept())
    page.get_by_role("button", name="Hapus catatan").click()
    expect(page.locator("[data-state]")).to_contain_text("sudah dihapus")
    assert page.evaluate(KEPT) == {}
    page.reload()
    expect(total).to_be_hidden()


def test_more_payments_than_the_paper_has_lines(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/catatan-bayar/")
    for row in range(12):
        if row:
            page.get_by_role("button", name="Tambah pembayaran").click()
        page.locator(f"[data-row] >> nth={row} >> [data-cell=amount]").fill("1000")
    page.reload()
    expect(page.locator("[data-total]")).to_have_text("Jumlah: Rp12.000, dari 12 pembayaran.")
    numbers = page.locator("[data-row] th").all_inner_texts()
    assert [one.split()[-1] for one in numbers] == [str(one) for one in range(1, 13)]
    expect(page.get_by_label("Bukti, pembayaran 12")).to_be_visible()


def test_an_amount_in_words_is_not_added_up_in_silence(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/catatan-bayar/")
    pay(page, 0)
    page.get_by_role("button", name="Tambah pembayaran").click()
    pay(page, 1, amount="1,5 juta")
    expect(page.get_by_role("alert")).to_contain_text("Tulis angka saja")
    expect(page.locator("[data-total]")).to_contain_text("Rp1.500.000")


MONEY = {
    "": 0,
    "500": 500,
    "1.500.000": 1500000,
    "Rp 1.500.000": 1500000,
    "rp1500000,-": 1500000,
    "1,500,000": 1500000,
    "2.000.000,00": 2000000,
    "1,5 juta": None,
    "1.5": None,
    "-500": None,
    "lima ratus": None,
}


def test_rupiah_as_people_write_it(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/catatan-bayar/")
    script = """async (texts) => {
      const { rupiah } = await import("../../assets/alat/money.js");
      return texts.map((one) => (Number.isNaN(rupiah(one)) ? null : rupiah(one)));
    }"""
    assert page.evaluate(script, list(MONEY)) == list(MONEY.values())


def test_two_tabs_do_not_write_over_each_other(page: Page, server: str) -> None:
    page.goto(f"{server}/alat/catatan-bayar/")
    other = page.context.new_page()
    other.goto(f"{server}/alat/catatan-bayar/")
    pay(page, 0, amount="1000")
    expect(other.locator("[data-row] >> nth=0 >> [data-cell=amount]")).to_have_value("1000")
    other.get_by_role("button", name="Tambah pembayaran").click()
    pay(other, 1, amount="2000")
    page.reload()
    expect(page.locator("[data-total]")).to_have_text("Jumlah: Rp3.000, dari 2 pembayaran.")

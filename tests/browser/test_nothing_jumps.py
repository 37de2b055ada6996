"""What modules add later has its room from the start: nothing moves under a thumb."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

MOST = 0.01  # of Chromium's layout shift; 0.1 is where Lighthouse begins to complain
SHIFTS = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => list.getEntries().forEach((one) => { sum += one.value; }))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 300);
})"""


@pytest.mark.parametrize("path", ["/", "/alat/dokumen/", "/cek/", "/p3mi/", "/pelatihan/"])
def test_nothing_jumps_when_the_modules_come(page: Page, server: str, path: str) -> None:
    page.goto(f"{server}{path}", wait_until="networkidle")
    assert page.evaluate(SHIFTS) < MOST

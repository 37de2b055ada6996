"""The core messages in a browser: recordings that play, a page that everyone can use."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from site_tools import built
from sound_tools import opus

from scripts.serving import serve

RECORDING = """  recordings:
    - language: jawa
      file: cek-tiga-hal-jawa.opus
      transcript: Dipriksa dhisik ijine.
      recorded_on: 2026-11-01
      by_role: village_officer
"""


@pytest.fixture(scope="module")
def recorded(data_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a site whose first message has a recording of two seconds."""
    folder = tmp_path_factory.mktemp("recorded")
    data = Path(shutil.copytree(data_dir, folder / "data"))
    path = data / "messages.yaml"
    text = path.read_text(encoding="utf-8")
    end = text.find("\n- id: ", text.index("- id: cek-tiga-hal\n")) + 1
    path.write_text(text[:end] + RECORDING + text[end:], encoding="utf-8")
    (data / "audio" / "cek-tiga-hal-jawa.opus").write_bytes(opus(2))
    with serve(built(data, folder / "site")) as address:
        yield address


def test_a_recording_is_fetched_when_played_and_plays(page: Page, recorded: str) -> None:
    asked: list[str] = []
    page.on("request", lambda one: asked.append(one.url))
    page.goto(f"{recorded}/pesan/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if "suara" in url] == []
    length = page.locator("audio").evaluate(
        """(one) => new Promise((done, failed) => {
          one.onended = () => done(one.currentTime);
          one.onerror = () => failed(new Error(one.error.message));
          one.load();
          one.muted = true;
          one.play();
        })"""
    )
    assert length == pytest.approx(2, abs=0.1)
    expect(page.locator("audio")).to_have_attribute("aria-labelledby", "cek-tiga-hal-jawa")


def test_the_words_of_a_recording_can_be_read(page: Page, recorded: str) -> None:
    page.goto(f"{recorded}/pesan/")
    words = page.locator('[lang="jv"]')
    expect(words).to_be_hidden()
    page.get_by_text("Tulisan rekaman ini").click()
    expect(words).to_have_text("Dipriksa dhisik ijine.")


def test_languages_without_a_recording_are_not_named(page: Page, recorded: str) -> None:
    page.goto(f"{recorded}/pesan/")
    assert page.locator("audio").count() == 1
    assert "Sunda" not in page.locator("main").inner_text()


@pytest.mark.parametrize(("scheme", "width"), [("light", 360), ("dark", 320), ("dark", 1280)])
def test_everyone_can_use_it(chromium: Browser, recorded: str, scheme: Any, width: int) -> None:
    context = chromium.new_context(viewport={"width": width, "height": 740}, color_scheme=scheme)
    page = context.new_page()
    page.goto(f"{recorded}/pesan/")
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    small = page.locator("main a.call, main summary, main audio").evaluate_all(
        "all => all.filter((one) => one.offsetHeight < 44).map((one) => one.outerHTML)"
    )
    context.close()
    assert [(one["id"], one["nodes"][0]["html"][:120]) for one in found] == []
    assert not wide
    assert small == []

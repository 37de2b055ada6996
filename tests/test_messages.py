"""The core messages: what is heard rests on what is recorded, and a recording really sounds."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from conftest import ROOT
from golden_cases import TODAY, good_folder, lines
from sound_tools import opus

from portal.catalogue import Catalogue
from portal.check.sound import seconds, sound_fault
from portal.edge import open_catalogue
from portal.load import MAX_SOUND, load_sounds
from portal.render import everything, messages
from portal.render.lookups import can_reach, provisions_shown

GUIDE = ROOT / "content" / "staf" / "rekaman.md"


# What they say


def test_no_number_is_typed_into_a_message(catalogue: Catalogue) -> None:
    texts = {one.id: " ".join([one["title"], *one["says"]]) for one in catalogue["messages"]}
    assert len(texts) == 8
    assert {name for name, text in texts.items() if re.search(r"\d", text)} == set()


def test_every_message_rests_on_rules_that_may_be_shown(catalogue: Catalogue) -> None:
    for one in catalogue["messages"]:
        assert len(provisions_shown(catalogue, one["provisions"])) == len(one["provisions"]), one.id


def test_numbers_come_from_records_that_answer(catalogue: Catalogue) -> None:
    shown = {one.id: messages.calls(catalogue, one) for one in catalogue["messages"]}
    assert any(shown.values())
    assert all(can_reach(office) for offices in shown.values() for office in offices)
    page = messages.render(catalogue)["pesan/index.md"]
    assert 'href="tel:08001000"' in page


@pytest.mark.parametrize("short", ["P3MI", "SIP3MI", "SIP2MI", "BP3MI", "Disnaker", "PMI", "KK"])
def test_a_message_is_understood_alone(catalogue: Catalogue, short: str) -> None:
    """Played on its own, nobody explains an abbreviation that came before."""
    for one in catalogue["messages"]:
        assert not re.search(rf"\b{short}\b", " ".join(one["says"])), one.id


# Recordings


def test_an_empty_slot_shows_nothing(catalogue: Catalogue) -> None:
    page = messages.render(catalogue)["pesan/index.md"]
    recorded = [part for one in catalogue["messages"] for part in one["recordings"]]
    assert page.count("<audio") == len(recorded)
    named = {part["language"] for part in recorded}
    for language in messages.TAGS.keys() - named:
        assert catalogue.label("languages", language) not in page


def test_a_recording_is_shown_with_its_words_and_published(tmp_path: Path) -> None:
    found = open_catalogue(good_folder(tmp_path), TODAY)
    page = messages.render(found)["pesan/index.md"]
    assert '<audio controls preload="none" src="/pesan/suara/cek-dulu-jawa.ogg"' in page
    assert '<p lang="jv">Dipriksa dhisik ijine.' in page
    assert "perangkat desa, 1 Oktober 2026" in page
    raw = (tmp_path / "data" / "audio" / "cek-dulu-jawa.opus").read_bytes()
    assert everything(found)["pesan/suara/cek-dulu-jawa.ogg"] == raw


def test_every_language_has_a_tag(catalogue: Catalogue) -> None:
    listed = {one["id"] for one in catalogue.get("vocabulary", "languages")["values"]}
    assert listed == set(messages.TAGS)


@pytest.mark.parametrize(
    ("raw", "wrong"),
    [
        (opus(1), ""),
        (opus(60), ""),
        (opus(61), "lamanya 61 detik"),
        (opus(1)[:80], "terputus"),
        (b"", "bukan suara Opus"),
        (b"OggS" + bytes(200), "bukan suara Opus"),
        (b"ID3" + opus(1), "bukan suara Opus"),
        (opus(1) + bytes(MAX_SOUND), "lebih besar dari 150 KB"),
    ],
)
def test_what_is_wrong_with_a_recording(raw: bytes, wrong: str) -> None:
    assert sound_fault(raw).startswith(wrong)
    assert bool(sound_fault(raw)) is bool(wrong)


def test_the_length_is_that_of_the_last_page() -> None:
    assert [seconds(opus(one)) for one in (1, 5, 7, 42)] == [1, 5, 7, 42]


def test_only_regular_files_are_recordings(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("Untuk rekaman.", encoding="utf-8")
    (tmp_path / "folder.opus").mkdir()
    (tmp_path / "besar.opus").write_bytes(bytes(2 * MAX_SOUND))
    assert {name: len(raw) for name, raw in load_sounds(tmp_path).items()} == {
        "besar.opus": MAX_SOUND + 1
    }
    assert load_sounds(tmp_path / "tidak-ada") == {}


def test_the_guide_for_staff_works_as_written(data_dir: Path, tmp_path: Path) -> None:
    data = Path(shutil.copytree(data_dir, tmp_path / "data"))
    (block,) = re.findall(r"```yaml\n(.*?)```", GUIDE.read_text(encoding="utf-8"), re.DOTALL)
    (name,) = re.findall(r"file: (\S+)", block)
    path = data / "messages.yaml"
    before = lines(data)
    text = path.read_text(encoding="utf-8")
    end = text.find("\n- id: ", text.index("- id: cek-tiga-hal\n")) + 1
    path.write_text(text[:end] + block + text[end:], encoding="utf-8")
    assert [one for one in lines(data) if one not in before and "tidak ada" in one]
    (data / "audio" / name).write_bytes(opus(3))
    assert [one for one in lines(data) if "messages" in one or "audio" in one] == []

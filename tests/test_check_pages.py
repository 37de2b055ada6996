"""Authored pages with the slips that people make in a browser: the rule and the line they get."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from golden_cases import ROOT, good_folder, lines

from portal.placeholders import KINDS, placeholders

QUOTE = "Aturannya: {{ rule larangan-anak }}"  # line 12 of the page
HEAD = "title: Panduan\n"


def found(folder: Path, old: str, new: str) -> list[tuple[int, str]]:
    """Return (line, rule) of every problem in a page after one replacement."""
    good_folder(folder)
    page = folder / "content/panduan/index.md"
    text = page.read_text(encoding="utf-8")
    assert old in text
    page.write_text(text.replace(old, new, 1), encoding="utf-8")
    place = re.compile(r"content/panduan/index\.md:(\d+): .* \[([\w-]+)\]")
    told = [place.fullmatch(one) for one in lines(folder / "data")]
    return [(int(one[1]), one[2]) for one in told if one]


@pytest.mark.parametrize(
    "written",
    [
        "{ rule larangan-anak }",
        "{{ rule larangan-anak }",
        "{{ rule larangan-anak",
        "rule larangan-anak }}",
        "{{{ rule larangan-anak }}}",
        "{{ rule {{ rule larangan-anak }} }}",
        "{% if benar %}",
        "\uff5b\uff5b rule larangan-anak \uff5d\uff5d",
    ],
)
def test_no_brace_reaches_readers(tmp_path: Path, written: str) -> None:
    assert found(tmp_path, QUOTE, written) == [(12, "broken-placeholder")]


def test_a_placeholder_over_two_lines_is_told_on_both(tmp_path: Path) -> None:
    told = found(tmp_path, QUOTE, "{{ rule\nlarangan-anak }}")
    assert told == [(12, "broken-placeholder"), (13, "broken-placeholder")]


@pytest.mark.parametrize(
    "written", ["## Hak {#hak}", "Teks.\n{: .caution }", "{{rule larangan-anak}}"]
)
def test_attributes_and_missing_spaces_are_fine(tmp_path: Path, written: str) -> None:
    assert found(tmp_path, QUOTE, written) == []


@pytest.mark.parametrize(
    "written",
    [
        "Lihat {{ rules larangan-anak }} ini.",
        "- {{ rules larangan-anak }}",
        "    {{ rules larangan-anak }}",
        "{{ rules larangan-anak }} {{ rule larangan-anak }}",
        "{{ rules larangan-anak }}\nTeks.",
        "[{{ article larangan-anak }}](/prosedur/)",
        "[lihat](/sanksi/{{ rule larangan-anak }}/)",
        '<p title="{{ rule larangan-anak }}">Teks.</p>',
        "`{{ rule larangan-anak }}`",
    ],
)
def test_a_quote_stands_where_it_may(tmp_path: Path, written: str) -> None:
    assert found(tmp_path, QUOTE, written) == [(12, "placeholder-place")]


@pytest.mark.parametrize(
    ("written", "rule"),
    [
        ("{{ field agencies sinar-laut offices }}", "unknown-placeholder"),
        ("{{ field tabel larangan-anak text }}", "unknown-placeholder"),
        ("Cek <5 orang> dulu.", "typed-fact"),
        ("Cek {5 orang} dulu.", "typed-fact"),
        ("Kirim ke budi.santoso@gmail.com.", "personal-data"),
        ("Paspornya A1234567.", "personal-data"),
        ('<iframe src="/lain/"></iframe>', "html-or-script"),
        ('<p onclick="tekan()">Teks.</p>', "html-or-script"),
        ('<p style="color: red">Teks.</p>', "html-or-script"),
        ("[Tekan](javascript:tekan)", "html-or-script"),
        ("<script>tekan</script>", "html-or-script"),
        ("![Peta](https://contoh.id/peta.png)", "html-or-script"),
        ('<img alt="" src="//contoh.id/peta.png">', "html-or-script"),
    ],
)
def test_what_must_not_stand_in_a_page(tmp_path: Path, written: str, rule: str) -> None:
    assert (12, rule) in found(tmp_path, QUOTE, written)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("---\ntitle", "title", [(1, "page-head")]),
        ("---\ntitle", "\n---\ntitle", [(1, "page-head")]),
        ("---\ntitle", "--- \ntitle", [(1, "page-head")]),
        ("]\n---\n", "]\n", [(1, "page-head")]),
        (HEAD, "title: Panduan: cara\n", [(2, "yaml-syntax")]),
        (HEAD, HEAD + "url: /lain/\n", [(3, "page-head")]),
        (HEAD, HEAD + "search: tidak\n", [(3, "value-format")]),
    ],
)
def test_a_slip_in_the_head_is_told_once(
    tmp_path: Path, old: str, new: str, told: list[tuple[int, str]]
) -> None:
    assert found(tmp_path, old, new) == told


def test_the_guide_explains_every_placeholder() -> None:
    guide = (ROOT / "content/staf/halaman.md").read_text(encoding="utf-8")
    rows = [line for line in guide.split("\n") if line.startswith("| `{{")]
    shown = {one.name for line in rows for one in placeholders(line.rpartition(" | ")[0])}
    assert shown == set(KINDS)


def test_a_message_leads_to_an_address(tmp_path: Path) -> None:
    folder = good_folder(tmp_path)
    file = folder / "messages.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("page: /cek/", "page: cek"), "utf-8")
    assert [one.rpartition(" ")[2] for one in lines(folder)] == ["[value-format]"]

"""The rules: a golden case and a page for each, exceptions, and the command."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from golden_cases import CASES, ROOT, TODAY, cases, lines, placed, replace, spoil

from portal.__main__ import main
from portal.check import rules, run
from portal.check.context import Context
from portal.check.rules import LOADED_RULES, RULES, every_rule
from portal.problems import Problem

PAGES = ROOT / "content" / "staf" / "aturan"


def test_good_folder_is_good(good: Path) -> None:
    assert lines(good) == []


def _crash(_: Context) -> Iterable[Problem]:
    raise ValueError("contoh")


@pytest.mark.parametrize(("rule", "case"), cases(), ids=lambda one: one if str(one) == one else "")
def test_golden_case(
    rule: str, case: dict[str, Any], good: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil(good, case["files"])
    if "crash" in case:
        monkeypatch.setattr(run, "RULES", {**RULES, case["crash"]: _crash})
    line = str(placed(case, good)) if "at" in case else ""
    assert lines(good) == [one.replace("{line}", line) for one in case["expect"]]
    assert any(one.endswith(f"[{rule}]") for one in case["expect"])


def test_every_rule_has_a_function_a_case_and_a_page() -> None:
    for name, rule in RULES.items():
        assert rule.__name__ == "check_" + name.replace("-", "_")
        assert rule.__module__.startswith("portal.check.") and rule.__doc__
    assert {path.stem for path in CASES.glob("*.yaml")} == set(every_rule())
    assert {path.stem for path in PAGES.glob("*.md")} - {"index"} == set(every_rule())


def test_every_rule_function_is_registered() -> None:
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "portal/check").glob("*.py")]
    written = {name for text in sources for name in re.findall(r"^def check_(\w+)", text, re.M)}
    assert {name.replace("_", "-") for name in written} == set(RULES)


@pytest.mark.parametrize(("name", "module"), sorted(LOADED_RULES.items()))
def test_loaded_rule_speaks_in_its_module(name: str, module: str) -> None:
    near = {"portal.load": ["rows_csv", "rows_tabs", "rows_yaml"], "portal.schema": ["convert"]}
    files = [module.replace("portal.", "").replace(".", "/"), *near.get(module, [])]
    texts = [(ROOT / "portal" / f"{file}.py").read_text(encoding="utf-8") for file in files]
    assert any(f'"{name}"' in text for text in texts)


@pytest.mark.parametrize(("rule", "case"), cases(), ids=lambda one: one if str(one) == one else "")
def test_page_of_the_rule_shows_the_message_of_its_case(rule: str, case: dict[str, Any]) -> None:
    page = (PAGES / f"{rule}.md").read_text(encoding="utf-8")
    own = next(one for one in case["expect"] if one.endswith(f"[{rule}]"))
    assert own.partition("{line}")[2] or own in page
    assert own.rpartition("{line}")[2] in page
    assert "\nSalah:\n" in page and "\nBenar:\n" in page
    assert f"({rule})" in page.splitlines()[1]


def test_index_links_every_rule() -> None:
    index = (PAGES / "index.md").read_text(encoding="utf-8")
    assert sorted(re.findall(r"\]\(([\w-]+)\.md\)", index)) == every_rule()


# Exceptions


EXCEPTION = """- id: nama-mirip
  rule: same-name
  file: agencies.yaml
  record: sinar-laut
  reason: Dua perusahaan yang berbeda.
  until: 2027-06-30
"""


def test_exception_lets_one_problem_through(good: Path) -> None:
    spoil(good, {"exceptions.yaml": {"text": EXCEPTION}})
    assert replace(good, "agencies.yaml", "PT Sinar Laut Abadi", "PT Boemi Mas") == []


def test_what_would_break_the_site_is_never_let_through(good: Path) -> None:
    text = EXCEPTION.replace("same-name", "unknown-region").replace("sinar-laut", "las-lumajang")
    spoil(good, {"exceptions.yaml": {"text": text.replace("agencies.yaml", "training.csv")}})
    found = replace(good, "training.csv", "las,work,BLK Lumajang,,35.08", "las,work,BLK,,35.99")
    assert {one.rsplit(" ", 1)[1] for one in found} == {"[unknown-region]", "[unknown-rule]"}


# The command


def test_command_prints_everything_and_returns_0_1_or_2(
    good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    given = ["check", "--data", str(good), "--today", TODAY.isoformat()]
    assert main(given) == 0
    assert "0 kesalahan, 0 peringatan dalam" in capsys.readouterr().out
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    spoil(good, {"agencies.yaml": {"replace": [["PT Sinar Laut Abadi", "PT Boemi Mas"]]}})
    assert main(given) == 1
    out = capsys.readouterr().out.splitlines()
    assert [one.rsplit("[")[-1] for one in out[:-1]] == ["same-name]", "unknown-source]"]
    assert out[-1].startswith("1 kesalahan, 1 peringatan dalam ")
    assert main([*given[:-1], "besok"]) == 2
    with pytest.raises(SystemExit, match="2"):
        main(["check", "--format", "xml"])


def test_a_warning_alone_does_not_fail(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(good, {"agencies.yaml": {"replace": [["PT Sinar Laut Abadi", "PT Boemi Mas"]]}})
    assert main(["check", "--data", str(good), "--today", TODAY.isoformat()]) == 0
    assert "0 kesalahan, 1 peringatan" in capsys.readouterr().out


def test_json_and_github(good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(good, {"faq.yaml": {"replace": [["- daftar", "- dafta"]]}})
    given = ["check", "--data", str(good), "--today", TODAY.isoformat(), "--format"]
    assert main([*given, "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {
            "file": "data/faq.yaml",
            "line": 5,
            "column": 7,
            "record": 'tanya jawab "bayar-calo"',
            "field": "sources",
            "rule": "unknown-source",
            "level": "error",
            "message": 'sumber "dafta" tidak dikenal',
            "hint": 'Maksudnya "daftar"?',
        }
    ]
    assert main([*given, "github"]) == 1
    first = capsys.readouterr().out.splitlines()[0]
    assert first.startswith("::error file=data/faq.yaml,line=5,col=7,title=unknown-source::")


def test_rules_module_names_what_others_use() -> None:
    assert rules.Context is Context and set(RULES) >= rules.LAST

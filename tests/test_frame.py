"""The frame keeps its word: documented commands exist, the lock is current, builds fail safely."""

from __future__ import annotations

import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest
from conftest import ROOT
from site_tools import build

from portal.__main__ import main
from portal.check import check
from scripts.generate import generate

GUIDES = ("README.md", "CONTRIBUTING.md", "deploy/README.md", "docs/decisions/0001-the-frame.md")
PUBLIC = ("https://pypi.org/", "https://files.pythonhosted.org/")


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def targets() -> set[str]:
    """Return the targets of the Makefile that a person may call."""
    return set(re.findall(r"^([a-z-]+):.*## ", text("Makefile"), re.MULTILINE))


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def run(*command: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, **settings)


# Commands


@pytest.mark.parametrize("guide", GUIDES)
def test_every_make_target_in_a_guide_exists(guide: str):
    called = re.findall(r"(?:`|^)(?:[A-Z_]+=\S+ )*make ([a-z]+)", text(guide), re.MULTILINE)
    assert set(called) <= targets()


def test_every_make_target_people_need_is_in_the_readme():
    named = set(re.findall(r"make ([a-z]+)", text("README.md") + text("CONTRIBUTING.md")))
    assert targets() - named <= {"help", "clean", "lint"}


def test_help_lists_every_target(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("MAKEFLAGS", raising=False)  # `make test` would make make talk of folders
    monkeypatch.delenv("MAKELEVEL", raising=False)
    shown = run("make", "help").stdout
    assert run("make").stdout == shown
    assert {line.split()[1] for line in shown.splitlines()} == targets()


@pytest.mark.parametrize("guide", GUIDES)
def test_every_portal_command_in_a_guide_is_understood(guide: str):
    for line in re.findall(r"python -m portal ([a-z]+)", text(guide)):
        with pytest.raises(SystemExit) as stopped:
            main([line, "--help"])
        assert stopped.value.code == 0


def test_every_portal_command_is_in_the_readme(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["--help"])
    commands = re.findall(r"^    ([a-z]+) ", capsys.readouterr().out, re.MULTILINE)
    assert set(commands) == set(re.findall(r"python -m portal ([a-z]+)", text("README.md")))


@pytest.mark.parametrize("guide", (*GUIDES, "docs/decisions/README.md", "CHANGELOG.md"))
def test_every_link_and_path_in_a_guide_leads_somewhere(guide: str):
    here = (ROOT / guide).parent
    linked = re.findall(r"\]\(([^)#:]+)\)", text(guide))
    files = re.findall(
        r"`((?:content|data|deploy|docs|portal|scripts|tests|hooks)/[^`<*]*)`", text(guide)
    )
    assert [one for one in linked if not (here / one).exists()] == []
    assert [one for one in files if not (ROOT / one.split(" ")[0]).exists()] == []


def test_ci_calls_the_test_command_of_the_readme_and_nothing_else():
    lines = [line for line in text(".ci/run").splitlines() if line and not line.startswith("#")]
    assert lines[:-1] == ["set -euo pipefail", 'cd "$(dirname "${BASH_SOURCE[0]}")/.."']
    assert f"## Tests\n\n```sh\n{lines[-1]}\n```" in text("README.md")
    assert (ROOT / ".ci/run").stat().st_mode & 0o111


@pytest.mark.parametrize("script", ["scripts/setup", ".ci/run", "deploy/publish"])
def test_shell_scripts_parse_and_may_be_started(script: str):
    assert run("bash", "-n", script).stderr == ""
    assert (ROOT / script).stat().st_mode & 0o111


# Papers


def test_licences_and_changelog_are_there():
    assert text("LICENSE").startswith("MIT License")
    assert "Attribution 4.0 International Public License" in text("LICENSE-DATA")
    headings = re.findall(r"^## (.+)$", text("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    first = re.findall(r"^### (.+)$", text("CHANGELOG.md"), re.MULTILINE)
    assert first[:2] == ["Data format", "Open data"]


def test_the_index_of_decisions_is_complete():
    notes = sorted(one.name for one in (ROOT / "docs/decisions").glob("[0-9]*.md"))
    assert len({name[:4] for name in notes}) == len(notes), "two notes share a number"
    assert [name for name in notes if f"]({name})" not in text("docs/decisions/README.md")] == []


def test_the_screenshot_is_small():
    assert (ROOT / "docs/screenshot.png").stat().st_size < 150 * 1024


# The lock


def locked() -> dict[str, set[str]]:
    """Return the versions in requirements.lock by package."""
    pins = re.findall(r"^([A-Za-z0-9_.-]+)==([^\s;]+)", text("requirements.lock"), re.MULTILINE)
    return {normal(name): {one for other, one in pins if other == name} for name, _ in pins}


def test_requirements_lock_is_current():
    ours: dict[str, set[str]] = {}
    for one in tomllib.loads(text("uv.lock"))["package"]:
        if "registry" in one["source"]:
            ours.setdefault(one["name"], set()).add(one["version"])
    assert ours == locked(), "run: make lock"


def test_every_dependency_is_locked_with_a_hash():
    project = tomllib.loads(text("pyproject.toml"))
    wanted = project["project"]["dependencies"] + project["dependency-groups"]["dev"]
    names = {normal(re.split(r"[=<>~! \[;]", one)[0]) for one in wanted}
    assert names <= set(locked()), "run: make lock"
    for entry in re.split(r"\n(?=\S)", text("requirements.lock")):
        assert entry.startswith("#") or "--hash=sha256:" in entry


def test_the_lock_names_public_addresses_only():
    addresses = re.findall(r'(?:url|registry) = "([^"]+)"', text("uv.lock"))
    assert addresses
    assert [one for one in addresses if not one.startswith(PUBLIC)] == []
    assert "file://" not in text("requirements.lock")


# Building


@pytest.fixture
def good_site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("the last good site", encoding="utf-8")
    return site


def test_broken_data_leaves_the_last_good_site(good_site: Path, tmp_path: Path, data_dir: Path):
    data = Path(shutil.copytree(data_dir, tmp_path / "data"))
    (data / "regions.csv").write_text("code,name\n1,\n", encoding="utf-8")
    (data / "faq.yaml").unlink()
    text = (data / "agencies.yaml").read_text(encoding="utf-8")
    (data / "agencies.yaml").write_text(text.replace("kind: revoked", "kind: revokd", 1), "utf-8")
    done = build(PORTAL_DATA=str(data), SITE_DIR=str(good_site))
    assert done.returncode == 1
    assert '"revokd"' in done.stderr and 'Maksudnya "revoked"?' in done.stderr
    assert re.search(r"^\d+ kesalahan", done.stderr, re.MULTILINE)
    assert "data/faq.yaml:1: " in done.stderr
    assert "data/regions.csv:" in done.stderr
    assert "Traceback" not in done.stderr
    assert [one.name for one in good_site.iterdir()] == ["index.html"]
    assert (good_site / "index.html").read_text(encoding="utf-8") == "the last good site"
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("site")] == ["site"]


def test_a_folder_that_is_no_site_is_not_replaced(tmp_path: Path):
    (tmp_path / "letters.txt").write_text("dear", encoding="utf-8")
    done = build(SITE_DIR=str(tmp_path))
    assert done.returncode == 2
    assert "tidak akan ditimpa" in done.stderr
    assert (tmp_path / "letters.txt").exists()


def test_a_day_that_does_not_exist_is_refused_in_a_sentence(good_site: Path):
    done = build(PORTAL_TODAY="2026-02-31", SITE_DIR=str(good_site))
    assert done.returncode == 2
    assert done.stderr.startswith("Gagal: tanggal")


def test_the_site_obeys_the_policy_that_the_server_configuration_sends(site: Path):
    assert "script-src 'self';" in text("deploy/nginx.conf")
    inline = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\s(?:style|on[a-z]+)=\"")
    pages = ((one, inline.search(one.read_text("utf-8"))) for one in site.rglob("*.html"))
    assert [(one.relative_to(site), found[0]) for one, found in pages if found] == []


# Made-up data


def test_made_up_data_passes_the_check_and_repeats(tmp_path: Path, today):
    for name in ("one", "two"):
        generate(tmp_path / name, 40, 60, 7, today)
    checked = check(tmp_path / "one", today)
    assert [str(one) for one in checked.problems if one.level == "error"] == []
    assert (len(checked.tables["agencies"]), len(checked.tables["training"])) == (40, 60)
    for path in (one for one in (tmp_path / "one").iterdir() if one.is_file()):
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()

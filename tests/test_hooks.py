"""The hook: errors stop the build before the old site is touched, pages never replace pages."""

from __future__ import annotations

import importlib.util
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest
from conftest import ROOT
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, get_files
from mkdocs.structure.pages import Page

from portal.render.keeping import Kept


@pytest.fixture
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("site_hook", ROOT / "hooks" / "site.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def config(tmp_path: Path) -> MkDocsConfig:
    """Return the configuration of a tiny site; `extra` as the hook would fill it."""
    (tmp_path / "content").mkdir()
    written = tmp_path / "mkdocs.yml"
    written.write_text("site_name: Uji\nplugins: []\ndocs_dir: content\n", encoding="utf-8")
    made = load_config(str(written), site_dir=str(tmp_path / "site"))
    made.plugins._current_plugin = "hooks/site.py"  # as MkDocs does while an event runs
    made.extra.update(catalogue=None, portal={"repository": "https://git.example.org/x/blob/main"})
    made.extra.update(authored={}, kept=Kept((), {}, {}, date(2026, 11, 22)), explained=str)
    return made


def write(config: MkDocsConfig, name: str, text: str = "# Judul") -> None:
    path = Path(config.docs_dir) / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_generated_files_join_the_authored(hook, config, monkeypatch):
    monkeypatch.setattr(hook, "everything", lambda _: {"p3mi/index.md": "# P", "api/x.json": b"{}"})
    write(config, "index.md")
    files = hook.on_files(get_files(config), config=config)
    made = {one.dest_uri for one in files}
    assert {"index.html", "p3mi/index.html", "api/x.json", "assets/css/site.css"} <= made


@pytest.mark.parametrize("authored", ["p3mi.md", "p3mi/index.md", "p3mi/README.md"])
def test_a_page_never_replaces_another(hook, config, monkeypatch, authored):
    monkeypatch.setattr(hook, "everything", lambda _: {"p3mi/index.md": "# P"})
    write(config, authored)
    with pytest.raises(PluginError, match="satu alamat"):
        hook.on_files(get_files(config), config=config)


def test_two_authored_pages_never_share_an_address(hook, config, monkeypatch):
    monkeypatch.setattr(hook, "everything", lambda _: {})
    write(config, "cek.md")
    write(config, "cek/index.md")
    with pytest.raises(PluginError, match="satu alamat"):
        hook.on_files(get_files(config), config=config)


def test_an_asset_never_replaces_a_page(hook, config, monkeypatch):
    monkeypatch.setattr(hook, "everything", lambda _: {"assets/theme.js": "x"})
    with pytest.raises(PluginError, match="assets/theme.js"):
        hook.on_files(get_files(config), config=config)


def test_wrong_data_stops_in_on_config(hook, config, monkeypatch, tmp_path):
    monkeypatch.setenv("PORTAL_DATA", str(tmp_path / "nothing"))
    with pytest.raises(PluginError, match="missing-file"):
        hook.on_config(config)


def test_a_wrong_day_is_a_sentence(hook, config, monkeypatch):
    monkeypatch.setenv("PORTAL_TODAY", "kemarin")
    with pytest.raises(PluginError, match="kemarin"):
        hook.on_config(config)


def test_scripts_lose_their_comments(hook, config, monkeypatch):
    monkeypatch.setattr(hook, "everything", lambda _: {})
    files = hook.on_files(Files([]), config=config)
    script = next(one for one in files if one.src_uri == "assets/theme.js")
    assert "Light or dark" not in script.content_string
    assert "localStorage" in script.content_string


def page_of(config: MkDocsConfig, name: str, **meta: str) -> Page:
    file = File.generated(config, name, content="# Judul")
    page = Page("Judul", file, config)
    page.meta = meta
    return page


def test_edit_links(hook, config):
    made = page_of(config, "p3mi/a/index.md", edit="data/agencies.yaml#L41")
    hook.on_page_markdown("", page=made, config=config)
    assert made.edit_url.endswith("/blob/main/data/agencies.yaml#L41")
    nowhere = page_of(config, "p3mi/index.md")
    hook.on_page_markdown("", page=nowhere, config=config)
    assert nowhere.edit_url is None
    authored = page_of(config, "staf/index.md")
    authored.file.generated_by = None
    hook.on_page_markdown("", page=authored, config=config)
    assert authored.edit_url.endswith("/blob/main/content/staf/index.md")


def test_site_paths_become_relative(hook, config):
    here = page_of(config, "p3mi/a/index.md")
    files = Files([here.file, File.generated(config, "cek/index.md", content="# Cek")])
    html = '<a href="/cek/?q=1#x">Cek</a> <a href="https://a.example/cek/">luar</a> <a href="/">'
    config.extra["addresses"] = hook.addresses(files)
    made = hook.on_page_content(html, page=here, config=config)
    assert '<a href="../../cek/?q=1#x">' in made
    assert '<a href="https://a.example/cek/">' in made
    assert '<a href="../../">' in made


def test_record_pages_pass_markdown_untouched(hook, config):
    here = page_of(config, "p3mi/a/index.md")
    written = "<h1>PT *A* _B_</h1>\n\n    <p>1. [x](y)</p>\n"
    left = hook.on_page_markdown(written, page=here, config=config)
    assert left == ""
    config.extra["addresses"] = frozenset()
    assert hook.on_page_content("", page=here, config=config) == written


def test_authored_pages_stay_markdown(hook, config):
    here = page_of(config, "staf/index.md")
    here.file.generated_by = None
    assert hook.on_page_markdown("<div>*a*</div>", page=here, config=config) == "<div>*a*</div>"


def test_a_link_to_nowhere_is_a_warning(hook, config, caplog):
    """The build is strict: a warning fails it."""
    here = page_of(config, "p3mi/a/index.md")
    config.extra["addresses"] = hook.addresses(Files([]))
    hook.on_page_content('<a href="/tiada/">x</a>', page=here, config=config)
    assert "/tiada/" in caplog.text


def test_a_link_to_nowhere_names_its_line(hook, config, caplog):
    write(config, "coba.md", "# Coba\n\nBaca.\n\n[Ini](/tiada/).\n")
    here = Page(None, File("coba.md", config.docs_dir, config.site_dir, True), config)
    config.extra["addresses"] = hook.addresses(Files([]))
    hook.on_page_content('<a href="/tiada/">x</a>', page=here, config=config)
    assert "content/coba.md:5: tautan ke /tiada/" in caplog.text

"""The rules of the house, read from the source itself: arrows, doors, the clock, tidiness."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("portal", "hooks", "scripts", "tests")
# Lowest first. A module may import from its own layer and from those above it in this list.
LAYERS = (
    ("portal.model",),
    ("portal.problems", "portal.text", "portal.clock", "portal.language"),
    ("portal.publish", "portal.rows_tabs"),
    ("portal.rows_csv", "portal.rows_yaml", "portal.convert", "portal.package_shape"),
    ("portal.package_needs",),
    ("portal.load", "portal.package"),
    ("portal.content", "portal.placeholders", "portal.keepers", "portal.addresses"),
    ("portal.schema",),
    ("portal.standing", "portal.locks"),
    ("portal.check",),
    ("portal.catalogue",),
    ("portal.render.urls", "portal.render.words"),
    ("portal.search",),
    ("portal.render",),
    ("portal.edge",),
    ("portal.__main__", "hooks", "scripts"),
    ("tests",),
)
MAY_READ_FILES = {
    "portal/load.py": "the door through which all data comes",
    "portal/package.py": "reads the description of the data, which checks and guides share",
    "portal/check/run.py": "falls back on the project's own description when a folder lacks one",
    "portal/search/files.py": "takes lunr.js from the installed MkDocs",
    "portal/render/print_impose.py": "opens PDFs held in memory, no file",
}
READERS = {"open", "read_text", "read_bytes"}
CLOCKS = {"now", "utcnow", "today", "time", "time_ns", "localtime", "gmtime", "strftime"}
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
READ_ONLY = ("Mapping", "Sequence", "Final", "frozenset")
MAX_LINES = 300
MAX_FUNCTION_LINES = 45
FOREIGN = ("/" + "work/", "../" + "shared", "/" + "root/", "/" + "home/")


def modules(*rooms: str) -> list[Path]:
    """Return the Python files of the given rooms, in order."""
    return sorted(path for room in rooms for path in (ROOT / room).rglob("*.py"))


def shown(path: Path) -> str:
    """Return the path as messages name it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """Return the parsed module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def dotted(path: Path) -> str:
    """Return the module's dotted name: portal/check/run.py is portal.check.run."""
    name = path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".")
    return name.removesuffix(".__init__")


def imported(path: Path) -> set[str]:
    """Return the dotted names that the module imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{one.name}" for one in node.names}
    return names


def layer(name: str) -> int | None:
    """Return how high a module stands; None for libraries and for the package itself."""
    for height, prefixes in enumerate(LAYERS):
        if any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes):
            return height
    return None


def calls(path: Path) -> Iterator[ast.Call]:
    """Yield every call in the module."""
    yield from (node for node in ast.walk(tree(path)) if isinstance(node, ast.Call))


def listed() -> list[Path]:
    """Return the text files that belong to the project, by git."""
    command = ["git", "ls-files", "-co", "--exclude-standard", "-z"]
    names = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    paths = [ROOT / name for name in names.split("\0") if name]
    return [path for path in paths if path.is_file() and b"\0" not in path.read_bytes()]


@pytest.mark.parametrize("path", modules("portal"), ids=shown)
def test_every_module_of_the_package_has_a_layer(path: Path) -> None:
    assert dotted(path) == "portal" or layer(dotted(path)) is not None


@pytest.mark.parametrize("path", modules("portal", "hooks", "scripts"), ids=shown)
def test_arrows_point_one_way(path: Path) -> None:
    own = layer(dotted(path))
    above = {name for name in imported(path) if (layer(name) or 0) > (own or 0)}
    assert not above, f"{shown(path)} imports from above: {sorted(above)}"


def test_no_module_imports_itself_by_a_detour() -> None:
    names = {dotted(path) for path in modules("portal")}
    arrows = {dotted(path): (imported(path) & names) - {dotted(path)} for path in modules("portal")}
    # A package's __init__ gathers its modules; an import of `package.module` is not one of it.
    loose = {
        name: {one for one in uses if not any(used.startswith(f"{one}.") for used in uses)}
        for name, uses in arrows.items()
    }
    assert list(TopologicalSorter(loose).static_order())


@pytest.mark.parametrize("path", modules("portal", "scripts"), ids=shown)
def test_only_hooks_import_mkdocs(path: Path) -> None:
    found = {name for name in imported(path) if name.split(".")[0] in ("mkdocs", "material")}
    assert not found


@pytest.mark.parametrize("path", modules("portal"), ids=shown)
def test_only_load_opens_data_files(path: Path) -> None:
    readers = {
        call.func.attr if isinstance(call.func, ast.Attribute) else "open"
        for call in calls(path)
        if (isinstance(call.func, ast.Attribute) and call.func.attr in READERS)
        or (isinstance(call.func, ast.Name) and call.func.id == "open")
    }
    assert not readers or shown(path) in MAY_READ_FILES, f"{readers}: let portal/load.py read it"


def test_whoever_may_read_files_still_does() -> None:
    assert [name for name in MAY_READ_FILES if not (ROOT / name).is_file()] == []


@pytest.mark.parametrize("path", modules("portal", "hooks"), ids=shown)
def test_only_the_clock_module_reads_the_clock(path: Path) -> None:
    read = {
        call.func.attr
        for call in calls(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr in CLOCKS
    }
    assert shown(path) == "portal/clock.py" or not (read or "time" in imported(path))


@pytest.mark.parametrize("path", modules(*ROOMS), ids=shown)
def test_modules_say_what_they_are_for(path: Path) -> None:
    assert ast.get_docstring(tree(path))


@pytest.mark.parametrize("path", modules("portal", "hooks", "scripts"), ids=shown)
def test_modules_keep_no_state(path: Path) -> None:
    module = tree(path)
    assert not [node for node in ast.walk(module) if isinstance(node, ast.Global)]
    found = [name for node in module.body for name in _mutable_names(node)]
    assert not found, f"{found}: use a tuple or frozenset, or annotate it as Mapping or Sequence"


def _mutable_names(node: ast.stmt) -> Iterator[str]:
    """Yield module-level names bound to something that could be changed later."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.value, MUTABLE):
        if not ast.unparse(node.annotation).startswith(READ_ONLY):
            yield ast.unparse(node.target)
    elif isinstance(node, ast.Assign) and isinstance(node.value, MUTABLE):
        yield from (name for one in node.targets if (name := ast.unparse(one)) != "__all__")


@pytest.mark.parametrize("path", modules(*ROOMS), ids=shown)
def test_rooms_stay_small(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= MAX_LINES
    long = {
        node.name: node.end_lineno - node.lineno
        for node in ast.walk(tree(path))
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno > MAX_FUNCTION_LINES
    }
    assert not long


@pytest.mark.parametrize("path", modules("portal", "hooks"), ids=shown)
def test_no_html_in_python(path: Path) -> None:
    texts = [
        node.value
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    assert [text for text in texts if re.search(r"</?(a|p|div|span|li|ul|td|b|i)[ >]", text)] == []


@pytest.mark.parametrize("path", listed(), ids=shown)
def test_nothing_names_a_path_outside_the_project(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert [word for word in FOREIGN if word in text] == []

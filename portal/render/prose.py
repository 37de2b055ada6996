"""Pages as plain text, for search. In: Markdown files by path; out: (url, title, text) of each."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

CONTENT = Path(__file__).resolve().parents[2] / "content"
FRONT = re.compile(r"\A---\n(.*?\n)---\n", re.DOTALL)
HIDDEN = re.compile(r"<(script|style|template|svg|nav)\b.*?</\1>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^\s*(?:#+|[-*>|]|!!!.*|\d+\.)\s+|[*`|\\]|\{\s*[:#.][^}]*\}", re.MULTILINE)
SPACE = re.compile(r"\s+")
Readable = tuple[str, str, str]


def authored(content: Path = CONTENT) -> dict[str, str]:
    """Return the hand-written pages: {path inside content/: Markdown}."""
    found = sorted(content.rglob("*.md"))
    return {one.relative_to(content).as_posix(): one.read_text("utf-8") for one in found}


def readable(pages: Mapping[str, str]) -> tuple[Readable, ...]:
    """Return (url, title, text) of every page that search may show, sorted by URL."""
    found = (_readable(path, text) for path, text in pages.items())
    return tuple(sorted(one for one in found if one is not None))


def _readable(path: str, text: str) -> Readable | None:
    head = front_matter(text)
    if head.get("search") == "no" or not path.endswith(".md"):
        return None
    body = FRONT.sub("", text)
    title = head.get("title") or _heading(body) or path
    return _url(path), title, plain(body)


def front_matter(text: str) -> dict[str, str]:
    """Return the page's front matter with every value as text."""
    match = FRONT.match(text)
    head = yaml.load(match[1], Loader=yaml.CBaseLoader) if match else {}  # noqa: S506  (texts only)
    return dict(head or {})


def plain(markdown: str) -> str:
    """Return the words of a Markdown or HTML text, without marks, on one line."""
    text = TAG.sub(" ", HIDDEN.sub(" ", markdown))
    text = MARKS.sub(" ", LINK.sub(r"\1", text))
    return SPACE.sub(" ", html.unescape(text)).strip()


def _heading(body: str) -> str:
    match = re.search(r"^# (.+)$", body, re.MULTILINE)
    return plain(match[1]) if match else ""


def _url(path: str) -> str:
    folder = path.removesuffix(".md").removesuffix("index")
    return f"/{folder}/".replace("//", "/")

"""Pages as plain text, for search. In: Markdown files by path; out: (url, title, text) of each."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping

import yaml

from portal.content import FRONT

HIDDEN = re.compile(
    r"<(script|style|template|svg|nav)\b.*?</\1>"
    r"|<section\b[^>]*\shidden\b[^>]*>.*?</section>|<!--.*?-->",
    re.DOTALL,
)
# In every card, and not what people look for: sources, the words of the law, how far verified,
# and the trainings that many pages show beside their own matter.
ASIDE = re.compile(r'<(\w+) class="(?:sources|quote|verified|training)".*?</\1>', re.DOTALL)
# A card on a page: an element with an id and a title, up to the next one. Found by itself.
CARD = re.compile(r'^<(?:li|section|div)\b[^>]* id="([^"]+)">\n', re.MULTILINE)
CARD_TITLE = re.compile(r"<(h[23]|dt)\b[^>]*>(.*?)</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
MARKS = re.compile(r"^\s*(?:#+|[-*>|]|!!!.*|\d+\.)\s+|[*`|\\]|\{\s*[:#.][^}]*\}", re.MULTILINE)
SPACE = re.compile(r"\s+")
Readable = tuple[str, str, str]


def readable(pages: Mapping[str, str]) -> tuple[Readable, ...]:
    """Return (url, title, text) of every page, and card on a page, that search may show."""
    return tuple(sorted(one for path, text in pages.items() for one in _readable(path, text)))


def _readable(path: str, text: str) -> Iterator[Readable]:
    head = front_matter(text)
    if head.get("search") == "no" or not path.endswith(".md"):
        return
    body = ASIDE.sub("", FRONT.sub("", text))
    before, *cards = CARD.split(body)
    yield _url(path), head.get("title") or _heading(body) or path, plain(before)
    for name, card in zip(cards[::2], cards[1::2], strict=True):
        named = CARD_TITLE.search(card)
        if named:
            yield f"{_url(path)}#{name}", plain(named[2]), plain(card)


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

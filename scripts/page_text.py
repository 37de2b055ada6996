"""What a reader reads of a page. In: HTML; out: its blocks of text, in order, and its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

BLOCKS = frozenset(
    "p li dd dt td th h1 h2 h3 h4 h5 h6 summary figcaption caption label legend button option div "
    "section article ul ol dl table tr thead tbody details form fieldset select main header footer "
    "aside nav blockquote pre br hr figure output address".split()
)
UNREAD = frozenset("script style svg template noscript nav iframe pre code".split())
EMPTY = frozenset("br hr img input meta link source wbr col area base embed track".split())
HEADINGS = frozenset("h1 h2 h3 h4 h5 h6 summary button label legend option th dt".split())
# A badge or a place behind a name is a label, no part of the sentence.
LABEL = re.compile(r"\b(?:badge|proof|place)\b")
# Words of the law and names of sources are not ours.
QUOTES = re.compile(r"(?:^|\s)(?:quote|sources)(?:\s|$)")


@dataclass
class Block:
    """A run of text: the element it stands in, whether it is quoted, its words."""

    tag: str
    quoted: bool
    classes: tuple[str, ...] = ()
    parts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words on one line."""
        return " ".join("".join(self.parts).split())

    def inside(self, name: str) -> bool:
        """Whether an element of that class is around it."""
        return name in self.classes

    @property
    def is_heading(self) -> bool:
        """Whether it is too short a place to explain anything: a heading, a button, a label."""
        return self.tag in HEADINGS


class _Reader(HTMLParser):
    def __init__(self, within: str) -> None:
        super().__init__(convert_charrefs=True)
        self.within = within
        self.open: list[tuple[str, str]] = []
        self.blocks: list[Block] = []
        self.fresh = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag not in EMPTY:
            self.open.append((tag, given.get("class") or ""))
        if tag in BLOCKS or LABEL.search(given.get("class") or ""):
            self.fresh = True

    def handle_endtag(self, tag: str) -> None:
        closed = ("", "")
        if tag in (name for name, _ in self.open):
            while (closed := self.open.pop())[0] != tag:
                pass
        if tag in BLOCKS or LABEL.search(closed[1]):
            self.fresh = True

    def handle_data(self, data: str) -> None:
        names = [name for name, _ in self.open]
        if self.within not in names or UNREAD & set(names):
            return
        if not data.strip() and self.fresh:
            return
        if self.fresh:
            around = [one for one in self.open if one[0] in BLOCKS]
            quoted = any(name == "blockquote" or QUOTES.search(cls) for name, cls in self.open)
            classes = tuple(name for _, classes in self.open for name in classes.split())
            self.blocks.append(Block(around[-1][0], quoted, classes))
            self.fresh = False
        self.blocks[-1].parts.append(data)


def blocks(html: str, within: str = "main") -> list[Block]:
    """Return the blocks of text inside the element `within`, in reading order."""
    reader = _Reader(within)
    reader.feed(html)
    return [one for one in reader.blocks if one.text]

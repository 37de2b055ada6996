"""Bars with their numbers, drawn by svg.py. In: labels and values; out: one SVG as text.

No style and no script stands in the picture (the site's policy forbids both): colours come from
the classes in assets/css/records.css, patterns from attributes. How sure a figure is shows three
times: in the pattern of its bar, in its edge, and in words beside the label.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import svg
from markupsafe import Markup, escape

from portal.text import number

WIDTH = 320
LONGEST = 225  # of a bar; the rest of the line is for its number
ROW = 46
TEXT, BAR, DIGITS = 15, 21, 34  # where label, bar and number stand in a row
THICK = 16
HATCH = 6  # edge of one tile of a pattern
PATTERNS = frozenset({"preliminary", "conflicting"})  # a replaced figure is an empty, dashed bar


@dataclass(frozen=True)
class Bar:
    """One bar: what it counts, how many, the state of the figure, and that state in words.

    `words` is empty for a plain figure; `state` is a value of the list `statistic_states`.
    """

    label: str
    value: float
    state: str = "reported"
    words: str = ""

    @property
    def caption(self) -> str:
        """What stands above the bar: `2023 (sudah diganti)`."""
        return f"{self.label} ({self.words})" if self.words else self.label


def draw(key: str, title: str, sentence: str, bars: Sequence[Bar]) -> Markup:
    """Return the chart; `key` makes its ids unique on the page, `sentence` says it in words."""
    lengths = scale([one.value for one in bars])
    rows = zip(bars, lengths, strict=True)
    shapes = [part for at, (bar, length) in enumerate(rows) for part in _row(key, at, bar, length)]
    patterns: list[svg.Element] = [
        _pattern(key, state) for state in sorted({one.state for one in bars} & PATTERNS)
    ]
    words: list[svg.Element] = [
        svg.Title(id=f"{key}-judul", text=_plain(title)),
        svg.Desc(id=f"{key}-isi", text=_plain(sentence)),
    ]
    made = svg.SVG(
        viewBox=svg.ViewBoxSpec(0, 0, WIDTH, ROW * len(bars)),
        elements=[*words, svg.Defs(elements=patterns), *shapes],
        extra={"role": "img", "aria-labelledby": f"{key}-judul {key}-isi"},
    )
    return Markup(made.as_str())  # noqa: S704  (every text is escaped in _plain)


def _plain(text: str) -> str:
    """Escape a text: svg.py writes texts as they are."""
    return str(escape(text))


def scale(values: Iterable[float], longest: int = LONGEST) -> list[int]:
    """Return the length of each bar in whole units, that of the greatest value `longest`."""
    known = list(values)
    most = max(known, default=0) or 1
    return [round(longest * value / most) for value in known]


def _row(key: str, at: int, bar: Bar, length: int) -> list[svg.Element]:
    top = at * ROW
    fill = f"url(#{key}-{bar.state})" if bar.state in PATTERNS else None
    return [
        svg.Text(x=0, y=top + TEXT, text=_plain(bar.caption)),
        svg.Rect(
            class_=["bar", f"bar--{bar.state}"],
            x=1,
            y=top + BAR,
            width=max(length, 1),
            height=THICK,
            fill=fill,
        ),
        svg.Text(class_=["bar__number"], x=length + 8, y=top + DIGITS, text=number(bar.value)),
    ]


def _pattern(key: str, state: str) -> svg.Pattern:
    """Return stripes for a figure that may still change, dots for one that others deny."""
    mark: svg.Element = (
        svg.Path(class_=["bar__line"], d=[svg.M(0, HATCH), svg.L(HATCH, 0)])
        if state == "preliminary"
        else svg.Circle(class_=["bar__dot"], cx=HATCH / 2, cy=HATCH / 2, r=1.6)
    )
    return svg.Pattern(
        id=f"{key}-{state}",
        width=HATCH,
        height=HATCH,
        patternUnits="userSpaceOnUse",
        elements=[mark],
    )

"""Tabs in a YAML text. In: the text; out: a problem for each line, the text with spaces instead."""

from __future__ import annotations

from portal.problems import Problem

# With more lines than these out of place, a guess would tell more lies than truths.
MAX_GUESSED = 3


def tab_problems(text: str, shown: str) -> list[Problem]:
    """Return a problem for each line with a tab."""
    if "\t" not in text:
        return []
    return [
        Problem(shown, number, line.index("\t") + 1, "tab", "ada tanda tab", "Ganti dengan spasi.")
        for number, line in enumerate(text.split("\n"), 1)
        if "\t" in line
    ]


def untabbed(text: str) -> tuple[int, str]:
    """Return the text with spaces for tabs, and for how many lines the margin was guessed."""
    if "\t" not in text:
        return 0, text
    lines: list[str] = []
    guessed, before = 0, ""
    for line in text.split("\n"):
        margin = line[: len(line) - len(line.lstrip())]
        if "\t" in margin and line.strip():
            guessed += 1
            line = " " * _margin(before, line.strip()) + line.strip()
        lines.append(line.replace("\t", " "))
        before = line if line.strip() else before
    return guessed, "\n".join(lines)


def _margin(before: str, line: str) -> int:
    """Return where a line probably begins: under the text of the line before it."""
    bare = before.lstrip()
    column = len(before) - len(bare)
    both_items = line.startswith("- ") and bare.startswith("- ")
    return column + 2 if bare.startswith("- ") and not both_items else column

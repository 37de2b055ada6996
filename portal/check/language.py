"""Rules on plain language: no sentence too long to follow, no officialese. See docs/language.md.

They look at the fields marked `plain` in datapackage.yaml and at the prose of authored pages for
the public. Quotes of the law are in neither.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import accumulate

from portal.check.context import Context, Value
from portal.language import (
    END,
    MOST,
    WALL_SENTENCES,
    WALL_WORDS,
    Language,
    paragraphs,
    sentences,
    unexplained,
    words,
)
from portal.model import Prose
from portal.placeholders import PLACEHOLDER
from portal.problems import Problem, quoted

# What a reader does not read as a sentence of ours: code, comments, tags, quotes, attributes.
UNREAD = re.compile(
    r"^```.*?^```|<!--.*?-->|^>[^\n]*|<[^>\n]*>|(?<=\])\([^)\n]*\)|\{:?\s*[.#][^}\n]*\}|[*_`\[\]]",
    re.MULTILINE | re.DOTALL,
)
TAG = re.compile(r"\s*<")
Say = Callable[[str, str, str], Problem]


def check_long_sentence(context: Context) -> Iterable[Problem]:
    """What readers read has at most 22 words a sentence."""
    hint = f"Paling banyak {MOST} kata; bagi menjadi dua kalimat."
    for text, say, title in _read(context):
        if len(text.split()) <= MOST:
            continue
        for sentence in sentences(text):
            count = words(sentence)
            if count > MOST:
                message = f'{title} memuat kalimat {count} kata: "{sentence.rstrip(".")}"'
                yield say("long-sentence", message, hint)


def check_officialese(context: Context) -> Iterable[Problem]:
    """What readers read has none of the words that only offices use."""
    language = Language.of(context["language"])
    for text, say, title in _read(context):
        for word in language.officialese(text):
            message = f"{title} memuat {quoted(word.found)}, kata kantor"
            yield say("officialese", message, f'Tulis "{word.instead}".')


def check_wall_of_text(context: Context) -> Iterable[Problem]:
    """No paragraph that readers read has more than 60 words or more than 4 sentences."""
    hint = f"Paling banyak {WALL_WORDS} kata dan {WALL_SENTENCES} kalimat; ringkas atau bagi."
    for text, say, title in _read(context, whole=True):
        count, said = words(text), len(sentences(text)) if END.search(text) else 1
        if count > WALL_WORDS or said > WALL_SENTENCES:
            message = f"{title} terlalu padat: {count} kata, {said} kalimat"
            yield say("wall-of-text", message, hint)


def check_unknown_abbreviation(context: Context) -> Iterable[Problem]:
    """Every abbreviation that readers read is known to all, or the data says what it means."""
    language = Language.of(context["language"])
    meant = {word for one in context["language"] if one["meaning"] for word in one["words"]}
    meant |= {one["term"] for one in context["glossary"] if one["long_form"]}
    hint = "Tulis kepanjangannya di language.yaml atau di glossary.yaml."
    if not (context.is_whole("language") and context.is_whole("glossary")):
        return
    for text, say, title in _read(context, whole=True):
        for short in sorted({one for _, one in unexplained([text], language)} - meant):
            message = f"{title} memuat singkatan {quoted(short)} yang tidak diterangkan"
            yield replace(say("unknown-abbreviation", message, hint), level="warning")


def check_one_heading(context: Context) -> Iterable[Problem]:
    """An authored page has one heading of the first level at most; its title stands in if none."""
    for page in context.prose:
        lines = UNREAD.sub(_blank, page.text).split("\n")
        found = [number for number, line in enumerate(lines, page.line) if line.startswith("# ")]
        for number in found[1:]:
            message = 'judul utama ("# ") ada lebih dari satu'
            hint = 'Pakai "## " untuk judul bagian.'
            yield Problem(page.file, number, 1, "one-heading", message, hint)


def _read(context: Context, whole: bool = False) -> Iterator[tuple[str, Say, str]]:
    """Yield every text for readers, how to complain about it, and what to call it.

    Of pages, every sentence, or every paragraph when they are wanted `whole`.
    """
    for value in context.values(lambda field: field.plain):
        yield value.value, _at_value(value), value.title
    for page in context.public_prose:
        for line, text in _whole(page) if whole else passages(page):
            yield text, _at_line(page, line), "halaman"


def _bare(page: Prose) -> Iterator[tuple[int, list[str]]]:
    """Yield the paragraphs of a page as they are read, what it quotes as one word."""
    bare = UNREAD.sub(_blank, page.text)
    bare = PLACEHOLDER.sub(lambda match: "_" * len(match[0]), bare)
    return paragraphs(bare)


def _whole(page: Prose) -> Iterator[tuple[int, str]]:
    written = page.text.split("\n")
    for first, lines in _bare(page):
        if any(TAG.match(one) for one in written[first : first + len(lines)]):
            continue  # HTML runs on over lines; what becomes of it is measured on the built page
        yield page.line + first, " ".join(" ".join(lines).split())


def passages(page: Prose) -> Iterator[tuple[int, str]]:
    """Yield each sentence of a page with its line in the file."""
    for first, lines in _bare(page):
        ends = list(accumulate(words(one) for one in lines))
        before = 0
        for sentence in sentences("\n".join(lines)):
            at = next((number for number, end in enumerate(ends) if end > before), 0)
            yield page.line + first + at, sentence
            before += words(sentence)


def _blank(match: re.Match[str]) -> str:
    """Return what was found as spaces, so that lines stay where they are."""
    return re.sub(r"[^\n]", " ", match[0]) if len(match[0]) > 1 else ""


def _at_value(value: Value) -> Say:
    return value.problem


def _at_line(page: Prose, line: int) -> Say:
    return lambda rule, message, hint: Problem(page.file, line, 1, rule, message, hint)

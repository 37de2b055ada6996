"""Rules on plain language: no sentence too long to follow, no officialese. See docs/language.md."""

from __future__ import annotations

from collections.abc import Iterable

from portal.check.context import Context
from portal.language import MOST, Language, sentences, words
from portal.problems import Problem, quoted


def check_long_sentence(context: Context) -> Iterable[Problem]:
    """What readers read has at most 22 words a sentence."""
    hint = f"Paling banyak {MOST} kata; bagi menjadi dua kalimat."
    for value in context.values(lambda field: field.plain):
        if value.value.count(" ") < MOST:
            continue
        for sentence in sentences(value.value):
            count = words(sentence)
            if count > MOST:
                message = f'{value.title} memuat kalimat {count} kata: "{sentence.rstrip(".")}"'
                yield value.problem("long-sentence", message, hint)


def check_officialese(context: Context) -> Iterable[Problem]:
    """What readers read has none of the words that only offices use."""
    language = Language.of(context["language"])
    for value in context.values(lambda field: field.plain):
        for word in language.officialese(value.value):
            message = f"{value.title} memuat {quoted(word.found)}, kata kantor"
            yield value.problem("officialese", message, f'Tulis "{word.instead}".')

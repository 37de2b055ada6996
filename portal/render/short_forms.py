"""The box that explains a page's abbreviations. In: a catalogue, a page's HTML; out: the HTML.

Whatever short form a page uses without explaining it where it is used first is explained in a box
under its heading, from data/glossary.yaml and data/language.yaml. So no page needs to think of it.
"""

from __future__ import annotations

import html as entities
import re
from collections.abc import Callable, Mapping

from jinja2 import Template

from portal.catalogue import Catalogue
from portal.language import Language, unexplained
from portal.render.environment import environment
from portal.render.page_texts import TAG

# Names of sources and words of the law are not ours to explain.
QUOTED = re.compile(r'<(\w+) class="(?:sources|quote)".*?</\1>', re.DOTALL)
UNREAD = re.compile(r"<(script|style|template|svg|nav|pre|code)\b.*?</\1>|<!--.*?-->", re.DOTALL)
# A page that begins with a panel to type in: nothing comes between.
HERO = re.compile(r'class="ask"[^>]*>\s*<h1')
# A page whose answer comes first says where the box stands instead.
PLACE = "<!-- short forms -->"
TOP = re.compile(r"</h1>\s*(?:<(p)\b[^>]*>.*?</\1>)?", re.DOTALL)
# Too short a place to explain anything in: read after everything else.
HEADING = re.compile(r"<(h[1-6]|summary|button|label|legend|th|dt|option)\b[^>]*>.*?</\1>", re.S)
BREAK = re.compile(
    r"</?(?:p|li|d[dt]|t[dhr]|h[1-6]|summary|div|section|article|[uo]l|dl|table|details|label|br|"
    r"button|legend|option|figcaption|caption|form|fieldset|blockquote|pre)\b[^>]*>"
)


def explainer(catalogue: Catalogue) -> Callable[[str], str]:
    """Return what adds the box to a page that needs one."""
    language = Language.of(catalogue["language"])
    meanings = known_meanings(catalogue)
    box = environment(catalogue).get_template("frame/short_forms.html.j2")
    return lambda html: _explained(html, language, meanings, box)


def known_meanings(catalogue: Catalogue) -> Mapping[str, str]:
    """Return what every short form stands for, as far as the data says."""
    listed = {
        word: one["meaning"]
        for one in catalogue["language"]
        if one["kind"] == "short" and one["meaning"]
        for word in one["words"]
    }
    terms = {
        one["term"]: f"{one['long_form']}. {one['meaning']}"
        for one in catalogue["glossary"]
        if one["long_form"]
    }
    return listed | terms


def _explained(html: str, language: Language, meanings: Mapping[str, str], box: Template) -> str:
    wanted = {one for _, one in unexplained(texts(html), language) if one in meanings}
    if not wanted:
        return html
    shown = [(one, meanings[one]) for one in _with_own(wanted, language, meanings)]
    made = box.render(meanings=shown)
    if PLACE in html:
        return html.replace(PLACE, made, 1)
    if HERO.search(html):
        return f"{html}\n{made}"
    return TOP.sub(lambda match: f"{match[0]}\n{made}", html, count=1)


def _with_own(wanted: set[str], language: Language, meanings: Mapping[str, str]) -> list[str]:
    """Return the short forms, and those that their meanings use, sorted."""
    found, fresh = set(wanted), set(wanted)
    while fresh:
        used = {short for one in fresh for _, short in language.short_forms(meanings[one])}
        fresh = {one for one in used if one in meanings} - found
        found |= fresh
    return sorted(found)


def texts(html: str) -> list[str]:
    """Return the texts of a page in the order in which they count, headings last."""
    html = QUOTED.sub("\n", UNREAD.sub("\n", html))
    headings = [match[0] for match in HEADING.finditer(html)]
    whole = "\n".join([HEADING.sub("\n", html), *headings])
    plain = entities.unescape(TAG.sub("", BREAK.sub("\n", whole)))
    return [line.strip() for line in plain.split("\n") if line.strip()]

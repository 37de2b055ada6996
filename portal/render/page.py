"""A collector of generated pages. In: URLs, templates and facts; out: {path: Markdown}."""

from __future__ import annotations

from functools import cache, partial
from typing import Any

from jinja2 import Environment

from portal.catalogue import Catalogue
from portal.render import keeping
from portal.render.environment import environment
from portal.render.lookups import functions
from portal.render.near_trainings import alternatives, state
from portal.render.urls import path_of
from portal.text import capitalize_first, host, lower_first


def template_environment(catalogue: Catalogue) -> Environment:
    """Return the environment of record pages: with everything their templates may ask."""
    made = environment(catalogue)
    made.globals |= functions(catalogue)
    made.globals["state_of"] = partial(state, catalogue)
    # Many pages ask for the same list, whoever renders them.
    made.globals["home_trainings"] = cache(partial(alternatives, catalogue))
    made.filters |= {
        "host": host,
        "lower_first": lower_first,
        "capitalize_first": capitalize_first,
    }
    return made


class Pages:
    """Renders one template per page and keeps the texts by path."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.environment = template_environment(catalogue)
        self.kept = keeping.kept(catalogue)
        self.files: dict[str, str] = {}

    def add(self, url: str, template: str, **facts: Any) -> None:
        """Write the page at `url` with templates/pages/<template>.md.j2."""
        found = self.environment.get_template(f"pages/{template}.md.j2")
        text = found.render(url=url, **facts).lstrip()
        self.files[path_of(url)] = text.replace("---\n", f"---\n{keeping.front(self.kept, url)}", 1)

"""A collector of generated pages. In: URLs, templates and facts; out: {path: Markdown}."""

from __future__ import annotations

from typing import Any

from portal.catalogue import Catalogue
from portal.render.environment import environment
from portal.render.lookups import capitalize_first, functions, host, lower_first
from portal.render.urls import path_of


class Pages:
    """Renders one template per page and keeps the texts by path."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.environment = environment(catalogue)
        self.environment.globals |= functions(catalogue)
        self.environment.filters |= {
            "host": host,
            "lower_first": lower_first,
            "capitalize_first": capitalize_first,
        }
        self.files: dict[str, str] = {}

    def add(self, url: str, template: str, **facts: Any) -> None:
        """Write the page at `url` with templates/pages/<template>.md.j2."""
        found = self.environment.get_template(f"pages/{template}.md.j2")
        self.files[path_of(url)] = found.render(url=url, **facts).lstrip()

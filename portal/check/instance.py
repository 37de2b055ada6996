"""Rules on who runs this copy: exactly one, and what is missing before one may publish."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from portal.check.context import Context, named
from portal.model import Record
from portal.problems import Problem

FILE = "instance.yaml"
# Reserved for examples by RFC 2606 and RFC 6761: nobody can publish there.
EXAMPLES = (".example", ".test", ".invalid", ".localhost")
EXAMPLE_HOSTS = ("example.com", "example.net", "example.org")
NEEDED = (("operator", "dinas pengelola"), ("region", "wilayah"), ("phones", "telepon"))


def check_one_instance(context: Context) -> Iterable[Problem]:
    """One record says who runs this copy, no more and no fewer."""
    if context.is_whole("instance") and len(context["instance"]) != 1:
        message = f"berkas ini berisi {len(context['instance'])} pengelola"
        hint = "Tulis tepat satu pengelola."
        yield Problem(f"{context.folder}/{FILE}", 1, 1, "one-instance", message, hint)


def check_instance_incomplete(context: Context) -> Iterable[Problem]:
    """Name what is missing before this copy may be published."""
    for instance in context["instance"]:
        missing = list(_missing(instance))
        if missing:
            message = f"belum siap terbit: {', '.join(missing)}"
            hint = f"Lengkapi {FILE}; sebelum itu pakailah untuk mencoba saja."
            yield named(instance, "site_url").problem(
                "instance-incomplete", message, hint, "warning"
            )


def _missing(instance: Record) -> Iterator[str]:
    for name, title in (("site_url", "alamat situs"), ("repository_url", "alamat repositori")):
        if _is_example(instance[name]):
            yield f"{title} ({name}) masih contoh"
    for name, title in NEEDED:
        if not instance[name]:
            yield f"{title} ({name}) kosong"


def _is_example(url: str) -> bool:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return False
    under = any(host == one or host.endswith(f".{one}") for one in EXAMPLE_HOSTS)
    return under or host.endswith(EXAMPLES)

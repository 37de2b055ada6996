"""The description of the files. In: the text of datapackage.yaml; out: resources and problems.

A slip in the description is told like a slip in the data: with its line and what to write instead.
A folder of data may add tables and columns to those of the project's own data/, but not take any
away: the program needs them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path as FilePath
from typing import Any

import yaml

from portal.model import Field, Resource
from portal.package_needs import SEMANTICS, TYPES, lacks
from portal.package_shape import Shape
from portal.problems import Problem, quoted
from portal.rows_yaml import syntax_problem
from portal.text import closest

RULES = ("package",)
MAX_DEPTH = 30
OWN = FilePath(__file__).resolve().parent.parent / "data" / "datapackage.yaml"


def read_schema(text: str) -> tuple[Resource, ...]:
    """Return the files that datapackage.yaml (given as text) describes, in its order."""
    return _resources(yaml.load(text, Loader=yaml.CSafeLoader))  # noqa: S506  (it is safe)


def _resources(package: Mapping[str, Any]) -> tuple[Resource, ...]:
    return tuple(_resource(one) for one in package["resources"])


def read_schema_file(path: FilePath) -> tuple[Resource, ...]:
    """Return the files described by the datapackage.yaml at `path`."""
    return read_schema(path.read_text(encoding="utf-8"))


def read_package(text: str, shown: str) -> tuple[tuple[Resource, ...], list[Problem]]:
    """Return the described files, () when the text cannot be used, and what is wrong with it."""
    resources, problems = _understood(text, shown)
    return resources, list(problems)


@lru_cache(maxsize=1)
def own() -> tuple[Resource, ...]:
    """Return the files of the project's own data/, () when their description is itself broken.

    What the program needs of another folder, and the stand-in where that one's text is broken.
    """
    try:
        return read_schema_file(OWN)
    except (OSError, KeyError, TypeError, ValueError, AttributeError, yaml.YAMLError):
        return ()


@lru_cache(maxsize=4)
def _understood(text: str, shown: str) -> tuple[tuple[Resource, ...], tuple[Problem, ...]]:
    """Return the same as tuples; kept, for the description hardly ever changes between checks."""
    problem = _unreadable(text, shown)
    if problem:
        return (), (problem,)
    try:
        shape = Shape(text, shown)
        if shape.problems:
            return (), tuple(shape.problems)
        package = yaml.load(text, Loader=yaml.CSafeLoader)  # noqa: S506  (it is safe)
        resources = _resources(package)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, yaml.YAMLError) as error:
        return (), (_odd(error, shown),)
    wrong = (
        *_slips(resources, text, shown),
        *lacks(resources, own(), shape.lines, shown),
    )
    return () if wrong else resources, (*wrong, *_keys_slips(package, text, shown))


def _odd(error: Exception, shown: str) -> Problem:
    """Return what to say about a value that only YAML itself refuses (a 13th month, a tag)."""
    mark = getattr(error, "problem_mark", None)
    message = "uraian berkas ini memuat isi yang tidak bisa dibaca"
    hint = "Kembalikan isi yang lama, lalu ubah sedikit demi sedikit."
    return Problem(shown, mark.line + 1 if mark else 1, 1, "package", message, hint)


def _unreadable(text: str, shown: str) -> Problem | None:
    """Return what stops the YAML parser, or nesting so deep that reading it would crash."""
    depth = 0
    try:
        for event in yaml.parse(text, Loader=yaml.CSafeLoader):
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)
            if depth > MAX_DEPTH or isinstance(event, yaml.AliasEvent):
                message = "uraian bersarang terlalu dalam atau memakai tanda *"
                line = event.start_mark.line + 1 if event.start_mark else 1
                return Problem(shown, line, 1, "package", message, "Kembalikan isi yang lama.")
    except yaml.YAMLError as error:
        return syntax_problem(error, shown)
    return None


def _resource(raw: Mapping[str, Any]) -> Resource:
    fields = tuple(_field(one) for one in raw["schema"]["fields"])
    key = raw["schema"]["primaryKey"][0]
    source = raw.get("source", "")
    return Resource(raw["name"], raw["label"], raw["title"], raw["path"], key, fields, source)


def _field(raw: Mapping[str, Any]) -> Field:
    rules = raw.get("constraints", {})
    return Field(
        name=raw["name"],
        type=raw["type"],
        title=raw["title"],
        description=raw.get("description", ""),
        example=str(raw.get("example", "")),
        required=rules.get("required", False),
        semantic=raw.get("semantic", ""),
        vocabulary=raw.get("vocabulary", ""),
        ref=raw.get("ref", ""),
        pattern=rules.get("pattern", ""),
        minimum=rules.get("minimum"),
        maximum=rules.get("maximum"),
        delimiter=raw.get("delimiter", ";"),
        true_values=tuple(raw.get("trueValues", ("true",))),
        false_values=tuple(raw.get("falseValues", ("false",))),
        old_terms=raw.get("old_terms", False),
        plain=raw.get("plain", False),
        parts=tuple(_field(one) for one in raw.get("parts", ())),
    )


def _slips(resources: Iterable[Resource], text: str, shown: str) -> Iterator[Problem]:
    names = [one.name for one in resources]
    for resource in resources:
        for field in _all_fields(resource.fields):
            for word, value, known in _choices(field, names):
                if value and value not in known:
                    at = f"pada kolom {quoted(field.name)}"
                    message = f"{word} {quoted(value)} {at} tidak dikenal"
                    meant = closest(value, known)
                    hint = f'Maksudnya "{meant}"?' if meant else f"Pilihan: {', '.join(known)}."
                    line = line_of(text, word, value)
                    yield Problem(shown, line, 1, "package", message, hint, field=field.name)


def _keys_slips(package: Mapping[str, Any], text: str, shown: str) -> Iterator[Problem]:
    """Frictionless reads a YAML file by the keys of its dialect: they must be the fields."""
    for raw in package["resources"]:
        keys = raw.get("dialect", {}).get("yaml", {}).get("keys")
        names = [one["name"] for one in raw["schema"]["fields"]]
        if keys is not None and keys != names:
            message = f"keys pada {quoted(raw['path'])} tidak sama dengan kolomnya"
            hint = f"Tulis keys: [{', '.join(names)}]."
            line = line_of(text, "path", raw["path"])
            yield Problem(shown, line, 1, "package", message, hint)


def _choices(field: Field, names: Iterable[str]) -> list[tuple[str, str, list[str]]]:
    return [
        ("type", field.type, sorted(TYPES)),
        ("semantic", field.semantic, sorted(SEMANTICS)),
        ("ref", field.ref, sorted(names)),
    ]


def _all_fields(fields: Iterable[Field]) -> Iterator[Field]:
    for field in fields:
        yield field
        yield from _all_fields(field.parts)


def line_of(text: str, key: str, value: str) -> int:
    """Return the first line on which `key: value` stands in the description, else 1."""
    wanted = re.compile(rf"\b{key}:\s*[\"']?{re.escape(value)}[\"']?\s*(?:[,}}#]|$)", re.M)
    match = wanted.search(text)
    return text[: match.start()].count("\n") + 1 if match else 1

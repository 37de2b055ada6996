"""Slips that testers found: each one is a sentence with its line, none a traceback or a silence."""

from __future__ import annotations

from pathlib import Path

import pytest
from golden_cases import good_folder, lines, spoil


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return good_folder(tmp_path)


def replace(folder: Path, file: str, old: str, new: str) -> list[str]:
    """Return the lines printed after one replacement."""
    spoil(folder, {file: {"replace": [[old, new]]}})
    return lines(folder)


def rules(found: list[str]) -> list[str]:
    """Return the rule of every line."""
    return [one.rpartition("[")[2].rstrip("]") for one in found]


# Ids become addresses


@pytest.mark.parametrize(
    ("former", "rule"),
    [
        ("../../../../pwned", "id-format"),
        ("A B", "id-format"),
        ("x/y", "id-format"),
        ("bumi-mas", "reused-id"),
        ("sinar-laut", "reused-id"),
        ("satu\n    - satu", "reused-id"),
    ],
)
def test_a_former_id_is_an_id_of_its_own(good: Path, former: str, rule: str) -> None:
    assert rules(replace(good, "agencies.yaml", "bumi-mas-lama", former)) == [rule]

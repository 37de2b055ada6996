"""The server of the tests: a browser that goes away is no mistake worth a traceback."""

from __future__ import annotations

import socket
import struct
import urllib.request
from pathlib import Path

import pytest

from scripts import serving

AT_ONCE = struct.pack("ii", 1, 0)  # close without waiting for what is still on its way


def leave(address: str) -> None:
    """Ask for a large file and hang up before it has come."""
    host, port = address.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, AT_ONCE)
        line.sendall(b"GET /large.bin HTTP/1.0\r\n\r\n")
        line.recv(1)


def test_who_goes_away_leaves_no_noise(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "large.bin").write_bytes(bytes(50_000_000))
    (tmp_path / "small.txt").write_text("ada", encoding="utf-8")
    with serving.serve(tmp_path) as address:
        for _ in range(3):
            leave(address)
        with urllib.request.urlopen(f"{address}/small.txt") as answer:
            assert answer.read() == b"ada"
    # Each request has a thread of its own; by now the first ones have met the closed line.
    assert "Exception" not in capfd.readouterr().err

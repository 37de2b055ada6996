"""Recordings for tests: silence of any length, as a real Ogg Opus file that a browser plays."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

RATE = 48_000
PRE_SKIP = 312
SILENCE = b"\xf8\xff\xfe"  # one packet: 20 ms of nothing
PACKET = RATE // 50
SERIAL = 7


def opus(seconds: int) -> bytes:
    """Return a recording of silence."""
    head = b"OpusHead\x01\x01" + PRE_SKIP.to_bytes(2, "little") + RATE.to_bytes(4, "little")
    tags = b"OpusTags" + (0).to_bytes(4, "little") + (0).to_bytes(4, "little")
    pages = [_page(2, 0, 0, [head + b"\0\0\0"]), _page(0, 0, 1, [tags])]
    counts = list(_spread(seconds * 50))
    for number, (done, count) in enumerate(counts, 2):
        last = 4 if number == len(counts) + 1 else 0
        position = PRE_SKIP + done * PACKET
        pages.append(_page(last, position, number, [SILENCE] * count))
    return b"".join(pages)


def _spread(packets: int) -> Iterator[tuple[int, int]]:
    """Yield how many packets are done after each page, and how many it holds."""
    for start in range(0, packets, 250):
        count = min(250, packets - start)
        yield start + count, count


def _page(kind: int, position: int, number: int, packets: Iterable[bytes]) -> bytes:
    packets = list(packets)
    body = b"".join(packets)
    sizes = bytes(len(one) for one in packets)
    numbers = position.to_bytes(8, "little") + SERIAL.to_bytes(4, "little")
    before = b"OggS\0" + bytes([kind]) + numbers + number.to_bytes(4, "little")
    after = bytes([len(sizes)]) + sizes + body
    checksum = _sum(before + bytes(4) + after)
    return before + checksum.to_bytes(4, "little") + after


def _sum(raw: bytes) -> int:
    """Return the checksum of Ogg: CRC-32 with the polynomial 04c11db7, from 0, unreflected."""
    value = 0
    for byte in raw:
        value ^= byte << 24
        for _ in range(8):
            value = (value << 1) ^ 0x04C11DB7 if value & 0x80000000 else value << 1
            value &= 0xFFFFFFFF
    return value

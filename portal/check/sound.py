"""Rules on the core messages: short enough to be heard, and recordings that every phone plays.

A recording is Opus in an Ogg file, as WhatsApp keeps its voice messages.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final

from portal.check.context import Context, named
from portal.load import MAX_SOUND
from portal.model import Record
from portal.problems import Problem, quoted

LONGEST: Final = 60  # seconds
MOST: Final = 120  # words: read aloud with care, two a second
ENDINGS: Final = (".opus", ".ogg")
PAGE, HEAD, RATE = b"OggS", b"OpusHead", 48_000
AGAIN: Final = "Rekam lagi sebagai pesan suara WhatsApp, paling lama 60 detik."


def check_message_length(context: Context) -> Iterable[Problem]:
    """A core message takes at most a minute to say, in any language."""
    texts = [(one, "says", "isi pesan", " ".join(one["says"])) for one in _messages(context)]
    heard = (one for _, one in _recordings(context))
    texts += [(one, "transcript", "isi rekaman", str(one["transcript"])) for one in heard]
    for record, name, title, text in texts:
        count = len(text.split())
        if count > MOST:
            message = f"{title} {count} kata, lebih dari satu menit bila dibacakan"
            yield named(record, name).problem("message-length", message, f"Paling banyak {MOST}.")


def check_audio_file(context: Context) -> Iterable[Problem]:
    """A recording is there, has its name from its message, is small, short and really sound."""
    for message, one in _recordings(context):
        told = _fault(context, message, one)
        if told:
            yield named(one, "file").problem("audio-file", *told)
    for message in _messages(context):
        for language, times in Counter(one["language"] for one in message["recordings"]).items():
            if times > 1:
                twice = f"bahasa {quoted(language)} direkam {times} kali"
                hint = "Sisakan satu rekaman."
                yield named(message, "recordings").problem("audio-file", twice, hint)
    yield from _unused(context)


def _messages(context: Context) -> tuple[Record, ...]:
    return context["messages"]


def _recordings(context: Context) -> Iterator[tuple[Record, Record]]:
    return context.parts("messages", "recordings")


def _fault(context: Context, message: Record, recording: Record) -> tuple[str, str] | None:
    """Return what is wrong with a recording and the remedy, or None."""
    name = str(recording["file"])
    wanted = f"{message.id}-{recording['language']}"
    if name not in [f"{wanted}{ending}" for ending in ENDINGS]:
        hint = f'Namanya harus "{wanted}.opus" atau "{wanted}.ogg".'
        return f"nama berkas suara {quoted(name)} tidak cocok", hint
    if name not in context.sounds:
        hint = f"Unggah berkas itu ke {context.folder}/audio/, atau hapus rekamannya."
        return f"berkas suara {quoted(name)} tidak ada", hint
    wrong = sound_fault(context.sounds[name])
    return (f"berkas suara {quoted(name)} {wrong}", AGAIN) if wrong else None


def sound_fault(raw: bytes) -> str:
    """Return what is wrong with the bytes of a recording, or ""."""
    if len(raw) > MAX_SOUND:
        return f"lebih besar dari {MAX_SOUND // 1024} KB"
    if not raw.startswith(PAGE) or HEAD not in raw[:100]:
        return "bukan suara Opus"
    length = seconds(raw)
    if length <= 0:
        return "terputus atau tanpa suara"
    return f"lamanya {length:.0f} detik, lebih dari {LONGEST}" if length > LONGEST + 0.5 else ""


def seconds(raw: bytes) -> float:
    """Return how long an Ogg Opus file sounds: the position that its last page names."""
    last, head = raw.rfind(PAGE), raw.find(HEAD)
    position = int.from_bytes(raw[last + 6 : last + 14], "little", signed=True)
    skipped = int.from_bytes(raw[head + 10 : head + 12], "little")
    return (position - skipped) / RATE


def _unused(context: Context) -> Iterator[Problem]:
    """Say which files in the folder no message names: nobody would ever hear them."""
    if not context.is_whole("messages"):
        return
    named = {one["file"] for _, one in _recordings(context)}
    message = "berkas suara ini tidak disebut di messages.yaml"
    hint = "Tambahkan rekamannya di messages.yaml, atau hapus berkas ini."
    for name in sorted(context.sounds.keys() - named):
        file = f"{context.folder}/audio/{name}"
        yield Problem(file, 1, 1, "audio-file", message, hint, level="warning")

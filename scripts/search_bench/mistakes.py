"""How people in Indonesia get a name wrong. In: a firm and a seeded generator; out: what is typed.

Written from how people type on a phone, hear a broker, read an old letter or copy a number; not
from the table that the search folds by. A mistake that a name has no place for gives "".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from random import Random

from scripts.search_bench.firms import Firm

Mistake = Callable[[Firm, Random], str]
Pairs = tuple[tuple[str, str], ...]

KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")  # of a phone; the rows stand half a key apart


def _pairs(text: str) -> Pairs:
    return tuple((one.split(">")[0], one.split(">")[1]) for one in text.split())


VOWELS = _pairs("e>i i>e o>u u>o a>e e>a")
NASALS = _pairs("ng>n ng>g ny>n ng>ngg n>ng")
SOUNDS = _pairs(
    "f>p v>f v>p p>f z>j z>s sy>s s>sy kh>k kh>h k>kh q>k x>ks y>i i>y iy>i uw>u w>u j>y y>j "
    "b>p d>t g>k k>g t>d t>th d>dh b>bh c>s s>c ai>ei ai>e au>o ia>iya ua>uwa ie>iye l>r r>l k> "
    "m>n h>kh ks>x aa>a ee>e oo>o"
)
# How names were written before 1972; owners of old firms still do.
OLD = (_pairs("u>oe j>dj y>j c>tj"), _pairs("u>oe"), _pairs("j>dj"), _pairs("c>tj ny>nj sy>sj"))
BEFORE = ("pt ", "PT. ", "P.T. ", "p t ", "PT.", "pt", "Pt ", "perseroan terbatas ", "CV ")
AFTER = ("", "", " PT", ", PT", " Tbk", " (Persero)", ".")
ASKED = (
    "apakah {} resmi", "cek {}", "{} terdaftar tidak", "alamat {}", "nomor telepon {}", "agen {}",
    "{} legal atau ilegal", "pjtki {}", "info {} dong", "perusahaan {}",
)  # fmt: skip


def missing(firm: Firm, chance: Random) -> str:
    """Leave out a letter."""
    name, at = _letter(firm, chance)
    return name[:at] + name[at + 1 :]


def doubled(firm: Firm, chance: Random) -> str:
    """Write a letter twice."""
    name, at = _letter(firm, chance)
    return name[: at + 1] + name[at:]


def swapped(firm: Firm, chance: Random) -> str:
    """Exchange two letters that stand side by side in a word."""
    name = _name(firm)
    places = [one.start() for one in re.finditer(r"(?=([a-z])(?!\1)[a-z])", name)]
    at = chance.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def neighbour(firm: Firm, chance: Random) -> str:
    """Hit the key beside, above or below the right one."""
    name, at = _letter(firm, chance)
    return name[:at] + chance.choice(_beside(name[at])) + name[at + 1 :]


def two_slips(firm: Firm, chance: Random) -> str:
    """Slip in two different words, each time in one of these ways."""
    words = _name(firm).split()
    for at in chance.sample(range(len(words)), 2):
        words[at] = _slip(words[at], chance)
    return " ".join(words)


def vowel(firm: Firm, chance: Random) -> str:
    """Hear e for i, o for u, a for e, or the reverse."""
    return _heard(_name(firm), VOWELS, chance)


def nasal(firm: Firm, chance: Random) -> str:
    """Lose the ng, or hear one that is not there."""
    return _heard(_name(firm), NASALS, chance)


def breath(firm: Firm, chance: Random) -> str:
    """Lose an h, or add one after a vowel at the end of a word or between two vowels."""
    name = _name(firm)
    places = [(one.start(), 1) for one in re.finditer("h", name)]
    places += [(one.end(), 0) for one in re.finditer(r"[aiueo](?=\b|[aiueo])", name)]
    if not places:
        return ""
    at, length = chance.choice(places)
    return name[:at] + ("" if length else "h") + name[at + length :]


def sound(firm: Firm, chance: Random) -> str:
    """Write one sound as it was heard."""
    return _heard(_name(firm), SOUNDS, chance)


def hearsay(firm: Firm, chance: Random) -> str:
    """Write a sound and a vowel as they were heard."""
    return _heard(_heard(_name(firm), SOUNDS, chance), VOWELS, chance)


def joined(firm: Firm, chance: Random) -> str:
    """Write two words as one."""
    words = _name(firm).split()
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def one_word(firm: Firm, _: Random) -> str:
    """Write the whole name as one word."""
    return _name(firm).replace(" ", "")


def split(firm: Firm, chance: Random) -> str:
    """Write a long word as two, after a vowel as syllables go."""
    name = _name(firm)
    cuts = [one.end() for one in re.finditer(r"(?<=[a-z][a-z])[aiueo](?=[a-z][a-z][a-z])", name)]
    if not cuts:
        return ""
    at = chance.choice(cuts)
    return f"{name[:at]} {name[at:]}"


def order(firm: Firm, chance: Random) -> str:
    """Remember the words in another order."""
    words = _name(firm).split()
    moved = chance.sample(words, len(words))
    return " ".join(moved) if moved != words else ""


def half(firm: Firm, chance: Random) -> str:
    """Remember only a part: two words of a longer name, one of two."""
    words = _name(firm).split()
    keep = max(1, len(words) - 1)
    start = chance.randrange(len(words) - keep + 1)
    return " ".join(words[start : start + keep])


def half_wrong(firm: Firm, chance: Random) -> str:
    """Remember only a part, and slip in one of its words."""
    return half(firm, chance)  # the slip comes later, see `slip`


def slip(typed: str, chance: Random) -> str:
    """Slip in one word of what is typed."""
    words = typed.split()
    at = chance.randrange(len(words))
    words[at] = _slip(words[at], chance)
    return " ".join(words)


def three_slips(firm: Firm, chance: Random) -> str:
    """Slip in two words and hear a vowel wrongly."""
    return _heard(two_slips(firm, chance), VOWELS, chance)


def initials(firm: Firm, chance: Random) -> str:
    """Use the abbreviation on the signboard."""
    short = "".join(word[0] for word in firm.words)
    spaced = f"P.T. {'.'.join(short)}.".upper()
    return chance.choice((f"PT {short.upper()}", short, spaced)) if len(short) > 2 else ""  # noqa: PLR2004


def legal_form(firm: Firm, chance: Random) -> str:
    """Write the legal form in one of its ways."""
    return chance.choice(BEFORE[:5] + BEFORE[6:]) + _name(firm) + chance.choice(AFTER)


def sentence(firm: Firm, chance: Random) -> str:
    """Ask in a sentence."""
    return chance.choice(ASKED).format(_name(firm))


def old_spelling(firm: Firm, chance: Random) -> str:
    """Spell as before 1972, throughout or in part."""
    name = _name(firm)
    tables = [dict(one) for one in OLD if any(now in name for now, _ in one)]
    if not tables:
        return ""
    then = chance.choice(tables)
    return re.sub("|".join(then), lambda one: then[one[0]], name)


def phone(firm: Firm, chance: Random) -> str:
    """Copy a telephone number in one of the ways it is written."""
    if not firm.phones:
        return ""
    written = chance.choice(firm.phones).removeprefix("+62 ")
    area, _, rest = written.partition(" ")
    rest = rest.replace(" ", "")
    return chance.choice(
        (
            f"0{area}{rest}", f"+62{area}{rest}", f"62 {area} {rest}", f"(0{area}) {rest}",
            f"0{area}-{rest[:3]}-{rest[3:]}", f"telp. 0{area} {rest[:4]} {rest[4:]}",
        )
    )  # fmt: skip


def licence(firm: Firm, chance: Random) -> str:
    """Copy a licence number in one of the ways it is written."""
    if not firm.licences:
        return ""
    number = chance.choice(firm.licences)
    short = number.lower().replace(" tahun ", "/")
    return chance.choice((number, number.lower(), f"No. {number}", short, f"SIP3MI {number}"))


def place(firm: Firm, chance: Random) -> str:
    """Remember one word, or two of a longer name, and the town."""
    if not firm.entry.places:
        return ""
    town = re.sub(r"^(Kabupaten|Kota)( Administrasi)? |,.*", "", firm.entry.places[0])
    words = _name(firm).split()
    kept = words[: 1 if chance.random() < 0.5 else 2]  # noqa: PLR2004
    return f"{' '.join(kept)} {town.lower()}"


def press(firm: Firm, chance: Random) -> str:
    """Write a real firm as a newspaper or an old list did."""
    return chance.choice(firm.variants) if firm.variants else ""


SLIPS: tuple[Mistake, ...] = (missing, doubled, swapped, neighbour)
CLASSES: tuple[Mistake, ...] = (
    missing, doubled, swapped, neighbour, two_slips, three_slips, vowel, nasal, breath, sound,
    hearsay, joined, one_word, split, order, half, half_wrong, initials, legal_form, sentence,
    old_spelling, phone, licence, place, press,
)  # fmt: skip


def _name(firm: Firm) -> str:
    return " ".join(firm.words)


def _letter(firm: Firm, chance: Random) -> tuple[str, int]:
    name = _name(firm)
    return name, chance.choice([at for at, sign in enumerate(name) if sign.isalpha()])


def _heard(name: str, pairs: Pairs, chance: Random) -> str:
    fitting = [one for one in pairs if one[0] in name]
    if not fitting:
        return ""
    said, written = chance.choice(fitting)
    at = chance.choice([one.start() for one in re.finditer(said, name)])
    return name[:at] + written + name[at + len(said) :]


def _slip(word: str, chance: Random) -> str:
    at = chance.randrange(len(word))
    kept, rest = word[:at], word[at + 1 :]
    beside = _beside(word[at]) if word[at].isalpha() else word[at]
    ways = [kept + rest, word[: at + 1] + word[at:], kept + chance.choice(beside) + rest]
    return chance.choice([one for one in ways if one])


def _beside(letter: str) -> str:
    row = next(at for at, keys in enumerate(KEYS) if letter in keys)
    at = KEYS[row].index(letter)
    found = KEYS[row][max(0, at - 1) : at] + KEYS[row][at + 1 : at + 2]
    if row > 0:
        found += KEYS[row - 1][at : at + 2]
    if row < len(KEYS) - 1:
        found += KEYS[row + 1][max(0, at - 1) : at + 1]
    return found

"""Names of firms and the ways people get them wrong, for the tests of search.

The error classes are written from how Indonesians type and mishear, not from the folding's table:
letters lost, doubled and swapped, neighbouring keys, confused sounds, joined or split words.
Everything comes from one seed.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

COMMON = (
    "Mandiri Utama Jaya Sejahtera Abadi Karya Putra Bina Indonesia Mitra Perdana Sentosa Lestari "
    "Duta Graha"
).split()
RARER = (
    "Abdi Adil Aditama Aditya Agung Ahsan Akbar Alam Alfa Amal Amanah Ananda Andalan Andalas "
    "Aneka Anugerah Artha Arum Asia Asri Assalam Bahagia Bahana Bahari Bahtera Bakti Balai "
    "Bangun Barokah Berkah Berlian Bersama Bhakti Binawan Bintang Borneo Buana Budi Bukit Bumi "
    "Bunga Cahaya Cakra Cakrawala Candra Catur Cendana Cipta Citra Dana Danau Dasa Daya Delima "
    "Desa Dewi Dharma Dian Dinamika Dunia Dwi Eka Elang Elok Emas Era Esa Fajar Fadhila Fikri "
    "Fortuna Gading Gajah Galang Garuda Gemilang Genta Gita Global Guna Gunung Hamparan Harapan "
    "Harmoni Hasanah Hikmah Hidayah Hutama Ihsan Ikhlas Ilham Indah Indo Insan Insani Intan "
    "Inti Internasional Istana Jasa Jati Juara Jujur Kalimantan Karisma Karsa Kartika Karyatama "
    "Kasih Kawan Keluarga Kencana Kirana Komala Krida Kusuma Laksana Lancar Langgeng Laut "
    "Lentera Lintas Lombok Luhur Mahakam Mahardika Mahkota Maju Makmur Mandala Manggala Mapan "
    "Maqam Maritim Mataram Mega Melati Merdeka Muara Mulia Murni Musi Mustika Mutiara Nada "
    "Nasional Niaga Nirwana Nuansa Nur Nusa Nusantara Padi Pahala Panca Pandawa Pelangi Pelita "
    "Perkasa Permai Permata Persada Pertiwi Pratama Prestasi Prima Profesional Pusaka Puspa "
    "Putri Qolbu Raharja Rahmat Rajawali Ratu Raya Reka Restu Rezeki Rinjani Rizki Sahabat "
    "Sahara Sakti Salam Samudra Santosa Sapta Sarana Sari Satria Selaras Semesta Serasi Setia "
    "Sinar Sinergi Sriwijaya Subur Sukma Sukses Sumatra Sumber Surabaya Surya Sutra Syafira "
    "Syariah Syukur Talenta Tangguh Tekad Teladan Tenaga Tiara Timur Tirta Tritunggal Tulip "
    "Tulus Tunas Tunggal Usaha Vita Wahana Wahyu Waringin Widya Wijaya Wira Yasa Yogya Yudha "
    "Zahra Zaitun Zamrud"
).split()
ENDINGS = "indo tama sindo nusa prima jaya raya mas corp".split()
VOWELS = "aiueo"
BESIDE = {
    "a": "sq", "b": "vn", "c": "xv", "d": "sf", "e": "wr", "f": "dg", "g": "fh", "h": "gj",
    "i": "uo", "j": "hk", "k": "jl", "l": "k", "m": "n", "n": "bm", "o": "ip", "p": "o", "q": "w",
    "r": "et", "s": "ad", "t": "ry", "u": "yi", "v": "cb", "w": "qe", "x": "zc", "y": "tu",
    "z": "x",
}  # fmt: skip
# What was said, and how it is written by someone who only heard it.
HEARD = tuple(
    tuple(one.split(">"))
    for one in (
        "f>p v>f v>p z>j z>s sy>s kh>k kh>h x>k th>t dh>d bh>b y>i ia>iya ua>uwa ai>e au>o u>o i>e "
        "e>i o>u k>g t>d p>b ng>n ny>n h> ks>x c>k qu>ku e> r>l ah>a d>t b>p ta>tha sa>sha wi>vi "
        "ndo>ndoh ka>kha"
    ).split()
)
OLD = (("u", "oe"), ("j", "dj"), ("c", "tj"), ("ny", "nj"), ("sy", "sj"))
Change = Callable[[str, random.Random], str]


def firms(count: int, seed: int = 1) -> list[str]:
    """Return different names without PT: a few words in most of them, the rest rarer."""
    chance = random.Random(seed)
    pool = COMMON + RARER
    weights = [1 / (at + 6) for at in range(len(pool))]
    found: dict[str, str] = {}
    while len(found) < count:
        many = chance.choices((2, 3, 4), (25, 60, 15))[0]
        words = dict.fromkeys(_word(chance, pool, weights) for _ in range(many))
        if len(words) > 1:
            found.setdefault("".join(words).lower(), " ".join(words))
    return list(found.values())


def _word(chance: random.Random, pool: list[str], weights: list[float]) -> str:
    if chance.random() < 0.12:
        return chance.choice(RARER) + chance.choice(ENDINGS)
    return chance.choices(pool, weights)[0]


def invented(count: int, seed: int = 3) -> list[str]:
    """Return names of firms that nobody has: made-up words, half with a usual last word."""
    chance = random.Random(seed)
    starts = "b c d f g h j k l m n p r s t w y z ng ny".split()

    def word() -> str:
        parts = [
            chance.choice(starts) + chance.choice(VOWELS) for _ in range(chance.choice((2, 2, 3)))
        ]
        return "".join(parts) + chance.choice(("", "", "n", "r", "s", "ng", "h"))

    names = []
    for _ in range(count):
        words = [word() for _ in range(chance.choice((1, 2, 2, 3)))]
        words += [chance.choice(COMMON)] * (chance.random() < 0.5)
        names.append("PT " + " ".join(words).title())
    return names


def lost(name: str, chance: random.Random) -> str:
    """Leave a letter out, but not the first."""
    at = chance.randrange(1, len(name))
    return name[:at] + name[at + 1 :]


def doubled(name: str, chance: random.Random) -> str:
    """Write a letter twice."""
    at = chance.randrange(len(name))
    return name[: at + 1] + name[at:]


def swapped(name: str, chance: random.Random) -> str:
    """Exchange two neighbouring letters."""
    places = [
        at
        for at in range(len(name) - 1)
        if name[at] != name[at + 1] and " " not in name[at : at + 2]
    ]
    at = chance.choice(places)
    return name[:at] + name[at + 1] + name[at] + name[at + 2 :]


def beside(name: str, chance: random.Random) -> str:
    """Hit the key beside the right one."""
    at = chance.choice([at for at, char in enumerate(name) if char in BESIDE])
    return name[:at] + chance.choice(BESIDE[name[at]]) + name[at + 1 :]


def other_vowel(name: str, chance: random.Random) -> str:
    """Write another vowel."""
    at = chance.choice([at for at, char in enumerate(name) if char in VOWELS])
    return name[:at] + chance.choice(VOWELS.replace(name[at], "")) + name[at + 1 :]


def heard(name: str, chance: random.Random) -> str:
    """Write one sound as it was heard."""
    said, written = chance.choice([pair for pair in HEARD if pair[0] in name])
    at = chance.choice([at for at in range(len(name)) if name.startswith(said, at)])
    return name[:at] + written + name[at + len(said) :]


def misheard(name: str, chance: random.Random) -> str:
    """Write two sounds as they were heard."""
    return heard(heard(name, chance), chance)


def hurried(name: str, chance: random.Random) -> str:
    """Make two mistakes of different kinds."""
    return chance.choice((lost, beside, other_vowel))(
        chance.choice((heard, swapped, doubled))(name, chance), chance
    )


def old_spelling(name: str, chance: random.Random) -> str:
    """Spell as before 1972."""
    now, then = next((pair for pair in chance.sample(OLD, len(OLD)) if pair[0] in name), ("", ""))
    return name.replace(now, then) if now else name


def joined(name: str, chance: random.Random) -> str:
    """Write two words as one."""
    words = name.split()
    at = chance.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def all_joined(name: str, _: random.Random) -> str:
    """Write the whole name as one word."""
    return name.replace(" ", "")


def split(name: str, chance: random.Random) -> str:
    """Write a long word as two."""
    words = name.split()
    long = [at for at, word in enumerate(words) if len(word) >= 6]  # noqa: PLR2004
    if not long:
        return name
    at = chance.choice(long)
    cut = chance.randrange(3, len(words[at]) - 2)
    return " ".join([*words[:at], words[at][:cut], words[at][cut:], *words[at + 1 :]])


def legal_form(name: str, chance: random.Random) -> str:
    """Write the legal form in one of its ways."""
    return (
        chance.choice(("PT ", "pt. ", "P.T. ", "PT.", "cv ", ""))
        + name
        + chance.choice(("", " Tbk", ", PT", " (Persero)"))
    )


CLASSES: tuple[Change, ...] = (
    lost, doubled, swapped, beside, other_vowel, heard, misheard, hurried, old_spelling, joined,
    all_joined, split, legal_form,
)  # fmt: skip


def queries(names: list[str], each: int, seed: int = 7) -> Iterator[tuple[str, str, str]]:
    """Yield (class, what is typed, name that is meant), `each` of every class."""
    chance = random.Random(seed)
    for change in CLASSES:
        for name in chance.sample(names, each):
            yield change.__name__, change(name.lower(), chance), name

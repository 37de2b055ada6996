"""Every number and table of the name search, once. The index carries them to the browser.

In: nothing. Out: constants for portal/search, and `for_browser()` with the same for assets/search.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

# Words that say what kind of firm it is, not which. SPELT are legal forms written with full stops.
LEGAL = frozenset("pt cv tbk persero perseroan terbatas dan".split())
SPELT = (" p t ", " c v ")
# Folding. Each pair replaces its first text by its second, everywhere in a word, in this order. The
# space marks the end of the word. Spelling goes first, single letters last.
TABLE: tuple[tuple[str, str], ...] = (
    # old spelling, in use until 1972 and still in the names of firms
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("nj", "ny"),
    ("sj", "sy"),
    # letters that are written for the same sound
    ("ph", "f"),
    ("kh", "k"),
    ("ch", "c"),
    ("sh", "s"),
    ("sy", "s"),
    ("bh", "b"),
    ("dh", "d"),
    ("gh", "g"),
    ("th", "t"),
    ("dz", "z"),
    ("x", "ks"),
    ("c", "k"),
    ("q", "k"),
    ("v", "p"),
    ("f", "p"),
    ("z", "s"),
    ("y", "i"),
    ("h ", " "),
)
APOSTROPHES = "'’‘`ʼ´"  # noqa: RUF001  (these are the signs people type)
# What people type around a name. Dropped from a query as long as something else is left.
NOISE = frozenset(
    "agen agency alamat apa apakah atau bodong cari cek dimana dong gak hp hubungi ilegal "
    "info itu izin kantor kontak legal min nggak no nomer nomor p3mi palsu penipu "
    "penipuan penyalur perusahaan pjtki pmi pptkis resmi sih sip3mi telepon telp "
    "terdaftar tidak tki tolong wa yang".split()
)
MAX_WORDS = 12  # of a query; the rest of a pasted text is not read
MAX_LETTERS = 40  # of a word

# What people need (data/situations.yaml). Each pair reads its first word as its second.
SPELLINGS: Mapping[str, str] = {
    "d": "di",
    "ga": "tidak",
    "gak": "tidak",
    "g": "tidak",
    "gk": "tidak",
    "enggak": "tidak",
    "engga": "tidak",
    "ndak": "tidak",
    "ngga": "tidak",
    "nggak": "tidak",
    "tak": "tidak",
    "tdk": "tidak",
    "blm": "belum",
    "belom": "belum",
    "dah": "sudah",
    "sdh": "sudah",
    "udah": "sudah",
    "udh": "sudah",
    "tlg": "tolong",
    "passport": "paspor",
    "pasport": "paspor",
    "dapat": "bisa",
}
CLITICS = ("nya", "ku", "mu")  # my, your, his: no part of a word
FIRM = frozenset("pt cv tbk persero perseroan perusahaan p3mi pjtki pptkis sip3mi".split())
YEARS = 4  # digits of a number that only counts months, money or years
NEAR_FROM = 6  # letters of a word that may be misspelt
NEAR_WORD = 850

# Likeness of two folded words: what each difference costs.
COST = 10
CHEAP = 6  # one vowel for another, or two letters of CONFUSED
BREATH = 5  # an h more or less
SWAP = 8  # two neighbours exchanged
VOWELS = "aiueo"
CONFUSED = frozenset({"bp", "dt", "gk", "ij", "lr", "mn", "js", "ks"})

# Scores, of 1000.
FULL = 1000
CLOSE = 640  # less is not offered at all
BEHIND = 250  # nor what is so much worse than the best
ALIKE = 700  # less is no likeness of words
TWO_AS_ONE = 820  # two words of the query may be one word of a name
NEAR = 780  # written together, two names this alike may be one name misspelt
PREFIX = 880  # the beginning of a word
BEGINS = 20  # more, when the whole name begins so
PLACE = 850  # a word of the query that is the agency's town
INITIALS = 760
REORDERED = 980  # the words of a name, all of them, in another order
FIRST = 100  # more, when the name begins with the very words of the query, as they are spelt
MORE = 700  # a whole name, and words after it that it has not
WHOLE_FROM = 8  # letters of such a name
SHORT = 4  # names no longer than this, folded, must be spelt alike to be the same
MIN_DIGITS = 5
CANDIDATES = 60

# One ranking.
HELPS = 3  # situations that are shown at once
MAX_QUERY = 120  # characters that are read; no name is longer, and time grows with its square
LIKELY = 820  # what is no agency must be this alike

# Running text. What lies in these folders is of this kind.
FOLDERS = (
    ("/sanksi/", "provision"),
    ("/larangan/", "provision"),
    ("/hak/", "provision"),
    ("/peraturan/", "provision"),
    ("/pelatihan/", "training"),
)
UNREAD = ("/p3mi/", "/wilayah/", "/data/sumber/", "/staf/")  # found by name, or not for readers
LISTS = (
    "/p3mi/",
    "/wilayah/",
    "/pelatihan/",
    "/sanksi/",
    "/modus/",
    "/peraturan/",
    "/prosedur/",
    "/perubahan/",
)
LIST_WORDS = 60  # of the text of a list; what it lists is found by itself
K1, B = 1.2, 0.75  # what repetition and length count: the weights of lunr
TITLE = 4  # times that a word of a title counts
PROSE_HALF = 12  # a lunr score that counts as half sure
UNFINISHED_FROM = 3
FUZZY_FROM = 5
STOP = frozenset(
    "ada adalah akan apa apakah atau bagaimana bagi bisa boleh cv dalam dan dari dengan di dia "
    "harus ia ini itu jika juga kalau kami kapan karena ke kita mana mau mereka oleh pada para pt "
    "saat saja saya sebagai sudah supaya tentang tetapi untuk yang".split()
)


def for_browser() -> dict[str, Any]:
    """Return the same rules as plain JSON values, sorted."""
    names = [name for name in sorted(globals()) if name.isupper()]
    return {name: _plain(globals()[name]) for name in names}


def _plain(value: Any) -> Any:
    if isinstance(value, frozenset):
        return sorted(value)
    return sorted(value.items()) if isinstance(value, dict) else value

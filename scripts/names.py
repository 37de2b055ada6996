"""Invent names of firms as Indonesian recruiters have them. In: a seeded generator; out: names.

A few words stand in most names, so that many firms differ in one word only; that is what makes the
right one hard to find. Some words are compounds: `Intan` and `indo` give `Intanindo`.
"""

from __future__ import annotations

from random import Random

# The commonest first; how often a word is drawn falls with its place.
WORDS = (
    "Mandiri Jaya Karya Utama Sejahtera Putra Indonesia Sukses Abadi Mitra Bina Cipta Prima Duta "
    "Citra Nusantara Bersama Perdana Sentosa Lestari Graha Mulia Makmur Anugerah Bumi Cahaya "
    "Sinar Setia Surya Wahana Sumber Maju Insan Tunas Global Jasa Sarana Permata Berkah Amanah "
    "Persada Pratama Internasional Wira Mas Raya Mega Budi Dharma Harapan Agung Bakti Indah "
    "Intan Nusa Panca Buana Bintang Kencana Perkasa Timur Tri Adi Eka Dwi Alam Andalan Gemilang "
    "Guna Karsa Kusuma Lintas Multi Restu Sakti Samudra Satria Sejati Tulus Yasa Bahari Bhakti "
    "Cakra Cendana Daya Elang Fajar Garuda Gita Hidayah Ikhlas Inti Kartika Kurnia Langgeng "
    "Mahkota Mustika Mutiara Niaga Pertiwi Purnama Rajawali Reka Rizki Sahabat Sari Semesta "
    "Sinergi Tama Tenaga Tiara Tirta Usaha Wijaya Windu Yogya Abdi Aditya Akbar Alfa Almas Ananda "
    "Andika Aneka Arta Artha Asri Asta Bahagia Bahtera Bangun Banyu Barokah Berlian Borneo Bukit "
    "Candi Candra Catur Dana Delta Dewata Dian Dinamika Dirga Era Esa Fadhil Fajri Firdaus "
    "Flamboyan Galuh Gading Ganesha Gema Giri Griya Gunung Hanjaya Hasta Hikmah Husada Ihsan Iman "
    "Insani Jala Jati Jelita Juang Kahuripan Kalimas Kapuas Karunia Kasih Kawan Kemala Kenanga "
    "Kharisma Khatulistiwa Kirana Krakatau Kresna Laksana Lancar Laras Lembayung Lentera Lombok "
    "Luhur Madani Madya Mahameru Majapahit Mandala Manggala Mapan Marga Mataram Mawar Megah Melati "
    "Merapi Merdeka Merpati Mulya Murni Musi Nada Nugraha Nur Nurani Padma Padjajaran Pandawa "
    "Pandu Parama Parahyangan Pasundan Pelangi Pelita Pesona Pilar Pinang Pranata Prasetya "
    "Prestasi Primadona Puncak Pusaka Puspita Putri Qalam Rahayu Rahmat Rama Ranah Ratu Rejeki "
    "Rimba Rinjani Sabda Safir Sahara Sapta Saraswati Sasana Satya Sekar Selaras Sempurna Serasi "
    "Seroja Siliwangi Singgasana Sriwijaya Suci Sukma Sumbawa Sunda Surabaya Swadaya Swakarsa "
    "Syariah Tani Teguh Teladan Teratai Tirtayasa Tunggal Utara Vidya Wana Wibawa Wicaksana Widya "
    "Wisata Yudistira Zafira Zaitun Zamrud"
).split()
ENDINGS = "indo tama jaya sindo raya utama mas mitra".split()
COMPOUND = 0.08  # the share of words that are made of two
AWAY = 10  # the larger, the less common the commonest words


def firm_names(count: int, random: Random) -> list[str]:
    """Return `count` different names without PT, of two to four words."""
    weights = [1 / (place + AWAY) for place in range(len(WORDS))]
    found: dict[str, str] = {}
    while len(found) < count:
        many = random.choices((2, 3, 4), (20, 65, 15))[0]
        words = dict.fromkeys(_word(random, weights) for _ in range(many))
        if len(words) > 1:
            found.setdefault("".join(words).lower(), " ".join(words))
    return list(found.values())


def _word(random: Random, weights: list[float]) -> str:
    word = random.choices(WORDS, weights)[0]
    return word + random.choice(ENDINGS) if random.random() < COMPOUND else word

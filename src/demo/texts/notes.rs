//! What a good supervisor jots down for himself: private, short, about acts and what to do next.

use super::{Jot, jot};
use crate::domain::FeedbackKind::{Improve, Observation, Praise};

pub const NOTES: &[Jot] = &[
    jot(Observation, "tampak lelah sejak pindah meja; tanyakan apakah bebannya berubah", "beban-kerja"),
    jot(Observation, "dua kali makan siang sendirian minggu ini, biasanya bersama yang lain", "harmonis"),
    jot(Observation, "lebih banyak diam di rapat sejak pembagian loket diubah; jangan tanya di depan orang", "komunikasi"),
    jot(Observation, "orang tuanya dirawat di rumah sakit; longgarkan jam pagi sampai akhir bulan", "keluarga"),
    jot(Observation, "tersinggung waktu namanya terlewat di daftar pelatihan. Salah saya, jelaskan langsung", "kompeten"),
    jot(Observation, "bekerja paling baik kalau tahu alasannya; jangan hanya memberi perintah lewat pesan", ""),
    jot(Observation, "menghindari tugas yang harus tampil bicara. Mulai dari rapat kecil dulu", "komunikasi"),
    jot(Observation, "tampak kurang cocok dengan rekan di loket sebelah; amati dulu, jangan berpihak", "harmonis"),
    jot(Observation, "menyebut ingin pindah ke Bappeda suatu hari. Bantu siapkan, jangan ditahan", "karier"),
    jot(Observation, "jam pulang makin larut padahal berkas tidak bertambah; cek cara membagi waktunya", "beban-kerja"),
    jot(
        Observation,
        "sudah dua kali menawarkan diri untuk pelayanan keliling; beri kesempatan bulan depan",
        "orientasi-pelayanan",
    ),
    jot(
        Observation,
        "rekan-rekan bertanya kepadanya dulu sebelum kepada saya. Perhatikan sebagai calon pengganti",
        "karier",
    ),
    jot(
        Observation,
        "menjawab \"siap\" terlalu cepat; minta ulang dengan kata sendiri sebelum selesai bicara",
        "komunikasi",
    ),
    jot(Observation, "anaknya masuk sekolah tahun ini, jam antar bertabrakan dengan apel", "keluarga"),
    jot(Observation, "masih kecewa soal kenaikan pangkat yang tertunda. Saya tanyakan prosesnya ke BKPSDM", "karier"),
    jot(Observation, "catatannya rapi sekali, tetapi jarang diperlihatkan. Puji di depan tim bila mau", "akuntabel"),
    jot(
        Observation,
        "kalau dikritik langsung menjelaskan panjang. Beri jeda, lalu tanya apa yang akan dicoba",
        "komunikasi",
    ),
    jot(Observation, "suasana loket lebih ringan kalau ada di sana; jangan ubah jadwalnya tanpa perlu", "harmonis"),
    jot(Observation, "mengeluh sakit punggung; kursi loket memang sudah tua. Ajukan penggantian", "sarana"),
    jot(Observation, "cicilan rumah berat katanya. Jangan beri tugas luar tanpa uang jalan", "keluarga"),
    jot(Observation, "sepertinya takut salah pada aplikasi baru, padahal hasil latihannya benar semua", "adaptif"),
    jot(Observation, "dua rekan memuji bantuannya kepada saya, tidak di depan orangnya. Sampaikan", "kolaboratif"),
    jot(Observation, "sedang ada masalah keluarga; cukup tahu, tidak usah digali", "keluarga"),
    jot(Observation, "menolak tugas arsip dengan halus. Apakah karena debu? Ada riwayat asma", "kesehatan"),
    jot(Observation, "pertanyaan yang diajukan makin tajam. Siap untuk tugas yang lebih besar", "kompeten"),
    jot(Observation, "perlu umpan balik lebih cepat; yang saya sampaikan sebulan kemudian sudah basi", ""),
    jot(Observation, "saya terlalu sering menyela waktu bicara. Lain kali dengarkan sampai habis", ""),
    jot(Observation, "belum pernah mengambil cuti tahun ini. Tanyakan, jangan sampai hangus", "kesehatan"),
    jot(Praise, "menenangkan antrean tanpa satu pun suara keras, saya lihat dari tangga", "orientasi-pelayanan"),
    jot(Praise, "diam-diam merapikan papan informasi pada jam istirahat", "loyal"),
    jot(Praise, "mengakui lupa sebelum saya bertanya. Jarang yang berani begitu", "akuntabel"),
    jot(Praise, "mengajari pegawai magang tanpa diminta, sabar sekali", "kompeten"),
    jot(Praise, "menolak titipan nama dari kenalan saya sendiri, dengan sopan. Ucapkan terima kasih", "akuntabel"),
    jot(Praise, "hafal nama warga lansia yang datang tiap bulan", "orientasi-pelayanan"),
    jot(Praise, "pulang terakhir hari ini karena menunggu warga yang terlambat", "orientasi-pelayanan"),
    jot(Praise, "membuat tim tertawa sesudah hari yang berat", "harmonis"),
    jot(Praise, "usul kecilnya soal map warna ternyata menghemat banyak waktu", "adaptif"),
    jot(Improve, "janji membalas surat hari ini, sore belum ada kabar. Tanyakan besok, jangan lewat pesan", "akuntabel"),
    jot(Improve, "bicara soal rekan di belakangnya; saya hentikan dengan pelan, perlu dibahas berdua", "harmonis"),
    jot(Improve, "rekap salah lagi pada kolom yang sama; mungkin petunjuk saya yang kurang jelas", "kompeten"),
    jot(Improve, "membiarkan warga berdiri waktu kursi kosong. Kecil, tetapi bicarakan", "orientasi-pelayanan"),
    jot(Improve, "dua kali titip absen apel kepada rekan. Harus dibicarakan sendiri minggu ini", "disiplin"),
    jot(Improve, "menunda laporan tanggal 5 sampai saya ingatkan; cari tahu macetnya di mana", "laporan"),
    jot(Improve, "rapat dengan kelurahan tidak dicatat. Kali ini saya yang lupa menugaskan juga", "akuntabel"),
    jot(Improve, "nada pesan di grup terlalu pendek, terbaca marah. Sebut contohnya waktu bertemu", "komunikasi"),
];

/// Noted for somebody who has only just come.
pub const FIRST_DAYS: &[Jot] = &[
    jot(Observation, "hari pertama: datang pukul 07.20, sudah membaca daftar layanan. Di kelurahan lama memegang KK", ""),
    jot(Observation, "minta dikenalkan dengan pembimbing di loket 1; jadwalkan pertemuan pertama", ""),
];

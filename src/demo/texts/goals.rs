//! What is to be reached: results and indicators as a section of a kecamatan agrees them, with what is said of them.
//! `{arsip}` in a title is the years of the records that are put in order.

use crate::domain::goal::{Aspect, Aspect::*, Perspective, Perspective::*};

/// A planned result (RHK).
#[derive(Debug)]
pub struct Rhk {
    pub title: &'static str,
    /// The superior's result that it supports; empty if none.
    pub supports: &'static str,
    pub tag: &'static str,
    /// Stays with the post when the person moves.
    pub of_the_post: bool,
    /// What the leader expects, in words; only where success is described.
    pub expectation: &'static str,
    pub indicators: &'static [Iki],
    /// What is written beside a value.
    pub notes: &'static [&'static str],
    /// What the supervisor noted about it in between: first praise, then something seen.
    pub seen: [&'static str; 2],
}

/// An individual indicator (IKI).
#[derive(Debug)]
pub struct Iki {
    pub title: &'static str,
    pub looks_at: LooksAt,
    pub gauge: Gauge,
    pub unit: &'static str,
}

#[derive(Clone, Copy, Debug)]
pub enum LooksAt {
    Aspect(Aspect),
    Perspective(Perspective),
}

/// How it is measured. Levels are in tenths, because an index and an average have a decimal.
#[derive(Debug)]
pub enum Gauge {
    /// Grows over the year.
    Count(i64),
    /// From here up to there.
    Rise(i64, i64),
    Share(i64),
    /// Not above.
    Below(i64),
    /// Not a single one.
    None,
    /// Money that may be used up.
    Limit(i64),
    Between(i64, i64),
    YesNo,
    Steps(&'static [&'static str]),
    Described,
}

type Str = &'static str;

const fn iki(title: Str, aspect: Aspect, gauge: Gauge, unit: Str) -> Iki {
    Iki { title, looks_at: LooksAt::Aspect(aspect), gauge, unit }
}
const fn head(title: Str, perspective: Perspective, gauge: Gauge, unit: Str) -> Iki {
    Iki { title, looks_at: LooksAt::Perspective(perspective), gauge, unit }
}

const SERVED: Str = "Meningkatnya mutu layanan publik di loket dan di lapangan";
const ORDERED: Str = "Tertibnya arsip dan tata naskah dinas seksi";
const INFORMED: Str = "Tersedianya data penduduk dan laporan seksi yang mutakhir";
const READY: Str = "Meningkatnya kesiapan petugas dan hematnya belanja seksi";

/// Of the user, as head of the section.
pub const OF_THE_HEAD: &[Rhk] = &[
    Rhk {
        title: SERVED,
        supports: "Meningkatnya kepuasan warga atas layanan kecamatan",
        tag: "mutu-layanan",
        of_the_post: true,
        expectation: "",
        indicators: &[
            head("Nilai survei kepuasan warga", ServiceRecipient, Gauge::Rise(805, 860), "indeks"),
            head("Keluhan tertulis yang terbukti", ServiceRecipient, Gauge::None, "keluhan"),
            head("Surat keterangan yang diterbitkan seksi", BusinessProcess, Gauge::Count(1_900), "surat"),
        ],
        notes: &["Survei {bulan}, {nn} responden", "Antrean pagi terurai sejak loket kedua dibuka"],
        seen: ["", ""],
    },
    Rhk {
        title: ORDERED,
        supports: "Terwujudnya tata kelola kecamatan yang tertib",
        tag: "tata-naskah",
        of_the_post: true,
        expectation: "",
        indicators: &[
            head("Boks arsip seksi yang tertata", BusinessProcess, Gauge::Count(260), "boks"),
            head("SOP tata naskah ditetapkan", BusinessProcess, Gauge::YesNo, ""),
        ],
        notes: &["Dihitung bersama arsiparis", "Rak baru terpasang {bulan}"],
        seen: ["", ""],
    },
    Rhk {
        title: INFORMED,
        supports: "Terwujudnya tata kelola kecamatan yang tertib",
        tag: "data-laporan",
        of_the_post: true,
        expectation: "",
        indicators: &[
            head("Laporan seksi yang dikirim ke Camat", BusinessProcess, Gauge::Count(12), "laporan"),
            head("Kelurahan dengan data mutakhir", BusinessProcess, Gauge::Share(950), "%"),
        ],
        notes: &["Laporan {lalu} sudah diparaf Camat", "Data {kel} menyusul"],
        seen: ["", ""],
    },
    Rhk {
        title: READY,
        supports: "",
        tag: "kesiapan",
        of_the_post: false,
        expectation: "",
        indicators: &[
            head("Petugas yang menguasai dua loket", InternalStrengthening, Gauge::Count(8), "orang"),
            head("Belanja cetak dan alat tulis", Budget, Gauge::Limit(48_000_000), "rupiah"),
        ],
        notes: &["Rotasi loket {bulan}", "Sesuai kartu kendali anggaran"],
        seen: ["", ""],
    },
];

pub const COUNTER: Rhk = Rhk {
    title: "Warga terlayani di loket tepat waktu",
    supports: SERVED,
    tag: "waktu-loket",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Surat keterangan yang diterbitkan", Quantity, Gauge::Count(480), "surat"),
        iki("Rata-rata lama penyelesaian", Time, Gauge::Below(20), "hari kerja"),
        iki("Nilai survei loket", Quality, Gauge::Rise(780, 850), "indeks"),
    ],
    notes: &[
        "Register {bulan} ditutup",
        "Dua hari gangguan aplikasi",
        "Permohonan dari {kel} naik",
        "Hari Senin paling padat",
    ],
    seen: [
        "Berkas yang kurang diberi tahu sejak antrean, sehingga warga tidak kembali dua kali",
        "Waktu tunggu {hari} pagi dicatat sendiri; ada jeda sebelum paraf",
    ],
};

pub const COMPLAINTS: Rhk = Rhk {
    title: "Keluhan warga ditangani sampai tuntas",
    supports: SERVED,
    tag: "keluhan",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Keluhan tertulis yang terbukti", Quality, Gauge::None, "keluhan"),
        iki("Keluhan yang dijawab dalam tiga hari", Time, Gauge::Share(950), "%"),
    ],
    notes: &["Kotak saran dibuka bersama {hari}", "Satu aduan lewat pesan, selesai hari itu", "Tidak ada aduan baru"],
    seen: [
        "Aduan {kel} dijawab hari itu juga dan pelapornya ditelepon kembali",
        "Aduan lisan belum masuk buku; diminta ditulis sejak awal",
    ],
};

pub const ROUNDS: Rhk = Rhk {
    title: "Pelayanan keliling menjangkau semua kelurahan",
    supports: SERVED,
    tag: "keliling",
    of_the_post: true,
    expectation: "",
    indicators: &[
        iki("Kunjungan pelayanan keliling", Quantity, Gauge::Count(24), "kunjungan"),
        iki("Berkas yang diselesaikan di tempat", Quantity, Gauge::Count(360), "berkas"),
    ],
    notes: &["Kunjungan ke {kel}", "Satu kunjungan batal karena hujan", "Balai {kel} penuh sejak pukul delapan"],
    seen: [
        "Jadwal keliling ditempel di balai kelurahan seminggu sebelumnya",
        "Kunjungan ke {kel} ditunda lagi; kendaraan belum dipesan",
    ],
};

pub const ARCHIVE: Rhk = Rhk {
    title: "Arsip dinamis tahun {arsip} tertata",
    supports: ORDERED,
    tag: "arsip-dinamis",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Boks arsip yang ditata", Quantity, Gauge::Count(120), "boks"),
        iki("Berkas yang masuk daftar arsip", Quantity, Gauge::Count(1_800), "berkas"),
    ],
    notes: &["Rak sisi timur selesai", "Daftar dicocokkan dengan isi boks", "Label baru dipakai mulai {bulan}"],
    seen: [
        "Daftar arsip diperiksa ulang tanpa diminta dan tiga berkas salah boks ditemukan",
        "Boks baru ditumpuk di lorong; tempat sementara perlu disepakati",
    ],
};

pub const RETRIEVAL: Rhk = Rhk {
    title: "Berkas yang diminta cepat ditemukan",
    supports: ORDERED,
    tag: "temu-kembali",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Rata-rata waktu temu kembali", Time, Gauge::Below(50), "menit"),
        iki("Salah susun per pemeriksaan", Quality, Gauge::Below(30), "temuan"),
    ],
    notes: &["Uji dua puluh permintaan", "Pemeriksaan mendadak {hari}"],
    seen: ["Berkas tanah {kel} ditemukan dalam tiga menit", "Buku pinjam belum dipakai semua orang"],
};

pub const LETTERS: Rhk = Rhk {
    title: "Surat tercatat dan tersampaikan pada hari yang sama",
    supports: ORDERED,
    tag: "surat-masuk",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Surat yang tersampaikan hari itu juga", Time, Gauge::Share(980), "%"),
        iki("SOP surat elektronik ditetapkan", Quality, Gauge::YesNo, ""),
    ],
    notes: &["Dihitung dari buku ekspedisi {bulan}", "Rancangan SOP di meja Sekretaris"],
    seen: ["Disposisi rapat mendadak sampai sebelum pukul sembilan", "Nomor surat {bulan} loncat satu; sudah dicatat"],
};

pub const REVIEWS: Rhk = Rhk {
    title: "Naskah dinas ditelaah sebelum ditandatangani",
    supports: ORDERED,
    tag: "telaah",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Telaahan yang diselesaikan", Quantity, Gauge::Count(60), "telaahan"),
        iki("Rata-rata lama telaah", Time, Gauge::Below(20), "hari kerja"),
    ],
    notes: &["Enam telaahan untuk Camat", "Dua naskah dikembalikan untuk dilengkapi"],
    seen: [
        "Telaahan izin keramaian memberi dua pilihan lengkap dengan dasarnya",
        "Telaahan panjang; ringkasannya baru di halaman tiga",
    ],
};

pub const POPULATION: Rhk = Rhk {
    title: "Buku data penduduk per lingkungan diperbarui",
    supports: INFORMED,
    tag: "data-penduduk",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Lingkungan yang diperbarui", Quantity, Gauge::Count(88), "lingkungan"),
        iki("Laporan triwulan yang terkirim", Time, Gauge::Count(4), "laporan"),
    ],
    notes: &["Menunggu data {kel}", "Dicocokkan dengan kepala lingkungan", "Lingkungan {n} dan {nn} selesai"],
    seen: [
        "Selisih data dua kelurahan diselesaikan dengan mendatangi kepala lingkungan",
        "Berkas induk tersimpan di dua tempat; yang berlaku belum ditandai",
    ],
};

pub const REPORTS: Rhk = Rhk {
    title: "Laporan bulanan seksi terkirim sebelum tanggal 5",
    supports: INFORMED,
    tag: "laporan-bulanan",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Laporan bulanan yang terkirim", Quantity, Gauge::Count(12), "laporan"),
        iki("Perbaikan sesudah dikirim, rata-rata", Quality, Gauge::Below(15), "kali"),
    ],
    notes: &["Terkirim tanggal 4", "Terkirim tanggal 3, satu tabel diperbaiki", "Bahan {kel} masuk terakhir"],
    seen: [
        "Laporan {lalu} disertai satu halaman penjelasan kenaikan dan penurunan",
        "Tabel {bulan} masih dijumlah dengan tangan",
    ],
};

pub const ONLINE: Rhk = Rhk {
    title: "Layanan surat keterangan daring dipakai warga",
    supports: SERVED,
    tag: "layanan-daring",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki(
            "Tahapan layanan daring",
            Quantity,
            Gauge::Steps(&[
                "Alur disepakati dengan kelurahan",
                "Formulir daring selesai",
                "Uji coba di dua kelurahan",
                "Petugas loket terlatih",
                "Dibuka untuk umum",
            ]),
            "tahap",
        ),
        iki("Permohonan daring yang selesai dalam sehari", Time, Gauge::Share(900), "%"),
    ],
    notes: &["Uji coba dengan {kel}", "Formulir dipendekkan menjadi satu halaman", "Dua petugas sudah dilatih"],
    seen: [
        "Warga lanjut usia dibantu mengisi formulir daring dari ponselnya sendiri",
        "Pemberitahuan dari formulir masuk ke kotak yang tidak dibuka siapa pun",
    ],
};

pub const PRINTING: Rhk = Rhk {
    title: "Belanja cetak formulir terkendali",
    supports: READY,
    tag: "cetak",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Belanja cetak formulir", Cost, Gauge::Limit(12_500_000), "rupiah"),
        iki("Formulir rusak", Quality, Gauge::Below(30), "%"),
    ],
    notes: &["Menurut kuitansi sampai {lalu}", "Cetak bolak-balik mulai {bulan}"],
    seen: [
        "Sisa formulir lama dipakai habis sebelum memesan yang baru",
        "Pesanan {bulan} datang lebih banyak dari surat pesan",
    ],
};

pub const SHIFTS: Rhk = Rhk {
    title: "Petugas saling menggantikan tanpa mengganggu layanan",
    supports: READY,
    tag: "serah-terima",
    of_the_post: false,
    expectation: "Siapa pun yang berhalangan, warga tidak diminta datang kembali; serah terima tertulis dan dipakai.",
    indicators: &[iki("Serah terima berjalan seperti yang diharapkan", Quality, Gauge::Described, "")],
    notes: &[
        "Serah terima tertulis dipakai pada dua hari cuti {bulan}",
        "Pengganti di loket 2 sudah mandiri",
        "Catatan serah terima dibaca pengganti sebelum loket dibuka",
        "Satu hari tanpa pengganti; jadwal diperbaiki",
    ],
    seen: [
        "Serah terima sebelum cuti ditulis sampai nomor antrean yang belum selesai",
        "Pengganti masih bertanya lewat telepon untuk hal yang sama",
    ],
};

pub const STANDBY: Rhk = Rhk {
    title: "Loket selalu dijaga petugas yang cukup",
    supports: READY,
    tag: "petugas-siaga",
    of_the_post: false,
    expectation: "",
    indicators: &[iki("Petugas siaga per hari layanan", Quantity, Gauge::Between(40, 60), "orang")],
    notes: &["Rata-rata {bulan} dari daftar piket", "Dua orang cuti bersamaan, dijaga bergilir"],
    seen: ["Daftar piket dibagikan dua minggu sebelumnya", "Piket {hari} dua kali diisi orang yang sama"],
};

pub const MEETINGS: Rhk = Rhk {
    title: "Musyawarah warga di kelurahan terdampingi",
    supports: "",
    tag: "musyawarah",
    of_the_post: false,
    expectation: "",
    indicators: &[
        iki("Musyawarah yang didampingi", Quantity, Gauge::Count(10), "pertemuan"),
        iki("Berita acara yang terbit", Quality, Gauge::Count(10), "berkas"),
    ],
    notes: &["Musyawarah {kel}", "Berita acara ditandatangani malam itu"],
    seen: [
        "Dua kelompok warga {kel} diajak menyepakati satu usulan",
        "Notulen musyawarah {kel} baru selesai sesudah sepekan",
    ],
};

/// Of everybody in the rest of a town, two each.
pub const OF_THE_TOWN: &[Rhk] = &[COUNTER, ARCHIVE, REPORTS, REVIEWS, COMPLAINTS, LETTERS];

pub const EVIDENCE: &[&str] = &[
    "Buku register hlm. {nn}",
    "Rekap {lalu}",
    "BA-{nn}/PU",
    "https://berkas.medanmeranti.example/rekap-{nn}",
    "Nota dinas {nn}/PU",
];
pub const SLIPPING: &[&str] =
    &["tertahan dua pekan, masih terkejar bila jadwalnya dijaga", "perlu dibantu satu orang sampai akhir bulan"];
pub const OFF_TRACK: &str = "petugasnya ditarik ke tugas lain dan jadwalnya belum pulih";
pub const DONE: &str = "selesai lebih awal, hasilnya sudah diperiksa bersama";
pub const DROPPED: &str = "penjagaan loket diatur ulang oleh Sekretaris; hasil ini tidak lagi berlaku";
pub const MISSED_TARGET: &str = "sampai akhir tahun belum seluruh target tercapai";
pub const REVISED: &str = "dua kelurahan baru masuk wilayah layanan sejak pertengahan tahun";
pub const SET: &str = "disepakati sesudah perpindahan tugas";

//! The words of the sample about development: what was planned with whom, what became of it, wishes, pairs, courses. Seats
//! are places in the cast; times are months before today, or behind it where they are negative.

use crate::domain::development::item::{Hindrance, Seen};
use crate::domain::development::mentoring::TopicState;
use crate::domain::development::proposal::ProposalState;

/// An answer to the question whether it is seen: months before today.
pub struct Told {
    pub ago: i64,
    pub seen: Seen,
    pub example: &'static str,
    pub hindrance: Option<Hindrance>,
}

pub struct Step {
    pub seat: usize,
    /// A competency of the framework, or a topic in words.
    pub about: &'static str,
    pub kind: &'static str,
    pub title: &'static str,
    pub expect: &'static str,
    pub jp: Option<u32>,
    pub cost: Option<i64>,
    pub organiser: &'static str,
    /// The seat of who helps.
    pub helper: Option<usize>,
    pub planned: i64,
    /// When it is to be, for those that are open.
    pub when: i64,
    /// Days beyond the month make a question late today, or not due yet.
    pub ended: Option<(i64, i64)>,
    pub certificate: &'static str,
    pub verified: bool,
    pub told: &'static [Told],
}

const fn told(ago: i64, seen: Seen, example: &'static str) -> Told {
    Told { ago, seen, example, hindrance: None }
}

const fn plan(seat: usize, about: &'static str, kind: &'static str, title: &'static str, expect: &'static str) -> Step {
    Step {
        seat,
        about,
        kind,
        title,
        expect,
        jp: None,
        cost: None,
        organiser: "",
        helper: None,
        planned: 1,
        when: -1,
        ended: None,
        certificate: "",
        verified: false,
        told: &[],
    }
}

impl Step {
    const fn done(self, planned: i64, ended: i64, days: i64) -> Step {
        Step { planned, when: ended, ended: Some((ended, days)), ..self }
    }
    const fn hours(self, jp: u32, organiser: &'static str, certificate: &'static str) -> Step {
        Step { jp: Some(jp), organiser, certificate, verified: true, ..self }
    }
    const fn unverified(self) -> Step {
        Step { verified: false, ..self }
    }
    const fn for_money(self, cost: i64) -> Step {
        Step { cost: Some(cost), ..self }
    }
    const fn with(self, helper: usize) -> Step {
        Step { helper: Some(helper), ..self }
    }
    const fn told(self, told: &'static [Told]) -> Step {
        Step { told, ..self }
    }
    const fn open(self, planned: i64, when: i64) -> Step {
        Step { planned, when: -when, ..self }
    }
}

const LAN: &str = "LAN, e-learning";
const BPSDM: &str = "BPSDM Provinsi";

#[rustfmt::skip]
pub const STEPS: &[Step] = &[
    // An effect that came, seen twice.
    plan(0, "public-service", "e_learning", "Pelayanan prima bagi petugas loket", "menjelaskan syarat satu per satu sebelum warga bertanya")
        .done(15, 12, 4).hours(8, LAN, "LAN/PP/0812")
        .told(&[told(9, Seen::Yes, "tiga kali diamati di loket, syarat dijelaskan lengkap"), told(6, Seen::Yes, "warga tidak lagi kembali membawa berkas kurang")]),
    plan(0, "financial-management", "on_the_job", "Mencatat penerimaan loket harian", "menutup buku penerimaan pada hari yang sama tanpa selisih")
        .open(1, 1).with(12),
    plan(1, "records-management", "technical_training", "Pengelolaan arsip dinamis", "menyusun daftar arsip inaktif sesuai JRA tanpa dibantu")
        .done(18, 16, 2).hours(24, BPSDM, "BPSDM/ARS/2231").for_money(2_400_000)
        .told(&[told(13, Seen::Partly, "daftar 2022 selesai, JRA masih ditanyakan"), told(10, Seen::Yes, "daftar arsip 2023 disusun sendiri")]),
    // Twice not seen: the way is to be changed.
    plan(2, "communication", "course", "Pelayanan keliling: berbicara dengan warga", "menyampaikan hasil layanan dengan bahasa warga, tanpa istilah kantor")
        .done(13, 11, 3).hours(10, BPSDM, "BPSDM/KOM/0417").for_money(1_250_000)
        .told(&[
            Told { ago: 8, seen: Seen::NotYet, example: "masih membaca formulir kata demi kata", hindrance: Some(Hindrance::Priorities) },
            Told { ago: 5, seen: Seen::NotYet, example: "dua kunjungan, warga tetap bingung", hindrance: Some(Hindrance::Plan) },
        ]),
    plan(2, "communication", "coaching", "", "membuka kunjungan dengan satu kalimat tujuan").open(2, 2),
    plan(3, "policy-analysis", "self_study", "Menulis telaahan staf", "telaahan memuat dua pilihan dengan akibat masing-masing").done(10, 7, 6)
        .told(&[told(4, Seen::Yes, "telaahan retribusi memuat tiga pilihan"), told(1, Seen::Yes, "telaahan parkir juga")]),
    plan(3, "Analisis data", "e_learning", "Analisis data untuk pemula", "menyajikan data layanan triwulan dalam satu grafik yang benar")
        .open(1, 2),
    plan(4, "information-technology", "mentoring", "", "memulihkan jaringan loket dalam satu jam tanpa vendor").open(3, 1).with(5),
    // The question is due today and was not answered yet.
    plan(6, "one-stop-service", "technical_guidance", "Bimtek administrasi kependudukan", "mengisi sepuluh berkas berturut-turut tanpa kesalahan NIK")
        .done(5, 3, -1).hours(16, "Disdukcapil", "DKC/BT/0093").for_money(1_250_000),
    plan(6, "public-service", "seminar", "Etika pelayanan publik", "menyapa warga lebih dulu").done(9, 8, 2).hours(6, BPSDM, "").unverified()
        .told(&[told(5, Seen::Partly, "menyapa bila antrean pendek"), told(2, Seen::Yes, "menyapa juga saat antrean panjang")]),
    // Nobody could see it: moved away from the counter meanwhile.
    plan(9, "one-stop-service", "internship", "Magang di mal pelayanan publik", "melayani tiga jenis izin tanpa bertanya ke loket lain").done(9, 7, 3).hours(20, "DPMPTSP", "MPP/M/114")
        .told(&[told(4, Seen::NoChance, "ditugaskan ke musrenbang, tidak di loket")]),
    plan(11, "one-stop-service", "mentoring", "Membaca berkas pindah datang", "mengisi berkas pindah datang tanpa kesalahan NIK").open(2, 2).with(1),
    plan(11, "communication", "e_learning", "Komunikasi efektif", "menjelaskan kekurangan berkas dengan tenang").done(8, 6, 2).hours(12, LAN, "LAN/KOM/5521")
        .told(&[told(3, Seen::Partly, "tenang pada pagi hari, tergesa pada siang")]),
    plan(12, "records-management", "coaching", "", "menata surat masuk hari itu juga").done(14, 11, 5)
        .told(&[told(8, Seen::Yes, "tidak ada surat menginap di meja"), told(5, Seen::Yes, "agenda surat terisi setiap sore")]),
    plan(12, "Bendahara pengeluaran", "functional_training", "Sertifikasi bendahara", "menyusun SPJ lengkap tanpa pengembalian").done(22, 21, 3).hours(20, BPSDM, "BEND/0777").for_money(3_000_000)
        .told(&[told(18, Seen::Yes, "SPJ triwulan tidak dikembalikan"), told(15, Seen::Yes, "SPJ tahunan lengkap")]),
    plan(13, "policy-analysis", "seminar", "Lokakarya penyusunan peraturan", "rancangan keputusan memuat dasar hukum yang berlaku").open(1, 3).for_money(1_500_000).hours(12, BPSDM, ""),
];

/// A seat, a topic, why, months ago.
pub const WISHES: &[(usize, &str, &str, i64)] = &[
    (11, "Excel untuk laporan", "laporan bulanan masih saya hitung dengan kalkulator", 3),
    (0, "Excel untuk laporan", "supaya rekap loket tidak dikerjakan dua kali", 2),
    (3, "Excel untuk laporan", "ingin membuat grafik sendiri", 2),
    (6, "Excel untuk laporan", "sering diminta rekap", 1),
    (12, "Excel untuk laporan", "untuk agenda surat", 1),
    (11, "one-stop-service", "mau belajar entri data dari senior", 2),
];

pub struct Pair {
    pub mentor: usize,
    pub mentee: usize,
    pub topics: &'static [(&'static str, TopicState)],
    pub begun: i64,
    /// Months ahead.
    pub until: i64,
    /// Days before today; what was done.
    pub talks: &'static [(i64, &'static str)],
    /// Days ahead.
    pub next: i64,
    pub agreement: &'static str,
}

pub const PAIRS: &[Pair] = &[
    Pair {
        mentor: 1,
        mentee: 11,
        topics: &[
            ("Membaca NIK dan KK", TopicState::Enough),
            ("Berkas pindah datang", TopicState::Enough),
            ("Koreksi salah ketik", TopicState::Running),
            ("Memeriksa berkas orang lain", TopicState::NotYet),
        ],
        begun: 2,
        until: 2,
        talks: &[(45, "sepuluh berkas bersama, dua salah"), (17, "sepuluh berkas, tidak ada yang salah")],
        next: 12,
        agreement: "Jumat pukul 14, satu jam; yang dibicarakan tetap di antara mereka",
    },
    Pair {
        mentor: 5,
        mentee: 4,
        topics: &[("Alur surat di kecamatan", TopicState::Enough), ("Menghadapi warga yang marah", TopicState::Running)],
        begun: 3,
        until: 1,
        talks: &[(60, "mengikuti satu hari di loket"), (24, "dua keluhan ditangani bersama")],
        next: 9,
        agreement: "Selasa pagi sebelum loket buka",
    },
];

/// A course: title, kind, field, what it teaches, hours, price, organiser, months; a package where it says so.
pub struct Offer {
    pub code: &'static str,
    pub title: &'static str,
    pub kind: &'static str,
    pub field: &'static str,
    pub teaches: &'static str,
    pub jp: u32,
    pub price: i64,
    pub package: bool,
    pub organiser: &'static str,
    pub months: &'static [u8],
}

#[rustfmt::skip]
pub const OFFERS: &[Offer] = &[
    Offer { code: "XL-01", title: "Excel untuk laporan", kind: "course", field: "Teknologi informasi", teaches: "Excel untuk laporan", jp: 8, price: 2_500_000, package: false, organiser: BPSDM, months: &[3, 9] },
    Offer { code: "XL-02", title: "Excel untuk laporan, kelas di kantor", kind: "workshop", field: "Teknologi informasi", teaches: "Excel untuk laporan", jp: 8, price: 6_000_000, package: true, organiser: "Diskominfo", months: &[] },
    Offer { code: "PP-01", title: "Pelayanan prima bagi petugas loket", kind: "e_learning", field: "Pelayanan publik", teaches: "public-service", jp: 8, price: 0, package: false, organiser: LAN, months: &[] },
    Offer { code: "AK-01", title: "Bimtek administrasi kependudukan", kind: "technical_guidance", field: "Pelayanan publik", teaches: "one-stop-service", jp: 16, price: 1_250_000, package: false, organiser: "Disdukcapil", months: &[2, 8] },
    Offer { code: "AD-01", title: "Analisis data untuk pemula", kind: "e_learning", field: "Teknologi informasi", teaches: "data-processing", jp: 12, price: 0, package: false, organiser: LAN, months: &[] },
    Offer { code: "KU-01", title: "Penatausahaan keuangan daerah", kind: "technical_training", field: "Akuntansi dan anggaran", teaches: "financial-management", jp: 24, price: 4_800_000, package: false, organiser: BPSDM, months: &[5] },
    Offer { code: "KP-01", title: "Komunikasi publik", kind: "course", field: "Komunikasi publik", teaches: "communication", jp: 16, price: 2_000_000, package: false, organiser: BPSDM, months: &[4, 10] },
];

/// A row of a proposal: years from this one, a seat, program, kind, hours, cost, state, what became of it.
pub type Proposed = (i16, usize, &'static str, &'static str, u32, i64, ProposalState, &'static str);

#[rustfmt::skip]
pub const PROPOSED: &[Proposed] = &[
    (0, 6, "Bimtek administrasi kependudukan", "technical_guidance", 16, 1_250_000, ProposalState::Done, "diikuti, sertifikat diterima"),
    (0, 2, "Kursus bahasa Inggris pelayanan", "course", 40, 7_500_000, ProposalState::Rejected, "pagu tahun berjalan tidak cukup"),
    (1, 13, "Lokakarya penyusunan peraturan", "seminar", 12, 1_500_000, ProposalState::Proposed, ""),
];

/// Of this year and of the next one, in rupiah.
pub const CEILINGS: [i64; 2] = [12_000_000, 10_000_000];

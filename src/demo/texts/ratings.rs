//! Reasons for ratings, notes on behaviour and what a leader expects.

use crate::domain::competency::{BehaviourValue, Facet};

/// Why a level was given.
#[derive(Debug)]
pub struct Reason {
    pub text: &'static str,
    pub facet: Option<Facet>,
}

const fn reason(text: &'static str, facet: Option<Facet>) -> Reason {
    Reason { text, facet }
}

const KNOWLEDGE: Option<Facet> = Some(Facet::Knowledge);
const SKILL: Option<Facet> = Some(Facet::Skill);
const ATTITUDE: Option<Facet> = Some(Facet::Attitude);

/// Below what the position requires.
pub const SHORT: &[Reason] = &[
    reason("hasilnya benar bila didampingi; sendirian masih sering bertanya urutannya", SKILL),
    reason("dasar aturannya belum dikuasai, dua kali merujuk edaran yang sudah dicabut", KNOWLEDGE),
    reason("menunggu diminta dulu, padahal langkah berikutnya sudah jelas", ATTITUDE),
    reason("baru memegang tugas ini sejak triwulan lalu, belum sempat pelatihan", KNOWLEDGE),
    reason("pekerjaan selesai, tetapi tiga berkas harus diulang karena salah kode", SKILL),
    reason("belum pernah memimpin sendiri; kesempatannya memang belum ada", SKILL),
    reason("istilah di formulir baru masih tertukar", KNOWLEDGE),
];

/// As required.
pub const MET: &[Reason] = &[
    reason("sesuai prosedur dan tidak perlu diingatkan", None),
    reason("tiga bulan terakhir tidak ada berkas yang kembali", SKILL),
    reason("warga dan rekan mengatakan hal yang sama", None),
    reason("memakai cara yang dibahas pada sesi sebelumnya", SKILL),
    reason("jujur menyampaikan keterlambatan sebelum ditanya", ATTITUDE),
    reason("hafal syaratnya dan tahu di mana mencari aturannya", KNOWLEDGE),
];

/// More than required.
pub const MORE: &[Reason] = &[
    reason("dimintai bantuan oleh seksi lain dan mengajarkan caranya", SKILL),
    reason("menyusun contoh isian yang sekarang dipakai satu kecamatan", SKILL),
    reason("mengusulkan perbaikan alur dan menjalankannya sampai selesai", ATTITUDE),
    reason("paling paham aturan barunya; menjadi tempat bertanya tim", KNOWLEDGE),
];

/// Who else was asked.
pub const OTHERS: &[&str] = &["Ketua tim pelayanan keliling", "Rekan satu loket", "Kepala lingkungan"];

/// On behaviour, by rating: below, as expected, above.
pub const NOTES: [&[&str]; 3] = [
    &[
        "dua kali terlambat apel tanpa kabar; disepakati memberi tahu sebelum pukul tujuh",
        "menolak berbagi data dengan loket sebelah; sudah dibicarakan",
        "cara lama masih dipakai sesudah aplikasi baru berjalan",
    ],
    &["konsisten sepanjang triwulan", "membaik sejak sesi terakhir", "sesuai yang disepakati di awal tahun"],
    &[
        "menggantikan rekan yang sakit tanpa diminta",
        "menjadi contoh saat antrean menumpuk",
        "menemukan selisih dan melaporkannya pada hari yang sama",
    ],
];

/// What a leader expects in particular.
pub const EXPECTATIONS: &[(BehaviourValue, &str)] = &[
    (BehaviourValue::ServiceOriented, "keluhan di kotak saran dijawab paling lambat tiga hari kerja"),
    (BehaviourValue::Accountable, "laporan bulanan masuk tanggal 5 tanpa ditagih"),
    (BehaviourValue::Competent, "membagikan satu hal yang dipelajari kepada tim setiap bulan"),
    (BehaviourValue::Adaptive, "aplikasi antrean yang baru dipakai penuh sebelum akhir triwulan"),
    (BehaviourValue::Collaborative, "membantu loket lain saat antrean lebih dari dua puluh orang"),
];

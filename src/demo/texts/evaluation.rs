//! Why the sample's people were rated as they were, and what one of them objects to.

pub const ABOVE: &[&str] = &[
    "Menyelesaikan tunggakan dua bulan dan mengajari dua rekan caranya.",
    "Tidak satu pun berkas kembali; warga memuji di kotak saran.",
    "Menggantikan rekan yang cuti tanpa menurunkan layanannya sendiri.",
    "Mengusulkan daftar periksa berkas yang kini dipakai seluruh seksi.",
    "Data keluarga siap sebelum diminta pada dua rapat kecamatan.",
];

pub const BELOW: &[&str] = &[
    "Tiga laporan bulanan lewat tanggal lima, dua di antaranya tanpa kabar.",
    "Berkas warga dua kali tertukar; sudah dibicarakan dalam sesi.",
    "Target penataan arsip baru separuh meski sudah dijadwalkan ulang.",
    "Beberapa kali meninggalkan loket sebelum penggantinya datang.",
];

pub const NOTES: &[&str] = &[
    "Pertahankan ketelitian pada berkas yang masuk menjelang tutup loket.",
    "Laporan bulanan disusun mulai tanggal satu agar tidak terburu-buru.",
    "Disarankan mengikuti bimbingan penyusunan naskah dinas.",
    "Diminta membimbing pegawai baru di loket selama satu triwulan.",
    "Waktu layanan dipantau tiap pekan bersama ketua loket.",
    "Penataan arsip dilanjutkan sesuai jadwal yang sudah disepakati.",
];

pub const GROUND: &str = "Tanggal penilaian mendahului laporan saya. Laporan triwulan baru tercatat sesudahnya.";
pub const GROUND_EVIDENCE: &str = "Register surat masuk; tanda terima dua berkas";
pub const ASKS: &str = "Hasil kerja dinilai ulang dengan laporan itu.";

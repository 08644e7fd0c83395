//! Which list a table is, by the names over its columns: every import refuses a table of another kind and names the word
//! it belongs to. A new list adds a row to [`KINDS`]. Pure.

use super::header::plain;
use crate::interchange::file::table::{Row, Workbook};
use crate::interchange::file::unreadable::Unreadable;

/// One kind of list.
#[derive(Debug)]
pub struct Kind {
    /// What follows `bina import`; `None` for what nothing reads.
    pub word: Option<&'static str>,
    /// What a table of it is called, as a message.
    pub name: &'static str,
    /// A head has one name of each group; `topik*` is any name that begins so. The more groups, the surer.
    head: &'static [&'static [&'static str]],
}

const NAMES: &[&str] =
    &["nama", "nama lengkap", "nama pegawai", "pegawai", "name", "employee", "nip", "nip baru", "nipbaru"];
const JP: &[&str] = &["jp", "jumlah jp", "jam pelajaran", "jam pelajaran jp", "jumlah jam", "jumlahjam"];

#[rustfmt::skip]
pub const KINDS: &[Kind] = &[
    Kind { word: Some("people"), name: "import-kind-people", head: &[NAMES, &["nip*", "jabatan*", "gol*", "pangkat*", "unit*", "unor*", "kedudukan*"]] },
    Kind { word: Some("goals"), name: "import-kind-goals", head: &[
        &["rhk*", "rencana hasil kerja*", "hasil kerja", "sasaran*", "kegiatan tugas jabatan"],
        &["indikator*", "iki", "target*", "ukuran keberhasilan*"],
    ] },
    Kind { word: Some("standards"), name: "import-kind-standards", head: &[
        &["jabatan", "nama jabatan*", "jabatan asn", "posisi", "position", "job title"],
        &["kompetensi", "nama kompetensi", "unit kompetensi", "judul kompetensi", "competency"],
        &["level*", "tingkat*", "standar", "required level"],
    ] },
    Kind { word: Some("framework"), name: "import-kind-framework", head: &[
        &["kompetensi*", "nama kompetensi", "competency*"], &["level*", "tingkat", "lvl"],
        &["perilaku", "indikator perilaku", "jangkar perilaku", "anchor", "uraian*", "deskripsi*"],
    ] },
    Kind { word: None, name: "import-kind-ratings", head: &[
        NAMES, &["kompetensi"], &["level", "sekarang"], &["penilai", "disyaratkan"], &["bukti", "tanggal"],
    ] },
    Kind { word: Some("evaluations"), name: "import-kind-evaluations", head: &[
        NAMES, &["rating hasil kerja*", "rating hasil"], &["rating perilaku*"], &["predikat*"],
    ] },
    Kind { word: Some("ekinerja"), name: "import-kind-ekinerja", head: &[&["skp id"], &["skp status"], &["periode awal"]] },
    Kind { word: Some("ekinerja"), name: "import-kind-ekinerja", head: &[&["id"], &["hasil akhir"], NAMES] },
    Kind { word: Some("holidays"), name: "import-kind-holidays", head: &[&["tanggal"], &["jenis"], &["nama", "hari libur", "keterangan"], &["sumber", "dasar"]] },
    Kind { word: Some("distribution"), name: "import-kind-distribution", head: &[
        &["sangat baik"], &["butuh perbaikan", "cukup"], &["sangat kurang"],
    ] },
    Kind { word: Some("learning"), name: "import-kind-learning", head: &[
        NAMES,
        &["nama kegiatan", "nama diklat", "nama kursus", "namakursus", "nama pelatihan", "latihan struktural id", "latihan struktural nama"],
        &["jp", "jumlah jp", "jam pelajaran", "jumlah jam", "jumlahjam"],
    ] },
    Kind { word: Some("plans"), name: "import-kind-plans", head: &[
        &["program", "program pengembangan"], &["metode", "metode diklat"], &["tanggal", "tanggal pelaksanaan"], JP,
    ] },
    Kind { word: Some("proposals"), name: "import-kind-proposals", head: &[
        &["program*"], &["tahun anggaran"], &["estimasi biaya", "biaya"], &["urgensi", "sumber dana", "triwulan"],
    ] },
    Kind { word: Some("courses"), name: "import-kind-courses", head: &[
        &["nama pelatihan", "nama kursus"], &["bentuk"], &["biaya"], &["satuan biaya", "kuota", "bulan"],
    ] },
    Kind { word: Some("budget"), name: "import-kind-budget", head: &[&["tahun", "tahun anggaran"], &["pagu*"], &["sumber dana", "kode rekening"]] },
    Kind { word: Some("wishes"), name: "import-kind-wishes", head: &[&["topik yang ingin*", "keinginan*"], &["cap waktu", "timestamp", "mengapa*", "nip"], NAMES_OR_MAIL] },
    Kind { word: Some("mentoring"), name: "import-kind-mentoring", head: &[&["nip mentor", "mentor"], &["nip mentee", "mentee"], &["topik", "mulai", "kesepakatan"]] },
];
const NAMES_OR_MAIL: &[&str] = &["nama*", "nip", "alamat email", "email"];

impl Kind {
    /// How surely a row is the head of such a list: the number of its groups, or nothing.
    fn sure(&self, names: &[String]) -> usize {
        let is = |name: &str, known: &str| match known.strip_suffix('*') {
            Some(begin) => name.strip_prefix(begin).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')),
            None => name == known,
        };
        // One column is one thing: it stands for no two groups.
        let mut free: Vec<&String> = names.iter().collect();
        for group in self.head {
            let Some(at) = free.iter().position(|name| group.iter().any(|known| is(name, known))) else { return 0 };
            free.remove(at);
        }
        self.head.len()
    }
}

/// How many rows from the top may hold the head.
const HEAD_WITHIN: usize = 40;

/// What these rows are a list of, and how surely.
pub fn of(rows: &[Row]) -> Option<(&'static Kind, usize)> {
    let mut best: Option<(&Kind, usize)> = None;
    for row in rows.iter().take(HEAD_WITHIN) {
        let names: Vec<String> = row.cells.iter().map(|cell| plain(&cell.text)).filter(|name| !name.is_empty()).collect();
        for kind in KINDS {
            let sure = kind.sure(&names);
            if sure > best.map_or(0, |(_, sure)| sure) {
                best = Some((kind, sure));
            }
        }
    }
    best
}

/// How surely these rows are of the list with this word.
fn sure_of(rows: &[Row], word: &str) -> usize {
    let heads = rows
        .iter()
        .take(HEAD_WITHIN)
        .map(|row| row.cells.iter().map(|cell| plain(&cell.text)).filter(|name| !name.is_empty()).collect::<Vec<String>>());
    let own = || KINDS.iter().filter(|kind| kind.word == Some(word));
    heads.flat_map(|names| own().map(move |kind| kind.sure(&names))).max().unwrap_or(0)
}

/// Refuses rows that are more surely another list than the one of this word.
pub fn refuse_other(rows: &[Row], word: &str) -> Result<(), Unreadable> {
    match of(rows) {
        Some((kind, sure)) if kind.word != Some(word) && sure > sure_of(rows, word) => {
            Err(Unreadable::OtherKind { name: kind.name, word: kind.word })
        }
        _ => Ok(()),
    }
}

/// Of a workbook in which nothing reads like the list of this word: what it is instead, if that is known.
pub fn instead(workbook: &Workbook, word: &str) -> Option<Unreadable> {
    workbook.sheets.iter().find_map(|sheet| refuse_other(&sheet.rows, word).err())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::file::table::Cell;

    fn word_of(head: &str) -> Option<&'static str> {
        let row = Row { number: 1, cells: head.split(';').map(Cell::text).collect(), torn: false };
        of(&[row]).and_then(|(kind, _)| kind.word)
    }

    #[test]
    fn every_list_is_known_by_its_head() {
        for (head, word) in [
            ("No;Nama Lengkap;NIP;Gol. Ruang;Jabatan;Atasan Langsung", "people"),
            ("NIP;RHK Pimpinan yang Diintervensi;RHK;Jenis;Aspek;Indikator Kinerja Individu;Target;Satuan", "goals"),
            ("jabatan;jenis;kompetensi;level", "standards"),
            ("Kompetensi;Jenis;Level;Perilaku", "framework"),
            (
                "NIP;Nama;Periode;Mulai;Akhir;Rating Hasil Kerja;Rating Perilaku Kerja;Predikat;Pejabat Penilai",
                "evaluations",
            ),
            ("skp_id;nip;nama;jabatan;unit;skp_status;periode_awal;periode_akhir", "ekinerja"),
            ("id;nip;nama;jabatan;unit;hasil_kerja;perilaku_kerja;hasil_akhir", "ekinerja"),
            ("tanggal;jenis;nama;sumber", "holidays"),
            ("Periode;Unit;Capaian Organisasi;Sangat Baik;Baik;Butuh Perbaikan;Kurang;Sangat Kurang;Jumlah", "distribution"),
            ("No;NIP;Nama;Nama Kegiatan;Bentuk;Rumpun;Nomor Sertifikat;Tanggal Selesai;JP", "learning"),
            ("id;nipBaru;nama;namaKursus;jumlahJam;tanggalKursus;nomorSertipikat", "learning"),
            ("id;nipBaru;nama;latihan_struktural_id;nomor;tanggal;jumlah_jam", "learning"),
            ("No;NIP;Pegawai;Program;Metode;Tanggal;JP;Penyelenggara;Bukti;Status", "plans"),
            ("Pegawai;Program Pengembangan;Metode Diklat;Tanggal Pelaksanaan;Jam Pelajaran (JP)", "plans"),
            ("No;Tahun Anggaran;Triwulan;Unit;Jabatan;NIP;Pegawai;Program;Metode;Estimasi Biaya;Sumber Dana", "proposals"),
            ("Kode;Nama Pelatihan;Bentuk;Kompetensi;JP;Biaya;Satuan Biaya;Penyelenggara;Bulan;Kuota", "courses"),
            ("Tahun;Unit;Sumber Dana;Kode Rekening;Uraian;Pagu;Realisasi", "budget"),
            ("Cap waktu;Alamat email;NIP;Nama lengkap;Topik yang ingin dipelajari;Mengapa topik itu perlu?", "wishes"),
            ("NIP Mentor;Mentor;NIP Mentee;Mentee;Topik;Kesepakatan;Mulai;Selesai;Status", "mentoring"),
        ] {
            assert_eq!(word_of(head), Some(word), "{head}");
        }
        let ratings = "NIP;Nama;Jabatan;Jenis;Kompetensi;Penilai;Tanggal;Level;Bukti";
        assert_eq!(word_of(ratings), None);
        let row = Row { number: 1, cells: ratings.split(';').map(Cell::text).collect(), torn: false };
        assert!(matches!(refuse_other(&[row], "standards"), Err(Unreadable::OtherKind { word: None, .. })));
    }
}

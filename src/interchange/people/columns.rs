//! What the columns of a list of people say: the names that SIASN exports and home-made lists give them. Pure.

use crate::interchange::file::table::Row;
use crate::interchange::sheet::header::{self, Heading, plain};

pub type Columns = header::Columns<Field>;

/// What a column says about a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Name,
    Nip,
    /// Both in one cell.
    NameNip,
    Front,
    Back,
    Kind,
    /// Candidate or not, in a column of its own.
    Candidate,
    Rank,
    Position,
    PositionKind,
    Echelon,
    Unit,
    UnitCode,
    Supervisor,
    SupervisorNip,
    Status,
    Born,
    Started,
    RetiredOn,
    /// The running number of a row.
    Ordinal,
    Ignored,
}

use Field::*;

impl Heading for Field {
    const NAMES: &'static [(Field, &'static [&'static str])] = NAMES;
    fn over(name: &str) -> Option<(Self, usize)> {
        field_over(name)
    }
    fn are_header(fields: &[Self], alone: bool) -> bool {
        fields.iter().any(|f| matches!(f, Name | NameNip)) && (fields.len() > 1 || alone)
    }
    fn is_subject(self) -> bool {
        matches!(self, Name | Nip | NameNip | Ordinal)
    }
    fn is_silent(self) -> bool {
        matches!(self, Ordinal | Ignored)
    }
    fn is_day(self) -> bool {
        matches!(self, Born | Started | RetiredOn)
    }
}

/// The row that reads most like the header of a list of people, and how many fields it names.
pub fn best_header(rows: &[Row]) -> Option<(usize, usize)> {
    header::best_header::<Field>(rows)
}

const NAMES: &[(Field, &[&str])] = &[
    (Name, &["name", "nama"]),
    (Nip, &["nip"]),
    (NameNip, &["name-nip", "nama-nip"]),
    (Front, &["front", "gelar-depan"]),
    (Back, &["back", "gelar-belakang"]),
    (Kind, &["kind", "jenis"]),
    (Rank, &["rank", "golongan"]),
    (Position, &["position", "jabatan"]),
    (Unit, &["unit"]),
    (UnitCode, &["unit-code", "kode-unit"]),
    (Supervisor, &["supervisor", "atasan"]),
    (SupervisorNip, &["supervisor-nip", "nip-atasan"]),
    (Status, &["status"]),
    (Born, &["born", "lahir"]),
    (RetiredOn, &["retired-on", "pensiun"]),
    (Ignored, &["ignore", "abaikan"]),
];

/// Column names, compared without case and punctuation; the earlier one wins where two columns say the same field.
#[rustfmt::skip]
const SYNONYMS: &[(Field, &[&str])] = &[
    (Name, &[
        "nama lengkap", "nama pegawai", "nama asn", "nama pns", "nama", "nama lengkap dan gelar", "nama dan gelar",
        "nama lengkap gelar", "nama gelar", "nama pejabat", "nama karyawan", "nama lengkap pegawai",
        "nama lengkap dengan gelar", "nama tanpa gelar", "pegawai", "name", "full name", "employee name",
        "employee",
    ]),
    (Nip, &[
        "nip baru", "nip", "nip ni pppk", "nip nipppk", "nip nippk", "nip nipppk baru", "nip pppk", "ni pppk",
        "nipppk", "nip pegawai", "nip asn", "nip nik", "nomor induk pegawai", "nip pns", "no induk pegawai",
        "nip nrp", "n i p", "nip nipk", "nip nrptt",
    ]),
    (NameNip, &["nama nip", "nip nama", "nama dan nip", "nama lengkap nip", "nama pegawai nip", "nama nip pegawai"]),
    (Front, &["gelar depan", "glr depan", "gelar dpn", "gelar di depan", "front title"]),
    (Back, &["gelar belakang", "glr belakang", "gelar blk", "gelar di belakang", "back title", "gelar"]),
    (Kind, &[
        "jenis pegawai nama", "jenis pegawai", "status kepegawaian", "jenis asn", "jenis kepegawaian",
        "status asn", "kategori pegawai", "pns pppk", "employment", "status pegawai nama",
    ]),
    (Candidate, &["status cpns pns", "cpns pns", "status pns"]),
    (Rank, &[
        "gol akhir nama", "golongan akhir nama", "gol ruang", "golongan ruang", "pangkat gol ruang",
        "pangkat golongan ruang", "pangkat golongan", "pangkat gol", "gol", "golongan", "gol akhir",
        "golongan akhir", "pangkat", "gol ruang akhir", "rank", "grade", "golongan pppk",
    ]),
    (Position, &[
        "jabatan nama", "nama jabatan", "jabatan", "jabatan saat ini", "jabatan terakhir", "nama jabatan saat ini",
        "jabatan pegawai", "jabatan sekarang", "tugas jabatan", "position", "job title", "title",
    ]),
    (PositionKind, &["jenis jabatan nama", "jenis jabatan", "kelompok jabatan"]),
    (Echelon, &["eselon nama", "eselon", "echelon"]),
    (Unit, &[
        "unor nama", "nama unor", "unit kerja", "nama unit kerja", "unit organisasi", "nama unit organisasi",
        "unit", "unor", "seksi", "bidang", "bagian", "sub bagian", "subbagian", "seksi bidang", "bidang seksi",
        "bagian seksi", "unit kerja terakhir", "ruangan", "penempatan", "tempat tugas", "unit penempatan",
        "department",
    ]),
    (UnitCode, &["unor id", "id unor", "kode unor", "kode unit", "kode unit kerja", "id unit kerja", "unit code"]),
    (Supervisor, &[
        "atasan langsung", "nama atasan langsung", "atasan", "nama atasan", "pejabat penilai",
        "pejabat penilai kinerja", "nama pejabat penilai", "penilai", "pimpinan langsung", "atasan langsung nama",
        "supervisor", "direct supervisor", "manager",
    ]),
    (SupervisorNip, &[
        "nip atasan langsung", "nip atasan", "atasan langsung nip", "nip pejabat penilai", "nip penilai",
        "supervisor nip",
    ]),
    (Status, &[
        "kedudukan hukum nama", "kedudukan hukum", "kedudukan", "status pegawai", "status aktif", "status",
        "keterangan status", "status keaktifan", "keaktifan",
    ]),
    (Born, &["tanggal lahir", "tgl lahir", "tgl lhr", "date of birth", "birth date"]),
    (Started, &["tmt cpns"]),
    (RetiredOn, &["tmt pensiun", "tanggal pensiun", "tgl pensiun"]),
    (Ordinal, &["no", "nomor", "no urut", "nomor urut", "nr"]),
    (Ignored, &["alasan ditolak", "reason refused"]),
];

/// The field that a column of this name says, and how good the name is (0 is best).
fn field_over(name: &str) -> Option<(Field, usize)> {
    let name = plain(name);
    if name.is_empty() || name.len() > 60 {
        return None;
    }
    for (field, synonyms) in SYNONYMS {
        if let Some(place) = synonyms.iter().position(|s| *s == name) {
            return Some((*field, place));
        }
    }
    loosely(&name).map(|field| (field, 100))
}

/// Names with something before or behind them: `NIP (18 digit)`, `Nama Lengkap sesuai SK`.
fn loosely(name: &str) -> Option<Field> {
    let words: Vec<&str> = name.split(' ').collect();
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    if words.len() > 6
        || has(&["id", "lama", "awal", "tmt", "tanggal", "tgl", "jumlah", "darah", "daftar", "data", "keadaan"])
    {
        return None;
    }
    match words[0] {
        "nip" if has(&["atasan", "penilai", "pimpinan"]) => Some(SupervisorNip),
        "nip" => Some(Nip),
        "atasan" if words.len() <= 3 => Some(Supervisor),
        "nama"
            if has(&["lengkap", "pegawai", "asn", "pns", "gelar"])
                && !has(&["atasan", "jabatan", "unit", "instansi", "istri", "suami"]) =>
        {
            Some(Name)
        }
        "pangkat" | "golongan" | "gol" if words.len() <= 4 => Some(Rank),
        "jabatan" if words.len() <= 3 && !has(&["jenis", "kelas", "atasan"]) => Some(Position),
        "unit" if words.len() <= 4 && !has(&["induk"]) => Some(Unit),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::file::delimited;
    use crate::interchange::file::table::Table;
    use crate::interchange::file::unreadable::Unreadable;
    use crate::interchange::sheet::header::{field_named, recognise};

    fn table(text: &str) -> Table {
        delimited::read(text, |rows| best_header(rows).map_or(0, |(_, known)| known)).unwrap().0
    }

    fn of(text: &str) -> Columns {
        recognise(&table(text), &[]).unwrap()
    }

    #[test]
    fn columns_are_found_in_any_order_case_and_punctuation() {
        let c = of("JABATAN;nip/ni pppk;GOL. RUANG;Nama Lengkap & Gelar;Atasan  Langsung\n");
        assert_eq!([Position, Nip, Rank, Supervisor].map(|f| c.at(f)), [0, 1, 2, 4].map(Some));
        assert_eq!(of("No;Nama Lengkap dan Gelar;NIP (18 digit);Tgl. Lahir\n").at(Nip), Some(2));
    }

    #[test]
    fn look_alikes_of_siasn_are_told_apart() {
        let c = of(
            "PNS ID;NIP LAMA;NIP BARU;NAMA;TEMPAT LAHIR NAMA;GOL AWAL NAMA;GOL AKHIR NAMA;JABATAN ID;JABATAN NAMA;UNOR ID;UNOR NAMA;UNOR INDUK NAMA;GOLONGAN DARAH\n",
        );
        let columns = [Nip, Name, Rank, Position, UnitCode, Unit].map(|f| c.at(f));
        assert_eq!(columns, [2, 3, 6, 8, 9, 10].map(Some));
    }

    #[test]
    fn the_header_is_found_below_titles_and_second_lines_are_joined() {
        let text = "DAFTAR NAMA PEGAWAI\n;KECAMATAN\n\n\nNo;Nama;NIP;Pangkat;;Ket\n;;;Gol. Ruang;TMT;\n1;2;3;4;5;6\n1;Siti;198609262015051001;III/a;x;\n";
        let table = table(text);
        let c = recognise(&table, &[]).unwrap();
        assert_eq!(table.rows[c.header].number, 5);
        assert_eq!(table.rows[c.first_row].text(1), "Siti");
        assert_eq!(c.at(Rank), Some(3));
    }

    #[test]
    fn the_user_maps_what_is_not_known_and_wins() {
        let table = table("Pegawai Kita;Nomor;Bos\nSiti;1;Budi\n");
        let map = |list: &[(&str, Field)]| list.iter().map(|(c, f)| ((*c).to_owned(), *f)).collect::<Vec<_>>();
        let c = recognise(&table, &map(&[("pegawai kita", Name), ("B", Nip), ("3", Supervisor)])).unwrap();
        assert_eq!([Name, Nip, Supervisor].map(|f| c.at(f)), [0, 1, 2].map(Some));
        let wrong = recognise(&table, &map(&[("Tidak Ada", Name)]));
        assert_eq!(wrong, Err(Unreadable::NoSuchColumn("Tidak Ada".into())));
        assert_eq!(recognise::<Field>(&table, &[]), Err(Unreadable::NoHeader));
        assert_eq!(field_named("Gelar_Depan"), Some(Front));
    }
}

//! Which column says what: the names that SIASN exports and home-made lists give their columns, in any order and case,
//! and the row in which they stand. Pure.

use super::source::Unreadable;
use super::table::{Row, Table, letters};

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

/// Fields by the names that `--map` knows; the first is the one that messages list.
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

/// How many rows from the top may hold the header.
const HEADER_WITHIN: usize = 40;

/// Where each field stands.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    of: Vec<(Field, usize)>,
    /// What stands over each column.
    names: Vec<String>,
    /// Index, in the table, of the first row below the header.
    pub first_row: usize,
    /// Index of the header row.
    pub header: usize,
}

impl Columns {
    pub fn at(&self, field: Field) -> Option<usize> {
        self.of.iter().find(|(f, _)| *f == field).map(|(_, column)| *column)
    }
    /// The name over a column, or its letters where it has none.
    pub fn name(&self, column: usize) -> String {
        self.names.get(column).filter(|name| !name.is_empty()).cloned().unwrap_or_else(|| letters(column))
    }
    /// What the header says for a field, for messages.
    pub fn name_of(&self, field: Field) -> String {
        self.at(field).map(|column| self.name(column)).unwrap_or_default()
    }
    /// Fields that are there, the running number aside.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.of.iter().map(|(field, _)| *field).filter(|f| !matches!(f, Ordinal | Ignored))
    }
    pub fn names(&self) -> &[String] {
        &self.names
    }
    /// What a row says for a field: empty where there is no such column.
    pub fn said<'r>(&self, row: &'r Row, field: Field) -> &'r str {
        self.at(field).map_or("", |column| super::cells::said(row.text(column)))
    }
}

/// Names of all fields that `--map` knows.
pub fn field_names() -> String {
    NAMES.iter().map(|(_, names)| names[0]).collect::<Vec<_>>().join(", ")
}

/// A field by the name that `--map` uses.
pub fn field_named(name: &str) -> Option<Field> {
    let wanted = name.trim().to_lowercase().replace(['_', ' '], "-");
    NAMES.iter().find(|(_, names)| names.contains(&wanted.as_str())).map(|(field, _)| *field)
}

/// Finds the header row and what its columns say. `map` has column names (or letters, or numbers from 1) and fields.
pub fn recognise(table: &Table, map: &[(String, Field)]) -> Result<Columns, Unreadable> {
    let Some(header) = header_row(table, map)? else {
        // Mapped by letters, and no row that reads like a header: every row is a person.
        return Ok(Columns { of: mapped_columns(&[], map)?, ..Columns::default() });
    };
    let mut names: Vec<String> = header_names(&table.rows[header]);
    let mut first_row = header + 1;
    if let Some(below) = table.rows.get(first_row)
        && is_second_header(below, &names)
    {
        for (column, name) in header_names(below).into_iter().enumerate() {
            if column >= names.len() {
                names.resize(column + 1, String::new());
            }
            if field_over(&names[column]).is_none() && !name.is_empty() {
                names[column] = name;
            }
        }
        first_row += 1;
    }
    if table.rows.get(first_row).is_some_and(numbers_its_columns) {
        first_row += 1;
    }
    let mapped = mapped_columns(&names, map)?;
    let mut of = mapped.clone();
    let mut found: Vec<(Field, usize, usize)> = Vec::new();
    for (column, name) in names.iter().enumerate() {
        if mapped.iter().all(|(_, taken)| *taken != column)
            && let Some((field, place)) = field_over(name)
        {
            found.push((field, place, column));
        }
    }
    found.sort();
    for (field, _, column) in found {
        if of.iter().all(|(known, _)| *known != field) {
            of.push((field, column));
        }
    }
    Ok(Columns { of, names, first_row, header })
}

/// The row that reads most like a header, and how many fields it names.
pub fn best_header(rows: &[Row]) -> Option<(usize, usize)> {
    let scored = rows.iter().take(HEADER_WITHIN).enumerate().filter_map(|(i, row)| {
        let mut fields: Vec<Field> = header_names(row).iter().filter_map(|name| field_over(name)).map(|(f, _)| f).collect();
        fields.sort();
        fields.dedup();
        let named = fields.iter().any(|f| matches!(f, Name | NameNip));
        (named && (fields.len() > 1 || row.cells.len() == 1 && i == 0)).then_some((i, fields.len()))
    });
    scored.reduce(|best, next| if next.1 > best.1 { next } else { best })
}

fn header_row(table: &Table, map: &[(String, Field)]) -> Result<Option<usize>, Unreadable> {
    if let Some((row, _)) = best_header(&table.rows) {
        return Ok(Some(row));
    }
    // The user has named columns: the first row that has them all.
    let named: Vec<&str> = map.iter().map(|(column, _)| column.as_str()).filter(|c| !is_place(c)).collect();
    let has_all = |row: &Row| {
        let names = header_names(row);
        named.iter().all(|column| names.iter().any(|name| same(name, column)))
    };
    match (map.is_empty(), named.first()) {
        (true, _) => Err(Unreadable::NoHeader),
        (false, None) => Ok(None),
        (false, Some(first)) => match table.rows.iter().take(HEADER_WITHIN).position(has_all) {
            Some(row) => Ok(Some(row)),
            None => Err(Unreadable::NoSuchColumn((*first).to_owned())),
        },
    }
}

fn header_names(row: &Row) -> Vec<String> {
    row.cells.iter().map(|cell| crate::domain::clean::clean_line(&cell.text)).collect()
}

/// Below merged cells: a second line that names parts of columns, and no person.
fn is_second_header(row: &Row, names: &[String]) -> bool {
    let mut known = 0;
    for (column, name) in header_names(row).iter().enumerate() {
        if name.is_empty() {
            continue;
        }
        match (names.get(column).and_then(|n| field_over(n)).map(|(f, _)| f), field_over(name)) {
            (Some(Name | Nip | NameNip | Ordinal), _) => return false,
            (_, Some(_)) => known += 1,
            (_, None) => {}
        }
    }
    known > 0
}

/// The line `1 2 3 4 5` below the header of an official form.
fn numbers_its_columns(row: &Row) -> bool {
    let numbers: Vec<Option<u32>> =
        row.cells.iter().map(|cell| cell.text.trim().trim_matches(['(', ')']).parse().ok()).collect();
    numbers.len() > 2 && numbers.iter().enumerate().all(|(i, n)| *n == u32::try_from(i + 1).ok())
}

fn mapped_columns(names: &[String], map: &[(String, Field)]) -> Result<Vec<(Field, usize)>, Unreadable> {
    let place = |column: &str| {
        let by_name = names.iter().position(|name| same(name, column));
        by_name.or_else(|| place_of(column)).ok_or_else(|| Unreadable::NoSuchColumn(column.to_owned()))
    };
    map.iter().map(|(column, field)| Ok((*field, place(column)?))).collect()
}

fn same(name: &str, column: &str) -> bool {
    !name.is_empty() && plain(name) == plain(column)
}

fn is_place(column: &str) -> bool {
    place_of(column).is_some()
}

/// `C` and `3` are both the third column.
fn place_of(column: &str) -> Option<usize> {
    let column = column.trim();
    if let Ok(number) = column.parse::<usize>() {
        return number.checked_sub(1).filter(|n| *n < super::table::MAX_COLUMNS);
    }
    let letters = (1..=2).contains(&column.len()) && column.chars().all(|c| c.is_ascii_uppercase());
    letters.then(|| column.bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1) - 1)
}

/// Lower case, letters and digits only, single spaces.
pub(super) fn plain(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            out.push(c);
        } else if !out.ends_with(' ') && !out.is_empty() {
            out.push(' ');
        }
    }
    out.truncate(out.trim_end().len());
    out
}

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
    use crate::interchange::delimited;

    fn of(text: &str) -> Columns {
        recognise(&delimited::read(text).unwrap().0, &[]).unwrap()
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
        let table = delimited::read(text).unwrap().0;
        let c = recognise(&table, &[]).unwrap();
        assert_eq!(table.rows[c.header].number, 5);
        assert_eq!(table.rows[c.first_row].text(1), "Siti");
        assert_eq!(c.at(Rank), Some(3));
    }

    #[test]
    fn the_user_maps_what_is_not_known_and_wins() {
        let table = delimited::read("Pegawai Kita;Nomor;Bos\nSiti;1;Budi\n").unwrap().0;
        let map = |list: &[(&str, Field)]| list.iter().map(|(c, f)| ((*c).to_owned(), *f)).collect::<Vec<_>>();
        let c = recognise(&table, &map(&[("pegawai kita", Name), ("B", Nip), ("3", Supervisor)])).unwrap();
        assert_eq!([Name, Nip, Supervisor].map(|f| c.at(f)), [0, 1, 2].map(Some));
        let wrong = recognise(&table, &map(&[("Tidak Ada", Name)]));
        assert_eq!(wrong, Err(Unreadable::NoSuchColumn("Tidak Ada".into())));
        assert_eq!(recognise(&table, &[]), Err(Unreadable::NoHeader));
        assert_eq!(field_named("Gelar_Depan"), Some(Front));
    }
}

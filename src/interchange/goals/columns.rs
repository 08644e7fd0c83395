//! What the columns of a plan say: the names of the forms, of e-Kinerja's lists and of our own export. Pure.

use crate::interchange::sheet::header::{self, Heading, plain};

pub type Columns = header::Columns<Field>;

/// What a column says of a goal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Nip,
    /// Of the person.
    Name,
    /// The leader's result that is supported.
    Supports,
    Result,
    Class,
    Scope,
    Approach,
    Expectation,
    Aspect,
    Perspective,
    Indicator,
    Target,
    /// Where a range ends.
    TargetEnd,
    Unit,
    Direction,
    Baseline,
    Accrual,
    Steps,
    /// Of the result, or of the indicator: the file as a whole shows which.
    Weight,
    ResultWeight,
    IndicatorWeight,
    From,
    Until,
    /// Both in one cell: a year, a quarter, two days.
    Period,
    Due,
    IndicatorDue,
    Tag,
    /// The target is last period's, this period's is not set yet.
    Open,
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
    fn are_header(fields: &[Self], _: bool) -> bool {
        fields.len() > 1 && fields.iter().any(|f| matches!(f, Result | Indicator))
    }
    fn is_subject(self) -> bool {
        matches!(self, Name | Nip | Result | Ordinal)
    }
    fn is_silent(self) -> bool {
        matches!(self, Ordinal | Ignored)
    }
    fn is_day(self) -> bool {
        matches!(self, From | Until | Due | IndicatorDue)
    }
    fn lead() -> Self {
        Result
    }
}

const NAMES: &[(Field, &[&str])] = &[
    (Nip, &["nip"]),
    (Name, &["name", "nama"]),
    (Supports, &["supports", "rhk-pimpinan"]),
    (Result, &["result", "rhk"]),
    (Class, &["class", "jenis"]),
    (Scope, &["scope", "klasifikasi"]),
    (Approach, &["approach", "pendekatan"]),
    (Expectation, &["expectation", "ekspektasi"]),
    (Aspect, &["aspect", "aspek"]),
    (Perspective, &["perspective", "perspektif"]),
    (Indicator, &["indicator", "indikator"]),
    (Target, &["target"]),
    (TargetEnd, &["target-end", "target-akhir"]),
    (Unit, &["unit", "satuan"]),
    (Direction, &["direction", "arah"]),
    (Baseline, &["baseline", "nilai-awal"]),
    (Accrual, &["accrual", "perhitungan"]),
    (Steps, &["steps", "langkah"]),
    (ResultWeight, &["result-weight", "bobot-rhk", "bobot", "weight"]),
    (IndicatorWeight, &["indicator-weight", "bobot-indikator"]),
    (From, &["from", "mulai"]),
    (Until, &["until", "akhir"]),
    (Period, &["period", "periode", "tahun"]),
    (Due, &["due", "tenggat"]),
    (IndicatorDue, &["indicator-due", "tenggat-indikator"]),
    (Tag, &["tag", "tanda"]),
    (Ignored, &["ignore", "abaikan"]),
];

/// Column names, compared without case and punctuation; the earlier one wins where two columns say the same field.
#[rustfmt::skip]
const SYNONYMS: &[(Field, &[&str])] = &[
    (Nip, &[
        "nip", "nip pegawai", "nip baru", "nip nipppk", "nip ni pppk", "nomor induk pegawai", "nip asn", "nip pns",
    ]),
    (Name, &[
        "nama", "nama pegawai", "nama lengkap", "pegawai", "nama lengkap dan gelar", "nama asn", "name",
        "full name", "employee", "employee name",
    ]),
    (Supports, &[
        "rhk pimpinan yang diintervensi", "rencana hasil kerja pimpinan yang diintervensi",
        "rencana hasil kerja atasan yang diintervensi", "rhk atasan yang diintervensi", "rhk pimpinan", "rhk atasan",
        "rhk yang diintervensi", "hasil kerja pimpinan yang diintervensi", "supported result", "parent result",
    ]),
    (Result, &[
        "rhk", "rencana hasil kerja", "rencana hasil kerja rhk", "rhk individu", "rhk pegawai", "hasil kerja",
        "sasaran", "sasaran kinerja", "kegiatan tugas jabatan", "result", "work result", "goal",
    ]),
    (Class, &["jenis", "jenis rhk", "jenis hasil kerja", "utama tambahan", "kategori", "class", "type"]),
    (Scope, &["klasifikasi rhk", "klasifikasi", "organisasi individu", "scope"]),
    (Approach, &["pendekatan", "approach"]),
    (Expectation, &[
        "ekspektasi", "ekspektasi pimpinan", "ukuran keberhasilan", "expectation", "measure of success",
    ]),
    (Aspect, &["aspek", "aspek indikator", "aspek kinerja", "aspek perspektif", "aspect"]),
    (Perspective, &["perspektif", "perspective"]),
    (Indicator, &[
        "indikator kinerja individu", "iki", "indikator", "indikator kinerja", "indikator kinerja individu iki",
        "indicator",
    ]),
    (Target, &["target", "target kinerja", "target tahunan"]),
    (TargetEnd, &["target akhir", "batas atas", "target end", "upper limit"]),
    (Unit, &["satuan", "satuan target", "satuan ukuran", "unit", "unit of measure"]),
    (Direction, &["arah", "arah indikator", "polarisasi", "polaritas", "direction", "polarity"]),
    (Baseline, &["nilai awal", "kondisi awal", "data awal", "capaian awal", "baseline"]),
    (Accrual, &["perhitungan nilai", "perhitungan", "cara hitung", "sifat nilai", "akumulasi", "accrual"]),
    (Steps, &["langkah", "tahapan", "tonggak", "milestone", "milestones", "steps"]),
    (Weight, &["bobot", "weight"]),
    (ResultWeight, &["bobot rhk", "bobot hasil kerja", "result weight"]),
    (IndicatorWeight, &["bobot indikator", "bobot iki", "indicator weight"]),
    (From, &["periode mulai", "mulai", "tanggal mulai", "periode awal", "awal periode", "from", "start"]),
    (Until, &[
        "periode akhir", "akhir", "tanggal akhir", "periode selesai", "akhir periode", "sampai dengan", "until", "end",
    ]),
    (Period, &["periode", "periode penilaian", "tahun", "tahun kinerja", "period", "year"]),
    (Due, &["tenggat rhk", "tenggat", "batas waktu", "jatuh tempo", "due"]),
    (IndicatorDue, &["tenggat indikator", "indicator due"]),
    (Tag, &["tanda", "tag", "label"]),
    (Open, &["target belum ditetapkan", "target open"]),
    (Ordinal, &["no", "nomor", "no urut", "nomor urut", "nr"]),
    // What our own export says of the realisation, and what refused rows carry.
    (Ignored, &["realisasi", "tanggal realisasi", "capaian", "laju", "status", "alasan ditolak", "reason refused"]),
];

/// Names over columns that say nothing to the import, the running number aside.
pub fn unread(columns: &Columns) -> Vec<String> {
    let read: Vec<usize> = columns.fields().filter_map(|field| columns.at(field)).collect();
    let names = columns.names().iter().enumerate();
    let unread = names.filter(|(column, name)| {
        !name.is_empty() && !read.contains(column) && field_over(name).map(|(field, _)| field) != Some(Ordinal)
    });
    unread.map(|(_, name)| name.clone()).collect()
}

fn field_over(name: &str) -> Option<(Field, usize)> {
    let name = plain(name);
    if name.is_empty() || name.len() > 100 {
        return None;
    }
    for (field, synonyms) in SYNONYMS {
        if let Some(place) = synonyms.iter().position(|s| *s == name) {
            return Some((*field, place));
        }
    }
    loosely(&name).map(|field| (field, 100))
}

/// Names with something before or behind them: `Target 2026`, `Ukuran Keberhasilan/Indikator Kinerja Individu`.
fn loosely(name: &str) -> Option<Field> {
    let words: Vec<&str> = name.split(' ').collect();
    let has = |list: &[&str]| words.iter().any(|w| list.contains(w));
    let result = has(&["rhk"]) || name.contains("hasil kerja");
    match words[0] {
        _ if words.len() > 10 => None,
        "target" if words.len() == 2 && words[1].len() == 4 && words[1].parse::<u16>().is_ok() => Some(Target),
        "nip" if words.len() <= 4 && !has(&["atasan", "penilai", "pimpinan"]) => Some(Nip),
        _ if result && has(&["pimpinan", "atasan", "diintervensi"]) => Some(Supports),
        _ if name.contains("indikator kinerja individu") => Some(Indicator),
        "rencana" if result && words.len() <= 5 => Some(Result),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interchange::file::delimited;
    use crate::interchange::sheet::header::{best_header, recognise};

    fn of(text: &str) -> Columns {
        recognise(&delimited::read(text, |rows| best_header::<Field>(rows).map_or(0, |(_, known)| known)).unwrap().0, &[])
            .unwrap()
    }

    #[test]
    fn the_columns_of_forms_are_found_in_any_order() {
        let c = of(
            "No;Rencana Hasil Kerja Pimpinan yang Diintervensi;Rencana Hasil Kerja;Aspek;Indikator Kinerja Individu;Target 2026;Ket\n",
        );
        let found = [Supports, Result, Aspect, Indicator, Target].map(|field| c.at(field));
        assert_eq!(found, [1, 2, 3, 4, 5].map(Some));
        assert_eq!(unread(&c), ["Ket"]);
    }

    #[test]
    fn realisation_is_not_read_and_weights_are_told_apart() {
        let c = of("RHK;Indikator;BOBOT (%);Bobot Indikator;Realisasi;Status\n");
        assert_eq!([Weight, IndicatorWeight].map(|field| c.at(field)), [2, 3].map(Some));
        assert_eq!(unread(&c), ["Realisasi", "Status"]);
    }
}

//! What the columns of a list of standards say. Pure.

use crate::interchange::sheet::header::{self, Heading, plain};

pub type Columns = header::Columns<Field>;

/// What a column says of a requirement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    Position,
    Kind,
    Competency,
    Level,
    /// What our own export says of where it comes from.
    Source,
    /// The running number of a row, and what refused rows carry.
    Ignored,
}

use Field::*;

impl Heading for Field {
    const NAMES: &'static [(Field, &'static [&'static str])] = &[
        (Position, &["position", "jabatan"]),
        (Kind, &["kind", "jenis"]),
        (Competency, &["competency", "kompetensi"]),
        (Level, &["level", "tingkat"]),
        (Source, &["source", "asal"]),
        (Ignored, &["ignore", "abaikan"]),
    ];
    fn over(name: &str) -> Option<(Self, usize)> {
        field_over(name)
    }
    fn are_header(fields: &[Self], _: bool) -> bool {
        fields.contains(&Competency) && fields.iter().any(|f| matches!(f, Position | Level))
    }
    fn is_subject(self) -> bool {
        matches!(self, Position | Competency)
    }
    fn is_silent(self) -> bool {
        self == Ignored
    }
    fn lead() -> Self {
        Competency
    }
}

/// Column names, compared without case and punctuation; the earlier one wins where two columns say the same field.
#[rustfmt::skip]
const SYNONYMS: &[(Field, &[&str])] = &[
    (Position, &[
        "jabatan", "nama jabatan", "nama jabatan fungsional", "jabatan asn", "posisi", "position", "job", "job title", "post",
    ]),
    (Kind, &[
        "jenis", "jenis kompetensi", "kelompok", "kelompok kompetensi", "kategori", "rumpun", "kind", "type", "category",
    ]),
    (Competency, &[
        "kompetensi", "nama kompetensi", "unit kompetensi", "judul kompetensi", "competency", "competence",
        "competency name",
    ]),
    (Level, &[
        "level", "level kompetensi", "tingkat", "tingkat kompetensi", "level yang dipersyaratkan", "level dipersyaratkan",
        "level syarat", "syarat level", "standar", "standar level", "level standar", "level minimal", "lvl",
        "tingkat penguasaan", "required level", "required", "standard",
    ]),
    (Source, &["asal", "source"]),
    (Ignored, &[
        "no", "nomor", "no urut", "nr", "kode", "deskripsi", "indikator perilaku", "alasan ditolak",
        "reason refused",
    ]),
];

/// Names over columns that say nothing to the import, the known ones aside.
pub fn unread(columns: &Columns) -> Vec<String> {
    let names = columns.names().iter().enumerate();
    let read: Vec<usize> = columns.fields().filter_map(|field| columns.at(field)).collect();
    let unread = names.filter(|(column, name)| {
        !name.is_empty() && !read.contains(column) && field_over(name).map(|(field, _)| field) != Some(Ignored)
    });
    unread.map(|(_, name)| name.clone()).collect()
}

fn field_over(name: &str) -> Option<(Field, usize)> {
    let name = plain(name);
    if name.is_empty() || name.len() > 100 {
        return None;
    }
    let exact = SYNONYMS.iter().find_map(|(field, names)| Some((*field, names.iter().position(|n| *n == name)?)));
    // `Level Kompetensi yang Dipersyaratkan (1-5)`.
    let loosely = || match name.split(' ').next()? {
        "level" | "tingkat" if name.split(' ').count() <= 7 => Some((Level, 100)),
        "nama" if name.ends_with("jabatan") => Some((Position, 100)),
        _ => None,
    };
    exact.or_else(loosely)
}

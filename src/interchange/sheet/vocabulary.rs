//! The words that stand in cells of a plan: every spelling is read, the first of each is written. Indonesian in both
//! languages of the program, because these are the words of the forms. Pure.

use crate::domain::goal::{Accrual, Approach, Aspect, Measure, Perspective, ResultClass, ResultScope};
use crate::interchange::sheet::header::plain;

/// Values of one column with their spellings.
pub type Spellings<T> = &'static [(T, &'static [&'static str])];

/// The kinds of an indicator, as the column with the direction says them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Higher,
    Lower,
    Within,
    YesNo,
    Milestones,
    Described,
}

impl Kind {
    pub fn of(measure: &Measure) -> Kind {
        match measure {
            Measure::Higher { .. } => Kind::Higher,
            Measure::Lower { .. } => Kind::Lower,
            Measure::Within { .. } => Kind::Within,
            Measure::YesNo => Kind::YesNo,
            Measure::Milestones { .. } => Kind::Milestones,
            Measure::Described => Kind::Described,
        }
    }
}

#[rustfmt::skip]
pub const KINDS: Spellings<Kind> = &[
    (Kind::Higher, &[
        "naik", "meningkat", "positif", "makin besar makin baik", "semakin besar semakin baik", "semakin tinggi semakin baik",
        "makin tinggi makin baik", "maximize", "higher", "higher is better", "up",
    ]),
    (Kind::Lower, &[
        "turun", "menurun", "negatif", "makin kecil makin baik", "semakin kecil semakin baik",
        "semakin rendah semakin baik", "makin rendah makin baik", "minimize", "lower", "lower is better", "down",
    ]),
    (Kind::Within, &["rentang", "di dalam rentang", "antara", "stabil", "range", "within"]),
    (Kind::YesNo, &["ya/tidak", "ya atau tidak", "ya atau belum", "ya belum", "ya", "yes/no", "yes or no"]),
    (Kind::Milestones, &["tonggak", "tahapan", "langkah", "milestone", "milestones", "steps"]),
    (Kind::Described, &["uraian", "kualitatif", "diuraikan", "described", "qualitative"]),
];

pub const CLASSES: Spellings<ResultClass> =
    &[(ResultClass::Main, &["Utama", "main"]), (ResultClass::Additional, &["Tambahan", "additional"])];

pub const SCOPES: Spellings<ResultScope> = &[
    (ResultScope::Individual, &["Individu", "individual", "pegawai"]),
    (ResultScope::Organisation, &["Organisasi", "organisation", "organization", "unit"]),
];

pub const APPROACHES: Spellings<Approach> =
    &[(Approach::Quantitative, &["Kuantitatif", "quantitative"]), (Approach::Qualitative, &["Kualitatif", "qualitative"])];

pub const ASPECTS: Spellings<Aspect> = &[
    (Aspect::Quantity, &["Kuantitas", "quantity", "jumlah"]),
    (Aspect::Quality, &["Kualitas", "quality", "mutu"]),
    (Aspect::Time, &["Waktu", "time"]),
    (Aspect::Cost, &["Biaya", "cost"]),
];

pub const PERSPECTIVES: Spellings<Perspective> = &[
    (Perspective::ServiceRecipient, &["Penerima layanan", "service recipient", "service recipients"]),
    (Perspective::BusinessProcess, &["Proses bisnis", "business process"]),
    (Perspective::InternalStrengthening, &["Penguatan internal", "internal strengthening"]),
    (Perspective::Budget, &["Anggaran", "budget"]),
];

pub const ACCRUALS: Spellings<Accrual> = &[
    (Accrual::Total, &["jumlah", "akumulasi", "kumulatif", "total", "sum"]),
    (Accrual::Level, &["keadaan", "posisi", "rata-rata", "non kumulatif", "level", "average"]),
];

pub const YES: Spellings<bool> = &[(true, &["ya", "yes", "y", "1", "ada"]), (false, &["tidak", "belum", "no", "0"])];

/// The value that a cell names, in any spelling.
pub fn read<T: Copy>(spellings: Spellings<T>, cell: &str) -> Option<T> {
    let cell = plain(cell);
    let named = |known: &&(T, &[&str])| known.1.iter().any(|spelling| plain(spelling) == cell);
    spellings.iter().find(named).map(|(value, _)| *value)
}

/// As it is written.
pub fn write<T: PartialEq>(spellings: Spellings<T>, value: &T) -> &'static str {
    spellings.iter().find(|(known, _)| known == value).and_then(|(_, words)| words.first()).copied().unwrap_or_default()
}

/// What can be written in a column, for messages.
pub fn known<T>(spellings: Spellings<T>) -> String {
    spellings.iter().filter_map(|(_, words)| words.first()).copied().collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        for (kind, _) in KINDS {
            assert_eq!(read(KINDS, write(KINDS, kind)), Some(*kind));
        }
        for perspective in Perspective::ALL {
            assert_eq!(read(PERSPECTIVES, write(PERSPECTIVES, &perspective)), Some(perspective));
        }
        assert_eq!(read(CLASSES, " UTAMA "), Some(ResultClass::Main));
        assert_eq!(read(KINDS, "ke samping"), None);
    }
}

//! The names of the months, as people write them in both languages.

/// Names in Indonesian, in English, and what people shorten them to.
pub(crate) const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb", "pebruari"],
    &["maret", "march", "mar"],
    &["april", "april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["agustus", "august", "agu", "ags", "agt", "agust", "aug"],
    &["september", "september", "sep", "sept"],
    &["oktober", "october", "okt", "oct"],
    &["november", "november", "nov", "nopember", "nop"],
    &["desember", "december", "des", "dec"],
];

pub(crate) fn month(word: &str) -> Option<i8> {
    MONTHS.iter().position(|names| names.contains(&word)).and_then(|i| i8::try_from(i + 1).ok())
}

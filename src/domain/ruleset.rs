//! Rules as data: rhythms, thresholds and holidays, with their source. The built-in set can be replaced by a file of
//! the agency (`[rules] file = "…"`); every figure that depends on one can say which.

use super::Cadence;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RuleSet {
    pub name: String,
    /// Where the numbers come from, shown where one is used.
    pub source: String,
    /// Rhythm of sessions where nobody set another. Ours: monthly.
    #[serde(with = "cadence_text")]
    pub cadence: Cadence,
    /// Rhythm during probation. Ours: every two weeks.
    #[serde(with = "cadence_text")]
    pub probation_cadence: Cadence,
    /// Days ahead in which a due session counts as near.
    pub soon_days: u16,
    /// Without praise for so many days, the list says so.
    pub praise_days: u16,
    /// All evidence in the last part of the period is a sign of recency bias. Share in percent.
    pub recency_percent: u8,
    /// Fewer pieces of evidence say nothing about their spread.
    pub recency_least: u8,
    /// A goal is on pace from this share of what the day asked for, in percent; slipping from the next one; behind below.
    pub pace_on_percent: u8,
    pub pace_slipping_percent: u8,
    /// A goal without a new value for so many days asks for one.
    pub check_in_days: u16,
    /// Units whose values stand for themselves instead of growing over the period.
    pub level_units: Vec<String>,
    /// Months between national fixed-date holidays and the day: `MM-DD`. Confirmed by memory only.
    pub fixed_holidays: Vec<String>,
    /// Movable holidays and collective leave (cuti bersama) of the agency's calendar.
    pub holidays: Vec<Date>,
    /// Words that speak of the person instead of the act; a soft hint in shared text.
    pub person_words: Vec<String>,
    /// Phrases of the office in which such words speak of nobody in the talk.
    pub spared_phrases: Vec<String>,
}

impl Default for RuleSet {
    fn default() -> Self {
        let words = |list: &[&str]| list.iter().map(|w| (*w).to_owned()).collect();
        RuleSet {
            name: "bina 2026".to_owned(),
            source: "bina; PermenPANRB 6/2022 asks for ongoing feedback and leaves the rhythm to the agency".to_owned(),
            cadence: Cadence::Months(1),
            probation_cadence: Cadence::Weeks(2),
            soon_days: 7,
            praise_days: 60,
            recency_percent: 25,
            recency_least: 4,
            pace_on_percent: 90,
            pace_slipping_percent: 70,
            check_in_days: 35,
            level_units: words(&[
                "%",
                "persen",
                "indeks",
                "nilai",
                "skor",
                "poin",
                "hari",
                "hari kerja",
                "jam",
                "menit",
                "percent",
                "index",
                "score",
                "days",
                "hours",
                "minutes",
            ]),
            fixed_holidays: words(&["01-01", "05-01", "06-01", "08-17", "12-25"]),
            holidays: Vec::new(),
            person_words: words(&[
                "malas",
                "bodoh",
                "lemot",
                "pembohong",
                "tidak mampu",
                "tidak becus",
                "keras kepala",
                "manja",
                "lazy",
                "stupid",
                "useless",
                "incapable",
                "stubborn",
                "liar",
            ]),
            spared_phrases: words(&[
                "keterangan tidak mampu",
                "warga tidak mampu",
                "keluarga tidak mampu",
                "masyarakat tidak mampu",
                "penduduk tidak mampu",
                "siswa tidak mampu",
            ]),
        }
    }
}

impl RuleSet {
    pub fn is_holiday(&self, day: Date) -> bool {
        self.holidays.contains(&day) || {
            let text = format!("{:02}-{:02}", day.month(), day.day());
            self.fixed_holidays.contains(&text)
        }
    }
}

mod cadence_text {
    use super::Cadence;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(cadence: &Cadence, s: S) -> Result<S::Ok, S::Error> {
        s.collect_str(cadence)
    }
    pub fn deserialize<'de, D: Deserializer<'de>>(d: D) -> Result<Cadence, D::Error> {
        let text = String::deserialize(d)?;
        text.parse().map_err(|()| D::Error::custom(format!("\"{text}\" is no rhythm; write 2w or 1m")))
    }
}

//! Rules as data: rhythms, thresholds and holidays, with their source. The built-in set can be replaced by a file of
//! the agency (`[rules] file = "…"`); every figure that depends on one can say which.

use super::Cadence;
use super::calendar::{Calendar, DayUnit, HolidayLists};
use super::competency::{CompetencyKind, Level, PositionKind};
use super::evaluation::{CreditRules, DistributionRules, Matrix, RuleSource};
use super::period::{FillBy, PeriodKind};
use super::records::retention::RetentionMonths;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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
    /// The same in English: in Indonesian text they are other words (`bangunan liar`).
    pub person_words_english: Vec<String>,
    /// Phrases of the office in which such words speak of nobody in the talk.
    pub spared_phrases: Vec<String>,
    /// Months for which a rating counts, by kind of competency. Ours.
    pub rating_months: RatingMonths,
    /// Months over which evidence for a competency is shown. Ours.
    pub evidence_months: u16,
    /// Levels suggested by kind of position. From one region's forms; agencies differ.
    pub suggested_levels: BTreeMap<PositionKind, Level>,
    /// Weight of technical competencies in the job person match, in percent; the rest is for the others. From one
    /// ministry's rule; where there is none, nothing is weighted.
    pub technical_weights: BTreeMap<PositionKind, u8>,
    /// From so many percent of the required levels on, a person is qualified for the position.
    pub match_qualified: u8,
    /// From so many percent on, still qualified.
    pub match_still: u8,
    /// Fewer ratings say nothing about a rater's habits. This and the next two: ours.
    pub self_check_least: u8,
    /// Share of one level from which it is worth a second look, in percent.
    pub self_check_percent: u8,
    /// Evidence of the last so many days only is worth a second look.
    pub self_check_days: u16,
    /// Development: learning hours, kinds, checks, floors; each group with its source.
    pub development: super::development::DevelopmentRules,
    /// How long records are kept, by kind. Nothing is set: the agency's archive schedule says it.
    pub retention_months: RetentionMonths,
    /// Working days of a week: 5, or 6 where Saturday is one.
    pub work_week: u8,
    /// A file with the decreed holidays, by which whole years are replaced; empty if there is none.
    pub holidays_file: String,
    /// The lists of holidays that hold. Put in from `holidays_file` and from imports.
    #[serde(skip)]
    pub holiday_lists: HolidayLists,
    /// In which periods the office evaluates.
    pub period_kinds: Vec<PeriodKind>,
    /// Days after the end of a period until which it is evaluated.
    pub fill_by: FillBy,
    /// What two ratings make.
    pub matrix: Matrix,
    /// The pattern of the unit, by its result.
    pub distribution: DistributionRules,
    /// Working days from setting an evaluation to handing it over, and from there to its return.
    pub deliver_days: u16,
    pub return_days: u16,
    /// Days in which an evaluation can be objected to, and how they count.
    pub objection_days: u16,
    pub objection_unit: DayUnit,
    /// The same for the sheet of a session; 0 is off.
    pub objection_sheet_days: u16,
    /// Days in which an objection is decided; 0: no rule says it.
    pub decision_days: u16,
    /// Credit points.
    pub ak: CreditRules,
    /// Where the values about evaluation come from, by key.
    pub sources: BTreeMap<String, RuleSource>,
}

/// How long a rating counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RatingMonths {
    pub managerial: u16,
    pub socio_cultural: u16,
    pub technical: u16,
}

impl Default for RatingMonths {
    fn default() -> Self {
        RatingMonths { managerial: 24, socio_cultural: 24, technical: 12 }
    }
}

impl RatingMonths {
    pub fn longest(&self) -> u16 {
        self.managerial.max(self.socio_cultural).max(self.technical)
    }
    pub fn of(&self, kind: CompetencyKind) -> u16 {
        match kind {
            CompetencyKind::Managerial => self.managerial,
            CompetencyKind::SocioCultural => self.socio_cultural,
            CompetencyKind::Technical => self.technical,
        }
    }
}

/// Levels that are typical by kind of position, as one region has them.
fn typical_levels() -> BTreeMap<PositionKind, Level> {
    use PositionKind::*;
    let typical = [
        (Pelaksana, 1),
        (Pengawas, 2),
        (Administrator, 3),
        (JptPratama, 4),
        (JptMadya, 4),
        (JptUtama, 5),
        (Pemula, 1),
        (Terampil, 2),
        (Mahir, 2),
        (Penyelia, 3),
        (AhliPertama, 2),
        (AhliMuda, 3),
        (AhliMadya, 4),
        (AhliUtama, 5),
    ];
    typical.into_iter().filter_map(|(kind, level)| Some((kind, Level::new(level)?))).collect()
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
            ]),
            person_words_english: words(&["lazy", "stupid", "useless", "incapable", "stubborn", "liar"]),
            spared_phrases: words(&[
                "keterangan tidak mampu",
                "warga tidak mampu",
                "keluarga tidak mampu",
                "masyarakat tidak mampu",
                "penduduk tidak mampu",
                "siswa tidak mampu",
            ]),
            rating_months: RatingMonths::default(),
            evidence_months: 12,
            suggested_levels: typical_levels(),
            technical_weights: [
                (PositionKind::AhliMadya, 40),
                (PositionKind::AhliMuda, 50),
                (PositionKind::AhliPertama, 60),
            ]
            .into(),
            match_qualified: 80,
            match_still: 68,
            self_check_least: 5,
            self_check_percent: 80,
            self_check_days: 7,
            development: super::development::DevelopmentRules::default(),
            retention_months: RetentionMonths::default(),
            work_week: 5,
            holidays_file: String::new(),
            holiday_lists: HolidayLists::default(),
            period_kinds: vec![PeriodKind::Month, PeriodKind::Quarter, PeriodKind::Year],
            fill_by: FillBy::default(),
            matrix: Matrix::default(),
            distribution: DistributionRules::default(),
            deliver_days: 14,
            return_days: 14,
            objection_days: 14,
            objection_unit: DayUnit::Both,
            objection_sheet_days: 14,
            decision_days: 0,
            ak: CreditRules::default(),
            sources: super::evaluation::sources::built_in(),
        }
    }
}

impl RuleSet {
    /// The level suggested for a kind of position; what an agency's file does not name stays as built in.
    pub fn suggested_level(&self, kind: PositionKind) -> Level {
        let own = self.suggested_levels.get(&kind).copied();
        own.or_else(|| typical_levels().get(&kind).copied()).unwrap_or(Level::LOWEST)
    }
    pub fn technical_weight(&self, kind: PositionKind) -> Option<u8> {
        self.technical_weights.get(&kind).map(|percent| (*percent).min(100))
    }
    /// Lists of holidays that came in hold for every day that is counted.
    pub fn take_holidays(&mut self, catalogue: &super::Catalogue) {
        self.holiday_lists.set_imported(catalogue.office.holiday_lists().map(|list| &list.list));
    }
    /// Off by decree or by the agency, weekends aside.
    pub fn is_holiday(&self, day: Date) -> bool {
        use super::calendar::DayKind;
        matches!(Calendar::of(self).day(day), DayKind::National(_) | DayKind::JointLeave(_) | DayKind::Own | DayKind::Fixed)
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

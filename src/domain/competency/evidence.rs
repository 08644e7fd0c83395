//! What a rating stands on, by reference, and how the evidence for a competency is spread over time.

use super::framework::Competency;
use crate::domain::period::days_between;
use crate::domain::{Dossier, FeedbackId, RecordId};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Evidence {
    /// A note, a check-in or another record of the same person.
    Record(RecordId),
    /// Something outside: a letter, a file, a certificate, in words.
    Document(String),
}

impl From<FeedbackId> for Evidence {
    fn from(id: FeedbackId) -> Self {
        Evidence::Record(RecordId::Feedback(id))
    }
}

/// How many parts a period has in the tiny bar.
pub const PARTS: usize = 6;

/// Dated evidence for one competency: how much, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Spread {
    /// In the period.
    pub count: usize,
    /// By sixths of the period, oldest first.
    pub parts: [usize; PARTS],
    /// The newest, whether in the period or before it.
    pub newest: Option<Date>,
}

impl Spread {
    /// Counts days between `from` and `to`, both included.
    pub fn over(days: impl IntoIterator<Item = Date>, from: Date, to: Date) -> Self {
        let mut spread = Spread::default();
        let length = days_between(from, to) + 1;
        for day in days.into_iter().filter(|day| *day <= to) {
            spread.newest = spread.newest.max(Some(day));
            if day >= from && length > 0 {
                spread.count += 1;
                let part = days_between(from, day) * PARTS as i64 / length;
                spread.parts[usize::try_from(part).unwrap_or(0).min(PARTS - 1)] += 1;
            }
        }
        spread
    }
}

/// Dates of all evidence for a competency: notes that are tagged with it, and what its ratings point to. Each once.
pub fn evidence_days(dossier: &Dossier, competency: &Competency) -> Vec<Date> {
    let mut records: BTreeMap<RecordId, Date> = BTreeMap::new();
    let mut documents: BTreeMap<&str, Date> = BTreeMap::new();
    // Many notes have few tags.
    let mut spoken: BTreeMap<&str, bool> = BTreeMap::new();
    for note in &dossier.feedback {
        if note.tags.iter().any(|tag| *spoken.entry(tag).or_insert_with(|| competency.is_tagged(tag))) {
            records.insert(RecordId::Feedback(note.id), note.on);
        }
    }
    for rating in dossier.ratings.iter().filter(|rating| rating.competency == competency.id) {
        for piece in &rating.evidence {
            match piece {
                Evidence::Record(id) => {
                    records.entry(*id).or_insert_with(|| day_of(dossier, *id).unwrap_or(rating.on));
                }
                Evidence::Document(name) => {
                    documents.entry(name).or_insert(rating.on);
                }
            }
        }
    }
    records.into_values().chain(documents.into_values()).collect()
}

/// The day of a record; notes are looked up without copying anything.
pub fn day_of(dossier: &Dossier, id: RecordId) -> Option<Date> {
    match id {
        RecordId::Feedback(id) => dossier.feedback(id).map(|note| note.on),
        id => dossier.record(id).and_then(|record| record.on()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_bar_has_a_part_for_each_sixth() {
        let (from, to) = (date(2026, 1, 1), date(2026, 6, 30));
        let days = [date(2025, 12, 31), from, date(2026, 1, 30), date(2026, 4, 15), to, date(2026, 7, 1)];
        let spread = Spread::over(days, from, to);
        assert_eq!((spread.count, spread.parts, spread.newest), (4, [2, 0, 0, 1, 0, 1], Some(to)));
        let before = Spread::over([date(2025, 3, 1)], from, to);
        assert_eq!((before.count, before.newest), (0, Some(date(2025, 3, 1))));
    }
}

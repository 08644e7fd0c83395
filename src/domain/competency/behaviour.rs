//! Work behaviour: the seven BerAKHLAK values, rated per period on the scale of expectations, with what the leader
//! expects in particular. They have no levels and are never mixed with competencies.

use super::evidence::Spread;
use super::wording::Wording;
use crate::domain::language::clean;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Actor, Audienced, BehaviourId, Dossier, ExpectationId, PersonId, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;
use strum::IntoStaticStr;

/// How one value was lived in one period. Added, never edited: the newest of a period holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BehaviourRating {
    pub id: BehaviourId,
    pub person: PersonId,
    pub value: BehaviourValue,
    pub period: EvaluationPeriod,
    pub rating: ExpectationRating,
    /// May be empty.
    pub note: Audienced<String>,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

/// What the leader expects of a person in one value and period, beyond the value itself. Written to be read by the
/// person, so it is always shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeaderExpectation {
    pub id: ExpectationId,
    pub person: PersonId,
    pub value: BehaviourValue,
    pub period: EvaluationPeriod,
    pub text: SharedText,
    pub on: Date,
    pub by: Actor,
    pub written: Timestamp,
}

/// The seven, in the order of the name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum BehaviourValue {
    ServiceOriented,
    Accountable,
    Competent,
    Harmonious,
    Loyal,
    Adaptive,
    Collaborative,
}

/// Below, at or above what is expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum ExpectationRating {
    Below,
    Meets,
    Above,
}

impl ExpectationRating {
    pub const ALL: [ExpectationRating; 3] = [ExpectationRating::Below, ExpectationRating::Meets, ExpectationRating::Above];

    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The words of a value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ValueWords {
    pub name: Wording,
    pub meaning: Wording,
    pub behaviours: [Wording; 3],
}

impl BehaviourValue {
    pub const ALL: [BehaviourValue; 7] = [
        BehaviourValue::ServiceOriented,
        BehaviourValue::Accountable,
        BehaviourValue::Competent,
        BehaviourValue::Harmonious,
        BehaviourValue::Loyal,
        BehaviourValue::Adaptive,
        BehaviourValue::Collaborative,
    ];

    pub fn id(self) -> &'static str {
        self.into()
    }

    pub fn words(self) -> &'static ValueWords {
        static WORDS: LazyLock<[ValueWords; 7]> = LazyLock::new(read);
        &WORDS[self as usize]
    }

    /// Whether a tag of a note speaks of it: `#akuntabel`, `#accountable`, `#orientasi-pelayanan`.
    pub fn is_tagged(self, tag: &str) -> bool {
        let spoken = clean::fold(&tag.replace(['-', '_'], " "));
        let name = clean::fold(&self.words().name.id);
        spoken == name || spoken == self.id().replace('_', " ") || name.strip_prefix("ber").is_some_and(|n| n == spoken)
    }
}

/// One value of one person in one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BehaviourStanding<'d> {
    pub value: BehaviourValue,
    pub expectation: Option<&'d LeaderExpectation>,
    pub current: Option<&'d BehaviourRating>,
    /// The newest of an earlier period.
    pub previous: Option<&'d BehaviourRating>,
    /// Notes tagged with the value, over the period up to today.
    pub evidence: Spread,
}

/// All seven, in their order.
pub fn behaviours(dossier: &Dossier, period: EvaluationPeriod, today: Date) -> [BehaviourStanding<'_>; 7] {
    BehaviourValue::ALL.map(|value| {
        let rated = || dossier.behaviours.iter().filter(move |rating| rating.value == value);
        let notes = dossier.evidence().filter(|note| note.tags.iter().any(|tag| value.is_tagged(tag)));
        BehaviourStanding {
            value,
            expectation: dossier.expectation_of(value, period),
            current: rated().filter(|rating| rating.period == period).max_by_key(|rating| rating.moment()),
            previous: rated()
                .filter(|rating| rating.period.last() < period.first())
                .max_by_key(|rating| (rating.period.last(), rating.moment())),
            evidence: Spread::over(notes.map(|note| note.on), period.first(), today.min(period.last())),
        }
    })
}

impl BehaviourRating {
    /// Orders ratings of a period by when they hold.
    pub fn moment(&self) -> (Date, Timestamp, BehaviourId) {
        (self.on, self.written, self.id)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueFile {
    value: Vec<ValueEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ValueEntry {
    id: BehaviourValue,
    name: Wording,
    meaning: Wording,
    behaviours: BehaviourEntries,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct BehaviourEntries {
    id: [String; 3],
    en: [String; 3],
}

/// The tests read the file; a program without it still shows the ratings.
fn read() -> [ValueWords; 7] {
    let file: Option<ValueFile> = toml::from_str(include_str!("berakhlak.toml")).ok();
    let mut words: [ValueWords; 7] = Default::default();
    for entry in file.into_iter().flat_map(|file| file.value) {
        let behaviour = |n: usize| Wording::new(&entry.behaviours.id[n], &entry.behaviours.en[n]);
        words[entry.id as usize] =
            ValueWords { behaviours: [0, 1, 2].map(behaviour), name: entry.name.tidied(), meaning: entry.meaning.tidied() };
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_value_has_its_words_in_both_languages() {
        for value in BehaviourValue::ALL {
            let words = value.words();
            let texts = words.behaviours.iter().chain([&words.name, &words.meaning]);
            assert!(texts.into_iter().all(|text| !text.id.is_empty() && !text.en.is_empty()), "{value:?}");
            assert_eq!(serde_json::to_value(value).unwrap(), value.id());
        }
    }

    #[test]
    fn notes_are_tagged_with_the_names_that_offices_use() {
        assert!(BehaviourValue::Accountable.is_tagged("akuntabel"));
        assert!(BehaviourValue::ServiceOriented.is_tagged("orientasi-pelayanan"));
        assert!(BehaviourValue::ServiceOriented.is_tagged("berorientasi-pelayanan"));
        assert!(!BehaviourValue::Loyal.is_tagged("loket"));
    }
}

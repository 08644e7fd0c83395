//! What somebody is to learn: a competency of the framework or a topic in free words. Two that mean the same are one,
//! so that a gap and a wish become one need.

use crate::domain::competency::{Catalogue, CompetencyId, lookup};
use crate::domain::language::clean;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    pub competency: Option<CompetencyId>,
    /// As it was written; for a competency its name at that time.
    pub words: String,
}

/// Under which a subject is found. Competencies come before topics.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SubjectKey {
    Competency(CompetencyId),
    /// Folded.
    Topic(String),
}

/// A subject in eight bytes, the same in every store: what a selection or a form remembers of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct SubjectMark(u64);

impl SubjectMark {
    /// FNV-1a, of parts that are told apart.
    pub fn of(parts: &[&str]) -> Self {
        let bytes = parts.iter().flat_map(|part| part.bytes().chain([0xFF]));
        SubjectMark(bytes.fold(0xCBF2_9CE4_8422_2325, |hash, b| (hash ^ u64::from(b)).wrapping_mul(0x0100_0000_01B3)))
    }
}

impl Subject {
    /// What these words mean: the competency that they name, else a topic. `None` if they say nothing.
    pub fn read(written: &str, catalogue: &Catalogue) -> Option<Subject> {
        let words = clean::clean_line(written);
        if words.is_empty() {
            return None;
        }
        Some(match lookup::named(catalogue.framework(), &words) {
            Some(competency) => Subject { competency: Some(competency.id.clone()), words },
            None => Subject { competency: None, words },
        })
    }

    pub fn competency(id: &CompetencyId, catalogue: &Catalogue) -> Subject {
        let words = catalogue.competency(id).map_or_else(|| id.to_string(), |c| c.name.id.clone());
        Subject { competency: Some(id.clone()), words }
    }

    pub fn topic(words: &str) -> Subject {
        Subject { competency: None, words: clean::clean_line(words) }
    }

    pub fn key(&self) -> SubjectKey {
        match &self.competency {
            Some(id) => SubjectKey::Competency(id.clone()),
            None => SubjectKey::Topic(clean::fold(&self.words)),
        }
    }

    pub fn mark(&self) -> SubjectMark {
        match self.key() {
            SubjectKey::Competency(id) => SubjectMark::of(&["competency", id.as_str()]),
            SubjectKey::Topic(words) => SubjectMark::of(&["topic", &words]),
        }
    }

    pub fn is_same(&self, other: &Subject) -> bool {
        self.key() == other.key()
    }

    pub fn is_empty(&self) -> bool {
        self.competency.is_none() && self.words.trim().is_empty()
    }

    /// By the words, as a list shows them.
    pub fn order(&self, other: &Subject) -> Ordering {
        let key = |subject: &Subject| (clean::fold(&subject.words), subject.key());
        key(self).cmp(&key(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_one_topic_whatever_its_spelling_and_a_longer_one_is_another() {
        let catalogue = Catalogue::default();
        let keys = ["Excel", "excel", "Excel ", " EXCEL"].map(|text| Subject::read(text, &catalogue).unwrap().key());
        assert!(keys.iter().all(|key| *key == SubjectKey::Topic("excel".into())), "{keys:?}");
        assert_ne!(Subject::read("Excel lanjutan", &catalogue).unwrap().key(), keys[0]);
        assert_eq!(Subject::read("  ", &catalogue), None);
    }

    #[test]
    fn a_mark_tells_subjects_apart_as_their_keys_do() {
        let catalogue = Catalogue::default();
        let mark = |words: &str| Subject::read(words, &catalogue).unwrap().mark();
        assert_eq!(mark("Excel "), mark("excel"));
        assert_ne!(mark("Excel"), mark("Excel lanjutan"));
        assert_ne!(mark("Komunikasi"), Subject::topic("Komunikasi").mark(), "a competency is no topic of its name");
        assert_ne!(SubjectMark::of(&["ab", "c"]), SubjectMark::of(&["a", "bc"]));
    }

    #[test]
    fn words_that_name_a_competency_mean_it() {
        let catalogue = Catalogue::default();
        let wished = Subject::read("KOMUNIKASI", &catalogue).unwrap();
        let gap = Subject::competency(wished.competency.as_ref().unwrap(), &catalogue);
        assert!(wished.is_same(&gap), "a wish and a gap meet");
    }
}

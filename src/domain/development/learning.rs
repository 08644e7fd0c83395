//! The record of what was learnt: when, with which certificate, how many hours, and who verified it. What of it counts
//! in a year says [`super::hours`].

use super::month::months_after;
use super::rules::{DevelopmentRules, KindId, squeezed};
use super::subject::Subject;
use crate::domain::language::clean;
use crate::domain::{Actor, ItemId, LearningId, PersonId, Shared};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learning {
    pub id: LearningId,
    pub person: PersonId,
    pub title: String,
    pub kind: KindId,
    /// The competency or field that it was about.
    pub subject: Option<Subject>,
    pub organiser: String,
    /// The number of the certificate; unique for one person.
    pub certificate: String,
    pub from: Date,
    pub until: Date,
    pub issued: Option<Date>,
    /// The last day on which a licence counts.
    pub lapses: Option<Date>,
    pub jp: u32,
    pub method: Option<Method>,
    pub link: String,
    /// The speaker or expert who was learnt from.
    pub learned_from: String,
    pub verification: Verification,
    /// Who verified, by name.
    pub verified_by: String,
    pub source: Source,
    /// The item of the plan that it fulfils.
    pub item: Option<ItemId>,
    /// What participants and supervisor said of the course, for whoever organises it.
    pub opinions: Vec<Opinion>,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    InPerson,
    Online,
    Blended,
}

impl Method {
    pub const ALL: [Method; 3] = [Method::InPerson, Method::Online, Method::Blended];
    pub fn id(self) -> &'static str {
        match self {
            Method::InPerson => "in_person",
            Method::Online => "online",
            Method::Blended => "blended",
        }
    }
}

/// Only what is approved counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verification {
    #[default]
    Waiting,
    Approved,
    Rejected,
    /// Sent back to be mended: waits like the others.
    Revision,
}

impl Verification {
    pub const ALL: [Verification; 4] =
        [Verification::Waiting, Verification::Approved, Verification::Rejected, Verification::Revision];
    pub fn id(self) -> &'static str {
        match self {
            Verification::Waiting => "waiting",
            Verification::Approved => "approved",
            Verification::Rejected => "rejected",
            Verification::Revision => "revision",
        }
    }
}

/// Who keeps the record: the office itself, or the national service, whose rows count as approved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    #[default]
    Own,
    Siasn,
}

impl Source {
    pub fn id(self) -> &'static str {
        match self {
            Source::Own => "own",
            Source::Siasn => "siasn",
        }
    }
}

/// What somebody says of a course: whether it fits the work, and its material.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opinion {
    pub from: OpinionOf,
    pub fits: Fits,
    /// Goes to the organiser with no name; may be empty.
    pub words: Shared<String>,
    pub on: Date,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum OpinionOf {
    Supervisor,
    Participant,
}

impl OpinionOf {
    pub fn id(self) -> &'static str {
        match self {
            OpinionOf::Supervisor => "supervisor",
            OpinionOf::Participant => "participant",
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    Yes,
    Partly,
    No,
}

impl Fits {
    pub const ALL: [Fits; 3] = [Fits::Yes, Fits::Partly, Fits::No];
    pub fn id(self) -> &'static str {
        match self {
            Fits::Yes => "yes",
            Fits::Partly => "partly",
            Fits::No => "no",
        }
    }
}

impl Learning {
    /// The year in which it counts.
    pub fn year(&self) -> i16 {
        self.until.year()
    }

    /// Whether both are the same activity: one certificate, or, without one, the same title on the same days.
    pub fn is_same(&self, other: &Learning) -> bool {
        let (own, others) = (squeezed(&self.certificate), squeezed(&other.certificate));
        if self.person != other.person {
            return false;
        }
        if !own.is_empty() && !others.is_empty() {
            return own == others;
        }
        let days = (self.from, self.until) == (other.from, other.until);
        days && clean::fold(&self.title) == clean::fold(&other.title)
    }
}

/// What an activity that comes in is to those that are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    New,
    /// There already.
    Same(LearningId),
    /// There already, and the national service has it: it is approved by that.
    Lifts(LearningId),
}

pub fn known(records: &[Learning], new: &Learning) -> Known {
    match records.iter().find(|record| record.is_same(new)) {
        None => Known::New,
        Some(record) if new.source == Source::Siasn && record.verification != Verification::Approved => {
            Known::Lifts(record.id)
        }
        Some(record) => Known::Same(record.id),
    }
}

/// A licence that lapses soon, or has lapsed, and was not renewed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lapsing<'a> {
    pub learning: &'a Learning,
    pub on: Date,
    /// Negative if it has lapsed.
    pub days_left: i64,
}

/// Licences to be told of on a day, the soonest first.
pub fn lapsing<'a>(records: &'a [Learning], today: Date, rules: &DevelopmentRules) -> Vec<Lapsing<'a>> {
    let renewed = |old: &Learning, on: Date| {
        let same = |new: &&Learning| {
            clean::fold(&new.title) == clean::fold(&old.title)
                || new.subject.as_ref().zip(old.subject.as_ref()).is_some_and(|(a, b)| a.is_same(b) && new.kind == old.kind)
        };
        records.iter().filter(same).any(|new| new.lapses.is_some_and(|later| later > on))
    };
    let mut out: Vec<Lapsing<'a>> = records
        .iter()
        .filter_map(|learning| Some((learning, learning.lapses?)))
        .filter(|(learning, on)| !renewed(learning, *on))
        .map(|(learning, on)| Lapsing { learning, on, days_left: crate::domain::period::days_between(today, on) })
        .filter(|lapse| lapse.days_left <= i64::from(rules.plan.licence_days))
        .collect();
    out.sort_by_key(|lapse| (lapse.on, lapse.learning.id));
    out
}

/// Why an activity can't be as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    EndsBeforeItBegins,
    TooManyJp,
    CertificateTaken(LearningId),
}

pub fn check(records: &[Learning], new: &Learning, rules: &DevelopmentRules) -> Result<(), Wrong> {
    if new.until < new.from {
        return Err(Wrong::EndsBeforeItBegins);
    }
    if new.jp > rules.jp.most {
        return Err(Wrong::TooManyJp);
    }
    let number = squeezed(&new.certificate);
    let taken = |record: &&Learning| {
        record.id != new.id && record.person == new.person && !number.is_empty() && squeezed(&record.certificate) == number
    };
    records.iter().find(taken).map_or(Ok(()), |record| Err(Wrong::CertificateTaken(record.id)))
}

/// Whether somebody is new: since when he or she is here, against the months of the rules.
pub fn is_new(since: Date, today: Date, rules: &DevelopmentRules) -> bool {
    since <= today && today < months_after(since, rules.plan.new_months)
}

#[cfg(test)]
pub(in crate::domain) mod tests {
    use super::*;
    use jiff::civil::date;

    pub(in crate::domain) fn activity(number: u128, kind: &str, day: Date, jp: u32) -> Learning {
        Learning {
            id: LearningId(uuid::Uuid::from_u128(number)),
            person: PersonId(uuid::Uuid::nil()),
            title: format!("Kegiatan {number}"),
            kind: KindId::new(kind).unwrap(),
            subject: None,
            organiser: String::new(),
            certificate: String::new(),
            from: day,
            until: day,
            issued: None,
            lapses: None,
            jp,
            method: None,
            link: String::new(),
            learned_from: String::new(),
            verification: Verification::Approved,
            verified_by: String::new(),
            source: Source::Own,
            item: None,
            opinions: vec![],
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_national_service_lifts_what_waits_and_brings_nothing_twice() {
        let mut own = activity(1, "course", date(2026, 8, 3), 14);
        own.certificate = "ST-2026/0803".into();
        own.verification = Verification::Waiting;
        let siasn = Learning { id: LearningId(uuid::Uuid::from_u128(2)), source: Source::Siasn, ..own.clone() };
        assert_eq!(known(&[own.clone()], &siasn), Known::Lifts(own.id));
        let approved = Learning { verification: Verification::Approved, ..own.clone() };
        assert_eq!(known(&[approved], &siasn), Known::Same(own.id));
        let other = Learning { certificate: "ST-2026/0804".into(), ..siasn };
        assert_eq!(known(&[own], &other), Known::New);
    }

    #[test]
    fn a_licence_is_told_ninety_days_before_and_not_when_it_was_renewed() {
        let rules = DevelopmentRules::default();
        let mut licence = activity(1, "technical_training", date(2024, 1, 10), 40);
        licence.lapses = Some(date(2027, 1, 10));
        let told = |records: &[Learning], day| lapsing(records, day, &rules).iter().map(|l| l.days_left).collect::<Vec<_>>();
        assert_eq!(told(&[licence.clone()], date(2026, 10, 11)), [] as [i64; 0], "91 days before");
        assert_eq!(told(&[licence.clone()], date(2026, 10, 12)), [90]);
        assert_eq!(told(&[licence.clone()], date(2027, 1, 12)), [-2], "lapsed is said, too");
        let mut renewed = activity(2, "technical_training", date(2026, 11, 1), 8);
        (renewed.title, renewed.lapses) = (licence.title.clone(), Some(date(2029, 11, 1)));
        assert_eq!(told(&[licence, renewed], date(2026, 12, 1)), [] as [i64; 0]);
    }

    #[test]
    fn an_activity_that_cannot_be_is_refused_with_what_is_wrong() {
        let rules = DevelopmentRules::default();
        let mut first = activity(1, "course", date(2026, 8, 3), 14);
        first.certificate = "LK-2026-12".into();
        let again = Learning { id: LearningId(uuid::Uuid::from_u128(2)), certificate: "lk 2026 12".into(), ..first.clone() };
        assert_eq!(check(&[first.clone()], &again, &rules), Err(Wrong::CertificateTaken(first.id)));
        let others = Learning { person: PersonId(uuid::Uuid::from_u128(5)), ..again };
        assert_eq!(check(&[first.clone()], &others, &rules), Ok(()), "unique for one person");
        let backwards = Learning { until: date(2026, 8, 2), certificate: String::new(), ..first.clone() };
        assert_eq!(check(&[], &backwards, &rules), Err(Wrong::EndsBeforeItBegins));
        assert_eq!(check(&[], &Learning { jp: 2500, ..first }, &rules), Err(Wrong::TooManyJp));
    }
}

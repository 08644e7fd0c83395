//! The record of what was learnt, and what of it counts as learning hours (JP) of a year. An activity counts once, in
//! the year in which it ends; what nobody verified stands apart.

use super::month::months_after;
use super::rules::{Basis, Cap, DevelopmentRules, Founded, KindId, PppkRule, squeezed};
use super::subject::Subject;
use crate::domain::{Actor, EmploymentKind, ItemId, LearningId, PersonId, Session, SessionKind, Shared, clean};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

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

/// What one activity adds to its year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    pub learning: Option<LearningId>,
    /// The day and the words that a list shows.
    pub until: Date,
    pub title: String,
    pub jp: u32,
    /// Of them so many count, or would if they were verified.
    pub counts: u32,
    /// Why not all.
    pub capped: Option<Cap>,
    pub verification: Verification,
}

/// The JP of one person and year against the rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JpYear {
    pub year: i16,
    pub counted: u32,
    pub waiting: u32,
    pub over_cap: u32,
    pub rejected: u32,
    pub activities: Vec<Counted>,
    pub rule: JpRule,
}

/// What is asked of a person in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum JpRule {
    Minimum(u32),
    Limit(u32),
    Target(u32),
    /// No rule is known for this employment.
    Nothing,
}

impl JpRule {
    pub fn of(kind: EmploymentKind, rules: &DevelopmentRules) -> Self {
        match (kind, rules.jp.pppk_rule) {
            (EmploymentKind::Pns | EmploymentKind::Cpns, _) => JpRule::Minimum(rules.jp.pns_min),
            (EmploymentKind::Pppk, PppkRule::Limit) => JpRule::Limit(rules.jp.pppk),
            (EmploymentKind::Pppk, PppkRule::Target) => JpRule::Target(rules.jp.pppk),
            (EmploymentKind::Other, _) => JpRule::Nothing,
        }
    }
    pub fn id(self) -> Option<&'static str> {
        match self {
            JpRule::Minimum(_) => Some("minimum"),
            JpRule::Limit(_) => Some("limit"),
            JpRule::Target(_) => Some("target"),
            JpRule::Nothing => None,
        }
    }
    pub fn figure(self) -> Option<u32> {
        match self {
            JpRule::Minimum(n) | JpRule::Limit(n) | JpRule::Target(n) => Some(n),
            JpRule::Nothing => None,
        }
    }
    pub fn basis(rules: &DevelopmentRules) -> Basis {
        rules.jp.basis()
    }
    pub fn verdict(self, jp: u32) -> JpVerdict {
        match self {
            JpRule::Minimum(n) | JpRule::Target(n) if jp >= n => JpVerdict::Met,
            JpRule::Minimum(n) | JpRule::Target(n) => JpVerdict::Missing(n - jp),
            JpRule::Limit(n) if jp > n => JpVerdict::Over(jp - n),
            JpRule::Limit(n) => JpVerdict::Left(n - jp),
            JpRule::Nothing => JpVerdict::Nothing,
        }
    }
    /// Whole percent of what is asked, down to the whole number and at most a hundred; a ceiling is no goal.
    pub fn percent(self, jp: u32) -> Option<u32> {
        match self {
            JpRule::Minimum(n) | JpRule::Target(n) if n > 0 => Some((u64::from(jp) * 100 / u64::from(n)).min(100) as u32),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JpVerdict {
    Met,
    Missing(u32),
    /// Of a ceiling.
    Left(u32),
    Over(u32),
    Nothing,
}

impl JpYear {
    pub fn verdict(&self) -> JpVerdict {
        self.rule.verdict(self.counted)
    }
}

/// An activity as far as counting goes.
struct Activity<'a> {
    learning: Option<&'a Learning>,
    kind: &'a KindId,
    from: Date,
    until: Date,
    jp: u32,
    verification: Verification,
    title: &'a str,
}

/// The JP of a year. Coaching talks held here count among what nobody verified, unless the record has them.
pub fn jp_of_year(
    records: &[Learning],
    sessions: &[Session],
    employment: EmploymentKind,
    year: i16,
    rules: &DevelopmentRules,
) -> JpYear {
    let coaching = KindId::new("coaching");
    let mut all: Vec<Activity<'_>> = records.iter().map(recorded).collect();
    if let Some(kind) = &coaching {
        all.extend(coaching_talks(records, sessions, kind, rules));
    }
    // By day; what is approved takes its share of a cap before what waits.
    all.sort_by_key(|a| (a.verification != Verification::Approved, a.until, a.from, a.learning.map(|l| l.id)));
    let mut used = Used::default();
    let mut out = JpYear {
        year,
        counted: 0,
        waiting: 0,
        over_cap: 0,
        rejected: 0,
        activities: vec![],
        rule: JpRule::of(employment, rules),
    };
    for activity in all {
        let cap = rules.kind(activity.kind).and_then(|kind| kind.cap);
        let counts = match (activity.verification, cap) {
            (Verification::Rejected, _) | (_, None) => activity.jp,
            (_, Some(cap)) => used.take(&activity, cap),
        };
        if activity.until.year() == year {
            out.add(&activity, counts, cap);
        }
    }
    out.activities.sort_by_key(|counted| (counted.until, counted.learning));
    out
}

fn recorded(record: &Learning) -> Activity<'_> {
    Activity {
        learning: Some(record),
        kind: &record.kind,
        from: record.from,
        until: record.until,
        jp: record.jp,
        verification: record.verification,
        title: &record.title,
    }
}

/// Closed coaching talks of which the record says nothing.
fn coaching_talks<'a>(
    records: &'a [Learning],
    sessions: &'a [Session],
    kind: &'a KindId,
    rules: &'a DevelopmentRules,
) -> impl Iterator<Item = Activity<'a>> {
    let usual = rules.kind(kind).and_then(|kind| kind.usual_jp).unwrap_or(0);
    let talks = sessions.iter().filter(|session| session.is_closed() && session.kind == SessionKind::Coaching);
    let told = move |on: Date| records.iter().any(|r| r.kind == *kind && r.from <= on && on <= r.until);
    talks.filter(move |session| !told(session.on)).map(move |session| Activity {
        learning: None,
        kind,
        from: session.on,
        until: session.on,
        jp: usual,
        verification: Verification::Waiting,
        title: "",
    })
}

impl JpYear {
    fn add(&mut self, activity: &Activity<'_>, counts: u32, cap: Option<Cap>) {
        match activity.verification {
            Verification::Approved => {
                self.counted += counts;
                self.over_cap += activity.jp - counts;
            }
            Verification::Waiting | Verification::Revision => self.waiting += counts,
            Verification::Rejected => self.rejected += activity.jp,
        }
        self.activities.push(Counted {
            learning: activity.learning.map(|record| record.id),
            until: activity.until,
            title: activity.title.to_owned(),
            jp: activity.jp,
            counts,
            capped: cap.filter(|_| counts < activity.jp),
            verification: activity.verification,
        });
    }
}

/// What of the caps is used up: talks of a month, hours of a day, each by kind.
#[derive(Default)]
struct Used {
    talks: BTreeMap<(KindId, i16, i8), u32>,
    days: BTreeMap<(KindId, Date), u32>,
}

/// No activity that counts by the day lasts longer than a year; more is a slip of the pen.
const LONGEST_DAYS: usize = 366;

impl Used {
    /// So many of its JP count.
    fn take(&mut self, activity: &Activity<'_>, cap: Cap) -> u32 {
        match cap {
            Cap::Talks { jp, month } => {
                let month_of = (activity.kind.clone(), activity.until.year(), activity.until.month());
                let talks = self.talks.entry(month_of).or_default();
                if *talks >= month || activity.jp == 0 {
                    return 0;
                }
                *talks += 1;
                activity.jp.min(jp)
            }
            Cap::Day { jp } => {
                let mut left = activity.jp;
                let mut day = activity.from;
                for _ in 0..LONGEST_DAYS {
                    let used = self.days.entry((activity.kind.clone(), day)).or_default();
                    let taken = left.min(jp.saturating_sub(*used));
                    *used += taken;
                    left -= taken;
                    match day.tomorrow() {
                        Ok(next) if left > 0 && day < activity.until => day = next,
                        _ => break,
                    }
                }
                activity.jp - left
            }
        }
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
mod tests {
    use super::*;
    use jiff::civil::date;

    fn activity(number: u128, kind: &str, day: Date, jp: u32) -> Learning {
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
    fn of_2026(records: &[Learning]) -> JpYear {
        jp_of_year(records, &[], EmploymentKind::Pns, 2026, &DevelopmentRules::default())
    }

    #[test]
    fn the_third_talk_of_a_month_is_not_counted_and_the_next_month_begins_anew() {
        let talks = [(2, 3), (2, 10), (2, 31), (1, 1)].map(|(jp, day)| (jp, date(2026, if jp == 1 { 4 } else { 3 }, day)));
        let records: Vec<Learning> =
            talks.iter().enumerate().map(|(n, (_, day))| activity(n as u128, "coaching", *day, 2)).collect();
        let year = of_2026(&records);
        assert_eq!((year.counted, year.over_cap), (6, 2));
        let over = year.activities.iter().find(|counted| counted.counts == 0).unwrap();
        assert_eq!((over.until, over.capped), (date(2026, 3, 31), Some(Cap::Talks { jp: 2, month: 2 })));
    }

    #[test]
    fn a_cap_by_the_day_is_shared_by_what_falls_on_that_day() {
        let mut long = activity(1, "self_study", date(2026, 8, 10), 7);
        long.until = date(2026, 8, 12);
        let same_day = activity(2, "self_study", date(2026, 8, 12), 2);
        let year = of_2026(&[long, same_day]);
        assert_eq!((year.counted, year.over_cap), (6, 3), "three days of two hours, whatever they are called");
    }

    #[test]
    fn what_waits_stands_apart_and_takes_nothing_from_what_is_approved() {
        let mut waiting = activity(1, "coaching", date(2026, 3, 2), 2);
        waiting.verification = Verification::Revision;
        let approved =
            [date(2026, 3, 20), date(2026, 3, 24)].map(|day| activity(u128::from(day.day() as u8), "coaching", day, 2));
        let year = of_2026(&[waiting, approved[0].clone(), approved[1].clone()]);
        assert_eq!((year.counted, year.waiting, year.over_cap), (4, 0, 0));
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

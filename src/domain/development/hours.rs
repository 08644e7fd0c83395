//! Learning hours (JP) of a year against the rule of PNS or of PPPK. An activity counts once, in the year in which it
//! ends, as far as the cap of its kind allows; what nobody verified stands apart.

use super::item::{ItemState, PlanItem, Warning};
use super::learning::{Learning, Verification};
use super::rules::{Basis, Cap, DevelopmentRules, Founded, KindId, PppkRule};
use crate::domain::{EmploymentKind, LearningId, Session, SessionKind};
use jiff::civil::Date;
use std::collections::BTreeMap;

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

/// More JP than a ceiling allows, with what is planned for that year and has not begun to count.
pub fn over_limit(items: &[PlanItem], jp: &JpYear) -> Option<Warning> {
    let JpRule::Limit(limit) = jp.rule else { return None };
    let planned = items.iter().filter(|item| item.state == ItemState::Planned);
    let planned = planned.filter(|item| item.when.is_some_and(|when| when.month().year() == jp.year));
    let all = planned.filter_map(|item| item.jp).fold(jp.counted, u32::saturating_add);
    (all > limit).then_some(Warning::OverLimit { year: jp.year, jp: all, limit })
}

#[cfg(test)]
mod tests {
    use super::super::learning::tests::activity;
    use super::*;
    use jiff::civil::date;

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
}

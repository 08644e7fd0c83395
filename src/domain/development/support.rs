//! Close support for somebody below standard: a few targets, close talks, help that was promised, and an end. The
//! supervisor begins it, never a rating by itself, and the employee is the first to see it.

use super::rules::DevelopmentRules;
use crate::domain::{Actor, Owner, PersonId, Shared, SupportId};
use jiff::{Timestamp, ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportPlan {
    pub id: SupportId,
    pub person: PersonId,
    pub from: Date,
    pub until: Date,
    /// The facts that it is begun for; the employee reads them.
    pub reason: Shared<String>,
    pub targets: Vec<Target>,
    pub help: Vec<Help>,
    /// Weeks between talks.
    pub talk_weeks: u8,
    pub talks: Vec<SupportTalk>,
    /// The day on which the employee was told.
    pub told: Option<Date>,
    /// The former end, once it was extended.
    pub extended_from: Option<Date>,
    pub end: Option<End>,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    pub text: Shared<String>,
    pub met: Option<Date>,
}

/// Something that was promised to help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    pub text: Shared<String>,
    pub by: Owner,
    pub due: Option<Date>,
    pub given: Option<Date>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SupportTalk {
    pub on: Date,
    pub words: Shared<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum End {
    Met {
        on: Date,
    },
    /// To the office that is responsible for personnel.
    HandedOn {
        on: Date,
        reason: String,
    },
}

impl End {
    pub fn id(&self) -> &'static str {
        match self {
            End::Met { .. } => "met",
            End::HandedOn { .. } => "handed_on",
        }
    }
}

/// What is wrong with a plan, said and never decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportWarning {
    FewTargets {
        targets: usize,
        least: u8,
    },
    ManyTargets {
        targets: usize,
        most: u8,
    },
    /// They talk more rarely than the rules ask for.
    RareTalks {
        weeks: u8,
        at_most: u8,
    },
    NoHelp,
    NotTold,
    TalkLate {
        since: Date,
    },
}

impl SupportWarning {
    pub fn id(&self) -> &'static str {
        match self {
            SupportWarning::FewTargets { .. } => "few_targets",
            SupportWarning::ManyTargets { .. } => "many_targets",
            SupportWarning::RareTalks { .. } => "rare_talks",
            SupportWarning::NoHelp => "no_help",
            SupportWarning::NotTold => "not_told",
            SupportWarning::TalkLate { .. } => "talk_late",
        }
    }
}

impl SupportPlan {
    pub fn is_running(&self) -> bool {
        self.end.is_none()
    }
    pub fn ended_on(&self) -> Option<Date> {
        match &self.end {
            None => None,
            Some(End::Met { on } | End::HandedOn { on, .. }) => Some(*on),
        }
    }
    /// Whether somebody above may see it: the employee has, before.
    pub fn may_go_up(&self) -> bool {
        self.told.is_some()
    }
    /// Only once.
    pub fn may_be_extended(&self) -> bool {
        self.is_running() && self.extended_from.is_none()
    }
    /// The week of the plan on a day, from 1, and of how many.
    pub fn week(&self, day: Date) -> (i64, i64) {
        let weeks = |from: Date, to: Date| crate::domain::period::days_between(from, to).max(0) / 7 + 1;
        let all = weeks(self.from, self.until);
        (weeks(self.from, day).min(all), all)
    }
    pub fn next_talk(&self) -> Option<Date> {
        let last = self.talks.iter().map(|talk| talk.on).max().unwrap_or(self.from);
        let next = last.checked_add(i64::from(self.talk_weeks.max(1)).weeks()).ok()?;
        self.is_running().then(|| next.min(self.until))
    }
    pub fn warnings(&self, today: Date, rules: &DevelopmentRules) -> Vec<SupportWarning> {
        let (support, targets) = (&rules.support, self.targets.len());
        let mut out = Vec::new();
        if targets < usize::from(support.targets_least) {
            out.push(SupportWarning::FewTargets { targets, least: support.targets_least });
        }
        if targets > usize::from(support.targets_most) {
            out.push(SupportWarning::ManyTargets { targets, most: support.targets_most });
        }
        if self.talk_weeks > support.talk_weeks {
            out.push(SupportWarning::RareTalks { weeks: self.talk_weeks, at_most: support.talk_weeks });
        }
        if self.help.is_empty() {
            out.push(SupportWarning::NoHelp);
        }
        if self.told.is_none() {
            out.push(SupportWarning::NotTold);
        }
        if let Some(since) = self.next_talk().filter(|day| *day < today) {
            out.push(SupportWarning::TalkLate { since });
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn plan() -> SupportPlan {
        let target = |text: &str| Target { text: Shared::new(text.into()), met: None };
        SupportPlan {
            id: SupportId(uuid::Uuid::nil()),
            person: PersonId(uuid::Uuid::nil()),
            from: date(2026, 11, 2),
            until: date(2026, 12, 27),
            reason: Shared::new("tiga indikator tertinggal dua triwulan".into()),
            targets: vec![target("480 surat"), target("24 kunjungan"), target("berkas tanpa kesalahan")],
            help: vec![Help {
                text: Shared::new("bebas loket Rabu pagi".into()),
                by: Owner::Supervisor,
                due: None,
                given: Some(date(2026, 11, 4)),
            }],
            talk_weeks: 1,
            talks: vec![],
            told: Some(date(2026, 11, 2)),
            extended_from: None,
            end: None,
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn the_employee_sees_it_first_and_close_talks_are_asked_for() {
        let rules = DevelopmentRules::default();
        let mut plan = plan();
        assert_eq!(plan.warnings(date(2026, 11, 9), &rules), []);
        assert_eq!((plan.week(date(2026, 11, 18)), plan.next_talk()), ((3, 8), Some(date(2026, 11, 9))));
        assert_eq!(plan.warnings(date(2026, 11, 10), &rules), [SupportWarning::TalkLate { since: date(2026, 11, 9) }]);
        plan.told = None;
        assert!(!plan.may_go_up() && plan.warnings(date(2026, 11, 2), &rules).contains(&SupportWarning::NotTold));
    }

    #[test]
    fn it_can_be_extended_once() {
        let mut plan = plan();
        assert!(plan.may_be_extended());
        plan.extended_from = Some(plan.until);
        assert!(!plan.may_be_extended());
    }
}

//! The way of an objection: dated steps, from the employee's reasons to the decision of the assessor's superior. A late
//! one is accepted with a mark, never refused.

use crate::domain::calendar::{Calendar, Deadline, Lateness};
use crate::domain::competency::ExpectationRating;
use crate::domain::{Actor, EvaluationId, ObjectionId, PersonId, RuleSet, Session, SessionId, SharedText};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// One objection of one person to one evaluation, or to the sheet of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Objection {
    pub id: ObjectionId,
    pub person: PersonId,
    pub about: ObjectionAbout,
    /// The day it was filed.
    pub on: Date,
    /// The day the paper was in hand, from which the days count.
    pub received: Date,
    /// In the order in which they were taken; the first is the objection itself.
    pub steps: Vec<ObjectionStep>,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionAbout {
    Evaluation(EvaluationId),
    Session(SessionId),
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectionStep {
    /// In the employee's words.
    Filed {
        on: Date,
        grounds: Vec<Ground>,
        asks: SharedText,
    },
    /// To the superior of the assessor.
    Forwarded {
        on: Date,
        to: String,
    },
    Explained {
        on: Date,
        by: Side,
        words: SharedText,
    },
    Decided {
        on: Date,
        by: String,
        decision: Decision,
        reason: SharedText,
    },
    /// By the employee.
    TakenBack {
        on: Date,
    },
}

/// One reason with its evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ground {
    pub reason: SharedText,
    pub evidence: SharedText,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Side {
    Assessor,
    Employee,
}

/// What the superior decided; it is final.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    Upheld,
    /// The ratings as the superior set them, and the evaluation that they became.
    Changed {
        results: ExpectationRating,
        behaviour: ExpectationRating,
        evaluation: EvaluationId,
    },
    /// Something else was changed: a sheet has no ratings.
    Amended {
        words: SharedText,
    },
}

/// How far an objection is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ObjectionState {
    Filed,
    Forwarded,
    Explained,
    Decided,
    TakenBack,
}

impl ObjectionState {
    pub fn id(self) -> &'static str {
        match self {
            ObjectionState::Filed => "filed",
            ObjectionState::Forwarded => "forwarded",
            ObjectionState::Explained => "explained",
            ObjectionState::Decided => "decided",
            ObjectionState::TakenBack => "taken_back",
        }
    }
    pub fn is_open(self) -> bool {
        !matches!(self, ObjectionState::Decided | ObjectionState::TakenBack)
    }
}

impl ObjectionStep {
    pub fn on(&self) -> Date {
        match self {
            ObjectionStep::Filed { on, .. }
            | ObjectionStep::Forwarded { on, .. }
            | ObjectionStep::Explained { on, .. }
            | ObjectionStep::Decided { on, .. }
            | ObjectionStep::TakenBack { on } => *on,
        }
    }
    fn state(&self) -> ObjectionState {
        match self {
            ObjectionStep::Filed { .. } => ObjectionState::Filed,
            ObjectionStep::Forwarded { .. } => ObjectionState::Forwarded,
            ObjectionStep::Explained { .. } => ObjectionState::Explained,
            ObjectionStep::Decided { .. } => ObjectionState::Decided,
            ObjectionStep::TakenBack { .. } => ObjectionState::TakenBack,
        }
    }
}

impl Objection {
    pub fn state(&self) -> ObjectionState {
        self.steps.last().map_or(ObjectionState::Filed, ObjectionStep::state)
    }
    pub fn is_open(&self) -> bool {
        self.state().is_open()
    }
    pub fn last_on(&self) -> Option<Date> {
        self.steps.last().map(ObjectionStep::on)
    }
    /// What it says first.
    pub fn first_reason(&self) -> &str {
        let grounds = self.steps.first().and_then(|step| match step {
            ObjectionStep::Filed { grounds, .. } => grounds.first(),
            _ => None,
        });
        grounds.map_or("", |ground| ground.reason.get())
    }
    /// Nothing can be objected to a second time while it is open, or once it was decided.
    pub fn is_final_or_open(&self) -> bool {
        self.state() != ObjectionState::TakenBack
    }
    /// Until when it could be filed, counted both ways; nothing where the rules give no time.
    pub fn deadline<'r>(&self, rules: &'r RuleSet) -> Option<Deadline<'r>> {
        let days = self.about.days(rules);
        (days > 0).then(|| Deadline::after(self.received, days, Calendar::of(rules)))
    }
    /// How late it was filed, by either count.
    pub fn lateness(&self, rules: &RuleSet) -> Lateness {
        self.deadline(rules).map(|due| due.late(self.on, Calendar::of(rules))).unwrap_or_default()
    }
    /// Whether such a step may come next.
    pub fn may_follow(&self, step: &ObjectionStep) -> bool {
        let on_time = self.steps.last().is_none_or(|last| last.on() <= step.on());
        let explained =
            |side: Side| self.steps.iter().any(|taken| matches!(taken, ObjectionStep::Explained { by, .. } if *by == side));
        let fits = match step {
            ObjectionStep::Filed { .. } => self.steps.is_empty(),
            ObjectionStep::Forwarded { .. } => self.state() == ObjectionState::Filed,
            ObjectionStep::Explained { by, .. } => {
                !explained(*by) && matches!(self.state(), ObjectionState::Forwarded | ObjectionState::Explained)
            }
            ObjectionStep::Decided { .. } => {
                matches!(self.state(), ObjectionState::Forwarded | ObjectionState::Explained)
            }
            ObjectionStep::TakenBack { .. } => !self.steps.is_empty() && self.is_open(),
        };
        fits && on_time
    }
}

/// An objection that is open: a record, or an answer "objects" to a sheet, which is the first step of a record that was
/// not written down yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Contested<'d> {
    pub about: ObjectionAbout,
    /// The day it was said.
    pub on: Date,
    /// The day from which its time runs.
    pub received: Date,
    pub words: &'d str,
    pub chain: Option<&'d Objection>,
}

impl<'d> Contested<'d> {
    pub fn of(chain: &'d Objection) -> Self {
        let Objection { about, on, received, .. } = *chain;
        Contested { about, on, received, words: chain.first_reason(), chain: Some(chain) }
    }
    /// The answer to a sheet, if it is an objection.
    pub fn of_answer(session: &'d Session) -> Option<Self> {
        let Some(crate::domain::Acknowledgement::Objects { on, reason }) = &session.acknowledgement else { return None };
        let about = ObjectionAbout::Session(session.id);
        Some(Contested { about, on: *on, received: session.on, words: reason, chain: None })
    }
    pub fn state(&self) -> ObjectionState {
        self.chain.map_or(ObjectionState::Filed, Objection::state)
    }
    pub fn has_explained(&self, side: Side) -> bool {
        let steps = self.chain.map(|chain| chain.steps.as_slice()).unwrap_or_default();
        steps.iter().any(|step| matches!(step, ObjectionStep::Explained { by, .. } if *by == side))
    }
    /// Said after the time for it, by the unit that holds. It is taken all the same.
    pub fn is_late(&self, rules: &RuleSet) -> bool {
        let days = self.about.days(rules);
        let calendar = Calendar::of(rules);
        days > 0 && Deadline::after(self.received, days, calendar).late(self.on, calendar).is_late(rules.objection_unit)
    }
}

impl ObjectionAbout {
    /// Days in which it can be said; for a sheet they are bina's own rule.
    fn days(self, rules: &RuleSet) -> u16 {
        match self {
            ObjectionAbout::Evaluation(_) => rules.objection_days,
            ObjectionAbout::Session(_) => rules.objection_sheet_days,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use uuid::Uuid;

    fn objection(steps: Vec<ObjectionStep>) -> Objection {
        Objection {
            id: ObjectionId(Uuid::from_u128(1)),
            person: PersonId(Uuid::from_u128(2)),
            about: ObjectionAbout::Evaluation(EvaluationId(Uuid::from_u128(3))),
            on: steps.first().map_or(date(2026, 12, 14), ObjectionStep::on),
            received: date(2026, 12, 14),
            steps,
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
        }
    }
    fn filed(on: Date) -> ObjectionStep {
        ObjectionStep::Filed { on, grounds: vec![], asks: SharedText::new("hasil di atas".into()) }
    }

    #[test]
    fn one_working_day_late_is_said_and_the_objection_stands() {
        let mut rules = RuleSet::default();
        let late = objection(vec![filed(date(2027, 1, 8))]);
        let lateness = late.lateness(&rules);
        assert_eq!((lateness.calendar_days, lateness.working_days), (11, 1));
        rules.objection_unit = crate::domain::calendar::DayUnit::Working;
        assert!(lateness.is_late(rules.objection_unit) && late.is_open());
    }

    #[test]
    fn the_steps_come_in_their_order_and_nothing_follows_a_decision() {
        let day = date(2026, 12, 28);
        let forwarded = ObjectionStep::Forwarded { on: day, to: "Camat".into() };
        let decided = ObjectionStep::Decided {
            on: day,
            by: "Camat".into(),
            decision: Decision::Upheld,
            reason: SharedText::new(String::new()),
        };
        let mut chain = objection(vec![filed(day)]);
        assert!(!chain.may_follow(&decided), "it has to be forwarded first");
        assert!(!chain.may_follow(&ObjectionStep::Forwarded { on: date(2026, 12, 27), to: "Camat".into() }));
        assert!(chain.may_follow(&forwarded));
        chain.steps.extend([forwarded.clone(), decided.clone()]);
        assert_eq!(chain.state(), ObjectionState::Decided);
        assert!([forwarded, decided, ObjectionStep::TakenBack { on: day }].iter().all(|step| !chain.may_follow(step)));
    }
}

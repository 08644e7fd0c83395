//! The performance plan: planned work results (RHK) with their indicators (IKI), as PermenPANRB 6/2022 asks for them.

use super::{Accrual, Measure};
use crate::domain::{Actor, IndicatorId, Number, Period, PersonId, ResultId};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use strum::IntoStaticStr;

/// One planned work result of one person in one period.
///
/// What the plan says is known to the employee by its nature: its texts are shared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkResult {
    pub id: ResultId,
    pub person: PersonId,
    pub period: Period,
    pub title: String,
    pub class: ResultClass,
    pub scope: ResultScope,
    pub supports: Option<Support>,
    pub approach: Approach,
    /// What the leader expects, in words: the measure of success of the qualitative approach.
    pub expectation: String,
    /// Percent of the person's plan.
    pub weight: Option<Number>,
    /// Earlier than the end of the period.
    pub due: Option<Date>,
    /// With this tag notes are evidence for it; folded, without `#`, unique in the person's plan.
    pub tag: String,
    pub indicators: Vec<Indicator>,
    /// What the supervisor said of it, oldest first; the last word counts.
    pub words: Vec<StatusWord>,
    /// The day on which the person moved and the plan was split: the result ends the day before, here.
    pub split_on: Option<Date>,
    /// The result that this one goes on with, of an earlier plan.
    pub continues: Option<ResultId>,
    pub by: Actor,
    pub written: Timestamp,
}

/// Main results come from the leader's results, additional ones from elsewhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum ResultClass {
    #[default]
    Main,
    Additional,
}

impl ResultClass {
    pub const ALL: [ResultClass; 2] = [ResultClass::Main, ResultClass::Additional];
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Whether a result stays with the post when the person moves, or goes with the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum ResultScope {
    /// The organisation's: the successor inherits it.
    Organisation,
    #[default]
    Individual,
}

impl ResultScope {
    pub const ALL: [ResultScope; 2] = [ResultScope::Individual, ResultScope::Organisation];
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// Numbers and targets, or a success described in words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Approach {
    #[default]
    Quantitative,
    Qualitative,
}

impl Approach {
    pub const ALL: [Approach; 2] = [Approach::Quantitative, Approach::Qualitative];
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// The result of somebody else, as a rule the supervisor's, that this one supports ("diintervensi").
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Support {
    /// As the plan has it.
    pub title: String,
    /// Where it is kept here; without it, the supervisor's result of the same title is meant.
    pub result: Option<(PersonId, ResultId)>,
}

/// One indicator of a result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    pub id: IndicatorId,
    pub title: String,
    pub aspect: Option<Aspect>,
    pub perspective: Option<Perspective>,
    pub measure: Measure,
    pub accrual: Accrual,
    /// As it is read behind a number: "boks", "hari kerja", "%".
    pub unit: String,
    /// Percent of its result.
    pub weight: Option<Number>,
    /// Earlier than the result.
    pub due: Option<Date>,
    /// The measure is last period's, and this period's has to be set yet: nothing is computed from it.
    pub target_open: bool,
    /// Measures that held before, oldest first.
    pub revisions: Vec<Revision>,
}

/// A target that was given up for another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// The last measure before `on`.
    pub was: Measure,
    pub on: Date,
    pub reason: String,
    pub by: Actor,
}

/// What an indicator of staff looks at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Aspect {
    Quantity,
    Quality,
    Time,
    Cost,
}

impl Aspect {
    pub const ALL: [Aspect; 4] = [Aspect::Quantity, Aspect::Quality, Aspect::Time, Aspect::Cost];
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What an indicator of a head of unit looks at, instead of an aspect.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum Perspective {
    ServiceRecipient,
    BusinessProcess,
    InternalStrengthening,
    Budget,
}

impl Perspective {
    pub const ALL: [Perspective; 4] = [
        Perspective::ServiceRecipient,
        Perspective::BusinessProcess,
        Perspective::InternalStrengthening,
        Perspective::Budget,
    ];
    pub fn id(self) -> &'static str {
        self.into()
    }
}

/// What the supervisor says of a result on a day. Nothing computed ever changes it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatusWord {
    pub status: GoalStatus,
    pub on: Date,
    /// Needed where it is dropped.
    pub reason: String,
    pub by: Actor,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
#[serde(rename_all = "snake_case")]
pub enum GoalStatus {
    OnTrack,
    Slipping,
    OffTrack,
    Done,
    Dropped,
}

impl GoalStatus {
    pub const ALL: [GoalStatus; 5] =
        [GoalStatus::OnTrack, GoalStatus::Slipping, GoalStatus::OffTrack, GoalStatus::Done, GoalStatus::Dropped];
    pub fn id(self) -> &'static str {
        self.into()
    }
    /// Nothing more is to be done for it.
    pub fn is_settled(self) -> bool {
        matches!(self, GoalStatus::Done | GoalStatus::Dropped)
    }
}

impl WorkResult {
    pub fn indicator(&self, id: IndicatorId) -> Option<&Indicator> {
        self.indicators.iter().find(|i| i.id == id)
    }
    /// The supervisor's word, if one was said.
    pub fn status(&self) -> Option<GoalStatus> {
        self.words.last().map(|word| word.status)
    }
    /// Neither done, dropped nor left.
    pub fn is_active(&self) -> bool {
        !self.is_left() && !self.status().is_some_and(GoalStatus::is_settled)
    }
    pub fn is_dropped(&self) -> bool {
        self.status() == Some(GoalStatus::Dropped)
    }
    /// Left behind by a move: with the post, or gone on in the next plan.
    pub fn is_left(&self) -> bool {
        self.split_on.is_some()
    }
    /// The days on which it is worked on here: to the end of its period, or to the day before a move.
    pub fn worked(&self) -> Period {
        let left = self.split_on.and_then(|day| day.yesterday().ok()).unwrap_or(self.period.until);
        Period { from: self.period.from, until: self.period.until.min(left).max(self.period.from) }
    }
    /// Whether a target that was said for a longer time says nothing of this one: what goes on of a plan that a move
    /// split has its target still to be agreed, and the whole plan's is not it.
    pub fn leaves_open(&self, indicator: &Indicator, measure: &Measure, said: Period) -> bool {
        let rest = self.continues.is_some() && said.from < self.period.from && said.until >= self.period.from;
        rest && indicator.target_open && *measure == indicator.measure
    }
    /// The day by which it is to be reached.
    pub fn due(&self) -> Date {
        self.due.unwrap_or(self.period.until)
    }
    /// The days in which an indicator is worked on.
    pub fn period_of(&self, indicator: &Indicator) -> Period {
        let until = indicator.due.unwrap_or(self.due()).max(self.period.from);
        Period { from: self.period.from, until }
    }
}

//! A rule said no. Shown at the field or in the message line; names the message and its arguments, not the words.

use crate::domain::Period;
use strum::IntoStaticStr;
use thiserror::Error;

/// A period in figures that both languages read.
fn days(period: Period) -> String {
    format!("{} – {}", period.from, period.until)
}

/// Why an intent can't become a change.
#[derive(Clone, Debug, PartialEq, Eq, Error, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "refusal-")]
pub enum Refusal {
    #[error("the text is empty")]
    EmptyText,
    #[error("the text has more than {0} characters")]
    TextTooLong(usize),
    #[error("the name is empty")]
    EmptyName,
    #[error("a reason is needed")]
    ReasonMissing,
    #[error("no such person")]
    NoSuchPerson,
    #[error("no such record")]
    NoSuchRecord,
    #[error("the person is no longer active")]
    NotActive,
    #[error("a session with this person is already open")]
    SessionAlreadyOpen,
    #[error("the session is closed; add an addendum")]
    SessionClosed,
    #[error("the session is not open")]
    SessionNotOpen,
    #[error("the session is not closed")]
    SessionNotClosed,
    #[error("the date lies in the past")]
    DateInPast,
    #[error("the date lies in the future")]
    DateInFuture,
    #[error("that is settled already")]
    AlreadySettled,
    #[error("nobody supervises himself or herself, not through others either")]
    SupervisorLoop,
    #[error("this NIP belongs to {0}")]
    NipTaken(String),
    #[error("the NIP can't be right: {0}")]
    #[strum(transparent)]
    BadNip(crate::domain::people::nip::NipError),
    #[error("this receipt code belongs to no closed session of that person")]
    UnknownReceipt,
    #[error("the employee has answered already")]
    AlreadyAcknowledged,
    #[error("the target makes no sense: nothing could be measured against it")]
    TargetSenseless,
    #[error("the baseline must be below the target")]
    BaselineNotBelow,
    #[error("the baseline must be above the target")]
    BaselineNotAbove,
    #[error("a limit on a total has no baseline")]
    LimitWithBaseline,
    #[error("the range must begin below its end")]
    RangeEmpty,
    #[error("milestones need steps with names")]
    StepsMissing,
    #[error("a value is needed")]
    ValueMissing,
    #[error("the value is yes or no")]
    ValueNotYesNo,
    #[error("the value is the number of steps done, 0 to {0}")]
    ValueNoStep(usize),
    #[error("this indicator has no figure; write what was reached")]
    ValueNotAsked,
    #[error("the period would end before it begins")]
    PeriodBackwards,
    #[error("a weight is more than 0 and at most 100")]
    WeightOutside,
    #[error("there are check-ins; drop the goal with a reason instead")]
    HasCheckIns,
    #[error("the goal is dropped or left behind by a move")]
    GoalSettled,
    #[error("on that day another plan was in effect: {other:?}, not {own:?}")]
    OtherPlan { own: Period, other: Period },
    #[error("the day lies before the goal's period {0:?}")]
    BeforePeriod(Period),
    #[error("{0} units have this name")]
    UnitAmbiguous(String),
    #[error("there is no plan to copy")]
    NoPlan,
    #[error("that period has a plan with these results already")]
    PlanExists,
    #[error("another result of the plan has this tag: {0}")]
    TagTaken(String),
    #[error("something newer changed the same record")]
    ChangedSince,
    #[error("the note is part of a session already")]
    LiftedAlready,
    #[error("it is withdrawn already")]
    WithdrawnAlready,
    #[error("a record of this kind is not withdrawn this way")]
    NotWithdrawable,
    #[error("it stands on a sheet: what is added to the sheet is missing")]
    AddendumMissing,
    #[error("nothing to undo")]
    NothingToUndo,
    #[error("nothing to redo")]
    NothingToRedo,
    #[error("nothing was changed")]
    NothingChanged,
    #[error("a level is a number from 1 to 5")]
    LevelOutside,
    #[error("the framework has no competency {0}")]
    UnknownCompetency(String),
    #[error("a standard needs the name of a position")]
    PositionMissing,
    #[error("version {0} of the framework is there already, with other words")]
    VersionTaken(String),
    #[error("the framework is empty or names no version")]
    FrameworkEmpty,
    #[error("the period has not begun yet")]
    PeriodInFuture,
    #[error("it is not said what is to be learnt")]
    SubjectMissing,
    #[error("the expected behaviour is needed: it is what will be checked")]
    ExpectationMissing,
    #[error("no way of learning is called {0}")]
    KindUnknown(String),
    #[error("learning hours are 0 to {0}")]
    JpOutside(u32),
    #[error("the certificate {0} is recorded already")]
    CertificateTaken(String),
    #[error("an amount of money can't be negative")]
    MoneyNegative,
    #[error("it has not ended yet")]
    NotFinished,
    #[error("this wish is recorded already: {0}")]
    WishedAlready(String),
    #[error("nobody is his or her own mentor")]
    PairWithSelf,
    #[error("this pair runs already")]
    PairThere,
    #[error("a support plan runs already")]
    SupportRunning,
    #[error("a support plan is extended once")]
    ExtendedAlready,
    #[error("the employee has not been told yet")]
    NotTold,
    #[error("the office does not evaluate in periods of this kind")]
    PeriodNotUsed,
    #[error("days of this period are judged already: {} to {}", .0.from, .0.until)]
    PeriodTaken(Period),
    #[error("the days lie outside the period")]
    SpanOutside,
    #[error("the day lies before the period")]
    BeforeJudgedDays,
    #[error("a year has twelve months")]
    MonthsOutside,
    #[error("nobody assesses himself or herself")]
    OwnEvaluation,
    #[error("the paper has been handed over already")]
    AlreadyHandedOver,
    #[error("the paper has not been handed over yet")]
    NotHandedOver,
    #[error("the day lies before the evaluation was set")]
    BeforeSet,
    #[error("the day lies before the paper was handed over")]
    BeforeHandOver,
    #[error("another evaluation has taken its place")]
    NotInForce,
    #[error("there is an objection to it already")]
    ObjectionExists,
    #[error("this step can't come next, or its day lies before the last one")]
    StepOutOfOrder,
    #[error("such a decision does not fit what is objected to")]
    DecisionDoesNotFit,
}

impl Refusal {
    /// The message that says it in the user's language; `{$detail}` carries [`Refusal::detail`].
    pub fn message_id(&self) -> &'static str {
        self.into()
    }

    /// What the message speaks of, where it speaks of something.
    pub fn detail(&self) -> Option<String> {
        match self {
            Refusal::NipTaken(name) => Some(name.clone()),
            Refusal::TagTaken(tag) => Some(tag.clone()),
            Refusal::OtherPlan { own, other } => Some(format!("{} / {}", days(*own), days(*other))),
            Refusal::BeforePeriod(own) => Some(days(*own)),
            Refusal::UnitAmbiguous(names) => Some(names.clone()),
            Refusal::ValueNoStep(steps) => Some(steps.to_string()),
            Refusal::JpOutside(most) => Some(most.to_string()),
            Refusal::KindUnknown(name) | Refusal::CertificateTaken(name) | Refusal::WishedAlready(name) => {
                Some(name.clone())
            }
            Refusal::PeriodTaken(span) => Some(format!("{} – {}", span.from, span.until)),
            Refusal::TextTooLong(most) => Some(most.to_string()),
            Refusal::UnknownCompetency(name) | Refusal::VersionTaken(name) => Some(name.clone()),
            _ => None,
        }
    }
}

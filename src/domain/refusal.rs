//! A rule said no. Shown at the field or in the message line; names the message and its arguments, not the words.

use thiserror::Error;

/// Why an intent can't become a change.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Refusal {
    #[error("the text is empty")]
    EmptyText,
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
    BadNip(super::nip::NipError),
    #[error("this receipt code belongs to no closed session of that person")]
    UnknownReceipt,
    #[error("the employee has answered already")]
    AlreadyAcknowledged,
    #[error("something newer changed the same record")]
    ChangedSince,
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
}

impl Refusal {
    /// The message that says it in the user's language; `{$detail}` carries [`Refusal::detail`].
    pub fn message_id(&self) -> &'static str {
        match self {
            Refusal::EmptyText => "refusal-empty-text",
            Refusal::EmptyName => "refusal-empty-name",
            Refusal::ReasonMissing => "refusal-reason-missing",
            Refusal::NoSuchPerson => "refusal-no-such-person",
            Refusal::NoSuchRecord => "refusal-no-such-record",
            Refusal::NotActive => "refusal-not-active",
            Refusal::SessionAlreadyOpen => "refusal-session-already-open",
            Refusal::SessionClosed => "refusal-session-closed",
            Refusal::SessionNotOpen => "refusal-session-not-open",
            Refusal::SessionNotClosed => "refusal-session-not-closed",
            Refusal::DateInPast => "refusal-date-in-past",
            Refusal::DateInFuture => "refusal-date-in-future",
            Refusal::AlreadySettled => "refusal-already-settled",
            Refusal::SupervisorLoop => "refusal-supervisor-loop",
            Refusal::NipTaken(_) => "refusal-nip-taken",
            Refusal::BadNip(error) => error.message_id(),
            Refusal::UnknownReceipt => "refusal-unknown-receipt",
            Refusal::AlreadyAcknowledged => "refusal-already-acknowledged",
            Refusal::ChangedSince => "refusal-changed-since",
            Refusal::NothingToUndo => "refusal-nothing-to-undo",
            Refusal::NothingToRedo => "refusal-nothing-to-redo",
            Refusal::NothingChanged => "refusal-nothing-changed",
            Refusal::LevelOutside => "refusal-level-outside",
            Refusal::UnknownCompetency(_) => "refusal-unknown-competency",
            Refusal::PositionMissing => "refusal-position-missing",
            Refusal::VersionTaken(_) => "refusal-version-taken",
            Refusal::FrameworkEmpty => "refusal-framework-empty",
            Refusal::PeriodInFuture => "refusal-period-in-future",
        }
    }

    /// What the message speaks of, where it speaks of something.
    pub fn detail(&self) -> Option<&str> {
        match self {
            Refusal::NipTaken(name) => Some(name),
            Refusal::UnknownCompetency(name) | Refusal::VersionTaken(name) => Some(name),
            _ => None,
        }
    }
}

//! What a screen asks of the application: to go somewhere, to be left, or to let the screen on top follow what was done.
//! Plain data, so that no screen names another one.

use super::command::{Command, Place};
use super::form::{Form, Purpose};
use super::reader::Reader;
use super::selection::{EvaluationAt, GoalAt};
use crate::domain::competency::self_check::Advice;
use crate::domain::competency::tally::Mark;
use crate::domain::competency::{CompetencyId, Evidence};
use crate::domain::{Change, IndicatorId, PersonId};
use jiff::civil::Date;

#[derive(Clone, Debug, PartialEq)]
pub enum Request {
    Go(Destination),
    /// Leaves the top screen; what was typed on it is kept.
    Leave,
    /// Takes the top screen away with what was typed on it.
    Discard,
    /// Takes away what lies on top of the screen.
    CloseOverlay,
    /// The draft of this session is done with.
    ForgetSession(PersonId),
    ForgetWalk,
    Follow(Follow),
    Run(Command),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Destination {
    /// One of the first screens.
    Home(Place),
    /// A person's page, with those whom the next keys go to.
    Person {
        person: PersonId,
        queue: Vec<PersonId>,
        part: Part,
    },
    Session(PersonId),
    Walk {
        queue: Vec<PersonId>,
        filter: String,
        resumable: bool,
    },
    Log(Option<PersonId>),
    /// The values of a month, of the people that the list below shows.
    Month {
        filter: String,
        month: Option<Date>,
    },
    Form(Purpose),
    /// A form with what the screen has filled in.
    FilledForm(Form),
    /// The page that judges somebody's period, with those whom the next keys go to; digits rate at once if asked.
    Evaluation {
        at: EvaluationAt,
        queue: Vec<PersonId>,
        rate: bool,
        /// The queue ends by itself, with a look at the whole of it.
        is_round: bool,
    },
    /// A form with the cursor on the target.
    FormAtTarget(Purpose),
    Reader(Reader),
    CheckIn(GoalAt, IndicatorId),
    Assign(GoalAt, Vec<PersonId>),
    SelfCheck(Vec<Advice>),
    /// The capture line, about the person of the screen below.
    Capture(Option<PersonId>),
}

/// Which part of a person's page is opened.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    #[default]
    Whole,
    /// The goals of a year, at one of them.
    Goals(Option<i16>, Option<GoalAt>),
    Competency(Mark),
}

/// What was done, for the screen on top to follow.
#[derive(Clone, Debug, PartialEq)]
pub enum Follow {
    /// A value was entered: on to the next line that takes one.
    CheckedIn,
    /// A level was given: on to the next row.
    Rated,
    /// A row was settled: on to the next one.
    Settled,
    /// The selection goes to a goal.
    SelectGoal(GoalAt),
    /// The plan of a year is shown; the one in effect if none.
    ShowPlan(PersonId, Option<i16>),
    /// An open target was set: on to the next open one.
    TargetSet,
    /// A saved line of feedback is taken up again where it was written.
    EditLine(crate::domain::FeedbackId),
    /// Back to the row that an advice is about.
    Revisit(PersonId, Mark),
    /// What a judgement stands on.
    EvidenceGiven(Vec<Evidence>),
    /// The person's evaluation is settled: on to the next one.
    Evaluated,
    /// The session of the person who is visited was closed.
    SessionClosed,
    /// The person who is visited was skipped, or put off.
    Skipped,
    /// A page shall be looked at as of a day.
    AsOf(Date),
    /// A change was taken back or made again.
    Undone(Box<Change>),
    /// The cursor goes to a cell of the map.
    SelectRating(PersonId, CompetencyId),
}

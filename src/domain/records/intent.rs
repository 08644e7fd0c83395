//! What a user asks of the domain, checked against what is true and turned into a [`Change`] or a [`Refusal`]. The
//! screens, the command line and the sample all come through here; there is no other way to make a change.

mod actions;
mod development;
mod evaluation;
mod feedback;
mod goals;
mod objection;
mod people;
mod proposals;
mod ratings;
mod sessions;
mod withdrawals;

pub use self::actions::*;
pub use self::development::*;
pub use self::evaluation::*;
pub use self::feedback::*;
pub use self::goals::*;
pub use self::objection::*;
pub use self::people::*;
pub use self::proposals::*;
pub use self::ratings::*;
pub use self::sessions::*;
pub use self::withdrawals::*;
use super::history;
use super::record::Profile;
use crate::domain::language::clean;
use crate::domain::people::roster::Roster;
use crate::domain::*;
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;

/// What is known when an intent is judged.
pub struct World<'a> {
    pub roster: &'a Roster,
    /// Dossiers of the people that the intent is about (at least).
    pub dossiers: &'a HashMap<PersonId, Dossier>,
    pub rules: &'a RuleSet,
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
}

/// An intent: its fields are what was typed, its judgement says what follows.
pub trait Judge {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal>;
}

macro_rules! intents {
    ($($kind:ident,)+) => {
        /// Everything that a user can want of records.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Intent {
            $($kind($kind),)+
        }

        impl Judge for Intent {
            fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
                match self {
                    $(Intent::$kind(intent) => intent.judge(case),)+
                }
            }
        }

        $(impl From<$kind> for Intent {
            fn from(intent: $kind) -> Self {
                Intent::$kind(intent)
            }
        })+
    };
}

intents! {
    SetProfile, Introduce, AddPerson, CorrectPerson, MovePerson, HandOver, Retire, Return, SetLeave, SetCadence,
    SetUnitCadence, NoteFeedback, CorrectFeedback, RemoveFeedback, LiftFeedback,
    OpenFeedback, PutFeedbackBack, ToggleAudience, NoteAgenda, SettleAgenda, Agree,
    CorrectAction, SettleAction, Reschedule, PlanSession, StartSession, EditSession, CloseSession, DiscardSession,
    LeaveOut, TakeIn,
    Postpone, Miss, WriteAddendum, Acknowledge, SkipInWalk, PlanResult, AssignResult, CorrectResult, RemoveResult,
    AddIndicator, CorrectIndicator, RemoveIndicator, NoteCheckIns, SayStatus, CopyPlan, InheritResults, Rate,
    RateBehaviour, ExpectBehaviour, SetStandards, SetFramework, Evaluate, HandOverEvaluation, AnswerEvaluation,
    WithdrawEvaluation, FileObjection, TakeObjectionStep, TakeStepAbout, ObjectToSheet, SetUnitResult, TakeUnitResults,
    TakeEvaluations, SetHolidays, Develop, TakeDevelopment, TakeSkps, Withdraw,
    WeighTopic, Propose, FollowProposals, SetCeiling,
}

/// Judges an intent. The change is not applied anywhere yet.
pub fn judge(world: &World<'_>, ids: &mut IdSource, intent: impl Into<Intent>) -> Result<Change, Refusal> {
    intent.into().judge(&mut Case { world, ids })
}

/// Takes a change back: its inverse as a change of its own, unless something newer touched the same records.
pub fn judge_undo(world: &World<'_>, ids: &mut IdSource, recent: &[Change]) -> Result<Change, Refusal> {
    let change = history::undoable(recent).ok_or(Refusal::NothingToUndo)?;
    let mut case = Case { world, ids };
    let ops = change.inverse_ops();
    case.still_as(change.ops.iter().map(|op| (op.record().id(), op.after())))?;
    Ok(case.change(ChangeKind::Undone { of: change.id }, change.about, ops))
}

/// Does again what was taken back.
pub fn judge_redo(world: &World<'_>, ids: &mut IdSource, recent: &[Change]) -> Result<Change, Refusal> {
    let change = history::redoable(recent).ok_or(Refusal::NothingToRedo)?;
    let mut case = Case { world, ids };
    case.still_as(change.ops.iter().map(|op| (op.record().id(), op.before())))?;
    Ok(case.change(ChangeKind::Redone { of: change.id }, change.about, change.ops.clone()))
}

/// A change that was judged elsewhere, by the same rules: whether what it leaves and what it rests on is still so here.
pub fn judge_again(world: &World<'_>, change: &Change) -> Result<(), Refusal> {
    let new = |id: PersonId| change.ops.iter().any(|op| op.record().id() == RecordId::Person(id));
    if change.people().into_iter().any(|id| !new(id) && world.roster.row(id).is_none()) {
        return Err(Refusal::NoSuchPerson);
    }
    // A change may touch a record twice: what it found is what its first operation says.
    let mut seen = std::collections::HashSet::new();
    let first = change.ops.iter().filter(|op| seen.insert(op.record().id()));
    let case = Case { world, ids: &mut IdSource::seeded(0) };
    case.still_as(first.map(|op| (op.record().id(), op.before())))
}

/// What is known while one intent is judged, with the identifiers of what it makes.
pub struct Case<'a> {
    world: &'a World<'a>,
    ids: &'a mut IdSource,
}

impl Case<'_> {
    fn uuid(&mut self) -> uuid::Uuid {
        self.ids.uuid(self.world.now)
    }

    fn change(&mut self, kind: ChangeKind, about: Option<PersonId>, ops: Vec<Op>) -> Change {
        Change { id: ChangeId(self.uuid()), at: self.world.now, by: self.world.actor.clone(), kind, about, ops }
    }

    fn one(&mut self, kind: ChangeKind, about: PersonId, op: Op) -> Result<Change, Refusal> {
        Ok(self.change(kind, Some(about), vec![op]))
    }

    /// The change that leaves `new` where `was` stood, about the person of both.
    fn replace<R: Into<Record> + PartialEq>(&mut self, kind: ChangeKind, was: R, new: R) -> Result<Change, Refusal> {
        if was == new {
            return Err(Refusal::NothingChanged);
        }
        let op = Op::replace(was, new);
        Ok(self.change(kind, op.record().person(), vec![op]))
    }

    fn dossier(&self, id: PersonId) -> Result<&Dossier, Refusal> {
        self.world.dossiers.get(&id).ok_or(Refusal::NoSuchPerson)
    }

    fn person(&self, id: PersonId) -> Result<&Person, Refusal> {
        Ok(&self.dossier(id)?.person)
    }

    /// Every record that an undo would overwrite must still be what the undone change left.
    fn still_as<'r>(&self, expected: impl Iterator<Item = (RecordId, Option<&'r Record>)>) -> Result<(), Refusal> {
        // A change may touch a record twice: only its last state counts.
        let mut last: HashMap<RecordId, Option<&Record>> = HashMap::new();
        for (id, record) in expected {
            last.insert(id, record);
        }
        for (id, expected) in last {
            let person = expected.and_then(Record::person);
            let current = self.current(id, person);
            if let Some(current) = current
                && current.as_ref() != expected
            {
                return Err(Refusal::ChangedSince);
            }
        }
        Ok(())
    }

    /// The record as it is now: `None` if it can't be known here, `Some(None)` if it does not exist.
    fn current(&self, id: RecordId, person: Option<PersonId>) -> Option<Option<Record>> {
        match id {
            RecordId::Profile => Some(Some(Record::Profile(self.world.roster.profile.clone()))),
            RecordId::Unit(unit) => Some(self.world.roster.units.get(unit).cloned().map(Record::Unit)),
            RecordId::Framework(id) => Some(self.world.roster.catalogue.edition(id).cloned().map(Record::Framework)),
            RecordId::UnitResult(id) => {
                Some(self.world.roster.catalogue.office.unit_result(id).cloned().map(Record::UnitResult))
            }
            RecordId::HolidayList(id) => {
                let list = self.world.roster.catalogue.office.holiday_lists().find(|list| list.id == id);
                Some(list.cloned().map(Record::HolidayList))
            }
            RecordId::Standard(id) => Some(self.world.roster.catalogue.standard(id).cloned().map(Record::Standard)),
            RecordId::Course(id) => Some(self.world.roster.catalogue.development.course(id).cloned().map(Record::Course)),
            RecordId::BudgetLine(id) => {
                Some(self.world.roster.catalogue.development.line(id).cloned().map(Record::BudgetLine))
            }
            RecordId::Proposal(id) => {
                Some(self.world.roster.catalogue.development.proposal(id).cloned().map(Record::Proposal))
            }
            RecordId::Person(person) => self.world.dossiers.get(&person).map(|d| Some(Record::Person(d.person.clone()))),
            id => {
                let dossier = match person {
                    Some(person) => self.world.dossiers.get(&person)?,
                    None => self.world.dossiers.values().find(|d| d.record(id).is_some())?,
                };
                Some(dossier.record(id))
            }
        }
    }
}

/// A text that must say something, cleaned.
fn said(text: Audienced<String>) -> Result<Audienced<String>, Refusal> {
    let clean = whole(text.for_supervisor())?;
    if clean.trim().is_empty() {
        return Err(Refusal::EmptyText);
    }
    Ok(Audienced::new(text.audience(), clean))
}

/// A text, cleaned; one of which the end would be cut off is refused, whichever way it came.
fn whole(text: &str) -> Result<String, Refusal> {
    match clean::exceeds(text, clean::MAX_TEXT) {
        true => Err(Refusal::TextTooLong(clean::MAX_TEXT)),
        false => Ok(clean::clean_text(text)),
    }
}

/// The same of what stands on one line.
fn whole_line(text: &str) -> Result<String, Refusal> {
    match clean::exceeds(text, clean::MAX_LINE) {
        true => Err(Refusal::TextTooLong(clean::MAX_LINE)),
        false => Ok(clean::clean_line(text)),
    }
}

fn reason(text: &str) -> Result<String, Refusal> {
    let clean = whole_line(text)?;
    if clean.is_empty() { Err(Refusal::ReasonMissing) } else { Ok(clean) }
}

fn tags(list: Vec<String>) -> Vec<String> {
    let mut out: Vec<String> =
        list.iter().map(|t| clean::fold(&clean::clean_line(t)).replace(' ', "-")).filter(|t| !t.is_empty()).collect();
    out.sort();
    out.dedup();
    out
}

fn optional(text: Option<String>) -> Option<String> {
    text.map(|t| clean::clean_line(&t)).filter(|t| !t.is_empty())
}

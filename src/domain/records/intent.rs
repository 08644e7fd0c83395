//! What a user asks of the domain, checked against what is true and turned into a [`Change`] or a [`Refusal`]. The
//! screens, the command line and the sample all come through here; there is no other way to make a change.

mod evaluation;
mod goals;
mod people;
mod ratings;
mod sessions;
mod talk;

pub use self::evaluation::{
    AnswerEvaluation, FileObjection, HandOverEvaluation, Judge, ListedEvaluation, NewDecision, NewStep, SetUnitResult,
    TakeEvaluations, TakeObjectionStep, WithdrawEvaluation,
};
pub use self::goals::{Assignment, IndicatorTerms, NewCheckIn, NewResult, ResultTerms, tag_of};
use crate::domain::language::clean;
use crate::domain::records::history;

use super::record::Profile;
use crate::domain::calendar::HolidayYear;
use crate::domain::competency::BehaviourValue;
use crate::domain::goal::GoalStatus;
use crate::domain::people::roster::Roster;
use crate::domain::period::EvaluationPeriod;
use crate::domain::*;
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;

pub use self::ratings::{NewBehaviourRating, NewRating, NewStandard};

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

/// Everything that a user can want of records.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    SetProfile {
        profile: Profile,
    },
    /// Says who uses the store by making the person as well.
    Introduce {
        name: PersonName,
        nip: Option<Nip>,
        position: Option<String>,
        unit: Option<String>,
        capacity: Capacity,
    },
    AddPerson {
        person: NewPerson,
    },
    CorrectPerson {
        person: PersonId,
        name: PersonName,
        nip: Option<Nip>,
        kind: EmploymentKind,
        rank: Option<String>,
        position: Option<String>,
        tags: Vec<String>,
    },
    /// Another unit (by name, made if new) and position.
    MovePerson {
        person: PersonId,
        unit: Option<String>,
        position: Option<String>,
    },
    HandOver {
        person: PersonId,
        supervisor: Option<PersonId>,
    },
    Retire {
        person: PersonId,
        status: PersonStatus,
    },
    Return {
        person: PersonId,
    },
    SetLeave {
        person: PersonId,
        from: Date,
        until: Option<Date>,
    },
    SetCadence {
        person: PersonId,
        cadence: Option<Cadence>,
        probation_until: Option<Date>,
    },
    SetUnitCadence {
        unit: UnitId,
        cadence: Option<Cadence>,
    },

    NoteFeedback {
        person: PersonId,
        on: Date,
        kind: FeedbackKind,
        words: Audienced<Sbi>,
        tags: Vec<String>,
        session: Option<SessionId>,
    },
    CorrectFeedback {
        person: PersonId,
        id: FeedbackId,
        kind: FeedbackKind,
        words: Audienced<Sbi>,
        tags: Vec<String>,
    },
    RemoveFeedback {
        person: PersonId,
        id: FeedbackId,
    },
    /// The promote key.
    ToggleAudience {
        person: PersonId,
        record: RecordId,
    },
    NoteAgenda {
        person: PersonId,
        text: Audienced<String>,
        tags: Vec<String>,
    },
    SettleAgenda {
        person: PersonId,
        id: AgendaId,
        outcome: Outcome,
    },
    Agree {
        person: PersonId,
        owner: Owner,
        text: Audienced<String>,
        due: Option<Date>,
        measure: String,
        tags: Vec<String>,
        session: Option<SessionId>,
    },
    CorrectAction {
        person: PersonId,
        id: ActionId,
        owner: Owner,
        text: Audienced<String>,
        due: Option<Date>,
        measure: String,
    },
    SettleAction {
        person: PersonId,
        id: ActionId,
        outcome: Outcome,
        session: Option<SessionId>,
    },
    Reschedule {
        person: PersonId,
        id: ActionId,
        due: Option<Date>,
    },

    PlanSession {
        person: PersonId,
        on: Date,
    },
    StartSession {
        person: PersonId,
        kind: SessionKind,
    },
    EditSession {
        person: PersonId,
        id: SessionId,
        edit: SessionEdit,
    },
    /// `sheet` is what the employee receives.
    CloseSession {
        person: PersonId,
        id: SessionId,
        sheet: SharedText,
        next: Option<Date>,
    },
    /// An open session that turned out to be none.
    DiscardSession {
        person: PersonId,
        id: SessionId,
    },
    Postpone {
        person: PersonId,
        to: Option<Date>,
        reason: String,
    },
    Miss {
        person: PersonId,
        reason: String,
        next: Option<Date>,
    },
    WriteAddendum {
        person: PersonId,
        id: SessionId,
        text: Audienced<String>,
    },
    Acknowledge {
        person: PersonId,
        receipt: String,
        answer: Acknowledgement,
    },
    SkipInWalk {
        person: PersonId,
        reason: String,
    },

    PlanResult {
        person: PersonId,
        result: NewResult,
    },
    /// The same result to several people at once.
    AssignResult {
        result: NewResult,
        to: Vec<Assignment>,
    },
    CorrectResult {
        person: PersonId,
        id: ResultId,
        terms: ResultTerms,
    },
    RemoveResult {
        person: PersonId,
        id: ResultId,
    },
    AddIndicator {
        person: PersonId,
        result: ResultId,
        terms: IndicatorTerms,
    },
    /// With a reason where an agreed target changes.
    CorrectIndicator {
        person: PersonId,
        result: ResultId,
        id: IndicatorId,
        terms: IndicatorTerms,
        reason: String,
    },
    RemoveIndicator {
        person: PersonId,
        result: ResultId,
        id: IndicatorId,
    },
    CheckIn {
        person: PersonId,
        entries: Vec<NewCheckIn>,
        session: Option<SessionId>,
    },
    SayStatus {
        person: PersonId,
        result: ResultId,
        status: GoalStatus,
        reason: String,
    },
    CopyPlan {
        person: PersonId,
        from_year: i16,
        to: Period,
    },
    /// What stayed with the post when `from` left it goes to `person`.
    InheritResults {
        person: PersonId,
        from: PersonId,
    },
    /// One cell or many in one change.
    Rate {
        ratings: Vec<NewRating>,
        session: Option<SessionId>,
    },
    RateBehaviour {
        person: PersonId,
        period: EvaluationPeriod,
        on: Date,
        ratings: Vec<NewBehaviourRating>,
    },
    /// The leader's special expectation; an empty text takes it away.
    ExpectBehaviour {
        person: PersonId,
        value: BehaviourValue,
        period: EvaluationPeriod,
        text: String,
    },
    SetStandards {
        standards: Vec<NewStandard>,
    },
    SetFramework {
        framework: Box<Framework>,
    },
    Judge(Box<Judge>),
    HandOverEvaluation(HandOverEvaluation),
    AnswerEvaluation(AnswerEvaluation),
    WithdrawEvaluation(WithdrawEvaluation),
    FileObjection(FileObjection),
    TakeObjectionStep(TakeObjectionStep),
    SetUnitResult(SetUnitResult),
    TakeEvaluations(TakeEvaluations),
    SetHolidays {
        lists: Vec<HolidayYear>,
    },
}

/// A person as entered by hand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewPerson {
    pub name: PersonName,
    pub nip: Option<Nip>,
    pub kind: EmploymentKind,
    pub rank: Option<String>,
    pub position: Option<String>,
    /// By name; a new name makes a new unit.
    pub unit: Option<String>,
    pub supervisor: Option<PersonId>,
    pub tags: Vec<String>,
}

/// What became of an agenda line or an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    Done,
    NotDone {
        reason: String,
    },
    /// Goes on to the next session, perhaps with another day.
    Carried {
        due: Option<Date>,
    },
    Dropped {
        reason: String,
    },
}

/// A change inside an open session; fields that are `None` stay.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SessionEdit {
    pub kind: Option<SessionKind>,
    pub purpose: Option<String>,
    pub grow: Option<Audienced<Grow>>,
    pub response: Option<Response>,
    pub next: Option<Date>,
}

/// Judges an intent. The change is not applied anywhere yet.
pub fn plan(world: &World<'_>, ids: &mut IdSource, intent: Intent) -> Result<Change, Refusal> {
    let mut planner = Planner { world, ids };
    use Intent::*;
    match intent {
        SetProfile { profile } => planner.set_profile(profile),
        Introduce { name, nip, position, unit, capacity } => planner.introduce(name, nip, position, unit, capacity),
        AddPerson { person } => planner.add_person(person),
        CorrectPerson { person, name, nip, kind, rank, position, tags } => {
            planner.correct_person(person, name, nip, kind, rank, position, tags)
        }
        MovePerson { person, unit, position } => planner.move_person(person, unit, position),
        HandOver { person, supervisor } => planner.hand_over(person, supervisor),
        Retire { person, status } => planner.retire(person, status),
        Return { person } => planner.set_status(person, PersonStatus::Active, ChangeKind::PersonReturned),
        SetLeave { person, from, until } => planner.set_leave(person, from, until),
        SetCadence { person, cadence, probation_until } => planner.set_cadence(person, cadence, probation_until),
        SetUnitCadence { unit, cadence } => planner.set_unit_cadence(unit, cadence),
        NoteFeedback { person, on, kind, words, tags, session } => {
            planner.note_feedback(person, on, kind, words, tags, session)
        }
        CorrectFeedback { person, id, kind, words, tags } => planner.correct_feedback(person, id, kind, words, tags),
        RemoveFeedback { person, id } => planner.remove_feedback(person, id),
        ToggleAudience { person, record } => planner.toggle_audience(person, record),
        NoteAgenda { person, text, tags } => planner.note_agenda(person, text, tags),
        SettleAgenda { person, id, outcome } => planner.settle_agenda(person, id, outcome),
        Agree { person, owner, text, due, measure, tags, session } => {
            planner.agree(person, owner, text, due, measure, tags, session)
        }
        CorrectAction { person, id, owner, text, due, measure } => {
            planner.correct_action(person, id, owner, text, due, measure)
        }
        SettleAction { person, id, outcome, session } => planner.settle_action(person, id, outcome, session),
        Reschedule { person, id, due } => planner.reschedule(person, id, due),
        PlanSession { person, on } => planner.plan_session(person, on),
        StartSession { person, kind } => planner.start_session(person, kind),
        EditSession { person, id, edit } => planner.edit_session(person, id, edit),
        CloseSession { person, id, sheet, next } => planner.close_session(person, id, sheet, next),
        DiscardSession { person, id } => planner.discard_session(person, id),
        Postpone { person, to, reason } => planner.postpone(person, to, reason),
        Miss { person, reason, next } => planner.miss(person, reason, next),
        WriteAddendum { person, id, text } => planner.write_addendum(person, id, text),
        Acknowledge { person, receipt, answer } => planner.acknowledge(person, &receipt, answer),
        SkipInWalk { person, reason } => planner.skip_in_walk(person, reason),
        PlanResult { person, result } => planner.plan_result(person, result),
        AssignResult { result, to } => planner.assign_result(result, to),
        CorrectResult { person, id, terms } => planner.correct_result(person, id, terms),
        RemoveResult { person, id } => planner.remove_result(person, id),
        AddIndicator { person, result, terms } => planner.add_indicator(person, result, terms),
        CorrectIndicator { person, result, id, terms, reason } => {
            planner.correct_indicator(person, result, id, terms, reason)
        }
        RemoveIndicator { person, result, id } => planner.remove_indicator(person, result, id),
        CheckIn { person, entries, session } => planner.check_in(person, entries, session),
        SayStatus { person, result, status, reason } => planner.say_status(person, result, status, reason),
        CopyPlan { person, from_year, to } => planner.copy_plan(person, from_year, to),
        InheritResults { person, from } => planner.inherit_results(person, from),
        Rate { ratings, session } => planner.rate(ratings, session),
        RateBehaviour { person, period, on, ratings } => planner.rate_behaviour(person, period, on, ratings),
        ExpectBehaviour { person, value, period, text } => planner.expect_behaviour(person, value, period, &text),
        SetStandards { standards } => planner.set_standards(standards),
        SetFramework { framework } => planner.set_framework(*framework),
        Judge(new) => planner.judge(*new),
        HandOverEvaluation(new) => planner.hand_over_evaluation(new),
        AnswerEvaluation(new) => planner.answer_evaluation(new),
        WithdrawEvaluation(new) => planner.withdraw_evaluation(new),
        FileObjection(new) => planner.file_objection(new),
        TakeObjectionStep(new) => planner.take_objection_step(new),
        SetUnitResult(new) => planner.set_unit_result(new),
        TakeEvaluations(new) => planner.take_evaluations(new),
        SetHolidays { lists } => planner.set_holidays(lists),
    }
}

/// Takes a change back: its inverse as a change of its own, unless something newer touched the same records.
pub fn plan_undo(world: &World<'_>, ids: &mut IdSource, recent: &[Change]) -> Result<Change, Refusal> {
    let change = history::undoable(recent).ok_or(Refusal::NothingToUndo)?;
    let mut planner = Planner { world, ids };
    let ops = change.inverse_ops();
    planner.still_as(change.ops.iter().map(|op| (op.record().id(), op.after())))?;
    Ok(planner.change(ChangeKind::Undone { of: change.id }, change.about, ops))
}

/// Does again what was taken back.
pub fn plan_redo(world: &World<'_>, ids: &mut IdSource, recent: &[Change]) -> Result<Change, Refusal> {
    let change = history::redoable(recent).ok_or(Refusal::NothingToRedo)?;
    let mut planner = Planner { world, ids };
    planner.still_as(change.ops.iter().map(|op| (op.record().id(), op.before())))?;
    Ok(planner.change(ChangeKind::Redone { of: change.id }, change.about, change.ops.clone()))
}

pub(super) struct Planner<'a> {
    pub(super) world: &'a World<'a>,
    pub(super) ids: &'a mut IdSource,
}

impl Planner<'_> {
    fn uuid(&mut self) -> uuid::Uuid {
        self.ids.uuid(self.world.now)
    }

    fn change(&mut self, kind: ChangeKind, about: Option<PersonId>, ops: Vec<Op>) -> Change {
        Change { id: ChangeId(self.uuid()), at: self.world.now, by: self.world.actor.clone(), kind, about, ops }
    }

    fn one(&mut self, kind: ChangeKind, about: PersonId, op: Op) -> Result<Change, Refusal> {
        Ok(self.change(kind, Some(about), vec![op]))
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
    let clean = clean::clean_text(text.for_supervisor());
    if clean.trim().is_empty() {
        return Err(Refusal::EmptyText);
    }
    Ok(Audienced::new(text.audience(), clean))
}

fn reason(text: &str) -> Result<String, Refusal> {
    let clean = clean::clean_line(text);
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

//! Small forms over a screen: a few fields, one purpose. What was typed survives Esc and restarts like any draft.

mod development;
mod evaluation;
mod field;
mod filled;
mod indicator;
mod objection;
mod proposals;
mod rating;
mod result;
mod withdrawal;

pub use self::development::option_text;
pub use self::evaluation::piece_text;
pub use self::field::{Field, FieldName, Input};
pub use self::filled::Wrong;
pub use self::proposals::waiting;
pub use self::withdrawal::on_sheet;

use self::field::{choice, line};
use super::editor::Editor;
use super::office::Office;
use crate::domain::competency::BehaviourValue;
use crate::domain::competency::tally::Mark;
use crate::domain::development::SubjectMark;
use crate::domain::evaluation::objection::ObjectionAbout;
use crate::domain::language::dates::{parse_day, parse_future, parse_past};
use crate::domain::period::EvaluationPeriod;
use crate::domain::{
    ActionId, AgendaId, Audience, DecimalSign, EmploymentKind, EvaluationId, FeedbackId, FeedbackKind, IndicatorId, ItemId,
    Number, ObjectionId, Owner, PairId, PersonId, PersonStatus, RecordId, Refusal, ResultId, SessionId, WishId,
    goal::GoalStatus,
};
use crate::i18n::Text;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Form {
    pub purpose: Purpose,
    pub fields: Vec<Field>,
    pub focus: usize,
    /// Which of the proposals for the field was asked for.
    #[serde(skip)]
    pub offered: Option<usize>,
    /// Why it could not be accepted.
    #[serde(skip)]
    pub error: Option<Text>,
}

/// What the form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Purpose {
    Introduce,
    AddPerson,
    CorrectPerson(PersonId),
    MovePerson(PersonId),
    HandOver(PersonId),
    SetLeave(PersonId),
    Retire(PersonId),
    SetCadence(PersonId),
    TeamCadence,
    PlanSession(PersonId),
    Postpone(PersonId),
    Miss(PersonId),
    NotDone(PersonId, ActionId),
    DropAction(PersonId, ActionId),
    DropAgenda(PersonId, AgendaId),
    /// Why a shared record stays off the sheet of a session.
    LeaveOut(PersonId, SessionId, RecordId),
    Carry(PersonId, ActionId),
    Reschedule(PersonId, ActionId),
    AddAction(PersonId),
    EditAction(PersonId, ActionId),
    EditFeedback(PersonId, FeedbackId),
    Addendum(PersonId, SessionId),
    Acknowledge(PersonId),
    SkipInWalk(PersonId),
    GoalStatus(PersonId, ResultId),
    /// A new result in the plan of a year.
    AddResult(PersonId, i16),
    EditResult(PersonId, ResultId),
    AddIndicator(PersonId, ResultId),
    EditIndicator(PersonId, ResultId, IndicatorId),
    InheritResults(PersonId),
    /// A rating with its reason and what it stands on.
    Rate(PersonId, Mark),
    RateBehaviour(PersonId, BehaviourValue, EvaluationPeriod),
    ExpectBehaviour(PersonId, BehaviourValue, EvaluationPeriod),
    /// The day as which a page is looked at.
    AsOf(PersonId),
    /// Why somebody is not assessed in a period.
    NotAssessed(PersonId, EvaluationPeriod),
    /// What a judgement stands on; goes to the page that asked.
    EvaluationEvidence(PersonId, EvaluationPeriod),
    HandOverEvaluation(PersonId, EvaluationId),
    AnswerEvaluation(PersonId, EvaluationId),
    EvaluationObjection(PersonId, ObjectionId),
    WithdrawEvaluation(PersonId, EvaluationId),
    UnitResult(EvaluationPeriod),
    /// What was wrong goes, with a reason; what is right may take its place.
    Withdraw(PersonId, RecordId),
    /// What is right takes the place of what was wrong.
    Replace(PersonId, RecordId),
    /// The next step of an objection that is open.
    ObjectionStep(PersonId, ObjectionAbout),
    /// An item of a person's plan, perhaps about a need.
    PlanItem(PersonId, Option<SubjectMark>),
    CorrectItem(PersonId, ItemId),
    DropItem(PersonId, ItemId),
    /// Whether the expected behaviour is seen.
    AnswerEffect(PersonId, ItemId),
    /// Something that was learnt, perhaps an item of the plan.
    Learn(PersonId, Option<ItemId>),
    WishFor(PersonId),
    DropWish(PersonId, WishId),
    /// Why a need is set aside.
    SetAside(PersonId, SubjectMark),
    /// A mentor for somebody, perhaps for an item of the plan.
    PairUp(PersonId, Option<ItemId>),
    PairTalk(PersonId, PairId, Option<Date>),
    EndPair(PersonId, PairId),
    /// What became of a line of the proposal of a year.
    LineState(SubjectMark, i16),
    CancelLine(SubjectMark, i16),
    /// The money of a year.
    Ceiling(i16),
}

impl Purpose {
    /// `form-<id>` is the title, `form-<id>-help` a line under it.
    pub fn id(self) -> &'static str {
        match self {
            Purpose::Introduce => "introduce",
            Purpose::AddPerson => "add-person",
            Purpose::CorrectPerson(_) => "correct-person",
            Purpose::MovePerson(_) => "move-person",
            Purpose::HandOver(_) => "hand-over",
            Purpose::SetLeave(_) => "leave",
            Purpose::Retire(_) => "retire",
            Purpose::SetCadence(_) => "cadence",
            Purpose::TeamCadence => "team-cadence",
            Purpose::PlanSession(_) => "plan",
            Purpose::Postpone(_) => "postpone",
            Purpose::Miss(_) => "miss",
            Purpose::NotDone(..) => "not-done",
            Purpose::DropAction(..) | Purpose::DropAgenda(..) => "drop",
            Purpose::LeaveOut(..) => "leave-out",
            Purpose::Carry(..) => "carry",
            Purpose::Reschedule(..) => "reschedule",
            Purpose::AddAction(_) => "add-action",
            Purpose::EditAction(..) => "edit-action",
            Purpose::EditFeedback(..) => "edit-feedback",
            Purpose::Addendum(..) => "addendum",
            Purpose::Acknowledge(_) => "acknowledge",
            Purpose::SkipInWalk(_) => "skip",
            Purpose::GoalStatus(..) => "goal-status",
            Purpose::AddResult(..) => "add-result",
            Purpose::EditResult(..) => "edit-result",
            Purpose::AddIndicator(..) => "add-indicator",
            Purpose::EditIndicator(..) => "edit-indicator",
            Purpose::InheritResults(_) => "inherit-results",
            Purpose::Rate(..) => "rate",
            Purpose::RateBehaviour(..) => "rate-behaviour",
            Purpose::ExpectBehaviour(..) => "expect-behaviour",
            Purpose::AsOf(_) => "as-of",
            Purpose::NotAssessed(..) => "not-assessed",
            Purpose::EvaluationEvidence(..) => "evaluation-evidence",
            Purpose::HandOverEvaluation(..) => "hand-over-evaluation",
            Purpose::AnswerEvaluation(..) => "answer-evaluation",
            Purpose::EvaluationObjection(..) => "evaluation-objection",
            Purpose::WithdrawEvaluation(..) => "withdraw-evaluation",
            Purpose::UnitResult(_) => "unit-result",
            Purpose::Withdraw(..) => "withdraw",
            Purpose::Replace(..) => "replace",
            Purpose::ObjectionStep(..) => "objection",
            Purpose::PlanItem(..) => "plan-item",
            Purpose::CorrectItem(..) => "correct-item",
            Purpose::DropItem(..) => "drop-item",
            Purpose::AnswerEffect(..) => "answer-effect",
            Purpose::Learn(..) => "learn",
            Purpose::WishFor(_) => "wish",
            Purpose::DropWish(..) => "drop-wish",
            Purpose::SetAside(..) => "set-aside",
            Purpose::PairUp(..) => "pair",
            Purpose::PairTalk(..) => "pair-talk",
            Purpose::EndPair(..) => "end-pair",
            Purpose::LineState(..) => "line-state",
            Purpose::CancelLine(..) => "cancel-line",
            Purpose::Ceiling(_) => "ceiling",
        }
    }

    /// Its day lies behind.
    fn looks_back(self) -> bool {
        matches!(self, Purpose::Retire(_) | Purpose::Rate(..) | Purpose::AsOf(_) | Purpose::ObjectionStep(..))
            || self.is_about_evaluation()
    }

    pub fn is_about_evaluation(self) -> bool {
        use Purpose::*;
        matches!(
            self,
            NotAssessed(..)
                | EvaluationEvidence(..)
                | HandOverEvaluation(..)
                | AnswerEvaluation(..)
                | EvaluationObjection(..)
                | WithdrawEvaluation(..)
                | UnitResult(_)
        )
    }

    pub fn person(self) -> Option<PersonId> {
        match self {
            Purpose::Introduce | Purpose::AddPerson | Purpose::TeamCadence | Purpose::UnitResult(_) => None,
            Purpose::LineState(..) | Purpose::CancelLine(..) | Purpose::Ceiling(_) => None,
            Purpose::CorrectPerson(p)
            | Purpose::MovePerson(p)
            | Purpose::HandOver(p)
            | Purpose::SetLeave(p)
            | Purpose::Retire(p)
            | Purpose::SetCadence(p)
            | Purpose::AsOf(p)
            | Purpose::PlanSession(p)
            | Purpose::Postpone(p)
            | Purpose::Miss(p)
            | Purpose::NotDone(p, _)
            | Purpose::DropAction(p, _)
            | Purpose::DropAgenda(p, _)
            | Purpose::LeaveOut(p, ..)
            | Purpose::Carry(p, _)
            | Purpose::Reschedule(p, _)
            | Purpose::AddAction(p)
            | Purpose::EditAction(p, _)
            | Purpose::EditFeedback(p, _)
            | Purpose::Addendum(p, _)
            | Purpose::Acknowledge(p)
            | Purpose::SkipInWalk(p)
            | Purpose::GoalStatus(p, _)
            | Purpose::AddResult(p, _)
            | Purpose::EditResult(p, _)
            | Purpose::AddIndicator(p, _)
            | Purpose::EditIndicator(p, ..)
            | Purpose::InheritResults(p)
            | Purpose::Rate(p, _)
            | Purpose::RateBehaviour(p, ..)
            | Purpose::ExpectBehaviour(p, ..)
            | Purpose::NotAssessed(p, _)
            | Purpose::EvaluationEvidence(p, _)
            | Purpose::HandOverEvaluation(p, _)
            | Purpose::AnswerEvaluation(p, _)
            | Purpose::EvaluationObjection(p, _)
            | Purpose::WithdrawEvaluation(p, _)
            | Purpose::Withdraw(p, _)
            | Purpose::Replace(p, _)
            | Purpose::ObjectionStep(p, _)
            | Purpose::PlanItem(p, _)
            | Purpose::CorrectItem(p, _)
            | Purpose::DropItem(p, _)
            | Purpose::AnswerEffect(p, _)
            | Purpose::Learn(p, _)
            | Purpose::WishFor(p)
            | Purpose::DropWish(p, _)
            | Purpose::SetAside(p, _)
            | Purpose::PairUp(p, _)
            | Purpose::PairTalk(p, ..)
            | Purpose::EndPair(p, _) => Some(p),
        }
    }
}

const KINDS: [EmploymentKind; 4] = [EmploymentKind::Pns, EmploymentKind::Cpns, EmploymentKind::Pppk, EmploymentKind::Other];
const AUDIENCES: [&str; 2] = ["audience-private", "audience-shared"];
const STATUSES: [&str; 5] =
    ["goal-status-on-track", "goal-status-slipping", "goal-status-off-track", "goal-status-done", "goal-status-dropped"];
const OWNERS: [&str; 2] = ["owner-employee", "owner-supervisor"];

/// A day as it is put into a field: day/month/year.
pub fn written_day(day: Date) -> String {
    format!("{}/{}/{}", day.day(), day.month(), day.year())
}

impl Form {
    /// The form for a purpose, filled with what is known.
    pub fn new(purpose: Purpose, office: &Office, sign: DecimalSign) -> Form {
        use FieldName as F;
        let row = purpose.person().and_then(|id| office.row(id));
        let own = |f: fn(&crate::domain::RosterRow) -> Option<String>| row.and_then(f).unwrap_or_default();
        let fields = match purpose {
            Purpose::Introduce => vec![
                line(F::Name, ""),
                line(F::Nip, ""),
                line(F::Position, ""),
                line(F::Unit, ""),
                choice(F::Capacity, &["capacity-definitive", "capacity-acting-vacant", "capacity-acting-daily"], 0),
            ],
            Purpose::AddPerson => person_fields("", "", EmploymentKind::Pns, "", "", "", Some("")),
            Purpose::CorrectPerson(_) => person_fields(
                &own(|r| Some(r.name.full())),
                &own(|r| r.nip.as_ref().map(|n| n.grouped())),
                row.map_or(EmploymentKind::Pns, |r| r.kind),
                &own(|r| r.rank.clone()),
                &own(|r| r.position.clone()),
                &own(|r| Some(r.tags.join(" "))),
                None,
            ),
            Purpose::MovePerson(_) => {
                let unit = office.roster.units.name(row.and_then(|r| r.unit));
                vec![line(F::Unit, unit), line(F::Position, own(|r| r.position.clone()))]
            }
            Purpose::HandOver(_) => {
                let above = row.and_then(|r| r.supervisor).and_then(|id| office.row(id)).map(|r| r.name.full());
                vec![line(F::Supervisor, above.unwrap_or_default())]
            }
            Purpose::SetLeave(_) => {
                let (from, until) = match row.map(|r| &r.status) {
                    Some(PersonStatus::Leave { from, until }) => (*from, *until),
                    _ => (office.today, None),
                };
                vec![line(F::From, written_day(from)), line(F::Until, until.map(written_day).unwrap_or_default())]
            }
            Purpose::Retire(_) => vec![
                choice(F::Ending, &["ending-retired", "ending-left", "ending-returned"], 0),
                line(F::Day, written_day(office.today)),
                line(F::Reason, ""),
            ],
            Purpose::SetCadence(_) => vec![
                line(F::Cadence, own(|r| r.cadence.map(|c| c.to_string()))),
                line(F::Probation, own(|r| r.probation_until.map(written_day))),
            ],
            Purpose::TeamCadence => {
                vec![line(F::Cadence, office.roster.profile.cadence.unwrap_or(office.rules.cadence).to_string())]
            }
            Purpose::PlanSession(_) => vec![line(F::Day, "")],
            Purpose::Postpone(_) | Purpose::Miss(_) => vec![line(F::Reason, ""), line(F::Day, "")],
            Purpose::NotDone(..)
            | Purpose::DropAction(..)
            | Purpose::DropAgenda(..)
            | Purpose::SkipInWalk(_)
            | Purpose::LeaveOut(..) => {
                vec![line(F::Reason, "")]
            }
            Purpose::Carry(..) => vec![line(F::NewDue, "")],
            Purpose::Reschedule(person, id) => {
                let due = office.dossier(person).and_then(|d| d.action(id)).and_then(|a| a.due);
                vec![line(F::Due, due.map(written_day).unwrap_or_default())]
            }
            Purpose::AddAction(_) => action_fields("", 0, "", "", Audience::Shared),
            Purpose::EditAction(person, id) => {
                let action = office.dossier(person).and_then(|d| d.action(id));
                action.map_or_else(Vec::new, |a| {
                    let owner = usize::from(a.owner == Owner::Supervisor);
                    let due = a.due.map(written_day).unwrap_or_default();
                    action_fields(a.text.for_supervisor(), owner, &due, &a.measure, a.text.audience())
                })
            }
            Purpose::EditFeedback(person, id) => {
                let feedback = office.dossier(person).and_then(|d| d.feedback(id));
                feedback.map_or_else(Vec::new, |f| {
                    let sbi = f.words.for_supervisor();
                    let kinds = ["feedback-praise", "feedback-improve", "feedback-observation"];
                    let at = KIND_ORDER.iter().position(|k| *k == f.kind).unwrap_or(2);
                    vec![
                        choice(F::FeedbackKind, &kinds, at),
                        line(F::Situation, &sbi.situation),
                        line(F::Behaviour, &sbi.behaviour),
                        line(F::Impact, &sbi.impact),
                        line(F::Intent, &sbi.intent),
                        line(F::Tags, f.tags.join(" ")),
                        choice(F::Audience, &AUDIENCES, usize::from(f.words.audience() == Audience::Shared)),
                    ]
                })
            }
            Purpose::Addendum(..) => vec![line(F::Correction, ""), choice(F::Audience, &AUDIENCES, 0)],
            Purpose::Acknowledge(_) => vec![
                line(F::Receipt, ""),
                choice(F::Answer, &["answer-signed", "answer-read", "answer-objects"], 0),
                line(F::Reason, ""),
            ],
            Purpose::GoalStatus(person, id) => {
                let word = office.dossier(person).and_then(|d| d.result(id)).and_then(|r| r.words.last());
                let at = word.and_then(|w| GoalStatus::ALL.iter().position(|s| *s == w.status)).unwrap_or(0);
                vec![choice(F::GoalStatus, &STATUSES, at), line(F::Reason, "")]
            }
            Purpose::AddResult(person, year) => result::new_fields(person, year, office),
            Purpose::EditResult(person, id) => result::known_fields(person, id, office, sign),
            Purpose::AddIndicator(person, result) => indicator::new_fields(person, result, office),
            Purpose::EditIndicator(person, result, id) => indicator::known_fields(person, result, id, office, sign),
            Purpose::InheritResults(person) => vec![line(F::Predecessor, proposals::first_predecessor(person, office))],
            Purpose::Rate(person, competency) => rating::fields(person, competency, office),
            Purpose::RateBehaviour(person, value, period) => rating::behaviour_fields(person, value, period, office),
            Purpose::AsOf(_) => vec![line(F::Day, "")],
            Purpose::NotAssessed(..)
            | Purpose::EvaluationEvidence(..)
            | Purpose::HandOverEvaluation(..)
            | Purpose::AnswerEvaluation(..)
            | Purpose::EvaluationObjection(..)
            | Purpose::WithdrawEvaluation(..)
            | Purpose::UnitResult(_) => evaluation::fields(purpose, office),
            Purpose::Withdraw(person, record) => withdrawal::fields(person, record, false, office),
            Purpose::Replace(person, record) => withdrawal::fields(person, record, true, office),
            Purpose::ObjectionStep(person, about) => objection::fields(person, about, office),
            Purpose::ExpectBehaviour(person, value, period) => {
                let known = office.dossier(person).and_then(|d| d.expectation_of(value, period));
                vec![line(F::Expectation, known.map(|e| e.text.get().clone()).unwrap_or_default())]
            }
            purpose => development::fields(purpose, office, sign),
        };
        let mut form = Form { purpose, fields, focus: 0, offered: None, error: None };
        form.adapt(office, sign);
        form
    }

    /// After any change: fields that make no sense with the others hide, guesses follow what is typed.
    pub fn adapt(&mut self, office: &Office, sign: DecimalSign) {
        if matches!(self.purpose, Purpose::AddIndicator(..) | Purpose::EditIndicator(..)) {
            indicator::follow(self, office, sign);
        }
        if matches!(self.purpose, Purpose::Rate(..)) {
            rating::follow(self);
        }
        if self.purpose.is_about_evaluation() {
            evaluation::follow(self);
        } else if let Purpose::ObjectionStep(person, about) = self.purpose {
            objection::follow(self, person, about, office);
        }
    }

    /// What the fields say so far, in sentences; an attention is drawn to those with `true`.
    pub fn understood(&self, office: &Office, words: &crate::i18n::Words) -> Vec<(String, bool)> {
        match self.purpose {
            Purpose::AddResult(..) | Purpose::EditResult(..) => result::understood(self, office, words),
            Purpose::AddIndicator(..) | Purpose::EditIndicator(..) => indicator::understood(self, office, words),
            Purpose::InheritResults(_) => proposals::inheritance(self, office, words),
            Purpose::Rate(..) | Purpose::RateBehaviour(..) | Purpose::ExpectBehaviour(..) => {
                rating::understood(self, office, words)
            }
            Purpose::Withdraw(person, record) | Purpose::Replace(person, record) => {
                withdrawal::understood(person, record, office, words)
            }
            Purpose::ObjectionStep(person, about) => objection::understood(person, about, office, words),
            purpose if purpose.is_about_evaluation() => evaluation::understood(self, office, words),
            _ => development::understood(self, office, words),
        }
    }

    pub fn focused_editor(&mut self) -> Option<&mut Editor> {
        match self.fields.get_mut(self.focus).map(|f| &mut f.input) {
            Some(Input::Line(editor)) => Some(editor),
            _ => None,
        }
    }

    /// Before a key changes the field: what the program had filled in gives way to a letter.
    pub fn touch(&mut self, typed: bool) {
        if let Some(field) = self.fields.get_mut(self.focus)
            && std::mem::take(&mut field.fresh)
            && typed
            && let Input::Line(editor) = &mut field.input
        {
            editor.clear();
        }
    }

    /// Every field is empty, or says what it said at first.
    pub fn says_nothing_new(&self, first: &Form) -> bool {
        self.fields.len() == first.fields.len()
            && self.fields.iter().zip(&first.fields).all(|(now, then)| match (&now.input, &then.input) {
                (Input::Line(now), Input::Line(then)) => now.text().trim().is_empty() || now.text() == then.text(),
                (now, then) => now == then,
            })
    }

    pub fn is_in_text(&self) -> bool {
        matches!(self.fields.get(self.focus).map(|f| &f.input), Some(Input::Line(_)))
    }

    pub fn turn(&mut self, forward: bool) {
        if let Some(Field { input: Input::Choice(options, at), fresh, .. }) = self.fields.get_mut(self.focus) {
            *fresh = false;
            let len = options.len().max(1);
            *at = if forward { (*at + 1) % len } else { (*at + len - 1) % len };
        }
    }

    pub fn focus_by(&mut self, down: bool) {
        let len = self.fields.len().max(1);
        let step = if down { 1 } else { len - 1 };
        self.offered = None;
        for _ in 0..len {
            self.focus = (self.focus + step) % len;
            if self.fields.get(self.focus).is_none_or(|field| !field.hidden) {
                break;
            }
        }
    }

    /// Puts the focus on a field, if it is shown.
    pub fn focus_on(&mut self, name: FieldName) {
        if let Some(at) = self.fields.iter().position(|field| field.name == name && !field.hidden) {
            self.focus = at;
            self.offered = None;
        }
    }

    /// The fields that are shown, with their places.
    pub fn shown(&self) -> impl Iterator<Item = (usize, &Field)> {
        self.fields.iter().enumerate().filter(|(_, field)| !field.hidden)
    }

    pub fn on_last(&self) -> bool {
        self.shown().last().is_none_or(|(at, _)| at <= self.focus)
    }

    pub fn focused(&self) -> Option<FieldName> {
        self.fields.get(self.focus).map(|field| field.name)
    }

    /// How a field's number was understood: `None` if nothing is typed, an error if it can't be read.
    pub fn number(&self, name: FieldName, sign: DecimalSign) -> Result<Option<Number>, Text> {
        let typed = self.text(name).trim_end_matches('%').trim_end();
        if typed.is_empty() {
            return Ok(None);
        }
        let wrong = |_| Text::with("form-bad-number", [("text", typed.into())]);
        Number::read(typed, sign).map(Some).map_err(wrong)
    }

    fn text(&self, name: FieldName) -> &str {
        match self.fields.iter().find(|f| f.name == name).map(|f| &f.input) {
            Some(Input::Line(editor)) => editor.text().trim(),
            _ => "",
        }
    }

    fn chosen(&self, name: FieldName) -> usize {
        match self.fields.iter().find(|f| f.name == name).map(|f| &f.input) {
            Some(Input::Choice(_, at)) => *at,
            _ => 0,
        }
    }

    /// How a field's day was understood: `None` if nothing is typed, an error if it can't be read.
    pub fn day(&self, name: FieldName, today: Date) -> Result<Option<Date>, Text> {
        let typed = self.text(name);
        if typed.is_empty() {
            return Ok(None);
        }
        let past = name == FieldName::SetOn || (name == FieldName::Day && self.purpose.looks_back());
        let past = past || (matches!(self.purpose, Purpose::Learn(..)) && name != FieldName::Lapses);
        let talk = name == FieldName::Day && matches!(self.purpose, Purpose::PairTalk(..));
        let begins =
            talk || name == FieldName::From && matches!(self.purpose, Purpose::AddResult(..) | Purpose::EditResult(..));
        let read = match (past, begins) {
            (true, _) => parse_past(typed, today),
            (_, true) => parse_day(typed, today),
            _ => parse_future(typed, today),
        };
        read.map(Some).ok_or_else(|| Text::with("form-bad-day", [("text", typed.into())]))
    }
}

/// Everybody whom a typed name can mean, by the finder of the capture line.
pub fn named(office: &Office, typed: &str) -> Vec<PersonId> {
    office.meant(typed)
}

/// A refusal as a message.
pub fn refused(refusal: &Refusal) -> Text {
    let detail = refusal.detail().unwrap_or_default();
    Text::with(refusal.message_id(), [("detail", detail.into())])
}

const KIND_ORDER: [FeedbackKind; 3] = [FeedbackKind::Praise, FeedbackKind::Improve, FeedbackKind::Observation];

fn person_fields(
    name: &str,
    nip: &str,
    kind: EmploymentKind,
    rank: &str,
    position: &str,
    tags: &str,
    unit: Option<&str>,
) -> Vec<Field> {
    use FieldName as F;
    let at = KINDS.iter().position(|k| *k == kind).unwrap_or(0);
    let mut fields = vec![
        line(F::Name, name),
        line(F::Nip, nip),
        choice(F::Kind, &["kind-pns", "kind-cpns", "kind-pppk", "kind-other"], at),
        line(F::Rank, rank),
        line(F::Position, position),
    ];
    if let Some(unit) = unit {
        fields.push(line(F::Unit, unit));
    }
    fields.push(line(F::Tags, tags));
    fields
}

fn action_fields(text: &str, owner: usize, due: &str, measure: &str, audience: Audience) -> Vec<Field> {
    use FieldName as F;
    vec![
        line(F::Text, text),
        choice(F::Owner, &OWNERS, owner),
        line(F::Due, due),
        line(F::Measure, measure),
        choice(F::Audience, &AUDIENCES, usize::from(audience == Audience::Shared)),
    ]
}

//! All records of one person, with the questions that screens and reports ask of them.

use super::record::Skip;
use crate::domain::{
    Action, AgendaLine, CheckIn, Feedback, FeedbackKind, Op, Owner, Person, PersonId, Record, RecordId, Session, WorkResult,
};
use crate::domain::{BehaviourRating, Evaluation, LeaderExpectation, Objection, Rating};
use jiff::civil::Date;

/// One person and everything dated about him or her, each kind sorted by day and identifier (oldest first).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dossier {
    pub person: Person,
    pub feedback: Vec<Feedback>,
    pub actions: Vec<Action>,
    pub agenda: Vec<AgendaLine>,
    pub sessions: Vec<Session>,
    pub skips: Vec<Skip>,
    /// By the first day of their period.
    pub results: Vec<WorkResult>,
    pub check_ins: Vec<CheckIn>,
    pub ratings: Vec<Rating>,
    pub behaviours: Vec<BehaviourRating>,
    pub expectations: Vec<LeaderExpectation>,
    pub evaluations: Vec<Evaluation>,
    pub objections: Vec<Objection>,
}

impl Dossier {
    pub fn new(person: Person) -> Self {
        Dossier {
            person,
            feedback: vec![],
            actions: vec![],
            agenda: vec![],
            sessions: vec![],
            skips: vec![],
            results: vec![],
            check_ins: vec![],
            ratings: vec![],
            behaviours: vec![],
            expectations: vec![],
            evaluations: vec![],
            objections: vec![],
        }
    }

    /// Built from records in any order; those of other people are left out.
    pub fn from_records(person: Person, records: impl IntoIterator<Item = Record>) -> Self {
        let mut dossier = Dossier::new(person);
        for record in records {
            dossier.push(record);
        }
        dossier.sort();
        dossier
    }

    fn push(&mut self, record: Record) {
        if record.person() != Some(self.person.id) {
            return;
        }
        match record {
            Record::Person(p) => self.person = p,
            Record::Feedback(f) => self.feedback.push(f),
            Record::Action(a) => self.actions.push(a),
            Record::Agenda(a) => self.agenda.push(a),
            Record::Session(s) => self.sessions.push(s),
            Record::Skip(s) => self.skips.push(s),
            Record::WorkResult(r) => self.results.push(r),
            Record::CheckIn(c) => self.check_ins.push(c),
            Record::Rating(r) => self.ratings.push(r),
            Record::BehaviourRating(r) => self.behaviours.push(r),
            Record::LeaderExpectation(e) => self.expectations.push(e),
            Record::Evaluation(e) => self.evaluations.push(e),
            Record::Objection(o) => self.objections.push(o),
            Record::UnitResult(_) | Record::HolidayList(_) => {}
            Record::Profile(_) | Record::Unit(_) => {}
            Record::Framework(_) | Record::Standard(_) => {}
        }
    }

    fn sort(&mut self) {
        self.feedback.sort_by_key(|r| (r.on, r.id));
        self.actions.sort_by_key(|r| (r.on, r.id));
        self.agenda.sort_by_key(|r| (r.on, r.id));
        self.sessions.sort_by_key(|r| (r.on, r.id));
        self.skips.sort_by_key(|r| (r.on, r.id));
        self.results.sort_by_key(|r| (r.period.from, r.id));
        self.check_ins.sort_by_key(|r| (r.on, r.id));
        self.ratings.sort_by_key(|r| (r.on, r.id));
        self.behaviours.sort_by_key(|r| (r.on, r.id));
        self.expectations.sort_by_key(|r| (r.on, r.id));
        self.evaluations.sort_by_key(|r| (r.on, r.id));
        self.objections.sort_by_key(|r| (r.filed_on(), r.id));
    }

    fn remove(&mut self, id: RecordId) {
        match id {
            RecordId::Feedback(id) => self.feedback.retain(|r| r.id != id),
            RecordId::Action(id) => self.actions.retain(|r| r.id != id),
            RecordId::Agenda(id) => self.agenda.retain(|r| r.id != id),
            RecordId::Session(id) => self.sessions.retain(|r| r.id != id),
            RecordId::Skip(id) => self.skips.retain(|r| r.id != id),
            RecordId::WorkResult(id) => self.results.retain(|r| r.id != id),
            RecordId::CheckIn(id) => self.check_ins.retain(|r| r.id != id),
            RecordId::Rating(id) => self.ratings.retain(|r| r.id != id),
            RecordId::BehaviourRating(id) => self.behaviours.retain(|r| r.id != id),
            RecordId::LeaderExpectation(id) => self.expectations.retain(|r| r.id != id),
            RecordId::Evaluation(id) => self.evaluations.retain(|r| r.id != id),
            RecordId::Objection(id) => self.objections.retain(|r| r.id != id),
            RecordId::UnitResult(_) | RecordId::HolidayList(_) => {}
            RecordId::Profile | RecordId::Unit(_) | RecordId::Person(_) => {}
            RecordId::Framework(_) | RecordId::Standard(_) => {}
        }
    }

    /// Applies an operation; one about somebody else changes nothing.
    pub fn apply(&mut self, op: &Op) {
        if op.record().person() != Some(self.person.id) {
            return;
        }
        self.remove(op.record().id());
        if let Some(record) = op.after() {
            self.push(record.clone());
            self.sort();
        }
    }

    /// Every dated record (not the person's own).
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        let feedback = self.feedback.iter().cloned().map(Record::Feedback);
        let actions = self.actions.iter().cloned().map(Record::Action);
        let agenda = self.agenda.iter().cloned().map(Record::Agenda);
        let sessions = self.sessions.iter().cloned().map(Record::Session);
        let skips = self.skips.iter().cloned().map(Record::Skip);
        let results = self.results.iter().cloned().map(Record::WorkResult);
        let check_ins = self.check_ins.iter().cloned().map(Record::CheckIn);
        let ratings = self.ratings.iter().cloned().map(Record::Rating);
        let behaviours = self.behaviours.iter().cloned().map(Record::BehaviourRating);
        let expectations = self.expectations.iter().cloned().map(Record::LeaderExpectation);
        let evaluations = self.evaluations.iter().cloned().map(Record::Evaluation);
        let objections = self.objections.iter().cloned().map(Record::Objection);
        let rated = ratings.chain(behaviours).chain(expectations).chain(evaluations).chain(objections);
        feedback.chain(actions).chain(agenda).chain(sessions).chain(skips).chain(results).chain(check_ins).chain(rated)
    }

    pub fn record(&self, id: RecordId) -> Option<Record> {
        if id == RecordId::Person(self.person.id) {
            return Some(Record::Person(self.person.clone()));
        }
        self.records().find(|r| r.id() == id)
    }

    pub fn session(&self, id: crate::domain::SessionId) -> Option<&Session> {
        self.sessions.iter().find(|s| s.id == id)
    }
    pub fn open_session(&self) -> Option<&Session> {
        self.sessions.iter().rev().find(|s| s.is_open())
    }
    /// The planned talk, if one is agreed.
    pub fn planned_session(&self) -> Option<&Session> {
        self.sessions.iter().find(|s| s.is_planned())
    }
    pub fn last_closed(&self) -> Option<&Session> {
        self.sessions.iter().rev().find(|s| s.is_closed())
    }
    /// Open actions: the supervisor's first, then by due day, those without one last.
    pub fn open_actions(&self) -> Vec<&Action> {
        let mut out: Vec<&Action> = self.actions.iter().filter(|a| a.state.is_open()).collect();
        out.sort_by_key(|a| (a.owner, a.due.unwrap_or(Date::MAX), a.id));
        out
    }
    pub fn open_actions_of(&self, owner: Owner) -> impl Iterator<Item = &Action> {
        self.open_actions().into_iter().filter(move |a| a.owner == owner)
    }
    pub fn open_agenda(&self) -> impl Iterator<Item = &AgendaLine> {
        self.agenda.iter().filter(|a| a.state.is_open())
    }
    pub fn feedback_of(&self, session: crate::domain::SessionId) -> impl Iterator<Item = &Feedback> {
        self.feedback.iter().filter(move |f| f.session == Some(session))
    }
    pub fn actions_of(&self, session: crate::domain::SessionId) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |a| a.session == Some(session))
    }
    pub fn check_ins_of(&self, session: crate::domain::SessionId) -> impl Iterator<Item = &CheckIn> {
        self.check_ins.iter().filter(move |c| c.session == Some(session))
    }
    /// Results about which a value or a word was said in a talk, in the order of the plan. A word has a day and no
    /// talk: it counts from the day of the talk on while the talk is open, on that day once it is closed.
    pub fn results_of(&self, session: &Session) -> Vec<&WorkResult> {
        let said = |day: Date| day == session.on || (session.is_open() && day > session.on);
        let touched = |r: &&WorkResult| {
            self.check_ins_of(session.id).any(|c| c.result == r.id) || r.words.last().is_some_and(|word| said(word.on))
        };
        let mut out: Vec<&WorkResult> = self.results.iter().filter(touched).collect();
        out.sort_by_key(|r| (r.class, r.id));
        out
    }
    pub fn result(&self, id: crate::domain::ResultId) -> Option<&WorkResult> {
        self.results.iter().find(|r| r.id == id)
    }
    pub fn last_feedback(&self, kind: FeedbackKind) -> Option<&Feedback> {
        self.feedback.iter().rev().find(|f| f.kind == kind)
    }
    /// What the leader expects in particular of that value in that period.
    pub fn expectation(
        &self,
        value: crate::domain::competency::BehaviourValue,
        period: crate::domain::period::EvaluationPeriod,
    ) -> Option<&LeaderExpectation> {
        self.expectations.iter().rev().find(|e| e.value == value && e.period == period)
    }
    pub fn id(&self) -> PersonId {
        self.person.id
    }
}

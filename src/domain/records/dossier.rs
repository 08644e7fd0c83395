//! All records of one person, with the questions that screens and reports ask of them.

use super::record::{Skip, every_record};
use super::withdrawal::Withdrawal;
use crate::domain::development::need::Known;
use crate::domain::development::{CareerNote, Learning, MentoringPair, NeedWord, PlanItem, SupportPlan, Wish};
use crate::domain::evaluation::objection::Contested;
use crate::domain::{Action, AgendaLine, BehaviourRating, CheckIn, Feedback, LeaderExpectation, Person, Rating, Session};
use crate::domain::{
    ActionId, AgendaId, BehaviourId, CheckInId, ExpectationId, FeedbackId, PersonId, RatingId, ResultId, SessionId, SkipId,
};
use crate::domain::{CareerId, ItemId, LearningId, NeedId, PairId, SupportId, WishId};
use crate::domain::{Evaluation, EvaluationId, Objection, ObjectionId, Skp, SkpId, WithdrawalId};
use crate::domain::{FeedbackKind, Op, Owner, Record, RecordId, WorkResult};
use jiff::{Timestamp, civil::Date};

macro_rules! dossier {
    ($($kind:ident($type:ty, $id:ty) $(in $slot:ident, one $one:ident, by $($day:ident).+)?;)+) => {
        /// One person and everything dated about him or her, each kind sorted by day and identifier (oldest first).
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub struct Dossier {
            pub person: Person,
            $($(pub $slot: Vec<$type>,)?)+
            /// What was withdrawn: in none of the lists, so that nothing counts it, and readable with its reason.
            pub withdrawn: Vec<Record>,
        }

        impl Dossier {
            pub fn new(person: Person) -> Self {
                Dossier { person, $($($slot: vec![],)?)+ withdrawn: vec![] }
            }

            fn push(&mut self, record: Record) {
                if record.person() != Some(self.person.id) {
                    return;
                }
                match record {
                    Record::Person(person) => self.person = person,
                    $($(Record::$kind(record) => self.$slot.push(record),)?)+
                    _ => {}
                }
            }

            fn sort(&mut self) {
                $($(self.$slot.sort_by_key(|record| (record.$($day).+, record.id));)?)+
            }

            fn remove(&mut self, id: RecordId) {
                match id {
                    $($(RecordId::$kind(id) => self.$slot.retain(|record| record.id != id),)?)+
                    _ => {}
                }
            }

            /// Takes a record out of its list.
            fn take(&mut self, id: RecordId) -> Option<Record> {
                match id {
                    $($(RecordId::$kind(id) => {
                        let at = self.$slot.iter().position(|record| record.id == id)?;
                        Some(Record::$kind(self.$slot.remove(at)))
                    })?)+
                    _ => None,
                }
            }

            /// Every dated record (not the person's own), what was withdrawn too.
            pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
                std::iter::empty()$($(.chain(self.$slot.iter().cloned().map(Record::$kind)))?)+
                    .chain(self.withdrawn.iter().cloned())
            }

            /// The record of that name, whatever its kind, withdrawn or not.
            pub fn record(&self, id: RecordId) -> Option<Record> {
                let in_force = match id {
                    RecordId::Person(id) => (id == self.person.id).then(|| Record::Person(self.person.clone())),
                    $($(RecordId::$kind(id) => self.$one(id).cloned().map(Record::$kind),)?)+
                    _ => None,
                };
                in_force.or_else(|| self.withdrawn.iter().find(|record| record.id() == id).cloned())
            }

            $($(pub fn $one(&self, id: $id) -> Option<&$type> {
                self.$slot.iter().find(|record| record.id == id)
            })?)+
        }
    };
}

every_record!(dossier);

impl Dossier {
    /// Built from records in any order; those of other people are left out.
    pub fn from_records(person: Person, records: impl IntoIterator<Item = Record>) -> Self {
        let mut dossier = Dossier::new(person);
        for record in records {
            dossier.push(record);
        }
        dossier.set_withdrawn_apart();
        dossier
    }

    /// What a withdrawal names leaves its list, and comes back where there is none any more. Sorts.
    fn set_withdrawn_apart(&mut self) {
        for record in std::mem::take(&mut self.withdrawn) {
            self.push(record);
        }
        let named: Vec<RecordId> = self.withdrawals.iter().map(|withdrawal| withdrawal.record).collect();
        self.withdrawn = named.into_iter().filter_map(|id| self.take(id)).collect();
        self.withdrawn.sort_by_key(|record| (record.on(), record.id()));
        self.sort();
    }

    /// As it was before what was withdrawn later than a moment.
    pub fn before_withdrawals(mut self, since: Timestamp) -> Self {
        self.withdrawals.retain(|withdrawal| withdrawal.written <= since);
        self.set_withdrawn_apart();
        self
    }

    /// Why and when a record was withdrawn, if it was.
    pub fn withdrawal_of(&self, record: RecordId) -> Option<&Withdrawal> {
        self.withdrawals.iter().find(|withdrawal| withdrawal.record == record)
    }

    /// Applies an operation; one about somebody else changes nothing.
    pub fn apply(&mut self, op: &Op) {
        if op.record().person() != Some(self.person.id) {
            return;
        }
        let id = op.record().id();
        self.remove(id);
        self.withdrawn.retain(|record| record.id() != id);
        if let Some(record) = op.after() {
            self.push(record.clone());
        }
        self.set_withdrawn_apart();
    }

    /// What needs are made of, beside talks, goals and ratings.
    pub fn known_needs(&self) -> Known<'_> {
        Known { items: &self.items, wishes: &self.wishes, words: &self.need_words, career: &self.career }
    }
    pub fn running_pair(&self) -> Option<&MentoringPair> {
        self.pairs.iter().find(|pair| pair.is_running())
    }
    pub fn running_support(&self) -> Option<&SupportPlan> {
        self.support_plans.iter().find(|plan| plan.is_running())
    }
    /// Items whose effect is to be asked about, the longest waiting first.
    pub fn due_checks(&self, today: Date) -> Vec<&PlanItem> {
        let mut due: Vec<&PlanItem> = self.items.iter().filter(|item| item.due_check(today).is_some()).collect();
        due.sort_by_key(|item| (item.next_check().map(|check| check.due), item.id));
        due
    }
    pub fn open_session(&self) -> Option<&Session> {
        self.sessions.iter().rev().find(|s| s.is_open())
    }
    /// The planned talk, if one is agreed; of several the next.
    pub fn planned_session(&self) -> Option<&Session> {
        self.sessions.iter().find(|s| s.is_planned())
    }
    pub fn last_closed(&self) -> Option<&Session> {
        self.sessions.iter().rev().find(|s| s.is_closed())
    }
    /// Objections that are open, the oldest first. An answer "objects" of which nothing more was written down is open
    /// until a session that was held later has answered it.
    pub fn contested(&self) -> Vec<Contested<'_>> {
        let of_chain = self.objections.iter().filter(|objection| objection.is_open()).map(Contested::of);
        let written = |about| self.objections.iter().any(|objection| objection.about == about);
        let answered = self.sessions.iter().filter_map(|session| {
            let found = Contested::of_answer(session)?;
            (!written(found.about) && !self.was_met_after(session, found.on)).then_some(found)
        });
        let mut out: Vec<Contested<'_>> = of_chain.chain(answered).collect();
        out.sort_by_key(|found| found.on);
        out
    }

    /// Held after a day, or on it after that session.
    fn was_met_after(&self, session: &Session, day: Date) -> bool {
        let later =
            |other: &&Session| other.on > day || (other.on == day && (other.on, other.id) > (session.on, session.id));
        self.sessions.iter().filter(|other| other.is_closed() && other.id != session.id).any(|other| later(&other))
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
    pub fn feedback_of(&self, session: SessionId) -> impl Iterator<Item = &Feedback> {
        self.feedback.iter().filter(move |f| f.talk() == Some(session))
    }
    /// What was seen, each thing once: without notes of which a line of a session says the same.
    pub fn evidence(&self) -> impl DoubleEndedIterator<Item = &Feedback> {
        self.feedback.iter().filter(|f| !f.is_opened())
    }
    pub fn actions_of(&self, session: SessionId) -> impl Iterator<Item = &Action> {
        self.actions.iter().filter(move |a| a.session == Some(session))
    }
    pub fn check_ins_of(&self, session: SessionId) -> impl Iterator<Item = &CheckIn> {
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
    pub fn last_feedback(&self, kind: FeedbackKind) -> Option<&Feedback> {
        self.feedback.iter().rev().find(|f| f.kind == kind)
    }
    /// What the leader expects in particular of that value in that period.
    pub fn expectation_of(
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

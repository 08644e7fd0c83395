//! A filled form as an intent of the domain.

use super::{FieldName, Form, KIND_ORDER, KINDS, Purpose, named, refused};
use crate::desk::office::Office;
use crate::domain::records::intent::{self, Intent, NewResult, Outcome};
use crate::domain::{
    Acknowledgement, Audience, Audienced, Cadence, Capacity, DecimalSign, Nip, Owner, Period, PersonId, PersonName,
    PersonStatus, Refusal, Sbi, goal::GoalStatus,
};
use crate::i18n::Text;

/// Why a filled form can't be accepted, and at which field.
#[derive(Clone, Debug, PartialEq)]
pub struct Wrong {
    pub field: Option<FieldName>,
    pub text: Text,
}

impl Wrong {
    pub fn at(field: FieldName) -> impl Fn(Text) -> Wrong {
        move |text| Wrong { field: Some(field), text }
    }
}

impl From<Text> for Wrong {
    fn from(text: Text) -> Self {
        Wrong { field: None, text }
    }
}

/// A refusal stands at the field that it speaks of.
impl From<&Refusal> for Wrong {
    fn from(refusal: &Refusal) -> Self {
        use FieldName as F;
        let field = match refusal {
            Refusal::EmptyText => Some(F::Title),
            Refusal::TargetSenseless => Some(F::Target),
            Refusal::BaselineNotBelow | Refusal::BaselineNotAbove | Refusal::LimitWithBaseline => Some(F::Baseline),
            Refusal::RangeEmpty => Some(F::High),
            Refusal::StepsMissing => Some(F::Steps),
            Refusal::WeightOutside => Some(F::Weight),
            Refusal::PeriodBackwards => Some(F::Until),
            Refusal::TagTaken(_) => Some(F::ResultTag),
            Refusal::ReasonMissing => Some(F::Reason),
            Refusal::AddendumMissing => Some(F::Addendum),
            Refusal::SubjectMissing | Refusal::WishedAlready(_) => Some(F::Topic),
            Refusal::ExpectationMissing => Some(F::Expect),
            Refusal::KindUnknown(_) => Some(F::Way),
            Refusal::JpOutside(_) => Some(F::Jp),
            Refusal::MoneyNegative => Some(F::Cost),
            Refusal::CertificateTaken(_) => Some(F::Certificate),
            Refusal::PairWithSelf | Refusal::PairThere => Some(F::Mentor),
            _ => None,
        };
        Wrong { field, text: refused(refusal) }
    }
}

impl Form {
    /// What the filled form asks of the domain.
    pub fn intent(&self, office: &Office, sign: DecimalSign) -> Result<Intent, Wrong> {
        use FieldName as F;
        let today = office.today;
        if let Some(asked) = self.development(office, sign) {
            return asked;
        }
        let line = |name| self.text(name).to_owned();
        let some = |name| Some(self.text(name).to_owned());
        let list =
            || self.text(F::Tags).split_whitespace().map(|t| t.trim_start_matches('#').to_owned()).collect::<Vec<_>>();
        let audience = || [Audience::Private, Audience::Shared][self.chosen(F::Audience).min(1)];
        let owner = || [Owner::Employee, Owner::Supervisor][self.chosen(F::Owner).min(1)];
        Ok(match self.purpose {
            Purpose::Introduce => intent::Introduce {
                name: self.name()?,
                nip: self.nip()?,
                position: some(F::Position),
                unit: some(F::Unit),
                capacity: [Capacity::Definitive, Capacity::ActingVacant, Capacity::ActingDaily]
                    [self.chosen(F::Capacity).min(2)],
            }
            .into(),
            Purpose::AddPerson => intent::AddPerson {
                name: self.name()?,
                nip: self.nip()?,
                kind: KINDS[self.chosen(F::Kind).min(3)],
                rank: some(F::Rank),
                position: some(F::Position),
                unit: some(F::Unit),
                supervisor: office.roster.profile.me,
                tags: list(),
            }
            .into(),
            Purpose::CorrectPerson(person) => intent::CorrectPerson {
                person,
                name: self.name()?,
                nip: self.nip()?,
                kind: KINDS[self.chosen(F::Kind).min(3)],
                rank: some(F::Rank),
                position: some(F::Position),
                tags: list(),
            }
            .into(),
            Purpose::MovePerson(person) => {
                intent::MovePerson { person, unit: some(F::Unit), position: some(F::Position) }.into()
            }
            Purpose::HandOver(person) => intent::HandOver { person, supervisor: self.supervisor(office)? }.into(),
            Purpose::SetLeave(person) => {
                let from = self.day(F::From, today)?.unwrap_or(today);
                intent::SetLeave { person, from, until: self.day(F::Until, today)? }.into()
            }
            Purpose::Retire(person) => {
                let on = self.day(F::Day, today)?;
                match self.chosen(F::Ending) {
                    0 => intent::Retire { person, status: PersonStatus::Retired { on } }.into(),
                    1 => intent::Retire { person, status: PersonStatus::Left { on, note: line(F::Reason) } }.into(),
                    _ => intent::Return { person }.into(),
                }
            }
            Purpose::SetCadence(person) => {
                intent::SetCadence { person, cadence: self.cadence()?, probation_until: self.day(F::Probation, today)? }
                    .into()
            }
            Purpose::TeamCadence => {
                let cadence = self.cadence()?;
                let profile = crate::domain::records::record::Profile { cadence, ..office.roster.profile.clone() };
                intent::SetProfile { profile }.into()
            }
            Purpose::PlanSession(person) => {
                let on = self.day(F::Day, today)?.ok_or_else(|| Text::plain("form-day-missing"))?;
                intent::PlanSession { person, on }.into()
            }
            Purpose::Postpone(person) => {
                intent::Postpone { person, to: self.day(F::Day, today)?, reason: line(F::Reason) }.into()
            }
            Purpose::Miss(person) => intent::Miss { person, next: self.day(F::Day, today)?, reason: line(F::Reason) }.into(),
            Purpose::NotDone(person, id) => {
                let session = office.dossier(person).and_then(|d| d.open_session()).map(|s| s.id);
                intent::SettleAction { person, id, outcome: Outcome::NotDone { reason: line(F::Reason) }, session }.into()
            }
            Purpose::DropAction(person, id) => {
                let session = office.dossier(person).and_then(|d| d.open_session()).map(|s| s.id);
                intent::SettleAction { person, id, outcome: Outcome::Dropped { reason: line(F::Reason) }, session }.into()
            }
            Purpose::DropAgenda(person, id) => {
                intent::SettleAgenda { person, id, outcome: Outcome::Dropped { reason: line(F::Reason) } }.into()
            }
            Purpose::LeaveOut(person, id, record) => intent::LeaveOut { person, id, record, reason: line(F::Reason) }.into(),
            Purpose::Carry(person, id) => {
                let session = office.dossier(person).and_then(|d| d.open_session()).map(|s| s.id);
                let due = self.day(F::NewDue, today)?;
                intent::SettleAction { person, id, outcome: Outcome::Carried { due }, session }.into()
            }
            Purpose::Reschedule(person, id) => intent::Reschedule { person, id, due: self.day(F::Due, today)? }.into(),
            Purpose::AddAction(person) => intent::Agree {
                person,
                owner: owner(),
                text: Audienced::new(audience(), line(F::Text)),
                due: self.day(F::Due, today)?,
                measure: line(F::Measure),
                tags: vec![],
                session: None,
            }
            .into(),
            Purpose::EditAction(person, id) => intent::CorrectAction {
                person,
                id,
                owner: owner(),
                text: Audienced::new(audience(), line(F::Text)),
                due: self.day(F::Due, today)?,
                measure: line(F::Measure),
            }
            .into(),
            Purpose::EditFeedback(person, id) => intent::CorrectFeedback {
                person,
                id,
                kind: KIND_ORDER[self.chosen(F::FeedbackKind).min(2)],
                words: Audienced::new(
                    audience(),
                    Sbi {
                        situation: line(F::Situation),
                        behaviour: line(F::Behaviour),
                        impact: line(F::Impact),
                        intent: line(F::Intent),
                    },
                ),
                tags: list(),
            }
            .into(),
            Purpose::Addendum(person, id) => {
                intent::WriteAddendum { person, id, text: Audienced::new(audience(), line(F::Correction)) }.into()
            }
            Purpose::Acknowledge(person) => {
                let receipt = line(F::Receipt);
                let answer = match self.chosen(F::Answer) {
                    0 => Acknowledgement::SignedOnPaper { on: today },
                    1 => Acknowledgement::Read { on: today },
                    _ => {
                        let reason = line(F::Reason);
                        return Ok(intent::ObjectToSheet { person, receipt, on: today, reason }.into());
                    }
                };
                intent::Acknowledge { person, receipt, answer }.into()
            }
            Purpose::SkipInWalk(person) => intent::SkipInWalk { person, reason: line(F::Reason) }.into(),
            Purpose::GoalStatus(person, result) => {
                let status = GoalStatus::ALL[self.chosen(F::GoalStatus).min(GoalStatus::ALL.len() - 1)];
                intent::SayStatus { person, result, status, reason: line(F::Reason) }.into()
            }
            Purpose::AddResult(person, year) => {
                let terms = self.result_terms(office, Period::year(year), sign)?;
                intent::PlanResult { person, result: NewResult { terms, indicators: vec![] } }.into()
            }
            Purpose::EditResult(person, id) => {
                let was = office.dossier(person).and_then(|d| d.result(id)).ok_or(&Refusal::NoSuchRecord)?;
                intent::CorrectResult { person, id, terms: self.result_terms(office, was.period, sign)? }.into()
            }
            Purpose::AddIndicator(person, result) => {
                intent::AddIndicator { person, result, terms: self.indicator_terms(office, sign)? }.into()
            }
            Purpose::EditIndicator(person, result, id) => {
                let terms = self.indicator_terms(office, sign)?;
                intent::CorrectIndicator { person, result, id, terms, reason: line(F::Reason) }.into()
            }
            Purpose::InheritResults(person) => {
                intent::InheritResults { person, from: self.predecessor(person, office)? }.into()
            }
            Purpose::Rate(person, competency) => self.rating(person, competency, office)?,
            Purpose::RateBehaviour(person, value, period) => self.behaviour_rating(person, value, period, office),
            Purpose::NotAssessed(..)
            | Purpose::EvaluationEvidence(..)
            | Purpose::HandOverEvaluation(..)
            | Purpose::AnswerEvaluation(..)
            | Purpose::EvaluationObjection(..)
            | Purpose::WithdrawEvaluation(..)
            | Purpose::UnitResult(_) => super::evaluation::intent(self, office)?,
            Purpose::Withdraw(person, record) | Purpose::Replace(person, record) => {
                self.withdrawal(person, record, office, sign)?
            }
            Purpose::ObjectionStep(person, about) => self.objection_step(person, about, office)?,
            // Asks nothing of the domain, or was asked above.
            Purpose::AsOf(_)
            | Purpose::PlanItem(..)
            | Purpose::CorrectItem(..)
            | Purpose::DropItem(..)
            | Purpose::AnswerEffect(..)
            | Purpose::Learn(..)
            | Purpose::WishFor(_)
            | Purpose::DropWish(..)
            | Purpose::SetAside(..)
            | Purpose::PairUp(..)
            | Purpose::PairTalk(..)
            | Purpose::EndPair(..)
            | Purpose::LineState(..)
            | Purpose::CancelLine(..)
            | Purpose::Ceiling(_) => return Err(Text::plain("form-day-missing").into()),
            Purpose::ExpectBehaviour(person, value, period) => {
                intent::ExpectBehaviour { person, value, period, text: line(F::Expectation) }.into()
            }
        })
    }

    fn name(&self) -> Result<PersonName, Text> {
        let typed = self.text(FieldName::Name);
        if typed.is_empty() { Err(refused(&Refusal::EmptyName)) } else { Ok(PersonName::parse(typed)) }
    }

    fn nip(&self) -> Result<Option<Nip>, Text> {
        match self.text(FieldName::Nip) {
            "" => Ok(None),
            typed => Nip::parse(typed).map(Some).map_err(|e| refused(&Refusal::BadNip(e))),
        }
    }

    fn cadence(&self) -> Result<Option<Cadence>, Text> {
        match self.text(FieldName::Cadence) {
            "" => Ok(None),
            typed => typed.parse().map(Some).map_err(|()| Text::with("form-bad-cadence", [("text", typed.into())])),
        }
    }

    /// Exactly one person whose name contains every typed word.
    fn supervisor(&self, office: &Office) -> Result<Option<PersonId>, Text> {
        let typed = self.text(FieldName::Supervisor);
        if typed.is_empty() {
            return Ok(None);
        }
        let found = named(office, typed);
        match found.as_slice() {
            [one] => Ok(Some(*one)),
            [] => Err(Text::with("form-nobody", [("text", typed.into())])),
            many => Err(Text::with("form-several", [("text", typed.into()), ("count", many.len().into())])),
        }
    }
}

//! Intents about evaluations: judging, handing over, objections, what is known of the unit, lists that come in. Each is
//! a struct of its own that says what is wanted; a rating is only ever one that stands in it.

use super::*;
use crate::domain::calendar::HolidayYear;
use crate::domain::competency::Evidence;
use crate::domain::evaluation::holding;
use crate::domain::evaluation::objection::ObjectionAbout;
use crate::domain::evaluation::office::HolidayList;
use crate::domain::evaluation::record::{Superseded, Withdrawal};
use crate::domain::evaluation::span::common_days;
use crate::domain::evaluation::{Assessor, Counts, HandOver, Judgement, NotAssessed, Origin};
use crate::domain::evaluation::{OrganisationResult, UnitResult};
use crate::domain::period::EvaluationPeriod;
use crate::domain::sessions::receipt;

/// A judgement as it is given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluate {
    pub person: PersonId,
    pub period: EvaluationPeriod,
    /// The part of the period that is judged; the whole of it if nothing is said.
    pub span: Option<Period>,
    pub judgement: Judgement,
    /// May be empty.
    pub reason: Audienced<String>,
    pub evidence: Vec<Evidence>,
    pub notes: String,
    pub on: Date,
    /// The user, if nothing is said.
    pub assessor: Option<Assessor>,
    pub acting_post: bool,
    pub credit_months: Option<u8>,
    /// Why it takes the place of one that was handed over or came with a list.
    pub because: String,
}

/// The paper came into the employee's hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOverEvaluation {
    pub person: PersonId,
    pub id: EvaluationId,
    pub on: Date,
    /// What the employee received.
    pub sheet: SharedText,
}

/// What the employee said to it, with the code of the paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerEvaluation {
    pub person: PersonId,
    pub receipt: String,
    pub answer: Acknowledgement,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WithdrawEvaluation {
    pub person: PersonId,
    pub id: EvaluationId,
    pub reason: String,
}

/// What is known of a unit in a period; nothing known takes it away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUnitResult {
    pub unit: String,
    pub period: EvaluationPeriod,
    pub result: Option<OrganisationResult>,
    pub set_by: String,
    pub set_on: Option<Date>,
    pub others: Option<Counts>,
    pub source: String,
    pub note: String,
}

/// What a list says of units. What is known already is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeUnitResults {
    pub rows: Vec<SetUnitResult>,
}

/// Evaluations of a list. What is there already, or was withdrawn, does not come in again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeEvaluations {
    pub rows: Vec<ListedEvaluation>,
}

/// One row of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedEvaluation {
    pub person: PersonId,
    pub period: EvaluationPeriod,
    pub span: Period,
    pub assessor: Assessor,
    pub acting_post: bool,
    pub judgement: Judgement,
    pub on: Date,
    pub notes: String,
    pub origin: Origin,
}

impl ListedEvaluation {
    /// The same row of the same person, whoever typed it.
    pub fn is(&self, kept: &Evaluation) -> bool {
        let days = (self.period, self.span) == (kept.period, kept.span) && self.acting_post == kept.acting_post;
        let same = match (self.assessor.person, kept.assessor.person) {
            (Some(one), Some(other)) => one == other,
            _ => PersonName::parse(&self.assessor.name).key() == PersonName::parse(&kept.assessor.name).key(),
        };
        days && same
    }
}

/// Plans as e-Kinerja lists them; one of the same number takes the place of the other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeSkps {
    pub rows: Vec<Skp>,
}

/// Lists of holidays replace the list of their year; those that say the same are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetHolidays {
    pub lists: Vec<HolidayYear>,
}

/// Each is judged by the method of that name.
macro_rules! judged_by {
    ($($intent:ident by $method:ident,)+) => {
        $(impl Judge for $intent {
            fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
                case.$method(self)
            }
        })+
    };
}

judged_by! {
    Evaluate by evaluate,
    HandOverEvaluation by hand_over_evaluation,
    AnswerEvaluation by answer_evaluation,
    WithdrawEvaluation by withdraw_evaluation,
    SetUnitResult by set_unit_result,
    TakeUnitResults by take_unit_results,
    TakeEvaluations by take_evaluations,
    TakeSkps by take_skps,
    SetHolidays by set_holidays,
}

impl Case<'_> {
    fn evaluate(&mut self, new: Evaluate) -> Result<Change, Refusal> {
        let span = new.span.unwrap_or(new.period.span());
        let dossier = self.dossier(new.person)?;
        self.may_be_judged(&new, span)?;
        let was = holding::of_span(&dossier.evaluations, new.period, span).cloned();
        let clash = |other: &&Evaluation| {
            other.span != span && common_days(other.span, span) > 0 && other.acting_post == new.acting_post
        };
        if let Some(other) = holding::of_period(&dossier.evaluations, new.period).into_iter().find(clash) {
            return Err(Refusal::PeriodTaken(other.span));
        }
        let evidence = self.evaluation_evidence(new.person, new.evidence)?;
        let assessor = self.assessor(new.assessor)?;
        if assessor.person == Some(new.person) {
            return Err(Refusal::OwnEvaluation);
        }
        let settled = was.as_ref().filter(|was| was.handed_over.is_some() || was.origin != Origin::Typed);
        let supersedes = match settled {
            Some(was) => Some(Superseded { id: was.id, reason: reason(&new.because)? }),
            None => was.as_ref().and_then(|was| was.supersedes.clone()),
        };
        let edited = was.as_ref().filter(|_| settled.is_none());
        let position = dossier.person.position.clone();
        let record = Evaluation {
            id: edited.map_or_else(|| EvaluationId(self.ids.uuid(self.world.now)), |was| was.id),
            person: new.person,
            period: new.period,
            span,
            assessor,
            position,
            acting_post: new.acting_post,
            judgement: tidied_judgement(new.judgement)?,
            reason: Audienced::new(new.reason.audience(), clean::clean_text(new.reason.for_supervisor())),
            evidence,
            notes: SharedText::new(clean::clean_text(&new.notes)),
            on: new.on,
            origin: Origin::Typed,
            credit_months: new.credit_months,
            supersedes,
            handed_over: None,
            withdrawn: None,
            by: self.world.actor.clone(),
            written: self.world.now,
        };
        let op = match edited {
            Some(was) if same_judgement(was, &record) => return Err(Refusal::NothingChanged),
            Some(was) => Op::replace(Record::Evaluation(was.clone()), Record::Evaluation(record)),
            None => Op::add(Record::Evaluation(record)),
        };
        self.one(ChangeKind::Evaluated, new.person, op)
    }

    fn may_be_judged(&self, new: &Evaluate, span: Period) -> Result<(), Refusal> {
        if !new.period.is_used(self.world.rules) {
            return Err(Refusal::PeriodNotUsed);
        }
        if new.period.first() > self.world.today || span.from > self.world.today {
            return Err(Refusal::PeriodInFuture);
        }
        if new.on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        if !(new.period.contains(span.from) && new.period.contains(span.until)) {
            return Err(Refusal::SpanOutside);
        }
        if new.on < span.from {
            return Err(Refusal::BeforeJudgedDays);
        }
        if new.credit_months.is_some_and(|months| months > crate::domain::evaluation::credit::MONTHS) {
            return Err(Refusal::MonthsOutside);
        }
        Ok(())
    }

    fn evaluation_evidence(&self, person: PersonId, pieces: Vec<Evidence>) -> Result<Vec<Evidence>, Refusal> {
        let dossier = self.dossier(person)?;
        let mut evidence = Vec::new();
        for piece in pieces {
            let piece = match piece {
                Evidence::Record(id) if dossier.record(id).is_none() => return Err(Refusal::NoSuchRecord),
                Evidence::Document(name) if clean::clean_line(&name).is_empty() => continue,
                Evidence::Document(name) => Evidence::Document(clean::clean_line(&name)),
                record => record,
            };
            if !evidence.contains(&piece) {
                evidence.push(piece);
            }
        }
        Ok(evidence)
    }

    fn assessor(&self, given: Option<Assessor>) -> Result<Assessor, Refusal> {
        let Some(given) = given else {
            let me = self.world.roster.me();
            let name = me.map_or_else(|| self.world.actor.name.clone(), |row| row.name.full());
            return Ok(Assessor { name, person: me.map(|row| row.id), capacity: self.world.roster.profile.capacity });
        };
        let name = clean::clean_line(&given.name);
        if name.is_empty() { Err(Refusal::EmptyName) } else { Ok(Assessor { name, ..given }) }
    }

    fn hand_over_evaluation(&mut self, new: HandOverEvaluation) -> Result<Change, Refusal> {
        let was = self.evaluation_in_force(new.person, new.id)?;
        if was.handed_over.is_some() {
            return Err(Refusal::AlreadyHandedOver);
        }
        if new.on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        if new.on < was.on {
            return Err(Refusal::BeforeSet);
        }
        if new.sheet.get().trim().is_empty() {
            return Err(Refusal::EmptyText);
        }
        let receipt = receipt::receipt(&new.sheet);
        let predicate = was.predicate(self.world.rules);
        let handed_over = Some(HandOver { on: new.on, sheet: new.sheet, receipt, predicate, answer: None });
        let record = Evaluation { handed_over, ..was.clone() };
        let op = Op::replace(Record::Evaluation(was), Record::Evaluation(record));
        self.one(ChangeKind::EvaluationHandedOver, new.person, op)
    }

    /// Who objects begins an objection with that answer.
    fn answer_evaluation(&mut self, new: AnswerEvaluation) -> Result<Change, Refusal> {
        let code = receipt::normalise(&new.receipt);
        let dossier = self.dossier(new.person)?;
        let handed = |evaluation: &&Evaluation| evaluation.handed_over.as_ref().is_some_and(|paper| paper.receipt == code);
        let was = dossier.evaluations.iter().rfind(handed).ok_or(Refusal::UnknownReceipt)?;
        if let Acknowledgement::Objects { on, reason } = new.answer {
            let about = ObjectionAbout::Evaluation(was.id);
            let grounds = vec![(reason, String::new())];
            return self.file_objection(FileObjection { person: new.person, about, on, grounds, asks: String::new() });
        }
        let ops = vec![answered(was, new.answer)?];
        Ok(self.change(ChangeKind::EvaluationAnswered, Some(new.person), ops))
    }

    fn withdraw_evaluation(&mut self, new: WithdrawEvaluation) -> Result<Change, Refusal> {
        let was = self.evaluation(new.person, new.id)?.clone();
        if was.withdrawn.is_some() {
            return Err(Refusal::AlreadySettled);
        }
        let why = reason(&new.reason)?;
        let withdrawn = Some(Withdrawal { on: self.world.today, reason: why, by: self.world.actor.clone() });
        let record = Evaluation { withdrawn, ..was.clone() };
        let op = Op::replace(Record::Evaluation(was), Record::Evaluation(record));
        self.one(ChangeKind::EvaluationWithdrawn, new.person, op)
    }

    fn set_unit_result(&mut self, new: SetUnitResult) -> Result<Change, Refusal> {
        let op = self.unit_result(new)?.ok_or(Refusal::NothingChanged)?;
        Ok(self.change(ChangeKind::UnitResultSet, None, vec![op]))
    }

    fn take_unit_results(&mut self, new: TakeUnitResults) -> Result<Change, Refusal> {
        let ops: Vec<Option<Op>> = new.rows.into_iter().map(|row| self.unit_result(row)).collect::<Result<_, _>>()?;
        let ops: Vec<Op> = ops.into_iter().flatten().collect();
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::UnitResultSet, None, ops))
    }

    /// What it changes, if it changes anything.
    fn unit_result(&self, new: SetUnitResult) -> Result<Option<Op>, Refusal> {
        let unit = clean::clean_line(&new.unit);
        if unit.is_empty() {
            return Err(Refusal::EmptyName);
        }
        let id = UnitResultId::of(&UnitResult::key(&unit), new.period);
        let was = self.world.roster.catalogue.office.unit_result(id).cloned();
        let record = UnitResult {
            id,
            unit,
            period: new.period,
            result: new.result,
            set_by: clean::clean_line(&new.set_by),
            set_on: new.set_on,
            others: new.others,
            source: clean::clean_line(&new.source),
            note: clean::clean_text(&new.note),
            by: self.world.actor.clone(),
            written: self.world.now,
        };
        Ok(match was {
            Some(was) if same_unit_result(&was, &record) => None,
            Some(was) => Some(Op::replace(Record::UnitResult(was), Record::UnitResult(record))),
            None => Some(Op::add(Record::UnitResult(record))),
        })
    }

    fn set_holidays(&mut self, new: SetHolidays) -> Result<Change, Refusal> {
        let mut ops = Vec::new();
        for list in new.lists {
            let was = self.world.roster.catalogue.office.holidays(list.year).cloned();
            if was.as_ref().is_some_and(|was| was.list == list) {
                continue;
            }
            let id = HolidayListId::of(list.year);
            let new = HolidayList { id, list, by: self.world.actor.clone(), written: self.world.now };
            let new = Record::HolidayList(new);
            ops.push(was.map_or_else(|| Op::add(new.clone()), |was| Op::replace(Record::HolidayList(was), new.clone())));
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::HolidaysSet, None, ops))
    }

    fn take_evaluations(&mut self, new: TakeEvaluations) -> Result<Change, Refusal> {
        let mut ops: Vec<Op> = Vec::new();
        for row in new.rows {
            let dossier = self.dossier(row.person)?;
            if dossier.evaluations.iter().any(|kept| row.is(kept)) {
                continue;
            }
            let position = dossier.person.position.clone();
            let record = Evaluation {
                position,
                id: EvaluationId(self.uuid()),
                person: row.person,
                period: row.period,
                span: row.span,
                assessor: Assessor { name: clean::clean_line(&row.assessor.name), ..row.assessor },
                acting_post: row.acting_post,
                judgement: tidied_judgement(row.judgement)?,
                reason: Audienced::new(Audience::Private, String::new()),
                evidence: vec![],
                notes: SharedText::new(clean::clean_text(&row.notes)),
                on: row.on,
                origin: row.origin,
                credit_months: None,
                supersedes: None,
                handed_over: None,
                withdrawn: None,
                by: self.world.actor.clone(),
                written: self.world.now,
            };
            ops.push(Op::add(Record::Evaluation(record)));
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::EvaluationsImported, None, ops))
    }

    fn take_skps(&mut self, new: TakeSkps) -> Result<Change, Refusal> {
        let mut ops: Vec<Op> = Vec::new();
        for skp in new.rows {
            match self.dossier(skp.person)?.skp(skp.id).cloned() {
                Some(was) if was == skp => {}
                Some(was) => ops.push(Op::replace(was, skp)),
                None => ops.push(Op::add(skp)),
            }
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(self.change(ChangeKind::SkpsImported, None, ops))
    }

    pub(super) fn evaluation(&self, person: PersonId, id: EvaluationId) -> Result<&Evaluation, Refusal> {
        self.dossier(person)?.evaluations.iter().find(|evaluation| evaluation.id == id).ok_or(Refusal::NoSuchRecord)
    }

    fn evaluation_in_force(&self, person: PersonId, id: EvaluationId) -> Result<Evaluation, Refusal> {
        let found = self.evaluation(person, id)?;
        let holds = holding::holds(found, &self.dossier(person)?.evaluations);
        if holds { Ok(found.clone()) } else { Err(Refusal::NotInForce) }
    }
}

pub(super) fn answered(was: &Evaluation, answer: Acknowledgement) -> Result<Op, Refusal> {
    let paper = was.handed_over.clone().ok_or(Refusal::NotHandedOver)?;
    if paper.answer.as_ref().is_some_and(|given| !answer.may_follow(given)) {
        return Err(Refusal::AlreadyAcknowledged);
    }
    let new = Evaluation { handed_over: Some(HandOver { answer: Some(answer), ..paper }), ..was.clone() };
    Ok(Op::replace(Record::Evaluation(was.clone()), Record::Evaluation(new)))
}

/// Cleaned; a reason of one's own is a reason.
fn tidied_judgement(judgement: Judgement) -> Result<Judgement, Refusal> {
    Ok(match judgement {
        Judgement::NotAssessed { why, note } => {
            let note = clean::clean_line(&note);
            if why == NotAssessed::Other && note.is_empty() {
                return Err(Refusal::ReasonMissing);
            }
            Judgement::NotAssessed { why, note }
        }
        rated => rated,
    })
}

fn same_judgement(was: &Evaluation, new: &Evaluation) -> bool {
    let plain =
        |evaluation: &Evaluation| Evaluation { by: Actor::default(), written: Timestamp::UNIX_EPOCH, ..evaluation.clone() };
    plain(was) == plain(new)
}

fn same_unit_result(was: &UnitResult, new: &UnitResult) -> bool {
    let plain = |result: &UnitResult| UnitResult { by: Actor::default(), written: Timestamp::UNIX_EPOCH, ..result.clone() };
    plain(was) == plain(new)
}

#[cfg(test)]
mod tests;

//! Forms about evaluations: not assessed, evidence, the paper's way, an objection's steps, the unit's result. Where a
//! form asks for ratings (a decision), none is chosen before somebody chooses it.

use super::field::{choice, line};
use super::rating::{EVIDENCE, label};
use super::{Field, FieldName as F, Form, Purpose, Wrong, refused, written_day};
use crate::desk::office::Office;
use crate::desk::records::evaluations::unit_result;
use crate::domain::calendar::{Calendar, Deadline};
use crate::domain::competency::{Evidence, ExpectationRating};
use crate::domain::evaluation::objection::{ObjectionAbout, ObjectionState, Side};
use crate::domain::evaluation::pattern::Counts;
use crate::domain::evaluation::{Evaluation, Judgement, NotAssessed, OrganisationResult};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::{self, Intent, NewDecision, NewStep};
use crate::domain::{Acknowledgement, Audience, Audienced, Dossier, EvaluationId, ObjectionId, PersonId, RecordId, Refusal};
use crate::i18n::{Lang, Text, Words};
use crate::reports::evaluation_document;
use jiff::civil::Date;

const NOT_ASSESSED: [&str; 5] =
    ["not-assessed-leave", "not-assessed-study", "not-assessed-short", "not-assessed-other-assessor", "not-assessed-other"];
const RESULTS: [&str; 6] = [
    "guard-not-set",
    "organisation-outstanding",
    "predicate-good",
    "predicate-needs-improvement",
    "predicate-poor",
    "predicate-very-poor",
];
const STEPS: [&str; 5] = [
    "objection-step-forward",
    "objection-step-explain",
    "objection-step-explained",
    "objection-step-decide",
    "objection-step-take-back",
];
const DECISIONS: [&str; 3] = ["objection-undecided", "objection-upheld", "objection-changed"];
const RATINGS: [&str; 4] = ["objection-no-rating", "rated-above", "rated-meets", "rated-below"];

pub(crate) fn fields(purpose: Purpose, office: &Office) -> Vec<Field> {
    match purpose {
        Purpose::NotAssessed(..) => vec![choice(F::NotAssessed, &NOT_ASSESSED, 0), line(F::Note, "")],
        Purpose::EvaluationEvidence(..) => EVIDENCE.map(|name| line(name, "")).into(),
        Purpose::HandOverEvaluation(..) => vec![line(F::Day, written_day(office.today))],
        Purpose::AnswerEvaluation(..) => vec![
            line(F::Receipt, ""),
            choice(F::Answer, &["answer-signed", "answer-read", "answer-objects"], 0),
            line(F::Day, written_day(office.today)),
            line(F::Reason, ""),
            line(F::Evidence, ""),
            line(F::Asks, ""),
        ],
        Purpose::EvaluationObjection(person, id) => step_fields(person, id, office),
        Purpose::WithdrawEvaluation(..) => vec![line(F::Reason, "")],
        Purpose::UnitResult(period) => unit_fields(period, office),
        _ => vec![],
    }
}

fn step_fields(person: PersonId, id: ObjectionId, office: &Office) -> Vec<Field> {
    let state = office.dossier(person).and_then(|dossier| dossier.objection(id)).map(|objection| objection.state());
    let at = match state {
        Some(ObjectionState::Forwarded) => 1,
        Some(ObjectionState::Explained) => 3,
        _ => 0,
    };
    let me = office.roster.me();
    let superior = me.and_then(|me| me.supervisor).and_then(|id| office.row(id)).map(|row| row.name.full());
    vec![
        choice(F::Step, &STEPS, at),
        line(F::Day, written_day(office.today)),
        line(F::Addressee, superior.unwrap_or_default()),
        line(F::Words, ""),
        choice(F::Decision, &DECISIONS, 0),
        choice(F::ResultsRating, &RATINGS, 0),
        choice(F::BehaviourRating, &RATINGS, 0),
        line(F::Reason, ""),
    ]
}

fn unit_fields(period: EvaluationPeriod, office: &Office) -> Vec<Field> {
    let known = unit_result(office, period);
    let own = || office.roster.units.name(office.roster.me().and_then(|me| me.unit)).to_owned();
    let at = known.and_then(|unit| unit.result).and_then(|r| OrganisationResult::ALL.iter().position(|x| *x == r));
    let others = known.and_then(|unit| unit.others).map(|counts| counts.map(|count| count.to_string()).join(" "));
    vec![
        line(F::Unit, known.map_or_else(own, |unit| unit.unit.clone())),
        choice(F::UnitResult, &RESULTS, at.map_or(0, |at| at + 1)),
        line(F::SetBy, known.map(|unit| unit.set_by.clone()).unwrap_or_default()),
        line(F::SetOn, known.and_then(|unit| unit.set_on).map(written_day).unwrap_or_default()),
        line(F::Others, others.unwrap_or_default()),
    ]
}

/// What makes no sense with the chosen answer or step is hidden.
pub(crate) fn follow(form: &mut Form) {
    let (step, decision) = (form.chosen(F::Step), form.chosen(F::Decision));
    let objects = form.chosen(F::Answer) == 2;
    let filled = EVIDENCE.map(|name| !form.text(name).is_empty());
    let purpose = form.purpose;
    for field in &mut form.fields {
        field.hidden = match (purpose, field.name) {
            (Purpose::AnswerEvaluation(..), F::Reason | F::Evidence | F::Asks) => !objects,
            (Purpose::EvaluationEvidence(..), F::SecondEvidence) => !filled[0] && !filled[1],
            (Purpose::EvaluationEvidence(..), F::ThirdEvidence) => !filled[1] && !filled[2],
            (Purpose::EvaluationObjection(..), F::Addressee) => !matches!(step, 0 | 3),
            (Purpose::EvaluationObjection(..), F::Words) => !matches!(step, 1 | 2),
            (Purpose::EvaluationObjection(..), F::Decision | F::Reason) => step != 3,
            (Purpose::EvaluationObjection(..), F::ResultsRating | F::BehaviourRating) => step != 3 || decision != 2,
            _ => false,
        };
    }
}

/// Deadlines of a paper, the words of an objection, what a decision means.
pub(crate) fn understood(form: &Form, office: &Office, words: &Words) -> Vec<(String, bool)> {
    match form.purpose {
        Purpose::HandOverEvaluation(..) => {
            let day = form.day(F::Day, office.today).ok().flatten().unwrap_or(office.today);
            let due = Deadline::after(day, office.rules.objection_days, Calendar::of(&office.rules));
            let args = [("calendar", due.calendar.into()), ("working", due.working.into())];
            vec![(words.with("paper-objection-until", &args), false), (words.say("paper-preparation"), false)]
        }
        Purpose::EvaluationObjection(person, id) => {
            let Some(found) = office.dossier(person).and_then(|dossier| dossier.objection(id)) else { return vec![] };
            let said = words.with("objection-says", &[("reason", found.first_reason().into())]);
            let changed = form.chosen(F::Step) == 3 && form.chosen(F::Decision) == 2;
            let rule = changed.then(|| (words.say("objection-makes-new"), false));
            std::iter::once((said, false)).chain(rule).collect()
        }
        Purpose::AnswerEvaluation(..) if form.chosen(F::Answer) == 2 => vec![(words.say("objection-is-filed"), false)],
        Purpose::UnitResult(_) => vec![(words.say("unit-result-rule"), false)],
        _ => vec![],
    }
}

/// What a form of an evaluation asks of the domain.
pub(crate) fn intent(form: &Form, office: &Office) -> Result<Intent, Wrong> {
    let line = |name| form.text(name).to_owned();
    let day = |name: F| Ok::<Date, Wrong>(form.day(name, office.today).map_err(Wrong::at(name))?.unwrap_or(office.today));
    Ok(match form.purpose {
        Purpose::NotAssessed(person, period) => not_assessed(form, person, period, office),
        Purpose::HandOverEvaluation(person, id) => {
            let on = day(F::Day)?;
            let (dossier, found) = evaluation(office, person, id)?;
            let unit = unit_result(office, found.period).and_then(|unit| unit.result);
            let forms = Words::new(Lang::Id);
            let sheet = evaluation_document::document(dossier, found, unit, &office.roster, &office.rules, on, &forms);
            intent::HandOverEvaluation { person, id, on, sheet }.into()
        }
        Purpose::AnswerEvaluation(person, id) => answer(form, person, id, day(F::Day)?, office)?,
        Purpose::EvaluationObjection(person, id) => {
            let (on, step) = (day(F::Day)?, step(form)?);
            intent::TakeObjectionStep { person, id, on, step }.into()
        }
        Purpose::WithdrawEvaluation(person, id) => intent::WithdrawEvaluation { person, id, reason: line(F::Reason) }.into(),
        Purpose::UnitResult(period) => intent::SetUnitResult {
            unit: line(F::Unit),
            period,
            result: form.chosen(F::UnitResult).checked_sub(1).and_then(|at| OrganisationResult::ALL.get(at)).copied(),
            set_by: line(F::SetBy),
            set_on: form.day(F::SetOn, office.today).map_err(Wrong::at(F::SetOn))?,
            others: others(form)?,
            source: String::new(),
            note: String::new(),
        }
        .into(),
        // Evidence goes to the page that asked for it.
        _ => return Err((&Refusal::NothingChanged).into()),
    })
}

fn evaluation(office: &Office, person: PersonId, id: EvaluationId) -> Result<(&Dossier, &Evaluation), Wrong> {
    let dossier = office.dossier(person).ok_or(&Refusal::NoSuchPerson)?;
    Ok((dossier, dossier.evaluation(id).ok_or(&Refusal::NoSuchRecord)?))
}

fn not_assessed(form: &Form, person: PersonId, period: EvaluationPeriod, office: &Office) -> Intent {
    let why = NotAssessed::ALL.get(form.chosen(F::NotAssessed)).copied().unwrap_or(NotAssessed::Other);
    let note = form.text(F::Note).to_owned();
    intent::Evaluate {
        person,
        period,
        span: None,
        judgement: Judgement::NotAssessed { why, note: note.clone() },
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        notes: String::new(),
        on: office.today,
        assessor: None,
        acting_post: false,
        credit_months: None,
        because: note,
    }
    .into()
}

/// Who objects begins an objection with reason, evidence and what is asked; the code belongs to the paper all the same.
fn answer(form: &Form, person: PersonId, id: EvaluationId, on: Date, office: &Office) -> Result<Intent, Wrong> {
    let receipt = form.text(F::Receipt).to_owned();
    let answer = match form.chosen(F::Answer) {
        0 => Acknowledgement::SignedOnPaper { on },
        1 => Acknowledgement::Read { on },
        _ => {
            let (_, found) = evaluation(office, person, id)?;
            let code = crate::domain::sessions::receipt::normalise(&receipt);
            if found.handed_over.as_ref().is_none_or(|paper| paper.receipt != code) {
                return Err(Wrong::at(F::Receipt)(refused(&Refusal::UnknownReceipt)));
            }
            let grounds = vec![(form.text(F::Reason).to_owned(), form.text(F::Evidence).to_owned())];
            let (about, asks) = (ObjectionAbout::Evaluation(id), form.text(F::Asks).to_owned());
            return Ok(intent::FileObjection { person, about, on, grounds, asks }.into());
        }
    };
    Ok(intent::AnswerEvaluation { person, receipt, answer }.into())
}

fn step(form: &Form) -> Result<NewStep, Wrong> {
    let line = |name| form.text(name).to_owned();
    Ok(match form.chosen(F::Step) {
        0 => NewStep::Forward { to: line(F::Addressee) },
        1 => NewStep::Explain { by: Side::Assessor, words: line(F::Words) },
        2 => NewStep::Explain { by: Side::Employee, words: line(F::Words) },
        3 => NewStep::Decide { by: line(F::Addressee), decision: decision(form)?, reason: line(F::Reason) },
        _ => NewStep::TakeBack,
    })
}

/// Both ratings as the superior set them: what is not chosen is asked for.
fn decision(form: &Form) -> Result<NewDecision, Wrong> {
    let rating = |name: F| match form.chosen(name) {
        1 => Ok(ExpectationRating::Above),
        2 => Ok(ExpectationRating::Meets),
        3 => Ok(ExpectationRating::Below),
        _ => Err(Wrong::at(name)(Text::plain("objection-rating-missing"))),
    };
    match form.chosen(F::Decision) {
        1 => Ok(NewDecision::Uphold),
        2 => Ok(NewDecision::Change { results: rating(F::ResultsRating)?, behaviour: rating(F::BehaviourRating)? }),
        _ => Err(Wrong::at(F::Decision)(Text::plain("objection-decision-missing"))),
    }
}

/// Five figures, very good to very poor; nothing typed is nothing known.
fn others(form: &Form) -> Result<Option<Counts>, Wrong> {
    let typed = form.text(F::Others);
    if typed.is_empty() {
        return Ok(None);
    }
    let wrong = || Wrong::at(F::Others)(Text::with("form-five-figures", [("text", typed.into())]));
    let parts = typed.split([' ', ',', ';']).filter(|part| !part.is_empty());
    let figures: Option<Vec<u32>> = parts.map(|part| part.parse().ok().filter(|count| *count <= MOST)).collect();
    figures.and_then(|figures| figures.try_into().ok()).map(Some).ok_or_else(wrong)
}

/// No unit has more people.
const MOST: u32 = 100_000;

// --- evidence ----------------------------------------------------------------------------------------------------

/// Notes and values of the period, the newest first.
fn pieces(person: PersonId, period: EvaluationPeriod, office: &Office) -> Vec<(RecordId, String)> {
    let Some(dossier) = office.dossier(person) else { return vec![] };
    let notes = dossier.evidence().map(|note| (note.on, RecordId::Feedback(note.id)));
    let values = dossier.check_ins.iter().map(|check_in| (check_in.on, RecordId::CheckIn(check_in.id)));
    let mut found: Vec<(Date, RecordId)> = notes.chain(values).filter(|(on, _)| period.contains(*on)).collect();
    found.sort_by_key(|piece| std::cmp::Reverse(*piece));
    found.into_iter().map(|(_, id)| (id, label(dossier, id, office))).collect()
}

/// What is not named in another line already.
pub(crate) fn proposed(form: &Form, name: F, person: PersonId, period: EvaluationPeriod, office: &Office) -> Vec<String> {
    let taken: Vec<&str> = EVIDENCE.iter().filter(|other| **other != name).map(|other| form.text(*other)).collect();
    let labels = pieces(person, period, office).into_iter().map(|(_, label)| label);
    labels.filter(|label| !taken.contains(&label.as_str())).collect()
}

/// A piece of evidence as it stands in the form.
pub fn piece_text(piece: &Evidence, dossier: &Dossier, office: &Office) -> String {
    match piece {
        Evidence::Record(id) => label(dossier, *id, office),
        Evidence::Document(name) => name.clone(),
    }
}

impl Form {
    /// The form of evidence with what was given already.
    pub fn of_evidence(person: PersonId, period: EvaluationPeriod, given: &[Evidence], office: &Office) -> Form {
        let mut form = Form::new(Purpose::EvaluationEvidence(person, period), office, crate::domain::DecimalSign::Comma);
        let Some(dossier) = office.dossier(person) else { return form };
        for (field, piece) in form.fields.iter_mut().zip(given) {
            field.input = line(field.name, piece_text(piece, dossier, office)).input;
        }
        follow(&mut form);
        form
    }

    /// What the lines of evidence name: records where they are the proposal's words, else what was typed.
    pub(crate) fn evidence(&self, office: &Office) -> Vec<Evidence> {
        let Purpose::EvaluationEvidence(person, period) = self.purpose else { return vec![] };
        let known = pieces(person, period, office);
        let typed = EVIDENCE.iter().map(|name| self.text(*name)).filter(|text| !text.is_empty());
        let piece = |text: &str| {
            let chosen = known.iter().find(|(_, label)| label == text).map(|(id, _)| *id);
            chosen.map_or_else(|| Evidence::Document(text.to_owned()), Evidence::Record)
        };
        typed.map(piece).collect()
    }
}

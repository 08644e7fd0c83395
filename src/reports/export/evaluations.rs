//! Evaluations and objections in the export: everything for the supervisor; for the employee what was handed over, and
//! what he or she said to it.

use super::{ExportRecord, SharedParts, SharedRecord, acknowledgement, some};
use crate::domain::evaluation::objection::{Decision, ObjectionAbout, Side};
use crate::domain::evaluation::skp::Skp;
use crate::domain::evaluation::{Evaluation, Judgement, Objection, ObjectionStep};
use crate::domain::{Audience, Dossier, Shared, SharedText};
use serde_json::{Value, json};

pub(super) fn evaluation(e: &Evaluation) -> ExportRecord {
    let (why_not, note) = match &e.judgement {
        Judgement::NotAssessed { why, note } => (Some(why.id()), some(note)),
        Judgement::Rated { .. } | Judgement::PredicateOnly { .. } => (None, None),
    };
    let said = if let Judgement::PredicateOnly { predicate } = &e.judgement { Some(predicate) } else { None };
    let handed = e.handed_over.as_ref().map(|handed| {
        json!({
            "on": handed.on, "sheet": handed.sheet, "receipt": handed.receipt, "predicate": handed.predicate,
            "answer": handed.answer.as_ref().map(acknowledgement),
        })
    });
    let withdrawn = e.withdrawn.as_ref().map(|w| json!({ "on": w.on, "reason": some(&w.reason), "by": w.by.name }));
    ExportRecord {
        id: e.id.to_string(),
        person: e.person.to_string(),
        kind: "evaluation",
        // Why is the supervisor's own; what was handed over is in it as it was.
        audience: Audience::Private,
        at: e.written,
        by: e.by.name.clone(),
        text: some(e.reason.for_supervisor()).map(str::to_owned),
        on: e.on,
        more: json!({
            "from": e.span.from, "until": e.span.until, "period": e.period, "assessor": e.assessor.name,
            "assessor_person": e.assessor.person, "capacity": e.assessor.capacity.id(), "position": e.position,
            "acting_post": e.acting_post, "results": e.results(), "behaviour": e.behaviour(), "predicate": said,
            "not_assessed": why_not, "note": note, "reason_audience": e.reason.audience(), "evidence": e.evidence,
            "notes": some(e.notes.get()), "origin": e.origin, "credit_months": e.credit_months,
            "supersedes": e.supersedes.as_ref().map(|s| json!({ "id": s.id, "reason": some(&s.reason) })),
            "handed_over": handed, "withdrawn": withdrawn,
        }),
    }
}

pub(super) fn objection(o: &Objection) -> ExportRecord {
    let (evaluation, session) = match o.about {
        ObjectionAbout::Evaluation(id) => (Some(id), None),
        ObjectionAbout::Session(id) => (None, Some(id)),
    };
    ExportRecord {
        id: o.id.to_string(),
        person: o.person.to_string(),
        kind: "objection",
        audience: Audience::Shared,
        at: o.written,
        by: o.by.name.clone(),
        text: Some(asked(o)).filter(|text| !text.is_empty()),
        on: o.on,
        more: json!({
            "evaluation": evaluation, "session": session, "received": o.received, "state": o.state().id(),
            "steps": o.steps.iter().map(step).collect::<Vec<_>>(),
        }),
    }
}

/// A plan as e-Kinerja has it: a fact of the office, which both know.
pub(super) fn skp(skp: &Skp) -> ExportRecord {
    ExportRecord {
        id: skp.id.to_string(),
        person: skp.person.to_string(),
        kind: "skp",
        audience: Audience::Shared,
        at: skp.written,
        by: skp.by.name.clone(),
        text: some(&skp.number).map(str::to_owned),
        on: skp.span.from,
        more: json!({
            "from": skp.span.from, "until": skp.span.until, "number": skp.number, "position": skp.position,
            "unit": skp.unit, "status": skp.status, "model": skp.model, "acting_post": skp.acting_post,
        }),
    }
}

/// What the employee asks for.
fn asked(o: &Objection) -> String {
    let asks = o.steps.iter().find_map(|step| if let ObjectionStep::Filed { asks, .. } = step { Some(asks) } else { None });
    asks.map(|asks| asks.get().clone()).unwrap_or_default()
}

fn step(step: &ObjectionStep) -> Value {
    match step {
        ObjectionStep::Filed { on, grounds, asks } => {
            json!({ "step": "filed", "on": on, "grounds": grounds, "asks": asks })
        }
        ObjectionStep::Forwarded { on, to } => json!({ "step": "forwarded", "on": on, "to": to }),
        ObjectionStep::Explained { on, by, words } => {
            let by = match by {
                Side::Assessor => "assessor",
                Side::Employee => "employee",
            };
            json!({ "step": "explained", "on": on, "by": by, "words": words })
        }
        ObjectionStep::Decided { on, by, decision, reason } => {
            json!({ "step": "decided", "on": on, "by": by, "decision": decision, "reason": reason })
        }
        ObjectionStep::TakenBack { on } => json!({ "step": "taken_back", "on": on }),
    }
}

/// Evaluations that were handed over, as they were then, and every objection of the employee.
pub(super) fn shared_records(dossier: &Dossier) -> Vec<SharedRecord> {
    let evaluations = dossier.evaluations.iter().filter_map(shared_evaluation);
    evaluations.chain(dossier.objections.iter().map(shared_objection)).collect()
}

fn shared_evaluation(e: &Evaluation) -> Option<SharedRecord> {
    let handed = e.handed_over.as_ref()?;
    Some(SharedRecord {
        id: e.id.to_string(),
        person: e.person.to_string(),
        kind: "evaluation",
        audience: Audience::Shared,
        at: e.written,
        by: e.by.name.clone(),
        text: Some(handed.sheet.clone()),
        on: handed.on,
        more: SharedParts {
            until: Some(e.span.until),
            receipt: Some(handed.receipt.clone()),
            acknowledgement: handed.answer.as_ref().map(acknowledgement),
            state: e.withdrawn.as_ref().map(|_| "withdrawn"),
            ..SharedParts::default()
        },
    })
}

fn shared_objection(o: &Objection) -> SharedRecord {
    let lines: Vec<SharedText> = o.steps.iter().flat_map(words).filter(|words| !words.get().trim().is_empty()).collect();
    SharedRecord {
        id: o.id.to_string(),
        person: o.person.to_string(),
        kind: "objection",
        audience: Audience::Shared,
        at: o.written,
        by: o.by.name.clone(),
        text: Some(Shared::new(asked(o))).filter(|text| !text.get().is_empty()),
        on: o.on,
        more: SharedParts { state: Some(o.state().id()), lines: (!lines.is_empty()).then_some(lines), ..Default::default() },
    }
}

/// The words of a step: the employee's, the assessor's, and of whoever decided.
fn words(step: &ObjectionStep) -> Vec<SharedText> {
    match step {
        ObjectionStep::Filed { grounds, .. } => {
            grounds.iter().flat_map(|ground| [ground.reason.clone(), ground.evidence.clone()]).collect()
        }
        ObjectionStep::Explained { words, .. } => vec![words.clone()],
        ObjectionStep::Decided { decision, reason, .. } => match decision {
            Decision::Amended { words } => vec![words.clone(), reason.clone()],
            Decision::Upheld | Decision::Changed { .. } => vec![reason.clone()],
        },
        ObjectionStep::Forwarded { .. } | ObjectionStep::TakenBack { .. } => vec![],
    }
}

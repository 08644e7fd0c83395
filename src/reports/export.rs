//! Everything as JSON, in a shape that stays: `{"format":1,"people":[…],"records":[…]}`. Fields are added, never
//! changed; dates are ISO; what is not there is `null`. The caller writes the lists piece by piece, so that a large
//! store needs no large memory.
//!
//! [`person`] and [`records`] are for the supervisor. [`shared_person`] and [`shared_records`] are for the employee
//! and carry text only from [`Shared`].

mod evaluations;

use super::exported::{ExportRecord, SharedParts, SharedRecord};
use crate::domain::competency::Rater;
use crate::domain::records::record::Skip;
use crate::domain::sessions::paper::{Printed, sheets_with};
use crate::domain::{
    Acknowledgement, Action, ActionState, AgendaLine, AgendaState, Audience, Audienced, BehaviourRating, CheckIn, Dossier,
    Feedback, Indicator, LeaderExpectation, Rating, Record, RecordId, Roster, RosterRow, Session, SessionState, Shared,
    SharedText, Withdrawal, WorkResult,
};
use serde_json::{Value, json};

/// The version of the shape.
pub const FORMAT: u32 = 1;

/// Everything known about a person but the dated records.
pub fn person(row: &RosterRow, roster: &Roster) -> Value {
    let unit = roster.units.name(row.unit);
    json!({
        "id": row.id, "name": row.name.full(), "front_title": some(&row.name.front), "plain_name": row.name.name,
        "back_title": some(&row.name.back), "nip": row.nip, "kind": row.kind, "rank": row.rank,
        "position": row.position, "unit": some(unit), "supervisor": row.supervisor, "status": row.status.id(),
        "tags": row.tags, "cadence": row.cadence.map(|c| c.to_string()), "probation_until": row.probation_until,
        "since": row.since,
    })
}

/// What a person may see of the own entry: nothing that the supervisor noted for finding people.
pub fn shared_person(row: &RosterRow, roster: &Roster) -> Value {
    json!({
        "id": row.id, "name": row.name.full(), "nip": row.nip, "rank": row.rank, "position": row.position,
        "unit": some(roster.units.name(row.unit)),
    })
}

/// Every record of a dossier.
pub fn records(dossier: &Dossier) -> Vec<ExportRecord> {
    let mut out: Vec<_> = dossier.records().filter_map(|record| marked(dossier, &record, exported(&record)?)).collect();
    out.extend(super::development::export::records(dossier));
    out.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    out
}

/// What was withdrawn says since when.
fn marked(dossier: &Dossier, record: &Record, mut said: ExportRecord) -> Option<ExportRecord> {
    if let (Some(withdrawal), Value::Object(more)) = (dossier.withdrawal_of(record.id()), &mut said.more) {
        more.insert("withdrawn".to_owned(), json!(withdrawal.on));
    }
    Some(said)
}

/// Every kind is named, so that a new one can't be left out of what is handed over as everything.
fn exported(record: &Record) -> Option<ExportRecord> {
    Some(match record {
        Record::Feedback(record) => feedback(record),
        Record::Action(record) => action(record),
        Record::Agenda(record) => agenda(record),
        Record::Session(record) => session(record),
        Record::Skip(record) => skip(record),
        Record::WorkResult(record) => work_result(record),
        Record::CheckIn(record) => check_in(record),
        Record::Rating(record) => rating(record),
        Record::BehaviourRating(record) => behaviour(record),
        Record::LeaderExpectation(record) => expectation(record),
        // The person is in the list of people; the others are the office's.
        Record::Person(_) | Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => {
            return None;
        }
        Record::UnitResult(_) | Record::HolidayList(_) | Record::Course(_) => return None,
        Record::BudgetLine(_) | Record::Proposal(_) => return None,
        // `development::export` says these.
        Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) | Record::NeedWord(_) => return None,
        Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_) => return None,
        Record::Evaluation(record) => evaluations::evaluation(record),
        Record::Objection(record) => evaluations::objection(record),
        Record::Skp(record) => evaluations::skp(record),
        Record::Withdrawal(record) => withdrawal(record),
    })
}

/// What the employee may see: shared lines, and closed sessions as they were handed out.
pub fn shared_records(dossier: &Dossier) -> Vec<SharedRecord> {
    let feedback = dossier.feedback.iter().filter_map(shared_feedback);
    let actions = dossier.actions.iter().filter_map(shared_action);
    let agenda = dossier.agenda.iter().filter_map(shared_agenda);
    let sessions = dossier.sessions.iter().filter_map(shared_session);
    let plans = dossier.results.iter().map(shared_result);
    let values = dossier.check_ins.iter().map(shared_check_in);
    let expectations = dossier.expectations.iter().map(shared_expectation);
    let mut out: Vec<_> = feedback.chain(actions).chain(agenda).chain(sessions).collect();
    out.extend(plans.chain(values).chain(expectations));
    out.extend(dossier.ratings.iter().filter_map(shared_rating));
    out.extend(dossier.behaviours.iter().filter_map(shared_behaviour));
    out.extend(evaluations::shared_records(dossier));
    out.extend(dossier.withdrawn.iter().filter_map(|record| withdrawn(dossier, record)));
    out.extend(super::development::export::shared_records(dossier));
    out.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    out
}

/// Of what was withdrawn only what stood on a sheet.
fn withdrawn(dossier: &Dossier, record: &Record) -> Option<SharedRecord> {
    let since = dossier.withdrawal_of(record.id()).filter(|_| !sheets_with(dossier, record.id()).is_empty())?;
    let mut said = match record {
        Record::Feedback(record) => shared_feedback(record)?,
        Record::Action(record) => shared_action(record)?,
        Record::Agenda(record) => shared_agenda(record)?,
        Record::CheckIn(record) => shared_check_in(record),
        Record::LeaderExpectation(record) => shared_expectation(record),
        _ => return None,
    };
    said.more.withdrawn = Some(since.on);
    Some(said)
}

/// An empty text is absent.
fn some(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn feedback(f: &Feedback) -> ExportRecord {
    let sbi = f.words.for_supervisor();
    ExportRecord {
        id: f.id.to_string(),
        person: f.person.to_string(),
        kind: f.kind.id(),
        audience: f.words.audience(),
        at: f.written,
        by: f.by.name.clone(),
        text: Some(sbi.text()),
        on: f.on,
        more: json!({
            "tags": f.tags, "situation": some(&sbi.situation), "behaviour": some(&sbi.behaviour),
            "impact": some(&sbi.impact), "intent": some(&sbi.intent), "session": f.session, "went": f.went,
        }),
    }
}

fn action(a: &Action) -> ExportRecord {
    let reason = match &a.state {
        ActionState::Open => None,
        ActionState::Done { note: reason, .. }
        | ActionState::NotDone { reason, .. }
        | ActionState::Dropped { reason, .. } => some(reason),
    };
    ExportRecord {
        id: a.id.to_string(),
        person: a.person.to_string(),
        kind: "action",
        audience: a.text.audience(),
        at: a.written,
        by: a.by.name.clone(),
        text: Some(a.text.for_supervisor().clone()),
        on: a.on,
        more: json!({
            "tags": a.tags, "owner": a.owner, "due": a.due, "measure": some(&a.measure), "state": a.state.id(),
            "settled": a.state.settled_on(), "reason": reason, "carried": a.carried, "session": a.session,
        }),
    }
}

fn agenda(a: &AgendaLine) -> ExportRecord {
    let (settled, reason, session) = match &a.state {
        AgendaState::Open => (None, None, None),
        AgendaState::Discussed { on, session } => (Some(*on), None, Some(*session)),
        AgendaState::Dropped { on, reason } => (Some(*on), some(reason), None),
    };
    ExportRecord {
        id: a.id.to_string(),
        person: a.person.to_string(),
        kind: "agenda",
        audience: a.text.audience(),
        at: a.written,
        by: a.by.name.clone(),
        text: Some(a.text.for_supervisor().clone()),
        on: a.on,
        more: json!({
            "tags": a.tags, "state": a.state.id(), "settled": settled, "reason": reason, "carried": a.carried,
            "session": session,
        }),
    }
}

fn session(s: &Session) -> ExportRecord {
    let (closed, to, reason) = match &s.state {
        SessionState::Closed { at, .. } => (Some(*at), None, None),
        SessionState::Postponed { to, reason, .. } => (None, *to, some(reason)),
        SessionState::Missed { reason, .. } => (None, None, some(reason)),
        SessionState::Planned | SessionState::Open { .. } => (None, None, None),
    };
    let grow = s.grow.as_ref().map(|g| json!({ "audience": g.audience(), "answers": g.for_supervisor() }));
    let left_out: Vec<Value> =
        s.left_out.iter().map(|l| json!({ "record": l.record, "reason": l.reason.for_supervisor() })).collect();
    let addenda: Vec<Value> = s
        .addenda
        .iter()
        .map(|a| json!({ "at": a.at, "by": a.by.name, "audience": a.text.audience(), "text": a.text.for_supervisor() }))
        .collect();
    ExportRecord {
        id: s.id.to_string(),
        person: s.person.to_string(),
        kind: "session",
        // The record as a whole has what only the supervisor may see; the sheet in it is shared.
        audience: Audience::Private,
        at: s.written,
        by: s.by.name.clone(),
        text: s.sheet().map(|sheet| sheet.get().clone()),
        on: s.on,
        more: json!({
            "session_kind": s.kind, "capacity": s.by.capacity.id(), "state": s.state.id(), "closed": closed,
            "postponed_to": to, "reason": reason, "purpose": some(&s.purpose), "grow": grow, "response": s.response,
            "next": s.next, "receipt": s.receipt(), "acknowledgement": s.acknowledgement.as_ref().map(acknowledgement),
            "addenda": addenda, "planned": s.planned, "left_out": left_out,
        }),
    }
}

fn skip(s: &Skip) -> ExportRecord {
    ExportRecord {
        id: s.id.to_string(),
        person: s.person.to_string(),
        kind: "skip",
        audience: Audience::Private,
        at: s.written,
        by: s.by.name.clone(),
        text: Some(s.reason.clone()),
        on: s.on,
        more: json!({}),
    }
}

fn withdrawal(w: &Withdrawal) -> ExportRecord {
    ExportRecord {
        id: w.id.to_string(),
        person: w.person.to_string(),
        kind: "withdrawal",
        audience: Audience::Private,
        at: w.written,
        by: w.by.name.clone(),
        text: Some(w.reason.for_supervisor().clone()),
        on: w.on,
        more: json!({ "of": w.record.uuid() }),
    }
}

fn work_result(r: &WorkResult) -> ExportRecord {
    let words: Vec<Value> = r
        .words
        .iter()
        .map(|w| json!({ "status": w.status, "on": w.on, "reason": some(&w.reason), "by": w.by.name }))
        .collect();
    let indicators: Vec<Value> = r.indicators.iter().map(indicator).collect();
    ExportRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "work_result",
        audience: Audience::Shared,
        at: r.written,
        by: r.by.name.clone(),
        text: Some(r.title.clone()),
        on: r.period.from,
        more: json!({
            "from": r.period.from, "until": r.period.until, "class": r.class, "scope": r.scope, "approach": r.approach,
            "supports": r.supports.as_ref().map(|s| &s.title), "expectation": some(&r.expectation),
            "weight": r.weight.map(|w| w.to_string()), "due": r.due, "tag": r.tag, "indicators": indicators, "words": words,
            "split_on": r.split_on, "continues": r.continues,
        }),
    }
}

fn indicator(i: &Indicator) -> Value {
    let revisions: Vec<Value> = i
        .revisions
        .iter()
        .map(|r| json!({ "was": r.was, "on": r.on, "reason": some(&r.reason), "by": r.by.name }))
        .collect();
    json!({
        "id": i.id, "title": i.title, "aspect": i.aspect, "perspective": i.perspective, "measure": i.measure,
        "accrual": i.accrual, "unit": some(&i.unit), "weight": i.weight.map(|w| w.to_string()), "due": i.due,
        "target_open": i.target_open, "revisions": revisions,
    })
}

fn check_in(c: &CheckIn) -> ExportRecord {
    ExportRecord {
        id: c.id.to_string(),
        person: c.person.to_string(),
        kind: "check_in",
        audience: Audience::Shared,
        at: c.written,
        by: c.by.name.clone(),
        text: some(c.note.get()).map(str::to_owned),
        on: c.on,
        more: json!({
            "result": c.result, "indicator": c.indicator, "value": c.value.map(|value| value.to_string()),
            "evidence": some(c.evidence.get()), "session": c.session,
        }),
    }
}

fn rating(r: &Rating) -> ExportRecord {
    let other = if let Rater::Other(name) = &r.rater { Some(name) } else { None };
    ExportRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "rating",
        // A level is the supervisor's own; what of the reason is shared says the next field.
        audience: Audience::Private,
        at: r.written,
        by: r.by.name.clone(),
        text: some(r.reason.for_supervisor()).map(str::to_owned),
        on: r.on,
        more: json!({
            "competency": r.competency, "level": r.level().map(crate::domain::Level::number), "rater": r.rater.id(),
            "rater_name": other, "facet": r.facet, "reason_audience": r.reason.audience(), "framework": r.framework,
            "evidence": r.evidence, "session": r.session,
        }),
    }
}

fn behaviour(r: &BehaviourRating) -> ExportRecord {
    ExportRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "behaviour_rating",
        audience: Audience::Private,
        at: r.written,
        by: r.by.name.clone(),
        text: some(r.note.for_supervisor()).map(str::to_owned),
        on: r.on,
        more: json!({
            "value": r.value, "from": r.period.first(), "until": r.period.last(), "rating": r.rating,
            "note_audience": r.note.audience(),
        }),
    }
}

fn expectation(e: &LeaderExpectation) -> ExportRecord {
    ExportRecord {
        id: e.id.to_string(),
        person: e.person.to_string(),
        kind: "leader_expectation",
        audience: Audience::Shared,
        at: e.written,
        by: e.by.name.clone(),
        text: Some(e.text.get().clone()),
        on: e.on,
        more: json!({ "value": e.value, "from": e.period.first(), "until": e.period.last() }),
    }
}

/// What a plan says is known to the employee by its nature.
fn shared_result(r: &WorkResult) -> SharedRecord {
    SharedRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "work_result",
        audience: Audience::Shared,
        at: r.written,
        by: r.by.name.clone(),
        text: Some(Shared::new(r.title.clone())),
        on: r.period.from,
        more: SharedParts { until: Some(r.period.until), due: r.due, ..SharedParts::default() },
    }
}

fn shared_check_in(c: &CheckIn) -> SharedRecord {
    let evidence = some(c.evidence.get()).map(|_| c.evidence.clone());
    SharedRecord {
        id: c.id.to_string(),
        person: c.person.to_string(),
        kind: "check_in",
        audience: Audience::Shared,
        at: c.written,
        by: c.by.name.clone(),
        text: some(c.note.get()).map(|_| c.note.clone()),
        on: c.on,
        more: SharedParts {
            result: Some(c.result),
            value: c.value.map(|value| value.to_string()),
            evidence,
            ..SharedParts::default()
        },
    }
}

/// Of a rating the reason that was written for both: the level is the supervisor's own.
fn shared_rating(r: &Rating) -> Option<SharedRecord> {
    let text = owned(&r.reason).filter(|reason| !reason.get().trim().is_empty())?;
    Some(SharedRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "rating",
        audience: Audience::Shared,
        at: r.written,
        by: r.by.name.clone(),
        text: Some(text),
        on: r.on,
        more: SharedParts { competency: Some(r.competency.clone()), ..SharedParts::default() },
    })
}

fn shared_behaviour(r: &BehaviourRating) -> Option<SharedRecord> {
    let text = owned(&r.note).filter(|note| !note.get().trim().is_empty())?;
    Some(SharedRecord {
        id: r.id.to_string(),
        person: r.person.to_string(),
        kind: "behaviour_rating",
        audience: Audience::Shared,
        at: r.written,
        by: r.by.name.clone(),
        text: Some(text),
        on: r.on,
        more: SharedParts { until: Some(r.period.last()), ..SharedParts::default() },
    })
}

fn shared_expectation(e: &LeaderExpectation) -> SharedRecord {
    SharedRecord {
        id: e.id.to_string(),
        person: e.person.to_string(),
        kind: "leader_expectation",
        audience: Audience::Shared,
        at: e.written,
        by: e.by.name.clone(),
        text: Some(e.text.clone()),
        on: e.on,
        more: SharedParts { until: Some(e.period.last()), ..SharedParts::default() },
    }
}

fn acknowledgement(answer: &Acknowledgement) -> Value {
    match answer {
        Acknowledgement::SignedOnPaper { on } | Acknowledgement::Read { on } => {
            json!({ "answer": answer.id(), "on": on, "reason": null })
        }
        Acknowledgement::Objects { on, reason } => json!({ "answer": answer.id(), "on": on, "reason": reason }),
    }
}

fn owned(text: &Audienced<String>) -> Option<SharedText> {
    text.shared().map(|text| text.map(String::clone))
}

fn shared_feedback(f: &Feedback) -> Option<SharedRecord> {
    let words = f.words.shared()?.map(Clone::clone);
    Some(SharedRecord {
        id: f.id.to_string(),
        person: f.person.to_string(),
        kind: f.kind.id(),
        audience: Audience::Shared,
        at: f.written,
        by: f.by.name.clone(),
        text: Some(words.as_ref().map(crate::domain::Sbi::text)),
        on: f.on,
        more: SharedParts { parts: Some(words), ..SharedParts::default() },
    })
}

fn shared_action(a: &Action) -> Option<SharedRecord> {
    let text = owned(&a.text)?;
    let measure = some(&a.measure).map(|measure| Shared::new(measure.to_owned()));
    Some(SharedRecord {
        id: a.id.to_string(),
        person: a.person.to_string(),
        kind: "action",
        audience: Audience::Shared,
        at: a.written,
        by: a.by.name.clone(),
        text: Some(text),
        on: a.on,
        more: SharedParts { owner: Some(a.owner), due: a.due, measure, state: Some(a.state.id()), ..SharedParts::default() },
    })
}

fn shared_agenda(a: &AgendaLine) -> Option<SharedRecord> {
    Some(SharedRecord {
        id: a.id.to_string(),
        person: a.person.to_string(),
        kind: "agenda",
        audience: Audience::Shared,
        at: a.written,
        by: a.by.name.clone(),
        text: Some(owned(&a.text)?),
        on: a.on,
        more: SharedParts { state: Some(a.state.id()), ..SharedParts::default() },
    })
}

fn shared_session(s: &Session) -> Option<SharedRecord> {
    let SessionState::Closed { at, sheet, receipt } = &s.state else { return None };
    let addenda: Vec<SharedText> = s.addenda.iter().filter_map(|a| owned(&a.text)).collect();
    Some(SharedRecord {
        id: s.id.to_string(),
        person: s.person.to_string(),
        kind: "session",
        audience: Audience::Shared,
        at: *at,
        by: s.by.name.clone(),
        text: sheet.clone(),
        on: s.on,
        more: SharedParts {
            response: s.response.as_ref().map(|r| r.words.clone()),
            receipt: receipt.clone(),
            acknowledgement: s.acknowledgement.as_ref().map(acknowledgement),
            addenda: (!addenda.is_empty()).then_some(addenda),
            ..SharedParts::default()
        },
    })
}

/// Every text in what the employee gets that stood on no paper yet, as the guard looks at it. Gathered from what is
/// written itself, so that no part can be forgotten; papers that were handed over were looked at then.
pub fn printed(dossier: &Dossier) -> Vec<Printed> {
    let mut out = Vec::new();
    for record in shared_records(dossier) {
        let own_words = matches!(record.kind, "wish" | "objection" | "learning");
        let handed = matches!(record.kind, "session" | "evaluation");
        let mut put =
            |text: &str| out.push(Printed { at: RecordId::Person(dossier.id()), text: text.to_owned(), own_words });
        let SharedRecord { text, more, .. } = &record;
        let SharedParts { measure, addenda, evidence, lines, .. } = more;
        let paper = text.iter().filter(|_| !handed);
        let said = paper.chain(measure).chain(evidence).chain(addenda.iter().flatten()).chain(lines.iter().flatten());
        said.filter(|text| !text.get().trim().is_empty()).for_each(|text| put(text.get()));
    }
    out
}

#[cfg(test)]
mod tests;

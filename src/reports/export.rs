//! Everything as JSON, in a shape that stays: `{"format":1,"people":[…],"records":[…]}`. Fields are added, never
//! changed; dates are ISO; what is not there is `null`. The caller writes the lists piece by piece, so that a large
//! store needs no large memory.
//!
//! [`person`] and [`records`] are for the supervisor. [`shared_person`] and [`shared_records`] are for the employee
//! and carry text only from [`Shared`].

use crate::domain::records::record::Skip;
use crate::domain::{
    Acknowledgement, Action, ActionState, AgendaLine, AgendaState, Audience, Audienced, Dossier, Feedback, Roster,
    RosterRow, Session, SessionState, Shared, SharedText,
};
use jiff::{Timestamp, civil::Date};
use serde::Serialize;
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

/// The parts that every record has, then those of its kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExportRecord {
    pub id: String,
    /// The person's identifier.
    pub person: String,
    pub kind: &'static str,
    pub audience: Audience,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: String,
    pub text: Option<String>,
    /// The day it speaks of.
    pub on: Date,
    #[serde(flatten)]
    pub more: Value,
}

/// Every record of a dossier.
pub fn records(dossier: &Dossier) -> Vec<ExportRecord> {
    let feedback = dossier.feedback.iter().map(feedback);
    let actions = dossier.actions.iter().map(action);
    let agenda = dossier.agenda.iter().map(agenda);
    let sessions = dossier.sessions.iter().map(session);
    let skips = dossier.skips.iter().map(skip);
    let mut out: Vec<_> = feedback.chain(actions).chain(agenda).chain(sessions).chain(skips).collect();
    out.extend(super::development::export::records(dossier));
    out.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    out
}

/// One record of those that the employee may see. Its text can only be [`Shared`].
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SharedRecord {
    pub id: String,
    pub person: String,
    pub kind: &'static str,
    pub audience: Audience,
    pub at: Timestamp,
    pub by: String,
    pub text: Option<SharedText>,
    pub on: Date,
    #[serde(flatten)]
    pub more: SharedParts,
}

/// What else a shared record says; only what its kind has.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SharedParts {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts: Option<Shared<crate::domain::Sbi>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<crate::domain::Owner>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measure: Option<SharedText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub response: Option<SharedText>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub receipt: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acknowledgement: Option<Value>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addenda: Option<Vec<SharedText>>,
}

/// What the employee may see: shared lines, and closed sessions as they were handed out.
pub fn shared_records(dossier: &Dossier) -> Vec<SharedRecord> {
    let feedback = dossier.feedback.iter().filter_map(shared_feedback);
    let actions = dossier.actions.iter().filter_map(shared_action);
    let agenda = dossier.agenda.iter().filter_map(shared_agenda);
    let sessions = dossier.sessions.iter().filter_map(shared_session);
    let mut out: Vec<_> = feedback.chain(actions).chain(agenda).chain(sessions).collect();
    out.extend(super::development::export::shared_records(dossier));
    out.sort_by(|a, b| (a.on, &a.id).cmp(&(b.on, &b.id)));
    out
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
            "impact": some(&sbi.impact), "intent": some(&sbi.intent), "session": f.session,
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
            "addenda": addenda,
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

//! Development in a talk: effects that are asked about in the step that follows up, and in the step of agreements the
//! steps that were agreed, what is proposed from this talk's corrections and from needs, and the employee's wish.

use super::Spot;
use crate::desk::office::Office;
use crate::desk::records::needs::needs_of;
use crate::domain::development::need::of_tag;
use crate::domain::development::{PlanItem, Subject, SubjectMark};
use crate::domain::{Dossier, FeedbackKind, SessionId};
use jiff::civil::Date;

/// More proposals than this are no help in a talk.
const PROPOSALS: usize = 3;

/// Items whose effect is due, and those that were answered in this talk.
pub fn effects(dossier: &Dossier, session: SessionId, today: Date) -> impl Iterator<Item = &PlanItem> {
    let told = move |item: &PlanItem| item.answers().iter().any(|answer| answer.session == Some(session));
    dossier.items.iter().filter(move |item| item.due_check(today).is_some() || told(item))
}

/// What was planned in this talk, what is proposed, and the question for a wish.
pub fn agreed(dossier: &Dossier, session: SessionId, office: &Office) -> impl Iterator<Item = Spot> {
    let planned = dossier.items.iter().filter(move |item| item.session == Some(session)).map(|item| item.id);
    let planned: Vec<Spot> = planned.map(Spot::Planned).collect();
    let proposed = proposals(dossier, session, office).into_iter().map(|subject| Spot::Proposed(subject.mark()));
    planned.into_iter().chain(proposed).chain([Spot::Wish])
}

/// This talk's corrections first, then what was needed before it, as far as nothing is planned for it.
pub fn proposals(dossier: &Dossier, session: SessionId, office: &Office) -> Vec<Subject> {
    let catalogue = &office.roster.catalogue;
    let corrected = dossier.feedback_of(session).filter(|note| note.kind == FeedbackKind::Improve);
    let corrected = corrected.flat_map(|note| &note.tags).map(|tag| of_tag(tag, catalogue));
    let needed = needs_of(dossier, office).into_iter().filter(|need| need.aside.is_none()).map(|need| need.subject);
    let mut out: Vec<Subject> = Vec::new();
    for subject in corrected.chain(needed) {
        let planned = dossier.items.iter().any(|item| item.is_open() && item.subject.is_same(&subject));
        if !planned && !out.iter().any(|known| known.is_same(&subject)) {
            out.push(subject);
        }
    }
    out.truncate(PROPOSALS);
    out
}

pub fn proposal(dossier: &Dossier, session: SessionId, mark: SubjectMark, office: &Office) -> Option<Subject> {
    proposals(dossier, session, office).into_iter().find(|subject| subject.mark() == mark)
}

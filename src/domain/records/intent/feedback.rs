//! Intents about feedback, and the key that shows a text to the employee or hides it.

use super::*;
use crate::domain::development::{CareerNote, PlanItem};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NoteFeedback {
    pub person: PersonId,
    pub on: Date,
    pub kind: FeedbackKind,
    pub words: Audienced<Sbi>,
    pub tags: Vec<String>,
    pub session: Option<SessionId>,
}

impl Judge for NoteFeedback {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let NoteFeedback { person, on, kind, words, tags: list, session } = self;
        let words = described(words)?;
        case.person(person)?;
        if on > case.world.today {
            return Err(Refusal::DateInFuture);
        }
        case.session_accepts(person, session)?;
        let id = FeedbackId(case.uuid());
        let (by, written) = (case.world.actor.clone(), case.world.now);
        let record = Feedback { id, person, on, kind, words, tags: tags(list), session, by, written, went: None };
        case.one(ChangeKind::FeedbackNoted, person, Op::add(record))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CorrectFeedback {
    pub person: PersonId,
    pub id: FeedbackId,
    pub kind: FeedbackKind,
    pub words: Audienced<Sbi>,
    pub tags: Vec<String>,
}

impl Judge for CorrectFeedback {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let CorrectFeedback { person, id, kind, words, tags: list } = self;
        let words = described(words)?;
        let was = case.feedback(person, id)?;
        let new = Feedback { kind, words, tags: tags(list), ..was.clone() };
        case.replace(ChangeKind::FeedbackCorrected, was, new)
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RemoveFeedback {
    pub person: PersonId,
    pub id: FeedbackId,
}

impl Judge for RemoveFeedback {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let was = case.feedback(self.person, self.id)?;
        let dossier = case.dossier(self.person)?;
        // The note that it was made of may be offered again.
        let source = dossier.feedback.iter().find(|note| note.went == Some(Went::Opened(self.id))).cloned();
        let mut ops = vec![Op::remove(was)];
        ops.extend(source.map(|note| Op::replace(note.clone(), Feedback { went: None, ..note })));
        Ok(case.change(ChangeKind::FeedbackRemoved, Some(self.person), ops))
    }
}

/// A note becomes part of the open session as it is. Its reader stays, unless it is shared on purpose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiftFeedback {
    pub person: PersonId,
    pub id: FeedbackId,
    pub session: SessionId,
    /// The supervisor has read the exact words and wants the employee to read them.
    pub share: bool,
}

impl Judge for LiftFeedback {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let LiftFeedback { person, id, session, share } = self;
        let was = case.note_to_lift(person, id, session)?;
        let words = match &was.words {
            Audienced::Private(_) if share => was.words.clone().toggled(),
            words => words.clone(),
        };
        let new = Feedback { words, went: Some(Went::Lifted(session)), ..was.clone() };
        case.replace(ChangeKind::FeedbackLifted, was, new)
    }
}

/// A note is said again in the open session, in situation, behaviour and impact. The note itself stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenFeedback {
    pub person: PersonId,
    pub source: FeedbackId,
    pub session: SessionId,
    pub kind: FeedbackKind,
    pub words: Audienced<Sbi>,
    pub tags: Vec<String>,
}

impl Judge for OpenFeedback {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let OpenFeedback { person, source, session, kind, words, tags: list } = self;
        let words = described(words)?;
        let was = case.note_to_lift(person, source, session)?;
        let id = FeedbackId(case.uuid());
        let (by, written) = (case.world.actor.clone(), case.world.now);
        let (on, tags, session) = (was.on, tags(list), Some(session));
        let line = Feedback { id, person, on, kind, words, tags, session, by, written, went: None };
        let ops = vec![Op::replace(was.clone(), Feedback { went: Some(Went::Opened(id)), ..was }), Op::add(line)];
        Ok(case.change(ChangeKind::FeedbackOpened, Some(person), ops))
    }
}

/// A lifted note goes back to where it was taken from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PutFeedbackBack {
    pub person: PersonId,
    pub id: FeedbackId,
}

impl Judge for PutFeedbackBack {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let was = case.feedback(self.person, self.id)?;
        if !matches!(was.went, Some(Went::Lifted(_))) {
            return Err(Refusal::NothingChanged);
        }
        case.replace(ChangeKind::FeedbackPutBack, was.clone(), Feedback { went: None, ..was })
    }
}

/// The promote key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToggleAudience {
    pub person: PersonId,
    pub record: RecordId,
}

impl Judge for ToggleAudience {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let was = case.dossier(self.person)?.record(self.record).ok_or(Refusal::NoSuchRecord)?;
        let session = match &was {
            Record::Feedback(f) => f.talk(),
            Record::Action(a) => a.session,
            Record::Rating(r) => r.session,
            _ => None,
        };
        case.session_accepts(self.person, session)?;
        let new = match was.clone() {
            Record::Feedback(f) => Record::Feedback(Feedback { words: f.words.toggled(), ..f }),
            Record::Action(a) => Record::Action(Action { text: a.text.toggled(), ..a }),
            Record::Agenda(a) => Record::Agenda(AgendaLine { text: a.text.toggled(), ..a }),
            Record::Rating(r) => Record::Rating(Rating { reason: r.reason.toggled(), ..r }),
            Record::BehaviourRating(r) => Record::BehaviourRating(BehaviourRating { note: r.note.toggled(), ..r }),
            Record::PlanItem(i) => Record::PlanItem(PlanItem { expect: i.expect.toggled(), ..i }),
            Record::CareerNote(n) => Record::CareerNote(CareerNote { text: n.text.toggled(), ..n }),
            _ => return Err(Refusal::NoSuchRecord),
        };
        case.one(ChangeKind::AudienceChanged, self.person, Op::replace(was, new))
    }
}

impl Case<'_> {
    /// The record may still be changed: not part of a closed session.
    fn feedback(&self, person: PersonId, id: FeedbackId) -> Result<Feedback, Refusal> {
        let was = self.dossier(person)?.feedback(id).ok_or(Refusal::NoSuchRecord)?.clone();
        self.session_accepts(person, was.talk())?;
        Ok(was)
    }

    /// A note that stands outside of every session and has gone nowhere yet.
    fn note_to_lift(&self, person: PersonId, id: FeedbackId, session: SessionId) -> Result<Feedback, Refusal> {
        let was = self.dossier(person)?.feedback(id).ok_or(Refusal::NoSuchRecord)?.clone();
        self.session_accepts(person, Some(session))?;
        match (was.session, was.went) {
            (None, None) => Ok(was),
            _ => Err(Refusal::LiftedAlready),
        }
    }
}

fn described(words: Audienced<Sbi>) -> Result<Audienced<Sbi>, Refusal> {
    let sbi = words.for_supervisor();
    let clean = Sbi {
        situation: whole(&sbi.situation)?,
        behaviour: whole(&sbi.behaviour)?,
        impact: whole(&sbi.impact)?,
        intent: whole(&sbi.intent)?,
    };
    if clean.is_empty() { Err(Refusal::EmptyText) } else { Ok(Audienced::new(words.audience(), clean)) }
}

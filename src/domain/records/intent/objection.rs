//! Intents about objections: filing one, and each next step. A decision that changes an evaluation makes a new one with
//! the ratings that stand in it; the old one stays readable.

use super::evaluation::answered;
use super::*;
use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::objection::{Decision, Ground, ObjectionAbout, Side};
use crate::domain::evaluation::record::Superseded;
use crate::domain::evaluation::{Assessor, Judgement, Objection, ObjectionStep, Origin};
use crate::domain::sessions::receipt;

/// An objection in the employee's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileObjection {
    pub person: PersonId,
    pub about: ObjectionAbout,
    pub on: Date,
    /// Each with its evidence, which may be empty.
    pub grounds: Vec<(String, String)>,
    pub asks: String,
}

/// The next step of an objection.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeObjectionStep {
    pub person: PersonId,
    pub id: ObjectionId,
    pub on: Date,
    pub step: NewStep,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewStep {
    Forward { to: String },
    Explain { by: Side, words: String },
    Decide { by: String, decision: NewDecision, reason: String },
    TakeBack,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NewDecision {
    Uphold,
    /// The two ratings as the superior set them.
    Change {
        results: ExpectationRating,
        behaviour: ExpectationRating,
    },
    /// Of a sheet: what is to be read instead.
    Amend {
        words: String,
    },
}

/// The next step of an objection that is open, by what it is about: its record need not be there yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeStepAbout {
    pub person: PersonId,
    pub about: ObjectionAbout,
    pub on: Date,
    pub step: NewStep,
}

/// An objection to the sheet that has this code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ObjectToSheet {
    pub person: PersonId,
    pub receipt: String,
    pub on: Date,
    pub reason: String,
}

impl Judge for TakeStepAbout {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.take_step_about(self)
    }
}

impl Judge for ObjectToSheet {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.object_to_sheet(self)
    }
}

impl Judge for FileObjection {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.file_objection(self)
    }
}

impl Judge for TakeObjectionStep {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.take_objection_step(self)
    }
}

impl Case<'_> {
    pub(super) fn file_objection(&mut self, new: FileObjection) -> Result<Change, Refusal> {
        if new.on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        let ground = |(reason, evidence): &(String, String)| Ground {
            reason: SharedText::new(clean::clean_text(reason)),
            evidence: SharedText::new(clean::clean_text(evidence)),
        };
        let grounds: Vec<Ground> = new.grounds.iter().map(ground).filter(|g| !g.reason.get().trim().is_empty()).collect();
        let first = grounds.first().map(|ground| ground.reason.get().clone()).ok_or(Refusal::ReasonMissing)?;
        let dossier = self.dossier(new.person)?;
        if dossier.objections.iter().any(|objection| objection.about == new.about && objection.is_final_or_open()) {
            return Err(Refusal::ObjectionExists);
        }
        let answer = Acknowledgement::Objects { on: new.on, reason: clean::clean_line(&first) };
        let (received, answered) = match new.about {
            ObjectionAbout::Evaluation(id) => {
                let was = self.evaluation(new.person, id)?;
                let paper = was.handed_over.as_ref().ok_or(Refusal::NotHandedOver)?;
                (paper.on, answered(was, answer).ok())
            }
            ObjectionAbout::Session(id) => {
                let was = dossier.session(id).ok_or(Refusal::NoSuchRecord)?;
                if !was.is_closed() {
                    return Err(Refusal::SessionNotClosed);
                }
                let may = was.acknowledgement.as_ref().is_none_or(|given| answer.may_follow(given));
                let new = Session { acknowledgement: Some(answer), ..was.clone() };
                let op = Op::replace(Record::Session(was.clone()), Record::Session(new));
                (was.on, may.then_some(op))
            }
        };
        if new.on < received {
            return Err(Refusal::BeforeHandOver);
        }
        let filed = ObjectionStep::Filed { on: new.on, grounds, asks: SharedText::new(clean::clean_text(&new.asks)) };
        let objection = Objection {
            id: ObjectionId(self.uuid()),
            on: new.on,
            person: new.person,
            about: new.about,
            received,
            steps: vec![filed],
            by: self.world.actor.clone(),
            written: self.world.now,
        };
        let ops = answered.into_iter().chain([Op::add(Record::Objection(objection))]).collect();
        Ok(self.change(ChangeKind::ObjectionFiled, Some(new.person), ops))
    }

    fn take_objection_step(&mut self, new: TakeObjectionStep) -> Result<Change, Refusal> {
        let found = self.dossier(new.person)?.objections.iter().find(|objection| objection.id == new.id);
        let was = found.ok_or(Refusal::NoSuchRecord)?.clone();
        self.advance(was, true, new.on, new.step)
    }

    /// The next step of what is open about something; an answer to a sheet becomes the first step of a record.
    fn take_step_about(&mut self, new: TakeStepAbout) -> Result<Change, Refusal> {
        let TakeStepAbout { person, about, on, step } = new;
        let dossier = self.dossier(person)?;
        let found = dossier.contested().into_iter().find(|found| found.about == about).ok_or(Refusal::NoSuchRecord)?;
        if let Some(chain) = found.chain {
            return self.advance(chain.clone(), true, on, step);
        }
        let ground = Ground { reason: SharedText::new(found.words.to_owned()), evidence: SharedText::new(String::new()) };
        let (said, received) = (found.on, found.received);
        let filed = ObjectionStep::Filed { on: said, grounds: vec![ground], asks: SharedText::new(String::new()) };
        let objection = Objection {
            id: ObjectionId(self.uuid()),
            person,
            about,
            on: said,
            received,
            steps: vec![filed],
            by: self.world.actor.clone(),
            written: self.world.now,
        };
        self.advance(objection, false, on, step)
    }

    /// What the employee says to the sheet with that code, kept as the answer to it and as the first step of a record.
    fn object_to_sheet(&mut self, new: ObjectToSheet) -> Result<Change, Refusal> {
        let ObjectToSheet { person, receipt: code, on, reason: why } = new;
        let (code, why) = (receipt::normalise(&code), reason(&why)?);
        let found = self.dossier(person)?.sessions.iter().find(|s| s.receipt() == Some(code.as_str()));
        let session = found.ok_or(Refusal::UnknownReceipt)?;
        if matches!(session.acknowledgement, Some(Acknowledgement::Objects { .. })) {
            return Err(Refusal::AlreadyAcknowledged);
        }
        let about = ObjectionAbout::Session(session.id);
        let grounds = vec![(why, String::new())];
        let change = self.file_objection(FileObjection { person, about, on, grounds, asks: String::new() })?;
        Ok(Change { kind: ChangeKind::SheetAcknowledged, ..change })
    }

    /// A decision that changes an evaluation makes a new one; the old one stays readable.
    fn advance(&mut self, was: Objection, is_kept: bool, on: Date, step: NewStep) -> Result<Change, Refusal> {
        if on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        let mut ops = Vec::new();
        let person = was.person;
        let step = match step {
            NewStep::Forward { to } => {
                let to = clean::clean_line(&to);
                if to.is_empty() {
                    return Err(Refusal::EmptyName);
                }
                ObjectionStep::Forwarded { on, to }
            }
            NewStep::Explain { by, words } => ObjectionStep::Explained { on, by, words: shared(&words)? },
            NewStep::TakeBack => ObjectionStep::TakenBack { on },
            NewStep::Decide { by, decision, reason } => {
                let by = clean::clean_line(&by);
                if by.is_empty() {
                    return Err(Refusal::EmptyName);
                }
                let (decision, op) = self.decision(&was, decision, &by, on)?;
                ops.extend(op);
                ObjectionStep::Decided { on, by, decision, reason: shared(&reason)? }
            }
        };
        if !was.may_follow(&step) {
            return Err(Refusal::StepOutOfOrder);
        }
        let kind = match step {
            ObjectionStep::Decided { .. } => ChangeKind::ObjectionDecided,
            _ => ChangeKind::ObjectionAdvanced,
        };
        let mut objection = was.clone();
        objection.steps.push(step);
        let op = if is_kept { Op::replace(was, objection) } else { Op::add(objection) };
        ops.insert(0, op);
        Ok(self.change(kind, Some(person), ops))
    }

    fn decision(
        &mut self,
        objection: &Objection,
        decision: NewDecision,
        by: &str,
        on: Date,
    ) -> Result<(Decision, Option<Op>), Refusal> {
        match (decision, objection.about) {
            (NewDecision::Uphold, _) => Ok((Decision::Upheld, None)),
            (NewDecision::Amend { words }, ObjectionAbout::Session(_)) => {
                Ok((Decision::Amended { words: shared(&words)? }, None))
            }
            (NewDecision::Change { results, behaviour }, ObjectionAbout::Evaluation(id)) => {
                let was = self.evaluation(objection.person, id)?.clone();
                if was.judgement == (Judgement::Rated { results, behaviour }) {
                    return Err(Refusal::NothingChanged);
                }
                let reason = by.to_owned();
                let record = Evaluation {
                    id: EvaluationId(self.uuid()),
                    assessor: Assessor { name: by.to_owned(), person: None, capacity: Capacity::Definitive },
                    judgement: Judgement::Rated { results, behaviour },
                    reason: Audienced::new(Audience::Private, String::new()),
                    evidence: vec![],
                    notes: SharedText::new(String::new()),
                    on,
                    origin: Origin::Decided,
                    supersedes: Some(Superseded { id: was.id, reason }),
                    handed_over: None,
                    withdrawn: None,
                    by: self.world.actor.clone(),
                    written: self.world.now,
                    ..was
                };
                let decision = Decision::Changed { results, behaviour, evaluation: record.id };
                Ok((decision, Some(Op::add(Record::Evaluation(record)))))
            }
            _ => Err(Refusal::DecisionDoesNotFit),
        }
    }
}

fn shared(words: &str) -> Result<SharedText, Refusal> {
    let clean = clean::clean_text(words);
    if clean.trim().is_empty() { Err(Refusal::EmptyText) } else { Ok(SharedText::new(clean)) }
}

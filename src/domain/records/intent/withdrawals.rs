//! Intents about what turned out to be wrong: it is withdrawn with a reason, and what is right may be said in the same
//! breath. What stands on a sheet stays there, and the sheet gets an addendum.

use super::*;
use crate::domain::competency::RatingValue;
use crate::domain::records::withdrawal::PutRight;
use crate::domain::sessions::paper::sheets_with;

/// Takes a record out of everything that is counted. It stays readable.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withdraw {
    pub person: PersonId,
    pub record: RecordId,
    pub reason: String,
    /// What should have been said: of the same day, with the same note and evidence.
    pub instead: Option<Instead>,
    /// For the employee; needed where the record stands on a sheet.
    pub addendum: String,
}

/// What a wrong value or level is replaced by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Instead {
    Value(Number),
    Level(RatingValue),
}

impl Judge for Withdraw {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Withdraw { person, record, reason: why, instead, addendum } = self;
        let reason = reason(&why)?;
        let dossier = case.dossier(person)?;
        let was = dossier.record(record).ok_or(Refusal::NoSuchRecord)?;
        if dossier.withdrawal_of(record).is_some() {
            return Err(Refusal::WithdrawnAlready);
        }
        if PutRight::of(&was) != PutRight::Withdrawn {
            return Err(Refusal::NotWithdrawable);
        }
        let told = told_on(dossier, record, &addendum)?;
        let source =
            dossier.feedback.iter().find(|note| note.went.is_some_and(|went| opened(went) == Some(record))).cloned();
        let mut ops = Vec::new();
        let withdrawal = Withdrawal {
            id: WithdrawalId(case.uuid()),
            person,
            record,
            on: case.world.today,
            reason: Private::new(reason),
            by: case.world.actor.clone(),
            written: case.world.now,
        };
        ops.push(Op::add(withdrawal));
        if let Some(instead) = instead {
            ops.push(Op::add(case.replacement(&was, instead)?));
        }
        if let Some((session, text)) = told {
            let mut new = session.clone();
            new.addenda.push(Addendum { at: case.world.now, by: case.world.actor.clone(), text });
            ops.push(Op::replace(session, new));
        }
        // The note that a withdrawn line was made of may be offered again.
        ops.extend(source.map(|note| Op::replace(note.clone(), Feedback { went: None, ..note })));
        Ok(case.change(ChangeKind::Withdrawn, Some(person), ops))
    }
}

fn opened(went: Went) -> Option<RecordId> {
    match went {
        Went::Opened(line) => Some(RecordId::Feedback(line)),
        Went::Lifted(_) => None,
    }
}

/// The newest sheet that it stands on, with what is added to it.
fn told_on(dossier: &Dossier, record: RecordId, text: &str) -> Result<Option<(Session, Audienced<String>)>, Refusal> {
    let Some(session) = sheets_with(dossier, record).last().copied() else { return Ok(None) };
    let text = said(Audienced::new(Audience::Shared, text.to_owned()));
    let text = text.map_err(|refusal| if refusal == Refusal::EmptyText { Refusal::AddendumMissing } else { refusal })?;
    Ok(Some((session.clone(), text)))
}

impl Case<'_> {
    /// The same record with another value, written now. What belonged to a closed talk does so no more.
    fn replacement(&mut self, was: &Record, instead: Instead) -> Result<Record, Refusal> {
        let (by, written) = (self.world.actor.clone(), self.world.now);
        match (was, instead) {
            (Record::CheckIn(was), Instead::Value(value)) => {
                let dossier = self.dossier(was.person)?;
                let indicator = dossier.result(was.result).and_then(|result| result.indicator(was.indicator));
                indicator.ok_or(Refusal::NoSuchRecord)?.measure.check_value(value)?;
                if was.value == Some(value) {
                    return Err(Refusal::NothingChanged);
                }
                let session = was.session.filter(|id| dossier.session(*id).is_some_and(Session::is_open));
                let id = CheckInId(self.uuid());
                Ok(Record::CheckIn(CheckIn { id, value: Some(value), session, by, written, ..was.clone() }))
            }
            (Record::Rating(was), Instead::Level(value)) => {
                if was.value == value {
                    return Err(Refusal::NothingChanged);
                }
                let dossier = self.dossier(was.person)?;
                let session = was.session.filter(|id| dossier.session(*id).is_some_and(Session::is_open));
                let id = RatingId(self.uuid());
                Ok(Record::Rating(Rating { id, value, session, by, written, ..was.clone() }))
            }
            _ => Err(Refusal::NotWithdrawable),
        }
    }
}

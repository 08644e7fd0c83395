//! Commands about a person and the records in a list.

use super::goals::GoalAt;
use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::copying::Copied;
use crate::desk::form::{Purpose, on_sheet};
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::desk::request::{Destination, Follow};
use crate::desk::selection::{Selection, Target};
use crate::domain::evaluation::objection::{Contested, ObjectionAbout};
use crate::domain::records::intent::{self, Intent, Outcome};
use crate::domain::records::withdrawal::PutRight;
use crate::domain::sessions::paper::sheets_with;
use crate::domain::{Audience, FeedbackId, PersonId, Record, RecordId, Refusal, SessionId, Shared, Went};
use crate::i18n::Text;
use crate::reports::goal_text;
use crate::reports::log::story;

impl Desk {
    /// Commands about the person whom the selection is on, or about nobody; false if it is none of these.
    pub(crate) fn run_about_people(&mut self, command: Command, on: &Selection) -> bool {
        let office_wide = match command {
            Command::AddPerson => Some(Purpose::AddPerson),
            Command::TeamCadence => Some(Purpose::TeamCadence),
            Command::SetProfile => Some(Purpose::Introduce),
            _ => None,
        };
        // The answer to a sheet that is objected to is the next step of the objection.
        if command == Command::AcknowledgeSheet && self.step_objection(on.target) {
            return true;
        }
        let about_one = on.person.and_then(|id| person_form(command, id));
        match (office_wide.or(about_one), command, on.person) {
            (Some(purpose), ..) => self.open_form(purpose),
            (None, Command::StartSession, Some(id)) => self.go(Destination::Session(id)),
            _ => return false,
        }
        true
    }

    /// Commands about the record that the selection is on; says so where there is nothing to be done.
    pub(crate) fn run_about_records(&mut self, command: Command, on: &Selection) {
        match (command, on.target) {
            (Command::ActionDone, Target::Action(person, id)) => {
                let session = self.open_session_of(person);
                self.settle(intent::SettleAction { person, id, outcome: Outcome::Done, session });
            }
            (Command::ActionDone, Target::Agenda(person, id)) => {
                self.settle(intent::SettleAgenda { person, id, outcome: Outcome::Done });
            }
            (Command::ActionNotDone, Target::Action(person, id)) => self.open_form(Purpose::NotDone(person, id)),
            (Command::ActionCarry, Target::Action(person, id)) => self.open_form(Purpose::Carry(person, id)),
            (Command::ActionCarry, Target::Agenda(..)) => {
                // Closing carries every open line on, and counts it once.
                self.tell(Tone::Good, Text::plain("notice-agenda-returns"));
                self.follow(Follow::Settled);
            }
            (Command::ActionDrop, Target::Action(person, id)) => self.open_form(Purpose::DropAction(person, id)),
            (Command::ActionDrop, Target::Agenda(person, id)) => self.open_form(Purpose::DropAgenda(person, id)),
            (Command::ActionReschedule, Target::Action(person, id)) => self.open_form(Purpose::Reschedule(person, id)),
            (Command::ActionReschedule, Target::Session(person, _)) => self.open_form(Purpose::PlanSession(person)),
            (Command::ToggleAudience, target) => self.toggle_audience(target),
            (Command::EditRecord, target) if self.step_objection(target) => {}
            (Command::EditRecord | Command::RemoveRecord, target) if on.session.is_none() && self.open_addendum(target) => {}
            (Command::EditRecord, Target::Feedback(_, id)) if on.session.is_some() => self.follow(Follow::EditLine(id)),
            (Command::EditRecord, Target::Feedback(person, id)) => self.open_form(Purpose::EditFeedback(person, id)),
            (Command::EditRecord, Target::Action(person, id)) => self.open_form(Purpose::EditAction(person, id)),
            (Command::RemoveRecord, Target::Feedback(person, id)) if self.is_lifted(person, id) => {
                self.settle(intent::PutFeedbackBack { person, id });
            }
            (Command::RemoveRecord, Target::Feedback(person, id)) if on.session.is_some() => {
                self.settle(intent::RemoveFeedback { person, id });
            }
            (Command::EditRecord, Target::CheckIn(..) | Target::Record(..)) => self.replace(on.target),
            (Command::RemoveRecord, target) => self.withdraw(target),
            (Command::WriteAddendum, Target::Session(person, id)) if self.is_closed(person, id) => {
                self.open_form(Purpose::Addendum(person, id))
            }
            (Command::WriteAddendum, _) => match on.person.and_then(|id| self.last_closed_of(id)) {
                Some((person, id)) => self.open_form(Purpose::Addendum(person, id)),
                None => self.tell(Tone::Plain, Text::plain("refusal-session-not-closed")),
            },
            (Command::OpenRecord, target) => self.open_record(target),
            _ => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    // --- what was wrong ------------------------------------------------------------------------------------------

    /// What stands on a sheet that was handed over is not changed: that is said, and an addendum is begun. Values and
    /// ratings have their own form for it. True if it was such a record.
    fn open_addendum(&mut self, target: Target) -> bool {
        let Some((person, id)) = target.record() else { return false };
        let Some(dossier) = self.shown().dossier(person) else { return false };
        let sheet = match target {
            Target::Session(_, session) => dossier.session(session).filter(|session| session.sheet().is_some()),
            Target::Feedback(..) | Target::Action(..) | Target::Agenda(..) => sheets_with(dossier, id).last().copied(),
            _ => None,
        };
        let Some((said, session)) = sheet.map(|sheet| (on_sheet(&self.words, sheet), sheet.id)) else { return false };
        self.tell(Tone::Plain, Text::with("notice-said", [("text", said.into())]));
        self.open_form(Purpose::Addendum(person, session));
        true
    }

    /// The form of the next step, where the record is an objection or the sheet that one is about. True if it was.
    fn step_objection(&mut self, target: Target) -> bool {
        let Some((person, id)) = target.record() else { return false };
        let Some(dossier) = self.shown().dossier(person) else { return false };
        let is_it = |found: &Contested<'_>| match found.about {
            ObjectionAbout::Session(session) if id == RecordId::Session(session) => true,
            _ => found.chain.is_some_and(|chain| id == RecordId::Objection(chain.id)),
        };
        let Some(about) = dossier.contested().iter().find(|found| is_it(found)).map(|found| found.about) else {
            return false;
        };
        self.open_form(Purpose::ObjectionStep(person, about));
        true
    }

    /// The form that takes a record out of everything that is counted.
    pub(crate) fn withdraw(&mut self, target: Target) {
        let found = target.record().and_then(|(person, id)| {
            let dossier = self.shown().dossier(person)?;
            Some((person, id, dossier.record(id)?, dossier.withdrawal_of(id).is_some()))
        });
        match found {
            Some((.., true)) => self.refuse(&Refusal::WithdrawnAlready),
            Some((person, id, record, _)) if PutRight::of(&record) == PutRight::Withdrawn => {
                self.open_form(Purpose::Withdraw(person, id));
            }
            Some(_) => self.refuse(&Refusal::NotWithdrawable),
            None => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    /// What is right in the place of what was wrong.
    fn replace(&mut self, target: Target) {
        let found = target.record().and_then(|(person, id)| {
            let dossier = self.shown().dossier(person)?;
            Some((person, id, dossier.record(id)?, dossier.withdrawal_of(id).is_some()))
        });
        match found {
            Some((.., true)) => self.refuse(&Refusal::WithdrawnAlready),
            // What was said in words has no figure to put right: it is withdrawn, and said again.
            Some((person, id, Record::CheckIn(value), _)) if value.value.is_none() => {
                self.open_form(Purpose::Withdraw(person, id));
            }
            Some((person, id, Record::CheckIn(_) | Record::Rating(_), _)) => self.open_form(Purpose::Replace(person, id)),
            Some((person, _, Record::BehaviourRating(rating), _)) => {
                self.open_form(Purpose::RateBehaviour(person, rating.value, rating.period));
            }
            Some((person, _, Record::LeaderExpectation(expectation), _)) => {
                self.open_form(Purpose::ExpectBehaviour(person, expectation.value, expectation.period));
            }
            _ => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    /// Commits and says so; in a session the focus goes on to the next row.
    fn settle(&mut self, intent: impl Into<Intent>) {
        if let Some(change) = self.intend(intent) {
            self.tell_done(&change);
            self.follow(Follow::Settled);
        }
    }

    fn open_session_of(&self, person: PersonId) -> Option<SessionId> {
        self.shown().dossier(person).and_then(|d| d.open_session()).map(|s| s.id)
    }

    /// Part of a session without having been written in it: it goes back instead of going away.
    fn is_lifted(&self, person: PersonId, id: FeedbackId) -> bool {
        let note = self.office.dossier(person).and_then(|d| d.feedback(id));
        note.is_some_and(|note| matches!(note.went, Some(Went::Lifted(_))))
    }

    fn is_closed(&self, person: PersonId, id: SessionId) -> bool {
        self.shown().dossier(person).and_then(|d| d.session(id)).is_some_and(|s| s.receipt().is_some())
    }

    fn last_closed_of(&self, person: PersonId) -> Option<(PersonId, SessionId)> {
        let session = self.shown().dossier(person)?.last_closed()?;
        Some((person, session.id))
    }

    pub(crate) fn toggle_audience(&mut self, target: Target) {
        let (Target::Feedback(..) | Target::Action(..) | Target::Agenda(..), Some((person, record))) =
            (target, target.record())
        else {
            return self.tell(Tone::Plain, Text::plain("why-not-here"));
        };
        if self.intend(intent::ToggleAudience { person, record }).is_some() {
            let now = self.shown().dossier(person).and_then(|d| d.record(record)).and_then(|r| said_to(&r));
            if let Some((audience, words)) = now {
                let id = match audience {
                    Audience::Private => "notice-now-private",
                    Audience::Shared => "notice-now-shared",
                };
                self.tell(Tone::Good, Text::with(id, [("text", words.into())]));
            }
        }
    }

    /// The whole story of a record; of a closed session below its sheet, of a goal below why it stands where it stands.
    pub(crate) fn open_record(&mut self, target: Target) {
        let reader = match target {
            Target::Session(person, id) => {
                if self.as_of().is_none()
                    && self.shown().dossier(person).and_then(|d| d.session(id)).is_some_and(|s| s.is_open())
                {
                    return self.go(Destination::Session(person));
                }
                self.session_reader(person, id)
            }
            Target::Goal(person, result) => return self.why(GoalAt { person, result, indicator: None }),
            target => self.story_reader(target),
        };
        match reader {
            Some(reader) => self.read(reader),
            None => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    pub(crate) fn session_reader(&self, person: PersonId, id: SessionId) -> Option<Reader> {
        let session = self.shown().dossier(person)?.session(id)?;
        let title = Text::with("reader-session", [("day", session.on.into())]);
        let record = (person, RecordId::Session(id));
        match (session.sheet(), session.receipt()) {
            (Some(sheet), Some(receipt)) => {
                let mut body = crate::reports::sheet::printed(sheet, receipt, &self.words);
                if let Some(after) = crate::reports::sheet::afterwards(session, &self.office.zone, &self.words) {
                    body.push('\n');
                    body.push_str(after.get());
                }
                Some(Reader::of(title, record, body, Some(Copied { text: sheet.clone(), about: None })))
            }
            _ => Some(Reader::of(title, record, self.words.say("reader-no-sheet"), None)),
        }
    }

    /// Everything that is known of a record of any kind.
    pub(crate) fn story_reader(&self, target: Target) -> Option<Reader> {
        let (person, id) = target.record()?;
        let record = self.shown().dossier(person)?.record(id)?;
        let day = record.on().unwrap_or(self.shown().today);
        let kind = story::kind(&self.words, &record);
        let title = Text::with("reader-record", [("kind", kind.into()), ("day", day.into())]);
        Some(Reader::of(title, (person, id), String::new(), self.shared_of(target)))
    }

    /// The shared text of a record: all that the clipboard can have.
    pub(crate) fn shared_of(&self, target: Target) -> Option<Copied> {
        let (about, text) = match target {
            Target::Feedback(person, id) => {
                let f = self.shown().dossier(person)?.feedback(id)?;
                (Some(person), f.words.shared().map(|sbi| sbi.map(|s| s.text()))?)
            }
            Target::Action(person, id) => {
                let a = self.shown().dossier(person)?.action(id)?;
                (Some(person), a.text.shared().map(|text| text.map(String::clone))?)
            }
            Target::Agenda(person, id) => {
                let a = self.shown().dossier(person)?.agenda_line(id)?;
                (Some(person), a.text.shared().map(|text| text.map(String::clone))?)
            }
            // Looked at when it was closed.
            Target::Session(person, id) => {
                let session = self.shown().dossier(person)?.session(id)?;
                (None, session.sheet().map(|sheet| Shared::new(sheet.get().clone()))?)
            }
            Target::CheckIn(person, id) => {
                let dossier = self.shown().dossier(person)?;
                let check_in = dossier.check_in(id)?;
                let indicator = dossier.result(check_in.result)?.indicator(check_in.indicator)?;
                (Some(person), goal_text::value(&self.words, indicator, check_in))
            }
            Target::Goal(person, id) => {
                let dossier = self.shown().dossier(person)?;
                (Some(person), goal_text::goal_text(dossier, dossier.result(id)?, self.shown().today, &self.words))
            }
            Target::Record(..) | Target::Nothing => return None,
        };
        Some(Copied { text, about })
    }
}

/// The form that a command about one person opens.
fn person_form(command: Command, id: PersonId) -> Option<Purpose> {
    Some(match command {
        Command::CorrectPerson => Purpose::CorrectPerson(id),
        Command::MovePerson => Purpose::MovePerson(id),
        Command::HandOver => Purpose::HandOver(id),
        Command::SetLeave => Purpose::SetLeave(id),
        Command::Retire => Purpose::Retire(id),
        Command::SetCadence => Purpose::SetCadence(id),
        Command::PlanSession => Purpose::PlanSession(id),
        Command::Postpone => Purpose::Postpone(id),
        Command::Miss => Purpose::Miss(id),
        Command::AddAction => Purpose::AddAction(id),
        Command::AcknowledgeSheet => Purpose::Acknowledge(id),
        _ => return None,
    })
}

/// Who may read a record, and its words.
fn said_to(record: &Record) -> Option<(Audience, String)> {
    match record {
        Record::Feedback(f) => Some((f.words.audience(), f.words.for_supervisor().text())),
        Record::Action(a) => Some((a.text.audience(), a.text.for_supervisor().clone())),
        Record::Agenda(a) => Some((a.text.audience(), a.text.for_supervisor().clone())),
        _ => None,
    }
}

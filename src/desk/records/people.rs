//! Commands about a person and the records in a list.

use super::goals::GoalAt;
use crate::app::App;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::domain::records::intent::{self, Intent, Outcome};
use crate::domain::{
    ActionId, AgendaId, Audience, CheckInId, FeedbackId, PersonId, Record, RecordId, ResultId, SessionId, Shared, SharedText,
};
use crate::i18n::Text;
use crate::reports::{goal_text, goals as says};
use crate::screens::overlays::Reader;
use crate::screens::session::{Focus, Spot};
use crate::screens::stack::Screen;
use crate::screens::{agenda, person};

/// The record that the selection is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Target {
    Feedback(PersonId, FeedbackId),
    Action(PersonId, ActionId),
    Agenda(PersonId, AgendaId),
    Session(PersonId, SessionId),
    CheckIn(PersonId, CheckInId),
    /// What was said or changed of a result.
    Goal(PersonId, ResultId),
    Nothing,
}

impl App {
    pub(crate) fn run_about_people(&mut self, command: Command) {
        let person = self.screens.top().person();
        let Some(id) = person else {
            return match command {
                Command::AddPerson => self.open_form(Purpose::AddPerson),
                Command::TeamCadence => self.open_form(Purpose::TeamCadence),
                Command::SetProfile => self.open_form(Purpose::Introduce),
                _ => self.run_about_records(command),
            };
        };
        match command {
            Command::AddPerson => self.open_form(Purpose::AddPerson),
            Command::TeamCadence => self.open_form(Purpose::TeamCadence),
            Command::SetProfile => self.open_form(Purpose::Introduce),
            Command::CorrectPerson => self.open_form(Purpose::CorrectPerson(id)),
            Command::MovePerson => self.open_form(Purpose::MovePerson(id)),
            Command::HandOver => self.open_form(Purpose::HandOver(id)),
            Command::SetLeave => self.open_form(Purpose::SetLeave(id)),
            Command::Retire => self.open_form(Purpose::Retire(id)),
            Command::SetCadence => self.open_form(Purpose::SetCadence(id)),
            Command::PlanSession => self.open_form(Purpose::PlanSession(id)),
            Command::Postpone => self.open_form(Purpose::Postpone(id)),
            Command::Miss => self.open_form(Purpose::Miss(id)),
            Command::AddAction => self.open_form(Purpose::AddAction(id)),
            Command::AcknowledgeSheet => self.open_form(Purpose::Acknowledge(id)),
            Command::NextPerson => self.neighbour(true),
            Command::PreviousPerson => self.neighbour(false),
            Command::TimelineKind => self.with_page(|page| page.kind = page.kind.next()),
            Command::TimelineAudience => self.with_page(|page| page.audience = next_audience(page.audience)),
            Command::StartSession => self.open_session(id),
            Command::StartWalk => self.start_walk(),
            Command::WalkNext | Command::WalkSkip | Command::WalkPark | Command::WalkBack | Command::WalkOpen => {
                self.run_in_walk(command);
            }
            _ => self.run_about_records(command),
        }
    }

    pub(crate) fn with_page(&mut self, edit: impl FnOnce(&mut person::PersonScreen)) {
        if let Screen::Person(page) = self.screens.top_mut() {
            edit(page);
        }
    }

    pub(crate) fn neighbour(&mut self, forward: bool) {
        if let Screen::Person(page) = self.screens.top_mut()
            && let Some(next) = page.neighbour(forward)
        {
            page.visit(next);
            self.want(next);
        }
    }

    pub(crate) fn run_about_records(&mut self, command: Command) {
        let target = self.target();
        match (command, target) {
            (Command::ActionDone, Target::Action(person, id)) => {
                self.settle(intent::SettleAction {
                    person,
                    id,
                    outcome: Outcome::Done,
                    session: self.open_session_of(person),
                });
            }
            (Command::ActionDone, Target::Agenda(person, id)) => {
                self.settle(intent::SettleAgenda { person, id, outcome: Outcome::Done });
            }
            (Command::ActionNotDone, Target::Action(person, id)) => self.open_form(Purpose::NotDone(person, id)),
            (Command::ActionCarry, Target::Action(person, id)) => self.open_form(Purpose::Carry(person, id)),
            (Command::ActionCarry, Target::Agenda(..)) => {
                // Closing carries every open line on, and counts it once.
                self.tell(Tone::Good, Text::plain("notice-agenda-returns"));
                self.next_row_in_session();
            }
            (Command::ActionDrop, Target::Action(person, id)) => self.open_form(Purpose::DropAction(person, id)),
            (Command::ActionDrop, Target::Agenda(person, id)) => self.open_form(Purpose::DropAgenda(person, id)),
            (Command::ActionReschedule, Target::Action(person, id)) => self.open_form(Purpose::Reschedule(person, id)),
            (Command::ActionReschedule, Target::Session(person, _)) => self.open_form(Purpose::PlanSession(person)),
            (Command::ToggleAudience, target) => self.toggle_audience(target),
            (Command::EditRecord, Target::Feedback(person, id)) => self.edit_feedback(person, id),
            (Command::EditRecord, Target::Action(person, id)) => self.open_form(Purpose::EditAction(person, id)),
            (Command::RemoveRecord, Target::Feedback(person, id)) => {
                self.settle(intent::RemoveFeedback { person, id });
            }
            (Command::WriteAddendum, Target::Session(person, id)) if self.is_closed(person, id) => {
                self.open_form(Purpose::Addendum(person, id))
            }
            (Command::WriteAddendum, _) => match self.last_closed_of_page() {
                Some((person, id)) => self.open_form(Purpose::Addendum(person, id)),
                None => self.tell(Tone::Plain, Text::plain("refusal-session-not-closed")),
            },
            (Command::OpenRecord, target) => self.open_record(target),
            (other, _) if self.run_in_session(other) => {}
            _ => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    /// Commits and says so; in a session the focus goes on to the next row.
    pub(crate) fn settle(&mut self, intent: impl Into<Intent>) {
        if let Some(change) = self.intend(intent) {
            self.tell_done(&change);
            self.next_row_in_session();
        }
    }

    pub(crate) fn open_session_of(&self, person: PersonId) -> Option<SessionId> {
        self.shown().dossier(person).and_then(|d| d.open_session()).map(|s| s.id)
    }

    pub(crate) fn is_closed(&self, person: PersonId, id: SessionId) -> bool {
        self.shown().dossier(person).and_then(|d| d.session(id)).is_some_and(|s| s.receipt().is_some())
    }

    pub(crate) fn last_closed_of_page(&self) -> Option<(PersonId, SessionId)> {
        let person = self.screens.top().person()?;
        let session = self.shown().dossier(person)?.last_closed()?;
        Some((person, session.id))
    }

    pub(crate) fn toggle_audience(&mut self, target: Target) {
        let (person, record) = match target {
            Target::Feedback(person, id) => (person, RecordId::Feedback(id)),
            Target::Action(person, id) => (person, RecordId::Action(id)),
            Target::Agenda(person, id) => (person, RecordId::Agenda(id)),
            _ => return self.tell(Tone::Plain, Text::plain("why-not-here")),
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

    pub(crate) fn edit_feedback(&mut self, person: PersonId, id: FeedbackId) {
        match self.screens.top() {
            Screen::Session(_) => self.edit_line(id),
            _ => self.open_form(Purpose::EditFeedback(person, id)),
        }
    }

    /// What the selection on the top screen is on.
    pub(crate) fn target(&self) -> Target {
        match self.screens.top() {
            Screen::Person(page) => match page.selected {
                Some(person::Entry::Feedback(id)) => Target::Feedback(page.person, id),
                Some(person::Entry::Action(id) | person::Entry::ActionSettled(id)) => Target::Action(page.person, id),
                Some(person::Entry::Agenda(id)) => Target::Agenda(page.person, id),
                Some(person::Entry::Session(id)) => Target::Session(page.person, id),
                Some(person::Entry::CheckIn(id)) => Target::CheckIn(page.person, id),
                Some(person::Entry::StatusWord(id, _) | person::Entry::Revision(id, ..)) => Target::Goal(page.person, id),
                Some(person::Entry::Skip(_) | person::Entry::Goal(..)) | None => Target::Nothing,
                Some(person::Entry::Competency(_) | person::Entry::Kind(_) | person::Entry::Behaviour(_)) => Target::Nothing,
            },
            Screen::Agenda(screen) => match screen.selected {
                Some(agenda::Entry::Action(person, id)) => Target::Action(person, id),
                Some(agenda::Entry::Postponed(person, id) | agenda::Entry::Done(person, id)) => Target::Session(person, id),
                Some(agenda::Entry::Due(person, _)) => {
                    let planned = self.shown().dossier(person).and_then(|d| d.planned_session());
                    planned.map_or(Target::Nothing, |s| Target::Session(person, s.id))
                }
                Some(agenda::Entry::Goal(..)) | None => Target::Nothing,
            },
            Screen::Session(session) => match session.focus {
                Focus::Spot(Spot::FeedbackRow(id)) => Target::Feedback(session.person, id),
                Focus::Spot(Spot::ActionRow(id)) => Target::Action(session.person, id),
                Focus::Spot(Spot::AgendaRow(id)) => Target::Agenda(session.person, id),
                _ => Target::Nothing,
            },
            Screen::Team(_)
            | Screen::Goals(_)
            | Screen::Grid(_)
            | Screen::Competencies(_)
            | Screen::Walk(_)
            | Screen::Log(_) => Target::Nothing,
        }
    }

    /// The whole text of a record, or the sheet of a session, to read.
    pub(crate) fn open_record(&mut self, target: Target) {
        let reader = match target {
            Target::Session(person, id) => {
                if self.as_of().is_none()
                    && self.shown().dossier(person).and_then(|d| d.session(id)).is_some_and(|s| s.is_open())
                {
                    return self.open_session(person);
                }
                self.session_reader(person, id)
            }
            Target::Goal(person, result) => return self.why(GoalAt { person, result, indicator: None }),
            Target::Nothing => None,
            _ => self.text_reader(target),
        };
        match reader {
            Some(reader) => self.read(reader),
            None => self.tell(Tone::Plain, Text::plain("why-not-here")),
        }
    }

    pub(crate) fn session_reader(&self, person: PersonId, id: SessionId) -> Option<Reader> {
        let session = self.shown().dossier(person)?.session(id)?;
        let title = Text::with("reader-session", [("day", session.on.into())]);
        match (session.sheet(), session.receipt()) {
            (Some(sheet), Some(receipt)) => {
                let mut body = crate::reports::sheet::printed(sheet, receipt, &self.words);
                if let Some(after) = crate::reports::sheet::afterwards(session, &self.office.zone, &self.words) {
                    body.push('\n');
                    body.push_str(after.get());
                }
                Some(Reader { title, body, copy: Some(sheet.clone()), top: 0 })
            }
            _ => {
                let body = self.words.say("reader-no-sheet");
                Some(Reader { title, body, copy: None, top: 0 })
            }
        }
    }

    pub(crate) fn text_reader(&self, target: Target) -> Option<Reader> {
        let (title, body, copy) = match target {
            Target::Feedback(person, id) => {
                let f = self.shown().dossier(person)?.feedback(id)?;
                let mut parts = vec![];
                let sbi = f.words.for_supervisor();
                let labelled = [
                    ("field-situation", &sbi.situation),
                    ("field-behaviour", &sbi.behaviour),
                    ("field-impact", &sbi.impact),
                    ("field-intent", &sbi.intent),
                ];
                for (label, text) in labelled.into_iter().filter(|(_, text)| !text.is_empty()) {
                    parts.push(format!("{}\n{text}\n", self.words.say(label)));
                }
                if !f.tags.is_empty() {
                    parts.push(f.tags.iter().map(|t| format!("#{t}")).collect::<Vec<_>>().join(" "));
                }
                (Text::with("reader-feedback", [("day", f.on.into())]), parts.join("\n"), self.shared_of(target))
            }
            Target::Action(person, id) => {
                let a = self.shown().dossier(person)?.action(id)?;
                let mut body = format!("{}\n", a.text.for_supervisor());
                if !a.measure.is_empty() {
                    body.push_str(&format!("\n{}\n{}\n", self.words.say("field-measure"), a.measure));
                }
                (Text::with("reader-action", [("day", a.on.into())]), body, self.shared_of(target))
            }
            Target::Agenda(person, id) => {
                let a = self.shown().dossier(person)?.agenda_line(id)?;
                (
                    Text::with("reader-agenda", [("day", a.on.into())]),
                    a.text.for_supervisor().clone(),
                    self.shared_of(target),
                )
            }
            Target::CheckIn(person, id) => {
                let dossier = self.shown().dossier(person)?;
                let check_in = dossier.check_in(id)?;
                let result = dossier.result(check_in.result)?;
                let indicator = result.indicator(check_in.indicator)?;
                let said = says::check_in_line(&self.words, indicator, check_in);
                let measure = says::measure_line(&self.words, indicator);
                let body = format!("{}\n{}: {measure}\n\n{said}\n", result.title, indicator.title);
                (Text::with("reader-check-in", [("day", check_in.on.into())]), body, self.shared_of(target))
            }
            Target::Session(..) | Target::Goal(..) | Target::Nothing => return None,
        };
        Some(Reader { title, body, copy, top: 0 })
    }

    pub(crate) fn shared_of_selection(&self) -> Option<SharedText> {
        self.shared_of(self.target())
    }

    /// The shared text of a record: all that the clipboard can have.
    pub(crate) fn shared_of(&self, target: Target) -> Option<SharedText> {
        match target {
            Target::Feedback(person, id) => {
                let f = self.shown().dossier(person)?.feedback(id)?;
                f.words.shared().map(|sbi| sbi.map(|s| s.text()))
            }
            Target::Action(person, id) => {
                let a = self.shown().dossier(person)?.action(id)?;
                a.text.shared().map(|text| text.map(String::clone))
            }
            Target::Agenda(person, id) => {
                let a = self.shown().dossier(person)?.agenda_line(id)?;
                a.text.shared().map(|text| text.map(String::clone))
            }
            Target::Session(person, id) => {
                let session = self.shown().dossier(person)?.session(id)?;
                session.sheet().map(|sheet| Shared::new(sheet.get().clone()))
            }
            Target::CheckIn(person, id) => {
                let dossier = self.shown().dossier(person)?;
                let check_in = dossier.check_in(id)?;
                let indicator = dossier.result(check_in.result)?.indicator(check_in.indicator)?;
                Some(goal_text::value(&self.words, indicator, check_in))
            }
            Target::Goal(person, id) => {
                let dossier = self.shown().dossier(person)?;
                Some(goal_text::goal_text(dossier, dossier.result(id)?, self.shown().today, &self.words))
            }
            Target::Nothing => None,
        }
    }
}

fn next_audience(audience: Option<Audience>) -> Option<Audience> {
    match audience {
        None => Some(Audience::Shared),
        Some(Audience::Shared) => Some(Audience::Private),
        Some(Audience::Private) => None,
    }
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

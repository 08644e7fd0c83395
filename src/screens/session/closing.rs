//! The end of a session: the proposed next day, what the employee will receive, what is worth a second look, closing.

use super::commands::{LABEL_COLUMNS, WORK_COLUMNS};
use super::{SessionScreen, Step, sheet_lines};
use crate::app::App;
use crate::app::resuming::keep_screen;
use crate::desk::form::{refused, written_day};
use crate::desk::notice::Tone;
use crate::domain::language::dates::parse_future;
use crate::domain::people::{attention, cadence};
use crate::domain::records::intent;
use crate::domain::sessions::closing;
use crate::domain::{PersonId, Refusal, Session, SharedText};
use crate::i18n::Text;
use crate::screens::stack::Screen;
use crate::screens::walk::StopState;
use jiff::civil::Date;

impl App {
    /// The day that the rhythm proposes for the next talk.
    pub fn proposed_day(&self, person: PersonId) -> Option<Date> {
        let row = self.office.row(person)?;
        let rhythm = attention::cadence(row, &self.office.roster, &self.office.rules, self.office.today);
        Some(cadence::working_day(rhythm.after(self.office.today), &self.office.rules))
    }

    pub(crate) fn propose_next_day(&mut self) {
        let Screen::Session(screen) = self.screens.top() else { return };
        if screen.step == Step::Close
            && screen.next.is_empty()
            && let Some(day) = self.proposed_day(screen.person)
        {
            let text = written_day(day);
            self.with_session(|screen, _| screen.next.set(text));
        }
    }

    /// The agreed next day as typed: nothing, or a day, or what can't be read.
    pub fn next_day(&self, screen: &SessionScreen) -> Result<Option<Date>, Text> {
        match screen.next.text().trim() {
            "" => Ok(None),
            typed => match parse_future(typed, self.office.today) {
                Some(day) if day >= self.office.today => Ok(Some(day)),
                Some(_) => Err(refused(&Refusal::DateInPast)),
                None => Err(Text::with("form-bad-day", [("text", typed.into())])),
            },
        }
    }

    /// Exactly what the employee will receive.
    pub fn closing_sheet(&self) -> Option<SharedText> {
        let Screen::Session(screen) = self.screens.top() else { return None };
        let dossier = self.office.dossier(screen.person)?;
        let session = dossier.session(screen.session)?;
        let next = self.next_day(screen).ok().flatten();
        let response = Some(screen.response()).filter(|r| !r.is_empty());
        let session = Session { next, response, ..session.clone() };
        Some(crate::reports::sheet::sheet(dossier, &session, &self.office.roster, &self.words))
    }

    /// The same as the screen shows it: no word of it is closed unseen.
    pub fn closing_lines(&self) -> Vec<String> {
        let width = (self.field_width() + LABEL_COLUMNS).min(WORK_COLUMNS);
        self.closing_sheet().map(|sheet| sheet_lines(sheet.get(), width)).unwrap_or_default()
    }

    /// What is worth a second look before closing.
    pub fn closing_warnings(&self) -> Vec<closing::Warning> {
        let Screen::Session(screen) = self.screens.top() else { return vec![] };
        let Some(dossier) = self.office.dossier(screen.person) else { return vec![] };
        let next = self.next_day(screen).ok().flatten();
        self.office.closing_warnings(dossier, screen.session, next)
    }

    /// An empty sheet, or one that repeats a private phrase: asked about once before it is closed.
    pub(crate) fn is_grave(&self) -> bool {
        let grave = |w: &closing::Warning| {
            matches!(w, closing::Warning::NothingShared | closing::Warning::PrivatePhraseShared { .. })
        };
        self.closing_warnings().iter().any(grave)
    }

    /// The first time it goes to the last step, where everything can be seen; there it closes.
    pub(crate) fn finish_session(&mut self) {
        let Screen::Session(screen) = self.screens.top() else { return };
        let person = screen.person;
        if screen.step != Step::Close {
            return self.go_step(Step::Close);
        }
        if screen.has_unsaved() {
            // Text stands in a field of another step that is no line yet: go there instead of losing it.
            let step = if !screen.entry.is_empty() {
                Step::Feedback
            } else if !screen.agreement.is_empty() {
                Step::Agreements
            } else {
                Step::Prepare
            };
            self.go_step(step);
            return self.tell(Tone::Plain, Text::plain("notice-unfinished-line"));
        }
        self.save_fields();
        let Screen::Session(screen) = self.screens.top() else { return };
        let next = match self.next_day(screen) {
            Ok(next) => next,
            Err(why) => return self.tell(Tone::Plain, why),
        };
        let id = screen.session;
        if self.is_grave() && self.notices.log().last().is_none_or(|n| n.text.id != "notice-close-anyway") {
            return self.tell(Tone::Alarm, Text::plain("notice-close-anyway"));
        }
        let Some(sheet) = self.closing_sheet() else { return };
        if self.intend(intent::CloseSession { person, id, sheet, next }).is_none() {
            return;
        }
        self.screens.pop();
        self.drafts.sessions.remove(&person);
        let receipt = self.office.dossier(person).and_then(|d| d.session(id)).and_then(|s| s.receipt()).unwrap_or_default();
        let name = self.office.row(person).map(|r| r.name.name.clone()).unwrap_or_default();
        let text = Text::with("notice-closed", [("name", name.into()), ("receipt", receipt.into())]);
        self.tell(Tone::Good, text);
        if matches!(self.screens.top(), Screen::Walk(_)) {
            self.walk_on(StopState::Finished);
        }
        for screen in self.screens.iter() {
            keep_screen(&mut self.drafts, screen);
        }
    }
}

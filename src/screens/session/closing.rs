//! The end of a session: the proposed next day, what the employee will receive, what is worth a second look, closing.

use super::commands::{LABEL_COLUMNS, WORK_COLUMNS, field_width};
use super::{SessionScreen, Step, sheet_lines};
use crate::desk::Desk;
use crate::desk::form::{refused, written_day};
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::request::{Follow, Request};
use crate::domain::language::dates::parse_future;
use crate::domain::people::{attention, cadence};
use crate::domain::records::intent;
use crate::domain::sessions::closing;
use crate::domain::{Refusal, Session, SharedText};
use crate::i18n::Text;
use jiff::civil::Date;

impl SessionScreen {
    /// The day that the rhythm proposes for the next session.
    pub fn proposed_day(&self, desk: &Desk) -> Option<Date> {
        let office = &desk.office;
        let row = office.row(self.person)?;
        let rhythm = attention::cadence(row, &office.roster, &office.rules, office.today);
        Some(cadence::working_day(rhythm.after(office.today), &office.rules))
    }

    pub(super) fn propose_next_day(&mut self, desk: &Desk) {
        if self.step == Step::Close
            && self.next.is_empty()
            && let Some(day) = self.proposed_day(desk)
        {
            self.next.set(written_day(day));
        }
    }

    /// The agreed next day as typed: nothing, or a day, or what can't be read.
    pub fn next_day(&self, today: Date) -> Result<Option<Date>, Text> {
        match self.next.text().trim() {
            "" => Ok(None),
            typed => match parse_future(typed, today) {
                Some(day) if day >= today => Ok(Some(day)),
                Some(_) => Err(refused(&Refusal::DateInPast)),
                None => Err(Text::with("form-bad-day", [("text", typed.into())])),
            },
        }
    }

    /// Exactly what the employee will receive.
    pub fn closing_sheet(&self, desk: &Desk) -> Option<SharedText> {
        let dossier = desk.office.dossier(self.person)?;
        let session = dossier.session(self.session)?;
        let next = self.next_day(desk.office.today).ok().flatten();
        let response = Some(self.response()).filter(|r| !r.is_empty());
        let session = Session { next, response, ..session.clone() };
        Some(crate::reports::sheet::sheet(dossier, &session, &desk.office.roster, &desk.words))
    }

    /// The same as the screen shows it: no word of it is closed unseen.
    pub fn closing_lines(&self, desk: &Desk) -> Vec<String> {
        let width = (field_width(desk) + LABEL_COLUMNS).min(WORK_COLUMNS);
        self.closing_sheet(desk).map(|sheet| sheet_lines(sheet.get(), width)).unwrap_or_default()
    }

    /// What is worth a second look before closing.
    pub fn warnings(&self, office: &Office) -> Vec<closing::Warning> {
        let Some(dossier) = office.dossier(self.person) else { return vec![] };
        let next = self.next_day(office.today).ok().flatten();
        office.closing_warnings(dossier, self.session, next)
    }

    /// An empty sheet, or one that repeats a private phrase: asked about once before it is closed.
    fn is_grave(&self, desk: &Desk) -> bool {
        self.warnings(&desk.office).iter().any(closing::Warning::is_grave)
    }

    /// The first time it goes to the last step, where everything can be seen; there it closes.
    pub(super) fn finish(&mut self, desk: &mut Desk) {
        if self.step != Step::Close {
            return self.go_step(desk, Step::Close);
        }
        if self.has_unsaved() {
            // Text stands in a field of another step that is no line yet: go there instead of losing it.
            let step = if !self.entry.is_empty() {
                Step::Feedback
            } else if !self.agreement.is_empty() {
                Step::Agreements
            } else {
                Step::Prepare
            };
            self.go_step(desk, step);
            return desk.tell(Tone::Plain, Text::plain("notice-unfinished-line"));
        }
        self.save_fields(desk);
        let next = match self.next_day(desk.office.today) {
            Ok(next) => next,
            Err(why) => return desk.tell(Tone::Plain, why),
        };
        if self.is_grave(desk) && desk.notices.log().last().is_none_or(|n| n.text.id != "notice-close-anyway") {
            return desk.tell(Tone::Alarm, Text::plain("notice-close-anyway"));
        }
        let Some(sheet) = self.closing_sheet(desk) else { return };
        if desk.intend(intent::CloseSession { person: self.person, id: self.session, sheet, next }).is_none() {
            return;
        }
        desk.ask(Request::Discard);
        desk.ask(Request::ForgetSession(self.person));
        let receipt = self.record(desk).and_then(|s| s.receipt().map(str::to_owned)).unwrap_or_default();
        let name = desk.office.row(self.person).map(|r| r.name.name.clone()).unwrap_or_default();
        let text = Text::with("notice-closed", [("name", name.into()), ("receipt", receipt.into())]);
        desk.tell(Tone::Good, text);
        desk.follow(Follow::SessionClosed);
    }
}

//! A person's page as of an earlier day: what was known then, with that day as today. Nothing can be changed there.

use crate::app::App;
use crate::desk::effect::Effect;
use crate::desk::form::{FieldName, Purpose, Wrong};
use crate::desk::notice::Tone;
use crate::desk::office::{Clock, Office};
use crate::domain::records::log::{Known, end_of_day};
use crate::domain::{IdSource, PersonId, Refusal, Roster};
use crate::i18n::Text;
use crate::screens::stack::Screen;
use jiff::civil::Date;

/// An office of one person, as it was.
pub(crate) struct Past {
    person: PersonId,
    day: Date,
    /// Empty until it was read, and where the person was not known yet.
    pub(crate) office: Office,
    read: bool,
}

impl App {
    /// The day as which the top screen is looked at, if that is an earlier one.
    pub fn as_of(&self) -> Option<Date> {
        match self.screens.top() {
            Screen::Person(page) => page.as_of,
            _ => None,
        }
    }

    /// The records that the top screen shows: those of today, or of an earlier day.
    pub fn shown(&self) -> &Office {
        match (&self.past, self.as_of()) {
            (Some(past), Some(_)) => &past.office,
            _ => &self.office,
        }
    }

    /// Why the page of an earlier day is empty.
    pub fn nothing_known(&self) -> Option<&'static str> {
        let past = self.past.as_ref().filter(|_| self.as_of().is_some())?;
        let unknown = past.office.dossier(past.person).is_none();
        unknown.then_some(if past.read { "as-of-nobody" } else { "as-of-loading" })
    }

    /// Asks for the day; where one is looked at already, returns.
    pub(crate) fn ask_as_of(&mut self) {
        match self.screens.top() {
            Screen::Person(page) if page.as_of.is_some() => self.return_to_present(),
            Screen::Person(page) => self.open_form(Purpose::AsOf(page.person)),
            _ => {}
        }
    }

    pub(crate) fn return_to_present(&mut self) {
        if let Screen::Person(page) = self.screens.top_mut() {
            page.as_of = None;
            self.past = None;
            self.effects.push(Effect::DraftsChanged);
            self.tell(Tone::Plain, Text::plain("notice-present"));
        }
    }

    /// Goes to the day that was typed.
    pub(crate) fn look_back(&mut self, typed: Result<Option<Date>, Text>) -> Result<(), Wrong> {
        let wrong = Wrong::at(FieldName::Day);
        let day = typed.map_err(&wrong)?.ok_or_else(|| wrong(Text::plain("form-day-missing")))?;
        if day > self.office.today {
            return Err(wrong(crate::desk::form::refused(&Refusal::DateInFuture)));
        }
        self.overlays.pop();
        if let Screen::Person(page) = self.screens.top_mut() {
            page.as_of = Some(day);
        }
        self.effects.push(Effect::DraftsChanged);
        Ok(())
    }

    /// After anything: what is looked at is the person and the day of the page, and is asked for where it is not here.
    pub(crate) fn refresh_past(&mut self) {
        let wanted = match self.screens.top() {
            Screen::Person(page) => page.as_of.map(|day| (page.person, day)),
            _ => None,
        };
        let Some((person, day)) = wanted else { return self.past = None };
        if self.past.as_ref().is_some_and(|past| (past.person, past.day) == (person, day)) {
            return;
        }
        let until = end_of_day(day, &self.office.zone);
        self.past = Some(Past { person, day, office: self.office_of(Roster::default(), day), read: false });
        self.effects.push(Effect::LoadKnown { person, day, until });
    }

    pub(crate) fn known(&mut self, person: PersonId, day: Date, known: Option<Known>) {
        if self.past.as_ref().is_none_or(|past| (past.person, past.day) != (person, day)) {
            return;
        }
        let mut office = self.office_of(Roster::default(), day);
        if let Some(Known { dossier, roster }) = known {
            office = self.office_of(roster, day);
            office.loaded(dossier);
        }
        self.past = Some(Past { person, day, office, read: true });
    }

    pub(crate) fn office_of(&self, roster: Roster, day: Date) -> Office {
        let clock = Clock { today: day, now: end_of_day(day, &self.office.zone), zone: self.office.zone.clone() };
        // Nothing is made there, so no identifier is needed.
        let ids = IdSource::seeded(0);
        Office::new(roster, vec![], self.office.rules.clone(), self.office.actor.clone(), ids, clock)
    }
}

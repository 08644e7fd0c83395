//! A person's page as of an earlier day: what was known then, with that day as today. Nothing can be changed there.

use super::Desk;
use super::effect::Effect;
use super::office::{Clock, Office};
use crate::domain::records::log::{Known, end_of_day};
use crate::domain::{IdSource, PersonId, Roster};
use jiff::civil::Date;

/// An office of one person, as it was.
pub(crate) struct Past {
    pub(crate) person: PersonId,
    pub(crate) day: Date,
    /// Empty until it was read, and where the person was not known yet.
    pub(crate) office: Office,
    read: bool,
}

impl Desk {
    /// Why the page of an earlier day is empty.
    pub fn nothing_known(&self) -> Option<&'static str> {
        let past = self.past.as_ref()?;
        let unknown = past.office.dossier(past.person).is_none();
        unknown.then_some(if past.read { "as-of-nobody" } else { "as-of-loading" })
    }

    /// After anything: what is looked at is the person and the day of the page on top, and is asked for where it is not
    /// here.
    pub(crate) fn look_at(&mut self, wanted: Option<(PersonId, Date)>) {
        let Some((person, day)) = wanted else { return self.past = None };
        if self.past.as_ref().is_some_and(|past| (past.person, past.day) == (person, day)) {
            return;
        }
        let until = end_of_day(day, &self.office.zone);
        self.past = Some(Past { person, day, office: self.office_of(Roster::default(), day), read: false });
        self.effects.push(Effect::LoadKnown { person, day, until });
    }

    /// What was known has been read.
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

    fn office_of(&self, roster: Roster, day: Date) -> Office {
        let clock = Clock { today: day, now: end_of_day(day, &self.office.zone), zone: self.office.zone.clone() };
        // Nothing is made there, so no identifier is needed.
        let ids = IdSource::seeded(0);
        Office::new(roster, vec![], self.office.rules.clone(), self.office.actor.clone(), ids, clock)
    }
}

//! Writes one person's records as a user would have made them: every one of them went through
//! [`intent::judge`] on its day, so the sample can't hold what the program refuses.

use super::calendar;
use crate::domain::records::intent;
use crate::domain::records::intent::{Intent, SessionEdit, World};
use crate::domain::*;
use jiff::{Timestamp, civil::Date};
use std::collections::HashMap;

pub struct Scribe<'a> {
    person: PersonId,
    /// Only this one person's; a map because that is what intents are judged by.
    dossiers: HashMap<PersonId, Dossier>,
    /// What the whole office shares: units and standards.
    roster: &'a Roster,
    rules: &'a RuleSet,
    actor: Actor,
    ids: IdSource,
    today: Date,
    minute: i64,
    /// What was refused; a test wants nothing.
    pub refused: Vec<Refusal>,
}

impl<'a> Scribe<'a> {
    pub fn new(person: Person, actor: Actor, rules: &'a RuleSet, roster: &'a Roster, seed: u64) -> Self {
        let (id, today) = (person.id, person.since);
        Scribe {
            person: id,
            dossiers: HashMap::from([(id, Dossier::new(person))]),
            roster,
            rules,
            actor,
            ids: IdSource::seeded(seed),
            today,
            minute: 8 * 60,
            refused: vec![],
        }
    }

    pub fn person(&self) -> PersonId {
        self.person
    }
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
    pub fn today(&self) -> Date {
        self.today
    }
    pub fn dossier(&self) -> &Dossier {
        &self.dossiers[&self.person]
    }
    pub fn roster(&self) -> &'a Roster {
        self.roster
    }
    pub fn into_dossier(mut self) -> Option<Dossier> {
        self.dossiers.remove(&self.person)
    }

    /// Turns to a day and a minute of it.
    pub fn at(&mut self, day: Date, minute: i64) {
        (self.today, self.minute) = (day, minute);
    }
    /// A few minutes later on the same day.
    pub fn later(&mut self, minutes: i64) {
        self.minute += minutes;
    }
    fn now(&self) -> Timestamp {
        calendar::moment(self.today, self.minute)
    }

    /// Plans the intent on this day and applies it; the record that it put first.
    pub fn write(&mut self, intent: impl Into<Intent>) -> Option<RecordId> {
        let now = self.now();
        let (roster, dossiers, rules, actor) = (self.roster, &self.dossiers, self.rules, &self.actor);
        let world = World { roster, dossiers, rules, today: self.today, now, actor };
        let change = match intent::judge(&world, &mut self.ids, intent) {
            Ok(change) => change,
            Err(refusal) => {
                self.refused.push(refusal);
                return None;
            }
        };
        if let Some(dossier) = self.dossiers.get_mut(&self.person) {
            change.ops.iter().for_each(|op| dossier.apply(op));
        }
        change.ops.first().map(|op| op.record().id())
    }

    pub fn edit(&mut self, id: SessionId, edit: SessionEdit) {
        self.write(intent::EditSession { person: self.person, id, edit });
    }
}

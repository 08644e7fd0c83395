//! What commands do with an open store: read it, find somebody, carry out an intent.

use super::{Context, Failure, OpenMode, find, open_store, open_to_change};
use crate::domain::records::intent::{Intent, World, judge};
use crate::domain::records::log::{Known, end_of_day};
use crate::domain::{Change, Dossier, PersonId, Refusal, Roster, RosterRow, RuleSet};
use crate::store::{Store, StoreError};
use jiff::civil::Date;
use std::collections::HashMap;

/// So often an intent is judged again because somebody else was quicker.
const TRIES: u32 = 40;

/// An open store with its roster.
pub struct Desk {
    pub store: Box<dyn Store>,
    pub roster: Roster,
}

impl Desk {
    pub fn open(ctx: &Context, mode: OpenMode) -> Result<Desk, Failure> {
        match mode {
            OpenMode::ReadOnly => Desk::on(open_store(ctx, mode)?),
            OpenMode::ReadWrite => Desk::on(open_to_change(ctx)?),
        }
    }

    /// For what makes the store anew: nobody else may have it.
    pub fn open_alone(ctx: &Context) -> Result<Desk, Failure> {
        Desk::on(open_store(ctx, OpenMode::ReadWrite)?)
    }

    pub fn on(mut store: Box<dyn Store>) -> Result<Desk, Failure> {
        let roster = store.roster()?;
        Ok(Desk { store, roster })
    }

    /// The rules, with the lists of holidays that came in.
    pub fn rules(&self, ctx: &Context) -> RuleSet {
        let mut rules = ctx.rules.clone();
        rules.take_holidays(&self.roster.catalogue);
        rules
    }

    /// The one person that a name typed in the shell means.
    pub fn person(&self, typed: &str) -> Result<&RosterRow, Failure> {
        find::find(&self.roster, typed)
    }

    pub fn dossier(&mut self, person: PersonId) -> Result<Dossier, Failure> {
        Ok(self.store.dossier(person)?.ok_or(Refusal::NoSuchPerson)?)
    }

    /// What was known of somebody at the end of a day that has been.
    pub fn known(&mut self, ctx: &Context, person: PersonId, day: Date) -> Result<Known, Failure> {
        let known = self.store.known(person, end_of_day(day, &ctx.zone))?;
        known.ok_or_else(|| Failure::refused("as-of-unknown", [("day", day.into())]))
    }

    /// Judges an intent and makes its change durable.
    pub fn carry_out(
        &mut self,
        ctx: &Context,
        about: Option<PersonId>,
        intent: impl Into<Intent>,
    ) -> Result<Change, Failure> {
        let intent = intent.into();
        let mut tries = 0;
        loop {
            let mut dossiers = HashMap::new();
            if let Some(person) = about {
                dossiers.insert(person, self.dossier(person)?);
            }
            let actor = ctx.actor_of(&self.roster);
            let (roster, rules) = (&self.roster, &self.rules(ctx));
            let world = World { roster, dossiers: &dossiers, rules, today: ctx.today, now: ctx.now, actor: &actor };
            let change = judge(&world, &mut ctx.ids(), intent.clone())?;
            let done = self.store.commit(&change);
            self.roster = self.store.roster()?;
            match done {
                // Somebody else was quicker: judged again by what is true now.
                Err(StoreError::ChangedSince) if tries < TRIES => tries += 1,
                done => return Ok(done.map(|()| change)?),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::cli::double::{Double, context};
    use crate::domain::records::intent;
    use crate::domain::{Audience, Audienced, Owner};
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn nobody_agrees_on_a_day_that_has_passed() {
        let (roster, dossier) = sample::office();
        let person = dossier.id();
        let store = Double::with(roster, vec![dossier]);
        let agree = |due| intent::Agree {
            person,
            owner: Owner::Employee,
            text: Audienced::new(Audience::Shared, "menata arsip".into()),
            due: Some(due),
            measure: String::new(),
            tags: vec![],
            session: None,
        };
        let ctx = context(Lang::Id);
        let yesterday = store.desk().carry_out(&ctx, Some(person), agree(ctx.today.yesterday().unwrap()));
        assert_eq!(yesterday.unwrap_err().message.id, "refusal-date-in-past");
        assert!(store.desk().carry_out(&ctx, Some(person), agree(ctx.today)).is_ok());
    }
}

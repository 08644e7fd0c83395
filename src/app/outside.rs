//! Changes that another process of the same user hands over while the screens are open: judged in their turn between the
//! keys, shown at once, committed like any other. What is typed, and where the user is, stays as it is.

use super::App;
use crate::desk::effect::{Declined, Effect};
use crate::desk::notice::Tone;
use crate::domain::{Change, PersonId};
use std::collections::VecDeque;

/// More people than that are not read only to look at a change of theirs: the screens would stand still.
const MOST: usize = 1000;

#[derive(Debug)]
pub(super) struct Asked {
    pub judged_on: u64,
    pub change: Box<Change>,
}

impl App {
    /// Takes in what waits, in the order in which it came, as far as the dossiers are here.
    pub(super) fn take_in_from_outside(&mut self) {
        while !self.desk.incomplete
            && let Some(asked) = self.outside.front()
        {
            let office = &self.desk.office;
            let mut people = asked.change.people();
            people.retain(|id| office.row(*id).is_some() && office.dossier(*id).is_none());
            if people.is_empty() || people.len() > MOST {
                let Some(asked) = self.outside.pop_front() else { return };
                self.judge_from_outside(&asked, people.is_empty());
                continue;
            }
            people.into_iter().for_each(|id| self.desk.want(id));
            return;
        }
    }

    fn judge_from_outside(&mut self, asked: &Asked, readable: bool) {
        let change = &asked.change;
        let known = self.desk.settings.entries + self.desk.office.pending.len() as u64;
        let unknown = known.saturating_sub(asked.judged_on);
        let done = match readable {
            true => self.desk.office.take_over(change, unknown).map_err(|_| Declined::ChangedSince),
            false => Err(Declined::TooLarge),
        };
        match done {
            Ok(()) => {
                self.desk.effects.push(Effect::Commit(change.clone()));
                let text = self.desk.named_change("notice-from-outside", change);
                self.desk.tell(Tone::Plain, text);
                self.leave_closed_sessions();
            }
            Err(why) => self.desk.effects.push(Effect::Decline(change.id, why)),
        }
    }

    /// Somebody's records can't be read: what was asked about him or her can't be judged.
    pub(super) fn decline_about(&mut self, person: PersonId) {
        let asked = std::mem::take(&mut self.outside).into_iter();
        let (about, others): (VecDeque<Asked>, _) = asked.partition(|asked| asked.change.people().contains(&person));
        self.outside = others;
        for asked in about {
            self.desk.effects.push(Effect::Decline(asked.change.id, Declined::ChangedSince));
        }
    }
}

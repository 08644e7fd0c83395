//! Walk: a queue of people from any list. Finish and step on, skip with a reason, park for the end; it survives a
//! restart at the same person.

pub mod commands;
pub mod draw;

use crate::domain::PersonId;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WalkScreen {
    pub stops: Vec<Stop>,
    pub at: usize,
    /// The filter that the queue was made from; empty for "who needs me".
    pub filter: String,
    /// The day on which the queue was made: another day has another one.
    #[serde(default)]
    pub on: Option<Date>,
    pub top: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stop {
    pub person: PersonId,
    pub state: StopState,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StopState {
    Waiting,
    Finished,
    Skipped,
    /// Comes again at the end.
    Parked,
}

impl StopState {
    pub fn id(self) -> &'static str {
        match self {
            StopState::Waiting => "stop-waiting",
            StopState::Finished => "stop-finished",
            StopState::Skipped => "stop-skipped",
            StopState::Parked => "stop-parked",
        }
    }
}

impl WalkScreen {
    pub fn new(people: impl IntoIterator<Item = PersonId>, filter: String) -> Self {
        let stops = people.into_iter().map(|person| Stop { person, state: StopState::Waiting }).collect();
        WalkScreen { stops, at: 0, filter, on: None, top: 0 }
    }

    pub fn visited(&self) -> Option<PersonId> {
        self.stops.get(self.at).map(|s| s.person)
    }

    /// People still to be visited, the present one included.
    pub fn left(&self) -> usize {
        self.stops.iter().filter(|s| matches!(s.state, StopState::Waiting | StopState::Parked)).count()
    }

    /// Leaves the present stop in a state and goes to the next one that waits, then to those parked. False at the end.
    pub fn leave(&mut self, state: StopState) -> bool {
        if let Some(stop) = self.stops.get_mut(self.at) {
            stop.state = state;
        }
        match next_stop(&self.stops, self.at) {
            Some(next) => {
                self.at = next;
                self.top = 0;
                true
            }
            None => false,
        }
    }

    /// One stop back, whatever became of it.
    pub fn go_back(&mut self) {
        self.at = self.at.saturating_sub(1);
        self.top = 0;
    }

    /// About how long the rest takes: twenty minutes a talk.
    pub fn minutes_left(&self) -> usize {
        self.left() * 20
    }
}

/// The next after a stop that waits, then those parked.
pub fn next_stop(stops: &[Stop], at: usize) -> Option<usize> {
    let after = (at + 1..stops.len()).chain(0..at.min(stops.len()));
    let waiting = after.clone().find(|i| stops[*i].state == StopState::Waiting);
    let is_parked = |i: &usize| stops.get(*i).is_some_and(|stop| stop.state == StopState::Parked);
    waiting.or_else(|| after.chain([at]).find(is_parked))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::IdSource;

    #[test]
    fn parked_people_come_at_the_end_and_finished_ones_never_again() {
        let mut ids = IdSource::seeded(3);
        let people: Vec<PersonId> = (0..3).map(|_| PersonId(ids.uuid(jiff::Timestamp::UNIX_EPOCH))).collect();
        let mut walk = WalkScreen::new(people.clone(), String::new());
        assert!(walk.leave(StopState::Parked));
        assert_eq!(walk.visited(), Some(people[1]));
        assert!(walk.leave(StopState::Finished));
        assert!(walk.leave(StopState::Skipped));
        assert_eq!((walk.visited(), walk.left()), (Some(people[0]), 1));
        assert!(!walk.leave(StopState::Finished));
        assert_eq!(walk.left(), 0);
    }
}

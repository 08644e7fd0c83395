//! What keys do in a walk through many people.

use super::{StopState, WalkScreen};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::request::{Destination, Follow, Part, Request};
use crate::domain::PersonId;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for WalkScreen {
    fn place(&self) -> Place {
        Place::Walk
    }
    fn person(&self) -> Option<PersonId> {
        self.visited()
    }
    fn is_about_one(&self) -> bool {
        true
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        let Some(person) = self.visited() else { return false };
        match command {
            Command::WalkNext => self.go_on(desk, StopState::Finished),
            Command::WalkSkip => desk.open_form(Purpose::SkipInWalk(person)),
            Command::WalkPark => self.go_on(desk, StopState::Parked),
            Command::WalkBack => self.go_back(),
            Command::WalkOpen => {
                let queue = self.stops.iter().map(|s| s.person).collect();
                desk.go(Destination::Person { person, queue, part: Part::Whole });
            }
            _ => return false,
        }
        desk.typed();
        true
    }

    fn follow(&mut self, desk: &mut Desk, what: &Follow) -> bool {
        match what {
            Follow::SessionClosed => self.go_on(desk, StopState::Finished),
            Follow::Skipped => self.go_on(desk, StopState::Skipped),
            _ => return false,
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        !matches!(command, Command::GoAgenda | Command::Find)
    }
}

impl WalkScreen {
    /// Leaves the present person and goes on; at the end the walk is over.
    fn go_on(&mut self, desk: &mut Desk, state: StopState) {
        let more = self.leave(state);
        let finished = self.stops.iter().filter(|s| s.state == StopState::Finished).count();
        if !more {
            desk.ask(Request::ForgetWalk);
            desk.ask(Request::Discard);
            desk.tell(Tone::Good, Text::with("notice-walk-over", [("count", finished.into())]));
        } else if let Some(id) = self.visited() {
            desk.want(id);
        }
        desk.typed();
    }
}

//! Commands of a walk through many people.

use super::{StopState, WalkScreen};
use crate::app::App;
use crate::desk::command::Command;
use crate::desk::effect::Effect;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::domain::PersonId;
use crate::domain::people::attention::Due;
use crate::i18n::Text;
use crate::screens::stack::Screen;

impl App {
    /// A queue from what the list shows: everybody the filter leaves, or without a filter those who need the user.
    pub(crate) fn start_walk(&mut self) {
        let Screen::Team(team) = self.screens.top() else {
            return self.walk_from_agenda();
        };
        let filter = team.filter.text().trim().to_owned();
        let serving = |id: &PersonId| self.office.row(*id).is_some_and(|r| r.status.in_service());
        let needs = |id: &PersonId| {
            filter
                .is_empty()
                .then(|| self.office.attention(*id))
                .flatten()
                .is_none_or(|a| matches!(a.due, Due::Open | Due::Overdue(_) | Due::Today | Due::Soon(_)))
        };
        let queue: Vec<PersonId> = team.people.iter().copied().filter(serving).filter(needs).collect();
        if let Some(walk) = self.drafts.walk.take_if(|walk| walk.left() > 0 && walk.filter == filter) {
            let at = walk.person();
            self.screens.push(Screen::Walk(walk));
            at.into_iter().for_each(|id| self.want(id));
            return self.tell(Tone::Good, Text::plain("notice-walk-resumed"));
        }
        self.begin_walk(queue, filter);
    }

    pub(crate) fn walk_from_agenda(&mut self) {
        let Screen::Agenda(agenda) = self.screens.top() else { return };
        let mut queue: Vec<PersonId> = Vec::new();
        for row in &agenda.rows {
            if let crate::screens::agenda::Row::Entry(crate::screens::agenda::Entry::Due(person, _)) = row
                && !queue.contains(person)
            {
                queue.push(*person);
            }
        }
        self.begin_walk(queue, String::new());
    }

    pub(crate) fn begin_walk(&mut self, queue: Vec<PersonId>, filter: String) {
        if queue.is_empty() {
            return self.tell(Tone::Plain, Text::plain("why-nobody-to-walk"));
        }
        for id in queue.iter().copied().take(50) {
            self.want(id);
        }
        self.drafts.walk = None;
        self.screens.push(Screen::Walk(WalkScreen::new(queue, filter)));
        self.effects.push(Effect::DraftsChanged);
    }

    pub(crate) fn run_in_walk(&mut self, command: Command) {
        let Screen::Walk(walk) = self.screens.top_mut() else { return };
        let Some(person) = walk.person() else { return };
        match command {
            Command::WalkNext => self.walk_on(StopState::Finished),
            Command::WalkSkip => self.open_form(Purpose::SkipInWalk(person)),
            Command::WalkPark => self.walk_on(StopState::Parked),
            Command::WalkBack => walk.back(),
            Command::WalkOpen => {
                let queue = walk.stops.iter().map(|s| s.person).collect();
                self.visit(person, queue);
            }
            _ => {}
        }
        self.effects.push(Effect::DraftsChanged);
    }

    /// Leaves the present person and goes on; at the end the walk is over.
    pub(crate) fn walk_on(&mut self, state: StopState) {
        let Screen::Walk(walk) = self.screens.top_mut() else { return };
        let more = walk.leave(state);
        let finished = walk.stops.iter().filter(|s| s.state == StopState::Finished).count();
        let next = walk.person();
        if !more {
            self.screens.pop();
            self.drafts.walk = None;
            self.tell(Tone::Good, Text::with("notice-walk-over", [("count", finished.into())]));
        } else if let Some(id) = next {
            self.want(id);
        }
        self.effects.push(Effect::DraftsChanged);
    }
}

//! What is typed and not committed leaves and comes back: a killed process goes on in the same field with the same half
//! sentence.

use super::App;
use super::draft::{self, Drafts};
use crate::desk::notice::Tone;
use crate::domain::PersonId;
use crate::i18n::Text;
use crate::screens::overlays::Overlay;
use crate::screens::stack::Screen;

impl App {
    /// Goes on where the drafts say. What belongs to people or sessions that are gone is left out.
    pub fn restore(&mut self, drafts: serde_json::Value) {
        let Ok(mut drafts) = serde_json::from_value::<Drafts>(drafts) else { return };
        if let Some(place) = drafts.place.take() {
            let known = |screen: &Screen| screen.person().is_none_or(|id| self.office.row(id).is_some());
            if place.screens.iter().all(known) {
                self.screens = place.screens;
                self.overlays = place.overlays;
                let told = !matches!(self.screens.top(), Screen::Team(_)) || !self.overlays.is_empty();
                if told {
                    self.tell(Tone::Good, Text::plain("notice-resumed"));
                }
            }
        }
        self.office.unsaved = std::mem::take(&mut drafts.unsaved);
        self.drafts = drafts;
        let about_one = |screen: &&Screen| screen.is_about_one();
        let wanted: Vec<PersonId> = self.screens.iter().filter(about_one).filter_map(Screen::person).collect();
        for id in wanted {
            self.want(id);
        }
        self.want_goals();
        self.refresh();
    }

    /// What is typed and not committed; with the place, unless the user has left in order.
    pub fn drafts(&self) -> serde_json::Value {
        let mut drafts = self.drafts.clone();
        drafts.unsaved = self.office.unsaved.clone();
        if self.left {
            for screen in self.screens.iter() {
                keep_screen(&mut drafts, screen);
            }
        } else {
            // What is only read is opened again in a moment, and is no draft.
            let overlays =
                self.overlays.iter().filter(|o| !matches!(o, Overlay::Reader(_) | Overlay::SelfCheck(_))).cloned().collect();
            drafts.place = Some(draft::Place { screens: self.screens.clone(), overlays });
        }
        serde_json::to_value(&drafts).unwrap_or_default()
    }
}

/// What is typed on a screen goes into the drafts when the screen is left.
pub(crate) fn keep_screen(drafts: &mut Drafts, screen: &Screen) {
    match screen {
        Screen::Session(session) => {
            drafts.sessions.insert(session.person, session.as_ref().clone());
        }
        Screen::Walk(walk) if walk.left() > 0 => drafts.walk = Some(walk.clone()),
        _ => {}
    }
}

//! What is typed and not committed. All of it is plain data of screens and overlays, kept by the shell within a
//! second, so that a dropped connection or a killed process loses nothing and resumes at the very field. It leaves with
//! [`App::drafts`] and comes back with [`App::restore`].

use super::App;
use crate::desk::form::{Form, Purpose};
use crate::desk::notice::Tone;
use crate::desk::request::Destination;
use crate::domain::{Change, PersonId};
use crate::i18n::Text;
use crate::screens::assign::AssignBox;
use crate::screens::check_in::CheckInBox;
use crate::screens::evaluation::EvaluationScreen;
use crate::screens::overlay::Overlay;
use crate::screens::session::SessionScreen;
use crate::screens::stack::{Screen, Stack};
use crate::screens::walk::WalkScreen;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, HashSet};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Drafts {
    /// Where the user was; gone after leaving in order.
    pub place: Option<Place>,
    /// What was typed in sessions that were left open.
    pub sessions: BTreeMap<PersonId, SessionScreen>,
    /// The session that was closed or discarded last: who takes that back goes on at its step and field.
    pub ended: Option<SessionScreen>,
    /// A capture line that was put aside.
    pub capture: Option<String>,
    /// A check-in line that was put aside.
    pub check_in: Option<CheckInBox>,
    /// A list of people that get a result, put aside.
    pub assign: Option<AssignBox>,
    /// A form that was put aside.
    pub form: Option<Form>,
    /// A walk that was left.
    pub walk: Option<WalkScreen>,
    /// Judgements that were left half given.
    pub evaluation: Option<EvaluationScreen>,
    /// Changes that the disk refused; tried again when the user asks for it.
    pub unsaved: Vec<Change>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    pub screens: Stack,
    pub overlays: Vec<Overlay>,
}

impl Drafts {
    /// What is left of kept drafts when nothing of these people may be: what is typed about nobody for sure goes too.
    pub fn without(kept: serde_json::Value, people: &HashSet<PersonId>) -> serde_json::Value {
        if people.is_empty() {
            return kept;
        }
        let Ok(mut drafts) = serde_json::from_value::<Drafts>(kept) else { return serde_json::Value::Null };
        let text = |value: &serde_json::Value| value.to_string();
        let names = |value: serde_json::Value| people.iter().any(|id| text(&value).contains(&id.to_string()));
        let gone = |value: Result<serde_json::Value, serde_json::Error>| value.map_or(true, names);
        drafts.place = drafts.place.filter(|place| place.overlays.is_empty() && !gone(serde_json::to_value(place)));
        drafts.sessions.retain(|id, _| !people.contains(id));
        drafts.ended = drafts.ended.filter(|ended| !people.contains(&ended.person));
        (drafts.capture, drafts.check_in) = (None, None);
        drafts.assign = drafts.assign.filter(|assign| !gone(serde_json::to_value(assign)));
        drafts.form = drafts.form.filter(|form| !gone(serde_json::to_value(form)));
        drafts.walk = drafts.walk.filter(|walk| !gone(serde_json::to_value(walk)));
        drafts.evaluation = drafts.evaluation.filter(|page| !gone(serde_json::to_value(page)));
        drafts.unsaved.retain(|change| !gone(serde_json::to_value(change)));
        serde_json::to_value(&drafts).unwrap_or_default()
    }

    /// Something waits that is no session: those are discarded where they are open.
    pub fn has_loose(&self) -> bool {
        self.waiting() > self.sessions.len()
    }

    /// How many things wait to be gone on with.
    pub fn waiting(&self) -> usize {
        self.sessions.len()
            + usize::from(self.capture.is_some())
            + usize::from(self.check_in.is_some())
            + usize::from(self.assign.is_some())
            + usize::from(self.form.is_some())
            + usize::from(self.walk.is_some())
            + usize::from(self.evaluation.is_some())
    }
}

impl App {
    /// Goes on where the drafts say. What belongs to people or sessions that are gone is left out.
    pub fn restore(&mut self, drafts: serde_json::Value) {
        let Ok(mut drafts) = serde_json::from_value::<Drafts>(drafts) else { return };
        if let Some(place) = drafts.place.take() {
            let known = |screen: &Screen| screen.person().is_none_or(|id| self.desk.office.row(id).is_some());
            if place.screens.iter().all(known) {
                self.screens = place.screens;
                self.overlays = place.overlays;
                let told = !matches!(self.screens.top(), Screen::Team(_)) || !self.overlays.is_empty();
                if told {
                    self.desk.tell(Tone::Good, Text::plain("notice-resumed"));
                }
            }
        }
        self.desk.office.unsaved = std::mem::take(&mut drafts.unsaved);
        self.drafts = drafts;
        let about_one = |screen: &&Screen| screen.is_about_one();
        let wanted: Vec<PersonId> = self.screens.iter().filter(about_one).filter_map(|screen| screen.person()).collect();
        for id in wanted {
            self.desk.want(id);
        }
        self.screens.top_mut().opened(&mut self.desk);
        self.refresh();
    }

    /// What is typed and not committed; with the place, unless the user has left in order.
    pub fn drafts(&self) -> serde_json::Value {
        let mut drafts = self.drafts.clone();
        drafts.unsaved = self.desk.office.unsaved.clone();
        if self.left {
            for screen in self.screens.iter() {
                keep_screen(&mut drafts, screen);
            }
        } else {
            let overlays = self.overlays.iter().filter(|overlay| is_place(overlay)).cloned().collect();
            drafts.place = Some(Place { screens: self.screens.clone(), overlays });
        }
        serde_json::to_value(&drafts).unwrap_or_default()
    }

    /// How many things wait to be gone on with. What was typed in a session that was taken back waits for redo.
    pub fn waiting(&self) -> usize {
        let undone = self.drafts.sessions.keys().filter(|id| !self.in_session(**id)).count();
        self.drafts.waiting() - undone
    }

    fn in_session(&self, person: PersonId) -> bool {
        self.desk.office.row(person).is_some_and(|row| row.open_session)
    }

    /// Goes on with what waits: a walk first, then a session, a line, a form, a note.
    pub(crate) fn resume(&mut self) {
        if let Some(walk) = self.drafts.walk.take() {
            self.screens.push(Screen::Walk(walk));
        } else if let Some(person) = self.drafts.sessions.keys().copied().find(|id| self.in_session(*id)) {
            self.desk.go(Destination::Session(person));
        } else if let Some(open) = self.drafts.check_in.take() {
            self.overlays.push(Overlay::CheckIn(open));
        } else if let Some(open) = self.drafts.assign.take() {
            self.overlays.push(Overlay::Assign(open));
        } else if let Some(page) = self.drafts.evaluation.take() {
            self.screens.push(Screen::Evaluation(Box::new(page)));
        } else if let Some(form) = self.drafts.form.take() {
            self.overlays.push(Overlay::Form(form));
        } else {
            self.note();
        }
    }

    /// Throws away what [`App::resume`] would go on with, at a second press.
    pub(crate) fn discard_draft(&mut self) {
        const ASKS: &str = "notice-discard-asks";
        if self.desk.notices.log().last().is_none_or(|told| told.text.id != ASKS) {
            return self.desk.tell(Tone::Plain, Text::plain(ASKS));
        }
        let drafts = &mut self.drafts;
        let gone = drafts.walk.take().is_some()
            || drafts.check_in.take().is_some()
            || drafts.assign.take().is_some()
            || drafts.form.take().is_some()
            || drafts.capture.take().is_some();
        if gone {
            self.desk.tell(Tone::Good, Text::plain("notice-discarded"));
        }
        self.desk.typed();
    }

    /// A closed box with text in it can be taken up again.
    pub(crate) fn put_aside(&mut self, overlay: Overlay) {
        let kept = match overlay {
            Overlay::Capture(capture) if !capture.line.is_empty() => {
                self.drafts.capture = Some(capture.line.text().to_owned());
                true
            }
            Overlay::CheckIn(open) if !open.line.is_empty() => {
                self.drafts.check_in = Some(open);
                true
            }
            Overlay::Assign(open) if open.is_touched() => {
                self.drafts.assign = Some(open);
                true
            }
            // Nobody needs half a day to look at.
            Overlay::Form(form) if matches!(form.purpose, Purpose::AsOf(_)) => false,
            Overlay::Form(form) => {
                let fresh = Form::new(form.purpose, &self.desk.office, self.desk.words.decimal_sign());
                // Equal to what was there, or emptied, is as good as never begun.
                let touched = !form.says_nothing_new(&fresh);
                if touched {
                    self.drafts.form = Some(form);
                }
                touched
            }
            _ => false,
        };
        if kept {
            self.desk.tell(Tone::Plain, Text::plain("notice-put-aside"));
        }
        self.desk.typed();
    }
}

/// What is only read, help, menus and questions are opened again in a moment: nobody wants to come back to them.
fn is_place(overlay: &Overlay) -> bool {
    use Overlay::{Help, Messages, Palette, Reader, SelfCheck, Settings, Verbs};
    !matches!(overlay, Reader(_) | SelfCheck(_) | Verbs(_) | Help(_) | Palette(_) | Messages(_) | Settings(_))
}

/// What is typed on a screen goes into the drafts when the screen is left.
pub(crate) fn keep_screen(drafts: &mut Drafts, screen: &Screen) {
    match screen {
        Screen::Session(session) => {
            drafts.sessions.insert(session.person, session.as_ref().clone());
        }
        Screen::Evaluation(page) if page.is_touched() || page.left() > 0 => {
            drafts.evaluation = Some(page.as_ref().clone());
        }
        Screen::Walk(walk) if walk.left() > 0 => drafts.walk = Some(walk.clone()),
        _ => {}
    }
}

//! What is typed and not committed. All of it is plain data of screens and overlays, kept by the shell within a
//! second, so that a dropped connection or a killed process loses nothing and resumes at the very field.

use crate::domain::{Change, PersonId};
use crate::screens::overlays::Overlay;
use crate::screens::session::SessionScreen;
use crate::screens::stack::Stack;
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
    /// A capture line that was put aside.
    pub capture: Option<String>,
    /// A check-in line that was put aside.
    pub check_in: Option<crate::screens::overlays::CheckInBox>,
    /// A list of people that get a result, put aside.
    pub assign: Option<crate::screens::assign::AssignBox>,
    /// A form that was put aside.
    pub form: Option<crate::desk::form::Form>,
    /// A walk that was left.
    pub walk: Option<WalkScreen>,
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
        (drafts.capture, drafts.check_in) = (None, None);
        drafts.assign = drafts.assign.filter(|assign| !gone(serde_json::to_value(assign)));
        drafts.form = drafts.form.filter(|form| !gone(serde_json::to_value(form)));
        drafts.walk = drafts.walk.filter(|walk| !gone(serde_json::to_value(walk)));
        drafts.unsaved.retain(|change| !gone(serde_json::to_value(change)));
        serde_json::to_value(&drafts).unwrap_or_default()
    }

    /// How many things wait to be gone on with.
    pub fn waiting(&self) -> usize {
        self.sessions.len()
            + usize::from(self.capture.is_some())
            + usize::from(self.check_in.is_some())
            + usize::from(self.assign.is_some())
            + usize::from(self.form.is_some())
            + usize::from(self.walk.is_some())
    }
}

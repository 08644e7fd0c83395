//! Every command of the screen below with its keys, then what the marks mean.

pub mod commands;
pub mod draw;

use crate::desk::Desk;
use crate::desk::command::{COMMANDS, Place};
use crate::desk::list::ListState;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HelpPage {
    pub list: ListState,
    /// The screen that it explains.
    #[serde(default)]
    pub below: Place,
}

/// Keys and what they do, line by line.
pub fn lines(desk: &Desk, place: Place) -> Vec<(String, String)> {
    let covered = |command| COMMANDS.iter().any(|row| row.through.is_some() && row.covers(command));
    let listed = COMMANDS.iter().filter(|row| row.places.contains(&place) && !covered(row.command)).filter_map(|row| {
        let keys = match row.through {
            Some(_) => desk.keymap.span(row, desk.look.ascii),
            None => desk.keymap.way(row.command, desk.look.ascii),
        };
        Some((keys?, desk.words.say(&row.long_message())))
    });
    let mut lines: Vec<(String, String)> = listed.collect();
    lines.push((String::new(), String::new()));
    if matches!(place, Place::Competencies | Place::Rating) {
        lines.extend(heat_marks(desk).lines().map(|line| (String::new(), line.to_owned())));
    }
    let marks = if place == Place::Month { "grid-marks" } else { "help-marks" };
    for line in desk.words.say(marks).lines() {
        lines.push((String::new(), line.to_owned()));
    }
    lines
}

/// What the signs of the heat map mean.
fn heat_marks(desk: &Desk) -> String {
    let signs =
        if desk.look.ascii { ["v", "^", "-", "1'", "-", "+", "."] } else { ["▼", "▲", "–", "1'", "▽", "△", "·"] };
    let names = ["below", "above", "dash", "stale", "idea_below", "idea_above", "idea_unknown"];
    let args: Vec<_> = names.into_iter().zip(signs).map(|(name, sign)| (name, sign.into())).collect();
    desk.words.with("heat-marks", &args)
}

//! `bina keys`: the table of commands, as the screens use it.

use super::{Context, Failure, Output};
use crate::desk::command::{COMMANDS, Place};
use crate::reports::Tone;
use crate::reports::layout::{pad, wrap};
use serde::Serialize;

/// One command of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyRow {
    /// `session.close`, as in the configuration.
    pub command: String,
    pub keys: Vec<String>,
    /// Where it works.
    pub places: Vec<&'static str>,
    pub about: String,
}

pub fn run(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    print(ctx, &table(ctx)?, out)
}

/// The rows of the table of commands, with the user's own keys.
pub fn table(ctx: &Context) -> Result<Vec<KeyRow>, Failure> {
    let keymap = super::screens::keymap(ctx)?;
    Ok(COMMANDS
        .iter()
        .map(|row| KeyRow {
            command: row.id.to_owned(),
            keys: keymap.keys(row.command).iter().map(ToString::to_string).collect(),
            places: row.places.iter().map(|place| place.id()).collect(),
            about: ctx.words.say(&row.long_message()),
        })
        .collect())
}

fn print(ctx: &Context, rows: &[KeyRow], out: &mut Output) -> Result<(), Failure> {
    if ctx.json {
        return out.json_list(rows);
    }
    for place in PLACES {
        out.toned(Tone::Title, &ctx.words.say(&format!("place-{}", place.id())))?;
        for row in rows.iter().filter(|row| row.places.contains(&place.id()) && !row.keys.is_empty()) {
            let about = wrap(&row.about, out.width.saturating_sub(44));
            out.line(&format!("  {} {} {}", pad(&row.keys.join(" "), 16), pad(&row.command, 24), about.join(" ")))?;
        }
        out.line("")?;
    }
    Ok(())
}

const PLACES: [Place; 8] =
    [Place::Team, Place::Agenda, Place::Person, Place::Session, Place::Walk, Place::Capture, Place::Form, Place::Palette];

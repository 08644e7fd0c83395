//! `bina keys`: the table of commands, as the screens use it. Which places there are is read from the table, so that
//! none can be forgotten.

use super::{Context, Failure, Output};
use crate::desk::command::{COMMANDS, Command, Place};
use crate::domain::language::clean::width;
use crate::i18n::Words;
use crate::reports::Tone;
use crate::reports::layout::{hanging, pad};
use serde::Serialize;

/// One command of the screens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyRow {
    /// `session.close`, as in the configuration.
    pub command: String,
    pub keys: Vec<String>,
    /// Its letter in the menu of verbs, where it has no key of its own.
    pub menu: Option<&'static str>,
    /// Where it works.
    pub places: Vec<&'static str>,
    pub about: String,
}

/// What works in so many places is said once, with their names, and not once for each.
const SHARED: usize = 9;

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
            menu: row.command.letter().filter(|_| keymap.keys(row.command).is_empty()),
            places: row.places.iter().map(|place| place.id()).collect(),
            about: ctx.words.say(&row.long_message()),
        })
        .collect())
}

fn name(words: &Words, place: Place) -> String {
    words.say(&format!("place-{}", place.id()))
}

fn print(ctx: &Context, rows: &[KeyRow], out: &mut Output) -> Result<(), Failure> {
    if ctx.json {
        return out.json_list(rows);
    }
    let keymap = super::screens::keymap(ctx)?;
    let menu = keymap.keys(Command::Verbs).first().map(ToString::to_string).unwrap_or_default();
    let keys = |row: &KeyRow| match (row.keys.as_slice(), row.menu) {
        ([], Some(letter)) => format!("{menu} {letter}"),
        ([], None) => "–".to_owned(),
        (keys, _) => keys.join(" "),
    };
    let widest = |cells: &mut dyn Iterator<Item = String>| cells.map(|cell| width(&cell)).max().unwrap_or(0);
    // A key that is cut can't be pressed.
    let columns = (widest(&mut rows.iter().map(keys)), widest(&mut rows.iter().map(|row| row.command.clone())));
    for (title, rows) in sections(&ctx.words, rows) {
        for line in hanging("", &title, out.width) {
            out.toned(Tone::Title, &line)?;
        }
        for row in rows {
            let start = format!("  {}  {}  ", pad(&keys(row), columns.0), pad(&row.command, columns.1));
            hanging(&start, &row.about, out.width).iter().try_for_each(|line| out.line(line))?;
        }
        out.line("")?;
    }
    Ok(())
}

/// Every command under the places in which it works: first what many places share, then place by place.
fn sections<'r>(words: &Words, rows: &'r [KeyRow]) -> Vec<(String, Vec<&'r KeyRow>)> {
    let places = Place::ALL;
    let mut shared: Vec<&[&'static str]> = Vec::new();
    for row in rows.iter().filter(|row| row.places.len() >= SHARED) {
        if !shared.contains(&row.places.as_slice()) {
            shared.push(&row.places);
        }
    }
    shared.sort_by_key(|those| std::cmp::Reverse(those.len()));
    let names = |those: &[&str]| match those.len() == places.len() {
        true => words.say("keys-everywhere"),
        false => {
            let named = places.iter().filter(|place| those.contains(&place.id()));
            named.map(|place| name(words, *place)).collect::<Vec<_>>().join(", ")
        }
    };
    let together = shared.iter().map(|those| (names(those), rows.iter().filter(|row| row.places == **those).collect()));
    let alone = places.iter().map(|place| {
        let here = rows.iter().filter(|row| row.places.len() < SHARED && row.places.contains(&place.id()));
        (name(words, *place), here.collect::<Vec<_>>())
    });
    together.chain(alone).filter(|(_, rows)| !rows.is_empty()).collect()
}

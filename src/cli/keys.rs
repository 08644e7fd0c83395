//! `bina keys`: the table of commands, as the screens use it.

use super::{Context, Failure, Output};
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
    pub place: String,
    pub about: String,
}

pub fn run(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    print(ctx, &table(ctx), out)
}

/// The rows of the table of commands.
fn table(_ctx: &Context) -> Vec<KeyRow> {
    // app::command gives them here.
    Vec::new()
}

fn print(ctx: &Context, rows: &[KeyRow], out: &mut Output) -> Result<(), Failure> {
    if ctx.json {
        return out.json_list(rows);
    }
    let mut place = "";
    for row in rows {
        if row.place != place {
            place = &row.place;
            out.line("")?;
            out.toned(Tone::Title, place)?;
        }
        let about = wrap(&row.about, out.width.saturating_sub(44));
        out.line(&format!("  {} {} {}", pad(&row.keys.join(" "), 16), pad(&row.command, 24), about.join(" ")))?;
    }
    Ok(())
}

//! `bina brief NAME`: one screen about one person, as known today or at the end of an earlier day.

use super::{Context, Failure, OpenMode, Output, context::past_day, output::PAPER, work::Desk};
use crate::domain::Roster;
use crate::domain::records::log::Known;
use crate::reports::brief;

pub fn run(ctx: &Context, name: &str, as_of: Option<&str>, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, name, as_of, out)
}

fn answer(ctx: &Context, desk: &mut Desk, name: &str, as_of: Option<&str>, out: &mut Output) -> Result<(), Failure> {
    let person = desk.person(name)?.id;
    let width = out.width.min(PAPER);
    let said = |dossier: &_, roster: &Roster, day| brief::brief(dossier, roster, &ctx.rules, day, &ctx.words, width);
    let lines = match as_of {
        None => said(&desk.dossier(person)?, &desk.roster, ctx.today),
        Some(text) => {
            let day = past_day("--as-of", text, ctx.today)?;
            let Known { dossier, roster } = desk.known(ctx, person, day)?;
            out.line(&ctx.words.with("as-of-title", &[("day", day.into())]))?;
            said(&dossier, &roster, day)
        }
    };
    lines.iter().try_for_each(|line| out.toned(line.tone, &line.to_string()))
}

//! `bina brief NAME`: one screen about one person.

use super::{Context, Failure, OpenMode, Output, output::PAPER, work::Desk};
use crate::reports::brief;

pub fn run(ctx: &Context, name: &str, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, name, out)
}

fn answer(ctx: &Context, desk: &mut Desk, name: &str, out: &mut Output) -> Result<(), Failure> {
    let person = desk.person(name)?.id;
    let dossier = desk.dossier(person)?;
    let lines = brief::brief(&dossier, &desk.roster, &ctx.rules, ctx.today, &ctx.words, out.width.min(PAPER));
    lines.iter().try_for_each(|line| out.toned(line.tone, &line.to_string()))
}

//! `bina due`: what is due, for the shell, mail and cron. Finds something or nothing: both are fine.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::people::roster::Scope;
use crate::reports::due::{due, is_worth_opening, lines};
use crate::reports::status::by_neglect;

pub fn run(ctx: &Context, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, out)
}

fn answer(ctx: &Context, desk: &mut Desk, out: &mut Output) -> Result<(), Failure> {
    let roster = desk.roster.clone();
    let judged = by_neglect(roster.team(Scope::Mine), &roster, &ctx.rules, ctx.today);
    let mut dossiers = Vec::new();
    for (row, _) in judged.iter().filter(|(row, state)| is_worth_opening(row, state, &ctx.rules, ctx.today)) {
        dossiers.push(desk.dossier(row.id)?);
    }
    let list = due(&judged, &dossiers, &ctx.rules, ctx.today);
    if ctx.json {
        return out.json(&list);
    }
    lines(&list, &ctx.words, out.width).iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

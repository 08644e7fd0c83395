//! `bina plan NAME DATE`: agrees on the day of the next talk.

use super::context::date;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::cadence::working_day;
use crate::domain::intent::Intent;

pub fn run(ctx: &Context, name: &str, day: &str, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, name, day, out)
}

fn answer(ctx: &Context, desk: &mut Desk, name: &str, day: &str, out: &mut Output) -> Result<(), Failure> {
    let on = date("DATE", day)?;
    let row = desk.person(name)?;
    let (person, name) = (row.id, row.name.full());
    desk.carry_out(ctx, Some(person), Intent::PlanSession { person, on })?;
    let words = &ctx.words;
    let day = format!("{}, {}", words.long_weekday(on.weekday()), words.long_day(on));
    out.line(&words.with("plan-done", &[("name", name.into()), ("day", day.into())]))?;
    match working_day(on, &ctx.rules) {
        free if free != on => out.line(&words.with("plan-not-working", &[("day", free.into())])),
        _ => Ok(()),
    }
}

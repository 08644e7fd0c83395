//! `bina deadline DATE --days N`: a deadline in calendar days and in working days, with the days left out.

use super::context::date;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::calendar::{Calendar, Deadline};
use crate::domain::language::dates;
use crate::reports::deadlines;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct DeadlineArgs {
    #[arg(id = "date", value_name = "DATE")]
    pub from: String,
    #[arg(long, value_name = "N")]
    pub days: Option<u16>,
}

pub fn run(ctx: &Context, args: &DeadlineArgs, out: &mut Output) -> Result<(), Failure> {
    let mut rules = ctx.rules.clone();
    // Lists that were imported hold, too; without a store there are none.
    if std::fs::read_dir(&ctx.store_dir).is_ok_and(|mut entries| entries.next().is_some()) {
        let desk = Desk::open(ctx, OpenMode::ReadOnly)?;
        rules.take_holidays(&desk.roster.catalogue);
    }
    let from = date("DATE", &args.from).or_else(|no_date| dates::parse_day(&args.from, ctx.today).ok_or(no_date))?;
    let days = args.days.unwrap_or(rules.objection_days);
    let deadline = Deadline::after(from, days, Calendar::of(&rules));
    if ctx.json {
        return out.json(&deadlines::machine(&deadline, rules.objection_unit));
    }
    deadlines::lines(&ctx.words, &deadline).iter().try_for_each(|line| out.line(line))
}

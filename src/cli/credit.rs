//! `bina credit NAME`: credit points of a functional post, row by row, with what is left.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::competency::PositionKind;
use crate::domain::evaluation::credit::Credit;
use crate::domain::{DecimalSign, EmploymentKind, Number};
use crate::reports::credit as points;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct CreditArgs {
    #[arg(required = true, value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "POINTS")]
    pub before: Option<String>,
}

pub fn run(ctx: &Context, args: &CreditArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &CreditArgs, out: &mut Output) -> Result<(), Failure> {
    let person = desk.person(&args.name.join(" "))?.id;
    let dossier = desk.dossier(person)?;
    let name = dossier.person.name.full();
    let before = match args.before.as_deref() {
        None => Number::ZERO,
        Some(typed) => {
            let sign = if typed.contains(',') { DecimalSign::Comma } else { DecimalSign::Point };
            Number::read(typed, sign)
                .ok()
                .filter(|number| !number.is_negative())
                .ok_or_else(|| Failure::usage("usage-points", [("arg", "--before".into()), ("value", typed.into())]))?
        }
    };
    if dossier.person.kind == EmploymentKind::Pppk && !ctx.rules.ak.pppk {
        return Err(Failure::refused("credit-pppk", [("name", name.into())]));
    }
    let level = PositionKind::of(dossier.person.position.as_deref().unwrap_or_default());
    let Some(credit) = Credit::of(&dossier.evaluations, level, before, &ctx.rules) else {
        return Err(Failure::refused("credit-no-functional", [("name", name.into())]));
    };
    if ctx.json {
        return out.json(&points::machine(&dossier, &credit, &ctx.rules));
    }
    out.line(&name)?;
    if credit.rows.is_empty() {
        return out.line(&ctx.words.say("credit-none"));
    }
    points::lines(&ctx.words, &credit, &ctx.rules).iter().try_for_each(|line| out.line(line))?;
    let Some(problem) = credit.problems.first() else { return Ok(()) };
    let rows: Vec<String> = problem.rows().into_iter().map(|place| (place + 1).to_string()).collect();
    Err(Failure::refused(points::problem_message(problem), [("rows", rows.join(", ").into())]))
}

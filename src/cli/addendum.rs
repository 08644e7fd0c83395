//! `bina addendum NAME TEXT`: a dated correction of a closed session.

use super::args::Addendum;
use super::context::date;
use super::sheet::closed_session;
use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::intent::Intent;
use crate::domain::{Audience, Audienced};

pub fn run(ctx: &Context, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadWrite)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: Addendum, out: &mut Output) -> Result<(), Failure> {
    let day = args.date.as_deref().map(|text| date("--date", text)).transpose()?;
    let person = desk.person(&args.name)?.id;
    let dossier = desk.dossier(person)?;
    let session = closed_session(ctx, &dossier, day)?;
    let audience = if args.private { Audience::Private } else { Audience::Shared };
    let text = Audienced::new(audience, args.text.join(" "));
    desk.carry_out(ctx, Some(person), Intent::WriteAddendum { person, id: session.id, text })?;
    let said = [("name", dossier.person.name.full().into()), ("day", ctx.words.long_day(session.on).into())];
    out.line(&ctx.words.with("addendum-done", &said))
}

//! `bina wish NAME TOPIC`: what somebody wants to learn.

use super::{Context, Desk, Failure, Output, ask, needs_of, setting, subject};
use crate::cli::OpenMode;
use crate::domain::Shared;
use crate::domain::development::asked::Ask;
use crate::reports::development as report;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct WishArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(id = "wish_topic", required = true, value_name = "TOPIC")]
    pub topic: Vec<String>,
    #[arg(long, value_name = "TEXT")]
    pub why: Option<String>,
}

pub fn run(ctx: &Context, args: WishArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadWrite)?;
    let person = desk.person(&args.name)?.id;
    let name = crate::cli::find::label(&desk.roster, person);
    let about = subject(ctx, desk, &args.topic.join(" "), None)?;
    let reason = Shared::new(args.why.unwrap_or_default());
    ask(ctx, desk, person, Ask::Wish { subject: about.clone(), reason, session: None })?;
    let dossier = desk.dossier(person)?;
    let needs = needs_of(ctx, desk, &dossier);
    let Some(need) = needs.iter().find(|need| need.subject.is_same(&about)) else { return Ok(()) };
    if ctx.json {
        return out.json(&report::machine::need(need, &name));
    }
    out.line(&ctx.words.with("wish-done", &[("name", name.clone().into()), ("topic", about.words.clone().into())]))?;
    let set = setting(ctx, desk, out);
    let lines = report::of_person(&name, std::slice::from_ref(need), set);
    lines.iter().skip(1).try_for_each(|(text, tone)| out.toned(*tone, text))
}

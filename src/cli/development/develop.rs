//! `bina develop NAME TOPIC --kind KIND --expect TEXT`: an item of a person's plan.

use super::{Context, Desk, Failure, Output, ask, hours_of, kind, money, month, setting, subject};
use crate::cli::OpenMode;
use crate::domain::development::asked::{Ask, NewItem};
use crate::domain::development::item::Helper;
use crate::domain::development::month::When;
use crate::domain::{Audience, Audienced};
use crate::reports::development as report;
use clap::Args;

#[derive(Clone, Debug, Default, Args)]
pub struct DevelopArgs {
    #[arg(value_name = "NAME")]
    pub name: String,
    #[arg(id = "develop_topic", value_name = "TOPIC")]
    pub topic: String,
    #[arg(id = "way", long = "kind", value_name = "KIND")]
    pub kind: String,
    #[arg(long, value_name = "TEXT")]
    pub expect: String,
    #[arg(id = "of_competency", long = "competency", value_name = "COMPETENCY")]
    pub competency: Option<String>,
    #[arg(id = "by_month", long = "by", value_name = "MONTH")]
    pub by: Option<String>,
    #[arg(long, value_name = "N")]
    pub jp: Option<u32>,
    #[arg(long, value_name = "RUPIAH")]
    pub cost: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub fund: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub organiser: Option<String>,
    #[arg(long, value_name = "WHO")]
    pub helper: Option<String>,
    #[arg(long, value_name = "TEXT")]
    pub programme: Option<String>,
    #[arg(long)]
    pub private: bool,
}

pub fn run(ctx: &Context, args: DevelopArgs, out: &mut Output) -> Result<(), Failure> {
    let desk = &mut Desk::open(ctx, OpenMode::ReadWrite)?;
    let person = desk.person(&args.name)?.id;
    let name = crate::cli::find::label(&desk.roster, person);
    let audience = if args.private { Audience::Private } else { Audience::Shared };
    let about = subject(ctx, desk, &args.topic, args.competency.as_deref())?;
    let mut terms = NewItem::plain(about, kind(ctx, &args.kind)?, Audienced::new(audience, args.expect.clone()));
    terms.title = args.topic.clone();
    terms.when = args.by.as_deref().map(|typed| month("--by", typed)).transpose()?.map(When::Month);
    terms.jp = args.jp;
    terms.cost = args.cost.as_deref().map(|typed| money(ctx, "--cost", typed)).transpose()?;
    terms.fund = args.fund.unwrap_or_default();
    terms.organiser = args.organiser.unwrap_or_default();
    terms.programme = args.programme.unwrap_or_default();
    terms.helper = args.helper.map(|typed| {
        // Somebody of the store if it can only be one; anybody else by name.
        desk.person(&typed).map_or_else(|_| Helper::Named(typed.clone()), |row| Helper::Person(row.id))
    });
    ask(ctx, desk, person, Ask::Plan(terms))?;
    let dossier = desk.dossier(person)?;
    let item =
        dossier.items.iter().max_by_key(|item| (item.written, item.id)).ok_or_else(|| Failure::fault("failure-panic"))?;
    let set = setting(ctx, desk, out);
    if ctx.json {
        return out.json(&report::machine::item(item, set));
    }
    out.line(&ctx.words.with("develop-done", &[("name", name.into()), ("item", item.name().to_owned().into())]))?;
    let year = item.when.map_or(ctx.today.year(), |when| when.month().year());
    let hours = hours_of(ctx, &dossier, year);
    report::warnings(&dossier, &hours, set).iter().try_for_each(|warning| out.line(warning))
}

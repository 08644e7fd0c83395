//! `bina effect NAME ITEM ANSWER`: whether the expected behaviour is seen; `bina effect [NAME|--course C]`: levels
//! before and after by the same rater, of how many people, and beside those who had no such training.

use super::{Context, Desk, Failure, Output, ask, dossiers, item, people, setting};
use crate::cli::OpenMode;
use crate::domain::development::PlanItem;
use crate::domain::development::asked::{Ask, ItemStep, NewAnswer};
use crate::domain::development::effect::{Group, Untrained, comparison, of_item};
use crate::domain::development::item::{FollowUp, Hindrance, Seen};
use crate::domain::development::rules::squeezed;
use crate::domain::{Audience, Audienced, Dossier, Number};
use crate::reports::development as report;
use clap::{Args, ValueEnum};
use jiff::civil::Date;

#[derive(Clone, Debug, Default, Args)]
pub struct EffectArgs {
    #[arg(value_name = "NAME")]
    pub name: Option<String>,
    #[arg(id = "effect_item", value_name = "ITEM", requires = "answer_seen")]
    pub item: Option<String>,
    #[arg(id = "answer_seen", value_name = "yes|partly|not_yet|no_chance", hide_possible_values = true)]
    pub seen: Option<Answered>,
    #[arg(value_name = "EXAMPLE")]
    pub example: Vec<String>,
    #[arg(long, value_name = "REASON", hide_possible_values = true)]
    pub hindered: Vec<Reason>,
    #[arg(long, value_name = "enough|accompanied|other_way|repeat", hide_possible_values = true)]
    pub follow_up: Option<Follow>,
    #[arg(id = "effect_private", long = "private")]
    pub private: bool,
    #[arg(long, value_name = "COURSE", conflicts_with = "effect_item")]
    pub course: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Answered {
    #[value(alias = "ya")]
    Yes,
    #[value(alias = "sebagian")]
    Partly,
    #[value(name = "not_yet", aliases = ["not-yet", "belum"])]
    NotYet,
    #[value(name = "no_chance", aliases = ["no-chance", "tak-ada-kesempatan"])]
    NoChance,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Reason {
    Knowledge,
    Plan,
    Priorities,
    Means,
    Value,
    Relevance,
    Policy,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Follow {
    Enough,
    Accompanied,
    #[value(name = "other_way", alias = "other-way")]
    OtherWay,
    Repeat,
}

pub fn run(ctx: &Context, args: EffectArgs, out: &mut Output) -> Result<(), Failure> {
    let mode = if args.item.is_some() { OpenMode::ReadWrite } else { OpenMode::ReadOnly };
    let desk = &mut Desk::open(ctx, mode)?;
    match (&args.name, &args.item, args.seen) {
        (Some(name), Some(typed), Some(seen)) => answer(ctx, desk, name, typed, seen, &args, out),
        _ => figures(ctx, desk, &args, out),
    }
}

fn answer(
    ctx: &Context,
    desk: &mut Desk,
    name: &str,
    typed: &str,
    seen: Answered,
    args: &EffectArgs,
    out: &mut Output,
) -> Result<(), Failure> {
    let person = desk.person(name)?.id;
    let dossier = desk.dossier(person)?;
    let id = item(&dossier, typed)?.id;
    let audience = if args.private { Audience::Private } else { Audience::Shared };
    let new = NewAnswer {
        seen: Seen::ALL[seen as usize],
        example: Audienced::new(audience, args.example.join(" ")),
        hindrances: args.hindered.iter().map(|reason| Hindrance::ALL[*reason as usize]).collect(),
        follow_up: args.follow_up.map(|follow| FollowUp::ALL[follow as usize]),
        session: None,
    };
    ask(ctx, desk, person, Ask::Step { id, step: ItemStep::Answer(new) })?;
    let dossier = desk.dossier(person)?;
    let Some(item) = dossier.item(id) else { return Ok(()) };
    if ctx.json {
        return out.json(&report::machine::item(item, setting(ctx, desk, out)));
    }
    let said = ctx.words.say(&format!("seen-{}", Seen::ALL[seen as usize].id()));
    out.line(&ctx.words.with("effect-done", &[("item", item.name().to_owned().into()), ("seen", said.into())]))?;
    if let Some(check) = item.next_check() {
        out.line(&ctx.words.with("effect-next", &[("day", check.due.into())]))?;
    }
    let often = usize::from(ctx.rules.development.effect.change_after);
    match item.not_yet_in_a_row() {
        times if times >= often => out.line(&ctx.words.with("effect-other-way", &[("times", times.into())])),
        _ => Ok(()),
    }
}

fn figures(ctx: &Context, desk: &mut Desk, args: &EffectArgs, out: &mut Output) -> Result<(), Failure> {
    let rows = people(desk, args.name.as_deref().unwrap_or_default())?;
    let dossiers = dossiers(desk, &rows)?;
    let rules = &ctx.rules.development;
    let course = args.course.as_deref().map(squeezed);
    let of_course = |item: &&PlanItem| {
        let names = [item.name(), item.programme.as_str(), item.subject.words.as_str()];
        item.ended().is_some() && course.as_ref().is_none_or(|wanted| names.iter().any(|name| squeezed(name) == *wanted))
    };
    let mut group = Group::default();
    let mut cost: Option<Number> = None;
    let mut ended: Vec<(&Dossier, &PlanItem, Date)> = Vec::new();
    for dossier in &dossiers {
        for item in dossier.items.iter().filter(of_course) {
            if let Some(outcome) = of_item(item, &dossier.items, &dossier.ratings, rules) {
                group.add(&outcome);
            }
            if let Some(own) = item.cost {
                cost = Some(cost.map_or(own, |sum| sum.plus(own)));
            }
            ended.extend(item.ended().map(|end| (dossier, item, end)));
        }
    }
    let untrained = args.course.as_ref().and_then(|_| beside(ctx, desk, &dossiers, &ended));
    if ctx.json {
        let value = report::machine::effect(&group, untrained.as_ref(), cost, setting(ctx, desk, out));
        return out.json(&value);
    }
    let words = &ctx.words;
    let mean = group.mean(rules).map(|mean| words.decimal(mean));
    let args = [("n", group.n().into()), ("mean", mean.clone().unwrap_or_default().into())];
    out.line(&words.with(if mean.is_some() { "effect-mean" } else { "effect-few" }, &args))?;
    for ((before, after), change) in group.pairs.iter().zip(group.changes()) {
        out.line(&format!("  {before} → {after}  ({change:+})"))?;
    }
    for why in &group.left_out {
        out.line(&format!("  {}", words.say(&format!("effect-why-{}", why.id()))))?;
    }
    if let Some(per_level) = group.cost_per_level(cost) {
        out.line(&words.with("effect-cost", &[("cost", words.decimal(per_level).into())]))?;
    }
    if let Some(difference) = untrained.as_ref().and_then(|others| group.difference(others, rules)) {
        let n = untrained.map_or(0, |others| others.n());
        out.line(&words.with("effect-beside", &[("n", n.into()), ("difference", words.decimal(difference).into())]))?;
    }
    Ok(())
}

/// People with a gap on the same competency who had no such training.
fn beside(ctx: &Context, desk: &Desk, dossiers: &[Dossier], trained: &[(&Dossier, &PlanItem, Date)]) -> Option<Group> {
    let competency = trained.iter().find_map(|(_, item, _)| item.subject.competency.clone())?;
    let planned = trained.iter().map(|(_, item, _)| item.on).min()?;
    let ended = trained.iter().map(|(.., end)| *end).max()?;
    let others = dossiers.iter().filter(|dossier| !trained.iter().any(|(one, ..)| one.id() == dossier.id()));
    let untrained = others.map(|dossier| {
        let standard = desk.roster.catalogue.standard_of(dossier.person.position.as_deref());
        Untrained { ratings: &dossier.ratings, required: standard.and_then(|s| s.required.get(&competency).copied()) }
    });
    let group = comparison(untrained, &competency, planned, ended, &ctx.rules.development);
    (group.n() > 0).then_some(group)
}

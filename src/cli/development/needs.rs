//! `bina needs [NAME]`: what people need to learn, and where that comes from.

use super::{Context, Desk, Failure, Output, dossiers, needs_of, people, setting};
use crate::cli::OpenMode;
use crate::cli::tables::TableArgs;
use crate::domain::development::floor::part_may_leave;
use crate::domain::development::need::Need;
use crate::domain::development::sum::{Topic, by_topic};
use crate::reports::development as report;
use clap::{Args, ValueEnum};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, Args)]
pub struct NeedsArgs {
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(id = "needs_by", long = "by", value_name = "topic|person|unit", hide_possible_values = true)]
    pub by: Option<By>,
    // Counts for others: none under the floor, no private origin.
    #[command(flatten)]
    pub table: TableArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum By {
    Topic,
    Person,
    Unit,
}

pub fn run(ctx: &Context, args: &NeedsArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &NeedsArgs, out: &mut Output) -> Result<(), Failure> {
    let typed = args.name.join(" ");
    let rows = people(desk, &typed)?;
    let dossiers = dossiers(desk, &rows)?;
    let needs: Vec<Vec<Need>> = dossiers.iter().map(|dossier| needs_of(ctx, desk, dossier)).collect();
    let by = args.by.unwrap_or(if typed.is_empty() { By::Topic } else { By::Person });
    let all: Vec<Need> = needs.iter().flatten().cloned().collect();
    let topics = by_topic(&all);
    if args.table.wanted() {
        return table(ctx, args, &topics, rows.len(), out);
    }
    let set = setting(ctx, desk, out);
    match (by, ctx.json) {
        (By::Topic, true) => out.json_list(topics.iter().map(report::machine::topic)),
        (By::Person, true) => {
            let named = dossiers.iter().zip(&needs);
            out.json_list(named.flat_map(|(d, needs)| needs.iter().map(|n| report::machine::need(n, &d.person.name.full()))))
        }
        (By::Unit, true) => out.json_list(units(desk, &dossiers, &needs).iter().flat_map(|(unit, topics)| {
            topics.iter().map(move |topic| {
                let mut value = report::machine::topic(topic);
                value["unit"] = unit.as_str().into();
                value
            })
        })),
        (By::Topic, false) => put(report::by_topic(&topics, set), out),
        (By::Person, false) => {
            let named = dossiers.iter().zip(&needs);
            let lines = named.flat_map(|(d, needs)| report::of_person(&d.person.name.full(), needs, set));
            put(lines.collect(), out)
        }
        (By::Unit, false) => units(desk, &dossiers, &needs).iter().try_for_each(|(unit, topics)| {
            out.toned(crate::reports::Tone::Title, unit)?;
            put(report::by_topic(topics, set), out)
        }),
    }
}

fn put(lines: Vec<report::Line>, out: &mut Output) -> Result<(), Failure> {
    lines.iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

fn units(desk: &Desk, dossiers: &[crate::domain::Dossier], needs: &[Vec<Need>]) -> BTreeMap<String, Vec<Topic>> {
    let mut grouped: BTreeMap<String, Vec<Need>> = BTreeMap::new();
    for (dossier, needs) in dossiers.iter().zip(needs) {
        let unit = desk.roster.units.name(dossier.person.unit).to_owned();
        grouped.entry(unit).or_default().extend(needs.iter().cloned());
    }
    grouped.into_iter().map(|(unit, needs)| (unit, by_topic(&needs))).collect()
}

/// A file goes to others: counts of five and more whose rest can't be told either, and no private origin.
fn table(ctx: &Context, args: &NeedsArgs, topics: &[Topic], team: usize, out: &mut Output) -> Result<(), Failure> {
    let floor = usize::from(ctx.rules.development.effect.floor);
    let header = ["Topik", "Kompetensi", "Orang", "Level", "Keinginan", "Urgensi"];
    let rows = topics.iter().filter(|topic| part_may_leave(topic.people.len(), team, floor)).map(|topic| {
        let wishing = topic.wishing.len();
        vec![
            topic.subject.words.clone(),
            topic.subject.competency.as_ref().map(ToString::to_string).unwrap_or_default(),
            topic.people.len().to_string(),
            topic.levels.to_string(),
            if part_may_leave(wishing, topic.people.len(), floor) { wishing.to_string() } else { String::new() },
            topic.urgency.map(|u| ctx.words.say(&format!("urgency-{}", u.id()))).unwrap_or_default(),
        ]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let hidden = topics.len() - rows.len();
    args.table.put(ctx, &header, rows, out)?;
    if hidden > 0 {
        crate::cli::output::remark(&ctx.words.with("needs-hidden", &[("count", hidden.into()), ("floor", floor.into())]));
    }
    Ok(())
}

//! `bina goals [NAME]`: where everybody's goals stand, by person, by the leader's result, or by status.

use super::{Context, Failure, OpenMode, Output, checkin, context::past_day, guarded, work::Desk};
use crate::domain::goal::{PerformancePlan, plan::Goal, rollup::rollups};
use crate::domain::people::roster::Scope;
use crate::domain::sessions::paper::Printed;
use crate::domain::{Dossier, PersonId, RecordId, RosterRow};
use crate::reports::goal_table::{Setting, Shown, by_person, by_result, by_status, machine_rollups, machine_rows};
use crate::reports::goal_text::goal_text;
use clap::{Args, ValueEnum};
use jiff::civil::{Date, date};

#[derive(Clone, Debug, Default, Args)]
pub struct GoalsArgs {
    #[arg(value_name = "NAME")]
    pub name: Vec<String>,
    #[arg(long, value_name = "person|result|status", default_value = "person", hide_possible_values = true)]
    pub by: By,
    #[arg(long, value_name = "YEAR", value_parser = clap::value_parser!(i16).range(1900..=9000))]
    pub year: Option<i16>,
    #[arg(long = "text", requires = "name", conflicts_with = "by")]
    pub pasted: bool,
    #[arg(long, requires = "pasted")]
    pub yes: bool,
    #[arg(long, value_name = "DATE", requires = "name", conflicts_with_all = ["by", "year"])]
    pub as_of: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum By {
    #[default]
    Person,
    Result,
    Status,
}

pub fn run(ctx: &Context, args: &GoalsArgs, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, args, out)
}

fn answer(ctx: &Context, desk: &mut Desk, args: &GoalsArgs, out: &mut Output) -> Result<(), Failure> {
    let typed = args.name.join(" ");
    let mut rows: Vec<RosterRow> = match typed.is_empty() {
        true => desk.roster.team(Scope::Mine).cloned().collect(),
        false => vec![desk.person(&typed)?.clone()],
    };
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    let as_of = args.as_of.as_deref().map(|text| past_day("--as-of", text, ctx.today)).transpose()?;
    let today = as_of.unwrap_or(ctx.today);
    let day = day_of(args.year, today);
    let dossiers: Vec<Dossier> = rows
        .iter()
        .map(|row| match as_of {
            Some(day) => desk.known(ctx, row.id, day).map(|known| known.dossier),
            None => desk.dossier(row.id),
        })
        .collect::<Result<_, _>>()?;
    let shown: Vec<Shown<'_>> = dossiers.iter().filter_map(|dossier| shown(dossier, args.year, day)).collect();
    if shown.is_empty() && !typed.is_empty() {
        return Err(checkin::no_plan(&rows.iter().map(|row| row.name.full()).collect::<String>()));
    }
    if args.pasted && !args.yes {
        look_first(ctx, desk, &dossiers, &shown, day)?;
    }
    if args.pasted {
        return texts(ctx, &dossiers, &shown, day, out);
    }
    if let Some(day) = as_of.filter(|_| !ctx.json) {
        out.line(&ctx.words.with("as-of-title", &[("day", day.into())]))?;
    }
    let setting = Setting { words: &ctx.words, rules: &ctx.rules, today, columns: out.width };
    if args.by == By::Result {
        return results(ctx, desk, &dossiers, day, setting, out);
    }
    if ctx.json {
        return out.json_list(machine_rows(&shown, &ctx.rules));
    }
    if shown.is_empty() {
        return out.line(&ctx.words.say("goals-empty"));
    }
    let lines = if args.by == By::Status { by_status(&shown, setting) } else { by_person(&shown, setting) };
    lines.iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

/// Others read what is pasted: looked at like a sheet.
fn look_first(ctx: &Context, desk: &Desk, dossiers: &[Dossier], shown: &[Shown<'_>], day: Date) -> Result<(), Failure> {
    let printed = |dossier: &Dossier, shown: &Shown<'_>| -> Vec<Printed> {
        let text = |goal: &Goal<'_>| goal_text(dossier, goal.result, day, &ctx.words).get().clone();
        let of = |goal| Printed { at: RecordId::Person(dossier.id()), text: text(goal), own_words: false };
        shown.plan.goals.iter().map(of).collect()
    };
    let all: Vec<_> = dossiers.iter().zip(shown).map(|(dossier, shown)| (dossier, printed(dossier, shown))).collect();
    guarded::look_first(&desk.roster, &ctx.rules, &ctx.words, &all)
}

/// What may be pasted into e-Kinerja, a result after the other: values and shared notes, nothing private.
fn texts(ctx: &Context, dossiers: &[Dossier], shown: &[Shown<'_>], day: Date, out: &mut Output) -> Result<(), Failure> {
    for (dossier, shown) in dossiers.iter().zip(shown) {
        for (n, goal) in shown.plan.goals.iter().enumerate() {
            if n > 0 {
                out.line("")?;
            }
            let text = goal_text(dossier, goal.result, day, &ctx.words);
            text.get().lines().try_for_each(|line| out.line(line))?;
        }
    }
    Ok(())
}

/// The leaders' own dossiers are needed for the results that others support.
fn results(
    ctx: &Context,
    desk: &mut Desk,
    dossiers: &[Dossier],
    day: Date,
    setting: Setting<'_>,
    out: &mut Output,
) -> Result<(), Failure> {
    let mut leaders: Vec<PersonId> = dossiers.iter().filter_map(|d| d.person.supervisor).collect();
    leaders.sort();
    leaders.dedup();
    leaders.retain(|id| dossiers.iter().all(|d| d.id() != *id));
    let leaders: Vec<Dossier> = leaders.into_iter().map(|id| desk.dossier(id)).collect::<Result<_, _>>()?;
    let all: Vec<&Dossier> = dossiers.iter().chain(&leaders).collect();
    let mut rollups = rollups(&all, day);
    // A leader's own result is nobody's part here.
    for rollup in &mut rollups {
        rollup.parts.retain(|part| dossiers.iter().any(|d| d.id() == part.person));
    }
    rollups.retain(|rollup| !rollup.parts.is_empty());
    let roster = &desk.roster;
    let name = |id: PersonId| roster.row(id).map(|row| row.name.clone()).unwrap_or_default();
    if ctx.json {
        return out.json_list(machine_rollups(&rollups, &name));
    }
    if rollups.is_empty() {
        return out.line(&ctx.words.say("goals-empty"));
    }
    by_result(&rollups, setting, &name).iter().try_for_each(|(text, tone)| out.toned(*tone, text))
}

fn shown<'a>(dossier: &'a Dossier, year: Option<i16>, day: Date) -> Option<Shown<'a>> {
    let plan = match year {
        Some(year) => PerformancePlan::of_year(dossier, year, day)?,
        None => PerformancePlan::on(dossier, day)?,
    };
    Some(Shown { person: dossier.id(), name: dossier.person.name.clone(), plan })
}

/// Another year is looked at from its end, or from its beginning if it is still to come.
fn day_of(year: Option<i16>, today: Date) -> Date {
    match year {
        Some(year) if year < today.year() => date(year, 12, 31),
        Some(year) if year > today.year() => date(year, 1, 1),
        _ => today,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::i18n::Lang;
    use crate::reports::{goals::tests, sample};

    fn goals(args: &GoalsArgs, json: bool) -> Result<String, Failure> {
        let (roster, _) = sample::office();
        let (store, paper) = (Double::with(roster, vec![tests::office(), sample::boss()]), Paper::default());
        let ctx = Context { json, ..context(Lang::Id) };
        answer(&ctx, &mut store.desk(), args, &mut paper.output())?;
        Ok(paper.text())
    }
    fn args(name: &str, by: By) -> GoalsArgs {
        GoalsArgs { name: name.split_whitespace().map(str::to_owned).collect(), by, ..GoalsArgs::default() }
    }

    #[test]
    fn goals_stand_in_a_table_with_every_promised_column() {
        let text = goals(&args("sari", By::Person), false).unwrap();
        for part in ["SASARAN", "CAPAIAN", "Sari Dewi Lubis, S.E.", "  Arsip tertata", "belum terukur (0 dari 2)"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let text = goals(&args("", By::Result), false).unwrap();
        assert!(text.contains("Tidak menyebut RHK pimpinan") && text.contains("= belum terukur (0 dari 2)"), "{text}");
    }

    #[test]
    fn the_text_of_a_result_can_be_taken_elsewhere() {
        let text = goals(&GoalsArgs { pasted: true, ..args("sari", By::Person) }, false).unwrap();
        assert!(text.starts_with("Arsip tertata"), "{text}");
    }

    #[test]
    fn machines_get_every_indicator() {
        let value: serde_json::Value = serde_json::from_str(&goals(&args("sari", By::Person), true).unwrap()).unwrap();
        assert_eq!(value[0]["indicators"][0]["target"], "120");
        assert_eq!((&value[0]["computed"]["of"], &value[0]["tag"]), (&2.into(), &"arsip".into()));
    }

    #[test]
    fn who_has_no_plan_is_told_how_to_get_one() {
        assert_eq!(goals(&args("togar", By::Person), false).unwrap_err().message.id, "goals-no-plan");
        let past = GoalsArgs { year: Some(2020), ..args("", By::Person) };
        assert!(goals(&past, false).unwrap().contains("bina import goals"));
    }
}

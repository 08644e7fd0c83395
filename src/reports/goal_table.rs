//! Goals as plain tables, by person, by the leader's result or by status, and as stable values for machines.

use super::Tone;
use super::goals::{mean_line, progress_text, rollup_part_line, status_word, verdict_word};
use super::layout::{cut, cut_name, hanging, pad, wrap};
use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::rollup::Rollup;
use crate::domain::goal::{GoalStatus, Mean, PerformancePlan, Weighting};
use crate::domain::{Number, PersonId, PersonName, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;

/// One person's plan, to be shown.
#[derive(Clone, Debug)]
pub struct Shown<'a> {
    pub person: PersonId,
    pub name: PersonName,
    pub plan: PerformancePlan<'a>,
}

/// What tables are made with.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    pub words: &'a Words,
    pub rules: &'a RuleSet,
    pub today: Date,
    pub columns: usize,
}

pub type Line = (String, Tone);

const PROGRESS: usize = 7;
const PACE: usize = 15;
const WORD: usize = 14;
const LAST: usize = 6;

/// Everybody with the own results below; the plan's mean says how it came about.
pub fn by_person(shown: &[Shown<'_>], setting: Setting<'_>) -> Vec<Line> {
    let mut out = vec![head(setting)];
    for one in shown {
        out.push((cut(&one.name.full(), setting.columns), Tone::Title));
        out.extend(one.plan.goals.iter().map(|goal| row(&goal.result.title, goal, setting)));
        let mean = hanging("  = ", &mean_line(setting.words, &one.plan.mean), setting.columns);
        out.extend(mean.into_iter().map(|line| (line, Tone::Dim)));
    }
    out
}

/// Everybody's results by the supervisor's word, the worst first; what nothing was said of before what is settled.
pub fn by_status(shown: &[Shown<'_>], setting: Setting<'_>) -> Vec<Line> {
    use GoalStatus::{Done, Dropped, OffTrack, OnTrack, Slipping};
    let mut out = vec![head(setting)];
    for status in [Some(OffTrack), Some(Slipping), None, Some(OnTrack), Some(Done), Some(Dropped)] {
        let of = |one: &'_ Shown<'_>| one.plan.goals.iter().any(|goal| goal.result.status() == status);
        if !shown.iter().any(of) {
            continue;
        }
        let heading = status.map_or(setting.words.say("goal-no-word"), |status| status_word(setting.words, status));
        out.push((heading, Tone::Title));
        for one in shown {
            for goal in one.plan.goals.iter().filter(|goal| goal.result.status() == status) {
                let name = pad(&cut_name(&one.name, NAME), NAME);
                out.push(row(&format!("{name} {}", goal.result.title), goal, setting));
            }
        }
    }
    out
}

/// Columns of a name in front of a title.
const NAME: usize = 14;

/// The results that others support, each with how its figure came about.
pub fn by_result(rollups: &[Rollup<'_>], setting: Setting<'_>, name: &dyn Fn(PersonId) -> PersonName) -> Vec<Line> {
    let words = setting.words;
    let mut out = Vec::new();
    let below = |first: &str, text: &str| {
        let lines = hanging(first, text, setting.columns).into_iter();
        lines.map(|line| (line, Tone::Dim)).collect::<Vec<_>>()
    };
    for rollup in rollups {
        let title = if rollup.title.is_empty() { words.say("goals-supports-nothing") } else { rollup.title.clone() };
        out.extend(wrap(&title, setting.columns).into_iter().map(|line| (line, Tone::Title)));
        for part in &rollup.parts {
            let name = name(part.person);
            out.push(row(&format!("{} {}", pad(&cut_name(&name, NAME), NAME), part.goal.result.title), &part.goal, setting));
        }
        out.extend(below("  = ", &mean_line(words, &rollup.mean)));
        // Where all weigh the same, the shares say nothing more.
        if matches!(rollup.mean.weighting, Weighting::Given { .. }) {
            let counted = rollup.parts.iter().filter(|part| rollup.share_of(part).is_some());
            out.extend(
                counted.flat_map(|part| below("    ", &rollup_part_line(words, rollup, part, &name(part.person).full()))),
            );
        }
        if let Some(own) = &rollup.own {
            let mean = mean_line(words, &own.mean);
            out.extend(below("  ", &words.with("goal-rollup-own", &[("mean", mean.into())])));
        }
    }
    if !out.is_empty() {
        out.insert(0, head(setting));
    }
    if !out.is_empty() {
        out.push((words.say("goal-no-rating"), Tone::Dim));
    }
    out
}

fn head(setting: Setting<'_>) -> Line {
    let ids = ["goals-goal", "goals-progress", "goals-pace", "goals-word", "goals-last"];
    (line(ids.map(|id| setting.words.say(id)), setting.columns), Tone::Dim)
}

fn row(title: &str, goal: &Goal<'_>, setting: Setting<'_>) -> Line {
    let words = setting.words;
    let nothing = || "–".to_owned();
    let verdict = goal.verdict(setting.rules);
    let last = goal.last_check_in().map_or_else(nothing, |day| match day.year() == setting.today.year() {
        true => words.day_month(day).trim_start().to_owned(),
        false => format!("{:02}/{}", day.month(), day.year() % 100),
    });
    let cells = [
        format!("  {title}"),
        progress_text(words, goal.mean.value),
        verdict.map_or_else(nothing, |verdict| verdict_word(words, verdict)),
        goal.result.status().map_or_else(nothing, |status| status_word(words, status)),
        last,
    ];
    let settled = goal.result.status().is_some_and(GoalStatus::is_settled);
    let tone = match goal.result.status() {
        _ if settled => Tone::Dim,
        Some(GoalStatus::OffTrack) => Tone::Attention,
        _ if goal.disagrees(setting.rules) => Tone::Attention,
        _ => Tone::Plain,
    };
    (line(cells, setting.columns), tone)
}

fn line([title, progress, pace, word, last]: [String; 5], columns: usize) -> String {
    let rest = columns.saturating_sub(PROGRESS + PACE + WORD + LAST + 4).max(8);
    let parts = [pad(&title, rest), pad(&progress, PROGRESS), pad(&pace, PACE), pad(&word, WORD), cut(&last, LAST)];
    cut(parts.join(" ").trim_end(), columns)
}

/// One element of `bina goals --json`. The shape is a promise: fields are added, never changed. Figures are exact
/// decimals as text, shares with 1 for the target.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GoalRow {
    pub person: String,
    pub name: String,
    pub result: String,
    pub title: String,
    pub tag: String,
    pub class: &'static str,
    pub supports: Option<String>,
    pub from: Date,
    pub until: Date,
    pub due: Date,
    pub weight: Option<String>,
    pub progress: Option<String>,
    pub computed: Computed,
    /// `reached`, `on-pace`, `slipping`, `behind`.
    pub verdict: Option<&'static str>,
    /// `on-track`, `slipping`, `off-track`, `done`, `dropped`.
    pub status: Option<&'static str>,
    pub disagrees: bool,
    pub last_check_in: Option<Date>,
    pub indicators: Vec<IndicatorRow>,
}

/// How a figure was put together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Computed {
    /// `given`, `equal`, `incomplete`.
    pub weighting: &'static str,
    pub measured: usize,
    pub of: usize,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct IndicatorRow {
    pub id: String,
    pub title: String,
    /// `higher`, `lower`, `within`, `yes-no`, `milestones`, `described`.
    pub kind: &'static str,
    /// `total`, `level`.
    pub accrual: &'static str,
    pub unit: String,
    pub baseline: Option<String>,
    pub target: Option<String>,
    pub target_open: bool,
    pub value: Option<String>,
    pub on: Option<Date>,
    pub progress: Option<String>,
    pub verdict: Option<&'static str>,
}

/// A leader's result for machines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RollupRow {
    pub title: String,
    pub progress: Option<String>,
    pub computed: Computed,
    pub parts: Vec<PartRow>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PartRow {
    pub person: String,
    pub name: String,
    pub result: String,
    pub title: String,
    pub progress: Option<String>,
    /// Percent of the figure; none if it does not count.
    pub share: Option<String>,
}

/// All goals for machines.
pub fn machine_rows(shown: &[Shown<'_>], rules: &RuleSet) -> Vec<GoalRow> {
    shown.iter().flat_map(|one| one.plan.goals.iter().map(move |goal| machine_row(one, goal, rules))).collect()
}

fn machine_row(one: &Shown<'_>, goal: &Goal<'_>, rules: &RuleSet) -> GoalRow {
    let result = goal.result;
    GoalRow {
        person: one.person.to_string(),
        name: one.name.full(),
        result: result.id.to_string(),
        title: result.title.clone(),
        tag: result.tag.clone(),
        class: result.class.id(),
        supports: result.supports.as_ref().map(|s| s.title.clone()),
        from: result.period.from,
        until: result.period.until,
        due: result.due(),
        weight: result.weight.map(|weight| weight.to_string()),
        progress: share(goal.mean.value),
        computed: Computed::of(&goal.mean),
        verdict: goal.verdict(rules).map(|verdict| verdict.id()),
        status: result.status().map(GoalStatus::id),
        disagrees: goal.disagrees(rules),
        last_check_in: goal.last_check_in(),
        indicators: goal.standings.iter().map(|standing| indicator_row(standing, rules)).collect(),
    }
}

fn indicator_row(standing: &Standing<'_>, rules: &RuleSet) -> IndicatorRow {
    let indicator = standing.indicator;
    let text = |number: Option<Number>| number.map(|number| number.to_string());
    IndicatorRow {
        id: indicator.id.to_string(),
        title: indicator.title.clone(),
        kind: indicator.measure.id(),
        accrual: indicator.accrual.id(),
        unit: indicator.unit.clone(),
        baseline: text(indicator.measure.baseline()),
        target: text(indicator.measure.target()),
        target_open: indicator.target_open,
        value: text(standing.value),
        on: standing.check_ins.last().map(|c| c.on),
        progress: share(standing.progress),
        verdict: standing.verdict(rules).map(|verdict| verdict.id()),
    }
}

pub fn machine_rollups(rollups: &[Rollup<'_>], name: &dyn Fn(PersonId) -> PersonName) -> Vec<RollupRow> {
    let part = |rollup: &Rollup<'_>, part: &crate::domain::goal::rollup::Part<'_>| PartRow {
        person: part.person.to_string(),
        name: name(part.person).full(),
        result: part.goal.result.id.to_string(),
        title: part.goal.result.title.clone(),
        progress: share(part.goal.mean.value),
        share: rollup.share_of(part).map(|share| share.rounded(2).to_string()),
    };
    let row = |rollup: &Rollup<'_>| RollupRow {
        title: rollup.title.clone(),
        progress: share(rollup.mean.value),
        computed: Computed::of(&rollup.mean),
        parts: rollup.parts.iter().map(|one| part(rollup, one)).collect(),
    };
    rollups.iter().map(row).collect()
}

impl Computed {
    fn of(mean: &Mean) -> Self {
        Computed { weighting: mean.weighting.id(), measured: mean.measured, of: mean.of }
    }
}

fn share(share: Option<Number>) -> Option<String> {
    share.map(|share| share.rounded(4).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::language::clean::width;
    use crate::i18n::Lang;
    use crate::reports::{goals::tests::office, sample};

    #[test]
    fn the_table_fits_its_columns_and_says_how_figures_came_about() {
        let dossier = office();
        let plan = PerformancePlan::on(&dossier, sample::TODAY).unwrap();
        let shown = [Shown { person: dossier.id(), name: dossier.person.name.clone(), plan }];
        let words = Words::new(Lang::Id);
        for columns in [60, 80, 120] {
            let rules = RuleSet::default();
            let setting = Setting { words: &words, rules: &rules, today: sample::TODAY, columns };
            let lines = [by_person(&shown, setting), by_status(&shown, setting)].concat();
            assert!(lines.iter().all(|(line, _)| width(line) <= columns), "{lines:#?}");
            assert!(lines.iter().any(|(line, _)| line == "  = belum terukur (0 dari 2)"), "{lines:#?}");
            assert!(lines.iter().any(|(line, _)| line == "belum dinyatakan"), "{lines:#?}");
        }
    }
}

//! Goals in words: what is measured, how far it is, what the pace and the supervisor say, and how any figure came
//! about. Screens, tables and the brief say goals with these functions and with no others.
//!
//! A figure is never said as a rating: it is a share of a target, a pace, or a mean that names its weights.

use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::rollup::{Part, Rollup};
use crate::domain::goal::{
    Accrual, Approach, Aspect, CheckIn, Concern, Formula, GoalStatus, Indicator, Mean, Measure, Pace, Perspective,
    ResultClass, ResultScope, Revision, StatusWord, Verdict, Weighting, WorkResult,
};
use crate::domain::{Number, PersonId, RuleSet};
use crate::i18n::{Arg, Words};

/// What nothing is known of.
const NOTHING: &str = "–";

/// The supervisor's word: `sesuai rencana`, `tersendat`.
pub fn status_word(words: &Words, status: GoalStatus) -> String {
    words.say(&format!("goal-status-{}", status.id()))
}

/// The computed counterpart: `sesuai laju`, `tertinggal`.
pub fn verdict_word(words: &Words, verdict: Verdict) -> String {
    words.say(&format!("goal-verdict-{}", verdict.id()))
}

pub fn class_word(words: &Words, class: ResultClass) -> String {
    words.say(&format!("goal-class-{}", class.id()))
}

pub fn scope_word(words: &Words, scope: ResultScope) -> String {
    words.say(&format!("goal-scope-{}", scope.id()))
}

pub fn approach_word(words: &Words, approach: Approach) -> String {
    words.say(&format!("goal-approach-{}", approach.id()))
}

pub fn aspect_word(words: &Words, aspect: Aspect) -> String {
    words.say(&format!("goal-aspect-{}", aspect.id()))
}

pub fn perspective_word(words: &Words, perspective: Perspective) -> String {
    words.say(&format!("goal-perspective-{}", perspective.id()))
}

/// How values follow each other: `jumlah sejak awal periode`.
pub fn accrual_word(words: &Words, accrual: Accrual) -> String {
    words.say(&format!("goal-accrual-{}", accrual.id()))
}

/// The kind of an indicator, for lists to choose from: `makin besar makin baik`.
pub fn kind_word(words: &Words, measure: &Measure) -> String {
    words.say(&format!("goal-kind-{}", measure.id()))
}

/// A figure with its unit: `84 boks`, `97,5%`, `Rp 12.500.000`.
pub fn figure(words: &Words, number: Number, unit: &str) -> String {
    let number = words.decimal(number);
    match unit {
        "" => number,
        "%" => format!("{number}%"),
        rupiah if rupiah.trim_end_matches('.').eq_ignore_ascii_case("rp") => format!("Rp {number}"),
        unit => format!("{number} {unit}"),
    }
}

/// A value of an indicator: `84 boks`, `ya`, `2 dari 4 langkah`.
pub fn value_text(words: &Words, indicator: &Indicator, value: Number) -> String {
    match &indicator.measure {
        Measure::YesNo => words.say(if value == Number::ONE { "goal-yes" } else { "goal-no" }),
        Measure::Milestones { steps } => {
            words.with("goal-steps-done", &[("done", words.decimal(value).into()), ("of", steps.len().into())])
        }
        _ => figure(words, value, &indicator.unit),
    }
}

/// What counts as reached: `naik dari 20 ke 120 boks`, `paling banyak 3 temuan`.
pub fn measure_line(words: &Words, indicator: &Indicator) -> String {
    let line = measure_text(words, &indicator.measure, &indicator.unit);
    if indicator.target_open { words.with("goal-target-open", &[("measure", line.into())]) } else { line }
}

/// The same of a measure that may not hold any more.
pub fn measure_text(words: &Words, measure: &Measure, unit: &str) -> String {
    let plain = |number: &Number| Arg::from(words.decimal(*number));
    let with_unit = |number: &Number| Arg::from(figure(words, *number, unit));
    match measure {
        Measure::Higher { baseline: Some(from), target } => {
            words.with("goal-measure-up", &[("from", plain(from)), ("target", with_unit(target))])
        }
        Measure::Higher { baseline: None, target } => words.with("goal-measure-least", &[("target", with_unit(target))]),
        Measure::Lower { baseline: Some(from), target } => {
            words.with("goal-measure-down", &[("from", plain(from)), ("target", with_unit(target))])
        }
        Measure::Lower { baseline: None, target } => words.with("goal-measure-most", &[("target", with_unit(target))]),
        Measure::Within { low, high } => {
            words.with("goal-measure-within", &[("low", plain(low)), ("high", with_unit(high))])
        }
        Measure::Milestones { steps } => {
            words.with("goal-measure-steps", &[("count", steps.len().into()), ("steps", steps.join(", ").into())])
        }
        Measure::YesNo => words.say("goal-measure-yes-no"),
        Measure::Described => words.say("goal-measure-described"),
    }
}

/// A share of a target in whole percent: `70%`, `1.250%`; a dash where nothing is computed.
pub fn progress_text(words: &Words, progress: Option<Number>) -> String {
    progress.map_or(NOTHING.to_owned(), |share| format!("{}%", words.number(share.percent())))
}

/// The pace on one line: `70% dari target saat 89% waktu berjalan: agak tertinggal`.
pub fn pace_line(words: &Words, pace: &Pace, verdict: Verdict) -> String {
    let args = [
        ("progress", progress_text(words, Some(pace.progress)).into()),
        ("passed", progress_text(words, Some(pace.passed)).into()),
        ("verdict", verdict_word(words, verdict).into()),
    ];
    words.with("goal-pace", &args)
}

/// Why a goal wants to be looked at: `lewat 3 hari`, `nilai 41 hari lalu`.
pub fn concern_text(words: &Words, concern: Concern) -> String {
    match concern {
        Concern::OffTrack => status_word(words, GoalStatus::OffTrack),
        Concern::Slipping => status_word(words, GoalStatus::Slipping),
        Concern::Disagrees => words.say("goal-concern-disagrees"),
        Concern::Late { days } => words.with("goal-concern-late", &[("days", days.into())]),
        Concern::Soon { days } => words.with("goal-concern-soon", &[("days", days.into())]),
        Concern::Old { days } => words.with("goal-concern-old", &[("days", days.into())]),
    }
}

/// Where the supervisor's word and the pace say different things, both; else nothing.
pub fn disagreement_line(words: &Words, goal: &Goal<'_>, rules: &RuleSet) -> Option<String> {
    let (said, computed) = (goal.result.status()?, goal.verdict(rules)?);
    let args = [("word", status_word(words, said).into()), ("verdict", verdict_word(words, computed).into())];
    goal.disagrees(rules).then(|| words.with("goal-disagree", &args))
}

/// How figures were put together: `62%: rata-rata menurut bobot, 2 dari 3 terukur`.
pub fn mean_line(words: &Words, mean: &Mean) -> String {
    let progress = Arg::from(progress_text(words, mean.value));
    let (measured, of) = (Arg::from(mean.measured), Arg::from(mean.of));
    if mean.value.is_none() {
        return words.with("goal-mean-nothing", &[("of", of)]);
    }
    match mean.weighting {
        _ if mean.of == 1 => words.with("goal-mean-single", &[("progress", progress)]),
        Weighting::Given { total } if mean.weighting.is_off() => {
            let total = Arg::from(words.decimal(total));
            words.with("goal-mean-off", &[("progress", progress), ("measured", measured), ("of", of), ("total", total)])
        }
        Weighting::Given { .. } => {
            words.with("goal-mean-given", &[("progress", progress), ("measured", measured), ("of", of)])
        }
        Weighting::Equal => words.with("goal-mean-equal", &[("progress", progress), ("measured", measured), ("of", of)]),
        Weighting::Incomplete => {
            words.with("goal-mean-incomplete", &[("progress", progress), ("measured", measured), ("of", of)])
        }
    }
}

/// The formula with its numbers: `(nilai − awal) ÷ (target − awal) = (84 − 20) ÷ (120 − 20) = 64%`.
pub fn formula_line(words: &Words, indicator: &Indicator, value: Number) -> Option<String> {
    let measure = &indicator.measure;
    let formula = measure.formula(indicator.accrual)?;
    let progress = measure.progress(indicator.accrual, value);
    // Behind a sign of arithmetic, what is below zero stands in brackets.
    let number = |number: Number| {
        let text = words.decimal(number);
        Arg::from(if number.is_negative() { format!("({text})") } else { text })
    };
    let or_zero = |number: Option<Number>| number.unwrap_or(Number::ZERO);
    let mut args = vec![("value", number(value)), ("progress", progress_text(words, progress).into())];
    match (measure, formula) {
        (Measure::Within { low, high }, _) => args.extend([("low", number(*low)), ("high", number(*high))]),
        (_, Formula::YesNo | Formula::KeptAtZero) => {}
        _ => args.extend([("target", number(or_zero(measure.target()))), ("baseline", number(or_zero(measure.baseline())))]),
    }
    Some(words.with(&format!("formula-{}", formula.id()), &args))
}

/// "Why?" of an indicator: what is measured, the formula with numbers, the dated value, the time that had passed.
pub fn why_standing(words: &Words, result: &WorkResult, standing: &Standing<'_>, rules: &RuleSet) -> Vec<String> {
    let indicator = standing.indicator;
    let mut out = vec![words.with("goal-why-measure", &[("measure", measure_line(words, indicator).into())])];
    if matches!(indicator.measure, Measure::Higher { .. } | Measure::Lower { .. } | Measure::Within { .. }) {
        out.push(words.with("goal-why-values", &[("accrual", accrual_word(words, indicator.accrual).into())]));
    }
    out.extend(indicator.revisions.iter().map(|revision| revision_line(words, indicator, revision)));
    let held = standing.check_ins.iter().rev().find(|c| c.value.is_some() || indicator.measure == Measure::Described);
    match held {
        Some(held) => out.push(check_in_line(words, indicator, held)),
        None => out.push(words.say("goal-why-no-value")),
    }
    if indicator.target_open {
        out.push(words.say("goal-why-target-open"));
        return out;
    }
    if let Some(line) = standing.value.and_then(|value| formula_line(words, indicator, value)) {
        out.push(words.with("goal-why-progress", &[("formula", line.into())]));
    }
    if let (Some(pace), Some(verdict)) = (&standing.pace, standing.verdict(rules)) {
        out.extend(why_pace(words, result, indicator, pace, verdict, rules));
    }
    out
}

fn why_pace(
    words: &Words,
    result: &WorkResult,
    indicator: &Indicator,
    pace: &Pace,
    verdict: Verdict,
    rules: &RuleSet,
) -> Vec<String> {
    let percent = |share: Number| Arg::from(progress_text(words, Some(share)));
    let period = result.period_of(indicator);
    let days = (period.passed(pace.on).times(Number::from(period.days()))).rounded(0);
    let time = [
        ("passed", percent(pace.passed)),
        ("days", words.decimal(days).into()),
        ("of", words.number(period.days()).into()),
        ("on", pace.on.into()),
    ];
    let verdict = ("verdict", Arg::from(verdict_word(words, verdict)));
    let ratio = ("ratio", percent(pace.ratio));
    let line = match indicator.measure.formula(indicator.accrual) {
        Some(Formula::Limit) => words.with("goal-why-pace-limit", &[("passed", percent(pace.passed)), ratio, verdict]),
        _ if pace.expected.is_zero() => words.with("goal-why-pace-later", &[("due", period.until.into()), verdict]),
        _ => {
            let args = [("progress", percent(pace.progress)), ("expected", percent(pace.expected)), ratio, verdict];
            words.with("goal-why-pace", &args)
        }
    };
    let thresholds = [
        ("on", Arg::from(usize::from(rules.pace_on_percent))),
        ("slipping", Arg::from(usize::from(rules.pace_slipping_percent))),
        ("rules", rules.name.as_str().into()),
    ];
    vec![words.with("goal-why-time", &time), line, words.with("goal-why-rules", &thresholds)]
}

/// A dated value as it was written: `84 boks pada 21 Nov 2026 (Togar): boks 61-84 selesai [BA-12/2026]`.
pub fn check_in_line(words: &Words, indicator: &Indicator, check_in: &CheckIn) -> String {
    let value = check_in.value.map(|value| value_text(words, indicator, value));
    let (note, evidence) = (check_in.note.get(), check_in.evidence.get());
    let described = value.is_none();
    let args = [
        ("value", Arg::from(value.unwrap_or_else(|| note.clone()))),
        ("on", check_in.on.into()),
        ("by", check_in.by.name.as_str().into()),
    ];
    let mut line = words.with("goal-check-in", &args);
    if !note.is_empty() && !described {
        line = format!("{line}: {note}");
    }
    if evidence.is_empty() { line } else { format!("{line} [{evidence}]") }
}

fn revision_line(words: &Words, indicator: &Indicator, revision: &Revision) -> String {
    let args = [
        ("measure", Arg::from(measure_text(words, &revision.was, &indicator.unit))),
        ("on", revision.on.into()),
        ("reason", revision.reason.as_str().into()),
        ("by", revision.by.name.as_str().into()),
    ];
    words.with("goal-revision", &args)
}

/// The supervisor's word with its day: `tersendat sejak 3 Mei 2026 (Togar): menunggu rak`.
pub fn word_line(words: &Words, word: &StatusWord) -> String {
    let args =
        [("word", Arg::from(status_word(words, word.status))), ("on", word.on.into()), ("by", word.by.name.as_str().into())];
    let line = words.with("goal-word", &args);
    if word.reason.is_empty() { line } else { format!("{line}: {}", word.reason) }
}

/// "Why?" of a result: how its indicators were put together, each with its own reasons below, and the word beside it.
pub fn why_goal(words: &Words, goal: &Goal<'_>, rules: &RuleSet) -> Vec<String> {
    let mut out = vec![mean_line(words, &goal.mean)];
    out.extend(goal.result.words.last().map(|word| word_line(words, word)));
    out.extend(disagreement_line(words, goal, rules));
    for standing in &goal.standings {
        out.push(part_line(words, &standing.indicator.title, standing.progress, standing.indicator.weight));
        out.extend(why_standing(words, goal.result, standing, rules).into_iter().map(|line| format!("  {line}")));
    }
    out
}

/// "Why?" of a roll-up: how the supporting results were put together, and each of them. `name` says who somebody is.
pub fn why_rollup(words: &Words, rollup: &Rollup<'_>, name: &dyn Fn(PersonId) -> String) -> Vec<String> {
    let mut out = vec![mean_line(words, &rollup.mean)];
    if let Some(own) = &rollup.own {
        out.push(words.with("goal-rollup-own", &[("mean", mean_line(words, &own.mean).into())]));
    }
    out.extend(rollup.parts.iter().map(|part| rollup_part_line(words, rollup, part, &name(part.person))));
    out.push(words.say("goal-no-rating"));
    out
}

/// One supporting result: who, how far, how much it counts, and of which day the value is.
pub fn rollup_part_line(words: &Words, rollup: &Rollup<'_>, part: &Part<'_>, name: &str) -> String {
    let goal = &part.goal;
    let head = [("name", Arg::from(name)), ("title", goal.result.title.as_str().into())];
    let [name, title] = head;
    match (rollup.share_of(part), goal.mean.value) {
        (Some(share), value) => {
            let progress = Arg::from(progress_text(words, value));
            let share = Arg::from(words.decimal(share.rounded(0)));
            let newest = goal.standings.iter().filter_map(|s| s.check_ins.last()).map(|c| c.on).max();
            let on = Arg::from(newest.map_or(NOTHING.to_owned(), |day| words.short_day(day)));
            words.with("goal-rollup-part", &[name, title, ("progress", progress), ("share", share), ("on", on)])
        }
        _ if goal.result.is_dropped() => words.with("goal-rollup-dropped", &[name, title]),
        _ => words.with("goal-rollup-unmeasured", &[name, title]),
    }
}

fn part_line(words: &Words, title: &str, progress: Option<Number>, weight: Option<Number>) -> String {
    let progress = Arg::from(progress_text(words, progress));
    match weight {
        Some(weight) => {
            let weight = Arg::from(words.decimal(weight));
            words.with("goal-part-weighed", &[("title", title.into()), ("progress", progress), ("weight", weight)])
        }
        None => words.with("goal-part", &[("title", title.into()), ("progress", progress)]),
    }
}

#[cfg(test)]
pub(crate) mod tests;

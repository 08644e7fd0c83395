//! What the screens of evaluation say: ratings and predikat in a few letters, how far a paper is, the way of an objection
//! with its clock, the unit's counts. For the supervisor; nobody is ranked by any of it.

use super::Tone;
use super::competencies::behaviour_word;
use super::evaluations::{objection_deadline, predicate_word, result_word};
use crate::domain::calendar::DayUnit;
use crate::domain::competency::{BehaviourValue, ExpectationRating};
use crate::domain::evaluation::objection::{Decision, ObjectionState, Side};
use crate::domain::evaluation::pattern::{Allowed, Counts};
use crate::domain::evaluation::stage::{Stage, Standing};
use crate::domain::evaluation::{Evaluation, Guard, GuardState, Objection, ObjectionStep, Predicate};
use crate::domain::goal::Measure;
use crate::domain::goal::plan::Standing as Measured;
use crate::domain::period::days_between;
use crate::domain::{Acknowledgement, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;

/// Its digit on the page that rates, and its word: `1 di atas`.
pub fn rated(words: &Words, rating: ExpectationRating) -> String {
    words.say(match rating {
        ExpectationRating::Above => "rated-above",
        ExpectationRating::Meets => "rated-meets",
        ExpectationRating::Below => "rated-below",
    })
}

/// `sesuai`, for the reason of a predikat.
pub fn short_rating(words: &Words, rating: ExpectationRating) -> String {
    words.say(match rating {
        ExpectationRating::Above => "rating-word-above",
        ExpectationRating::Meets => "rating-word-meets",
        ExpectationRating::Below => "rating-word-below",
    })
}

/// The digit alone, as the legend beside it says.
pub fn digit(rating: ExpectationRating) -> char {
    match rating {
        ExpectationRating::Above => '1',
        ExpectationRating::Meets => '2',
        ExpectationRating::Below => '3',
    }
}

/// A value in a word.
pub fn value_short(words: &Words, value: BehaviourValue) -> String {
    words.say(match value {
        BehaviourValue::ServiceOriented => "value-short-service-oriented",
        BehaviourValue::Accountable => "value-short-accountable",
        BehaviourValue::Competent => "value-short-competent",
        BehaviourValue::Harmonious => "value-short-harmonious",
        BehaviourValue::Loyal => "value-short-loyal",
        BehaviourValue::Adaptive => "value-short-adaptive",
        BehaviourValue::Collaborative => "value-short-collaborative",
    })
}

/// `SB`, `B`, `BP`, `K`, `SK`.
pub fn short(words: &Words, predicate: Predicate) -> String {
    words.say(match predicate {
        Predicate::VeryGood => "predicate-short-very-good",
        Predicate::Good => "predicate-short-good",
        Predicate::NeedsImprovement => "predicate-short-needs-improvement",
        Predicate::Poor => "predicate-short-poor",
        Predicate::VeryPoor => "predicate-short-very-poor",
    })
}

pub fn stage_word(words: &Words, stage: Stage) -> String {
    words.say(match stage {
        Stage::Objected => "evaluation-stage-objected",
        Stage::Undecided => "evaluation-stage-undecided",
        Stage::Judged => "evaluation-stage-judged",
        Stage::HandedOver => "evaluation-stage-handed-over",
        Stage::Read => "evaluation-stage-read",
        Stage::Signed => "evaluation-stage-signed",
        Stage::Decided => "evaluation-stage-decided",
        Stage::NotAssessed => "evaluation-stage-not-assessed",
    })
}

/// `412 dari 480 berkas`: a value beside its target, or what there is of both.
pub fn value_of(words: &Words, measured: &Measured<'_>) -> String {
    let indicator = measured.indicator;
    let unit = &indicator.unit;
    let target = match &indicator.measure {
        Measure::Higher { target, .. } | Measure::Lower { target, .. } => super::goals::figure(words, *target, unit),
        Measure::Within { low, high } => {
            format!("{}–{}", words.decimal(*low), super::goals::figure(words, *high, unit))
        }
        Measure::Milestones { .. } | Measure::YesNo => {
            return measured.value.map_or("–".to_owned(), |value| super::goals::value_text(words, indicator, value));
        }
        Measure::Described => {
            let note = measured.check_ins.last().map(|value| value.note.get().clone());
            return note.unwrap_or_else(|| "–".to_owned());
        }
    };
    let value = measured.value.map_or("–".to_owned(), |value| words.decimal(value));
    words.with("evaluation-value-of", &[("value", value.into()), ("target", target.into())])
}

// --- the unit ------------------------------------------------------------------------------------------------------

/// `SB 2  B 7  BP 1  K 0  SK 0  belum 4`.
pub fn counts(words: &Words, counts: Counts, undecided: u32) -> String {
    let one = |predicate: Predicate| format!("{} {}", short(words, predicate), counts[predicate.place()]);
    let mut parts: Vec<String> = Predicate::ALL.into_iter().map(one).collect();
    if undecided > 0 {
        parts.push(words.with("guard-open-short", &[("count", undecided.into())]));
    }
    parts.join("  ")
}

/// What the pattern limits: `B paling banyak 9`, `BP + K paling sedikit 1`.
pub fn allowed(words: &Words, allowed: &Allowed, n: u32) -> String {
    let names: Vec<String> = allowed.of.iter().map(|predicate| short(words, *predicate)).collect();
    let args = [("names", names.join(" + ").into()), ("min", allowed.min.into()), ("max", allowed.max.into())];
    words.with(
        match (allowed.min, allowed.max >= n) {
            (_, true) => "guard-allowed-least",
            (0, _) => "guard-allowed-most",
            _ => "guard-allowed-range",
        },
        &args,
    )
}

/// The unit's result and how many people the figures are of.
pub fn unit_line(words: &Words, guard: &Guard) -> String {
    let unit = guard.result.map_or_else(|| words.say("guard-not-set"), |result| result_word(words, result));
    words.with("guard-unit", &[("unit", unit.into()), ("count", guard.population.n().into())])
}

/// Whether the pattern is met, in persons and without a name.
pub fn state_text(words: &Words, guard: &Guard) -> String {
    let open = guard.population.undecided > 0;
    match guard.state {
        GuardState::Off => words.say("guard-off"),
        GuardState::ResultNotSet => words.say("guard-result-not-set"),
        GuardState::Nobody => words.say("guard-nobody"),
        GuardState::Infeasible => words.with("guard-infeasible", &[("count", guard.population.n().into())]),
        GuardState::Short(0) if open => words.say("guard-can-be-met"),
        GuardState::Short(0) => words.say("guard-met"),
        GuardState::Short(short) => {
            words.with(if open { "guard-short-if" } else { "guard-short" }, &[("count", short.into())])
        }
    }
}

/// The same behind the counts: a few words.
pub fn state_short(words: &Words, guard: &Guard) -> String {
    let open = guard.population.undecided > 0;
    match guard.state {
        GuardState::Off => words.say("guard-off-short"),
        GuardState::ResultNotSet => words.say("guard-no-pattern-short"),
        GuardState::Nobody => String::new(),
        GuardState::Infeasible => words.say("guard-infeasible-short"),
        GuardState::Short(0) if open => words.say("guard-can-be-met-short"),
        GuardState::Short(0) => words.say("guard-met-short"),
        GuardState::Short(short) => {
            words.with(if open { "guard-short-if-short" } else { "guard-short-short" }, &[("count", short.into())])
        }
    }
}

// --- paper and objection -------------------------------------------------------------------------------------------

/// What became of the paper, the most urgent first; nothing while nobody has judged.
pub fn paper_lines(words: &Words, standing: &Standing<'_>, rules: &RuleSet, today: Date) -> Vec<(String, Tone)> {
    let mut out = vec![];
    if let Some(objection) = standing.objection {
        out.extend(objection_lines(words, objection, rules, today));
    }
    let Some(evaluation) = standing.evaluation else { return out };
    let Some(paper) = &evaluation.handed_over else {
        if evaluation.is_assessed() {
            out.push((words.say("paper-not-handed-over"), Tone::Plain));
        }
        return out;
    };
    let args = [("day", words.long_day(paper.on).into()), ("code", paper.receipt.as_str().into())];
    out.push((words.with("paper-handed-over", &args), Tone::Plain));
    match &paper.answer {
        Some(answer) => out.push((answer_line(words, answer), Tone::Plain)),
        None => out.extend(until_line(words, evaluation, rules, today)),
    }
    out
}

fn answer_line(words: &Words, answer: &Acknowledgement) -> String {
    let (id, on) = match answer {
        Acknowledgement::SignedOnPaper { on } => ("paper-signed", on),
        Acknowledgement::Read { on } => ("paper-read", on),
        Acknowledgement::Objects { on, .. } => ("paper-objected", on),
    };
    words.with(id, &[("day", words.long_day(*on).into())])
}

/// Until when it can be objected to: by the unit that the agency has settled, else by both.
fn until_line(words: &Words, evaluation: &Evaluation, rules: &RuleSet, today: Date) -> Option<(String, Tone)> {
    let due = objection_deadline(evaluation, rules)?;
    let args = [("calendar", due.calendar.into()), ("working", due.working.into())];
    let (last, text) = match rules.objection_unit {
        DayUnit::Both => (due.calendar.max(due.working), words.with("paper-objection-until", &args)),
        DayUnit::Calendar => (due.calendar, words.with("paper-until-calendar", &args)),
        DayUnit::Working => (due.working, words.with("paper-until-working", &args)),
    };
    Some(match last < today {
        true => (words.say("paper-objection-over"), Tone::Dim),
        false => (text, Tone::Plain),
    })
}

/// In one line for a list: whose turn it is, since how many days.
pub fn objection_clock(words: &Words, objection: &Objection, today: Date) -> String {
    let days = days_between(objection.on, today) + 1;
    let turn = words.say(match objection.state() {
        ObjectionState::Filed => "objection-turn-forward",
        ObjectionState::Forwarded => "objection-turn-explain",
        ObjectionState::Explained => "objection-turn-decide",
        ObjectionState::Decided | ObjectionState::TakenBack => "objection-turn-none",
    });
    words.with("objection-clock", &[("days", days.into()), ("turn", turn.into())])
}

/// The way of an objection: its clock, what is contested, each step with its day.
pub fn objection_lines(words: &Words, objection: &Objection, rules: &RuleSet, today: Date) -> Vec<(String, Tone)> {
    let mut out = vec![];
    if objection.is_open() {
        out.push((objection_clock(words, objection, today), Tone::Alarm));
    }
    for step in &objection.steps {
        out.extend(step_lines(words, step).into_iter().map(|line| (line, Tone::Plain)));
    }
    if let Some(due) = objection.deadline(rules) {
        let args = [("calendar", due.calendar.into()), ("working", due.working.into())];
        out.push((words.with("objection-in-time", &args), Tone::Dim));
    }
    if objection.lateness(rules).is_late(rules.objection_unit) {
        out.push((words.say("objection-late"), Tone::Attention));
    }
    if objection.is_open() {
        out.push((words.say("objection-no-limit"), Tone::Dim));
    }
    out
}

fn step_lines(words: &Words, step: &ObjectionStep) -> Vec<String> {
    let day = |on: Date| ("day", words.long_day(on).into());
    match step {
        ObjectionStep::Filed { on, grounds, asks } => {
            let mut out = vec![words.with("objection-filed-on", &[day(*on)])];
            for ground in grounds {
                out.push(words.with("objection-ground", &[("text", ground.reason.get().as_str().into())]));
                let evidence = ground.evidence.get();
                if !evidence.is_empty() {
                    out.push(words.with("objection-ground-evidence", &[("text", evidence.as_str().into())]));
                }
            }
            if !asks.get().is_empty() {
                out.push(words.with("objection-asked", &[("text", asks.get().as_str().into())]));
            }
            out
        }
        ObjectionStep::Forwarded { on, to } => {
            vec![words.with("objection-forwarded-on", &[day(*on), ("to", to.as_str().into())])]
        }
        ObjectionStep::Explained { on, by, words: said } => {
            let id = if *by == Side::Assessor { "objection-explained-mine" } else { "objection-explained-theirs" };
            vec![words.with(id, &[day(*on), ("text", said.get().as_str().into())])]
        }
        ObjectionStep::Decided { on, by, decision, reason } => {
            let what = match decision {
                Decision::Upheld => words.say("objection-upheld"),
                Decision::Changed { results, behaviour, .. } => {
                    let ratings = [
                        ("results", behaviour_word(words, *results).into()),
                        ("behaviour", behaviour_word(words, *behaviour).into()),
                    ];
                    words.with("objection-changed-to", &ratings)
                }
                Decision::Amended { words: said } => said.get().clone(),
            };
            let args =
                [day(*on), ("by", by.as_str().into()), ("what", what.into()), ("reason", reason.get().as_str().into())];
            vec![words.with("objection-decided-on", &args)]
        }
        ObjectionStep::TakenBack { on } => vec![words.with("objection-taken-back-on", &[day(*on)])],
    }
}

/// The last judgement of an earlier period: `TW III 2026: sesuai, sesuai, Baik`.
pub fn before_line(words: &Words, evaluation: &Evaluation, rules: &RuleSet) -> String {
    let rating = |rating: Option<ExpectationRating>| rating.map_or("–".to_owned(), |r| rated(words, r));
    let predicate = evaluation.predicate(rules).map(|predicate| predicate_word(words, predicate)).unwrap_or_default();
    let args = [
        ("period", words.evaluation_period(evaluation.period).into()),
        ("results", rating(evaluation.results()).into()),
        ("behaviour", rating(evaluation.behaviour()).into()),
        ("predicate", predicate.into()),
    ];
    words.with("evaluation-before", &args)
}

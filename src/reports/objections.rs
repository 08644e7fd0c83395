//! An objection in words: what it says, how long it waits, whose move it is, whether it came in time.

use crate::domain::calendar::Calendar;
use crate::domain::evaluation::objection::{Contested, ObjectionAbout, ObjectionState};
use crate::domain::period::days_between;
use crate::domain::{Objection, RuleSet};
use crate::i18n::{Arg, Words};
use jiff::civil::Date;

/// `“Angka belum final.” · lembar 19 Okt`.
pub fn said(words: &Words, contested: &Contested<'_>) -> String {
    let about = match contested.about {
        ObjectionAbout::Session(_) => words.with("objection-about-sheet", &[("day", contested.received.into())]),
        ObjectionAbout::Evaluation(_) => words.say("objection-about-evaluation"),
    };
    words.with("objection-said", &[("text", contested.words.into()), ("about", about.into())])
}

/// `hari ke-3 · teruskan ke atasan Anda`, with the days that are left where a rule gives some.
pub fn state(words: &Words, contested: &Contested<'_>, rules: &RuleSet, today: Date) -> String {
    let day = days_between(contested.on, today).max(0) + 1;
    let day = words.with("objection-day", &[("n", day.into())]);
    let late = contested.is_late(rules).then(|| words.say("objection-late-mark"));
    let left =
        decision_days_left(contested, rules, today).map(|days| words.with("objection-left", &[("days", days.into())]));
    let parts = [Some(day), late, left, Some(next_move(words, contested.state()))];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// `hari ke-3 · teruskan`, for a row in which the words have to be read, too.
pub fn short_state(words: &Words, contested: &Contested<'_>, rules: &RuleSet, today: Date) -> String {
    let day = words.with("objection-day", &[("n", (days_between(contested.on, today).max(0) + 1).into())]);
    let late = contested.is_late(rules).then(|| words.say("objection-late-mark"));
    let next = words.say(match contested.state() {
        ObjectionState::Filed => "objection-short-forward",
        ObjectionState::Forwarded => "objection-short-explain",
        ObjectionState::Explained => "objection-short-decide",
        ObjectionState::Decided => "objection-is-decided",
        ObjectionState::TakenBack => "objection-is-taken-back",
    });
    [Some(day), late, Some(next)].into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What comes next, and from whom.
pub fn next_move(words: &Words, state: ObjectionState) -> String {
    words.say(match state {
        ObjectionState::Filed => "objection-next-forward",
        ObjectionState::Forwarded => "objection-next-explain",
        ObjectionState::Explained => "objection-next-decide",
        ObjectionState::Decided => "objection-is-decided",
        ObjectionState::TakenBack => "objection-is-taken-back",
    })
}

fn decision_days_left(contested: &Contested<'_>, rules: &RuleSet, today: Date) -> Option<i64> {
    let days = i64::from(rules.decision_days);
    (days > 0).then(|| days - days_between(contested.on, today))
}

/// Until when it could be filed, by both counts, whether it was late, and whose rule that is.
pub fn clock(words: &Words, objection: &Objection, rules: &RuleSet) -> Option<String> {
    let deadline = objection.deadline(rules)?;
    let lateness = objection.lateness(rules);
    let args = [
        ("calendar", Arg::from(words.short_day(deadline.calendar))),
        ("working", words.short_day(deadline.working).into()),
        ("days", i64::from(deadline.days).into()),
    ];
    let mut out = words.with("objection-days", &args);
    if matches!(objection.about, ObjectionAbout::Session(_)) {
        out.push_str(&format!("; {}", words.say("objection-clock-ours")));
    }
    if lateness.is_late(rules.objection_unit) {
        let args = [("calendar", lateness.calendar_days.into()), ("working", lateness.working_days.into())];
        out.push_str(&format!("; {}", words.with("objection-clock-late", &args)));
    }
    for year in Calendar::of(rules).years_without_list(deadline.from, deadline.working) {
        out.push_str(&format!("; {}", words.with("deadline-without-list", &[("year", year.to_string().into())])));
    }
    Some(out)
}

//! What stands over the two ratings, line by line: the paper's way, results with their figures, behaviours, feedback, and
//! the last period where it may be seen. Text alone, so that it can be counted before it is drawn.

use super::{EvaluationScreen, kept, looks as cautions, looks_at};
use crate::desk::Desk;
use crate::domain::Dossier;
use crate::domain::competency::evidence::Spread;
use crate::domain::evaluation::facts::{PeriodFacts, ResultFacts};
use crate::domain::evaluation::holding;
use crate::domain::evaluation::stage::Standing;
use crate::domain::goal::GoalStatus;
use crate::domain::goal::plan::Standing as Measured;
use crate::reports::layout::wrap;
use crate::reports::{Tone, evaluations as says, judging as said};

/// One line over the ratings.
#[derive(Clone, Debug, PartialEq)]
pub enum Line {
    Heading {
        text: String,
        right: String,
    },
    Indicator(Box<Indicator>),
    Text(String, Tone),
    /// A text with what a key does to it at the right.
    Keyed(String, String),
}

/// One measured line.
#[derive(Clone, Debug, PartialEq)]
pub struct Indicator {
    /// Below a result of several.
    pub inner: bool,
    pub title: String,
    /// The supervisor's own word on the result.
    pub word: Option<GoalStatus>,
    pub value: String,
    /// In percent: what is reached, and what the day asked for.
    pub share: Option<(i64, i64)>,
    /// Of the whole result.
    pub evidence: Option<Spread>,
}

/// Columns that a text has on the page.
pub fn columns(desk: &Desk) -> usize {
    usize::from(desk.page_columns()).saturating_sub(4).clamp(20, 76)
}

pub fn lines(page: &EvaluationScreen, desk: &Desk) -> Vec<Line> {
    let Some(dossier) = desk.office.dossier(page.at.person) else {
        return vec![Line::Text(desk.words.say("notice-loading"), Tone::Dim)];
    };
    let facts = PeriodFacts::of(dossier, page.at.period, desk.office.today);
    let mut out = vec![];
    if !page.rating {
        let standing = Standing::of(dossier, page.at.period);
        let paper = said::paper_lines(&desk.words, &standing, &desk.office.rules, desk.office.today);
        if !paper.is_empty() {
            out.push(heading(desk, "evaluation-paper", ""));
            out.extend(paper.into_iter().flat_map(|(text, tone)| wrapped(desk, &text, tone)));
        }
    }
    out.push(heading(desk, "evaluation-results", "evaluation-results-columns"));
    if facts.results.is_empty() {
        out.extend(wrapped(desk, &desk.words.say("evaluation-no-plan"), Tone::Dim));
    }
    out.extend(facts.results.iter().flat_map(|result| result_lines(desk, result)));
    out.push(heading(desk, "evaluation-behaviour", "evaluation-legend"));
    out.extend(wrapped(desk, &behaviours(desk, &facts), Tone::Plain));
    out.extend(wrapped(desk, &feedback(desk, &facts), Tone::Plain));
    out.extend(before(page, desk, dossier));
    out
}

fn heading(desk: &Desk, id: &str, right: &str) -> Line {
    let right = if right.is_empty() { String::new() } else { desk.words.say(right) };
    Line::Heading { text: desk.words.say(id), right }
}

fn wrapped(desk: &Desk, text: &str, tone: Tone) -> Vec<Line> {
    wrap(text, columns(desk)).into_iter().map(|line| Line::Text(line.replace('\u{a0}', " "), tone)).collect()
}

/// A result of one indicator has one line, else its title and a line each.
fn result_lines(desk: &Desk, result: &ResultFacts<'_>) -> Vec<Line> {
    let goal = &result.goal;
    let word = goal.result.status();
    let title = goal.result.title.clone();
    let row = |title: String, measured: Option<&Measured<'_>>, inner: bool| {
        Line::Indicator(Box::new(Indicator {
            inner,
            title,
            word: word.filter(|_| !inner),
            value: measured.map(|measured| said::value_of(&desk.words, measured)).unwrap_or_default(),
            share: measured.and_then(share),
            evidence: (!inner).then_some(result.evidence),
        }))
    };
    match goal.standings.as_slice() {
        [one] => vec![row(title, Some(one), false)],
        many => {
            let inner = many.iter().map(|measured| row(measured.indicator.title.clone(), Some(measured), true));
            std::iter::once(row(title, None, false)).chain(inner).collect()
        }
    }
}

fn share(measured: &Measured<'_>) -> Option<(i64, i64)> {
    let progress = measured.progress?.percent();
    let expected = measured.pace.as_ref().map_or(100, |pace| pace.expected.percent());
    Some((progress, expected))
}

/// `Layanan 2 (3)  Akuntab. 2 (1)  Adaptif – (0)`: the mark of the period, and how many notes speak of it.
fn behaviours(desk: &Desk, facts: &PeriodFacts<'_>) -> String {
    let one = |standing: &crate::domain::competency::behaviour::BehaviourStanding<'_>| {
        let name = said::value_short(&desk.words, standing.value);
        let mark = standing.current.map_or('–', |current| said::digit(current.rating));
        // Held together where lines break.
        format!("{name}\u{a0}{mark}\u{a0}({})", standing.evidence.count)
    };
    facts.behaviours.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn feedback(desk: &Desk, facts: &PeriodFacts<'_>) -> String {
    let args = [
        ("praise", facts.praise.into()),
        ("improve", facts.improve.into()),
        ("observed", facts.observed.into()),
        ("shared", facts.shared.into()),
        ("answered", facts.answered.into()),
    ];
    let counts = desk.words.with("evaluation-feedback", &args);
    match facts.late_percent {
        Some(percent) => {
            format!("{counts} {}", desk.words.with("evaluation-late-share", &[("percent", percent.into())]))
        }
        None => counts,
    }
}

/// The last judgement of an earlier period, behind a key until a value is given.
fn before(page: &EvaluationScreen, desk: &Desk, dossier: &Dossier) -> Vec<Line> {
    let Some(last) = holding::before(&dossier.evaluations, page.at.period) else { return vec![] };
    let words = &desk.words;
    if page.shows_before(&page.judging(Some(dossier))) {
        let text = said::before_line(words, last, &desk.office.rules);
        return vec![Line::Keyed(text, words.say("evaluation-before-hide"))];
    }
    let period = words.evaluation_period(last.period);
    let hidden = words.with("evaluation-before-hidden", &[("period", period.into())]);
    vec![Line::Keyed(hidden, words.say("evaluation-before-show"))]
}

/// What is worth a second look, wrapped; nothing before both ratings are given.
pub fn looks(page: &EvaluationScreen, desk: &Desk) -> Vec<String> {
    let Some(dossier) = desk.office.dossier(page.at.person) else { return vec![] };
    let mismatch = kept(Some(dossier), page.at.period)
        .filter(|_| !page.rating)
        .and_then(|found| found.matrix_mismatch(&desk.office.rules))
        .map(|(said, right)| crate::domain::evaluation::caution::Caution::Matrix { said, right });
    let found = cautions(&looks_at(page, desk), dossier, page.at.period, &desk.office);
    let texts = mismatch.iter().chain(&found).map(|caution| says::caution_text(&desk.words, caution));
    texts.flat_map(|text| wrap(&text, columns(desk).saturating_sub(2))).collect()
}

/// Days, sessions, since when the person is looked after here.
pub fn head(page: &EvaluationScreen, desk: &Desk) -> String {
    let words = &desk.words;
    let Some(dossier) = desk.office.dossier(page.at.person) else { return String::new() };
    let facts = PeriodFacts::of(dossier, page.at.period, desk.office.today);
    let args = [
        ("from", words.day_month(page.at.period.first()).trim_start().into()),
        ("until", words.day_month(page.at.period.last()).trim_start().into()),
        ("sessions", facts.sessions.into()),
        ("since", words.short_day(dossier.person.since).into()),
    ];
    words.with("evaluation-head", &args)
}

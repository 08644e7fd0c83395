//! Credit points, in words and for machines: row by row, with what is left.

use super::evaluations::predicate_word;
use crate::domain::evaluation::credit::{Credit, CreditProblem, CreditRow, Remaining};
use crate::domain::{Dossier, Number, RuleSet};
use crate::i18n::{Lang, Words};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// What `bina credit --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditLine {
    pub person: String,
    pub name: String,
    pub level: &'static str,
    pub decimals: u8,
    pub rows: Vec<CreditRowLine>,
    pub problems: Vec<ProblemLine>,
    /// Of the rounded rows; nothing while there is a problem.
    pub sum: Option<String>,
    pub remaining: RemainingLines,
    /// Years with fewer than twelve months, and how many they have.
    pub incomplete: BTreeMap<String, u32>,
    pub surplus_rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditRowLine {
    pub period: String,
    pub from: Date,
    pub until: Date,
    pub months: u8,
    pub annual: bool,
    pub predicate: &'static str,
    pub percent: String,
    pub percent_text: String,
    pub coefficient: String,
    pub exact: String,
    pub points: String,
    /// Months that a transfer cuts and nobody has settled.
    pub asked: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemLine {
    pub problem: &'static str,
    /// Places among the rows, from 1.
    pub rows: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemainingLines {
    pub rank: Option<RemainingLine>,
    pub level: Option<RemainingLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemainingLine {
    pub need: String,
    pub left: String,
    pub reached: bool,
    pub surplus: String,
    /// Months to go if the predikat stays.
    pub months: Option<u32>,
}

/// With exactly so many decimals, as machines read it.
pub fn points(number: Number, decimals: u8) -> String {
    let text = number.rounded(u32::from(decimals)).to_string();
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{behind:0<width$}", width = usize::from(decimals)) }
}

pub fn machine(dossier: &Dossier, credit: &Credit, rules: &RuleSet) -> CreditLine {
    let decimals = rules.ak.decimals;
    let row = |row: &CreditRow| CreditRowLine {
        period: row.period.to_string(),
        from: row.span.from,
        until: row.span.until,
        months: row.months,
        annual: row.is_annual(),
        predicate: row.predicate.id(),
        percent: row.percent.to_string(),
        percent_text: row.percent_text(),
        coefficient: row.coefficient.to_string(),
        exact: row.exact.to_string(),
        points: points(row.points, decimals),
        asked: row.asked.iter().map(|month| format!("{:04}-{:02}", month.year(), month.month())).collect(),
    };
    let problem = |problem: &CreditProblem| ProblemLine {
        problem: problem.id(),
        rows: problem.rows().into_iter().map(|place| place + 1).collect(),
    };
    let left = |remaining: &Remaining| RemainingLine {
        need: remaining.need.to_string(),
        left: points(remaining.left, decimals),
        reached: remaining.is_reached(),
        surplus: points(remaining.surplus, decimals),
        months: remaining.months,
    };
    let whole = credit.problems.is_empty();
    CreditLine {
        person: dossier.id().to_string(),
        name: dossier.person.name.full(),
        level: credit.level.id(),
        decimals,
        rows: credit.rows.iter().map(row).collect(),
        problems: credit.problems.iter().map(problem).collect(),
        sum: whole.then(|| points(credit.sum, decimals)),
        remaining: RemainingLines {
            rank: credit.rank.as_ref().filter(|_| whole).map(left),
            level: credit.next_level.as_ref().filter(|_| whole).map(left),
        },
        incomplete: credit.incomplete().into_iter().map(|(year, months)| (year.to_string(), months)).collect(),
        surplus_rule: rules.ak.surplus.id(),
    }
}

/// Credit points in words.
pub fn lines(words: &Words, credit: &Credit, rules: &RuleSet) -> Vec<String> {
    let decimals = rules.ak.decimals;
    let figure = |number: Number| local(words, &points(number, decimals));
    let mut out = Vec::new();
    for row in &credit.rows {
        let args = [
            ("period", words.evaluation_period(row.period).into()),
            ("predicate", predicate_word(words, row.predicate).into()),
            ("percent", row.percent_text().into()),
            ("coefficient", local(words, &row.coefficient.to_string()).into()),
            ("points", figure(row.points).into()),
        ];
        out.push(words.with("credit-row", &args));
        for month in &row.asked {
            out.push(words.with("credit-asked", &[("month", words.month_year(*month).into())]));
        }
    }
    for problem in &credit.problems {
        let rows: Vec<String> = problem.rows().into_iter().map(|place| (place + 1).to_string()).collect();
        out.push(words.with(problem_message(problem), &[("rows", rows.join(", ").into())]));
    }
    if !credit.problems.is_empty() {
        return out;
    }
    for (year, months) in credit.incomplete() {
        let args = [("year", year.to_string().into()), ("months", months.into())];
        out.push(words.with("credit-incomplete", &args));
    }
    out.push(words.with("credit-sum", &[("points", figure(credit.sum).into())]));
    for (id, remaining) in [("credit-rank", &credit.rank), ("credit-level", &credit.next_level)] {
        let Some(remaining) = remaining else { continue };
        let need = local(words, &remaining.need.to_string());
        let what = words.with(id, &[("need", need.into())]);
        let said = match (remaining.is_reached(), remaining.months) {
            (true, _) => words.with("credit-reached", &[("surplus", figure(remaining.surplus).into())]),
            (false, Some(months)) => {
                words.with("credit-left", &[("left", figure(remaining.left).into()), ("months", months.into())])
            }
            (false, None) => words.with("credit-left-only", &[("left", figure(remaining.left).into())]),
        };
        out.push(format!("{what}: {said}"));
    }
    out
}

pub fn problem_message(problem: &CreditProblem) -> &'static str {
    match problem {
        CreditProblem::Overlap { .. } => "credit-overlap",
        CreditProblem::TooManyMonths { .. } => "credit-too-many-months",
    }
}

/// A figure for machines with the decimal sign of the language.
fn local(words: &Words, figure: &str) -> String {
    match words.lang() {
        Lang::Id => figure.replace('.', ","),
        Lang::En => figure.to_owned(),
    }
}

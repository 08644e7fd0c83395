//! Credit points (angka kredit) of functional posts: what a predikat over whole months becomes. Exact fractions, each
//! row rounded once by the rule. A year with an annual predikat counts once, as annual. Nothing is kept: the rows
//! follow from the evaluations in force.

use super::fraction::Fraction;
use super::holding;
use super::predicate::Predicate;
use super::record::Evaluation;
use super::span::{common_days, cut_months, own_months};
use crate::domain::competency::PositionKind;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{DecimalSign, EvaluationId, Number, Period, RuleSet};
use jiff::civil::Date;
use serde::de::{Deserializer, Error, Visitor};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// The numbers of the rule. What a file doesn't name stays as built in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct CreditRules {
    /// Points a year, by level.
    pub coefficients: BTreeMap<PositionKind, Figure>,
    pub percent: BTreeMap<Predicate, Figure>,
    pub needs: BTreeMap<PositionKind, Needs>,
    /// To which each row is rounded.
    pub decimals: u8,
    pub surplus: Surplus,
    /// Whether the conversion is run for PPPK; no source says it.
    pub pppk: bool,
}

/// A number as a rule file writes it: `12.5` or `"12,5"`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct Figure(pub Number);

/// Cumulative points for the next rank and for the next level; a level that ends the path has no next one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Needs {
    pub rank: Figure,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub level: Option<Figure>,
}

/// What becomes of points beyond a need. Sources disagree, so it is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Surplus {
    #[default]
    #[serde(alias = "tanya")]
    Ask,
    #[serde(alias = "simpan")]
    Keep,
    #[serde(alias = "hangus")]
    Lost,
}

impl Surplus {
    pub fn id(self) -> &'static str {
        match self {
            Surplus::Ask => "ask",
            Surplus::Keep => "keep",
            Surplus::Lost => "lost",
        }
    }
}

impl Default for CreditRules {
    fn default() -> Self {
        use PositionKind::*;
        let figure = |hundredths: i64| Figure(Number::from(hundredths).over(Number::from(100)).unwrap_or(Number::ZERO));
        let levels = [
            (Pemula, 375, 15, Some(15)),
            (Terampil, 500, 20, Some(60)),
            (Mahir, 1250, 50, Some(100)),
            (Penyelia, 2500, 100, None),
            (AhliPertama, 1250, 50, Some(100)),
            (AhliMuda, 2500, 100, Some(200)),
            (AhliMadya, 3750, 150, Some(450)),
            (AhliUtama, 5000, 200, None),
        ];
        let whole = |number: i64| Figure(Number::from(number));
        let needs = |rank: i64, level: Option<i64>| Needs { rank: whole(rank), level: level.map(whole) };
        CreditRules {
            coefficients: levels.iter().map(|(level, hundredths, ..)| (*level, figure(*hundredths))).collect(),
            percent: Predicate::ALL.into_iter().zip([150, 100, 75, 50, 25].map(whole)).collect(),
            needs: levels.iter().map(|(level, _, rank, next)| (*level, needs(*rank, *next))).collect(),
            decimals: 3,
            surplus: Surplus::default(),
            pppk: false,
        }
    }
}

impl CreditRules {
    /// Points a year; nothing for a post that is no functional one.
    pub fn coefficient(&self, level: PositionKind) -> Option<Number> {
        let built_in = || CreditRules::default().coefficients.get(&level).copied();
        self.coefficients.get(&level).copied().or_else(built_in).map(|figure| figure.0)
    }
    pub fn percent(&self, predicate: Predicate) -> Number {
        let built_in = || CreditRules::default().percent.get(&predicate).copied();
        self.percent.get(&predicate).copied().or_else(built_in).map_or(Number::ZERO, |figure| figure.0)
    }
    pub fn needs(&self, level: PositionKind) -> Option<Needs> {
        self.needs.get(&level).cloned().or_else(|| CreditRules::default().needs.remove(&level))
    }
    /// Exactly what a predikat over so many months is.
    pub fn exact(&self, level: PositionKind, predicate: Predicate, months: u8) -> Option<Fraction> {
        let coefficient = Fraction::of(self.coefficient(level)?);
        let share = Fraction::of(self.percent(predicate)).times(Fraction::new(1, 100));
        Some(Fraction::new(i128::from(months), MONTHS.into()).times(share).times(coefficient))
    }
}

/// Of a year.
pub const MONTHS: u8 = 12;

/// One row of the conversion.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreditRow {
    pub evaluation: EvaluationId,
    pub period: EvaluationPeriod,
    pub span: Period,
    pub months: u8,
    pub predicate: Predicate,
    pub percent: Number,
    pub coefficient: Number,
    pub exact: Fraction,
    pub points: Number,
    /// Months that a transfer cuts and for which nobody has said to which row they belong.
    pub asked: Vec<Date>,
}

impl CreditRow {
    pub fn year(&self) -> i16 {
        self.span.from.year()
    }
    pub fn is_annual(&self) -> bool {
        matches!(self.period, EvaluationPeriod::Year(_))
    }
    /// As the forms write it: `7/12 x 100%`.
    pub fn percent_text(&self) -> String {
        format!("{}/{MONTHS} x {}%", self.months, self.percent)
    }
}

/// Why rows can't be added up, by their places.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CreditProblem {
    /// Two rows judge the same days.
    Overlap { first: usize, second: usize },
    /// More than a year's months in one year.
    TooManyMonths { year: i16, months: u32, rows: Vec<usize> },
}

impl CreditProblem {
    pub fn id(&self) -> &'static str {
        match self {
            CreditProblem::Overlap { .. } => "overlap",
            CreditProblem::TooManyMonths { .. } => "too_many_months",
        }
    }
    pub fn rows(&self) -> Vec<usize> {
        match self {
            CreditProblem::Overlap { first, second } => vec![*first, *second],
            CreditProblem::TooManyMonths { rows, .. } => rows.clone(),
        }
    }
}

/// Everything that a person's evaluations are worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    pub level: PositionKind,
    pub rows: Vec<CreditRow>,
    /// Evaluations of parts of a year for which an annual one stands.
    pub covered: Vec<EvaluationId>,
    /// While there is one, there is no sum.
    pub problems: Vec<CreditProblem>,
    /// Of the rounded rows.
    pub sum: Number,
    pub rank: Option<Remaining>,
    pub next_level: Option<Remaining>,
}

/// What is left to a need.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remaining {
    pub need: Number,
    pub left: Number,
    /// Beyond the need; what becomes of it is [`Surplus`].
    pub surplus: Number,
    /// Months to go if the last predikat stays: a projection, never printed on a paper.
    pub months: Option<u32>,
}

impl Remaining {
    pub fn is_reached(&self) -> bool {
        self.left.is_zero()
    }
    fn of(need: Number, have: Number, level: PositionKind, predicate: Option<Predicate>, rules: &CreditRules) -> Remaining {
        let zero = |number: Number| if number.is_negative() { Number::ZERO } else { number };
        let left = zero(need.minus(have));
        let a_month = predicate.and_then(|predicate| rules.exact(level, predicate, 1));
        let months =
            a_month.and_then(|month| Fraction::of(left).over_up(month)).and_then(|months| u32::try_from(months).ok());
        Remaining { need, left, surplus: zero(have.minus(need)), months }
    }
}

impl Credit {
    /// Years that have fewer months than a year, with how many.
    pub fn incomplete(&self) -> Vec<(i16, u32)> {
        let mut years: BTreeMap<i16, u32> = BTreeMap::new();
        self.rows.iter().for_each(|row| *years.entry(row.year()).or_default() += u32::from(row.months));
        years.into_iter().filter(|(_, months)| *months < u32::from(MONTHS)).collect()
    }

    /// Of one person in a post of that level. `before` is what was there before the first row (nilai integrasi, an
    /// older determination), as the supervisor typed it.
    pub fn of(evaluations: &[Evaluation], level: PositionKind, before: Number, rules: &RuleSet) -> Option<Credit> {
        rules.ak.coefficient(level)?;
        let assessed = |evaluation: &&Evaluation| evaluation.is_assessed() && !evaluation.acting_post;
        let in_force: Vec<&Evaluation> = holding::in_force(evaluations).into_iter().filter(assessed).collect();
        let annual: Vec<Period> = in_force
            .iter()
            .filter(|evaluation| matches!(evaluation.period, EvaluationPeriod::Year(_)))
            .map(|evaluation| evaluation.span)
            .collect();
        let stands_for = |evaluation: &Evaluation| {
            let inside = |span: &Period| span.contains(evaluation.span.from) && span.contains(evaluation.span.until);
            !matches!(evaluation.period, EvaluationPeriod::Year(_)) && annual.iter().any(inside)
        };
        let (covered, counted): (Vec<&Evaluation>, Vec<&Evaluation>) =
            in_force.into_iter().partition(|evaluation| stands_for(evaluation));
        let mut rows: Vec<CreditRow> = counted.iter().filter_map(|evaluation| row(evaluation, level, rules)).collect();
        rows.sort_by_key(|row| (row.span, row.evaluation));
        let problems = problems(&rows);
        let sum = rows.iter().fold(before, |sum, row| sum.plus(row.points));
        let last = rows.last().map(|row| row.predicate);
        let needs = rules.ak.needs(level);
        let remaining = |need: Figure| Remaining::of(need.0, sum, level, last, &rules.ak);
        Some(Credit {
            level,
            covered: covered.into_iter().map(|evaluation| evaluation.id).collect(),
            problems,
            sum,
            rank: needs.as_ref().map(|needs| remaining(needs.rank)),
            next_level: needs.and_then(|needs| needs.level).map(remaining),
            rows,
        })
    }
}

/// Nothing for a span that holds no whole month.
fn row(evaluation: &Evaluation, level: PositionKind, rules: &RuleSet) -> Option<CreditRow> {
    let predicate = evaluation.predicate(rules)?;
    // The post that was judged, where it is known and a functional one.
    let then = evaluation.position.as_deref().map(PositionKind::of);
    let level = then.filter(|level| rules.ak.coefficient(*level).is_some()).unwrap_or(level);
    let own = u8::try_from(own_months(evaluation.span).len()).unwrap_or(u8::MAX);
    let months = evaluation.credit_months.unwrap_or(own);
    let exact = rules.ak.exact(level, predicate, months)?;
    let asked = if evaluation.credit_months.is_some() { vec![] } else { cut_months(evaluation.span) };
    (months > 0).then(|| CreditRow {
        evaluation: evaluation.id,
        period: evaluation.period,
        span: evaluation.span,
        months,
        predicate,
        percent: rules.ak.percent(predicate),
        coefficient: rules.ak.coefficient(level).unwrap_or(Number::ZERO),
        exact,
        points: exact.rounded(rules.ak.decimals),
        asked,
    })
}

/// Rows that judge the same days, and years with more months than they have.
pub fn problems(rows: &[CreditRow]) -> Vec<CreditProblem> {
    let mut out = Vec::new();
    let mut years: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
    for (place, row) in rows.iter().enumerate() {
        let earlier = rows.iter().enumerate().take(place).filter(|(_, other)| common_days(other.span, row.span) > 0);
        out.extend(earlier.map(|(first, _)| CreditProblem::Overlap { first, second: place }));
        years.entry(row.year()).or_default().push(place);
    }
    for (year, places) in years {
        let months: u32 = places.iter().map(|place| u32::from(rows[*place].months)).sum();
        if months > u32::from(MONTHS) {
            out.push(CreditProblem::TooManyMonths { year, months, rows: places });
        }
    }
    out
}

impl<'de> Deserialize<'de> for Figure {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Figure, D::Error> {
        struct Written;
        impl Visitor<'_> for Written {
            type Value = Figure;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a number, as 12.5 or \"12,5\"")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Figure, E> {
                let sign = if text.contains(',') { DecimalSign::Comma } else { DecimalSign::Point };
                Number::read(text, sign).map(Figure).map_err(E::custom)
            }
            fn visit_i64<E: Error>(self, number: i64) -> Result<Figure, E> {
                self.visit_str(&number.to_string())
            }
            fn visit_u64<E: Error>(self, number: u64) -> Result<Figure, E> {
                self.visit_str(&number.to_string())
            }
            fn visit_f64<E: Error>(self, number: f64) -> Result<Figure, E> {
                // The shortest text that means it is what was typed.
                self.visit_str(&number.to_string())
            }
        }
        deserializer.deserialize_any(Written)
    }
}

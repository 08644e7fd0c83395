//! The courses on offer and the money for them: what an office keeps, nobody's record.

use super::month::Month;
use super::rules::{KindId, squeezed};
use super::subject::Subject;
use crate::domain::language::clean;
use crate::domain::{Actor, BudgetId, CourseId, Number, UnitId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// One course on offer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Course {
    pub id: CourseId,
    /// The code of the list; unique in it. May be empty.
    pub code: String,
    pub title: String,
    pub kind: KindId,
    /// The field under which the office lists it; may be empty.
    pub field: String,
    /// What it teaches; none where the list's word names nothing known.
    pub subject: Option<Subject>,
    pub jp: Option<u32>,
    pub price: Option<Price>,
    pub organiser: String,
    /// In which months it is held.
    pub months: Months,
    pub places: Option<u32>,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Price {
    /// For each person.
    Each(Number),
    /// For as many as there are places.
    Package(Number),
}

impl Price {
    pub fn amount(self) -> Number {
        match self {
            Price::Each(amount) | Price::Package(amount) => amount,
        }
    }
    /// For so many people.
    pub fn of(self, people: usize) -> Number {
        match self {
            Price::Each(amount) => amount.times(Number::from(i64::try_from(people).unwrap_or(i64::MAX))),
            Price::Package(amount) => amount,
        }
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Months {
    /// Nobody said.
    #[default]
    Unknown,
    /// Whenever one likes.
    Always,
    /// As agreed with the organiser.
    Agreed,
    /// 1 to 12.
    In(Vec<u8>),
}

impl Course {
    pub fn is_free(&self) -> bool {
        self.price.is_some_and(|price| price.amount().is_zero())
    }
    /// By its code, else by its title and organiser.
    pub fn is_same(&self, other: &Course) -> bool {
        match (squeezed(&self.code), squeezed(&other.code)) {
            (own, others) if !own.is_empty() && !others.is_empty() => own == others,
            _ => {
                let name = |course: &Course| (clean::fold(&course.title), clean::fold(&course.organiser));
                name(self) == name(other)
            }
        }
    }
    /// Whether it teaches that: the subject, or the words in its title.
    pub fn teaches(&self, subject: &Subject) -> bool {
        let same = self.subject.as_ref().is_some_and(|own| own.is_same(subject));
        let title = format!(" {} ", clean::fold(&self.title).replace(['(', ')', ',', ':', '.'], " "));
        same || (subject.competency.is_none() && title.contains(&format!(" {} ", clean::fold(&subject.words))))
    }
    /// The next month in which it is held, from a month on.
    pub fn next_month(&self, from: Month) -> Option<Month> {
        let Months::In(months) = &self.months else { return None };
        let in_year = |year: i16| months.iter().filter_map(move |month| Month::new(year, i8::try_from(*month).ok()?));
        in_year(from.year()).chain(in_year(from.year() + 1)).filter(|month| *month >= from).min()
    }
}

/// The course that a plan or a proposal names: by its title, whatever the case.
pub fn named<'c>(courses: impl IntoIterator<Item = &'c Course>, title: &str) -> Option<&'c Course> {
    let wanted = squeezed(title);
    courses
        .into_iter()
        .find(|course| !wanted.is_empty() && [&course.title, &course.code].iter().any(|n| squeezed(n) == wanted))
}

/// A ceiling of a unit, a year and a source of funds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetLine {
    pub id: BudgetId,
    pub year: i16,
    pub unit: UnitId,
    pub fund: String,
    /// The account code of the budget; may be empty.
    pub account: String,
    pub what: String,
    pub ceiling: Number,
    pub spent: Option<Number>,
    pub by: Actor,
    pub written: Timestamp,
}

impl BudgetLine {
    pub fn is_for(&self, year: i16, unit: UnitId, fund: &str) -> bool {
        (self.year, self.unit) == (year, unit) && squeezed(&self.fund) == squeezed(fund)
    }
    /// What was spent beyond the ceiling.
    pub fn overspent(&self) -> Option<Number> {
        self.spent.map(|spent| spent.minus(self.ceiling)).filter(|over| over.is_positive())
    }
}

/// The ceilings of these units in a year together; none where none is known.
pub fn ceiling(budget: &[BudgetLine], year: i16, units: &BTreeSet<UnitId>) -> Option<Number> {
    let own = budget.iter().filter(|line| line.year == year && units.contains(&line.unit));
    own.map(|line| line.ceiling).reduce(Number::plus)
}

/// What so much costs against a ceiling.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Against {
    pub ceiling: Number,
    pub over: Number,
    pub left: Number,
}

pub fn against(cost: Number, ceiling: Number) -> Against {
    let rest = ceiling.minus(cost);
    let over = if rest.is_negative() { Number::ZERO.minus(rest) } else { Number::ZERO };
    Against { ceiling, over, left: if rest.is_negative() { Number::ZERO } else { rest } }
}

/// The cost for each of several people both ways: sent one by one, or taught in the office for one price.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PerHead {
    pub people: usize,
    pub each: Number,
    pub sum: Number,
    pub package: Number,
    /// In whole rupiah.
    pub package_each: Number,
}

/// Which of two ways costs less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cheaper {
    Each,
    Package,
    Same,
}

/// `None` for nobody.
pub fn per_head(people: usize, each: Number, package: Number) -> Option<PerHead> {
    let heads = Number::from(i64::try_from(people).ok()?);
    let package_each = package.over(heads)?.rounded(0);
    Some(PerHead { people, each, sum: each.times(heads), package, package_each })
}

impl PerHead {
    pub fn cheaper(&self) -> Cheaper {
        match self.sum.cmp(&self.package) {
            std::cmp::Ordering::Less => Cheaper::Each,
            std::cmp::Ordering::Equal => Cheaper::Same,
            std::cmp::Ordering::Greater => Cheaper::Package,
        }
    }
}

//! A row of a plan read: whose result and which indicator it speaks of, and what it says wrongly. Knows the people, not
//! their plans. What merged cells leave empty is what the row above said.

use super::columns::{Columns, Field};
use super::target::{self, TargetSaid, steps};
use crate::domain::goal::{Accrual, Approach, Aspect, Measure, Perspective, ResultClass, ResultScope};
use crate::domain::language::clean::{clean_line, clean_text, fold};
use crate::domain::people::nip::NipError;
use crate::domain::{Nip, Number, Period, PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::{Row, Table, Workbook};
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::cells;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::finding::{Finding, Severity};
use crate::interchange::sheet::line::People;
use crate::interchange::sheet::nip::{is_rounded, nip_text};
use crate::interchange::sheet::period::{period_in, year_in};
use crate::interchange::sheet::reading::{self, Sheet};
use crate::interchange::sheet::vocabulary::{self as words, Kind, Spellings};
use jiff::civil::Date;
use std::collections::BTreeSet;

/// What one row says. `None` and empty mean that it says nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Index of the row in its table, and its number in the spreadsheet.
    pub index: usize,
    pub row: u32,
    pub person: PersonId,
    pub period: Period,
    pub title: String,
    pub class: Option<ResultClass>,
    pub scope: Option<ResultScope>,
    pub supports: Option<String>,
    pub approach: Option<Approach>,
    pub expectation: Option<String>,
    pub due: Option<Date>,
    pub tag: Option<String>,
    /// Of the result, or of what the whole file shows it to be.
    pub weight: Option<Number>,
    /// Nothing where the row plans a result without indicators.
    pub indicator: Option<IndicatorSaid>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndicatorSaid {
    pub title: String,
    pub aspect: Option<Aspect>,
    pub perspective: Option<Perspective>,
    pub measure: Measure,
    pub accrual: Option<Accrual>,
    pub unit: String,
    pub weight: Option<Number>,
    pub due: Option<Date>,
    /// The target is last period's.
    pub open: bool,
}

/// All rows of a plan.
#[derive(Clone, Debug)]
pub struct GoalList {
    pub sheet: usize,
    pub columns: Columns,
    pub taken: Vec<Entry>,
    /// Indexes of refused rows in the table; the findings say why.
    pub refused: Vec<usize>,
    pub findings: Vec<Finding>,
    /// The year that was taken where the file names no period.
    pub year_taken: Option<i16>,
    /// Rows whose direction was not said and taken for higher, where there is no column for it.
    pub no_direction: usize,
}

impl GoalList {
    /// Everybody whose plan the file speaks of.
    pub fn people(&self) -> BTreeSet<PersonId> {
        self.taken.iter().map(|entry| entry.person).collect()
    }
}

/// Reads the sheet that was asked for, else the one that reads most like a plan.
pub fn read(workbook: &Workbook, roster: &Roster, today: Date, options: &Options<Field>) -> Result<GoalList, Unreadable> {
    let opened = reading::open(workbook, options, "goals", |_| false).map_err(|error| match error {
        Unreadable::NoHeader => Unreadable::NoGoalsHeader,
        other => other,
    })?;
    let Sheet { index: sheet, columns, rows, mut refused, findings } = opened;
    let table = &workbook.sheets[sheet];
    let titles = Titles::of(table, &columns, roster);
    let mut reading = Reading {
        columns: &columns,
        people: People::of(roster),
        above: Above { person: titles.person, period: None, title: String::new(), class: None },
        year: titles.year.unwrap_or(today.year()),
        year_taken: None,
        no_direction: 0,
        findings,
    };
    let mut taken = vec![];
    for (index, row) in &rows {
        let index = *index;
        match reading.row(row) {
            Read::Nothing => {}
            Read::Refused => refused.push(index),
            Read::Entry(entry) => taken.push(Entry { index, ..*entry }),
        }
    }
    let Reading { findings, year_taken, no_direction, .. } = reading;
    Ok(GoalList { sheet, taken, refused, findings, year_taken, no_direction, columns })
}

/// What the lines above the header say of the whole file.
struct Titles {
    person: Option<PersonId>,
    year: Option<i16>,
}

impl Titles {
    fn of(table: &Table, columns: &Columns, roster: &Roster) -> Titles {
        let cells = || {
            let rows = table.rows.iter().take(columns.header).enumerate();
            rows.flat_map(|(at, row)| row.cells.iter().enumerate().map(move |(c, cell)| (at, c, cell.text.as_ref())))
        };
        let person_in = |cell: &str| {
            let digits = cell.trim_start_matches(|c: char| !c.is_ascii_digit());
            Nip::parse(digits).ok().and_then(|nip| roster.by_nip(&nip)).map(|row| row.id)
        };
        let labelled =
            |label: &str| cells().find(|(_, _, text)| fold(text).contains(label)).map(|(row, column, _)| (row, column));
        let mut named: Vec<(usize, usize, PersonId)> =
            cells().filter_map(|(row, column, text)| Some((row, column, person_in(text)?))).collect();
        // The form also names the assessor, beside the person or below: two numbers alone say nothing certain.
        if let (Some(person), Some(assessor)) = (labelled("pegawai yang dinilai"), labelled("pejabat penilai")) {
            let beside = assessor.1 > person.1;
            named.retain(|(row, column, _)| match beside {
                true => (person.1..assessor.1).contains(column),
                false => (person.0..assessor.0).contains(row),
            });
        }
        let named: BTreeSet<PersonId> = named.into_iter().map(|(_, _, id)| id).collect();
        let person = if named.len() == 1 { named.into_iter().next() } else { None };
        Titles { person, year: cells().find_map(|(_, _, text)| year_in(text)) }
    }
}

enum Read {
    Nothing,
    Refused,
    Entry(Box<Entry>),
}

/// What the rows above said, for cells that are merged or left out.
struct Above {
    person: Option<PersonId>,
    period: Option<Period>,
    title: String,
    class: Option<ResultClass>,
}

struct Reading<'a> {
    columns: &'a Columns,
    people: People<'a>,
    above: Above,
    /// Of a row without a period.
    year: i16,
    year_taken: Option<i16>,
    no_direction: usize,
    findings: Vec<Finding>,
}

/// The row is refused; why stands in the findings.
struct Wrong;

impl Reading<'_> {
    fn find(&mut self, severity: Severity, row: &Row, field: Field, text: Text) {
        let value = self.columns.at(field).map_or("", |column| row.text(column)).to_owned();
        self.findings.push(Finding::new(severity, row.number, self.columns.name_of(field), &value, text));
    }

    fn wrong<T>(&mut self, row: &Row, field: Field, text: Text) -> Result<T, Wrong> {
        self.find(Severity::Error, row, field, text);
        Err(Wrong)
    }

    fn warn(&mut self, row: &Row, field: Field, text: Text) {
        self.find(Severity::Warning, row, field, text);
    }

    fn line(&self, row: &Row, field: Field) -> Option<String> {
        Some(clean_line(self.columns.said(row, field))).filter(|text| !text.is_empty())
    }

    fn row(&mut self, row: &Row) -> Read {
        if self.is_nothing(row) {
            return Read::Nothing;
        }
        match self.entry(row) {
            Ok(entry) => Read::Entry(Box::new(entry)),
            Err(Wrong) => Read::Refused,
        }
    }

    /// Headings, signatures, empty numbered lines.
    fn is_nothing(&mut self, row: &Row) -> bool {
        let filled: Vec<&str> = row.cells.iter().map(|c| c.text.trim()).filter(|t| !t.is_empty()).collect();
        if let [only] = filled.as_slice() {
            // `A. HASIL KERJA UTAMA` says what those below are.
            let word = fold(only);
            let class = [("tambahan", ResultClass::Additional), ("utama", ResultClass::Main)];
            if let Some((_, class)) = class.iter().find(|(name, _)| word.contains(name)) {
                self.above.class = Some(*class);
                return true;
            }
        }
        if [Field::Result, Field::Indicator, Field::Target].iter().any(|f| !self.columns.said(row, *f).is_empty()) {
            return false;
        }
        if filled.iter().any(|text| text.chars().any(char::is_alphabetic)) {
            let value = filled.first().copied().unwrap_or_default().to_owned();
            let text = Text::plain("import-note-left-out");
            self.findings.push(Finding::new(Severity::Warning, row.number, String::new(), &value, text));
        }
        true
    }

    fn entry(&mut self, row: &Row) -> Result<Entry, Wrong> {
        // Also a refused row says whose the rows below are.
        let above = std::mem::take(&mut self.above.title);
        let before = self.above.person;
        let person = match self.person(row) {
            Ok(person) => person,
            Err(wrong) => {
                self.above.person = None;
                return Err(wrong);
            }
        };
        self.above.person = Some(person);
        let title = match self.line(row, Field::Result) {
            Some(title) => title,
            None if before == Some(person) && !above.is_empty() => above,
            None => return self.wrong(row, Field::Result, Text::plain("import-goal-no-title")),
        };
        self.above.title.clone_from(&title);
        let period = self.period(row)?;
        self.above.period = Some(period);
        let approach = self.word(row, Field::Approach, words::APPROACHES);
        let mut expectation = Some(clean_text(self.columns.said(row, Field::Expectation))).filter(|text| !text.is_empty());
        let indicator = self.indicator(row, approach, &mut expectation)?;
        Ok(Entry {
            index: 0,
            row: row.number,
            person,
            period,
            title,
            class: self.word(row, Field::Class, words::CLASSES).or(self.above.class),
            scope: self.word(row, Field::Scope, words::SCOPES),
            supports: self.line(row, Field::Supports),
            approach,
            expectation,
            due: self.day(row, Field::Due)?,
            tag: self.line(row, Field::Tag).map(|tag| tag.trim_start_matches('#').to_owned()),
            weight: match self.weight(row, Field::ResultWeight)? {
                Some(weight) => Some(weight),
                None => self.weight(row, Field::Weight)?,
            },
            indicator,
        })
    }

    fn person(&mut self, row: &Row) -> Result<PersonId, Wrong> {
        let raw = self.columns.at(Field::Nip).map_or("", |column| row.text(column));
        let number = if cells::is_error(raw) { raw } else { self.columns.said(row, Field::Nip) };
        if !number.is_empty() {
            let cell = self.columns.at(Field::Nip).and_then(|column| row.cells.get(column));
            let parsed = if cell.is_some_and(is_rounded) { Err(NipError::Rounded) } else { Nip::parse(number) };
            return match parsed {
                Ok(nip) => match self.people.with_nip(&nip) {
                    Some(person) => Ok(person),
                    None => self.wrong(row, Field::Nip, Text::plain("import-goal-nip-unknown")),
                },
                Err(error) => self.wrong(row, Field::Nip, nip_text(&error)),
            };
        }
        let Some(name) = self.line(row, Field::Name) else {
            return match self.above.person {
                Some(person) => Ok(person),
                None => self.wrong(row, Field::Nip, Text::plain("import-goal-nobody")),
            };
        };
        match self.people.called(&name)[..] {
            [person] => Ok(person),
            [] => self.wrong(row, Field::Name, Text::plain("import-goal-name-unknown")),
            _ => self.wrong(row, Field::Name, Text::with("import-name-ambiguous", [("name", name.into())])),
        }
    }

    /// Two days, or one cell with both, or what the row above said, or the year of the file.
    fn period(&mut self, row: &Row) -> Result<Period, Wrong> {
        let from = self.day(row, Field::From)?;
        let until = self.day(row, Field::Until)?;
        let said = self.columns.said(row, Field::Period);
        let period = match (from, until, period_in(said)) {
            (Some(from), Some(until), _) => match Period::new(from, until) {
                Some(period) => period,
                None => return self.wrong(row, Field::Until, Text::plain("refusal-period-backwards")),
            },
            (Some(from), None, _) => Period { from, ..Period::year(from.year()) },
            (None, Some(until), _) => Period { until, ..Period::year(until.year()) },
            (None, None, Some(period)) => period,
            (None, None, None) if !said.is_empty() => {
                return self.wrong(row, Field::Period, Text::plain("import-goal-period"));
            }
            (None, None, None) => self.above.period.unwrap_or_else(|| {
                self.year_taken = Some(self.year);
                Period::year(self.year)
            }),
        };
        Ok(period)
    }

    fn day(&mut self, row: &Row, field: Field) -> Result<Option<Date>, Wrong> {
        let said = self.columns.said(row, field);
        match (said.is_empty(), cells::date(said)) {
            (true, _) => Ok(None),
            (false, Some(day)) if (1900..=9000).contains(&day.year()) => Ok(Some(day)),
            _ => self.wrong(row, field, Text::plain("import-goal-date")),
        }
    }

    fn weight(&mut self, row: &Row, field: Field) -> Result<Option<Number>, Wrong> {
        match self.number(row, field)? {
            Some(weight) if !weight.is_positive() || weight > Number::HUNDRED => {
                self.wrong(row, field, Text::plain("refusal-weight-outside"))
            }
            weight => Ok(weight),
        }
    }

    fn number(&mut self, row: &Row, field: Field) -> Result<Option<Number>, Wrong> {
        let said = self.columns.said(row, field);
        if said.is_empty() {
            return Ok(None);
        }
        match target::number(said, self.is_stored(row, field)) {
            Some(number) => Ok(Some(number)),
            None => self.wrong(row, field, Text::plain("import-goal-number")),
        }
    }

    fn is_stored(&self, row: &Row, field: Field) -> bool {
        self.columns.at(field).and_then(|column| row.cells.get(column)).is_some_and(|cell| cell.number)
    }

    /// A word that is not known is said and left out.
    fn word<T: Copy>(&mut self, row: &Row, field: Field, spellings: Spellings<T>) -> Option<T> {
        let said = self.columns.said(row, field);
        let read = words::read(spellings, said);
        if read.is_none() && !said.is_empty() {
            self.warn(row, field, Text::with("import-goal-word", [("known", Arg::from(words::known(spellings)))]));
        }
        read
    }

    fn indicator(
        &mut self,
        row: &Row,
        approach: Option<Approach>,
        expectation: &mut Option<String>,
    ) -> Result<Option<IndicatorSaid>, Wrong> {
        let said = target::read(self.columns.said(row, Field::Target), self.is_stored(row, Field::Target));
        let Some(title) = self.line(row, Field::Indicator) else {
            if said == TargetSaid::default() {
                return Ok(None);
            }
            return self.wrong(row, Field::Indicator, Text::plain("import-goal-no-indicator"));
        };
        let (aspect, perspective) = self.aspect(row);
        let unit = self.line(row, Field::Unit).unwrap_or_else(|| clean_line(&said.unit));
        let measure = self.measure(row, &said, approach, expectation)?;
        Ok(Some(IndicatorSaid {
            title,
            aspect,
            perspective,
            measure,
            accrual: self.word(row, Field::Accrual, words::ACCRUALS),
            unit,
            weight: self.weight(row, Field::IndicatorWeight)?,
            due: self.day(row, Field::IndicatorDue)?,
            open: words::read(words::YES, self.columns.said(row, Field::Open)).unwrap_or(false),
        }))
    }

    /// Forms of heads of units have the perspective in the column of the aspect.
    fn aspect(&mut self, row: &Row) -> (Option<Aspect>, Option<Perspective>) {
        let said = self.columns.said(row, Field::Aspect);
        let perspective = self.word(row, Field::Perspective, words::PERSPECTIVES);
        match words::read(words::PERSPECTIVES, said) {
            Some(named) => (None, perspective.or(Some(named))),
            None => (self.word(row, Field::Aspect, words::ASPECTS), perspective),
        }
    }

    fn measure(
        &mut self,
        row: &Row,
        said: &TargetSaid,
        approach: Option<Approach>,
        expectation: &mut Option<String>,
    ) -> Result<Measure, Wrong> {
        let baseline = self.number(row, Field::Baseline)?;
        let end = self.number(row, Field::TargetEnd)?.or(said.end);
        let steps = steps(self.columns.said(row, Field::Steps));
        let kind = self.kind(row, said, end, !steps.is_empty(), approach)?;
        let missing = Text::plain("import-goal-no-target");
        let target = match (said.number, kind) {
            (Some(number), _) => number,
            (None, Kind::YesNo | Kind::Milestones | Kind::Described) => Number::ZERO,
            (None, _) => return self.wrong(row, Field::Target, missing),
        };
        Ok(match (kind, end) {
            (Kind::Higher, _) => Measure::Higher { baseline, target },
            (Kind::Lower, _) => Measure::Lower { baseline, target },
            (Kind::Within, Some(high)) => Measure::Within { low: target, high },
            (Kind::Within, None) => return self.wrong(row, Field::Target, Text::plain("import-goal-no-range")),
            (Kind::YesNo, _) => Measure::YesNo,
            (Kind::Milestones, _) => Measure::Milestones { steps },
            (Kind::Described, _) => {
                // Forms of the qualitative approach have the success where the others have the figure.
                let text = clean_text(self.columns.said(row, Field::Target));
                if expectation.is_none() && !text.is_empty() {
                    *expectation = Some(text);
                }
                Measure::Described
            }
        })
    }

    /// What the direction says; without it, what the target looks like.
    fn kind(
        &mut self,
        row: &Row,
        said: &TargetSaid,
        end: Option<Number>,
        steps: bool,
        approach: Option<Approach>,
    ) -> Result<Kind, Wrong> {
        let direction = self.columns.said(row, Field::Direction);
        if !direction.is_empty() {
            return match words::read(words::KINDS, direction) {
                Some(kind) => Ok(kind),
                None => {
                    let known = Arg::from(words::known(words::KINDS));
                    self.wrong(row, Field::Direction, Text::with("import-goal-direction", [("known", known)]))
                }
            };
        }
        let target = self.columns.said(row, Field::Target);
        match said {
            _ if steps => Ok(Kind::Milestones),
            _ if end.is_some() => Ok(Kind::Within),
            TargetSaid { kind: Some(kind), .. } => Ok(*kind),
            TargetSaid { number: Some(_), .. } => {
                if self.columns.at(Field::Direction).is_some() {
                    self.warn(row, Field::Direction, Text::plain("import-goal-no-direction"));
                } else {
                    self.no_direction += 1;
                }
                Ok(Kind::Higher)
            }
            _ if words::read(words::YES, target) == Some(true) => Ok(Kind::YesNo),
            _ if approach == Some(Approach::Qualitative) => Ok(Kind::Described),
            _ if target.is_empty() => self.wrong(row, Field::Target, Text::plain("import-goal-no-target")),
            _ => self.wrong(row, Field::Target, Text::plain("import-goal-target")),
        }
    }
}

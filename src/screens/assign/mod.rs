//! The list in which one result is given to several people: who is chosen, and each one's target.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::ListState;
use crate::desk::office::Office;
use crate::desk::records::goals::GoalAt;
use crate::domain::goal::{Indicator, WorkResult};
use crate::domain::language::clean;
use crate::domain::{DecimalSign, Measure, PersonId};
use crate::i18n::Text;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AssignBox {
    /// The result that is given on.
    pub at: GoalAt,
    pub people: Vec<Assignee>,
    pub filter: Editor,
    /// A selection among the people that the filter leaves.
    pub list: ListState,
    /// What was typed last went into the filter, and so does what is taken back.
    #[serde(default)]
    pub filtering: bool,
    /// Which of the indicators with a target is typed.
    pub column: usize,
    /// Why it could not be given.
    #[serde(skip)]
    pub error: Option<Text>,
}

/// One person of the list.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assignee {
    pub person: PersonId,
    pub chosen: bool,
    /// One an indicator with a single target.
    pub targets: Vec<Target>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Target {
    pub line: Editor,
    /// Still the first one's: the first digit replaces it.
    pub fresh: bool,
}

/// The indicators whose target can be another for each person.
pub fn columns(result: &WorkResult) -> impl Iterator<Item = &Indicator> {
    result.indicators.iter().filter(|i| matches!(i.measure, Measure::Higher { .. } | Measure::Lower { .. }))
}

/// Whether somebody's plan has this result already.
pub fn has(office: &Office, person: PersonId, result: &WorkResult) -> bool {
    let title = clean::fold(&result.title);
    let overlaps = |r: &WorkResult| r.period.from <= result.period.until && result.period.from <= r.period.until;
    office.dossier(person).is_some_and(|d| d.results.iter().any(|r| overlaps(r) && clean::fold(&r.title) == title))
}

impl AssignBox {
    pub fn new(at: GoalAt, result: &WorkResult, people: Vec<PersonId>, sign: DecimalSign) -> Self {
        let target = |i: &Indicator| Target {
            line: Editor::new(i.measure.target().map(|t| t.write(sign)).unwrap_or_default()),
            fresh: true,
        };
        let targets: Vec<Target> = columns(result).map(target).collect();
        let people = people.into_iter().map(|person| Assignee { person, chosen: false, targets: targets.clone() });
        AssignBox {
            at,
            people: people.collect(),
            filter: Editor::default(),
            list: ListState::default(),
            filtering: false,
            column: 0,
            error: None,
        }
    }

    /// Something was chosen or typed.
    pub fn is_touched(&self) -> bool {
        self.people.iter().any(|p| p.chosen || p.targets.iter().any(|t| !t.fresh))
    }

    /// The people that the filter leaves, by their place in the list: those whom the finder of names finds, and whoever
    /// is meant by a whole name first, so that nobody else is chosen by it.
    pub fn visible(&self, office: &Office) -> Vec<usize> {
        if self.filter.text().trim().is_empty() {
            return (0..self.people.len()).collect();
        }
        let places: HashMap<PersonId, usize> = self.people.iter().enumerate().map(|(at, p)| (p.person, at)).collect();
        office.near(self.filter.text()).into_iter().filter_map(|id| places.get(&id).copied()).collect()
    }

    /// Letters filter, digits are the target of the selected row, space chooses it, `*` all that are to be seen.
    pub fn key(&mut self, press: KeyPress, office: &Office, result: &WorkResult) {
        self.error = None;
        let visible = self.visible(office);
        let selected = visible.get(self.list.selected).copied();
        let open = |at: &usize| !has(office, self.people[*at].person, result);
        let selected = selected.filter(open);
        match press.typed() {
            Some(' ') => {
                if let Some(at) = selected {
                    self.people[at].chosen = !self.people[at].chosen;
                }
                self.choose_next(visible.get(self.list.selected).copied());
            }
            Some('*') => {
                let open: Vec<usize> = visible.into_iter().filter(open).collect();
                let all = open.iter().all(|at| self.people[*at].chosen);
                open.into_iter().for_each(|at| self.people[at].chosen = !all);
            }
            Some(c) if c.is_ascii_digit() || matches!(c, ',' | '.' | '-') => self.type_target(selected, press),
            None if press.key == Key::Backspace && !self.filtering => self.type_target(selected, press),
            typed => {
                // After a choice or a target, a letter begins the next name.
                if typed.is_some() && !std::mem::replace(&mut self.filtering, true) {
                    self.filter.clear();
                }
                if self.filter.key(press) {
                    self.list = ListState::default();
                }
            }
        }
    }

    /// Who was found by name was wanted alone: the whole list is back. Else the next one has its turn.
    fn choose_next(&mut self, at: Option<usize>) {
        self.filtering = false;
        match at {
            Some(at) if !self.filter.is_empty() => {
                self.filter.clear();
                self.list.selected = at;
            }
            _ => self.list.selected = (self.list.selected + 1).min(self.people.len().saturating_sub(1)),
        }
    }

    /// Who gets a target of his own is chosen by it.
    fn type_target(&mut self, at: Option<usize>, press: KeyPress) {
        let Some(person) = at.and_then(|at| self.people.get_mut(at)) else { return };
        let Some(target) = person.targets.get_mut(self.column) else { return };
        if std::mem::take(&mut target.fresh) && press.typed().is_some() {
            target.line.clear();
        }
        target.line.key(press);
        person.chosen |= press.typed().is_some();
        self.filtering = false;
    }

    pub fn turn_column(&mut self, forward: bool) {
        let count = self.people.first().map_or(0, |p| p.targets.len()).max(1);
        self.column = if forward { (self.column + 1) % count } else { (self.column + count - 1) % count };
    }
}

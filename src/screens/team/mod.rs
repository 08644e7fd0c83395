//! Team, the home screen: who needs me, sorted by neglect.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::domain::competency::tally::Gauge;
use crate::domain::language::query::{Haystack, Query};
use crate::domain::people::attention::Due;
use crate::domain::people::roster::Scope;
use crate::domain::{PersonId, RosterRow};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TeamScreen {
    pub selected: Option<PersonId>,
    pub list: ListState,
    pub order: Order,
    pub scope: Scope,
    pub filter: Editor,
    /// The filter has the focus.
    pub filtering: bool,
    /// Everybody shown, in order; derived.
    #[serde(skip)]
    pub people: Vec<PersonId>,
    /// Everybody in scope, in order; derived, so that a letter in the filter sorts nobody.
    #[serde(skip)]
    ordered: Vec<PersonId>,
    /// Gaps of everybody in scope; derived.
    #[serde(skip)]
    pub gaps: usize,
    /// What the filter looks at of each of them, side by side: a search in twenty thousand waits for memory more than for
    /// anything else. Empty until somebody filters.
    #[serde(skip)]
    haystacks: Arc<[Haystack]>,
    /// What these were derived from.
    #[serde(skip)]
    derived: Option<((u64, Order, Scope), String)>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Order {
    #[default]
    Neglect,
    Name,
    LastSession,
    NextSession,
    Unit,
}

impl Order {
    /// `order-<id>` names it.
    pub fn id(self) -> &'static str {
        match self {
            Order::Neglect => "order-neglect",
            Order::Name => "order-name",
            Order::LastSession => "order-last-session",
            Order::NextSession => "order-next-session",
            Order::Unit => "order-unit",
        }
    }
    fn next(self) -> Self {
        match self {
            Order::Neglect => Order::Name,
            Order::Name => Order::LastSession,
            Order::LastSession => Order::NextSession,
            Order::NextSession => Order::Unit,
            Order::Unit => Order::Neglect,
        }
    }
}

impl TeamScreen {
    /// Derives the list anew; the selection stays on its person.
    pub fn refresh(&mut self, office: &mut Office, height: usize) {
        let source = (office.version(), self.order, self.scope);
        let (ordered, filtered) = match &self.derived {
            Some((before, filter)) => (*before == source, *before == source && filter == self.filter.text()),
            None => (false, false),
        };
        if !ordered {
            office.judge(self.scope);
            let mut rows: Vec<&RosterRow> = office.roster.team(self.scope).collect();
            sort(&mut rows, self.order, office);
            self.ordered = rows.iter().map(|row| row.id).collect();
            self.gaps = gaps(&rows, office);
            self.haystacks = Arc::default();
        }
        if !filtered {
            self.people = self.filtered(office);
            self.derived = Some((source, self.filter.text().to_owned()));
        }
        match self.selected.and_then(|id| self.people.iter().position(|p| *p == id)) {
            Some(at) => self.list.selected = at,
            None if self.selected.is_none() => self.list = ListState::default(),
            None => {}
        }
        self.list.show(self.people.len(), height);
        self.selected = self.people.get(self.list.selected).copied();
    }

    fn filtered(&mut self, office: &Office) -> Vec<PersonId> {
        if self.filter.is_empty() {
            // Those who left the service show only where somebody looks for them.
            let shown = |id: &&PersonId| {
                self.scope == Scope::Everybody || office.row(**id).is_some_and(|row| row.status.in_service())
            };
            return self.ordered.iter().filter(shown).copied().collect();
        }
        if self.haystacks.is_empty() {
            let haystack = |id: &PersonId| office.haystack(*id).cloned().unwrap_or_default();
            self.haystacks = self.ordered.iter().map(haystack).collect();
        }
        let query = Query::parse(self.filter.text());
        let found = self.ordered.iter().zip(self.haystacks.iter()).filter(|(_, haystack)| query.matches(haystack));
        found.map(|(id, _)| *id).collect()
    }

    pub fn step(&mut self, movement: Move, height: usize) {
        self.list.step(movement, self.people.len(), height);
        self.selected = self.people.get(self.list.selected).copied();
    }

    pub fn next_order(&mut self) {
        self.order = self.order.next();
    }

    pub fn next_scope(&mut self) {
        self.scope = match self.scope {
            Scope::Mine => Scope::Everybody,
            Scope::Everybody => Scope::Mine,
        };
    }
}

fn gaps(rows: &[&RosterRow], office: &Office) -> usize {
    let gauge = Gauge::new(&office.roster.catalogue, &office.rules, office.today);
    let in_service = rows.iter().filter(|row| row.status.in_service());
    in_service.filter_map(|row| gauge.count(row)).map(|count| count.short).sum()
}

fn sort(rows: &mut [&RosterRow], order: Order, office: &Office) {
    let neglect = |row: &RosterRow| std::cmp::Reverse(office.attention(row.id).map(|a| a.neglect));
    match order {
        Order::Neglect => rows.sort_by_cached_key(|r| (neglect(r), r.name.key(), r.id)),
        Order::Name => rows.sort_by_cached_key(|r| (r.name.key(), r.id)),
        Order::LastSession => rows.sort_by_cached_key(|r| (r.last_session, r.name.key(), r.id)),
        Order::NextSession => rows.sort_by_cached_key(|r| {
            let next = office.attention(r.id).and_then(|a| a.next).unwrap_or(jiff::civil::Date::MAX);
            (next, r.name.key(), r.id)
        }),
        Order::Unit => rows.sort_by_cached_key(|r| {
            (crate::domain::language::clean::fold(office.roster.units.name(r.unit)), neglect(r), r.id)
        }),
    }
}

/// The line of counts over the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    pub objections: usize,
    pub overdue: usize,
    pub my_promises: usize,
    pub this_week: usize,
    pub open: usize,
    pub people: usize,
}

pub fn summary(office: &Office, scope: Scope) -> Summary {
    let mut out = Summary::default();
    for row in office.roster.team(scope) {
        let Some(attention) = office.attention(row.id) else { continue };
        out.people += usize::from(row.status.in_service());
        out.objections += usize::from(row.objected.is_some() && row.status.in_service());
        out.my_promises += RosterRow::overdue(&row.my_due, office.today);
        // A talk that was begun and left is late, too.
        out.overdue += usize::from(attention.late > 0);
        match attention.due {
            Due::Today | Due::Soon(_) => out.this_week += 1,
            Due::Open => out.open += 1,
            _ => {}
        }
    }
    out
}

/// Lines of the screen that are no people: counts, blank, heading; blank and two lines of why.
pub const TEAM_ROWS: usize = 6;

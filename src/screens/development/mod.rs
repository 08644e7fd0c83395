//! Development: what people need to learn, what is planned, hours, pairs, effects that are asked for, the proposal of a
//! year against the money. One file a tab; `table` and `tabs` are what they say without a word of how it is drawn.

pub mod checks;
pub mod commands;
pub mod draw;
pub mod hours;
pub mod needs;
pub mod pairs;
pub mod plans;
pub mod proposal;
pub mod table;
pub mod tabs;

use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::desk::records::needs::{DevelopAt, ProposalView, Team};
use crate::domain::PersonId;
use crate::domain::people::roster::Scope;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DevelopmentScreen {
    pub tab: Tab,
    pub list: ListState,
    pub scope: Scope,
    /// What the selection is on, so that it survives sorting.
    pub selected: Option<DevelopAt>,
    /// Rows whose parts are unfolded.
    pub unfolded: Vec<DevelopAt>,
    /// The year of hours and proposal, if it is not the usual one.
    pub year: Option<i16>,
    #[serde(skip)]
    pub rows: Vec<Row>,
    #[serde(skip)]
    pub team: Team,
    #[serde(skip)]
    pub proposal: ProposalView,
    /// What the rows were derived from.
    #[serde(skip)]
    derived: Option<(u64, Scope, Tab, Option<i16>, usize)>,
}

/// A line of a tab: a heading or something that can be selected.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// Message id and how many follow.
    Heading(&'static str, usize),
    At(DevelopAt),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Tab {
    #[default]
    Needs,
    Plans,
    Hours,
    Pairs,
    Checks,
    Proposal,
}

impl Tab {
    pub const ALL: [Tab; 6] = [Tab::Needs, Tab::Plans, Tab::Hours, Tab::Pairs, Tab::Checks, Tab::Proposal];

    /// The message that names it.
    pub fn id(self) -> &'static str {
        match self {
            Tab::Needs => "development-tab-needs",
            Tab::Plans => "development-tab-plans",
            Tab::Hours => "development-tab-hours",
            Tab::Pairs => "development-tab-pairs",
            Tab::Checks => "development-tab-checks",
            Tab::Proposal => "development-tab-proposal",
        }
    }
    /// What stands there while it has no row.
    pub fn empty(self) -> &'static str {
        match self {
            Tab::Needs => "development-empty-needs",
            Tab::Plans => "development-empty-plans",
            Tab::Hours => "development-empty-hours",
            Tab::Pairs => "development-empty-pairs",
            Tab::Checks => "development-empty-checks",
            Tab::Proposal => "development-empty-proposal",
        }
    }
    pub fn turn(self, forward: bool) -> Tab {
        let at = Tab::ALL.iter().position(|tab| *tab == self).unwrap_or(0);
        Tab::ALL[(at + if forward { 1 } else { Tab::ALL.len() - 1 }) % Tab::ALL.len()]
    }
}

/// Rows of the body above the list: the tabs, what is urgent, the heads.
pub const HEAD_ROWS: usize = 3;
/// Rows below it with the story of the selected one, where there is room.
pub const FOOT_ROWS: usize = 7;

impl DevelopmentScreen {
    /// Proposals are asked for the year that comes; hours are those of this one.
    pub fn shown_year(&self, office: &Office) -> i16 {
        let usual = office.today.year() + i16::from(self.tab == Tab::Proposal);
        self.year.unwrap_or(usual)
    }

    pub fn turn_year(&mut self, forward: bool, office: &Office) {
        let year = self.shown_year(office);
        self.year = Some(if forward { year.saturating_add(1) } else { year.saturating_sub(1) });
    }

    pub fn open_tab(&mut self, tab: Tab) {
        if self.tab != tab {
            (self.tab, self.list, self.selected, self.year) = (tab, ListState::default(), None, None);
        }
    }

    pub fn is_unfolded(&self, at: DevelopAt) -> bool {
        self.unfolded.contains(&at)
    }

    /// Shows the parts of a row, or hides them.
    pub fn fold(&mut self, at: DevelopAt) {
        match self.unfolded.iter().position(|known| *known == at) {
            Some(place) => drop(self.unfolded.remove(place)),
            None => self.unfolded.push(at),
        }
    }

    pub fn refresh(&mut self, office: &Office, height: usize) {
        let source = (office.dossiers_version(), self.scope, self.tab, self.year, self.unfolded.len());
        if self.derived != Some(source) {
            let known = self.derived.is_some_and(|(version, scope, ..)| (version, scope) == (source.0, source.1));
            if !known {
                self.team = Team::of(office, self.scope);
            }
            if self.tab == Tab::Proposal {
                self.proposal = ProposalView::of(office, &self.team, self.shown_year(office));
            }
            self.rows = self.derive(office);
            self.derived = Some(source);
        }
        let same = |row: &Row| matches!((row, self.selected), (Row::At(a), Some(b)) if *a == b);
        if let Some(at) = self.rows.iter().position(same) {
            self.list.selected = at;
        }
        self.settle(true, height);
    }

    fn derive(&self, office: &Office) -> Vec<Row> {
        match self.tab {
            Tab::Needs => needs::rows(self),
            Tab::Plans => plans::rows(&self.team, office),
            Tab::Hours => self.team.people.iter().map(|id| Row::At(DevelopAt::Hours(*id))).collect(),
            Tab::Pairs => pairs::rows(self, office),
            Tab::Checks => checks::rows(&self.team, office),
            Tab::Proposal => proposal::rows(&self.proposal),
        }
    }

    pub fn step(&mut self, movement: Move, height: usize) {
        self.list.step(movement, self.rows.len(), height);
        self.settle(!matches!(movement, Move::Up | Move::PageUp), height);
    }

    /// Headings can't be selected.
    fn settle(&mut self, down: bool, height: usize) {
        self.list.show(self.rows.len(), height);
        let is_row = |at: &usize| matches!(self.rows.get(*at), Some(Row::At(_)));
        let (at, len) = (self.list.selected, self.rows.len());
        let found = if down {
            (at..len).find(is_row).or_else(|| (0..at).rev().find(is_row))
        } else {
            (0..=at).rev().find(is_row).or_else(|| (at..len).find(is_row))
        };
        self.list.selected = found.unwrap_or(at);
        self.selected = match self.rows.get(self.list.selected) {
            Some(Row::At(at)) => Some(*at),
            _ => None,
        };
        self.list.show(len, height);
        if self.list.selected == 1 {
            self.list.top = 0;
        }
    }

    /// The first of a topic for whom nothing is planned; its parts are unfolded.
    pub fn into_topic(&mut self, at: DevelopAt) -> Option<PersonId> {
        let DevelopAt::Topic(mark) = at else { return None };
        let needs: Vec<(PersonId, bool)> = self.team.of_topic(mark).map(|need| (need.person, need.is_planned())).collect();
        let first = needs.first()?.0;
        if needs.len() == 1 {
            return Some(first);
        }
        let open = needs.iter().find(|(_, planned)| !planned).map_or(first, |(person, _)| *person);
        if !self.is_unfolded(at) {
            self.fold(at);
        }
        self.selected = Some(DevelopAt::Need(open, mark));
        None
    }
}

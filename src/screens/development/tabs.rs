//! What each tab says: its columns, its rows, and what is urgent in it.

use super::table::{Cell, Cells, Column};
use super::{DevelopmentScreen, Tab, checks, hours, needs, pairs, plans, proposal};
use crate::desk::Desk;
use crate::desk::records::needs::DevelopAt;

pub fn columns(tab: Tab) -> &'static [Column] {
    match tab {
        Tab::Needs => needs::COLUMNS,
        Tab::Plans => plans::COLUMNS,
        Tab::Hours => hours::COLUMNS,
        Tab::Pairs => pairs::COLUMNS,
        Tab::Checks => checks::COLUMNS,
        Tab::Proposal => proposal::COLUMNS,
    }
}

pub fn cells(desk: &Desk, screen: &DevelopmentScreen, at: DevelopAt) -> Cells {
    match screen.tab {
        Tab::Needs => needs::cells(desk, screen, at),
        Tab::Plans => plans::cells(desk, at),
        Tab::Hours => hours::cells(desk, screen, at),
        Tab::Pairs => pairs::cells(desk, at),
        Tab::Checks => checks::cells(desk, at),
        Tab::Proposal => proposal::cells(desk, screen, at),
    }
    .unwrap_or_default()
}

/// What is urgent, in words and counts, the worst first.
pub fn headline(desk: &Desk, screen: &DevelopmentScreen) -> Vec<Cell> {
    match screen.tab {
        Tab::Needs => needs::headline(desk, screen),
        Tab::Plans => plans::headline(desk, screen),
        Tab::Hours => hours::headline(desk, screen),
        Tab::Pairs => pairs::headline(desk, screen),
        Tab::Checks => checks::headline(desk, screen),
        Tab::Proposal => proposal::headline(desk, screen),
    }
}

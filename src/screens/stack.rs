//! Screens as plain state in a stack that is never empty. What a screen shows is derived again after every change;
//! what it remembers is a selection, by identifier, and what was typed.

use super::agenda::AgendaScreen;
use super::competencies::CompetenciesScreen;
use super::goals::GoalsScreen;
use super::log::LogScreen;
use super::month::GridScreen;
use super::person::PersonScreen;
use super::session::SessionScreen;
use super::team::TeamScreen;
use super::walk::WalkScreen;
use crate::desk::command::Place;
use crate::domain::PersonId;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Screen {
    Team(TeamScreen),
    Agenda(AgendaScreen),
    Goals(GoalsScreen),
    Competencies(Box<CompetenciesScreen>),
    Grid(Box<GridScreen>),
    Person(PersonScreen),
    Session(Box<SessionScreen>),
    Walk(WalkScreen),
    Log(LogScreen),
}

impl Screen {
    pub fn place(&self) -> Place {
        match self {
            Screen::Team(_) => Place::Team,
            Screen::Agenda(_) => Place::Agenda,
            Screen::Goals(_) => Place::Goals,
            Screen::Competencies(screen) if screen.rating => Place::Rating,
            Screen::Competencies(_) => Place::Competencies,
            Screen::Grid(_) => Place::Grid,
            Screen::Person(_) => Place::Person,
            Screen::Session(_) => Place::Session,
            Screen::Walk(_) => Place::Walk,
            Screen::Log(_) => Place::Log,
        }
    }
    /// A text field has the focus.
    pub fn in_text(&self) -> bool {
        match self {
            Screen::Team(team) => team.filtering,
            Screen::Goals(goals) => goals.filtering,
            Screen::Competencies(screen) => screen.filtering,
            Screen::Grid(grid) => grid.in_text(),
            Screen::Session(session) => session.in_text(),
            Screen::Log(log) => log.filtering,
            Screen::Agenda(_) | Screen::Person(_) | Screen::Walk(_) => false,
        }
    }
    /// A screen on which keys mean one person's records, not a list to choose from.
    pub fn is_about_one(&self) -> bool {
        match self {
            Screen::Team(_) | Screen::Agenda(_) | Screen::Goals(_) | Screen::Log(_) => false,
            Screen::Competencies(screen) => screen.rating,
            Screen::Grid(_) | Screen::Person(_) | Screen::Session(_) | Screen::Walk(_) => true,
        }
    }
    /// The person that the screen is about, or that its selection is on.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            Screen::Team(team) => team.selected,
            Screen::Agenda(agenda) => agenda.person(),
            Screen::Goals(goals) => goals.person(),
            Screen::Competencies(screen) => screen.person(),
            Screen::Grid(grid) => grid.person,
            Screen::Person(person) => Some(person.person),
            Screen::Session(session) => Some(session.person),
            Screen::Walk(walk) => walk.person(),
            Screen::Log(log) => log.about,
        }
    }
}

/// The screens from the first one (Team, Agenda, Goals or Competencies) to the one on top.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stack {
    bottom: Screen,
    rest: Vec<Screen>,
}

impl Stack {
    pub fn new(bottom: Screen) -> Self {
        Stack { bottom, rest: vec![] }
    }
    pub fn top(&self) -> &Screen {
        self.rest.last().unwrap_or(&self.bottom)
    }
    pub fn top_mut(&mut self) -> &mut Screen {
        self.rest.last_mut().unwrap_or(&mut self.bottom)
    }
    pub fn push(&mut self, screen: Screen) {
        self.rest.push(screen);
    }
    /// Leaves the top screen; `None` at the first one.
    pub fn pop(&mut self) -> Option<Screen> {
        self.rest.pop()
    }
    pub fn at_home(&self) -> bool {
        self.rest.is_empty()
    }
    /// Back to a first screen.
    pub fn reset(&mut self, bottom: Screen) {
        *self = Stack::new(bottom);
    }
    pub fn bottom(&self) -> &Screen {
        &self.bottom
    }
    pub fn bottom_mut(&mut self) -> &mut Screen {
        &mut self.bottom
    }
    pub fn iter(&self) -> impl Iterator<Item = &Screen> {
        std::iter::once(&self.bottom).chain(&self.rest)
    }
    pub fn iter_mut(&mut self) -> impl Iterator<Item = &mut Screen> {
        std::iter::once(&mut self.bottom).chain(&mut self.rest)
    }
    /// The walk underneath, if one is under way.
    pub fn walk_mut(&mut self) -> Option<&mut WalkScreen> {
        self.iter_mut().find_map(|s| if let Screen::Walk(walk) = s { Some(walk) } else { None })
    }
}

//! The screens in a stack that is never empty. What a screen shows is derived again after every change; what it remembers
//! is a selection, by identifier, and what was typed.

use super::OnTop;
use super::agenda::AgendaScreen;
use super::competencies::CompetenciesScreen;
use super::development::DevelopmentScreen;
use super::evaluation::EvaluationScreen;
use super::goals::GoalsScreen;
use super::log::LogScreen;
use super::month::MonthScreen;
use super::person::PersonScreen;
use super::reports::ReportsScreen;
use super::session::SessionScreen;
use super::team::TeamScreen;
use super::walk::WalkScreen;
use crate::desk::command::Place;
use serde::{Deserialize, Serialize};
use std::ops::{Deref, DerefMut};

/// The screens, each with the type that answers for it: one row a screen.
macro_rules! screens {
    ($($(#[$serde:meta])* $variant:ident($type:ty) => $screen:ident in $own:ty;)+) => {
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        pub enum Screen { $($(#[$serde])* $variant($type)),+ }

        impl Deref for Screen {
            type Target = dyn OnTop;
            fn deref(&self) -> &Self::Target {
                match self { $(Screen::$variant($screen) => { let screen: &$own = $screen; screen })+ }
            }
        }

        impl DerefMut for Screen {
            fn deref_mut(&mut self) -> &mut Self::Target {
                match self { $(Screen::$variant($screen) => { let screen: &mut $own = $screen; screen })+ }
            }
        }
    };
}

screens! {
    Team(TeamScreen) => screen in TeamScreen;
    Agenda(AgendaScreen) => screen in AgendaScreen;
    Goals(GoalsScreen) => screen in GoalsScreen;
    Competencies(Box<CompetenciesScreen>) => screen in CompetenciesScreen;
    Development(Box<DevelopmentScreen>) => screen in DevelopmentScreen;
    #[serde(rename = "Grid")]
    Month(Box<MonthScreen>) => screen in MonthScreen;
    Person(PersonScreen) => screen in PersonScreen;
    Session(Box<SessionScreen>) => screen in SessionScreen;
    Walk(WalkScreen) => screen in WalkScreen;
    Log(LogScreen) => screen in LogScreen;
    Reports(Box<ReportsScreen>) => screen in ReportsScreen;
    Evaluation(Box<EvaluationScreen>) => screen in EvaluationScreen;
}

impl Screen {
    /// The first screens, in the order of their keys.
    pub const HOMES: [Place; 6] =
        [Place::Team, Place::Agenda, Place::Goals, Place::Competencies, Place::Development, Place::Reports];

    /// One of the first screens as it opens.
    pub fn home(place: Place) -> Screen {
        match place {
            Place::Agenda => Screen::Agenda(AgendaScreen::default()),
            Place::Goals => Screen::Goals(GoalsScreen::default()),
            Place::Competencies | Place::Rating => Screen::Competencies(Box::default()),
            Place::Development => Screen::Development(Box::default()),
            Place::Reports => Screen::Reports(Box::default()),
            _ => Screen::Team(TeamScreen::default()),
        }
    }
}

/// The screens from the first one (Team to Reports) to the one on top.
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
}

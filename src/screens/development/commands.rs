//! What keys do on Development: tabs, folds and years here; what is done to a record stands in `desk::records`.

use super::{DevelopmentScreen, FOOT_ROWS, HEAD_ROWS, Row, Tab};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::form::Purpose;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::records::needs::DevelopAt;
use crate::desk::selection::Selection;
use crate::domain::PersonId;
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for DevelopmentScreen {
    fn place(&self) -> Place {
        Place::Development
    }
    fn person(&self) -> Option<PersonId> {
        self.selected.and_then(DevelopAt::person)
    }
    fn selection(&self, _desk: &Desk) -> Selection {
        Selection { person: self.person(), development: self.selected, scope: self.scope, ..Selection::default() }
    }
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        self.team.people.clone()
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let height = list_rows(desk);
        DevelopmentScreen::step(self, movement, height);
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::NextTab | Command::PreviousTab => {
                self.open_tab(self.tab.turn(command == Command::NextTab));
            }
            Command::NextYear | Command::PreviousYear if matches!(self.tab, Tab::Hours | Tab::Proposal) => {
                self.turn_year(command == Command::NextYear, &desk.office);
            }
            Command::NextYear | Command::PreviousYear => {
                desk.tell(Tone::Plain, Text::plain("why-not-here"));
            }
            Command::DevelopFold => match self.selected {
                Some(at @ (DevelopAt::Topic(_) | DevelopAt::Pair(..))) => self.fold(at),
                _ => return true,
            },
            Command::ScopeNext => {
                self.scope = self.scope.other();
                self.opened(desk);
            }
            // A topic of several is planned person by person.
            Command::DevelopAdd if matches!(self.selected, Some(DevelopAt::Topic(_))) => self.plan_topic(desk),
            _ => return false,
        }
        desk.typed();
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        let person = self.person().is_some();
        match command {
            Command::DevelopFold => matches!(self.selected, Some(DevelopAt::Topic(_) | DevelopAt::Pair(..))),
            Command::NextYear | Command::PreviousYear => matches!(self.tab, Tab::Hours | Tab::Proposal),
            Command::OpenRecord | Command::DevelopAdd => self.selected.is_some(),
            Command::DevelopValue => !matches!(self.selected, Some(DevelopAt::Hours(_) | DevelopAt::Pair(..)) | None),
            Command::DevelopDone => matches!(
                self.selected,
                Some(
                    DevelopAt::Item(..)
                        | DevelopAt::Pair(..)
                        | DevelopAt::PairTopic(..)
                        | DevelopAt::Talk(..)
                        | DevelopAt::Line(..)
                )
            ),
            Command::DevelopDrop => !matches!(self.selected, Some(DevelopAt::Topic(_) | DevelopAt::Hours(_)) | None),
            Command::EditRecord => matches!(self.selected, Some(DevelopAt::Item(..) | DevelopAt::Line(..))),
            Command::StartSession | Command::Postpone => person,
            Command::Back | Command::NoteNow => false,
            _ => true,
        }
    }

    /// A list over people needs their records; a whole agency's are read when somebody looks at them.
    fn opened(&mut self, desk: &mut Desk) {
        let people: Vec<PersonId> = desk.office.roster.team(self.scope).map(|row| row.id).take(500).collect();
        for id in people {
            desk.want(id);
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        let height = list_rows(desk);
        DevelopmentScreen::refresh(self, &desk.office, height);
    }
}

/// Rows that the list has.
pub(super) fn list_rows(desk: &Desk) -> usize {
    let body = desk.body_rows();
    body.saturating_sub(HEAD_ROWS + foot_rows(desk, body)).max(1)
}

/// On a wide terminal the story stands beside the list, on a low one nowhere.
pub(super) fn foot_rows(desk: &Desk, body: usize) -> usize {
    let beside = desk.page_columns() >= crate::desk::WIDE;
    if beside || body < HEAD_ROWS + FOOT_ROWS + 5 { 0 } else { FOOT_ROWS }
}

impl DevelopmentScreen {
    fn plan_topic(&mut self, desk: &mut Desk) {
        let Some(at @ DevelopAt::Topic(mark)) = self.selected else { return };
        match self.into_topic(at) {
            Some(person) => desk.open_form(Purpose::PlanItem(person, Some(mark))),
            None => desk.tell(Tone::Plain, Text::plain("development-for-whom")),
        }
    }

    /// Rows that can be selected.
    pub fn count(&self) -> usize {
        self.rows.iter().filter(|row| matches!(row, Row::At(_))).count()
    }
}

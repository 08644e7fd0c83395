//! What keys do on Reports: the tab that is shown has them, the frame only turns tabs.

use super::{ReportsScreen, Tab};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::list::Move;
use crate::desk::selection::Selection;
use crate::domain::PersonId;
use crate::domain::evaluation::stage::Stage;
use crate::screens::OnTop;
use crate::screens::reports::evaluation::View;

impl OnTop for ReportsScreen {
    fn place(&self) -> Place {
        Place::Reports
    }
    fn person(&self) -> Option<PersonId> {
        match self.tab {
            Tab::Evaluation => self.evaluation.selected,
        }
    }
    fn selection(&self, desk: &Desk) -> Selection {
        let evaluation = match self.tab {
            Tab::Evaluation => self.evaluation.at(&desk.office),
        };
        Selection { person: self.person(), evaluation, ..Selection::default() }
    }
    fn listed(&mut self, _desk: &mut Desk) -> Vec<PersonId> {
        match self.tab {
            Tab::Evaluation => self.evaluation.people(),
        }
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        match self.tab {
            Tab::Evaluation => self.evaluation.step(desk, movement),
        }
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match self.tab {
            Tab::Evaluation => self.evaluation.run(desk, command),
        }
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        let row = self.evaluation.rows.iter().find(|row| Some(row.person) == self.evaluation.selected);
        let stage = row.map_or(Stage::Undecided, |row| row.stage);
        let people = self.evaluation.view == View::People;
        match command {
            Command::HandOverEvaluation => people && matches!(stage, Stage::Judged | Stage::Decided),
            Command::EvaluationStep => people && matches!(stage, Stage::Objected | Stage::HandedOver | Stage::Read),
            Command::EvaluationWithdraw => people && stage != Stage::Undecided,
            Command::EvaluationQueue => self.evaluation.count(|stage| stage == Stage::Undecided) > 0,
            Command::GoAgenda | Command::GoGoals | Command::GoCompetencies | Command::GoReports => false,
            Command::Find | Command::NoteNow | Command::Back => false,
            _ => true,
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        match self.tab {
            Tab::Evaluation => self.evaluation.refresh(desk),
        }
    }
}

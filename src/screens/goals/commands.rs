//! What keys do on Goals.

use super::{GoalsScreen, Line};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::key::KeyPress;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::reader::Reader;
use crate::desk::records::goals::plan;
use crate::desk::request::{Destination, Follow};
use crate::desk::selection::Selection;
use crate::domain::goal::rollup::{Parent, rollups};
use crate::domain::{Dossier, PersonId};
use crate::i18n::{Arg, Text};
use crate::reports::goals as says;
use crate::screens::{OnTop, leaves_filter};

impl OnTop for GoalsScreen {
    fn place(&self) -> Place {
        Place::Goals
    }
    fn person(&self) -> Option<PersonId> {
        match &self.selected {
            Some(Line::Person(id)) => Some(*id),
            Some(Line::Goal(at)) => Some(at.person),
            _ => None,
        }
    }
    fn selection(&self, _desk: &Desk) -> Selection {
        Selection { person: self.person(), goal: self.goal_at(), year: self.year, scope: self.scope, ..Selection::default() }
    }
    fn listed(&mut self, desk: &mut Desk) -> Vec<PersonId> {
        self.people(&desk.office)
    }
    fn in_text(&self) -> bool {
        self.filtering
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        Some(&mut self.filter)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        self.filtered();
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let Some(movement) = leaves_filter(press) else { return false };
        self.filtering = false;
        movement.into_iter().for_each(|movement| OnTop::step(self, desk, movement));
        true
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        GoalsScreen::step(self, movement, desk.body_rows());
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::Filter => self.begin_filter(),
            Command::ScopeNext => {
                self.scope = self.scope.other();
                self.opened(desk);
            }
            Command::GoalsGroup => {
                self.next_group();
                desk.tell(Tone::Plain, Text::with("notice-order", [("order", Arg::Message(self.group.id()))]));
            }
            Command::GoalsDepth => self.next_depth(),
            Command::NextYear | Command::PreviousYear => {
                self.turn_year(command == Command::NextYear, desk.office.today.year());
            }
            Command::GoalsGrid => {
                let month = self.year.map(|_| self.day(&desk.office)).filter(|day| *day < desk.office.today);
                desk.go(Destination::Month { filter: self.filter.text().to_owned(), month });
            }
            Command::OpenRecord if self.goal_at().is_none() => return self.why_heading(desk),
            _ => return false,
        }
        true
    }

    fn back(&mut self, _desk: &mut Desk) -> bool {
        self.leave_filter()
    }

    fn follow(&mut self, desk: &mut Desk, what: &Follow) -> bool {
        match what {
            Follow::CheckedIn => self.go_on(),
            Follow::SelectGoal(at) => self.selected = Some(Line::Goal(*at)),
            Follow::ShowPlan(person, year) => {
                self.show_year(year.filter(|year| *year != desk.office.today.year()));
                self.selected = Some(Line::Person(*person));
            }
            Follow::TargetSet => {
                if let Some(next) = desk.next_open_target(self.below()) {
                    self.selected = Some(Line::Goal(next));
                }
            }
            _ => return false,
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        match command {
            Command::GoalCheckIn | Command::GoalStatus | Command::EditRecord | Command::CopyShared => {
                self.goal_at().is_some()
            }
            Command::StartSession | Command::NoteNow | Command::Back => false,
            _ => true,
        }
    }

    fn opened(&mut self, desk: &mut Desk) {
        for id in self.wanted(&desk.office) {
            desk.want(id);
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        GoalsScreen::refresh(self, &desk.office, desk.body_rows());
    }
}

impl GoalsScreen {
    /// How the figure of a heading came about: a whole plan, or a supervisor's result.
    fn why_heading(&self, desk: &mut Desk) -> bool {
        let (words, rules, office) = (&desk.words, &desk.office.rules, &desk.office);
        let found = match &self.selected {
            Some(Line::Person(id)) => office.dossier(*id).and_then(|dossier| {
                let plan = plan(dossier, self.year, office)?;
                let mut lines = vec![says::mean_line(words, &plan.mean), String::new()];
                for goal in &plan.goals {
                    lines.push(goal.result.title.clone());
                    lines.extend(says::why_goal(words, goal, rules).into_iter().map(|line| format!("  {line}")));
                }
                Some((office.label(*id), lines))
            }),
            Some(Line::Parent(parent)) => self.why_parent(desk, parent),
            _ => None,
        };
        let Some((of, lines)) = found else { return false };
        desk.read(Reader::new(Text::with("goals-why", [("name", of.into())]), &lines));
        true
    }

    fn why_parent(&self, desk: &Desk, parent: &Parent) -> Option<(String, Vec<String>)> {
        let office = &desk.office;
        let dossiers: Vec<&Dossier> = self.wanted(office).into_iter().filter_map(|id| office.dossier(id)).collect();
        let rollups = rollups(&dossiers, self.day(office));
        let name = |id: PersonId| office.label(id);
        let found = rollups.iter().find(|rollup| rollup.parent == *parent)?;
        Some((found.title.clone(), says::why_rollup(&desk.words, found, &name)))
    }
}

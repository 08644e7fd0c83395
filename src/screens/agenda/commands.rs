//! What keys do on Agenda.

use super::{AgendaScreen, Entry, Row};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::form::Purpose;
use crate::desk::list::Move;
use crate::desk::request::{Destination, Part};
use crate::desk::selection::{Selection, Target};
use crate::domain::evaluation::objection::ObjectionAbout;
use crate::domain::{PersonId, RecordId};
use crate::screens::OnTop;

impl OnTop for AgendaScreen {
    fn place(&self) -> Place {
        Place::Agenda
    }
    fn person(&self) -> Option<PersonId> {
        self.selected.map(Entry::person)
    }
    fn selection(&self, desk: &Desk) -> Selection {
        let target = match self.selected {
            Some(Entry::Action(person, id)) => Target::Action(person, id),
            Some(Entry::Postponed(person, id) | Entry::Done(person, id)) => Target::Session(person, id),
            Some(Entry::Due(person, _)) => {
                let planned = desk.office.dossier(person).and_then(|d| d.planned_session());
                planned.map_or(Target::Nothing, |s| Target::Session(person, s.id))
            }
            Some(Entry::Objection(person, about)) => objection(desk, person, about),
            Some(Entry::Goal(..) | Entry::Effect(..) | Entry::Pair(..) | Entry::Licence(..)) | None => Target::Nothing,
        };
        Selection { person: self.person(), target, goal: self.goal_at(), ..Selection::default() }
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        AgendaScreen::step(self, movement, desk.body_rows());
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::OpenPerson if matches!(self.selected, Some(Entry::Objection(..))) => {
                let target = self.selection(desk).target;
                desk.open_record(target);
            }
            Command::OpenPerson => {
                if let Some(Entry::Effect(person, id)) = self.selected {
                    desk.open_form(Purpose::AnswerEffect(person, id));
                } else if let Some(person) = self.person() {
                    desk.go(Destination::Person { person, queue: vec![person], part: Part::Whole });
                }
            }
            Command::ScopeNext => {
                self.scope = self.scope.other();
                self.opened(desk);
            }
            Command::StartWalk => {
                desk.go(Destination::Walk { queue: self.queue(), filter: String::new(), resumable: false });
            }
            // A plan is changed where it is seen whole.
            Command::RemoveRecord if self.goal_at().is_some() => {
                desk.run_about_records(command, &self.selection(desk));
            }
            _ => return false,
        }
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        let action = matches!(self.selected, Some(Entry::Action(..)));
        let due = matches!(self.selected, Some(Entry::Due(..)));
        let goal = matches!(self.selected, Some(Entry::Goal(..)));
        let objection = matches!(self.selected, Some(Entry::Objection(..)));
        let develops = matches!(self.selected, Some(Entry::Effect(..) | Entry::Pair(..) | Entry::Licence(..)));
        match command {
            Command::ActionDone | Command::ActionNotDone | Command::ActionDrop | Command::ActionReschedule => action,
            Command::StartSession | Command::Postpone => due || objection,
            Command::EditRecord => objection,
            Command::GoalCheckIn | Command::GoalStatus => goal,
            Command::CopyShared => action || goal,
            Command::StartWalk => !action && !goal && !develops,
            Command::ToggleAudience | Command::Back => false,
            _ => true,
        }
    }

    /// A whole agency's actions are read when somebody looks at them, not before.
    fn opened(&mut self, desk: &mut Desk) {
        desk.office.judge(self.scope);
        for id in super::wanted(&desk.office, self.scope).into_iter().take(500) {
            desk.want(id);
        }
    }

    fn refresh(&mut self, desk: &mut Desk) {
        let height = desk.body_rows();
        AgendaScreen::refresh(self, &mut desk.office, height);
    }
}

/// The record of an objection, or the session whose sheet it is about.
fn objection(desk: &Desk, person: PersonId, about: ObjectionAbout) -> Target {
    let dossier = desk.office.dossier(person);
    let chain = dossier.and_then(|d| d.objections.iter().find(|chain| chain.about == about && chain.is_open()));
    match (chain, about) {
        (Some(chain), _) => Target::Record(person, RecordId::Objection(chain.id)),
        (None, ObjectionAbout::Session(session)) => Target::Session(person, session),
        (None, ObjectionAbout::Evaluation(_)) => Target::Nothing,
    }
}

impl AgendaScreen {
    /// Who objects, then everybody whose session is due, in the order of the days.
    fn queue(&self) -> Vec<PersonId> {
        let mut queue: Vec<PersonId> = Vec::new();
        for row in &self.rows {
            if let Row::Entry(Entry::Due(person, _) | Entry::Objection(person, _)) = row
                && !queue.contains(person)
            {
                queue.push(*person);
            }
        }
        queue
    }
}

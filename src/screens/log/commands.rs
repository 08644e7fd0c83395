//! What keys do on the log.

use super::LogScreen;
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::effect::Effect;
use crate::desk::journal::{Journal, Line};
use crate::desk::key::KeyPress;
use crate::desk::list::Move;
use crate::desk::reader::Reader;
use crate::domain::PersonId;
use crate::domain::records::history;
use crate::i18n::Text;
use crate::reports::log as says;
use crate::screens::{OnTop, leaves_filter};

/// Lines of the screen that are no entries: the filter or the count, a blank; a blank and two lines about the selected.
pub const LOG_ROWS: usize = 5;

impl OnTop for LogScreen {
    fn place(&self) -> Place {
        Place::Log
    }
    fn person(&self) -> Option<PersonId> {
        self.about
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
        movement.into_iter().for_each(|movement| self.step(desk, movement));
        true
    }

    fn step(&mut self, desk: &mut Desk, movement: Move) {
        let shown = desk.journal.shown().len();
        if self.list.selected == shown.saturating_sub(1) && matches!(movement, Move::Down | Move::PageDown | Move::Last) {
            desk.journal.look_further();
        }
        self.list.step(movement, shown, height(desk));
        self.selected = desk.journal.shown_number(self.list.selected);
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::Filter => self.begin_filter(),
            Command::OpenRecord => self.open(desk),
            _ => return false,
        }
        true
    }

    fn back(&mut self, desk: &mut Desk) -> bool {
        let left = self.leave_filter();
        if left {
            desk.typed();
        }
        left
    }

    fn offers(&self, desk: &Desk, command: Command) -> bool {
        match command {
            Command::Find => false,
            Command::Undo => self.is_newest_selected(desk),
            _ => true,
        }
    }

    /// Derives what is shown, and asks for more where the list ends within the page.
    fn refresh(&mut self, desk: &mut Desk) {
        let height = height(desk);
        if !desk.journal.is_about(self.about) {
            desk.journal = Journal::about(self.about);
        }
        let journal = &mut desk.journal;
        journal.derive(self.filter.text());
        if let Some(at) = self.selected.and_then(|number| journal.position(number)) {
            self.list.selected = at;
        }
        self.list.show(journal.shown().len(), height);
        self.selected = journal.shown_number(self.list.selected);
        if let Some(before) = journal.read_on(self.list.top + height + 1, !self.filter.is_empty()) {
            desk.effects.push(Effect::LoadLog { about: self.about, before });
        }
    }
}

fn height(desk: &Desk) -> usize {
    desk.body_rows().saturating_sub(LOG_ROWS)
}

impl LogScreen {
    fn line<'d>(&self, desk: &'d Desk) -> Option<&'d Line> {
        desk.journal.line(self.selected?)
    }

    /// Whether undo would take back what is selected.
    pub fn is_newest_selected(&self, desk: &Desk) -> bool {
        let newest = history::undoable(&desk.office.recent).map(|change| change.id);
        self.line(desk).is_some_and(|line| Some(line.entry.change.id) == newest)
    }

    fn open(&self, desk: &mut Desk) {
        let Some(line) = self.line(desk) else { return };
        let number = desk.words.number(i64::try_from(line.entry.number).unwrap_or(i64::MAX));
        let body = entry_text(desk, line, Reader::width(desk.size.columns));
        desk.read(Reader::new(Text::with("log-title", [("number", number.into())]), &[body]));
    }
}

/// All of a change, as it can be read in so many columns.
pub fn entry_text(desk: &Desk, line: &Line, columns: usize) -> String {
    let (roster, zone) = (&desk.office.roster, &desk.office.zone);
    says::wrapped(&says::text(&desk.words, &line.entry, &line.about, line.left, roster, zone), columns)
}

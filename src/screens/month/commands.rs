//! Filling the values of a month: what is typed into a cell becomes a check-in, and the cursor goes on.

use super::{CELL, MonthScreen, Typed};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::editor::Editor;
use crate::desk::form::refused;
use crate::desk::grid::{Layout, Step};
use crate::desk::key::{Key, KeyPress};
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::records::goals::GoalAt;
use crate::desk::request::Follow;
use crate::desk::selection::Selection;
use crate::domain::goal::{check_in, entry};
use crate::domain::{PersonId, Record, Refusal};
use crate::i18n::Text;
use crate::screens::{Mode, OnTop};

impl OnTop for MonthScreen {
    fn place(&self) -> Place {
        Place::Month
    }
    fn mode(&self) -> Option<Mode> {
        Some(Mode::Filling)
    }
    fn person(&self) -> Option<PersonId> {
        self.person
    }
    fn is_about_one(&self) -> bool {
        true
    }
    fn selection(&self, _desk: &Desk) -> Selection {
        Selection { person: self.person, goal: self.cell, ..Selection::default() }
    }
    fn wants_list(&self) -> bool {
        self.people.is_none()
    }
    fn take_list(&mut self, people: Vec<PersonId>) {
        self.people = Some(people);
    }
    fn in_text(&self) -> bool {
        self.typed.as_ref().is_some_and(|typed| Some(typed.at) == self.cell)
    }
    fn editor(&mut self) -> Option<&mut Editor> {
        self.typed.as_mut().map(|typed| &mut typed.line)
    }
    fn typed(&mut self, _desk: &mut Desk) {
        // What was said of it before is past.
        if let Some(typed) = &mut self.typed {
            typed.error = None;
        }
    }
    /// Arrows while a value is typed save it and go their way.
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        if press.ctrl || press.alt {
            return false;
        }
        match press.key {
            Key::Left => self.fill(desk, Step::Left),
            Key::Right => self.fill(desk, Step::Right),
            Key::Up => self.fill(desk, Step::Up),
            Key::Down => self.fill(desk, Step::Down),
            Key::Enter => {}
            _ => return false,
        }
        true
    }
    /// A figure that was copied elsewhere.
    fn begin_text(&mut self, desk: &mut Desk) {
        self.type_into_cell(desk, "");
    }
    fn step(&mut self, desk: &mut Desk, movement: Move) {
        self.fill(
            desk,
            match movement {
                Move::Down => Step::Down,
                Move::Up => Step::Up,
                Move::PageDown => Step::PageDown,
                Move::PageUp => Step::PageUp,
                Move::First => Step::RowStart,
                Move::Last => Step::RowEnd,
            },
        );
    }

    /// A key that begins a value of the cell under the cursor.
    fn value_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        let Some(typed) = press.typed().filter(|_| !self.in_text()) else { return false };
        let Some((_, Some(indicator))) = self.cell.and_then(|at| desk.goal_records(at)) else { return false };
        if !entry::begins(typed, &indicator.measure) {
            return false;
        }
        if desk.read_only {
            desk.tell(Tone::Alarm, Text::plain("store-read-only"));
            return true;
        }
        self.type_into_cell(desk, typed.encode_utf8(&mut [0; 4]));
        true
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::GridNext => self.fill(desk, Step::Next),
            Command::GridPrevious => self.fill(desk, Step::Previous),
            Command::GridLeft => self.fill(desk, Step::Left),
            Command::GridRight => self.fill(desk, Step::Right),
            Command::GridFirst => self.fill(desk, Step::RowStart),
            Command::GridLast => self.fill(desk, Step::RowEnd),
            Command::GridEarlier | Command::GridLater => {
                self.turn_month(command == Command::GridLater, desk.office.today);
                desk.typed();
            }
            Command::GoalCheckIn => self.type_into_cell(desk, ""),
            Command::GridWhy => self.cell.into_iter().for_each(|at| desk.why(at)),
            _ => return false,
        }
        true
    }

    /// Esc takes back what is typed.
    fn back(&mut self, desk: &mut Desk) -> bool {
        let was = self.in_text() && self.typed.take().is_some();
        if was {
            desk.typed();
        }
        was
    }

    /// The cursor goes to the value that was taken back or done again.
    fn follow(&mut self, _desk: &mut Desk, what: &Follow) -> bool {
        let Follow::Undone(change) = what else { return false };
        let value = change.ops.iter().find_map(|op| match op.record() {
            Record::CheckIn(c) => Some(GoalAt { person: c.person, result: c.result, indicator: Some(c.indicator) }),
            _ => None,
        });
        value.into_iter().for_each(|at| self.go_to(at));
        true
    }

    fn offers(&self, _desk: &Desk, command: Command) -> bool {
        match command {
            Command::GridLater => self.month.is_some(),
            Command::GridNext | Command::GoalCheckIn | Command::GridWhy | Command::GoalStatus => self.cell.is_some(),
            _ => true,
        }
    }

    fn resized(&mut self) {
        // As many columns as now fit, from the first one on.
        self.grid.columns.top = 0;
    }

    /// Derives the cells, and asks for the people who came into view. After a restart, with only the first screen's people
    /// known, the cursor must not lose its row.
    fn refresh(&mut self, desk: &mut Desk) {
        if desk.incomplete {
            return;
        }
        let layout = layout(desk);
        MonthScreen::refresh(self, &desk.office, &layout);
        for id in self.wanted(&layout) {
            desk.want(id);
        }
    }
}

/// Rows, columns and cells as they fit on this terminal.
pub fn layout(desk: &Desk) -> Layout {
    Layout::new(desk.page_columns(), desk.body_rows(), CELL)
}

impl MonthScreen {
    /// Begins to type into the cell under the cursor.
    fn type_into_cell(&mut self, desk: &mut Desk, text: &str) {
        if let Some(at) = self.cell {
            self.typed = Some(Typed { at, line: Editor::new(text), error: None });
            desk.typed();
        }
    }

    /// Saves what is typed and moves. A refusal keeps cursor and text where they are.
    fn fill(&mut self, desk: &mut Desk, step: Step) {
        if !self.save_cell(desk) {
            return;
        }
        // A value that has just been saved may have made more cells known.
        OnTop::refresh(self, desk);
        MonthScreen::step(self, step, &layout(desk));
    }

    /// False if what is typed was refused.
    fn save_cell(&mut self, desk: &mut Desk) -> bool {
        if !self.in_text() {
            return true;
        }
        let Some(typed) = self.typed.take() else { return true };
        desk.typed();
        if typed.line.is_empty() {
            return true;
        }
        match self.save_typed(desk, &typed) {
            Ok(true) => {}
            Ok(false) => desk.tell(Tone::Plain, Text::plain("grid-same")),
            Err(why) => {
                self.typed = Some(Typed { error: Some(why), ..typed });
                return false;
            }
        }
        true
    }

    /// False if it says nothing new.
    fn save_typed(&self, desk: &mut Desk, typed: &Typed) -> Result<bool, Text> {
        let entry = self.entry(desk, typed).map_err(|refusal| refused(&refusal))?;
        let Some(indicator) = typed.at.indicator else { return Ok(false) };
        if self.says_nothing_new(desk, typed.at, &entry) {
            return Ok(false);
        }
        let on = Some(entry.on.unwrap_or(self.day(desk.office.today)));
        let intent = desk.check_in_intent(typed.at, indicator, entry::Entry { on, ..entry }, None);
        desk.try_to(intent).map(|_| true)
    }

    /// What is understood of a cell so far.
    pub fn entry(&self, desk: &Desk, typed: &Typed) -> Result<entry::Entry, Refusal> {
        let (_, indicator) = desk.goal_records(typed.at).ok_or(Refusal::NoSuchRecord)?;
        let indicator = indicator.ok_or(Refusal::NoSuchRecord)?;
        let dossier = desk.office.dossier(typed.at.person).ok_or(Refusal::NoSuchPerson)?;
        let today = desk.office.today;
        let last = check_in::value_on(&dossier.check_ins, indicator.id, self.day(today)).map(|(_, value)| value);
        let sign = desk.words.decimal_sign();
        let context = entry::Context { measure: &indicator.measure, unit: &indicator.unit, last, sign, today };
        entry::read(typed.line.text(), context)
    }

    /// The value alone, and it is the one that holds and was measured in this month: writing it twice helps nobody.
    fn says_nothing_new(&self, desk: &Desk, at: GoalAt, entry: &entry::Entry) -> bool {
        let bare = entry.on.is_none() && entry.note.is_empty() && entry.evidence.is_empty();
        let day = self.day(desk.office.today);
        let held = desk.office.dossier(at.person).zip(at.indicator);
        let held = held.and_then(|(dossier, id)| check_in::value_on(&dossier.check_ins, id, day));
        bare && held
            .is_some_and(|(last, value)| Some(value) == entry.value && last.on.first_of_month() == day.first_of_month())
    }
}

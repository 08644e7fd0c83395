//! Filling the grid of goals: what is typed into a cell becomes a check-in, and the cursor goes on.

use super::{CELL, GridScreen, Typed};
use crate::app::{App, WIDE};
use crate::desk::command::Command;
use crate::desk::editor::Editor;
use crate::desk::effect::Effect;
use crate::desk::form::refused;
use crate::desk::grid::{Layout, Step};
use crate::desk::key::{Key, KeyPress};
use crate::desk::notice::Tone;
use crate::desk::records::goals::GoalAt;
use crate::domain::goal::{check_in, entry};
use crate::domain::{Change, PersonId, Record, Refusal};
use crate::i18n::Text;
use crate::screens::stack::Screen;

impl App {
    /// The values of the people that the list on top shows.
    pub(crate) fn open_grid(&mut self) {
        let people = self.listed_people();
        let (filter, month) = match self.screens.top() {
            Screen::Goals(goals) => (goals.filter.text().to_owned(), goals.year.map(|_| goals.day(&self.office))),
            _ => (String::new(), None),
        };
        let month = month.filter(|day| *day < self.office.today);
        self.screens.push(Screen::Grid(Box::new(GridScreen::new(people, filter, month))));
        self.effects.push(Effect::DraftsChanged);
    }

    /// Everybody of the first screen's list, in its order.
    pub(crate) fn listed_people(&mut self) -> Vec<PersonId> {
        let height = self.body_rows().saturating_sub(crate::app::TEAM_ROWS);
        match self.screens.bottom_mut() {
            Screen::Team(team) => {
                team.refresh(&mut self.office, height);
                team.people.clone()
            }
            Screen::Goals(goals) => goals.people(&self.office),
            _ => vec![],
        }
    }

    /// Rows, columns and cells as they fit on this terminal.
    pub fn grid_layout(&self) -> Layout {
        let width = if self.look.plain { self.size.columns.min(WIDE - 1) } else { self.size.columns };
        Layout::new(width, self.body_rows(), CELL)
    }

    /// Derives the grid, and asks for the people who came into view.
    pub(crate) fn refresh_grid(&mut self) {
        if self.early.is_some() {
            // After a restart, with only the first screen's people known: the cursor must not lose its row.
            return;
        }
        let layout = self.grid_layout();
        let nobody_yet = matches!(self.screens.top(), Screen::Grid(grid) if grid.people.is_none());
        let people = nobody_yet.then(|| self.listed_people());
        let Screen::Grid(grid) = self.screens.top_mut() else { return };
        if people.is_some() {
            grid.people = people;
        }
        grid.refresh(&self.office, &layout);
        for id in grid.wanted(&layout) {
            self.want(id);
        }
    }

    /// True if the command was one of the grid.
    pub(crate) fn run_in_grid(&mut self, command: Command) -> bool {
        if command == Command::GoalsGrid {
            self.open_grid();
            return true;
        }
        let today = self.office.today;
        let Screen::Grid(grid) = self.screens.top_mut() else { return false };
        match command {
            Command::GridNext => self.fill(Step::Next),
            Command::GridPrevious => self.fill(Step::Previous),
            Command::GridLeft => self.fill(Step::Left),
            Command::GridRight => self.fill(Step::Right),
            Command::GridFirst => self.fill(Step::RowStart),
            Command::GridLast => self.fill(Step::RowEnd),
            Command::Down => self.fill(Step::Down),
            Command::Up => self.fill(Step::Up),
            Command::PageDown => self.fill(Step::PageDown),
            Command::PageUp => self.fill(Step::PageUp),
            Command::GridEarlier | Command::GridLater => {
                grid.turn_month(command == Command::GridLater, today);
                self.effects.push(Effect::DraftsChanged);
            }
            Command::GoalCheckIn => self.type_into_cell(""),
            Command::GridWhy => {
                if let Some(at) = grid.cell {
                    self.why(at);
                }
            }
            _ => return false,
        }
        true
    }

    /// A key that begins a value of the cell under the cursor. True if it did.
    pub(crate) fn begin_value(&mut self, press: KeyPress) -> bool {
        let Some(typed) = press.typed().filter(|_| !self.in_text()) else { return false };
        let Some((_, Some(indicator))) = self.goal_at().and_then(|at| self.goal_records(at)) else { return false };
        if !entry::begins(typed, &indicator.measure) {
            return false;
        }
        self.type_into_cell(typed.encode_utf8(&mut [0; 4]));
        true
    }

    /// Begins to type into the cell under the cursor.
    pub(crate) fn type_into_cell(&mut self, text: &str) {
        let Screen::Grid(grid) = self.screens.top_mut() else { return };
        let Some(at) = grid.cell else { return };
        grid.typed = Some(Typed { at, line: Editor::new(text), error: None });
        self.effects.push(Effect::DraftsChanged);
    }

    /// Arrows while a value is typed save it and go their way. True if the key was one.
    pub(crate) fn arrow_in_cell(&mut self, press: KeyPress) -> bool {
        if !self.overlays.is_empty() || !matches!(self.screens.top(), Screen::Grid(_)) || press.ctrl || press.alt {
            return false;
        }
        match press.key {
            Key::Left => self.fill(Step::Left),
            Key::Right => self.fill(Step::Right),
            Key::Up => self.fill(Step::Up),
            Key::Down => self.fill(Step::Down),
            _ => return false,
        }
        true
    }

    /// Esc takes back what is typed; false if nothing was.
    pub(crate) fn take_back_typed(&mut self) -> bool {
        let Screen::Grid(grid) = self.screens.top_mut() else { return false };
        let was = grid.in_text() && grid.typed.take().is_some();
        if was {
            self.effects.push(Effect::DraftsChanged);
        }
        was
    }

    /// Saves what is typed and moves. A refusal keeps cursor and text where they are.
    pub(crate) fn fill(&mut self, step: Step) {
        if !self.save_cell() {
            return;
        }
        let layout = self.grid_layout();
        // A value that has just been saved may have made more cells known.
        self.refresh_grid();
        if let Screen::Grid(grid) = self.screens.top_mut() {
            grid.step(step, &layout);
        }
    }

    /// False if what is typed was refused.
    pub(crate) fn save_cell(&mut self) -> bool {
        let Screen::Grid(grid) = self.screens.top_mut() else { return true };
        if !grid.in_text() {
            return true;
        }
        let Some(typed) = grid.typed.take() else { return true };
        self.effects.push(Effect::DraftsChanged);
        if typed.line.is_empty() {
            return true;
        }
        match self.save_typed(&typed) {
            Ok(Some(change)) => self.commit(&change),
            Ok(None) => self.tell(Tone::Plain, Text::plain("grid-same")),
            Err(why) => {
                if let Screen::Grid(grid) = self.screens.top_mut() {
                    grid.typed = Some(Typed { error: Some(why), ..typed });
                }
                return false;
            }
        }
        true
    }

    pub(crate) fn save_typed(&mut self, typed: &Typed) -> Result<Option<Change>, Text> {
        let entry = self.cell_entry(typed).map_err(|refusal| refused(&refusal))?;
        let Some(indicator) = typed.at.indicator else { return Ok(None) };
        if self.says_nothing_new(typed.at, &entry) {
            return Ok(None);
        }
        if self.read_only {
            return Err(Text::plain("store-read-only"));
        }
        let on = Some(entry.on.unwrap_or(self.grid_day()));
        let intent = self.check_in_intent(typed.at, indicator, entry::Entry { on, ..entry });
        self.office.intend(intent).map(Some).map_err(|refusal| refused(&refusal))
    }

    /// What is understood of a cell so far.
    pub fn cell_entry(&self, typed: &Typed) -> Result<entry::Entry, Refusal> {
        let (_, indicator) = self.goal_records(typed.at).ok_or(Refusal::NoSuchRecord)?;
        let indicator = indicator.ok_or(Refusal::NoSuchRecord)?;
        let dossier = self.office.dossier(typed.at.person).ok_or(Refusal::NoSuchPerson)?;
        let last = check_in::value_on(&dossier.check_ins, indicator.id, self.grid_day()).map(|(_, value)| value);
        let (sign, today) = (self.words.decimal_sign(), self.office.today);
        entry::read(
            typed.line.text(),
            entry::Context { measure: &indicator.measure, unit: &indicator.unit, last, sign, today },
        )
    }

    /// The value alone, and it is the one that holds and was measured in this month: writing it twice helps nobody.
    pub(crate) fn says_nothing_new(&self, at: GoalAt, entry: &entry::Entry) -> bool {
        let bare = entry.on.is_none() && entry.note.is_empty() && entry.evidence.is_empty();
        let day = self.grid_day();
        let held = self.office.dossier(at.person).zip(at.indicator);
        let held = held.and_then(|(dossier, id)| check_in::value_on(&dossier.check_ins, id, day));
        bare && held
            .is_some_and(|(last, value)| Some(value) == entry.value && last.on.first_of_month() == day.first_of_month())
    }

    /// The day that values are of.
    pub(crate) fn grid_day(&self) -> jiff::civil::Date {
        match self.screens.top() {
            Screen::Grid(grid) => grid.day(self.office.today),
            _ => self.office.today,
        }
    }

    /// The cursor goes to the value that was taken back or done again.
    pub(crate) fn follow_in_grid(&mut self, change: &Change) {
        let Screen::Grid(grid) = self.screens.top_mut() else { return };
        let value = change.ops.iter().find_map(|op| match op.record() {
            Record::CheckIn(c) => Some(GoalAt { person: c.person, result: c.result, indicator: Some(c.indicator) }),
            _ => None,
        });
        if let Some(at) = value {
            grid.go_to(at);
        }
    }
}

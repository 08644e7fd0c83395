//! The log as far as it was read, and the commands of its screen. Read from the newest entry back, a part at a time,
//! and only as far as somebody looks: a large store has a million entries.

use super::LogScreen;
use crate::app::App;
use crate::desk::effect::Effect;
use crate::desk::list::Move;
use crate::desk::msg::Msg;
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::domain::language::clean::fold;
use crate::domain::records::history;
use crate::domain::records::log::{LogEntry, LogPart};
use crate::domain::{ChangeId, PersonId};
use crate::i18n::{Text, Words};
use crate::reports::log as says;
use crate::screens::overlays::Reader;
use crate::screens::stack::Screen;
use jiff::civil::Date;

/// A filter looks through so many entries by itself; at the end of the list through as many more.
const SEARCHED: usize = 5_000;

#[derive(Debug)]
pub struct Log {
    about: Option<PersonId>,
    /// Newest first.
    lines: Vec<Line>,
    /// Which of the lines the screen shows.
    shown: Vec<usize>,
    /// What these were derived from: the filter, and how many lines there were.
    derived: Option<(String, usize)>,
    /// Everything from here on was looked at.
    reached: u64,
    loading: bool,
    /// The older part can't be read; said once.
    broken: bool,
    /// So many lines may be read for the filter.
    budget: usize,
}

impl Default for Log {
    fn default() -> Self {
        Log {
            about: None,
            lines: vec![],
            shown: vec![],
            derived: None,
            reached: u64::MAX,
            loading: false,
            broken: false,
            budget: SEARCHED,
        }
    }
}

/// An entry, with what a filter looks at.
#[derive(Debug)]
pub struct Line {
    pub entry: LogEntry,
    pub day: Date,
    /// Whom it is about.
    pub about: String,
    /// Operations of a very large change that are not kept here.
    left: usize,
    hay: String,
}

impl Line {
    fn new(mut entry: LogEntry, office: &Office, words: &Words) -> Line {
        let about = says::about(words, &entry.change, &office.roster);
        let left = entry.change.ops.len().saturating_sub(says::OPERATIONS);
        entry.change.ops.truncate(says::OPERATIONS);
        entry.change.ops.shrink_to_fit();
        let change = &entry.change;
        let day = change.at.to_zoned(office.zone.clone()).date();
        let said = says::said(words, change).map(|(_, said)| said).unwrap_or_default();
        let days = format!("{} {} {} {day}", words.long_weekday(day.weekday()), words.long_day(day), words.short_day(day));
        let kind = says::kind_word(words, change);
        let hay = fold(&format!("{kind} {about} {said} {} {days} {}", says::by(words, &change.by), entry.number));
        Line { entry, day, about, left, hay }
    }
}

impl Log {
    /// The lines that fit the filter, newest first.
    pub fn shown(&self) -> impl ExactSizeIterator<Item = &Line> {
        self.shown.iter().map(|at| &self.lines[*at])
    }
    pub fn line(&self, number: u64) -> Option<&Line> {
        self.lines.iter().find(|line| line.entry.number == number)
    }
    /// How many entries are here, whether they fit the filter or not.
    pub fn len(&self) -> usize {
        self.lines.len()
    }
    pub fn is_empty(&self) -> bool {
        self.lines.is_empty()
    }
    /// Nothing older is left.
    pub fn is_whole(&self) -> bool {
        self.reached <= 1
    }
    pub fn is_loading(&self) -> bool {
        self.loading
    }
    /// The oldest entry that was looked at.
    pub fn reached(&self) -> Option<u64> {
        (self.reached < u64::MAX).then_some(self.reached)
    }

    pub(crate) fn take(&mut self, about: Option<PersonId>, before: u64, part: LogPart, office: &Office, words: &Words) {
        if about != self.about {
            return;
        }
        if before == self.reached {
            self.loading = false;
            self.reached = part.reached;
            self.lines.extend(part.entries.into_iter().map(|entry| Line::new(entry, office, words)));
        } else if before == u64::MAX {
            // What was committed since.
            let newest = self.lines.first().map_or(0, |line| line.entry.number);
            let new = part.entries.into_iter().filter(|entry| entry.number > newest);
            let new: Vec<Line> = new.map(|entry| Line::new(entry, office, words)).collect();
            self.lines.splice(0..0, new);
            self.derived = None;
        }
    }

    pub(crate) fn failed(&mut self) {
        self.loading = false;
        self.broken = true;
    }

    fn derive(&mut self, filter: &str) {
        let source = (filter.to_owned(), self.lines.len());
        if self.derived.as_ref() == Some(&source) {
            return;
        }
        let wanted = fold(filter);
        let wanted: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
        let fits = |line: &Line| wanted.iter().all(|word| line.hay.contains(word));
        self.shown = (0..self.lines.len()).filter(|at| fits(&self.lines[*at])).collect();
        if self.derived.as_ref().is_none_or(|(before, _)| before != filter) {
            self.budget = self.lines.len() + SEARCHED;
        }
        self.derived = Some(source);
    }
}

/// Lines of the screen that are no entries: the filter or the count, a blank; a blank and two lines about the selected.
pub const LOG_ROWS: usize = 5;

impl App {
    /// The log of everybody; on a person's page, of this person.
    pub(crate) fn open_log(&mut self) {
        let about = match self.screens.top() {
            Screen::Person(page) => Some(page.person),
            _ => None,
        };
        self.log = Log { about, ..Log::default() };
        self.screens.push(Screen::Log(LogScreen::new(about)));
        self.effects.push(Effect::DraftsChanged);
    }

    /// Derives what the screen shows, and asks for more where the list ends within the page.
    pub(crate) fn refresh_log(&mut self) {
        let height = self.body_rows().saturating_sub(LOG_ROWS);
        let Screen::Log(screen) = self.screens.top_mut() else { return };
        if self.log.about != screen.about {
            self.log = Log { about: screen.about, ..Log::default() };
        }
        let log = &mut self.log;
        log.derive(screen.filter.text());
        let numbers = || log.shown.iter().map(|at| log.lines[*at].entry.number);
        if let Some(at) = screen.selected.and_then(|number| numbers().position(|n| n == number)) {
            screen.list.selected = at;
        }
        screen.list.show(log.shown.len(), height);
        screen.selected = numbers().nth(screen.list.selected);
        let ends = log.shown.len() < screen.list.top + height + 1;
        let searching = !screen.filter.is_empty() && log.lines.len() >= log.budget;
        if ends && !searching && !log.is_whole() && !log.loading && !log.broken {
            log.loading = true;
            self.effects.push(Effect::LoadLog { about: log.about, before: log.reached });
        }
    }

    pub(crate) fn step_log(&mut self, movement: Move) {
        let height = self.body_rows().saturating_sub(LOG_ROWS);
        let Screen::Log(screen) = self.screens.top_mut() else { return };
        let last = self.log.shown.len().saturating_sub(1);
        if screen.list.selected == last && matches!(movement, Move::Down | Move::PageDown | Move::Last) {
            self.log.budget = self.log.lines.len() + SEARCHED;
        }
        screen.list.step(movement, self.log.shown.len(), height);
        screen.selected = self.log.shown.get(screen.list.selected).map(|at| self.log.lines[*at].entry.number);
    }

    /// What was asked of the journal has come, or will not come.
    pub(crate) fn read_of_the_journal(&mut self, msg: Msg) {
        match msg {
            Msg::Log { about, before, part } => self.log.take(about, before, part, &self.office, &self.words),
            Msg::LogFailed(why) => {
                self.log.failed();
                self.tell(Tone::Alarm, why);
            }
            Msg::Known(person, day, known) => self.known(person, day, known.map(|known| *known)),
            _ => {}
        }
    }

    /// A change is on the disk: it stands on top of the log.
    pub(crate) fn committed(&mut self, id: ChangeId) {
        self.office.committed(id);
        let open = self.screens.iter().any(|screen| matches!(screen, Screen::Log(log) if log.about == self.log.about));
        if open && self.log.reached < u64::MAX {
            self.effects.push(Effect::LoadLog { about: self.log.about, before: u64::MAX });
        }
    }

    pub(crate) fn selected_line(&self) -> Option<&Line> {
        match self.screens.top() {
            Screen::Log(screen) => self.log.line(screen.selected?),
            _ => None,
        }
    }

    /// Whether undo would take back what is selected.
    pub(crate) fn is_newest_selected(&self) -> bool {
        let newest = history::undoable(&self.office.recent).map(|change| change.id);
        self.selected_line().is_some_and(|line| Some(line.entry.change.id) == newest)
    }

    /// All of a change, as it can be read in so many columns.
    pub fn entry_text(&self, line: &Line, columns: usize) -> String {
        let (roster, zone) = (&self.office.roster, &self.office.zone);
        says::wrapped(&says::text(&self.words, &line.entry, &line.about, line.left, roster, zone), columns)
    }

    pub(crate) fn open_entry(&mut self) {
        let Some(line) = self.selected_line() else { return };
        let number = self.words.number(i64::try_from(line.entry.number).unwrap_or(i64::MAX));
        let body = self.entry_text(line, Reader::width(self.size.columns));
        self.read(Reader { title: Text::with("log-title", [("number", number.into())]), body, copy: None, top: 0 });
    }
}

//! The journal as far as it was read for the Log screen. Read from the newest entry back, a part at a time, and only as
//! far as somebody looks: a large store has a million entries.

use super::office::Office;
use crate::domain::PersonId;
use crate::domain::language::clean::fold;
use crate::domain::records::log::{LogEntry, LogPart};
use crate::i18n::Words;
use crate::reports::log as says;
use jiff::civil::Date;

/// A filter looks through so many entries by itself; at the end of the list through as many more.
const SEARCHED: usize = 5_000;

#[derive(Debug)]
pub struct Journal {
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

impl Default for Journal {
    fn default() -> Self {
        Journal {
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
    pub(crate) left: usize,
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

impl Journal {
    /// Begins anew, about everybody or about one person.
    pub(crate) fn about(about: Option<PersonId>) -> Self {
        Journal { about, ..Journal::default() }
    }
    pub(crate) fn is_about(&self, about: Option<PersonId>) -> bool {
        self.about == about
    }
    pub(crate) fn shown_number(&self, at: usize) -> Option<u64> {
        self.shown.get(at).map(|at| self.lines[*at].entry.number)
    }
    pub(crate) fn position(&self, number: u64) -> Option<usize> {
        self.shown.iter().position(|at| self.lines[*at].entry.number == number)
    }
    /// Looks further for what the filter wants.
    pub(crate) fn look_further(&mut self) {
        self.budget = self.lines.len() + SEARCHED;
    }
    /// Where to read on, if the list ends before that many lines and nothing is under way.
    pub(crate) fn read_on(&mut self, lines: usize, filtered: bool) -> Option<u64> {
        let searched = filtered && self.lines.len() >= self.budget;
        let reads = self.shown.len() < lines && !searched && !self.is_whole() && !self.loading && !self.broken;
        self.loading |= reads;
        reads.then_some(self.reached)
    }
    /// What was committed since has to be read, because something was read before.
    pub(crate) fn is_read(&self) -> bool {
        self.reached < u64::MAX
    }
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

    pub(crate) fn derive(&mut self, filter: &str) {
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

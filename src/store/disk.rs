//! The durable store: the journal is the truth, the view follows it. Joins the two and decides what is done at each
//! damage.
//!
//! A commit has succeeded when the journal's sync returned. The view is told afterwards ([`Store::settle`]) or when it is
//! asked something; one that fails then is behind, never wrong, and is caught up at its next opening. The view is opened when it is first needed, and always before the first
//! append: it may hold the end of a journal that lost its own.

use super::error::At;
use super::journal::{self, Entry, Journal, Position};
use super::lock::Lock;
use super::panics::caught;
use super::roster_file::RosterFile;
use super::sled::{self, Touched, View};
use super::{Damage, Head, Note, Store, StoreError, dir, history};
use crate::domain::log::LogEntry;
use crate::domain::{Change, Dossier, PersonId, Roster, RosterRow};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// Up to so many people the rows are kept at hand and written to the roster file with every commit.
const SMALL: usize = 500;
/// So many commits may wait for the view; a crash then replays them in a few milliseconds.
const MOST_BEHIND: usize = 64;
/// So many bytes of lines are synced, and applied to the view, at once where many are committed or replayed.
const BULK: usize = 4 << 20;
const REPLAY: usize = 16 << 20;

/// A store in a folder, open for writing. Dropping it closes it.
pub struct Disk {
    dir: PathBuf,
    journal: Journal,
    view: Option<View>,
    /// The view was held against the journal since this was opened.
    compared: bool,
    /// Committed, and not yet told to the view.
    behind: Vec<Entry<'static>>,
    /// How long the view took to open.
    opening: Duration,
    /// The rows of the first screen as of the last entry that the view was told, where they are known without it.
    team: Option<Roster>,
    team_file: RosterFile,
    /// The same of everybody.
    rows: Option<Roster>,
    rows_file: RosterFile,
    notes: Vec<Note>,
    /// Last: let go of when everything else is closed.
    _lock: Lock,
}

impl Disk {
    /// Opens the store in that folder, or makes it.
    pub fn open(dir: &Path) -> Result<Disk, StoreError> {
        dir::prepare(dir)?;
        let lock = Lock::take(dir)?;
        let mut notes = Vec::new();
        let journal = Journal::open(dir, &mut notes)?;
        let mut team_file = RosterFile::of_the_team(dir);
        let team = team_file.load();
        let seen = team.as_ref().map_or(0, |(position, _)| position.entry).max(journal.missing_head().unwrap_or(0));
        let suspect = !notes.is_empty() || seen > journal.end().entry;
        let team = team.filter(|(position, _)| position == journal.end());
        let mut disk = Disk {
            dir: dir.to_owned(),
            journal,
            view: None,
            compared: false,
            behind: vec![],
            opening: Duration::ZERO,
            team: team.map(|(_, rows)| rows),
            team_file,
            rows: None,
            rows_file: RosterFile::of_everybody(dir),
            notes,
            _lock: lock,
        };
        if suspect {
            disk.view()?;
            if seen > disk.journal.end().entry {
                return Err(StoreError::damaged(Damage::JournalShort, disk.journal.end().place()));
            }
        }
        Ok(disk)
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }

    /// Throws the view aside and builds it anew from the journal. Says how many entries it was built from.
    pub fn rebuild(&mut self) -> Result<u64, StoreError> {
        self.drop_view();
        self.behind.clear();
        let new = self.dir.join("view.new");
        if new.exists() {
            fs::remove_dir_all(&new).at(&new)?;
        }
        // The old one goes only when there is a new one: it holds the effect of entries that may be damaged since.
        let view = guarded(|| View::open(&new))?;
        replay(&self.dir, &view, &Position::default(), self.journal.end())?;
        caught(|| drop(view));
        let aside = self.swap_views(&new)?;
        let path = self.view_path();
        self.view = Some(guarded(|| View::open(&path))?);
        self.forget_rows();
        self.notes.push(Note::ViewRebuilt { aside });
        Ok(self.journal.end().entry)
    }

    /// Keeps one old view, for whoever wants to look into it.
    fn swap_views(&mut self, new: &Path) -> Result<Option<String>, StoreError> {
        let name = "view.bad-1";
        let (view, aside) = (self.view_path(), self.dir.join(name));
        let kept = view.exists();
        if kept {
            if aside.exists() {
                fs::remove_dir_all(&aside).at(&aside)?;
            }
            fs::rename(&view, &aside).at(&view)?;
        }
        fs::rename(new, &view).at(new)?;
        dir::sync(&self.dir)?;
        Ok(kept.then(|| name.to_owned()))
    }

    fn view_path(&self) -> PathBuf {
        self.dir.join("view")
    }

    fn view(&mut self) -> Result<&View, StoreError> {
        if self.view.is_none() {
            // Opening replays what the journal holds beyond the view.
            if !std::mem::take(&mut self.behind).is_empty() {
                self.forget_rows();
            }
            let begun = Instant::now();
            match self.open_view() {
                Err(StoreError::Damaged { what: Damage::View, .. }) => drop(self.rebuild()?),
                other => other?,
            }
            self.opening = begun.elapsed();
            self.compared = true;
        }
        self.view.as_ref().ok_or_else(|| sled::damaged("open"))
    }

    fn open_view(&mut self) -> Result<(), StoreError> {
        let path = self.view_path();
        let fresh = !path.exists();
        let view = guarded(|| View::open(&path))?;
        let seen = guarded(|| view.position())?;
        let end = self.journal.end().clone();
        if seen.entry > end.entry {
            self.restore_end(&view, seen.entry)?;
        } else if seen.entry == end.entry && seen.hash != end.hash {
            return Err(sled::damaged("position"));
        }
        if !fresh && seen.entry == 0 && end.entry > 0 {
            self.notes.push(Note::ViewRebuilt { aside: None });
        }
        match replay(&self.dir, &view, &seen, &end) {
            // The journal goes on in another way than the view has seen: the journal is right, if it is whole.
            Err(StoreError::Damaged { place, .. }) if seen.entry > 0 => return Err(sled::damaged(&place)),
            other => other?,
        }
        self.view = Some(view);
        Ok(())
    }

    /// The journal has lost its end, and the view still holds it.
    fn restore_end(&mut self, view: &View, wanted: u64) -> Result<(), StoreError> {
        let entry = self.journal.end().entry;
        let lines = guarded(|| view.lines_after(entry))?;
        let short = || StoreError::damaged(Damage::JournalShort, self.journal.end().place());
        if entry + (lines.len() as u64) < wanted || !chained(self.journal.end(), &lines) {
            return Err(short());
        }
        lines.iter().try_for_each(|line| self.journal.append_line(line))?;
        self.journal.sync()?;
        self.forget_rows();
        self.notes.push(Note::EndRestored { entries: lines.len() as u64 });
        Ok(())
    }

    /// Asks the view; a damaged one is rebuilt and asked once more.
    pub(super) fn ask<T>(&mut self, question: impl Fn(&View) -> Result<T, StoreError>) -> Result<T, StoreError> {
        self.settle();
        let view = self.view()?;
        match guarded(|| question(view)) {
            Err(StoreError::Damaged { what: Damage::View, .. }) => {
                self.rebuild()?;
                let view = self.view()?;
                guarded(|| question(view))
            }
            answer => answer,
        }
    }

    /// After the sync: a failure leaves the view behind and is no failure of the commit.
    fn follow(&mut self, entries: &[Entry]) {
        let Some(view) = &self.view else { return self.forget_rows() };
        match guarded(|| view.apply(entries)) {
            Ok(touched) => self.update_rows(entries, touched),
            Err(_) => {
                self.forget_rows();
                self.drop_view();
            }
        }
    }

    fn forget_rows(&mut self) {
        (self.team, self.rows) = (None, None);
    }

    fn update_rows(&mut self, entries: &[Entry], touched: Vec<Touched>) {
        let rows = self.rows.take().filter(|rows| rows.len() <= SMALL);
        let team = self.team.take();
        match rows {
            Some(rows) => {
                let rows = followed(rows, entries, touched);
                self.team = Some(team_of(&rows));
                self.rows = Some(rows);
            }
            None => self.team = team.and_then(|team| team_followed(team, entries, touched)),
        }
        self.save_rows();
    }

    fn save_rows(&mut self) {
        let end = self.journal.end();
        for (file, rows) in [(&mut self.team_file, &self.team), (&mut self.rows_file, &self.rows)] {
            if let Some(rows) = rows.as_ref().filter(|_| !file.is_at(end)) {
                file.save(end, rows);
            }
        }
    }

    /// sled may panic when it is dropped after damage.
    fn drop_view(&mut self) {
        let view = self.view.take();
        caught(|| drop(view));
    }

    fn commit_batch(&mut self, batch: &mut Vec<Entry>) -> Result<u64, StoreError> {
        self.journal.sync()?;
        self.follow(batch);
        let count = batch.len() as u64;
        batch.clear();
        Ok(count)
    }
}

impl Store for Disk {
    fn roster(&mut self) -> Result<Roster, StoreError> {
        self.settle();
        let end = self.journal.end();
        let known = self.rows.take().or_else(|| self.rows_file.load().filter(|(at, _)| at == end).map(|(_, rows)| rows));
        let rows = match known {
            Some(rows) => rows,
            None => self.ask(View::roster)?,
        };
        if self.team.is_none() {
            self.team = Some(team_of(&rows));
        }
        // Many are kept only until there is a moment to write them.
        if rows.len() <= SMALL || !self.rows_file.is_at(self.journal.end()) {
            self.rows = Some(rows.clone());
        }
        Ok(rows)
    }

    fn first_rows(&mut self) -> Option<Roster> {
        self.team.clone().filter(|_| self.team_file.is_at(self.journal.end()))
    }

    fn dossier(&mut self, person: PersonId) -> Result<Option<Dossier>, StoreError> {
        self.ask(|view| view.dossier(person))
    }

    fn commit(&mut self, change: &Change) -> Result<(), StoreError> {
        if !self.compared {
            self.view()?;
        }
        let entry = self.journal.append(Cow::Owned(change.clone()))?;
        self.journal.sync()?;
        self.behind.push(entry);
        if self.behind.len() >= MOST_BEHIND {
            self.settle();
        }
        Ok(())
    }

    fn commit_many(&mut self, changes: &mut dyn Iterator<Item = Change>) -> Result<u64, StoreError> {
        self.settle();
        self.view()?;
        let (mut count, mut bytes, mut batch) = (0, 0, Vec::new());
        for change in changes {
            let entry = self.journal.append(Cow::Owned(change)).inspect_err(|_| self.journal.forget_unsynced());
            let entry = entry?;
            bytes += entry.line.len();
            batch.push(entry);
            if bytes >= BULK {
                count += self.commit_batch(&mut batch)?;
                bytes = 0;
            }
        }
        Ok(count + self.commit_batch(&mut batch)?)
    }

    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        journal::recent(&self.dir, count)
    }

    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        journal::read(&self.dir, &Position::default(), |_, change, _| change.map_or(Ok(()), &mut *each)).map(drop)
    }

    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        history::entries(&self.dir, before, each)
    }

    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(self.journal.end().head())
    }

    fn settle(&mut self) {
        if self.behind.is_empty() {
            if self.rows.as_ref().is_some_and(|rows| rows.len() > SMALL) {
                self.save_rows();
                self.rows = None;
            }
        } else if self.view.is_some() {
            let behind = std::mem::take(&mut self.behind);
            self.follow(&behind);
        } else {
            // A view that can't be opened now is caught up when it can.
            let _ = self.view();
        }
    }

    fn rest_after(&self) -> Duration {
        // The dearer the opening, the longer it is put off to open again.
        (self.opening * 100).clamp(Duration::from_millis(300), Duration::from_secs(30))
    }

    fn rest(&mut self) {
        self.settle();
        if self.rows.is_none() && self.view.is_some() && !self.rows_file.is_at(self.journal.end()) {
            self.rows = self.ask(View::roster).ok();
            self.team = self.rows.as_ref().map(team_of);
        }
        self.save_rows();
        if self.rows.as_ref().is_some_and(|rows| rows.len() > SMALL) {
            self.rows = None;
        }
        self.drop_view();
    }

    fn leave(&mut self) {
        let behind = std::mem::take(&mut self.behind);
        if !behind.is_empty() {
            self.follow(&behind);
        }
        // Many rows are written when there is time.
        self.rows = self.rows.take().filter(|rows| rows.len() <= SMALL);
        self.save_rows();
        // sled waits for the disk when it is closed. Left as a kill leaves it, it is caught up when it is next opened.
        std::mem::forget(self.view.take());
    }

    fn notes(&mut self) -> Vec<Note> {
        std::mem::take(&mut self.notes)
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        self.rest();
    }
}

/// Whom the first screen needs: the user, who stands directly above, and the own team.
fn team_of(roster: &Roster) -> Roster {
    let me = roster.profile.me;
    let above = roster.me().and_then(|row| row.supervisor);
    let shown = |row: &&RosterRow| Some(row.id) == me || Some(row.id) == above || (me.is_some() && row.supervisor == me);
    let rows = roster.rows().iter().filter(shown).cloned().collect();
    let (profile, units) = (roster.profile.clone(), roster.units.clone());
    Roster::new(profile, units, rows).with_catalogue(roster.catalogue.clone())
}

/// The rows after some entries.
fn followed(mut rows: Roster, entries: &[Entry], touched: Vec<Touched>) -> Roster {
    for change in entries.iter().filter_map(|e| e.change.as_ref()) {
        rows.apply_office(change);
    }
    let mut sorted: BTreeMap<PersonId, _> = rows.rows().iter().map(|row| (row.id, row.clone())).collect();
    for (id, row) in touched {
        match row {
            Some(row) => sorted.insert(id, row),
            None => sorted.remove(&id),
        };
    }
    Roster::new(rows.profile, rows.units, sorted.into_values().collect()).with_catalogue(rows.catalogue)
}

/// The same for the first screen's; `None` where only everybody's rows would tell.
fn team_followed(team: Roster, entries: &[Entry], touched: Vec<Touched>) -> Option<Roster> {
    let me = team.profile.me?;
    if touched.iter().any(|(id, _)| *id == me || team.me().is_some_and(|row| row.supervisor == Some(*id))) {
        return None;
    }
    let reports = |row: &RosterRow| row.supervisor == Some(me);
    let own = touched.into_iter().map(|(id, row)| (id, row.filter(reports))).collect();
    let team = followed(team, entries, own);
    (team.profile.me == Some(me)).then_some(team)
}

/// A panic of sled is a damaged view.
fn guarded<T>(run: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    caught(run).unwrap_or_else(|| Err(sled::damaged("panic")))
}

fn chained(end: &Position, lines: &[Vec<u8>]) -> bool {
    let (mut entry, mut hash) = (end.entry, end.hash);
    lines.iter().all(|raw| match super::line::Line::read(raw) {
        Ok(line) if line.follows(entry, hash) => {
            (entry, hash) = (line.entry, line.hash);
            true
        }
        _ => false,
    })
}

/// Applies what the journal holds beyond a position, some MiB at a time.
fn replay(dir: &Path, view: &View, from: &Position, end: &Position) -> Result<(), StoreError> {
    if from.entry >= end.entry {
        return Ok(());
    }
    let (mut batch, mut bytes) = (Vec::new(), 0);
    journal::read(dir, from, |line, change, end| {
        bytes += line.len();
        batch.push(Entry { end, line, change: change.map(Cow::Owned) });
        if bytes < REPLAY {
            return Ok(());
        }
        bytes = 0;
        guarded(|| view.apply(&std::mem::take(&mut batch))).map(drop)
    })
    .and_then(|reached| if reached.entry == end.entry { Ok(()) } else { Err(sled::damaged("position")) })?;
    guarded(|| view.apply(&batch)).map(drop)
}

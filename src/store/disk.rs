//! The durable store: the journal is the truth, the view follows it. Joins the two and decides what is done at each
//! damage.
//!
//! A commit has succeeded when the journal's sync returned. The view is told afterwards ([`Store::settle`]) or when it is
//! asked something; one that fails then is behind, never wrong, and is caught up at its next opening. The view is opened
//! when it is first needed, and always before the first append: it may hold the end of a journal that lost its own.

use super::dossier_file::{self, DossierFile};
use super::error::At;
use super::journal::{self, Entry, Journal, Position};
use super::keyring;
use super::lock::Lock;
use super::panics::caught;
use super::roster_file::{self, RosterFile};
use super::rows::{followed, team_followed, team_of};
use super::seal::Seal;
use super::sled::{self, Touched, View, guarded};
use super::unfinished;
use super::upgrade;
use super::{Damage, Head, Note, Snapshot, Store, StoreError, dir, history};
use crate::domain::records::log::LogEntry;
use crate::domain::{Change, Dossier, PersonId, Roster};
use std::borrow::Cow;
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
    seal: Seal,
    journal: Journal,
    view: Option<View>,
    /// The view was held against the journal since this was opened.
    compared: bool,
    /// When it was opened it stood exactly where the journal ends.
    agreed: bool,
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
    dossiers_file: DossierFile,
    /// What the journal says, while the view can't be used.
    looking: Option<Snapshot>,
    notes: Vec<Note>,
    /// Last: let go of when everything else is closed.
    _lock: Lock,
}

impl Disk {
    /// Opens the store in that folder, or makes it, where it is not encrypted.
    pub fn open(dir: &Path) -> Result<Disk, StoreError> {
        Disk::open_with(dir, &Seal::default())
    }

    /// The same with what opens an encrypted one.
    pub fn open_with(dir: &Path, seal: &Seal) -> Result<Disk, StoreError> {
        Disk::open_locked(dir, seal, Lock::take)
    }

    /// The same for whoever asks again and again.
    pub fn open_free(dir: &Path, seal: &Seal) -> Result<Disk, StoreError> {
        Disk::open_at_once(dir, seal)
    }

    /// The same without waiting for somebody who has it.
    pub(super) fn open_at_once(dir: &Path, seal: &Seal) -> Result<Disk, StoreError> {
        Disk::open_locked(dir, seal, Lock::take_at_once)
    }

    fn open_locked(dir: &Path, seal: &Seal, take: impl Fn(&Path) -> Result<Lock, StoreError>) -> Result<Disk, StoreError> {
        dir::prepare(dir)?;
        keyring::checked(dir, seal)?;
        let lock = take(dir)?;
        // Once more: it may have been changed before the lock was ours.
        keyring::checked(dir, seal)?;
        let mut notes = unfinished::on_opening(dir)?;
        let journal = Journal::open(dir, seal.clone(), &mut notes)?;
        // With this seal the newest entry was read.
        notes.extend(keyring::heal(dir, seal).map(|file| Note::KeyHealed { file }));
        notes.extend(upgrade::prepare(dir, &journal)?);
        let mut team_file = RosterFile::of_the_team(dir, seal);
        let team = team_file.load();
        let seen = team.as_ref().map_or(0, |(position, _)| position.entry).max(journal.missing_head().unwrap_or(0));
        let torn = notes.iter().any(|note| matches!(note, Note::TornEnd { .. }));
        let team = team.filter(|(position, _)| position == journal.end());
        let mut disk = Disk {
            dir: dir.to_owned(),
            seal: seal.clone(),
            journal,
            view: None,
            compared: false,
            agreed: false,
            behind: vec![],
            opening: Duration::ZERO,
            team: team.map(|(_, rows)| rows),
            team_file,
            rows: None,
            rows_file: RosterFile::of_everybody(dir, seal),
            dossiers_file: DossierFile::of(dir, seal),
            looking: None,
            notes,
            _lock: lock,
        };
        if let Some(what) = disk.journal.altered() {
            let Some(view) = disk.view_that_knows_more()? else {
                return Err(StoreError::damaged(what, disk.journal.end().place()));
            };
            let mut notes = vec![];
            disk.journal.put_altered_aside(&mut notes)?;
            disk.notes.extend(notes);
            disk.compare(view, false)?;
            disk.compared = true;
        }
        if seen > disk.journal.end().entry && !disk.is_overruled(seen)? {
            // Closing would write the rows anew, and they are a witness of what is missing.
            disk.drop_view();
            disk.forget_rows();
            return Err(StoreError::damaged(Damage::JournalShort, disk.journal.end().place()));
        }
        if torn {
            disk.view()?;
        }
        Ok(disk)
    }

    /// The view, where it holds lines that follow the journal's end.
    fn view_that_knows_more(&self) -> Result<Option<View>, StoreError> {
        let path = self.view_path();
        if !dir::is_taken(&path)? {
            return Ok(None);
        }
        let end = self.journal.end();
        let knows = guarded(|| {
            let view = View::open(&path, &self.seal)?;
            let lines = view.lines_after(end.entry)?;
            let knows = view.position()?.entry > end.entry && !lines.is_empty() && journal::chained(end, &lines);
            Ok(knows.then_some(view))
        });
        match knows {
            Err(StoreError::Damaged { .. }) => Ok(None),
            knows => knows,
        }
    }

    /// Something says that the journal was longer. It is a hint and no more: an index that was there before and agrees
    /// with the journal, or completes it, knows better. One that is made anew now would agree with anything.
    fn is_overruled(&mut self, seen: u64) -> Result<bool, StoreError> {
        if !dir::is_taken(&self.view_path())? {
            return Ok(false);
        }
        match self.open_view() {
            Err(StoreError::Damaged { what: Damage::View, .. }) => return Ok(false),
            opened => opened?,
        }
        let agrees = self.agreed && self.journal.end().entry > 0;
        if agrees || seen <= self.journal.end().entry {
            self.compared = true;
            self.journal.forget_head()?;
            self.forget_copies();
            return Ok(true);
        }
        Ok(false)
    }

    pub fn dir(&self) -> &Path {
        &self.dir
    }
    pub fn seal(&self) -> &Seal {
        &self.seal
    }

    /// Throws the view aside and builds it anew from the journal. Says how many entries it was built from.
    pub fn rebuild(&mut self) -> Result<u64, StoreError> {
        self.drop_view();
        self.behind.clear();
        let new = self.dir.join("view.new");
        dir::remove(&new)?;
        // The old one goes only when there is a new one: it holds the effect of entries that may be damaged since.
        self.build(&new).inspect_err(|_| drop(dir::remove(&new)))?;
        let aside = self.swap_views(&new)?;
        let path = self.view_path();
        self.view = Some(guarded(|| View::open(&path, &self.seal))?);
        self.forget_rows();
        self.notes.push(Note::ViewRebuilt { aside });
        Ok(self.journal.end().entry)
    }

    fn build(&self, new: &Path) -> Result<(), StoreError> {
        let view = guarded(|| View::open(new, &self.seal))?;
        let outcome = self.replay(&view, &Position::default(), self.journal.end());
        caught(|| drop(view));
        outcome
    }

    /// Keeps one old view, for whoever wants to look into it.
    fn swap_views(&mut self, new: &Path) -> Result<Option<String>, StoreError> {
        let name = "view.bad-1";
        let (view, aside) = (self.view_path(), self.dir.join(name));
        let kept = dir::is_taken(&view)?;
        if kept {
            dir::remove(&aside)?;
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
        let view = guarded(|| View::open(&path, &self.seal))?;
        self.compare(view, fresh)
    }

    /// Holds an open view against the journal, and completes whichever of them is behind.
    fn compare(&mut self, view: View, fresh: bool) -> Result<(), StoreError> {
        let seen = guarded(|| view.position())?;
        let end = self.journal.end().clone();
        self.agreed = seen == end;
        if seen.entry > end.entry {
            self.restore_end(&view, seen.entry)?;
        } else if seen.entry == end.entry && seen.hash != end.hash {
            return Err(sled::damaged("position"));
        }
        match self.replay(&view, &seen, &end) {
            // The journal goes on in another way than the view has seen: the journal is right, if it is whole.
            Err(StoreError::Damaged { place, .. }) if seen.entry > 0 => return Err(sled::damaged(&place)),
            other => other?,
        }
        self.view = Some(view);
        if !fresh && seen.entry == 0 && end.entry > 0 {
            self.notes.push(Note::ViewRebuilt { aside: None });
        }
        Ok(())
    }

    /// Applies what the journal holds beyond a position, some MiB at a time.
    fn replay(&self, view: &View, from: &Position, end: &Position) -> Result<(), StoreError> {
        if from.entry >= end.entry {
            return Ok(());
        }
        let (mut batch, mut bytes) = (Vec::new(), 0);
        journal::read(&self.dir, from, &self.seal, |line, change, end| {
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

    /// The journal has lost its end, and the view still holds it.
    fn restore_end(&mut self, view: &View, wanted: u64) -> Result<(), StoreError> {
        let entry = self.journal.end().entry;
        let lines = guarded(|| view.lines_after(entry))?;
        let short = || StoreError::damaged(Damage::JournalShort, self.journal.end().place());
        if entry + (lines.len() as u64) < wanted || !journal::chained(self.journal.end(), &lines) {
            return Err(short());
        }
        // One by one: of several lines without a sync a power cut could keep the last and lose the first.
        lines.iter().try_for_each(|line| self.journal.append_line(line).and_then(|()| self.journal.sync()))?;
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

    /// Where the system can't give the view what it needs (space, rights), the journal says the same, more slowly.
    fn ask_the_journal<T>(
        &mut self,
        fault: StoreError,
        question: impl Fn(&mut Snapshot) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        if !matches!(fault, StoreError::Full | StoreError::Denied { .. } | StoreError::Io { .. }) {
            return Err(fault);
        }
        let end = self.journal.end().head();
        let known = self.looking.take().filter(|snapshot| snapshot.end() == end);
        let snapshot = self.looking.insert(known.map_or_else(|| Snapshot::open_with(&self.dir, &self.seal), Ok)?);
        question(snapshot)
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

    /// The files that spare opening the view.
    pub(super) fn forget_copies(&mut self) {
        for name in roster_file::NAMES.into_iter().chain([dossier_file::NAME]) {
            let _ = dir::remove(&self.dir.join(name));
        }
        self.forget_rows();
        self.team_file = RosterFile::of_the_team(&self.dir, &self.seal);
        self.rows_file = RosterFile::of_everybody(&self.dir, &self.seal);
        self.dossiers_file = DossierFile::of(&self.dir, &self.seal);
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

    /// Of the own team, where the view can be asked and knows more than the file.
    fn save_dossiers(&mut self) {
        let (Some(view), Some(team)) = (&self.view, &self.team) else { return };
        if self.dossiers_file.is_at(self.journal.end()) {
            return;
        }
        let people = team.rows().iter().map(|row| row.id).take(dossier_file::MOST);
        let read = guarded(|| people.filter_map(|id| view.dossier(id).transpose()).collect::<Result<Vec<_>, _>>());
        if let Ok(dossiers) = read {
            self.dossiers_file.save(self.journal.end(), &dossiers);
        }
    }

    /// sled may panic when it is dropped after damage.
    fn drop_view(&mut self) {
        let view = self.view.take();
        caught(|| drop(view));
    }

    fn append_many(&mut self, changes: &mut dyn Iterator<Item = Change>) -> Result<u64, StoreError> {
        let (mut count, mut bytes, mut batch) = (0, 0, Vec::new());
        for change in changes {
            let entry = self.journal.append(Cow::Owned(change)).inspect_err(|_| self.journal.forget_unsynced())?;
            bytes += entry.line.len();
            batch.push(entry);
            if bytes >= BULK {
                count += self.commit_batch(&mut batch)?;
                bytes = 0;
            }
        }
        Ok(count + self.commit_batch(&mut batch)?)
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
            None => match self.ask(View::roster) {
                Err(fault) => return self.ask_the_journal(fault, |snapshot| snapshot.roster()),
                asked => asked?,
            },
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
        // A view that is open is as quick, and knows what was committed since.
        let known = if self.view.is_none() && self.behind.is_empty() {
            self.dossiers_file.load(self.journal.end(), person)
        } else {
            None
        };
        if known.is_some() {
            return Ok(known);
        }
        match self.ask(|view| view.dossier(person)) {
            Err(fault) => self.ask_the_journal(fault, |snapshot| snapshot.dossier(person)),
            answer => answer,
        }
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
        self.journal.begin_many()?;
        let outcome = self.append_many(changes);
        self.journal.end_many()?;
        outcome
    }

    fn recent(&mut self, count: usize) -> Result<Vec<Change>, StoreError> {
        journal::recent(&self.dir, count, &self.seal)
    }

    fn changes(&mut self, each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        let all = Position::default();
        journal::read(&self.dir, &all, &self.seal, |_, change, _| change.map_or(Ok(()), &mut *each)).map(drop)
    }

    fn entries(&mut self, before: u64, each: &mut dyn FnMut(LogEntry) -> ControlFlow<()>) -> Result<(), StoreError> {
        history::entries(&self.dir, before, &self.seal, each)
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

    fn prepare(&mut self) {
        if !self.compared {
            // A view that can't be opened now is said with the commit.
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
        self.save_dossiers();
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

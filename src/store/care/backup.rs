//! Copies of the journal in one file, and stores made from them. A copy needs no lock: the journal only grows. That of
//! an encrypted store needs no key either: it holds the sealed lines, and the keyring before them.
//!
//! ```text
//! {"bina_backup":1}                                          begins a backup
//! {"bina_key":1,…}                                           the keyring, of an encrypted store
//! {"v":2,"n":1,…}                                            the lines of the journal
//! {"bina_backup_end":1,"entries":…,"hash":"…","sum":"…"}     ends it: what is before it is all of it
//! ```
//!
//! Older programs wrote the lines alone: nothing says whether such a file is whole, and it is taken as it is.

use super::rewrite::exchange;
use super::unfinished::{Doing, Operation, UNFINISHED, remove_marked};
use crate::store::error::At;
use crate::store::journal::{self, Position, SEGMENT};
use crate::store::keyring::Keyring;
use crate::store::line::{BadLine, Hash, Hasher, Line};
use crate::store::lock::Lock;
use crate::store::seal::Seal;
use crate::store::{Damage, Denial, Head, StoreError, dir};
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

/// What was copied; the head stands in reports and shows later that nothing was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub entries: u64,
    pub bytes: u64,
    pub head: Head,
}

const BEGINS: &[u8] = b"{\"bina_backup\":1}\n";
/// No line is longer: a file without line ends is no backup, however long it is.
const LONGEST: u64 = 1 << 30;

/// The last line.
#[derive(Debug, Serialize, Deserialize)]
struct End {
    bina_backup_end: u32,
    entries: u64,
    hash: Hash,
    /// Over every byte before this line.
    sum: Hash,
}

/// Writes every entry into one new file, checked on the way. It gets its name when it is whole: a killed process leaves
/// no file that looks like a backup.
pub fn backup(store: &Path, to: &Path) -> Result<Copied, StoreError> {
    dir::inspect(store)?;
    if dir::is_taken(to)? {
        return Err(StoreError::Denied { path: to.to_owned(), reason: Denial::NotEmpty });
    }
    let half = half(to);
    if dir::is_taken(&half)? && !is_half_a_backup(&half)? {
        return Err(StoreError::Denied { path: half, reason: Denial::NotEmpty });
    }
    let file = dir::private().write(true).create(true).truncate(true).open(&half).at(&half)?;
    let copy = || -> Result<Copied, StoreError> {
        let mut out = BufWriter::new(file);
        let copied = backup_into(store, &mut out, to)?;
        out.into_inner().map_err(|e| e.into_error()).and_then(|f| f.sync_all()).at(to)?;
        fs::rename(&half, to).at(to)?;
        dir::sync(dir::of(to))?;
        Ok(copied)
    };
    copy().inspect_err(|_| drop(fs::remove_file(&half)))
}

/// The same to wherever it goes; `to` is its name in messages.
pub fn backup_into(store: &Path, out: &mut dyn Write, to: &Path) -> Result<Copied, StoreError> {
    let (mut bytes, mut sum) = (0, Hasher::default());
    let mut put = |parts: &[&[u8]]| {
        parts.iter().try_for_each(|part| {
            bytes += part.len() as u64;
            sum.take(part);
            out.write_all(part).at(to)
        })
    };
    put(&[BEGINS])?;
    if let Some(keyring) = Keyring::of(store)? {
        put(&[&keyring.line().at(to)?, b"\n"])?;
    }
    let end = journal::lines(store, &Position::default(), |_, line, _| put(&[line, b"\n"]))?;
    let last = End { bina_backup_end: 1, entries: end.entry, hash: end.hash, sum: sum.hash() };
    let last = serde_json::to_vec(&last).map_err(std::io::Error::from).at(to)?;
    out.write_all(&[&last, b"\n".as_slice()].concat()).and_then(|()| out.flush()).at(to)?;
    Ok(Copied { entries: end.entry, bytes: bytes + last.len() as u64 + 1, head: end.head() })
}

/// The name that something has until it is whole.
fn half(path: &Path) -> PathBuf {
    let mut half = path.as_os_str().to_owned();
    half.push(".half");
    PathBuf::from(half)
}

/// What a killed process left, and nobody else's file of that name.
fn is_half_a_backup(path: &Path) -> Result<bool, StoreError> {
    let mut begins = Vec::new();
    dir::plain_file(path)?.take(16).read_to_end(&mut begins).at(path)?;
    let known: [&[u8]; 3] = [BEGINS, b"{\"v\":", b"{\"bina_key\":"];
    Ok(known.iter().any(|known| known.starts_with(&begins) || begins.starts_with(&known[..known.len().min(16)])))
}

/// One line of a backup.
pub enum CopyLine {
    Key(Box<Keyring>),
    /// A line of the journal, with its line end if it has one.
    Line(Vec<u8>),
    /// There is nothing more; `whole` is what the end line says, and nothing where older programs wrote none.
    Over {
        whole: Option<bool>,
    },
}

/// Reads a backup line by line. Lines are not checked here.
pub struct Copy {
    lines: BufReader<File>,
    path: PathBuf,
    sum: Hasher,
    framed: bool,
    count: u64,
    /// Of the file, with those that are none of the journal's.
    pub line: u64,
    last: Hash,
    over: Option<Option<bool>>,
}

impl Copy {
    pub fn open(path: &Path) -> Result<Copy, StoreError> {
        let lines = BufReader::with_capacity(256 << 10, dir::plain_file(path)?);
        let path = path.to_owned();
        let mut copy = Copy {
            lines,
            path,
            sum: Hasher::default(),
            framed: false,
            count: 0,
            line: 0,
            last: Hash::default(),
            over: None,
        };
        if copy.lines.fill_buf().at(&copy.path)?.starts_with(BEGINS) {
            copy.raw()?;
            copy.framed = true;
        }
        Ok(copy)
    }

    fn raw(&mut self) -> Result<Vec<u8>, StoreError> {
        let mut raw = Vec::new();
        (&mut self.lines).take(LONGEST).read_until(b'\n', &mut raw).at(&self.path)?;
        self.sum.take(&raw);
        self.line += 1;
        Ok(raw)
    }

    pub fn next_line(&mut self) -> Result<CopyLine, StoreError> {
        if let Some(whole) = self.over {
            return Ok(CopyLine::Over { whole });
        }
        let before = self.sum.hash();
        let raw = self.raw()?;
        if raw.is_empty() {
            return Ok(self.end((self.framed || self.count == 0).then_some(false)));
        }
        if self.framed
            && let Ok(end) = serde_json::from_slice::<End>(&raw)
        {
            let fits = end.entries == self.count && end.hash == self.last && end.sum == before;
            let nothing_behind = self.lines.fill_buf().at(&self.path)?.is_empty();
            return Ok(self.end(Some(fits && nothing_behind)));
        }
        if let Some(keyring) = Keyring::read(&raw).filter(|_| self.count == 0) {
            return Ok(CopyLine::Key(Box::new(keyring)));
        }
        self.count += 1;
        if let Ok(line) = Line::read(raw.strip_suffix(b"\n").unwrap_or(&raw)) {
            self.last = line.hash;
        }
        Ok(CopyLine::Line(raw))
    }

    fn end(&mut self, whole: Option<bool>) -> CopyLine {
        self.over = Some(whole);
        CopyLine::Over { whole }
    }
}

/// Whether a backup may be restored that lost its end, or is empty: only on the user's word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shortened {
    Refused,
    Taken,
}

/// Makes a store from such a file; only where there is none. It appears whole or not at all.
pub fn restore(from: &Path, store: &Path) -> Result<Copied, StoreError> {
    restore_from(from, store, Shortened::Refused)
}

/// The same, also of a shortened one where that is wanted.
pub fn restore_from(from: &Path, store: &Path, shortened: Shortened) -> Result<Copied, StoreError> {
    if dir::is_there(store)? && (!store.is_dir() || fs::read_dir(store).at(store)?.next().is_some()) {
        return Err(StoreError::Denied { path: store.to_owned(), reason: Denial::NotEmpty });
    }
    clear_abandoned(store)?;
    let operation = Operation::new(Doing::Restoring).at(store)?;
    let new = operation.beside(store, RESTORED);
    let copied = filled(from, &new, shortened, |new| operation.mark(new, store, new, &[]))?;
    // Once it has the name of the store nothing is left to do.
    fs::rename(&new, store).at(store).inspect_err(|_| drop(remove_marked(&new, UNFINISHED)))?;
    dir::sync(dir::of(store))?;
    super::unfinished::finish(store)?;
    Ok(copied)
}

/// The same over a store that is there: it is renamed, with the time in its name, and kept. Nobody may have it open.
pub fn restore_over(
    from: &Path,
    store: &Path,
    now: jiff::Timestamp,
    shortened: Shortened,
) -> Result<(Copied, PathBuf), StoreError> {
    let store = &fs::canonicalize(store).at(store)?;
    let lock = Lock::take(store)?;
    super::unfinished::on_opening(store)?;
    clear_abandoned(store)?;
    let aside = free_aside(store, now)?;
    let operation = Operation::new(Doing::Restoring).at(store)?;
    let new = operation.beside(store, RESTORED);
    operation.begin(store, &[&new, &aside])?;
    // Filled before the one that is there is touched: a bad backup replaces nothing.
    let copied = filled(from, &new, shortened, |new| operation.mark(new, store, &aside, &[]));
    let copied = copied.inspect_err(|_| operation.give_up(store))?;
    let place = || -> Result<(), StoreError> {
        // First the name, then the place: at no moment the former store lies under a name that says something else.
        fs::rename(&new, &aside).at(&aside)?;
        // In one step: after a crash there is a store, the one or the other.
        exchange(&aside, store)
    };
    if let Err(fault) = place() {
        let left = if new.exists() { &new } else { &aside };
        if remove_marked(left, UNFINISHED).is_ok() {
            operation.give_up(store);
        }
        return Err(fault);
    }
    dir::sync(dir::of(store))?;
    drop(lock);
    super::unfinished::finish(store)?;
    Ok((copied, aside))
}

/// A name with the time in it; twice in one second they are numbered.
fn free_aside(store: &Path, now: jiff::Timestamp) -> Result<PathBuf, StoreError> {
    let stamp = now.strftime("%Y%m%d-%H%M%S").to_string();
    let mut number = 1;
    loop {
        let mut name = store.as_os_str().to_owned();
        name.push(format!(".before-{stamp}"));
        if number > 1 {
            name.push(format!("-{number}"));
        }
        let aside = PathBuf::from(name);
        if !dir::is_taken(&aside)? {
            return Ok(aside);
        }
        number += 1;
    }
}

/// Names of stores that are being filled from a backup.
const RESTORED: &str = "restored";

/// What a killed restoring left beside the store: it never was one, and holds no more than the backup does.
fn clear_abandoned(store: &Path) -> Result<(), StoreError> {
    let begins = format!("{}.{RESTORED}-", store.file_name().unwrap_or_default().to_string_lossy());
    for entry in fs::read_dir(dir::of(store)).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        let named = name.to_str().is_some_and(|name| name.starts_with(&begins));
        if named && super::unfinished::is_restored_copy(&path) {
            // Somebody who fills it just now has it locked.
            match Lock::take(&path) {
                Ok(_lock) => remove_marked(&path, UNFINISHED)?,
                Err(StoreError::Busy { .. }) => {}
                Err(other) => return Err(other),
            }
        }
    }
    Ok(())
}

/// A new folder with what the backup holds, or nothing.
fn filled(
    from: &Path,
    new: &Path,
    shortened: Shortened,
    mark: impl Fn(&Path) -> Result<(), StoreError>,
) -> Result<Copied, StoreError> {
    // What can't be read at all leaves no folder.
    let copy = Copy::open(from)?;
    dir::prepare(new)?;
    let fill = || -> Result<Copied, StoreError> {
        mark(new)?;
        let lock = Lock::take(new)?;
        let copied = fill(copy, new, shortened)?;
        drop(lock);
        dir::sync(new).map(|()| copied)
    };
    fill().inspect_err(|_| drop(remove_marked(new, UNFINISHED)))
}

fn fill(mut copy: Copy, to: &Path, shortened: Shortened) -> Result<Copied, StoreError> {
    let from = copy.path.clone();
    let mut at = Position::default();
    let (mut segment, mut bytes) = (new_segment(to, 1)?, 0);
    let whole = loop {
        let mut raw = match copy.next_line()? {
            CopyLine::Over { whole } => break whole,
            CopyLine::Key(keyring) => {
                keyring.save(to)?;
                continue;
            }
            CopyLine::Line(raw) => raw,
        };
        let number = copy.line;
        let place = || format!("{}:{number}", from.display());
        let read = Line::read(raw.strip_suffix(b"\n").unwrap_or(&raw));
        // The rest of a line at a shortened end is left out.
        if read.is_err() && !raw.ends_with(b"\n") && shortened == Shortened::Taken {
            continue;
        }
        let line = match read {
            Err(_) if !raw.ends_with(b"\n") && copy.framed => break Some(false),
            read => read.map_err(|bad| bad.at(place()))?,
        };
        if !line.follows(at.entry, at.hash) {
            return Err(StoreError::damaged(Damage::ChainBroken, place()));
        }
        match line.change(&Seal::default()) {
            // What is sealed is looked at by whoever opens it.
            Ok(_) | Err(BadLine::Locked) => {}
            Err(bad) => return Err(bad.at(place())),
        }
        (at.entry, at.hash) = (line.entry, line.hash);
        if !raw.ends_with(b"\n") {
            raw.push(b'\n');
        }
        if at.offset > 0 && at.offset + raw.len() as u64 > SEGMENT {
            finish(segment, to)?;
            (at.segment, at.offset) = (at.segment + 1, 0);
            segment = new_segment(to, at.segment)?;
        }
        segment.write_all(&raw).at(to)?;
        at.offset += raw.len() as u64;
        bytes += raw.len() as u64;
    };
    finish(segment, to)?;
    if whole == Some(false) && shortened == Shortened::Refused {
        return Err(StoreError::damaged(Damage::CopyShort, from.display().to_string()));
    }
    Ok(Copied { entries: at.entry, bytes: fs::metadata(&from).map_or(bytes, |found| found.len()), head: at.head() })
}

fn new_segment(dir: &Path, number: u32) -> Result<BufWriter<File>, StoreError> {
    let path = journal::path(dir, number);
    Ok(BufWriter::new(dir::private().write(true).create_new(true).open(&path).at(&path)?))
}

fn finish(segment: BufWriter<File>, dir: &Path) -> Result<(), StoreError> {
    segment.into_inner().map_err(|e| e.into_error()).and_then(|f| f.sync_all()).at(dir)
}

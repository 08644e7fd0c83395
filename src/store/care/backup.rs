//! Copies of the journal in one file, and stores made from them. A copy needs no lock: the journal only grows. That of
//! an encrypted store needs no key either: it holds the sealed lines, and the keyring before them.

use crate::store::error::At;
use crate::store::journal::{self, Position, SEGMENT};
use crate::store::keyring::Keyring;
use crate::store::line::{BadLine, Line};
use crate::store::lock::Lock;
use crate::store::rewrite::exchange;
use crate::store::seal::Seal;
use crate::store::{Damage, Denial, Head, StoreError, dir};
use std::fs::{self, File};
use std::io::{BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};

/// What was copied; the head stands in reports and shows later that nothing was left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Copied {
    pub entries: u64,
    pub bytes: u64,
    pub head: Head,
}

/// Writes every entry into one new file, checked on the way. It gets its name when it is whole: a killed process leaves
/// no file that looks like a backup.
pub fn backup(store: &Path, to: &Path) -> Result<Copied, StoreError> {
    dir::inspect(store)?;
    if dir::is_taken(to) {
        return Err(StoreError::Denied { path: to.to_owned(), reason: Denial::NotEmpty });
    }
    let half = half(to);
    let file = dir::private().write(true).create(true).truncate(true).open(&half).at(&half)?;
    let copy = || -> Result<Copied, StoreError> {
        let mut out = BufWriter::new(file);
        let mut bytes = 0;
        let mut put = |line: &[u8]| {
            bytes += line.len() as u64 + 1;
            out.write_all(line).and_then(|()| out.write_all(b"\n")).at(to)
        };
        if let Some(keyring) = Keyring::of(store)? {
            put(&keyring.line().at(to)?)?;
        }
        let end = journal::lines(store, &Position::default(), |_, line, _| put(line))?;
        out.into_inner().map_err(|e| e.into_error()).and_then(|f| f.sync_all()).at(to)?;
        fs::rename(&half, to).at(to)?;
        dir::sync(to.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
        Ok(Copied { entries: end.entry, bytes, head: end.head() })
    };
    copy().inspect_err(|_| drop(fs::remove_file(&half)))
}

/// The name that something has until it is whole.
fn half(path: &Path) -> PathBuf {
    let mut half = path.as_os_str().to_owned();
    half.push(".half");
    PathBuf::from(half)
}

/// Makes a store from such a file; only where there is none. It appears whole or not at all.
pub fn restore(from: &Path, store: &Path) -> Result<Copied, StoreError> {
    if store.exists() && (!store.is_dir() || fs::read_dir(store).at(store)?.next().is_some()) {
        return Err(StoreError::Denied { path: store.to_owned(), reason: Denial::NotEmpty });
    }
    let half = half(store);
    let copied = filled(from, &half)?;
    fs::rename(&half, store).inspect_err(|_| drop(fs::remove_dir_all(&half))).at(store)?;
    dir::sync(store.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
    Ok(copied)
}

/// The same over a store that is there: it is renamed, with the time in its name, and kept. Nobody may have it open.
pub fn restore_over(from: &Path, store: &Path, now: jiff::Timestamp) -> Result<(Copied, PathBuf), StoreError> {
    let lock = Lock::take(store)?;
    let mut aside = store.as_os_str().to_owned();
    aside.push(format!(".before-{}", now.strftime("%Y%m%d-%H%M%S")));
    let aside = PathBuf::from(aside);
    if aside.exists() {
        return Err(StoreError::Denied { path: aside, reason: Denial::NotEmpty });
    }
    let half = half(store);
    // Filled before the one that is there is touched: a bad backup replaces nothing.
    let copied = filled(from, &half)?;
    // In one step: after a crash there is a store, the one or the other.
    exchange(&half, store).inspect_err(|_| drop(fs::remove_dir_all(&half)))?;
    fs::rename(&half, &aside).at(&aside)?;
    dir::sync(store.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new(".")))?;
    drop(lock);
    Ok((copied, aside))
}

/// A folder with what the backup holds, or nothing.
fn filled(from: &Path, half: &Path) -> Result<Copied, StoreError> {
    dir::remove(half)?;
    dir::prepare(half)?;
    let copied = fill(from, half).and_then(|copied| dir::sync(half).map(|()| copied));
    copied.inspect_err(|_| drop(fs::remove_dir_all(half)))
}

fn fill(from: &Path, to: &Path) -> Result<Copied, StoreError> {
    let mut lines = BufReader::new(dir::plain_file(from)?);
    let mut at = Position::default();
    let (mut segment, mut bytes) = (new_segment(to, 1)?, 0);
    loop {
        let mut raw = Vec::new();
        lines.read_until(b'\n', &mut raw).at(from)?;
        if raw.is_empty() {
            break;
        }
        if let Some(keyring) = Keyring::read(&raw).filter(|_| at.entry == 0) {
            keyring.save(to)?;
            bytes += raw.len() as u64;
            continue;
        }
        let place = || format!("{}:{}", from.display(), at.entry + 1);
        let line = Line::read(raw.strip_suffix(b"\n").unwrap_or(&raw)).map_err(|bad| bad.at(place()))?;
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
    }
    finish(segment, to)?;
    Ok(Copied { entries: at.entry, bytes, head: at.head() })
}

fn new_segment(dir: &Path, number: u32) -> Result<BufWriter<File>, StoreError> {
    let path = journal::path(dir, number);
    Ok(BufWriter::new(dir::private().write(true).create_new(true).open(&path).at(&path)?))
}

fn finish(segment: BufWriter<File>, dir: &Path) -> Result<(), StoreError> {
    segment.into_inner().map_err(|e| e.into_error()).and_then(|f| f.sync_all()).at(dir)
}

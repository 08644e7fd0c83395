//! The truth: segments of lines, only ever appended to. Knows nothing of the view. Damage is found and named here;
//! what is done about it is [`crate::store::disk`]'s part.

pub(super) mod history;
pub(super) mod line;
pub(super) mod read_backwards;
pub(super) mod upgrade;

use crate::domain::Change;
use crate::store::error::At;
use crate::store::line::{BadLine, Erasure, Hash, JOURNAL_FORMAT, Line, Place, Salts, Stones, write_line};
use crate::store::read_backwards::Backwards;
use crate::store::seal::Seal;
use crate::store::{Damage, Head, Note, StoreError, dir};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::fs::{self, File, Permissions};
use std::io::{BufRead, BufReader, Seek, SeekFrom, Write};
use std::os::unix::fs::{FileExt, PermissionsExt};
use std::path::{Path, PathBuf};

/// A segment that has this size is followed by a new one.
pub const SEGMENT: u64 = 8 << 20;

/// Where the last full segment ended.
pub const HEAD: &str = "HEAD";

/// Where the lines begin that are being appended without a sync each; there is none at other times.
pub const MANY: &str = "MANY";

/// A place between two lines: the entry before it, and where the next one begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    pub entry: u64,
    pub hash: Hash,
    pub segment: u32,
    pub offset: u64,
}

impl Default for Position {
    fn default() -> Self {
        Position { entry: 0, hash: Hash::default(), segment: 1, offset: 0 }
    }
}

impl Position {
    pub fn head(&self) -> Head {
        Head { entry: self.entry, hash: if self.entry == 0 { String::new() } else { self.hash.to_string() } }
    }
    /// For messages: the file and the entry that ends here.
    fn line_place(&self) -> String {
        format!("{}, #{}", name(self.segment), self.entry)
    }
    /// For messages: the file and the entry that should stand here.
    pub fn place(&self) -> String {
        format!("{}, #{}", name(self.segment), self.entry + 1)
    }
}

/// One line as it was written, with what it says; no change if its content was erased.
#[derive(Debug)]
pub struct Entry<'a> {
    /// Behind it.
    pub end: Position,
    /// Without the line end.
    pub line: Vec<u8>,
    pub change: Option<Cow<'a, Change>>,
}

/// The journal, open for appending. Its holder has the lock.
#[derive(Debug)]
pub struct Journal {
    dir: PathBuf,
    file: File,
    end: Position,
    /// Up to here everything is known to be on the disk.
    synced: Position,
    salts: Salts,
    seal: Seal,
    /// Format of the newest line.
    format: u32,
    /// A sync has failed: what the disk holds is unknown until the next open.
    broken: bool,
    /// Behind the end stands a line that was written whole and is not what it was.
    altered: Option<Damage>,
}

impl Journal {
    /// Finds the end without reading the rest. Bytes behind the last whole entry are put aside.
    pub fn open(dir: &Path, seal: Seal, notes: &mut Vec<Note>) -> Result<Journal, StoreError> {
        let count = count_segments(dir)?;
        if count == 0 {
            create(dir, 1)?;
        }
        let segment = count.max(1);
        let path = path(dir, segment);
        let whole = find_end(dir, segment, &seal)?;
        match whole.sealed {
            Some(true) if !seal.is_on() => {
                return Err(StoreError::damaged(Damage::KeyUnreadable, dir.display().to_string()));
            }
            // Encryption was switched off, or on anew, while somebody was asked for the passphrase.
            Some(false) if seal.is_on() => return Err(StoreError::Locked),
            _ => {}
        }
        if fs::metadata(&path).at(&path)?.permissions().mode() & 0o200 == 0 {
            fs::set_permissions(&path, Permissions::from_mode(0o600)).at(&path)?;
        }
        let file = dir::private().read(true).append(true).open(&path).at(&path)?;
        let salts = Salts::new().at(dir)?;
        // Where it names no place between two lines it is not ours, or rotten.
        let noted = read_position(&dir.join(MANY));
        let many = noted.as_ref().filter(|from| from.segment > 0 && from.segment <= segment && is_proved(dir, from));
        let end = match many {
            Some(from) => whole_after(dir, from, whole.position)?,
            None => whole.position,
        };
        let ended = many.is_some() || noted.is_some() || dir::is_taken(&dir.join(MANY))?;
        let (dir, synced, format) = (dir.to_owned(), end.clone(), whole.format);
        let mut journal = Journal { dir, file, synced, end, salts, seal, format, broken: false, altered: None };
        if whole.line_end_missing {
            journal.file.write_all(b"\n").and_then(|()| journal.file.sync_data()).at(&path)?;
        }
        match whole.altered.filter(|_| many.is_none()) {
            // It is put aside only where it is known better.
            Some(what) => journal.altered = Some(what),
            None => journal.put_torn_end_aside(&path, notes)?,
        }
        if ended {
            journal.end_many()?;
        }
        Ok(journal)
    }

    pub fn end(&self) -> &Position {
        &self.end
    }

    /// What is wrong with a line that was written whole and stands behind the end. Nothing may be written then.
    pub fn altered(&self) -> Option<Damage> {
        self.altered
    }

    /// The line is known from elsewhere: what stands there is put aside.
    pub fn put_altered_aside(&mut self, notes: &mut Vec<Note>) -> Result<(), StoreError> {
        self.altered = None;
        self.put_torn_end_aside(&path(&self.dir, self.end.segment), notes)
    }

    /// The newest line is of an older format than those that follow it; 0 for an empty journal.
    pub fn older_format(&self) -> Option<u32> {
        (1..JOURNAL_FORMAT).contains(&self.format).then_some(self.format)
    }

    /// Where the last full segment ended, if that is ahead of the journal: then its end was cut off.
    pub fn missing_head(&self) -> Option<u64> {
        let head = read_position(&self.dir.join(HEAD))?;
        (head.entry > self.end.entry).then_some(head.entry)
    }

    /// What the head file says was overruled: it is written anew when a segment is full.
    pub fn forget_head(&self) -> Result<(), StoreError> {
        if self.missing_head().is_some() { dir::remove(&self.dir.join(HEAD)) } else { Ok(()) }
    }

    /// Writes a line; it counts only after [`Journal::sync`].
    pub fn append<'a>(&mut self, change: Cow<'a, Change>) -> Result<Entry<'a>, StoreError> {
        self.append_stone(change, &[])
    }

    /// The same of one that says what was erased before it.
    pub fn append_stone<'a>(&mut self, change: Cow<'a, Change>, erased: &[Erasure]) -> Result<Entry<'a>, StoreError> {
        let mut line = Vec::with_capacity(1024);
        let (entry, previous) = (self.end.entry + 1, self.end.hash);
        let at = Place { entry, previous, salt: self.salts.next(), seal: &self.seal };
        let hash = write_line(&mut line, &at, &change, erased).at(&self.dir)?;
        self.write(&line, hash)?;
        line.pop();
        self.format = JOURNAL_FORMAT;
        Ok(Entry { end: self.end.clone(), line, change: Some(change) })
    }

    /// Puts back a line that was lost.
    pub fn append_line(&mut self, line: &[u8]) -> Result<(), StoreError> {
        let read = Line::read(line).map_err(|bad| bad.at(self.end.place()))?;
        if !read.follows(self.end.entry, self.end.hash) {
            return Err(StoreError::damaged(Damage::ChainBroken, self.end.place()));
        }
        self.write(&[line, b"\n"].concat(), read.hash)
    }

    fn write(&mut self, line: &[u8], hash: Hash) -> Result<(), StoreError> {
        if self.broken || self.altered.is_some() {
            return Err(StoreError::ReadOnly);
        }
        if self.end.offset > 0 && self.end.offset + line.len() as u64 > SEGMENT {
            self.rotate()?;
        }
        let path = path(&self.dir, self.end.segment);
        if let Err(source) = self.file.write_all(line) {
            self.cut_back(self.end.offset);
            return Err(StoreError::from_io(&path, source));
        }
        self.end.entry += 1;
        self.end.hash = hash;
        self.end.offset += line.len() as u64;
        Ok(())
    }

    /// After this everything that was appended survives a power cut. A failed sync is never tried again: the system
    /// may have thrown the bytes away and would then say that all is well.
    pub fn sync(&mut self) -> Result<(), StoreError> {
        if self.broken {
            return Err(StoreError::ReadOnly);
        }
        if let Err(source) = self.file.sync_data() {
            self.broken = true;
            self.forget_unsynced();
            return Err(StoreError::from_io(&path(&self.dir, self.end.segment), source));
        }
        self.synced = self.end.clone();
        Ok(())
    }

    /// Before several lines are appended without a sync each: of those a power cut may keep the last and lose the
    /// first, so the next opening looks at every line from here on.
    pub fn begin_many(&self) -> Result<(), StoreError> {
        write_position(&self.dir.join(MANY), &self.end)
    }

    /// After they were synced, or taken back.
    pub fn end_many(&self) -> Result<(), StoreError> {
        dir::remove(&self.dir.join(MANY))?;
        dir::sync(&self.dir)
    }

    /// Takes back what was appended and not synced.
    pub fn forget_unsynced(&mut self) {
        self.cut_back(self.synced.offset);
        self.end = self.synced.clone();
    }

    fn cut_back(&mut self, offset: u64) {
        if self.file.set_len(offset).is_err() {
            self.broken = true;
        }
    }

    fn rotate(&mut self) -> Result<(), StoreError> {
        self.sync()?;
        let next = create(&self.dir, self.end.segment + 1)?;
        let full = path(&self.dir, self.end.segment);
        fs::set_permissions(&full, Permissions::from_mode(0o400)).at(&full)?;
        write_position(&self.dir.join(HEAD), &self.end)?;
        self.file = next;
        self.end.segment += 1;
        self.end.offset = 0;
        self.synced = self.end.clone();
        Ok(())
    }

    fn put_torn_end_aside(&mut self, path: &Path, notes: &mut Vec<Note>) -> Result<(), StoreError> {
        let length = self.file.metadata().at(path)?.len();
        let from = self.end.offset;
        if length <= from + 1 && (length <= from || self.byte(from) == Some(b'\n')) {
            return Ok(());
        }
        let mut torn = vec![0; usize::try_from(length - from).unwrap_or(0)];
        self.file.read_exact_at(&mut torn, from).at(path)?;
        let aside = format!("torn-{}-{}", self.end.entry + 1, torn.len());
        dir::replace(&self.dir.join(&aside), &torn)?;
        self.file.set_len(from).and_then(|()| self.file.sync_all()).at(path)?;
        notes.push(Note::TornEnd { bytes: torn.len() as u64, aside });
        Ok(())
    }

    fn byte(&self, at: u64) -> Option<u8> {
        let mut byte = [0];
        self.file.read_exact_at(&mut byte, at).ok().map(|()| byte[0])
    }
}

/// Reads on from a position to the end, checking the chain. Half a line at the very end is left out: it is being
/// written, or never was acknowledged.
pub fn read(
    dir: &Path,
    from: &Position,
    seal: &Seal,
    mut each: impl FnMut(Vec<u8>, Option<Change>, Position) -> Result<(), StoreError>,
) -> Result<Position, StoreError> {
    lines(dir, from, |line, raw, end| {
        let change = line.change(seal).map_err(|bad| bad.at(end.line_place()))?;
        each(raw.to_vec(), change, end)
    })
}

/// The same without a look at the contents: needs no key.
pub fn lines(
    dir: &Path,
    from: &Position,
    mut each: impl FnMut(&Line<'_>, &[u8], Position) -> Result<(), StoreError>,
) -> Result<Position, StoreError> {
    let mut at = from.clone();
    let mut stones = Stones::after(from.entry);
    scan(dir, from, |raw, segment, offset| {
        let place = || Position { segment, ..at.clone() }.place();
        let line = Line::read(&raw).map_err(|bad| bad.at(place()))?;
        if !line.follows(at.entry, at.hash) {
            return Err(StoreError::damaged(Damage::ChainBroken, place()));
        }
        stones.follow(&line);
        at = Position { entry: line.entry, hash: line.hash, segment, offset };
        each(&line, &raw, at.clone())
    })?;
    match stones.wrong().next() {
        Some(entry) => Err(StoreError::damaged(Damage::ErasedUnsaid, format!("#{entry}"))),
        None => Ok(at),
    }
}

/// Whether lines follow each other from a position on.
pub fn chained(end: &Position, lines: &[Vec<u8>]) -> bool {
    let (mut entry, mut hash) = (end.entry, end.hash);
    lines.iter().all(|raw| match Line::read(raw) {
        Ok(line) if line.follows(entry, hash) => {
            (entry, hash) = (line.entry, line.hash);
            true
        }
        _ => false,
    })
}

/// Every line from a position on, unchecked, with its segment and the offset behind it.
pub fn scan(
    dir: &Path,
    from: &Position,
    mut each: impl FnMut(Vec<u8>, u32, u64) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    let count = count_segments(dir)?;
    for segment in from.segment..=count {
        let path = path(dir, segment);
        let mut file = File::open(&path).at(&path)?;
        let mut offset = if segment == from.segment { from.offset } else { 0 };
        file.seek(SeekFrom::Start(offset)).at(&path)?;
        let mut lines = BufReader::with_capacity(256 << 10, file);
        loop {
            let mut line = Vec::new();
            lines.read_until(b'\n', &mut line).at(&path)?;
            if line.is_empty() {
                break;
            }
            offset += line.len() as u64;
            if line.pop() != Some(b'\n') {
                if segment == count {
                    break;
                }
                return Err(StoreError::damaged(Damage::Unreadable, name(segment)));
            }
            each(line, segment, offset)?;
        }
    }
    Ok(())
}

/// Of the newest changes no more is read than this, but the newest always: what is asked for is what somebody could
/// take back, and a bulk load behind it would cost more than the whole start.
const RECENT_BYTES: usize = 256 << 10;

/// The newest changes, oldest of them first, read from the end.
pub fn recent(dir: &Path, count: usize, seal: &Seal) -> Result<Vec<Change>, StoreError> {
    let (mut found, mut bytes) = (Vec::new(), 0);
    for segment in (1..=count_segments(dir)?).rev() {
        if found.len() >= count || bytes >= RECENT_BYTES {
            break;
        }
        let path = path(dir, segment);
        let mut lines = Backwards::open(&path)?;
        while found.len() < count && bytes < RECENT_BYTES {
            let Some(line) = lines.next().at(&path)? else { break };
            bytes += line.bytes.len();
            if bytes > RECENT_BYTES && !found.is_empty() {
                break;
            }
            match Line::read(&line.bytes).and_then(|l| l.change(seal)) {
                Ok(change) => found.extend(change),
                Err(_) if !line.ended => {}
                Err(bad) => return Err(bad.at(name(segment))),
            }
        }
    }
    found.reverse();
    Ok(found)
}

/// Segments are numbered from 1 without a gap.
pub fn count_segments(dir: &Path) -> Result<u32, StoreError> {
    let (mut count, mut highest) = (0, 0);
    for entry in fs::read_dir(dir).at(dir)? {
        let file = entry.at(dir)?.file_name();
        let Some(number) = file.to_str().and_then(|n| n.strip_prefix("journal-")?.strip_suffix(".jsonl")) else { continue };
        if let Ok(number) = number.parse::<u32>() {
            count += 1;
            highest = highest.max(number);
        }
    }
    if count != highest {
        let missing = (1..=highest).find(|n| !path(dir, *n).exists()).unwrap_or(highest);
        return Err(StoreError::damaged(Damage::SegmentMissing, name(missing)));
    }
    Ok(count)
}

pub fn name(segment: u32) -> String {
    format!("journal-{segment:06}.jsonl")
}

pub fn path(dir: &Path, segment: u32) -> PathBuf {
    dir.join(name(segment))
}

fn create(dir: &Path, segment: u32) -> Result<File, StoreError> {
    let path = path(dir, segment);
    let file = dir::private().read(true).append(true).create(true).open(&path).at(&path)?;
    dir::sync(dir)?;
    Ok(file)
}

/// A position in a file of its own, with a checksum; older programs wrote none, and don't look at it.
#[derive(Serialize, Deserialize)]
struct Noted {
    #[serde(flatten)]
    position: Position,
    #[serde(default)]
    sum: Option<Hash>,
}

impl Position {
    fn sum(&self) -> Hash {
        let numbers = [self.entry, u64::from(self.segment), self.offset].map(u64::to_be_bytes).concat();
        Hash::of(&[b"position", &numbers, &self.hash.0])
    }
}

fn write_position(path: &Path, position: &Position) -> Result<(), StoreError> {
    let noted = Noted { position: position.clone(), sum: Some(position.sum()) };
    dir::replace(path, &serde_json::to_vec(&noted).map_err(std::io::Error::from).at(path)?)
}

/// A hint: one that is torn or rotten is as good as none.
fn read_position(path: &Path) -> Option<Position> {
    let noted: Noted = serde_json::from_slice(&dir::read(path).ok()?).ok()?;
    noted.sum.is_none_or(|sum| sum == noted.position.sum()).then_some(noted.position)
}

/// Whether a line ends at a position that says of itself what the position says.
fn is_proved(dir: &Path, position: &Position) -> bool {
    if position.entry == 0 {
        return *position == Position::default();
    }
    // The end of a full segment is noted as the beginning of none.
    let before = if position.offset > 0 { (position.segment, position.offset) } else { (position.segment - 1, u64::MAX) };
    let Ok(mut lines) = Backwards::before(&path(dir, before.0), before.1) else { return false };
    let Ok(Some(line)) = lines.next() else { return false };
    line.ended && Line::read(&line.bytes).is_ok_and(|line| line.entry == position.entry && line.hash == position.hash)
}

/// The end of what is whole from a position on. Only lines of the last file can be without a sync.
fn whole_after(dir: &Path, from: &Position, end: Position) -> Result<Position, StoreError> {
    let mut whole = from.clone();
    let outcome = lines(dir, from, |_, _, position| {
        whole = position;
        Ok(())
    });
    match outcome {
        Err(StoreError::Damaged { .. }) if whole.segment == end.segment => Ok(whole),
        Err(StoreError::Damaged { .. }) if whole.segment + 1 == end.segment => {
            Ok(Position { segment: end.segment, offset: 0, ..whole })
        }
        Err(fault @ (StoreError::Newer { .. } | StoreError::Io { .. })) => Err(fault),
        _ => Ok(end),
    }
}

/// Where the journal ends, if it was left as it should be: nothing torn, altered, half imported or missing.
pub fn settled_end(dir: &Path, seal: &Seal) -> Option<Position> {
    let last = count_segments(dir).ok().filter(|count| *count > 0)?;
    let whole = find_end(dir, last, seal).ok()?;
    let length = fs::metadata(path(dir, last)).ok()?.len();
    let (end, many) = (whole.position, dir::is_taken(&dir.join(MANY)).ok()?);
    let is_settled = !many && !whole.line_end_missing && whole.altered.is_none() && length == end.offset;
    let is_sealed_alike = whole.sealed.is_none_or(|sealed| sealed == seal.is_on());
    let ahead = read_position(&dir.join(HEAD)).is_some_and(|head| head.entry > end.entry);
    (is_settled && is_sealed_alike && !ahead).then_some(end)
}

/// Whether that seal is surely not the journal's: its newest entry was sealed with another key.
pub fn is_refuted(dir: &Path, seal: &Seal) -> bool {
    let end = count_segments(dir).and_then(|count| find_end(dir, count.max(1), seal));
    matches!(end, Err(StoreError::Damaged { what: Damage::KeyDiffers, .. }))
}

struct WholeEnd {
    position: Position,
    format: u32,
    /// Whether its content is; `None` if there is none.
    sealed: Option<bool>,
    line_end_missing: bool,
    /// What is wrong with a line behind it that has its line end. A power cut can leave such a line too, but with zeros
    /// where a part did not reach the disk.
    altered: Option<Damage>,
}

/// The end of the last whole line.
fn find_end(dir: &Path, last: u32, seal: &Seal) -> Result<WholeEnd, StoreError> {
    let (mut bad_lines, mut altered) = (0, None);
    for segment in [last, last.saturating_sub(1)] {
        if segment == 0 {
            break;
        }
        let file = path(dir, segment);
        let mut lines = Backwards::open(&file)?;
        while let Some(line) = lines.next().at(&file)? {
            match Line::read(&line.bytes) {
                Ok(read) => {
                    let behind = line.offset + line.bytes.len() as u64 + 1;
                    let offset = if segment == last { behind } else { 0 };
                    let position = Position { entry: read.entry, hash: read.hash, segment: last, offset };
                    let (format, sealed) = (read.format, read.is_sealed());
                    if seal.is_on() && sealed == Some(true) {
                        read.change(seal).map_err(|bad| bad.at(name(segment)))?;
                    }
                    return Ok(WholeEnd { position, format, sealed, line_end_missing: !line.ended, altered });
                }
                Err(BadLine::Damaged(what)) if segment == last => {
                    bad_lines += usize::from(line.ended);
                    if line.ended && !line.bytes.is_empty() && !line.bytes.contains(&0) {
                        altered = Some(what);
                    }
                }
                Err(bad) => return Err(bad.at(name(segment))),
            }
        }
        // A segment of which nothing can be read is more than an end that was torn off; but the very first line is the end.
        if bad_lines > usize::from(segment == 1) {
            return Err(StoreError::damaged(Damage::Unreadable, name(segment)));
        }
    }
    let position = Position { segment: last.max(1), ..Position::default() };
    Ok(WholeEnd { position, format: 0, sealed: None, line_end_missing: false, altered })
}

//! The only file that names sled: the indexed view of the journal. It carries the journal's position in the same
//! transaction as the records, and it may be thrown away at any time.
//!
//! Trees: `meta` (format, position), `office` (profile, units), `people`, `roster` (one small row a person),
//! `dossier` (person, year, part: the records of one year, cut into parts that keep sled's pages small),
//! `tail` (the newest lines of the journal, with which a journal that lost its end is completed).
//!
//! In an encrypted store every value of a record is sealed for its tree and key; keys hold nothing but identifiers and
//! years, and `meta` and `tail` nothing that would have to be.

use crate::domain::{Dossier, Op, PersonId, Record, RecordId, Roster, RosterRow};
use crate::store::codec::{self, Undecodable, VIEW_FORMAT};
use crate::store::error::At;
use crate::store::fold::Folder;
use crate::store::journal::{Entry, Position};
use crate::store::memory::Office;
use crate::store::panics::caught;
use crate::store::seal::Seal;
use crate::store::{Damage, Denial, StoreError};
use ::sled::transaction::{TransactionError, Transactional};
use ::sled::{Db, IVec, Tree};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;
use std::time::{Duration, Instant};

/// sled puts pages over 128 KiB into files that it never syncs; a leaf holds up to 16 values.
const PART: usize = 7000;
/// Keys in one transaction of a big change: more of them at once cost memory that stays.
const KEYS: usize = 48;
/// How many lines of the journal the tail keeps, and how many bytes of one application.
const TAIL_LINES: u64 = 300;
const TAIL_BYTES: usize = 256 << 10;

pub struct View {
    /// In the order of [`Place`].
    trees: [Tree; 6],
    seal: Seal,
}

#[derive(Clone, Copy)]
enum Place {
    Meta,
    Office,
    People,
    Roster,
    Dossier,
    Tail,
}
const TREES: [&str; 6] = ["meta", "office", "people", "roster", "dossier", "tail"];

struct Write {
    place: Place,
    key: Vec<u8>,
    value: Option<Vec<u8>>,
}

/// Stored parts of a dossier by their keys, as they are without a seal.
type Parts = BTreeMap<Vec<u8>, Vec<u8>>;

/// A row that a change has touched; `None` if the person is gone.
pub type Touched = (PersonId, Option<RosterRow>);

impl View {
    /// What can't be read, or has another format, is an error with [`Damage::View`]: it goes when there is a new one.
    pub fn open(path: &Path, seal: &Seal) -> Result<View, StoreError> {
        remove_half_snapshots(path)?;
        let view = View::open_trees(path, seal)?;
        match view.get(Place::Meta, b"format")? {
            Some(format) if *format == [VIEW_FORMAT] => Ok(view),
            Some(_) => Err(damaged("format")),
            None if view.trees.iter().all(Tree::is_empty) => view.begun(),
            None => Err(damaged("format")),
        }
    }

    fn open_trees(path: &Path, seal: &Seal) -> Result<View, StoreError> {
        let db = open_patiently(path)?;
        let tree = |name: &str| db.open_tree(name).map_err(|e| sort(path, e));
        let [a, b, c, d, e, f] = TREES;
        let trees = [tree(a)?, tree(b)?, tree(c)?, tree(d)?, tree(e)?, tree(f)?];
        Ok(View { trees, seal: seal.clone() })
    }

    fn begun(self) -> Result<View, StoreError> {
        self.write(&[Write { place: Place::Meta, key: b"format".to_vec(), value: Some(vec![VIEW_FORMAT]) }])?;
        Ok(self)
    }

    /// Up to where it follows the journal.
    pub fn position(&self) -> Result<Position, StoreError> {
        self.get(Place::Meta, b"position")?.map_or(Ok(Position::default()), |bytes| decode(&bytes))
    }

    /// Applies entries that follow the position. A big one is written in parts, the position with the last: what was
    /// applied twice after a crash changes nothing more.
    pub fn apply(&self, entries: &[Entry]) -> Result<Vec<Touched>, StoreError> {
        let (Some(first), Some(last)) = (entries.first(), entries.last()) else { return Ok(vec![]) };
        if first.end.entry != self.position()?.entry + 1 {
            return Err(damaged("position"));
        }
        let mut people: BTreeMap<PersonId, Vec<&Op>> = BTreeMap::new();
        let mut writes = Vec::new();
        for op in entries.iter().filter_map(|e| e.change.as_ref()).flat_map(|c| &c.ops) {
            let before = op.before().and_then(Record::person);
            let after = op.after().and_then(Record::person);
            for id in before.into_iter().chain(after.filter(|a| before != Some(*a))) {
                people.entry(id).or_default().push(op);
            }
            writes.extend(self.office_write(op)?);
        }
        let mut touched = Vec::with_capacity(people.len());
        for (id, ops) in people {
            touched.push((id, self.apply_person(id, &ops, &mut writes)?));
            if writes.len() >= KEYS {
                self.write(&writes)?;
                writes.clear();
            }
        }
        self.tail_writes(entries, &mut writes)?;
        writes.push(Write { place: Place::Meta, key: b"position".to_vec(), value: Some(encode(&last.end)?) });
        self.write(&writes)?;
        Ok(touched)
    }

    fn apply_person(&self, id: PersonId, ops: &[&Op], writes: &mut Vec<Write>) -> Result<Option<RosterRow>, StoreError> {
        let (mut folder, stored) = self.folder(id)?;
        ops.iter().for_each(|op| folder.apply(op));
        let row = folder.row();
        let person = folder.person.as_ref().map(|person| self.encode(Place::People, &key(id), person)).transpose()?;
        writes.push(Write { place: Place::People, key: key(id), value: person });
        let kept = row.as_ref().map(|row| self.encode(Place::Roster, &key(id), row)).transpose()?;
        writes.push(Write { place: Place::Roster, key: key(id), value: kept });
        let mut gone = stored;
        for (year, records) in folder.years() {
            for (part, bytes) in encode(&records)?.chunks(PART).enumerate() {
                let key = dossier_key(id, year, part);
                if gone.remove(&key).is_none_or(|old| *old != *bytes) {
                    let value = Some(self.close(Place::Dossier, &key, bytes)?);
                    writes.push(Write { place: Place::Dossier, key, value });
                }
            }
        }
        writes.extend(gone.into_keys().map(|key| Write { place: Place::Dossier, key, value: None }));
        Ok(row)
    }

    /// What is kept of a person, and the parts that it was read from.
    fn folder(&self, id: PersonId) -> Result<(Folder, Parts), StoreError> {
        let mut folder = Folder::new(id);
        if let Some(bytes) = self.get(Place::People, &key(id))? {
            folder.put(Record::Person(self.decode(Place::People, &key(id), &bytes)?));
        }
        let mut stored = BTreeMap::new();
        let mut years: BTreeMap<[u8; 2], Vec<u8>> = BTreeMap::new();
        for pair in self.tree(Place::Dossier).scan_prefix(key(id)) {
            let (key, part) = pair.map_err(|e| self.sort(e))?;
            let year = key.get(16..18).and_then(|y| y.try_into().ok()).ok_or_else(|| damaged("dossier"))?;
            let part = self.reveal(Place::Dossier, &key, &part)?;
            years.entry(year).or_default().extend_from_slice(&part);
            stored.insert(key.to_vec(), part.into_owned());
        }
        for bytes in years.values() {
            decode::<Vec<Record>>(bytes)?.into_iter().for_each(|record| folder.put(record));
        }
        Ok((folder, stored))
    }

    pub fn dossier(&self, id: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(self.folder(id)?.0.dossier())
    }

    /// Everything that is kept, the office's records first, then person by person.
    pub fn records(&self, each: &mut dyn FnMut(Record)) -> Result<(), StoreError> {
        self.office(each)?;
        for id in self.people()? {
            self.folder(id)?.0.into_records().for_each(&mut *each);
        }
        Ok(())
    }

    /// The first person whose row is not what the dossier says.
    pub fn wrong_row(&self) -> Result<Option<PersonId>, StoreError> {
        for id in self.people()? {
            let stored = self.get(Place::Roster, &key(id))?;
            let row = stored.map(|bytes| self.decode::<RosterRow>(Place::Roster, &key(id), &bytes)).transpose()?;
            if row != self.folder(id)?.0.row() {
                return Ok(Some(id));
            }
        }
        Ok(None)
    }

    /// Everybody of whom anything is kept.
    fn people(&self) -> Result<Vec<PersonId>, StoreError> {
        let mut found = Vec::new();
        for place in [Place::People, Place::Roster, Place::Dossier] {
            for key in self.tree(place).iter().keys() {
                let key = key.map_err(|e| self.sort(e))?;
                let id = key.first_chunk::<16>().ok_or_else(|| damaged("key"))?;
                let id = PersonId(uuid::Uuid::from_bytes(*id));
                if found.last() != Some(&id) {
                    found.push(id);
                }
            }
        }
        found.sort();
        found.dedup();
        Ok(found)
    }

    pub fn roster(&self) -> Result<Roster, StoreError> {
        let mut office = Office::default();
        self.office(&mut |record| office.put(record))?;
        let pairs = self.tree(Place::Roster).iter().map(|pair| pair.map_err(|e| self.sort(e)));
        let rows = pairs.map(|pair| pair.and_then(|(key, bytes)| self.decode(Place::Roster, &key, &bytes)));
        let rows = rows.collect::<Result<_, StoreError>>()?;
        Ok(Roster::new(office.profile, office.units, rows).with_catalogue(office.catalogue))
    }

    /// What belongs to nobody.
    fn office(&self, each: &mut dyn FnMut(Record)) -> Result<(), StoreError> {
        for pair in self.tree(Place::Office) {
            let (key, bytes) = pair.map_err(|e| self.sort(e))?;
            each(self.decode(Place::Office, &key, &bytes)?);
        }
        Ok(())
    }

    /// The lines after an entry that the tail still holds, in order, without a gap.
    pub fn lines_after(&self, entry: u64) -> Result<Vec<Vec<u8>>, StoreError> {
        let mut lines: BTreeMap<u64, Vec<u8>> = BTreeMap::new();
        for pair in self.tree(Place::Tail).range(tail_key(entry + 1, 0)..) {
            let (key, part) = pair.map_err(|e| self.sort(e))?;
            let number = key.first_chunk::<8>().ok_or_else(|| damaged("tail"))?;
            lines.entry(u64::from_be_bytes(*number)).or_default().extend_from_slice(&part);
        }
        Ok((entry + 1..).map_while(|n| lines.remove(&n)).collect())
    }

    fn tail_writes(&self, entries: &[Entry], writes: &mut Vec<Write>) -> Result<(), StoreError> {
        let newest = entries.last().map_or(0, |e| e.end.entry);
        for key in self.tree(Place::Tail).range(..tail_key(newest.saturating_sub(TAIL_LINES - 1), 0)).keys() {
            writes.push(Write { place: Place::Tail, key: key.map_err(|e| self.sort(e))?.to_vec(), value: None });
        }
        let mut room = TAIL_BYTES;
        for entry in entries.iter().rev().take(TAIL_LINES as usize) {
            let Some(left) = room.checked_sub(entry.line.len()) else { break };
            room = left;
            for (part, bytes) in entry.line.chunks(PART).enumerate() {
                let key = tail_key(entry.end.entry, part).to_vec();
                writes.push(Write { place: Place::Tail, key, value: Some(bytes.to_vec()) });
            }
        }
        Ok(())
    }

    fn write(&self, writes: &[Write]) -> Result<(), StoreError> {
        let [a, b, c, d, e, f] = &self.trees;
        let done = (a, b, c, d, e, f).transaction(|(a, b, c, d, e, f)| {
            let trees = [a, b, c, d, e, f];
            for write in writes {
                let tree = trees[write.place as usize];
                match &write.value {
                    Some(value) => tree.insert(write.key.as_slice(), value.as_slice())?,
                    None => tree.remove(write.key.as_slice())?,
                };
            }
            Ok::<(), ::sled::transaction::ConflictableTransactionError<()>>(())
        });
        done.map_err(|fault| match fault {
            TransactionError::Storage(e) => self.sort(e),
            TransactionError::Abort(()) => damaged("transaction"),
        })
    }

    fn office_write(&self, op: &Op) -> Result<Option<Write>, StoreError> {
        let key = match op.record().id() {
            RecordId::Profile => b"profile".to_vec(),
            _ if op.record().person().is_some() => return Ok(None),
            id => id.uuid().as_bytes().to_vec(),
        };
        let value = op.after().map(|record| self.encode(Place::Office, &key, record)).transpose()?;
        Ok(Some(Write { place: Place::Office, key, value }))
    }

    fn close(&self, place: Place, key: &[u8], plain: &[u8]) -> Result<Vec<u8>, StoreError> {
        self.seal.close(&bound(place, key), plain).map(Cow::into_owned).map_err(|_| damaged("seal"))
    }
    fn reveal<'b>(&self, place: Place, key: &[u8], stored: &'b [u8]) -> Result<Cow<'b, [u8]>, StoreError> {
        self.seal.open(&bound(place, key), stored).map_err(|_| damaged("seal"))
    }
    fn encode<T: serde::Serialize>(&self, place: Place, key: &[u8], value: &T) -> Result<Vec<u8>, StoreError> {
        self.close(place, key, &encode(value)?)
    }
    fn decode<T: serde::de::DeserializeOwned>(&self, place: Place, key: &[u8], bytes: &[u8]) -> Result<T, StoreError> {
        decode(&self.reveal(place, key, bytes)?)
    }

    fn tree(&self, place: Place) -> &Tree {
        &self.trees[place as usize]
    }
    fn get(&self, place: Place, key: &[u8]) -> Result<Option<IVec>, StoreError> {
        self.tree(place).get(key).map_err(|e| self.sort(e))
    }
    fn sort(&self, fault: ::sled::Error) -> StoreError {
        sort(Path::new("view"), fault)
    }
}

/// sled is asked for up to a second: a former owner of its lock may just be leaving.
fn open_patiently(path: &Path) -> Result<Db, StoreError> {
    let begun = Instant::now();
    loop {
        let config = ::sled::Config::new().path(path).cache_capacity(16 << 20);
        let fault = match caught(|| config.open()) {
            Some(Ok(db)) => return Ok(db),
            Some(Err(fault)) => fault,
            None => return Err(damaged("open")),
        };
        if !is_lock(&fault) {
            return Err(sort(path, fault));
        }
        if begun.elapsed() > Duration::from_secs(1) {
            return Err(StoreError::from_io(path, std::io::Error::new(ErrorKind::WouldBlock, fault.to_string())));
        }
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A half-written snapshot is taken for the newest one and makes every later open fail; the former one and the log
/// are whole.
fn remove_half_snapshots(path: &Path) -> Result<(), StoreError> {
    let Ok(files) = fs::read_dir(path) else { return Ok(()) };
    for file in files.flatten() {
        let name = file.file_name();
        if name.to_str().is_some_and(|n| n.starts_with("snap.") && n.ends_with(".generating")) {
            fs::remove_file(file.path()).at(&file.path())?;
        }
    }
    Ok(())
}

fn is_lock(fault: &::sled::Error) -> bool {
    matches!(fault, ::sled::Error::Io(e) if e.kind() == ErrorKind::WouldBlock || e.to_string().contains("WouldBlock"))
}

/// What the system can't give is said as such and leaves the view alone; everything else is a damaged view.
fn sort(path: &Path, fault: ::sled::Error) -> StoreError {
    const TOO_MANY_OPEN: [i32; 2] = [23, 24];
    match fault {
        ::sled::Error::Io(source) => match StoreError::from_io(path, source) {
            StoreError::Io { path, source }
                if source.kind() == ErrorKind::OutOfMemory
                    || source.raw_os_error().is_some_and(|code| TOO_MANY_OPEN.contains(&code)) =>
            {
                StoreError::Io { path, source }
            }
            StoreError::Io { source, .. } => damaged(&source.to_string()),
            StoreError::Denied { reason: Denial::NotAFile | Denial::NotAFolder, .. } => damaged("files"),
            known => known,
        },
        other => damaged(&other.to_string()),
    }
}

/// A panic of sled is a damaged view.
pub fn guarded<T>(run: impl FnOnce() -> Result<T, StoreError>) -> Result<T, StoreError> {
    caught(run).unwrap_or_else(|| Err(damaged("panic")))
}

pub fn damaged(place: &str) -> StoreError {
    StoreError::damaged(Damage::View, format!("view: {place}"))
}

fn encode<T: serde::Serialize>(value: &T) -> Result<Vec<u8>, StoreError> {
    codec::encode(value).map_err(|Undecodable| damaged("encode"))
}
fn decode<T: serde::de::DeserializeOwned>(bytes: &[u8]) -> Result<T, StoreError> {
    codec::decode(bytes).map_err(|Undecodable| damaged("decode"))
}

/// Where a sealed value belongs.
fn bound(place: Place, key: &[u8]) -> Vec<u8> {
    [TREES[place as usize].as_bytes(), b" ", key].concat()
}
fn key(id: PersonId) -> Vec<u8> {
    id.0.as_bytes().to_vec()
}
fn dossier_key(id: PersonId, year: u16, part: usize) -> Vec<u8> {
    [id.0.as_bytes().as_slice(), &year.to_be_bytes(), &(part as u16).to_be_bytes()].concat()
}
fn tail_key(entry: u64, part: usize) -> [u8; 12] {
    let mut key = [0; 12];
    key[..8].copy_from_slice(&entry.to_be_bytes());
    key[8..].copy_from_slice(&(part as u32).to_be_bytes());
    key
}

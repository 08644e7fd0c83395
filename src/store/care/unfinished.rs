//! What must still happen after a store was made anew. Both folders are marked before they change places: the one that
//! goes with [`BEGUN`], the new one with [`UNFINISHED`]. Whoever opens the store next does what is left, and says so; what
//! can't be reached is remembered by name until it can be.
//!
//! Nothing is removed that does not carry the mark of the very operation that made it.

use super::backups::Backups;
use crate::store::error::At;
use crate::store::line::Hash;
use crate::store::lock::Lock;
use crate::store::seal::random;
use crate::store::{Note, StoreError, dir};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::fs;
use std::path::{Path, PathBuf};

/// Marks, each in two files: a rotten bit must not make what is owed forgotten.
pub const BEGUN: [&str; 2] = ["BEGUN", "BEGUN.copy"];
pub const UNFINISHED: [&str; 2] = ["UNFINISHED", "UNFINISHED.copy"];

/// Where backups were made that the configuration does not name, so that what is erased is erased there too.
pub const PLACES: [&str; 2] = ["PLACES", "PLACES.copy"];

/// What is done by making a store anew.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doing {
    Forgetting,
    Retention,
    Encrypting,
    Decrypting,
    Restoring,
}

impl Doing {
    pub const ALL: [Doing; 5] =
        [Doing::Forgetting, Doing::Retention, Doing::Encrypting, Doing::Decrypting, Doing::Restoring];

    pub fn message_id(self) -> &'static str {
        match self {
            Doing::Forgetting => "store-doing-forgetting",
            Doing::Retention => "store-doing-retention",
            Doing::Encrypting => "store-doing-encrypting",
            Doing::Decrypting => "store-doing-decrypting",
            Doing::Restoring => "store-doing-restoring",
        }
    }
}

/// Backups in a place hold what is to be nowhere any more.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owed {
    pub doing: Doing,
    pub place: Backups,
}

/// In the folder that goes.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Begun {
    id: Hash,
    doing: Doing,
    /// Names beside the store, under one of which the other folder lies.
    beside: Vec<String>,
}

/// In the new one.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Unfinished {
    id: Hash,
    doing: Doing,
    /// Name of the other folder.
    beside: String,
    owed: Vec<Owed>,
}

/// A mark with its checksum.
#[derive(Serialize, Deserialize)]
struct Marked<T> {
    mark: T,
    sum: Hash,
}

fn sum(mark: &impl Serialize) -> Option<Hash> {
    Some(Hash::of(&[b"bina mark", &serde_json::to_vec(mark).ok()?]))
}

fn read<T: Serialize + DeserializeOwned>(folder: &Path, names: [&str; 2]) -> Option<T> {
    let read = |name: &&str| serde_json::from_slice::<Marked<T>>(&dir::read(&folder.join(name)).ok()?).ok();
    names.iter().filter_map(read).find(|marked| sum(&marked.mark) == Some(marked.sum)).map(|marked| marked.mark)
}

fn write<T: Serialize>(folder: &Path, names: [&str; 2], mark: T) -> Result<(), StoreError> {
    let sum = sum(&mark).unwrap_or_default();
    let text = serde_json::to_vec(&Marked { mark, sum }).map_err(std::io::Error::from).at(folder)?;
    names.iter().try_for_each(|name| dir::replace(&folder.join(name), &text))
}

fn erase(folder: &Path, names: [&str; 2]) -> Result<(), StoreError> {
    names.iter().try_for_each(|name| dir::remove(&folder.join(name)))?;
    dir::sync(folder)
}

/// From now on whatever has to reach every backup reaches those in this place.
pub fn remember(store: &Path, place: &Backups) -> Result<(), StoreError> {
    let mut places = remembered(store);
    if places.contains(place) {
        return Ok(());
    }
    places.push(place.clone());
    write(store, PLACES, places)
}

pub fn remembered(store: &Path) -> Vec<Backups> {
    read(store, PLACES).unwrap_or_default()
}

/// The marks of one operation.
#[derive(Clone, Debug)]
pub struct Operation {
    id: Hash,
    doing: Doing,
}

impl Operation {
    pub fn new(doing: Doing) -> std::io::Result<Operation> {
        Ok(Operation { id: Hash(random()?), doing })
    }

    /// A name beside the store that nothing else has.
    pub fn beside(&self, store: &Path, word: &str) -> PathBuf {
        let mut name = store.as_os_str().to_owned();
        name.push(format!(".{word}-{}", &self.id.to_string()[..8]));
        PathBuf::from(name)
    }

    /// Before anything is made: the store that is there says under which names the new one comes to lie.
    pub fn begin(&self, store: &Path, beside: &[&Path]) -> Result<(), StoreError> {
        let beside = beside.iter().map(|path| name_of(path)).collect();
        write(store, BEGUN, Begun { id: self.id, doing: self.doing, beside })
    }

    /// In the new folder, which is empty: whose it is, and what is owed once it is the store.
    pub fn mark(&self, new: &Path, former: &Path, beside: &Path, places: &[Backups]) -> Result<(), StoreError> {
        let owe = |place: &Backups| Owed { doing: self.doing, place: place.clone() };
        let mut owed: Vec<Owed> = places.iter().map(owe).collect();
        // What the former one knows goes on with it, and what it still owes.
        let before = read::<Unfinished>(former, UNFINISHED).map_or(vec![], |before| before.owed);
        let again: Vec<Owed> = before.into_iter().filter(|old| owed.iter().all(|new| new.place != old.place)).collect();
        owed.extend(again);
        // The mark first: a folder with anything in it can be told from somebody else's.
        write(new, UNFINISHED, Unfinished { id: self.id, doing: self.doing, beside: name_of(beside), owed })?;
        let places = remembered(former);
        if places.is_empty() { Ok(()) } else { write(new, PLACES, places) }
    }

    /// Everything is as it was before.
    pub fn give_up(&self, store: &Path) {
        let _ = erase(store, BEGUN);
    }
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// What was done, and what is left.
#[derive(Debug, Default)]
pub struct Finished {
    /// So many old backups were replaced.
    pub replaced: usize,
    pub left: Vec<(Owed, StoreError)>,
    /// Something was undone that had not come so far that it changed anything.
    taken_back: Option<Doing>,
    done: Option<Doing>,
}

/// Whether something is owed or lies half done. Cheap: two names are looked up.
pub fn is_any(store: &Path) -> bool {
    [BEGUN, UNFINISHED].iter().flatten().any(|name| fs::symlink_metadata(store.join(name)).is_ok())
}

/// What is owed by the store in that folder, for whoever only looks.
pub fn owed(store: &Path) -> Vec<Owed> {
    read::<Unfinished>(store, UNFINISHED).map_or(vec![], |unfinished| unfinished.owed)
}

/// Does what is left, right after the store was made anew.
pub fn finish(store: &Path) -> Result<Finished, StoreError> {
    let store = fs::canonicalize(store).at(store)?;
    let lock = Lock::take(&store)?;
    let mut finished = finish_locked(&store)?;
    // Backups are made by reading: nobody has to wait for them.
    drop(lock);
    finished.done = None;
    Ok(finished)
}

/// The same by whoever opens the store and has its lock; in words.
pub fn on_opening(store: &Path) -> Result<Vec<Note>, StoreError> {
    if !is_any(store) {
        return Ok(vec![]);
    }
    let store = fs::canonicalize(store).at(store)?;
    let finished = finish_locked(&store)?;
    let mut notes = Vec::new();
    notes.extend(finished.taken_back.map(|doing| Note::TakenBack { doing }));
    if finished.left.is_empty() {
        notes.extend(finished.done.map(|doing| Note::Finished { doing, backups: finished.replaced }));
    }
    let unreached = |(owed, _): &(Owed, StoreError)| Note::Unfinished {
        doing: owed.doing,
        place: owed.place.dir().display().to_string(),
    };
    notes.extend(finished.left.iter().map(unreached));
    Ok(notes)
}

fn finish_locked(store: &Path) -> Result<Finished, StoreError> {
    let mut finished = Finished { taken_back: take_back(store)?, ..Finished::default() };
    let Some(mut unfinished) = read::<Unfinished>(store, UNFINISHED) else {
        // What can't be read says nothing any more.
        erase(store, UNFINISHED)?;
        return Ok(finished);
    };
    let beside = store.with_file_name(&unfinished.beside);
    match unfinished.doing {
        // The former store stays, under the name that it has.
        Doing::Restoring => {
            if read::<Begun>(&beside, BEGUN).is_some_and(|begun| begun.id == unfinished.id) {
                erase(&beside, BEGUN)?;
            }
        }
        _ => remove_old(&beside, unfinished.id)?,
    }
    finished.done = Some(unfinished.doing);
    let before = unfinished.owed.len();
    unfinished.owed.retain(|owed| match owed.place.start_over(jiff::Timestamp::now()) {
        Ok(replaced) => {
            finished.replaced += replaced;
            false
        }
        Err(error) => {
            finished.left.push((owed.clone(), error));
            true
        }
    });
    if unfinished.owed.is_empty() {
        erase(store, UNFINISHED)?;
    } else if unfinished.owed.len() < before {
        write(store, UNFINISHED, unfinished)?;
    }
    Ok(finished)
}

/// The old store, after its place was taken.
fn remove_old(folder: &Path, id: Hash) -> Result<(), StoreError> {
    if !dir::is_taken(folder)? {
        return Ok(());
    }
    if read::<Begun>(folder, BEGUN).is_some_and(|begun| begun.id == id) {
        return remove_marked(folder, BEGUN);
    }
    remove_if_empty(folder);
    Ok(())
}

/// A new store that was not finished goes, and the one that is there is as it was.
fn take_back(store: &Path) -> Result<Option<Doing>, StoreError> {
    let Some(begun) = read::<Begun>(store, BEGUN) else {
        erase(store, BEGUN)?;
        return Ok(None);
    };
    for name in &begun.beside {
        let folder = store.with_file_name(name);
        if read::<Unfinished>(&folder, UNFINISHED).is_some_and(|new| new.id == begun.id) {
            remove_marked(&folder, UNFINISHED)?;
        } else {
            remove_if_empty(&folder);
        }
    }
    erase(store, BEGUN)?;
    Ok(Some(begun.doing))
}

/// Whether a folder is a store that is being filled from a backup, or was when a process died.
pub fn is_restored_copy(folder: &Path) -> bool {
    read::<Unfinished>(folder, UNFINISHED).is_some_and(|mark| mark.doing == Doing::Restoring)
}

/// Its mark goes last: what a kill leaves can still be told from somebody else's.
pub fn remove_marked(folder: &Path, names: [&str; 2]) -> Result<(), StoreError> {
    for entry in fs::read_dir(folder).at(folder)? {
        let entry = entry.at(folder)?;
        if !names.iter().any(|name| entry.file_name() == *name) {
            dir::remove(&entry.path())?;
        }
    }
    names.iter().try_for_each(|name| dir::remove(&folder.join(name)))?;
    fs::remove_dir(folder).at(folder)?;
    dir::sync(dir::of(folder))
}

/// A kill came between the folder and its mark, or between the mark's end and the folder's. The name has the number of
/// the operation; beside a mark that was half written nothing may lie in it.
fn remove_if_empty(folder: &Path) {
    let names = |dir: fs::ReadDir| dir.flatten().map(|entry| entry.file_name()).collect::<Vec<_>>();
    if fs::read_dir(folder).map(names).is_ok_and(|names| names == ["UNFINISHED.half"]) {
        let _ = fs::remove_file(folder.join("UNFINISHED.half"));
    }
    // One that is not empty is not removed by this.
    let _ = fs::remove_dir(folder);
}

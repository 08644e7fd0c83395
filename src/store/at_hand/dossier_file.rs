//! The dossiers of the own team in one checksummed file, so that who only reads them opens no sled: nothing else takes as
//! long, and sled's threads wake for as long as the process lives. As the roster files it names the entry that it belongs
//! to and is not trusted beyond that. It is written when there is time; until then the view is asked.

use crate::domain::{Dossier, PersonId, Record};
use crate::store::codec;
use crate::store::dir;
use crate::store::fold::Folder;
use crate::store::journal::Position;
use crate::store::roster_file::{part, read_part};
use crate::store::seal::Seal;
use std::collections::HashMap;
use std::fs::File;
use std::io::{Seek, SeekFrom};
use std::os::unix::fs::FileExt;
use std::path::{Path, PathBuf};

pub const NAME: &str = "dossiers.bin";
/// Of so many people, so that writing it is soon done.
pub const MOST: usize = 60;

pub struct DossierFile {
    path: PathBuf,
    seal: Seal,
    /// What is in it; unknown until it is asked.
    contents: Option<Contents>,
}

#[derive(Default)]
struct Contents {
    file: Option<File>,
    at: Position,
    /// Where each person's part begins.
    places: HashMap<PersonId, u64>,
}

impl DossierFile {
    pub fn of(store: &Path, seal: &Seal) -> Self {
        DossierFile { path: store.join(NAME), seal: seal.clone(), contents: None }
    }

    /// What is kept of somebody as of that entry, if the file has it.
    pub fn load(&mut self, end: &Position, person: PersonId) -> Option<Dossier> {
        self.contents();
        let contents = self.contents.as_mut()?;
        let place = *contents.places.get(&person).filter(|_| contents.at == *end)?;
        let file = contents.file.as_mut()?;
        file.seek(SeekFrom::Start(place)).ok()?;
        let mut folder = Folder::new(person);
        let stored = read_part(file)?;
        let plain = self.seal.open(&bound(person), &stored).ok()?;
        let (at, records): (Position, Vec<Record>) = codec::decode(&plain).ok()?;
        records.into_iter().filter(|_| at == *end).for_each(|record| folder.put(record));
        folder.dossier()
    }

    pub fn is_at(&mut self, end: &Position) -> bool {
        self.contents().at == *end
    }

    fn contents(&mut self) -> &mut Contents {
        self.contents.get_or_insert_with(|| Contents::read(&self.path).unwrap_or_default())
    }

    /// Written in place, as the roster files are. If it can't be written, it is stale at worst.
    pub fn save(&mut self, end: &Position, dossiers: &[Dossier]) {
        self.contents = None;
        let parts = dossiers.iter().map(|dossier| {
            // Each part says where it belongs: a power cut may leave new ones before old ones.
            let own = Record::Person(dossier.person.clone());
            let records: Vec<Record> = std::iter::once(own).chain(dossier.records()).collect();
            let stored = self.seal.close(&bound(dossier.id()), codec::encode(&(end, records)).ok()?).ok()?;
            Some((dossier.id(), part(&stored)))
        });
        let Some(parts) = parts.collect::<Option<Vec<_>>>() else { return };
        let lengths: Vec<(PersonId, u64)> = parts.iter().map(|(id, part)| (*id, part.len() as u64)).collect();
        let (Ok(first), Ok(second)) = (codec::encode(end), codec::encode(&lengths)) else { return };
        let mut bytes = [part(&first), part(&second)].concat();
        parts.iter().for_each(|(_, part)| bytes.extend(part));
        let write = || -> std::io::Result<()> {
            let file = dir::private().write(true).create(true).truncate(false).open(&self.path)?;
            file.write_all_at(&bytes, 0)?;
            file.set_len(bytes.len() as u64)
        };
        // What could not be written whole is found torn when it is read.
        let _ = write();
    }
}

impl Contents {
    fn read(path: &Path) -> Option<Contents> {
        let mut file = File::open(path).ok()?;
        let at = codec::decode(&read_part(&mut file)?).ok()?;
        let lengths: Vec<(PersonId, u64)> = codec::decode(&read_part(&mut file)?).ok()?;
        let mut next = file.stream_position().ok()?;
        let place = |(id, length): (PersonId, u64)| {
            next += length;
            (id, next - length)
        };
        let places = lengths.into_iter().map(place).collect();
        Some(Contents { file: Some(file), at, places })
    }
}

/// Where a sealed dossier belongs.
fn bound(person: PersonId) -> Vec<u8> {
    [b"dossiers ".as_slice(), person.0.as_bytes()].concat()
}

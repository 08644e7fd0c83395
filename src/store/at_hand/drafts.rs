//! What was typed and not committed, in one small file beside the journal; no part of the audit trail. Only the
//! holder of the store's lock writes it. What is inside is the caller's affair.

use crate::store::error::At;
use crate::store::seal::Seal;
use crate::store::{Note, StoreError, dir};
use serde_json::Value;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

#[derive(Clone, Debug)]
pub struct Drafts {
    path: PathBuf,
    seal: Seal,
}

/// What sealed drafts are bound to.
const PLACE: &[u8] = b"drafts";

impl Drafts {
    /// The drafts of the store in that folder.
    pub fn of(store: &Path) -> Drafts {
        Drafts { path: store.join("drafts.json"), seal: Seal::default() }
    }
    /// Sealed as the store is.
    pub fn with(self, seal: &Seal) -> Drafts {
        Drafts { seal: seal.clone(), ..self }
    }

    /// Drafts that can't be read are put aside, with a note; they never keep the program from starting.
    pub fn load(&self) -> Result<(Option<Value>, Option<Note>), StoreError> {
        match fs::read(&self.path) {
            Ok(bytes) => {
                if let Some(drafts) = self.read(&bytes) {
                    return Ok((Some(drafts), None));
                }
            }
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok((None, None)),
            Err(_) => {}
        }
        let aside = "drafts.bad".to_owned();
        let path = self.path.with_file_name(&aside);
        dir::remove(&path)?;
        fs::rename(&self.path, &path).at(&self.path)?;
        Ok((None, Some(Note::DraftsAside { aside })))
    }

    /// Only looks: what can't be read stays where it is, and is `None` too.
    pub fn peek(&self) -> std::io::Result<Option<Value>> {
        fs::read(&self.path).map(|bytes| self.read(&bytes))
    }

    fn read(&self, bytes: &[u8]) -> Option<Value> {
        let plain = self.seal.open(PLACE, bytes).ok()?;
        serde_json::from_slice(&plain).ok()
    }

    /// On the disk when it returns; a crash leaves the former ones or these.
    pub fn save(&self, drafts: &Value) -> Result<(), StoreError> {
        let stored = self.seal.close(PLACE, drafts.to_string().into_bytes()).at(&self.path)?;
        dir::replace(&self.path, &stored)
    }

    pub fn remove(&self) -> Result<(), StoreError> {
        match fs::remove_file(&self.path) {
            Err(e) if e.kind() != ErrorKind::NotFound => Err(StoreError::from_io(&self.path, e)),
            _ => Ok(()),
        }
    }
}

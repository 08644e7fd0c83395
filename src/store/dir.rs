//! The store's folder: made private, refused if it is not, and the few file operations that survive a power cut.

use super::error::At;
use super::{Denial, StoreError};
use rustix::fs::Mode;
use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{Read, Write};
use std::os::unix::fs::{DirBuilderExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

/// Makes the folder if there is none. Also sets the process's mask: sled makes its files with the default mode.
pub fn prepare(dir: &Path) -> Result<(), StoreError> {
    rustix::process::umask(Mode::from_raw_mode(0o077));
    if !dir.exists() {
        DirBuilder::new().recursive(true).mode(0o700).create(dir).at(dir)?;
        if let Some(parent) = dir.parent().filter(|p| !p.as_os_str().is_empty()) {
            sync(parent)?;
        }
    }
    inspect(dir)
}

/// Refuses a folder that somebody else owns or that others can look into.
pub fn inspect(dir: &Path) -> Result<(), StoreError> {
    let denied = |reason| Err(StoreError::Denied { path: dir.to_owned(), reason });
    let found = fs::metadata(dir).at(dir)?;
    if !found.is_dir() {
        return denied(Denial::NotAFolder);
    }
    if found.uid() != rustix::process::geteuid().as_raw() {
        return denied(Denial::OtherOwner);
    }
    if found.mode() & 0o077 != 0 {
        return denied(Denial::OpenToOthers);
    }
    Ok(())
}

/// Options for a file that only its owner can read, and that is not followed through a link.
pub fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits() as i32);
    options
}

/// A file's bytes, not followed through a link.
pub fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    private().read(true).open(path)?.read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Replaces a file so that either the old or the new content is there afterwards, whatever happens.
pub fn replace(path: &Path, content: &[u8]) -> Result<(), StoreError> {
    let half = path.with_extension("half");
    let write = || -> std::io::Result<()> {
        let mut file = private().write(true).create(true).truncate(true).open(&half)?;
        file.write_all(content)?;
        file.sync_all()?;
        fs::rename(&half, path)
    };
    write().inspect_err(|_| drop(fs::remove_file(&half))).at(path)?;
    path.parent().map_or(Ok(()), sync)
}

/// Whether the name is taken, be it by a link that leads nowhere.
pub fn is_taken(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Removes whatever has that name.
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).at(path),
        Ok(_) => fs::remove_file(path).at(path),
        Err(_) => Ok(()),
    }
}

/// Makes the names in a folder durable.
pub fn sync(dir: &Path) -> Result<(), StoreError> {
    File::open(dir).and_then(|d| d.sync_all()).at(dir)
}

//! The store's folder: made private, refused if it is not, and the few file operations that survive a power cut.

use super::error::At;
use super::{Denial, StoreError};
use rustix::fs::Mode;
use std::fs::{self, DirBuilder, File, Metadata, OpenOptions};
use std::io::{ErrorKind, Read, Write};
use std::os::unix::fs::{DirBuilderExt, FileTypeExt, MetadataExt, OpenOptionsExt};
use std::path::Path;

/// From now on no file that this process makes can be read by others, whoever makes it: sled, an editor.
pub fn private_files() {
    rustix::process::umask(Mode::from_raw_mode(0o077));
}

/// Makes the folder if there is none.
pub fn prepare(dir: &Path) -> Result<(), StoreError> {
    private_files();
    if !is_there(dir)? {
        DirBuilder::new().recursive(true).mode(0o700).create(dir).at(dir)?;
        if let Some(parent) = dir.parent().filter(|p| !p.as_os_str().is_empty()) {
            sync(parent)?;
        }
    }
    inspect(dir)
}

/// Refuses a folder that somebody else owns or that others can look into, and one in which something lies that is not
/// the user's own file: a link would lead what is written elsewhere, a pipe would wait for ever.
pub fn inspect(dir: &Path) -> Result<(), StoreError> {
    let denied = |reason| Err(StoreError::Denied { path: dir.to_owned(), reason });
    let found = fs::metadata(dir).at(dir)?;
    let name = fs::symlink_metadata(dir).at(dir)?;
    // A link to the folder is the user's own choice, or the administrator's.
    if name.is_symlink() && name.uid() != 0 && !is_ours(&name) {
        return denied(Denial::OtherOwner);
    }
    if !found.is_dir() {
        return denied(Denial::NotAFolder);
    }
    if !is_ours(&found) {
        return denied(Denial::OtherOwner);
    }
    if found.mode() & 0o077 != 0 {
        return denied(Denial::OpenToOthers);
    }
    inspect_inside(dir)
}

fn is_ours(found: &Metadata) -> bool {
    found.uid() == rustix::process::geteuid().as_raw()
}

/// Everything that lies in it, and in the index.
fn inspect_inside(dir: &Path) -> Result<(), StoreError> {
    for entry in fs::read_dir(dir).at(dir)? {
        let path = entry.at(dir)?.path();
        // A holder may have put it away meanwhile.
        let Ok(found) = fs::symlink_metadata(&path) else { continue };
        let in_index = path.ends_with("view") || path.ends_with("view/blobs");
        match (found.is_dir(), found.is_file()) {
            // What can't be looked into is refused by whoever needs it.
            (true, _) if in_index && fs::read_dir(&path).is_err() => {}
            // Where the holder listens; a name in another place leads nowhere.
            (false, false) if is_ours(&found) && found.file_type().is_socket() && path == dir.join(super::socket::NAME) => {}
            (false, false) => return Err(StoreError::Denied { path, reason: Denial::NotAFile }),
            _ if !is_ours(&found) => return Err(StoreError::Denied { path, reason: Denial::OtherOwner }),
            (true, _) if in_index => inspect_inside(&path)?,
            _ => {}
        }
    }
    Ok(())
}

/// Opens a file that the user names, to read from it; a pipe or a device could wait or flow for ever.
pub fn plain_file(path: &Path) -> Result<File, StoreError> {
    let not_waiting = rustix::fs::OFlags::NONBLOCK.union(rustix::fs::OFlags::NOCTTY).bits();
    let file = OpenOptions::new().read(true).custom_flags(not_waiting as i32).open(path).at(path)?;
    match file.metadata().at(path)?.is_file() {
        true => Ok(file),
        false => Err(StoreError::Denied { path: path.to_owned(), reason: Denial::NotAFile }),
    }
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

/// Whether the name is taken, be it by a link that leads nowhere. What can't be looked at is not taken for absent.
pub fn is_taken(path: &Path) -> Result<bool, StoreError> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(true),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(false),
        Err(e) => Err(StoreError::from_io(path, e)),
    }
}

/// The same of what a link leads to.
pub fn is_there(path: &Path) -> Result<bool, StoreError> {
    path.try_exists().at(path)
}

/// Removes whatever has that name.
pub fn remove(path: &Path) -> Result<(), StoreError> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path).at(path),
        Ok(_) => fs::remove_file(path).at(path),
        Err(e) if e.kind() == ErrorKind::NotFound => Ok(()),
        Err(e) => Err(StoreError::from_io(path, e)),
    }
}

/// Makes the names in a folder durable. Some file systems keep them by themselves, and say so.
pub fn sync(dir: &Path) -> Result<(), StoreError> {
    match File::open(dir).and_then(|d| d.sync_all()) {
        Err(e) if e.kind() == ErrorKind::InvalidInput || e.kind() == ErrorKind::Unsupported => Ok(()),
        synced => synced.at(dir),
    }
}

/// The folder in which something lies.
pub fn of(path: &Path) -> &Path {
    path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

//! What the doctor sees of the folder in which the store lies: owner, mode, file system, size, speed. Reads no record.

use serde::Serialize;
use std::fs::{self, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// File systems behind a network: locks and syncs may not hold there what they promise.
const NETWORK: [&str; 10] = ["9p", "afs", "ceph", "cifs", "davfs", "gfs2", "ncpfs", "nfs", "nfs4", "smb3"];
/// As long as a line of the journal.
const LINE: [u8; 900] = [b'x'; 900];
const ROUNDS: usize = 5;

#[derive(Clone, Debug, Serialize)]
pub struct Folder {
    /// User number of the owner.
    pub owner: u32,
    pub owner_is_user: bool,
    /// Rights, octal.
    pub mode: String,
    pub file_system: Option<String>,
    pub behind_network: bool,
    /// Bytes on the disk, with everything in it.
    pub bytes: u64,
}

impl Folder {
    /// `None` if there is none that can be looked at.
    pub fn look(dir: &Path) -> Option<Folder> {
        let found = fs::metadata(dir).ok()?;
        let real = dir.canonicalize().unwrap_or_else(|_| dir.to_owned());
        let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
        let file_system = file_system(&mounts, &real);
        Some(Folder {
            owner: found.uid(),
            owner_is_user: found.uid() == rustix::process::geteuid().as_raw(),
            mode: format!("{:04o}", found.mode() & 0o7777),
            behind_network: file_system.as_deref().is_some_and(is_doubtful),
            file_system,
            bytes: bytes(dir),
        })
    }
}

/// Behind a network, or behind a program of which nobody knows what it makes of a sync.
fn is_doubtful(kind: &str) -> bool {
    NETWORK.contains(&kind) || kind == "fuse" || kind.starts_with("fuse.")
}

/// The kind of file system that holds a path, by the text of `mountinfo`.
fn file_system(mounts: &str, path: &Path) -> Option<String> {
    let mount = |line: &str| {
        let (before, after) = line.split_once(" - ")?;
        let place = PathBuf::from(unescaped(before.split(' ').nth(4)?));
        let kind = after.split(' ').next()?.to_owned();
        path.starts_with(&place).then(|| (place.components().count(), kind))
    };
    // Where several lie on one place, the last one is seen.
    mounts.lines().filter_map(mount).max_by_key(|(depth, _)| *depth).map(|(_, kind)| kind)
}

/// Blanks and the like stand there as octal numbers.
fn unescaped(place: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(place.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

fn bytes(dir: &Path) -> u64 {
    let (mut sum, mut waiting) = (0, vec![dir.to_owned()]);
    while let Some(dir) = waiting.pop() {
        for entry in fs::read_dir(dir).into_iter().flatten().flatten() {
            match entry.metadata() {
                Ok(found) if found.is_dir() => waiting.push(entry.path()),
                Ok(found) => sum += found.blocks() * 512,
                Err(_) => {}
            }
        }
    }
    sum
}

/// How long it takes until a small write is on the disk there; the middle one of a few.
///
/// # Errors
/// Nothing can be written there.
pub fn sync_time(dir: &Path) -> std::io::Result<Duration> {
    let path = dir.join(format!("doctor.{}", std::process::id()));
    let mut file = OpenOptions::new().append(true).create_new(true).mode(0o600).open(&path)?;
    let mut measure = || {
        let begun = Instant::now();
        file.write_all(&LINE)?;
        file.sync_data()?;
        Ok(begun.elapsed())
    };
    let times: std::io::Result<Vec<Duration>> = (0..ROUNDS).map(|_| measure()).collect();
    fs::remove_file(&path)?;
    let mut times = times?;
    times.sort();
    Ok(times[ROUNDS / 2])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_deepest_and_newest_mount_says_the_file_system() {
        let mounts = "22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw\n\
                      31 22 0:27 / /srv/data rw master:2 - nfs4 server:/x rw\n\
                      32 31 0:28 / /srv/data/my\\040disk rw - ext4 /dev/sdb rw\n\
                      33 31 0:29 / /srv/data/my\\040disk rw - fuse.sshfs me@there rw\n";
        for (path, kind) in [
            ("/srv/database", "ext4"),
            ("/srv/data", "nfs4"),
            ("/srv/data/store", "nfs4"),
            ("/srv/data/my disk/store", "fuse.sshfs"),
        ] {
            assert_eq!(file_system(mounts, Path::new(path)).as_deref(), Some(kind), "{path}");
        }
        assert_eq!(file_system("", Path::new("/x")), None);
    }

    #[test]
    fn measuring_leaves_nothing_behind() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join("x"), [1; 5000]).unwrap();
        assert!(sync_time(dir.path()).unwrap() > Duration::ZERO);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert!(Folder::look(dir.path()).unwrap().bytes >= 4096);
        assert!(sync_time(&dir.path().join("absent")).is_err());
    }
}

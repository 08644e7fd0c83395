//! Changes that come while somebody else has the store: whoever holds it listens at a socket in the store's folder, and a
//! command hands its change to it instead of being sent away. What goes over it is said in [`frame`]; [`door`] is the
//! holder's end, [`relay`] the other one's.
//!
//! Both ends belong to the same user on the same machine: the folder and the socket are open to nobody else, and each end
//! asks the system who is at the other. A change that was not taken is withdrawn for certain: who waits closes its end for
//! reading, and from then on "taken" can't be written any more.

pub mod door;
pub mod frame;
pub mod relay;

use rustix::fs::{Mode, OFlags};
use std::io;
use std::os::fd::{AsRawFd, OwnedFd};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// Its name in the store's folder.
pub(super) const NAME: &str = "SOCKET";

/// So long a holder may take to say that it takes a change.
const PATIENCE: Duration = Duration::from_secs(2);

/// The store's folder by its descriptor: a path to a socket must be short, and those of folders need not be.
struct Folder(OwnedFd);

impl Folder {
    fn open(dir: &Path) -> io::Result<Folder> {
        Ok(Folder(rustix::fs::open(dir, OFlags::DIRECTORY | OFlags::RDONLY | OFlags::CLOEXEC, Mode::empty())?))
    }
    fn socket(&self) -> PathBuf {
        PathBuf::from(format!("/proc/self/fd/{}/{NAME}", self.0.as_raw_fd()))
    }
}

/// Whether the same user is at the other end.
fn is_ours(stream: &UnixStream) -> bool {
    rustix::net::sockopt::socket_peercred(stream).is_ok_and(|peer| peer.uid == rustix::process::geteuid())
}

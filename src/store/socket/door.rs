//! The holder's end: listens in the store's folder as long as it lives, and gives each whole request of the same user to
//! the holder. A request is changed by nothing until the holder has taken it.

use super::frame::{self, Answer, Request, Why, Wish};
use super::{Folder, NAME, PATIENCE, is_ours};
use rustix::fs::AtFlags;
use std::io::{self, ErrorKind, Write};
use std::os::unix::fs::PermissionsExt;
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

/// So many are heard at once; the next one is told to try again.
const MOST: usize = 64;
/// After an error of the system (too many open files) it is not tried again at once.
const PAUSE: Duration = Duration::from_millis(100);

/// Open as long as it lives. Must be closed before the store is let go of.
pub struct Door {
    folder: Arc<Folder>,
    listener: UnixListener,
    closed: Arc<AtomicBool>,
}

/// What is heard.
#[derive(Debug)]
pub enum Heard {
    Change(Asked),
    /// The user goes on in that terminal.
    Leave(String),
}

/// Somebody asks for a change. Dropped without an answer, the other end learns that it was not taken, or not what came of it.
#[derive(Debug)]
pub struct Asked {
    pub request: Request,
    pub reply: Reply,
}

/// The way back to who asked. No word of it is waited for.
#[derive(Debug)]
pub struct Reply(UnixStream);

impl Reply {
    /// Says a word; false if nobody hears it.
    pub fn say(&mut self, answer: Answer) -> bool {
        frame::encode(&answer).is_ok_and(|bytes| self.0.write_all(&bytes).is_ok())
    }
}

impl Door {
    /// Begins to listen. Only who has the store's lock may: what lies there of a process that was killed is removed.
    pub fn open(store: &Path, give: impl Fn(Heard) + Send + Sync + 'static) -> io::Result<Door> {
        let folder = Arc::new(Folder::open(store)?);
        remove(&folder);
        let path = folder.socket();
        let listener = UnixListener::bind(&path)?;
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o600))?;
        let (heard, closed) = (listener.try_clone()?, Arc::new(AtomicBool::new(false)));
        let door = Door { folder, listener, closed: Arc::clone(&closed) };
        let give = Arc::new(give);
        std::thread::Builder::new().name("door".to_owned()).spawn(move || listen(&heard, &closed, &give))?;
        Ok(door)
    }
}

impl Drop for Door {
    fn drop(&mut self) {
        self.closed.store(true, Ordering::SeqCst);
        remove(&self.folder);
        // Wakes the thread that waits for somebody.
        let _ = rustix::net::shutdown(&self.listener, rustix::net::Shutdown::Both);
    }
}

fn remove(folder: &Folder) {
    let _ = rustix::fs::unlinkat(&folder.0, NAME, AtFlags::empty());
}

fn listen(listener: &UnixListener, closed: &AtomicBool, give: &Arc<impl Fn(Heard) + Send + Sync + 'static>) {
    let guests = Arc::new(AtomicUsize::new(0));
    while !closed.load(Ordering::SeqCst) {
        match listener.accept() {
            Ok((stream, _)) if is_ours(&stream) => {
                if guests.fetch_add(1, Ordering::SeqCst) >= MOST {
                    guests.fetch_sub(1, Ordering::SeqCst);
                    refuse(stream, Why::Crowded);
                    continue;
                }
                let (guest, give) = (Guest(Arc::clone(&guests)), Arc::clone(give));
                let heard = std::thread::Builder::new().name("guest".to_owned()).spawn(move || {
                    let _guest = guest;
                    hear(stream, &*give);
                });
                drop(heard);
            }
            Ok(_) => {}
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(_) if closed.load(Ordering::SeqCst) => return,
            Err(_) => std::thread::sleep(PAUSE),
        }
    }
}

/// Counted as long as it is heard.
struct Guest(Arc<AtomicUsize>);

impl Drop for Guest {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::SeqCst);
    }
}

fn hear(mut stream: UnixStream, give: &impl Fn(Heard)) {
    if stream.set_read_timeout(Some(PATIENCE)).is_err() {
        return;
    }
    match frame::read_wish(&mut stream) {
        // From here on the loop speaks, and it waits for nobody.
        Ok(Wish::Change(request)) if stream.set_nonblocking(true).is_ok() => {
            give(Heard::Change(Asked { request, reply: Reply(stream) }));
        }
        Ok(Wish::Change(_)) => {}
        Ok(Wish::Leave(leave)) => give(Heard::Leave(leave.terminal)),
        Err(error) if error.kind() == ErrorKind::InvalidData => refuse(stream, Why::Misunderstood),
        Err(_) => {}
    }
}

fn refuse(stream: UnixStream, why: Why) {
    if stream.set_nonblocking(true).is_ok() {
        Reply(stream).say(Answer::Refused(why));
    }
}

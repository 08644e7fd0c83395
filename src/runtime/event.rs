//! What reaches the loop: everything comes through one channel, whatever thread it was found on.

use crate::desk::msg::Msg;
use crate::store::socket::door::Asked;
use std::sync::mpsc::{Receiver, SyncSender};

/// How many events may wait; beyond it the threads wait, and what is not read waits in the terminal.
const WAITING: usize = 4096;

/// One thing that happened outside.
#[derive(Debug)]
pub enum Event {
    Msg(Msg),
    /// A commit was answered (`Committed`, `CommitFailed`).
    Answered(Msg),
    /// Another process of the same user asks for a change.
    Asked(Asked),
    /// The user goes on in another terminal.
    TakenOver(String),
    /// The window has another size.
    Resized,
    /// The process shall stop (SIGTSTP).
    Stop,
    /// The process goes on (SIGCONT).
    Continued,
    /// Somebody wants us to end (SIGTERM, SIGHUP).
    Terminate,
    /// The same from the keyboard (SIGINT, SIGQUIT); while an editor runs it is meant for that.
    Interrupt,
    /// The editor has ended; whether well.
    EditorEnded(bool),
    /// One of our threads panicked.
    Broken,
}

pub fn channel() -> (SyncSender<Event>, Receiver<Event>) {
    std::sync::mpsc::sync_channel(WAITING)
}

/// Stands in a thread as long as it lives and reports if it panics.
pub struct Watch(pub SyncSender<Event>);

impl Drop for Watch {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let _ = self.0.send(Event::Broken);
        }
    }
}

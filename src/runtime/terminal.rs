//! The one guard of the terminal: raw mode, alternate screen, bracketed paste, cursor. Every way out (end, error,
//! panic, signal, editor, suspension) gives the terminal back through [`leave`].

use super::error::RuntimeError;
use super::painter::ERASE;
use crate::desk::msg::Size;
use rustix::event::{PollFd, PollFlags, poll};
use rustix::io::Errno;
use rustix::stdio::{stdin, stdout};
use rustix::termios::{OptionalActions, Termios, isatty, tcgetattr, tcgetwinsize, tcsetattr};
use std::sync::{Mutex, TryLockError};

const ENTER: &[u8] = b"\x1b[?1049h\x1b[?2004h";
/// Ends a frame that was cut off.
const CUT: &[u8] = b"\x1b[?2026l\x1b[m";
const LEAVE: &[u8] = b"\x1b[?2004l\x1b[?1049l\x1b[?25h";
/// Larger terminals are not believed.
const LARGEST: Size = Size { columns: 1000, rows: 500 };

/// How the terminal was before; there while it is ours. Global, because a panic hook must reach it.
static BEFORE: Mutex<Option<Termios>> = Mutex::new(None);

/// Whether there is a terminal that a screen can be shown on: ask before anything slow is done.
///
/// # Errors
/// Input or output is not a terminal, or it is one without a screen.
pub fn check() -> Result<(), RuntimeError> {
    if !isatty(stdin()) {
        return Err(RuntimeError::NoInput);
    }
    if !isatty(stdout()) {
        return Err(RuntimeError::NoOutput);
    }
    match std::env::var("TERM").as_deref() {
        Err(_) | Ok("" | "dumb" | "unknown") => Err(RuntimeError::NoScreen),
        Ok(_) => Ok(()),
    }
}

/// Takes the terminal; taking it twice does no harm.
///
/// # Errors
/// The terminal is gone.
pub fn enter() -> Result<(), Errno> {
    let mut termios = tcgetattr(stdin())?;
    BEFORE.lock().unwrap_or_else(|e| e.into_inner()).get_or_insert_with(|| termios.clone());
    termios.make_raw();
    tcsetattr(stdin(), OptionalActions::Now, &termios)?;
    write(ENTER)
}

/// Gives the terminal back as it was, as far as there still is one. Giving it back twice does no harm.
pub fn leave() {
    if let Some(termios) = take_before() {
        // A lost terminal needs nothing any more, so that failures mean nothing here.
        // The screen is emptied first: not every terminal has another one to go back to.
        let _ = write(&[CUT, ERASE, LEAVE].concat());
        let _ = tcsetattr(stdin(), OptionalActions::Now, &termios);
    }
}

/// Only the modes of the line: for the case that nobody reads what is written.
pub fn leave_unwritten() {
    if let Some(termios) = take_before() {
        let _ = tcsetattr(stdin(), OptionalActions::Now, &termios);
    }
}

fn take_before() -> Option<Termios> {
    // A panic while the lock was held must not wait for itself.
    match BEFORE.try_lock() {
        Ok(mut before) => before.take(),
        Err(TryLockError::Poisoned(poisoned)) => poisoned.into_inner().take(),
        Err(TryLockError::WouldBlock) => None,
    }
}

/// Writes everything, also where the terminal does not wait.
///
/// # Errors
/// The terminal is gone.
pub fn write(mut bytes: &[u8]) -> Result<(), Errno> {
    while !bytes.is_empty() {
        match rustix::io::write(stdout(), bytes) {
            Ok(written) => bytes = &bytes[written..],
            Err(Errno::INTR) => {}
            Err(Errno::AGAIN) => {
                let out = stdout();
                match poll(&mut [PollFd::new(&out, PollFlags::OUT)], None) {
                    Ok(_) | Err(Errno::INTR) => {}
                    Err(error) => return Err(error),
                }
            }
            Err(error) => return Err(error),
        }
    }
    Ok(())
}

/// Columns and rows now; 80 by 24 where nobody knows.
pub fn size() -> Size {
    match tcgetwinsize(stdout()) {
        Ok(found) if found.ws_col > 0 && found.ws_row > 0 => {
            Size { columns: found.ws_col.min(LARGEST.columns), rows: found.ws_row.min(LARGEST.rows) }
        }
        _ => Size { columns: 80, rows: 24 },
    }
}

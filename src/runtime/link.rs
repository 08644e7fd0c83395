//! How long the terminal's answer takes: the way to the user's desk and back.

use super::error::RuntimeError;
use super::terminal;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;
use rustix::termios::{OptionalActions, tcgetattr, tcsetattr};
use std::time::{Duration, Instant};

/// A slower answer is none.
pub const PATIENCE: Duration = Duration::from_secs(2);
/// "How are you?", which every terminal since the VT100 answers.
const QUESTION: &[u8] = b"\x1b[5n";
const ANSWER: &[u8] = b"\x1b[0n";

/// Asks the terminal how it is and waits for the answer; `None` if none comes in time. Keys pressed meanwhile are lost.
///
/// # Errors
/// Input or output is no terminal.
pub fn round_trip() -> Result<Option<Duration>, RuntimeError> {
    terminal::check()?;
    let before = tcgetattr(stdin()).map_err(|error| RuntimeError::System(error.to_string()))?;
    let mut raw = before.clone();
    raw.make_raw();
    let asked = tcsetattr(stdin(), OptionalActions::Now, &raw).and_then(|()| terminal::write(QUESTION));
    let answer = asked.and_then(|()| answered());
    // What came late is thrown away with this, as far as it has come.
    let restored = tcsetattr(stdin(), OptionalActions::Flush, &before);
    let answer = answer.and_then(|answer| restored.map(|()| answer));
    answer.map_err(|error| RuntimeError::System(error.to_string()))
}

fn answered() -> Result<Option<Duration>, Errno> {
    let begun = Instant::now();
    let (mut heard, mut bytes) = (Vec::new(), [0; 256]);
    loop {
        let Some(left) = PATIENCE.checked_sub(begun.elapsed()).and_then(|left| Timespec::try_from(left).ok()) else {
            return Ok(None);
        };
        let terminal = stdin();
        match poll(&mut [PollFd::new(&terminal, PollFlags::IN)], Some(&left)) {
            Ok(0) => return Ok(None),
            Ok(_) => {}
            Err(Errno::INTR) => continue,
            Err(error) => return Err(error),
        }
        match rustix::io::read(stdin(), &mut bytes)? {
            0 => return Ok(None),
            count => heard.extend_from_slice(&bytes[..count]),
        }
        if heard.windows(ANSWER.len()).any(|part| part == ANSWER) {
            return Ok(Some(begun.elapsed()));
        }
    }
}

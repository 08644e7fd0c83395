//! Signals become events. A process that can't end in time, because nobody reads what it writes, is ended here.

use super::event::{Event, Watch};
use super::{log, terminal};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{SyncSender, TrySendError};
use std::time::Duration;

/// How long an ending may take: time for a slow disk, not for a terminal that never reads.
const GRACE: Duration = Duration::from_secs(5);

/// Listens as long as it lives.
pub struct Listening {
    handle: Handle,
    /// Set by the first signal that asks for an end; seen even if the channel is full.
    pub terminate: Arc<AtomicBool>,
}

impl Listening {
    /// Starts listening.
    ///
    /// # Errors
    /// The system refuses handlers or a thread.
    pub fn start(events: SyncSender<Event>) -> std::io::Result<Listening> {
        let mut signals = Signals::new([SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGCONT, SIGWINCH])?;
        let handle = signals.handle();
        let terminate = Arc::new(AtomicBool::new(false));
        let asked = Arc::clone(&terminate);
        std::thread::Builder::new().name("signals".to_owned()).spawn(move || {
            let _watch = Watch(events.clone());
            for signal in signals.forever() {
                if signal != SIGWINCH {
                    log::note(log::Event::Signal(signal_hook::low_level::signal_name(signal).unwrap_or_default()));
                }
                let event = match signal {
                    SIGWINCH => Event::Resized,
                    SIGTSTP => Event::Stop,
                    SIGCONT => Event::Continued,
                    SIGINT | SIGQUIT => Event::Interrupt,
                    _ => Event::Terminate,
                };
                if matches!(event, Event::Terminate) && !asked.swap(true, Ordering::Relaxed) {
                    end_in_time(signal);
                }
                match events.try_send(event) {
                    // A full channel is being read already; the size and the wish to end are looked up anyway.
                    Ok(()) | Err(TrySendError::Full(Event::Resized | Event::Terminate)) => {}
                    Err(TrySendError::Full(event)) => {
                        let _ = events.send(event);
                    }
                    Err(TrySendError::Disconnected(_)) => return,
                }
            }
        })?;
        Ok(Listening { handle, terminate })
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.handle.close();
    }
}

fn end_in_time(signal: i32) {
    let _ = std::thread::Builder::new().name("end".to_owned()).spawn(move || {
        std::thread::sleep(GRACE);
        terminal::leave_unwritten();
        std::process::exit(128 + signal);
    });
}

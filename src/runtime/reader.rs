//! The thread that reads the terminal. It sleeps until there is something; it sees when the terminal is gone; it can
//! be paused, and has then surely let go, so that it never takes keys from an editor.

use super::event::{Event, Watch};
use super::input::Parser;
use crate::desk::msg::Msg;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::io::Errno;
use rustix::stdio::stdin;
use std::io::{PipeReader, PipeWriter, Read, Write};
use std::sync::mpsc::{Receiver, Sender, SyncSender, TrySendError, channel};
use std::time::Duration;

/// How long to wait before an event that found no place is offered again.
const CROWDED: Duration = Duration::from_millis(5);

/// The loop's end: pauses and resumes.
pub struct Reader {
    wake: PipeWriter,
    paused: Receiver<()>,
    resume: Sender<()>,
    reading: bool,
}

impl Reader {
    /// Starts reading. The thread ends with the terminal, or with the channel.
    ///
    /// # Errors
    /// The system has no pipe or thread left.
    pub fn start(events: SyncSender<Event>) -> std::io::Result<Reader> {
        let (wake_end, wake) = std::io::pipe()?;
        let (say_paused, paused) = channel();
        let (resume, resumed) = channel();
        let thread = Thread { events, wake: wake_end, paused: say_paused, resumed, parser: Parser::default() };
        std::thread::Builder::new().name("input".to_owned()).spawn(move || thread.run())?;
        Ok(Reader { wake, paused, resume, reading: true })
    }

    /// When this returns, nobody reads the terminal.
    pub fn pause(&mut self) {
        if self.reading && self.wake.write_all(&[1]).is_ok() {
            // A thread that has ended reads nothing either.
            let _ = self.paused.recv();
        }
        self.reading = false;
    }

    pub fn resume(&mut self) {
        if !self.reading {
            let _ = self.resume.send(());
        }
        self.reading = true;
    }
}

struct Thread {
    events: SyncSender<Event>,
    wake: PipeReader,
    paused: Sender<()>,
    resumed: Receiver<()>,
    parser: Parser,
}

/// Why the thread ends.
enum Over {
    /// The terminal is gone.
    Hangup,
    /// Nobody listens any more.
    Unheard,
}

impl Thread {
    fn run(mut self) {
        let _watch = Watch(self.events.clone());
        if let Err(Over::Hangup) = self.read() {
            let _ = self.events.send(Event::Msg(Msg::Hangup));
        }
    }

    fn read(&mut self) -> Result<(), Over> {
        let mut bytes = [0; 4096];
        loop {
            let msgs = if self.wait(self.parser.patience())? {
                match rustix::io::read(stdin(), &mut bytes) {
                    Ok(0) => return Err(Over::Hangup),
                    Ok(count) => super::input::as_burst(self.parser.feed(&bytes[..count])),
                    Err(Errno::INTR | Errno::AGAIN) => continue,
                    Err(_) => return Err(Over::Hangup),
                }
            } else {
                self.parser.give_up()
            };
            for msg in msgs {
                self.send(msg)?;
            }
        }
    }

    /// Waits for bytes; `false` if the time is over. Pauses meanwhile if asked.
    fn wait(&mut self, time: Option<Duration>) -> Result<bool, Over> {
        let time = time.and_then(|t| Timespec::try_from(t).ok());
        loop {
            let terminal = stdin();
            let mut ends = [PollFd::new(&terminal, PollFlags::IN), PollFd::new(&self.wake, PollFlags::IN)];
            match poll(&mut ends, time.as_ref()) {
                Ok(0) => return Ok(false),
                Ok(_) => {}
                Err(Errno::INTR) => continue,
                Err(_) => return Err(Over::Hangup),
            }
            let (terminal, wake) = (ends[0].revents(), ends[1].revents());
            if !wake.is_empty() {
                self.rest()?;
            } else if terminal.contains(PollFlags::IN) {
                return Ok(true);
            } else {
                // Hang-up or error without anything left to read.
                return Err(Over::Hangup);
            }
        }
    }

    /// Lets go of the terminal until told to go on.
    fn rest(&mut self) -> Result<(), Over> {
        if !matches!(self.wake.read(&mut [0]), Ok(1)) || self.paused.send(()).is_err() {
            return Err(Over::Unheard);
        }
        self.resumed.recv().map_err(|_| Over::Unheard)
    }

    /// Gives an event to the loop. While there is no place it still answers the wish to pause.
    fn send(&mut self, msg: Msg) -> Result<(), Over> {
        let mut event = Event::Msg(msg);
        loop {
            event = match self.events.try_send(event) {
                Ok(()) => return Ok(()),
                Err(TrySendError::Disconnected(_)) => return Err(Over::Unheard),
                Err(TrySendError::Full(event)) => event,
            };
            let mut ends = [PollFd::new(&self.wake, PollFlags::IN)];
            let time = Timespec::try_from(CROWDED).ok();
            if matches!(poll(&mut ends, time.as_ref()), Ok(n) if n > 0) {
                self.rest()?;
            }
        }
    }
}

//! A terminal for tests: a program in a pseudo-terminal, what it shows, what it costs. Waits for conditions.

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use rustix::fs::OFlags;
use rustix::process::Pid;
use rustix::termios::{OptionalActions, SpecialCodeIndex, tcgetattr, tcsetattr};
use std::fs::File;
use std::io::{Read, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

/// Nothing here takes longer, also on a busy machine.
const LONG: Duration = Duration::from_secs(15);

/// Rows and columns of the model, whatever the program is told: the model itself breaks at one cell.
const MODEL: (u16, u16) = (60, 220);

pub struct Terminal {
    /// `None` after the terminal was closed.
    master: Option<Box<dyn MasterPty + Send>>,
    writer: Option<Box<dyn Write + Send>>,
    pub child: Box<dyn Child + Send + Sync>,
    seen: Arc<(Mutex<Seen>, Condvar)>,
    /// The modes of the line before the program started.
    pub before: String,
}

pub struct Seen {
    pub screen: vt100::Parser,
    /// Every byte that was written.
    pub written: Vec<u8>,
    closing: bool,
}

impl Terminal {
    /// Runs a command.
    pub fn run(command: CommandBuilder, columns: u16, rows: u16) -> Terminal {
        let pty = native_pty_system().openpty(size(columns, rows)).unwrap();
        let before = format!("{:?}", pty.master.get_termios().unwrap());
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let seen = Arc::new((
            Mutex::new(Seen { screen: vt100::Parser::new(MODEL.0, MODEL.1, 0), written: vec![], closing: false }),
            Condvar::new(),
        ));
        let mut reader = pty.master.try_clone_reader().unwrap();
        let writer = pty.master.take_writer().unwrap();
        let filled = Arc::clone(&seen);
        std::thread::spawn(move || {
            let mut bytes = [0; 65536];
            while let Ok(count) = reader.read(&mut bytes)
                && count > 0
            {
                let mut seen = filled.0.lock().unwrap();
                seen.screen.process(&bytes[..count]);
                seen.written.extend_from_slice(&bytes[..count]);
                filled.1.notify_all();
                if seen.closing {
                    return;
                }
            }
        });
        Terminal { master: Some(pty.master), writer: Some(writer), child, seen, before }
    }

    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.as_mut().unwrap().write_all(keys.as_ref()).unwrap();
    }

    /// Takes the keyboard out, so that keys can be sent while something else is borrowed.
    pub fn keyboard(&mut self) -> Box<dyn Write + Send> {
        self.writer.take().unwrap()
    }

    /// Waits until the screen is so.
    #[track_caller]
    pub fn until(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let (seen, time) = changed.wait_timeout_while(seen, LONG, |seen| !condition(seen.screen.screen())).unwrap();
        let contents = seen.screen.screen().contents();
        drop(seen);
        assert!(!time.timed_out(), "waited for {what}:\n{contents}");
    }

    #[track_caller]
    pub fn see(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    pub fn contents(&self) -> String {
        self.seen.0.lock().unwrap().screen.screen().contents()
    }

    /// How many bytes were written so far.
    pub fn bytes(&self) -> usize {
        self.seen.0.lock().unwrap().written.len()
    }

    /// Everything that was written so far.
    pub fn written(&self) -> Vec<u8> {
        self.seen.0.lock().unwrap().written.clone()
    }

    /// Whether anything is written within this time.
    pub fn writes_within(&self, time: Duration) -> bool {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let before = seen.written.len();
        !changed.wait_timeout_while(seen, time, |seen| seen.written.len() == before).unwrap().1.timed_out()
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    pub fn termios(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios().unwrap())
    }

    /// The process that was started.
    pub fn process(&self) -> Pid {
        let id = self.child.process_id().and_then(|id| i32::try_from(id).ok());
        id.and_then(Pid::from_raw).expect("it runs")
    }

    /// Nobody reads what is written as long as the guard lives.
    pub fn stall(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// Takes the terminal away. Who reads it must let go too, and wakes up for the frame of another size.
    pub fn close(&mut self) {
        self.seen.0.lock().unwrap().closing = true;
        self.resize(70, 20);
        self.type_nothing_at_the_end();
        self.writer = None;
        self.master = None;
    }

    /// The library types the character for "end of file" when its writer goes; a lost connection types nothing.
    fn type_nothing_at_the_end(&self) {
        let name = self.master.as_ref().unwrap().tty_name().unwrap();
        let line = File::options().read(true).write(true).custom_flags(OFlags::NOCTTY.bits() as i32).open(name).unwrap();
        let mut modes = tcgetattr(&line).unwrap();
        modes.special_codes[SpecialCodeIndex::VEOF] = 0;
        tcsetattr(&line, OptionalActions::Now, &modes).unwrap();
    }

    /// Waits for the end and gives the exit code.
    pub fn end(&mut self) -> u32 {
        let mut code = None;
        wait("the end", || {
            code = self.child.try_wait().unwrap().map(|status| status.exit_code());
            code.is_some()
        });
        code.unwrap()
    }

    /// Everything is as it was before the program.
    pub fn assert_restored(&self) {
        self.until("modes restored", |screen| {
            !screen.alternate_screen() && !screen.bracketed_paste() && !screen.hide_cursor()
        });
        assert_eq!(self.termios(), self.before);
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

/// Asks again and again until it is so.
pub fn wait(what: &str, mut condition: impl FnMut() -> bool) {
    let end = Instant::now() + LONG;
    while !condition() {
        assert!(Instant::now() < end, "waited for {what}");
        std::thread::park_timeout(Duration::from_millis(2));
    }
}

fn size(columns: u16, rows: u16) -> PtySize {
    PtySize { rows, cols: columns, pixel_width: 0, pixel_height: 0 }
}

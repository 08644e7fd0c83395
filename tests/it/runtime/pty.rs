//! A terminal for tests: a program in a pseudo-terminal, what it shows, what it costs. Waits for conditions.

use super::toy;
use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};
use std::io::{Read, Write};
use std::path::Path;
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
    pub folder: tempfile::TempDir,
    /// The modes of the line before the program started.
    pub before: String,
}

pub struct Seen {
    pub screen: vt100::Parser,
    pub bytes: usize,
    closing: bool,
}

/// This test binary, made to run the toy.
pub fn toy_command() -> String {
    let exe = std::env::current_exe().unwrap();
    format!("'{}' --exact runtime::toy_program_child --nocapture --test-threads=1", exe.display())
}

impl Terminal {
    /// Runs the toy itself.
    pub fn toy() -> Terminal {
        Terminal::shell(&format!("exec {}", toy_command()), 80, 24)
    }

    /// Runs a line of shell.
    pub fn shell(line: &str, columns: u16, rows: u16) -> Terminal {
        let pty = native_pty_system().openpty(size(columns, rows)).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", line]);
        for name in ["TMUX", "STY", "XDG_RUNTIME_DIR", "VISUAL", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("EDITOR", editor(folder.path()));
        command.env(toy::FOLDER, folder.path());
        let before = format!("{:?}", pty.master.get_termios().unwrap());
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let seen = Arc::new((
            Mutex::new(Seen { screen: vt100::Parser::new(MODEL.0, MODEL.1, 0), bytes: 0, closing: false }),
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
                seen.bytes += count;
                filled.1.notify_all();
                if seen.closing {
                    return;
                }
            }
        });
        Terminal { master: Some(pty.master), writer: Some(writer), child, seen, folder, before }
    }

    pub fn send(&mut self, keys: impl AsRef<[u8]>) {
        self.writer.as_mut().unwrap().write_all(keys.as_ref()).unwrap();
    }

    /// Takes the keyboard out, so that keys can be sent while something else is borrowed.
    pub fn keyboard(&mut self) -> Box<dyn Write + Send> {
        self.writer.take().unwrap()
    }

    /// Waits until the screen is so.
    pub fn until(&self, what: &str, condition: impl Fn(&vt100::Screen) -> bool) {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let (seen, time) = changed.wait_timeout_while(seen, LONG, |seen| !condition(seen.screen.screen())).unwrap();
        assert!(!time.timed_out(), "waited for {what}:\n{}", seen.screen.screen().contents());
    }

    pub fn see(&self, text: &str) {
        self.until(text, |screen| screen.contents().contains(text));
    }

    pub fn contents(&self) -> String {
        self.seen.0.lock().unwrap().screen.screen().contents()
    }

    /// How many bytes were written so far.
    pub fn bytes(&self) -> usize {
        self.seen.0.lock().unwrap().bytes
    }

    /// Whether anything is written within this time.
    pub fn writes_within(&self, time: Duration) -> bool {
        let (lock, changed) = &*self.seen;
        let seen = lock.lock().unwrap();
        let before = seen.bytes;
        !changed.wait_timeout_while(seen, time, |seen| seen.bytes == before).unwrap().1.timed_out()
    }

    pub fn resize(&self, columns: u16, rows: u16) {
        self.master.as_ref().unwrap().resize(size(columns, rows)).unwrap();
    }

    pub fn termios(&self) -> String {
        format!("{:?}", self.master.as_ref().unwrap().get_termios().unwrap())
    }

    pub fn signal(&self, signal: rustix::process::Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// The toy's process.
    pub fn pid(&self) -> rustix::process::Pid {
        let pid = self.file("pid").and_then(|pid| pid.parse().ok()).and_then(rustix::process::Pid::from_raw);
        pid.expect("the toy has started")
    }

    /// What the toy left in a file.
    pub fn file(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.path().join(name)).ok().filter(|text| !text.is_empty())
    }

    pub fn drafts(&self) -> serde_json::Value {
        serde_json::from_str(&self.file("drafts").expect("drafts were kept")).unwrap()
    }

    /// Nobody reads what is written as long as the guard lives.
    pub fn stall(&self) -> std::sync::MutexGuard<'_, Seen> {
        self.seen.0.lock().unwrap()
    }

    /// Takes the terminal away. Who reads it must let go too, and wakes up for the frame of another size.
    pub fn close(&mut self) {
        self.seen.0.lock().unwrap().closing = true;
        self.resize(70, 20);
        self.writer = None;
        self.master = None;
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

/// An editor with arguments: shows itself, takes one line from the keyboard, writes it.
fn editor(folder: &Path) -> String {
    let script = folder.join("my editor");
    let text = "#!/bin/sh\necho \"editor $1 on $(cat \"$2\")\"\nread line\nif [ \"$line\" = fail ]; then exit 3; fi\necho \"$line\" > \"$2\"\n";
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    format!("'{}' -w", script.display())
}

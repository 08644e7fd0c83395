//! The toy program in a pseudo-terminal, with the folder where it leaves what happened.

use super::toy;
use crate::support::pty;
pub use crate::support::pty::wait;
use portable_pty::CommandBuilder;
use rustix::process::{Pid, Signal};
use std::ops::{Deref, DerefMut};
use std::path::Path;

pub struct Terminal {
    pty: pty::Terminal,
    pub folder: tempfile::TempDir,
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

    /// Runs the toy with a screen that hides after so many milliseconds without a key.
    pub fn hiding(milliseconds: u64) -> Terminal {
        Terminal::shell(&format!("{}={milliseconds} exec {}", toy::HIDE, toy_command()), 80, 24)
    }

    /// Runs a toy that asks for the background, and remembers it in a file of its folder.
    pub fn asking() -> Terminal {
        Terminal::shell(&format!("{}=\"${}/grounds\" exec {}", toy::GROUND, toy::FOLDER, toy_command()), 80, 24)
    }

    /// The same under a shell, which says that it stopped and continues it after a line.
    pub fn hiding_in_shell(milliseconds: u64) -> Terminal {
        let toy = format!("{}={milliseconds} {}", toy::HIDE, toy_command());
        Terminal::shell(&format!("set -m; {toy}; echo stopped; read line; fg"), 80, 24)
    }

    /// Runs a line of shell.
    pub fn shell(line: &str, columns: u16, rows: u16) -> Terminal {
        let folder = tempfile::tempdir().unwrap();
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", line]);
        for name in ["TMUX", "STY", "XDG_RUNTIME_DIR", "VISUAL", "NO_COLOR"] {
            command.env_remove(name);
        }
        command.env("TERM", "xterm-256color");
        command.env("EDITOR", editor(folder.path()));
        command.env(toy::FOLDER, folder.path());
        Terminal { pty: pty::Terminal::run(command, columns, rows), folder }
    }

    pub fn signal(&self, signal: Signal) {
        rustix::process::kill_process(self.pid(), signal).unwrap();
    }

    /// The toy's process.
    pub fn pid(&self) -> Pid {
        let pid = self.file("pid").and_then(|pid| pid.parse().ok()).and_then(Pid::from_raw);
        pid.expect("the toy has started")
    }

    /// What the toy left in a file.
    pub fn file(&self, name: &str) -> Option<String> {
        std::fs::read_to_string(self.folder.path().join(name)).ok().filter(|text| !text.is_empty())
    }

    pub fn drafts(&self) -> serde_json::Value {
        serde_json::from_str(&self.file("drafts").expect("drafts were kept")).unwrap()
    }
}

impl Deref for Terminal {
    type Target = pty::Terminal;
    fn deref(&self) -> &pty::Terminal {
        &self.pty
    }
}

impl DerefMut for Terminal {
    fn deref_mut(&mut self) -> &mut pty::Terminal {
        &mut self.pty
    }
}

/// An editor with arguments: shows itself, takes one line from the keyboard, writes it.
fn editor(folder: &Path) -> String {
    let script = folder.join("my editor");
    let text = "#!/bin/sh\necho \"editor $1 on $(cat \"$2\")\"\nread line\nif [ \"$line\" = fail ]; then exit 3; fi\necho \"$line\" > \"$2\"\n";
    std::fs::write(&script, text).unwrap();
    std::fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    format!("'{}' -w", script.display())
}

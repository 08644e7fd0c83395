//! Inside tmux and GNU screen, where a session outlives the line: detached and taken up elsewhere, left, and killed with
//! everything in it.

use super::empty_line;
use crate::pty::office::{Office, Screens, wait_for_draft};
use crate::support::pty::wait;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// One of the two programs, with a server of its own for one office.
struct Multiplexer<'a> {
    office: &'a Office,
    program: PathBuf,
    kind: Kind,
    home: PathBuf,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Tmux,
    Screen,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Kind::Tmux => "tmux",
            Kind::Screen => "screen",
        }
    }
    /// What detaches, as it is typed.
    fn detach(self) -> &'static str {
        match self {
            Kind::Tmux => "\x02d",
            Kind::Screen => "\x01d",
        }
    }
}

impl<'a> Multiplexer<'a> {
    /// `None`, and a line that says so, where it isn't installed.
    fn of(office: &'a Office, kind: Kind) -> Option<Self> {
        let paths = std::env::var_os("PATH").unwrap_or_default();
        let Some(program) = std::env::split_paths(&paths).map(|dir| dir.join(kind.name())).find(|path| path.is_file())
        else {
            eprintln!("{} is not installed: NOT tested inside it", kind.name());
            return None;
        };
        let home = office.store().with_file_name("multiplexer");
        std::fs::DirBuilder::new().create(&home).unwrap();
        std::fs::set_permissions(&home, std::os::unix::fs::PermissionsExt::from_mode(0o700)).unwrap();
        let settings = match kind {
            Kind::Tmux => "set -g status off\nset -g escape-time 20\nset -g default-terminal tmux-256color\n",
            Kind::Screen => "startup_message off\ndefutf8 on\n",
        };
        std::fs::write(home.join("settings"), settings).unwrap();
        Some(Multiplexer { office, program, kind, home })
    }

    /// The program with bina's own environment, and how to find its server.
    fn command(&self, args: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.env_clear().envs(self.office.command(&[]).get_envs().filter_map(|(name, value)| Some((name, value?))));
        command.env("SCREENDIR", &self.home).env("SHELL", "/bin/sh");
        match self.kind {
            Kind::Tmux => {
                command.arg("-u").arg("-S").arg(self.home.join("socket")).arg("-f").arg(self.home.join("settings"))
            }
            Kind::Screen => command.arg("-U").arg("-c").arg(self.home.join("settings")),
        };
        command.args(args);
        command
    }

    fn open(&self) -> Screens {
        let mut command = self.command(match self.kind {
            Kind::Tmux => &["new-session", "-s", "office"],
            Kind::Screen => &["-S", "office"],
        });
        let bina = self.office.command(&[]);
        command.arg(bina.get_program()).args(bina.get_args());
        let mut screens = self.office.start(command, (80, 24));
        screens.see("Hendra Piliang");
        screens
    }

    fn attach(&self, size: (u16, u16)) -> Screens {
        let args: &[&str] = match self.kind {
            Kind::Tmux => &["attach", "-t", "office"],
            Kind::Screen => &["-r", "office"],
        };
        self.office.start(self.command(args), size)
    }

    /// The server and everything in it ends at once.
    fn kill(&self) {
        let args: &[&str] = match self.kind {
            Kind::Tmux => &["kill-server"],
            Kind::Screen => &["-S", "office", "-X", "quit"],
        };
        let _ = self.command(args).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
    }
}

impl Drop for Multiplexer<'_> {
    fn drop(&mut self) {
        self.kill();
    }
}

fn goes_on_elsewhere(kind: Kind) {
    let office = Office::sample("en");
    let Some(multiplexer) = Multiplexer::of(&office, kind) else { return };
    let mut screens = multiplexer.open();
    screens.press("enter").see("‹ 1 of 13 ›").press("n").text("hendra + written here").see("hendra + written here");
    screens.text(kind.detach());
    assert_eq!(screens.terminal.end(), 0);
    screens.terminal.assert_restored();

    // Another window, of another size.
    let mut screens = multiplexer.attach((100, 30));
    screens.see("hendra + written here").text(" and there").see("hendra + written here and there");
    empty_line(&mut screens);
    screens.press("q").see("NAME").press("q");
    assert_eq!(screens.terminal.end(), 0);
    screens.terminal.assert_restored();
    wait("the store to be let go of", || !held(&office.store()));
}

fn killed_with_everything_in_it(kind: Kind) {
    let office = Office::sample("en");
    let Some(multiplexer) = Multiplexer::of(&office, kind) else { return };
    let mut screens = multiplexer.open();
    screens.press("n").text("hendra + cut off inside").see("hendra + cut off inside");
    multiplexer.kill();
    screens.terminal.end();
    wait_for_draft(&office, "hendra + cut off inside");
    wait("the store to be let go of", || !held(&office.store()));
    let mut screens = office.open();
    screens.see("hendra + cut off inside");
    empty_line(&mut screens);
    screens.quit();
}

/// Whether a process has the store open.
fn held(store: &Path) -> bool {
    let lock = std::fs::File::options().read(true).write(true).open(store.join("LOCK")).unwrap();
    lock.try_lock().is_err()
}

#[test]
fn in_tmux_a_session_goes_on_in_another_window() {
    goes_on_elsewhere(Kind::Tmux);
}

#[test]
fn in_tmux_a_killed_server_loses_nothing_that_was_typed() {
    killed_with_everything_in_it(Kind::Tmux);
}

#[test]
fn in_screen_a_session_goes_on_in_another_window() {
    goes_on_elsewhere(Kind::Screen);
}

#[test]
fn in_screen_a_killed_server_loses_nothing_that_was_typed() {
    killed_with_everything_in_it(Kind::Screen);
}

//! What is left of the records once the program has ended: nothing on the screen or above it, and nothing that a crash or a
//! neighbour could take out of its memory while it runs.

use super::{count, in_shell, open};
use crate::cli::User;
use crate::pty::office::{Office, Screens};
use crate::support::pty::wait;
use crate::support::scrollback::traces;
use rustix::process::{Signal, getuid, kill_process};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;

const SIZE: (u16, u16) = (80, 24);

/// Shows people, a page, a note that is being typed, at more than one size.
fn look_at_people(screens: &mut Screens) {
    screens.press("enter").see("of 13").press("tab j j j q").see("NAME");
    screens.terminal.resize(80, 20);
    screens.press("?").see("more").press("esc").see_no_more("Keys: ");
    screens.terminal.resize(SIZE.0, SIZE.1);
    screens.press("ctrl-l n").text("hendra + rahasia").see("hendra + rahasia");
}

fn left(screens: &Screens) -> String {
    traces(&screens.terminal.written(), SIZE).join("\n")
}

#[test]
fn leaving_in_order_or_by_a_signal_leaves_nothing_in_the_scrollback() {
    for signal in [None, Some(Signal::TERM), Some(Signal::HUP)] {
        let office = Office::sample("en");
        let mut screens = open(&office, &[]);
        look_at_people(&mut screens);
        assert!(left(&screens).contains("rahasia"), "such a terminal shows them meanwhile");
        match signal {
            Some(signal) => kill_process(screens.terminal.process(), signal).unwrap(),
            None => {
                super::empty_line(&mut screens);
                screens.press("q");
            }
        }
        assert_eq!(screens.terminal.end(), 0);
        screens.terminal.assert_restored();
        assert_eq!(left(&screens), "", "{signal:?}");
        assert_eq!(count(&screens.terminal.written(), b"\x1b[3J"), 0, "what was there before is not ours to erase");
    }
}

#[test]
fn a_stopped_program_leaves_nothing_on_the_shells_screen() {
    let office = Office::sample("en");
    let mut screens = in_shell(&office, "set -m; \"$@\"; echo stopped; read line; fg; echo over", SIZE);
    screens.see("Hendra Piliang");
    look_at_people(&mut screens);
    screens.press("ctrl-z").see("stopped");
    screens.terminal.until("the shell's screen", |screen| !screen.alternate_screen());
    let seen = left(&screens);
    assert!(seen.contains("stopped") && !seen.contains("rahasia") && !seen.contains("Hendra"), "{seen}");
    screens.terminal.send("\n");
    screens.see("hendra + rahasia");
    super::empty_line(&mut screens);
    screens.press("q").see("over");
    assert_eq!(screens.terminal.end(), 0);
    let seen = left(&screens);
    assert!(!seen.contains("rahasia") && !seen.contains("Hendra"), "{seen}");
}

/// An editor without a second screen leaves its text there; that goes too.
#[test]
fn nothing_of_screen_or_editor_is_left_behind_an_editor() {
    let office = Office::sample("en");
    let editor = office.store().with_file_name("editor");
    std::fs::write(&editor, "#!/bin/sh\necho beginning; cat \"$1\"; read line\n").unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let mut screens = open(&office, &[("EDITOR", editor.to_str().unwrap())]);
    look_at_people(&mut screens);
    screens.press("ctrl-o").see("beginning").see("rahasia");
    let seen = left(&screens);
    assert!(!seen.contains("Hendra"), "{seen}");
    screens.terminal.send("\n");
    screens.terminal.until("the screen again", |screen| screen.alternate_screen() && screen.contents().contains("hendra +"));
    super::empty_line(&mut screens);
    screens.press("q");
    assert_eq!(screens.terminal.end(), 0);
    assert_eq!(left(&screens), "");
}

/// A pipe without a writer keeps a command waiting, as any user: for root the flag can't be seen.
struct Waiting {
    child: std::process::Child,
    user: Option<u32>,
    _home: User,
}

impl Waiting {
    fn start() -> Waiting {
        let home = User::new();
        let user = getuid().is_root().then_some(65534);
        let list = home.home().join("list.csv");
        let made = Command::new("mkfifo").arg(&list).status().unwrap();
        assert!(made.success());
        let mut command = home.command(&["import", "people", "list.csv"]);
        if let Some(uid) = user {
            let copy = home.home().join("bina");
            std::fs::copy(command.get_program(), &copy).unwrap();
            let mut own = Command::new(&copy);
            own.args(command.get_args()).current_dir(home.home()).env_clear();
            own.envs(command.get_envs().filter_map(|(name, value)| Some((name, value?)))).uid(uid);
            for path in [home.home(), &list, &copy] {
                chown(path, Some(uid), None).unwrap();
            }
            command = own;
        }
        Waiting { child: command.spawn().unwrap(), user, _home: home }
    }

    fn proc(&self, name: &str) -> PathBuf {
        Path::new("/proc").join(self.child.id().to_string()).join(name)
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn no_core_file_is_written_and_nobody_of_the_same_user_looks_into_the_memory() {
    let waiting = Waiting::start();
    let limits = || std::fs::read_to_string(waiting.proc("limits")).unwrap();
    let core = |limits: String| limits.lines().find(|line| line.starts_with("Max core file size")).map(str::to_owned);
    wait("the limit", || core(limits()).is_some_and(|line| line.split_whitespace().skip(4).take(2).eq(["0", "0"])));
    wait("the flag", || std::fs::metadata(waiting.proc("mem")).unwrap().uid() == 0);
    let mut other = Command::new("cat");
    other.arg(waiting.proc("mem")).env("LC_ALL", "C");
    if let Some(uid) = waiting.user {
        other.uid(uid);
    }
    let said = String::from_utf8(other.output().unwrap().stderr).unwrap();
    assert!(said.contains("Permission denied"), "{said}");
}

//! Files and folders of the program itself: private whatever the mask, never written through a link, never waited for,
//! and gone when they should be.

use crate::cli::{Run, User};
use crate::pty::office::{Office, wait_for_draft};
use crate::store::files;
use crate::support::pty::wait;
use rustix::fs::{CWD, Mode, mkfifoat};
use rustix::process::{Pid, Signal, geteuid, kill_process};
use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

fn mode(path: &Path) -> u32 {
    fs::metadata(path).unwrap().mode() & 0o777
}

/// An office of two, with a store that was used and closed.
struct Used(User);

impl Used {
    fn new() -> Used {
        let used = Used(User::new());
        fs::write(used.home().join("people.csv"), "Nama;NIP;Atasan\nSari Dewi;198609262015051001;Togar\nX;1;\n").unwrap();
        fs::set_permissions(used.home().join("people.csv"), fs::Permissions::from_mode(0o600)).unwrap();
        used.run(&["init", "--name", "Togar"]);
        used.run(&["import", "people", "people.csv"]);
        used.run(&["note", "sari", "+", "menata", "arsip"]);
        fs::write(used.store().join("drafts.json"), "{}").unwrap();
        used
    }

    fn home(&self) -> &Path {
        self.0.home()
    }

    fn store(&self) -> PathBuf {
        self.home().join("store")
    }

    fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().unwrap())
    }

    fn command(&self, args: &[&str]) -> Command {
        let mut command = self.0.command(args);
        command.args(["--lang", "en"]).env("BINA_STORE", self.store()).env("BINA_TODAY", "2026-11-23");
        command
    }
}

/// What a careless login leaves as mask.
fn with_open_mask(user: &User, args: &[&str]) -> Run {
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", "umask 0; exec \"$@\"", "sh", env!("CARGO_BIN_EXE_bina")]).args(args);
    shell.env_clear().env("HOME", user.home()).env("USER", "penguji").current_dir(user.home()).stdin(Stdio::null());
    Run::of(shell.output().unwrap())
}

#[test]
fn every_file_that_any_command_makes_is_private_whatever_the_mask() {
    let user = User::new();
    fs::write(user.home().join("people.csv"), "Nama;NIP\nSari Dewi;198609262015051001\nX;1\n").unwrap();
    fs::set_permissions(user.home().join("people.csv"), fs::Permissions::from_mode(0o600)).unwrap();
    for (args, code) in [
        (&["init", "--name", "Togar"][..], 0),
        (&["import", "people", "people.csv", "--refused", "refused.csv"], 1),
        (&["--log", "log", "note", "sari", "+", "satu"], 0),
        (&["backup", "copy"], 0),
        (&["--store", "again/and/again", "restore", "copy"], 0),
        (&["--store", "again/and/again", "rebuild"], 0),
        (&["doctor"], 0),
        (&["demo", "--build-only"], 0),
    ] {
        let run = with_open_mask(&user, args);
        assert_eq!(run.code, code, "{args:?}: {}", run.err);
    }
    let made = files(user.home());
    assert!(made.len() > 20);
    for path in made {
        let wanted: &[u32] = if path.is_dir() { &[0o700] } else { &[0o600, 0o400] };
        assert!(wanted.contains(&mode(&path)), "{:o} {}", mode(&path), path.display());
    }
}

const COMMANDS: [&[&str]; 7] = [
    &["note", "sari", "+", "dua"],
    &["status"],
    &["rebuild"],
    &["verify"],
    &["doctor"],
    &["backup", "copy"],
    &["--read-only", "status"],
];

/// Everything in a store that is written to, and what would be made beside it.
const NAMES: [&str; 12] = [
    "LOCK",
    "HEAD",
    "journal-000001.jsonl",
    "journal-000002.jsonl",
    "team.bin",
    "roster.bin",
    "drafts.json",
    "drafts.half",
    "torn-3-4",
    "view",
    "view/db",
    "view/conf",
];

/// Puts a link to something of the user's own in place of a file or folder of the store, runs every command, and looks
/// whether anything was written through it.
#[test]
fn nothing_is_written_through_a_link_in_the_store() {
    for name in NAMES {
        let used = Used::new();
        let place = used.store().join(name);
        let victim = used.home().join("victim");
        if place.is_dir() {
            fs::rename(&place, &victim).unwrap();
        } else {
            let _ = fs::remove_file(&place);
            fs::write(&victim, "of great value\n").unwrap();
        }
        fs::set_permissions(&victim, fs::Permissions::from_mode(0o500)).unwrap();
        symlink(&victim, &place).unwrap();
        let before = snapshot(&victim);
        for args in COMMANDS {
            let run = used.run(args);
            assert!(run.code != 70, "{name}, {args:?}: {}", run.err);
            if args != ["doctor"] {
                assert_eq!(run.code, 1, "{name}, {args:?}: {} {}", run.out, run.err);
                assert!(
                    run.err.contains(name) && run.err.contains("it is no ordinary file"),
                    "{name}, {args:?}: {}",
                    run.err
                );
            }
        }
        assert_eq!(snapshot(&victim), before, "{name}");
        assert!(place.is_symlink(), "{name} is left to be looked at");
        fs::remove_file(&place).unwrap();
        fs::set_permissions(&victim, fs::Permissions::from_mode(0o700)).unwrap();
    }
}

/// Names, modes and contents.
fn snapshot(path: &Path) -> Vec<(PathBuf, u32, Vec<u8>)> {
    let all = if path.is_dir() { files(path) } else { vec![] };
    all.into_iter().chain([path.to_owned()]).map(|p| (p.clone(), mode(&p), fs::read(&p).unwrap_or_default())).collect()
}

#[test]
fn a_pipe_in_the_store_is_not_waited_for() {
    for name in NAMES.iter().filter(|name| !name.starts_with("view/")) {
        let used = Used::new();
        let place = used.store().join(name);
        let _ = fs::remove_file(&place).or_else(|_| fs::remove_dir_all(&place));
        mkfifoat(CWD, &place, Mode::RUSR | Mode::WUSR).unwrap();
        for args in COMMANDS.into_iter().step_by(2) {
            let run = used.run(args);
            assert!(args == ["doctor"] || run.err.contains("a pipe"), "{name}, {args:?}: {}", run.err);
        }
    }
}

#[test]
fn what_belongs_to_somebody_else_is_refused() {
    if !geteuid().is_root() {
        eprintln!("skipped: only root can give a file away");
        return;
    }
    const OTHER: u32 = 65_534;
    for name in ["journal-000001.jsonl", "drafts.json", "team.bin", "view", "view/db"] {
        let used = Used::new();
        std::os::unix::fs::chown(used.store().join(name), Some(OTHER), None).unwrap();
        let run = used.run(&["note", "sari", "+", "dua"]);
        assert_eq!(run.code, 1, "{name}");
        assert!(run.err.contains(name) && run.err.contains("belongs to somebody else"), "{name}: {}", run.err);
    }
    let used = Used::new();
    std::os::unix::fs::chown(used.store(), Some(OTHER), None).unwrap();
    assert!(used.run(&["status"]).err.contains("belongs to somebody else"));
    std::os::unix::fs::chown(used.store(), Some(0), None).unwrap();
    // A link to the own store that somebody else has made leads where he or she wants.
    let link = used.home().join("link");
    symlink(used.store(), &link).unwrap();
    assert_eq!(used.run(&["--store", link.to_str().unwrap(), "status"]).code, 0, "the own link is followed");
    std::os::unix::fs::lchown(&link, Some(OTHER), None).unwrap();
    assert!(used.run(&["--store", link.to_str().unwrap(), "status"]).err.contains("belongs to somebody else"));
}

#[test]
fn what_is_written_elsewhere_is_never_written_through_a_link() {
    let used = Used::new();
    let victim = used.home().join("victim");
    for name in ["copy", "refused.csv", "log", "new"] {
        symlink(&victim, used.home().join(name)).unwrap();
    }
    for args in [
        &["backup", "copy"][..],
        &["import", "people", "people.csv", "--refused", "refused.csv"],
        &["--log", "log", "status"],
        &["--store", "new", "init", "--name", "Togar"],
    ] {
        assert_eq!(used.run(args).code, 1, "{args:?}");
        assert!(!victim.exists(), "{args:?}");
    }
}

#[test]
fn nothing_that_is_read_is_waited_for_or_without_end() {
    let used = Used::new();
    mkfifoat(CWD, used.home().join("pipe"), Mode::RUSR | Mode::WUSR).unwrap();
    for (args, code) in [
        (&["--config", "/dev/zero", "status"][..], 3),
        (&["--config", "pipe", "status"], 3),
        (&["--config", "/dev/null", "status"], 0),
        (&["--config", ".", "status"], 3),
        (&["--store", "new", "restore", "pipe"], 1),
        (&["--store", "new", "restore", "/dev/zero"], 1),
        (&["--store", "new", "restore", "."], 1),
        (&["import", "people", "pipe"], 1),
        (&["import", "framework", "/dev/zero"], 1),
        (&["--log", "pipe", "status"], 1),
        (&["--log", "/dev/full", "status"], 1),
    ] {
        let run = used.run(args);
        assert_eq!(run.code, code, "{args:?}: {}", run.err);
    }
    fs::write(used.home().join("c.toml"), "rules.file = \"/dev/zero\"").unwrap();
    assert_eq!(used.run(&["--config", "c.toml", "status"]).code, 3);
    assert!(!used.home().join("new").exists());
}

/// An office whose editor says what it was given and then waits to be killed.
struct Writing {
    office: Office,
    run: PathBuf,
}

impl Writing {
    fn new() -> Writing {
        let office = Office::sample("en");
        let home = office.store().parent().unwrap().to_owned();
        let run = home.join("run");
        fs::create_dir(&run).unwrap();
        let script = home.join("editor");
        fs::write(
            &script,
            format!(
                "#!/bin/sh\nstat -c %a \"$1\" \"$(dirname \"$1\")\" > {0}/modes\necho $$ > {0}/pid.new\nmv {0}/pid.new {0}/pid\nexec sleep 1000\n",
                home.display()
            ),
        )
        .unwrap();
        fs::set_permissions(&script, fs::Permissions::from_mode(0o700)).unwrap();
        Writing { office, run }
    }

    fn home(&self) -> PathBuf {
        self.run.parent().unwrap().to_owned()
    }

    /// The screens, with a line in the editor; and the editor's process.
    fn begin(&self) -> (crate::pty::office::Screens, Pid) {
        let _ = fs::remove_file(self.home().join("pid"));
        let mut command = self.office.command(&[]);
        command.env("EDITOR", self.home().join("editor")).env("XDG_RUNTIME_DIR", &self.run);
        let mut screens = self.office.start(command, (80, 24));
        screens.see("Hendra Piliang").press("n").text("hendra + half a sentence").see("half a sentence");
        wait_for_draft(&self.office, "half a sentence");
        screens.press("ctrl-o");
        wait("the editor", || self.home().join("pid").exists());
        let pid = fs::read_to_string(self.home().join("pid")).unwrap();
        (screens, Pid::from_raw(pid.trim().parse().unwrap()).unwrap())
    }

    fn left(&self) -> usize {
        fs::read_dir(&self.run).unwrap().count()
    }
}

#[test]
fn what_an_editor_is_given_is_private_and_gone_when_the_editor_or_the_program_dies() {
    let writing = Writing::new();
    let (mut screens, editor) = writing.begin();
    assert_eq!(fs::read_to_string(writing.home().join("modes")).unwrap(), "600\n700\n");
    assert_eq!(writing.left(), 1);
    kill_process(editor, Signal::KILL).unwrap();
    screens.see("half a sentence");
    wait("the end of the file", || writing.left() == 0);
    kill_process(screens.terminal.process(), Signal::TERM).unwrap();
    screens.terminal.end();

    let (mut screens, _) = writing.begin_again();
    kill_process(screens.terminal.process(), Signal::TERM).unwrap();
    screens.terminal.end();
    assert_eq!(writing.left(), 0, "after a signal");

    let (screens, editor) = writing.begin_again();
    screens.kill();
    kill_process(editor, Signal::KILL).unwrap();
    assert_eq!(writing.left(), 1, "nobody was left to remove it");
    let mut command = writing.office.command(&[]);
    command.env("XDG_RUNTIME_DIR", &writing.run);
    let mut screens = writing.office.start(command, (80, 24));
    screens.see("half a sentence");
    assert_eq!(writing.left(), 0, "the next start removes it");
    kill_process(screens.terminal.process(), Signal::TERM).unwrap();
    screens.terminal.end();
}

impl Writing {
    /// The same, from nothing.
    fn begin_again(&self) -> (crate::pty::office::Screens, Pid) {
        let _ = fs::remove_file(self.office.store().join("drafts.json"));
        self.begin()
    }
}

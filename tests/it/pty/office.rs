//! An office for a test: a store of its own on a fixed day, the screens over it, and a keyboard that counts.

use crate::cli::{Run, User};
use crate::support::pty::{Terminal, wait};
use portable_pty::CommandBuilder;
use std::fs::{DirBuilder, OpenOptions};
use std::io::Write;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

/// A Monday.
pub const TODAY: &str = "2026-11-23";

pub struct Office {
    user: User,
    pub lang: &'static str,
    pub today: &'static str,
}

impl Office {
    /// With the sample of the demo: a section of fourteen people.
    pub fn sample(lang: &'static str) -> Office {
        static SAMPLE: OnceLock<Vec<(PathBuf, Vec<u8>)>> = OnceLock::new();
        let office = Office::empty(lang);
        let files = SAMPLE.get_or_init(|| {
            let built = Office::empty("id");
            let run = built.run(&["demo", "--build-only"]);
            assert_eq!(run.code, 0, "{}", run.err);
            let mut files = Vec::new();
            read_files(&built.store(), Path::new(""), &mut files);
            files
        });
        for (path, bytes) in files {
            let path = office.store().join(path);
            DirBuilder::new().recursive(true).mode(0o700).create(path.parent().unwrap()).unwrap();
            let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).unwrap();
            file.write_all(bytes).unwrap();
        }
        office
    }

    /// Without a store.
    pub fn empty(lang: &'static str) -> Office {
        Office { user: User::new(), lang, today: TODAY }
    }

    pub fn store(&self) -> PathBuf {
        self.user.home().join("store")
    }

    /// What is typed and not committed, as it is on the disk now.
    pub fn drafts(&self) -> String {
        std::fs::read_to_string(self.store().join("drafts.json")).unwrap_or_default()
    }

    /// A command of the shell.
    pub fn run(&self, args: &[&str]) -> Run {
        Run::of(self.command(args).output().unwrap())
    }

    /// A command that answers in JSON.
    pub fn json(&self, args: &[&str]) -> serde_json::Value {
        let run = self.run(args);
        assert_eq!(run.code, 0, "{args:?}: {}", run.err);
        serde_json::from_str(&run.out).unwrap()
    }

    /// Not started yet, with nothing of the tester's environment.
    pub fn command(&self, args: &[&str]) -> std::process::Command {
        let mut command = self.user.command(args);
        command.env("BINA_STORE", self.store()).env("BINA_TODAY", self.today).args(["--lang", self.lang]);
        command.env("LANG", "C.UTF-8").env("TERM", "xterm-256color");
        command
    }

    /// Opens the screens.
    pub fn open(&self) -> Screens {
        let screens = self.start(self.command(&[]), (80, 24));
        screens.terminal.until("the screens", |screen| screen.alternate_screen() && !screen.contents().trim().is_empty());
        screens
    }

    /// Starts a command in a terminal of so many columns and rows.
    pub fn start(&self, command: std::process::Command, (columns, rows): (u16, u16)) -> Screens {
        let mut inside = CommandBuilder::new(command.get_program());
        inside.args(command.get_args());
        inside.env_clear();
        for (name, value) in command.get_envs().filter_map(|(name, value)| Some((name, value?))) {
            inside.env(name, value);
        }
        inside.cwd(self.user.home());
        Screens { terminal: Terminal::run(inside, columns, rows), keys: 0 }
    }
}

fn read_files(root: &Path, under: &Path, files: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in std::fs::read_dir(root.join(under)).unwrap() {
        let entry = entry.unwrap();
        let path = under.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            read_files(root, &path, files);
        } else {
            files.push((path.clone(), std::fs::read(root.join(path)).unwrap()));
        }
    }
}

/// The screens, and the keyboard in front of them.
pub struct Screens {
    pub terminal: Terminal,
    /// How many keys were pressed so far.
    pub keys: usize,
}

impl Screens {
    /// Types a text; each character is a key.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.keys += text.chars().count();
        self.terminal.send(text);
        self
    }

    /// Presses keys by the names that the table of commands uses, separated by spaces.
    pub fn press(&mut self, names: &str) -> &mut Self {
        for name in names.split_whitespace() {
            let bytes = match name {
                "enter" => "\r".to_owned(),
                "tab" => "\t".to_owned(),
                "backtab" => "\x1b[Z".to_owned(),
                "esc" => "\x1b".to_owned(),
                "down" => "\x1b[B".to_owned(),
                "up" => "\x1b[A".to_owned(),
                "left" => "\x1b[D".to_owned(),
                "right" => "\x1b[C".to_owned(),
                "pagedown" => "\x1b[6~".to_owned(),
                "home" => "\x1b[H".to_owned(),
                "end" => "\x1b[F".to_owned(),
                step if step.starts_with("alt-") => format!("\x1b{}", &step[4..]),
                "space" => " ".to_owned(),
                _ => match name.strip_prefix("ctrl-") {
                    Some(letter) => char::from(letter.as_bytes()[0] & 0x1f).to_string(),
                    None => name.to_owned(),
                },
            };
            assert!(bytes.starts_with('\x1b') || bytes.chars().count() == 1, "{name} is no key");
            self.keys += 1;
            self.terminal.send(bytes);
        }
        self
    }

    /// Waits until a text is on the screen.
    #[track_caller]
    pub fn see(&mut self, text: &str) -> &mut Self {
        self.terminal.see(text);
        self
    }

    /// Waits until a row of the screen has all these texts.
    #[track_caller]
    pub fn see_row(&mut self, texts: &[&str]) -> &mut Self {
        let row = |row: &str| texts.iter().all(|text| row.contains(text));
        self.terminal.until(&format!("a row with {texts:?}"), |screen| screen.contents().lines().any(row));
        self
    }

    /// Waits until a text is no longer on the screen.
    pub fn see_no_more(&mut self, text: &str) -> &mut Self {
        self.terminal.until(&format!("the end of {text}"), |screen| !screen.contents().contains(text));
        self
    }

    pub fn rows_with(&self, text: &str) -> Vec<String> {
        self.screen().lines().filter(|row| row.contains(text)).map(str::to_owned).collect()
    }

    pub fn screen(&self) -> String {
        self.terminal.contents()
    }

    /// Waits until the cursor stands right behind a text.
    #[track_caller]
    pub fn cursor_after(&mut self, text: &str) -> &mut Self {
        self.terminal.until(&format!("the cursor after {text:?}"), |screen| {
            let (row, column) = screen.cursor_position();
            let before = screen.contents_between(row, 0, row, column);
            format!("{before:width$}", width = usize::from(column)).ends_with(text) && !screen.hide_cursor()
        });
        self
    }

    /// Goes home and leaves.
    pub fn quit(mut self) {
        self.press("q");
        assert_eq!(self.terminal.end(), 0);
        self.terminal.assert_restored();
    }

    /// The process is gone from one instruction to the next.
    pub fn kill(mut self) {
        rustix::process::kill_process(self.terminal.process(), rustix::process::Signal::KILL).unwrap();
        self.terminal.end();
    }

    /// The connection is lost; the program ends in order.
    pub fn hang_up(mut self) {
        self.terminal.close();
        assert_eq!(self.terminal.end(), 0);
    }
}

/// Waits until the drafts on the disk contain a text.
pub fn wait_for_draft(office: &Office, text: &str) {
    wait("the draft", || office.drafts().contains(text));
}

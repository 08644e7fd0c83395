//! A small program that shows what reaches it. This test binary starts itself again to run it in a terminal.

use bina::desk::Ground;
use bina::desk::effect::Effect;
use bina::desk::key::{Key, KeyPress};
use bina::desk::msg::Msg;
use bina::desk::passphrase::Passphrase;
use bina::domain::{Actor, Change, ChangeId, ChangeKind, Dossier, PersonId, Roster, Shared};
use bina::i18n::{Lang, Words};
use bina::runtime::ground::Remembered;
use bina::runtime::{DraftKeeper, Gate, Options, Program};
use bina::store::{Head, Store, StoreError};
use ratatui::buffer::Buffer;
use ratatui::style::Style;
use std::cell::Cell;
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

/// Names the folder where the toy writes; set only for the child.
pub const FOLDER: &str = "BINA_TOY";
/// After so many milliseconds without a key its screen hides.
pub const HIDE: &str = "BINA_TOY_HIDE";
/// The toy asks the terminal for its background, and remembers the answer in this file.
pub const GROUND: &str = "BINA_TOY_GROUND";

#[derive(Default)]
struct Toy {
    text: String,
    paste: Option<(usize, usize)>,
    size: (u16, u16),
    saved: usize,
    copied: usize,
    failed: &'static str,
    edited: String,
    trouble: String,
    hidden: bool,
    /// How often it was hidden.
    hides: usize,
    opened: Option<bool>,
    ground: Option<Ground>,
    frames: Cell<usize>,
}

impl Program for Toy {
    fn clock(&mut self, _now: jiff::Timestamp, _today: jiff::civil::Date) {}

    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Key(key) if self.hidden => return self.open(key),
            Msg::Key(key) => return self.key(key),
            Msg::Burst(text) => return text.chars().flat_map(|c| self.key(KeyPress::char(c))).collect(),
            Msg::Idle => {
                self.hidden = true;
                self.hides += 1;
            }
            Msg::Unlocked(opens) => {
                self.hidden = !opens;
                self.opened = Some(opens);
            }
            Msg::Paste(text) => self.paste = Some((text.len(), text.matches('\n').count())),
            Msg::Resize(size) => self.size = (size.columns, size.rows),
            Msg::Copied => self.copied += 1,
            Msg::CommitFailed(_, text) => self.failed = text.id,
            Msg::Committed(_) => self.saved += 1,
            Msg::Edited(text) => self.edited = text.unwrap_or("nothing".to_owned()),
            Msg::Ground(ground) => self.ground = Some(ground),
            Msg::Trouble(text) => self.trouble = text.id.to_owned(),
            _ => {}
        }
        vec![]
    }

    fn draw(&self, buffer: &mut Buffer) -> Option<(u16, u16)> {
        self.frames.set(self.frames.get() + 1);
        if self.hidden {
            buffer.set_string(0, 0, format!("hidden {} opened {:?}", self.hides, self.opened), Style::new());
            return None;
        }
        let tail: String = self.text.chars().skip(self.text.chars().count().saturating_sub(40)).collect();
        let rows = [
            format!("text {tail}"),
            format!("length {} paste {:?}", self.text.chars().count(), self.paste),
            format!("size {}x{}", self.size.0, self.size.1),
            format!("saved {} edited [{}] failed {}", self.saved, self.edited, self.failed),
            format!("trouble {} copied {}", self.trouble, self.copied),
            format!("ground {:?}", self.ground),
            "ready".to_owned(),
        ];
        for (y, row) in (0u16..).zip(rows) {
            if y < buffer.area.height {
                buffer.set_string(0, y, row, Style::new());
            }
        }
        Some((buffer.area.width.saturating_sub(1).min(5 + u16::try_from(tail.len()).unwrap_or(0)), 0))
    }

    fn drafts(&mut self) -> serde_json::Value {
        serde_json::json!({ "text": self.text, "edited": self.edited, "frames": self.frames.get() })
    }
}

impl Toy {
    /// A letter is the passphrase, every other key shows the screen.
    fn open(&mut self, press: KeyPress) -> Vec<Effect> {
        let mut typed = Passphrase::default();
        press.typed().into_iter().for_each(|c| typed.push(c));
        self.hidden = !typed.is_empty();
        if self.hidden { vec![Effect::Unlock(typed)] } else { vec![] }
    }

    fn key(&mut self, press: KeyPress) -> Vec<Effect> {
        match (press.key, press.ctrl) {
            (Key::Char('q'), true) => vec![Effect::Quit],
            (Key::Char('z'), true) => vec![Effect::Suspend],
            (Key::Char('y'), true) => vec![Effect::Copy(Shared::new("hai".to_owned()))],
            (Key::Char('o'), true) => vec![Effect::OpenEditor { text: "lama".to_owned() }],
            (Key::Char('s'), true) => vec![Effect::Commit(Box::new(change()))],
            (Key::Char('p'), true) => panic!("with something secret"),
            (Key::Char(c), false) => {
                self.text.push(c);
                vec![Effect::DraftsChanged]
            }
            _ => vec![],
        }
    }
}

fn change() -> Change {
    let now = jiff::Timestamp::UNIX_EPOCH;
    let id = bina::domain::IdSource::seeded(1).uuid(now);
    let (by, kind) = (Actor::default(), ChangeKind::ProfileSet);
    Change { id: ChangeId(id), at: now, by, kind, about: None, ops: vec![] }
}

/// Counts commits in a file; full as long as there is a file of that name.
struct Counting(PathBuf);

impl Store for Counting {
    fn commit(&mut self, _change: &Change) -> Result<(), StoreError> {
        if self.0.join("full").exists() {
            return Err(StoreError::Full);
        }
        let file = std::fs::OpenOptions::new().append(true).create(true).open(self.0.join("commits"));
        file.and_then(|mut file| file.write_all(b"c")).map_err(|source| StoreError::Io { path: self.0.clone(), source })
    }
    fn roster(&mut self) -> Result<Roster, StoreError> {
        Ok(Roster::default())
    }
    fn dossier(&mut self, _person: PersonId) -> Result<Option<Dossier>, StoreError> {
        Ok(None)
    }
    fn recent(&mut self, _count: usize) -> Result<Vec<Change>, StoreError> {
        Ok(vec![])
    }
    fn changes(&mut self, _each: &mut dyn FnMut(Change) -> Result<(), StoreError>) -> Result<(), StoreError> {
        Ok(())
    }
    fn head(&mut self) -> Result<Head, StoreError> {
        Ok(Head::default())
    }
}

/// Opens with one letter.
struct Letter;

impl Gate for Letter {
    fn opens(&self, passphrase: &str) -> bool {
        passphrase == "o"
    }
}

struct File(PathBuf);

impl DraftKeeper for File {
    fn save(&mut self, drafts: &serde_json::Value) -> Result<(), StoreError> {
        let written = std::fs::write(self.0.join("drafts.new"), drafts.to_string())
            .and_then(|()| std::fs::rename(self.0.join("drafts.new"), self.0.join("drafts")));
        written.map_err(|source| StoreError::Io { path: self.0.clone(), source })
    }
}

/// Runs the toy and ends the process; says on the last line how it ended.
pub fn run(folder: PathBuf) -> ! {
    let hide_after = std::env::var(HIDE).ok().and_then(|time| time.parse().ok()).map(Duration::from_millis);
    let asks_ground = std::env::var_os(GROUND);
    let options = Options {
        chore: None,
        door: None,
        today: None,
        zone: jiff::tz::TimeZone::UTC,
        color: true,
        ascii: false,
        private_dir: folder.clone(),
        hide_after,
        gate: Some(Arc::new(Letter)),
        asks_ground: asks_ground.map(|file| Remembered::new(file.into(), "toy")),
    };
    bina::runtime::log::begin(&folder.join("log")).unwrap();
    std::fs::write(folder.join("pid"), std::process::id().to_string()).unwrap();
    let outcome = bina::runtime::run(&mut Toy::default(), Box::new(Counting(folder.clone())), File(folder.clone()), options);
    let (code, said) = match outcome {
        Ok(_) => (0, "ended".to_owned()),
        Err(error) => (70, Words::new(Lang::En).text(&error.text())),
    };
    std::fs::write(folder.join("code"), code.to_string()).unwrap();
    let _ = writeln!(std::io::stdout(), "{said}");
    std::process::exit(code)
}

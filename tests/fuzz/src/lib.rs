//! What the targets share: an office, the screens over it, and what must hold whatever comes in.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "a fault is what is looked for")]

#[path = "../../it/support/bytes.rs"]
#[expect(dead_code, reason = "the tests use all of it")]
mod bytes;

use bina::desk::effect::Effect;
use bina::desk::key::KeyPress;
use bina::desk::keymap::Keymap;
use bina::desk::msg::{Msg, Size, WholeOffice};
use bina::desk::office::{Clock, Office};
use bina::app::App;
use bina::desk::Look;
use bina::domain::language::clean::is_hostile;
use bina::demo as sample;
use bina::demo::Plan;
use bina::domain::{Actor, Change, Dossier, IdSource, PersonId, RuleSet, Session};
use bina::domain::language::capture;
use bina::i18n::{Lang, Words};
use bina::interchange::{Unreadable, Workbook, source};
use bina::reports::sheet::sheet;
use bina::runtime::painter::{Painter, Palette};
use bina::store::{Memory, Store};
use bina::ui;
use jiff::civil::{Date, date};
use jiff::{Timestamp, tz::TimeZone};
use std::cell::OnceCell;
use std::collections::{HashMap, VecDeque};
use std::path::Path;

pub use bytes::foreign;

pub const TODAY: Date = date(2026, 11, 21);
pub const SIZE: Size = Size { columns: 80, rows: 24 };

pub fn now() -> Timestamp {
    TODAY.at(3, 42, 7, 0).to_zoned(TimeZone::UTC).unwrap().timestamp()
}

/// A small office: everything there is of each kind, and quickly made.
pub fn store() -> Memory {
    thread_local!(static STORE: OnceCell<Memory> = const { OnceCell::new() });
    STORE.with(|store| store.get_or_init(made).clone())
}

fn made() -> Memory {
    let (office, words) = (sample::office(&Plan { people: 4, years: 1, seed: 1, today: TODAY }), Words::new(Lang::Id));
    let roster = office.roster();
    let made = |dossier: &Dossier, session: &Session| sheet(dossier, session, &roster, &words);
    let mut store = Memory::new();
    store.commit_many(&mut office.changes(&made)).unwrap();
    store
}

/// A text file as a workbook; an XLSX is another target's.
pub fn list(bytes: &[u8]) -> Option<Workbook> {
    if bytes.starts_with(b"PK") {
        return None;
    }
    let outcome: Result<Workbook, Unreadable> = source::workbook(bytes, Path::new("/nowhere"));
    outcome.ok()
}

/// Nothing of a change, and nothing that is said of it, could harm a terminal.
pub fn harmless(change: Option<&Change>, lines: &[String]) {
    if let Some(change) = change {
        strings(&serde_json::to_value(change).unwrap(), &mut |text| {
            let wrong = text.chars().find(|c| *c != '\n' && is_hostile(*c));
            assert_eq!(wrong, None, "{text:?}");
        });
    }
    for line in lines {
        assert_eq!(line.chars().find(|c| is_hostile(*c)), None, "{line:?}");
    }
}

fn strings(value: &serde_json::Value, each: &mut dyn FnMut(&str)) {
    match value {
        serde_json::Value::String(text) => each(text),
        serde_json::Value::Array(list) => list.iter().for_each(|value| strings(value, each)),
        serde_json::Value::Object(fields) => fields.values().for_each(|value| strings(value, each)),
        _ => {}
    }
}

pub fn dossiers(store: &mut Memory) -> HashMap<PersonId, Dossier> {
    let people: Vec<PersonId> = store.roster().unwrap().rows().iter().map(|row| row.id).collect();
    people.into_iter().filter_map(|id| Some((id, store.dossier(id).unwrap()?))).collect()
}

/// The screens over a store, without a terminal.
pub struct Screens {
    pub app: App,
    store: Memory,
    painter: Painter,
}

impl Screens {
    pub fn on(mut store: Memory) -> Screens {
        let roster = store.roster().unwrap();
        let recent = store.recent(100).unwrap();
        let clock = Clock { today: TODAY, now: now(), zone: TimeZone::UTC };
        let office = Office::new(roster, recent, RuleSet::default(), Actor::default(), IdSource::seeded(1), clock);
        let app = App::new(office, Words::new(Lang::Id), Keymap::default(), Look::default(), SIZE);
        Screens { app, store, painter: Painter::new(SIZE, Palette { color: true, ascii: false }) }
    }

    /// Draws, and checks what the terminal would get.
    pub fn draw(&mut self) {
        let mut canvas = self.painter.canvas();
        let cursor = ui::draw(&self.app, &mut canvas);
        let frame = self.painter.frame(canvas, cursor);
        assert_eq!(foreign(&frame), None);
    }

    pub fn begin(&mut self) {
        let effects = self.app.start();
        self.perform(effects);
        self.tell(Msg::Resize(SIZE));
    }

    /// Keys by their names, with blanks between, a picture after each.
    pub fn press(&mut self, keys: &str) {
        for key in keys.split_whitespace() {
            self.tell(Msg::Key(key.parse::<KeyPress>().expect(key)));
        }
    }

    pub fn tell(&mut self, msg: Msg) {
        let effects = self.app.update(msg);
        self.perform(effects);
        self.draw();
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        let mut waiting = VecDeque::from(effects);
        while let Some(effect) = waiting.pop_front() {
            let answer = match effect {
                Effect::Load(person) => Msg::Loaded(person, self.store.dossier(person).unwrap().map(Box::new)),
                Effect::LoadOffice => {
                    let roster = self.store.roster().unwrap();
                    let names = capture::Names::of(roster.rows(), &roster.units);
                    let recent = self.store.recent(100).unwrap();
                    Msg::Office(Box::new(WholeOffice { roster, names, recent }))
                }
                Effect::Commit(change) => {
                    harmless(Some(&change), &[]);
                    self.store.commit(&change).unwrap();
                    Msg::Committed(change.id)
                }
                _ => continue,
            };
            waiting.extend(self.app.update(answer));
        }
    }
}

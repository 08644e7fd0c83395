//! The program without a terminal and without a disk: press keys, read the screen, start again. The clock stands
//! still and identifiers are seeded, so the same keys give the same screens.

use bina::app::App;
use bina::demo as sample;
use bina::demo::Plan;
use bina::desk::Look;
use bina::desk::command::Place;
use bina::desk::effect::Effect;
use bina::desk::key::{Key, KeyPress};
use bina::desk::keymap::Keymap;
use bina::desk::msg::WholeOffice;
use bina::desk::msg::{Msg, Size};
use bina::desk::office::{Clock, Office, RECENT};
use bina::desk::settings::Settings;
use bina::domain::records::log::LogPart;
use bina::domain::records::record::Profile;
use bina::domain::{
    Actor, Capacity, Change, ChangeId, ChangeKind, Dossier, EmploymentKind, IdSource, Op, Person, PersonId, PersonName,
    PersonStatus, Record, RuleSet, Session,
};
use bina::i18n::{Lang, Text, Words};
use bina::store::{Memory, Store};
use jiff::civil::{Date, date};
use jiff::{Timestamp, tz::TimeZone};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::OnceLock;

/// A Saturday late in a quarter.
pub const TODAY: Date = date(2026, 11, 21);

/// Opens a hidden screen, where one is asked for.
pub const PASSPHRASE: &str = "kuda hitam di lapangan";

pub struct World {
    pub app: App,
    pub store: Memory,
    /// What the shell would have kept on the disk.
    pub kept: Option<serde_json::Value>,
    /// Texts that went to the clipboard.
    pub copied: Vec<String>,
    /// Texts that were given to the user's editor.
    pub edited: Vec<String>,
    pub quit: bool,
    /// The disk takes nothing at the moment.
    pub disk_full: bool,
    /// Commits wait for [`World::answer`].
    pub disk_slow: bool,
    held: Vec<Change>,
    /// The store asks for a passphrase.
    encrypted: bool,
    pub today: Date,
    restarts: u64,
    lang: Lang,
    look: Look,
    size: Size,
}

fn now_of(today: Date) -> Timestamp {
    today.at(10, 42, 7, 0).to_zoned(zone()).unwrap().timestamp()
}

fn zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(7))
}

/// How many people besides the user, and in which language their sheets are.
fn sample_store(people: usize, lang: Lang) -> Memory {
    let words = Words::new(lang);
    let plan = Plan { people, ..Plan::section(TODAY) };
    let office = sample::office(&plan);
    let roster = office.roster();
    let sheet = |dossier: &Dossier, session: &Session| bina::reports::sheet::sheet(dossier, session, &roster, &words);
    let mut store = Memory::new();
    for change in office.changes(&sheet) {
        store.commit(&change).unwrap();
    }
    store
}

// Making a world.
impl World {
    /// The sample office with its fourteen people and two years of records.
    pub fn sample() -> World {
        World::sample_in(Lang::Id)
    }

    pub fn sample_in(lang: Lang) -> World {
        World::sample_seen(lang, Look::default())
    }

    /// Nobody there yet.
    pub fn empty() -> World {
        World::on(Memory::new())
    }

    /// A supervisor and these people, looked after since as many days as stand beside the name, without any record.
    pub fn team(people: &[(&str, i64)]) -> World {
        let mut store = Memory::new();
        store.commit(&World::team_change(people)).unwrap();
        World::on(store)
    }

    /// The change that makes such a team.
    pub fn team_change(people: &[(&str, i64)]) -> Change {
        let mut ids = IdSource::seeded(7);
        let at = now_of(TODAY);
        let me = PersonId(ids.uuid(at));
        let person = |id, name: &str, supervisor, days: i64| {
            Op::add(Record::Person(Person {
                id,
                name: PersonName::parse(name),
                nip: None,
                kind: EmploymentKind::Pns,
                rank: None,
                position: None,
                unit: None,
                supervisor,
                status: PersonStatus::Active,
                tags: vec![],
                cadence: None,
                probation_until: None,
                since: TODAY.checked_sub(jiff::ToSpan::days(days)).unwrap(),
            }))
        };
        let mut ops = vec![person(me, "Rina Tanjung, S.Sos.", None, 900)];
        for (name, days) in people {
            ops.push(person(PersonId(ids.uuid(at)), name, Some(me), *days));
        }
        ops.push(Op::add(Record::Profile(Profile { me: Some(me), ..Profile::default() })));
        let by = Actor { name: "rina".to_owned(), person: Some(me), capacity: Capacity::Definitive };
        Change { id: ChangeId(ids.uuid(at)), at, by, kind: ChangeKind::SampleBuilt, about: None, ops }
    }

    /// Sari, long not met; Evi, somewhat late; Budi, new.
    pub fn three() -> World {
        World::team(&[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120), ("Budi Pohan", 3)])
    }

    /// The sample office, begun in a language and a look.
    pub fn sample_seen(lang: Lang, look: Look) -> World {
        static INDONESIAN: OnceLock<Memory> = OnceLock::new();
        static ENGLISH: OnceLock<Memory> = OnceLock::new();
        let made = if lang == Lang::Id { &INDONESIAN } else { &ENGLISH };
        World::begun(made.get_or_init(|| sample_store(14, lang)).clone(), lang, look)
    }

    pub fn on(store: Memory) -> World {
        World::begun(store, Lang::Id, Look::default())
    }

    fn begun(mut store: Memory, lang: Lang, look: Look) -> World {
        let size = Size { columns: 80, rows: 24 };
        let app = App::new(office(&mut store, TODAY, 1), Words::new(lang), Keymap::default(), look, size);
        let mut world = World {
            app,
            store,
            kept: None,
            copied: vec![],
            edited: vec![],
            quit: false,
            disk_full: false,
            disk_slow: false,
            held: vec![],
            encrypted: false,
            today: TODAY,
            restarts: 0,
            lang,
            look,
            size,
        };
        world.begin();
        world
    }

    pub fn language(mut self, lang: Lang) -> World {
        self.lang = lang;
        self.again()
    }

    pub fn look(mut self, look: Look) -> World {
        self.look = look;
        self.again()
    }

    pub fn size(mut self, columns: u16, rows: u16) -> World {
        self.size = Size { columns, rows };
        self.again()
    }

    pub fn encrypted(mut self) -> World {
        self.encrypted = true;
        self.again()
    }

    fn again(mut self) -> World {
        self.restart();
        self
    }
}

fn office(store: &mut Memory, today: Date, seed: u64) -> Office {
    let roster = store.roster().unwrap();
    let recent = store.recent(RECENT).unwrap();
    let actor = roster.me().map_or_else(Actor::default, |me| Actor {
        name: me.name.full(),
        person: Some(me.id),
        capacity: Capacity::Definitive,
    });
    let ids = IdSource::seeded(1000 + seed);
    Office::new(roster, recent, RuleSet::default(), actor, ids, Clock { today, now: now_of(today), zone: zone() })
}

/// As after a start without options on a machine with a configuration.
fn settings(encrypted: bool, entries: u64) -> Settings {
    let by_config = || Some(Text::plain("doctor-by-config"));
    Settings {
        lang_because: by_config(),
        color_because: Some(Text::plain("doctor-by-nothing")),
        ground_because: None,
        signs_because: Some(Text::with("doctor-by-variable", [("name", "LANG".into()), ("value", "C.UTF-8".into())])),
        config_file: "/srv/rina/.config/bina/config.toml".to_owned(),
        config_read: true,
        rules_file: None,
        store: "/srv/rina/.local/share/bina".to_owned(),
        encrypted,
        asks_passphrase: encrypted,
        lock_minutes: 10,
        entries,
        backups: None,
    }
}

// What a user does.
impl World {
    /// Keys by their names, with spaces between.
    #[track_caller]
    pub fn press(&mut self, keys: &str) -> &mut World {
        for key in keys.split_whitespace() {
            let press: KeyPress = key.parse().unwrap_or_else(|()| panic!("no such key: {key}"));
            self.tell(Msg::Key(press));
        }
        self
    }

    /// Characters as typed; a line end is Enter.
    pub fn type_text(&mut self, text: &str) -> &mut World {
        for c in text.chars() {
            self.tell(Msg::Key(if c == '\n' { KeyPress::plain(Key::Enter) } else { KeyPress::char(c) }));
        }
        self
    }

    pub fn paste(&mut self, text: &str) -> &mut World {
        self.tell(Msg::Paste(text.to_owned()));
        self
    }

    pub fn resize(&mut self, columns: u16, rows: u16) -> &mut World {
        self.size = Size { columns, rows };
        self.tell(Msg::Resize(self.size));
        self
    }

    /// Ends the process and starts it anew on what was kept.
    pub fn restart(&mut self) -> &mut World {
        self.restarts += 1;
        let office = office(&mut self.store, self.today, self.restarts + 1);
        self.app = App::new(office, Words::new(self.lang), Keymap::default(), self.look, self.size);
        self.quit = false;
        if let Some(kept) = self.kept.clone() {
            self.app.restore(kept);
        }
        self.begin();
        self
    }

    /// So many days later.
    pub fn days_pass(&mut self, days: i64) -> &mut World {
        self.today = self.today.checked_add(jiff::ToSpan::days(days)).unwrap();
        self.tell(Msg::NewDay);
        self
    }

    fn begin(&mut self) {
        self.app.settings = settings(self.encrypted, self.store.head().unwrap().entry);
        let effects = self.app.start();
        self.perform(effects);
        self.draw();
    }

    /// One message, everything that follows from it, and a frame.
    pub fn tell(&mut self, msg: Msg) {
        self.app.clock(now_of(self.today), self.today);
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
                    let names = bina::domain::language::capture::Names::of(roster.rows(), &roster.units);
                    let recent = self.store.recent(RECENT).unwrap();
                    Msg::Office(Box::new(WholeOffice { roster, names, recent }))
                }
                Effect::LoadLog { about, before } => self.part_of_log(about, before),
                Effect::LoadKnown { person, day, until } => {
                    Msg::Known(person, day, self.store.known(person, until).unwrap().map(Box::new))
                }
                Effect::Commit(change) if self.disk_slow => {
                    self.held.push(*change);
                    continue;
                }
                Effect::Commit(change) => self.commit(&change),
                Effect::DraftsChanged => {
                    self.kept = Some(self.app.drafts());
                    continue;
                }
                Effect::Pause => Msg::Paused,
                Effect::OpenEditor { text } => {
                    self.edited.push(text);
                    continue;
                }
                Effect::Copy(text) => {
                    self.copied.push(text.get().clone());
                    Msg::Copied
                }
                Effect::Quit => {
                    self.quit = true;
                    self.kept = Some(self.app.drafts());
                    continue;
                }
                Effect::Unlock(typed) => Msg::Unlocked(typed.text() == PASSPHRASE),
                Effect::Redraw | Effect::Suspend | Effect::Decline(..) => continue,
            };
            waiting.extend(self.app.update(answer));
        }
    }

    /// The disk does what it was asked while it was slow.
    pub fn answer(&mut self) -> &mut World {
        self.disk_slow = false;
        for change in std::mem::take(&mut self.held) {
            let answer = self.commit(&change);
            self.tell(answer);
        }
        self
    }

    /// Few at once, so that the log is read on in every test of it.
    fn part_of_log(&mut self, about: Option<PersonId>, before: u64) -> Msg {
        let mut part = LogPart { entries: vec![], reached: 1 };
        let mut looked_at = 0;
        let read = self.store.entries(before, &mut |entry| {
            looked_at += 1;
            part.reached = entry.number;
            if about.is_none_or(|person| entry.is_about(person)) {
                part.entries.push(entry);
            }
            if looked_at >= 50 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        read.unwrap();
        Msg::Log { about, before, part }
    }

    fn commit(&mut self, change: &Change) -> Msg {
        if self.disk_full {
            return Msg::CommitFailed(change.id, Text::plain("store-full"));
        }
        self.store.commit(change).unwrap();
        Msg::Committed(change.id)
    }
}

// What a user sees.
impl World {
    pub fn draw(&self) -> Buffer {
        self.drawn().0
    }

    /// A frame, and where the terminal's cursor stands.
    pub fn drawn(&self) -> (Buffer, Option<(u16, u16)>) {
        let Size { columns, rows } = self.size;
        let mut buffer = Buffer::empty(Rect::new(0, 0, columns, rows));
        let cursor = bina::app::frame::draw(&self.app, &mut buffer);
        if let Some((x, y)) = cursor {
            assert!(x < columns && y < rows, "the cursor is off the screen: {x},{y} in {columns}x{rows}");
        }
        (buffer, cursor)
    }

    pub fn screen(&self) -> String {
        lines(&self.draw()).join("\n")
    }

    /// The text stands on the screen; line ends and the blanks around them count as one blank.
    #[track_caller]
    /// What the employee would receive of the session on top.
    pub fn closing_sheet(&self) -> bina::domain::SharedText {
        let bina::screens::stack::Screen::Session(session) = self.app.screens.top() else { panic!("no session on top") };
        session.closing_sheet(&self.app).unwrap()
    }

    pub fn see(&mut self, text: &str) -> &mut World {
        assert!(self.sees(text), "not on the screen: {text}\n{}", self.screen());
        self
    }

    #[track_caller]
    pub fn see_not(&mut self, text: &str) -> &mut World {
        assert!(!self.sees(text), "on the screen: {text}\n{}", self.screen());
        self
    }

    pub fn sees(&self, text: &str) -> bool {
        let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        let screen = self.screen();
        screen.contains(text) || squeezed(&screen).contains(&squeezed(text))
    }

    /// The first line with this text.
    #[track_caller]
    pub fn row_of(&self, text: &str) -> String {
        let screen = self.screen();
        let found = screen.lines().find(|line| line.contains(text));
        found.unwrap_or_else(|| panic!("no row with {text}\n{screen}")).to_owned()
    }

    /// Where on the screen the first line with this text is.
    #[track_caller]
    pub fn line_of(&self, text: &str) -> usize {
        let screen = self.screen();
        screen.lines().position(|line| line.contains(text)).unwrap_or_else(|| panic!("no row with {text}\n{screen}"))
    }

    /// Where the program stands, with what is only read, help, menus and questions seen as what lies under them: they are
    /// no places, and do not come back.
    pub fn place_of(app: &App) -> Place {
        use Place::{Help, Messages, Palette, Reader, SelfCheck, Settings, Verbs};
        let passing = |place| matches!(place, Reader | SelfCheck | Verbs | Help | Palette | Messages | Settings);
        let kept = app.overlays.iter().rev().find(|o| !passing(o.place()));
        kept.map_or_else(|| app.screens.top().place(), |overlay| overlay.place())
    }

    /// The line that the mark of the selection stands on.
    #[track_caller]
    pub fn chosen(&self) -> String {
        self.row_of("▌")
    }

    /// Somebody by a part of the name.
    #[track_caller]
    pub fn person(&self, name: &str) -> PersonId {
        let rows = self.app.office.roster.rows();
        rows.iter().find(|r| r.name.full().contains(name)).unwrap_or_else(|| panic!("nobody is called {name}")).id
    }

    /// What the store holds of somebody: the truth, not what the screens show.
    #[track_caller]
    pub fn stored(&self, name: &str) -> Dossier {
        self.store.clone().dossier(self.person(name)).unwrap().unwrap()
    }

    /// What the screens show is what the store holds, for everybody that was opened.
    #[track_caller]
    pub fn agrees_with_store(&mut self) {
        let roster = self.store.roster().unwrap();
        let mut rows = self.app.office.roster.rows().to_vec();
        rows.sort_by_key(|row| row.id);
        assert_eq!(rows, roster.rows());
        for (id, dossier) in &self.app.office.dossiers {
            assert_eq!(Some(dossier), self.store.dossier(*id).unwrap().as_ref());
        }
    }
}

/// The text of a frame, line by line, without blanks at the ends.
pub fn lines(buffer: &Buffer) -> Vec<String> {
    let area = buffer.area;
    let line = |y| (area.left()..area.right()).map(|x| buffer[(x, y)].symbol()).collect::<String>();
    (area.top()..area.bottom()).map(|y| line(y).trim_end().to_owned()).collect()
}

//! The interface as a pure state machine: [`App::update`] takes what happened and returns what the shell must do. No
//! I/O, no drawing, no clock, no environment. Start at [`App`]; then `command` (THE table), `screen`, `screens/`.

pub mod availability;
pub mod draft;
pub mod frame;
pub mod resuming;
mod run;
mod waiting;

use crate::desk::command::{Command, Place};
use crate::desk::editor;
use crate::desk::effect::Effect;
use crate::desk::form;
use crate::desk::key;
use crate::desk::key::KeyPress;
use crate::desk::keymap::Keymap;
use crate::desk::msg::{Msg, Size};
use crate::desk::notice::{Notices, Tone};
use crate::desk::office::Office;
use crate::desk::records::ratings;
use crate::domain::{Dossier, PersonId, Refusal};
use crate::i18n::{Text, Words};
use crate::screens::locked::Locked;
use crate::screens::log::commands as log;
use crate::screens::overlays::Overlay;
use crate::screens::person::as_of as past;
use crate::screens::settings::Settings;
use crate::screens::stack::{Screen, Stack};
use crate::screens::team::TeamScreen;
use draft::Drafts;

/// Everything that the screens are made of.
pub struct App {
    pub office: Office,
    pub screens: Stack,
    pub overlays: Vec<Overlay>,
    pub drafts: Drafts,
    pub notices: Notices,
    pub keymap: Keymap,
    pub words: Words,
    pub look: Look,
    pub size: Size,
    /// Only looking: another process holds the store.
    pub read_only: bool,
    pub settings: Settings,
    /// The screen is hidden.
    pub locked: Option<Locked>,
    /// Team, Agenda, Goals and Competencies as they were when another one was opened.
    pub(crate) other_homes: Vec<Screen>,
    /// The user has left in order: the next start begins at home.
    pub(crate) left: bool,
    /// What the Log screen shows was read into here.
    pub log: log::Log,
    /// An earlier day that a person's page looks at.
    pub(crate) past: Option<past::Past>,
    pub(crate) waiting: Option<waiting::Waiting>,
    pub(crate) round: ratings::Round,
    pub(crate) preloaded: bool,
    /// Whose brief stands beside the list.
    pub(crate) beside: Option<PersonId>,
    pub(crate) effects: Vec<Effect>,
    /// Keys that came before everything was read; they take effect when it is there.
    pub(crate) early: Option<Vec<Msg>>,
}

/// How the terminal wants it; chosen once at start.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Only ASCII glyphs.
    pub ascii: bool,
    /// No colours.
    pub mono: bool,
    /// Linear, for screen readers and slow links: no decoration, the selection marked in text. Goes with the other two.
    pub plain: bool,
}

/// From this width on the brief of the selected person stands beside lists.
pub const WIDE: u16 = 110;

/// Rows that a screen's frame takes: title, line of keys, line between.
pub const FRAME_ROWS: u16 = 3;

impl App {
    pub fn new(office: Office, words: Words, keymap: Keymap, look: Look, size: Size) -> Self {
        let mut app = App {
            office,
            screens: Stack::new(Screen::Team(TeamScreen::default())),
            overlays: vec![],
            drafts: Drafts::default(),
            notices: Notices::default(),
            keymap,
            words,
            look,
            size,
            read_only: false,
            settings: Settings::default(),
            locked: None,
            other_homes: vec![],
            left: false,
            log: log::Log::default(),
            past: None,
            waiting: None,
            round: ratings::Round::default(),
            preloaded: false,
            beside: None,
            effects: vec![],
            early: None,
        };
        if app.office.roster.profile.me.is_none() {
            app.open_form(form::Purpose::Introduce);
        }
        app.refresh();
        app
    }

    /// Effects that were asked for before the first message.
    pub fn start(&mut self) -> Vec<Effect> {
        if self.early.is_some() {
            self.effects.push(Effect::LoadOffice);
        }
        std::mem::take(&mut self.effects)
    }

    /// The office holds only what the first screen needs: asks for the rest, and lets keys wait for it.
    pub fn begin_incomplete(&mut self) {
        self.early = Some(vec![]);
    }

    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        if let Some(msg) = self.guard(msg) {
            match (&mut self.early, &msg) {
                (Some(early), Msg::Key(_) | Msg::Paste(_)) => {
                    early.push(msg);
                    if self.quits_early() {
                        self.quit();
                    }
                }
                _ => self.follow(msg),
            }
        }
        if self.locked.is_some() {
            // Asked for before the screen was hidden, by a key that had to wait: it would show the text.
            self.effects.retain(|effect| !matches!(effect, Effect::OpenEditor { .. }));
        }
        std::mem::take(&mut self.effects)
    }

    pub(crate) fn follow(&mut self, msg: Msg) {
        match msg {
            Msg::Office(whole) => {
                self.office.completed(*whole);
                for early in self.early.take().into_iter().flatten() {
                    self.refresh();
                    self.take_in(early);
                }
            }
            msg @ (Msg::Key(_) | Msg::Paste(_)) => self.take_in(msg),
            Msg::Resize(size) => {
                self.size = size;
                // As many columns as now fit, from the first one on.
                match self.screens.top_mut() {
                    Screen::Grid(grid) => grid.grid.columns.top = 0,
                    Screen::Competencies(screen) => screen.grid.columns.top = 0,
                    _ => {}
                }
                self.effects.push(Effect::Redraw);
            }
            Msg::Loaded(id, dossier) => {
                self.loaded(id, dossier.map(|d| *d));
                self.go_on_waiting();
            }
            Msg::LoadFailed(id, why) => {
                self.office.loading.remove(&id);
                self.go_on_waiting();
                self.tell(Tone::Alarm, why);
            }
            Msg::Committed(id) => {
                self.settings.entries += 1;
                self.committed(id);
            }
            Msg::Backups(found) => self.settings.backups = Some(found),
            Msg::CommitFailed(id, why) => {
                self.office.not_committed(id);
                // Whoever was leaving is called back.
                self.left = false;
                self.effects.push(Effect::DraftsChanged);
                self.tell(Tone::Alarm, why);
            }
            Msg::Edited(text) => {
                if let (Some(text), Some(editor)) = (text, self.editor()) {
                    editor.set(crate::domain::language::clean::clean_text(&text));
                    self.effects.push(Effect::DraftsChanged);
                }
            }
            msg @ (Msg::Log { .. } | Msg::LogFailed(_) | Msg::Known(..)) => self.read_of_the_journal(msg),
            Msg::Copied => self.tell(Tone::Good, Text::plain("notice-copied")),
            Msg::Trouble(text) => self.tell(Tone::Alarm, text),
            Msg::Paused => self.come_to_rest(),
            Msg::NewDay => self.office.forget_judgements(),
            Msg::Hangup => self.effects.push(Effect::Quit),
            // Answered by the guard.
            Msg::Idle | Msg::Unlocked(_) => {}
        }
        self.refresh();
    }

    /// Whether the first key of all quits: who only looked at the first screen need not wait for everybody.
    pub(crate) fn quits_early(&self) -> bool {
        let first = |press: &KeyPress| self.keymap.command(self.place(), self.in_text(), *press) == Some(Command::Quit);
        matches!(self.early.as_deref(), Some([Msg::Key(press)]) if first(press))
            && self.screens.at_home()
            && self.overlays.is_empty()
            && self.office.unsaved.is_empty()
    }

    /// How many things wait to be gone on with. What was typed in a session that was taken back waits for redo.
    pub fn waiting(&self) -> usize {
        let undone = self.drafts.sessions.keys().filter(|id| !self.in_session(**id)).count();
        self.drafts.waiting() - undone
    }

    pub(crate) fn in_session(&self, person: PersonId) -> bool {
        self.office.row(person).is_some_and(|row| row.open_session)
    }

    /// The top overlay or screen.
    pub fn place(&self) -> Place {
        self.overlays.last().map_or_else(|| self.screens.top().place(), Overlay::place)
    }

    pub fn in_text(&self) -> bool {
        self.overlays.last().map_or_else(|| self.screens.top().in_text(), Overlay::in_text)
    }

    /// Somebody works here: the dossiers of the team are read while there is time, so that nothing ever seems to load.
    /// Not before: whoever only looks at the list and leaves shall not wake the whole store. After whom the key wants.
    pub(crate) fn preload(&mut self) {
        if !self.left && !std::mem::replace(&mut self.preloaded, true) {
            let team: Vec<PersonId> = self.office.roster.team(Default::default()).map(|r| r.id).take(200).collect();
            for id in self.office.roster.profile.me.into_iter().chain(team) {
                self.want(id);
            }
        }
    }

    pub(crate) fn key(&mut self, press: KeyPress) {
        let rows = self.rating_rows();
        self.answer(press);
        if rows.is_some() && rows != self.rating_rows() {
            self.finish_round();
        }
        self.preload();
    }

    pub(crate) fn answer(&mut self, press: KeyPress) {
        self.notices.dismiss();
        let (place, in_text) = (self.place(), self.in_text());
        if let Some(command) = self.keymap.command(place, in_text, press) {
            if self.value_key(press) {
                return;
            }
            match self.possible(command) {
                Ok(()) => self.run(command),
                Err(why) => self.tell(Tone::Plain, why),
            }
        } else if in_text {
            self.type_key(press);
        } else {
            self.value_key(press);
        }
    }

    pub(crate) fn type_key(&mut self, press: KeyPress) {
        if self.arrow_in_cell(press) {
            return;
        }
        if press.key == key::Key::Enter {
            return self.enter_in_text();
        }
        if matches!(press.key, key::Key::Up | key::Key::Down) {
            return self.vertical(press.key == key::Key::Down);
        }
        if matches!(self.overlays.last(), Some(Overlay::Assign(_))) {
            return self.assign_key(press);
        }
        if self.take_proposal(press) {
            return;
        }
        if let Some(Overlay::Form(form)) = self.overlays.last_mut() {
            form.touch(press.typed().is_some());
        }
        if self.editor().is_some_and(|editor| editor.key(press)) {
            self.typed();
        }
    }

    /// After text has changed.
    pub(crate) fn typed(&mut self) {
        match self.overlays.last_mut() {
            Some(Overlay::Capture(capture)) => capture.error = None,
            Some(Overlay::CheckIn(open)) => open.error = None,
            Some(Overlay::Palette(chooser) | Overlay::Find(chooser)) => chooser.list = Default::default(),
            Some(Overlay::Form(form)) => {
                form.error = None;
                form.offered = None;
                form.follow(&self.office, self.words.decimal_sign());
            }
            _ => match self.screens.top_mut() {
                Screen::Team(team) => {
                    team.list = Default::default();
                    team.selected = None;
                }
                Screen::Goals(goals) => goals.filtered(),
                Screen::Competencies(screen) => screen.filtered(),
                Screen::Log(log) => log.filtered(),
                Screen::Grid(grid) => grid.changed(),
                _ => {}
            },
        }
        self.effects.push(Effect::DraftsChanged);
    }

    pub(crate) fn paste(&mut self, text: &str) {
        let lines = matches!(self.screens.top(), Screen::Session(s) if self.overlays.is_empty() && s.spot().is_some_and(|s| s.has_lines()));
        if self.overlays.is_empty() && !self.in_text() {
            // A figure that was copied elsewhere.
            self.type_into_cell("");
        }
        if let Some(editor) = self.editor() {
            editor.paste(text, lines);
            self.typed();
        }
    }

    /// The text field that has the focus.
    pub(crate) fn editor(&mut self) -> Option<&mut editor::Editor> {
        if !self.in_text() {
            return None;
        }
        match self.overlays.last_mut() {
            Some(overlay) => overlay.editor(),
            None => match self.screens.top_mut() {
                Screen::Team(team) => Some(&mut team.filter),
                Screen::Goals(goals) => Some(&mut goals.filter),
                Screen::Competencies(screen) => Some(&mut screen.filter),
                Screen::Log(log) => Some(&mut log.filter),
                Screen::Grid(grid) => grid.editor(),
                Screen::Session(session) => session.editor_mut(),
                _ => None,
            },
        }
    }

    /// Derives what the screens show; after every message.
    pub(crate) fn refresh(&mut self) {
        let height = self.body_rows();
        self.refresh_grid();
        self.refresh_past();
        match self.screens.top_mut() {
            Screen::Team(team) => team.refresh(&mut self.office, height.saturating_sub(TEAM_ROWS)),
            Screen::Agenda(agenda) => agenda.refresh(&mut self.office, height),
            Screen::Goals(goals) => goals.refresh(&self.office, height),
            Screen::Competencies(_) => self.refresh_competencies(),
            Screen::Person(person) => {
                let rows = height.saturating_sub(person.heading_rows());
                let office = self.past.as_ref().filter(|_| person.as_of.is_some()).map_or(&self.office, |past| &past.office);
                person.refresh(office, rows);
            }
            Screen::Log(_) => self.refresh_log(),
            Screen::Session(session) => session.refresh(&self.office),
            Screen::Grid(_) | Screen::Walk(_) => {}
        }
        let in_list = !self.screens.top().is_about_one();
        // Beside a list the selected person's brief stands only where there is room.
        if (!in_list || self.preloaded || self.size.columns >= WIDE)
            && let Some(id) = self.screens.top().person()
        {
            self.want(id);
        }
        self.stand_beside();
    }

    /// Rows between the title and the line of keys.
    pub fn body_rows(&self) -> usize {
        usize::from(self.size.rows.saturating_sub(FRAME_ROWS))
    }

    /// Asks for a dossier that is not here yet.
    pub(crate) fn want(&mut self, id: PersonId) {
        if !self.office.dossiers.contains_key(&id) && self.office.row(id).is_some() && self.office.loading.insert(id) {
            self.effects.push(Effect::Load(id));
        }
    }

    pub(crate) fn loaded(&mut self, id: PersonId, dossier: Option<Dossier>) {
        self.office.loading.remove(&id);
        if let Some(dossier) = dossier {
            self.office.loaded(dossier);
        }
    }

    /// What time it is; told before each update.
    pub fn clock(&mut self, now: jiff::Timestamp, today: jiff::civil::Date) {
        self.office.now = now;
        if self.office.today != today {
            self.office.today = today;
            self.office.forget_judgements();
        }
    }

    /// Something to know from before the first screen.
    pub fn announce(&mut self, tone: Tone, text: Text) {
        self.tell(tone, text);
    }

    pub(crate) fn tell(&mut self, tone: Tone, text: Text) {
        self.notices.tell(self.office.now, tone, text);
    }

    pub(crate) fn refuse(&mut self, refusal: &Refusal) {
        self.tell(Tone::Plain, form::refused(refusal));
    }

    /// Whether a command makes sense now, or why not.
    pub fn possible(&self, command: Command) -> Result<(), Text> {
        availability::possible(self, command)
    }
}

/// Lines of the team screen that are no people: counts, blank, heading; blank and two lines of why.
pub const TEAM_ROWS: usize = 6;

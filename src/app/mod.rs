//! The interface as a pure state machine: [`App::update`] takes what happened and returns what the shell must do. No
//! I/O, no drawing, no clock, no environment. Here is the loop: the stack of screens, what lies over them, and who gets a
//! key; what a screen does is its own affair (`screens`), what can be done to a record stands in `desk::records`.

pub mod availability;
mod burst;
pub mod drafts;
pub mod frame;
mod going;
mod hidden;
mod outside;
#[cfg(test)]
mod over_time;
mod run;
mod waiting;

use crate::desk::command::{Command, Place};
use crate::desk::effect::Effect;
use crate::desk::key::KeyPress;
use crate::desk::keymap::Keymap;
use crate::desk::msg::{Msg, Size};
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::{Desk, Look, WIDE};
use crate::domain::{ChangeId, Dossier, PersonId};
use crate::i18n::{Text, Words};
use crate::screens::OnTop;
use crate::screens::locked::Locked;
use crate::screens::overlay::Overlay;
use crate::screens::stack::{Screen, Stack};
use drafts::Drafts;
use std::collections::VecDeque;
use std::ops::{Deref, DerefMut};
use waiting::Waiting;

/// Everything that the interface is made of.
pub struct App {
    pub desk: Desk,
    pub screens: Stack,
    pub overlays: Vec<Overlay>,
    pub drafts: Drafts,
    /// The screen is hidden.
    pub locked: Option<Locked>,
    /// The first screens as they were when another one was opened.
    other_homes: Vec<Screen>,
    /// The user has left in order: the next start begins at home.
    left: bool,
    waiting: Option<Waiting>,
    /// The change of somebody else that the last key asked about; whether it would be undone.
    asked: Option<(bool, ChangeId)>,
    /// Changes that other processes ask for and that wait for dossiers.
    outside: VecDeque<outside::Asked>,
    preloaded: bool,
    /// Keys that came before everything was read; they take effect when it is there.
    early: Option<Vec<Msg>>,
}

/// What an application has is mostly what lies on its desk.
impl Deref for App {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.desk
    }
}

impl DerefMut for App {
    fn deref_mut(&mut self) -> &mut Desk {
        &mut self.desk
    }
}

impl App {
    pub fn new(office: Office, words: Words, keymap: Keymap, look: Look, size: Size) -> Self {
        let mut app = App {
            desk: Desk::new(office, words, keymap, look, size),
            screens: Stack::new(Screen::home(Place::Team)),
            overlays: vec![],
            drafts: Drafts::default(),
            locked: None,
            other_homes: vec![],
            left: false,
            waiting: None,
            asked: None,
            outside: VecDeque::new(),
            preloaded: false,
            early: None,
        };
        if app.desk.office.roster.profile.me.is_none() {
            app.desk.open_form(crate::desk::form::Purpose::Introduce);
            app.carry_on();
        }
        app.refresh();
        app
    }

    /// Effects that were asked for before the first message.
    pub fn start(&mut self) -> Vec<Effect> {
        if self.early.is_some() {
            self.desk.effects.push(Effect::LoadOffice);
        }
        std::mem::take(&mut self.desk.effects)
    }

    /// The office holds only what the first screen needs: asks for the rest, and lets keys wait for it.
    pub fn begin_incomplete(&mut self) {
        self.early = Some(vec![]);
        self.desk.incomplete = true;
    }

    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        match msg {
            Msg::Burst(text) => self.burst(&text),
            msg => self.take(msg),
        }
    }

    fn take(&mut self, msg: Msg) -> Vec<Effect> {
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
            self.desk.effects.retain(|effect| !matches!(effect, Effect::OpenEditor { .. }));
        }
        std::mem::take(&mut self.desk.effects)
    }

    fn follow(&mut self, msg: Msg) {
        match msg {
            Msg::Office(whole) => {
                self.desk.office.completed(*whole);
                self.desk.incomplete = false;
                for early in self.early.take().into_iter().flatten() {
                    self.refresh();
                    self.take_in(early);
                }
            }
            msg @ (Msg::Key(_) | Msg::Paste(_)) => self.take_in(msg),
            Msg::Resize(size) => {
                self.desk.size = size;
                self.screens.top_mut().resized();
                self.desk.effects.push(Effect::Redraw);
            }
            Msg::Loaded(id, dossier) => {
                self.loaded(id, dossier.map(|d| *d));
                self.go_on_waiting();
            }
            Msg::LoadFailed(id, why) => self.not_loaded(id, why),
            Msg::Asked { judged_on, change } => self.outside.push_back(outside::Asked { judged_on, change }),
            Msg::Committed(id) => {
                self.desk.settings.entries += 1;
                self.desk.office.committed(id);
                self.read_the_newest();
            }
            Msg::Backups(found) => self.desk.settings.backups = Some(found),
            Msg::CommitFailed(id, why) => self.not_committed(id, why),
            Msg::Edited(text) => {
                // As a paste in the place of what stood there: an editor ends its lines as it likes.
                if let (Some(text), Some(editor)) = (text, self.editor()) {
                    editor.clear();
                    self.paste(&text);
                }
            }
            Msg::Log { about, before, part } => {
                self.desk.take_log(about, before, part);
            }
            Msg::LogFailed(why) => {
                self.desk.log_failed();
                self.desk.tell(Tone::Alarm, why);
            }
            Msg::Known(person, day, known) => self.desk.known(person, day, known.map(|known| *known)),
            Msg::Copied => self.desk.tell(Tone::Good, Text::plain("notice-copied")),
            Msg::Trouble(text) => self.desk.tell(Tone::Alarm, text),
            Msg::Paused => self.screens.top_mut().rested(&mut self.desk),
            Msg::Ground(ground) => {
                self.desk.look.ground = Some(ground);
                self.desk.settings.ground_because = Some(Text::plain("doctor-by-answer"));
            }
            Msg::NewDay => self.desk.office.forget_judgements(),
            Msg::Hangup => self.desk.effects.push(Effect::Quit),
            // Answered by the guard.
            Msg::Idle | Msg::Unlocked(_) | Msg::Burst(_) => {}
        }
        self.carry_on();
        self.take_in_from_outside();
        self.refresh();
    }

    fn not_loaded(&mut self, id: PersonId, why: Text) {
        self.desk.office.loading.remove(&id);
        self.go_on_waiting();
        self.decline_about(id);
        self.desk.tell(Tone::Alarm, why);
    }

    /// Whoever was leaving is called back.
    fn not_committed(&mut self, id: ChangeId, why: Text) {
        self.desk.office.not_committed(id);
        self.left = false;
        self.desk.typed();
        self.desk.tell(Tone::Alarm, why);
    }

    /// A change is on the disk: it stands on top of the log, if that is open.
    fn read_the_newest(&mut self) {
        let log = self.screens.iter().find(|screen| screen.place() == Place::Log);
        let Some(about) = log.map(|screen| screen.person()) else { return };
        if self.desk.journal.is_about(about) && self.desk.journal.is_read() {
            self.desk.effects.push(Effect::LoadLog { about, before: u64::MAX });
        }
    }

    /// Whether the first key of all quits: who only looked at the first screen need not wait for everybody.
    fn quits_early(&self) -> bool {
        let quits = |press: &KeyPress| self.keymap.command(self.place(), self.in_text(), *press) == Some(Command::Quit);
        matches!(self.early.as_deref(), Some([Msg::Key(press)]) if quits(press))
            && self.screens.at_home()
            && self.overlays.is_empty()
            && self.desk.office.unsaved.is_empty()
    }

    // --- what is on top ------------------------------------------------------------------------------------------

    /// The top overlay or screen.
    pub fn on_top(&self) -> &dyn OnTop {
        match self.overlays.last() {
            Some(overlay) => &**overlay,
            None => &**self.screens.top(),
        }
    }

    /// The same, to be changed, with the desk that it may touch.
    fn top_and_desk(&mut self) -> (&mut dyn OnTop, &mut Desk) {
        let top: &mut dyn OnTop = match self.overlays.last_mut() {
            Some(overlay) => &mut **overlay,
            None => &mut **self.screens.top_mut(),
        };
        (top, &mut self.desk)
    }

    pub fn place(&self) -> Place {
        self.on_top().place()
    }

    pub fn in_text(&self) -> bool {
        self.on_top().in_text()
    }

    /// The text field that has the focus.
    fn editor(&mut self) -> Option<&mut crate::desk::editor::Editor> {
        if !self.in_text() {
            return None;
        }
        match self.overlays.last_mut() {
            Some(overlay) => overlay.editor(),
            None => self.screens.top_mut().editor(),
        }
    }

    // --- keys ----------------------------------------------------------------------------------------------------

    /// Somebody works here: the dossiers of the team are read while there is time, so that nothing ever seems to load.
    /// Not before: whoever only looks at the list and leaves shall not wake the whole store. After whom the key wants.
    fn preload(&mut self) {
        if !self.left && !std::mem::replace(&mut self.preloaded, true) {
            let roster = &self.desk.office.roster;
            let team: Vec<PersonId> = roster.team(Default::default()).map(|r| r.id).take(200).collect();
            for id in roster.profile.me.into_iter().chain(team) {
                self.desk.want(id);
            }
        }
    }

    fn key(&mut self, press: KeyPress) {
        let round = self.screens.top().round();
        self.answer(press);
        self.carry_on();
        if round.is_some() && round != self.screens.top().round() {
            self.desk.finish_round();
            self.carry_on();
        }
        self.preload();
    }

    fn answer(&mut self, press: KeyPress) {
        self.desk.notices.dismiss();
        let (place, in_text) = (self.place(), self.in_text());
        let command = self.keymap.command(place, in_text, press);
        // An earlier day takes no values; what lies over it may take keys.
        let past = self.as_of().is_some() && self.overlays.is_empty();
        let (top, desk) = self.top_and_desk();
        if in_text && command.is_none() {
            self.type_key(press);
        } else if past || !top.value_key(desk, press) {
            match command.map(|command| (command, self.possible(command))) {
                Some((command, Ok(()))) => self.run(command),
                Some((_, Err(why))) => self.desk.tell(Tone::Plain, why),
                None => {}
            }
        }
    }

    fn type_key(&mut self, press: KeyPress) {
        let (top, desk) = self.top_and_desk();
        if !top.text_key(desk, press) && top.editor().is_some_and(|editor| editor.key(press)) {
            self.typed_text();
        }
    }

    /// After text has changed.
    fn typed_text(&mut self) {
        let (top, desk) = self.top_and_desk();
        top.typed(desk);
        desk.typed();
    }

    fn paste(&mut self, text: &str) {
        let (top, desk) = self.top_and_desk();
        let lines = top.takes_lines();
        if !top.in_text() {
            top.begin_text(desk);
        }
        if let Some(editor) = self.editor() {
            editor.paste(text, lines);
            self.typed_text();
        }
    }

    // --- deriving ------------------------------------------------------------------------------------------------

    /// Derives what the screens show; after every message.
    fn refresh(&mut self) {
        self.desk.drafts_waiting = self.waiting();
        if self.screens.top().wants_list() && !self.desk.incomplete {
            let people = self.screens.bottom_mut().listed(&mut self.desk);
            self.screens.top_mut().take_list(people);
        }
        let top = self.screens.top_mut();
        self.desk.look_at(top.as_of());
        top.refresh(&mut self.desk);
        if let Some(overlay) = self.overlays.last_mut() {
            overlay.refresh(&mut self.desk);
        }
        // Beside a list the selected person's brief stands only where there is room.
        if (top.is_about_one() || self.preloaded || self.desk.size.columns >= WIDE)
            && let Some(id) = top.person()
        {
            self.desk.want(id);
        }
    }

    fn loaded(&mut self, id: PersonId, dossier: Option<Dossier>) {
        self.desk.office.loading.remove(&id);
        if let Some(dossier) = dossier {
            self.desk.office.loaded(dossier);
        }
    }

    /// What time it is; told before each update.
    pub fn clock(&mut self, now: jiff::Timestamp, today: jiff::civil::Date) {
        self.desk.office.now = now;
        if self.desk.office.today != today {
            self.desk.office.today = today;
            self.desk.office.forget_judgements();
        }
    }

    /// Something to know from before the first screen.
    pub fn announce(&mut self, tone: Tone, text: Text) {
        self.desk.tell(tone, text);
    }

    /// Whether a command makes sense now, or why not.
    pub fn possible(&self, command: Command) -> Result<(), Text> {
        availability::possible(self, command)
    }
}

//! `bina` without a command: the screens. Joins store, interface, drawing and shell; decides nothing itself.

use super::look::{self, LookReasons};
use super::{Context, Failure, Kind, backing, output, take_over};
use crate::app::App;
use crate::desk::effect::Effect;
use crate::desk::keymap::{Keymap, KeymapError, Lost};
use crate::desk::msg::{Msg, Size};
use crate::desk::notice::Tone;
use crate::desk::office::{Clock, Office};
use crate::desk::settings::Settings;
use crate::domain::language::clean;
use crate::i18n::{Text, Words};
use crate::runtime::store_words::note_text;
use crate::runtime::{self, DraftKeeper, IN_MEMORY, Options, Program, RuntimeError};
use crate::store::{Drafts, Note, Store, StoreError};
use jiff::Timestamp;
use jiff::civil::Date;
use ratatui::buffer::Buffer;
use std::collections::BTreeMap;
use std::time::Duration;

/// Opens the screens and stays in them until the user leaves.
pub fn run(mut ctx: Context, takes_over: bool) -> Result<(), Failure> {
    runtime::terminal::check().map_err(|error| terminal_failure(&error))?;
    let keymap = keymap(&ctx)?;
    let (look, reasons) = look::look(&ctx);
    let mut store = take_over::open(&mut ctx, takes_over)?;
    // The first screen stands before everybody is read.
    let roster = match store.first_rows() {
        Some(first) => first,
        None => store.roster()?,
    };
    let drafts = Drafts::of(&ctx.store_dir).with(&ctx.seal()?);
    // What is typed belongs to whoever has the store.
    let (kept, aside) = if ctx.read_only { (None, None) } else { drafts.load()? };
    let notes: Vec<Note> = store.notes().into_iter().chain(aside).collect();
    let actor = ctx.actor_of(&roster);
    let clock = Clock { today: ctx.today, now: ctx.now, zone: ctx.zone.clone() };
    let office = Office::new(roster, vec![], ctx.rules.clone(), actor, ctx.ids(), clock);
    let seal = ctx.seal()?;
    let settings = settings(&ctx, &reasons, store.as_mut())?;
    let options = Options {
        today: ctx.replayed_day(),
        zone: ctx.zone.clone(),
        color: !look.mono,
        ascii: look.ascii,
        // Text of an encrypted store lies nowhere but in memory.
        private_dir: if seal.is_on() { IN_MEMORY.into() } else { ctx.store_dir.clone() },
        hide_after: hide_after(&ctx),
        gate: ctx.gate()?,
        asks_ground: look::asked(&ctx, look),
        chore: backing::chore(&ctx)?,
        door: (!ctx.read_only).then(|| ctx.store_dir.clone()),
    };
    let lost = lost_keys(keymap.lost());
    let mut app = App::new(office, Words::new(ctx.lang), keymap, look, Size { columns: 80, rows: 24 });
    app.read_only = ctx.read_only;
    app.settings = settings;
    app.begin_incomplete();
    if let Some(text) = lost {
        app.announce(Tone::Plain, text);
    }
    for note in notes {
        app.announce(Tone::Plain, note_text(&note));
    }
    if let Some(kept) = &kept {
        app.restore(kept.clone());
    }
    let keeper = Keeper { drafts: (!ctx.read_only).then_some(drafts), kept };
    let mut screens = Screens { app, started: false };
    let outcome = runtime::run(&mut screens, store, keeper, options);
    // The process ends here. Giving back every string of twenty thousand people would keep the shell waiting.
    std::mem::forget(screens);
    let taken_over = outcome.map_err(|error| terminal_failure(&error))?;
    if let Some(terminal) = taken_over {
        let time = Timestamp::now().to_zoned(jiff::tz::TimeZone::system()).strftime("%H:%M").to_string();
        let terminal = clean::clean_line(&terminal);
        output::remark(&ctx.words.with("take-over-taken", &[("time", time.into()), ("terminal", terminal.into())]));
    }
    Ok(())
}

fn hide_after(ctx: &Context) -> Option<Duration> {
    let minutes = ctx.config.lock_minutes();
    (minutes > 0).then(|| Duration::from_secs(60 * u64::from(minutes)))
}

/// What holds here, for the page that says so.
fn settings(ctx: &Context, reasons: &LookReasons, store: &mut dyn Store) -> Result<Settings, Failure> {
    Ok(Settings {
        lang_because: Some(ctx.lang_because.text()),
        color_because: Some(reasons.color.text()),
        ground_because: reasons.ground.text(),
        signs_because: Some(reasons.signs.text()),
        config_file: ctx.config_file.display().to_string(),
        config_read: ctx.config_file.exists(),
        rules_file: ctx.config.rules_file.as_ref().map(|file| file.display().to_string()),
        store: ctx.store_dir.display().to_string(),
        encrypted: ctx.seal()?.is_on(),
        asks_passphrase: ctx.gate()?.is_some(),
        lock_minutes: ctx.config.lock_minutes(),
        entries: store.head()?.entry,
        backups: backing::facts(ctx)?,
    })
}

/// The table's keys with those of the configuration.
pub fn keymap(ctx: &Context) -> Result<Keymap, Failure> {
    let overrides: BTreeMap<String, Vec<String>> =
        ctx.config.keys.iter().map(|binding| (binding.command.clone(), binding.keys.clone())).collect();
    let known: Vec<&str> = crate::desk::command::COMMANDS.iter().map(|row| row.id).collect();
    ctx.config.check_commands(&ctx.config_file, &known)?;
    Keymap::with_overrides(&overrides).map_err(|error| Failure::new(Kind::Configuration, keymap_text(&error)))
}

/// A key of the user's own that another command had by the table.
/// Keys that the user's own bindings took from commands.
fn lost_keys(lost: &[Lost]) -> Option<Text> {
    match lost {
        [] => None,
        [first] => Some(lost_text(first)),
        several => Some(Text::with("keys-lost-several", [("count", several.len().into())])),
    }
}

pub fn lost_text(lost: &Lost) -> Text {
    let args =
        [("key", lost.key.to_string().into()), ("to", lost.to.spec().id.into()), ("from", lost.from.spec().id.into())];
    Text::with("keys-lost", args)
}

fn keymap_text(error: &KeymapError) -> Text {
    match error {
        KeymapError::UnknownCommand { id } => Text::with("keys-unknown-command", [("id", id.as_str().into())]),
        KeymapError::BadKey { id, key } => {
            Text::with("keys-bad-key", [("id", id.as_str().into()), ("key", key.as_str().into())])
        }
        KeymapError::Conflict { key, first, second, place } => Text::with(
            "keys-conflict",
            [
                ("key", key.as_str().into()),
                ("first", (*first).into()),
                ("second", (*second).into()),
                ("place", (*place).into()),
            ],
        ),
        KeymapError::Printable { id, key } => {
            Text::with("keys-printable", [("id", (*id).into()), ("key", key.as_str().into())])
        }
    }
}

pub fn terminal_failure(error: &RuntimeError) -> Failure {
    let kind = match error {
        // Without a terminal the commands serve, not the screens: it was asked in the wrong way.
        RuntimeError::NoInput | RuntimeError::NoOutput | RuntimeError::NoScreen => Kind::Usage,
        RuntimeError::System(_) => Kind::Refused,
        RuntimeError::Fault(_) => Kind::Fault,
    };
    Failure::new(kind, error.text())
}

/// Keeps drafts that are not on the disk yet; while only looking there are none.
struct Keeper {
    drafts: Option<Drafts>,
    kept: Option<serde_json::Value>,
}

impl DraftKeeper for Keeper {
    fn save(&mut self, drafts: &serde_json::Value) -> Result<(), StoreError> {
        if let Some(file) = self.drafts.as_ref().filter(|_| self.kept.as_ref() != Some(drafts)) {
            self.kept = None;
            file.save(drafts)?;
            self.kept = Some(drafts.clone());
        }
        Ok(())
    }
}

/// The interface with its drawing, as the shell runs it.
struct Screens {
    app: App,
    started: bool,
}

impl Program for Screens {
    fn clock(&mut self, now: Timestamp, today: Date) {
        self.app.clock(now, today);
    }

    fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let mut effects = self.app.update(msg);
        if !std::mem::replace(&mut self.started, true) {
            effects.extend(self.app.start());
        }
        effects
    }

    fn draw(&self, buffer: &mut Buffer) -> Option<(u16, u16)> {
        crate::app::frame::draw(&self.app, buffer)
    }

    fn drafts(&mut self) -> serde_json::Value {
        self.app.drafts()
    }
}

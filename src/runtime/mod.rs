//! The imperative shell around the pure interface: terminal, signals, clock, store thread, editor, clipboard. It knows
//! how things happen and nothing about what they mean.
//!
//! Reading order: [`Program`] (what it drives), `shell` (the loop), then the sources (`reader` and its pure [`input`],
//! `signals`, [`worker`], `clock`) and the sinks ([`terminal`], the pure [`painter`], `clipboard`, `outside_editor`). Beside
//! them: [`log`] (a file on request), [`memory`] (nobody looks into it), [`ground`] (what the terminal's
//! background is), [`link`] (how long an answer of the terminal takes)
//! and [`prompt`] (a secret is typed).

mod clipboard;
mod clock;
mod error;
mod event;
pub mod fault;
pub mod glyph;
pub mod ground;
mod guests;
mod idle;
pub mod input;
pub mod link;
pub mod log;
pub mod memory;
mod outside_editor;
pub mod painter;

pub mod pen;
pub mod prompt;
mod reader;
mod sequences;
mod shell;
mod signals;
pub mod store_words;
pub mod terminal;
pub mod worker;

pub use error::RuntimeError;
pub use outside_editor::IN_MEMORY;
pub use worker::DraftKeeper;

use crate::desk::effect::Effect;
use crate::desk::msg::Msg;
use crate::store::Store;
use crate::store::socket::door::{Door, Heard};
use ground::Remembered;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use painter::Palette;
use ratatui::buffer::Buffer;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::SyncSender;
use std::time::Duration;

/// A pure state machine that can be run in a terminal.
pub trait Program {
    /// What time it is; told before each update.
    fn clock(&mut self, now: Timestamp, today: Date);

    /// Something happened: changes the state and says what must be done. The first message is the size.
    fn update(&mut self, msg: Msg) -> Vec<Effect>;

    /// Paints everything and says where the real cursor stands, if anywhere.
    fn draw(&self, buffer: &mut Buffer) -> Option<(u16, u16)>;

    /// What is typed and not committed.
    fn drafts(&mut self) -> serde_json::Value;
}

/// What an encrypted store was opened with, asked again to show a hidden screen.
pub trait Gate: Send + Sync + 'static {
    /// Whether this is the passphrase. May take its time: it is asked on a thread of its own.
    fn opens(&self, passphrase: &str) -> bool;
}

/// Something to be done once, when nothing is asked of the store; what came of it is told to the program.
pub type Chore = Box<dyn FnOnce() -> Msg + Send>;

/// What the surroundings ask for.
pub struct Options {
    /// Another day than the real one; the time of day goes on within it.
    pub today: Option<Date>,
    pub zone: TimeZone,
    /// Colours may be written.
    pub color: bool,
    /// Only ASCII may be written.
    pub ascii: bool,
    /// Where a private folder for the editor's text is made if there is no `XDG_RUNTIME_DIR`.
    pub private_dir: PathBuf,
    /// The screen hides after so long without a key; `None` is never.
    pub hide_after: Option<Duration>,
    /// Shows a hidden screen again; `None` if the store is not encrypted, and any key does.
    pub gate: Option<Arc<dyn Gate>>,
    /// The terminal is asked once what its background is, and its answer is remembered here.
    pub asks_ground: Option<Remembered>,
    pub chore: Option<Chore>,
    /// The store's folder, where others may hand over changes; `None` if nothing is written here.
    pub door: Option<PathBuf>,
}

/// Runs a program in the terminal until it quits or the terminal is gone. What is typed is kept in both cases. Gives the
/// terminal in which the user goes on, if another process of the user took over.
///
/// # Errors
/// There is no terminal to run in, the system refuses threads, or the program has a fault.
pub fn run(
    program: &mut dyn Program,
    store: Box<dyn Store>,
    drafts: impl DraftKeeper,
    options: Options,
) -> Result<Option<String>, RuntimeError> {
    terminal::check()?;
    outside_editor::sweep(&options.private_dir);
    let palette = Palette { color: options.color, ascii: options.ascii };
    let clock = clock::Clock::new(options.zone, options.today);
    let (sender, events) = event::channel();
    let signals = signals::Listening::start(sender.clone())?;
    let worker = worker::Worker::start(store, drafts, options.chore, sender.clone())?;
    let door = options.door.as_deref().and_then(|dir| open_door(dir, sender.clone()));
    let fault = fault::Catch::set();
    let outcome = fault.caught(|| {
        if terminal::enter().is_err() {
            return Ok(None);
        }
        let reader = reader::Reader::start(sender.clone())?;
        let shell = shell::Shell::new(program, &worker, &events, reader, clock, palette, options.private_dir, sender);
        shell.hiding(options.hide_after, options.gate).asking(options.asks_ground).run(&signals.terminate)
    });
    terminal::leave();
    // After a fault the program may be in disorder; what it still knows is kept all the same.
    let drafts = fault.caught(|| Ok(program.drafts())).ok();
    drop(door);
    drop(events);
    worker.finish(drafts);
    outcome
}

/// Where there can be no socket, others are refused and told so; the screens need none.
fn open_door(dir: &Path, events: SyncSender<event::Event>) -> Option<Door> {
    let opened = Door::open(dir, move |heard| {
        // A loop that has ended drops it: nobody took it.
        let _ = events.send(match heard {
            Heard::Change(asked) => event::Event::Asked(asked),
            Heard::Leave(terminal) => event::Event::TakenOver(terminal),
        });
    });
    opened.inspect_err(|_| log::note(log::Event::Failed { doing: "listen", what: "store-unreached-no-socket" })).ok()
}

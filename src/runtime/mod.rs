//! The imperative shell around the pure interface: terminal, signals, clock, store thread, editor, clipboard. It knows
//! how things happen and nothing about what they mean.
//!
//! Reading order: [`Program`] (what it drives), `shell` (the loop), then the sources (`reader` and its pure [`input`],
//! `signals`, [`worker`], `clock`) and the sinks ([`terminal`], the pure [`painter`], `clipboard`, `outside_editor`). Beside
//! them: [`log`] (a file on request) and [`link`] (how long an answer of the terminal takes).

mod clipboard;
mod clock;
mod error;
mod event;
mod fault;
pub mod glyph;
pub mod input;
pub mod link;
pub mod log;
mod outside_editor;
pub mod painter;
pub mod pen;
mod reader;
mod sequences;
mod shell;
mod signals;
pub mod terminal;
pub mod worker;

pub use error::RuntimeError;
pub use worker::DraftKeeper;

use crate::app::effect::Effect;
use crate::app::msg::Msg;
use crate::store::Store;
use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use painter::Palette;
use ratatui::buffer::Buffer;
use std::path::PathBuf;

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

/// What the surroundings ask for.
#[derive(Clone, Debug)]
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
}

/// Runs a program in the terminal until it quits or the terminal is gone. What is typed is kept in both cases.
///
/// # Errors
/// There is no terminal to run in, the system refuses threads, or the program has a fault.
pub fn run(
    program: &mut dyn Program,
    store: Box<dyn Store>,
    drafts: impl DraftKeeper,
    options: Options,
) -> Result<(), RuntimeError> {
    terminal::check()?;
    outside_editor::sweep(&options.private_dir);
    let palette = Palette { color: options.color, ascii: options.ascii };
    let clock = clock::Clock::new(options.zone, options.today);
    let (sender, events) = event::channel();
    let signals = signals::Listening::start(sender.clone())?;
    let worker = worker::Worker::start(store, drafts, sender.clone())?;
    let fault = fault::Catch::set();
    let outcome = fault.caught(|| {
        if terminal::enter().is_err() {
            return Ok(());
        }
        let reader = reader::Reader::start(sender.clone())?;
        let mut shell = shell::Shell::new(program, &worker, &events, reader, clock, palette, options.private_dir, sender);
        shell.run(&signals.terminate)
    });
    terminal::leave();
    // After a fault the program may be in disorder; what it still knows is kept all the same.
    let drafts = fault.caught(|| Ok(program.drafts())).ok();
    drop(events);
    worker.finish(drafts);
    outcome
}

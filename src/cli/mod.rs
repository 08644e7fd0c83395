//! The command line: one file a command. Parses, opens what is needed, asks the domain, prints through
//! [`output`], and turns every [`Failure`] into words and an exit code. Decides nothing about records.
//!
//! Read [`args`] (what can be typed), [`context`] (what a command knows), [`failure`] (what can go wrong), then any
//! command.

pub mod args;
pub mod context;
pub mod failure;
pub mod find;
pub mod output;

mod addendum;
mod brief;
mod checkin;
mod completions;
pub mod demo;
mod doctor;
mod due;
mod export;
mod find_competency;
mod find_goal;
mod gaps;
mod goals;
mod help;
pub mod import;
mod init;
mod keys;
mod log;
mod logged;
mod look;
mod maintenance;
mod man;
mod note;
mod plan;
mod rate;
pub mod screens;
mod sheet;
mod standards;
mod status;
mod work;

#[cfg(test)]
mod double;

pub use crate::store::OpenMode;
pub use context::Context;
pub use failure::{Failure, Kind};
pub use output::Output;

use crate::i18n::Words;
use crate::runtime::log as log_file;
use crate::store::{self, Denial, Store, StoreError};
use args::{Cli, Command};
use clap::FromArgMatches;
use logged::Logged;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Runs one command line; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let words = Words::new(context::early_lang(&args));
    output::hush_panics();
    store::private_files();
    // The panic hook has said what happened; the code says whose fault it is.
    let outcome = catch_unwind(AssertUnwindSafe(|| parse_and_dispatch(&args, &words)));
    let code = match outcome {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => output::complain(&failure, &words),
        Err(_) => output::complain(&Failure::fault("failure-panic"), &words),
    };
    log_file::note(log_file::Event::End { code });
    code
}

fn parse_and_dispatch(args: &[OsString], words: &Words) -> Result<u8, Failure> {
    let matches = match help::command(words).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) if !error.use_stderr() => return output::program_text(&error.render().to_string()).map(|()| 0),
        Err(error) => return Err(failure::usage(&error)),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| failure::usage(&error))?;
    if let Some(file) = cli.global.log.as_ref().filter(|file| !file.as_os_str().is_empty()) {
        log_file::begin(file).map_err(|error| Failure::log(file, &error))?;
        log_file::note(log_file::Event::Start { command: matches.subcommand_name().unwrap_or("screens") });
    }
    dispatch(cli, words)
}

/// Runs one command; its exit code is 0 unless the command says otherwise of what it did.
fn dispatch(cli: Cli, words: &Words) -> Result<u8, Failure> {
    // These two speak of the program alone: a broken configuration must not stop them.
    match &cli.command {
        Some(Command::Completions { shell }) => return completions::run(*shell, words).map(|()| 0),
        Some(Command::Man) => return man::run(words).map(|()| 0),
        // A broken configuration is one of its findings.
        Some(Command::Doctor { link }) => return doctor::run(&cli.global, *link),
        _ => {}
    }
    let ctx = Context::new(&cli.global)?;
    let command = match cli.command {
        // The screens have the terminal for themselves.
        None => return screens::run(ctx).map(|()| 0),
        Some(Command::Demo(args)) => return demo::command(ctx, cli.global.store.is_some(), &args).map(|()| 0),
        Some(command) => command,
    };
    let mut out = Output::stdout(&ctx);
    let code = answer(&ctx, command, &mut out)?;
    out.finish()?;
    Ok(code)
}

fn answer(ctx: &Context, command: Command, out: &mut Output) -> Result<u8, Failure> {
    match command {
        // The only one that can succeed in part.
        Command::Import(args) => return import::command(ctx, &args, out),
        Command::Init(args) => init::run(ctx, args, out)?,
        Command::Note { line } => note::run(ctx, &line.join(" "), out)?,
        Command::Brief { name } => brief::run(ctx, &name.join(" "), out)?,
        Command::Sheet(args) => sheet::run(ctx, args, out)?,
        Command::Due => due::run(ctx, out)?,
        Command::Status { all } => status::run(ctx, all, out)?,
        Command::Goals(args) => goals::run(ctx, &args, out)?,
        Command::Checkin(args) => checkin::run(ctx, &args, out)?,
        Command::Rate(args) => rate::run(ctx, &args, out)?,
        Command::Gaps(args) => gaps::run(ctx, &args, out)?,
        Command::Standards { missing } => standards::run(ctx, missing, out)?,
        Command::Export { of, shared, year } => export::run(ctx, &of, shared, year, out)?,
        Command::Addendum(args) => addendum::run(ctx, args, out)?,
        Command::Plan { name, day } => plan::run(ctx, &name, &day, out)?,
        Command::Log { name, count } => log::run(ctx, name.as_deref(), count, out)?,
        Command::Keys => keys::run(ctx, out)?,
        Command::Verify => maintenance::verify(ctx, out)?,
        Command::Rebuild => maintenance::rebuild(ctx, out)?,
        Command::Backup { file } => maintenance::backup(ctx, &file, out)?,
        Command::Restore { file } => maintenance::restore(ctx, &file, out)?,
        Command::Completions { .. } | Command::Man | Command::Demo(_) | Command::Doctor { .. } => {}
    }
    Ok(0)
}

/// Opens the store: one that only is to be looked at must be there, one that is written is made.
pub fn open_store(ctx: &Context, mode: OpenMode) -> Result<Box<dyn Store>, Failure> {
    let dir = &ctx.store_dir;
    if mode == OpenMode::ReadWrite {
        if ctx.read_only {
            return Err(StoreError::ReadOnly.into());
        }
        return Ok(open_logged(dir, mode)?);
    }
    // An empty directory is no store either, and looking makes none.
    if !std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some()) {
        return Err(Failure::no_store(dir));
    }
    if ctx.read_only {
        return Ok(open_logged(dir, mode)?);
    }
    // The holder has an index and saved rows; who only looks reads the whole journal. So the first is tried first.
    match open_logged(dir, OpenMode::ReadWrite) {
        Err(StoreError::Busy { .. } | StoreError::Full) => Ok(open_logged(dir, mode)?),
        Err(StoreError::Denied { reason: Denial::ReadOnlyDisk | Denial::Rights, .. }) => Ok(open_logged(dir, mode)?),
        outcome => Ok(outcome?),
    }
}

fn open_logged(dir: &Path, mode: OpenMode) -> Result<Box<dyn Store>, StoreError> {
    Logged::open(|| store::open(dir, mode))
}

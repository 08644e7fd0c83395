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
mod completions;
pub mod demo;
mod due;
mod export;
mod help;
pub mod import;
mod init;
mod keys;
mod log;
mod maintenance;
mod man;
mod note;
mod plan;
pub mod screens;
mod sheet;
mod status;
mod work;

#[cfg(test)]
mod double;

pub use context::Context;
pub use failure::{Failure, Kind};
pub use output::Output;

use crate::i18n::Words;
pub use crate::store::OpenMode;
use crate::store::Store;
use args::{Cli, Command};
use clap::FromArgMatches;
use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Runs one command line; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let words = Words::new(context::early_lang(&args));
    // The panic hook has said what happened; the code says whose fault it is.
    let outcome = catch_unwind(AssertUnwindSafe(|| parse_and_dispatch(&args, &words)));
    match outcome {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => output::complain(&failure, &words),
        Err(_) => output::complain(&Failure::fault("failure-panic"), &words),
    }
}

fn parse_and_dispatch(args: &[OsString], words: &Words) -> Result<u8, Failure> {
    let matches = match help::command(words).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) if !error.use_stderr() => return output::program_text(&error.render().to_string()).map(|()| 0),
        Err(error) => return Err(failure::usage(&error)),
    };
    let cli = Cli::from_arg_matches(&matches).map_err(|error| failure::usage(&error))?;
    dispatch(cli, words)
}

/// Runs one command; its exit code is 0 unless the command says otherwise of what it did.
fn dispatch(cli: Cli, words: &Words) -> Result<u8, Failure> {
    // These two speak of the program alone: a broken configuration must not stop them.
    match &cli.command {
        Some(Command::Completions { shell }) => return completions::run(*shell, words).map(|()| 0),
        Some(Command::Man) => return man::run(words).map(|()| 0),
        _ => {}
    }
    let ctx = Context::new(&cli.global)?;
    let mut out = Output::stdout(&ctx);
    match cli.command {
        None => screens::run(ctx)?,
        Some(Command::Init(args)) => init::run(&ctx, args, &mut out)?,
        Some(Command::Note { line }) => note::run(&ctx, &line.join(" "), &mut out)?,
        Some(Command::Brief { name }) => brief::run(&ctx, &name.join(" "), &mut out)?,
        Some(Command::Sheet(args)) => sheet::run(&ctx, args, &mut out)?,
        Some(Command::Due) => due::run(&ctx, &mut out)?,
        Some(Command::Status { all }) => status::run(&ctx, all, &mut out)?,
        Some(Command::Export { shared }) => export::run(&ctx, shared, &mut out)?,
        Some(Command::Addendum(args)) => addendum::run(&ctx, args, &mut out)?,
        Some(Command::Plan { name, date }) => plan::run(&ctx, &name, &date, &mut out)?,
        Some(Command::Log { name, count }) => log::run(&ctx, name.as_deref(), count, &mut out)?,
        Some(Command::Import(args)) => {
            let code = work::import(&ctx, &args, &mut out)?;
            out.finish()?;
            return Ok(code);
        }
        Some(Command::Demo(args)) => work::demo(ctx, &args, cli.global.store.is_some())?,
        Some(Command::Keys) => keys::run(&ctx, &mut out)?,
        Some(Command::Verify) => maintenance::verify(&ctx, &mut out)?,
        Some(Command::Rebuild) => maintenance::rebuild(&ctx, &mut out)?,
        Some(Command::Backup { file }) => maintenance::backup(&ctx, &file, &mut out)?,
        Some(Command::Restore { file }) => maintenance::restore(&ctx, &file, &mut out)?,
        Some(Command::Completions { .. } | Command::Man) => {}
    }
    out.finish()?;
    Ok(0)
}

/// Opens the store. A store that only is to be read must be there; one that is written is made.
pub fn open_store(ctx: &Context, mode: OpenMode) -> Result<Box<dyn Store>, Failure> {
    if mode == OpenMode::ReadOnly && !ctx.store_dir.exists() {
        return Err(Failure::no_store(&ctx.store_dir));
    }
    Ok(crate::store::open(&ctx.store_dir, mode)?)
}

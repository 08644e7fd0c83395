//! The command line: one file a command. Parses, opens what is needed, asks the domain, prints through
//! [`output`], and turns every [`Failure`] into words and an exit code. Decides nothing about records.
//!
//! Read [`args`] (what can be typed), [`context`] (what a command knows), [`failure`] (what can go wrong), then any
//! command.

pub mod args;
pub mod context;
pub mod failure;
pub mod find;
pub mod help;
pub mod output;

mod addendum;
mod backing;
mod brief;
mod checkin;
mod completions;
mod credit;
mod deadline;
pub mod demo;
pub mod development;
mod doctor;
mod due;
mod encrypt;
mod evaluate;
mod evaluations;
mod export;
mod find_competency;
mod find_goal;
mod forget;
mod gaps;
mod given;
mod global;
mod goals;
mod guard;
pub mod import;
mod init;
mod keys;
mod log;
mod logged;
mod look;
mod maintenance;
mod man;
mod note;
mod pages;
mod paper;
mod plan;
mod rate;
mod retention;
pub mod screens;
mod sheet;
mod standards;
mod status;
mod take_over;
mod unlock;
mod work;
mod zone;

#[cfg(test)]
mod double;

pub use crate::store::OpenMode;
pub use context::Context;
pub use failure::{Failure, Kind};
pub use output::Output;

use crate::i18n::Words;
use crate::runtime::{fault, log as log_file};
use crate::store::{self, Holder, Seal, Store, StoreError};
use args::{Cli, Command};
use clap::{CommandFactory, FromArgMatches};
use logged::Logged;
use std::ffi::OsString;
use std::io::ErrorKind;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// Runs one command line; gives its exit code.
pub fn run(args: impl IntoIterator<Item = OsString>) -> u8 {
    let args: Vec<OsString> = args.into_iter().collect();
    let words = Words::new(context::early_lang(&args));
    fault::hush();
    store::private_files();
    let outcome = catch_unwind(AssertUnwindSafe(|| parse_and_dispatch(&args, &words)));
    output::mended(&logged::take_mended(), &words);
    let code = match outcome {
        Ok(Ok(code)) => code,
        Ok(Err(failure)) => output::complain(&failure.after(logged::has_changed()), &words),
        Err(_) => output::complain(&Failure::panic(&fault::place()), &words),
    };
    log_file::note(log_file::Event::End { code });
    code
}

fn parse_and_dispatch(args: &[OsString], words: &Words) -> Result<u8, Failure> {
    // Only help and complaints need words: whoever types what is understood does not wait for them.
    let understood = Cli::command().try_get_matches_from(args);
    let matches = match understood.or_else(|_| help::command(words).try_get_matches_from(args)) {
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
    // These speak of the program alone: a broken configuration must not stop them.
    match &cli.command {
        Some(Command::Completions { shell }) => return completions::run(*shell, words).map(|()| 0),
        Some(Command::Man) => return man::run(words).map(|()| 0),
        Some(Command::Help { topic }) => return pages::run(topic.as_deref(), cli.global.plain, words).map(|()| 0),
        // A broken configuration is one of its findings.
        Some(Command::Doctor { link }) => return doctor::run(&cli.global, *link),
        _ => {}
    }
    if cli.take_over && cli.command.is_some() {
        return Err(Failure::usage("usage-take-over", []));
    }
    let ctx = Context::new(&cli.global)?;
    if let Some(zone) = zone::misspelt() {
        output::remark(&ctx.words.with("zone-misspelt", &[("zone", zone.into())]));
    }
    let command = match cli.command {
        // The screens have the terminal for themselves.
        None => return screens::run(ctx, cli.take_over).map(|()| 0),
        Some(Command::Demo(args)) => return demo::command(ctx, cli.global.store.is_some(), &args).map(|()| 0),
        Some(command) => command,
    };
    let mut out = Output::stdout(&ctx);
    let code = answer(&ctx, command, &mut out)?;
    out.finish()?;
    Ok(code)
}

fn answer(ctx: &Context, mut command: Command, out: &mut Output) -> Result<u8, Failure> {
    let cares =
        matches!(command, Command::Rebuild | Command::Restore { .. } | Command::Encrypt(_) | Command::Passphrase { .. });
    if ctx.read_only && cares {
        return Err(StoreError::ReadOnly.into());
    }
    given::from_input(&mut command)?;
    match command {
        // The only one that can succeed in part.
        Command::Import(args) => return import::command(ctx, &args, out),
        Command::Init(args) => init::run(ctx, args, out)?,
        Command::Note { line } => note::run(ctx, &line.join(" "), out)?,
        Command::Brief { name, as_of } => brief::run(ctx, &name.join(" "), as_of.as_deref(), out)?,
        Command::Sheet(args) => sheet::run(ctx, args, out)?,
        Command::Paper(args) => paper::run(ctx, &args, out)?,
        Command::Due => due::run(ctx, out)?,
        Command::Status { all } => status::run(ctx, all, out)?,
        Command::Goals(args) => goals::run(ctx, &args, out)?,
        Command::Checkin(args) => checkin::run(ctx, &args, out)?,
        Command::Rate(args) => rate::run(ctx, &args, out)?,
        Command::Gaps(args) => gaps::run(ctx, &args, out)?,
        Command::Evaluate(args) => evaluate::run(ctx, &args, out)?,
        Command::Evaluations(args) => evaluations::run(ctx, &args, out)?,
        Command::Guard(args) => guard::run(ctx, &args, out)?,
        Command::Credit(args) => credit::run(ctx, &args, out)?,
        Command::Deadline(args) => deadline::run(ctx, &args, out)?,
        Command::Standards { missing } => standards::run(ctx, missing, out)?,
        Command::Needs(args) => development::needs::run(ctx, &args, out)?,
        Command::Develop(args) => development::develop::run(ctx, args, out)?,
        Command::Development(args) => development::show::run(ctx, &args, out)?,
        Command::Learned(args) => development::learned::run(ctx, args, out)?,
        Command::Effect(args) => development::effect::run(ctx, args, out)?,
        Command::Wish(args) => development::wish::run(ctx, args, out)?,
        Command::Mentor(args) => development::mentor::run(ctx, args, out)?,
        Command::Proposal(args) => development::proposal::run(ctx, &args, out)?,
        Command::Readiness(args) => development::readiness::run(ctx, &args, out)?,
        Command::Export(args) => export::run(ctx, &args, out)?,
        Command::Addendum(args) => addendum::run(ctx, args, out)?,
        Command::Plan { name, day } => plan::run(ctx, &name, &day, out)?,
        Command::Log(args) => log::run(ctx, &args, out)?,
        Command::Keys => keys::run(ctx, out)?,
        Command::Verify(args) => maintenance::verify(ctx, &args, out)?,
        Command::Rebuild => maintenance::rebuild(ctx, out)?,
        Command::Backup { file, to } => maintenance::backup(ctx, file.as_deref(), to.as_deref(), out)?,
        Command::Restore { file, replace, yes } => maintenance::restore(ctx, &file, (replace, yes), out)?,
        Command::Encrypt(args) => encrypt::command(ctx, &args, out)?,
        Command::Passphrase { recovery } => encrypt::passphrase(ctx, recovery, out)?,
        Command::Forget { name, yes } => forget::run(ctx, &name.join(" "), yes, out)?,
        Command::Retention { apply, yes } => retention::run(ctx, apply, yes, out)?,
        Command::Completions { .. } | Command::Man | Command::Help { .. } => {}
        Command::Demo(_) | Command::Doctor { .. } => {}
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
        return Ok(open_logged(dir, mode, &ctx.seal()?)?);
    }
    // An empty directory is no store either, and looking makes none.
    match std::fs::read_dir(dir).map(|mut entries| entries.next().is_some()) {
        Ok(true) => {}
        Err(error) if error.kind() != ErrorKind::NotFound => return Err(StoreError::from_io(dir, error).into()),
        _ => return Err(Failure::no_store(dir)),
    }
    let seal = &ctx.seal()?;
    if ctx.read_only {
        return Ok(open_logged(dir, mode, seal)?);
    }
    // What is at hand needs no lock; where it does not say enough, the holder's index and rows are quicker than the journal.
    Ok(Logged::open(|| store::look(dir, seal))?)
}

/// Opens the store to write, waiting only for whoever is soon done; or says who holds it.
pub fn open_at_once(ctx: &Context) -> Result<Result<Box<dyn Store>, Holder>, Failure> {
    let seal = ctx.seal()?;
    match Logged::open(|| Ok(Box::new(store::Disk::open_free(&ctx.store_dir, &seal)?))) {
        Err(StoreError::Busy { holder }) => Ok(Err(*holder)),
        opened => Ok(Ok(opened?)),
    }
}

/// Opens the store for one change: where somebody holds it who listens, the change is handed over.
pub fn open_to_change(ctx: &Context) -> Result<Box<dyn Store>, Failure> {
    if ctx.read_only {
        return Err(StoreError::ReadOnly.into());
    }
    let seal = ctx.seal()?;
    Ok(Logged::open(|| store::open_or_reach(&ctx.store_dir, &seal))?)
}

fn open_logged(dir: &Path, mode: OpenMode, seal: &Seal) -> Result<Box<dyn Store>, StoreError> {
    Logged::open(|| store::open(dir, mode, seal))
}

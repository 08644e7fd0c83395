//! `bina demo`: builds the sample office in a store of its own, once, and says where it is. Never touches a store
//! that is not a sample.

use super::{Context, Failure, Kind, OpenMode, Output, open_logged, output, screens};
use crate::demo as sample;
use crate::demo::Plan;
use crate::domain::{Change, ChangeKind, Dossier, Roster, Session, SharedText};
use crate::i18n::{Text, Words};
use crate::reports::sheet::sheet;
use crate::runtime;
use crate::store::{Seal, Store, StoreError};
use clap::Args;
use etcetera::base_strategy::{BaseStrategy, Xdg};
use jiff::civil::Date;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What kind of sample is wanted.
#[derive(Clone, Debug, Args)]
pub struct DemoArgs {
    #[arg(long, value_name = "N", default_value_t = 14, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub people: u32,
    #[arg(long, value_name = "Y", default_value_t = 2, value_parser = clap::value_parser!(u8).range(1..=20))]
    pub years: u8,
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// Builds it and stops, without the screens.
    #[arg(long)]
    pub build_only: bool,
    /// Throws the sample that is there away first.
    #[arg(long)]
    pub fresh: bool,
}

impl DemoArgs {
    pub fn plan(&self, today: Date) -> Plan {
        Plan { people: self.people as usize, years: self.years, seed: self.seed, today }
    }
}

/// Opens the store in a folder for writing, and makes it if there is none.
pub type Opener<'a> = dyn Fn(&Path) -> Result<Box<dyn Store>, StoreError> + 'a;
/// Makes what the employee receives, told who else is in the office.
pub type Sheets<'a> = dyn Fn(&Dossier, &Session, &Roster) -> SharedText + 'a;

#[derive(Debug, PartialEq, Eq)]
pub enum Prepared {
    Built,
    /// It was there; everything in it is dated around that day.
    Existing {
        since: Date,
    },
}

#[derive(Debug, thiserror::Error)]
pub enum DemoError {
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The folder holds something else: a store with real records, or no store at all.
    #[error("{} is no sample", .dir.display())]
    NotASample { dir: PathBuf },
}

impl DemoError {
    /// What to say if it is not the store's own error.
    pub fn text(&self) -> Option<Text> {
        match self {
            DemoError::Store(_) => None,
            DemoError::NotASample { dir } => {
                Some(Text::with("demo-not-a-sample", [("path", dir.display().to_string().into())]))
            }
        }
    }
}

/// Builds the sample or opens the one that is there, and goes on to the screens.
pub fn command(mut ctx: Context, elsewhere: bool, args: &DemoArgs) -> Result<(), Failure> {
    // Nothing in it is worth a copy.
    ctx.config.backups.days = 0;
    if !elsewhere {
        ctx.store_dir = default_dir().unwrap_or(ctx.store_dir);
    }
    if !args.build_only {
        // Said before the building, not after it.
        runtime::terminal::check().map_err(|error| screens::terminal_failure(&error))?;
    }
    let terminal = output::progress_terminal();
    let mut progress = ProgressLine::new(&ctx.words, terminal);
    let sheets = |dossier: &Dossier, session: &Session, roster: &Roster| sheet(dossier, session, roster, &ctx.words);
    let open = |dir: &Path| open_logged(dir, OpenMode::ReadWrite, &Seal::default());
    let outcome =
        prepare(&ctx.store_dir, (args, ctx.today), &open, &sheets, &mut |done, total| progress.update(done, total));
    progress.finish();
    let said = match outcome.map_err(failure)? {
        Prepared::Built => Text::with("demo-built", [("path", ctx.store_dir.display().to_string().into())]),
        Prepared::Existing { since } => Text::with("demo-existing", [("day", since.into())]),
    };
    if args.build_only {
        let mut out = Output::stdout(&ctx);
        out.line(&ctx.words.text(&said))?;
        return out.finish();
    }
    screens::run(ctx, false)
}

fn failure(error: DemoError) -> Failure {
    match (error.text(), error) {
        (None, DemoError::Store(error)) => error.into(),
        (text, error) => {
            let other = || Text::with("usage-other", [("reason", error.to_string().into())]);
            Failure::new(Kind::Refused, text.unwrap_or_else(other)).hint(Text::plain("demo-hint-elsewhere"))
        }
    }
}

/// Where the sample is kept unless `--store` says otherwise: beside the user's own store, never inside it.
pub fn default_dir() -> Option<PathBuf> {
    Some(Xdg::new().ok()?.data_dir().join("bina-demo"))
}

/// Sees to it that there is a sample in `dir`: opens the one that is there, or builds one.
pub fn prepare(
    dir: &Path,
    (args, today): (&DemoArgs, Date),
    open: &Opener<'_>,
    sheets: &Sheets<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<Prepared, DemoError> {
    let io = |path: &Path| {
        let path = path.to_owned();
        move |source| StoreError::Io { path, source }
    };
    let occupied = std::fs::read_dir(dir).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        let since = built_on(dir, open)?.ok_or_else(|| DemoError::NotASample { dir: dir.to_owned() })?;
        if !args.fresh {
            return Ok(Prepared::Existing { since });
        }
    }
    // Built aside and moved into place when complete: a build that was interrupted never passes for a sample.
    let name = dir.file_name().unwrap_or_default().to_string_lossy();
    let aside = dir.with_file_name(format!(".{name}.bina-demo-unfinished"));
    if aside.exists() {
        std::fs::remove_dir_all(&aside).map_err(io(&aside))?;
    }
    if let Some(parent) = dir.parent() {
        std::fs::create_dir_all(parent).map_err(io(parent))?;
    }
    let mut store = open(&aside)?;
    build(store.as_mut(), &args.plan(today), sheets, progress)?;
    drop(store);
    if dir.exists() {
        std::fs::remove_dir_all(dir).map_err(io(dir))?;
    }
    std::fs::rename(&aside, dir).map_err(io(dir))?;
    Ok(Prepared::Built)
}

/// Fills an empty store. `progress` hears after each person how many of all are done.
pub fn build(
    store: &mut dyn Store,
    plan: &Plan,
    sheets: &Sheets<'_>,
    progress: &mut dyn FnMut(usize, usize),
) -> Result<(), StoreError> {
    let office = sample::office(plan);
    let roster = office.roster();
    let sheet = |dossier: &Dossier, session: &Session| sheets(dossier, session, &roster);
    let (mut done, total) = (0, office.len());
    let changes = office.changes(&sheet).inspect(|_| {
        done += 1;
        progress(done, total);
    });
    commit_all(store, changes)
}

/// The one place where the sample goes into the store.
fn commit_all(store: &mut dyn Store, changes: impl Iterator<Item = Change>) -> Result<(), StoreError> {
    let mut changes = changes;
    store.commit_many(&mut changes).map(|_| ())
}

/// The day of the sample in `dir`; `None` if the first thing in there was not built as one.
fn built_on(dir: &Path, open: &Opener<'_>) -> Result<Option<Date>, StoreError> {
    let mut first = None;
    let outcome = open(dir)?.changes(&mut |change| {
        first = Some(change);
        // Only the first is wanted: any error ends the reading.
        Err(StoreError::ReadOnly)
    });
    match (first, outcome) {
        (None, Err(error)) => Err(error),
        (first, _) => Ok(first.filter(|c| c.kind == ChangeKind::SampleBuilt).map(|c| sample::built_on(&c))),
    }
}

/// A line on the terminal that says how far the building is; nothing if it is quick or nobody looks.
pub struct ProgressLine<'a> {
    words: &'a Words,
    /// The terminal; none when standard error is a file.
    out: Option<Box<dyn Write + 'a>>,
    begun: Instant,
    shown: Option<Instant>,
}

/// Quicker work needs no line.
const PATIENCE: Duration = Duration::from_millis(300);
const REFRESH: Duration = Duration::from_millis(100);
const BAR: usize = 24;

impl<'a> ProgressLine<'a> {
    pub fn new(words: &'a Words, out: Option<Box<dyn Write + 'a>>) -> Self {
        ProgressLine { words, out, begun: Instant::now(), shown: None }
    }

    pub fn update(&mut self, done: usize, total: usize) {
        let due = self.begun.elapsed() >= PATIENCE && self.shown.is_none_or(|at| at.elapsed() >= REFRESH);
        let Some(out) = self.out.as_mut().filter(|_| due) else { return };
        self.shown = Some(Instant::now());
        let text = line(self.words, done, total);
        // A terminal that has gone stops the line, not the building.
        if write!(out, "\r{text}\u{1b}[K").and_then(|()| out.flush()).is_err() {
            self.out = None;
        }
    }

    /// Leaves an empty line behind.
    pub fn finish(mut self) {
        if let Some(out) = self.out.as_mut().filter(|_| self.shown.is_some()) {
            let _ = write!(out, "\r\u{1b}[K").and_then(|()| out.flush());
        }
    }
}

fn line(words: &Words, done: usize, total: usize) -> String {
    let filled = (done * BAR).checked_div(total).unwrap_or(0).min(BAR);
    let percent = (done * 100).checked_div(total).unwrap_or(100);
    let bar = format!("{}{}", "#".repeat(filled), ".".repeat(BAR - filled));
    words.with("demo-progress", &[("bar", bar.into()), ("percent", percent.into()), ("done", done.into())])
}

#[cfg(test)]
mod tests;

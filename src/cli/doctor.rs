//! `bina doctor`: what was found here and what was decided from it, for whoever helps from afar. Says nothing of any
//! record: only counts. Fails only if something is broken.

mod disk;
mod page;

use super::context::LangReason;
use super::global::Global;
use super::look::{LookReasons, look};
use super::{Context, Failure, OpenMode, Output, open_logged, screens};
use crate::app::drafts::Drafts;
use crate::i18n::Text;
use crate::runtime::store_words::note_text;
use crate::runtime::{RuntimeError, link, terminal};
use crate::screens::stack::Screen;
use crate::store::{self, BackupFile, Holder, Keyring, Seal, StoreError};
use disk::Folder;
use rustix::stdio::{stdin, stdout};
use rustix::termios::isatty;
use serde::Serialize;
use std::path::PathBuf;
use std::time::Duration;

/// A clock that is so far behind the newest entry is wrong.
const CLOCK_SLACK: Duration = Duration::from_secs(300);

#[derive(Debug, Serialize)]
struct Checkup {
    version: &'static str,
    terminal: TerminalFound,
    /// What was decided from it.
    colors: bool,
    ascii: bool,
    plain: bool,
    look_because: LookReasons,
    lang: &'static str,
    lang_because: LangReason,
    config_file: PathBuf,
    config_read: bool,
    rules: String,
    /// Commands with keys of the user's own.
    own_keys: usize,
    store: StoreFound,
    now: String,
    zone: String,
    replayed: bool,
    #[serde(skip)]
    findings: Findings,
}

/// What to look after, worst first.
#[derive(Debug, Default)]
struct Findings {
    broken: Vec<Failure>,
    doubtful: Vec<Text>,
}

#[derive(Debug, Serialize)]
struct TerminalFound {
    term: Option<String>,
    colorterm: Option<String>,
    columns: Option<u16>,
    rows: Option<u16>,
    input: bool,
    output: bool,
    tmux: bool,
    screen: bool,
    ssh: bool,
    /// Milliseconds to the user's terminal and back, if that was asked for and answered.
    round_trip_ms: Option<f64>,
}

#[derive(Debug, Default, Serialize)]
struct StoreFound {
    path: PathBuf,
    exists: bool,
    folder: Option<Folder>,
    held_by: Option<Holder>,
    entries: Option<u64>,
    people: Option<usize>,
    drafts: usize,
    sync_ms: Option<f64>,
    encrypted: bool,
    /// The newest of bina's own backups.
    backup: Option<String>,
}

pub fn run(global: &Global, asks_link: bool) -> Result<u8, Failure> {
    let mut findings = Findings::default();
    let ctx = match Context::new(global) {
        Ok(ctx) => ctx,
        Err(failure) => {
            let ctx = Context::without_configuration(global)?;
            findings.broken.push(failure);
            ctx
        }
    };
    let mut out = Output::stdout(&ctx);
    let checkup = examine(&ctx, asks_link, findings)?;
    if ctx.json {
        page::json(&checkup, &ctx.words, &mut out)?;
    } else {
        page::print(&checkup, &ctx.words, asks_link, &mut out)?;
    }
    out.finish()?;
    Ok(checkup.findings.broken.first().map_or(0, |failure| failure.kind.exit_code()))
}

fn examine(ctx: &Context, asks_link: bool, mut findings: Findings) -> Result<Checkup, Failure> {
    let (look, look_because) = look(ctx);
    if let Err(failure) = screens::keymap(ctx) {
        findings.broken.push(failure);
    }
    let lost = super::screens::keymap(ctx).map(|keymap| keymap.lost().to_vec()).unwrap_or_default();
    findings.doubtful.extend(lost.iter().map(super::screens::lost_text));
    let terminal = terminal_found(asks_link, &mut findings)?;
    let store = store_found(ctx, &mut findings);
    if let Some(zone) = super::zone::misspelt() {
        findings.doubtful.push(Text::with("zone-misspelt", [("zone", zone.into())]));
    }
    let zoned = ctx.now.to_zoned(ctx.zone.clone());
    Ok(Checkup {
        version: env!("CARGO_PKG_VERSION"),
        terminal,
        colors: !look.mono,
        ascii: look.ascii,
        plain: look.plain,
        look_because,
        lang: ctx.lang.code(),
        lang_because: ctx.lang_because.clone(),
        config_file: ctx.config_file.clone(),
        config_read: ctx.config_file.exists(),
        rules: ctx.rules.name.clone(),
        own_keys: ctx.config.keys.len(),
        store,
        now: zoned.strftime("%Y-%m-%d %H:%M:%S %:z").to_string(),
        zone: ctx.zone.iana_name().unwrap_or_default().to_owned(),
        replayed: ctx.replayed,
        findings,
    })
}

fn terminal_found(asks_link: bool, findings: &mut Findings) -> Result<TerminalFound, Failure> {
    let variable = |name: &str| std::env::var(name).ok().filter(|value| !value.is_empty());
    // Of pipes the rows speak, and they are no fault.
    if let Err(error @ RuntimeError::NoScreen) = terminal::check() {
        findings.doubtful.push(error.text());
    }
    let mut round_trip = None;
    if asks_link {
        round_trip = link::round_trip().map_err(|error| screens::terminal_failure(&error))?;
        if round_trip.is_none() {
            findings.doubtful.push(Text::plain("doctor-link-silent"));
        }
    }
    let size = isatty(stdout()).then(terminal::size);
    Ok(TerminalFound {
        term: variable("TERM"),
        colorterm: variable("COLORTERM"),
        columns: size.map(|size| size.columns),
        rows: size.map(|size| size.rows),
        input: isatty(stdin()),
        output: isatty(stdout()),
        tmux: variable("TMUX").is_some(),
        screen: variable("STY").is_some(),
        ssh: ["SSH_CONNECTION", "SSH_TTY"].iter().any(|name| variable(name).is_some()),
        round_trip_ms: round_trip.map(milliseconds),
    })
}

fn store_found(ctx: &Context, findings: &mut Findings) -> StoreFound {
    let path = ctx.store_dir.clone();
    let exists = std::fs::read_dir(&path).is_ok_and(|mut entries| entries.next().is_some());
    let mut found = StoreFound { folder: Folder::look(&path), path, exists, ..StoreFound::default() };
    if let Some(kind) = found.folder.as_ref().filter(|f| f.behind_network).and_then(|f| f.file_system.clone()) {
        findings.doubtful.push(Text::with("doctor-network", [("kind", kind.into())]));
    }
    // A folder that can't be looked into is no missing one; an empty one is.
    if !exists && std::fs::read_dir(&found.path).is_ok() || found.folder.is_none() {
        return found;
    }
    match count(ctx, &mut found, findings) {
        // What lies there is not to be touched, or not ours.
        Err(failure) if failure.message.id == "store-denied" => {
            findings.broken.push(failure);
            return found;
        }
        Err(failure) => findings.broken.push(failure),
        Ok(()) if !ctx.read_only => match disk::sync_time(&found.path) {
            Ok(time) => found.sync_ms = Some(milliseconds(time)),
            Err(error) => findings.doubtful.push(Text::with("doctor-no-sync", [("reason", error.to_string().into())])),
        },
        Ok(()) => {}
    }
    found.drafts = drafts(ctx, findings);
    let made = ctx.backups().ok().and_then(|backups| backups.list().ok()).unwrap_or_default();
    let (ahead, by_now): (Vec<BackupFile>, Vec<BackupFile>) =
        made.into_iter().partition(|file| file.is_ahead(jiff::Timestamp::now()));
    if let Some(file) = ahead.first() {
        let path = file.path.display().to_string();
        findings.doubtful.push(Text::with("doctor-backup-ahead", [("path", path.into())]));
    }
    found.backup = by_now.first().map(|file| ctx.words.timestamp(file.made, &ctx.zone));
    found
}

/// Opens the store as other commands do: it is mended where it can be, and that is said.
fn count(ctx: &Context, found: &mut StoreFound, findings: &mut Findings) -> Result<(), Failure> {
    let first = if ctx.read_only { OpenMode::ReadOnly } else { OpenMode::ReadWrite };
    found.encrypted = Keyring::of(&ctx.store_dir)?.is_some();
    // Nobody is asked for a passphrase here.
    let seal = ctx.seal_unasked()?;
    if found.encrypted && !seal.is_on() {
        return Ok(());
    }
    let mut store = match open_logged(&ctx.store_dir, first, &seal) {
        Err(StoreError::Busy { holder }) => {
            found.held_by = Some(*holder);
            open_logged(&ctx.store_dir, OpenMode::ReadOnly, &seal)?
        }
        opened => opened?,
    };
    found.people = Some(store.roster()?.len());
    found.entries = Some(store.head()?.entry);
    let newest = store.recent(1)?.pop().map(|change| change.at);
    let behind = newest.map(|at| at.duration_since(ctx.now)).and_then(|ahead| Duration::try_from(ahead).ok());
    if behind.is_some_and(|behind| behind > CLOCK_SLACK) {
        findings.doubtful.push(Text::plain("doctor-clock"));
    }
    findings.doubtful.extend(store.notes().iter().map(note_text));
    Ok(())
}

/// How many things that were typed wait to be gone on with.
fn drafts(ctx: &Context, findings: &mut Findings) -> usize {
    let Ok(seal) = ctx.seal_unasked() else { return 0 };
    let kept = store::Drafts::of(&ctx.store_dir).with(&seal).peek();
    let Some(kept) = kept.ok().flatten() else {
        // Those of a store that was not opened are nobody's to judge.
        if kept_unread(ctx, &seal) {
            findings.doubtful.push(Text::plain("doctor-drafts"));
        }
        return 0;
    };
    let Ok(drafts) = serde_json::from_value::<Drafts>(kept) else {
        findings.doubtful.push(Text::plain("doctor-drafts"));
        return 0;
    };
    let place = drafts.place.as_ref();
    let left_open = place.is_some_and(|p| !p.overlays.is_empty() || !matches!(p.screens.top(), Screen::Team(_)));
    drafts.waiting() + drafts.unsaved.len() + usize::from(left_open)
}

/// There are drafts, and they can't be read although they should be.
fn kept_unread(ctx: &Context, seal: &Seal) -> bool {
    let locked = !seal.is_on() && Keyring::of(&ctx.store_dir).is_ok_and(|keyring| keyring.is_some());
    !locked && ctx.store_dir.join("drafts.json").exists()
}

fn milliseconds(time: Duration) -> f64 {
    // Two places are more than any of these is sure of.
    (time.as_secs_f64() * 100_000.0).round() / 100.0
}

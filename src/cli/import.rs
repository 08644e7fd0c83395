//! `bina import people FILE`, `bina import goals FILE`, `bina import standards FILE`, `bina import framework FILE`:
//! reads, proposes, and commits unless it is a dry run. Likewise the lists around evaluation and development.

mod competencies;
mod development;
mod ekinerja;
mod evaluation;
mod lists;

use super::tables::create;
use super::{Context, Failure, Kind, Output, open_to_change, output};
use crate::domain::competency::FrameworkError;
use crate::domain::language::clean;
use crate::domain::people::roster::Scope;
use crate::domain::records::intent::{self, World};
use crate::domain::{Actor, Change, Dossier, IdSource, PersonId, Refusal, Roster, RuleSet};
use crate::i18n::{Text, Words};
use crate::interchange::header::{Heading, field_named, field_names};
use crate::interchange::refused::Refused;
use crate::interchange::{Options, Setting, Unreadable, Workbook, goals, plan_people, read_workbook, refused, source};
use crate::store::{Memory, Store, StoreError};
use clap::{Args, ValueEnum};
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use thiserror::Error;

#[derive(Clone, Debug, Args)]
pub struct ImportArgs {
    /// What the file lists
    pub what: Listed,
    /// CSV or XLSX; `-` reads standard input
    pub file: PathBuf,
    /// What a column says: `--map "Nama Bapak/Ibu=name"`; the column by name, letter or number
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub map: Vec<String>,
    /// Report only; change nothing
    #[arg(long)]
    pub dry_run: bool,
    /// Write refused rows, with the reason, to a new CSV file
    #[arg(long, value_name = "FILE")]
    pub refused: Option<PathBuf>,
    /// The sheet of a workbook, by name or number
    #[arg(long, value_name = "NAME")]
    pub sheet: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Listed {
    People,
    Goals,
    Standards,
    Framework,
    Evaluations,
    Ekinerja,
    Holidays,
    Distribution,
    Learning,
    Plans,
    Proposals,
    Courses,
    Budget,
    Wishes,
    Mentoring,
}

/// Why nothing was imported.
#[derive(Debug, Error)]
pub enum ImportError {
    /// The file, or what was said about it, can't be used.
    #[error(transparent)]
    File(#[from] Unreadable),
    #[error("{0} is not COLUMN=FIELD")]
    Map(String),
    #[error("refused rows can't be written to {path}: {source}")]
    Refused { path: PathBuf, source: std::io::Error },
    /// The file makes no framework.
    #[error(transparent)]
    Framework(#[from] FrameworkError),
    #[error("refused: {0:?}")]
    Rule(Refusal),
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl ImportError {
    /// In the user's language; `None` where the layer below has its own words.
    pub fn text(&self) -> Option<Text> {
        match self {
            ImportError::File(unreadable) => Some(unreadable.text()),
            ImportError::Map(given) => Some(Text::with("import-map-form", [("given", given.as_str().into())])),
            ImportError::Refused { path, source } => {
                let path = crate::domain::language::clean::clean_line(&path.to_string_lossy());
                let id = if source.kind() == std::io::ErrorKind::AlreadyExists {
                    "import-refused-exists"
                } else {
                    "import-refused-unwritable"
                };
                Some(Text::with(id, [("path", path.into()), ("detail", source.to_string().into())]))
            }
            ImportError::Framework(error) => {
                let args =
                    [("detail", error.detail().into()), ("field", error.field().into()), ("line", error.line().into())];
                Some(Text::with(error.message_id(), args))
            }
            ImportError::Rule(refusal) => {
                Some(Text::with(refusal.message_id(), [("detail", refusal.detail().unwrap_or_default().into())]))
            }
            ImportError::Store(_) => None,
        }
    }

    /// Wrongly asked (exit code 2) rather than wrong in the file.
    pub fn is_usage(&self) -> bool {
        matches!(
            self,
            ImportError::Map(_)
                | ImportError::File(
                    Unreadable::NoSuchField { .. } | Unreadable::NoSuchColumn(_) | Unreadable::NoSuchSheet { .. }
                )
        )
    }
}

impl From<Refusal> for ImportError {
    fn from(refusal: Refusal) -> Self {
        ImportError::Rule(refusal)
    }
}

/// Imports into the user's store; the exit code is 1 if a row was refused.
pub fn command(ctx: &Context, args: &ImportArgs, out: &mut Output) -> Result<u8, Failure> {
    // A trial leaves nothing behind, no empty store either.
    let mut store: Box<dyn Store> = match args.dry_run && !ctx.store_dir.exists() {
        true => Box::new(Memory::new()),
        false => open_to_change(ctx)?,
    };
    let actor = ctx.actor_of(&store.roster()?);
    let mut terminal = output::progress_terminal();
    let mut say = |step: Option<Text>| {
        let step = step.map(|text| ctx.words.text(&text)).unwrap_or_default();
        if let Some(terminal) = &mut terminal {
            // A terminal that has gone stops no import.
            let _ = write!(terminal, "\r{step}\u{1b}[K").and_then(|()| terminal.flush());
        }
    };
    let desk = Desk {
        store: store.as_mut(),
        words: &ctx.words,
        today: ctx.today,
        now: ctx.now,
        actor: &actor,
        ids: &mut ctx.ids(),
        rules: &ctx.rules,
        program: None,
        step: &mut say,
    };
    let outcome = run(desk, args);
    say(None);
    let done = outcome.map_err(failure)?;
    if ctx.json {
        out.json(&done.json)?;
    } else {
        done.lines.iter().try_for_each(|line| out.line(line))?;
    }
    if !args.dry_run && !ctx.json && args.what == Listed::People {
        let next = if store.roster()?.me().is_some() { "import-next" } else { "import-next-init" };
        out.line(&ctx.words.say(next))?;
    }
    Ok(u8::from(done.refused))
}

fn failure(error: ImportError) -> Failure {
    let kind = if error.is_usage() { Kind::Usage } else { Kind::Refused };
    match (error.text(), error) {
        (Some(text), _) => Failure::new(kind, text),
        (None, ImportError::Store(error)) => error.into(),
        (None, other) => Failure::refused("usage-other", [("reason", other.to_string().into())]),
    }
}

/// Where and for whom an import runs.
pub struct Desk<'a> {
    pub store: &'a mut dyn Store,
    pub words: &'a Words,
    pub today: Date,
    pub now: Timestamp,
    pub actor: &'a Actor,
    pub ids: &'a mut IdSource,
    pub rules: &'a RuleSet,
    /// The program that reads XLSX in a child process; this one if not given.
    pub program: Option<&'a Path>,
    /// Hears what is being done, for whoever waits; `None` before the report.
    pub step: &'a mut dyn FnMut(Option<Text>),
}

/// The report of an import, for programs and for people, and whether a row was refused.
pub struct Done {
    pub json: serde_json::Value,
    pub lines: Vec<String>,
    pub refused: bool,
}

/// Imports and says what came of it.
pub fn run(desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    match args.what {
        Listed::People => people(desk, args),
        Listed::Goals => plans(desk, args),
        Listed::Standards => competencies::standards(desk, args),
        Listed::Framework => competencies::framework(desk, args),
        Listed::Evaluations => evaluation::evaluations(desk, args),
        Listed::Ekinerja => ekinerja::ekinerja(desk, args),
        Listed::Holidays => evaluation::holidays(desk, args),
        Listed::Distribution => evaluation::distribution(desk, args),
        Listed::Learning => development::learning(desk, args),
        Listed::Plans => development::plans(desk, args),
        Listed::Proposals => development::proposals(desk, args),
        Listed::Courses => development::courses(desk, args),
        Listed::Budget => development::budget(desk, args),
        Listed::Wishes => development::wishes(desk, args),
        Listed::Mentoring => development::mentoring(desk, args),
    }
}

fn people(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let workbook = workbook(&mut desk, args)?;
    let roster = desk.store.roster()?;
    let setting = Setting { roster: &roster, today: desk.today, now: desk.now, actor: desk.actor };
    let proposal = plan_people(&workbook, &setting, &options, desk.ids)?;
    let refused = Refused {
        workbook: &workbook,
        sheet: proposal.sheet,
        names: proposal.columns.names(),
        rows: &proposal.refused,
        findings: &proposal.report.findings,
    };
    let (json, mut lines) = (proposal.report.json(desk.words), proposal.report.lines(desk.words, args.dry_run));
    // A list that moves somebody does what a move does: the plan is split, and it is said.
    let mut change = proposal.change;
    if let Some(change) = change.as_mut().filter(|change| !intent::moved(change).is_empty()) {
        let dossiers = dossiers(&mut *desk.store, &roster, intent::moved(change).into_iter())?;
        let world = World {
            roster: &roster,
            dossiers: &dossiers,
            rules: desk.rules,
            today: desk.today,
            now: desk.now,
            actor: desk.actor,
        };
        match intent::split_moved(&world, desk.ids, change)? {
            0 => {}
            count => lines.push(desk.words.with("import-plans-split", &[("count", count.into())])),
        }
    }
    conclude(desk, args, Proposed { refused, change: change.as_ref(), json, lines })
}

fn plans(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let workbook = workbook(&mut desk, args)?;
    let roster = desk.store.roster()?;
    let list = goals::read(&workbook, &roster, desk.today, &options)?;
    let dossiers = dossiers(&mut *desk.store, &roster, list.people().into_iter())?;
    let file = args.file.file_name().map(|name| clean::clean_line(&name.to_string_lossy())).unwrap_or_default();
    let reason = desk.words.with("import-goal-reason", &[("file", file.into())]);
    let setting = goals::Setting {
        roster: &roster,
        dossiers: &dossiers,
        rules: desk.rules,
        today: desk.today,
        now: desk.now,
        actor: desk.actor,
        reason: &reason,
    };
    let proposal = goals::plan(list, &setting, desk.ids);
    let refused = Refused {
        workbook: &workbook,
        sheet: proposal.sheet,
        names: proposal.columns.names(),
        rows: &proposal.refused,
        findings: &proposal.report.findings,
    };
    let (json, lines) = (proposal.report.json(desk.words), proposal.report.lines(desk.words, args.dry_run));
    conclude(desk, args, Proposed { refused, change: proposal.change.as_ref(), json, lines })
}

/// What came of a file, of whatever kind its list is.
struct Proposed<'a> {
    refused: Refused<'a>,
    change: Option<&'a Change>,
    /// The report, for programs and for people.
    json: serde_json::Value,
    lines: Vec<String>,
}

/// Refused rows are written before the commit: if they can't be, nothing has happened yet.
fn conclude(desk: Desk<'_>, args: &ImportArgs, proposed: Proposed<'_>) -> Result<Done, ImportError> {
    let refused = proposed.refused;
    if let Some(path) = args.refused.as_deref().filter(|_| !refused.rows.is_empty()) {
        let written = refused::write(refused, desk.words).and_then(|bytes| create(path, &bytes));
        written.map_err(|source| ImportError::Refused { path: path.to_owned(), source })?;
    }
    if let Some(change) = proposed.change.filter(|_| !args.dry_run) {
        (desk.step)(Some(Text::with("import-saving", [("count", change.ops.len().into())])));
        desk.store.commit(change)?;
    }
    (desk.step)(None);
    Ok(Done { json: proposed.json, lines: proposed.lines, refused: !refused.rows.is_empty() })
}

/// Whose spellings of units count, beside those of the people of the file.
const TEAM: usize = 200;

fn dossiers(
    store: &mut dyn Store,
    roster: &Roster,
    people: impl Iterator<Item = PersonId>,
) -> Result<HashMap<PersonId, Dossier>, StoreError> {
    let mut out = HashMap::new();
    for person in people.chain(roster.team(Scope::Mine).take(TEAM).map(|row| row.id)) {
        if let Some(dossier) = if out.contains_key(&person) { None } else { store.dossier(person)? } {
            out.insert(person, dossier);
        }
    }
    Ok(out)
}

fn workbook(desk: &mut Desk<'_>, args: &ImportArgs) -> Result<Workbook, ImportError> {
    let program = reader(desk)?;
    (desk.step)(Some(Text::plain("import-reading")));
    let workbook = read_workbook(&args.file, &program)?;
    let rows: usize = workbook.sheets.iter().map(|sheet| sheet.rows.len()).sum();
    (desk.step)(Some(Text::with("import-checking", [("count", rows.into())])));
    Ok(workbook)
}

fn reader(desk: &Desk<'_>) -> Result<PathBuf, Unreadable> {
    desk.program.map_or_else(source::this_program, |program| Ok(program.to_owned()))
}

fn mapping<F: Heading>(given: &[String]) -> Result<Vec<(String, F)>, ImportError> {
    let pair = |text: &String| {
        let (column, field) = text.rsplit_once('=').ok_or_else(|| ImportError::Map(text.clone()))?;
        let no_field = || Unreadable::NoSuchField { field: field.trim().to_owned(), fields: field_names::<F>() };
        Ok((column.trim().to_owned(), field_named(field).ok_or_else(no_field)?))
    };
    given.iter().map(pair).collect()
}

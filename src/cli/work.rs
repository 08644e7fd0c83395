//! What commands do with an open store: read it, find somebody, carry out an intent.

use super::demo::{self, DemoArgs, DemoError, Prepared, ProgressLine};
use super::import::{self, ImportArgs, ImportError};
use super::{Context, Failure, Kind, OpenMode, Output, find, open_store};
use crate::domain::intent::{Intent, World, plan};
use crate::domain::{Change, Dossier, PersonId, Refusal, Roster, RosterRow, Session};
use crate::i18n::Text;
use crate::store::Store;
use std::collections::HashMap;
use std::io::IsTerminal;

/// An open store with its roster.
pub struct Desk {
    pub store: Box<dyn Store>,
    pub roster: Roster,
}

impl Desk {
    pub fn open(ctx: &Context, mode: OpenMode) -> Result<Desk, Failure> {
        Desk::on(open_store(ctx, mode)?)
    }

    pub fn on(mut store: Box<dyn Store>) -> Result<Desk, Failure> {
        let roster = store.roster()?;
        Ok(Desk { store, roster })
    }

    /// The one person that a name typed in the shell means.
    pub fn person(&self, typed: &str) -> Result<&RosterRow, Failure> {
        find::find(&self.roster, typed)
    }

    pub fn dossier(&mut self, person: PersonId) -> Result<Dossier, Failure> {
        Ok(self.store.dossier(person)?.ok_or(Refusal::NoSuchPerson)?)
    }

    /// Judges an intent and makes its change durable.
    pub fn carry_out(&mut self, ctx: &Context, about: Option<PersonId>, intent: Intent) -> Result<Change, Failure> {
        let mut dossiers = HashMap::new();
        if let Some(person) = about {
            dossiers.insert(person, self.dossier(person)?);
        }
        let actor = ctx.actor_of(&self.roster);
        let (roster, rules) = (&self.roster, &ctx.rules);
        let world = World { roster, dossiers: &dossiers, rules, today: ctx.today, now: ctx.now, actor: &actor };
        let change = plan(&world, &mut ctx.ids(), intent)?;
        self.store.commit(&change)?;
        self.roster = self.store.roster()?;
        Ok(change)
    }
}

/// `bina import people FILE`; its exit code is 1 if a row was refused.
pub fn import(ctx: &Context, args: &ImportArgs, out: &mut Output) -> Result<u8, Failure> {
    let mode = if args.dry_run && ctx.store_dir.exists() { OpenMode::ReadOnly } else { OpenMode::ReadWrite };
    let mut desk = Desk::open(ctx, mode)?;
    let actor = ctx.actor_of(&desk.roster);
    let mut ids = ctx.ids();
    let task = import::Desk {
        store: desk.store.as_mut(),
        words: &ctx.words,
        today: ctx.today,
        now: ctx.now,
        actor: &actor,
        ids: &mut ids,
        json: ctx.json,
        program: None,
    };
    let mut report = Vec::new();
    let code = import::run(task, args, &mut report).map_err(|error| match (error.text(), error) {
        (Some(text), error) if error.is_usage() => Failure::new(Kind::Usage, text),
        (Some(text), _) => Failure::new(Kind::Refused, text),
        (None, ImportError::Store(error)) => error.into(),
        (None, ImportError::Output(error)) => Failure::output(&error),
        (None, _) => Failure::fault("failure-panic"),
    })?;
    for line in String::from_utf8_lossy(&report).lines() {
        out.line(line)?;
    }
    Ok(code)
}

/// `bina demo`: the sample office, and then the screens.
pub fn demo(mut ctx: Context, args: &DemoArgs, named: bool) -> Result<(), Failure> {
    if !named {
        ctx.store_dir = demo::default_dir().unwrap_or_else(|| ctx.store_dir.join("demo"));
    }
    let terminal = std::io::stderr().is_terminal();
    let mut line = ProgressLine::new(&ctx.words, terminal.then(|| Box::new(std::io::stderr()) as Box<dyn std::io::Write>));
    let sheets = |dossier: &Dossier, session: &Session, roster: &Roster| {
        crate::reports::sheet::sheet(dossier, session, roster, &ctx.words)
    };
    let open = |dir: &std::path::Path| crate::store::open(dir, OpenMode::ReadWrite);
    let prepared =
        demo::prepare(&ctx.store_dir, (args, ctx.today), &open, &sheets, &mut |done, total| line.update(done, total));
    line.finish();
    let prepared = prepared.map_err(|error| match (error.text(), error) {
        (Some(text), _) => Failure::new(Kind::Refused, text).hint(Text::plain("demo-hint-elsewhere")),
        (None, DemoError::Store(error)) => error.into(),
        (None, DemoError::NotASample { .. }) => Failure::fault("failure-panic"),
    })?;
    if args.build_only {
        let path = ctx.store_dir.display().to_string();
        let text = match prepared {
            Prepared::Built => ctx.words.with("demo-built", &[("path", path.into())]),
            Prepared::Existing { since } => ctx.words.with("demo-existing", &[("day", since.into())]),
        };
        return Output::stdout(&ctx).line(&text);
    }
    super::screens::run(ctx)
}

//! `bina log [NAME]`: what was done, newest last.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::{Change, ChangeId};
use serde::Serialize;
use std::collections::VecDeque;

/// One change for machines.
#[derive(Serialize)]
struct LogRow {
    id: ChangeId,
    at: jiff::Timestamp,
    by: String,
    kind: &'static str,
    person: Option<String>,
}

pub fn run(ctx: &Context, name: Option<&str>, count: usize, out: &mut Output) -> Result<(), Failure> {
    answer(ctx, &mut Desk::open(ctx, OpenMode::ReadOnly)?, name, count, out)
}

fn answer(ctx: &Context, desk: &mut Desk, name: Option<&str>, count: usize, out: &mut Output) -> Result<(), Failure> {
    let about = name.map(|name| desk.person(name).map(|row| row.id)).transpose()?;
    let changes: Vec<Change> = match about {
        None => desk.store.recent(count)?,
        Some(person) => {
            let mut newest = VecDeque::new();
            desk.store.changes(&mut |change| {
                if change.about == Some(person) || change.people().contains(&person) {
                    newest.push_back(change);
                }
                if newest.len() > count {
                    newest.pop_front();
                }
                Ok(())
            })?;
            newest.into()
        }
    };
    if ctx.json {
        return out.json_list(changes.iter().map(|change| LogRow {
            id: change.id,
            at: change.at,
            by: change.by.name.clone(),
            kind: change.kind.id(),
            person: change.about.map(|id| id.to_string()),
        }));
    }
    for change in &changes {
        let day = change.at.to_zoned(ctx.zone.clone()).date();
        let (at, what) = (ctx.words.clock(change.at, &ctx.zone), ctx.words.say(&format!("change-{}", change.kind.id())));
        let whom = change.about.and_then(|id| desk.roster.row(id)).map(|row| format!(" · {}", row.name.full()));
        out.line(&format!("{day} {at}  {what}{} · {}", whom.unwrap_or_default(), change.by.name))?;
    }
    Ok(())
}

//! `bina log [NAME]`: what was done, newest last.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::clean::clean_line;
use crate::domain::{Change, ChangeId, CheckIn, Record};
use crate::reports::layout::cut;
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
        let said = said(ctx, change).map(|said| format!(" · {}", cut(&clean_line(&said), SAID))).unwrap_or_default();
        out.line(&format!("{day} {at}  {what}{}{said} · {}", whom.unwrap_or_default(), cut(&change.by.name, SAID)))?;
    }
    Ok(())
}

/// Columns that a log line has for what was written.
const SAID: usize = 48;

/// What a change wrote, where its first record says it in a word: a text, the day of a session.
fn said(ctx: &Context, change: &Change) -> Option<String> {
    let text = match change.ops.first()?.record() {
        Record::Feedback(feedback) => feedback.words.for_supervisor().text(),
        Record::Action(action) => action.text.for_supervisor().clone(),
        Record::Agenda(line) => line.text.for_supervisor().clone(),
        Record::Session(session) => ctx.words.short_day(session.on),
        Record::Skip(skip) => skip.reason.clone(),
        Record::WorkResult(result) => result.title.clone(),
        Record::CheckIn(check_in) => value(ctx, check_in),
        Record::Standard(standard) => standard.position.clone(),
        Record::Framework(edition) => edition.framework.version.clone(),
        Record::Rating(rating) => rating.reason.for_supervisor().clone(),
        Record::BehaviourRating(rating) => rating.note.for_supervisor().clone(),
        Record::LeaderExpectation(expectation) => expectation.text.get().clone(),
        Record::Profile(_) | Record::Unit(_) | Record::Person(_) => return None,
    };
    (!text.is_empty()).then_some(text)
}

fn value(ctx: &Context, check_in: &CheckIn) -> String {
    let value = check_in.value.map(|value| ctx.words.decimal(value)).unwrap_or_default();
    format!("{value} {}", check_in.note.get()).trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper, context};
    use crate::cli::note;
    use crate::i18n::Lang;
    use crate::reports::sample;

    #[test]
    fn a_line_says_when_what_about_whom_and_which_words() {
        let (roster, dossier) = sample::office();
        let (store, paper) = (Double::with(roster, vec![dossier]), Paper::default());
        let ctx = context(Lang::Id);
        note::answer(&ctx, &mut store.desk(), "sari + menata arsip", &mut Paper::default().output()).unwrap();
        answer(&ctx, &mut store.desk(), None, 20, &mut paper.output()).unwrap();
        assert!(paper.text().contains("Sari Dewi Lubis, S.E. · menata arsip · "), "{}", paper.text());
    }
}

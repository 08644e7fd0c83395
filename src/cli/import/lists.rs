//! What imports of lists share whose rows stand for themselves: opening the file, judging what the rows became, the report.

use super::{Desk, Done, ImportArgs, ImportError, Proposed, conclude, mapping, workbook};
use crate::domain::language::clean::clean_line;
use crate::domain::records::intent::{Intent, World, judge};
use crate::domain::{Change, Dossier, PersonId, Refusal, Roster};
use crate::interchange::development::taking::Taken;
use crate::interchange::header::Heading;
use crate::interchange::refused::Refused;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::List;
use crate::interchange::{Report, Workbook};
use std::collections::HashMap;

/// Rows that are new, that take the place of others, and that are there already.
#[derive(Clone, Copy, Debug, Default)]
pub struct Counted {
    pub added: usize,
    pub updated: usize,
    pub unchanged: usize,
}

impl From<&Taken> for Counted {
    fn from(taken: &Taken) -> Self {
        Counted { added: taken.added, updated: taken.updated, unchanged: taken.unchanged }
    }
}

/// The file, what is known of the office, and what the user said of columns.
pub fn opened<F: Heading>(desk: &mut Desk<'_>, args: &ImportArgs) -> Result<(Workbook, Roster, Options<F>), ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let workbook = workbook(desk, args)?;
    Ok((workbook, desk.store.roster()?, options))
}

/// The change, or none where everything is there already.
pub fn judged(
    desk: &mut Desk<'_>,
    roster: &Roster,
    dossiers: &HashMap<PersonId, Dossier>,
    intent: impl Into<Intent>,
) -> Result<Option<Change>, ImportError> {
    let world = World { roster, dossiers, rules: desk.rules, today: desk.today, now: desk.now, actor: desk.actor };
    match judge(&world, desk.ids, intent) {
        Ok(change) => Ok(Some(change)),
        Err(Refusal::NothingChanged) => Ok(None),
        Err(refusal) => Err(refusal.into()),
    }
}

/// As a record names the list that it came with.
pub fn file_name(args: &ImportArgs) -> String {
    args.file.file_name().map(|name| clean_line(&name.to_string_lossy())).unwrap_or_default()
}

/// Of one sheet.
pub fn finish<F: Heading, T>(
    desk: Desk<'_>,
    args: &ImportArgs,
    workbook: &Workbook,
    mut list: List<F, T>,
    change: Option<Change>,
    counted: impl Into<Counted>,
) -> Result<Done, ImportError> {
    list.sort();
    let report = report(counted.into(), &list.columns.unread(), list.refused.len(), list.findings);
    let names = list.columns.names();
    let refused = Refused { workbook, sheet: list.sheet, names, rows: &list.refused, findings: &report.findings };
    said(desk, args, &report, refused, change)
}

/// What is said of the whole.
pub fn report(counted: Counted, unread: &[String], refused: usize, findings: Vec<crate::interchange::Finding>) -> Report {
    let Counted { added, updated, unchanged } = counted;
    Report { added, updated, unchanged, refused, findings, unread: unread.to_vec(), ..Report::default() }
}

pub fn said(
    desk: Desk<'_>,
    args: &ImportArgs,
    report: &Report,
    refused: Refused<'_>,
    change: Option<Change>,
) -> Result<Done, ImportError> {
    let (json, lines) = (report.json(desk.words), report.lines(desk.words, args.dry_run));
    conclude(desk, args, Proposed { refused, change: change.as_ref(), json, lines })
}

//! `bina import learning|plans|proposals|courses|budget|wishes|mentoring FILE`.

use super::lists::{Counted, file_name, finish, judged, opened, report, said};
use super::{Desk, Done, ImportArgs, ImportError};
use crate::domain::records::intent::TakeDevelopment;
use crate::domain::{Dossier, IdSource, PersonId, Roster};
use crate::interchange::Workbook;
use crate::interchange::development::taking::{Setting, Taken};
use crate::interchange::development::{budget, courses, learning, mentoring, plans, proposals, wishes};
use crate::interchange::header::Heading;
use crate::interchange::refused::Refused;
use crate::interchange::sheet::line::List;
use std::collections::HashMap;

pub fn courses(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = courses::read(&workbook, &roster.catalogue, &desk.rules.development, &options)?;
    rows(desk, args, &workbook, &roster, list, |_| None, courses::take)
}

pub fn budget(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = budget::read(&workbook, &roster, &options)?;
    rows(desk, args, &workbook, &roster, list, |_| None, budget::take)
}

pub fn proposals(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = proposals::read(&workbook, &roster, &desk.rules.development, &options)?;
    rows(desk, args, &workbook, &roster, list, |row| row.person, proposals::take)
}

pub fn plans(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = plans::read(&workbook, &roster, &desk.rules.development, &options)?;
    rows(desk, args, &workbook, &roster, list, |row| Some(row.person), plans::take)
}

pub fn wishes(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = wishes::read(&workbook, &roster, &options)?;
    rows(desk, args, &workbook, &roster, list, |row| Some(row.person), wishes::take)
}

pub fn mentoring(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let list = mentoring::read(&workbook, &roster, &options)?;
    rows(desk, args, &workbook, &roster, list, |row| Some(row.mentee), mentoring::take)
}

/// One sheet, whose rows are about nobody or one person each.
fn rows<F: Heading, T>(
    mut desk: Desk<'_>,
    args: &ImportArgs,
    workbook: &Workbook,
    roster: &Roster,
    mut list: List<F, T>,
    about: impl Fn(&T) -> Option<PersonId>,
    take: impl FnOnce(&mut List<F, T>, &Setting<'_>, &mut IdSource) -> Taken,
) -> Result<Done, ImportError> {
    let people: Vec<PersonId> = list.taken.iter().filter_map(about).collect();
    let dossiers = super::dossiers(&mut *desk.store, roster, people.into_iter())?;
    let reason = reason(&desk, args);
    let taken = take(&mut list, &setting(&desk, roster, &dossiers, &reason), desk.ids);
    let counted = Counted::from(&taken);
    let change = judged(&mut desk, roster, &dossiers, TakeDevelopment { records: taken.records })?;
    finish(desk, args, workbook, list, change, counted)
}

/// Every sheet that holds such a list.
pub fn learning(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let mut lists = learning::read(&workbook, &roster, &desk.rules.development, &options)?;
    let people: Vec<PersonId> = lists.iter().flat_map(|list| &list.taken).map(|row| row.person).collect();
    let dossiers = super::dossiers(&mut *desk.store, &roster, people.into_iter())?;
    let reason = reason(&desk, args);
    let taken = learning::take(&mut lists, &setting(&desk, &roster, &dossiers, &reason), desk.ids);
    let counted = Counted::from(&taken);
    let change = judged(&mut desk, &roster, &dossiers, TakeDevelopment { records: taken.records })?;
    match lists.len() {
        1 => finish(desk, args, &workbook, lists.remove(0), change, counted),
        _ => {
            for list in &mut lists {
                let sheet = &workbook.sheets[list.sheet].name;
                list.findings.iter_mut().filter(|f| f.sheet.is_empty()).for_each(|f| f.sheet.clone_from(sheet));
                list.sort();
            }
            let refused = learning::refused_together(&workbook, &lists, &desk.rules.development);
            let findings = lists.iter_mut().flat_map(|list| std::mem::take(&mut list.findings)).collect();
            let report = report(counted, &[], refused.rows.len(), findings);
            let names = &learning::HEADER.map(str::to_owned);
            let findings = &refused.findings;
            let refused = Refused { workbook: &refused.workbook, sheet: 0, names, rows: &refused.rows, findings };
            said(desk, args, &report, refused, change)
        }
    }
}

fn setting<'s, 'd: 's>(
    desk: &Desk<'d>,
    roster: &'s Roster,
    dossiers: &'s HashMap<PersonId, Dossier>,
    reason: &'s str,
) -> Setting<'s> {
    Setting { roster, dossiers, rules: desk.rules, today: desk.today, now: desk.now, actor: desk.actor, reason }
}

fn reason(desk: &Desk<'_>, args: &ImportArgs) -> String {
    desk.words.with("import-plan-dropped", &[("file", file_name(args).into())])
}

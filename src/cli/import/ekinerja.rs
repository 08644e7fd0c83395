//! `bina import ekinerja FILE`: the report of plans, or that of judgements; which one it is its head says.

use super::evaluation::{Judged, take_evaluations, warn_of_matrix};
use super::lists::{Counted, finish, judged};
use super::{Desk, Done, ImportArgs, ImportError, dossiers, mapping, workbook};
use crate::domain::evaluation::{Assessor, Judgement, Origin, Skp};
use crate::domain::period::EvaluationPeriod;
use crate::domain::records::intent::{ListedEvaluation, TakeSkps};
use crate::domain::{Capacity, Dossier, PersonId, Roster, SkpId};
use crate::i18n::{Arg, Text};
use crate::interchange::Workbook;
use crate::interchange::evaluation::ekinerja::judgements::Field;
use crate::interchange::evaluation::ekinerja::{self, JudgementRow, Judgements, judged_days};
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::List;
use jiff::civil::Date;
use std::collections::HashMap;

pub fn ekinerja(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let workbook = workbook(&mut desk, args)?;
    let roster = desk.store.roster()?;
    match ekinerja::is_of_plans(&workbook) {
        true => plans(desk, args, &workbook, &roster),
        false => judgements(desk, args, &workbook, &roster),
    }
}

fn plans(mut desk: Desk<'_>, args: &ImportArgs, workbook: &Workbook, roster: &Roster) -> Result<Done, ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let mut list = ekinerja::read_plans(workbook, roster, &options)?;
    let taken = std::mem::take(&mut list.taken);
    let dossiers = dossiers(&mut *desk.store, roster, taken.iter().map(|row| row.person))?;
    let (mut counted, mut rows) = (Counted::default(), Vec::new());
    for row in taken {
        let mut next = row.record(desk.actor, desk.now);
        let was = dossiers.get(&next.person).and_then(|dossier| dossier.skp(next.id));
        if let Some(was) = was {
            (next.by, next.written) = (was.by.clone(), was.written);
        }
        match was {
            None => counted.added += 1,
            Some(was) if *was == next => counted.unchanged += 1,
            Some(_) => counted.updated += 1,
        }
        rows.push(next);
    }
    let change = judged(&mut desk, roster, &dossiers, TakeSkps { rows })?;
    finish(desk, args, workbook, list, change, counted)
}

fn judgements(desk: Desk<'_>, args: &ImportArgs, workbook: &Workbook, roster: &Roster) -> Result<Done, ImportError> {
    let options = Options { map: mapping(&args.map)?, sheet: args.sheet.clone() };
    let Judgements { mut list, period, on } = ekinerja::read_judgements(workbook, roster, &options)?;
    let taken = std::mem::take(&mut list.taken);
    let people: Vec<PersonId> = taken.iter().flat_map(|row| row.people.iter().copied()).collect();
    let dossiers = dossiers(&mut *desk.store, roster, people.into_iter())?;
    let report = Report { file: super::lists::file_name(args), period, on: on.unwrap_or(desk.today).min(desk.today) };
    let mut rows = Vec::new();
    for row in taken {
        let Some(plan) = plan(&mut list, &row, &dossiers).cloned() else { continue };
        if row.ratings.is_none() && row.predicate.is_none() {
            continue;
        }
        if let Some(said) = row.predicate {
            let place = Judged { row: row.row, field: Field::Final };
            warn_of_matrix(&mut list, place, row.ratings, said, desk.rules);
        }
        rows.extend(report.listed(&mut list, row, &plan, desk.today).map(|listed| (listed, Field::Number)));
    }
    take_evaluations(desk, args, workbook, roster, &dossiers, list, rows)
}

/// The plan that a row is about: of the person whom its number names, or of whoever has both the name and the plan.
fn plan<'d>(
    list: &mut List<Field, JudgementRow>,
    row: &JudgementRow,
    dossiers: &'d HashMap<PersonId, Dossier>,
) -> Option<&'d Skp> {
    let of = |person: &PersonId| dossiers.get(person).and_then(|dossier| dossier.skp(SkpId::of(&row.number)));
    let found = row.people.iter().find_map(of);
    match (found, row.by_plan) {
        (Some(_), false) => {}
        (Some(skp), true) => {
            let name = dossiers.get(&skp.person).map(|dossier| dossier.person.name.full()).unwrap_or_default();
            list.warn(row.row, Field::Nip, &row.nip, Text::with("import-found-by-skp", [("name", name.into())]));
        }
        (None, false) => list.refuse(row.row, Field::Number, &row.number, Text::plain("import-skp-unknown")),
        (None, true) => list.refuse(row.row, Field::Nip, &row.nip, Text::plain("import-skp-lost")),
    }
    if found.is_some_and(|skp| skp.acting_post) {
        list.warn(row.row, Field::Number, &row.number, Text::plain("import-skp-acting-kept"));
    }
    found
}

/// What the titles of the report say.
struct Report {
    file: String,
    period: Option<EvaluationPeriod>,
    on: Date,
}

impl Report {
    fn listed(
        &self,
        list: &mut List<Field, JudgementRow>,
        row: JudgementRow,
        skp: &Skp,
        today: Date,
    ) -> Option<ListedEvaluation> {
        let Some(of_report) = self.period else {
            list.refuse(row.row, Field::Number, &row.number, Text::plain("import-report-without-period"));
            return None;
        };
        let judged = judged_days(skp.span, of_report).filter(|(period, _)| period.first() <= today);
        let Some((period, span)) = judged else {
            list.refuse(row.row, Field::Number, &row.number, Text::plain("refusal-period-in-future"));
            return None;
        };
        if period != of_report {
            let args = [("from", Arg::Day(span.from)), ("until", Arg::Day(span.until))];
            list.warn(row.row, Field::Number, &row.number, Text::with("import-skp-beside-period", args));
        }
        if row.assessor_person == Some(skp.person) {
            list.refuse(row.row, Field::Assessor, &row.assessor, Text::plain("refusal-own-evaluation"));
            return None;
        }
        let judgement = match (row.ratings, row.predicate) {
            (Some((results, behaviour)), _) => Judgement::Rated { results, behaviour },
            (None, Some(predicate)) => Judgement::PredicateOnly { predicate },
            (None, None) => return None,
        };
        Some(ListedEvaluation {
            person: skp.person,
            period,
            span,
            assessor: Assessor { name: row.assessor, person: row.assessor_person, capacity: Capacity::Definitive },
            acting_post: skp.acting_post,
            judgement,
            on: self.on,
            notes: String::new(),
            origin: Origin::Imported { file: self.file.clone(), row: row.row, said: row.predicate },
        })
    }
}

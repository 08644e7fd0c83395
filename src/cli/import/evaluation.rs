//! `bina import holidays FILE`, `bina import distribution FILE` and `bina import evaluations FILE`; what every list of
//! evaluations goes through.

use super::lists::{Counted, file_name, finish, judged, opened};
use super::{Desk, Done, ImportArgs, ImportError};
use crate::domain::calendar::{Holiday, HolidayYear};
use crate::domain::competency::ExpectationRating;
use crate::domain::evaluation::guard::{Guard, Population};
use crate::domain::evaluation::{Assessor, Judgement, NotAssessed, Origin, Predicate};
use crate::domain::language::clean::{clean_line, fold};
use crate::domain::records::intent::{self, ListedEvaluation, SetUnitResult};
use crate::domain::{Capacity, Dossier, Evaluation, PersonId, PersonName, Roster, RuleSet};
use crate::i18n::Text;
use crate::interchange::evaluation::evaluations::{self, EvaluationRow};
use crate::interchange::evaluation::{distribution, holidays};
use crate::interchange::header::Heading;
use crate::interchange::sheet::line::List;
use crate::interchange::sheet::vocabulary;
use crate::interchange::{Finding, Severity, Workbook};
use std::collections::{BTreeMap, HashMap};

/// A list takes the place of the one of its year as a whole: with a refused row it would lack a day, and nothing is taken.
pub fn holidays(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let mut list = holidays::read(&workbook, &options)?;
    let lists = years(&list.taken);
    let mut counted = Counted::default();
    if !list.refused.is_empty() {
        list.findings.push(Finding::of_sheet("", Text::plain("import-holidays-whole")));
        return finish(desk, args, &workbook, list, None, counted);
    }
    for year in &lists {
        if !year.has_joint_leave() {
            let text = Text::with("import-holidays-no-joint-leave", [("year", year.year.to_string().into())]);
            list.findings.push(Finding { severity: Severity::Warning, ..Finding::of_sheet("", text) });
        }
        match roster.catalogue.office.holidays(year.year) {
            None => counted.added += year.days.len(),
            Some(known) if known.list == *year => counted.unchanged += year.days.len(),
            Some(_) => counted.updated += year.days.len(),
        }
    }
    let change = judged(&mut desk, &roster, &HashMap::new(), intent::SetHolidays { lists })?;
    finish(desk, args, &workbook, list, change, counted)
}

/// The rows by years; all that is named as the decree of a year stands as its source.
fn years(rows: &[holidays::HolidayRow]) -> Vec<HolidayYear> {
    let mut of: BTreeMap<i16, (Vec<Holiday>, Vec<&str>)> = BTreeMap::new();
    for row in rows {
        let (days, sources) = of.entry(row.on.year()).or_default();
        days.push(Holiday { on: row.on, kind: row.kind, name: row.name.clone() });
        if !row.source.is_empty() && !sources.contains(&row.source.as_str()) {
            sources.push(&row.source);
        }
    }
    of.into_iter().map(|(year, (days, sources))| HolidayYear::new(year, days, sources.join("; "))).collect()
}

pub fn distribution(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    use distribution::Field;
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let mut list = distribution::read(&workbook, &roster, &options)?;
    let source = file_name(args);
    let mut counted = Counted::default();
    let mut rows = Vec::new();
    for row in std::mem::take(&mut list.taken) {
        if let (Some(counts), Some(_)) = (row.counts, row.organisation) {
            let population = Population { counts, ..Population::default() };
            if Guard::of(population, row.organisation, desk.rules).feasible() == Some(false) {
                let text = Text::with("import-pattern-impossible", [("count", i64::from(population.n()).into())]);
                list.warn(row.row, Field::Sum, &population.n().to_string(), text);
            }
        }
        let known = roster
            .catalogue
            .office
            .unit_results()
            .find(|known| known.period == row.period && fold(&known.unit) == fold(&row.unit_name));
        let wanted = SetUnitResult {
            unit: row.unit_name,
            period: row.period,
            result: row.organisation,
            set_by: known.map(|known| known.set_by.clone()).unwrap_or_default(),
            set_on: known.and_then(|known| known.set_on),
            others: row.counts,
            source: source.clone(),
            note: row.note,
        };
        let said = |known: &&crate::domain::UnitResult| {
            (known.result, known.others, known.note.as_str()) == (wanted.result, wanted.others, wanted.note.as_str())
        };
        match known {
            None => counted.added += 1,
            // The same, from whatever file.
            Some(known) if said(&known) => {
                counted.unchanged += 1;
                continue;
            }
            Some(_) => counted.updated += 1,
        }
        rows.push(wanted);
    }
    let change = judged(&mut desk, &roster, &HashMap::new(), intent::TakeUnitResults { rows })?;
    finish(desk, args, &workbook, list, change, counted)
}

pub fn evaluations(mut desk: Desk<'_>, args: &ImportArgs) -> Result<Done, ImportError> {
    use evaluations::Field;
    let (workbook, roster, options) = opened(&mut desk, args)?;
    let mut list = evaluations::read(&workbook, &roster, &options)?;
    let taken = std::mem::take(&mut list.taken);
    let dossiers = super::dossiers(&mut *desk.store, &roster, taken.iter().map(|row| row.person))?;
    let source = file_name(args);
    let mut rows = Vec::new();
    for row in taken {
        match listed(&row, &source, &roster, desk.today) {
            Ok(listed) => {
                if let Some(said) = row.predikat {
                    let place = Judged { row: row.row, field: Field::Predikat };
                    warn_of_matrix(&mut list, place, row.ratings, said, desk.rules);
                }
                rows.push((listed, Field::Period));
            }
            Err((field, value, text)) => list.refuse(row.row, field, &value, text),
        }
    }
    take_evaluations(desk, args, &workbook, &roster, &dossiers, list, rows)
}

/// Evaluations of a list, each with the column at which is said why it stays out.
pub fn take_evaluations<F: Heading, T>(
    mut desk: Desk<'_>,
    args: &ImportArgs,
    workbook: &Workbook,
    roster: &Roster,
    dossiers: &HashMap<PersonId, Dossier>,
    mut list: List<F, T>,
    listed: Vec<(ListedEvaluation, F)>,
) -> Result<Done, ImportError> {
    let (mut counted, mut rows) = (Counted::default(), Vec::new());
    for (listed, field) in listed {
        let evaluations = dossiers.get(&listed.person).map_or(&[][..], |dossier| &dossier.evaluations);
        let kept: Vec<&Evaluation> = evaluations.iter().filter(|kept| listed.is(kept)).collect();
        let Some(last) = kept.iter().find(|kept| kept.withdrawn.is_none()).or(kept.first()) else {
            counted.added += 1;
            rows.push(listed);
            continue;
        };
        counted.unchanged += 1;
        let number = if let Origin::Imported { row, .. } = listed.origin { row } else { 0 };
        if let Some(id) = why_kept(last, listed.judgement != last.judgement) {
            list.say(Severity::Skip, number, field, "", Text::plain(id));
        }
    }
    let change = judged(&mut desk, roster, dossiers, intent::TakeEvaluations { rows })?;
    finish(desk, args, workbook, list, change, counted)
}

/// Why a row is left out where that is not plain.
fn why_kept(kept: &Evaluation, differs: bool) -> Option<&'static str> {
    match (kept.withdrawn.is_some(), differs) {
        (true, _) => Some("import-evaluation-withdrawn"),
        (false, true) => Some("import-evaluation-kept"),
        (false, false) => None,
    }
}

/// Where a predikat stands in a list.
pub struct Judged<F> {
    pub row: u32,
    pub field: F,
}

/// A predikat that does not follow from the two ratings comes in and is said.
pub fn warn_of_matrix<F: Heading, T>(
    list: &mut List<F, T>,
    at: Judged<F>,
    ratings: Option<(ExpectationRating, ExpectationRating)>,
    said: Predicate,
    rules: &RuleSet,
) {
    let Some((results, behaviour)) = ratings else { return };
    let right = rules.matrix.predicate(results, behaviour);
    if right != said {
        // In the words of the forms, as the list has them.
        let word = |predicate| vocabulary::write(evaluations::PREDIKAT, &predicate);
        let text = Text::with("import-matrix", [("right", word(right).into()), ("said", word(said).into())]);
        list.warn(at.row, at.field, word(said), text);
    }
}

type Refusing = (evaluations::Field, String, Text);

/// A row as the records take it.
fn listed(row: &EvaluationRow, file: &str, roster: &Roster, today: jiff::civil::Date) -> Result<ListedEvaluation, Refusing> {
    use evaluations::Field;
    let wrong = |field, value: String, id| Err((field, value, Text::plain(id)));
    if row.assessor.is_empty() {
        return wrong(Field::Assessor, String::new(), "import-cell-missing");
    }
    let Some(on) = row.on else { return wrong(Field::On, String::new(), "import-cell-missing") };
    if on > today {
        return wrong(Field::On, on.to_string(), "refusal-date-in-future");
    }
    if row.period.first() > today {
        return wrong(Field::Period, row.period.to_string(), "refusal-period-in-future");
    }
    if !(row.period.contains(row.days.from) && row.period.contains(row.days.until)) {
        return wrong(Field::Period, row.period.to_string(), "refusal-span-outside");
    }
    let judgement = match (row.ratings, row.predikat) {
        (Some((results, behaviour)), _) => Judgement::Rated { results, behaviour },
        (None, Some(predicate)) => Judgement::PredicateOnly { predicate },
        (None, None) if row.note.is_empty() => return wrong(Field::Note, String::new(), "import-not-assessed-why"),
        (None, None) => Judgement::NotAssessed { why: why(&row.note), note: clean_line(&row.note) },
    };
    let key = PersonName::parse(&row.assessor).key();
    let mut named = roster.rows().iter().filter(|known| known.name.key() == key).map(|known| known.id);
    let person = named.next().filter(|_| named.next().is_none());
    if person == Some(row.person) {
        return wrong(Field::Assessor, row.assessor.clone(), "refusal-own-evaluation");
    }
    let notes = if matches!(judgement, Judgement::NotAssessed { .. }) { String::new() } else { row.note.clone() };
    let capacity = row.capacity.unwrap_or(Capacity::Definitive);
    Ok(ListedEvaluation {
        person: row.person,
        period: row.period,
        span: row.days,
        assessor: Assessor { name: row.assessor.clone(), person, capacity },
        acting_post: row.acting,
        judgement,
        on,
        notes,
        origin: Origin::Imported { file: file.to_owned(), row: row.row, said: row.predikat },
    })
}

/// What a remark says of somebody who was not assessed.
fn why(note: &str) -> NotAssessed {
    let note = fold(note);
    match note {
        _ if note.contains("tugas belajar") => NotAssessed::StudyAssignment,
        _ if note.contains("cuti") => NotAssessed::Leave,
        _ => NotAssessed::Other,
    }
}

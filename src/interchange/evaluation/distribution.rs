//! How many of the others in a unit have which predikat, one row a unit and period. Pure. Whether a pattern can be kept is
//! judged where the rules are.

use crate::domain::evaluation::{OrganisationResult, total};
use crate::domain::language::clean::fold;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Roster, UnitId};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, People, columns, list};
use crate::interchange::sheet::period::evaluation_period_in;
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::Spellings;
use std::collections::HashMap;

columns! {
    Period "period" => ["periode", "period", "tahun"],
    Unit "unit" => ["unit", "unit kerja", "nama unit"],
    Organisation "organisation" => ["capaian organisasi", "capaian kinerja organisasi", "organisation"],
    VeryGood "very-good" => ["sangat baik"],
    Good "good" => ["baik"],
    NeedsImprovement "needs-improvement" => ["butuh perbaikan", "cukup"],
    Poor "poor" => ["kurang", "kurang misconduct"],
    VeryPoor "very-poor" => ["sangat kurang"],
    Sum "sum" => ["jumlah", "total"],
    Note "note" => ["keterangan", "catatan"];
    head [VeryGood, Good, VeryPoor]; subject [Unit]; days []
}

/// What an organisation reached in a period.
pub const ORGANISATION: Spellings<OrganisationResult> = &[
    (OrganisationResult::Outstanding, &["Istimewa"]),
    (OrganisationResult::Good, &["Baik"]),
    (OrganisationResult::NeedsImprovement, &["Butuh Perbaikan", "cukup"]),
    (OrganisationResult::Poor, &["Kurang"]),
    (OrganisationResult::VeryPoor, &["Sangat Kurang"]),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistributionRow {
    pub row: u32,
    pub period: EvaluationPeriod,
    /// Of the store, where it knows one of that name.
    pub unit: Option<UnitId>,
    pub unit_name: String,
    /// `None` while it is not set.
    pub organisation: Option<OrganisationResult>,
    /// From very good to very poor; `None` where nothing is known yet.
    pub counts: Option<[u32; 5]>,
    pub note: String,
}

pub fn read(
    workbook: &Workbook,
    roster: &Roster,
    options: &Options<Field>,
) -> Result<List<Field, DistributionRow>, Unreadable> {
    let opened = reading::open(workbook, options, "distribution", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(EvaluationPeriod, String), u32> = HashMap::new();
    const FIELDS: [Field; 5] = [Field::VeryGood, Field::Good, Field::NeedsImprovement, Field::Poor, Field::VeryPoor];
    Ok(list(opened, |line| {
        let said = line.needed(Field::Period)?;
        let Some(period) = evaluation_period_in(&said) else {
            return line.wrong(Field::Period, Text::plain("import-goal-period"));
        };
        let unit_name = line.needed(Field::Unit)?;
        let organisation = line.word(Field::Organisation, ORGANISATION)?;
        let mut counts = [None; 5];
        for (count, field) in counts.iter_mut().zip(FIELDS) {
            *count = line.count(field, 0..=100_000, "import-count-wrong")?.and_then(|n| u32::try_from(n).ok());
        }
        let known = counts.iter().any(Option::is_some);
        let counts = counts.map(Option::unwrap_or_default);
        let sum = total(&counts);
        match line.count(Field::Sum, 0..=500_000, "import-count-wrong")? {
            Some(said) if known && i64::from(sum) != said => {
                return line.wrong(Field::Sum, Text::with("import-sum-differs", [("sum", Arg::from(i64::from(sum)))]));
            }
            _ => {}
        }
        let first = *seen.entry((period, fold(&unit_name))).or_insert(line.number());
        if first != line.number() {
            return line.wrong(Field::Unit, Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]));
        }
        if organisation.is_none() {
            line.warn(Field::Organisation, Text::plain("import-organisation-not-set"));
        }
        let unit = people.unit_named(&unit_name);
        let note = line.text(Field::Note);
        let counts = known.then_some(counts);
        Ok(DistributionRow { row: line.number(), period, unit, unit_name, organisation, counts, note })
    }))
}

//! Tests of `attention`.

use super::*;
use crate::domain::{EmploymentKind, Person, PersonId, PersonName, PersonStatus, UnitTree};
use jiff::civil::date;

const TODAY: Date = date(2026, 11, 21);

/// Somebody who came a while ago and was met and praised this week.
fn row() -> RosterRow {
    let person = Person {
        id: PersonId(uuid::Uuid::from_u128(1)),
        name: PersonName::plain("Sari"),
        nip: None,
        kind: EmploymentKind::Pns,
        rank: None,
        position: None,
        unit: None,
        supervisor: None,
        status: PersonStatus::Active,
        tags: vec![],
        cadence: None,
        probation_until: None,
        since: date(2026, 11, 16),
    };
    let met = Some(date(2026, 11, 18));
    RosterRow { last_session: met, last_praise: met, last_feedback: met, ..RosterRow::bare(&person) }
}

fn judge(row: &RosterRow) -> Attention {
    attention(row, &Roster::new(Default::default(), UnitTree::default(), vec![]), &RuleSet::default(), TODAY)
}

#[test]
fn an_objection_stands_first_and_near_the_top() {
    let calm = judge(&row());
    assert_eq!(calm.reasons, []);
    let objected = RosterRow { objected: Some(date(2026, 11, 19)), ..row() };
    let promise = RosterRow { my_due: vec![Some(date(2026, 11, 1))], ..objected.clone() };
    let reasons = judge(&promise).reasons;
    assert_eq!(reasons, [Reason::Objection { days: 2 }, Reason::MyPromisesOverdue { count: 1 }]);
    let open = RosterRow { open_session: true, ..row() };
    let late = RosterRow { last_session: Some(date(2026, 1, 5)), ..row() };
    assert!(judge(&objected).neglect > judge(&open).neglect, "above what is only under way");
    assert!(judge(&objected).neglect < judge(&late).neglect, "below months of silence");
    let away = RosterRow { status: PersonStatus::Leave { from: TODAY, until: None }, ..objected };
    assert_eq!(judge(&away).reasons, [Reason::Objection { days: 2 }], "nobody's leave answers it");
}

#[test]
fn nobody_who_was_never_met_looks_well_looked_after() {
    let fresh = RosterRow { last_session: None, last_praise: None, last_feedback: None, ..row() };
    let state = judge(&fresh);
    assert_eq!(state.reasons, [Reason::NotMetYet]);
    assert!(!matches!(state.due, Due::Overdue(_)), "it is said, not sounded");
    let late = judge(&RosterRow { since: date(2026, 1, 5), ..fresh });
    assert!(!late.reasons.contains(&Reason::NotMetYet), "said once: {:?}", late.reasons);
    assert!(late.reasons.iter().any(|r| matches!(r, Reason::NeverMet { .. })));
}

#[test]
fn ratings_that_no_longer_count_are_said_calmly_and_only_of_who_was_rated() {
    use crate::domain::competency::current::tests::{dossier, rating};
    use crate::domain::competency::{Rater, tally::row_levels};
    let rated = |on| {
        let ratings = dossier(vec![rating(1, "integrity", 2, Rater::Supervisor, on)]).ratings;
        judge(&RosterRow { levels: row_levels(&ratings), ..row() })
    };
    assert_eq!(rated(date(2024, 11, 21)).reasons, []);
    let old = rated(date(2024, 11, 20));
    assert_eq!(old.reasons, [Reason::RatingsOld { days: 731 }]);
    assert_eq!(old.neglect, judge(&row()).neglect, "no alarm");
}

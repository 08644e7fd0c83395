//! Tests of `attention`.

use super::*;
use crate::domain::goal::{GoalFacts, GoalStatus, PlanFacts};
use crate::domain::people::roster::Day;
use crate::domain::{EmploymentKind, Person, PersonId, PersonName, PersonStatus, UnitTree};
use jiff::civil::date;
use proptest::prelude::*;

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
    assert!(judge(&objected).neglect > judge(&late).neglect, "a term that runs goes before what is merely late");
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

fn ago(days: i64) -> Date {
    TODAY.checked_sub(days.days()).unwrap()
}

/// Somebody of long standing, met, praised and noted so many days ago.
fn known(met: i64) -> RosterRow {
    let met = Some(ago(met));
    RosterRow { since: ago(900), last_session: met, last_praise: met, last_feedback: met, ..row() }
}

/// Nobody was ever met who came so many days ago.
fn never(came: i64) -> RosterRow {
    RosterRow { since: ago(came), last_session: None, last_praise: None, last_feedback: None, ..row() }
}

fn goal(word: Option<GoalStatus>, due: i64) -> PlanFacts {
    let day = Day::from_date;
    let (from, until) = (day(date(2026, 1, 1)), day(date(2026, 12, 31)));
    let (due, last) = (day(ago(due)), Some(day(ago(3))));
    let goals = vec![GoalFacts { word, pace: Some(950), reached: None, from, until, due, last }];
    PlanFacts { from, until, goals, progress: None, trend: vec![], open_targets: 0 }
}

/// All goals of a year are of one plan.
fn one_plan(plans: impl Iterator<Item = PlanFacts>) -> Vec<PlanFacts> {
    let joined = plans.reduce(|mut one, other| {
        one.goals.extend(other.goals);
        one
    });
    joined.into_iter().collect()
}

/// Pairs that a supervisor would order: the first goes before the second, and why.
#[test]
fn of_two_people_the_more_neglected_stands_first() {
    let open = |days: i64| RosterRow { open_session: true, open_since: Some(ago(days)), ..known(20) };
    let planned = |days: i64, row: RosterRow| {
        let day = TODAY.checked_add(days.days()).unwrap();
        RosterRow { planned: Some(day), planned_made: Some(ago(5)), ..row }
    };
    let promise = |days: i64, row: RosterRow| RosterRow { my_due: vec![Some(ago(days))], ..row };
    let owes = |days: i64, row: RosterRow| RosterRow { their_due: vec![Some(ago(days))], ..row };
    let unpraised = |days: i64, row: RosterRow| RosterRow { last_praise: Some(ago(days)), ..row };
    let objects = |days: i64, row: RosterRow| RosterRow { objected: Some(ago(days)), ..row };
    let away = RosterRow { status: PersonStatus::Leave { from: ago(9), until: None }, ..known(90) };
    let back = RosterRow { status: PersonStatus::Leave { from: ago(170), until: Some(ago(1)) }, ..known(200) };
    let gone = RosterRow { status: PersonStatus::Retired { on: Some(ago(3)) }, ..known(90) };
    let with = |plan: PlanFacts| RosterRow { plans: vec![plan], ..known(5) };
    let pairs: Vec<(&str, RosterRow, RosterRow)> = vec![
        ("a term that runs before months of lateness", objects(2, known(5)), known(300)),
        ("the older objection first", objects(9, known(5)), objects(2, known(5))),
        ("an objection of somebody on leave runs, too", objects(2, away.clone()), known(300)),
        ("later before late", known(90), known(50)),
        ("late before due today", known(40), planned(0, known(5))),
        ("a talk left for months before a day's lateness", open(200), known(34)),
        ("a talk left since yesterday before one begun today", open(1), open(0)),
        ("a broken promise before a session that is due today", promise(3, known(5)), planned(0, known(5))),
        ("an older promise before a younger one", promise(30, known(5)), promise(3, known(5))),
        ("a promise broken for months before a session one day late", promise(100, known(5)), known(34)),
        ("late and a broken promise before late alone", promise(3, known(50)), known(50)),
        ("never met before long ago, equally late", never(81), RosterRow { last_session: Some(ago(81)), ..never(900) }),
        ("due today before due in three days", planned(0, known(5)), planned(3, known(5))),
        ("due in two days before due in five", planned(2, known(5)), planned(5, known(5))),
        ("a near session before missing praise", planned(5, known(5)), unpraised(200, known(5))),
        ("never praised before praised long ago", RosterRow { last_praise: None, ..known(5) }, unpraised(204, known(5))),
        ("longer without praise first", unpraised(200, known(5)), unpraised(90, known(5))),
        ("missing praise before nothing missing", unpraised(90, known(5)), known(5)),
        ("put off twice before nothing missing", RosterRow { postponed: 2, ..known(5) }, known(5)),
        ("missed before nothing missing", RosterRow { missed: 1, ..known(5) }, known(5)),
        ("something owed before nothing missing", owes(4, known(5)), known(5)),
        ("a late goal before a goal in time", with(goal(None, 5)), with(goal(None, -30))),
        ("a goal off track before one on track", with(goal(Some(GoalStatus::OffTrack), -30)), with(goal(None, -30))),
        ("quieter first where nothing else differs", known(12), known(5)),
        ("calm before newcomers", known(5), never(4)),
        ("newcomers before people away", never(4), away.clone()),
        ("who came back yesterday is not late", known(40), back),
        ("away before gone", away, gone),
        ("planned in a year hides nobody", planned(365, known(80)), known(5)),
    ];
    assert!(pairs.len() >= 20);
    for (why, first, second) in pairs {
        let (first, second) = (judge(&first), judge(&second));
        assert!(first.neglect > second.neglect, "{why}: {first:?} {second:?}");
    }
}

/// Rows of every kind of neglect, without what a calendar ends (leave).
fn rows() -> impl Strategy<Value = RosterRow> {
    let day = |most: i64| prop::option::of((0..most).prop_map(ago));
    let list = prop::collection::vec(prop::option::of((-40i64..90).prop_map(ago)), 0..3);
    let talks = (day(400), day(400), day(400), day(60), prop::option::of(-40i64..20));
    let counts = (0u8..4, 0u8..3, list.clone(), list, prop::option::of(0i64..30), 0i64..900);
    let word =
        prop::sample::select(vec![None, Some(GoalStatus::OnTrack), Some(GoalStatus::OffTrack), Some(GoalStatus::Done)]);
    let plans = prop::collection::vec((word, -40i64..90), 0..3);
    (talks, counts, plans).prop_map(|(talks, counts, plans)| {
        let (met, praised, noted, objected, planned) = talks;
        let (postponed, missed, mine, theirs, open, came) = counts;
        let not_before = |day: Option<Date>| day.map(|day| day.max(ago(came)));
        let planned = planned.map(ago);
        RosterRow {
            since: ago(came),
            last_session: not_before(met),
            last_praise: not_before(praised),
            last_feedback: not_before(noted.max(praised)),
            objected,
            planned,
            planned_made: planned.map(|day| day.checked_sub(20.days()).unwrap()),
            open_session: open.is_some(),
            open_since: open.map(ago),
            postponed,
            missed,
            my_due: mine,
            their_due: theirs,
            plans: one_plan(plans.into_iter().map(|(word, due)| goal(word, due))),
            ..row()
        }
    })
}

fn on(row: &RosterRow, today: Date) -> Neglect {
    let roster = Roster::new(Default::default(), UnitTree::default(), vec![]);
    attention(row, &roster, &RuleSet::default(), today).neglect
}

proptest! {
    #[test]
    fn more_neglect_never_ranks_lower(row in rows(), more in 0usize..9, days in 1i64..90) {
        let mut worse = row.clone();
        match more {
            0 => worse.my_due.push(Some(ago(days))),
            1 => worse.their_due.push(Some(ago(days))),
            2 => worse.postponed += 1,
            3 => worse.missed += 1,
            4 => worse.objected = Some(ago(days)).min(row.objected.or(Some(Date::MAX))),
            5 => worse.last_praise = row.last_praise.map(|day| day.checked_sub(days.days()).unwrap().max(row.since)),
            6 => worse.plans = one_plan(row.plans.iter().cloned().chain([goal(None, days)])),
            7 => worse.plans = one_plan(row.plans.iter().cloned().chain([goal(Some(GoalStatus::OffTrack), -days)])),
            _ => worse.last_feedback = row.last_feedback.map(|day| day.checked_sub(days.days()).unwrap().max(row.since)),
        }
        prop_assert!(on(&worse, TODAY) >= on(&row, TODAY), "{:?} {:?}", on(&worse, TODAY), on(&row, TODAY));
    }

    #[test]
    fn time_alone_never_lowers_anybody(row in rows(), days in 0i64..400) {
        let day = TODAY.checked_add(days.days()).unwrap();
        let next = day.tomorrow().unwrap();
        prop_assert!(on(&row, next) >= on(&row, day), "{:?} {:?}", on(&row, day), on(&row, next));
    }

    #[test]
    fn newcomers_and_people_away_are_not_first(row in rows(), came in 0i64..20) {
        let calm = known(5);
        let new = never(came);
        prop_assert!(on(&new, TODAY) < on(&calm, TODAY));
        let away = RosterRow { status: PersonStatus::Leave { from: ago(1), until: None }, objected: None, ..row };
        prop_assert!(on(&away, TODAY) < on(&calm, TODAY));
    }
}

//! What becomes of plans: made, corrected, measured, copied, split, gathered.

use super::*;
use crate::domain::goal::{PerformancePlan, Verdict, rollup};
use crate::domain::records::intent;
use crate::domain::records::record::Profile;
use crate::domain::{RosterRow, UnitTree};
use jiff::{ToSpan, civil::date};
use std::collections::HashMap;

/// A supervisor (0) and two people (1, 2), and a clock that the test moves.
struct Desk {
    roster: Roster,
    dossiers: HashMap<PersonId, Dossier>,
    ids: IdSource,
    today: Date,
}

fn person(n: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(n + 1))
}

impl Desk {
    fn new() -> Self {
        let one = |n: u128| Person {
            id: person(n),
            name: PersonName::plain("Sari"),
            nip: None,
            kind: EmploymentKind::Pns,
            rank: None,
            position: Some("Arsiparis".into()),
            unit: None,
            supervisor: (n > 0).then(|| person(0)),
            status: PersonStatus::Active,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since: date(2024, 1, 1),
        };
        let people: Vec<Person> = (0..3).map(one).collect();
        let profile = Profile { me: Some(person(0)), ..Profile::default() };
        let roster = Roster::new(profile, UnitTree::default(), people.iter().map(RosterRow::bare).collect());
        let dossiers = people.into_iter().map(|p| (p.id, Dossier::new(p))).collect();
        Desk { roster, dossiers, ids: IdSource::seeded(1), today: date(2026, 1, 10) }
    }

    fn judge(&mut self, intent: impl Into<Intent>) -> Result<Change, Refusal> {
        let now = self.today.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let (rules, actor) = (RuleSet::default(), Actor::default());
        let world =
            World { roster: &self.roster, dossiers: &self.dossiers, rules: &rules, today: self.today, now, actor: &actor };
        intent::judge(&world, &mut self.ids, intent)
    }

    fn does(&mut self, intent: impl Into<Intent>) -> Change {
        let change = self.judge(intent).unwrap();
        for dossier in self.dossiers.values_mut() {
            change.ops.iter().for_each(|op| dossier.apply(op));
        }
        change
    }

    fn boxes(&mut self, n: u128, weight: Option<i64>) -> (ResultId, IndicatorId) {
        self.does(intent::PlanResult { person: person(n), result: archive(120, weight) });
        let result = self.dossiers[&person(n)].results.last().unwrap();
        (result.id, result.indicators[0].id)
    }

    fn measures(&mut self, n: u128, at: (ResultId, IndicatorId), value: i64) -> Result<Change, Refusal> {
        let (on, value) = (self.today, Some(Number::from(value)));
        let entry = NewCheckIn { result: at.0, indicator: at.1, on, value, note: String::new(), evidence: String::new() };
        let intent = intent::NoteCheckIns { person: person(n), entries: vec![entry], session: None };
        let change = self.judge(intent)?;
        self.dossiers.values_mut().for_each(|d| change.ops.iter().for_each(|op| d.apply(op)));
        Ok(change)
    }

    fn plan_of(&self, n: u128) -> PerformancePlan<'_> {
        PerformancePlan::on(&self.dossiers[&person(n)], self.today).unwrap()
    }
}

fn boxes(target: i64) -> Measure {
    Measure::Higher { baseline: None, target: Number::from(target) }
}

fn archive(target: i64, weight: Option<i64>) -> NewResult {
    let terms = ResultTerms {
        period: Period::year(2026),
        title: "Arsip dinamis tahun 2019-2021 tertata".into(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: Some(Support { title: "Tertibnya arsip kecamatan".into(), result: None }),
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: weight.map(Number::from),
        due: None,
        tag: String::new(),
    };
    let indicator = IndicatorTerms {
        title: "Boks arsip yang ditata".into(),
        aspect: Some(Aspect::Quantity),
        perspective: None,
        measure: boxes(target),
        accrual: Accrual::Total,
        unit: "boks".into(),
        weight: None,
        due: None,
    };
    NewResult { terms, indicators: vec![indicator] }
}

#[test]
fn a_result_gets_a_tag_of_its_title_that_is_free_in_the_plan() {
    let mut desk = Desk::new();
    desk.boxes(1, None);
    desk.boxes(1, None);
    desk.boxes(1, None);
    let tags: Vec<&str> = desk.dossiers[&person(1)].results.iter().map(|r| r.tag.as_str()).collect();
    assert_eq!(tags, ["arsip", "arsip-dinamis", "arsip-2"]);
    let result = desk.dossiers[&person(1)].results[0].clone();
    let terms = ResultTerms { tag: "#Arsip-2".into(), ..ResultTerms::of(&result) };
    let terms = ResultTerms { tag: terms.tag.trim_start_matches('#').to_owned(), ..terms };
    let refused = desk.judge(intent::CorrectResult { person: person(1), id: result.id, terms });
    assert_eq!(refused, Err(Refusal::TagTaken("arsip-2".into())));
}

#[test]
fn a_correction_is_a_newer_check_in_and_the_older_one_stays() {
    let mut desk = Desk::new();
    let at = desk.boxes(1, None);
    desk.today = date(2026, 6, 30);
    desk.measures(1, at, 90).unwrap();
    desk.measures(1, at, 60).unwrap();
    let plan = desk.plan_of(1);
    let standing = &plan.goals[0].standings[0];
    assert_eq!((standing.value, standing.check_ins.len()), (Some(Number::from(60)), 2));
    assert_eq!(plan.mean.value.map(Number::percent), Some(50));
    assert_eq!(plan.goals[0].verdict(&RuleSet::default()), Some(Verdict::OnPace));
}

#[test]
fn an_agreed_target_that_changes_keeps_the_old_one_and_the_reason() {
    let mut desk = Desk::new();
    let (result, id) = desk.boxes(1, None);
    let revised = |target| IndicatorTerms { measure: boxes(target), ..archive(1, None).indicators.remove(0) };
    let intent = |target, reason: &str| intent::CorrectIndicator {
        person: person(1),
        result,
        id,
        terms: revised(target),
        reason: reason.into(),
    };
    desk.does(intent(130, ""));
    assert!(desk.dossiers[&person(1)].results[0].indicators[0].revisions.is_empty(), "a slip on the first day");
    desk.today = date(2026, 5, 4);
    assert_eq!(desk.judge(intent(90, " ")), Err(Refusal::ReasonMissing));
    desk.does(intent(90, "gudang ditutup"));
    let indicator = &desk.dossiers[&person(1)].results[0].indicators[0];
    let revision = &indicator.revisions[0];
    assert_eq!((&revision.was, &revision.reason[..], revision.on), (&boxes(130), "gudang ditutup", desk.today));
    assert_eq!(indicator.measure, boxes(90));
}

#[test]
fn a_goal_with_values_is_dropped_with_a_reason_and_never_removed() {
    let mut desk = Desk::new();
    let at = desk.boxes(1, None);
    desk.measures(1, at, 10).unwrap();
    let say = |status, reason: &str| intent::SayStatus { person: person(1), result: at.0, status, reason: reason.into() };
    assert_eq!(desk.judge(intent::RemoveResult { person: person(1), id: at.0 }), Err(Refusal::HasCheckIns));
    assert_eq!(desk.judge(say(GoalStatus::Dropped, "")), Err(Refusal::ReasonMissing));
    desk.does(say(GoalStatus::OnTrack, ""));
    desk.does(say(GoalStatus::Dropped, "pindah ke dinas arsip"));
    assert_eq!(desk.measures(1, at, 20), Err(Refusal::GoalSettled));
    assert_eq!(desk.dossiers[&person(1)].results[0].words.len(), 2);
    assert_eq!(desk.plan_of(1).mean.of, 0, "what was dropped counts for nothing");
}

#[test]
fn one_result_goes_to_several_people_with_targets_of_their_own() {
    let mut desk = Desk::new();
    desk.boxes(1, None);
    let to = vec![
        Assignment { person: person(1), measures: vec![] },
        Assignment { person: person(2), measures: vec![Some(boxes(40))] },
    ];
    let change = desk.does(intent::AssignResult { result: archive(80, None), to: to.clone() });
    assert_eq!(change.people(), [person(2)], "who has it keeps it");
    assert_eq!(desk.dossiers[&person(2)].results[0].indicators[0].measure, boxes(40));
    assert_eq!(desk.judge(intent::AssignResult { result: archive(80, None), to }), Err(Refusal::PlanExists));
}

#[test]
fn a_plan_is_copied_without_values_and_asks_for_targets() {
    let mut desk = Desk::new();
    let at = desk.boxes(1, None);
    desk.measures(1, at, 100).unwrap();
    desk.today = date(2027, 1, 11);
    let copy = || intent::CopyPlan { person: person(1), from_year: 2026, to: Period::year(2027) };
    desk.does(copy());
    let plan = desk.plan_of(1);
    assert_eq!((plan.open_targets(), plan.mean.value), (1, None));
    assert_eq!(plan.goals[0].result.continues, Some(at.0));
    // The same target again is a target that was set.
    let (result, id) = (plan.goals[0].result.id, plan.goals[0].result.indicators[0].id);
    assert_eq!(desk.judge(copy()), Err(Refusal::PlanExists));
    assert_eq!(
        desk.judge(intent::CopyPlan { person: person(2), from_year: 2026, to: Period::year(2027) }),
        Err(Refusal::NoPlan)
    );
    let terms = archive(120, None).indicators.remove(0);
    desk.does(intent::CorrectIndicator { person: person(1), result, id, terms, reason: String::new() });
    assert_eq!(desk.plan_of(1).open_targets(), 0);
}

#[test]
fn a_move_splits_the_plan_and_the_organisations_results_wait_for_a_successor() {
    let mut desk = Desk::new();
    let own = desk.boxes(1, None);
    let mut post = archive(300, None);
    post.terms.scope = ResultScope::Organisation;
    post.terms.title = "Layanan surat keterangan tepat waktu".into();
    desk.does(intent::PlanResult { person: person(1), result: post });
    desk.measures(1, own, 70).unwrap();
    desk.today = date(2026, 6, 15);
    desk.does(intent::MovePerson { person: person(1), unit: None, position: Some("Sekretaris".into()) });
    let plan = desk.plan_of(1);
    let titles: Vec<&str> = plan.goals.iter().map(|g| g.result.title.as_str()).collect();
    assert_eq!(titles, ["Arsip dinamis tahun 2019-2021 tertata"], "the post's result is not in the new plan");
    assert_eq!((plan.period.from, plan.open_targets()), (desk.today, 1));
    let year = PerformancePlan::of_year(&desk.dossiers[&person(1)], 2026, desk.today).unwrap();
    assert_eq!(year.goals.len(), 3, "both halves are kept");
    let inherit = || intent::InheritResults { person: person(2), from: person(1) };
    desk.does(inherit());
    let plan = desk.plan_of(2);
    assert_eq!((plan.goals.len(), plan.period.from, plan.open_targets()), (1, desk.today, 0));
    assert_eq!(desk.judge(inherit()), Err(Refusal::NoPlan), "only once");
}

#[test]
fn a_supervisors_result_gathers_what_supports_it_and_says_by_which_weights() {
    let mut desk = Desk::new();
    let mut parent = archive(1, None);
    parent.terms.title = "Tertibnya  ARSIP kecamatan".into();
    parent.indicators[0].measure = Measure::YesNo;
    desk.does(intent::PlanResult { person: person(0), result: parent });
    let one = desk.boxes(1, Some(80));
    let two = desk.boxes(2, Some(40));
    desk.today = date(2026, 6, 30);
    desk.measures(1, one, 60).unwrap();
    desk.measures(2, two, 96).unwrap();
    let all: Vec<&Dossier> = (0..3).map(|n| &desk.dossiers[&person(n)]).collect();
    let rollups = rollup::rollups(&all, desk.today);
    let gathered = rollups.iter().find(|r| r.own.is_some()).unwrap();
    assert_eq!(gathered.parts.len(), 2);
    assert_eq!(gathered.mean.value.map(Number::percent), Some(60), "(80 x 50 % + 40 x 80 %) / 120");
    assert!(gathered.mean.weighting.is_off());
    let shares: Vec<i64> =
        gathered.parts.iter().map(|p| gathered.share_of(p).unwrap().rounded(0).whole().unwrap()).collect();
    assert_eq!(shares, [67, 33]);
    // Without the supervisor's dossier the title still gathers them.
    let loose = rollup::rollups(&all[1..], desk.today);
    assert_eq!((loose.len(), loose[0].parts.len(), loose[0].own.is_none()), (1, 2, true));
}

#[test]
fn a_row_knows_what_the_list_says_of_goals() {
    let mut desk = Desk::new();
    let at = desk.boxes(1, None);
    desk.today = date(2026, 3, 31);
    desk.measures(1, at, 30).unwrap();
    desk.today = date(2026, 6, 30);
    desk.measures(1, at, 36).unwrap();
    let row = RosterRow::of(&desk.dossiers[&person(1)]);
    assert_eq!((row.plans.len(), row.plans[0].progress, &row.plans[0].trend[..]), (1, Some(300), &[250, 300][..]));
    let says = |day: Date| {
        let reasons = crate::domain::people::attention::attention(&row, &desk.roster, &RuleSet::default(), day).reasons;
        reasons.iter().map(Reason::id).filter(|id| id.starts_with("goals") || id.starts_with("check")).collect::<Vec<_>>()
    };
    assert_eq!(says(desk.today), ["goals-behind"]);
    assert_eq!(says(desk.today.checked_add(36.days()).unwrap()), ["goals-behind", "check-ins-old"]);
    assert_eq!(says(date(2026, 12, 28)), ["goals-behind", "goals-due", "check-ins-old"]);
    let left = ["goals-behind", "goals-late", "check-ins-old"];
    assert_eq!(says(date(2027, 1, 5)), left, "what a plan left unfinished stays until a word settles it");
}

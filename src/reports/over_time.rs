//! Offices over time, day by day: what the list, the table, what is due, the brief and the plans say is the same, and
//! what happened counts, not what was planned. Tests only.

use super::brief::brief;
use super::due::due;
use super::status::by_neglect;
use crate::domain::goal::{Accrual, Approach, GoalStatus, Measure, PerformancePlan, ResultClass, ResultScope};
use crate::domain::people::attention::{Attention, Place, Reason, attention};
use crate::domain::records::intent::{
    self, IndicatorTerms, Intent, NewCheckIn, NewResult, Outcome, ResultTerms, World, judge as judged,
};
use crate::domain::records::record::Profile;
use crate::domain::*;
use crate::i18n::{Lang, Words};
use jiff::civil::{Date, date};
use std::collections::HashMap;

pub(crate) mod replay;

/// A supervisor (0) and those who report to him or her, with a clock that the test moves.
pub(crate) struct Office {
    pub(crate) roster: Roster,
    pub(crate) dossiers: HashMap<PersonId, Dossier>,
    ids: IdSource,
    today: Date,
}

fn person(n: u128) -> PersonId {
    PersonId(uuid::Uuid::from_u128(n + 1))
}

impl Office {
    fn of(people: u128, today: Date) -> Self {
        let one = |n: u128| Person {
            id: person(n),
            name: PersonName::plain(format!("Pegawai {}", char::from(b'A' + n as u8))),
            nip: None,
            kind: EmploymentKind::Pns,
            rank: None,
            position: Some("Pengelola".into()),
            unit: None,
            supervisor: (n > 0).then(|| person(0)),
            status: PersonStatus::Active,
            tags: vec![],
            cadence: None,
            probation_until: None,
            since: today,
        };
        let people: Vec<Person> = (0..=people).map(one).collect();
        let profile = Profile { me: Some(person(0)), ..Profile::default() };
        let roster = Roster::new(profile, UnitTree::default(), people.iter().map(RosterRow::bare).collect());
        let dossiers = people.into_iter().map(|p| (p.id, Dossier::new(p))).collect();
        Office { roster, dossiers, ids: IdSource::seeded(1), today }
    }

    fn judge(&mut self, intent: impl Into<Intent>) -> Result<Change, Refusal> {
        let now = self.today.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let (rules, actor) = (RuleSet::default(), Actor::default());
        let world =
            World { roster: &self.roster, dossiers: &self.dossiers, rules: &rules, today: self.today, now, actor: &actor };
        judged(&world, &mut self.ids, intent)
    }

    fn does(&mut self, intent: impl Into<Intent>) -> Change {
        let change = self.judge(intent).unwrap();
        self.roster.apply_office(&change);
        for dossier in self.dossiers.values_mut() {
            change.ops.iter().for_each(|op| dossier.apply(op));
            self.roster.put(RosterRow::of(dossier));
        }
        change
    }

    fn at(&mut self, day: Date) -> &mut Self {
        self.today = day;
        self
    }
    fn row(&self, n: u128) -> &RosterRow {
        self.roster.row(person(n)).unwrap()
    }
    fn dossier(&self, n: u128) -> &Dossier {
        &self.dossiers[&person(n)]
    }
    fn attention(&self, n: u128) -> Attention {
        attention(self.row(n), &self.roster, &RuleSet::default(), self.today)
    }
    fn brief(&self, n: u128) -> String {
        let words = Words::new(Lang::Id);
        let lines = brief(self.dossier(n), &self.roster, &RuleSet::default(), self.today, &words, 100);
        lines.iter().map(|line| format!("{line}\n")).collect()
    }

    fn plans(&mut self, n: u128, title: &str, period: Period) -> (ResultId, IndicatorId) {
        let terms = ResultTerms {
            period,
            title: title.into(),
            class: ResultClass::Main,
            scope: ResultScope::Individual,
            supports: None,
            approach: Approach::Quantitative,
            expectation: String::new(),
            weight: None,
            due: None,
            tag: String::new(),
        };
        let indicator = IndicatorTerms {
            title: "Boks".into(),
            aspect: None,
            perspective: None,
            measure: Measure::Higher { baseline: None, target: Number::from(100) },
            accrual: Accrual::Total,
            unit: "boks".into(),
            weight: None,
            due: None,
        };
        let result = NewResult { terms, indicators: vec![indicator] };
        let change = self.does(intent::PlanResult { person: person(n), result });
        let Some(Record::WorkResult(result)) = change.ops[0].after() else { panic!("no result") };
        (result.id, result.indicators[0].id)
    }

    fn measures(&mut self, n: u128, at: (ResultId, IndicatorId), value: i64, on: Date) -> Result<(), Refusal> {
        let value = Some(Number::from(value));
        let entry = NewCheckIn { result: at.0, indicator: at.1, on, value, note: String::new(), evidence: String::new() };
        let intent = intent::NoteCheckIns { person: person(n), entries: vec![entry], session: None };
        self.judge(intent.clone())?;
        self.does(intent);
        Ok(())
    }

    fn begins(&mut self, n: u128) -> SessionId {
        self.does(intent::StartSession { person: person(n), kind: SessionKind::Dialogue });
        self.dossier(n).open_session().unwrap().id
    }
    fn closes(&mut self, n: u128, next: Option<Date>) -> String {
        let id = self.dossier(n).open_session().unwrap().id;
        let sheet = Shared::new(format!("Lembar {} {}", n, self.today));
        self.does(intent::CloseSession { person: person(n), id, sheet, next });
        self.dossier(n).session(id).unwrap().receipt().unwrap().to_owned()
    }
    fn meets(&mut self, n: u128, next: Option<Date>) -> String {
        self.begins(n);
        self.closes(n, next)
    }
    fn objects(&mut self, n: u128, receipt: String) {
        let answer = Acknowledgement::Objects { on: self.today, reason: "angka salah".into() };
        self.does(intent::Acknowledge { person: person(n), receipt, answer });
    }
}

fn ids(attention: &Attention) -> Vec<&'static str> {
    attention.reasons.iter().map(Reason::id).collect()
}

#[test]
fn a_talk_held_early_leaves_nothing_postponed() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21));
    office.does(intent::PlanSession { person: person(1), on: date(2026, 12, 20) });
    for (to, reason) in [(date(2026, 12, 28), "rapat"), (date(2027, 1, 5), "dinas")] {
        office.does(intent::Postpone { person: person(1), to: Some(to), reason: reason.into() });
    }
    assert!(ids(&office.attention(1)).contains(&"postponed-often"));
    office.at(date(2026, 11, 26)).meets(1, None);
    assert_eq!(office.row(1).postponed, 0, "what counts is when it was put off");
    assert!(!ids(&office.attention(1)).contains(&"postponed-often") && !office.brief(1).contains("ditunda"));
}

#[test]
fn one_talk_is_planned_and_it_is_that_of_the_sheet() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21)).begins(1);
    office.does(intent::PlanSession { person: person(1), on: date(2026, 12, 3) });
    office.closes(1, Some(date(2026, 12, 21)));
    let planned: Vec<Date> = office.dossier(1).sessions.iter().filter(|s| s.is_planned()).map(|s| s.on).collect();
    assert_eq!((planned, office.row(1).planned), (vec![date(2026, 12, 21)], Some(date(2026, 12, 21))));
    // Without a day on the sheet the agreed one stays.
    office.at(date(2026, 12, 21)).begins(1);
    office.does(intent::PlanSession { person: person(1), on: date(2027, 1, 7) });
    office.closes(1, None);
    assert_eq!(office.row(1).planned, Some(date(2027, 1, 7)));
}

#[test]
fn a_discarded_talk_gives_back_what_was_ticked_off_and_measured_in_it() {
    let mut office = Office::of(1, date(2026, 1, 5));
    let goal = office.plans(1, "Arsip tertata", Period::year(2026));
    let line = Audienced::new(Audience::Private, "bahas kenaikan pangkat".to_owned());
    office.does(intent::NoteAgenda { person: person(1), text: line, tags: vec![] });
    let id = office.at(date(2026, 11, 21)).begins(1);
    let agenda = office.dossier(1).agenda[0].id;
    office.does(intent::SettleAgenda { person: person(1), id: agenda, outcome: Outcome::Done });
    let entry = NewCheckIn {
        result: goal.0,
        indicator: goal.1,
        on: office.today,
        value: Some(Number::from(40)),
        note: String::new(),
        evidence: String::new(),
    };
    office.does(intent::NoteCheckIns { person: person(1), entries: vec![entry], session: Some(id) });
    office.does(intent::DiscardSession { person: person(1), id });
    assert_eq!(office.dossier(1).open_agenda().count(), 1);
    assert_eq!((office.dossier(1).check_ins.len(), office.dossier(1).check_ins[0].session), (1, None));
}

#[test]
fn a_talk_that_was_begun_and_left_is_late_and_says_since_when() {
    let mut office = Office::of(2, date(2026, 5, 1));
    office.at(date(2026, 5, 4)).begins(1);
    assert_eq!(office.attention(1).neglect.place, Place::Now);
    office.at(date(2026, 11, 19)).does(intent::PlanSession { person: person(2), on: date(2026, 11, 20) });
    office.at(date(2026, 11, 21));
    let (left, late) = (office.attention(1), office.attention(2));
    assert_eq!((left.late, late.late), (201, 1));
    assert!(left.reasons.contains(&Reason::SessionOpen { days: 201 }) && left.neglect > late.neglect);
}

#[test]
fn the_clock_begins_at_the_return_from_leave_and_into_service() {
    let mut office = Office::of(2, date(2026, 6, 1));
    let leave = |from, until| intent::SetLeave { person: person(1), from, until };
    office.at(date(2026, 6, 10)).does(leave(date(2026, 6, 15), Some(date(2026, 11, 15))));
    office.at(date(2026, 11, 16));
    let state = office.attention(1);
    assert_eq!((state.next, state.late), (Some(date(2026, 12, 16)), 0));
    assert!(!ids(&state).contains(&"never-praised"), "nobody could praise who was away");
    // Back by hand, earlier than agreed.
    office.at(date(2026, 12, 1)).does(leave(date(2026, 12, 1), None));
    office.at(date(2027, 3, 1)).does(intent::Return { person: person(1) });
    let state = office.attention(1);
    assert_eq!((state.due.id(), state.next), ("later", Some(date(2027, 4, 1))));
    // Service that ended and begins again.
    office.at(date(2026, 7, 1)).does(intent::Retire { person: person(2), status: PersonStatus::Retired { on: None } });
    assert_eq!(office.attention(2).due.id(), "ended");
    office.at(date(2027, 2, 1)).does(intent::Return { person: person(2) });
    assert_eq!((office.attention(2).late, office.attention(2).next), (0, Some(date(2027, 3, 1))));
}

#[test]
fn what_fell_due_in_probation_stays_due_when_it_ends() {
    let mut office = Office::of(1, date(2026, 11, 2));
    let until = Some(date(2026, 11, 20));
    office.does(intent::SetCadence { person: person(1), cadence: None, probation_until: until });
    office.at(date(2026, 11, 20));
    assert_eq!(office.attention(1).late, 4);
    office.at(date(2026, 11, 21));
    assert_eq!(office.attention(1).late, 5);
}

#[test]
fn a_day_planned_far_away_hides_nobody() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21)).does(intent::PlanSession { person: person(1), on: date(2027, 11, 22) });
    assert!(ids(&office.attention(1)).contains(&"planned-far"));
    assert_eq!(office.attention(1).late, 0, "it was agreed today");
    office.at(date(2027, 6, 1));
    assert!(office.attention(1).late > 100);
    // Two months ahead was agreed and is believed.
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21)).does(intent::PlanSession { person: person(1), on: date(2027, 1, 20) });
    office.at(date(2027, 1, 19));
    assert_eq!((office.attention(1).late, office.attention(1).due.id()), (0, "soon"));
}

#[test]
fn an_objection_to_any_sheet_waits_until_a_talk_was_held_after_it() {
    let mut office = Office::of(1, date(2026, 10, 1));
    let first = office.at(date(2026, 11, 5)).meets(1, None);
    office.at(date(2026, 11, 12)).meets(1, None);
    office.at(date(2026, 11, 13)).objects(1, first);
    assert_eq!(office.row(1).objected, Some(date(2026, 11, 13)), "to the sheet before the last");
    assert_eq!(office.attention(1).neglect.place, Place::Objection);
    let rules = RuleSet::default();
    let judged = by_neglect(office.roster.team(Default::default()), &office.roster, &rules, office.today);
    assert_eq!(due(&judged, &[], &rules, office.today).objections.len(), 1);
    office.at(date(2026, 11, 20)).meets(1, None);
    assert_eq!(office.row(1).objected, None);
}

#[test]
fn unfinished_goals_stay_late_in_the_new_year_until_a_word_settles_them() {
    let mut office = Office::of(1, date(2026, 1, 5));
    let old = office.plans(1, "Arsip tertata", Period::year(2026));
    office.at(date(2026, 11, 21)).measures(1, old, 40, date(2026, 11, 21)).unwrap();
    let late = |office: &Office| -> Vec<String> {
        let rules = RuleSet::default();
        let judged = by_neglect(office.roster.team(Default::default()), &office.roster, &rules, office.today);
        let list = due(&judged, &[office.dossier(1).clone()], &rules, office.today);
        list.goals.iter().filter(|goal| goal.state == "late").map(|goal| goal.title.clone()).collect()
    };
    office.at(date(2027, 1, 1));
    assert_eq!(late(&office), ["Arsip tertata"]);
    assert!(ids(&office.attention(1)).contains(&"goals-late") && office.brief(1).contains("Arsip tertata"));
    let new = office.plans(1, "Arsip tertata", Period::year(2027));
    office.at(date(2027, 1, 5));
    assert_eq!(late(&office), ["Arsip tertata"], "a new plan hides nothing");
    let plan = PerformancePlan::on(office.dossier(1), office.today).unwrap();
    assert_eq!((plan.goals.len(), plan.own, plan.mean.value), (2, 1, None), "figures are the plan's own");
    // A value of last year is last year's, whichever goal it is typed at.
    let wrong = office.measures(1, new, 95, date(2026, 12, 31)).unwrap_err();
    assert_eq!(wrong, Refusal::OtherPlan { own: Period::year(2027), other: Period::year(2026) });
    office.measures(1, old, 95, date(2026, 12, 31)).unwrap();
    let before = office.judge(intent::NoteCheckIns {
        person: person(1),
        entries: vec![NewCheckIn {
            result: old.0,
            indicator: old.1,
            on: date(2025, 12, 31),
            value: Some(Number::ONE),
            note: String::new(),
            evidence: String::new(),
        }],
        session: None,
    });
    assert_eq!(before.unwrap_err(), Refusal::BeforePeriod(Period::year(2026)));
    let done = intent::SayStatus { person: person(1), result: old.0, status: GoalStatus::Done, reason: "selesai".into() };
    office.does(done);
    assert_eq!(late(&office), Vec::<String>::new());
}

#[test]
fn two_halves_are_two_plans_and_one_figure_everywhere() {
    let mut office = Office::of(1, date(2026, 1, 5));
    let first = office.plans(1, "Semester satu", Period { from: date(2026, 1, 1), until: date(2026, 6, 30) });
    let second = office.plans(1, "Semester dua", Period { from: date(2026, 7, 1), until: date(2026, 12, 31) });
    office.at(date(2026, 6, 30)).measures(1, first, 100, date(2026, 6, 30)).unwrap();
    office.at(date(2026, 11, 21)).measures(1, second, 20, date(2026, 11, 21)).unwrap();
    let page = PerformancePlan::on(office.dossier(1), office.today).unwrap();
    let list = office.row(1).plan(office.today).unwrap();
    assert_eq!((page.mean.value.map(Number::percent), list.share().map(Number::percent)), (Some(20), Some(20)));
    assert!(office.brief(1).contains("20%"), "{}", office.brief(1));
}

#[test]
fn what_kept_its_target_up_to_its_own_day_is_reached_and_what_was_never_measured_is_not() {
    let mut office = Office::of(1, date(2026, 1, 5));
    let (result, _) = office.plans(1, "Survei kepuasan", Period::year(2026));
    let mut dossier = office.dossier(1).clone();
    let survey = &mut dossier.results[0];
    survey.due = Some(date(2026, 6, 30));
    survey.indicators[0].accrual = Accrual::Level;
    let value = |on| CheckIn {
        id: CheckInId(uuid::Uuid::from_u128(7)),
        person: person(1),
        result,
        indicator: dossier.results[0].indicators[0].id,
        on,
        value: Some(Number::from(106)),
        note: Shared::new(String::new()),
        evidence: Shared::new(String::new()),
        session: None,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    };
    let kept = Dossier { check_ins: vec![value(date(2026, 6, 15))], ..dossier.clone() };
    let rules = RuleSet::default();
    let states = |dossier: &Dossier, day: Date| -> Vec<&'static str> {
        due(&[], std::slice::from_ref(dossier), &rules, day).goals.iter().map(|goal| goal.state).collect()
    };
    assert_eq!(states(&kept, date(2026, 11, 21)), Vec::<&str>::new());
    assert_eq!(states(&dossier, date(2026, 11, 21)), ["late"]);
    let mut half = kept.clone();
    let mut other = half.results[0].indicators[0].clone();
    other.id = IndicatorId(uuid::Uuid::from_u128(8));
    half.results[0].indicators.push(other);
    assert_eq!(states(&half, date(2026, 11, 21)), ["late"], "one of two was never measured");
    let plan = PerformancePlan::on(&half, date(2026, 11, 21)).unwrap();
    assert_ne!(plan.goals[0].verdict(&rules), Some(crate::domain::goal::Verdict::Reached));
}

#[test]
fn nothing_is_asked_of_whoever_left_and_ones_own_promise_stays_everywhere() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 1));
    for owner in [Owner::Supervisor, Owner::Employee] {
        let text = Audienced::new(Audience::Shared, format!("kirim laporan {owner:?}"));
        let (due, measure, tags) = (Some(date(2026, 11, 10)), String::new(), vec![]);
        office.does(intent::Agree { person: person(1), owner, text, due, measure, tags, session: None });
    }
    office.at(date(2026, 11, 15));
    office.does(intent::Retire { person: person(1), status: PersonStatus::Retired { on: None } });
    office.at(date(2026, 11, 21));
    let rules = RuleSet::default();
    let judged = by_neglect(office.roster.team(Default::default()), &office.roster, &rules, office.today);
    let list = due(&judged, &[office.dossier(1).clone()], &rules, office.today);
    assert_eq!(list.actions.iter().map(|action| action.owner).collect::<Vec<_>>(), [Owner::Supervisor]);
    assert_eq!(ids(&office.attention(1)), ["my-promises-overdue"], "the list says what is due");
}

//! Offices over time, day by day: what the list, the table, what is due, the brief and the plans say is the same, and
//! what happened counts, not what was planned. Tests only.

use super::brief::brief;
use super::due::{self, due};
use super::goals::progress_text;
use super::status::{by_neglect, machine_row};
use crate::domain::competency::tally::Gauge;
use crate::domain::goal::concern::concerning;
use crate::domain::goal::{
    Accrual, Approach, GoalStatus, Measure, PerformancePlan, ResultClass, ResultScope, rollup::rollups,
};
use crate::domain::people::attention::{Attention, Place, Reason, attention};
use crate::domain::records::intent::{IndicatorTerms, Intent, NewCheckIn, NewResult, Outcome, ResultTerms, World, plan};
use crate::domain::records::record::Profile;
use crate::domain::*;
use crate::i18n::{Lang, Words};
use jiff::civil::{Date, date};
use std::collections::{BTreeSet, HashMap};

/// A supervisor (0) and those who report to him or her, with a clock that the test moves.
struct Office {
    roster: Roster,
    dossiers: HashMap<PersonId, Dossier>,
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

    fn judge(&mut self, intent: Intent) -> Result<Change, Refusal> {
        let now = self.today.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let (rules, actor) = (RuleSet::default(), Actor::default());
        let world =
            World { roster: &self.roster, dossiers: &self.dossiers, rules: &rules, today: self.today, now, actor: &actor };
        plan(&world, &mut self.ids, intent)
    }

    fn does(&mut self, intent: Intent) -> Change {
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
        let change = self.does(Intent::PlanResult { person: person(n), result });
        let Some(Record::WorkResult(result)) = change.ops[0].after() else { panic!("no result") };
        (result.id, result.indicators[0].id)
    }

    fn measures(&mut self, n: u128, at: (ResultId, IndicatorId), value: i64, on: Date) -> Result<(), Refusal> {
        let value = Some(Number::from(value));
        let entry = NewCheckIn { result: at.0, indicator: at.1, on, value, note: String::new(), evidence: String::new() };
        let intent = Intent::CheckIn { person: person(n), entries: vec![entry], session: None };
        self.judge(intent.clone())?;
        self.does(intent);
        Ok(())
    }

    fn begins(&mut self, n: u128) -> SessionId {
        self.does(Intent::StartSession { person: person(n), kind: SessionKind::Dialogue });
        self.dossier(n).open_session().unwrap().id
    }
    fn closes(&mut self, n: u128, next: Option<Date>) -> String {
        let id = self.dossier(n).open_session().unwrap().id;
        let sheet = Shared::new(format!("Lembar {} {}", n, self.today));
        self.does(Intent::CloseSession { person: person(n), id, sheet, next });
        self.dossier(n).session(id).unwrap().receipt().unwrap().to_owned()
    }
    fn meets(&mut self, n: u128, next: Option<Date>) -> String {
        self.begins(n);
        self.closes(n, next)
    }
    fn objects(&mut self, n: u128, receipt: String) {
        let answer = Acknowledgement::Objects { on: self.today, reason: "angka salah".into() };
        self.does(Intent::Acknowledge { person: person(n), receipt, answer });
    }
}

fn ids(attention: &Attention) -> Vec<&'static str> {
    attention.reasons.iter().map(Reason::id).collect()
}

#[test]
fn a_talk_held_early_leaves_nothing_postponed() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21));
    office.does(Intent::PlanSession { person: person(1), on: date(2026, 12, 20) });
    for (to, reason) in [(date(2026, 12, 28), "rapat"), (date(2027, 1, 5), "dinas")] {
        office.does(Intent::Postpone { person: person(1), to: Some(to), reason: reason.into() });
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
    office.does(Intent::PlanSession { person: person(1), on: date(2026, 12, 3) });
    office.closes(1, Some(date(2026, 12, 21)));
    let planned: Vec<Date> = office.dossier(1).sessions.iter().filter(|s| s.is_planned()).map(|s| s.on).collect();
    assert_eq!((planned, office.row(1).planned), (vec![date(2026, 12, 21)], Some(date(2026, 12, 21))));
    // Without a day on the sheet the agreed one stays.
    office.at(date(2026, 12, 21)).begins(1);
    office.does(Intent::PlanSession { person: person(1), on: date(2027, 1, 7) });
    office.closes(1, None);
    assert_eq!(office.row(1).planned, Some(date(2027, 1, 7)));
}

#[test]
fn a_discarded_talk_gives_back_what_was_ticked_off_and_measured_in_it() {
    let mut office = Office::of(1, date(2026, 1, 5));
    let goal = office.plans(1, "Arsip tertata", Period::year(2026));
    let line = Audienced::new(Audience::Private, "bahas kenaikan pangkat".to_owned());
    office.does(Intent::NoteAgenda { person: person(1), text: line, tags: vec![] });
    let id = office.at(date(2026, 11, 21)).begins(1);
    let agenda = office.dossier(1).agenda[0].id;
    office.does(Intent::SettleAgenda { person: person(1), id: agenda, outcome: Outcome::Done });
    let entry = NewCheckIn {
        result: goal.0,
        indicator: goal.1,
        on: office.today,
        value: Some(Number::from(40)),
        note: String::new(),
        evidence: String::new(),
    };
    office.does(Intent::CheckIn { person: person(1), entries: vec![entry], session: Some(id) });
    office.does(Intent::DiscardSession { person: person(1), id });
    assert_eq!(office.dossier(1).open_agenda().count(), 1);
    assert_eq!((office.dossier(1).check_ins.len(), office.dossier(1).check_ins[0].session), (1, None));
}

#[test]
fn a_talk_that_was_begun_and_left_is_late_and_says_since_when() {
    let mut office = Office::of(2, date(2026, 5, 1));
    office.at(date(2026, 5, 4)).begins(1);
    assert_eq!(office.attention(1).neglect.place, Place::Now);
    office.at(date(2026, 11, 19)).does(Intent::PlanSession { person: person(2), on: date(2026, 11, 20) });
    office.at(date(2026, 11, 21));
    let (left, late) = (office.attention(1), office.attention(2));
    assert_eq!((left.late, late.late), (201, 1));
    assert!(left.reasons.contains(&Reason::SessionOpen { days: 201 }) && left.neglect > late.neglect);
}

#[test]
fn the_clock_begins_at_the_return_from_leave_and_into_service() {
    let mut office = Office::of(2, date(2026, 6, 1));
    let leave = |from, until| Intent::SetLeave { person: person(1), from, until };
    office.at(date(2026, 6, 10)).does(leave(date(2026, 6, 15), Some(date(2026, 11, 15))));
    office.at(date(2026, 11, 16));
    let state = office.attention(1);
    assert_eq!((state.next, state.late), (Some(date(2026, 12, 16)), 0));
    assert!(!ids(&state).contains(&"never-praised"), "nobody could praise who was away");
    // Back by hand, earlier than agreed.
    office.at(date(2026, 12, 1)).does(leave(date(2026, 12, 1), None));
    office.at(date(2027, 3, 1)).does(Intent::Return { person: person(1) });
    let state = office.attention(1);
    assert_eq!((state.due.id(), state.next), ("later", Some(date(2027, 4, 1))));
    // Service that ended and begins again.
    office.at(date(2026, 7, 1)).does(Intent::Retire { person: person(2), status: PersonStatus::Retired { on: None } });
    assert_eq!(office.attention(2).due.id(), "ended");
    office.at(date(2027, 2, 1)).does(Intent::Return { person: person(2) });
    assert_eq!((office.attention(2).late, office.attention(2).next), (0, Some(date(2027, 3, 1))));
}

#[test]
fn what_fell_due_in_probation_stays_due_when_it_ends() {
    let mut office = Office::of(1, date(2026, 11, 2));
    let until = Some(date(2026, 11, 20));
    office.does(Intent::SetCadence { person: person(1), cadence: None, probation_until: until });
    office.at(date(2026, 11, 20));
    assert_eq!(office.attention(1).late, 4);
    office.at(date(2026, 11, 21));
    assert_eq!(office.attention(1).late, 5);
}

#[test]
fn a_day_planned_far_away_hides_nobody() {
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21)).does(Intent::PlanSession { person: person(1), on: date(2027, 11, 22) });
    assert!(ids(&office.attention(1)).contains(&"planned-far"));
    assert_eq!(office.attention(1).late, 0, "it was agreed today");
    office.at(date(2027, 6, 1));
    assert!(office.attention(1).late > 100);
    // Two months ahead was agreed and is believed.
    let mut office = Office::of(1, date(2026, 10, 20));
    office.at(date(2026, 11, 21)).does(Intent::PlanSession { person: person(1), on: date(2027, 1, 20) });
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
    let before = office.judge(Intent::CheckIn {
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
    let done = Intent::SayStatus { person: person(1), result: old.0, status: GoalStatus::Done, reason: "selesai".into() };
    office.does(done);
    assert_eq!(late(&office), Vec::<String>::new());
}

/// Everybody's figures and names on one day, from everything that says them.
fn agree(office: &Office, day: Date) {
    let (rules, words) = (RuleSet::default(), Words::new(Lang::Id));
    let judged = by_neglect(office.roster.team(Default::default()), &office.roster, &rules, day);
    let gauge = Gauge::new(&office.roster.catalogue, &rules, day);
    let dossiers: Vec<Dossier> = judged
        .iter()
        .filter(|(row, state)| due::is_worth_opening(row, state, &rules, day))
        .map(|(row, _)| office.dossiers[&row.id].clone())
        .collect();
    let list = due(&judged, &dossiers, &rules, day);
    let all: Vec<&Dossier> = office.dossiers.values().collect();
    let rolled = rollups(&all, day);
    let mut waiting: BTreeSet<String> = BTreeSet::new();
    for (row, state) in &judged {
        let dossier = &office.dossiers[&row.id];
        let status = machine_row(row, state, &office.roster, &gauge, day);
        let plan = PerformancePlan::on(dossier, day);
        let progress = plan.as_ref().and_then(|plan| plan.mean.value);
        assert_eq!(status.goals_progress, progress.map(Number::percent), "{day} {}: list and plan", status.name);
        let here = row.is_here(day);
        let concerns = if here { concerning(dossier, &rules, day) } else { vec![] };
        let dated = concerns.iter().filter(|(_, why)| why.iter().any(|c| c.is_dated())).count();
        let listed = list.goals.iter().filter(|goal| goal.person == status.id).count();
        assert_eq!(dated, listed, "{day} {}: due and plan", status.name);
        let says = |id: &str| status.why.contains(&id);
        let late = |goal: &&due::DueGoal| goal.person == status.id && goal.state == "late";
        assert_eq!(says("goals-late"), list.goals.iter().any(|goal| late(&goal)), "{day} {}: late goals", status.name);
        let waits = list.sessions.iter().any(|session| session.person == status.id);
        assert_eq!(waits, ["open", "overdue", "today", "soon"].contains(&status.state), "{day} {}", status.name);
        let objects = list.objections.iter().any(|objection| objection.person == status.id);
        assert_eq!(objects, says("objection"), "{day} {}: objection", status.name);
        let broken = |a: &&due::DueAction| a.person == status.id && a.days_late.is_some_and(|days| days > 0);
        let mine = list.actions.iter().filter(|a| a.owner == Owner::Supervisor && broken(a)).count();
        assert_eq!(mine > 0, says("my-promises-overdue"), "{day} {}: promises", status.name);
        let theirs = list.actions.iter().filter(|a| a.owner == Owner::Employee && broken(a)).count();
        assert_eq!(theirs > 0, says("their-actions-overdue"), "{day} {}: what is owed", status.name);
        let text = brief(dossier, &office.roster, &rules, day, &words, 100);
        let text: String = text.iter().map(|line| format!("{line}\n")).collect();
        if let Some((goal, _)) = concerns.first() {
            assert!(text.contains(&goal.result.title), "{day} {}: {text}", status.name);
        } else if let Some(plan) = plan.filter(|plan| plan.open_targets() == 0 && plan.mean.value.is_some()) {
            assert!(text.contains(&progress_text(&words, plan.mean.value)), "{day} {}: {text}", status.name);
        }
        for part in rolled.iter().flat_map(|rollup| &rollup.parts).filter(|part| part.person == row.id) {
            let own = PerformancePlan::on(dossier, day).unwrap();
            let same = own.own().iter().find(|goal| goal.result.id == part.goal.result.id).unwrap();
            assert_eq!(same.mean, part.goal.mean, "{day} {}: roll-up and plan", status.name);
        }
        if waits {
            waiting.insert(status.id.clone());
        }
    }
    // Whoever is late stands before whoever is not, objections before all, people away behind.
    let places: Vec<Place> = judged.iter().map(|(_, state)| state.neglect.place).collect();
    assert!(places.windows(2).all(|two| two[0] >= two[1]), "{day}: {places:?}");
    let order: Vec<&str> = list.sessions.iter().map(|session| session.person.as_str()).collect();
    assert_eq!(order.iter().map(|id| (*id).to_owned()).collect::<BTreeSet<_>>(), waiting, "{day}");
}

#[test]
fn on_every_day_of_two_years_everything_says_the_same() {
    let begin = date(2026, 1, 5);
    let mut office = Office::of(12, begin);
    let half = |year: i16, second: bool| match second {
        false => Period { from: date(year, 1, 1), until: date(year, 6, 30) },
        true => Period { from: date(year, 7, 1), until: date(year, 12, 31) },
    };
    let mut goals: Vec<(u128, (ResultId, IndicatorId), Period)> = Vec::new();
    let mut receipts: HashMap<u128, String> = HashMap::new();
    let mut day = begin;
    while day < date(2028, 1, 20) {
        office.at(day);
        let n = 1 + day.day_of_year() as u128 % 12;
        for (when, year) in [(date(2026, 1, 6), 2026), (date(2026, 12, 20), 2027)] {
            if day == when {
                for n in 1..=12u128 {
                    // Halves for some, July to June for one, the whole year for the others, nothing for the last.
                    let periods = match n {
                        1..=4 => vec![half(year, false), half(year, true)],
                        5 => vec![Period { from: date(year, 7, 1), until: date(year + 1, 6, 30) }],
                        12 => vec![],
                        _ => vec![Period::year(year)],
                    };
                    for (i, period) in periods.into_iter().enumerate() {
                        let title = format!("Hasil {n} {year} {i}");
                        goals.push((n, office.plans(n, &title, period), period));
                    }
                }
            }
        }
        let here = office.row(n).is_here(day);
        let open = office.dossier(n).open_session().is_some();
        match day.day_of_year() % 10 {
            0 if here && !open => {
                receipts.insert(n, office.meets(n, None));
            }
            1 if here && !open => {
                office.does(Intent::PlanSession {
                    person: person(n),
                    on: day.checked_add(jiff::Span::new().days(9)).unwrap(),
                });
            }
            2 if here && !open => {
                let to = day.checked_add(jiff::Span::new().days(20)).unwrap();
                office.does(Intent::Postpone { person: person(n), to: Some(to), reason: "rapat".into() });
            }
            3 => {
                for owner in [Owner::Supervisor, Owner::Employee] {
                    let text = Audienced::new(Audience::Shared, "kirim laporan".to_owned());
                    let due = day.checked_add(jiff::Span::new().days(30)).ok();
                    let (measure, tags) = (String::new(), vec![]);
                    office.does(Intent::Agree { person: person(n), owner, text, due, measure, tags, session: None });
                }
            }
            4 => {
                if let Some(id) = office.dossier(n).open_actions().first().map(|action| action.id) {
                    office.does(Intent::SettleAction { person: person(n), id, outcome: Outcome::Done, session: None });
                }
            }
            5 if here => {
                if let Some(receipt) = receipts.remove(&n) {
                    office.objects(n, receipt);
                }
            }
            6 => {
                let words = Audienced::new(Audience::Private, Sbi::plain("membantu loket"));
                let (kind, tags) = (FeedbackKind::Praise, vec![]);
                office.does(Intent::NoteFeedback { person: person(n), on: day, kind, words, tags, session: None });
            }
            7 if n == 7 && here => {
                let until = day.checked_add(jiff::Span::new().days(45)).ok();
                office.does(Intent::SetLeave { person: person(n), from: day, until });
            }
            8 if n == 9 && here => {
                office.does(Intent::MovePerson { person: person(n), unit: Some(format!("Seksi {day}")), position: None });
            }
            9 if n == 11 => {
                let intent = match here {
                    true => Intent::Retire { person: person(n), status: PersonStatus::Retired { on: Some(day) } },
                    false => Intent::Return { person: person(n) },
                };
                office.does(intent);
            }
            _ => {}
        }
        let running: Vec<_> = goals.iter().filter(|(of, _, period)| *of == n && period.contains(day)).cloned().collect();
        for (of, at, period) in running {
            let passed = crate::domain::period::days_between(period.from, day) * 100 / period.days();
            // A result that was left at a move takes no more values.
            let _ = office.measures(of, at, passed * (60 + of as i64 * 5) / 100, day);
        }
        agree(&office, day);
        day = day.tomorrow().unwrap();
    }
    assert!(goals.len() > 20 && office.dossiers.values().map(|d| d.sessions.len()).sum::<usize>() > 50);
}

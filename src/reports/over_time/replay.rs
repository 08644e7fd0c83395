//! Two years of a twelve-person office: on every day everything that says something says the same. The screens are
//! held against it in `app::over_time`.

use super::*;
use crate::domain::competency::tally::Gauge;
use crate::domain::goal::concern::concerning;
use crate::domain::goal::rollup::rollups;
use crate::reports::due;
use crate::reports::goals::progress_text;
use crate::reports::status::machine_row;
use proptest::prelude::*;
use std::collections::BTreeSet;

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
    let list = due::due(&judged, &dossiers, &rules, day);
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
    two_years(agree);
}

/// Every day from the first on, with what happened on it: `look` sees the office in the evening.
pub(crate) fn two_years(mut look: impl FnMut(&Office, Date)) {
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
                office.does(intent::PlanSession {
                    person: person(n),
                    on: day.checked_add(jiff::Span::new().days(9)).unwrap(),
                });
            }
            2 if here && !open => {
                let to = day.checked_add(jiff::Span::new().days(20)).unwrap();
                office.does(intent::Postpone { person: person(n), to: Some(to), reason: "rapat".into() });
            }
            3 => {
                for owner in [Owner::Supervisor, Owner::Employee] {
                    let text = Audienced::new(Audience::Shared, "kirim laporan".to_owned());
                    let due = day.checked_add(jiff::Span::new().days(30)).ok();
                    let (measure, tags) = (String::new(), vec![]);
                    office.does(intent::Agree { person: person(n), owner, text, due, measure, tags, session: None });
                }
            }
            4 => {
                if let Some(id) = office.dossier(n).open_actions().first().map(|action| action.id) {
                    office.does(intent::SettleAction { person: person(n), id, outcome: Outcome::Done, session: None });
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
                office.does(intent::NoteFeedback { person: person(n), on: day, kind, words, tags, session: None });
            }
            7 if n == 7 && here => {
                let until = day.checked_add(jiff::Span::new().days(45)).ok();
                office.does(intent::SetLeave { person: person(n), from: day, until });
            }
            8 if n == 9 && here => {
                office.does(intent::MovePerson { person: person(n), unit: Some(format!("Seksi {day}")), position: None });
            }
            9 if n == 11 => {
                let intent: Intent = match here {
                    true => intent::Retire { person: person(n), status: PersonStatus::Retired { on: Some(day) } }.into(),
                    false => intent::Return { person: person(n) }.into(),
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
        look(&office, day);
        day = day.tomorrow().unwrap();
    }
    assert!(goals.len() > 20 && office.dossiers.values().map(|d| d.sessions.len()).sum::<usize>() > 50);
}

/// Whose plan, its days, and the days and figures of its values.
type Planned = (u128, Period, Vec<(i64, i64)>);

/// Plans of any length over three years, for three people, with values or without.
fn plans() -> impl Strategy<Value = Vec<Planned>> {
    let start = (0i32..30, prop::sample::select(vec![3i32, 6, 12, 12]));
    let values = prop::collection::vec((0i64..700, 0i64..160), 0..4);
    let plan = (1u128..4, start, values).prop_map(|(n, (from, months), values)| {
        let from = date(2026, 1, 1).checked_add(jiff::Span::new().months(from)).unwrap();
        let until = from.checked_add(jiff::Span::new().months(months)).unwrap().yesterday().unwrap();
        (n, Period { from, until }, values)
    });
    prop::collection::vec(plan, 0..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]
    #[test]
    fn whatever_plans_there_are_every_door_has_one_figure_on_every_day(plans in plans(), days in 0i64..1300, moved in 0i64..900) {
        let begin = date(2026, 1, 5);
        let mut office = Office::of(3, begin);
        let day = begin.checked_add(jiff::Span::new().days(moved)).unwrap();
        for (i, (n, period, values)) in plans.into_iter().enumerate() {
            let at = office.plans(n, &format!("Hasil {i}"), period);
            for (after, value) in values {
                let on = period.from.checked_add(jiff::Span::new().days(after)).unwrap();
                // Nobody measures ahead of the day, and a value outside its plan is refused.
                let _ = on <= day && office.at(on.max(begin)).measures(n, at, value, on).is_ok();
            }
        }
        office.at(day).does(intent::MovePerson { person: person(1), unit: Some("Seksi B".into()), position: None });
        for later in [0, 1, days] {
            let on = day.checked_add(jiff::Span::new().days(later)).unwrap();
            agree(office.at(on), on);
        }
    }
}

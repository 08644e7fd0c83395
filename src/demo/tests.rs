//! Tests of `sample`.

use super::*;
use crate::domain::people::attention;
use crate::domain::people::attention::Attention;
use crate::domain::people::cadence::working_day;
use jiff::civil::date;
use std::collections::HashMap;

fn sheet(dossier: &Dossier, session: &Session) -> SharedText {
    Shared::new(format!("Lembar {} {}", dossier.person.name.full(), session.on))
}

/// Working days, a week-end, the turn of a year, a leap day.
fn days() -> Vec<Date> {
    [(2026, 11, 21), (2026, 11, 25), (2027, 1, 1), (2026, 8, 17), (2028, 2, 29), (2026, 6, 1), (2026, 12, 31), (2027, 3, 15)]
        .map(|(y, m, d)| date(y, m, d))
        .to_vec()
}

fn dossiers(office: &Office) -> Vec<Dossier> {
    let mut out = Vec::new();
    for change in office.changes(&sheet).skip(1) {
        let records: Vec<Record> = change.ops.iter().filter_map(|op| op.after().cloned()).collect();
        let Some(Record::Person(person)) = records.first().cloned() else { panic!("the person comes first") };
        assert_eq!(change.about, Some(person.id));
        assert!(records.iter().all(|r| r.person() == Some(person.id)));
        out.push(Dossier::from_records(person, records));
    }
    out
}

fn roster(office: &Office, dossiers: &[Dossier]) -> Roster {
    let mut roster = Roster::new(Profile::default(), UnitTree::default(), dossiers.iter().map(RosterRow::of).collect());
    let founding = office.changes(&sheet).next().unwrap();
    roster.apply_office(&founding);
    roster
}

fn judged(roster: &Roster, today: Date) -> Vec<(String, Attention, RosterRow)> {
    let rules = RuleSet::default();
    let mut out: Vec<_> = roster
        .team(crate::domain::people::roster::Scope::Mine)
        .map(|row| (row.name.name.clone(), attention::attention(row, roster, &rules, today), row.clone()))
        .collect();
    out.sort_by_key(|(name, a, _)| (std::cmp::Reverse(a.neglect), name.clone()));
    out
}

#[test]
fn nothing_of_it_is_refused_on_any_day() {
    for today in days() {
        for seed in [1, 2, 77] {
            let office = office(&Plan { seed, ..Plan::section(today) });
            for seat in 0..office.seats.len() {
                let (dossier, refused) = office.life(seat, &sheet);
                assert_eq!(refused, vec![], "{today} seed {seed} seat {seat} {:?}", dossier.map(|d| d.person.name.full()));
            }
        }
    }
    let town = office(&Plan { people: 300, years: 3, seed: 5, today: date(2026, 11, 21) });
    let refused: Vec<Refusal> = (0..town.seats.len()).flat_map(|seat| town.life(seat, &sheet).1).collect();
    assert_eq!(refused, vec![]);
}

#[test]
fn the_first_screen_shows_every_state() {
    for today in days() {
        let office = office(&Plan::section(today));
        let dossiers = dossiers(&office);
        let roster = roster(&office, &dossiers);
        let team = judged(&roster, today);
        assert_eq!(team.len(), 14);
        let count = |wanted: fn(&Due) -> bool| team.iter().filter(|(_, a, _)| wanted(&a.due)).count();
        assert!(count(|due| matches!(due, Due::Overdue(_))) >= 2, "{today}");
        assert!((3..=4).contains(&count(|due| matches!(due, Due::Today | Due::Soon(_)))), "{today}");
        assert_eq!(count(|due| *due == Due::Suspended), 1);
        assert_eq!(count(|due| *due == Due::Ended), 1);
        assert_eq!(count(|due| *due == Due::Open), 1);
        let promises: usize = team.iter().map(|(_, _, row)| RosterRow::overdue(&row.my_due, today)).sum();
        assert!((1..=2).contains(&promises), "{today}: {promises}");
        let says = |id: &str| team.iter().filter(|(_, a, _)| a.reasons.iter().any(|r| r.id() == id)).count();
        assert_eq!(says("probation"), 1);
        assert_eq!(says("postponed-often"), 1);
        assert!(says("missed") >= 1 && says("their-actions-overdue") >= 1, "{today}");
        assert_eq!(team.iter().filter(|(_, a, row)| row.last_session.is_none() && a.next.is_some()).count(), 1);
        let quiet = team.iter().position(|(name, ..)| name.starts_with("Nurhayati")).unwrap();
        assert!(quiet <= 2, "{today}: {quiet}");
        assert!(team[quiet].1.reasons.iter().any(|r| matches!(r, attention::Reason::NoPraise { days } if *days >= 88)));
        let unpraised = says("no-praise") + says("never-praised");
        assert!(unpraised <= 2, "{today}: {unpraised} unpraised");
        assert!(team.iter().any(|(_, _, row)| row.kind == EmploymentKind::Pppk));
        assert!(team.iter().any(|(_, _, row)| (38..=44).contains(&row.name.full().chars().count())));
    }
}

/// What the goals of somebody are like on a day, as words that a test can ask for.
fn state_of_goals(dossier: &Dossier, today: Date) -> Vec<String> {
    use crate::domain::goal::PerformancePlan;
    let rules = RuleSet::default();
    let Some(plan) = PerformancePlan::on(dossier, today) else { return vec!["no plan".into()] };
    let mut out = vec![];
    for goal in &plan.goals {
        let word = goal.result.status().map_or("unsaid", |word| word.id());
        let verdict = goal.verdict(&rules).map_or("unmeasured", |verdict| verdict.id());
        out.push(format!("{word}/{verdict}"));
        out.extend(goal.disagrees(&rules).then(|| "disagree".into()));
        out.extend(goal.mean.value.is_some_and(|share| share > Number::ONE).then(|| "above".into()));
        let stale = goal.last_check_in().is_some_and(|on| period::days_between(on, today) > 35);
        out.extend((stale && goal.result.is_active()).then(|| "stale".into()));
        let revised = goal.result.indicators.iter().any(|i| !i.revisions.is_empty());
        out.extend(revised.then(|| "revised".into()));
        let noted = dossier.feedback.iter().any(|f| f.tags.contains(&goal.result.tag));
        out.extend(noted.then(|| "noted".into()));
    }
    out.extend((plan.open_targets() > 0).then(|| "open targets".into()));
    match plan.mean.weighting {
        goal::Weighting::Given { total } => out.push(format!("weights {total}")),
        weighting => out.push(weighting.id().into()),
    }
    let waits = |r: &&WorkResult| r.is_left() && r.scope == goal::ResultScope::Organisation;
    out.extend(dossier.results.iter().any(|r| waits(&r)).then(|| "waits".into()));
    out
}

#[test]
fn the_cast_has_goals_in_every_state() {
    let today = date(2026, 11, 21);
    let office = office(&Plan::section(today));
    let dossiers = dossiers(&office);
    let of = |name: &str| {
        let dossier = dossiers.iter().find(|d| d.person.name.name.starts_with(name)).unwrap();
        state_of_goals(dossier, today)
    };
    let expected: &[(&str, &[&str])] = &[
        ("Rosmala", &["on-track/on-pace", "weights 100"]),
        ("Sari", &["revised", "on-track/unmeasured", "noted", "weights 100"]),
        ("Nurhayati", &["done/reached", "above", "on-track/on-pace", "weights 100"]),
        ("Ahmad", &["slipping/slipping", "off-track/behind", "equal"]),
        ("Dewi", &["on-track/behind", "disagree", "weights 90"]),
        ("Mariani", &["unsaid/on-pace", "stale"]),
        ("Fajar", &["no plan"]),
        ("Zulkifli", &["waits"]),
        ("Togar", &["done/reached"]),
        ("Yusuf", &["unsaid/on-pace", "stale"]),
        ("Wahyu", &["dropped/on-pace"]),
        ("Hendra", &["open targets"]),
    ];
    for (name, states) in expected {
        let found = of(name);
        states.iter().for_each(|state| assert!(found.iter().any(|f| f == state), "{name} {state}: {found:?}"));
    }
    let of_goals = ["goals-behind", "goals-late", "goals-due", "check-ins-old", "targets-open"];
    let team = judged(&roster(&office, &dossiers), today);
    for id in of_goals {
        assert!(team.iter().any(|(_, a, _)| a.reasons.iter().any(|r| r.id() == id)), "{id}");
    }
    let calm = team.iter().filter(|(_, a, _)| !a.reasons.iter().any(|r| of_goals.contains(&r.id()))).count();
    assert!((8..=10).contains(&calm), "{calm}");
}

#[test]
fn goals_leave_most_of_the_team_alone_on_any_ordinary_day() {
    // Not at the turn of a year, when every plan falls due and the old one still waits for its last word.
    for today in days().into_iter().filter(|day| (2..12).contains(&day.month())) {
        let office = office(&Plan::section(today));
        let team = judged(&roster(&office, &dossiers(&office)), today);
        let asks = |a: &Attention| a.reasons.iter().any(|r| r.id().contains("goals") || r.id().contains("check-ins"));
        let asking: Vec<&String> = team.iter().filter(|(_, a, _)| asks(a)).map(|(name, ..)| name).collect();
        assert!(asking.len() <= 6, "{today} {asking:?}");
    }
}

#[test]
fn results_of_the_supervisor_gather_the_team() {
    let today = date(2026, 11, 21);
    let dossiers = dossiers(&office(&Plan::section(today)));
    let all: Vec<&Dossier> = dossiers.iter().collect();
    let rollups = goal::rollup::rollups(&all, today);
    let own: Vec<_> = rollups.iter().filter(|r| r.own.is_some()).collect();
    assert_eq!(own.len(), 4);
    for rollup in own {
        let people: BTreeSet<PersonId> = rollup.parts.iter().map(|part| part.person).collect();
        assert!((4..=10).contains(&people.len()) && rollup.mean.value.is_some(), "{} {}", rollup.title, people.len());
    }
}

#[test]
fn values_are_dated_signed_and_linked_as_a_user_would_have_left_them() {
    let rules = RuleSet::default();
    for today in days() {
        let dossiers = dossiers(&office(&Plan { seed: 3, ..Plan::section(today) }));
        for dossier in &dossiers {
            let label = format!("{} on {today}", dossier.person.name.full());
            for check_in in &dossier.check_ins {
                let result = dossier.result(check_in.result).unwrap();
                assert!(result.indicator(check_in.indicator).is_some(), "{label}");
                let (day, minute) = calendar::office_time(check_in.written);
                assert!(check_in.on <= day && day < today && check_in.on >= result.period.from, "{label} {check_in:?}");
                assert!(working_day(day, &rules) == day && (7 * 60 + 20..=17 * 60).contains(&minute), "{label} {day}");
                let session = check_in.session.map(|id| dossier.session(id).unwrap());
                assert!(session.is_none_or(|s| s.on == check_in.on), "{label} {check_in:?}");
            }
        }
        let values: Vec<_> = dossiers.iter().flat_map(|d| &d.check_ins).collect();
        assert!(values.iter().any(|c| c.session.is_some()) && values.iter().any(|c| c.session.is_none()));
        assert!(values.iter().any(|c| !c.evidence.get().is_empty()));
        let following = |c: &&CheckIn| {
            let results = dossiers.iter().flat_map(|d| &d.results);
            results.filter(|r| r.id == c.result).any(|r| c.on > r.period.until)
        };
        assert!(values.iter().any(following), "{today}: a level measured after the year");
    }
}

/// What holds for every record, whoever wrote it.
fn check(dossier: &Dossier, today: Date, rules: &RuleSet) {
    let person = &dossier.person;
    let label = format!("{} on {today}", person.name.full());
    let nip = person.nip.as_ref().unwrap_or_else(|| panic!("{label} has no number"));
    let pppk = matches!(nip.start(), crate::domain::people::nip::Start::Pppk { .. });
    assert_eq!(pppk, person.kind == EmploymentKind::Pppk, "{label}");
    let closed: HashMap<SessionId, Date> = dossier.sessions.iter().filter(|s| s.is_closed()).map(|s| (s.id, s.on)).collect();
    assert!(dossier.sessions.iter().filter(|s| s.is_planned()).count() <= 1, "{label}");
    assert!(dossier.sessions.iter().filter(|s| s.is_open()).count() <= 1, "{label}");
    let mut written = Vec::new();
    for session in &dossier.sessions {
        assert!(session.is_planned() || session.on < today, "{label} {session:?}");
        if let SessionState::Closed { at, sheet, receipt } = &session.state {
            assert!(*at >= session.written && !session.purpose.is_empty() && session.response.is_some());
            assert!(receipt.is_some(), "{label}");
            if let (Some(sheet), Some(code)) = (sheet, receipt) {
                assert_eq!(&crate::domain::sessions::receipt::receipt(sheet), code);
            }
            assert_eq!(working_day(session.on, rules), session.on, "{label} {}", session.on);
            assert!(dossier.feedback_of(session.id).next().is_some(), "{label} {}", session.on);
            written.push((*at, session.on, &session.by));
        }
        written.push((session.written, session.on.min(today), &session.by));
    }
    for feedback in &dossier.feedback {
        assert!(feedback.on < today && feedback.on >= person.since, "{label} {feedback:?}");
        assert!(feedback.session.is_none_or(|id| closed.get(&id).is_none_or(|on| feedback.on <= *on)));
        written.push((feedback.written, feedback.on, &feedback.by));
    }
    for action in &dossier.actions {
        assert!(action.session.is_some(), "{label}: agreed in a talk");
        assert!(action.due.is_none_or(|due| due >= action.on), "{label} {action:?}");
        assert!(action.state.settled_on().is_none_or(|on| on >= action.on && on < today), "{label} {action:?}");
        written.push((action.written, action.on, &action.by));
    }
    for line in &dossier.agenda {
        written.push((line.written, line.on, &line.by));
    }
    for rating in &dossier.ratings {
        assert!(rating.on < today && rating.on >= person.since, "{label} {rating:?}");
        written.push((rating.written, rating.on, &rating.by));
    }
    for rating in &dossier.behaviours {
        assert!(rating.on < today && rating.on <= rating.period.last(), "{label} {rating:?}");
        written.push((rating.written, rating.on, &rating.by));
    }
    for expectation in &dossier.expectations {
        written.push((expectation.written, expectation.on, &expectation.by));
    }
    for (at, _, by) in written {
        let (day, minute) = calendar::office_time(at);
        assert!(day < today && day >= person.since, "{label} {day}");
        assert_eq!(working_day(day, rules), day, "{label} {day}");
        assert!((7 * 60 + 20..=17 * 60).contains(&minute), "{label} {minute}");
        assert!(!by.name.is_empty() && by.person == person.supervisor, "{label}");
    }
}

#[test]
fn records_are_dated_signed_and_linked_as_a_user_would_have_left_them() {
    let rules = RuleSet::default();
    for today in days() {
        for dossier in dossiers(&office(&Plan { seed: 3, ..Plan::section(today) })).iter().skip(2) {
            check(dossier, today, &rules);
        }
    }
    let town = office(&Plan { people: 400, years: 4, seed: 9, today: date(2026, 11, 21) });
    let dossiers = dossiers(&town);
    assert_eq!(dossiers.len(), 402);
    dossiers.iter().filter(|d| !d.sessions.is_empty()).for_each(|d| check(d, date(2026, 11, 21), &rules));
    let sheets = dossiers.iter().flat_map(|d| &d.sessions).filter(|s| s.sheet().is_some());
    assert!(sheets.map(|s| s.on).min().unwrap() >= date(2025, 11, 21));
}

#[test]
fn carried_lines_and_every_outcome_occur() {
    let dossiers = dossiers(&office(&Plan::section(date(2026, 11, 21))));
    let actions: Vec<&Action> = dossiers.iter().flat_map(|d| &d.actions).collect();
    for id in ["open", "done", "not_done", "dropped"] {
        assert!(actions.iter().any(|a| a.state.id() == id), "{id}");
    }
    assert!(actions.iter().any(|a| a.carried > 0) && actions.iter().any(|a| a.owner == Owner::Supervisor));
    let agenda: Vec<&AgendaLine> = dossiers.iter().flat_map(|d| &d.agenda).collect();
    assert!(agenda.iter().any(|a| a.carried > 0) && agenda.iter().any(|a| a.state.is_open()));
    let sessions: Vec<&Session> = dossiers.iter().flat_map(|d| &d.sessions).collect();
    for id in ["planned", "open", "closed", "postponed", "missed"] {
        assert!(sessions.iter().any(|s| s.state.id() == id), "{id}");
    }
    for id in ["signed", "read", "objects"] {
        assert!(sessions.iter().any(|s| s.acknowledgement.as_ref().is_some_and(|a| a.id() == id)), "{id}");
    }
    assert!(sessions.iter().any(|s| s.grow.is_some()) && sessions.iter().any(|s| !s.addenda.is_empty()));
}

#[test]
fn nobody_reads_the_same_text_twice_in_one_timeline() {
    let dossiers = dossiers(&office(&Plan::section(date(2026, 11, 21))));
    let mut distinct = BTreeSet::new();
    for dossier in &dossiers {
        let texts: Vec<String> = dossier.feedback.iter().map(|f| f.words.for_supervisor().behaviour.clone()).collect();
        let own: BTreeSet<&String> = texts.iter().collect();
        assert_eq!(own.len(), texts.len(), "{}", dossier.person.name.full());
        distinct.extend(texts);
    }
    assert!(distinct.len() >= 150, "{}", distinct.len());
}

#[test]
fn the_texts_are_clean_and_every_blank_in_them_is_filled() {
    let rules = RuleSet::default();
    for dossier in dossiers(&office(&Plan::section(date(2026, 11, 21)))) {
        for feedback in &dossier.feedback {
            let text = feedback.words.for_supervisor().text();
            assert!(!text.contains(['{', '}']), "{text}");
            if feedback.words.audience() == Audience::Shared {
                assert!(!rules.person_words.iter().any(|word| text.to_lowercase().contains(word)), "{text}");
            }
        }
    }
}

#[test]
fn the_same_plan_gives_the_same_bytes_and_another_seed_others() {
    let plan = Plan { people: 60, years: 1, seed: 4, today: date(2026, 11, 21) };
    let bytes = |plan: &Plan| -> Vec<u8> {
        office(plan).changes(&sheet).flat_map(|change| bincode::serialize(&change).unwrap()).collect()
    };
    let first = bytes(&plan);
    assert!(first == bytes(&plan.clone()));
    assert!(first != bytes(&Plan { seed: 5, ..plan }));
}

#[test]
fn a_town_has_heads_teams_and_no_loops() {
    let office = office(&Plan { people: 1_500, years: 1, seed: 1, today: date(2026, 11, 21) });
    assert_eq!(office.len(), 1_500 + 2 + 1);
    let mut team: HashMap<PersonId, usize> = HashMap::new();
    let mut nips = BTreeSet::new();
    for seat in &office.seats {
        if let Some(above) = seat.person.supervisor {
            *team.entry(above).or_default() += 1;
        }
        assert!(nips.insert(seat.person.nip.clone().unwrap()));
        let (mut at, mut steps) = (seat, 0);
        while let Some(above) = at.above {
            assert_eq!(at.person.supervisor, Some(office.seats[above].person.id));
            at = &office.seats[above];
            steps += 1;
            assert!(steps < 10);
        }
    }
    assert!(team.values().all(|size| *size <= 30));
    assert_eq!(team[&office.profile.me.unwrap()], 14);
    assert!(office.units.iter().filter(|unit| unit.head.is_none()).count() <= 1);
}

#[test]
fn ratings_show_gaps_surplus_what_is_old_and_what_was_not_seen() {
    use crate::domain::competency::{GapCount, Rater, StandardSource, Trend, standings};
    let rules = RuleSet::default();
    for today in days() {
        let office = office(&Plan::section(today));
        let (dossiers, roster) = (dossiers(&office), office.roster());
        let of = |dossier: &Dossier| standings(dossier, &roster.catalogue, &rules, today);
        let all: Vec<_> = dossiers.iter().flat_map(of).collect();
        let count: GapCount = all.iter().collect();
        assert!(count.short >= 4 && count.surplus >= 8 && count.met >= 40, "{today} {count:?}");
        assert!(count.stale >= 1 && count.unknown > count.stale, "{today} {count:?}");
        assert!(all.iter().any(|s| s.own_differs().is_some_and(|by| by > 0)), "{today}");
        assert!(all.iter().any(|s| !s.others.is_empty()) && all.iter().any(|s| s.not_observed.is_some()), "{today}");
        assert!(all.iter().any(|s| s.trend() == Some(Trend::Up)), "{today}");
        let ratings: Vec<&Rating> =
            dossiers.iter().flat_map(|d| &d.ratings).filter(|r| r.rater == Rater::Supervisor).collect();
        let backed = ratings.iter().filter(|rating| rating.has_evidence()).count();
        assert!((20..=70).contains(&(backed * 100 / ratings.len())), "{today}");
        assert!(ratings.iter().any(|r| r.facet.is_some()) && ratings.iter().any(|r| r.reason.for_supervisor().is_empty()));
        assert!(dossiers.iter().any(|d| !d.expectations.is_empty()) && dossiers.iter().any(|d| d.behaviours.len() == 28));
        assert!(roster.catalogue.standards().any(|s| s.source == StandardSource::Suggested));
        let required = roster.catalogue.standards().flat_map(|standard| standard.required.keys());
        required.for_each(|id| assert!(Framework::national().get(id).is_some(), "{id}"));
        let has = |position: &str| roster.catalogue.standard_of(Some(position)).is_some();
        assert!(!competency::standard::without_standard(roster.rows(), has).0.is_empty());
    }
}

#[test]
fn three_quarters_are_judged_one_is_running_an_objection_waits_and_credit_points_add_up() {
    use crate::domain::competency::PositionKind;
    use crate::domain::evaluation::credit::Credit;
    use crate::domain::evaluation::stage::{Stage, Standing};
    use crate::domain::period::{EvaluationPeriod, Quarter};
    let (today, rules) = (date(2026, 11, 21), RuleSet::default());
    let office = office(&Plan::section(today));
    let team: Vec<Dossier> = dossiers(&office).into_iter().skip(2).collect();
    let count = |number: u8, wanted: fn(Stage) -> bool| {
        let period = EvaluationPeriod::Quarter(Quarter { year: 2026, number });
        team.iter().filter(|dossier| wanted(Standing::of(dossier, period).stage)).count()
    };
    for number in [1, 2, 3] {
        assert!(count(number, |stage| stage != Stage::Undecided) >= 10, "{number}");
        assert!(count(number, |stage| matches!(stage, Stage::Signed | Stage::Read)) >= 3, "{number}");
    }
    assert_eq!(count(3, |stage| stage == Stage::Objected), 1);
    assert!(count(4, |stage| stage == Stage::Judged) >= 2 && count(4, |stage| stage == Stage::Undecided) >= 4);
    assert_eq!(count(4, |stage| stage == Stage::NotAssessed), 1);
    let open = team.iter().flat_map(|dossier| &dossier.objections).find(|objection| objection.is_open()).unwrap();
    assert!(period::days_between(open.on, today) <= 5 && !open.first_reason().is_empty());
    let analyst = team.iter().find(|dossier| dossier.person.name.name.starts_with("Dewi")).unwrap();
    let level = PositionKind::of(analyst.person.position.as_deref().unwrap());
    let credit = Credit::of(&analyst.evaluations, level, Number::ZERO, &rules).unwrap();
    assert!(credit.rows.len() >= 3, "{}", credit.rows.len());
    for dossier in &team {
        for found in &dossier.evaluations {
            assert!(found.on < today && found.on >= dossier.person.since, "{}", dossier.person.name.full());
            assert_eq!(found.assessor.person, dossier.person.supervisor);
            assert_eq!(working_day(found.on, &rules), found.on);
        }
    }
    assert_eq!(
        office
            .changes(&sheet)
            .next()
            .unwrap()
            .ops
            .iter()
            .filter(|op| matches!(op.after(), Some(Record::UnitResult(_))))
            .count(),
        5
    );
}

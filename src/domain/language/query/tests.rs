//! Tests of `query`.

use super::*;
use crate::domain::goal::{GoalFacts, GoalStatus, PlanFacts};
use crate::domain::people::attention::attention;
use crate::domain::people::roster::Day;
use crate::domain::records::record::Profile;
use crate::domain::{EmploymentKind, Nip, Person, PersonId, PersonName, Roster, RuleSet, UnitTree};
use jiff::civil::{Date, date};
use proptest::prelude::*;

const TODAY: Date = date(2026, 11, 21);

fn row() -> RosterRow {
    RosterRow::bare(&Person {
        id: PersonId(uuid::Uuid::nil()),
        name: PersonName { front: "Dra.".into(), name: "Nur'aini Siregar".into(), back: "M.Si.".into() },
        nip: Nip::parse("198609262015051001").ok(),
        kind: EmploymentKind::Pns,
        rank: Some("III/b".into()),
        position: Some("Pengelola Layanan Operasional".into()),
        unit: None,
        supervisor: None,
        status: PersonStatus::Active,
        tags: vec!["arsip".into(), "loket".into()],
        cadence: None,
        probation_until: None,
        since: date(2026, 11, 1),
    })
}

fn haystack(row: &RosterRow) -> Haystack {
    let roster = Roster::new(Profile::default(), UnitTree::default(), vec![row.clone()]);
    let rules = RuleSet::default();
    Haystack::of(row, &attention(row, &roster, &rules, TODAY), None, "Seksi Pelayanan Umum", &rules, TODAY)
}

fn found(query: &str, row: &RosterRow) -> bool {
    Query::parse(query).matches(&haystack(row))
}

#[test]
fn every_word_must_be_a_part_of_something() {
    let row = row();
    for query in [
        "",
        "  ",
        "sireg",
        "SIREGAR nur",
        "nuraini",
        "dra. m.si",
        "layanan",
        "pelayanan umum",
        "20150510",
        "arsip",
        "#ars",
        "#loket pns",
        "iii/b",
        "unit:umum",
        "jabatan:pengelola",
        "position:operasional",
        "nip:1986",
        "nama:nur",
        "\"pelayanan umum\"",
        "unit:\"pelayanan umum\"",
        "-lubis",
        "-unit:keuangan",
        "-#gudang",
        "tag:arsip",
        "-",
        "#",
        "unit:",
    ] {
        assert!(found(query, &row), "{query}");
    }
    for query in [
        "lubis",
        "siregar lubis",
        "-siregar",
        "#rsip",
        "#umum",
        "unit:siregar",
        "nama:umum",
        "\"umum pelayanan\"",
        "-#arsip",
        "nip:siregar",
        "status:xyz",
        "siregar -pns",
    ] {
        assert!(!found(query, &row), "{query}");
    }
}

#[test]
fn states_are_understood_in_both_languages() {
    type Make = fn(&mut RosterRow);
    let cases: [(&[&str], Make); 12] = [
        (&["terlambat", "overdue", "status:terl", "status:overdue"], |r| {
            (r.since, r.last_session) = (date(2026, 1, 5), Some(date(2026, 8, 1)))
        }),
        (&["hari ini", "today", "hari-ini", "status:\"hari ini\"", "pekan ini"], |r| r.planned = Some(TODAY)),
        (&["pekan ini", "soon", "minggu ini", "this week"], |r| r.planned = Some(date(2026, 11, 24))),
        (&["terbuka", "open", "draf", "draft"], |r| r.open_session = true),
        (&["cuti", "leave"], |r| r.status = PersonStatus::Leave { from: date(2026, 11, 1), until: None }),
        (&["pensiun", "retired"], |r| r.status = PersonStatus::Retired { on: None }),
        (&["pindah", "left"], |r| r.status = PersonStatus::Left { on: None, note: String::new() }),
        (&["percobaan", "probation"], |r| r.probation_until = Some(date(2027, 1, 1))),
        (&["janji", "promise"], |r| r.my_due = vec![Some(date(2026, 11, 1))]),
        (&["tindak lanjut", "action"], |r| r.their_due = vec![Some(date(2026, 11, 1))]),
        (&["belum dipuji", "unpraised", "belum-dipuji"], |r| r.since = date(2026, 1, 1)),
        (&["ditunda", "postponed"], |r| r.postponed = 1),
    ];
    for (queries, make) in cases {
        let (plain, mut changed) = (row(), row());
        make(&mut changed);
        for query in queries {
            assert!(found(query, &changed), "{query}");
            assert!(!found(query, &plain), "{query} without the state");
            assert!(!found(&format!("-{query}"), &changed) && found(&format!("-{query}"), &plain), "-{query}");
        }
    }
}

#[test]
fn a_state_begun_to_be_typed_is_found_already() {
    let mut row = row();
    (row.since, row.last_session) = (date(2026, 1, 5), Some(date(2026, 8, 1)));
    for query in ["ter", "terlam", "over", "status:o"] {
        assert!(found(query, &row), "{query}");
    }
}

#[test]
fn a_state_is_also_a_word_of_a_name_but_not_when_left_out() {
    let mut row = row();
    row.name.name = "Cuti Ananda".into();
    assert!(found("cuti", &row) && found("-cuti", &row) && !found("status:cuti", &row));
}

#[test]
fn fields_do_not_run_into_each_other() {
    assert!(!found("\"m.si. pengelola\"", &row()));
    assert!(!found("\u{1f}", &row()) || Query::parse("\u{1f}").is_empty());
}

proptest! {
    #[test]
    fn any_text_is_a_query(text in "\\PC{0,40}") {
        let query = Query::parse(&text);
        prop_assert!(!query.is_empty() || query.matches(&Haystack::default()));
        let _ = query.matches(&haystack(&row()));
    }

    #[test]
    fn more_words_never_find_more(a in "[a-z#]{0,2}", b in "-?[a-z#]{0,2}") {
        let haystack = haystack(&row());
        let found = |text: &str| Query::parse(text).matches(&haystack);
        prop_assert_eq!(found(&format!("{a} {b}")), found(&a) && found(&b));
    }

    #[test]
    fn a_part_of_the_name_always_finds_it(from in 0usize..20, len in 1usize..8) {
        let row = row();
        let name: Vec<char> = row.name.name.chars().collect();
        let part: String = name.iter().skip(from % name.len()).take(len).collect();
        prop_assert!(found(&format!("\"{part}\""), &row), "{}", part);
    }
}

#[test]
fn goals_are_asked_for_by_what_is_wrong_with_them() {
    let goal = |word, pace| GoalFacts {
        word,
        pace,
        reached: None,
        from: Day::from_date(date(2026, 1, 1)),
        until: Day::from_date(date(2026, 12, 31)),
        due: Day::from_date(date(2026, 12, 31)),
        last: Some(Day::from_date(TODAY)),
    };
    let with = |goals: Vec<GoalFacts>| {
        let (from, until) = (Day::from_date(date(2026, 1, 1)), Day::from_date(date(2026, 12, 31)));
        let plan = PlanFacts { from, until, goals, progress: Some(620), trend: vec![], open_targets: 0 };
        RosterRow { plans: vec![plan], ..row() }
    };
    let off = with(vec![goal(Some(GoalStatus::OffTrack), Some(950))]);
    let behind = with(vec![goal(None, Some(300)), goal(Some(GoalStatus::OnTrack), Some(950))]);
    let slipping = with(vec![goal(Some(GoalStatus::Slipping), Some(300))]);
    for query in ["sasaran:melenceng", "goal:off", "goals:off-track", "melenceng", "sasaran:mel", "off-track", "off track"] {
        assert!(found(query, &off) && found(query, &behind), "{query}");
        assert!(!found(query, &slipping), "{query}");
    }
    assert!(found("sasaran:tersendat", &slipping) && found("-goal:off", &slipping));
    assert!(found("sasaran:tanpa", &row()) && !found("goal:no-plan", &off), "nobody has planned anything");
    assert!(
        !found("sasaran:pensiun", &RosterRow { status: PersonStatus::Retired { on: Some(TODAY) }, ..row() }),
        "no state of goals"
    );
}

#[test]
fn gaps_are_asked_for_by_what_is_missing() {
    let row = row();
    let roster = Roster::new(Profile::default(), UnitTree::default(), vec![row.clone()]);
    let rules = RuleSet::default();
    let found = |query: &str, gaps: Option<GapCount>| {
        let attention = attention(&row, &roster, &rules, TODAY);
        Query::parse(query).matches(&Haystack::of(&row, &attention, gaps, "Seksi", &rules, TODAY))
    };
    let small = Some(GapCount { required: 9, short: 1, met: 8, levels: 1, largest: 1, ..GapCount::default() });
    let large = Some(GapCount { required: 9, short: 1, unknown: 8, levels: 2, largest: 2, ..GapCount::default() });
    let met = Some(GapCount { required: 9, met: 9, ..GapCount::default() });
    for query in ["gap:ada", "gap:any", "kesenjangan:ada", "gaps:an", "ada kesenjangan", "any-gap"] {
        assert!(found(query, small) && found(query, large), "{query}");
        assert!(!found(query, met) && !found(query, None), "{query}");
    }
    for query in ["gap:besar", "gap:large", "kesenjangan-besar"] {
        assert!(found(query, large) && !found(query, small), "{query}");
    }
    assert!(found("gap:belum", large) && !found("gap:unrated", met));
    assert!(found("tanpa-standar", None) && found("gap:no-standard", None) && !found("gap:tanpa", met));
    assert!(found("-gap:ada", met) && found("gap:", None));
}

#[test]
fn a_key_that_is_none_is_said_and_a_phrase_is_one_state() {
    for (query, key) in [
        ("bagian:arsip", Some("bagian")),
        ("-seksi:arsip lubis", Some("seksi")),
        ("unit:arsip", None),
        ("sasaran:mel", None),
        ("tag:arsip", None),
        ("12:30", None),
        ("https://arsip.go.id", None),
        ("bagian:", None),
    ] {
        assert_eq!(Query::parse(query).unknown_key(), key, "{query}");
    }
    let mut today = row();
    today.planned = Some(TODAY);
    for query in ["-\"hari ini\"", "-hari ini", "-hari-ini", "-today"] {
        assert!(!found(query, &today) && found(query, &row()), "{query}");
    }
}

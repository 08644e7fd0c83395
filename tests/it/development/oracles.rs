//! Effects, checks, floors and readiness against the oracles.

use super::rows::oracle;
use bina::domain::competency::{CompetencyId, Framework, Rater, Rating, RatingValue, lookup};
use bina::domain::development::career::{self, FactState};
use bina::domain::development::effect::{Group, Outcome, Why, before, outcome};
use bina::domain::development::floor::shown;
use bina::domain::development::month::{months_after, proposed};
use bina::domain::development::rules::DevelopmentRules;
use bina::domain::*;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde_json::Value;
use std::collections::BTreeMap;

fn levels(list: &Value) -> Vec<Level> {
    list.as_array().unwrap().iter().map(|n| Level::new(u8::try_from(n.as_u64().unwrap()).unwrap()).unwrap()).collect()
}

fn group(case: &Value) -> Group {
    let mut group = Group::default();
    for (before, after) in levels(&case["before"]).into_iter().zip(levels(&case["after"])) {
        group.add(&Outcome::Change { before, after, on: date(2026, 11, 20) });
    }
    group
}

fn written(number: Option<Number>) -> Option<String> {
    number.map(|number| {
        let text = number.write(DecimalSign::Comma).replace('.', "");
        let (whole, decimals) = text.split_once(',').unwrap_or((&text, ""));
        format!("{whole},{decimals:0<2}")
    })
}

#[test]
fn the_effect_of_a_group_is_that_of_the_oracle() {
    let (oracle, rules) = (oracle("effect.json"), DevelopmentRules::default());
    assert_eq!(u64::from(rules.effect.floor), oracle["floor"].as_u64().unwrap());
    for case in oracle["cases"].as_array().unwrap() {
        let group = group(case);
        assert_eq!(group.n() as u64, case["n"].as_u64().unwrap(), "{case}");
        let changes: Vec<i64> = group.changes().into_iter().map(i64::from).collect();
        assert_eq!(serde_json::json!(changes), case["changes"]);
        assert_eq!(written(group.mean(&rules)).as_deref(), case["mean"].as_str(), "{case}");
        assert_eq!(group.gained(), case["positive_levels"].as_i64().unwrap());
        let cost = group.cost_per_level(case["cost"].as_i64().map(Number::from));
        let wanted = case["cost_per_level"].as_str().map(|text| Number::read(text, DecimalSign::Point).unwrap());
        assert_eq!(cost, wanted, "{case}");
    }
    let comparison = &oracle["comparison"];
    let (trained, untrained) = (group(&comparison["trained"]), group(&comparison["untrained"]));
    assert_eq!(written(trained.difference(&untrained, &rules)).as_deref(), comparison["difference"].as_str());
    let few = Group { pairs: untrained.pairs[..4].to_vec(), ..Group::default() };
    assert_eq!(trained.difference(&few, &rules), None, "under five nothing is compared");
}

fn rating(number: u128, by: &str, level: Option<u8>, on: Date, framework: &str) -> Rating {
    Rating {
        id: RatingId(uuid::Uuid::from_u128(number)),
        person: PersonId(uuid::Uuid::nil()),
        competency: CompetencyId::new("integrity").unwrap(),
        value: level.and_then(Level::new).map_or(RatingValue::NotObserved, RatingValue::Level),
        rater: Rater::Supervisor,
        on,
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        facet: None,
        framework: framework.to_owned(),
        session: None,
        by: Actor { name: by.to_owned(), ..Actor::default() },
        written: Timestamp::UNIX_EPOCH,
    }
}

#[test]
fn before_and_after_are_compared_only_where_they_can_be() {
    let rules = DevelopmentRules::default();
    let (planned, ended) = (date(2026, 1, 15), date(2026, 8, 20));
    let id = CompetencyId::new("integrity").unwrap();
    let first = rating(1, "A", Some(2), date(2026, 1, 10), "2026");
    let of = |later: Rating| {
        let ratings = [first.clone(), later];
        outcome(before(&ratings, &id, planned).as_ref(), &ratings, &id, ended, &rules)
    };
    let november = date(2026, 11, 20);
    assert_eq!(of(rating(2, "A", Some(3), november, "2026")).change(), Some(1));
    assert_eq!(of(rating(2, "A", Some(1), november, "2026")).change(), Some(-1));
    assert_eq!(of(rating(2, "B", Some(3), november, "2026")), Outcome::Incomparable(Why::OtherRater));
    assert_eq!(of(rating(2, "A", None, november, "2026")), Outcome::Incomparable(Why::NotObserved));
    assert_eq!(of(rating(2, "A", Some(3), november, "2027")), Outcome::Incomparable(Why::FrameworkChanged));
    assert_eq!(of(rating(2, "A", Some(3), date(2026, 11, 19), "2026")), Outcome::NotYet { from: november });
    let late = [rating(2, "A", Some(3), november, "2026")];
    let none = outcome(before(&late, &id, planned).as_ref(), &late, &id, ended, &rules);
    assert_eq!(none, Outcome::Incomparable(Why::NoBefore));
    let mut group = Group::default();
    group.add(&none);
    assert_eq!((group.n(), group.left_out.len(), group.mean(&rules)), (0, 1, None));
}

#[test]
fn checks_fall_on_the_days_of_the_oracle() {
    let holidays = ["2027-03-25", "2027-03-26"].map(|day| day.parse::<Date>().unwrap());
    let rules = RuleSet { holidays: holidays.to_vec(), ..RuleSet::default() };
    for check in oracle("deadlines.json")["effect_checks"].as_array().unwrap() {
        let finished: Date = check["finished"].as_str().unwrap().parse().unwrap();
        for (months, key) in [(3, "m3"), (6, "m6")] {
            let day = months_after(finished, months);
            assert_eq!(Some(day.to_string().as_str()), check[key]["date"].as_str(), "{check}");
            let around = proposed(day, &rules).map(|p| (p.before.to_string(), p.after.to_string()));
            let text = |side: &str| check[key][side].as_str().map(str::to_owned);
            assert_eq!(around, text("before").zip(text("after")), "{check}");
        }
    }
}

#[test]
fn small_counts_do_not_leave_and_cannot_be_told_by_subtracting() {
    for case in oracle("attention.json")["floor"].as_array().unwrap() {
        let cells: Vec<usize> =
            case["cells"].as_array().unwrap().iter().map(|n| usize::try_from(n.as_u64().unwrap()).unwrap()).collect();
        let total = usize::try_from(case["n"].as_u64().unwrap()).unwrap();
        if cells.iter().sum::<usize>() != total {
            continue;
        }
        let shown = shown(&cells, 5);
        let hidden: usize = cells.iter().zip(&shown).filter(|(_, shown)| !**shown).map(|(n, _)| *n).sum();
        assert!(hidden == 0 || hidden >= 5 || shown.iter().all(|shown| !shown), "{case}");
        assert_eq!(shown.iter().all(|shown| *shown), case["shown"] == "both", "{case}");
        assert_eq!(shown.iter().all(|shown| !shown), case["shown"].as_str().unwrap().starts_with("none"), "{case}");
    }
}

fn id(name: &str) -> CompetencyId {
    // Technical ones of the office's list may be missing in the national framework.
    lookup::named(Framework::national(), name).map_or_else(|| CompetencyId::of_name(name).unwrap(), |found| found.id.clone())
}

/// What the office's list asks of a post.
fn standard(position: &str) -> BTreeMap<CompetencyId, Level> {
    let book = super::rows::workbook("standar-kompetensi.csv");
    let table = &book.sheets[0];
    let head = &table.rows[0];
    let column =
        |wanted: &str| (0..10).find(|at| bina::domain::language::clean::fold(head.text(*at)).contains(wanted)).unwrap();
    let (post, competency, level) = (column("jabatan"), column("kompetensi"), column("level"));
    let of_post = table.rows.iter().skip(1).filter(|row| row.text(post) == position);
    of_post.map(|row| (id(row.text(competency)), Level::new(row.text(level).parse().unwrap()).unwrap())).collect()
}

#[test]
fn readiness_is_a_list_of_facts_with_three_states() {
    let oracle = oracle("readiness.json");
    let named = |state: &Value| match state.as_str().unwrap() {
        "ada" => FactState::There,
        "belum" => FactState::NotYet,
        "tidak diketahui" => FactState::Unknown,
        other => panic!("{other}"),
    };
    for case in oracle["competencies"].as_array().unwrap() {
        let known: BTreeMap<CompetencyId, Level> = case["levels"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, level)| (id(name), Level::new(u8::try_from(level.as_u64().unwrap()).unwrap()).unwrap()))
            .collect();
        let fact = career::competencies(&standard(case["target"].as_str().unwrap()), |id| known.get(id).copied());
        let (expect, sorted) = (&case["expect"], |list: &Value| {
            let mut ids: Vec<CompetencyId> =
                list.as_array().unwrap().iter().map(|name| id(name.as_str().unwrap())).collect();
            ids.sort();
            ids
        });
        let career::Grounds::Competencies { met, of, not_met, unknown } = &fact.why else { panic!("{case}") };
        assert_eq!((*met as u64, *of as u64), (expect["met"].as_u64().unwrap(), expect["of"].as_u64().unwrap()), "{case}");
        assert_eq!((not_met, unknown), (&sorted(&expect["not_met"]), &sorted(&expect["unknown_names"])), "{case}");
        assert_eq!(fact.state, named(&expect["state"]), "{case}");
    }
    for line in oracle["lines"].as_array().unwrap() {
        let fact = match line["line"].as_str().unwrap() {
            "predikat dua tahun terakhir" => {
                let given = line["given"].as_object().unwrap().iter();
                let known = given.map(|(year, said)| (year.parse().unwrap(), said.as_str().unwrap().to_owned())).collect();
                Some(career::predicates(&known, 2026, 2))
            }
            "angka kredit" => {
                let have = line["have"].as_str().map(|text| Number::read(text, DecimalSign::Point).unwrap());
                career::credit(have, line["need"].as_i64().map(Number::from))
            }
            "pelatihan yang disyaratkan" => {
                let named = line["done"].as_array().into_iter().flatten().map(|v| v.as_str().unwrap().to_owned());
                let done: Vec<String> = named.collect();
                let required: Vec<String> = line["required"].as_str().map(str::to_owned).into_iter().collect();
                Some(career::training(&required, &done))
            }
            "hukuman disiplin" => {
                let office = line["given"].as_str().is_some_and(|given| given.starts_with("kepegawaian"));
                Some(career::discipline(office.then(|| (true, date(2026, 11, 1)))))
            }
            "lowongan" => Some(career::vacancy(line["answer"].as_str().map(|said| (said == "ya", date(2026, 11, 1))))),
            other => panic!("{other}"),
        };
        match fact {
            Some(fact) => assert_eq!(fact.state, named(&line["state"]), "{line}"),
            None => assert!(line["state"].as_str().unwrap().starts_with("(baris tidak ada"), "{line}"),
        }
    }
}

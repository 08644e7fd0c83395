//! Proposals, ceilings and the cost a head against the oracle.

use super::rows::{oracle, person, proposals, state, unit, workbook};
use bina::domain::development::course::{BudgetLine, Cheaper, against, per_head};
use bina::domain::development::proposal::{Sum, by_fund, live, planned_jp, sums_by};
use bina::domain::{Actor, BudgetId, DecimalSign, Number};
use jiff::Timestamp;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn money(value: &Value) -> Number {
    match value {
        Value::String(text) => Number::read(text, DecimalSign::Point).unwrap(),
        value => Number::from(value.as_i64().unwrap()),
    }
}

fn budget() -> Vec<BudgetLine> {
    let book = workbook("anggaran.csv");
    let rows = book.sheets[0].rows.iter().filter(|row| (4..=14).contains(&row.number) || row.number == 18);
    rows.map(|row| BudgetLine {
        id: BudgetId(uuid::Uuid::from_u128(u128::from(row.number))),
        year: row.text(0).parse().unwrap(),
        unit: unit(row.text(1)),
        fund: row.text(2).to_owned(),
        account: row.text(3).to_owned(),
        what: row.text(4).to_owned(),
        ceiling: Number::read(row.text(5).trim_start_matches("Rp"), DecimalSign::Comma).unwrap(),
        spent: Number::read(row.text(6), DecimalSign::Comma).ok(),
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    })
    .collect()
}

#[test]
fn proposals_are_summed_by_programme_state_and_fund_as_the_oracle_has_them() {
    let oracle = &oracle("cost-budget.json")["proposals"];
    let rows = proposals();
    assert_eq!(rows.len() as u64, oracle["accepted_rows"].as_u64().unwrap());
    assert_eq!(rows.iter().filter(|row| row.year == 2027).count() as u64, oracle["of_2027"].as_u64().unwrap());
    let all: Sum = live(&rows, 2027).collect();
    assert_eq!(
        (all.rows as u64, u64::from(all.jp)),
        (oracle["live"].as_u64().unwrap(), oracle["live_jp"].as_u64().unwrap())
    );
    assert_eq!(all.cost, money(&oracle["live_cost"]));
    for (name, wanted) in oracle["by_status"].as_object().unwrap() {
        let sum: Sum = rows.iter().filter(|row| row.year == 2027 && row.state == state(name)).collect();
        assert_eq!((sum.rows as u64, sum.cost), (wanted["rows"].as_u64().unwrap(), money(&wanted["cost"])), "{name}");
    }
    let programs = sums_by(live(&rows, 2027), |row| row.program.clone());
    let listed: Vec<&Value> = oracle["by_program"].as_array().unwrap().iter().collect();
    assert_eq!(programs.len(), listed.len());
    for wanted in listed {
        let sum = &programs[wanted["program"].as_str().unwrap()];
        let found = [sum.rows as u64, sum.people.len() as u64, sum.open_rows as u64, u64::from(sum.jp)];
        let numbers = ["rows", "persons", "open_rows", "jp_sum"].map(|key| wanted[key].as_u64().unwrap());
        assert_eq!((found, sum.cost), (numbers, money(&wanted["cost"])), "{wanted}");
    }
    for wanted in oracle["pppk"].as_array().unwrap() {
        let jp = planned_jp(&rows, person(wanted["nip"].as_str().unwrap()), 2027);
        assert_eq!(u64::from(jp), wanted["planned_jp_2027"].as_u64().unwrap(), "{wanted}");
        assert_eq!(u64::from(jp.saturating_sub(24)), wanted["over_24"].as_u64().unwrap(), "{wanted}");
    }
}

#[test]
fn what_a_unit_asks_for_is_held_against_its_ceiling_of_that_fund() {
    let oracle = &oracle("cost-budget.json")["proposals"]["by_unit_fund"];
    let sums = by_fund(&proposals(), &budget(), 2027);
    let listed = oracle.as_array().unwrap();
    assert_eq!(sums.len(), listed.len());
    for wanted in listed {
        let at = (Some(unit(wanted["unit"].as_str().unwrap())), wanted["fund"].as_str().unwrap());
        let sum = sums.iter().find(|sum| (sum.unit, sum.fund.as_str()) == at).unwrap();
        assert_eq!((sum.rows as u64, sum.cost), (wanted["rows"].as_u64().unwrap(), money(&wanted["cost"])), "{wanted}");
        let found = sum.against.map(|against| (against.ceiling, against.over, against.left));
        let known = !wanted["ceiling"].is_null();
        let expected = known.then(|| (money(&wanted["ceiling"]), money(&wanted["over"]), money(&wanted["left"])));
        assert_eq!(found, expected, "{wanted}");
    }
}

#[test]
fn a_workshop_in_the_office_is_compared_head_by_head() {
    let oracle = oracle("cost-budget.json");
    for wanted in oracle["per_head"].as_array().unwrap() {
        let people = usize::try_from(wanted["persons"].as_u64().unwrap()).unwrap();
        let heads = per_head(people, money(&wanted["per_person"]), money(&wanted["package"])).unwrap();
        assert_eq!((heads.sum, heads.package_each), (money(&wanted["sum"]), money(&wanted["package_per_head"])), "{wanted}");
        let cheaper = if wanted["cheaper"] == "paket" { Cheaper::Package } else { Cheaper::Each };
        assert_eq!(heads.cheaper(), cheaper, "{wanted}");
    }
    let example = &oracle["pagu_example"];
    assert_eq!(against(money(&example["sum"]), money(&example["ceiling"])).over, money(&example["over"]));
    assert!(per_head(0, Number::ONE, Number::ONE).is_none());
}

#[test]
fn a_topic_that_people_wish_is_counted_in_distinct_people() {
    use bina::domain::competency::Catalogue;
    use bina::domain::development::Subject;
    use bina::domain::development::need::{says_nothing, topics};
    let book = workbook("keinginan-pegawai.csv");
    let mut wished: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    // The last two rows are refused: nobody of that number, and no topic.
    for row in book.sheets[0].rows.iter().filter(|row| (2..=17).contains(&row.number)) {
        for topic in topics(row.text(4)).into_iter().filter(|topic| !says_nothing(topic)) {
            let subject = Subject::read(&topic, &Catalogue::default()).unwrap();
            let key = bina::domain::language::clean::fold(&subject.words);
            wished.entry(key).or_default().insert(row.text(2).to_owned());
        }
    }
    let listed = oracle("cost-budget.json");
    let listed = listed["wishes"].as_array().unwrap();
    assert_eq!(wished.len(), listed.len(), "{wished:?}");
    for wanted in listed {
        let found: Vec<&String> = wished[wanted["topic"].as_str().unwrap()].iter().collect();
        assert_eq!(found, wanted["nips"].as_array().unwrap().iter().map(|nip| nip.as_str().unwrap()).collect::<Vec<_>>());
        let leaves = bina::domain::development::floor::total_may_leave(found.len(), 5);
        assert_eq!(Some(leaves), wanted["may_leave_the_store"].as_bool(), "{wanted}");
    }
}

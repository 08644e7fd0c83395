//! Learning hours against the oracle: every person and year of the two training files.

use super::rows::{learning, oracle, workbook};
use bina::domain::EmploymentKind;
use bina::domain::development::hours::{JpRule, JpVerdict, jp_of_year};
use bina::domain::development::learning::Learning;
use bina::domain::development::rules::{DevelopmentRules, JpRules, PppkRule};
use serde_json::Value;

fn employment(total: &Value) -> EmploymentKind {
    if total["kind"] == "PPPK" { EmploymentKind::Pppk } else { EmploymentKind::Pns }
}

fn n(value: &Value) -> u32 {
    u32::try_from(value.as_u64().unwrap()).unwrap()
}

fn target() -> DevelopmentRules {
    DevelopmentRules { jp: JpRules { pppk_rule: PppkRule::Target, ..JpRules::default() }, ..DevelopmentRules::default() }
}

#[test]
fn learning_hours_of_every_person_and_year_are_those_of_the_oracle() {
    let oracle = oracle("jp-totals.json");
    let (siasn, own) = (workbook("riwayat-diklat-siasn.xlsx"), workbook("riwayat-belajar.csv"));
    let ledger: Vec<&Value> = oracle["ledger"].as_array().unwrap().iter().collect();
    let records: Vec<Learning> =
        ledger.iter().enumerate().map(|(number, line)| learning(line, &siasn, &own, number)).collect();
    assert_eq!(records.len(), 51, "22 + 6 rows of the service, 23 of the own list");
    let rules = DevelopmentRules::default();
    for total in oracle["totals"].as_array().unwrap() {
        let person = super::rows::person(total["nip"].as_str().unwrap());
        let own: Vec<Learning> = records.iter().filter(|record| record.person == person).cloned().collect();
        let year = i16::try_from(total["year"].as_i64().unwrap()).unwrap();
        let jp = jp_of_year(&own, &[], employment(total), year, &rules);
        let found = (jp.counted, jp.waiting, jp.over_cap, jp.rejected, jp.activities.len() as u32);
        let wanted = ["counted", "waiting", "over_cap", "rejected", "rows"].map(|key| n(&total[key]));
        assert_eq!(found, (wanted[0], wanted[1], wanted[2], wanted[3], wanted[4]), "{total}");
        match jp.verdict() {
            JpVerdict::Met => assert_eq!((total["met"].as_bool(), n(&total["missing"])), (Some(true), 0), "{total}"),
            JpVerdict::Missing(missing) => assert_eq!(missing, n(&total["missing"]), "{total}"),
            JpVerdict::Over(over) => assert_eq!(over, n(&total["over_limit"]), "{total}"),
            JpVerdict::Left(_) => assert_eq!(n(&total["over_limit"]), 0, "{total}"),
            JpVerdict::Nothing => panic!("{total}"),
        }
        if let Some(percent) = total["percent_floor"].as_u64() {
            assert_eq!(jp.rule.percent(jp.counted).map(u64::from), Some(percent), "{total}");
        }
        if total["kind"] == "PPPK" {
            let met = JpRule::of(EmploymentKind::Pppk, &target()).verdict(jp.counted) == JpVerdict::Met;
            assert_eq!(Some(met), total["as_target_met"].as_bool(), "{total}");
        }
    }
    for (line, record) in ledger.iter().zip(&records) {
        let own: Vec<Learning> = records.iter().filter(|other| other.person == record.person).cloned().collect();
        let jp = jp_of_year(&own, &[], EmploymentKind::Pns, record.year(), &rules);
        let counted = jp.activities.iter().find(|counted| counted.learning == Some(record.id)).unwrap();
        assert_eq!((counted.jp, counted.counts), (n(&line["jp"]), n(&line["counted"])), "{line}");
        assert_eq!(i64::from(record.year()), line["year"].as_i64().unwrap(), "{line}");
    }
}

#[test]
fn the_rule_of_pns_and_of_pppk_is_a_minimum_a_limit_or_a_target() {
    let limit = DevelopmentRules::default();
    for case in oracle("jp-totals.json")["cases"].as_array().unwrap() {
        let Some(jp) = case["jp"].as_u64().map(|jp| u32::try_from(jp).unwrap()) else { continue };
        let rules = if case["rule"] == "target" { target() } else { limit.clone() };
        let rule = JpRule::of(employment(case), &rules);
        match rule.verdict(jp) {
            JpVerdict::Met => assert_eq!(case["met"], true, "{case}"),
            JpVerdict::Missing(missing) => {
                assert_eq!((n(&case["missing"]), &case["met"]), (missing, &false.into()), "{case}")
            }
            JpVerdict::Over(over) => assert_eq!((n(&case["over"]), &case["warn"]), (over, &true.into()), "{case}"),
            JpVerdict::Left(_) => assert_eq!((n(&case["over"]), &case["warn"]), (0, &false.into()), "{case}"),
            JpVerdict::Nothing => panic!("{case}"),
        }
        if let Some(percent) = case["percent"].as_u64() {
            assert_eq!(rule.percent(jp).map(u64::from), Some(percent), "{case}");
        }
    }
}

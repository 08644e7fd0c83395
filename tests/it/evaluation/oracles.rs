//! The rules of evaluation against figures that another program computed.

use bina::domain::calendar::{Calendar, Deadline};
use bina::domain::competency::{ExpectationRating, PositionKind};
use bina::domain::evaluation::fraction::Fraction;
use bina::domain::evaluation::guard::Population;
use bina::domain::evaluation::pattern::Fit;
use bina::domain::evaluation::{Counts, Guard, Majority, OrganisationResult, Predicate, span};
use bina::domain::period::EvaluationPeriod;
use bina::domain::{DecimalSign, Number, Period, RuleSet};
use jiff::ToSpan;
use jiff::civil::Date;
use serde_json::Value;

fn oracle(name: &str) -> Value {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/oracles").join(name);
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn list<'v>(value: &'v Value, key: &str) -> &'v Vec<Value> {
    let list = value[key].as_array().unwrap();
    assert!(!list.is_empty(), "{key}");
    list
}

fn day(value: &Value) -> Date {
    value.as_str().unwrap().parse().unwrap()
}

fn rating(code: &Value) -> ExpectationRating {
    [ExpectationRating::Above, ExpectationRating::Meets, ExpectationRating::Below][code.as_u64().unwrap() as usize - 1]
}

fn predicate(short: &Value) -> Predicate {
    let place = ["SB", "B", "BP", "K", "SK"].iter().position(|s| Some(*s) == short.as_str()).unwrap();
    Predicate::ALL[place]
}

fn counts(value: &Value) -> Counts {
    ["SB", "B", "BP", "K", "SK"].map(|key| value[key].as_u64().unwrap() as u32)
}

const READINGS: [(&str, Majority); 2] = [("terbanyak", Majority::Plurality), ("separuh", Majority::Majority)];

fn rules(reading: Majority) -> RuleSet {
    let mut rules = RuleSet::default();
    rules.distribution.dominant = reading;
    rules
}

fn figure(value: &Value) -> Option<u32> {
    value.as_u64().map(|n| n as u32)
}

#[test]
fn the_nine_cells_of_the_matrix_and_what_imported_rows_say() {
    let (oracle, rules) = (oracle("predikat.json"), RuleSet::default());
    for cell in list(&oracle, "cells") {
        let found = rules.matrix.predicate(rating(&cell["result"]), rating(&cell["behaviour"]));
        assert_eq!(found, predicate(&cell["predikat"]), "{cell}");
        assert_eq!(found.place() as u64 + 1, cell["code"].as_u64().unwrap());
    }
    for row in list(&oracle, "imports") {
        let right = rules.matrix.predicate(rating(&row["result"]), rating(&row["behaviour"]));
        assert_eq!(right, predicate(&row["right"]));
        assert_eq!(right != predicate(&row["given"]), row["flagged"].as_bool().unwrap(), "{row}");
    }
    for (alias, short) in oracle["aliases"].as_object().unwrap() {
        assert_eq!(Predicate::read(alias), Some(predicate(short)), "{alias}");
    }
    for word in list(&oracle, "not_a_predikat") {
        assert_eq!(Predicate::read(word.as_str().unwrap()), None, "{word}");
    }
}

#[test]
fn what_the_pattern_allows_for_one_to_twelve_persons_in_both_readings() {
    let oracle = oracle("distribution.json");
    for case in list(&oracle, "per_n") {
        let unit = OrganisationResult::read(case["org"].as_str().unwrap()).unwrap();
        let reading = READINGS.iter().find(|(word, _)| Some(*word) == case["reading"].as_str()).unwrap().1;
        let pattern = RuleSet::default().distribution.pattern(unit);
        let fit = Fit::new(&pattern, reading, case["n"].as_u64().unwrap() as u32);
        assert_eq!(fit.is_feasible(), case["possible"].as_bool().unwrap(), "{case}");
        if !fit.is_feasible() {
            assert_eq!(fit.shortfall([0; 5]), None);
            continue;
        }
        assert!(fit.is_met(counts(&case["example"])), "{case}");
        for allowed in fit.allowed() {
            if let [one] = allowed.of[..] {
                let range = &case["range"][["SB", "B", "BP", "K", "SK"][one.place()]];
                assert_eq!((Some(allowed.min), Some(allowed.max)), (figure(&range[0]), figure(&range[1])), "{case}");
            } else {
                assert_eq!(Some(allowed.min), figure(&case["bp_plus_k_min"]), "{case}");
            }
        }
    }
}

#[test]
fn the_shortfall_in_persons() {
    let oracle = oracle("distribution.json");
    let cases = list(&oracle, "everybody").iter().chain(list(&oracle, "cases"));
    for case in cases {
        let unit = OrganisationResult::read(case["org"].as_str().unwrap());
        let population = Population { counts: counts(&case["counts"]), ..Population::default() };
        for (word, reading) in READINGS {
            let guard = Guard::of(population, unit, &rules(reading));
            assert_eq!(guard.shortfall(), figure(&case[word]), "{word} {case}");
            assert_eq!(guard.feasible(), Some(!case[word].is_null()));
            if let Some(valid) = case["valid"][word].as_bool() {
                assert_eq!(guard.shortfall() == Some(0), valid, "{word} {case}");
            }
        }
    }
    for case in list(&oracle, "undecided") {
        let unit = OrganisationResult::read(case["org"].as_str().unwrap());
        let undecided = case["undecided"].as_u64().unwrap() as u32;
        let population = Population { counts: counts(&case["counts"]), undecided, team_only: false };
        for (word, reading) in READINGS {
            let guard = Guard::of(population, unit, &rules(reading));
            assert_eq!(guard.population.n(), case["n"].as_u64().unwrap() as u32);
            assert_eq!(guard.shortfall(), figure(&case["fewest_decided_that_must_differ"][word]), "{word} {case}");
        }
    }
    for case in list(&oracle["from_files"], "cases") {
        let unit = OrganisationResult::read(case["org"].as_str().unwrap());
        let (mine, others) = (counts(&case["mine"]), counts(&case["others"]));
        let both: Counts = std::array::from_fn(|place| mine[place] + others[place]);
        assert_eq!(both, counts(&case["counts"]));
        for (word, reading) in READINGS {
            let shortfall =
                |counts| Guard::of(Population { counts, ..Population::default() }, unit, &rules(reading)).shortfall();
            assert_eq!(shortfall(both), figure(&case["shortfall"][word]), "{case}");
            assert_eq!(shortfall(mine), figure(&case["only_mine"][word]), "{case}");
        }
    }
}

fn level(name: &Value) -> PositionKind {
    PositionKind::of(&format!("Arsiparis {}", name.as_str().unwrap()))
}

fn written(number: Number, decimals: usize) -> String {
    let text = number.write(DecimalSign::Comma);
    let (whole, behind) = text.split_once(',').unwrap_or((&text, ""));
    format!("{whole},{behind:0<decimals$}")
}

#[test]
fn credit_points_are_exact_and_rounded_half_up_to_the_decimals_of_the_rule() {
    let (oracle, rules) = (oracle("angka-kredit.json"), RuleSet::default());
    for block in list(&oracle, "table") {
        let (level, predicate) = (level(&block["jenjang"]), predicate(&block["predikat"]));
        assert_eq!(rules.ak.percent(predicate), Number::from(block["percent"].as_i64().unwrap()));
        let coefficient = Fraction::of(rules.ak.coefficient(level).unwrap());
        assert_eq!(Some(coefficient.to_string().as_str()), block["coefficient"].as_str());
        for row in list(block, "months") {
            let exact = rules.ak.exact(level, predicate, row["m"].as_u64().unwrap() as u8).unwrap();
            assert_eq!(Some(exact.to_string().as_str()), row["exact"].as_str(), "{row}");
            assert_eq!(Some(written(exact.rounded(2), 2).as_str()), row["dec2"].as_str(), "{row}");
            assert_eq!(Some(written(exact.rounded(3), 3).as_str()), row["dec3"].as_str(), "{row}");
        }
    }
    for case in list(&oracle, "sums") {
        let exact: Vec<Fraction> = list(case, "parts")
            .iter()
            .map(|part| {
                let months = part["months"].as_u64().unwrap() as u8;
                rules.ak.exact(level(&part["jenjang"]), predicate(&part["predikat"]), months).unwrap()
            })
            .collect();
        let sum = |decimals| exact.iter().fold(Number::ZERO, |sum, part| sum.plus(part.rounded(decimals)));
        assert_eq!(Some(written(sum(2), 2).as_str()), case["dec2"].as_str(), "{case}");
        assert_eq!(Some(written(sum(3), 3).as_str()), case["dec3"].as_str(), "{case}");
        let exact = exact.into_iter().fold(Fraction::ZERO, Fraction::plus);
        assert_eq!(Some(exact.to_string().as_str()), case["exact"].as_str());
    }
    for case in list(&oracle, "half_up") {
        let exact = Fraction::of(Number::read(case["exact"].as_str().unwrap(), DecimalSign::Point).unwrap());
        assert_eq!(Some(written(exact.rounded(2), 2).as_str()), case["dec2"].as_str());
    }
}

#[test]
fn what_credit_points_are_needed_and_how_long_it_takes_if_the_predikat_stays() {
    let (oracle, rules) = (oracle("angka-kredit.json"), RuleSet::default());
    for (name, needs) in oracle["needs"].as_object().unwrap() {
        let found = rules.ak.needs(level(&Value::from(name.as_str()))).unwrap();
        assert_eq!(Some(found.rank.0), needs["pangkat"].as_i64().map(Number::from), "{name}");
        assert_eq!(found.level.map(|figure| figure.0), needs["jenjang"].as_i64().map(Number::from), "{name}");
    }
    for case in list(&oracle, "projection") {
        let (level, predicate) = (level(&case["jenjang"]), predicate(&case["predikat"]));
        let needs = rules.ak.needs(level).unwrap();
        let month = rules.ak.exact(level, predicate, 1).unwrap();
        let months = |need: Number| Fraction::of(need).over_up(month).map(|months| months as u64);
        assert_eq!(months(needs.rank.0), case["months_to_pangkat"].as_u64(), "{case}");
        assert_eq!(needs.level.and_then(|need| months(need.0)), case["months_to_jenjang"].as_u64(), "{case}");
    }
}

#[test]
fn working_days_of_two_years_in_weeks_of_five_and_six_days() {
    let oracle = oracle("deadlines.json");
    for (key, week) in [("working_days", 5), ("working_days_six_day_week", 6)] {
        let rules = RuleSet { work_week: week, ..RuleSet::default() };
        for (year, months) in oracle[key].as_object().unwrap() {
            for (month, expected) in months.as_array().unwrap().iter().enumerate() {
                let first = Date::new(year.parse().unwrap(), month as i8 + 1, 1).unwrap();
                let days = Calendar::of(&rules).working_days_between(first.yesterday().unwrap(), first.last_of_month());
                assert_eq!(Some(days), expected.as_i64(), "{key} {first}");
            }
        }
    }
}

#[test]
fn deadlines_in_both_units_with_and_without_joint_leave() {
    let (oracle, five) = (oracle("deadlines.json"), RuleSet::default());
    let six = RuleSet { work_week: 6, ..RuleSet::default() };
    for case in list(&oracle, "cases") {
        let from = day(&case["event"]);
        let deadline = Deadline::after(from, 14, Calendar::of(&five));
        assert_eq!(deadline.calendar, day(&case["cal14"]), "{case}");
        let is = match deadline.calendar_is.id() {
            "working" => "hari kerja",
            "unset" => "belum ditetapkan",
            "weekend" => "akhir pekan",
            "national" => "LN",
            "joint_leave" => "CB",
            other => other,
        };
        assert_eq!(Some(is), case["cal14_is"].as_str(), "{case}");
        // The list of 2025 is not built in: its 26 December is unknown here.
        let expected = case.get("wd14_if_2025_not_loaded").unwrap_or(&case["wd14"]);
        assert_eq!(deadline.working, day(expected), "{case}");
        assert_eq!(deadline.without_list.is_empty(), case.get("note").is_none(), "{case}");
        let counted = Calendar::of(&five).with_joint_leave_worked();
        if case.get("wd14_if_2025_not_loaded").is_none() {
            assert_eq!(counted.working_days_after(from, 14), day(&case["wd14_without_cb"]), "{case}");
        }
        if !case["wd14_six_day_week"].is_null() {
            assert_eq!(Calendar::of(&six).working_days_after(from, 14), day(&case["wd14_six_day_week"]), "{case}");
        }
    }
}

#[test]
fn the_chain_of_papers_late_objections_and_days_off() {
    let (oracle, rules) = (oracle("deadlines.json"), RuleSet::default());
    let calendar = Calendar::of(&rules);
    for case in list(&oracle, "chain") {
        let handed = calendar.working_days_after(day(&case["set_on"]), rules.deliver_days);
        assert_eq!(handed, day(&case["hand_over_by"]), "{case}");
        assert_eq!(calendar.working_days_after(handed, rules.return_days), day(&case["signed_back_by"]), "{case}");
        let objection = Deadline::after(handed, rules.objection_days, calendar);
        let expected = &case["objection_if_received_on_hand_over"];
        assert_eq!((objection.calendar, objection.working), (day(&expected["calendar"]), day(&expected["working"])));
        assert_eq!(rules.decision_days, 0, "no time for the decision is known");
    }
    for case in list(&oracle, "objections") {
        let deadline = Deadline::after(day(&case["received"]), rules.objection_days, calendar);
        let late = deadline.late(day(&case["objection"]), calendar);
        assert_eq!(Some(late.calendar_days), case["calendar"]["late_days"].as_i64(), "{case}");
        assert_eq!(Some(late.working_days), case["working"]["late_working_days"].as_i64(), "{case}");
    }
    for case in list(&oracle, "effect_checks") {
        for (key, months) in [("m3", 3), ("m6", 6)] {
            let on = day(&case["finished"]).checked_add(months.months()).unwrap();
            assert_eq!(on, day(&case[key]["date"]), "{case}");
            if let Some(before) = case[key].get("before") {
                let found = (calendar.last_worked(on), calendar.first_worked(on));
                assert_eq!(found, (day(before), day(&case[key]["after"])), "{case}");
            }
        }
    }
    for case in list(&oracle, "skp_due") {
        assert_eq!(calendar.last_worked(day(&case["rule"])), day(&case["last_working_day"]), "{case}");
    }
}

#[test]
fn quarters_transfers_and_assessors_with_less_than_half() {
    let oracle = oracle("periods.json");
    for case in list(&oracle, "quarters") {
        let period = EvaluationPeriod::read(case["period"].as_str().unwrap()).unwrap();
        assert_eq!((period.first(), period.last()), (day(&case["start"]), day(&case["end"])), "{case}");
        assert_eq!(Some(period.span().days()), case["days"].as_i64());
    }
    for case in list(&oracle, "transfers") {
        let year = Period::year(case["year"].as_i64().unwrap() as i16);
        let decrees: Vec<Date> = list(case, "transfers").iter().map(day).collect();
        let parts = span::split(year, &decrees);
        let expected = list(case, "rows");
        assert_eq!(parts.len(), expected.len(), "{case}");
        for (part, row) in parts.iter().zip(expected) {
            assert_eq!((part.from, part.until), (day(&row["start"]), day(&row["end"])), "{case}");
            assert_eq!(Some(part.days()), row["days"].as_i64(), "{case}");
            assert_eq!(Some(span::own_months(*part).len() as u64), row["ak_months_default"].as_u64(), "{case}");
        }
        let mut asked: Vec<String> =
            parts.iter().flat_map(|part| span::cut_months(*part)).map(|m| m.to_string()[..7].to_owned()).collect();
        asked.sort();
        asked.dedup();
        let expected: Vec<&str> = case["months_asked"].as_array().unwrap().iter().map(|m| m.as_str().unwrap()).collect();
        assert_eq!(asked, expected, "{case}");
    }
    for case in list(&oracle, "assessor_half") {
        let period = EvaluationPeriod::read(case["period"].as_str().unwrap()).unwrap().span();
        let own = Period::new(day(&case["assessor_from"]), day(&case["assessor_to"])).unwrap();
        assert_eq!((Some(own.days()), Some(period.days())), (case["days"].as_i64(), case["of"].as_i64()), "{case}");
        assert_eq!(Some(span::less_than_half(own, period)), case["less_than_half"].as_bool(), "{case}");
    }
}

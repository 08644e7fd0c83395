//! Tests of `self_check`.

use super::*;
use crate::domain::competency::Framework;
use crate::domain::competency::current::tests::{TODAY, dossier, rating};
use jiff::civil::date;
use uuid::Uuid;

/// One level for each of the national competencies, 0 is "not observed".
fn row(person: u128, levels: &[u8], on: Date) -> Vec<Rating> {
    let each = Framework::national().competencies.iter().zip(levels).enumerate();
    each.map(|(n, (competency, level))| {
        let number = on.month() as u32 * 100_000 + person as u32 * 100 + n as u32;
        let one = rating(number, competency.id.as_str(), *level, Rater::Supervisor, on);
        Rating { person: PersonId(Uuid::from_u128(person)), ..one }
    })
    .collect()
}

fn signs(round: &[Rating], dossiers: &[Dossier]) -> Vec<Sign> {
    let find = |person| dossiers.iter().find(|dossier| dossier.id() == person);
    self_check(round, find, &RuleSet::default(), TODAY).into_iter().map(|advice| advice.sign).collect()
}

#[test]
fn one_level_across_a_row_is_worth_a_second_look() {
    let level = Level::new(2).unwrap();
    let found = signs(&row(1, &[2, 2, 2, 0, 2, 2], TODAY), &[]);
    assert_eq!(found, [Sign::SameAcrossRow { level, count: 5 }, Sign::NoEvidence { count: 5 }]);
    assert_eq!(signs(&row(1, &[2, 2, 2, 2], TODAY), &[]), [], "too few to say anything");
}

#[test]
fn a_round_that_copies_the_last_one_is_named() {
    let former = row(1, &[1, 2, 3, 2, 1], date(2026, 5, 1));
    let now = row(1, &[1, 2, 3, 2, 1], TODAY);
    let copied = Sign::SameAsLastTime { count: 5 };
    assert!(signs(&now, &[dossier(former.clone())]).contains(&copied));
    let all = dossier([former.clone(), now.clone()].concat());
    assert!(signs(&now, &[all]).contains(&copied), "also when it is written already");
    assert!(!signs(&row(1, &[1, 2, 3, 2, 2], TODAY), &[dossier(former)]).contains(&copied));
}

#[test]
fn evidence_of_the_last_days_alone_is_named() {
    let mut now = row(1, &[1, 2, 3, 2, 1], TODAY);
    now[0].evidence = vec![Evidence::Document("piagam".into())];
    assert_eq!(signs(&now, &[]), [Sign::OnlyRecent { count: 1, days: 7 }]);
}

#[test]
fn one_level_for_nearly_everybody_and_for_nearly_everything_are_named() {
    let people: Vec<Rating> = (1..=5).flat_map(|n| row(n, if n == 5 { &[3, 1] } else { &[2, 2] }, TODAY)).collect();
    let level = Level::new(2).unwrap();
    let most = Sign::SameForMost { level, count: 4, of: 5 };
    assert_eq!(signs(&people, &[]), [most, most, Sign::NarrowSpread { level, count: 8, of: 10 }]);
    let advice = self_check(&people, |_| None, &RuleSet::default(), TODAY);
    assert!(advice[0].person.is_some() && advice[0].competency.is_some(), "says where to look again");
}

#[test]
fn the_judgement_of_others_is_no_habit_of_the_rater() {
    let own: Vec<Rating> =
        row(1, &[5; 9], TODAY).into_iter().map(|rating| Rating { rater: Rater::Employee, ..rating }).collect();
    assert_eq!(signs(&own, &[]), []);
}

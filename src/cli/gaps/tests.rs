//! Tests of the command `gaps`, with the figures of the rule for the match.

use super::*;
use crate::cli::double::{Double, Paper, context};
use crate::i18n::Lang;
use crate::reports::gaps::tests::{rated, standard};
use crate::reports::sample;
use serde_json::Value;

const NINE: [&str; 9] = [
    "integrity",
    "cooperation",
    "communication",
    "results-orientation",
    "public-service",
    "developing-self-and-others",
    "managing-change",
    "decision-making",
    "national-cohesion",
];

fn gaps(position: &str, cells: &[(&str, u8, u8)], args: &GapsArgs, json: bool) -> String {
    let (roster, _) = sample::office();
    let required: Vec<(&str, u8)> = cells.iter().map(|(name, required, _)| (*name, *required)).collect();
    let levels: Vec<(&str, u8)> = cells.iter().filter(|c| c.2 > 0).map(|(name, _, level)| (*name, *level)).collect();
    let dossier = rated(position, &levels);
    let rows = roster.rows().iter().filter(|row| row.id != dossier.id()).cloned();
    let rows = rows.chain([RosterRow::of(&dossier)]).collect();
    let roster = crate::domain::Roster::new(roster.profile.clone(), roster.units.clone(), rows);
    let store = Double::with(roster.with_catalogue(standard(position, &required).0), vec![dossier, sample::boss()]);
    let (ctx, paper) = (Context { json, ..context(Lang::Id) }, Paper::default());
    answer(&ctx, &mut store.desk(), args, &mut paper.output()).unwrap();
    paper.text()
}

/// The match of nine competencies, or of as many as there are levels.
fn matched(position: &str, cells: &[(&str, u8, u8)]) -> Value {
    let text = gaps(position, cells, &GapsArgs::default(), true);
    let value: Value = serde_json::from_str(&text).unwrap();
    value[0]["match"].clone()
}
fn cells(levels: &[(u8, u8)]) -> Vec<(&'static str, u8, u8)> {
    NINE.iter().zip(levels).map(|(name, (required, level))| (*name, *required, *level)).collect()
}

#[test]
fn the_match_is_that_of_the_rule_with_its_bands_and_no_cap() {
    let threes = |attained: [u8; 9]| attained.map(|level| (3, level));
    let of = |levels: &[(u8, u8)]| {
        let m = matched("Pengelola Layanan", &cells(levels));
        let number = |name: &str| m[name].as_u64().unwrap();
        (
            number("attained"),
            number("required"),
            m["percent"].as_str().unwrap().to_owned(),
            m["band"].as_str().unwrap().to_owned(),
        )
    };
    let expected = |a, r, percent: &str, band: &str| (a, r, percent.to_owned(), band.to_owned());
    assert_eq!(of(&threes([3, 3, 3, 3, 3, 3, 2, 2, 2])), expected(24, 27, "88.89", "qualified"));
    let fives = |attained: [u8; 5]| attained.map(|level| (5, level));
    assert_eq!(of(&fives([4, 4, 4, 4, 4])), expected(20, 25, "80.00", "qualified"));
    assert_eq!(of(&fives([4, 4, 3, 3, 3])), expected(17, 25, "68.00", "still_qualified"));
    assert_eq!(of(&fives([4, 3, 3, 3, 3])), expected(16, 25, "64.00", "underqualified"));
    let twos = [(2, 5), (2, 3), (2, 3), (2, 3), (2, 3), (2, 2), (2, 2), (2, 2), (2, 2)];
    assert_eq!(of(&twos), expected(25, 18, "138.89", "qualified"));
    let over = matched("Pengelola Layanan", &cells(&twos));
    assert_eq!((&over["exceeds_whole"], &over["indicative"]), (&true.into(), &true.into()));
}

#[test]
fn weights_follow_the_grade_of_the_position() {
    // Technical 3 of 4 = 75, the others 17 of 20 = 85.
    let mut muda = cells(&[(4, 4), (4, 4), (4, 3), (4, 3), (4, 3)]);
    muda.push(("records-management", 4, 3));
    let technical = |cells: &mut Vec<(&'static str, u8, u8)>| {
        let framework = crate::domain::Framework::national();
        let first = framework.of_kind(crate::domain::competency::CompetencyKind::Technical).next().unwrap();
        cells.last_mut().unwrap().0 = first.id.as_str();
    };
    technical(&mut muda);
    let m = matched("Arsiparis Ahli Muda", &muda);
    assert_eq!((&m["percent"], &m["band"], &m["technical_weight"]), (&"80.00".into(), &"qualified".into(), &50.into()));
    // Technical 3 of 5 = 60, the others 4 of 5 = 80.
    let mut pertama = cells(&[(5, 4), (5, 4)]);
    pertama.push(("", 5, 3));
    technical(&mut pertama);
    let m = matched("Arsiparis Ahli Pertama", &pertama);
    assert_eq!(
        (&m["percent"], &m["band"], &m["technical_weight"]),
        (&"68.00".into(), &"still_qualified".into(), &60.into())
    );
}

#[test]
fn a_gap_is_required_minus_present_and_surplus_closes_none() {
    let cells = [("integrity", 3, 1), ("cooperation", 2, 4), ("communication", 2, 2), ("decision-making", 2, 0)];
    let value: Value = serde_json::from_str(&gaps("Pengelola Layanan", &cells, &GapsArgs::default(), true)).unwrap();
    let one = &value[0];
    let counts =
        ["required", "short", "met", "surplus", "unknown", "levels", "largest"].map(|name| one[name].as_u64().unwrap());
    assert_eq!(counts, [4, 1, 1, 1, 1, 2, 2]);
    let found: Vec<(&str, &str, u64)> = one["competencies"]
        .as_array()
        .unwrap()
        .iter()
        .map(|c| (c["competency"].as_str().unwrap(), c["gap"].as_str().unwrap(), c["levels"].as_u64().unwrap()))
        .collect();
    assert_eq!(
        found,
        [
            ("integrity", "short", 2),
            ("cooperation", "surplus", 2),
            ("communication", "met", 0),
            ("decision-making", "unknown", 0)
        ]
    );
}

#[test]
fn groups_are_counted_and_who_has_no_standard_is_said() {
    let cells = [("integrity", 3, 1), ("cooperation", 2, 4)];
    let by = |by| GapsArgs { by, ..GapsArgs::default() };
    let value: Value = serde_json::from_str(&gaps("Pengelola Layanan", &cells, &by(By::Competency), true)).unwrap();
    assert_eq!((&value[0]["competency"], &value[0]["short"]), (&"integrity".into(), &1.into()));
    let value: Value = serde_json::from_str(&gaps("Pengelola Layanan", &cells, &by(By::Unit), true)).unwrap();
    assert_eq!((&value[0]["name"], &value[0]["levels"]), (&"Seksi Pelayanan Umum".into(), &2.into()));
    let boss = GapsArgs { name: vec!["togar".into()], ..GapsArgs::default() };
    let text = gaps("Pengelola Layanan", &cells, &boss, false);
    assert!(text.contains("Jabatan ini belum mempunyai standar kompetensi."), "{text}");
    assert!(text.contains("1 jabatan belum mempunyai standar:\n  Kepala Seksi Pelayanan Umum (1 orang)"), "{text}");
}

#[test]
fn a_spreadsheet_opens_the_rows_and_runs_nothing() {
    let cells = [("integrity", 3, 1)];
    let csv = GapsArgs { csv: true, ..GapsArgs::default() };
    let text = gaps("=cmd|' /C calc'!A0", &cells, &csv, false);
    assert!(text.starts_with("\u{feff}Nama;Unit;Jabatan;Jenis;Kompetensi;Disyaratkan;Sekarang"), "{text}");
    assert!(text.contains(";'=cmd|' /C calc'!A0;manajerial;Integritas;3;1;01/10/2026;2;;kurang 2 level;"), "{text}");
}

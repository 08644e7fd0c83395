//! The words for goals, on a small plan that the tests of other modules use as well.

use super::*;
use crate::domain::goal::plan::PerformancePlan;
use crate::domain::{Actor, CheckInId, DecimalSign, Dossier, IndicatorId, Period, ResultId, Shared};
use crate::i18n::Lang;
use crate::reports::sample;
use jiff::civil::date;
use uuid::Uuid;

fn number(text: &str) -> Number {
    Number::read(text, DecimalSign::Point).unwrap()
}
fn by() -> Actor {
    Actor { name: "Togar".into(), ..Actor::default() }
}
fn indicator(n: u128, measure: Measure, unit: &str) -> Indicator {
    Indicator {
        id: IndicatorId(Uuid::from_u128(n)),
        title: format!("Indikator {n}"),
        aspect: None,
        perspective: None,
        measure,
        accrual: Accrual::Total,
        unit: unit.into(),
        weight: None,
        due: None,
        target_open: false,
        revisions: vec![],
    }
}
fn archive(indicators: Vec<Indicator>) -> Dossier {
    let mut dossier = sample::sari();
    dossier.results = vec![WorkResult {
        id: ResultId(Uuid::from_u128(900)),
        person: dossier.id(),
        period: Period::year(2026),
        title: "Arsip tertata".into(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: None,
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: "arsip".into(),
        indicators,
        words: vec![],
        split_on: None,
        continues: None,
        by: by(),
        written: jiff::Timestamp::UNIX_EPOCH,
    }];
    dossier
}
/// Two results: archives with two indicators, data with two that have a word in common.
pub fn office() -> Dossier {
    let titled = |n, title: &str, measure, unit| Indicator { title: title.into(), ..indicator(n, measure, unit) };
    let most = || Measure::Lower { baseline: None, target: number("3") };
    let least = |target| Measure::Higher { baseline: None, target: number(target) };
    let mut dossier = archive(vec![
        titled(1, "Boks arsip yang ditata", least("120"), "boks"),
        Indicator { accrual: Accrual::Level, ..titled(2, "Temuan salah susun", most(), "temuan") },
    ]);
    let mut second = archive(vec![
        titled(3, "Data lingkungan", least("88"), "lingkungan"),
        titled(4, "Data laporan", least("4"), "laporan"),
    ]);
    let mut second = second.results.remove(0);
    (second.id, second.title, second.tag) = (ResultId(Uuid::from_u128(901)), "Basis data terbarui".into(), "basis".into());
    dossier.results.push(second);
    dossier
}
fn measured(mut dossier: Dossier, n: u128, value: &str, on: jiff::civil::Date) -> Dossier {
    let check_in = CheckIn {
        id: CheckInId(Uuid::from_u128(1000 + n)),
        person: dossier.id(),
        result: dossier.results[0].id,
        indicator: IndicatorId(Uuid::from_u128(n)),
        on,
        value: Some(number(value)),
        note: Shared::new("boks 61-84 selesai".into()),
        evidence: Shared::new("BA-12/2026".into()),
        session: None,
        by: by(),
        written: jiff::Timestamp::UNIX_EPOCH,
    };
    dossier.check_ins.push(check_in);
    dossier
}
fn boxes() -> Measure {
    Measure::Higher { baseline: Some(number("20")), target: number("120") }
}
fn why(dossier: &Dossier, lang: Lang) -> Vec<String> {
    let plan = PerformancePlan::on(dossier, sample::TODAY).unwrap();
    why_goal(&Words::new(lang), &plan.goals[0], &RuleSet::default())
}

#[test]
fn every_kind_of_measure_is_said_with_its_numbers() {
    let words = Words::new(Lang::Id);
    let said = |measure, unit| measure_line(&words, &indicator(1, measure, unit));
    assert_eq!(said(boxes(), "boks"), "naik dari 20 ke 120 boks");
    let money = Measure::Lower { baseline: None, target: number("12500000") };
    assert_eq!(said(money.clone(), "Rp"), "paling banyak Rp 12.500.000");
    assert_eq!(said(Measure::Within { low: number("97.5"), high: number("99") }, "%"), "antara 97,5 dan 99%");
    let steps = Measure::Milestones { steps: vec!["rencana".into(), "uji coba".into()] };
    assert_eq!(said(steps.clone(), ""), "2 langkah: rencana, uji coba");
    let open = Indicator { target_open: true, ..indicator(1, boxes(), "boks") };
    assert_eq!(measure_line(&words, &open), "target belum ditetapkan (sebelumnya naik dari 20 ke 120 boks)");
    assert_eq!(value_text(&words, &indicator(1, steps, ""), Number::ONE), "1 dari 2 langkah");
    assert_eq!(value_text(&words, &indicator(1, Measure::YesNo, ""), Number::ZERO), "belum");
    assert_eq!(progress_text(&Words::new(Lang::En), Some(number("12.345"))), "1,235%");
}

#[test]
fn why_has_the_formula_with_its_numbers_and_the_dated_value() {
    let lines = why(&measured(archive(vec![indicator(1, boxes(), "boks")]), 1, "84", date(2026, 11, 20)), Lang::Id);
    let expected = [
        "64%, dari satu ukuran saja",
        "Indikator 1: 64%",
        "  Ukuran: naik dari 20 ke 120 boks",
        "  Setiap nilai: jumlah sejak awal periode",
        "  84 boks pada 20 Nov 2026 (Togar): boks 61-84 selesai [BA-12/2026]",
        "  Capaian: (nilai − awal) ÷ (target − awal) = (84 − 20) ÷ (120 − 20) = 64%",
        "  Waktu: 324 dari 365 hari = 89% pada 20 Nov 2026",
        "  Laju: 64% ÷ 89% yang diharapkan = 72%: agak tertinggal",
        "  Sesuai laju mulai 90%, agak tertinggal mulai 70% (aturan bina 2026)",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_word_that_contradicts_the_pace_stands_beside_it_with_both() {
    let mut dossier = measured(archive(vec![indicator(1, boxes(), "boks")]), 1, "30", date(2026, 11, 20));
    dossier.results[0].words =
        vec![StatusWord { status: GoalStatus::OnTrack, on: date(2026, 5, 3), reason: String::new(), by: by() }];
    let lines = why(&dossier, Lang::Id);
    assert_eq!(lines[1], "sesuai rencana sejak 3 Mei 2026 (Togar)");
    assert_eq!(lines[2], "Anda menyatakan sesuai rencana, hitungannya tertinggal");
}

#[test]
fn a_mean_says_its_weights_and_what_was_left_out() {
    let words = Words::new(Lang::Id);
    let line = |weighting| mean_line(&words, &Mean { value: Some(number("0.62")), weighting, measured: 2, of: 3 });
    assert_eq!(line(Weighting::Equal), "62%: rata-rata tanpa bobot, 2 dari 3 terukur");
    let off = line(Weighting::Given { total: number("95") });
    assert_eq!(off, "62%: rata-rata menurut bobot yang berjumlah 95, bukan 100; 2 dari 3 terukur");
    let nothing = Mean { value: None, weighting: Weighting::Equal, measured: 0, of: 3 };
    assert_eq!(mean_line(&words, &nothing), "belum terukur (0 dari 3)");
}

#[test]
fn a_roll_up_names_each_part_and_is_no_rating() {
    let dossier = measured(archive(vec![indicator(1, boxes(), "boks")]), 1, "84", date(2026, 11, 20));
    let rollups = crate::domain::goal::rollup::rollups(&[&dossier], sample::TODAY);
    let lines = why_rollup(&Words::new(Lang::Id), &rollups[0], &|_| "Sari".into());
    assert_eq!(lines[1], "Sari, Arsip tertata: 64% × 100% (nilai 20 Nov 2026)");
    assert_eq!(lines.last().unwrap(), "Angka ini menunjukkan kemajuan, bukan predikat kinerja.");
}

#[test]
fn every_formula_is_written_out_in_both_languages() {
    let lower = |baseline, target: &str| Measure::Lower { baseline, target: number(target) };
    let level = |measure| Indicator { accrual: Accrual::Level, ..indicator(1, measure, "hari") };
    let cases = [
        indicator(1, Measure::Higher { baseline: None, target: number("120") }, "boks"),
        indicator(1, boxes(), "boks"),
        level(lower(None, "2")),
        level(lower(None, "0")),
        indicator(1, lower(None, "100"), "rupiah"),
        level(Measure::Within { low: number("-2"), high: number("2") }),
        indicator(1, Measure::YesNo, ""),
        indicator(1, Measure::Milestones { steps: vec!["a".into()] }, ""),
    ];
    for lang in [Lang::Id, Lang::En] {
        for indicator in &cases {
            let line = formula_line(&Words::new(lang), indicator, Number::ONE).unwrap();
            assert!(line.ends_with('%') && !line.contains('{') && !line.starts_with("formula-"), "{line}");
        }
    }
}

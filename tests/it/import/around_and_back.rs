//! The lists around evaluation and development through the program: what each import says, that it changes nothing the
//! second time, and that what is exported comes in again as it was.

use super::fixture;
use crate::cli::{Run, User};
use serde_json::Value;
use std::collections::BTreeSet;
use std::path::Path;

const DAY: &str = "2026-11-30";

/// In the order of the oracle: what comes later speaks of what came before.
const FILES: [(&str, &str); 13] = [
    ("hari-libur-2026-2027.csv", "holidays"),
    ("riwayat-diklat-siasn.xlsx", "learning"),
    ("riwayat-belajar.csv", "learning"),
    ("katalog-pelatihan.csv", "courses"),
    ("anggaran.csv", "budget"),
    ("usulan-pelatihan-2027.xlsx", "proposals"),
    ("idp-2026.csv", "plans"),
    ("keinginan-pegawai.csv", "wishes"),
    ("pasangan-mentor.csv", "mentoring"),
    ("laporan-skp.xlsx", "ekinerja"),
    ("laporan-penilaian-skp.xlsx", "ekinerja"),
    ("evaluasi-triwulan.csv", "evaluations"),
    ("distribusi-unit.csv", "distribution"),
];

fn on(user: &User, args: &[&str]) -> Run {
    Run::of(user.command(args).env("BINA_TODAY", DAY).output().unwrap())
}

fn import(user: &User, word: &str, file: &Path) -> (i32, Value) {
    let run = on(user, &["import", word, file.to_str().unwrap(), "--json"]);
    let json =
        serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{word} {}: {}{}", file.display(), run.out, run.err));
    (run.code, json)
}

/// The district, with everybody whom the lists speak of.
fn office() -> User {
    let user = User::new();
    for (word, file) in [
        ("people", "daftar-pegawai-seksi.csv"),
        ("people", "siasn-medan-marelan.xlsx"),
        ("standards", "standar-kompetensi.csv"),
    ] {
        let (code, json) = import(&user, word, &fixture(file));
        assert_eq!(code, 0, "{file}: {json}");
    }
    user
}

/// Sheet and row.
fn place(finding: &Value, sheets: bool) -> (String, u64) {
    let sheet = finding["sheet"].as_str().filter(|_| sheets).unwrap_or_default();
    (sheet.to_owned(), finding["row"].as_u64().unwrap())
}

fn places(findings: &[Value], severity: &str, sheets: bool) -> BTreeSet<(String, u64)> {
    findings.iter().filter(|finding| finding["severity"] == severity).map(|finding| place(finding, sheets)).collect()
}

#[test]
fn every_finding_of_the_oracle_is_said_and_no_other_row_is_refused() {
    let text = std::fs::read_to_string(fixture("oracles/import-findings.json")).unwrap();
    let oracle: Value = serde_json::from_str(&text).unwrap();
    let user = office();
    for (file, word) in FILES {
        let (code, json) = import(&user, word, &fixture(file));
        let found = json["findings"].as_array().unwrap();
        let wanted = oracle["findings"][file].as_array().unwrap();
        let sheets = oracle["counts"][file].as_array().unwrap().len() > 1;
        let refused = places(wanted, "error", sheets);
        assert_eq!(places(found, "error", sheets), refused, "{file}: {json}");
        assert_eq!(code, i32::from(!refused.is_empty()), "{file}");
        for finding in wanted.iter().filter(|finding| finding["must"] == true) {
            let same = |other: &&Value| {
                place(other, sheets) == place(finding, sheets)
                    && other["severity"] == finding["severity"]
                    && (other["column"] == finding["column"] || finding["severity"] == "skip")
            };
            assert!(found.iter().any(|other| same(&other)), "{file}: {finding} is not among {json}");
        }
        let rows: u64 = oracle["counts"][file].as_array().unwrap().iter().map(|c| c["accepted"].as_u64().unwrap()).sum();
        let taken = ["added", "updated", "unchanged"].map(|key| json[key].as_u64().unwrap()).iter().sum::<u64>();
        let skipped: u64 = oracle["counts"][file].as_array().unwrap().iter().map(|c| c["skipped"].as_u64().unwrap()).sum();
        // Somebody who is not judged yet makes no record; what is there already is counted as such.
        let apart = if file == "laporan-penilaian-skp.xlsx" { 1 } else { 0 };
        assert!((rows - apart..=rows + skipped).contains(&taken), "{file}: {rows} rows, {json}");
    }
}

#[test]
fn what_came_in_makes_the_patterns_of_the_oracle() {
    let text = std::fs::read_to_string(fixture("oracles/distribution.json")).unwrap();
    let oracle: Value = serde_json::from_str(&text).unwrap();
    let user = office();
    for (file, word) in [("evaluasi-triwulan.csv", "evaluations"), ("distribusi-unit.csv", "distribution")] {
        import(&user, word, &fixture(file));
    }
    assert_eq!(on(&user, &["init", "--me", "197406191994092501"]).code, 0);
    for case in oracle["from_files"]["cases"].as_array().unwrap() {
        let period = case["period"].as_str().unwrap();
        let run = on(&user, &["guard", "--period", period, "--unit", "Kecamatan Medan Marelan", "--json"]);
        let guard: Value = serde_json::from_str(&run.out).unwrap_or_else(|_| panic!("{}", run.err));
        let counts: Vec<&Value> = ["SB", "B", "BP", "K", "SK"].iter().map(|name| &case["counts"][name]).collect();
        assert_eq!(guard["counts"].as_array().unwrap().iter().collect::<Vec<_>>(), counts, "{period}");
        assert_eq!((&guard["n"], &guard["shortfall"]), (&case["n"], &case["shortfall"]["terbanyak"]), "{period}");
    }
}

#[test]
fn the_same_file_again_changes_nothing_and_says_so() {
    let user = office();
    for (file, word) in FILES {
        import(&user, word, &fixture(file));
    }
    let entries = on(&user, &["log", "--count", "1000"]).out.lines().count();
    for (file, word) in FILES {
        let (_, json) = import(&user, word, &fixture(file));
        assert_eq!((&json["added"], &json["updated"]), (&0.into(), &0.into()), "{file}: {json}");
        assert_ne!(json["unchanged"], 0, "{file}: {json}");
    }
    assert_eq!(on(&user, &["log", "--count", "1000"]).out.lines().count(), entries);
}

#[test]
fn what_is_exported_comes_in_again_as_it_was() {
    let user = office();
    for (file, word) in FILES {
        import(&user, word, &fixture(file));
    }
    let fresh = office();
    // Plans of e-Kinerja before what was judged, courses before plans.
    for word in [
        "holidays",
        "courses",
        "learning",
        "budget",
        "proposals",
        "plans",
        "wishes",
        "mentoring",
        "ekinerja",
        "evaluations",
        "distribution",
    ] {
        let out = on(&user, &["export", word]);
        assert_eq!(out.code, 0, "{word}: {}", out.err);
        let file = user.home().join(format!("{word}.csv"));
        std::fs::write(&file, &out.out).unwrap();
        let (code, again) = import(&user, word, &file);
        assert_eq!((code, &again["added"], &again["updated"]), (0, &0.into(), &0.into()), "{word}: {again}");
        let (code, new) = import(&fresh, word, &file);
        assert_eq!(code, 0, "{word}: {new}");
        let back = on(&fresh, &["export", word]);
        assert_eq!(back.out, out.out, "{word}");
        assert!(out.out.lines().count() > 1, "{word}");
    }
}

#[test]
fn an_import_that_is_tried_or_undone_leaves_nothing() {
    let user = office();
    for (file, word) in FILES {
        let path = fixture(file);
        let run = on(&user, &["import", word, path.to_str().unwrap(), "--dry-run"]);
        assert!(run.out.contains("akan ditambahkan") || run.out.contains("akan"), "{file}: {}", run.out);
    }
    for word in ["learning", "plans", "wishes", "mentoring", "courses", "budget", "proposals", "evaluations", "distribution"]
    {
        let run = on(&user, &["export", word]);
        assert_eq!(run.code, 1, "{word}: {}", run.out);
    }
}

#[test]
fn refused_rows_of_every_list_are_written_to_be_mended() {
    let user = office();
    for (file, word) in FILES.into_iter().filter(|(file, _)| *file != "hari-libur-2026-2027.csv") {
        let (path, refused) = (fixture(file), user.home().join(format!("{file}.refused.csv")));
        let run = on(&user, &["import", word, path.to_str().unwrap(), "--refused", refused.to_str().unwrap()]);
        assert_eq!(run.code, 1, "{file}: {}{}", run.out, run.err);
        let text = std::fs::read_to_string(&refused).unwrap();
        let (code, json) = import(&user, word, &refused);
        assert_eq!(code, 1, "{file}: what was refused is refused again: {json}\n{text}");
        let lines = text.lines().count() as u64 - 1;
        let errors = places(json["findings"].as_array().unwrap(), "error", false).len() as u64;
        assert!(errors >= 1 && errors <= lines, "{file}: {errors} of {lines}: {json}");
    }
}

#[test]
fn what_the_national_service_has_lifts_what_waits_in_either_order() {
    let user = office();
    import(&user, "learning", &fixture("riwayat-belajar.csv"));
    let (_, json) = import(&user, "learning", &fixture("riwayat-diklat-siasn.xlsx"));
    let skipped = places(json["findings"].as_array().unwrap(), "skip", true);
    let wanted = [("RW_KURSUS".to_owned(), 2), ("RW_KURSUS".to_owned(), 7)];
    assert_eq!(skipped.into_iter().collect::<Vec<_>>(), wanted, "{json}");
    assert_eq!(json["updated"], 1, "row 7 lifts what waited: {json}");
    let (_, own) = import(&user, "learning", &fixture("riwayat-belajar.csv"));
    assert_eq!((&own["added"], &own["updated"]), (&0.into(), &0.into()), "what was lifted stays so: {own}");
}

#[test]
fn holidays_are_replaced_by_whole_years_and_a_list_with_a_refused_row_is_not_taken() {
    let user = office();
    let file = user.home().join("libur.csv");
    std::fs::write(&file, "tanggal;jenis;nama;sumber\n2028-01-01;LN;Tahun Baru;SKB\n2028-13-01;LN;x;SKB\n").unwrap();
    let (code, json) = import(&user, "holidays", &file);
    assert_eq!((code, &json["added"]), (1, &0.into()), "{json}");
    std::fs::write(&file, "tanggal;jenis;nama;sumber\n2028-01-01;LN;Tahun Baru;SKB\n").unwrap();
    let (code, json) = import(&user, "holidays", &file);
    assert_eq!((code, &json["added"]), (0, &1.into()), "{json}");
    assert!(json["findings"].to_string().contains("cuti bersama"), "a year without joint leave is told: {json}");
    std::fs::write(&file, "tanggal;jenis;nama;sumber\n2028-03-01;CB;Lain;SKB 2\n").unwrap();
    let (_, json) = import(&user, "holidays", &file);
    assert_eq!(json["updated"], 1, "{json}");
    let out = on(&user, &["export", "holidays"]).out;
    assert!(out.contains("2028-03-01;CB;Lain") && !out.contains("2028-01-01"), "the year as a whole: {out}");
}

#[test]
fn what_was_taken_back_here_does_not_come_in_again() {
    let user = office();
    let me = on(&user, &["init", "--me", "197406191994092501"]);
    assert_eq!(me.code, 0, "{}", me.err);
    import(&user, "plans", &fixture("idp-2026.csv"));
    let (code, before) = import(&user, "plans", &fixture("idp-2026.csv"));
    assert_eq!((code, &before["updated"]), (1, &0.into()), "{before}");
    // Ended in the list, then open in an older copy of it: it stays ended.
    let text = std::fs::read_to_string(fixture("idp-2026.csv")).unwrap();
    let older = user.home().join("idp-lama.csv");
    std::fs::write(&older, text.replace("\"Terlaksana\"", "\"Direncanakan\"")).unwrap();
    let (_, json) = import(&user, "plans", &older);
    assert_eq!(json["updated"], 0, "{json}");
    assert!(json["findings"].to_string().contains("sudah lebih jauh"), "{json}");
}

#[test]
fn a_list_of_one_person_is_exported_by_name_and_no_list_for_other_eyes() {
    let user = office();
    import(&user, "wishes", &fixture("keinginan-pegawai.csv"));
    let one = on(&user, &["export", "wishes", "evi aisyah"]);
    assert_eq!((one.code, one.out.lines().count()), (0, 2), "{}{}", one.out, one.err);
    for args in
        [&["export", "wishes", "--shared"][..], &["export", "courses", "evi"], &["export", "budget", "--year", "2026"]]
    {
        let run = on(&user, args);
        assert_eq!((run.code, run.out.as_str()), (2, ""), "{args:?}: {}", run.err);
    }
    let empty = on(&user, &["export", "mentoring"]);
    assert_eq!(empty.code, 1, "{}", empty.out);
    assert!(empty.err.contains("bina import"), "{}", empty.err);
}

//! `bina evaluate`, `evaluations`, `guard`, `credit` and `deadline`, as they are typed.

use crate::cli::{Run, User};
use serde_json::Value;
use std::path::Path;

/// A section with its supervisor, on a fixed day.
fn section() -> User {
    let user = User::new();
    let list = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/daftar-pegawai-seksi.csv");
    let import = on(&user, "2026-11-30", &["import", "people", list.to_str().unwrap()]);
    assert_eq!(import.code, 0, "{}{}", import.out, import.err);
    let init = on(&user, "2026-11-30", &["init", "--me", "197406191994092501"]);
    assert_eq!(init.code, 0, "{}{}", init.out, init.err);
    user
}

fn on(user: &User, day: &str, args: &[&str]) -> Run {
    Run::of(user.command(args).env("BINA_TODAY", day).output().unwrap())
}

fn says(user: &User, args: &[&str]) -> String {
    let run = on(user, "2026-11-30", args);
    assert_eq!(run.code, 0, "{args:?}: {}{}", run.out, run.err);
    run.out
}

fn machine(user: &User, args: &[&str]) -> Value {
    serde_json::from_str(&says(user, &[args, &["--json"]].concat())).unwrap()
}

#[test]
fn an_evaluation_is_set_with_two_ratings_and_the_predikat_says_why() {
    let user = section();
    let set = ["evaluate", "kartini", "--period", "TW III 2026", "--results", "above", "--behaviour", "meets"];
    let said = says(&user, &set);
    assert!(said.contains("TW III 2026") && said.contains("Baik") && said.contains("PermenPANRB 6/2022"), "{said}");
    assert!(said.contains("belum ada alasannya") && said.contains("Tidak ada sesi"), "what is worth a look: {said}");
    let list = machine(&user, &["evaluations", "kartini", "--period", "2026-Q3"]);
    let row = &list[0];
    assert_eq!((&row["predicate"], &row["results"], &row["behaviour"]), (&"good".into(), &"above".into(), &"meets".into()));
    assert_eq!(
        (&row["period"], &row["from"], &row["until"]),
        (&"2026-Q3".into(), &"2026-07-01".into(), &"2026-09-30".into())
    );
    assert_eq!((&row["nip"], &row["capacity"]), (&"199603042021102520".into(), &"definitive".into()));
    for absent in ["handed_over", "answer", "deadlines", "supersedes"] {
        assert_eq!(row.get(absent), Some(&Value::Null), "{absent}");
    }
    assert!(row["assessor"].as_str().unwrap().starts_with("Siti Aisyah Sinaga"));
    let half = on(&user, "2026-11-30", &["evaluate", "kartini", "--period", "2026-Q3", "--results", "above"]);
    assert_eq!(half.code, 2, "one rating is no evaluation: {}", half.err);
    let period = on(
        &user,
        "2026-11-30",
        &["evaluate", "kartini", "--period", "TW V 2026", "--results", "meets", "--behaviour", "meets"],
    );
    assert_eq!(period.code, 2, "{}", period.err);
    let future =
        on(&user, "2026-11-30", &["evaluate", "kartini", "--period", "2027", "--results", "meets", "--behaviour", "meets"]);
    assert_eq!(future.code, 1, "{}", future.err);
    assert_eq!(machine(&user, &["evaluations"]).as_array().unwrap().len(), 1, "what was refused left nothing");
}

#[test]
fn what_goes_out_as_csv_has_the_heads_of_the_offices_list() {
    let user = section();
    says(&user, &["evaluate", "kartini", "--period", "2026-Q3", "--results", "meets", "--behaviour", "below"]);
    says(&user, &["evaluate", "yanti", "--period", "2026-Q3", "--not-assessed", "study", "--reason", "tugas belajar"]);
    let csv = says(&user, &["evaluations", "--csv"]);
    let mut lines = csv.trim_start_matches('\u{feff}').lines();
    assert!(lines.next().unwrap().starts_with("NIP;Nama;Periode;Mulai;Akhir;Rating Hasil Kerja;"), "{csv}");
    assert!(csv.contains("sesuai ekspektasi;di bawah ekspektasi;Kurang;"), "{csv}");
    assert!(csv.contains(";–;–;–;") && csv.contains("tugas belajar"), "{csv}");
}

#[test]
fn the_guard_counts_the_team_adds_others_and_names_nobody() {
    let user = section();
    for name in ["kartini", "yanti", "evi"] {
        says(&user, &["evaluate", name, "--period", "2026-Q3", "--results", "meets", "--behaviour", "meets"]);
    }
    let guard = machine(&user, &["guard", "--period", "2026-Q3", "--organisation", "good", "--others", "4,22,3,1,0"]);
    assert_eq!((&guard["n"], &guard["undecided"]), (&41.into(), &8.into()), "{guard}");
    assert_eq!(guard["counts"], serde_json::json!([4, 25, 3, 1, 0]));
    assert_eq!((&guard["shortfall"], &guard["feasible"]), (&0.into(), &true.into()));
    assert_eq!((&guard["reading"], &guard["source"]), (&"plurality".into(), &"SE MenPANRB 3/2023".into()));
    let whole = machine(&user, &["guard", "--period", "2026-Q3", "--organisation", "good", "--counts", "2,8,0,0,0"]);
    assert_eq!(whole["allowed"]["good"], serde_json::json!({"min": 3, "max": 7}));
    assert_eq!((&whole["n"], &whole["shortfall"]), (&10.into(), &1.into()));
    let two = machine(&user, &["guard", "--period", "2026-Q3", "--organisation", "good", "--counts", "1,1,0,0,0"]);
    assert_eq!((&two["feasible"], &two["shortfall"]), (&false.into(), &Value::Null));
    let unset = machine(&user, &["guard", "--period", "2026-Q3"]);
    assert_eq!((&unset["state"], &unset["allowed"]), (&"result_not_set".into(), &serde_json::json!({})));
    let said = says(&user, &["guard", "--period", "2026-Q3", "--organisation", "good"]);
    assert!(said.contains("Pertimbangan, bukan kuota") && said.contains("Hanya tim ini"), "{said}");
    for name in ["Kartini", "Yanti", "Evi"] {
        assert!(!said.contains(name), "{said}");
    }
    let wrong = on(&user, "2026-11-30", &["guard", "--period", "2026-Q3", "--counts", "1,2,3"]);
    assert_eq!(wrong.code, 2);
}

#[test]
fn the_reading_of_the_majority_is_the_rule_files() {
    let user = User::new();
    std::fs::write(user.home().join("aturan.toml"), "[distribution]\ndominant = \"separuh\"\n").unwrap();
    user.configure(&format!("[rules]\nfile = \"{}\"\n", user.home().join("aturan.toml").display()));
    let guard = machine(&user, &["guard", "--period", "2026-Q3", "--organisation", "outstanding", "--counts", "2,1,1,0,0"]);
    assert_eq!((&guard["reading"], &guard["feasible"]), (&"majority".into(), &false.into()));
}

#[test]
fn credit_points_are_counted_for_functional_posts_alone() {
    let user = section();
    for (period, results) in [("2026-Q1", "meets"), ("2026-Q2", "below"), ("2026-Q3", "meets")] {
        says(&user, &["evaluate", "yanti", "--period", period, "--results", results, "--behaviour", "meets"]);
    }
    let credit = machine(&user, &["credit", "yanti"]);
    let points: Vec<&str> = credit["rows"].as_array().unwrap().iter().map(|row| row["points"].as_str().unwrap()).collect();
    assert_eq!((points, &credit["sum"]), (vec!["3.125", "2.344", "3.125"], &"8.594".into()));
    assert_eq!(credit["rows"][1]["percent_text"], "3/12 x 75%");
    assert_eq!(credit["remaining"]["rank"]["left"], "41.406");
    assert_eq!(credit["incomplete"]["2026"], 9);
    // A year with an annual predikat counts once.
    says(&user, &["evaluate", "yanti", "--period", "2026", "--results", "above", "--behaviour", "above"]);
    let credit = machine(&user, &["credit", "yanti"]);
    assert_eq!((&credit["sum"], credit["rows"].as_array().unwrap().len()), (&"18.750".into(), 1));
    let month = ["evaluate", "desi saputra", "--period", "2026-02", "--results", "meets", "--behaviour", "meets"];
    says(&user, &month);
    says(&user, &["evaluate", "desi saputra", "--period", "2026-Q1", "--results", "meets", "--behaviour", "meets"]);
    let clash = on(&user, "2026-11-30", &["credit", "desi saputra"]);
    assert!(clash.code == 1 && clash.out.contains("Baris 1, 2"), "{}{}", clash.out, clash.err);
    let none = on(&user, "2026-11-30", &["credit", "kartini"]);
    assert!(none.code == 1 && none.err.contains("jabatan fungsional"), "{}", none.err);
    let pppk = on(&user, "2026-11-30", &["credit", "indah"]);
    assert!(pppk.code == 1 && pppk.err.contains("PPPK"), "{}", pppk.err);
}

#[test]
fn a_deadline_is_said_in_both_units_with_the_days_left_out() {
    let user = User::new();
    let due = machine(&user, &["deadline", "2026-12-14", "--days", "14"]);
    assert_eq!((&due["calendar"], &due["working"]), (&"2026-12-28".into(), &"2027-01-07".into()));
    let holidays: Vec<(&str, &str)> = due["left_out"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|day| day["kind"] != "weekend")
        .map(|day| (day["date"].as_str().unwrap(), day["kind"].as_str().unwrap()))
        .collect();
    let expected =
        [("2026-12-24", "joint_leave"), ("2026-12-25", "national"), ("2027-01-01", "national"), ("2027-01-05", "national")];
    assert_eq!(holidays, expected);
    let later = says(&user, &["deadline", "2027-12-20", "--days", "14"]);
    assert!(later.contains("Libur 2028 belum ditetapkan"), "{later}");
    assert_eq!(on(&user, "2026-11-30", &["deadline", "kapan-kapan"]).code, 2);
}

#[test]
fn a_file_of_holidays_replaces_whole_years() {
    let user = User::new();
    std::fs::write(user.home().join("libur.csv"), "tanggal;jenis;nama;sumber\n2026-12-31;LN;Libur daerah;Perwal\n").unwrap();
    std::fs::write(user.home().join("aturan.toml"), "holidays_file = \"libur.csv\"\n").unwrap();
    user.configure(&format!("[rules]\nfile = \"{}\"\n", user.home().join("aturan.toml").display()));
    let due = machine(&user, &["deadline", "2026-12-23", "--days", "2"]);
    assert_eq!(due["working"], "2026-12-25", "24 and 25 December are not in the agency's list");
    let due = machine(&user, &["deadline", "2026-12-30", "--days", "1"]);
    assert_eq!(due["working"], "2027-01-04", "1 January 2027 is still the decree's");
}

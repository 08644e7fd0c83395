//! The articles' story through the shell: a weak presentation is noted, becomes a need, a no-cost item with a mentor, is
//! recorded, asked about after three months, rated by the same rater, and the effect stands in the report. And what
//! never leaves.

use super::rows::fixture;
use crate::cli::{Run, User};
use serde_json::Value;

struct Section {
    user: User,
}

impl Section {
    /// The section of the sample list with its standards, looked after by its head.
    fn new() -> Self {
        let section = Section { user: User::new() };
        for (word, file) in [("people", "daftar-pegawai-seksi.csv"), ("standards", "standar-kompetensi.csv")] {
            section.on("2026-01-05", &["import", word, fixture(file).to_str().unwrap()]);
        }
        section.on("2026-01-05", &["init", "--me", "197406191994092501"]);
        section
    }
    fn try_on(&self, day: &str, args: &[&str]) -> Run {
        self.user.run(&[&["--today", day], args].concat())
    }
    fn on(&self, day: &str, args: &[&str]) -> String {
        let run = self.try_on(day, args);
        assert_eq!(run.code, 0, "{args:?}: {}{}", run.out, run.err);
        run.out
    }
    fn json(&self, day: &str, args: &[&str]) -> Value {
        serde_json::from_str(&self.on(day, &[&["--json"], args].concat())).unwrap()
    }
}

#[test]
fn a_weak_presentation_becomes_a_need_a_plan_and_an_effect_that_somebody_looked_for() {
    let section = Section::new();
    section.on("2026-03-02", &["rate", "zulkifli", "komunikasi", "1", "paparan tanpa pembuka"]);
    section.on("2026-03-02", &["note", "zulkifli - paparan di rapat tanpa pembuka #komunikasi"]);
    let none = section.json("2026-03-02", &["needs", "zulkifli"]);
    assert!(!none.to_string().contains("correction"), "once is no need yet: {none}");
    section.on("2026-03-09", &["note", "zulkifli - paparan kedua juga tanpa tujuan #komunikasi"]);
    let needs = section.json("2026-03-09", &["needs", "zulkifli"]);
    let need = needs.as_array().unwrap().iter().find(|need| need["competency"] == "communication").unwrap().clone();
    assert!(need["origins"].as_array().unwrap().iter().any(|origin| origin["kind"] == "correction"), "{need}");
    assert_eq!((&need["urgency"], &need["plan"]), (&Value::Null, &Value::Null), "urgent only where the supervisor says so");

    let expect = "Membuka paparan dengan satu kalimat tujuan";
    let refused =
        section.try_on("2026-03-10", &["develop", "zulkifli", "Komunikasi", "--kind", "mentoring", "--expect", " "]);
    assert_eq!(refused.code, 1, "{}", refused.err);
    assert!(refused.err.contains("Perilaku yang diharapkan"), "{}", refused.err);
    let args = ["develop", "zulkifli", "Komunikasi", "--kind", "pendampingan", "--expect", expect, "--by", "2026-04"];
    let item = section.json("2026-03-10", &[&args[..], &["--helper", "fitri"]].concat());
    assert_eq!((&item["kind"], &item["cost"], &item["before"]["level"]), (&"mentoring".into(), &Value::Null, &1.into()));
    assert_eq!((&item["before"]["on"], &item["month"]), (&"2026-03-02".into(), &"2026-04".into()));
    let planned = section.json("2026-03-10", &["needs", "zulkifli"]);
    let planned = planned.as_array().unwrap().iter().find(|need| need["competency"] == "communication").unwrap().clone();
    assert!(planned["plan"].is_array(), "the need is met by a plan: {planned}");

    section.on("2026-03-11", &["mentor", "zulkifli", "fitri", "membuka paparan", "menjawab pertanyaan"]);
    section.on("2026-03-18", &["mentor", "zulkifli", "--talk", "--minutes", "60", "--done", "dua paparan dicoba"]);
    let pairs = section.json("2026-03-18", &["mentor", "zulkifli", "--topic", "1=cukup"]);
    assert_eq!((&pairs[0]["talks_held"], &pairs[0]["topics_enough"]), (&1.into(), &1.into()));

    let learned = ["learned", "zulkifli", "Mentoring paparan", "--until", "2026-04-20", "--jp", "2", "--item", "1"];
    let jp = section.json("2026-04-21", &learned);
    assert_eq!((&jp["jp"]["counted"], &jp["jp"]["unverified"]), (&0.into(), &2.into()), "nobody verified it");

    let before = section.json("2026-07-19", &["development", "zulkifli"]);
    assert_eq!(before["checks"].as_array().unwrap().len(), 0);
    let due = section.json("2026-07-20", &["development", "zulkifli"]);
    assert_eq!(due["checks"][0]["due"], "2026-07-20", "asked three months after the end: {due}");
    section.on("2026-07-21", &["effect", "zulkifli", "1", "yes", "tiga paparan Juli dibuka dengan tujuan"]);
    let waiting = section.json("2026-07-21", &["effect", "zulkifli"]);
    assert_eq!((&waiting["n"], &waiting["why"][0]), (&0.into(), &"not_yet_rated".into()), "{waiting}");
    section.on("2026-07-21", &["rate", "zulkifli", "komunikasi", "2", "tiga paparan dibuka dengan tujuan"]);
    let effect = section.json("2026-07-21", &["effect", "zulkifli"]);
    assert_eq!((&effect["n"], &effect["before"][0], &effect["after"][0]), (&1.into(), &1.into(), &2.into()));
    assert_eq!((&effect["change"][0], &effect["mean"]), (&1.into(), &Value::Null), "one person has no mean");
    let report = section.on("2026-07-21", &["effect", "zulkifli"]);
    assert!(report.contains("n = 1, tidak dirata-ratakan") && report.contains("1 → 2"), "{report}");
    let after = section.json("2026-07-22", &["needs", "zulkifli"]);
    assert!(!after.to_string().contains("correction"), "what was learnt since is no need any more: {after}");
}

#[test]
fn private_origins_and_names_never_leave() {
    let section = Section::new();
    for day in ["2026-03-02", "2026-03-09"] {
        section.on(day, &["note", "zulkifli - gugup berbicara, RAHASIA #bicara-di-depan"]);
    }
    let needs = section.json("2026-03-09", &["needs"]);
    let topic = needs.as_array().unwrap().iter().find(|need| need["topic"] == "bicara di depan").unwrap();
    assert_eq!(topic["origins"][0], serde_json::json!({ "kind": "correction", "private": true }));
    for args in [&["needs", "--csv"][..], &["proposal", "--year", "2027", "--csv"], &["export", "--shared"]] {
        let run = section.try_on("2026-03-09", args);
        assert_eq!(run.code, 0, "{args:?} {}", run.err);
        assert!(!run.out.contains("bicara di depan") && !run.out.contains("RAHASIA"), "{args:?}: {}", run.out);
    }
    assert!(!section.on("2026-03-09", &["proposal", "--year", "2027", "--csv"]).contains("Zulkifli"));
}

#[test]
fn a_wish_and_a_gap_are_one_need_with_two_origins_and_people_are_counted_once() {
    let section = Section::new();
    section.on("2026-03-02", &["rate", "indah", "pelayanan publik", "1"]);
    section.on("2026-03-03", &["wish", "indah", "Pelayanan Publik", "--why", "sering ditanya warga"]);
    let needs = section.json("2026-03-03", &["needs", "indah"]);
    let need = needs.as_array().unwrap().iter().find(|need| need["competency"] == "public-service").unwrap().clone();
    let kinds: Vec<&str> = need["origins"].as_array().unwrap().iter().map(|o| o["kind"].as_str().unwrap()).collect();
    assert_eq!((kinds, &need["levels"]), (vec!["gap", "wish"], &1.into()), "{need}");
    let twice = section.try_on("2026-03-04", &["wish", "indah", "pelayanan  publik"]);
    assert_eq!(twice.code, 1, "{}", twice.out);
    for name in ["fitri", "rizky nasution", "indah", "kartini", "zulkifli"] {
        section.on("2026-03-05", &["wish", name, "Excel "]);
    }
    let all = section.json("2026-03-05", &["needs"]);
    let excel = all.as_array().unwrap().iter().find(|need| need["topic"] == "Excel").unwrap().clone();
    assert_eq!((&excel["people"], &excel["origins"][0]["private"]), (&5.into(), &false.into()), "{excel}");
    let csv = section.on("2026-03-05", &["needs", "--csv"]);
    assert!(csv.contains("Excel;;5") && !csv.contains("Pelayanan"), "counts of five and more: {csv}");
}

#[test]
fn readiness_says_what_is_there_and_why_and_never_a_number_of_points() {
    let section = Section::new();
    section.on("2026-03-02", &["rate", "evi", "integritas", "2"]);
    let ready = section.json("2026-03-02", &["readiness", "evi", "--for", "Kepala Seksi Pelayanan Umum"]);
    let lines = ready["lines"].as_array().unwrap();
    let of = |what: &str| lines.iter().find(|line| line["what"] == what).unwrap();
    assert_eq!(of("competencies")["state"], "unknown");
    assert!(of("competencies")["why"].as_str().unwrap().starts_with("1 dari 11"), "{ready}");
    assert_eq!((&of("training")["state"], &of("discipline")["state"]), (&"not_yet".into(), &"unknown".into()));
    assert!(ready.get("score").is_none() && ready.get("percent").is_none());
}

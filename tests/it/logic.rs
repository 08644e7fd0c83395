//! Meaning, case by case, as a careful reader would try it in the shell: the right person, the right day, one figure for
//! a plan everywhere. What the same cases say on screens is in `flows::meaning`.

use crate::cli::User;
use serde_json::Value;

/// The team of Togar Simanjuntak, everybody since the day it was made.
struct Office {
    user: User,
    lang: &'static str,
}

const SARI: &str = "199005052015032005";
const MEI: &str = "199007072015032007";
const BOSS: &str = "196804111993031009";
const TEAM: [(&str, &str); 8] = [
    ("Rahman", "199001012015031001"),
    ("Abd. Rahman", "199002022015031002"),
    ("Yusuf", "199003032015031003"),
    ("Muh. Yusuf", "199004042015031004"),
    ("Sari Dewi Lubis", SARI),
    ("Ma'ruf Amin", "199006062015031006"),
    ("Mei Lestari", MEI),
    ("Jum'at Hasibuan", "199008082015031008"),
];

impl Office {
    fn since(day: &str) -> Self {
        Office::speaking("id", day)
    }

    fn speaking(lang: &'static str, day: &str) -> Self {
        let office = Office { user: User::new(), lang };
        office.write("people.csv", &people("Seksi A"));
        office.on(day, &["import", "people", "people.csv"]);
        office.on(day, &["init", "--me", BOSS]);
        office
    }

    fn write(&self, name: &str, text: &str) {
        std::fs::write(self.user.home().join(name), text).unwrap();
    }

    /// What a command says, answer and complaint.
    fn on(&self, day: &str, args: &[&str]) -> String {
        let mut command = self.user.command(&["--lang", self.lang]);
        let run = command.args(args).env("BINA_TODAY", day).output().unwrap();
        format!("{}{}", String::from_utf8(run.stdout).unwrap(), String::from_utf8(run.stderr).unwrap())
    }

    fn json(&self, day: &str, args: &[&str]) -> Value {
        let said = self.on(day, &[args, &["--json"]].concat());
        serde_json::from_str(&said).unwrap_or_else(|error| panic!("{args:?}: {error}: {said}"))
    }

    /// The row of the list.
    fn row(&self, day: &str, name: &str) -> Value {
        let all = self.json(day, &["status", "--all"]);
        all.as_array().unwrap().iter().find(|row| row["name"] == name).cloned().unwrap()
    }

    fn goals(&self, day: &str, name: &str, rows: &[&str]) {
        let head = "NIP;RHK Pimpinan yang Diintervensi;RHK;Indikator;Target;Satuan;Arah;Perhitungan Nilai;\
                    Periode Mulai;Periode Akhir;Tenggat RHK;Tag\n";
        self.write(name, &format!("{head}{}\n", rows.join("\n")));
        self.on(day, &["import", "goals", name]);
    }
}

/// The list of the office, with Sari in this unit.
fn people(unit: &str) -> String {
    let mut list = format!("NAMA;NIP;JABATAN;UNIT KERJA;NIP ATASAN\nTogar Simanjuntak;{BOSS};Kepala Seksi;Seksi A;\n");
    for (name, nip) in TEAM {
        let unit = if nip == SARI { unit } else { "Seksi A" };
        list.push_str(&format!("{name};{nip};Pengelola;{unit};{BOSS}\n"));
    }
    list
}

/// Forty of a hundred boxes, for the whole year.
fn boxes(year: i16) -> String {
    format!("{SARI};;Arsip tertata;Boks;100;boks;naik;jumlah;01/01/{year};31/12/{year};;arsip")
}

fn has(value: &Value, text: &str) -> bool {
    value.as_array().unwrap().iter().any(|one| one == text)
}

#[test]
fn a_name_in_full_is_its_bearers_at_every_door() {
    let day = "2026-11-21";
    let office = Office::since("2026-11-01");
    for (name, _) in &TEAM[..4] {
        let said = office.on(day, &["note", &format!("{name} + membantu loket")]);
        assert!(said.contains(name) && office.on(day, &["log", "--count", "1"]).contains(name), "note: {said}");
        for door in [&["brief", *name][..], &["plan", *name, "2026-12-01"]] {
            let said = office.on(day, door);
            let whom = said.lines().next().unwrap();
            let others = TEAM.iter().filter(|(other, _)| other.contains(*name) && other != name);
            assert!(whom.contains(*name) && others.clone().all(|(other, _)| !whom.contains(other)), "{door:?}: {said}");
        }
        let exported = office.on(day, &["export", name]);
        let people = serde_json::from_str::<Value>(&exported).unwrap()["people"].clone();
        assert_eq!((people.as_array().unwrap().len(), people[0]["name"].as_str()), (1, Some(*name)));
    }
}

#[test]
fn what_was_saved_names_whom_in_words_that_tell_namesakes_apart() {
    let office = Office::since("2026-11-01");
    office.write(
        "more.csv",
        &format!("NAMA;NIP;JABATAN;UNIT KERJA;NIP ATASAN\nSari Dewi Lubis;199109092015032009;Pengelola;Seksi B;{BOSS}\n"),
    );
    office.on("2026-11-02", &["import", "people", "more.csv"]);
    let said = office.on("2026-11-21", &["note", "199109092015032009 + ramah"]);
    assert!(said.contains("Sari Dewi Lubis · Seksi B"), "{said}");
    assert!(office.on("2026-11-21", &["plan", SARI, "2026-12-01"]).contains("Sari Dewi Lubis · Seksi A"));
    assert!(office.on("2026-11-21", &["rate", SARI, "integritas", "3"]).contains("Seksi A"));
    assert!(!office.on("2026-11-21", &["note", "mei + ramah"]).contains("Seksi A"), "only where it is needed");
}

#[test]
fn the_last_word_of_a_day_holds() {
    for lang in ["id", "en"] {
        let office = Office::speaking(lang, "2026-10-20");
        for level in ["3", "2", "3"] {
            office.on("2026-11-21", &["rate", "sari", "integritas", level]);
        }
        let gaps = office.json("2026-11-21", &["gaps", "sari"]).to_string();
        assert!(gaps.contains(r#""current":3"#), "{gaps}");
        assert_eq!(office.on("2026-11-21", &["export", "sari"]).matches(r#""kind":"rating""#).count(), 3);
    }
}

#[test]
fn a_gap_of_one_side_is_not_hidden_by_another() {
    let office = Office::since("2026-10-20");
    office.write("standards.csv", "Jabatan;Kompetensi;Level\nPengelola;Integritas;3\n");
    office.on("2026-10-21", &["import", "standards", "standards.csv"]);
    office.on("2026-11-10", &["rate", "sari", "integritas", "1", "--facet", "skill"]);
    office.on("2026-11-20", &["rate", "sari", "integritas", "4", "--facet", "knowledge"]);
    assert_eq!(office.row("2026-11-21", "Sari Dewi Lubis")["gaps"], 1);
    assert_eq!(office.row("2026-11-21", "Sari Dewi Lubis")["largest_gap"], 2);
}

#[test]
fn unfinished_goals_stay_late_in_january_at_every_door() {
    let office = Office::since("2026-01-05");
    office.goals("2026-01-06", "g.csv", &[&boxes(2026)]);
    office.on("2026-11-21", &["checkin", "sari", "arsip", "40"]);
    let late = office.json("2027-01-01", &["due"]);
    assert_eq!((&late["goals"][0]["title"], &late["goals"][0]["state"]), (&"Arsip tertata".into(), &"late".into()));
    assert!(office.on("2027-01-01", &["due"]).contains("Arsip tertata"));
    assert!(has(&office.row("2027-01-01", "Sari Dewi Lubis")["why"], "goals-late"));
    assert!(office.on("2027-01-01", &["brief", "sari"]).contains("Arsip tertata"));
    assert!(office.json("2026-12-31", &["due"])["goals"][0]["state"] != "late", "its last day is its own");
}

#[test]
fn a_value_of_last_year_counts_in_last_years_plan() {
    let office = Office::since("2026-01-05");
    office.goals("2026-01-06", "g.csv", &[&boxes(2026)]);
    office.goals("2026-12-10", "h.csv", &[&boxes(2027).replace(";100;", ";120;")]);
    let said = office.on("2027-01-05", &["checkin", "sari", "arsip", "95", "31/12"]);
    assert!(said.contains("95"), "{said}");
    let of = |year: &str| office.json("2027-01-05", &["goals", "sari", "--year", year])[0]["indicators"][0].clone();
    assert_eq!((&of("2026")["value"], &of("2027")["value"]), (&"95".into(), &Value::Null));
    assert!(!office.on("2027-01-05", &["goals", "sari"]).contains("79%"));
}

#[test]
fn next_years_plan_changes_nothing_of_this_years_roll_up() {
    let office = Office::since("2026-01-05");
    let rows = |year: i16| {
        let boss = format!("{BOSS};;Arsip tertib;Boks seluruhnya;200;boks;naik;jumlah;01/01/{year};31/12/{year};;tertib");
        [boss, boxes(year).replacen(";;", ";Arsip tertib;", 1)]
    };
    office.goals("2026-01-06", "g.csv", &rows(2026).each_ref().map(String::as_str));
    office.on("2026-11-21", &["checkin", "togar", "tertib", "150"]);
    office.on("2026-11-21", &["checkin", "sari", "arsip", "80"]);
    let rolled = |office: &Office| office.on("2026-12-10", &["goals", "--by", "result"]);
    let before = rolled(&office);
    assert!(before.contains("75%") && before.contains("80%"), "{before}");
    office.goals("2026-12-10", "h.csv", &rows(2027).each_ref().map(String::as_str));
    assert_eq!(rolled(&office), before);
}

#[test]
fn two_half_years_have_one_figure_in_list_brief_and_goals() {
    let office = Office::since("2026-01-05");
    let half = |title: &str, from: &str, until: &str, tag: &str| {
        format!("{SARI};;Arsip {title};Boks {tag};100;boks;naik;jumlah;{from};{until};;{tag}")
    };
    let rows =
        [half("semester satu", "01/01/2026", "30/06/2026", "satu"), half("semester dua", "01/07/2026", "31/12/2026", "dua")];
    office.goals("2026-01-06", "g.csv", &rows.each_ref().map(String::as_str));
    office.on("2026-06-30", &["checkin", "sari", "satu", "100"]);
    office.on("2026-11-21", &["checkin", "sari", "dua", "20"]);
    let goals = office.on("2026-11-21", &["goals", "sari"]);
    assert!(goals.lines().last().unwrap().contains("20%"), "{goals}");
    assert_eq!(office.row("2026-11-21", "Sari Dewi Lubis")["goals_progress"], 20);
    assert!(office.on("2026-11-21", &["brief", "sari"]).contains("20%"));
}

#[test]
fn a_result_with_something_unmeasured_is_not_reached() {
    let office = Office::since("2026-01-05");
    let second = format!("{SARI};;Arsip tertata;Temuan audit;5;temuan;turun;keadaan;01/01/2026;31/12/2026;;arsip");
    office.goals("2026-01-06", "g.csv", &[&boxes(2026), &second]);
    office.on("2026-11-20", &["checkin", "sari", "boks", "100"]);
    assert_ne!(office.json("2026-11-21", &["goals", "sari"])[0]["verdict"], "reached");
    let late = office.json("2027-01-02", &["due"]);
    assert_eq!(late["goals"][0]["state"], "late", "and stays late when its year is over");
}

#[test]
fn what_was_reached_before_its_own_day_is_late_nowhere() {
    for lang in ["id", "en"] {
        let office = Office::speaking(lang, "2026-01-05");
        let survey =
            format!("{SARI};;Survei kepuasan;Indeks;85;indeks;naik;keadaan;01/01/2026;31/12/2026;30/06/2026;survei");
        office.goals("2026-01-06", "g.csv", &[&survey]);
        office.on("2026-06-15", &["checkin", "sari", "survei", "90"]);
        // The talks are late: nobody was met. The goal is not.
        let due = office.json("2026-11-21", &["due"]);
        assert_eq!((due["goals"].as_array().unwrap().len(), due["sessions"].as_array().unwrap().len()), (0, 8));
        assert!(!office.on("2026-11-21", &["due"]).contains("Survei"));
        let row = office.row("2026-11-21", "Sari Dewi Lubis");
        assert!(!has(&row["why"], "goals-late") && row["goals_progress"] == 106, "{row}");
        let goal = office.json("2026-11-21", &["goals", "sari"])[0].clone();
        assert_eq!((&goal["verdict"], &goal["due"]), (&"reached".into(), &"2026-06-30".into()));
        let brief = office.on("2026-11-21", &["brief", "sari"]);
        assert!(brief.contains("106%") && !brief.contains("Survei kepuasan"), "nothing of it is worth a line: {brief}");
        assert!(!office.on("2026-11-21", &["status"]).lines().any(|l| l.contains("Sari") && l.contains("Survei")));
    }
}

#[test]
fn fractions_and_counters_are_text_in_both_languages() {
    for lang in ["id", "en"] {
        let office = Office::speaking(lang, "2026-10-20");
        for text in ["1/3 arsip sudah selesai", "3/4 laporan belum masuk", "melayani di loket 3/4"] {
            let noted = office.json("2026-11-21", &["note", &format!("sari + {text}")]);
            assert_eq!((&noted["text"], &noted["date"]), (&text.into(), &"2026-11-21".into()), "{lang}");
        }
    }
}

#[test]
fn everything_about_a_person_has_goals_values_ratings_and_evaluations() {
    let office = Office::since("2026-01-05");
    office.goals("2026-01-06", "g.csv", &[&boxes(2026)]);
    office.on("2026-11-20", &["checkin", "sari", "arsip", "40"]);
    office.on("2026-11-21", &["rate", "sari", "integritas", "3", "berkas lengkap"]);
    office.on("2026-11-21", &["wish", "sari", "arsip elektronik"]);
    let evaluate = ["evaluate", "sari", "--period", "2026-Q3", "--results", "meets", "--behaviour", "meets"];
    let said = office.on("2026-11-21", &evaluate);
    let all: Value = serde_json::from_str(&office.on("2026-11-21", &["export", "sari"])).unwrap();
    let kinds: Vec<&str> = all["records"].as_array().unwrap().iter().map(|r| r["kind"].as_str().unwrap()).collect();
    for kind in ["work_result", "check_in", "rating", "wish", "evaluation"] {
        assert!(kinds.contains(&kind), "{kind}: {kinds:?} {said}");
    }
    assert!(all.to_string().contains("berkas lengkap") && all.to_string().contains("Arsip tertata"));
    let shared = office.on("2026-11-21", &["export", "sari", "--shared"]);
    assert!(!shared.contains("berkas lengkap") && shared.contains("Arsip tertata"), "{shared}");
    assert!(!shared.contains(r#""kind":"evaluation""#), "not handed over: {shared}");
}

#[test]
fn private_words_do_not_leave_without_being_asked_about() {
    for (lang, private) in [("id", "juga ada"), ("en", "also stands in your private notes")] {
        let office = Office::speaking(lang, "2026-01-05");
        office.goals("2026-01-06", "g.csv", &[&boxes(2026)]);
        office.on("2026-11-20", &["note", "sari = sedang mengurus perceraian dengan suaminya di pengadilan"]);
        assert!(office.on("2026-11-20", &["export", "sari", "--shared"]).starts_with('{'), "nothing shared repeats it");
        office.on(
            "2026-11-20",
            &["note", "sari + rapi; sedang mengurus perceraian dengan suaminya di pengadilan #arsip @bersama"],
        );
        for args in [&["export", "sari", "--shared"][..], &["export", "--shared"], &["goals", "sari", "--text"]] {
            let asked = office.on("2026-11-21", args);
            assert!(
                asked.contains(private) && asked.contains("--yes") && !asked.contains("{\"format\""),
                "{args:?}: {asked}"
            );
            let done = office.on("2026-11-21", &[args, &["--yes"]].concat());
            assert!(done.contains("perceraian") && !done.contains("--yes"), "{args:?}: {done}");
        }
    }
}

#[test]
fn newcomers_have_no_uneven_year_and_never_praised_stands_before_long_ago() {
    let office = Office::since("2026-10-01");
    for day in ["2026-10-05", "2026-10-20", "2026-11-03", "2026-11-18"] {
        office.on(day, &["note", "sari + membantu"]);
    }
    let row = office.row("2026-11-21", "Sari Dewi Lubis");
    assert!(!has(&row["why"], "recent-only"), "{row}");
    assert!(!office.on("2026-11-21", &["brief", "sari"]).contains("81"));
    let office = Office::since("2025-09-01");
    office.on("2026-05-01", &["note", "sari + bagus"]);
    office.on("2026-11-21", &["plan", SARI, "2026-11-25"]);
    office.on("2026-11-21", &["plan", MEI, "2026-11-25"]);
    let list = office.on("2026-11-21", &["status"]);
    let place = |name: &str| list.lines().position(|line| line.contains(name)).unwrap();
    assert!(place("Mei") < place("Sari"), "{list}");
}

#[test]
fn a_day_planned_far_ahead_is_said_and_hides_nobody() {
    for lang in ["id", "en"] {
        let office = Office::speaking(lang, "2026-10-20");
        let said = office.on("2026-11-21", &["plan", "sari", "2027-11-22"]);
        assert!(said.lines().count() > 1, "a day a year away gets a word: {said}");
        let row = office.row("2027-06-01", "Sari Dewi Lubis");
        assert_eq!(row["state"], "overdue");
        assert!(has(&row["why"], "planned-far"), "{row}");
        assert!(office.on("2027-06-01", &["due"]).contains("Sari"));
    }
}

#[test]
fn a_move_by_the_list_splits_the_plan_and_the_same_plan_again_closes_no_open_target() {
    let office = Office::since("2026-01-05");
    office.goals("2026-01-06", "g.csv", &[&boxes(2026)]);
    office.write("moved.csv", &people("Seksi B"));
    let trial = office.on("2026-07-01", &["import", "people", "moved.csv", "--dry-run"]);
    let said = office.on("2026-07-01", &["import", "people", "moved.csv"]);
    let plan = |office: &Office| office.json("2026-07-02", &["goals", "sari"])[0].clone();
    assert_eq!(plan(&office)["from"], "2026-07-01", "{trial} {said}");
    assert_eq!(plan(&office)["indicators"][0]["target_open"], true);
    office.on("2026-07-02", &["import", "goals", "g.csv"]);
    assert_eq!(plan(&office)["indicators"][0]["target_open"], true, "the whole year's hundred is not the half year's");
    // Said for the rest itself, it is taken.
    office.goals("2026-07-03", "rest.csv", &[&boxes(2026).replace("01/01/2026", "01/07/2026").replace(";100;", ";60;")]);
    let target = plan(&office)["indicators"][0].clone();
    assert_eq!((&target["target_open"], &target["target"]), (&false.into(), &"60".into()), "{target}");
}

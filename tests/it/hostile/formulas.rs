//! What a spreadsheet would run: marked in every table that goes out, and exactly that mark is taken off coming in.

use super::super::cli::User;
use bina::interchange::cells::{neutral, without_mark};
use proptest::prelude::*;

/// What makes a formula, a command or a second cell of what follows.
const FIRST: [&str; 16] = ["=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠", "｜", "％", " ="];

#[test]
fn whatever_begins_like_a_formula_is_marked_and_comes_back_without_the_mark() {
    for first in FIRST {
        for rest in ["1+1", "cmd|' /C calc'!A0", "HYPERLINK(\"http://x\")", "", "x"] {
            for before in ["", " ", "   ", "\u{a0}", "'", "''"] {
                let text = format!("{before}{first}{rest}");
                let out = neutral(&text);
                assert_eq!(out, format!("'{text}"));
                assert_eq!(without_mark(&out), text);
            }
        }
    }
    for number in ["-5", "-5,25", "-1.250.000", "-12%", "5", "0"] {
        assert_eq!(neutral(number), number, "a number stays one");
    }
}

proptest! {
    #[test]
    fn what_goes_out_comes_in_again(text in "('|=|-|\\+|@|%| |\\||5|,|x|＝){0,8}\\PC{0,10}") {
        let out = neutral(&text);
        prop_assert_eq!(without_mark(&out), text.as_str());
        let bare = out.trim_start();
        let starts = FIRST.iter().any(|first| bare.starts_with(first));
        let number = bare.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || ".,%".contains(c));
        prop_assert!(!starts || number, "{out}");
    }
}

/// Every table that leaves, from records whose every text is a formula, cell by cell.
#[test]
fn no_cell_of_a_table_that_goes_out_runs() {
    let user = User::new();
    let run = |args: &[&str]| {
        let run = user.run(&[&["--today", "2026-11-23"], args].concat());
        assert!(run.code <= 1, "{args:?}: {}", run.err);
        run
    };
    let formula = "=cmd|' /C calc'!A0";
    run(&["init", "--name", "Togar Simanjuntak", "--position", "Camat"]);
    let write = |name: &str, content: String| std::fs::write(user.home().join(name), content).unwrap();
    write(
        "people.csv",
        format!(
            "Nama;NIP;Jabatan;Unit Kerja;Atasan\n=Sari Dewi;198609262015051001;{formula};=Seksi;Togar Simanjuntak\nX;1;{formula};+a;-b\n"
        ),
    );
    run(&["import", "people", "people.csv", "--refused", "refused.csv"]);
    write("standards.csv", format!("jabatan;jenis;kompetensi;level\n\"{formula}\";manajerial;Integritas;3\n"));
    run(&["import", "standards", "standards.csv"]);
    write(
        "goals.csv",
        "NIP;RHK Pimpinan;RHK;Indikator;Baseline;Target;Satuan;Arah\n198609262015051001;@a;+b;-c;-5;12;=d;naik\n".to_owned(),
    );
    run(&["import", "goals", "goals.csv"]);
    run(&["rate", "198609262015051001", "integritas", "2", "=1+1"]);
    let refused = std::fs::read_to_string(user.home().join("refused.csv")).unwrap();
    let mut tables = vec![("refused rows".to_owned(), refused)];
    for args in [
        &["export", "goals"][..],
        &["export", "ratings"],
        &["export", "standards"],
        &["gaps", "--csv"],
        &["gaps", "--by", "competency", "--csv"],
        &["gaps", "--by", "unit", "--csv"],
    ] {
        tables.push((args.join(" "), run(args).out));
    }
    for (what, table) in tables {
        let text = table.trim_start_matches('\u{feff}');
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').has_headers(false).from_reader(text.as_bytes());
        let mut marked = 0;
        for record in reader.records() {
            for cell in &record.unwrap() {
                let number = cell.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || ".,%".contains(c));
                assert!(number || !FIRST.iter().any(|first| cell.trim_start().starts_with(first)), "{what}: {cell:?}");
                marked += usize::from(cell.starts_with("'="));
            }
        }
        assert!(marked > 0 || what.contains("competency"), "{what} has the formulas:\n{table}");
    }
    assert!(run(&["export", "goals"]).out.contains(";-5;"), "a number is a number");
}

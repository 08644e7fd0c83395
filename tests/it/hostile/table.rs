//! What a user sees of each hostile input, and what is lost by it: done here with the program
//! in both languages, and written in the help.

use crate::cli::{Run, User};
use crate::import::workbook::{row, text, with_rows};
use crate::support::pages::{LANGS, compare};
use bina::i18n::Lang;
use std::fs::{self, File};
use std::os::unix::fs::symlink;
use std::path::PathBuf;

/// What was done, in Indonesian and in English.
type Fault<'a> = [&'a str; 2];

/// A user with one person in the store, and the language in which the program speaks.
struct Desk(User, Lang);

impl Desk {
    fn new(lang: Lang) -> Desk {
        let desk = Desk(User::new(), lang);
        desk.file("list.csv", "Nama;NIP\nSari Dewi;198609262015051001\n");
        assert_eq!(desk.run(&["import", "people", "list.csv"]).code, 0);
        desk
    }
    fn home(&self) -> PathBuf {
        self.0.home().to_owned()
    }
    fn file(&self, name: &str, content: impl AsRef<[u8]>) {
        fs::write(self.home().join(name), content).unwrap();
    }
    fn run(&self, args: &[&str]) -> Run {
        let mut command = self.0.command(args);
        command.args(["--lang", self.1.code()]).env("BINA_STORE", self.home().join("store")).env("BINA_TODAY", "2026-11-23");
        Run::of(command.output().unwrap())
    }
}

/// The first line of what is said, with the user's home left out.
fn said(desk: &Desk, run: &Run) -> String {
    let text = if run.err.is_empty() { &run.out } else { &run.err };
    let line = text.lines().next().unwrap_or_default().trim_start_matches("bina: ");
    line.replace(&format!("{}/", desk.home().display()), "").replace('|', "\\|")
}

fn word<'a>(lang: Lang, both: Fault<'a>) -> &'a str {
    both[usize::from(lang == Lang::En)]
}

const NOTHING: Fault<'static> = ["tidak ada", "nothing"];

/// Nothing of the store may be gone.
#[track_caller]
fn refused(lang: Lang, fault: Fault<'_>, prepare: impl Fn(&Desk), args: &[&str]) -> String {
    let (desk, fault) = (Desk::new(lang), word(lang, fault));
    let before = desk.run(&["export"]).out;
    prepare(&desk);
    let run = desk.run(args);
    assert!((1..=3).contains(&run.code), "{fault}: {} {}", run.code, run.err);
    let drafts = desk.home().join("store/drafts.json");
    if drafts.is_symlink() {
        fs::remove_file(drafts).unwrap();
    }
    assert_eq!(desk.run(&["export"]).out, before, "{fault}");
    format!("| {fault} | {} | {} |\n", said(&desk, &run), word(lang, NOTHING))
}

#[track_caller]
fn workbook(lang: Lang, fault: Fault<'_>, bytes: Vec<u8>) -> String {
    refused(lang, fault, |desk| desk.file("list.xlsx", &bytes), &["import", "people", "list.xlsx"])
}

#[track_caller]
fn list(lang: Lang, fault: Fault<'_>, bytes: impl AsRef<[u8]>) -> String {
    refused(lang, fault, |desk| desk.file("new.csv", &bytes), &["import", "people", "new.csv"])
}

fn workbooks(lang: Lang) -> String {
    let header = row(1, &[text("A1", "Nama"), text("B1", "NIP")]);
    let plain = || with_rows(&header, &[]);
    let strings = |content: &str| {
        let rows = row(1, &[r#"<c r="A1" t="s"><v>0</v></c>"#.to_owned()]);
        with_rows(&rows, &[("xl/sharedStrings.xml", content.as_bytes())])
    };
    let ends = header.clone() + &row(1_048_576, &[text("XFD1048576", "x")]);
    let sheets: String = (1..70).map(|n| format!(r#"<sheet name="{n}" sheetId="{n}" r:id="rId1"/>"#)).collect();
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{sheets}</sheets></workbook>"#
    );
    [
        workbook(
            lang,
            [
                "buku kerja yang terbuka menjadi jauh lebih besar dari ukurannya",
                "a workbook that unpacks to far more than its size",
            ],
            strings(&"x".repeat(3 << 20)),
        ),
        workbook(
            lang,
            ["buku kerja yang menyebut mempunyai empat miliar teks", "a workbook that says it has four billion texts"],
            strings(r#"<sst uniqueCount="4294967295"><si><t>x</t></si></sst>"#),
        ),
        workbook(lang, ["sel di kedua ujung lembar", "cells at both ends of a sheet"], with_rows(&ends, &[])),
        workbook(
            lang,
            ["lembar lebih banyak daripada yang dimiliki siapa pun", "more sheets than anybody has"],
            with_rows(&header, &[("xl/workbook.xml", book.as_bytes())]),
        ),
        workbook(
            lang,
            ["buku kerja yang dikunci sandi", "a workbook behind a password"],
            super::files::in_headers(plain(), 6, 8, &[1]),
        ),
        workbook(
            lang,
            ["buku kerja dengan jumlah periksa yang salah, atau terpotong", "a workbook with wrong checksums, or cut off"],
            super::files::in_headers(plain(), 14, 16, &[1, 2, 3, 4]),
        ),
        workbook(
            lang,
            ["buku kerja dengan bagian bernama `../../x`", "a workbook with a part called `../../x`"],
            with_rows(&header, &[("../../x", b"x")]),
        ),
    ]
    .concat()
}

fn lists(lang: Lang) -> String {
    let huge = |desk: &Desk| File::create(desk.home().join("new.csv")).unwrap().set_len(1 << 30).unwrap();
    [
        list(lang, ["daftar dengan byte NUL", "a list with NUL bytes"], b"Nama;NIP\nBudi\0;1\n"),
        list(
            lang,
            ["daftar dengan sejuta kolom", "a list with a million columns"],
            format!("Nama;NIP\n{}x\n", "y;".repeat(1_000_000)),
        ),
        refused(
            lang,
            ["daftar satu gigabyte, atau yang terus bertambah", "a list of a gigabyte, or one that grows"],
            huge,
            &["import", "people", "new.csv"],
        ),
        refused(
            lang,
            ["pipa, perangkat, atau folder sebagai ganti daftar", "a pipe, a device or a folder instead of a list"],
            |_| {},
            &["import", "people", "/dev/zero"],
        ),
    ]
    .concat()
}

fn others(lang: Lang) -> String {
    let link = |desk: &Desk| {
        desk.file("victim", "of great value");
        symlink(desk.home().join("victim"), desk.home().join("store/drafts.json")).unwrap();
    };
    let rules = |desk: &Desk| desk.file("c.toml", "rules.file = \"/dev/zero\"");
    [
        refused(
            lang,
            ["tautan sebagai ganti berkas penyimpanan", "a link in place of a file of the store"],
            link,
            &["status"],
        ),
        refused(
            lang,
            ["berkas konfigurasi atau aturan tanpa akhir", "a configuration or rule file without end"],
            rules,
            &["--config", "c.toml", "status"],
        ),
        refused(
            lang,
            ["perangkat sebagai ganti cadangan", "a device instead of a backup"],
            |_| {},
            &["--store", "new", "restore", "/dev/zero"],
        ),
    ]
    .concat()
}

/// What comes in, but for what would do harm.
fn taken(lang: Lang) -> String {
    let desk = Desk::new(lang);
    desk.file("new.csv", "Nama;NIP\n\"Budi;1\nRina;198012302010012005\n");
    let run = desk.run(&["import", "people", "new.csv"]);
    assert!(run.code == 1 && desk.run(&["export"]).out.contains("Rina"), "{}", run.err);
    let fault = word(lang, ["tanda kutip yang tidak ditutup", "a quotation mark that nobody closes"]);
    let lost = word(lang, ["baris itu, sampai diperbaiki", "that row, until it is put right"]);
    let torn = format!("| {fault} | {} | {lost} |\n", said(&desk, &run));

    let desk = Desk::new(lang);
    desk.file("new.csv", "Nama;NIP\nRina\u{1b}[2J\u{202e};198012302010012005\n");
    assert_eq!(desk.run(&["import", "people", "new.csv"]).code, 0);
    let name = serde_json::from_str::<serde_json::Value>(&desk.run(&["export"]).out).unwrap();
    let name = name["people"].as_array().unwrap().iter().find_map(|p| p["name"].as_str().filter(|n| n.starts_with("Rina")));
    let fault = word(lang, ["karakter kendali dalam nama", "control characters in a name"]);
    let lost = word(lang, ["karakter itu", "those characters"]);
    let marked = format!("| {fault} | `{}` | {lost} |\n", name.unwrap());

    let desk = Desk::new(lang);
    desk.file("new.csv", "Jabatan;Kompetensi;Level\n=1+1;Integritas;3\n");
    assert_eq!(desk.run(&["import", "standards", "new.csv"]).code, 0);
    let table = desk.run(&["export", "standards"]).out;
    let cell = table.lines().nth(1).and_then(|line| line.split(';').next()).unwrap().to_owned();
    desk.file("new.csv", &table);
    assert!(desk.run(&["import", "standards", "new.csv", "--dry-run"]).out.contains(word(lang, ["1 tetap", "1 unchanged"])));
    let fault = word(lang, ["sel yang akan dijalankan lembar kerja", "a cell that a spreadsheet would run"]);
    let seen = word(lang, ["dalam tabel yang keluar", "in the table that goes out"]);
    let formula = format!("| {fault} | `{cell}` {seen} | {} |\n", word(lang, NOTHING));
    [torn, marked, formula].concat()
}

#[test]
fn what_hostile_inputs_do_is_as_the_help_says() {
    for lang in LANGS {
        let heads = word(lang, ["| kejadian | yang terlihat | yang hilang |", "| fault | what you see | lost |"]);
        let head = format!("{heads}\n| --- | --- | --- |\n");
        let table = [head, workbooks(lang), lists(lang), taken(lang), others(lang)].concat();
        compare("hostile-input", "hostile measured", lang, &table);
    }
}

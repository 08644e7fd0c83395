//! Files that mean harm, or are none: each is refused with one plain sentence, with bounded memory and time, or read
//! for what it is.

use crate::import::workbook::{number, row, text, with_rows};
use bina::domain::language::clean::is_hostile;
use bina::i18n::{Lang, Words};
use bina::interchange::{Unreadable, Workbook, read_workbook, source};
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Longer nothing may take; on a busy machine a file of the largest size takes seconds.
const LONGEST: Duration = Duration::from_secs(40);

fn program() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_bina"))
}

#[track_caller]
fn read(name: &str, bytes: &[u8]) -> Result<Workbook, Unreadable> {
    let begun = Instant::now();
    let outcome = source::workbook(bytes, program());
    assert!(begun.elapsed() < LONGEST, "{name} took {:?}", begun.elapsed());
    if let Err(reason) = &outcome {
        for lang in [Lang::Id, Lang::En] {
            let said = Words::new(lang).text(&reason.text());
            assert!(said.ends_with('.') && !said.chars().any(is_hostile) && said.chars().count() < 300, "{name}: {said}");
        }
    }
    outcome
}

fn sheets(count: usize, parts: usize) -> Vec<u8> {
    let list: String = (0..count).map(|n| format!(r#"<sheet name="L{n}" sheetId="{}" r:id="rId1"/>"#, n + 1)).collect();
    let book = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{list}</sheets></workbook>"#
    );
    let names: Vec<String> = (1..parts).map(|n| format!("xl/worksheets/other{n}.xml")).collect();
    let mut others: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b"<x/>"[..])).collect();
    others.push(("xl/workbook.xml", book.as_bytes()));
    with_rows(&header(), &others)
}

fn header() -> String {
    row(1, &[text("A1", "Nama"), text("B1", "NIP")])
}

/// With the first sheet somewhere else.
fn sheet_at(target: &str) -> Vec<u8> {
    let rels = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" {target}/></Relationships>"#
    );
    with_rows(&header(), &[("xl/_rels/workbook.xml.rels", rels.as_bytes())])
}

/// Sets bytes behind each local and each central header of an archive.
pub fn in_headers(mut bytes: Vec<u8>, local: usize, central: usize, set: &[u8]) -> Vec<u8> {
    for at in 0..bytes.len() - 46 {
        let place = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + local,
            b"PK\x01\x02" => at + central,
            _ => continue,
        };
        bytes[place..place + set.len()].copy_from_slice(set);
    }
    bytes
}

type Refusals = Vec<(&'static str, Vec<u8>, fn(&Unreadable) -> bool)>;

/// Bytes of files, and what must be said of them.
fn refusals() -> Refusals {
    let plain = || with_rows(&header(), &[]);
    let many = |cell: &str, count: usize| format!(r#"<row r="1">{}</row>"#, cell.repeat(count));
    let far = r#"<row r="1"><c r="A1"><v>1</v></c><c r="BDWGN1"><v>1</v></c></row>"#;
    let laughs: String = (1..10).map(|n| format!(r#"<!ENTITY l{n} "{}">"#, format!("&l{};", n - 1).repeat(10))).collect();
    let laughs = format!(r#"<!DOCTYPE sst [<!ENTITY l0 "lol">{laughs}]><sst><si><t>&l9;</t></si></sst>"#);
    let outside = r#"<!DOCTYPE sst [<!ENTITY x SYSTEM "file:///etc/passwd">]><sst><si><t>&x;</t></si></sst>"#;
    let shared = row(1, &[r#"<c r="A1" t="s"><v>0</v></c>"#.to_owned()]);
    let long = "x".repeat(40 << 20);
    let wide = format!("Nama;NIP\n{}x\n", "y;".repeat(1_000_000));
    vec![
        ("a string of 40 MB", with_rows(&shared, &[("xl/sharedStrings.xml", long.as_bytes())]), |r| *r == Unreadable::Bomb),
        (
            "the same, said to be small",
            in_headers(with_rows(&shared, &[("xl/sharedStrings.xml", long.as_bytes())]), 22, 24, &1024u32.to_le_bytes()),
            |r| matches!(r, Unreadable::Bomb | Unreadable::Damaged(_)),
        ),
        ("twenty million cells", with_rows(&many("<c/>", 20_000_000), &[]), |r| *r == Unreadable::Bomb),
        ("a column of number a million", with_rows(far, &[]), |r| {
            matches!(r, Unreadable::TooManyColumns { .. } | Unreadable::Damaged(_))
        }),
        ("six hundred columns", with_rows(&many("<c><v>1</v></c>", 600), &[]), |r| {
            matches!(r, Unreadable::TooManyColumns { row: 1, .. })
        }),
        ("65,536 sheets", sheets(65_536, 1), |r| matches!(r, Unreadable::TooManySheets { .. } | Unreadable::Bomb)),
        ("seventy sheets", sheets(70, 1), |r| matches!(r, Unreadable::TooManySheets { most: 64 })),
        ("three thousand parts", sheets(1, 3_000), |r| *r == Unreadable::Bomb),
        ("wrong checksums", in_headers(plain(), 14, 16, &[1, 2, 3, 4]), |r| matches!(r, Unreadable::Damaged(_))),
        ("encrypted parts", in_headers(plain(), 6, 8, &[1]), |r| *r == Unreadable::Encrypted),
        ("an unknown way of packing", in_headers(plain(), 8, 10, &[99]), |r| matches!(r, Unreadable::Damaged(_))),
        ("a name that leads outside", with_rows(&header(), &[("../../x", b"x")]), |r| *r == Unreadable::Outside),
        ("the same with the other slash", with_rows(&header(), &[("xl\\..\\..\\x", b"x")]), |r| *r == Unreadable::Outside),
        ("entities in entities", with_rows(&shared, &[("xl/sharedStrings.xml", laughs.as_bytes())]), |_| true),
        ("an entity of the system", with_rows(&shared, &[("xl/sharedStrings.xml", outside.as_bytes())]), |_| true),
        ("no workbook in it", with_rows(&header(), &[("[Content_Types].xml", b""), ("xl/workbook.xml", b"")]), |_| true),
        ("NUL in a text", b"Nama;NIP\nSiti\0;1\n".to_vec(), |r| *r == Unreadable::NotText),
        ("NUL alone", vec![0; 100_000], |r| *r == Unreadable::NotText),
        ("a million columns", wide.into_bytes(), |r| matches!(r, Unreadable::TooManyColumns { row: 2, .. })),
        ("one line of 60 MB", vec![b'x'; 60 << 20], |r| matches!(r, Unreadable::CellTooLong { row: 1 })),
        ("too many rows", "a;b\n".repeat(300_000).into_bytes(), |r| matches!(r, Unreadable::TooManyRows { .. })),
        ("nothing but marks", "\u{feff}".as_bytes().to_vec(), |r| *r == Unreadable::Empty),
        ("nothing but line ends", b"\r\n".repeat(1_000_000), |r| *r == Unreadable::Empty),
    ]
}

#[test]
fn each_hostile_file_is_refused_with_one_plain_sentence() {
    for (name, bytes, expected) in refusals() {
        match read(name, &bytes) {
            Err(reason) => assert!(expected(&reason), "{name}: {reason:?}"),
            // What a reader of XML does not expand does not grow.
            Ok(workbook) => {
                let longest =
                    workbook.sheets.iter().flat_map(|s| &s.rows).flat_map(|r| &r.cells).map(|c| c.text.len()).max();
                let entities = name.starts_with("entities") || name.starts_with("an entity");
                assert!(entities && longest.unwrap_or_default() < 100, "{name}: {longest:?}");
            }
        }
    }
}

/// Cached values of other workbooks are read as they stand; where a link leads is never looked at.
#[test]
fn links_to_the_outside_are_not_followed() {
    let link =
        br#"<externalLink xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><externalBook/></externalLink>"#;
    let rels = br#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="x" Target="file:///etc/passwd" TargetMode="External"/></Relationships>"#;
    let formula = r#"<c r="A2" t="str"><f>[1]Lain!$A$1</f><v>Siti</v></c>"#.to_owned();
    let rows = header() + &row(2, &[formula]);
    let parts: &[(&str, &[u8])] =
        &[("xl/externalLinks/externalLink1.xml", link), ("xl/externalLinks/_rels/externalLink1.xml.rels", rels)];
    let workbook = read("links", &with_rows(&rows, parts)).unwrap();
    assert_eq!(&*workbook.sheets[0].rows[1].cells[0].text, "Siti");
    for target in [
        r#"Target="file:///etc/passwd" TargetMode="External""#,
        r#"Target="http://127.0.0.1:9/x" TargetMode="External""#,
        r#"Target="../../../../etc/passwd""#,
        r#"Target="/etc/passwd""#,
    ] {
        let rows =
            read(target, &sheet_at(target)).map(|workbook| workbook.sheets.iter().map(|s| s.rows.len()).sum::<usize>());
        assert!(!matches!(rows, Ok(1..)), "{target}: {rows:?}");
    }
}

#[test]
fn tags_within_tags_and_cells_without_end_are_read_in_bounds() {
    let nested = format!("{}{}", "<a>".repeat(90_000), "</a>".repeat(90_000));
    let cell = format!(r#"<c r="A1" t="inlineStr"><is>{nested}</is></c>"#);
    let _ = read("nested tags", &with_rows(&row(1, &[cell]), &[]));
    let open = format!(r#"<row r="1">{}"#, number("A1", "1").repeat(3));
    let _ = read("no end", &with_rows(&open, &[]));
}

/// Any byte changed, any end cut off: an error or a workbook, never a panic or a wait.
#[test]
fn a_broken_archive_is_an_error_or_a_workbook() {
    let whole = with_rows(&(header() + &row(2, &[text("A2", "Siti"), number("B2", "5")])), &[]);
    for at in (0..whole.len()).step_by(whole.len() / 25) {
        let mut flipped = whole.clone();
        flipped[at] ^= 0x41;
        let _ = read("a flipped byte", &flipped);
        let _ = read("a cut end", &whole[..at]);
    }
    assert!(read("the whole", &whole).is_ok());
}

#[test]
fn quotation_marks_that_nobody_closes_cost_their_rows_and_no_time() {
    let cell = format!("\"{},", "a".repeat(20));
    let open = format!("{}\n", cell.repeat(300)).repeat(3_000);
    let list = format!("Nama,NIP\nSiti,198609262015051001\n{open}Budi,2\n");
    let workbook = read("open marks", list.as_bytes()).unwrap();
    assert_eq!(workbook.sheets[0].rows.iter().filter(|row| row.torn).count(), 3_000);
    assert_eq!(workbook.sheets[0].rows.last().map(|row| row.text(0)), Some("Budi"));
    let marks = read("only marks", "\"\n".repeat(150_000).as_bytes());
    assert_eq!(marks, Err(Unreadable::Empty), "each closes the one before it, around a line end");
}

#[test]
fn every_form_of_unicode_is_read_or_refused_and_half_a_character_is_marked() {
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let mut half = wide("Nama;NIP\nSiti;1\n");
    half.extend([0x00, 0xD8]);
    half.push(b'x');
    let text = read("UTF-16 that ends in half a character", &half).unwrap();
    assert_eq!(text.sheets[0].rows[1].text(0), "Siti");
    let broken = read("UTF-8 that is none", b"\xEF\xBB\xBFNama;NIP\nSi\xffti;1\n").unwrap();
    assert_eq!(broken.sheets[0].rows[1].text(0), "Si\u{fffd}ti");
}

#[test]
fn a_file_that_grows_while_it_is_read_ends() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("list.csv");
    File::create(&path).unwrap().write_all(&b"Nama;NIP\n".repeat(6 << 20)).unwrap();
    let stop = AtomicBool::new(false);
    std::thread::scope(|scope| {
        scope.spawn(|| {
            let mut file = OpenOptions::new().append(true).open(&path).unwrap();
            for _ in 0..200 {
                if stop.load(Ordering::Relaxed) || file.write_all(&[b'x'; 1 << 20]).is_err() {
                    break;
                }
            }
        });
        let outcome = read_workbook(&path, program());
        stop.store(true, Ordering::Relaxed);
        let fine = matches!(
            outcome,
            Err(Unreadable::TooLarge { .. } | Unreadable::TooManyRows { .. } | Unreadable::CellTooLong { .. })
        );
        assert!(fine, "{:?}", outcome.map(|_| ()));
    });
}

#[test]
fn a_stream_without_end_is_read_to_its_bound() {
    let user = crate::cli::User::new();
    let mut command = user.command(&["--lang", "en", "import", "people", "-", "--dry-run"]);
    let endless = File::open("/dev/zero").unwrap();
    let run = crate::cli::Run::of(command.stdin(Stdio::from(endless)).output().unwrap());
    assert_eq!(run.code, 1);
    assert!(run.err.contains("larger than 64 MB"), "{}", run.err);
}

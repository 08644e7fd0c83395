//! Files that mean harm, or are none: refused with the reason, with bounded memory and time.

use super::workbook::{number, row, text, with_rows};
use super::*;
use std::time::{Duration, Instant};

fn refused(bytes: &[u8]) -> Unreadable {
    let began = Instant::now();
    let outcome = source::workbook(bytes, program());
    assert!(began.elapsed() < Duration::from_secs(20));
    outcome.expect_err("refused")
}

#[test]
fn two_cells_at_the_ends_of_a_sheet_are_refused() {
    let rows = row(1, &[text("A1", "Nama"), text("B1", "NIP")]) + &row(1_048_576, &[text("XFD1048576", "x")]);
    assert_eq!(refused(&with_rows(&rows, &[])), Unreadable::TooManyColumns { row: 1_048_576, most: 500 });
}

#[test]
fn a_count_of_strings_that_lies_does_not_take_the_memory() {
    let strings = br#"<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="4294967295"><si><t>Nama</t></si></sst>"#;
    let rows = row(1, &[r#"<c r="A1" t="s"><v>0</v></c>"#.to_owned()]);
    assert_eq!(refused(&with_rows(&rows, &[("xl/sharedStrings.xml", strings)])), Unreadable::Memory);
}

#[test]
fn a_small_archive_that_unpacks_to_much_is_refused() {
    let long = "x".repeat(60 << 20);
    assert_eq!(refused(&with_rows(&row(1, &[text("A1", &long)]), &[])), Unreadable::Bomb);
    // The archive says that it is small, and lies.
    let mut bytes = with_rows(&row(1, &[text("A1", &long)]), &[]);
    lie_about_sizes(&mut bytes);
    let reason = refused(&bytes);
    assert!(
        matches!(reason, Unreadable::Memory | Unreadable::Damaged(_) | Unreadable::CellTooLong { .. } | Unreadable::Bomb),
        "{reason:?}"
    );
}

/// Sets every declared unpacked size to one kilobyte, in both places where an archive says it.
fn lie_about_sizes(bytes: &mut [u8]) {
    for at in 0..bytes.len() - 30 {
        let size = match &bytes[at..at + 4] {
            b"PK\x03\x04" => at + 22,
            b"PK\x01\x02" => at + 24,
            _ => continue,
        };
        bytes[size..size + 4].copy_from_slice(&1024u32.to_le_bytes());
    }
}

#[test]
fn a_cell_that_is_too_long_is_refused_with_its_row() {
    let noise: String =
        (0..40_000u32).map(|i| char::from(b'a' + (i.wrapping_mul(2_654_435_761) >> 27) as u8 % 26)).collect();
    assert_eq!(refused(&with_rows(&row(7, &[text("A7", &noise)]), &[])), Unreadable::CellTooLong { row: 7 });
}

#[test]
fn what_is_no_workbook_is_named() {
    assert_eq!(refused(b""), Unreadable::Empty);
    assert_eq!(refused(b"%PDF-1.7"), Unreadable::NotText);
    assert_eq!(refused(b"<html><table><tr><td>Nama</td></tr></table>"), Unreadable::WebPage);
    assert_eq!(refused(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1rest"), Unreadable::OldWorkbook);
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert_eq!(refused(&locked), Unreadable::Encrypted);
    assert!(matches!(refused(b"PK\x03\x04 not really"), Unreadable::Damaged(_)));
    let mut cut = with_rows(&row(1, &[text("A1", "Nama")]), &[]);
    cut.truncate(cut.len() / 2);
    assert!(matches!(refused(&cut), Unreadable::Damaged(_)));
}

#[test]
fn a_damaged_part_is_refused_not_half_imported() {
    let mut bytes = with_rows(&row(1, &[text("A1", "Nama"), text("B1", "NIP"), number("C1", "5")]), &[]);
    let at = bytes.windows(24).position(|w| w == b"xl/worksheets/sheet1.xml").unwrap() + 40;
    bytes[at] ^= 0xFF;
    assert!(matches!(refused(&bytes), Unreadable::Damaged(_)));
}

#[test]
fn pipes_and_devices_are_not_waited_for() {
    let dir = tempfile::tempdir().unwrap();
    let pipe = dir.path().join("pipa.csv");
    rustix::fs::mkfifoat(rustix::fs::CWD, &pipe, rustix::fs::Mode::RUSR | rustix::fs::Mode::WUSR).unwrap();
    for path in [pipe.as_path(), Path::new("/dev/zero"), dir.path()] {
        assert_eq!(read_workbook(path, program()), Err(Unreadable::NotAFile), "{}", path.display());
    }
    assert!(matches!(read_workbook(&dir.path().join("tidak-ada"), program()), Err(Unreadable::Io(_))));
    let huge = dir.path().join("besar.csv");
    std::fs::File::create(&huge).unwrap().set_len(1 << 30).unwrap();
    assert_eq!(read_workbook(&huge, program()), Err(Unreadable::TooLarge { most: 64 }));
}

//! Rows of the sample files as records: only what the oracles speak of, read without the importer.

use bina::domain::development::learning::{Learning, Source, Verification};
use bina::domain::development::need::Urgency;
use bina::domain::development::proposal::{Proposal, ProposalState};
use bina::domain::development::rules::DevelopmentRules;
use bina::domain::development::{KindId, Subject};
use bina::domain::*;
use bina::interchange::{Row, Workbook, read_workbook};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use serde_json::Value;
use std::path::{Path, PathBuf};
use uuid::Uuid;

pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures").join(name)
}

pub fn oracle(name: &str) -> Value {
    let text = std::fs::read_to_string(fixture("oracles").join(name)).unwrap();
    serde_json::from_str(&text).unwrap()
}

pub fn workbook(name: &str) -> Workbook {
    read_workbook(&fixture(name), Path::new(env!("CARGO_BIN_EXE_bina"))).unwrap()
}

/// The row of a file, by the sheet and the number that the oracle names.
pub fn row<'w>(book: &'w Workbook, sheet: Option<&str>, number: u64) -> &'w Row {
    let table = book.sheets.iter().find(|table| sheet.is_none_or(|name| table.name == name)).unwrap();
    table.rows.iter().find(|row| u64::from(row.number) == number).unwrap()
}

/// One person a NIP.
pub fn person(nip: &str) -> PersonId {
    PersonId(Uuid::from_u128(digits(nip)))
}

fn digits(nip: &str) -> u128 {
    nip.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(0)
}

/// One unit a name.
pub fn unit(name: &str) -> UnitId {
    UnitId(Uuid::from_u128(name.bytes().fold(7, |hash: u128, byte| hash.wrapping_mul(131).wrapping_add(u128::from(byte)))))
}

/// `dd-mm-yyyy`, `dd/mm/yyyy`.
pub fn day(text: &str) -> Date {
    let parts: Vec<i16> = text.split(['-', '/']).map(|part| part.parse().unwrap()).collect();
    date(parts[2], i8::try_from(parts[1]).unwrap(), i8::try_from(parts[0]).unwrap())
}

fn kind(written: &str) -> KindId {
    let rules = DevelopmentRules::default();
    rules.kind_named(written).map_or_else(|| KindId::new("other_classical").unwrap(), |kind| kind.id.clone())
}

/// A line of the oracle's ledger as the record that the file's row is.
pub fn learning(line: &Value, siasn: &Workbook, own: &Workbook, number: usize) -> Learning {
    let sheet = line["sheet"].as_str();
    let row = row(if sheet.is_some() { siasn } else { own }, sheet, line["row"].as_u64().unwrap());
    // title, kind, certificate, from, until, JP
    let (title, kind_of, certificate, from, until, jp) = match sheet {
        Some("RW_DIKLAT") => (3, "Pelatihan struktural kepemimpinan", 4, 5, 6, 9),
        Some(_) => (3, "Kursus", 11, 9, 10, 7),
        None => (3, row.text(4), 7, 8, 9, 11),
    };
    let verification = match line["state"].as_str().unwrap() {
        "disetujui" => Verification::Approved,
        "menunggu" => Verification::Waiting,
        "revisi" => Verification::Revision,
        "ditolak" => Verification::Rejected,
        other => panic!("{other}"),
    };
    Learning {
        id: LearningId(Uuid::from_u128(number as u128)),
        person: person(line["nip"].as_str().unwrap()),
        title: row.text(title).to_owned(),
        kind: kind(kind_of),
        subject: None,
        organiser: String::new(),
        certificate: row.text(certificate).to_owned(),
        from: day(row.text(from)),
        until: day(row.text(until)),
        issued: None,
        lapses: None,
        jp: row.text(jp).parse().unwrap(),
        method: None,
        link: String::new(),
        learned_from: String::new(),
        verification,
        verified_by: String::new(),
        source: if sheet.is_some() { Source::Siasn } else { Source::Own },
        item: None,
        opinions: vec![],
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    }
}

pub fn state(written: &str) -> ProposalState {
    let named = ["direncanakan", "diajukan", "disetujui", "ditolak", "revisi", "terealisasi", "dibatalkan"];
    ProposalState::ALL[named.iter().position(|name| *name == written).unwrap()]
}

/// The rows of the proposal that an import takes: all but those that the findings refuse, and the total.
pub fn proposals() -> Vec<Proposal> {
    let book = workbook("usulan-pelatihan-2027.xlsx");
    let refused = [29, 30, 31, 32, 33, 36];
    let rows = book.sheets[0].rows.iter().filter(|row| (5..=35).contains(&row.number) && !refused.contains(&row.number));
    rows.map(|row| Proposal {
        id: ProposalId(Uuid::from_u128(u128::from(row.number))),
        year: row.text(1).parse().unwrap(),
        quarter: ["I", "II", "III", "IV"].iter().position(|q| *q == row.text(2)).map(|at| at as u8 + 1),
        unit: Some(unit(row.text(3))),
        position: row.text(4).to_owned(),
        person: Some(row.text(5)).filter(|nip| !nip.is_empty()).map(person),
        program: row.text(7).to_owned(),
        subject: Some(Subject::topic(row.text(8))),
        kind: kind(row.text(9)),
        organiser: row.text(10).to_owned(),
        jp: row.text(11).parse().ok(),
        cost: Number::read(row.text(12), DecimalSign::Comma).unwrap(),
        fund: row.text(13).to_owned(),
        urgency: match row.text(14) {
            "Tinggi" => Some(Urgency::High),
            "Sedang" => Some(Urgency::Medium),
            _ => Some(Urgency::Low),
        },
        reason: Shared::new(row.text(15).to_owned()),
        state: state(row.text(16)),
        proposed: None,
        decided: None,
        outcome: String::new(),
        item: None,
        on: date(2026, 11, 30),
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    })
    .collect()
}

//! What the library does not tell of an `.xlsx`: hidden rows and columns, and formulas whose value was not saved. Reads the
//! parts of the archive themselves, whose sizes were checked before.

use super::said::Reason;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::reader::Reader;
use std::collections::HashMap;
use std::io::{BufRead, BufReader, Read, Seek};
use zip::ZipArchive;

/// What of one sheet is not seen, or not there.
#[derive(Debug, Default)]
pub(super) struct Unseen {
    /// Numbers of rows.
    pub rows: Vec<u32>,
    /// Indexes of columns.
    pub columns: Vec<u16>,
    /// Number of the row and index of the column.
    pub unsaved: Vec<(u32, u32)>,
}

/// More columns than a sheet has.
const COLUMNS: u16 = 16_384;

/// Where the part of each sheet stands, by the sheet's name.
pub(super) fn sheets<R: Read + Seek>(archive: &mut ZipArchive<R>) -> Result<HashMap<String, String>, Reason> {
    let mut targets = HashMap::new();
    each(archive, "xl/_rels/workbook.xml.rels", |_, element| {
        if let (Some(id), Some(target)) = (attribute(element, "Id"), attribute(element, "Target")) {
            let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            targets.insert(id, target);
        }
    })?;
    let mut out = HashMap::new();
    each(archive, "xl/workbook.xml", |name, element| {
        if name == "sheet"
            && let (Some(name), Some(id)) = (attribute(element, "name"), attribute(element, "id"))
            && let Some(target) = targets.get(&id)
        {
            out.insert(name, target.clone());
        }
    })?;
    Ok(out)
}

/// What is not seen of the sheet in this part.
pub(super) fn unseen<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str) -> Result<Unseen, Reason> {
    let mut out = Unseen::default();
    let (mut row, mut column) = (0u32, 0u32);
    let (mut formula, mut value, mut inside) = (false, false, false);
    walk(archive, part, |event| match event {
        Met::Begin("row", element) => {
            row = attribute(element, "r").and_then(|r| r.parse().ok()).unwrap_or(row.saturating_add(1));
            column = 0;
            if is_set(element, "hidden") {
                out.rows.push(row);
            }
        }
        Met::Begin("col", element) if is_set(element, "hidden") => {
            let at = |name| attribute(element, name).and_then(|n| n.parse::<u16>().ok()).unwrap_or(0);
            out.columns.extend((at("min")..=at("max").min(COLUMNS)).filter_map(|n| n.checked_sub(1)));
        }
        Met::Begin("c", element) => {
            column = attribute(element, "r").and_then(|place| column_of(&place)).unwrap_or(column);
            (formula, value) = (false, false);
        }
        Met::Begin("f", _) => formula = true,
        // Some write `<v/>` where no value was counted.
        Met::Begin("v" | "t", _) => inside = true,
        Met::Text => value |= inside,
        Met::End("v" | "t") => inside = false,
        Met::Begin(..) => {}
        Met::End("c") => {
            if formula && !value {
                out.unsaved.push((row, column));
            }
            column = column.saturating_add(1);
        }
        Met::End(_) => {}
    })?;
    Ok(out)
}

enum Met<'e> {
    Begin(&'e str, &'e BytesStart<'e>),
    End(&'e str),
    /// Something is written.
    Text,
}

fn each<R: Read + Seek>(
    archive: &mut ZipArchive<R>,
    part: &str,
    mut element: impl FnMut(&str, &BytesStart<'_>),
) -> Result<(), Reason> {
    walk(archive, part, |met| {
        if let Met::Begin(name, begun) = met {
            element(name, begun);
        }
    })
}

/// A part that is not there has nothing to say: whether it must be there is the library's matter.
fn walk<R: Read + Seek>(archive: &mut ZipArchive<R>, part: &str, mut met: impl FnMut(Met<'_>)) -> Result<(), Reason> {
    let Ok(file) = archive.by_name(part) else { return Ok(()) };
    let mut reader = reader(BufReader::new(file));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer).map_err(|error| Reason::Damaged(error.to_string()))? {
            Event::Start(element) => met(Met::Begin(element.local_name().as_ref(), &element)),
            Event::End(element) => met(Met::End(element.local_name().as_ref())),
            Event::Text(text) if !text.trim().is_empty() => met(Met::Text),
            Event::CData(_) | Event::GeneralRef(_) => met(Met::Text),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

/// Empty elements begin and end like any other.
pub(super) fn reader<B: BufRead>(from: B) -> Reader<B> {
    let mut reader = Reader::from_reader(from);
    reader.config_mut().expand_empty_elements = true;
    reader
}

/// By its name without the prefix.
pub(super) fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let mut found = element.attributes().filter_map(Result::ok).filter(|a| a.key.local_name().as_ref() == name);
    found.next().and_then(|a| a.normalized_value(XmlVersion::Implicit1_0).ok()).map(|value| value.into_owned())
}

fn is_set(element: &BytesStart<'_>, name: &str) -> bool {
    attribute(element, name).is_some_and(|value| value == "1" || value == "true")
}

/// `AB12` stands in the column of index 27.
fn column_of(place: &str) -> Option<u32> {
    let letters = place.bytes().take_while(u8::is_ascii_alphabetic).map(|b| u32::from(b.to_ascii_uppercase() - b'A') + 1);
    letters.fold(0u32, |n, letter| n.saturating_mul(26).saturating_add(letter)).checked_sub(1)
}

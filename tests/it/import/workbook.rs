//! Small XLSX files built by the tests.

use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;

const TYPES: &str = r#"<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>"#;
const RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const BOOK: &str = r#"<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Pegawai" sheetId="1" r:id="rId1"/></sheets></workbook>"#;
const BOOK_RELS: &str = r#"<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml"/></Relationships>"#;

/// A workbook with one sheet of these rows of XML, and other parts; one of a name that is there already stands instead.
pub fn with_rows(rows: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let sheet = format!(
        r#"<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
    );
    let mut zip = zip::ZipWriter::new(Cursor::new(Vec::new()));
    let parts: [(&str, &[u8]); 5] = [
        ("[Content_Types].xml", TYPES.as_bytes()),
        ("_rels/.rels", RELS.as_bytes()),
        ("xl/workbook.xml", BOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", BOOK_RELS.as_bytes()),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    let own = parts.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    for (name, content) in own.chain(others) {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// A cell of text.
pub fn text(place: &str, text: &str) -> String {
    format!(r#"<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>"#)
}

/// A cell that holds a number.
pub fn number(place: &str, number: &str) -> String {
    format!(r#"<c r="{place}"><v>{number}</v></c>"#)
}

/// A cell with a formula and the value it had when saved.
pub fn formula(place: &str, formula: &str, value: &str) -> String {
    format!(r#"<c r="{place}" t="str"><f>{formula}</f><v>{value}</v></c>"#)
}

pub fn row(number: u32, cells: &[String]) -> String {
    format!(r#"<row r="{number}">{}</row>"#, cells.concat())
}

/// One sheet of a workbook: its rows, what stands behind them, and whether it is hidden.
pub struct Sheet<'a> {
    pub name: &'a str,
    pub hidden: bool,
    pub rows: String,
    pub after: &'a str,
}

/// A workbook of several sheets; style 1 shows thousands as ones, style 2 percent.
pub fn book(sheets: &[Sheet<'_>]) -> Vec<u8> {
    const NS: &str = r#"xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main""#;
    const REL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let (mut listed, mut targets, mut parts) = (String::new(), String::new(), Vec::new());
    for (sheet, n) in sheets.iter().zip(1..) {
        let state = if sheet.hidden { "hidden" } else { "visible" };
        listed += &format!(r#"<sheet name="{}" sheetId="{n}" state="{state}" r:id="rId{n}"/>"#, sheet.name);
        targets += &format!(r#"<Relationship Id="rId{n}" Type="{REL}/worksheet" Target="worksheets/sheet{n}.xml"/>"#);
        let xml = format!("<worksheet {NS}><sheetData>{}</sheetData>{}</worksheet>", sheet.rows, sheet.after);
        parts.push((format!("xl/worksheets/sheet{n}.xml"), xml.into_bytes()));
    }
    targets += &format!(r#"<Relationship Id="rId99" Type="{REL}/styles" Target="styles.xml"/>"#);
    parts.push((
        "xl/workbook.xml".into(),
        format!(r#"<workbook {NS} xmlns:r="{REL}"><sheets>{listed}</sheets></workbook>"#).into_bytes(),
    ));
    let rels = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{targets}</Relationships>"#
    );
    parts.push(("xl/_rels/workbook.xml.rels".into(), rels.into_bytes()));
    let styles = format!(
        r##"<styleSheet {NS}><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0,"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="10"/></cellXfs></styleSheet>"##
    );
    parts.push(("xl/styles.xml".into(), styles.into_bytes()));
    let parts: Vec<(&str, &[u8])> = parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    with_rows("", &parts)
}

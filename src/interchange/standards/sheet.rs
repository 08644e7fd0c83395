//! Standards written out in the columns in which they come in. Pure: gives bytes. Nothing in them runs when a
//! spreadsheet opens them.

use super::row::{KINDS, SOURCES};
use crate::domain::clean::clean_line;
use crate::domain::competency::{Catalogue, CompetencyKind};
use crate::interchange::cells::neutral;
use crate::interchange::goals::vocabulary;

/// CSV as an Indonesian spreadsheet opens it: UTF-8 with BOM, semicolons. The competencies of a position in the order
/// of the framework.
pub fn write(catalogue: &Catalogue) -> std::io::Result<Vec<u8>> {
    let mut out =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(b"\xEF\xBB\xBF".to_vec());
    out.write_record(["Jabatan", "Jenis", "Kompetensi", "Level", "Asal"])?;
    for standard in catalogue.standards() {
        for (id, level) in standard.in_order(catalogue) {
            let competency = catalogue.competency(id);
            let kind = competency.map_or(CompetencyKind::Technical, |competency| competency.kind);
            let name = competency.map_or_else(|| id.to_string(), |competency| competency.name.id.clone());
            out.write_record([
                text(&standard.position),
                vocabulary::write(KINDS, &kind).to_owned(),
                text(&name),
                level.number().to_string(),
                vocabulary::write(SOURCES, &standard.source).to_owned(),
            ])?;
        }
    }
    out.into_inner().map_err(|error| std::io::Error::other(error.to_string()))
}

fn text(text: &str) -> String {
    neutral(&clean_line(text))
}

//! Standards written out in the columns in which they come in. Pure: gives bytes.

use super::row::{KINDS, SOURCES};
use crate::domain::competency::{Catalogue, CompetencyKind};
use crate::interchange::sheet::vocabulary;
use crate::interchange::sheet::written;

const HEADER: [&str; 5] = ["Jabatan", "Jenis", "Kompetensi", "Level", "Asal"];

/// CSV as an Indonesian spreadsheet opens it; the competencies of a position in the order of the framework.
pub fn write(catalogue: &Catalogue) -> std::io::Result<Vec<u8>> {
    let rows = catalogue.standards().flat_map(|standard| {
        standard.in_order(catalogue).into_iter().map(|(id, level)| {
            let competency = catalogue.competency(id);
            let kind = competency.map_or(CompetencyKind::Technical, |competency| competency.kind);
            let name = competency.map_or_else(|| id.to_string(), |competency| competency.name.id.clone());
            let (kind, source) = (vocabulary::write(KINDS, &kind), vocabulary::write(SOURCES, &standard.source));
            vec![standard.position.clone(), kind.to_owned(), name, level.number().to_string(), source.to_owned()]
        })
    });
    written::csv(&HEADER, rows)
}

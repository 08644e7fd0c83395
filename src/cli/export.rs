//! `bina export`: everything as JSON; `--shared` only what the employees may see.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::PersonId;
use crate::reports::export;

pub fn run(ctx: &Context, shared: bool, out: &mut Output) -> Result<(), Failure> {
    answer(&mut Desk::open(ctx, OpenMode::ReadOnly)?, shared, out)
}

/// Written piece by piece: one dossier at a time is in memory.
fn answer(desk: &mut Desk, shared: bool, out: &mut Output) -> Result<(), Failure> {
    let roster = &desk.roster;
    out.put(&format!("{{\"format\":{},\"people\":", export::FORMAT))?;
    if shared {
        out.json_list(roster.rows().iter().map(|row| export::shared_person(row, roster)))?;
    } else {
        out.json_list(roster.rows().iter().map(|row| export::person(row, roster)))?;
    }
    out.put(",\"records\":[")?;
    let people: Vec<PersonId> = roster.rows().iter().map(|row| row.id).collect();
    let mut separator = "\n";
    for person in people {
        let dossier = desk.dossier(person)?;
        if shared {
            each(out, &mut separator, &export::shared_records(&dossier))?;
        } else {
            each(out, &mut separator, &export::records(&dossier))?;
        }
    }
    out.put("\n]}\n")
}

fn each<T: serde::Serialize>(out: &mut Output, separator: &mut &str, records: &[T]) -> Result<(), Failure> {
    for record in records {
        out.put(separator)?;
        out.json_part(record)?;
        *separator = ",\n";
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::double::{Double, Paper};
    use crate::reports::sample;
    use serde_json::Value;

    fn export(shared: bool) -> (String, Value) {
        let (roster, dossier) = sample::office();
        let boss = sample::boss();
        let (store, paper) = (Double::with(roster, vec![dossier, boss]), Paper::default());
        answer(&mut store.desk(), shared, &mut paper.output()).unwrap();
        (paper.text(), serde_json::from_str(&paper.text()).unwrap())
    }

    #[test]
    fn everything_is_exported_in_the_promised_shape() {
        let (text, value) = export(false);
        assert_eq!(value["format"], 1);
        assert_eq!(value["people"].as_array().unwrap().len(), 2);
        let records = value["records"].as_array().unwrap();
        for record in records {
            for field in ["id", "person", "kind", "audience", "at", "by", "text"] {
                assert!(record.get(field).is_some(), "{field} in {record}");
            }
        }
        let kinds: Vec<&str> = records.iter().filter_map(|r| r["kind"].as_str()).collect();
        for kind in ["praise", "improve", "action", "agenda", "session"] {
            assert!(kinds.contains(&kind), "{kind}");
        }
        assert!(text.contains(sample::SECRET));
    }

    #[test]
    fn the_shared_export_has_no_private_text() {
        let (text, value) = export(true);
        assert!(!text.contains(sample::SECRET), "{text}");
        let records = value["records"].as_array().unwrap();
        assert!(!records.is_empty());
        assert!(records.iter().all(|r| r["audience"] == "shared"));
    }
}

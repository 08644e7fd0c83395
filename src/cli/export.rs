//! `bina export [NAME]`: everything as JSON, or all about one person; `--shared` only what the employees may see. What
//! is handed to somebody needs both: the shared records of all are many people's.

use super::{Context, Failure, OpenMode, Output, work::Desk};
use crate::domain::{PersonId, RosterRow};
use crate::reports::export;

pub fn run(ctx: &Context, of: Option<&str>, shared: bool, out: &mut Output) -> Result<(), Failure> {
    answer(&mut Desk::open(ctx, OpenMode::ReadOnly)?, of, shared, out)
}

/// Written piece by piece: one dossier at a time is in memory.
fn answer(desk: &mut Desk, of: Option<&str>, shared: bool, out: &mut Output) -> Result<(), Failure> {
    let roster = &desk.roster;
    let rows: Vec<&RosterRow> = match of {
        Some(name) => vec![desk.person(name)?],
        None => roster.rows().iter().collect(),
    };
    out.put(&format!("{{\"format\":{},\"people\":", export::FORMAT))?;
    if shared {
        out.json_list(rows.iter().map(|row| export::shared_person(row, roster)))?;
    } else {
        out.json_list(rows.iter().map(|row| export::person(row, roster)))?;
    }
    out.put(",\"records\":[")?;
    let people: Vec<PersonId> = rows.iter().map(|row| row.id).collect();
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

    fn export(of: Option<&str>, shared: bool) -> (String, Value) {
        let (roster, dossier) = sample::office();
        let boss = sample::boss();
        let (store, paper) = (Double::with(roster, vec![dossier, boss]), Paper::default());
        answer(&mut store.desk(), of, shared, &mut paper.output()).unwrap();
        (paper.text(), serde_json::from_str(&paper.text()).unwrap())
    }

    #[test]
    fn everything_is_exported_in_the_promised_shape() {
        let (text, value) = export(None, false);
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
        let (text, value) = export(None, true);
        assert!(!text.contains(sample::SECRET), "{text}");
        let records = value["records"].as_array().unwrap();
        assert!(!records.is_empty());
        assert!(records.iter().all(|r| r["audience"] == "shared"));
    }

    #[test]
    fn with_a_name_only_this_person_is_exported() {
        let (text, value) = export(Some("sari"), true);
        let sari = sample::sari().id().to_string();
        assert_eq!(value["people"].as_array().unwrap().len(), 1);
        assert!(value["records"].as_array().unwrap().iter().all(|r| r["person"] == sari.as_str()));
        assert!(!text.contains("Togar Simanjuntak, M.Si.\",\"nip"), "nobody else's entry: {text}");
        let (_, boss) = export(Some("togar"), true);
        assert_eq!((boss["people"].as_array().unwrap().len(), boss["records"].as_array().unwrap().len()), (1, 0));
    }
}

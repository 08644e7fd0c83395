//! The only file that names bincode: a format byte, then fixed-width integers; never more memory than bytes were
//! given, and bytes left over are refused. bincode has no checksum and can't skip a missing field, so it is used only
//! for what the journal can always build again: the view and the roster file.
//!
//! Therefore the wire needs no frozen structs. [`VIEW_FORMAT`] is raised whenever the encoding of a stored type
//! changes, and whatever carries another number is built anew. A test holds the digest of a sample of each type
//! against the number.

use bincode::Options;
use serde::{Serialize, de::DeserializeOwned};

/// Number of the encoding of the view and of the roster file.
pub const VIEW_FORMAT: u8 = 4;

/// The bytes are of another format or damaged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Undecodable;

pub fn encode<T: Serialize>(value: &T) -> Result<Vec<u8>, Undecodable> {
    let mut bytes = vec![VIEW_FORMAT];
    options(MAX).serialize_into(&mut bytes, value).map_err(|_| Undecodable)?;
    Ok(bytes)
}

pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Undecodable> {
    match bytes.split_first() {
        Some((&VIEW_FORMAT, rest)) => options(rest.len() as u64).deserialize(rest).map_err(|_| Undecodable),
        _ => Err(Undecodable),
    }
}

const MAX: u64 = 1 << 30;

fn options(limit: u64) -> impl Options {
    bincode::options().with_fixint_encoding().with_limit(limit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Change, Dossier, Record, Roster, RosterRow};
    use crate::store::line::{Hash, Line};
    use proptest::prelude::*;

    /// Each kind of record in each state, and what is made of them.
    fn sample() -> (Vec<Record>, Roster) {
        let journals: [&[u8]; 2] = [
            include_bytes!("../../../tests/it/store/journal-v1.jsonl"),
            include_bytes!("../../../tests/it/store/journal-v1-competencies.jsonl"),
        ];
        let lines = journals.iter().flat_map(|journal| journal.split(|b| *b == b'\n')).filter(|l| !l.is_empty());
        let changes: Vec<Change> =
            lines.filter_map(|l| Line::read(l).unwrap().change(&Default::default()).unwrap()).collect();
        let records: Vec<Record> = changes.iter().flat_map(|c| &c.ops).filter_map(|op| op.after().cloned()).collect();
        let mut roster = Roster::default();
        changes.iter().for_each(|change| roster.apply_office(change));
        for record in &records {
            if let Record::Person(person) = record {
                roster.put(RosterRow::of(&Dossier::from_records(person.clone(), records.iter().cloned())));
            }
        }
        (records, roster)
    }

    #[test]
    fn another_encoding_needs_another_format_number() {
        let bytes = encode(&sample()).unwrap();
        let golden = [
            (1, "2ff1f90cec9a24a47a792f2f27725824"),
            (2, "42142c980ec649d910df72acd842d567"),
            (3, "a2b56cdcc4cf87cc1c047d886ae9a648"),
            (4, "16d92eb7d358f35e4d3d31be4ab140e7"),
        ];
        let found = (VIEW_FORMAT, Hash::of(&[&bytes]).to_string());
        let known = golden.iter().find(|(format, _)| *format == VIEW_FORMAT).map(|(_, digest)| *digest);
        assert_eq!(known, Some(found.1.as_str()), "raise VIEW_FORMAT and write its digest here");
    }

    #[test]
    fn what_is_encoded_comes_back() {
        let (records, mut roster) = sample();
        let bytes = encode(&(&records, &roster)).unwrap();
        let (same, mut rows): (Vec<Record>, Roster) = decode(&bytes).unwrap();
        rows.reindex();
        roster.reindex();
        assert_eq!((same, rows), (records, roster));
    }

    #[test]
    fn bytes_left_over_missing_or_of_another_format_are_refused() {
        let mut bytes = encode(&sample().0).unwrap();
        assert_eq!(decode::<Vec<Record>>(&bytes[..bytes.len() - 1]), Err(Undecodable));
        bytes.push(0);
        assert_eq!(decode::<Vec<Record>>(&bytes), Err(Undecodable));
        bytes.pop();
        bytes[0] = VIEW_FORMAT + 1;
        assert_eq!(decode::<Vec<Record>>(&bytes), Err(Undecodable));
        assert_eq!(decode::<Vec<Record>>(&[]), Err(Undecodable));
    }

    proptest! {
        #[test]
        fn damaged_bytes_give_an_error_or_a_value(flips in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..8)) {
            let mut bytes = encode(&sample().0).unwrap();
            for (at, byte) in flips {
                *at.get_mut(&mut bytes) = byte;
            }
            let _ = decode::<Vec<Record>>(&bytes).is_ok();
        }
    }
}

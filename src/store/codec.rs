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
pub const VIEW_FORMAT: u8 = 1;

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

//! What goes over the socket: eight bytes of head (two that name the program, version, kind, length), then JSON. Pure; any
//! bytes are a frame or say why not.

use crate::domain::{Change, ChangeId};
use serde::{Deserialize, Serialize};
use std::io::Read;
use thiserror::Error;

pub const VERSION: u8 = 1;
const NAME: [u8; 2] = *b"bn";
pub const HEAD: usize = 8;
/// The longest body: an import of some twenty thousand people.
pub const LONGEST: usize = 32 << 20;
/// An answer is a word.
pub const LONGEST_ANSWER: usize = 1 << 10;

/// Please make this change durable. Its identifier is the request's: the same one again is the same change.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Request {
    /// Number of the newest entry that was known when the change was judged.
    pub judged_on: u64,
    pub change: Box<Change>,
}

impl Request {
    pub fn id(&self) -> ChangeId {
        self.change.id
    }
}

/// Please keep what is typed, leave, and let go of the store: the user goes on in another terminal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Leave {
    /// The other terminal.
    pub terminal: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// It is being judged; the result follows.
    Taken,
    /// It is durable.
    Done,
    /// Nothing was changed.
    Refused(Why),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The holder is about to let go of the store.
    Leaving,
    /// Too many ask at once.
    Crowded,
    /// What it rests on has changed since it was judged.
    ChangedSince,
    /// It speaks of more people than the screens can look at beside their work.
    TooLarge,
    /// The bytes are no request that this version understands.
    Misunderstood,
    /// No space is left.
    Full,
    /// It could not be written for another reason, which the holder's screen says.
    NotSaved,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum Bad {
    #[error("these bytes are of another program")]
    Foreign,
    #[error("version {0} is not known")]
    Version(u8),
    #[error("another kind of frame is expected")]
    Kind,
    #[error("the frame is too long")]
    TooLong,
    #[error("the frame can't be read")]
    Unreadable,
}

/// What can stand in a frame.
pub trait Body: Serialize + for<'de> Deserialize<'de> {
    const KIND: u8;
    const LONGEST: usize;
}

impl Body for Request {
    const KIND: u8 = 1;
    const LONGEST: usize = LONGEST;
}

impl Body for Answer {
    const KIND: u8 = 2;
    const LONGEST: usize = LONGEST_ANSWER;
}

impl Body for Leave {
    const KIND: u8 = 3;
    const LONGEST: usize = LONGEST_ANSWER;
}

/// What may be asked of a holder.
#[derive(Clone, Debug, PartialEq)]
pub enum Wish {
    Change(Request),
    Leave(Leave),
}

/// The bytes of a frame.
pub fn encode<B: Body>(body: &B) -> Result<Vec<u8>, Bad> {
    let body = serde_json::to_vec(body).map_err(|_| Bad::Unreadable)?;
    let length = u32::try_from(body.len()).ok().filter(|_| body.len() <= B::LONGEST).ok_or(Bad::TooLong)?;
    let mut out = Vec::with_capacity(HEAD + body.len());
    out.extend(NAME);
    out.extend([VERSION, B::KIND]);
    out.extend(length.to_be_bytes());
    out.extend(body);
    Ok(out)
}

/// How long the body is that follows this head.
pub fn length<B: Body>(head: [u8; HEAD]) -> Result<usize, Bad> {
    let [first, second, version, kind, length @ ..] = head;
    if [first, second] != NAME {
        return Err(Bad::Foreign);
    }
    if version != VERSION {
        return Err(Bad::Version(version));
    }
    if kind != B::KIND {
        return Err(Bad::Kind);
    }
    usize::try_from(u32::from_be_bytes(length)).ok().filter(|length| *length <= B::LONGEST).ok_or(Bad::TooLong)
}

/// What a whole body says.
pub fn decode<B: Body>(body: &[u8]) -> Result<B, Bad> {
    serde_json::from_slice(body).map_err(|_| Bad::Unreadable)
}

/// Reads one frame; what does not come, or is none, is an error of the connection.
pub fn read<B: Body>(from: &mut impl Read) -> std::io::Result<B> {
    let mut head = [0; HEAD];
    from.read_exact(&mut head)?;
    body(head, from)
}

/// Reads what is asked of a holder, whichever it is.
pub fn read_wish(from: &mut impl Read) -> std::io::Result<Wish> {
    let mut head = [0; HEAD];
    from.read_exact(&mut head)?;
    match head[3] {
        Leave::KIND => body(head, from).map(Wish::Leave),
        _ => body(head, from).map(Wish::Change),
    }
}

/// What follows a head.
fn body<B: Body>(head: [u8; HEAD], from: &mut impl Read) -> std::io::Result<B> {
    let bad = |bad: Bad| std::io::Error::new(std::io::ErrorKind::InvalidData, bad);
    let length = length::<B>(head).map_err(bad)?;
    // Room is made as the bytes come: a head alone costs nothing.
    let mut body = Vec::new();
    from.take(length as u64).read_to_end(&mut body)?;
    if body.len() < length {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    decode(&body).map_err(bad)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{Actor, ChangeKind, IdSource};

    fn request() -> Request {
        let at = jiff::Timestamp::UNIX_EPOCH;
        let id = ChangeId(IdSource::seeded(1).uuid(at));
        let change = Change { id, at, by: Actor::default(), kind: ChangeKind::ProfileSet, about: None, ops: vec![] };
        Request { judged_on: 7, change: Box::new(change) }
    }

    #[test]
    fn what_is_written_is_read_and_half_of_it_is_nothing() {
        let bytes = encode(&request()).unwrap();
        assert_eq!(read::<Request>(&mut bytes.as_slice()).unwrap(), request());
        for end in 0..bytes.len() {
            assert!(read::<Request>(&mut &bytes[..end]).is_err(), "{end} bytes are a frame");
        }
        assert_eq!(read_wish(&mut bytes.as_slice()).unwrap(), Wish::Change(request()));
        let leave = Leave { terminal: "/dev/pts/9".to_owned() };
        assert_eq!(read_wish(&mut encode(&leave).unwrap().as_slice()).unwrap(), Wish::Leave(leave));
        for answer in [Answer::Taken, Answer::Done, Answer::Refused(Why::ChangedSince)] {
            assert_eq!(read::<Answer>(&mut encode(&answer).unwrap().as_slice()).unwrap(), answer);
        }
    }

    #[test]
    fn other_programs_versions_kinds_and_lengths_are_told_apart() {
        let bytes = encode(&request()).unwrap();
        let with = |at: usize, byte: u8| {
            let mut head: [u8; HEAD] = bytes[..HEAD].try_into().unwrap();
            head[at] = byte;
            length::<Request>(head)
        };
        assert_eq!(with(0, b'x'), Err(Bad::Foreign));
        assert_eq!(with(2, 2), Err(Bad::Version(2)));
        assert_eq!(with(3, Answer::KIND), Err(Bad::Kind));
        assert_eq!(with(4, 0xff), Err(Bad::TooLong));
        assert_eq!(with(2, VERSION), Ok(bytes.len() - HEAD));
    }
}

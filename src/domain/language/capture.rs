//! The one-line grammar of quick capture: `sari + membereskan arsip 2019 dalam dua hari #orientasi kemarin`.
//!
//! ```text
//! name  sign  words  #tag  @bersama  day
//!       +     praise
//!       -     to improve
//!       =     observation (also without any sign)
//!       !     a line for the agenda of the next session
//!       >>    an action; `>> saya` is the supervisor's own promise; a day at the end is its due day
//! ```
//!
//! Reads and says what it understood; never guesses who is meant and never loses a word. On a person's own screen
//! the name may be left out, and only a name with a sign behind it speaks of somebody else: there, text is text.
//! Tags and audience words stand anywhere; where a day may stand is [`dates::find_day`]'s.

mod complete;
mod head;
mod names;

pub use crate::domain::language::capture::complete::{Completion, complete};
pub use crate::domain::language::capture::names::{Names, unaddressed};

use super::{clean, dates};
use crate::domain::records::intent::{self, Intent};
use crate::domain::{Audience, Audienced, FeedbackKind, Owner, PersonId, Sbi};
use jiff::civil::Date;
use std::ops::Range;
use strum::IntoStaticStr;
use thiserror::Error;

/// What a line is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Whom a name can mean.
    pub names: &'a Names,
    /// The person on whose screen the line is written.
    pub here: Option<PersonId>,
    /// Tags already in use, offered as completions.
    pub tags: &'a [String],
    /// Tags of the results that the named person works on: offered first.
    pub results: &'a [String],
    pub today: Date,
}

/// What was understood of a line, complete or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Captured {
    pub person: Who,
    pub what: What,
    pub audience: Audience,
    /// Without `#`, folded, each once.
    pub tags: Vec<String>,
    /// The day it speaks of: today if the line says none.
    pub on: Date,
    /// The words that are left: without name, sign, tags, audience and day.
    pub text: String,
    /// What was read where, in the order of the line; the ranges don't overlap.
    pub chips: Vec<Chip>,
}

/// Whom a line is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// The line names nobody.
    Nobody,
    /// What stands where a name belongs, and matches nobody.
    Unknown(String),
    One(PersonId),
    /// Everybody who matches: somebody has to say which.
    Many(Vec<PersonId>),
}

/// What a line becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    Feedback(FeedbackKind),
    Agenda,
    Action { owner: Owner, due: Option<Date> },
}

impl What {
    /// Who may read it if the line doesn't say.
    pub fn usual_audience(self) -> Audience {
        match self {
            What::Action { owner: Owner::Employee, .. } => Audience::Shared,
            What::Action { owner: Owner::Supervisor, .. } | What::Feedback(_) | What::Agenda => Audience::Private,
        }
    }
}

/// A part of the line and what it was understood as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// Bytes of the line.
    pub at: Range<usize>,
    pub read: Read,
}

/// What a part of a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Read {
    Person(PersonId),
    People(Vec<PersonId>),
    UnknownName(String),
    Feedback(FeedbackKind),
    Agenda,
    Action,
    Owner(Owner),
    Tag(String),
    Audience(Audience),
    /// The day that a note speaks of.
    On(Date),
    Due(Date),
}

impl Read {
    /// The message that says it; `$name`, `$count`, `$tag` or `$day` is the value.
    pub fn message_id(&self) -> &'static str {
        match self {
            Read::Person(_) => "capture-chip-person",
            Read::People(_) => "capture-chip-people",
            Read::UnknownName(_) => "capture-chip-unknown",
            Read::Feedback(FeedbackKind::Praise) => "capture-chip-praise",
            Read::Feedback(FeedbackKind::Improve) => "capture-chip-improve",
            Read::Feedback(FeedbackKind::Observation) => "capture-chip-observation",
            Read::Agenda => "capture-chip-agenda",
            Read::Action => "capture-chip-action",
            Read::Owner(Owner::Supervisor) => "capture-chip-mine",
            Read::Owner(Owner::Employee) => "capture-chip-theirs",
            Read::Tag(_) => "capture-chip-tag",
            Read::Audience(Audience::Private) => "capture-chip-private",
            Read::Audience(Audience::Shared) => "capture-chip-shared",
            Read::On(_) => "capture-chip-on",
            Read::Due(_) => "capture-chip-due",
        }
    }
}

/// Why a line can't be kept yet.
#[derive(Clone, Debug, PartialEq, Eq, Error, IntoStaticStr)]
#[strum(serialize_all = "kebab-case", prefix = "capture-")]
pub enum CaptureProblem {
    #[error("the line names nobody")]
    NoPerson,
    #[error("nobody is called {0}")]
    UnknownPerson(String),
    #[error("{} people match", .0.len())]
    Ambiguous(Vec<PersonId>),
    #[error("the line has no text")]
    NoText,
    #[error("{0} lies in the future")]
    FutureDate(Date),
}

impl CaptureProblem {
    /// The message that says it; `$name`, `$people` (joined by the caller) or `$day` is the value.
    pub fn message_id(&self) -> &'static str {
        self.into()
    }
}

/// The behaviour values of the civil service (BerAKHLAK) as tags, with the other words for them.
pub const VALUES: [(&str, &[&str]); 7] = [
    ("orientasi", &["orientasi-pelayanan", "berorientasi-pelayanan", "berorientasi", "service", "service-oriented"]),
    ("akuntabel", &["accountable"]),
    ("kompeten", &["competent"]),
    ("harmonis", &["harmonious"]),
    ("loyal", &[]),
    ("adaptif", &["adaptive"]),
    ("kolaboratif", &["collaborative"]),
];

const AUDIENCES: [(&str, Audience); 4] = [
    ("@bersama", Audience::Shared),
    ("@pribadi", Audience::Private),
    ("@shared", Audience::Shared),
    ("@private", Audience::Private),
];

/// Reads a line. Cheap enough for every keystroke.
pub fn read(line: &str, context: &Context<'_>) -> Captured {
    let mut chips = Vec::new();
    let (mut tags, mut audience, mut words) = (Vec::new(), None, Vec::new());
    for at in tokens(line) {
        let token = &line[at.clone()];
        if let Some(tag) = tag(token) {
            chips.push(Chip { at, read: Read::Tag(tag.clone()) });
            tags.push(tag);
        } else if let Some(said) = audience_word(token) {
            chips.push(Chip { at, read: Read::Audience(said) });
            // Who writes both words means the safer one.
            audience = if audience == Some(Audience::Private) { audience } else { Some(said) };
        } else {
            words.push(at);
        }
    }
    tags.sort();
    tags.dedup();
    let head = head::read(line, &words, context);
    chips.extend(head.chips);
    let mut rest = head.rest;
    let mut what = head.what;
    if let What::Action { owner, .. } = &mut what
        && let Some(at) = take_owner(line, &mut rest)
    {
        *owner = Owner::Supervisor;
        chips.push(Chip { at, read: Read::Owner(Owner::Supervisor) });
    }
    let mut on = context.today;
    // A line that begins with no known name is not taken apart: its first words may be anything.
    let known = !matches!(head.who, Who::Unknown(_));
    let day = if known { take_day(line, &mut rest, context.today, what) } else { None };
    if let Some((at, date)) = &day {
        let read = match &mut what {
            What::Action { due, .. } => {
                *due = Some(*date);
                Read::Due(*date)
            }
            _ => {
                on = *date;
                Read::On(*date)
            }
        };
        chips.push(Chip { at: at.clone(), read });
    }
    chips.sort_by_key(|chip| chip.at.start);
    let words: Vec<&str> = rest.into_iter().map(|at| &line[at]).collect();
    let mut text = words.join(" ");
    if day.is_some() {
        text = text.trim_matches([',', ';', ':', ' ']).to_owned();
    }
    Captured { person: head.who, what, audience: audience.unwrap_or(what.usual_audience()), tags, on, text, chips }
}

impl Captured {
    /// What the line asks for, or what is missing. The day is checked against `today`.
    pub fn to_intent(&self, today: Date) -> Result<Intent, CaptureProblem> {
        let person = match &self.person {
            Who::One(person) => *person,
            Who::Nobody => return Err(CaptureProblem::NoPerson),
            Who::Unknown(name) => return Err(CaptureProblem::UnknownPerson(name.clone())),
            Who::Many(people) => return Err(CaptureProblem::Ambiguous(people.clone())),
        };
        if clean::clean_text(&self.text).trim().is_empty() {
            return Err(CaptureProblem::NoText);
        }
        let (tags, text) = (self.tags.clone(), self.text.clone());
        match self.what {
            What::Feedback(_) if self.on > today => Err(CaptureProblem::FutureDate(self.on)),
            What::Feedback(kind) => {
                let words = Audienced::new(self.audience, Sbi::plain(text));
                Ok(intent::NoteFeedback { person, on: self.on, kind, words, tags, session: None }.into())
            }
            What::Agenda => Ok(intent::NoteAgenda { person, text: Audienced::new(self.audience, text), tags }.into()),
            What::Action { owner, due } => {
                let text = Audienced::new(self.audience, text);
                Ok(intent::Agree { person, owner, text, due, measure: String::new(), tags, session: None }.into())
            }
        }
    }
}

/// The byte ranges of the words of a line.
fn tokens(line: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    line.split_whitespace().map(|token| {
        // A subslice of `line`: the difference of the addresses is its place.
        let start = token.as_ptr().addr() - line.as_ptr().addr();
        start..start + token.len()
    })
}

/// `#orientasi`; `#1` is a rank, not a tag.
fn tag(token: &str) -> Option<String> {
    let word = token.strip_prefix('#').filter(|word| word.starts_with(char::is_alphabetic))?;
    let folded: String = clean::fold(word).chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let tag = folded.trim_matches('-');
    let value = VALUES.iter().find(|(_, others)| others.contains(&tag)).map(|(value, _)| *value);
    (!tag.is_empty()).then(|| value.unwrap_or(tag).to_owned())
}

fn audience_word(token: &str) -> Option<Audience> {
    if !token.starts_with('@') {
        return None;
    }
    let folded = clean::fold(token);
    let bare = folded.trim_end_matches([',', '.', ';', ':', '!']);
    AUDIENCES.iter().find(|(word, _)| *word == bare).map(|(_, audience)| *audience)
}

/// `saya` or `me` at the start of an action.
fn take_owner(line: &str, rest: &mut Vec<Range<usize>>) -> Option<Range<usize>> {
    let first = rest.first()?.clone();
    let folded = clean::fold(&line[first.clone()]);
    if !matches!(folded.trim_end_matches([':', ',']), "saya" | "aku" | "me") {
        return None;
    }
    rest.remove(0);
    if rest.first().is_some_and(|at| &line[at.clone()] == ":") {
        rest.remove(0);
    }
    Some(first)
}

/// Takes the words that say the day. Agenda lines have none: what they speak of is still to come.
fn take_day(line: &str, rest: &mut Vec<Range<usize>>, today: Date, what: What) -> Option<(Range<usize>, Date)> {
    let bias = match what {
        What::Feedback(_) => dates::Bias::Past,
        What::Action { .. } => dates::Bias::Future,
        What::Agenda => return None,
    };
    let words: Vec<&str> = rest.iter().map(|at| &line[at.clone()]).collect();
    let (range, date) = dates::find_day(&words, today, bias)?;
    let taken = rest.get(range.clone())?;
    let at = taken.first()?.start..taken.last()?.end;
    // A tag between the words of a day tears them apart.
    if tokens(&line[at.clone()]).count() != taken.len() {
        return None;
    }
    rest.drain(range);
    Some((at, date))
}

#[cfg(test)]
mod tests;

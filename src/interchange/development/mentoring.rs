//! Mentoring pairs with their topics. Pure.

use crate::domain::{PersonId, Roster};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{List, People, columns, list};
use crate::interchange::sheet::reading;
use crate::interchange::sheet::vocabulary::{self, Spellings};
use jiff::civil::Date;
use std::collections::HashMap;

columns! {
    MentorNip "mentor-nip" => ["nip mentor"],
    Mentor "mentor" => ["mentor", "nama mentor"],
    MenteeNip "mentee-nip" => ["nip mentee"],
    Mentee "mentee" => ["mentee", "nama mentee"],
    Topics "topics" => ["topik", "topics"],
    Agreed "agreed" => ["kesepakatan", "tanggal kesepakatan"],
    From "from" => ["mulai", "tanggal mulai"],
    Until "until" => ["selesai", "tanggal selesai"],
    State "state" => ["status"],
    Talks "talks" => ["jumlah pertemuan", "pertemuan"],
    Reason "reason" => ["alasan berakhir", "alasan"];
    head [Mentor, Mentee]; subject [MentorNip, Mentor, MenteeNip, Mentee]; days [Agreed, From, Until]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    Running,
    Finished,
    EndedEarly,
}

pub const STATES: Spellings<State> = &[
    (State::Running, &["berjalan", "running"]),
    (State::Finished, &["selesai", "finished"]),
    (State::EndedEarly, &["berakhir dini", "ended early"]),
];

/// How far a topic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TopicState {
    NotYet,
    Underway,
    Enough,
}

pub const TOPIC_STATES: Spellings<TopicState> = &[
    (TopicState::NotYet, &["belum", "not yet"]),
    (TopicState::Underway, &["jalan", "berjalan", "underway"]),
    (TopicState::Enough, &["cukup", "selesai", "enough"]),
];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    pub row: u32,
    pub mentor: PersonId,
    pub mentee: PersonId,
    pub topics: Vec<(String, TopicState)>,
    pub agreed: Option<Date>,
    pub from: Option<Date>,
    pub until: Option<Date>,
    pub state: State,
    pub talks: i64,
    pub reason: String,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, PairRow>, Unreadable> {
    let opened = reading::open(workbook, options, "mentoring", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(PersonId, PersonId, Option<Date>), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let mentor = line.person(Field::MentorNip, Field::Mentor, &people)?;
        let mentee = line.person(Field::MenteeNip, Field::Mentee, &people)?;
        if mentor == mentee {
            return line.wrong(Field::MenteeNip, Text::plain("import-self-pair"));
        }
        let agreed = line.day(Field::Agreed)?;
        let (from, until) = line.days(Field::From, Field::Until)?;
        let state = line.word(Field::State, STATES)?.unwrap_or(State::Running);
        let reason = line.text(Field::Reason);
        if state == State::EndedEarly && reason.is_empty() {
            return line.wrong(Field::Reason, Text::plain("import-reason-missing"));
        }
        let first = *seen.entry((mentor, mentee, from)).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.skip(Field::MenteeNip, text);
        }
        let mut topics = Vec::new();
        for written in line.line(Field::Topics).unwrap_or_default().split('|').map(str::trim).filter(|t| !t.is_empty()) {
            let (topic, said) = written.rsplit_once(':').unwrap_or((written, ""));
            match vocabulary::read(TOPIC_STATES, said) {
                Some(state) => topics.push((topic.trim().to_owned(), state)),
                None if said.trim().is_empty() => topics.push((topic.trim().to_owned(), TopicState::NotYet)),
                None => {
                    let known = vocabulary::known(TOPIC_STATES);
                    return line.wrong(Field::Topics, Text::with("import-word-unknown", [("known", known.into())]));
                }
            }
        }
        let talks = line.count(Field::Talks, 0..=10_000, "import-count-wrong")?.unwrap_or(0);
        if talks == 0 && state == State::Running {
            line.warn(Field::Talks, Text::plain("import-no-talk-yet"));
        }
        Ok(PairRow { row: line.number(), mentor, mentee, topics, agreed, from, until, state, talks, reason })
    }))
}

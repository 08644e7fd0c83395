//! Mentoring pairs with their topics. Pure.

use super::taking::{Setting, Taken, written_day, written_person, written_row};
use crate::domain::development::mentoring::{Mentor, MentoringPair, PairKind, PairState, PairTopic, TopicState};
use crate::domain::{Dossier, IdSource, PairId, PersonId, Roster, Shared};
use crate::i18n::{Arg, Text};
use crate::interchange::file::table::Workbook;
use crate::interchange::file::unreadable::Unreadable;
use crate::interchange::sheet::choose::Options;
use crate::interchange::sheet::line::{Line, List, People, Wrong, columns, list};
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
    Reason "reason" => ["alasan berakhir", "alasan"],
    Kind "kind" => ["jenis", "jenis pasangan"];
    head [Mentor, Mentee]; subject [MentorNip, Mentor, MenteeNip, Mentee]; days [Agreed, From, Until]
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

pub const TOPIC_STATES: Spellings<TopicState> = &[
    (TopicState::NotYet, &["belum", "not yet"]),
    (TopicState::Running, &["jalan", "berjalan", "underway"]),
    (TopicState::Enough, &["cukup", "selesai", "enough"]),
];

pub const PAIR_KINDS: Spellings<PairKind> =
    &[(PairKind::Senior, &["senior", "atasan"]), (PairKind::Peer, &["sebaya", "rekan", "peer"])];

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PairRow {
    pub row: u32,
    pub mentor: Mentor,
    pub kind: Option<PairKind>,
    pub mentee: PersonId,
    pub topics: Vec<(String, TopicState)>,
    pub agreed: Option<Date>,
    pub from: Date,
    pub until: Option<Date>,
    pub state: State,
    pub talks: u16,
    pub reason: String,
}

pub fn read(workbook: &Workbook, roster: &Roster, options: &Options<Field>) -> Result<List<Field, PairRow>, Unreadable> {
    let opened = reading::open(workbook, options, "mentoring", |_| false)?;
    let people = People::of(roster);
    let mut seen: HashMap<(String, PersonId, Date), u32> = HashMap::new();
    Ok(list(opened, |line| {
        let mentor = mentor(line, &people)?;
        let mentee = line.person(Field::MenteeNip, Field::Mentee, &people)?;
        if mentor == Mentor::Person(mentee) {
            return line.wrong(Field::MenteeNip, Text::plain("import-self-pair"));
        }
        let agreed = line.day(Field::Agreed)?;
        let (from, until) = line.days(Field::From, Field::Until)?;
        let Some(from) = from.or(agreed) else {
            return line.wrong(Field::From, Text::plain("import-cell-missing"));
        };
        let kind = line.word(Field::Kind, PAIR_KINDS)?;
        let state = line.word(Field::State, STATES)?.unwrap_or(State::Running);
        let reason = line.text(Field::Reason);
        if state == State::EndedEarly && reason.is_empty() {
            return line.wrong(Field::Reason, Text::plain("import-reason-missing"));
        }
        let first = *seen.entry((format!("{mentor:?}"), mentee, from)).or_insert(line.number());
        if first != line.number() {
            let text = Text::with("import-already-there", [("first", Arg::from(i64::from(first)))]);
            return line.skip(Field::MenteeNip, text);
        }
        let topics = topics(line)?;
        let talks = line.count(Field::Talks, 0..=10_000, "import-count-wrong")?.and_then(|n| u16::try_from(n).ok());
        let talks = talks.unwrap_or(0);
        if talks == 0 && state == State::Running {
            line.warn(Field::Talks, Text::plain("import-no-talk-yet"));
        }
        Ok(PairRow { row: line.number(), mentor, kind, mentee, topics, agreed, from, until, state, talks, reason })
    }))
}

/// Somebody of the list, or by name alone somebody from elsewhere.
fn mentor(line: &mut Line<'_, Field>, people: &People<'_>) -> Result<Mentor, Wrong> {
    match line.line(Field::Mentor) {
        Some(name) if line.said(Field::MentorNip).is_empty() && people.is_stranger(&name) => {
            line.warn(Field::Mentor, Text::plain("import-mentor-from-elsewhere"));
            Ok(Mentor::Named(name))
        }
        _ => line.person(Field::MentorNip, Field::Mentor, people).map(Mentor::Person),
    }
}

/// `alur loket: jalan | register surat: cukup`.
fn topics(line: &mut Line<'_, Field>) -> Result<Vec<(String, TopicState)>, Wrong> {
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
    Ok(topics)
}

/// The rows as pairs; one of the same two people and first day takes the place of the other, with the talks it has here.
pub fn take(list: &mut List<Field, PairRow>, setting: &Setting<'_>, ids: &mut IdSource) -> Taken {
    let mut taken = Taken::default();
    for row in std::mem::take(&mut list.taken) {
        let mut next = MentoringPair {
            id: PairId(setting.uuid(ids)),
            person: row.mentee,
            mentor: row.mentor,
            kind: row.kind.unwrap_or_default(),
            topics: row.topics.into_iter().map(|(text, state)| PairTopic { text, state, since: None }).collect(),
            agreement: Shared::new(String::new()),
            agreed: row.agreed,
            from: row.from,
            until: row.until,
            talks: vec![],
            earlier_talks: row.talks,
            state: PairState::Running,
            settled: None,
            by: setting.actor.clone(),
            written: setting.now,
        };
        let on = row.until.map_or(setting.today, |until| until.min(setting.today));
        next.state = match row.state {
            State::Running => PairState::Running,
            State::Finished => PairState::Finished { on },
            State::EndedEarly => PairState::EndedEarly { on, reason: row.reason },
        };
        let was = setting.of(row.mentee, |dossier| &dossier.pairs).iter().find(|pair| pair.is_same(&next)).cloned();
        if let Some(was) = &was {
            if State::of(&was.state) > row.state {
                list.warn(row.row, Field::State, "", Text::plain("import-pair-ended"));
            }
            next = beside(was, next, row.kind);
        }
        taken.put(was.as_ref(), &next);
    }
    taken
}

impl State {
    fn of(state: &PairState) -> State {
        match state {
            PairState::Running => State::Running,
            PairState::Finished { .. } => State::Finished,
            PairState::EndedEarly { .. } => State::EndedEarly,
        }
    }
}

/// What the list says, with what only bina keeps. A pair that has ended here has ended.
fn beside(was: &MentoringPair, next: MentoringPair, kind: Option<PairKind>) -> MentoringPair {
    let since = |topic: PairTopic| {
        let known = was.topics.iter().find(|known| known.text == topic.text && known.state == topic.state);
        PairTopic { since: known.and_then(|known| known.since), ..topic }
    };
    let held = was.talks.iter().filter(|talk| talk.held).count();
    let state = match (State::of(&was.state), State::of(&next.state)) {
        (here, there) if here >= there => was.state.clone(),
        _ => next.state,
    };
    MentoringPair {
        id: was.id,
        kind: kind.unwrap_or(was.kind),
        topics: next.topics.into_iter().map(since).collect(),
        agreement: was.agreement.clone(),
        agreed: next.agreed.or(was.agreed),
        talks: was.talks.clone(),
        earlier_talks: next.earlier_talks.saturating_sub(u16::try_from(held).unwrap_or(u16::MAX)),
        state,
        settled: was.settled,
        by: was.by.clone(),
        written: was.written,
        ..next
    }
}

pub const HEADER: [&str; 12] = [
    "NIP Mentor",
    "Mentor",
    "NIP Mentee",
    "Mentee",
    "Topik",
    "Kesepakatan",
    "Mulai",
    "Selesai",
    "Status",
    "Jumlah Pertemuan",
    "Alasan Berakhir",
    "Jenis",
];

/// Pairs in which somebody is helped, by day; of their talks only how many were held.
pub fn rows(dossier: &Dossier, roster: &Roster) -> Vec<Vec<String>> {
    let [nip, name] = written_person(dossier.person.nip.as_ref(), &dossier.person.name);
    let row = |pair: &MentoringPair| {
        let [mentor_nip, mentor] = match &pair.mentor {
            Mentor::Person(person) => written_row(roster, Some(*person)),
            Mentor::Named(name) => [String::new(), name.clone()],
        };
        let topic = |topic: &PairTopic| format!("{}: {}", topic.text, vocabulary::write(TOPIC_STATES, &topic.state));
        let reason = if let PairState::EndedEarly { reason, .. } = &pair.state { reason.clone() } else { String::new() };
        vec![
            mentor_nip,
            mentor,
            nip.clone(),
            name.clone(),
            pair.topics.iter().map(topic).collect::<Vec<_>>().join(" | "),
            written_day(pair.agreed),
            written_day(Some(pair.from)),
            written_day(pair.until),
            vocabulary::write(STATES, &State::of(&pair.state)).to_owned(),
            pair.progress().held.to_string(),
            reason,
            vocabulary::write(PAIR_KINDS, &pair.kind).to_owned(),
        ]
    };
    dossier.pairs.iter().map(row).collect()
}

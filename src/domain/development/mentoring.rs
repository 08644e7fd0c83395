//! A mentoring pair: who helps whom with which topics, when they meet, and how far it is. The supervisor sees topics
//! and days; of what was talked about only what the pair gives to be written.

use crate::domain::competency::Gap;
use crate::domain::competency::{CompetencyId, Standing};
use crate::domain::{Actor, PairId, PersonId, Shared};
use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

/// Kept with the one who is helped.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentoringPair {
    pub id: PairId,
    /// The mentee.
    pub person: PersonId,
    pub mentor: Mentor,
    pub kind: PairKind,
    pub topics: Vec<PairTopic>,
    /// What both agreed on at the start; may be empty.
    pub agreement: Shared<String>,
    pub agreed: Option<Date>,
    pub from: Date,
    pub until: Option<Date>,
    pub talks: Vec<MentorTalk>,
    /// Talks that a list only counts.
    pub earlier_talks: u16,
    pub state: PairState,
    /// When the mentee had settled in.
    pub settled: Option<Date>,
    pub by: Actor,
    pub written: Timestamp,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mentor {
    Person(PersonId),
    /// Somebody from elsewhere.
    Named(String),
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairKind {
    #[default]
    Senior,
    Peer,
}

impl PairKind {
    pub const ALL: [PairKind; 2] = [PairKind::Senior, PairKind::Peer];
    pub fn id(self) -> &'static str {
        match self {
            PairKind::Senior => "senior",
            PairKind::Peer => "peer",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairTopic {
    pub text: String,
    pub state: TopicState,
    /// Since when it is so; none where a list does not say.
    pub since: Option<Date>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TopicState {
    #[default]
    NotYet,
    Running,
    Enough,
}

impl TopicState {
    pub const ALL: [TopicState; 3] = [TopicState::NotYet, TopicState::Running, TopicState::Enough];
    pub fn id(self) -> &'static str {
        match self {
            TopicState::NotYet => "not_yet",
            TopicState::Running => "running",
            TopicState::Enough => "enough",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MentorTalk {
    pub on: Date,
    /// False for one that is planned.
    pub held: bool,
    pub minutes: Option<u16>,
    /// Which topics it was about, by their place.
    pub topics: Vec<u16>,
    /// What the pair gives to be written; nothing else is kept.
    pub done: Option<Shared<String>>,
    pub next: Option<Shared<String>>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PairState {
    Running,
    Finished { on: Date },
    EndedEarly { on: Date, reason: String },
}

impl PairState {
    pub fn id(&self) -> &'static str {
        match self {
            PairState::Running => "running",
            PairState::Finished { .. } => "finished",
            PairState::EndedEarly { .. } => "ended_early",
        }
    }
}

/// How far a pair is: counts, no judgement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub enough: usize,
    pub topics: usize,
    pub held: usize,
    pub planned: usize,
}

impl MentoringPair {
    pub fn is_running(&self) -> bool {
        self.state == PairState::Running
    }
    pub fn ended_on(&self) -> Option<Date> {
        match self.state {
            PairState::Running => None,
            PairState::Finished { on } | PairState::EndedEarly { on, .. } => Some(on),
        }
    }
    pub fn progress(&self) -> Progress {
        let held = self.talks.iter().filter(|talk| talk.held).count();
        Progress {
            enough: self.topics.iter().filter(|topic| topic.state == TopicState::Enough).count(),
            topics: self.topics.len(),
            held: held + usize::from(self.earlier_talks),
            planned: self.talks.len() - held,
        }
    }
    /// Everything that was to be learnt is.
    pub fn is_through(&self) -> bool {
        !self.topics.is_empty() && self.topics.iter().all(|topic| topic.state == TopicState::Enough)
    }
    /// The next planned talk.
    pub fn next_talk(&self) -> Option<Date> {
        self.talks.iter().filter(|talk| !talk.held).map(|talk| talk.on).min()
    }
    /// Running beyond its last day.
    pub fn is_over(&self, today: Date) -> bool {
        self.is_running() && self.until.is_some_and(|until| until < today)
    }
    /// What it is about, on one line.
    pub fn topic_words(&self) -> String {
        self.topics.iter().map(|topic| topic.text.as_str()).collect::<Vec<_>>().join(" · ")
    }
    pub fn is_same(&self, other: &MentoringPair) -> bool {
        (self.person, &self.mentor, self.from) == (other.person, &other.mentor, other.from)
    }

    /// What others than the pair may read of it: topics and days.
    pub fn overview(&self) -> Vec<(Date, bool, Option<u16>, Vec<u16>)> {
        self.talks.iter().map(|talk| (talk.on, talk.held, talk.minutes, talk.topics.clone())).collect()
    }
}

/// Somebody who could help with a competency: more of it than the post requires. Facts, in the order of the list that
/// is given; nobody is chosen.
pub fn who_can_help<'s>(
    people: impl IntoIterator<Item = (PersonId, &'s [Standing])>,
    competency: &CompetencyId,
    except: PersonId,
) -> Vec<(PersonId, u8)> {
    let surplus = |standings: &[Standing]| {
        let standing = standings.iter().find(|standing| standing.competency == *competency)?;
        if let Gap::Surplus(levels) = standing.gap() { Some(levels) } else { None }
    };
    let others = people.into_iter().filter(|(person, _)| *person != except);
    others.filter_map(|(person, standings)| Some((person, surplus(standings)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn pair() -> MentoringPair {
        let topic = |text: &str, state| PairTopic { text: text.into(), state, since: None };
        let talk = |day, held| MentorTalk { on: day, held, minutes: Some(60), topics: vec![0], done: None, next: None };
        MentoringPair {
            id: PairId(uuid::Uuid::nil()),
            person: PersonId(uuid::Uuid::from_u128(1)),
            mentor: Mentor::Person(PersonId(uuid::Uuid::from_u128(2))),
            kind: PairKind::Peer,
            topics: vec![topic("alur loket", TopicState::Enough), topic("register", TopicState::Running)],
            agreement: Shared::new("Jumat pukul 14".into()),
            agreed: Some(date(2026, 11, 6)),
            from: date(2026, 11, 6),
            until: Some(date(2027, 1, 8)),
            talks: vec![talk(date(2026, 11, 20), true), talk(date(2026, 12, 4), false), talk(date(2026, 12, 18), false)],
            earlier_talks: 0,
            state: PairState::Running,
            settled: None,
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
        }
    }

    #[test]
    fn a_pair_says_how_far_it_is_in_counts_alone() {
        let pair = pair();
        assert_eq!(pair.progress(), Progress { enough: 1, topics: 2, held: 1, planned: 2 });
        assert_eq!((pair.next_talk(), pair.is_through()), (Some(date(2026, 12, 4)), false));
        assert!(!pair.is_over(date(2027, 1, 8)) && pair.is_over(date(2027, 1, 9)));
    }
}

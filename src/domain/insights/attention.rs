//! How much attention each person had in a period: talks, contact, notice, praise beside correction. The longest without
//! contact stands first, who is away last.

use super::median;
use crate::domain::period::{Period, days_between};
use crate::domain::{Audience, Dossier, FeedbackKind, RuleSet, SessionState};
use jiff::civil::Date;
use strum::IntoStaticStr;

/// So many people are needed before somebody stands out by having little.
const LEAST_PEOPLE: usize = 5;
/// So many corrections without one word of praise are said.
const CORRECTIONS: u32 = 3;

/// What one person had.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Given {
    pub held: u32,
    pub missed: u32,
    pub postponed: u32,
    /// The last closed talk or shared note, whenever it was.
    pub last_contact: Option<Date>,
    /// The last note of any kind, whenever it was.
    pub last_notice: Option<Date>,
    pub praise: u32,
    pub improve: u32,
    /// Notes and ratings that are dated in the period.
    pub pieces: u32,
    pub flags: Vec<Flag>,
    /// Away on the last day: nothing is flagged.
    pub away: bool,
}

/// What is worth a look; said, never counted up.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Flag {
    /// No talk and no shared note ever.
    NeverContact,
    /// No praise for longer than the rules have it.
    LongWithoutPraise,
    NeverPraised,
    /// Several corrections and no praise.
    OnlyCorrections,
    /// Fewer than half of what the one in the middle has.
    LittleEvidence,
}

impl Flag {
    pub fn id(self) -> &'static str {
        self.into()
    }
}

impl Given {
    pub fn of(dossier: &Dossier, period: Period, rules: &RuleSet) -> Given {
        let today = period.until;
        let within = |day: Date| period.contains(day);
        let mut found = Given {
            held: 0,
            missed: 0,
            postponed: 0,
            last_contact: last_contact(dossier, today),
            last_notice: dossier.evidence().map(|note| note.on).filter(|on| *on <= today).max(),
            praise: kind(dossier, FeedbackKind::Praise, within),
            improve: kind(dossier, FeedbackKind::Improve, within),
            pieces: pieces(dossier, within),
            flags: vec![],
            away: dossier.person.status.on_leave(today) || !dossier.person.status.in_service(),
        };
        for session in &dossier.sessions {
            match &session.state {
                SessionState::Closed { .. } if within(session.on) => found.held += 1,
                SessionState::Missed { on, .. } if within(*on) => found.missed += 1,
                SessionState::Postponed { on, .. } if within(*on) => found.postponed += 1,
                _ => {}
            }
        }
        if !found.away {
            let began = dossier.person.since.min(today);
            let praised = dossier.evidence().filter(|note| note.kind == FeedbackKind::Praise && note.on <= today);
            found.flags = flags(&found, praised.map(|note| note.on).max(), began, today, rules);
        }
        found
    }

    /// Days since the last contact; `None` for never.
    pub fn days_since(&self, today: Date) -> Option<i64> {
        self.last_contact.map(|day| days_between(day, today))
    }

    /// Sorts by neglect: never first, then the longest ago; who is away stands last.
    pub fn place(&self) -> (bool, Option<Date>) {
        (self.away, self.last_contact)
    }
}

fn flags(found: &Given, praised: Option<Date>, began: Date, today: Date, rules: &RuleSet) -> Vec<Flag> {
    let mut flags = Vec::new();
    if found.last_contact.is_none() {
        flags.push(Flag::NeverContact);
    }
    let praise = praise_flags(
        praised.map(|day| days_between(day, today)),
        days_between(began, today),
        (found.praise, found.improve),
        i64::from(rules.praise_days),
    );
    flags.extend(praise);
    flags
}

/// What the balance of praise and correction says; `here` is how long the person has been looked after.
pub fn praise_flags(days_since: Option<i64>, here: i64, (praise, improve): (u32, u32), most: i64) -> Vec<Flag> {
    let mut flags = Vec::new();
    match days_since {
        Some(days) if days > most => flags.push(Flag::LongWithoutPraise),
        None if here > most => flags.push(Flag::NeverPraised),
        _ => {}
    }
    if praise == 0 && improve >= CORRECTIONS {
        flags.push(Flag::OnlyCorrections);
    }
    flags
}

fn last_contact(dossier: &Dossier, today: Date) -> Option<Date> {
    let talks = dossier.sessions.iter().filter(|session| session.is_closed()).map(|session| session.on);
    let shared = dossier.evidence().filter(|note| note.words.audience() == Audience::Shared).map(|note| note.on);
    talks.chain(shared).filter(|day| *day <= today).max()
}

fn kind(dossier: &Dossier, kind: FeedbackKind, within: impl Fn(Date) -> bool) -> u32 {
    count(dossier.evidence().filter(|note| note.kind == kind && within(note.on)).count())
}

fn pieces(dossier: &Dossier, within: impl Fn(Date) -> bool) -> u32 {
    let notes = dossier.evidence().map(|note| note.on);
    let ratings = dossier.ratings.iter().map(|rating| rating.on);
    count(notes.chain(ratings).filter(|day| within(*day)).count())
}

fn count(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Who has fewer than half of what the one in the middle has; nobody where there are fewer than five.
pub fn with_little(pieces: &[u32]) -> Vec<bool> {
    let enough = pieces.len() >= LEAST_PEOPLE;
    let middle = median::doubled(pieces.iter().copied()).filter(|_| enough);
    pieces.iter().map(|own| middle.is_some_and(|doubled| own.saturating_mul(4) < doubled)).collect()
}

/// Says of each who is here whether it is little beside the others.
pub fn compare(team: &mut [Given]) {
    let here: Vec<usize> = (0..team.len()).filter(|at| !team[*at].away).collect();
    let pieces: Vec<u32> = here.iter().map(|at| team[*at].pieces).collect();
    for (at, little) in here.into_iter().zip(with_little(&pieces)) {
        if little {
            team[at].flags.push(Flag::LittleEvidence);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fewer_than_half_of_the_middle_is_little_from_five_people_on() {
        let little = |pieces: &[u32]| -> Vec<u32> {
            pieces.iter().zip(with_little(pieces)).filter(|(_, little)| *little).map(|(own, _)| *own).collect()
        };
        assert_eq!(little(&[12, 10, 9, 8, 8, 7, 3]), [3]);
        assert!(little(&[12, 10, 9, 8, 8, 7, 4]).is_empty());
        assert!(little(&[9, 8, 3, 4]).is_empty(), "four people say nothing");
        assert_eq!(little(&[6, 5, 4, 3, 2, 1]), [1], "1 of 3.5");
        assert!(little(&[0, 0, 0, 0, 0]).is_empty());
    }

    #[test]
    fn praise_is_missed_after_the_days_of_the_rules_and_corrections_alone_from_three_on() {
        assert_eq!(praise_flags(Some(61), 400, (1, 0), 60), [Flag::LongWithoutPraise]);
        assert!(praise_flags(Some(60), 400, (1, 0), 60).is_empty());
        assert_eq!(praise_flags(Some(10), 400, (0, 3), 60), [Flag::OnlyCorrections]);
        assert!(praise_flags(Some(10), 400, (0, 2), 60).is_empty());
        assert_eq!(praise_flags(Some(75), 400, (0, 4), 60), [Flag::LongWithoutPraise, Flag::OnlyCorrections]);
        assert_eq!(praise_flags(None, 61, (0, 0), 60), [Flag::NeverPraised]);
        assert!(praise_flags(None, 30, (0, 0), 60).is_empty(), "a newcomer is not neglected yet");
    }
}

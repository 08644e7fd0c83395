//! The course of somebody's talks: on which days they were held, moved or missed, and how things stand today.

use super::calendar::{months_before, plus, working_day_back, working_days_after};
use super::dice::Dice;
use super::texts::Theme;
use crate::domain::{Cadence, Person, PersonStatus, RuleSet};
use jiff::civil::Date;

/// What the records of one person have to come to.
#[derive(Clone, Debug)]
pub struct Course {
    pub themes: [Theme; 3],
    pub rhythm: Cadence,
    /// The last closed talk; none with somebody whom one has not met yet.
    pub last: Option<Date>,
    pub ending: Ending,
    /// Praise ended here: the quiet ones whom nobody thanks.
    pub unpraised_since: Option<Date>,
    /// Promises of the supervisor, and actions of the employee, that are late today.
    pub mine_late: usize,
    pub theirs_late: usize,
    /// Talks are often coaching.
    pub coached: bool,
    /// Objected to the last sheet.
    pub objects: bool,
    /// Notes between the talks, in percent of what a busy supervisor of a small team writes.
    pub notes: usize,
    /// Sheets of talks before this day are not kept.
    pub sheets_from: Date,
    /// Rounds of ratings; of people with one only some were rated.
    pub rounds: usize,
}

/// How things stand after the last closed talk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// The next talk is agreed for that day, which may have passed.
    Planned(Date),
    /// Moved twice since.
    PostponedTwice { from: Date, over: Date, to: Date },
    /// Did not take place that day; another is agreed.
    Missed { on: Date, next: Date },
    /// Begun that day and not closed.
    Open(Date),
    /// On leave or out of service.
    Stopped,
}

/// One talk of the past.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Slot {
    /// The day it was agreed for.
    pub planned: Date,
    pub fate: Fate,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    Held(Date),
    /// Moved on the agreed day, then held.
    Moved(Date),
    Missed,
}

impl Course {
    /// Of the user, with whom nobody here talks.
    pub fn without_talks(today: Date) -> Self {
        Course {
            themes: [Theme::Team; 3],
            rhythm: Cadence::Months(1),
            last: None,
            ending: Ending::Stopped,
            unpraised_since: None,
            mine_late: 0,
            theirs_late: 0,
            coached: false,
            objects: false,
            notes: 0,
            sheets_from: today,
            rounds: 0,
        }
    }

    /// A course with nothing special, for a person of a large office.
    pub fn of_the_town(person: &Person, today: Date, rules: &RuleSet, dice: &mut Dice) -> Self {
        let (rhythm, sheets_from) = (Cadence::Months(3), months_before(today, 12));
        let eve = working_day_back(plus(today, -1), rules);
        let mut course = Course {
            themes: themes(dice),
            rhythm,
            last: None,
            ending: Ending::Stopped,
            unpraised_since: None,
            mine_late: usize::from(dice.chance(6)),
            theirs_late: usize::from(dice.chance(12)),
            coached: dice.chance(15),
            objects: false,
            notes: 30,
            sheets_from,
            rounds: 1,
        };
        let last = match person.status {
            PersonStatus::Leave { from, .. } => plus(from, -dice.between(5, 40)),
            PersonStatus::Retired { on } => plus(on.unwrap_or(today), -dice.between(5, 40)),
            _ => {
                let next = working_days_after(eve, dice.below(62) + 1, rules);
                let back = dice.between(80, 92);
                let last = plus(next, -back);
                course.ending = match dice.below(100) {
                    0..=9 => {
                        let late = working_day_back(plus(today, -dice.between(1, 25)), rules);
                        Ending::Planned(late)
                    }
                    10..=11 => Ending::Open(eve),
                    _ => Ending::Planned(next),
                };
                let last = if let Ending::Planned(day) = course.ending { plus(day, -back) } else { last };
                last.min(plus(eve, -14))
            }
        };
        let last = working_day_back(last, rules);
        if last > plus(person.since, 14) {
            course.last = Some(last);
        }
        course
    }

    /// The talks of the past, oldest first; the last one was held on [`Course::last`].
    pub fn slots(&self, since: Date, rules: &RuleSet, dice: &mut Dice) -> Vec<Slot> {
        let Some(last) = self.last else { return vec![] };
        let mut days = vec![last];
        let mut at = last;
        loop {
            let step = match self.rhythm {
                Cadence::Months(n) => months_before(at, i64::from(n)),
                Cadence::Weeks(n) => plus(at, -7 * i64::from(n)),
            };
            at = working_day_back(plus(step, dice.between(-3, 3)), rules);
            if at < plus(since, 7) {
                break;
            }
            days.push(at);
        }
        days.reverse();
        let ends = days.len().saturating_sub(2);
        let slot = |(n, day): (usize, &Date)| {
            let held = Slot { planned: *day, fate: Fate::Held(*day) };
            // The first, and those near today, are told by the ending.
            if n == 0 || n >= ends {
                return held;
            }
            match dice.below(100) {
                0..=6 => {
                    let planned = working_day_back(plus(*day, -dice.between(3, 8)), rules);
                    if planned > days[n - 1] { Slot { planned, fate: Fate::Moved(*day) } } else { held }
                }
                7..=10 => Slot { planned: *day, fate: Fate::Missed },
                _ => held,
            }
        };
        days.iter().enumerate().map(slot).collect()
    }
}

/// A field of work, one beside it, and what is seen everywhere.
pub fn themes(dice: &mut Dice) -> [Theme; 3] {
    let own = dice.below(Theme::ALL.len() - 1);
    let beside = (own + 1 + dice.below(Theme::ALL.len() - 2)) % (Theme::ALL.len() - 1);
    [Theme::ALL[own], Theme::ALL[beside], Theme::Team]
}

//! Who is to reach what in a year, and what becomes of it: the cast with every state that a goal can be in, and what
//! is usual elsewhere.

use super::dice::Dice;
use super::texts::goals::*;
use crate::domain::goal::GoalStatus::{self, *};

/// One result in somebody's plan.
#[derive(Clone, Copy, Debug)]
pub struct Aim {
    pub rhk: &'static Rhk,
    /// Percent of the plan.
    pub weight: Option<i64>,
    /// What is reached on a day, in percent of what the day asks for.
    pub tempo: i64,
    pub turn: Turn,
}

/// What this year is told of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    Said(GoalStatus),
    /// The supervisor has not said anything yet.
    Unsaid,
    /// The first target was so many percent of the one that holds now.
    Revised(i64),
    /// To be reached so many days after today, or before.
    Due(i64),
    /// Copied from the last year without a target.
    Open,
    /// Agreed when the person moved.
    New,
}

/// Everything that one person is to reach.
#[derive(Clone, Debug, Default)]
pub struct Aims {
    pub list: Vec<Aim>,
    /// Values come every month, some of them in talks.
    pub monthly: bool,
    /// No value for so many days.
    pub silent: Option<i64>,
    /// This year's plan was made by copying the last one.
    pub copied: bool,
    /// And so is the next year's, already.
    pub next_copied: bool,
    /// The post until the middle of this year.
    pub moved_from: Option<&'static str>,
}

const fn aim(rhk: &'static Rhk, weight: i64, tempo: i64, turn: Turn) -> Aim {
    Aim { rhk, weight: if weight > 0 { Some(weight) } else { None }, tempo, turn }
}

impl Aims {
    /// The user's own.
    pub fn of_the_head() -> Self {
        let list = OF_THE_HEAD.iter().zip([(35, 101), (25, 100), (20, 97), (20, 103)]);
        let list = list.map(|(rhk, (weight, tempo))| aim(rhk, weight, tempo, Turn::Said(OnTrack)));
        Aims { list: list.collect(), monthly: true, ..Aims::default() }
    }

    /// Of the `n`th of the cast. The one who has only just come has none.
    pub fn of_the_cast(n: usize) -> Self {
        use Turn::*;
        let on_track = Said(OnTrack);
        let list = match n {
            0 => {
                vec![aim(&COUNTER, 50, 104, Revised(85)), aim(&PRINTING, 30, 103, on_track), aim(&SHIFTS, 20, 100, on_track)]
            }
            1 => vec![aim(&ARCHIVE, 60, 126, Said(Done)), aim(&RETRIEVAL, 40, 101, on_track)],
            2 => vec![aim(&COUNTER, 0, 80, Said(Slipping)), aim(&ROUNDS, 0, 52, Said(OffTrack))],
            3 => vec![
                // The word says one thing, the pace another.
                aim(&POPULATION, 40, 66, on_track),
                aim(&REPORTS, 30, 96, Due(-6)),
                aim(&ONLINE, 20, 104, on_track),
            ],
            4 => vec![aim(&ONLINE, 0, 92, Due(5)), aim(&REPORTS, 0, 101, on_track)],
            5 => vec![aim(&REVIEWS, 0, 103, on_track), aim(&REPORTS, 0, 102, on_track), aim(&MEETINGS, 0, 126, Said(Done))],
            6 => vec![
                aim(&COUNTER, 40, 101, on_track),
                aim(&COMPLAINTS, 40, 82, Said(Slipping)),
                aim(&STANDBY, 20, 100, on_track),
            ],
            7 => vec![aim(&POPULATION, 0, 97, on_track), aim(&REPORTS, 0, 98, Unsaid)],
            9 => vec![aim(&ROUNDS, 0, 100, on_track), aim(&MEETINGS, 0, 112, on_track), aim(&SHIFTS, 0, 100, New)],
            10 => vec![aim(&REVIEWS, 0, 108, Said(Done)), aim(&LETTERS, 0, 104, Said(Done))],
            11 => vec![aim(&ARCHIVE, 0, 95, Unsaid), aim(&PRINTING, 0, 98, Unsaid)],
            12 => {
                vec![aim(&LETTERS, 0, 101, on_track), aim(&ONLINE, 0, 104, on_track), aim(&STANDBY, 0, 100, Said(Dropped))]
            }
            13 => vec![aim(&COMPLAINTS, 0, 101, on_track), aim(&POPULATION, 0, 99, Open)],
            _ => vec![],
        };
        let (silent, moved_from) = ((n == 11).then_some(52), (n == 9).then_some("Pengelola Layanan Operasional"));
        Aims { list, monthly: true, silent, copied: n == 13, next_copied: n == 12, moved_from }
    }

    /// Two results of an ordinary year, with few values.
    pub fn of_the_town(dice: &mut Dice) -> Self {
        let first = dice.below(OF_THE_TOWN.len());
        let second = (first + 1 + dice.below(OF_THE_TOWN.len() - 1)) % OF_THE_TOWN.len();
        let aim = |rhk, dice: &mut Dice| {
            let (tempo, turn) = match dice.below(100) {
                0..=5 => (dice.between(50, 68), Turn::Said(OffTrack)),
                6..=18 => (dice.between(74, 88), Turn::Said(Slipping)),
                19..=30 => (dice.between(92, 104), Turn::Unsaid),
                _ => (dice.between(95, 108), Turn::Said(OnTrack)),
            };
            Aim { rhk, weight: None, tempo, turn }
        };
        let list = vec![aim(&OF_THE_TOWN[first], dice), aim(&OF_THE_TOWN[second], dice)];
        Aims { list, ..Aims::default() }
    }
}

//! The proficiency level, 1 to 5.

use crate::domain::Refusal;
use serde::{Deserialize, Serialize};
use std::fmt;

/// 1 (applies by procedure, for the own work) to 5 (strategic, an example to others). Never any other number.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "u8", into = "u8")]
pub struct Level(u8);

impl Level {
    pub const LOWEST: Level = Level(1);
    pub const HIGHEST: Level = Level(5);
    pub const ALL: [Level; 5] = [Level(1), Level(2), Level(3), Level(4), Level(5)];

    pub fn new(number: u8) -> Option<Self> {
        (1..=5).contains(&number).then_some(Level(number))
    }
    /// What a digit key says.
    pub fn of_digit(digit: char) -> Option<Self> {
        digit.to_digit(10).and_then(|n| Level::new(n as u8))
    }
    pub fn number(self) -> u8 {
        self.0
    }
    /// Where the level stands in a list of five.
    pub fn index(self) -> usize {
        usize::from(self.0) - 1
    }
}

impl TryFrom<u8> for Level {
    type Error = Refusal;
    fn try_from(number: u8) -> Result<Self, Refusal> {
        Level::new(number).ok_or(Refusal::LevelOutside)
    }
}
impl From<Level> for u8 {
    fn from(level: Level) -> u8 {
        level.0
    }
}
impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}
impl fmt::Debug for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "L{}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_one_to_five_are_levels_also_in_files() {
        assert_eq!((0..=9).filter_map(Level::new).collect::<Vec<_>>(), Level::ALL);
        assert_eq!(serde_json::from_str::<Level>("3").unwrap().index(), 2);
        assert!(serde_json::from_str::<Level>("0").is_err() && serde_json::from_str::<Level>("6").is_err());
        assert_eq!((Level::of_digit('5'), Level::of_digit('6'), Level::of_digit('x')), (Some(Level::HIGHEST), None, None));
    }
}

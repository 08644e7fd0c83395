//! Chance that can be repeated: the same seed throws the same numbers.

use crate::domain::IdSource;

#[derive(Clone, Debug)]
pub struct Dice(IdSource);

impl Dice {
    /// A row of throws of its own for every `stream` (a person, a part of the office).
    pub fn new(seed: u64, stream: u64) -> Self {
        // One throw in between, so that neighbouring streams have nothing in common.
        let mut source = IdSource::seeded(seed ^ stream.wrapping_mul(0xA24B_AED4_963E_E407));
        let seed = source.random();
        Dice(IdSource::seeded(seed))
    }

    /// 0 up to, not including, `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        (self.0.random() % sides.max(1) as u64) as usize
    }
    /// `low` up to and including `high`.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        low + self.below((high - low + 1).max(1) as usize) as i64
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn pick<'a, T: ?Sized>(&mut self, list: &[&'a T]) -> &'a T {
        list[self.below(list.len())]
    }
    /// A fresh seed for something that throws by itself.
    pub fn seed(&mut self) -> u64 {
        self.0.random()
    }
    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for at in (1..list.len()).rev() {
            list.swap(at, self.below(at + 1));
        }
    }
}

/// A shuffled stock that repeats a card only when nothing else fits any more, the longest unseen first.
#[derive(Clone, Debug)]
pub struct Deck<T: 'static> {
    cards: Vec<&'static T>,
    drawn: usize,
}

impl<T> Deck<T> {
    pub fn new(cards: impl IntoIterator<Item = &'static T>, dice: &mut Dice) -> Self {
        let mut cards: Vec<&'static T> = cards.into_iter().collect();
        dice.shuffle(&mut cards);
        Deck { cards, drawn: 0 }
    }
    pub fn draw(&mut self) -> &'static T {
        let card = self.cards[0];
        self.cards.rotate_left(1);
        self.drawn += 1;
        card
    }
    pub fn draw_where(&mut self, fits: impl Fn(&T) -> bool) -> Option<&'static T> {
        let at = self.cards.iter().position(|card| fits(card))?;
        let card = self.cards[at];
        self.cards[at..].rotate_left(1);
        self.drawn += 1;
        Some(card)
    }
    /// Whether everything has been drawn once.
    pub fn is_spent(&self) -> bool {
        self.drawn >= self.cards.len()
    }
}

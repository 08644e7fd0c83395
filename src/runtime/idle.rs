//! How long no key was pressed: says once when it is long enough for the screen to hide.

use super::clock::Moment;
use std::time::Duration;

pub struct Idle {
    /// `None` if the screen never hides by itself.
    after: Option<Duration>,
    pressed: Moment,
    /// It was said since the last key.
    told: bool,
}

impl Idle {
    pub fn new(after: Option<Duration>, now: Moment) -> Idle {
        Idle { after, pressed: now, told: false }
    }

    /// How long until it is to be said; `None` if there is nothing to wait for.
    pub fn rest(&self, now: Moment) -> Option<Duration> {
        let after = self.after.filter(|_| !self.told)?;
        Some(after.saturating_sub(now.since(self.pressed)))
    }

    /// Whether it is to be said now; then not again before the next key.
    pub fn due(&mut self, now: Moment) -> bool {
        let due = self.rest(now).is_some_and(|rest| rest.is_zero());
        self.told |= due;
        due
    }

    /// A key was pressed. Whether it came too late: while the machine slept nobody could say so.
    pub fn pressed(&mut self, now: Moment) -> bool {
        let late = self.due(now);
        self.pressed = now;
        self.told = false;
        late
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AFTER: Duration = Duration::from_secs(600);

    #[test]
    fn it_is_said_once_and_again_only_after_a_key() {
        let begun = Moment::now();
        let mut idle = Idle::new(Some(AFTER), begun);
        assert_eq!(idle.rest(begun.after(599, 599)), Some(Duration::from_secs(1)));
        assert!(!idle.due(begun.after(599, 599)));
        assert!(!idle.pressed(begun.after(599, 599)), "in time");
        assert!(!idle.due(begun.after(601, 601)), "counted from the key");
        assert!(idle.due(begun.after(1200, 1200)));
        assert!(!idle.due(begun.after(1201, 1201)));
        assert_eq!(idle.rest(begun.after(1201, 1201)), None, "nothing wakes a hidden screen");
        assert!(!idle.pressed(begun.after(5000, 5000)), "it was said already");
        assert!(idle.due(begun.after(5600, 5600)));
    }

    #[test]
    fn the_first_key_after_a_sleep_is_too_late() {
        let begun = Moment::now();
        let mut idle = Idle::new(Some(AFTER), begun);
        assert!(idle.pressed(begun.after(8 * 3600, 2)));
        assert!(!idle.pressed(begun.after(8 * 3600 + 1, 3)));
        assert!(idle.due(begun.after(8 * 3600 - 86400, 700)), "also if the clock was set back");
    }

    #[test]
    fn never_is_never() {
        let begun = Moment::now();
        let mut idle = Idle::new(None, begun);
        assert_eq!(idle.rest(begun.after(99999, 99999)), None);
        assert!(!idle.due(begun.after(99999, 99999)) && !idle.pressed(begun.after(99999, 99999)));
    }
}

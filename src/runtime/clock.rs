//! The only clock of the interface. Where another day is asked for, the time of day goes on within that day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::time::{Duration, Instant};

pub struct Clock {
    zone: TimeZone,
    fixed: Option<Date>,
}

impl Clock {
    pub fn new(zone: TimeZone, fixed: Option<Date>) -> Self {
        Clock { zone, fixed }
    }

    /// The time and the day.
    pub fn read(&self) -> (Timestamp, Date) {
        self.at(Timestamp::now())
    }

    fn at(&self, real: Timestamp) -> (Timestamp, Date) {
        let local = real.to_zoned(self.zone.clone());
        match self.fixed {
            None => (real, local.date()),
            Some(day) => {
                let moved = day.to_datetime(local.time()).to_zoned(self.zone.clone());
                (moved.map_or(real, |zoned| zoned.timestamp()), day)
            }
        }
    }

    /// How long this day still lasts; `None` if it never ends.
    pub fn rest_of_day(&self) -> Option<Duration> {
        self.rest_from(Timestamp::now())
    }

    fn rest_from(&self, real: Timestamp) -> Option<Duration> {
        if self.fixed.is_some() {
            return None;
        }
        let local = real.to_zoned(self.zone.clone());
        let midnight = local.date().checked_add(1.day()).ok()?.to_zoned(self.zone.clone()).ok()?;
        Duration::try_from(midnight.timestamp().duration_since(real)).ok()
    }
}

/// A moment by both clocks of the machine: the one that can be set, and the one that stands still while it sleeps.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    real: Timestamp,
    steady: Instant,
}

impl Moment {
    pub fn now() -> Moment {
        Moment { real: Timestamp::now(), steady: Instant::now() }
    }

    /// How much later this is, by the clock that says more: neither a clock that is set back nor a night of sleep
    /// makes it less.
    pub fn since(self, earlier: Moment) -> Duration {
        let real = Duration::try_from(self.real.duration_since(earlier.real)).unwrap_or_default();
        real.max(self.steady.saturating_duration_since(earlier.steady))
    }
}

#[cfg(test)]
impl Moment {
    /// After so many seconds by either clock.
    pub fn after(self, real: i64, steady: u64) -> Moment {
        Moment { real: self.real + jiff::SignedDuration::from_secs(real), steady: self.steady + Duration::from_secs(steady) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wib(fixed: Option<&str>) -> Clock {
        let zone = TimeZone::fixed(jiff::tz::offset(7));
        Clock::new(zone, fixed.map(|day| day.parse().unwrap()))
    }

    #[test]
    fn the_day_is_that_of_the_zone_and_ends_at_its_midnight() {
        let late: Timestamp = "2026-11-21T16:59:00Z".parse().unwrap();
        assert_eq!(wib(None).at(late), (late, "2026-11-21".parse().unwrap()));
        assert_eq!(wib(None).rest_from(late), Some(Duration::from_secs(60)));
        let after: Timestamp = "2026-11-21T17:00:00Z".parse().unwrap();
        assert_eq!(wib(None).at(after).1.to_string(), "2026-11-22");
    }

    #[test]
    fn neither_a_sleep_nor_a_clock_that_is_set_back_shortens_the_time() {
        let begun = Moment::now();
        for (real, steady, passed) in [(60, 60, 60), (8 * 3600, 5, 8 * 3600), (-86400, 60, 60), (-60, 0, 0)] {
            assert_eq!(begun.after(real, steady).since(begun), Duration::from_secs(passed), "{real} {steady}");
        }
    }

    #[test]
    fn another_day_keeps_the_time_of_day_and_never_ends() {
        let clock = wib(Some("2027-01-15"));
        let (now, today) = clock.at("2026-11-21T03:30:00Z".parse().unwrap());
        assert_eq!((now.to_string(), today.to_string()), ("2027-01-15T03:30:00Z".into(), "2027-01-15".into()));
        assert_eq!(clock.rest_from(now), None);
    }
}

//! The only clock of the interface. Where another day is asked for, the time of day goes on within that day.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use std::time::Duration;

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
    fn another_day_keeps_the_time_of_day_and_never_ends() {
        let clock = wib(Some("2027-01-15"));
        let (now, today) = clock.at("2026-11-21T03:30:00Z".parse().unwrap());
        assert_eq!((now.to_string(), today.to_string()), ("2027-01-15T03:30:00Z".into(), "2027-01-15".into()));
        assert_eq!(clock.rest_from(now), None);
    }
}

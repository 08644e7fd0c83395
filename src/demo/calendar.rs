//! Days and hours at which an office in Medan works.

use crate::domain::RuleSet;
use crate::domain::people::cadence::working_day;
use jiff::civil::{Date, Weekday, date};
use jiff::{Timestamp, ToSpan, tz::Offset};

/// Western Indonesian time has no summer time.
const WIB: Offset = Offset::constant(7);

pub fn plus(day: Date, days: i64) -> Date {
    day.checked_add(days.days()).unwrap_or(day)
}

/// The last working day on or before `day`.
pub fn working_day_back(day: Date, rules: &RuleSet) -> Date {
    let mut at = day;
    for _ in 0..70 {
        if working_day(at, rules) == at {
            return at;
        }
        at = at.yesterday().unwrap_or(at);
    }
    day
}

/// The `n`th working day after `day`.
pub fn working_days_after(day: Date, n: usize, rules: &RuleSet) -> Date {
    (0..n).fold(day, |at, _| working_day(plus(at, 1), rules))
}

/// The same day so many months before.
pub fn months_before(day: Date, months: i64) -> Date {
    day.checked_sub(months.months()).unwrap_or(date(2000, 1, 1))
}

/// An instant of the day, in the office's time.
pub fn moment(day: Date, minute: i64) -> Timestamp {
    let (hour, minute) = ((minute / 60).clamp(0, 23) as i8, (minute % 60) as i8);
    WIB.to_timestamp(day.at(hour, minute, 0, 0)).unwrap_or(Timestamp::UNIX_EPOCH)
}

/// The day and the minute of the day in the office's time.
pub fn office_time(at: Timestamp) -> (Date, i64) {
    let local = WIB.to_datetime(at);
    (local.date(), i64::from(local.hour()) * 60 + i64::from(local.minute()))
}

/// A minute of the day at which a talk can begin; on Fridays not around the prayer.
pub fn talk_minute(day: Date, throw: i64) -> i64 {
    let starts: &[i64] = if day.weekday() == Weekday::Friday {
        &[8 * 60 + 45, 9 * 60 + 30, 10 * 60, 14 * 60 + 30]
    } else {
        &[8 * 60 + 30, 9 * 60 + 15, 10 * 60, 10 * 60 + 45, 13 * 60 + 30, 14 * 60 + 15, 15 * 60]
    };
    starts[throw.unsigned_abs() as usize % starts.len()]
}

//! Days and times in words.

use super::{Lang, Words};
use crate::domain::period::{EvaluationPeriod, days_between};
use jiff::{Timestamp, Zoned, civil::Date, civil::Weekday, tz::TimeZone};

const MONTHS_ID: [&str; 12] = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const SHORT_ID: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"];
const SHORT_EN: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

impl Words {
    fn month(&self, date: Date, id: &'static [&'static str; 12], en: &'static [&'static str; 12]) -> &'static str {
        let list = if self.lang() == Lang::Id { id } else { en };
        list.get(usize::from(date.month() as u8).saturating_sub(1)).copied().unwrap_or("")
    }

    /// `12 Januari 2026`, as papers have it.
    pub fn long_day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date, &MONTHS_ID, &MONTHS_EN), date.year())
    }

    /// `November 2026`.
    pub fn month_year(&self, date: Date) -> String {
        format!("{} {}", self.month(date, &MONTHS_ID, &MONTHS_EN), date.year())
    }

    /// `TW IV 2026`, `November 2026`, or the year.
    pub fn evaluation_period(&self, period: EvaluationPeriod) -> String {
        match period {
            EvaluationPeriod::Month(month) => self.month_year(month.first()),
            EvaluationPeriod::Quarter(quarter) => {
                let year = quarter.year.to_string();
                self.with("behaviour-quarter", &[("quarter", quarter.roman().into()), ("year", year.into())])
            }
            EvaluationPeriod::Year(year) => self.with("behaviour-year", &[("year", year.to_string().into())]),
        }
    }

    /// `12 Jan 2026`.
    pub fn short_day(&self, date: Date) -> String {
        format!("{} {} {}", date.day(), self.month(date, &SHORT_ID, &SHORT_EN), date.year())
    }

    /// `12 Jan`, for columns where the year is clear.
    pub fn day_month(&self, date: Date) -> String {
        format!("{:>2} {}", date.day(), self.month(date, &SHORT_ID, &SHORT_EN))
    }

    /// `Sel 24 Nov` within the year around `today`, `24 Nov 27` outside.
    pub fn near_day(&self, date: Date, today: Date) -> String {
        if days_between(today, date).abs() < 180 {
            format!("{} {}", self.weekday(date.weekday()), self.day_month(date).trim_start())
        } else {
            format!("{} {:02}", self.day_month(date).trim_start(), date.year() % 100)
        }
    }

    pub fn weekday(&self, day: Weekday) -> &'static str {
        const ID: [&str; 7] = ["Sen", "Sel", "Rab", "Kam", "Jum", "Sab", "Min"];
        const EN: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
        let list = if self.lang() == Lang::Id { ID } else { EN };
        list.get(usize::from(day.to_monday_zero_offset() as u8)).copied().unwrap_or("")
    }

    /// `Rabu`, `Wednesday`.
    pub fn long_weekday(&self, day: Weekday) -> &'static str {
        const ID: [&str; 7] = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"];
        const EN: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let list = if self.lang() == Lang::Id { ID } else { EN };
        list.get(usize::from(day.to_monday_zero_offset() as u8)).copied().unwrap_or("")
    }

    /// `12 Jan 2026, 10.42`.
    pub fn timestamp(&self, at: Timestamp, zone: &TimeZone) -> String {
        format!("{}, {}", self.short_day(at.to_zoned(zone.clone()).date()), self.clock(at, zone))
    }

    /// `10.42` in Indonesian, `10:42` in English, in the user's time zone.
    pub fn clock(&self, at: Timestamp, zone: &TimeZone) -> String {
        let local: Zoned = at.to_zoned(zone.clone());
        let sign = if self.lang() == Lang::Id { '.' } else { ':' };
        format!("{:02}{}{:02}", local.hour(), sign, local.minute())
    }
}

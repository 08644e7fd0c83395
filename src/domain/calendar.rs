//! The calendar of working days and what is counted in it. The decreed holidays and joint leave of a year are a list
//! that is replaced as a whole; the agency's single days come on top. A year without a list is named, never guessed:
//! in it only weekends and the fixed holidays are off.

use super::RuleSet;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

/// The holidays of one year, as they were decreed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HolidayYear {
    pub year: i16,
    /// Sorted by day, each once.
    pub days: Vec<Holiday>,
    /// The decree.
    pub source: String,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Holiday {
    pub on: Date,
    pub kind: HolidayKind,
    pub name: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HolidayKind {
    /// Libur nasional.
    National,
    /// Cuti bersama.
    JointLeave,
}

/// Where a list comes from. Of one year the greater one holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ListOrigin {
    BuiltIn,
    Imported,
    RuleFile,
}

impl ListOrigin {
    pub fn id(self) -> &'static str {
        match self {
            ListOrigin::BuiltIn => "built_in",
            ListOrigin::Imported => "imported",
            ListOrigin::RuleFile => "rule_file",
        }
    }
}

/// The lists that hold, one a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HolidayLists {
    years: BTreeMap<i16, (ListOrigin, HolidayYear)>,
}

impl Default for HolidayLists {
    fn default() -> Self {
        HolidayLists { years: built_in().iter().map(|list| (list.year, (ListOrigin::BuiltIn, list.clone()))).collect() }
    }
}

impl HolidayLists {
    /// Takes the place of that year's list, unless one from a nearer place is there.
    pub fn put(&mut self, origin: ListOrigin, list: HolidayYear) {
        if self.years.get(&list.year).is_none_or(|(there, _)| *there <= origin) {
            self.years.insert(list.year, (origin, list));
        }
    }
    /// An import holds only as long as its record does.
    pub fn set_imported<'l>(&mut self, lists: impl IntoIterator<Item = &'l HolidayYear>) {
        self.years.retain(|_, (origin, _)| *origin != ListOrigin::Imported);
        for list in built_in() {
            self.years.entry(list.year).or_insert_with(|| (ListOrigin::BuiltIn, list.clone()));
        }
        lists.into_iter().for_each(|list| self.put(ListOrigin::Imported, list.clone()));
    }
    pub fn year(&self, year: i16) -> Option<&HolidayYear> {
        self.years.get(&year).map(|(_, list)| list)
    }
    pub fn origin(&self, year: i16) -> Option<ListOrigin> {
        self.years.get(&year).map(|(origin, _)| *origin)
    }
    pub fn years(&self) -> impl Iterator<Item = &HolidayYear> {
        self.years.values().map(|(_, list)| list)
    }
}

impl HolidayYear {
    /// Sorted, without days of other years; the first that is said of a day holds.
    pub fn new(year: i16, mut days: Vec<Holiday>, source: String) -> HolidayYear {
        days.retain(|day| day.on.year() == year);
        days.sort_by_key(|day| (day.on, day.kind));
        days.dedup_by_key(|day| day.on);
        HolidayYear { year, days, source }
    }
    pub fn on(&self, day: Date) -> Option<&Holiday> {
        self.days.binary_search_by_key(&day, |holiday| holiday.on).ok().and_then(|at| self.days.get(at))
    }
    pub fn has_joint_leave(&self) -> bool {
        self.days.iter().any(|day| day.kind == HolidayKind::JointLeave)
    }
}

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayKind<'r> {
    Working,
    /// A weekday of a year without a list: counted as a working day, and that is said.
    Unset,
    Weekend,
    National(&'r str),
    JointLeave(&'r str),
    /// A day that the agency has added.
    Own,
    /// A fixed holiday of a year without a list.
    Fixed,
}

impl DayKind<'_> {
    pub fn id(self) -> &'static str {
        match self {
            DayKind::Working => "working",
            DayKind::Unset => "unset",
            DayKind::Weekend => "weekend",
            DayKind::National(_) => "national",
            DayKind::JointLeave(_) => "joint_leave",
            DayKind::Own => "own",
            DayKind::Fixed => "fixed",
        }
    }
    pub fn is_worked(self) -> bool {
        matches!(self, DayKind::Working | DayKind::Unset)
    }
    /// What the decree calls it.
    pub fn name(&self) -> Option<&str> {
        match self {
            DayKind::National(name) | DayKind::JointLeave(name) => Some(name),
            _ => None,
        }
    }
}

/// Longer spans are not counted day by day.
const MOST_DAYS: u16 = 3660;

/// Counts in the calendar of a rule set.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'r> {
    rules: &'r RuleSet,
    /// Joint leave is taken off, as the decree says.
    joint_leave_off: bool,
}

impl<'r> Calendar<'r> {
    pub fn of(rules: &'r RuleSet) -> Calendar<'r> {
        Calendar { rules, joint_leave_off: true }
    }

    /// As agencies count that work on joint leave.
    pub fn with_joint_leave_worked(self) -> Calendar<'r> {
        Calendar { joint_leave_off: false, ..self }
    }

    pub fn day(self, day: Date) -> DayKind<'r> {
        let list = self.rules.holiday_lists.year(day.year());
        match list.and_then(|list| list.on(day)).map(|holiday| (holiday.kind, holiday.name.as_str())) {
            Some((HolidayKind::National, name)) => return DayKind::National(name),
            Some((HolidayKind::JointLeave, name)) if self.joint_leave_off => return DayKind::JointLeave(name),
            _ => {}
        }
        let weekend = match day.weekday() {
            Weekday::Sunday => true,
            Weekday::Saturday => self.rules.work_week < SIX_DAYS,
            _ => false,
        };
        if weekend {
            DayKind::Weekend
        } else if self.rules.holidays.contains(&day) {
            DayKind::Own
        } else if list.is_some() {
            DayKind::Working
        } else if self.rules.fixed_holidays.iter().any(|fixed| *fixed == format!("{:02}-{:02}", day.month(), day.day())) {
            DayKind::Fixed
        } else {
            DayKind::Unset
        }
    }

    /// The last of so many working days after a day; the next day is the first that may count.
    pub fn working_days_after(self, from: Date, days: u16) -> Date {
        let (mut at, mut left) = (from, days);
        for _ in 0..MOST_DAYS {
            if left == 0 {
                break;
            }
            at = next(at);
            left -= u16::from(self.day(at).is_worked());
        }
        at
    }

    /// Working days after `from`, up to and with `until`.
    pub fn working_days_between(self, from: Date, until: Date) -> i64 {
        days(from, until).filter(|day| self.day(*day).is_worked()).count() as i64
    }

    /// The day itself if it is worked, else the nearest one before it.
    pub fn last_worked(self, day: Date) -> Date {
        let back = std::iter::successors(Some(day), |at| at.yesterday().ok());
        back.take(usize::from(MOST_DAYS)).find(|at| self.day(*at).is_worked()).unwrap_or(day)
    }

    /// The day itself if it is worked, else the nearest one after it.
    pub fn first_worked(self, day: Date) -> Date {
        let on = std::iter::successors(Some(day), |at| at.tomorrow().ok());
        on.take(usize::from(MOST_DAYS)).find(|at| self.day(*at).is_worked()).unwrap_or(day)
    }

    /// Years in a span of which no list is known.
    pub fn years_without_list(self, from: Date, until: Date) -> Vec<i16> {
        let years: BTreeSet<i16> = (from.year()..=until.year()).collect();
        years.into_iter().filter(|year| self.rules.holiday_lists.year(*year).is_none()).collect()
    }
}

/// A week of six working days.
const SIX_DAYS: u8 = 6;

fn next(day: Date) -> Date {
    day.tomorrow().unwrap_or(Date::MAX)
}

/// The days after `from`, up to and with `until`.
fn days(from: Date, until: Date) -> impl Iterator<Item = Date> {
    let on = std::iter::successors(from.tomorrow().ok(), |at| at.tomorrow().ok());
    on.take_while(move |day| *day <= until).take(usize::from(MOST_DAYS))
}

/// So many days after an event, counted both ways. The day after the event is the first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Deadline<'r> {
    pub from: Date,
    pub days: u16,
    /// By calendar days. It is never moved, only marked by what it falls on.
    pub calendar: Date,
    pub calendar_is: DayKind<'r>,
    /// By working days.
    pub working: Date,
    /// What the working days step over.
    pub left_out: Vec<(Date, DayKind<'r>)>,
    /// Years of which no list is known.
    pub without_list: Vec<i16>,
}

impl<'r> Deadline<'r> {
    pub fn after(from: Date, days: u16, calendar: Calendar<'r>) -> Deadline<'r> {
        let due = from.checked_add(i32::from(days).days()).unwrap_or(Date::MAX);
        let working = calendar.working_days_after(from, days);
        let left_out = self::days(from, working).map(|day| (day, calendar.day(day))).filter(|(_, kind)| !kind.is_worked());
        Deadline {
            from,
            days,
            calendar: due,
            calendar_is: calendar.day(due),
            working,
            left_out: left_out.collect(),
            without_list: calendar.years_without_list(from, due.max(working)),
        }
    }

    /// How late a day is by either count; 0 if it is in time.
    pub fn late(&self, day: Date, calendar: Calendar<'_>) -> Lateness {
        Lateness {
            calendar_days: super::period::days_between(self.calendar, day).max(0),
            working_days: calendar.working_days_between(self.working, day),
        }
    }

    /// The day that holds by a rule, if the agency has settled which.
    pub fn due(&self, unit: DayUnit) -> Option<Date> {
        match unit {
            DayUnit::Both => None,
            DayUnit::Calendar => Some(self.calendar),
            DayUnit::Working => Some(self.working),
        }
    }
}

/// Days beyond a deadline.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Lateness {
    pub calendar_days: i64,
    pub working_days: i64,
}

impl Lateness {
    /// Late for certain: by the unit that holds, or by both while none is settled.
    pub fn is_late(self, unit: DayUnit) -> bool {
        match unit {
            DayUnit::Both => self.calendar_days > 0 && self.working_days > 0,
            DayUnit::Calendar => self.calendar_days > 0,
            DayUnit::Working => self.working_days > 0,
        }
    }
}

/// How the days of a deadline count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayUnit {
    /// The agency has not settled it: both are shown.
    #[default]
    #[serde(alias = "keduanya")]
    Both,
    #[serde(alias = "kalender")]
    Calendar,
    #[serde(alias = "kerja")]
    Working,
}

impl DayUnit {
    pub fn id(self) -> &'static str {
        match self {
            DayUnit::Both => "both",
            DayUnit::Calendar => "calendar",
            DayUnit::Working => "working",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    year: Vec<FileYear>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileYear {
    year: i16,
    source: String,
    national: Vec<(Date, String)>,
    joint_leave: Vec<(Date, String)>,
}

/// The lists that bina brings. The tests read the file; without it every year is one without a list.
fn built_in() -> &'static [HolidayYear] {
    static LISTS: LazyLock<Vec<HolidayYear>> = LazyLock::new(|| {
        let file: Option<File> = toml::from_str(include_str!("holidays.toml")).ok();
        let of = |kind: HolidayKind, days: Vec<(Date, String)>| {
            days.into_iter().map(move |(on, name)| Holiday { on, kind, name }).collect::<Vec<_>>()
        };
        let list = |year: FileYear| {
            let mut days = of(HolidayKind::National, year.national);
            days.extend(of(HolidayKind::JointLeave, year.joint_leave));
            HolidayYear::new(year.year, days, year.source)
        };
        file.into_iter().flat_map(|file| file.year).map(list).collect()
    });
    &LISTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_decrees_of_two_years_are_built_in() {
        let counts: Vec<(i16, usize, usize)> = built_in()
            .iter()
            .map(|list| {
                let joint = list.days.iter().filter(|day| day.kind == HolidayKind::JointLeave).count();
                (list.year, list.days.len() - joint, joint)
            })
            .collect();
        assert_eq!(counts, [(2026, 17, 8), (2027, 18, 8)]);
        assert!(built_in().iter().all(|list| list.source.starts_with("SKB ")));
    }

    #[test]
    fn a_list_replaces_the_whole_year_and_the_nearer_one_holds() {
        let mut rules = RuleSet::default();
        let on = date(2026, 7, 1);
        let named = |name: &str| Holiday { on, kind: HolidayKind::National, name: name.into() };
        rules.holiday_lists.put(ListOrigin::RuleFile, HolidayYear::new(2026, vec![named("daerah")], "Perwal".into()));
        rules.holiday_lists.put(ListOrigin::Imported, HolidayYear::new(2026, vec![named("lain")], "impor".into()));
        let calendar = Calendar::of(&rules);
        assert_eq!(calendar.day(on), DayKind::National("daerah"));
        assert_eq!(calendar.day(date(2026, 12, 25)), DayKind::Working, "the year was replaced as a whole");
        assert_eq!(calendar.day(date(2027, 12, 24)).id(), "joint_leave");
        rules.holiday_lists.set_imported([]);
        assert_eq!(rules.holiday_lists.origin(2026), Some(ListOrigin::RuleFile));
    }

    #[test]
    fn what_was_imported_goes_with_its_record_and_the_built_in_list_is_back() {
        let mut lists = HolidayLists::default();
        let imported = HolidayYear::new(2027, vec![], "impor".into());
        lists.set_imported([&imported]);
        assert_eq!((lists.origin(2027), lists.year(2027)), (Some(ListOrigin::Imported), Some(&imported)));
        lists.set_imported([]);
        assert_eq!(lists, HolidayLists::default());
    }

    #[test]
    fn single_days_of_the_agency_come_on_top() {
        let day = date(2026, 11, 27);
        let rules = RuleSet { holidays: vec![day], ..RuleSet::default() };
        assert_eq!(Calendar::of(&rules).day(day), DayKind::Own);
        assert_eq!(Calendar::of(&rules).working_days_after(date(2026, 11, 26), 1), date(2026, 11, 30));
    }

    #[test]
    fn a_year_without_a_list_is_named_and_counted_from_monday_to_friday() {
        let rules = RuleSet::default();
        let deadline = Deadline::after(date(2027, 12, 20), 14, Calendar::of(&rules));
        assert_eq!((deadline.working, deadline.without_list.as_slice()), (date(2028, 1, 10), &[2028][..]));
        assert_eq!(deadline.calendar_is, DayKind::Unset);
    }

    #[test]
    fn an_objection_is_late_only_when_no_count_saves_it() {
        let late = Lateness { calendar_days: 10, working_days: 0 };
        assert_eq!(
            [DayUnit::Both, DayUnit::Calendar, DayUnit::Working].map(|unit| late.is_late(unit)),
            [false, true, false]
        );
    }
}

//! Days in words, as people write them in a note: `kemarin`, `senin lalu`, `3 hari lalu`, `12/11`, ISO. Words of
//! both languages are always understood. Pure: knows no clock, the caller says which day is today.
//!
//! Words leave open which day they mean; a [`Bias`] decides: a note speaks of the past, a due day lies ahead.
//! Weeks begin on Monday. `minggu` alone is Sunday; `minggu lalu` and `minggu depan` are weeks, `hari minggu lalu`
//! is a Sunday again. A weekday never means today itself.

use super::months::{MONTHS, month};
use jiff::{
    Span, ToSpan,
    civil::{Date, Weekday},
};
use std::ops::Range;

/// Where an open day lies: `senin`, `12/11`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bias {
    /// The last one before today; for a date, today or before.
    Past,
    /// The one nearest to today.
    Nearest,
    /// The next one after today; for a date, today or later.
    Future,
}

/// A day in words, the nearest one where the words leave it open.
pub fn parse_day(text: &str, today: Date) -> Option<Date> {
    parse(text, today, Bias::Nearest)
}

/// A day in words that has been: `senin` is the last Monday. Words that say otherwise (`besok`) are still believed.
pub fn parse_past(text: &str, today: Date) -> Option<Date> {
    parse(text, today, Bias::Past)
}

/// A day in words that is to come: `senin` is the next Monday. Words that say otherwise (`kemarin`) are still believed.
pub fn parse_future(text: &str, today: Date) -> Option<Date> {
    parse(text, today, Bias::Future)
}

fn parse(text: &str, today: Date, bias: Bias) -> Option<Date> {
    // Longer than any day in words: no need to look at it.
    if text.len() > 200 {
        return None;
    }
    let words: Vec<String> = text.split_whitespace().map(plain).filter(|w| !w.is_empty()).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let from = words.iter().position(|w| !joins(w, bias))?;
    phrase(&words[from..], today, bias)
}

/// Finds the day of a sentence and the words that say it: only at its end or, failing that, at its start, because in
/// the middle a day belongs to the sentence (`laporan senin belum masuk`).
///
/// Stays text, too: what repeats or lasts (`setiap senin`, `dalam dua minggu`, `sejak kemarin`), a day on the wrong
/// side of today (`minta cuti besok` in a note), unless it is written with its year. Joining words go with the day
/// (`sebelum jumat`); a part of the day stays (`kemarin sore`).
///
/// Nor is a day cut out of words that mean something else: inside quotation marks, out of fractions and the numbers of
/// counters and rooms (`loket 3/4`), out of what a year or a month is the time of (`arsip tahun lalu`). Day and month
/// without a year begin no sentence unless they are marked (`tgl 1/3`, `1/3: …`).
pub fn find_day(words: &[&str], today: Date, bias: Bias) -> Option<(Range<usize>, Date)> {
    let free = |found: &(Range<usize>, Date)| !is_quoted(words, &found.0);
    at_end(words, today, bias).filter(free).or_else(|| at_start(words, today, bias).filter(free))
}

/// Whether these words stand between quotation marks, or have one.
fn is_quoted(words: &[&str], range: &Range<usize>) -> bool {
    let marks = |word: &&str| word.chars().filter(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '»')).count();
    let before: usize = words[..range.start].iter().map(marks).sum();
    before % 2 == 1 || words[range.clone()].iter().any(|word| marks(word) > 0)
}

/// Whether a sentence begins with a day.
pub fn begins_with_day(words: &[&str], today: Date) -> bool {
    at_start(words, today, Bias::Nearest).is_some()
}

/// Words that a day can have at most.
const LONGEST: usize = 6;
/// Words before a day that are looked at.
const BEFORE: usize = 4;

fn at_end(words: &[&str], today: Date, bias: Bias) -> Option<(Range<usize>, Date)> {
    let seen = words.len().saturating_sub(LONGEST + BEFORE + 1);
    let near: Vec<String> = words[seen..].iter().map(|w| plain(w)).collect();
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let mut end = near.len();
    if end > 1 && PARTS_OF_DAY.contains(&near[end - 1]) {
        end -= 1;
    }
    let first = (end.saturating_sub(LONGEST)..end).find(|i| phrase(&near[*i..end], today, bias).is_some())?;
    let date = phrase(&near[first..end], today, bias)?;
    let mut from = first;
    while from > 0 && joins_at(&near, from - 1, bias) {
        from -= 1;
    }
    let held = from > 0 && binds(near[from - 1], near[from], bias);
    let held = held || means_else(&near, first..end, from < first, date, today, bias);
    (!held && fits(&near[first..end], date, today, bias)).then_some((seen + from..seen + end, date))
}

fn at_start(words: &[&str], today: Date, bias: Bias) -> Option<(Range<usize>, Date)> {
    let near: Vec<String> = words.iter().take(LONGEST + BEFORE).map(|w| plain(w)).collect();
    let near: Vec<&str> = near.iter().map(String::as_str).collect();
    let from = near.iter().position(|w| !joins(w, bias))?;
    let end = (from + 1..=near.len().min(from + LONGEST)).rev().find(|i| phrase(&near[from..*i], today, bias).is_some())?;
    let date = phrase(&near[from..end], today, bias)?;
    // `senin dan selasa terlambat` speaks of two days.
    let listed = near.get(end).is_some_and(|next| LISTS.contains(next));
    // `senin 23 november` is no Monday of its own, even where that day is not taken.
    let dated = (end + 1..=near.len().min(end + 3)).any(|to| calendar(&near[end..to], today, Bias::Nearest).is_some());
    // `1/3 arsip selesai` is a third.
    let marked = from > 0 || end - from > 1 || words.get(end - 1).is_some_and(|word| word.ends_with([':', ',', ';']));
    let goes_on = listed || dated || (is_day_and_month(near[from]) && !marked) || is_of_a_year(&near[from..end]);
    (!goes_on && fits(&near[from..end], date, today, bias)).then_some((0..end, date))
}

/// Whether the words at the end say something else than a day, or the rest would without them.
fn means_else(words: &[&str], at: Range<usize>, joined: bool, date: Date, today: Date, bias: Bias) -> bool {
    const COUNTED: [&str; 40] = [
        "loket", "ruang", "ruangan", "kamar", "lantai", "meja", "blok", "gang", "gg", "jalan", "jl", "kelas", "golongan",
        "gol", "tahap", "bagian", "halaman", "hal", "lembar", "berkas", "kotak", "boks", "rak", "map", "antrean", "antrian",
        "shift", "versi", "edisi", "seri", "counter", "room", "floor", "window", "desk", "page", "part", "box", "version",
        "step",
    ];
    const THINGS: [&str; 24] = [
        "arsip", "laporan", "rekap", "data", "surat", "berkas", "dokumen", "anggaran", "kinerja", "hasil", "target",
        "nilai", "absen", "absensi", "presensi", "jadwal", "tagihan", "temuan", "notula", "notulen", "report", "reports",
        "archive", "results",
    ];
    let phrase = &words[at.clone()];
    let before = at.start.checked_sub(1).and_then(|i| words.get(i)).copied().unwrap_or("");
    if is_of_a_year(phrase) {
        return true;
    }
    let stretch = matches!(phrase, ["minggu" | "pekan" | "bulan", "lalu" | "kemarin"] | ["last", "week" | "month"]);
    if bias != Bias::Future && stretch && THINGS.contains(&before) {
        return true;
    }
    let [one] = phrase else { return false };
    if joined || !is_day_and_month(one) {
        return false;
    }
    // A part of something is written like a day; months ago nobody means the day.
    let (part, whole) = one.split_once('/').unwrap_or_default();
    let is_part = part.parse::<u8>().ok() < whole.parse::<u8>().ok();
    let long_ago = bias == Bias::Past && crate::domain::period::days_between(date, today) > LONG_AGO;
    // `tiga loket 12/11` counts them, `loket 12/11` is one.
    let several = at.start.checked_sub(2).and_then(|i| words.get(i)).is_some_and(|word| number(word).is_some());
    (COUNTED.contains(&before) && !several) || (is_part && long_ago)
}

/// Beyond so many days a fraction is the better reading of `3/4` in a note.
const LONG_AGO: i64 = 92;

/// A year is the time of something, never the day of a note.
fn is_of_a_year(words: &[&str]) -> bool {
    matches!(words, ["tahun", "lalu" | "kemarin" | "depan"] | ["last" | "next", "year"])
}

/// `12/11`.
fn is_day_and_month(word: &str) -> bool {
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    word.split_once('/').is_some_and(|(day, month)| digits(day) && digits(month))
}

/// On the side of today that the bias asks for, or written out so that it can only be meant.
fn fits(words: &[&str], date: Date, today: Date, bias: Bias) -> bool {
    match bias {
        Bias::Past => date <= today || words.iter().any(|w| has_year(w)),
        Bias::Nearest => true,
        Bias::Future => date >= today,
    }
}

fn has_year(word: &str) -> bool {
    word.split(['-', '/', '.']).any(|part| part.len() == 4 && part.bytes().all(|b| b.is_ascii_digit()))
}

const PARTS_OF_DAY: [&str; 9] = ["pagi", "siang", "sore", "malam", "petang", "morning", "noon", "afternoon", "evening"];
const LISTS: [&str; 12] = ["dan", "atau", "and", "or", "&", "s.d", "s/d", "sd", "-", "–", "serta", "to"];

/// A word before a day that belongs to it and not to the sentence.
fn joins(word: &str, bias: Bias) -> bool {
    match word {
        "pada" | "on" | "tanggal" | "tgl" => true,
        "sebelum" | "sampai" | "hingga" | "untuk" | "before" | "by" | "until" | "till" | "for" | "due" | "selambatnya"
        | "selambat-lambatnya" => bias == Bias::Future,
        _ => false,
    }
}

fn joins_at(words: &[&str], i: usize, bias: Bias) -> bool {
    let before = |n: usize| i.checked_sub(n).and_then(|i| words.get(i)).copied().unwrap_or("");
    let after = words.get(i + 1).copied().unwrap_or("");
    match words[i] {
        "lambat" | "telat" | "lama" => bias == Bias::Future && before(1) == "paling",
        "paling" => bias == Bias::Future && matches!(after, "lambat" | "telat" | "lama"),
        word => joins(word, bias),
    }
}

/// A word before a day (which begins with `day`) that keeps it in the sentence: what repeats, lasts, counts or lists.
fn binds(word: &str, day: &str, bias: Bias) -> bool {
    const ALWAYS: [&str; 22] = [
        "setiap", "tiap", "saban", "per", "every", "each", "beberapa", "several", "akhir", "awal", "tengah", "sejak",
        "since", "mulai", "dari", "from", "antara", "between", "setelah", "sesudah", "after", "selama",
    ];
    const NOTES: [&str; 13] = [
        "sampai",
        "hingga",
        "sebelum",
        "untuk",
        "until",
        "till",
        "before",
        "by",
        "for",
        "menjelang",
        "jelang",
        "dalam",
        "in",
    ];
    const NUMBERED: [&str; 12] =
        ["nomor", "no", "pasal", "ayat", "rt", "rw", "nilai", "skor", "score", "number", "rt/rw", "bab"];
    let counts = number(word).is_some() && span(1, day).is_some();
    let numbers = NUMBERED.contains(&word) && day.contains('/');
    counts || numbers || ALWAYS.contains(&word) || LISTS.contains(&word) || (bias != Bias::Future && NOTES.contains(&word))
}

/// Folded, without the marks around it.
fn plain(word: &str) -> String {
    let folded = super::clean::fold(word);
    let bare = folded.trim_matches([',', '.', ';', ':', '(', ')', '!', '?', '"', '[', ']']);
    bare.to_owned()
}

/// What exactly these words say.
fn phrase(words: &[&str], today: Date, bias: Bias) -> Option<Date> {
    near_today(words, today)
        .or_else(|| counted(words, today, bias))
        .or_else(|| week_or_month(words, today, bias))
        .or_else(|| weekday_phrase(words, today, bias))
        .or_else(|| calendar(words, today, bias))
}

fn near_today(words: &[&str], today: Date) -> Option<Date> {
    let days = match words {
        ["hari", "ini"] | ["today"] => 0,
        ["kemarin"] | ["yesterday"] => -1,
        ["kemarin", "dulu" | "dahulu" | "lusa"]
        | ["lusa", "kemarin"]
        | ["the", "day", "before", "yesterday"]
        | ["day", "before", "yesterday"] => -2,
        ["besok"] | ["esok"] | ["tomorrow"] => 1,
        ["lusa"] | ["the", "day", "after", "tomorrow"] | ["day", "after", "tomorrow"] => 2,
        _ => return None,
    };
    shift(today, days.days())
}

/// `3 hari lalu`, `seminggu yang lalu`, `2 minggu lagi`, `in 2 weeks`. `dalam dua hari` in a note is how long
/// something took, not when it was.
fn counted(words: &[&str], today: Date, bias: Bias) -> Option<Date> {
    let ahead = bias != Bias::Past;
    let (sign, n, unit) = match words {
        [one, "lalu"] | [one, "yang", "lalu"] => (-1, 1, one.strip_prefix("se")?),
        [one, "lagi"] | [one, "ke", "depan"] | ["dalam", one] if one.starts_with("se") && (ahead || words[0] != "dalam") => {
            (1, 1, one.strip_prefix("se")?)
        }
        [n, unit, "lalu" | "ago"] | [n, unit, "yang", "lalu"] => (-1, number(n)?, *unit),
        [n, unit, "lagi"] | [n, unit, "ke", "depan"] | [n, unit, "from", "now" | "today"] => (1, number(n)?, *unit),
        ["in" | "dalam", n, unit] if ahead => (1, number(n)?, *unit),
        _ => return None,
    };
    shift(today, span(sign * n, unit)?)
}

fn week_or_month(words: &[&str], today: Date, bias: Bias) -> Option<Date> {
    let month = |months: i64| shift(today.first_of_month(), months.months());
    match words {
        ["minggu" | "pekan" | "bulan" | "tahun", "lalu" | "kemarin"] => shift(today, span(-1, words[0])?),
        ["minggu" | "pekan" | "bulan" | "tahun", "depan"] => shift(today, span(1, words[0])?),
        ["last", unit @ ("week" | "month" | "year")] => shift(today, span(-1, unit)?),
        ["next", unit @ ("week" | "month" | "year")] => shift(today, span(1, unit)?),
        // As a due day: the end of the working week.
        ["minggu" | "pekan", "ini"] | ["this", "week"] | ["end", "of", "week"] | ["end", "of", "the" | "this", "week"]
            if bias == Bias::Future =>
        {
            Some(in_week(today, 0, Weekday::Friday)?.max(today))
        }
        ["akhir", "bulan"] | ["end", "of", "month"] | ["end", "of", "the", "month"] => {
            let last = today.last_of_month();
            if bias == Bias::Past && last > today { Some(month(-1)?.last_of_month()) } else { Some(last) }
        }
        ["akhir", "bulan", "ini"] | ["end", "of", "this", "month"] => Some(today.last_of_month()),
        ["akhir", "bulan", "lalu" | "kemarin"] | ["end", "of", "last", "month"] => Some(month(-1)?.last_of_month()),
        ["akhir", "bulan", "depan"] | ["end", "of", "next", "month"] => Some(month(1)?.last_of_month()),
        ["awal", "bulan", "depan"] | ["start" | "beginning", "of", "next", "month"] => month(1),
        ["akhir", "tahun"] | ["akhir", "tahun", "ini"] | ["end", "of", "year"] | ["end", "of", "the" | "this", "year"]
            if bias != Bias::Past =>
        {
            Some(today.last_of_year())
        }
        _ => None,
    }
}

fn weekday_phrase(words: &[&str], today: Date, bias: Bias) -> Option<Date> {
    let (day, rest) = match words {
        ["hari", day, rest @ ..] => (weekday(day)?, rest),
        ["last" | "past", day] => (weekday(day)?, &["lalu"][..]),
        ["next" | "coming", day] => (weekday(day)?, &["depan"][..]),
        ["this", day] => (weekday(day)?, &["ini"][..]),
        [day, rest @ ..] => (weekday(day)?, rest),
        [] => return None,
    };
    let before = || (1..=7).filter_map(|n| shift(today, (-n).days())).find(|d| d.weekday() == day);
    let after = || (1..=7).filter_map(|n| shift(today, n.days())).find(|d| d.weekday() == day);
    match rest {
        [] => match bias {
            Bias::Past => before(),
            Bias::Future => after(),
            Bias::Nearest => (-3..=3).filter_map(|n: i64| shift(today, n.days())).find(|d| d.weekday() == day),
        },
        ["lalu" | "kemarin"] | ["yang", "lalu"] => before(),
        ["depan" | "besok" | "nanti"] => after(),
        ["ini"] | ["minggu" | "pekan", "ini"] | ["this", "week"] => in_week(today, 0, day),
        ["minggu" | "pekan", "lalu" | "kemarin"] | ["minggu" | "pekan", "yang", "lalu"] | ["last", "week"] => {
            in_week(today, -1, day)
        }
        ["minggu" | "pekan", "depan"] | ["next", "week"] => in_week(today, 1, day),
        _ => None,
    }
}

/// `12/11`, `12-11-2026`, `12 nov`, `november 12`, ISO; with or without the weekday that papers put before it.
fn calendar(words: &[&str], today: Date, bias: Bias) -> Option<Date> {
    let date = match words {
        [one] => numeric(one, today, bias),
        [day, name] if month(name).is_some() => nearest(day_number(day)?, month(name)?, today, bias),
        [name, day] if MONTHS.iter().any(|m| m[1] == *name) => nearest(day_number(day)?, month(name)?, today, bias),
        [day, name, y] if month(name).is_some() => exact(year(y)?, month(name)?, day_number(day)?),
        [name, day, y] if MONTHS.iter().any(|m| m[1] == *name) => exact(year(y)?, month(name)?, day_number(day)?),
        _ => None,
    };
    date.or_else(|| match words {
        ["hari", day, "tanggal" | "tgl", rest @ ..] | [day, "tanggal" | "tgl", rest @ ..] if weekday(day).is_some() => {
            calendar(rest, today, bias)
        }
        ["hari", day, rest @ ..] | [day, rest @ ..] if !rest.is_empty() && (weekday(day).is_some() || short(day)) => {
            calendar(rest, today, bias)
        }
        _ => None,
    })
}

fn numeric(word: &str, today: Date, bias: Bias) -> Option<Date> {
    let separator = ['-', '/', '.'].into_iter().find(|c| word.contains(*c))?;
    let parts: Vec<&str> = word.split(separator).collect();
    if !parts.iter().all(|p| (1..=4).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit())) {
        return None;
    }
    let small = |text: &str| if text.len() <= 2 { text.parse::<i8>().ok() } else { None };
    match parts.as_slice() {
        [y, m, d] if y.len() == 4 && separator != '.' => exact(year(y)?, small(m)?, small(d)?),
        [d, m, y] => exact(year(y)?, small(m)?, small(d)?),
        // `10-12` is more often a span, `10.30` an hour.
        [d, m] if separator == '/' => nearest(small(d)?, small(m)?, today, bias),
        _ => None,
    }
}

/// A day and month in the year that the bias asks for.
fn nearest(day: i8, month: i8, today: Date, bias: Bias) -> Option<Date> {
    // Further back, a day without its year more likely lies ahead and was meant otherwise.
    const LONGEST_AGO: i64 = 300;
    // 29 February may be up to eight years away.
    let years = |back: i16, ahead: i16| (-back..=ahead).filter_map(move |n| exact(today.year().checked_add(n)?, month, day));
    match bias {
        Bias::Past => {
            years(1, 0).rfind(|d| *d <= today).filter(|d| crate::domain::period::days_between(*d, today) <= LONGEST_AGO)
        }
        Bias::Future => years(0, 8).find(|d| *d >= today),
        // What is equally near on both sides is nobody's guess.
        Bias::Nearest => {
            let away = |d: &Date| crate::domain::period::days_between(today, *d).abs();
            let near = years(8, 8).min_by_key(away)?;
            (years(8, 8).filter(|d| away(d) == away(&near)).count() == 1).then_some(near)
        }
    }
}

/// Years of which records can be.
fn exact(year: i16, month: i8, day: i8) -> Option<Date> {
    (1950..=2150).contains(&year).then(|| Date::new(year, month, day).ok())?
}

fn year(word: &str) -> Option<i16> {
    let n: i16 = word.parse().ok()?;
    match word.len() {
        2 => Some(2000 + n),
        4 => Some(n),
        _ => None,
    }
}

fn day_number(word: &str) -> Option<i8> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end)).unwrap_or(word);
    if digits.len() > 2 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok()
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word {
        "senin" | "monday" => Weekday::Monday,
        "selasa" | "tuesday" => Weekday::Tuesday,
        "rabu" | "wednesday" => Weekday::Wednesday,
        "kamis" | "thursday" => Weekday::Thursday,
        "jumat" | "jum'at" | "jumaat" | "friday" => Weekday::Friday,
        "sabtu" | "saturday" => Weekday::Saturday,
        "minggu" | "ahad" | "sunday" => Weekday::Sunday,
        _ => return None,
    })
}

/// A shortened weekday; means something only before a date, alone it is too often another word (`rab`, `sel`).
fn short(word: &str) -> bool {
    const SHORT: [&str; 14] =
        ["sen", "sel", "rab", "kam", "jum", "sab", "min", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    SHORT.contains(&word)
}

fn number(word: &str) -> Option<i64> {
    const WORDS: [[&str; 2]; 12] = [
        ["satu", "one"],
        ["dua", "two"],
        ["tiga", "three"],
        ["empat", "four"],
        ["lima", "five"],
        ["enam", "six"],
        ["tujuh", "seven"],
        ["delapan", "eight"],
        ["sembilan", "nine"],
        ["sepuluh", "ten"],
        ["sebelas", "eleven"],
        ["duabelas", "twelve"],
    ];
    if word == "a" || word == "an" {
        return Some(1);
    }
    if (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit()) {
        return word.parse().ok();
    }
    WORDS.iter().position(|names| names.contains(&word)).and_then(|i| i64::try_from(i + 1).ok())
}

fn span(n: i64, unit: &str) -> Option<Span> {
    match unit {
        "hari" | "day" | "days" => Some(n.days()),
        "minggu" | "pekan" | "week" | "weeks" => Some(n.weeks()),
        "bulan" | "month" | "months" => Some(n.months()),
        "tahun" | "year" | "years" => Some(n.years()),
        _ => None,
    }
}

fn shift(day: Date, span: Span) -> Option<Date> {
    let moved = day.checked_add(span).ok()?;
    (1950..=2150).contains(&moved.year()).then_some(moved)
}

/// A weekday of the week that lies so many weeks from this one.
fn in_week(today: Date, weeks: i64, day: Weekday) -> Option<Date> {
    let monday = shift(today, (-i64::from(today.weekday().to_monday_zero_offset())).days())?;
    shift(monday, (weeks * 7 + i64::from(day.to_monday_zero_offset())).days())
}

#[cfg(test)]
mod tests;

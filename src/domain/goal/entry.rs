//! The line in which a value is typed: `84 boks 61-84 selesai @BA-12/2026 kemarin`.
//!
//! ```text
//! value  note  @evidence  day
//! 84           the total so far, or the level
//! +24          so much more than the last value
//! ya, belum    yes/no; 2 for two steps done
//! ```
//!
//! A word with `://` is evidence as well. The day stands at the end and is one that has been; without one it is today.

use super::Measure;
use crate::domain::language::{clean, dates};
use crate::domain::{DecimalSign, Number, Refusal};
use jiff::civil::Date;

/// What was understood.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    pub value: Option<Number>,
    pub note: String,
    pub evidence: String,
    pub on: Option<Date>,
}

/// What a line is read against.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    pub measure: &'a Measure,
    pub unit: &'a str,
    /// The value that holds: what `+24` adds to.
    pub last: Option<Number>,
    pub sign: DecimalSign,
    pub today: Date,
}

const YES: &[&str] = &["ya", "y", "sudah", "selesai", "yes", "done", "1"];
const NO: &[&str] = &["tidak", "belum", "t", "no", "n", "0"];

/// The day at the end of a line, for whoever has to know it before the measure is known.
pub fn day_at_end(line: &str, today: Date) -> Option<Date> {
    let line = clean::clean_line(line);
    let words: Vec<&str> = line.split(' ').filter(|w| !w.is_empty()).skip(1).collect();
    let (at, day) = dates::find_day(&words, today, dates::Bias::Past)?;
    (at.end == words.len()).then_some(day)
}

/// Whether a character can be the first of a value: where values are typed without opening a line first.
pub fn begins(c: char, measure: &Measure) -> bool {
    match measure {
        Measure::YesNo => YES.iter().chain(NO).any(|word| word.starts_with(c)),
        Measure::Described => false,
        _ => c.is_ascii_digit() || matches!(c, '+' | '-'),
    }
}

/// Reads a line. Where a figure is asked for, the first word has to be one.
pub fn read(line: &str, context: Context<'_>) -> Result<Entry, Refusal> {
    let line = clean::clean_line(line);
    let words: Vec<&str> = line.split(' ').filter(|w| !w.is_empty()).collect();
    let (value, rest) = match (context.measure, words.split_first()) {
        (Measure::Described, None) => return Err(Refusal::EmptyText),
        (Measure::Described, Some(_)) => (None, &words[..]),
        (_, None) => return Err(Refusal::ValueMissing),
        (_, Some((first, rest))) => (Some(value(first, context)?), rest),
    };
    if let Some(value) = value {
        context.measure.check_value(value)?;
    }
    let found = dates::find_day(rest, context.today, dates::Bias::Past).filter(|(at, _)| at.end == rest.len());
    let (rest, on) = match found {
        Some((at, day)) => (&rest[..at.start], Some(day)),
        None => (rest, None),
    };
    if on.is_some_and(|on| on > context.today) {
        return Err(Refusal::DateInFuture);
    }
    let is_evidence = |word: &&str| word.contains("://") || (word.starts_with('@') && word.len() > 1);
    let (evidence, note): (Vec<&str>, Vec<&str>) = rest.iter().copied().partition(is_evidence);
    let evidence: Vec<&str> = evidence.into_iter().map(|word| word.strip_prefix('@').unwrap_or(word)).collect();
    let note = note.join(" ");
    // Said again behind the figure, the unit says nothing new.
    let note = if clean::fold(&note) == clean::fold(context.unit) { String::new() } else { note };
    Ok(Entry { value, note, evidence: evidence.join(" "), on })
}

fn value(word: &str, context: Context<'_>) -> Result<Number, Refusal> {
    let folded = clean::fold(word);
    if *context.measure == Measure::YesNo {
        return match folded.as_str() {
            yes if YES.contains(&yes) => Ok(Number::ONE),
            no if NO.contains(&no) => Ok(Number::ZERO),
            _ => Err(Refusal::ValueNotYesNo),
        };
    }
    let bare = word.trim_end_matches('%');
    let number = Number::read(bare, context.sign).map_err(|_| Refusal::ValueMissing)?;
    Ok(if bare.starts_with('+') { context.last.unwrap_or(Number::ZERO).plus(number) } else { number })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn entry(line: &str, measure: &Measure) -> Result<Entry, Refusal> {
        let (last, today) = (Some(Number::from(60)), date(2026, 11, 21));
        read(line, Context { measure, unit: "boks", last, sign: DecimalSign::Comma, today })
    }
    fn boxes() -> Measure {
        Measure::Higher { baseline: None, target: Number::from(120) }
    }

    #[test]
    fn a_line_has_value_note_evidence_and_day() {
        let read = entry("84 boks 61-84 selesai @BA-12/2026 https://arsip.go.id/84 kemarin", &boxes()).unwrap();
        assert_eq!(read.value, Some(Number::from(84)));
        assert_eq!(read.note, "boks 61-84 selesai");
        assert_eq!(read.evidence, "BA-12/2026 https://arsip.go.id/84");
        assert_eq!(read.on, Some(date(2026, 11, 20)));
        assert_eq!(entry("1.250,5", &boxes()).unwrap().value.unwrap().to_string(), "1250.5");
        assert_eq!(entry("84 boks", &boxes()).unwrap(), Entry { value: Some(Number::from(84)), ..Entry::default() });
    }

    #[test]
    fn a_plus_adds_to_the_last_value() {
        assert_eq!(entry("+24 tambahan", &boxes()).unwrap().value, Some(Number::from(84)));
        let measure = boxes();
        let none = Context { measure: &measure, unit: "", last: None, sign: DecimalSign::Comma, today: date(2026, 1, 1) };
        assert_eq!(read("+24", none).unwrap().value, Some(Number::from(24)));
    }

    #[test]
    fn yes_and_steps_are_asked_for_what_they_are() {
        assert_eq!(entry("sudah terbit @SK-4", &Measure::YesNo).unwrap().value, Some(Number::ONE));
        assert_eq!(entry("belum", &Measure::YesNo).unwrap().value, Some(Number::ZERO));
        assert_eq!(entry("2", &Measure::YesNo), Err(Refusal::ValueNotYesNo));
        let steps = Measure::Milestones { steps: vec!["rencana".into(), "uji coba".into()] };
        assert_eq!(entry("2", &steps).unwrap().value, Some(Number::from(2)));
        assert_eq!(entry("3", &steps), Err(Refusal::ValueNoStep(2)));
        assert_eq!(entry("1,5", &steps), Err(Refusal::ValueNoStep(2)));
    }

    #[test]
    fn a_value_begins_with_a_figure_or_with_yes_or_no() {
        let begin = |measure: &Measure| -> String { ('!'..='z').filter(|c| begins(*c, measure)).collect() };
        assert_eq!(begin(&boxes()), "+-0123456789");
        assert_eq!(begin(&Measure::YesNo), "01bdnsty");
        assert_eq!(begin(&Measure::Described), "");
    }

    #[test]
    fn what_is_described_needs_words_and_what_is_measured_a_figure() {
        let described = entry("SOP dipakai tiga loket 12/11", &Measure::Described).unwrap();
        assert_eq!((described.value, described.on), (None, Some(date(2026, 11, 12))));
        assert_eq!(entry("", &Measure::Described), Err(Refusal::EmptyText));
        assert_eq!(entry("", &boxes()), Err(Refusal::ValueMissing));
        assert_eq!(entry("banyak", &boxes()), Err(Refusal::ValueMissing));
        assert_eq!(entry("84 besok", &boxes()).unwrap().note, "besok", "a day to come is no day of a value");
    }
}

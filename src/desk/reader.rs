//! Long text to read, over whatever screen it belongs to: a text, the story of a record, or both, one below the other.

use super::Desk;
use super::copying::Copied;
use super::editor::wrap;
use super::effect::Effect;
use super::trace::Trace;
use crate::domain::records::log::{LogEntry, end_of_day};
use crate::domain::{PersonId, RecordId};
use crate::i18n::Text;
use crate::reports::Tone;
use crate::reports::brief::BriefLine;
use crate::reports::log::story::{self, Past, Subject};

#[derive(Clone, Debug, PartialEq)]
pub struct Reader {
    pub title: Text,
    pub body: String,
    /// What the copy key takes, if the employee may see it.
    pub copy: Option<Copied>,
    pub top: usize,
    /// Whose story stands below the text, and what it says.
    pub record: Option<(PersonId, RecordId)>,
    pub story: Vec<BriefLine>,
}

/// A line as it is shown: a label at the left, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'r> {
    pub label: &'r str,
    pub text: &'r str,
    pub tone: Tone,
    /// Where the text begins.
    pub at: usize,
}

/// Columns of the labels.
const LABEL: usize = 16;
/// In fewer columns labels stand above what they name.
const BESIDE: usize = 50;

impl Reader {
    pub fn new(title: Text, lines: &[String]) -> Self {
        Reader { title, body: lines.join("\n"), copy: None, top: 0, record: None, story: vec![] }
    }

    /// The story of a record alone, or below a text.
    pub fn of(title: Text, record: (PersonId, RecordId), body: String, copy: Option<Copied>) -> Self {
        Reader { title, body, copy, top: 0, record: Some(record), story: vec![] }
    }

    /// Columns of the text on a terminal so wide.
    pub fn width(columns: u16) -> usize {
        usize::from(columns.saturating_sub(2).min(82))
    }

    /// The text as it is wrapped.
    pub fn lines(&self, width: usize) -> Vec<Shown<'_>> {
        let plain = |text| Shown { label: "", text, tone: Tone::Plain, at: 0 };
        let mut out: Vec<Shown<'_>> = self.body.lines().flat_map(|line| wrapped(line, width)).map(plain).collect();
        if !self.body.is_empty() && !self.story.is_empty() {
            out.push(plain(""));
        }
        let beside = width >= BESIDE;
        for BriefLine { label, text, tone } in &self.story {
            let at = if beside && !label.is_empty() { LABEL } else { 0 };
            let mut label = label.as_str();
            if !beside && !label.is_empty() {
                out.push(Shown { label: std::mem::take(&mut label), text: "", tone: *tone, at: 0 });
            }
            let lines = text.lines().flat_map(|line| wrapped(line, width.saturating_sub(at).max(8)));
            let before = out.len();
            out.extend(lines.map(|text| Shown { label: std::mem::take(&mut label), text, tone: *tone, at }));
            if out.len() == before {
                out.push(Shown { label, text: "", tone: *tone, at });
            }
        }
        out
    }

    /// What the record says now; asks for what was done to it as long as something older may be found.
    pub(crate) fn follow_record(&mut self, desk: &mut Desk) {
        let Some(of) = self.record else { return };
        if !desk.trace.is_about(of) {
            desk.trace = Trace::about(of);
        }
        if let Some((person, before)) = desk.trace.read_on() {
            desk.effects.push(Effect::LoadLog { about: Some(person), before });
        }
        let mut entries = desk.trace.entries();
        if let Some(day) = desk.as_of() {
            let until = end_of_day(day, &desk.office.zone);
            entries.retain(|entry: &LogEntry| entry.change.at <= until);
        }
        let office = desk.shown();
        let Some(dossier) = office.dossier(of.0) else { return };
        let (roster, zone, rules) = (&desk.office.roster, &desk.office.zone, &desk.office.rules);
        let subject = Subject { dossier, record: of.1, roster, zone, rules };
        let past = Past { entries: &entries, is_whole: desk.trace.is_whole() };
        self.story = story::story(&desk.words, &subject, &past);
    }
}

fn wrapped(line: &str, width: usize) -> impl Iterator<Item = &str> {
    wrap(line, width).into_iter().map(move |range| str::trim_end(&line[range]))
}

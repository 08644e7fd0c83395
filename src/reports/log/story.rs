//! One record: what it says, who wrote it when, where it came from and on which sheet it stands, and everything that was
//! done to it. For the supervisor: private text is in it, and marked as such.

use super::facts::{Fact, facts};
use super::{by, kind_word, record_word, title};
use crate::domain::competency::Evidence;
use crate::domain::goal::check_in;
use crate::domain::language::clean::clean_line;
use crate::domain::records::log::LogEntry;
use crate::domain::sessions::paper::sheets_with;
use crate::domain::{
    Actor, AgendaState, Change, Dossier, Op, Rating, Record, RecordId, Roster, RuleSet, Session, SessionId,
};
use crate::i18n::{Arg, Words};
use crate::reports::brief::BriefLine;
use crate::reports::{Tone, competencies, goals, objections};
use jiff::{Timestamp, tz::TimeZone};

/// A record with what surrounds it.
pub struct Subject<'a> {
    pub dossier: &'a Dossier,
    pub record: RecordId,
    pub roster: &'a Roster,
    pub zone: &'a TimeZone,
    pub rules: &'a RuleSet,
}

/// What is known of what was done to it, the oldest first; whether older entries are still being looked for.
pub struct Past<'a> {
    pub entries: &'a [LogEntry],
    pub is_whole: bool,
}

/// `Nilai sasaran`: what kind of thing it is.
pub fn kind(words: &Words, record: &Record) -> String {
    words.say(record_word(record))
}

/// Which one of its kind it is, on one line: a value with its indicator, a level with its competency.
pub fn named(words: &Words, record: &Record, dossier: Option<&Dossier>, roster: &Roster) -> String {
    let with = |name: String, value: String| if value.is_empty() { name } else { format!("{name}: {value}") };
    let text = match record {
        Record::CheckIn(value) => {
            let result = dossier.and_then(|dossier| dossier.result(value.result));
            match result.and_then(|result| result.indicator(value.indicator)) {
                Some(indicator) => {
                    let said = value.value.map(|number| goals::value_text(words, indicator, number));
                    with(indicator.title.clone(), said.unwrap_or_else(|| value.note.get().clone()))
                }
                None => title(words, record),
            }
        }
        Record::Rating(rating) => {
            let name = competencies::name(words, &roster.catalogue, &rating.competency);
            with(name, competencies::value_text(words, rating.value))
        }
        Record::BehaviourRating(rating) => {
            let name = words.wording(&rating.value.words().name).to_owned();
            with(name, competencies::behaviour_word(words, rating.rating))
        }
        Record::LeaderExpectation(expectation) => {
            with(words.wording(&expectation.value.words().name).to_owned(), expectation.text.get().clone())
        }
        Record::Person(person) => person.name.full(),
        Record::Withdrawal(withdrawal) => {
            let of = dossier.and_then(|dossier| dossier.record(withdrawal.record));
            of.map_or_else(|| title(words, record), |of| named(words, &of, dossier, roster))
        }
        _ => title(words, record),
    };
    clean_line(&text)
}

/// What a change was about, in a word: its first record that is more than a trace.
pub fn subject(words: &Words, change: &Change, dossier: Option<&Dossier>, roster: &Roster) -> Option<String> {
    let record = change.ops.first()?.record();
    Some(named(words, record, dossier, roster)).filter(|text| !text.is_empty())
}

/// All of it; nothing if there is no such record.
pub fn story(words: &Words, subject: &Subject<'_>, past: &Past<'_>) -> Vec<BriefLine> {
    let Some(record) = subject.dossier.record(subject.record) else { return vec![] };
    let mut story = Story { words, subject, lines: vec![] };
    story.head(&record);
    story.withdrawn();
    for fact in facts(words, &record, subject.roster) {
        story.put(fact.label, fact.value, Tone::Plain);
    }
    story.around(&record);
    story.evidence(&record);
    story.sheets();
    story.past(past);
    story.lines
}

struct Story<'a> {
    words: &'a Words,
    subject: &'a Subject<'a>,
    lines: Vec<BriefLine>,
}

impl Story<'_> {
    fn put(&mut self, label: &'static str, text: impl Into<String>, tone: Tone) {
        let label = self.words.say(label);
        self.lines.push(BriefLine { label, text: text.into(), tone });
    }
    fn line(&mut self, text: impl Into<String>, tone: Tone) {
        self.lines.push(BriefLine { label: String::new(), text: text.into(), tone });
    }
    fn heading(&mut self, text: String) {
        self.lines.push(BriefLine::default());
        self.line(text, Tone::Title);
    }

    fn head(&mut self, record: &Record) {
        let name = named(self.words, record, Some(self.subject.dossier), self.subject.roster);
        let kind = kind(self.words, record);
        self.line(if name.is_empty() { kind } else { format!("{kind}: {name}") }, Tone::Title);
        self.lines.push(BriefLine::default());
    }

    fn withdrawn(&mut self) {
        let Some(withdrawal) = self.subject.dossier.withdrawal_of(self.subject.record) else { return };
        let when = self.when(withdrawal.written);
        let said = format!("{when} · {}", by(self.words, &withdrawal.by));
        self.put("story-withdrawn", said, Tone::Attention);
        self.put("story-withdrawn-why", withdrawal.reason.for_supervisor().clone(), Tone::Attention);
    }

    /// Who wrote it when, in which talk, and what stood before it.
    fn around(&mut self, record: &Record) {
        if let Some((actor, written)) = record.written() {
            let said = self.written(actor, written);
            self.put("story-written", said, Tone::Plain);
        }
        if let Some(session) = talk(record).and_then(|id| self.subject.dossier.session(id)) {
            let kind = self.words.say(&format!("session-kind-{}", session.kind.id()));
            let said = format!("{kind} · {}", self.words.short_day(session.on));
            self.put("story-origin", said, Tone::Plain);
        }
        if let Record::CheckIn(value) = record {
            let result = self.subject.dossier.result(value.result);
            if let Some((result, indicator)) = result.and_then(|result| Some((result, result.indicator(value.indicator)?))) {
                self.put("log-record-result", result.title.clone(), Tone::Plain);
                let measure = goals::measure_line(self.words, indicator);
                self.put("log-field-indicator", format!("{}: {measure}", indicator.title), Tone::Plain);
            }
        }
        if let Record::Objection(objection) = record {
            let clock = objections::clock(self.words, objection, self.subject.rules);
            clock.into_iter().for_each(|said| self.put("story-clock", said, Tone::Plain));
            let tone = if objection.is_open() { Tone::Alarm } else { Tone::Plain };
            self.put("field-goal-status", objections::next_move(self.words, objection.state()), tone);
        }
        if let Some(said) = before(self.words, self.subject.dossier, record) {
            self.put("story-before", said, Tone::Plain);
        }
    }

    /// The records that a rating stands on, each in its own words.
    fn evidence(&mut self, record: &Record) {
        let Record::Rating(rating) = record else { return };
        let pieces: Vec<RecordId> = rating
            .evidence
            .iter()
            .filter_map(|piece| if let Evidence::Record(id) = piece { Some(*id) } else { None })
            .collect();
        if pieces.is_empty() {
            return;
        }
        self.heading(self.words.with("story-evidence", &[("count", pieces.len().into())]));
        for id in pieces {
            let Some(record) = self.subject.dossier.record(id) else { continue };
            let day = record.on().map(|day| self.words.short_day(day)).unwrap_or_default();
            let name = named(self.words, &record, Some(self.subject.dossier), self.subject.roster);
            self.line(format!("{day} {name}"), Tone::Plain);
        }
    }

    fn sheets(&mut self) {
        let sheets: Vec<&Session> = sheets_with(self.subject.dossier, self.subject.record);
        for session in sheets {
            let answer = session.acknowledgement.as_ref().map(|answer| self.words.say(&format!("answer-{}", answer.id())));
            let code = session.receipt().map(str::to_owned);
            let parts = [Some(self.words.short_day(session.on)), code, answer];
            self.put("story-sheet", parts.into_iter().flatten().collect::<Vec<_>>().join(" · "), Tone::Plain);
        }
    }

    fn past(&mut self, past: &Past<'_>) {
        self.heading(self.words.with("story-past", &[("count", past.entries.len().into())]));
        if !past.is_whole {
            self.line(self.words.say("story-reading"), Tone::Dim);
        }
        for entry in past.entries {
            let change = &entry.change;
            let who = by(self.words, &change.by);
            let head = format!("{} · {} · {who}", self.when(change.at), kind_word(self.words, change));
            self.line(head, Tone::Plain);
            for op in &change.ops {
                self.differences(op);
            }
        }
    }

    /// What stood before, where something else stands since.
    fn differences(&mut self, op: &Op) {
        let (Some(before), Some(after)) = (op.before(), op.after()) else { return };
        let (old, new) = (facts(self.words, before, self.subject.roster), facts(self.words, after, self.subject.roster));
        let find = |list: &[Fact], at: (&str, usize)| {
            list.iter().find(|fact| (fact.label, fact.nth) == at).map(|fact| fact.value.clone())
        };
        let mut labels: Vec<(&'static str, usize)> = Vec::new();
        for fact in old.iter().chain(&new) {
            if !labels.contains(&(fact.label, fact.nth)) {
                labels.push((fact.label, fact.nth));
            }
        }
        for at in labels {
            let (was, is) = (find(&old, at), find(&new, at));
            if was != is {
                let nothing = || self.words.say("log-nothing");
                let args = [
                    ("label", Arg::from(self.words.say(at.0))),
                    ("before", clean_line(&was.unwrap_or_else(nothing)).into()),
                    ("after", clean_line(&is.unwrap_or_else(nothing)).into()),
                ];
                let said = self.words.with("story-difference", &args);
                self.line(format!("  {said}"), Tone::Dim);
            }
        }
    }

    /// `Jumat, 20 November 2026, 08.31 · Siti`.
    fn written(&self, actor: &Actor, at: Timestamp) -> String {
        let day = at.to_zoned(self.subject.zone.clone());
        let (weekday, date) = (self.words.long_weekday(day.weekday()), self.words.long_day(day.date()));
        format!("{weekday}, {date}, {} · {}", self.words.clock(at, self.subject.zone), by(self.words, actor))
    }

    fn when(&self, at: Timestamp) -> String {
        let day = at.to_zoned(self.subject.zone.clone()).date();
        format!("{}, {}", self.words.short_day(day), self.words.clock(at, self.subject.zone))
    }
}

/// The value or level of the same thing that held until this one.
pub fn before(words: &Words, dossier: &Dossier, record: &Record) -> Option<String> {
    match record {
        Record::CheckIn(value) => {
            let indicator = dossier.result(value.result)?.indicator(value.indicator)?;
            let all = check_in::of_indicator(&dossier.check_ins, value.indicator);
            let earlier =
                |other: &&&crate::domain::CheckIn| (other.on, other.written, other.id) < (value.on, value.written, value.id);
            let last = all.iter().rev().find(earlier)?;
            Some(goals::check_in_line(words, indicator, last))
        }
        Record::Rating(rating) => {
            let same = |other: &&Rating| {
                other.competency == rating.competency && other.rater == rating.rater && other.moment() < rating.moment()
            };
            let last = dossier.ratings.iter().filter(same).max_by_key(|other| other.moment())?;
            Some(format!("{} · {}", competencies::value_text(words, last.value), words.short_day(last.on)))
        }
        Record::BehaviourRating(rating) => {
            let same = |other: &&crate::domain::BehaviourRating| {
                other.value == rating.value && other.moment() < rating.moment() && other.id != rating.id
            };
            let last = dossier.behaviours.iter().filter(same).max_by_key(|other| (other.period.last(), other.moment()))?;
            let period = words.evaluation_period(last.period);
            Some(format!("{} · {period}", competencies::behaviour_word(words, last.rating)))
        }
        _ => None,
    }
}

/// The talk that it belongs to.
fn talk(record: &Record) -> Option<SessionId> {
    match record {
        Record::Feedback(note) => note.talk(),
        Record::Action(action) => action.session,
        Record::CheckIn(value) => value.session,
        Record::Rating(rating) => rating.session,
        Record::Agenda(line) => match line.state {
            AgendaState::Discussed { session, .. } => Some(session),
            AgendaState::Open | AgendaState::Dropped { .. } => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests;

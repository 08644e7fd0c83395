//! Lives through somebody's course day by day and leaves the records that a supervisor would have written.

use super::SheetMaker;
use super::calendar::{plus, working_day_back, working_days_after};
use super::course::{Course, Ending, Fate, Slot};
use super::dice::{Deck, Dice};
use super::goals::Goals;
use super::scribe::Scribe;
use super::talk::Stock;
use super::texts;
use super::texts::{Jot, Line, fill};
use crate::domain::records::intent;

use crate::domain::*;
use jiff::civil::Date;

/// One person's life in the store, being written.
pub struct History<'a> {
    pub scribe: Scribe<'a>,
    pub course: Course,
    pub goals: Goals,
    pub dice: Dice,
    pub rules: &'a RuleSet,
    pub sheet: &'a SheetMaker<'a>,
    /// The last working day before the sample's today: nothing is written after it.
    pub eve: Date,
    pub since: Date,
    /// As it is today; while the records were written the person was in service.
    pub status: PersonStatus,
    lines: Deck<Line>,
    jots: Deck<Jot>,
    agenda: Deck<&'static str>,
    pub stock: Stock,
    /// Actions that are late on purpose.
    pub late: Vec<ActionId>,
    /// The seat in the cast, and who has the others.
    pub cast: Option<(usize, Vec<PersonId>)>,
}

impl<'a> History<'a> {
    #[allow(clippy::too_many_arguments, reason = "everything that a life is made of")]
    pub fn new(
        person: &Person,
        by: Actor,
        course: Course,
        goals: Goals,
        mut dice: Dice,
        rules: &'a RuleSet,
        roster: &'a Roster,
        sheet: &'a SheetMaker<'a>,
    ) -> Self {
        let person = person.clone();
        let (since, status) = (person.since, person.status.clone());
        let position = goals.former_position().or(person.position.clone());
        let then = Person { status: PersonStatus::Active, position, ..person };
        let scribe = Scribe::new(then, by, rules, roster, dice.seed());
        let lines = Deck::new(course.themes.iter().flat_map(|theme| theme.lines()), &mut dice);
        History {
            lines,
            jots: Deck::new(texts::NOTES, &mut dice),
            agenda: Deck::new(texts::AGENDA, &mut dice),
            stock: Stock::new(&mut dice),
            late: vec![],
            cast: None,
            eve: since,
            scribe,
            course,
            goals,
            dice,
            rules,
            sheet,
            since,
            status,
        }
    }

    /// All of it, up to the eve of `today`; and what was refused on the way.
    pub fn live(mut self, today: Date) -> (Option<Dossier>, Vec<Refusal>) {
        self.eve = working_day_back(plus(today, -1), self.rules);
        let slots = self.course.slots(self.since, self.rules, &mut self.dice);
        let mut from = self.since;
        for (n, slot) in slots.iter().enumerate() {
            self.between(from, slot.planned);
            let next = slots.get(n + 1).map_or_else(|| self.next_planned(), |next| Some(next.planned));
            self.slot(*slot, next, n + 1 == slots.len());
            from = self.scribe.today();
        }
        if slots.is_empty() {
            self.first_days();
        } else {
            self.since_then(from, today);
            self.rate(plus(self.eve, 1));
        }
        self.goals_until(today);
        self.evaluate(today);
        if let Some((seat, colleagues)) = self.cast.take() {
            self.develop(seat, &colleagues, today);
        }
        let refused = std::mem::take(&mut self.scribe.refused);
        let sheets_from = self.course.sheets_from;
        let mut dossier = self.scribe.into_dossier();
        for session in dossier.iter_mut().flat_map(|d| &mut d.sessions).filter(|s| s.on < sheets_from) {
            if let SessionState::Closed { sheet, .. } = &mut session.state {
                *sheet = None;
            }
        }
        (dossier, refused)
    }

    /// The day agreed at the last closed talk.
    fn next_planned(&self) -> Option<Date> {
        match self.course.ending {
            Ending::Planned(day) | Ending::Open(day) | Ending::Missed { on: day, .. } => Some(day),
            Ending::PostponedTwice { from, .. } => Some(from),
            Ending::Stopped => None,
        }
    }

    fn slot(&mut self, slot: Slot, next: Option<Date>, is_last: bool) {
        let person = self.scribe.person();
        match slot.fate {
            Fate::Held(on) => self.hold(on, next, is_last),
            Fate::Moved(on) => {
                self.morning(slot.planned);
                let reason = self.stock.postponed.draw().to_string();
                self.scribe.write(intent::Postpone { person, to: Some(on), reason });
                self.hold(on, next, is_last);
            }
            Fate::Missed => {
                self.morning(slot.planned);
                let reason = self.stock.missed.draw().to_string();
                self.scribe.write(intent::Miss { person, reason, next });
            }
        }
    }

    fn morning(&mut self, day: Date) {
        let minute = 8 * 60 + self.dice.between(0, 50);
        self.scribe.at(day, minute);
    }

    /// Notes, agenda lines and finished actions between two talks.
    fn between(&mut self, from: Date, to: Date) {
        let days = period::days_between(from, to);
        let wanted = (days * self.course.notes as i64 / 100 + self.dice.between(0, 29)) / 24;
        let mut on: Vec<Date> = (0..wanted).filter_map(|_| self.some_day(from, to)).collect();
        on.sort();
        for day in on {
            let minute = self.dice.between(7 * 60 + 50, 16 * 60 + 10);
            self.scribe.at(day, minute);
            match self.dice.below(100) {
                0..=54 => self.jot(day),
                55..=74 => self.seen(day, None, |_| true),
                _ => self.agenda_line(),
            }
            if self.dice.chance(30) {
                self.scribe.later(3);
                self.finish_one();
            }
        }
    }

    /// A working day after `from` and before `to`.
    fn some_day(&mut self, from: Date, to: Date) -> Option<Date> {
        let room = period::days_between(from, to) - 1;
        let day = working_day_back(plus(from, self.dice.between(1, room.max(1))), self.rules);
        (room > 0 && day > from && day <= self.eve).then_some(day)
    }

    fn jot(&mut self, day: Date) {
        for _ in 0..self.course.notes.min(6) {
            let jot = self.jots.draw();
            if jot.kind == FeedbackKind::Praise && !self.may_praise(day) {
                continue;
            }
            return self.note_jot(jot, day);
        }
    }

    fn note_jot(&mut self, jot: &'static Jot, day: Date) {
        let words = Audienced::Private(Private::new(Sbi::plain(fill(jot.text, day, &mut self.dice))));
        let (person, kind, tags) = (self.scribe.person(), jot.kind, split(jot.tags));
        self.scribe.write(intent::NoteFeedback { person, on: day, kind, words, tags, session: None });
    }

    pub fn may_praise(&self, day: Date) -> bool {
        self.course.unpraised_since.is_none_or(|since| day <= since)
    }

    /// Draws a line that fits, says when it was seen, and writes it.
    pub fn seen(&mut self, on: Date, session: Option<SessionId>, fits: impl Fn(&Line) -> bool) {
        if let Some(line) = self.draw(on, fits) {
            self.say(line, on, session);
        }
    }

    pub fn draw(&mut self, on: Date, fits: impl Fn(&Line) -> bool) -> Option<&'static Line> {
        let praise = self.may_praise(on);
        let fits = |line: &Line| fits(line) && (praise || line.kind != FeedbackKind::Praise);
        self.lines.draw_where(fits)
    }

    pub fn say(&mut self, line: &'static Line, on: Date, session: Option<SessionId>) {
        let words = Sbi {
            situation: fill(line.situation, on, &mut self.dice),
            behaviour: fill(line.behaviour, on, &mut self.dice),
            impact: fill(line.impact, on, &mut self.dice),
            intent: String::new(),
        };
        let private = match line.kind {
            FeedbackKind::Praise => session.is_none() && self.dice.chance(25),
            FeedbackKind::Improve => session.is_none(),
            FeedbackKind::Observation => session.is_none() || self.dice.chance(30),
        };
        let audience = if private { Audience::Private } else { Audience::Shared };
        let (person, kind, tags) = (self.scribe.person(), line.kind, split(line.tags));
        let words = Audienced::new(audience, words);
        self.scribe.write(intent::NoteFeedback { person, on, kind, words, tags, session });
    }

    fn agenda_line(&mut self) {
        let text = self.agenda.draw().to_string();
        let audience = if self.dice.chance(60) { Audience::Private } else { Audience::Shared };
        let (person, text) = (self.scribe.person(), Audienced::new(audience, text));
        self.scribe.write(intent::NoteAgenda { person, text, tags: vec![] });
    }

    /// Somebody finished something before the talk.
    fn finish_one(&mut self) {
        let open = self.scribe.dossier().open_actions().first().map(|a| a.id);
        if let Some(id) = open.filter(|id| !self.late.contains(id)) {
            let person = self.scribe.person();
            self.scribe.write(intent::SettleAction { person, id, outcome: intent::Outcome::Done, session: None });
        }
    }

    /// From the last closed talk to the eve of today.
    fn since_then(&mut self, from: Date, today: Date) {
        let person = self.scribe.person();
        let end = match self.status {
            PersonStatus::Leave { from, .. } => from,
            PersonStatus::Retired { on: Some(on) } => on,
            _ => today,
        };
        self.eve = self.eve.min(working_day_back(plus(end, -1), self.rules));
        self.between(from, end);
        self.thank_once(from, end);
        self.settle_what_is_due(today);
        match self.course.ending {
            Ending::Planned(_) | Ending::Stopped => {}
            Ending::PostponedTwice { from, over, to } => {
                for (day, to) in [(from, over), (over, to)] {
                    self.morning(day);
                    let reason = self.stock.postponed.draw().to_string();
                    self.scribe.write(intent::Postpone { person, to: Some(to), reason });
                }
            }
            Ending::Missed { on, next } => {
                self.morning(on);
                let reason = self.stock.missed.draw().to_string();
                self.scribe.write(intent::Miss { person, reason, next: Some(next) });
            }
            Ending::Open(day) => self.begin(day),
        }
    }

    /// A good supervisor has thanked everybody lately but the quiet ones.
    fn thank_once(&mut self, from: Date, end: Date) {
        let recent = plus(self.eve, -40).max(from);
        let known = self.scribe.dossier().last_feedback(FeedbackKind::Praise).is_some_and(|f| f.on >= recent);
        if known || self.course.unpraised_since.is_some() {
            return;
        }
        if let Some(day) = self.some_day(recent, end) {
            self.scribe.at(day, 14 * 60 + 20);
            self.seen(day, None, |line| line.kind == FeedbackKind::Praise);
        }
    }

    /// What fell due since the last talk was done on its day, but for what is late on purpose.
    fn settle_what_is_due(&mut self, today: Date) {
        let person = self.scribe.person();
        let stopped = self.status != PersonStatus::Active;
        let due = |a: &&Action| a.due.is_none_or(|due| due < today || stopped);
        let open: Vec<(ActionId, Date)> =
            self.scribe.dossier().open_actions().into_iter().filter(due).map(|a| (a.id, a.due.unwrap_or(a.on))).collect();
        let last = self.scribe.today();
        for (id, due) in open.into_iter().filter(|(id, _)| !self.late.contains(id)) {
            let day = working_day_back(due.min(self.eve), self.rules).max(last);
            self.scribe.at(day, 15 * 60 + 10);
            self.scribe.write(intent::SettleAction { person, id, outcome: intent::Outcome::Done, session: None });
        }
    }

    /// Somebody who has only just come: two private notes and a line for the first talk.
    fn first_days(&mut self) {
        let mut day = self.since;
        for jot in texts::FIRST_DAYS {
            if day > self.eve {
                return;
            }
            self.scribe.at(day, 8 * 60 + 40);
            self.note_jot(jot, day);
            self.scribe.later(2);
            day = working_days_after(day, 2, self.rules);
        }
        self.agenda_line();
    }
}

pub fn split(tags: &str) -> Vec<String> {
    tags.split_whitespace().map(str::to_owned).collect()
}

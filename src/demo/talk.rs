//! One talk of the sample: opened, walked through, closed, answered.

use super::calendar::{plus, talk_minute, working_day_back};
use super::dice::{Deck, Dice};
use super::history::{History, split};
use super::texts;
use super::texts::Line;
use crate::domain::people::cadence::working_day;
use crate::domain::records::intent::{self, Outcome, SessionEdit};
use crate::domain::*;
use jiff::civil::Date;

/// What one person's talks draw from.
pub struct Stock {
    pub postponed: Deck<&'static str>,
    pub missed: Deck<&'static str>,
    purposes: Deck<&'static str>,
    steps: Deck<(&'static str, &'static str)>,
    promises: Deck<(&'static str, &'static str)>,
    replies: Deck<&'static str>,
    not_done: Deck<&'static str>,
    dropped: Deck<&'static str>,
    coaching: Deck<[&'static str; 4]>,
}

impl Stock {
    pub fn new(dice: &mut Dice) -> Self {
        Stock {
            postponed: Deck::new(texts::POSTPONED, dice),
            missed: Deck::new(texts::MISSED, dice),
            purposes: Deck::new(texts::PURPOSES, dice),
            steps: Deck::new(texts::STEPS, dice),
            promises: Deck::new(texts::PROMISES, dice),
            replies: Deck::new(texts::REPLIES, dice),
            not_done: Deck::new(texts::NOT_DONE, dice),
            dropped: Deck::new(texts::DROPPED, dice),
            coaching: Deck::new(texts::COACHING, dice),
        }
    }
}

impl History<'_> {
    /// A talk from the first word to the answer to its sheet.
    pub fn hold(&mut self, on: Date, next: Option<Date>, is_last: bool) {
        let Some(id) = self.open(on) else { return };
        self.follow_up();
        self.goals_in_talk(id);
        self.scribe.later(1);
        let lines = self.feedback(id);
        self.scribe.later(1);
        self.agreements(id, &lines);
        if is_last {
            self.late_on_purpose(id);
        }
        self.scribe.later(1);
        let response = self.response(&lines);
        self.scribe.later(4);
        self.scribe.edit(id, SessionEdit { response: Some(response), next, ..SessionEdit::default() });
        self.scribe.later(3);
        self.scribe.later(1);
        let person = self.scribe.person();
        let dossier = self.scribe.dossier();
        let Some(session) = dossier.session(id) else { return };
        // Where sheets of that age are not kept, none is made; the receipt still needs bytes of its own.
        let keeps = on >= self.course.sheets_from;
        let sheet = if keeps { (self.sheet)(dossier, session) } else { Shared::new(id.to_string()) };
        self.scribe.write(intent::CloseSession { person, id, sheet, next });
        self.answer(id, on, is_last);
    }

    /// A talk that was begun and interrupted: prepared, followed up, one line written.
    pub fn begin(&mut self, on: Date) {
        let Some(id) = self.open(on) else { return };
        self.follow_up();
        self.scribe.later(1);
        self.scribe.later(4);
        self.seen(on, Some(id), |line| line.kind == FeedbackKind::Praise);
    }

    fn open(&mut self, on: Date) -> Option<SessionId> {
        self.goals_until(on);
        let person = self.scribe.person();
        let minute = talk_minute(on, self.dice.between(0, 99));
        self.scribe.at(on, minute);
        let coaching = !self.stock.coaching.is_spent() && self.dice.chance(if self.course.coached { 35 } else { 6 });
        let kind = if coaching { SessionKind::Coaching } else { SessionKind::Dialogue };
        let Some(RecordId::Session(id)) = self.scribe.write(intent::StartSession { person, kind }) else { return None };
        let purpose = match texts::purpose_of(on.month()).filter(|_| self.dice.chance(80)) {
            Some(purpose) => purpose,
            None => self.stock.purposes.draw(),
        };
        let grow = coaching.then(|| {
            let [goal, reality, options, will] = self.stock.coaching.draw().map(str::to_owned);
            Audienced::new(Audience::Shared, Grow { goal, reality, options, will })
        });
        self.scribe.later(2);
        let purpose = Some(purpose.to_owned());
        self.scribe.edit(id, SessionEdit { purpose, grow, ..SessionEdit::default() });
        Some(id)
    }

    /// Agenda lines talked about, and what became of the actions that are due.
    fn follow_up(&mut self) {
        let (person, on) = (self.scribe.person(), self.scribe.today());
        let agenda: Vec<(AgendaId, u8)> = self.scribe.dossier().open_agenda().map(|a| (a.id, a.carried)).collect();
        for (id, carried) in agenda {
            let outcome = match self.dice.below(100) {
                _ if carried >= 2 => Outcome::Done,
                0..=79 => Outcome::Done,
                80..=84 => Outcome::Dropped { reason: "sudah selesai di luar pertemuan".to_owned() },
                // Left for the next talk, which carries it on by itself.
                _ => continue,
            };
            self.scribe.write(intent::SettleAgenda { person, id, outcome });
        }
        let due = |a: &&Action| a.due.is_none_or(|due| due <= plus(on, 2));
        let open: Vec<(ActionId, u8)> =
            self.scribe.dossier().open_actions().into_iter().filter(due).map(|a| (a.id, a.carried)).collect();
        for (id, carried) in open {
            let outcome = match self.dice.below(100) {
                0..=69 => Outcome::Done,
                70..=87 if carried < 2 => {
                    let due = plus(on, self.dice.between(12, 24));
                    Outcome::Carried { due: Some(working_day(due, self.rules)) }
                }
                70..=93 => Outcome::NotDone { reason: self.stock.not_done.draw().to_string() },
                _ => Outcome::Dropped { reason: self.stock.dropped.draw().to_string() },
            };
            self.scribe.later(1);
            self.scribe.write(intent::SettleAction { person, id, outcome, session: None });
        }
    }

    /// Praise mostly, a correction often, an observation now and then; seen in the days before.
    fn feedback(&mut self, id: SessionId) -> Vec<&'static Line> {
        use FeedbackKind::{Improve, Observation, Praise};
        let on = self.scribe.today();
        let quiet = self.course.unpraised_since.is_some();
        let shares = match self.course.unpraised_since {
            None => [(Praise, 82), (Improve, 52), (Observation, 16)],
            Some(since) if on <= since => [(Praise, 100), (Improve, 12), (Observation, 12)],
            Some(_) => [(Praise, 0), (Improve, 30), (Observation, 100)],
        };
        let mut lines = Vec::new();
        for (kind, percent) in shares {
            if self.dice.chance(percent) {
                lines.extend(self.one(id, kind));
            }
        }
        if lines.is_empty() {
            lines.extend(self.one(id, if quiet { Observation } else { Praise }));
        }
        lines
    }

    fn one(&mut self, id: SessionId, kind: FeedbackKind) -> Option<&'static Line> {
        let today = self.scribe.today();
        let seen_on = working_day_back(plus(today, -self.dice.between(1, 9)), self.rules).max(self.since);
        let line = self.draw(seen_on, |line| line.kind == kind)?;
        self.scribe.later(3);
        self.say(line, seen_on, Some(id));
        Some(line)
    }

    /// What follows from the corrections, or one step of another kind; a promise of the supervisor now and then.
    fn agreements(&mut self, id: SessionId, lines: &[&'static Line]) {
        let mut agreed = false;
        for line in lines.iter().filter(|line| !line.step.is_empty()) {
            self.agree(id, Owner::Employee, (line.step, line.measure), split(line.tags), None);
            agreed = true;
        }
        if !agreed && self.dice.chance(80) {
            let step = *self.stock.steps.draw();
            self.agree(id, Owner::Employee, step, vec![], None);
        }
        if self.dice.chance(36) {
            let promise = *self.stock.promises.draw();
            self.agree(id, Owner::Supervisor, promise, vec![], None);
        }
    }

    fn agree(
        &mut self,
        id: SessionId,
        owner: Owner,
        (text, measure): (&str, &str),
        tags: Vec<String>,
        due: Option<Date>,
    ) -> Option<ActionId> {
        let (person, today) = (self.scribe.person(), self.scribe.today());
        let due = due.unwrap_or_else(|| working_day(plus(today, self.dice.between(8, 27)), self.rules));
        self.scribe.later(2);
        let text = Audienced::new(Audience::Shared, text.to_owned());
        let intent =
            intent::Agree { person, owner, text, due: Some(due), measure: measure.to_owned(), tags, session: Some(id) };
        match self.scribe.write(intent) {
            Some(RecordId::Action(id)) => Some(id),
            _ => None,
        }
    }

    /// In the last talk: what is going to be late on the sample's today.
    fn late_on_purpose(&mut self, id: SessionId) {
        let owners = [(Owner::Supervisor, self.course.mine_late), (Owner::Employee, self.course.theirs_late)];
        for (owner, count) in owners {
            for n in 0..count {
                let due = working_day_back(plus(self.eve, -2 - 6 * n as i64), self.rules);
                let said = if owner == Owner::Supervisor { self.stock.promises.draw() } else { self.stock.steps.draw() };
                let late = self.agree(id, owner, *said, vec![], Some(due.max(self.scribe.today())));
                self.late.extend(late);
            }
        }
    }

    /// Reacts to the correction if there was one, to the praise otherwise.
    fn response(&mut self, lines: &[&'static Line]) -> Response {
        let corrected = lines.iter().any(|line| line.kind == FeedbackKind::Improve);
        let said = lines.iter().rev().find(|line| line.kind == FeedbackKind::Improve || !line.reply.is_empty());
        let words = match said.map(|line| line.reply).filter(|reply| !reply.is_empty()) {
            Some(reply) => reply,
            None => self.stock.replies.draw(),
        };
        let good = if corrected { 3 } else { 4 };
        let mood = self.dice.chance(65).then(|| (good + self.dice.between(-1, 1)) as u8);
        let mut statements = [None; 9];
        if self.dice.chance(40) {
            for statement in &mut statements {
                *statement = self.dice.chance(94).then(|| self.dice.between(3, 5) as u8);
            }
        }
        Response { words: Shared::new(words.to_owned()), mood, statements }
    }

    /// The sheet comes back signed, read or objected to; now and then something is put right afterwards.
    fn answer(&mut self, id: SessionId, on: Date, is_last: bool) {
        let person = self.scribe.person();
        let receipt = self.scribe.dossier().session(id).and_then(|s| s.receipt().map(str::to_owned));
        let day = working_day(plus(on, self.dice.between(1, 4)), self.rules);
        let Some(receipt) = receipt.filter(|_| day <= self.eve) else { return };
        let minute = self.dice.between(8 * 60, 15 * 60);
        let objects = is_last && self.course.objects;
        let answer = match self.dice.below(100) {
            _ if objects => Some(Acknowledgement::Objects { on: day, reason: self.dice.pick(texts::OBJECTIONS).to_owned() }),
            0..=71 => Some(Acknowledgement::SignedOnPaper { on: day }),
            72..=89 => Some(Acknowledgement::Read { on: day }),
            _ => None,
        };
        self.scribe.at(day, minute);
        if let Some(answer) = answer {
            self.scribe.write(intent::Acknowledge { person, receipt, answer });
        }
        if self.dice.chance(3) {
            self.scribe.later(5);
            let text = Audienced::new(Audience::Shared, self.dice.pick(texts::ADDENDA).to_owned());
            self.scribe.write(intent::WriteAddendum { person, id, text });
        }
    }
}

//! Intents about development: plans and their effects, learning, wishes, pairs, careers, support. What may be kept is
//! judged in `development::asked`; here it becomes a change.

use super::*;
use crate::domain::development::asked::{self, Ask, ItemStep, NewItem, Stamp};
use crate::domain::development::item::Check;
use crate::domain::development::{Entry, PlanItem};

impl<'a> Planner<'a> {
    fn stamp(&self) -> Stamp<'a> {
        Stamp { today: self.world.today, now: self.world.now, actor: self.world.actor }
    }

    pub fn develop(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let ends = matches!(ask, Ask::Step { .. } | Ask::PairStep { .. } | Ask::SupportStep { .. } | Ask::Remove(_));
        if !ends && !self.person(person)?.status.in_service() {
            return Err(Refusal::NotActive);
        }
        match ask {
            Ask::Plan(_) | Ask::Correct { .. } | Ask::Step { .. } => self.develop_item(person, ask),
            Ask::Learn(_) | Ask::Verify { .. } | Ask::Opine { .. } => self.develop_learning(person, ask),
            Ask::Wish { .. } | Ask::DropWish { .. } | Ask::Weigh { .. } => self.develop_need(person, ask),
            Ask::Pair(_) | Ask::PairStep { .. } => self.develop_pair(person, ask),
            Ask::Career { .. } | Ask::CareerOutcome { .. } | Ask::Support(_) | Ask::SupportStep { .. } => {
                self.develop_career(person, ask)
            }
            Ask::Remove(id) => {
                let entry = self.dossier(person)?.development.entries().find(|entry| entry.id() == id);
                let was = Record::Development(Box::new(entry.ok_or(Refusal::NoSuchRecord)?));
                self.one(ChangeKind::DevelopmentRemoved, person, Op::Remove { was: Box::new(was) })
            }
        }
    }

    fn keep(&mut self, kind: ChangeKind, person: PersonId, entry: Entry) -> Result<Change, Refusal> {
        self.one(kind, person, Op::add(Record::Development(Box::new(entry))))
    }

    fn replace(&mut self, kind: ChangeKind, person: PersonId, was: Entry, entry: Entry) -> Result<Change, Refusal> {
        if was == entry {
            return Err(Refusal::NothingChanged);
        }
        let (was, entry) = (Record::Development(Box::new(was)), Record::Development(Box::new(entry)));
        self.one(kind, person, Op::replace(was, entry))
    }

    fn develop_item(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let (stamp, rules) = (self.stamp(), &self.world.rules.development);
        match ask {
            Ask::Plan(terms) => {
                self.session_accepts(person, terms.session)?;
                let id = ItemId(self.uuid());
                let item = terms.judge(id, person, &self.dossier(person)?.ratings, rules, stamp)?;
                self.keep(ChangeKind::DevelopmentPlanned, person, Entry::Item(item))
            }
            Ask::Correct { id, terms } => {
                let was = self.item(person, id)?;
                let item = self.corrected(&was, terms)?;
                self.replace(ChangeKind::DevelopmentCorrected, person, Entry::Item(was), Entry::Item(item))
            }
            Ask::Step { id, step } => {
                let was = self.item(person, id)?;
                let kind = match &step {
                    ItemStep::Answer(answer) => {
                        self.session_accepts(person, answer.session)?;
                        ChangeKind::EffectSaid
                    }
                    _ => ChangeKind::DevelopmentFollowed,
                };
                let item = asked::step(&was, step, rules, stamp)?;
                self.replace(kind, person, Entry::Item(was), Entry::Item(item))
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn item(&self, person: PersonId, id: ItemId) -> Result<PlanItem, Refusal> {
        self.dossier(person)?.development.item(id).cloned().ok_or(Refusal::NoSuchRecord)
    }

    /// Other terms; the day of planning and the level before stay, unless it is about something else now.
    fn corrected(&self, was: &PlanItem, terms: NewItem) -> Result<PlanItem, Refusal> {
        let (stamp, rules) = (self.stamp(), &self.world.rules.development);
        let ratings = &self.dossier(was.person)?.ratings;
        let mut item = terms.judge(was.id, was.person, ratings, rules, Stamp { today: was.on, ..stamp })?;
        if item.subject.is_same(&was.subject) {
            item.before = was.before.clone();
        }
        (item.state, item.checks, item.session) = (was.state.clone(), was.checks.clone(), was.session);
        (item.by, item.written) = (was.by.clone(), was.written);
        // What was learnt without a word of what to look for gets its questions with the word.
        if let Some(end) = was.ended().filter(|_| was.checks.is_empty()) {
            let made = item.clone().finished(end, rules);
            item.checks = made.checks.into_iter().collect::<Vec<Check>>();
        }
        Ok(item)
    }

    fn develop_learning(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let (stamp, rules) = (self.stamp(), &self.world.rules.development);
        let known = |planner: &Self, id: LearningId| {
            let found = planner.dossier(person)?.development.learning.iter().find(|record| record.id == id).cloned();
            found.ok_or(Refusal::NoSuchRecord)
        };
        match ask {
            Ask::Learn(new) => {
                let id = LearningId(self.uuid());
                let records = &self.dossier(person)?.development.learning;
                let finished = new.item.map(|item| (item, new.until));
                let learning = new.judge(id, person, records, rules, stamp)?;
                let mut ops = vec![Op::add(Record::Development(Box::new(Entry::Learning(learning))))];
                // What was planned is done with it: its questions begin to run.
                if let Some((item, until)) = finished {
                    let was = self.item(person, item)?;
                    if was.is_open() {
                        let done = Record::Development(Box::new(Entry::Item(was.clone().finished(until, rules))));
                        ops.push(Op::replace(Record::Development(Box::new(Entry::Item(was))), done));
                    }
                }
                Ok(self.change(ChangeKind::LearningRecorded, Some(person), ops))
            }
            Ask::Verify { id, verification, by } => {
                let was = known(self, id)?;
                let next = asked::verified(&was, verification, &by)?;
                self.replace(ChangeKind::LearningVerified, person, Entry::Learning(was), Entry::Learning(next))
            }
            Ask::Opine { id, opinion } => {
                let was = known(self, id)?;
                let next = asked::opined(&was, opinion);
                self.replace(ChangeKind::CourseJudged, person, Entry::Learning(was), Entry::Learning(next))
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn develop_need(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let stamp = self.stamp();
        match ask {
            Ask::Wish { subject, reason, session } => {
                self.session_accepts(person, session)?;
                let id = WishId(self.uuid());
                let wishes = &self.dossier(person)?.development.wishes;
                let wish = asked::wish(id, person, subject, reason, wishes, session, stamp)?;
                self.keep(ChangeKind::WishNoted, person, Entry::Wish(wish))
            }
            Ask::DropWish { id, reason } => {
                let was = self.dossier(person)?.development.wishes.iter().find(|wish| wish.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let wish = asked::wish_dropped(&was, &reason, stamp.today)?;
                self.replace(ChangeKind::WishDropped, person, Entry::Wish(was), Entry::Wish(wish))
            }
            Ask::Weigh { subject, urgency, aside } => {
                let id = NeedId(self.uuid());
                let word = asked::need_word(id, person, subject, urgency, aside, stamp)?;
                let words = &self.dossier(person)?.development.words;
                let last = words.iter().filter(|w| w.subject.is_same(&word.subject)).max_by_key(|w| (w.on, w.written, w.id));
                if last.is_some_and(|last| (last.urgency, &last.aside) == (word.urgency, &word.aside)) {
                    return Err(Refusal::NothingChanged);
                }
                self.keep(ChangeKind::NeedWeighed, person, Entry::Need(word))
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn develop_pair(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let stamp = self.stamp();
        match ask {
            Ask::Pair(new) => {
                let id = PairId(self.uuid());
                let pair = new.judge(id, person, &self.dossier(person)?.development.pairs, stamp)?;
                self.keep(ChangeKind::PairAgreed, person, Entry::Pair(pair))
            }
            Ask::PairStep { id, step } => {
                let was = self.dossier(person)?.development.pairs.iter().find(|pair| pair.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let pair = asked::pair_step(&was, step, stamp)?;
                self.replace(ChangeKind::PairFollowed, person, Entry::Pair(was), Entry::Pair(pair))
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn develop_career(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let stamp = self.stamp();
        match ask {
            Ask::Career { what, text } => {
                let id = CareerId(self.uuid());
                let note = asked::career_note(id, person, what, text, stamp)?;
                self.keep(ChangeKind::CareerNoted, person, Entry::Career(note))
            }
            Ask::CareerOutcome { id, text } => {
                let was = self.dossier(person)?.development.career.iter().find(|note| note.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let note = asked::career_outcome(&was, text, stamp.today)?;
                self.replace(ChangeKind::CareerNoted, person, Entry::Career(was), Entry::Career(note))
            }
            Ask::Support(new) => {
                let id = SupportId(self.uuid());
                let plan = new.judge(id, person, &self.dossier(person)?.development.support, stamp)?;
                self.keep(ChangeKind::SupportBegun, person, Entry::Support(plan))
            }
            Ask::SupportStep { id, step } => {
                let was = self.dossier(person)?.development.support.iter().find(|plan| plan.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let plan = asked::support_step(&was, step, stamp)?;
                self.replace(ChangeKind::SupportFollowed, person, Entry::Support(was), Entry::Support(plan))
            }
            _ => Err(Refusal::NothingChanged),
        }
    }
}

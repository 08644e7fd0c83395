//! Intents about development: plans and their effects, learning, wishes, pairs, careers, support. What may be kept is
//! judged in `development::asked`; here it becomes a change.

use super::*;
use crate::domain::development::PlanItem;
use crate::domain::development::asked::{self, Ask, ItemStep, NewItem, Stamp};
use crate::domain::development::item::Check;

/// Anything about one person's development.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Develop {
    pub person: PersonId,
    pub ask: Box<Ask>,
}

impl Judge for Develop {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        case.develop(self.person, *self.ask)
    }
}

/// What rows of lists about development became: each record is new or takes the place of the one of its identifier.
/// Lists tell what was, so whoever has left may be among them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeDevelopment {
    pub records: Vec<Record>,
}

impl Judge for TakeDevelopment {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let mut ops = Vec::new();
        for record in self.records {
            if !is_development(&record) && !is_of_the_office(&record) {
                return Err(Refusal::NoSuchRecord);
            }
            if let Some(person) = record.person() {
                case.dossier(person)?;
            }
            match case.current(record.id(), record.person()).flatten() {
                Some(was) if was == record => {}
                Some(was) => ops.push(Op::replace(was, record)),
                None => ops.push(Op::add(record)),
            }
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(case.change(ChangeKind::DevelopmentImported, None, ops))
    }
}

impl<'a> Case<'a> {
    fn stamp(&self) -> Stamp<'a> {
        Stamp { today: self.world.today, now: self.world.now, actor: self.world.actor }
    }

    fn develop(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
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
                let was = self.dossier(person)?.record(id).filter(is_development).ok_or(Refusal::NoSuchRecord)?;
                self.one(ChangeKind::DevelopmentRemoved, person, Op::Remove { was: Box::new(was) })
            }
        }
    }

    fn keep(&mut self, kind: ChangeKind, person: PersonId, record: impl Into<Record>) -> Result<Change, Refusal> {
        self.one(kind, person, Op::add(record))
    }

    fn develop_item(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let (stamp, rules) = (self.stamp(), &self.world.rules.development);
        match ask {
            Ask::Plan(terms) => {
                self.session_accepts(person, terms.session)?;
                let id = ItemId(self.uuid());
                let item = terms.judge(id, person, &self.dossier(person)?.ratings, rules, stamp)?;
                self.keep(ChangeKind::DevelopmentPlanned, person, item)
            }
            Ask::Correct { id, terms } => {
                let was = self.item(person, id)?;
                let item = self.corrected(&was, terms)?;
                self.replace(ChangeKind::DevelopmentCorrected, was, item)
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
                self.replace(kind, was, item)
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn item(&self, person: PersonId, id: ItemId) -> Result<PlanItem, Refusal> {
        self.dossier(person)?.item(id).cloned().ok_or(Refusal::NoSuchRecord)
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
        item.evidence.clone_from(&was.evidence);
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
            let found = planner.dossier(person)?.learning.iter().find(|record| record.id == id).cloned();
            found.ok_or(Refusal::NoSuchRecord)
        };
        match ask {
            Ask::Learn(new) => {
                let id = LearningId(self.uuid());
                let records = &self.dossier(person)?.learning;
                let finished = new.item.map(|item| (item, new.until));
                let learning = new.judge(id, person, records, rules, stamp)?;
                let mut ops = vec![Op::add(learning)];
                // What was planned is done with it: its questions begin to run.
                if let Some((item, until)) = finished {
                    let was = self.item(person, item)?;
                    if was.is_open() {
                        let done = was.clone().finished(until, rules);
                        ops.push(Op::replace(was, done));
                    }
                }
                Ok(self.change(ChangeKind::LearningRecorded, Some(person), ops))
            }
            Ask::Verify { id, verification, by } => {
                let was = known(self, id)?;
                let next = asked::verified(&was, verification, &by)?;
                self.replace(ChangeKind::LearningVerified, was, next)
            }
            Ask::Opine { id, opinion } => {
                let was = known(self, id)?;
                let next = asked::opined(&was, opinion);
                self.replace(ChangeKind::CourseJudged, was, next)
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
                let wishes = &self.dossier(person)?.wishes;
                let wish = asked::wish(id, person, subject, reason, wishes, session, stamp)?;
                self.keep(ChangeKind::WishNoted, person, wish)
            }
            Ask::DropWish { id, reason } => {
                let was = self.dossier(person)?.wishes.iter().find(|wish| wish.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let wish = asked::wish_dropped(&was, &reason, stamp.today)?;
                self.replace(ChangeKind::WishDropped, was, wish)
            }
            Ask::Weigh { subject, urgency, aside } => {
                let id = NeedId(self.uuid());
                let word = asked::need_word(id, person, subject, urgency, aside, stamp)?;
                let words = &self.dossier(person)?.need_words;
                let last = words.iter().filter(|w| w.subject.is_same(&word.subject)).max_by_key(|w| (w.on, w.written, w.id));
                if last.is_some_and(|last| (last.urgency, &last.aside) == (word.urgency, &word.aside)) {
                    return Err(Refusal::NothingChanged);
                }
                self.keep(ChangeKind::NeedWeighed, person, word)
            }
            _ => Err(Refusal::NothingChanged),
        }
    }

    fn develop_pair(&mut self, person: PersonId, ask: Ask) -> Result<Change, Refusal> {
        let stamp = self.stamp();
        match ask {
            Ask::Pair(new) => {
                let id = PairId(self.uuid());
                let pair = new.judge(id, person, &self.dossier(person)?.pairs, stamp)?;
                self.keep(ChangeKind::PairAgreed, person, pair)
            }
            Ask::PairStep { id, step } => {
                let was = self.dossier(person)?.pairs.iter().find(|pair| pair.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let pair = asked::pair_step(&was, step, stamp)?;
                self.replace(ChangeKind::PairFollowed, was, pair)
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
                self.keep(ChangeKind::CareerNoted, person, note)
            }
            Ask::CareerOutcome { id, text } => {
                let was = self.dossier(person)?.career.iter().find(|note| note.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let note = asked::career_outcome(&was, text, stamp.today)?;
                self.replace(ChangeKind::CareerNoted, was, note)
            }
            Ask::Support(new) => {
                let id = SupportId(self.uuid());
                let plan = new.judge(id, person, &self.dossier(person)?.support_plans, stamp)?;
                self.keep(ChangeKind::SupportBegun, person, plan)
            }
            Ask::SupportStep { id, step } => {
                let was = self.dossier(person)?.support_plans.iter().find(|plan| plan.id == id).cloned();
                let was = was.ok_or(Refusal::NoSuchRecord)?;
                let plan = asked::support_step(&was, step, stamp)?;
                self.replace(ChangeKind::SupportFollowed, was, plan)
            }
            _ => Err(Refusal::NothingChanged),
        }
    }
}

/// What is kept of one person's development.
fn is_development(record: &Record) -> bool {
    matches!(record, Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) | Record::NeedWord(_))
        || matches!(record, Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_))
}

/// What the office keeps about development.
fn is_of_the_office(record: &Record) -> bool {
    matches!(record, Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_))
}

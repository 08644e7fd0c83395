//! Two years of development of the cast: steps that were planned, learnt and asked about, effects that came, that did not,
//! and one that nobody could see; wishes, pairs; and what the office has on offer with the money for it.

use super::calendar::{months_before, plus, working_day_back};
use super::history::History;
use super::texts::development::{CEILINGS, OFFERS, PAIRS, PROPOSED, Pair, STEPS, Step, Told, WISHES};
use crate::domain::development::asked::{Ask, ItemStep, NewAnswer, NewItem, NewLearning, NewPair, PairStep};
use crate::domain::development::course::{BudgetLine, Course, Months, Price};
use crate::domain::development::item::Helper;
use crate::domain::development::learning::{Source, Verification};
use crate::domain::development::mentoring::{Mentor, MentorTalk, PairKind};
use crate::domain::development::month::{Month, When};
use crate::domain::development::proposal::{Proposal, ProposalState};
use crate::domain::development::{KindId, Subject};
use crate::domain::records::intent::Develop;
use crate::domain::*;
use jiff::{Timestamp, civil::Date};

impl History<'_> {
    /// Writes what belongs to a seat of the cast, up to the eve of `today`.
    pub fn develop(&mut self, seat: usize, colleagues: &[PersonId], today: Date) {
        for step in STEPS.iter().filter(|step| step.seat == seat) {
            self.plan_step(step, colleagues, today);
        }
        for (_, topic, reason, ago) in WISHES.iter().filter(|wish| wish.0 == seat) {
            if self.turn_to(months_before(today, *ago), 20) {
                let (subject, reason) = (self.about(topic), Shared::new((*reason).to_owned()));
                self.ask(Ask::Wish { subject, reason, session: None });
            }
        }
        for pair in PAIRS.iter().filter(|pair| pair.mentee == seat) {
            self.pair_up(pair, colleagues, today);
        }
    }

    /// Goes to a working day on or before a day; false if the person was not here yet or the day is still to come.
    fn turn_to(&mut self, day: Date, minute: i64) -> bool {
        let day = working_day_back(day, self.rules);
        let fits = day >= plus(self.since, 10) && day <= self.eve;
        if fits {
            self.scribe.at(day, 10 * 60 + minute);
        }
        fits
    }

    fn ask(&mut self, ask: Ask) -> Option<RecordId> {
        let person = self.scribe.person();
        self.scribe.write(Develop { person, ask: Box::new(ask) })
    }

    fn about(&self, words: &str) -> Subject {
        let catalogue = &self.scribe.roster().catalogue;
        let competency = CompetencyId::new(words).filter(|id| catalogue.competency(id).is_some());
        competency.map_or_else(|| Subject::topic(words), |id| Subject::competency(&id, catalogue))
    }

    fn plan_step(&mut self, step: &Step, colleagues: &[PersonId], today: Date) {
        let Some(kind) = KindId::new(step.kind) else { return };
        if !self.turn_to(months_before(today, step.planned), 5) {
            return;
        }
        let expect = Audienced::new(Audience::Shared, step.expect.to_owned());
        let mut terms = NewItem::plain(self.about(step.about), kind.clone(), expect);
        terms.title = step.title.to_owned();
        terms.when = Some(When::Month(Month::of(months_before(today, step.when))));
        (terms.jp, terms.cost) = (step.jp, step.cost.map(Number::from));
        terms.organiser = step.organiser.to_owned();
        terms.helper = step.helper.and_then(|seat| colleagues.get(seat)).map(|id| Helper::Person(*id));
        let Some(RecordId::PlanItem(id)) = self.ask(Ask::Plan(terms)) else { return };
        let Some((months, days)) = step.ended else {
            if step.planned > 1 {
                self.scribe.later(30);
                let since = self.scribe.today();
                self.ask(Ask::Step { id, step: ItemStep::Begin { since } });
            }
            return;
        };
        let end = working_day_back(plus(months_before(today, months), days.min(0)), self.rules);
        if !self.turn_to(plus(months_before(today, months), days), 40) {
            return;
        }
        self.learn(step, id, kind, end.min(self.scribe.today()));
        step.told.iter().for_each(|told| self.tell_effect(id, told, today));
    }

    /// A certificate where there was one; else it just ended.
    fn learn(&mut self, step: &Step, item: ItemId, kind: KindId, until: Date) {
        let Some(jp) = step.jp else {
            self.ask(Ask::Step { id: item, step: ItemStep::Finish { on: until } });
            return;
        };
        let lapses = (step.about == "Bendahara pengeluaran").then(|| plus(until, 700));
        let (verification, by) = if step.verified {
            (Verification::Approved, "Kasubbag Umum dan Kepegawaian")
        } else {
            (Verification::Waiting, "")
        };
        self.ask(Ask::Learn(NewLearning {
            title: step.title.to_owned(),
            kind,
            subject: Some(self.about(step.about)),
            organiser: step.organiser.to_owned(),
            certificate: step.certificate.to_owned(),
            from: until,
            until,
            issued: None,
            lapses,
            jp,
            method: None,
            link: String::new(),
            learned_from: String::new(),
            verification,
            verified_by: by.to_owned(),
            source: Source::Own,
            item: Some(item),
        }));
    }

    fn tell_effect(&mut self, id: ItemId, told: &Told, today: Date) {
        if !self.turn_to(plus(months_before(today, told.ago), 8).min(self.eve), 15) {
            return;
        }
        let answer = NewAnswer {
            seen: told.seen,
            example: Audienced::new(Audience::Shared, told.example.to_owned()),
            hindrances: told.hindrance.into_iter().collect(),
            follow_up: None,
            session: None,
        };
        self.ask(Ask::Step { id, step: ItemStep::Answer(answer) });
    }

    fn pair_up(&mut self, pair: &Pair, colleagues: &[PersonId], today: Date) {
        let Some(mentor) = colleagues.get(pair.mentor) else { return };
        if !self.turn_to(months_before(today, pair.begun), 50) {
            return;
        }
        let new = NewPair {
            mentor: Mentor::Person(*mentor),
            kind: PairKind::Senior,
            topics: pair.topics.iter().map(|(topic, _)| (*topic).to_owned()).collect(),
            agreement: Shared::new(pair.agreement.to_owned()),
            from: self.scribe.today(),
            until: Some(months_before(today, -pair.until)),
        };
        let Some(RecordId::MentoringPair(id)) = self.ask(Ask::Pair(new)) else { return };
        let talk = |on: Date, held: bool, done: Option<&str>| {
            let done = done.map(|done| Shared::new(done.to_owned()));
            Ask::PairStep {
                id,
                step: PairStep::Talk(MentorTalk { on, held, minutes: held.then_some(60), topics: vec![], done, next: None }),
            }
        };
        for (days, done) in pair.talks {
            if self.turn_to(plus(today, -days), 55) {
                self.ask(talk(self.scribe.today(), true, Some(done)));
            }
        }
        self.ask(talk(working_day_back(plus(today, pair.next), self.rules), false, None));
        for (at, (_, state)) in pair.topics.iter().enumerate() {
            if *state != Default::default() {
                self.ask(Ask::PairStep { id, step: PairStep::Topic { at, state: *state } });
            }
        }
    }
}

/// Courses on offer, ceilings and rows of proposals: what no person's dossier holds.
pub fn of_the_office(
    seats: &[(PersonId, Option<String>)],
    unit: UnitId,
    by: &Actor,
    written: Timestamp,
    today: Date,
    ids: &mut IdSource,
) -> Vec<Record> {
    let mut out = Vec::new();
    for offer in OFFERS {
        let Some(kind) = KindId::new(offer.kind) else { continue };
        let catalogue = Catalogue::default();
        let competency = CompetencyId::new(offer.teaches).filter(|id| catalogue.competency(id).is_some());
        let subject = competency.map_or_else(|| Subject::topic(offer.teaches), |id| Subject::competency(&id, &catalogue));
        let amount = Number::from(offer.price);
        out.push(Record::Course(Course {
            id: CourseId(ids.uuid(written)),
            code: offer.code.to_owned(),
            title: offer.title.to_owned(),
            kind,
            field: offer.field.to_owned(),
            subject: Some(subject),
            jp: Some(offer.jp),
            price: Some(if offer.package { Price::Package(amount) } else { Price::Each(amount) }),
            organiser: offer.organiser.to_owned(),
            months: if offer.months.is_empty() { Months::Agreed } else { Months::In(offer.months.to_vec()) },
            places: offer.package.then_some(20),
            by: by.clone(),
            written,
        }));
    }
    for (year, ceiling) in (today.year()..).zip(CEILINGS) {
        out.push(Record::BudgetLine(BudgetLine {
            id: BudgetId(ids.uuid(written)),
            year,
            unit,
            fund: "APBD".to_owned(),
            account: String::new(),
            what: "Pengembangan kompetensi".to_owned(),
            ceiling: Number::from(ceiling),
            spent: None,
            by: by.clone(),
            written,
        }));
    }
    out.extend(rows(seats, unit, by, written, today, ids));
    out
}

fn rows(
    seats: &[(PersonId, Option<String>)],
    unit: UnitId,
    by: &Actor,
    written: Timestamp,
    today: Date,
    ids: &mut IdSource,
) -> Vec<Record> {
    let mut out = Vec::new();
    for (ahead, seat, program, kind, jp, cost, state, outcome) in PROPOSED {
        let (Some((person, position)), Some(kind)) = (seats.get(*seat), KindId::new(kind)) else { continue };
        let decided = *state != ProposalState::Proposed;
        out.push(Record::Proposal(Proposal {
            id: ProposalId(ids.uuid(written)),
            year: today.year() + ahead,
            quarter: None,
            unit: Some(unit),
            position: position.clone().unwrap_or_default(),
            person: Some(*person),
            program: (*program).to_owned(),
            subject: None,
            kind,
            organiser: String::new(),
            jp: Some(*jp),
            cost: Number::from(*cost),
            fund: "APBD".to_owned(),
            urgency: None,
            reason: Shared::new(String::new()),
            state: *state,
            proposed: Some(months_before(today, 6)),
            decided: decided.then(|| months_before(today, 4)),
            outcome: (*outcome).to_owned(),
            item: None,
            on: months_before(today, 6),
            by: by.clone(),
            written,
        }));
    }
    out
}

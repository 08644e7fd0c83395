//! What the sample's positions require, and how its people were rated: rounds of ratings half a year apart, some with
//! evidence and some without, self ratings that differ, competencies that nobody could observe, and levels that have
//! become too old to count. Work behaviour beside them, a quarter at a time.

use super::calendar::{months_before, plus, working_day_back};
use super::dice::Dice;
use super::history::History;
use super::texts::ratings::{EXPECTATIONS, MET, MORE, NOTES, OTHERS, Reason, SHORT};
use crate::domain::competency::standard::{position_key, suggestion};
use crate::domain::competency::{
    BehaviourValue, CompetencyKind, Evidence, ExpectationRating, Rater, RatingValue, StandardSource,
};
use crate::domain::period::{EvaluationPeriod, Quarter};
use crate::domain::records::intent::{self, NewBehaviourRating, NewRating};
use crate::domain::*;
use jiff::Timestamp;
use jiff::civil::Date;
use std::collections::BTreeMap;

/// A competency and a level.
type Required = (&'static str, u8);

/// A position, the level of its managerial and socio-cultural competencies, and what it requires beyond that.
const REQUIRED: &[(&str, u8, &[Required])] = &[
    ("Pengelola Layanan Operasional", 1, &[("public-service", 2), ("one-stop-service", 2), ("financial-management", 2)]),
    ("Penata Layanan Operasional", 1, &[("public-service", 2), ("one-stop-service", 2), ("data-processing", 2)]),
    ("Operator Layanan Operasional", 1, &[("public-service", 2), ("communication", 2), ("one-stop-service", 2)]),
    ("Arsiparis Terampil", 2, &[("national-cohesion", 1), ("records-management", 3)]),
    ("Pranata Komputer Terampil", 2, &[("national-cohesion", 1), ("information-technology", 3), ("data-processing", 2)]),
    ("Analis Kebijakan Ahli Pertama", 2, &[("national-cohesion", 1), ("policy-analysis", 3), ("information-technology", 2)]),
    ("Pengadministrasi Perkantoran", 1, &[("records-management", 2), ("official-documents", 2)]),
    ("Kepala Seksi Pelayanan Umum", 2, &[("public-service", 3), ("one-stop-service", 3), ("financial-management", 2)]),
];

/// Taken over as the rule set suggests it; "Pengolah Data dan Informasi" has no standard yet.
const SUGGESTED: &str = "Penelaah Teknis Kebijakan";

/// The standards of the office.
pub fn standards(by: &Actor, written: Timestamp, rules: &RuleSet) -> Vec<Standard> {
    let framework = Framework::national();
    let standard = |position: &str, required, source| Standard {
        id: StandardId::of(&position_key(position)),
        position: position.to_owned(),
        required,
        source,
        by: by.clone(),
        written,
    };
    let given = REQUIRED.iter().map(|(position, level, beyond)| {
        let general = framework.competencies.iter().filter(|c| c.kind != CompetencyKind::Technical);
        let mut required: BTreeMap<CompetencyId, Level> =
            general.filter_map(|c| Some((c.id.clone(), Level::new(*level)?))).collect();
        required.extend(beyond.iter().filter_map(|(name, level)| Some((CompetencyId::new(name)?, Level::new(*level)?))));
        standard(position, required, StandardSource::Given)
    });
    let suggested = standard(SUGGESTED, suggestion(SUGGESTED, framework, rules), StandardSource::Suggested);
    given.chain([suggested]).collect()
}

/// Rounds of the section are so many months apart; the last one lies a month or two back.
const APART: i64 = 6;
/// Of a large town only so many in a hundred are rated, once: enough to see gaps by unit.
const TOWN_RATED: usize = 30;

/// What somebody can do today in one of the competencies that the position requires.
struct Ability {
    id: CompetencyId,
    required: Level,
    level: Level,
    neglected: bool,
}

impl History<'_> {
    /// Writes all ratings, up to `end`.
    pub fn rate(&mut self, end: Date) {
        let person = self.scribe.person();
        // Throws of its own, so that the rest of the story does not depend on it.
        let mut dice = Dice::new(person.0.as_u64_pair().0 ^ person.0.as_u64_pair().1, 7);
        let section = self.course.rounds > 1;
        if self.course.last.is_none() || (!section && !dice.chance(TOWN_RATED)) {
            return;
        }
        let last = if section { months_before(end, dice.between(1, 2)) } else { months_before(end, dice.between(1, 9)) };
        let days = (0..self.course.rounds as i64).rev().map(|n| plus(months_before(last, n * APART), -dice.between(0, 9)));
        let days: Vec<Date> = days.map(|day| working_day_back(day, self.rules)).collect();
        let days: Vec<Date> = days.into_iter().filter(|day| *day >= plus(self.since, 20)).collect();
        let abilities = self.abilities(&mut dice);
        if abilities.is_empty() {
            return;
        }
        for (n, day) in days.iter().enumerate() {
            self.round(*day, days.len() - 1 - n, &abilities, &mut dice);
        }
        if section && let Some(day) = days.last() {
            self.rate_oneself(*day, &abilities, &mut dice);
            self.behave(end, &mut dice);
        }
    }

    /// What the person can do today, of what the position requires: mostly that, sometimes less or more.
    fn abilities(&self, dice: &mut Dice) -> Vec<Ability> {
        let catalogue = &self.scribe.roster().catalogue;
        let position = self.scribe.dossier().person.position.as_deref();
        let Some(standard) = catalogue.standard_of(position) else { return vec![] };
        let order = catalogue.framework().competencies.iter();
        let required = order.filter_map(|c| Some((c.id.clone(), *standard.required.get(&c.id)?, c.kind)));
        required
            .map(|(id, required, kind)| {
                let technical = kind == CompetencyKind::Technical;
                let off = match dice.below(100) {
                    0..=39 if technical => -1,
                    0..=19 => -1,
                    80..=95 => 1,
                    96..=99 => 2,
                    _ => 0,
                };
                // Not looked at again for more than a year: too old to count.
                let neglected = technical && self.course.rounds > 1 && dice.chance(35);
                Ability { id, required, level: moved(required, off), neglected }
            })
            .collect()
    }

    /// One round: everything in the first and the last, in between what was touched. `left` are still to come.
    fn round(&mut self, day: Date, left: usize, abilities: &[Ability], dice: &mut Dice) {
        let person = self.scribe.person();
        let mut ratings = Vec::new();
        for Ability { id, required, level, neglected } in abilities {
            let left_out = (*neglected && left < 2) || (left > 0 && dice.chance(35));
            if left_out {
                continue;
            }
            let grown = if left > 0 && dice.chance(30 + 5 * left) { -1 } else { 0 };
            let level = moved(*level, grown);
            let unseen = dice.chance(9);
            let value = if unseen { RatingValue::NotObserved } else { RatingValue::Level(level) };
            let mut rating = NewRating::plain(person, id.clone(), value, day);
            if !unseen {
                self.give_reason(&mut rating, level, *required, dice);
            }
            ratings.push(rating);
        }
        self.scribe.at(day, 15 * 60 + 20);
        if !ratings.is_empty() {
            self.scribe.write(intent::Rate { ratings, session: None });
        }
    }

    fn give_reason(&self, rating: &mut NewRating, level: Level, required: Level, dice: &mut Dice) {
        let stock: &[Reason] = match level.cmp(&required) {
            std::cmp::Ordering::Less => SHORT,
            std::cmp::Ordering::Equal => MET,
            std::cmp::Ordering::Greater => MORE,
        };
        if dice.chance(if level < required { 85 } else { 35 }) {
            let reason = &stock[dice.below(stock.len())];
            let audience = if dice.chance(40) { Audience::Shared } else { Audience::Private };
            rating.reason = Audienced::new(audience, reason.text.to_owned());
            rating.facet = reason.facet;
        }
        if dice.chance(45) {
            let from = months_before(rating.on, 8);
            let notes = self.scribe.dossier().feedback.iter().filter(|note| note.on > from && note.on <= rating.on);
            let notes: Vec<FeedbackId> = notes.map(|note| note.id).collect();
            if !notes.is_empty() {
                let many = 1 + dice.below(2);
                rating.evidence = (0..many).map(|_| notes[dice.below(notes.len())].into()).collect();
            }
        } else if dice.chance(8) {
            rating.evidence = vec![Evidence::Document("sertifikat pelatihan, salinan di map pegawai".to_owned())];
        }
    }

    /// Most have rated themselves before the last round, often a level higher; sometimes a team leader was asked.
    fn rate_oneself(&mut self, day: Date, abilities: &[Ability], dice: &mut Dice) {
        let person = self.scribe.person();
        let by = |rater: Rater, dice: &mut Dice| -> Vec<NewRating> {
            let cells = abilities.iter().filter_map(|Ability { id, level, .. }| {
                let off = [0, 0, 0, 1, 1, -1][dice.below(6)];
                let seen = rater == Rater::Employee || dice.chance(40);
                let value = RatingValue::Level(moved(*level, off));
                let rating = NewRating::plain(person, id.clone(), value, day);
                seen.then_some(NewRating { rater: rater.clone(), ..rating })
            });
            cells.collect()
        };
        self.scribe.at(day, 11 * 60 + 5);
        if dice.chance(75) {
            let ratings = by(Rater::Employee, dice);
            self.scribe.write(intent::Rate { ratings, session: None });
        }
        if dice.chance(30) {
            let ratings = by(Rater::Other(dice.pick(OTHERS).to_owned()), dice);
            if !ratings.is_empty() {
                self.scribe.write(intent::Rate { ratings, session: None });
            }
        }
    }

    /// The seven values at the end of each of the last four quarters; for some an expectation of this one.
    fn behave(&mut self, end: Date, dice: &mut Dice) {
        let person = self.scribe.person();
        let mut quarter = Quarter::of(end);
        let period = EvaluationPeriod::Quarter(quarter);
        let mut ended = Vec::new();
        for _ in 0..4 {
            quarter = Quarter::of(plus(quarter.first(), -1));
            ended.push(quarter);
        }
        for quarter in ended.into_iter().rev().filter(|quarter| quarter.first() > self.since) {
            let on = working_day_back(quarter.last(), self.rules);
            let ratings = BehaviourValue::ALL.map(|value| {
                let rating = match dice.below(100) {
                    0..=8 => ExpectationRating::Below,
                    9..=72 => ExpectationRating::Meets,
                    _ => ExpectationRating::Above,
                };
                let said = if dice.chance(30) || rating == ExpectationRating::Below { NOTES[rating as usize] } else { &[] };
                let note = if said.is_empty() { String::new() } else { dice.pick(said).to_owned() };
                NewBehaviourRating { value, rating, note: Audienced::new(Audience::Shared, note) }
            });
            self.scribe.at(on, 16 * 60);
            self.scribe.write(intent::RateBehaviour {
                person,
                period: EvaluationPeriod::Quarter(quarter),
                on,
                ratings: ratings.into(),
            });
        }
        let begun = working_day_back(plus(period.first(), 6), self.rules);
        if dice.chance(50) && begun >= period.first() && begun >= self.since && begun <= self.eve {
            let (value, text) = EXPECTATIONS[dice.below(EXPECTATIONS.len())];
            self.scribe.at(begun, 8 * 60 + 30);
            self.scribe.write(intent::ExpectBehaviour { person, value, period, text: text.to_owned() });
        }
    }
}

/// So many levels up or down, within the five.
fn moved(level: Level, by: i8) -> Level {
    let number = level.number().saturating_add_signed(by).clamp(1, 5);
    Level::new(number).unwrap_or(level)
}

//! Intents about competencies and work behaviour: ratings, expectations, standards, frameworks.

use super::*;
use crate::domain::competency::standard::position_key;
use crate::domain::competency::{
    BehaviourValue, Competency, Evidence, ExpectationRating, Facet, Rater, RatingValue, StandardSource, Wording,
};
use crate::domain::language::clean::clean_line;
use crate::domain::period::EvaluationPeriod;
use std::collections::BTreeMap;

/// One judgement as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRating {
    pub person: PersonId,
    pub competency: CompetencyId,
    pub value: RatingValue,
    pub rater: Rater,
    pub on: Date,
    /// May be empty.
    pub reason: Audienced<String>,
    pub evidence: Vec<Evidence>,
    pub facet: Option<Facet>,
}

impl NewRating {
    /// By the supervisor, without a word.
    pub fn plain(person: PersonId, competency: CompetencyId, value: RatingValue, on: Date) -> Self {
        let reason = Audienced::new(Audience::Private, String::new());
        NewRating { person, competency, value, rater: Rater::Supervisor, on, reason, evidence: vec![], facet: None }
    }
}

/// How one value was lived, as it is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewBehaviourRating {
    pub value: BehaviourValue,
    pub rating: ExpectationRating,
    /// May be empty.
    pub note: Audienced<String>,
}

/// What a position is to require; nothing required takes its standard away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewStandard {
    pub position: String,
    pub required: BTreeMap<CompetencyId, Level>,
    pub source: StandardSource,
}

/// One cell or many, of one person or several, as one change. A cell that says again what was said on the same
/// day is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rate {
    pub ratings: Vec<NewRating>,
    pub session: Option<SessionId>,
}

impl Judge for Rate {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let Rate { ratings, session } = self;
        let mut ops: Vec<Op> = Vec::new();
        for new in ratings {
            let rating = case.rating(new, session)?;
            // What was said in between holds: only the last word of the day can be said again without being one.
            let same = |said: &&Rating| is_same_cell(said, &rating);
            let last = case.dossier(rating.person)?.ratings.iter().filter(same).max_by_key(|said| said.moment());
            if !last.is_some_and(|said| says_the_same(said, &rating)) {
                ops.push(Op::add(rating));
            }
        }
        let Some(first) = ops.first().and_then(|op| op.record().person()) else {
            return Err(Refusal::NothingChanged);
        };
        let one = ops.iter().all(|op| op.record().person() == Some(first));
        Ok(case.change(ChangeKind::Rated, one.then_some(first), ops))
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RateBehaviour {
    pub person: PersonId,
    pub period: EvaluationPeriod,
    pub on: Date,
    pub ratings: Vec<NewBehaviourRating>,
}

impl Judge for RateBehaviour {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let RateBehaviour { person, period, on, ratings } = self;
        if !case.person(person)?.status.in_service() {
            return Err(Refusal::NotActive);
        }
        if on > case.world.today {
            return Err(Refusal::DateInFuture);
        }
        case.has_begun(period)?;
        let mut ops = Vec::new();
        for new in ratings {
            let (note, value, rating) = (cleaned(new.note)?, new.value, new.rating);
            let same = |said: &&BehaviourRating| (said.value, said.period) == (value, period);
            let newest = case.dossier(person)?.behaviours.iter().filter(same).max_by_key(|said| said.moment());
            if newest.is_some_and(|said| said.on == on && said.rating == rating && said.note == note) {
                continue;
            }
            let id = BehaviourId(case.uuid());
            let (by, written) = (case.world.actor.clone(), case.world.now);
            let record = BehaviourRating { id, person, value, period, rating, note, on, by, written };
            ops.push(Op::add(record));
        }
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(case.change(ChangeKind::BehaviourRated, Some(person), ops))
    }
}

/// Sets, replaces or (by an empty text) takes away the leader's expectation of one value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectBehaviour {
    pub person: PersonId,
    pub value: BehaviourValue,
    pub period: EvaluationPeriod,
    pub text: String,
}

impl Judge for ExpectBehaviour {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let ExpectBehaviour { person, value, period, text } = self;
        let text = whole(&text)?;
        let was = case.dossier(person)?.expectation_of(value, period).cloned();
        let op = match was {
            None if text.is_empty() => return Err(Refusal::EmptyText),
            Some(was) if text.is_empty() => Op::remove(was),
            Some(was) if *was.text.get() == text => return Err(Refusal::NothingChanged),
            was => {
                let id = was.as_ref().map_or_else(|| ExpectationId(case.uuid()), |was| was.id);
                let (by, written, on) = (case.world.actor.clone(), case.world.now, case.world.today);
                let on = was.as_ref().map_or(on, |was| was.on);
                let text = Shared::new(text);
                let new = LeaderExpectation { id, person, value, period, text, on, by, written };
                was.map_or_else(|| Op::add(new.clone()), |was| Op::replace(was, new.clone()))
            }
        };
        case.one(ChangeKind::BehaviourExpected, person, op)
    }
}

/// Standards of several positions at once; those that stay as they are are left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetStandards {
    pub standards: Vec<NewStandard>,
}

impl Judge for SetStandards {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SetStandards { standards } = self;
        // The last that is said of a position holds.
        let mut wanted: BTreeMap<String, NewStandard> = BTreeMap::new();
        for standard in standards {
            let position = whole_line(&standard.position)?;
            let key = position_key(&position);
            if key.is_empty() {
                return Err(Refusal::PositionMissing);
            }
            let framework = case.world.roster.catalogue.framework();
            if let Some(unknown) = standard.required.keys().find(|id| framework.get(id).is_none()) {
                return Err(Refusal::UnknownCompetency(unknown.to_string()));
            }
            wanted.insert(key, NewStandard { position, ..standard });
        }
        let ops: Vec<Op> = wanted.into_iter().filter_map(|(key, new)| case.standard(&key, new)).collect();
        if ops.is_empty() {
            return Err(Refusal::NothingChanged);
        }
        Ok(case.change(ChangeKind::StandardsSet, None, ops))
    }
}

/// Takes a framework over. Ratings given before keep the version that they name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetFramework {
    pub framework: Box<Framework>,
}

impl Judge for SetFramework {
    fn judge(self, case: &mut Case<'_>) -> Result<Change, Refusal> {
        let SetFramework { framework } = self;
        let framework = tidied(*framework);
        if framework.version.is_empty() || framework.competencies.is_empty() {
            return Err(Refusal::FrameworkEmpty);
        }
        let catalogue = &case.world.roster.catalogue;
        match catalogue.framework_of(&framework.version) {
            Some(known) if *known != framework => return Err(Refusal::VersionTaken(framework.version)),
            Some(known) if catalogue.framework() == known => return Err(Refusal::NothingChanged),
            _ => {}
        }
        let id = FrameworkId::of(&framework.version);
        let was = catalogue.edition(id).cloned();
        // The last one taken over holds, also among two of the same moment.
        let after = |edition: &Edition| edition.written + jiff::SignedDuration::from_millis(1);
        let written = catalogue.editions().map(after).fold(case.world.now, Timestamp::max);
        let by = case.world.actor.clone();
        let edition = Edition { id, framework, by, written };
        let op = match was {
            // One that held before holds again.
            Some(was) => Op::replace(was, edition),
            None => Op::add(edition),
        };
        Ok(case.change(ChangeKind::FrameworkSet, None, vec![op]))
    }
}

impl Case<'_> {
    fn rating(&mut self, new: NewRating, session: Option<SessionId>) -> Result<Rating, Refusal> {
        let dossier = self.dossier(new.person)?;
        let framework = self.world.roster.catalogue.framework();
        if framework.get(&new.competency).is_none() {
            return Err(Refusal::UnknownCompetency(new.competency.to_string()));
        }
        if !dossier.person.status.in_service() {
            return Err(Refusal::NotActive);
        }
        if new.on > self.world.today {
            return Err(Refusal::DateInFuture);
        }
        let mut evidence = Vec::new();
        for piece in new.evidence {
            let piece = match piece {
                Evidence::Record(id) if !is_evidence(dossier, id) => return Err(Refusal::NoSuchRecord),
                Evidence::Document(name) if whole_line(&name)?.is_empty() => continue,
                Evidence::Document(name) => Evidence::Document(whole_line(&name)?),
                record => record,
            };
            if !evidence.contains(&piece) {
                evidence.push(piece);
            }
        }
        let rater = match new.rater {
            Rater::Other(name) if whole_line(&name)?.is_empty() => return Err(Refusal::EmptyName),
            Rater::Other(name) => Rater::Other(whole_line(&name)?),
            rater => rater,
        };
        self.session_accepts(new.person, session)?;
        Ok(Rating {
            person: new.person,
            competency: new.competency,
            value: new.value,
            rater,
            on: new.on,
            reason: cleaned(new.reason)?,
            evidence,
            facet: new.facet,
            framework: framework.version.clone(),
            session,
            id: RatingId(self.uuid()),
            by: self.world.actor.clone(),
            written: self.world.now,
        })
    }

    fn standard(&self, key: &str, new: NewStandard) -> Option<Op> {
        let was = self.world.roster.catalogue.standard_of(Some(key)).cloned();
        let NewStandard { position, required, source } = new;
        match was {
            None if required.is_empty() => None,
            Some(was) if required.is_empty() => Some(Op::remove(was)),
            Some(was) if was.required == required && was.source == source && was.position == position => None,
            was => {
                let (id, by, written) = (StandardId::of(key), self.world.actor.clone(), self.world.now);
                let standard = Standard { id, position, required, source, by, written };
                Some(match was {
                    Some(was) => Op::replace(was, standard),
                    None => Op::add(standard),
                })
            }
        }
    }

    fn has_begun(&self, period: EvaluationPeriod) -> Result<(), Refusal> {
        if period.first() > self.world.today { Err(Refusal::PeriodInFuture) } else { Ok(()) }
    }
}

/// A dated record of the same person; a rating is no evidence for ratings.
fn is_evidence(dossier: &Dossier, id: RecordId) -> bool {
    match id {
        RecordId::Feedback(id) => dossier.feedback.iter().any(|note| note.id == id),
        RecordId::Rating(_) | RecordId::BehaviourRating(_) | RecordId::Person(_) => false,
        id => dossier.record(id).is_some(),
    }
}

/// One side of one competency, by one rater on one day.
fn is_same_cell(said: &Rating, new: &Rating) -> bool {
    let cell = (said.person, &said.competency, &said.rater, said.on) == (new.person, &new.competency, &new.rater, new.on);
    cell && said.facet == new.facet
}

fn says_the_same(said: &Rating, new: &Rating) -> bool {
    let words = (&said.reason, &said.evidence, said.session) == (&new.reason, &new.evidence, new.session);
    words && said.value == new.value
}

/// A text that may be empty.
fn cleaned(text: Audienced<String>) -> Result<Audienced<String>, Refusal> {
    Ok(Audienced::new(text.audience(), whole(text.for_supervisor())?))
}

fn tidied(framework: Framework) -> Framework {
    let tidy = |c: Competency| Competency {
        short: c.short.tidied(),
        name: c.name.tidied(),
        definition: c.definition.tidied(),
        levels: c.levels.each_ref().map(Wording::tidied),
        ..c
    };
    Framework {
        version: clean_line(&framework.version),
        source: framework.source.tidied(),
        competencies: framework.competencies.into_iter().map(tidy).collect(),
    }
}

#[cfg(test)]
mod tests;

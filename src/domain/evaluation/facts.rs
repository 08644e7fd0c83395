//! What is known of somebody's period when it is judged: results with their figures, the seven behaviours, what was
//! shared, sessions held. Counts and records alone: nothing here is weighed, averaged or turned into a rating.

use crate::domain::competency::behaviour::{BehaviourStanding, behaviours};
use crate::domain::competency::evidence::Spread;
use crate::domain::goal::plan::{Goal, PerformancePlan};
use crate::domain::period::{EvaluationPeriod, days_between};
use crate::domain::{Dossier, FeedbackKind};
use jiff::civil::Date;

/// Days at the end of a period of which the share of the evidence is told: three weeks.
const LAST_DAYS: i64 = 21;

/// The whole of one person's period, as of a day.
#[derive(Clone, Debug, PartialEq)]
pub struct PeriodFacts<'d> {
    pub results: Vec<ResultFacts<'d>>,
    pub behaviours: [BehaviourStanding<'d>; 7],
    pub praise: usize,
    pub improve: usize,
    pub observed: usize,
    /// Notes of the period that the employee has read.
    pub shared: usize,
    pub sessions: usize,
    /// Sessions of the period to which the employee said something.
    pub answered: usize,
    /// Of the period's notes, in whole percent, those of its last three weeks; nothing without notes.
    pub late_percent: Option<usize>,
}

/// One result of the plan that was in effect, with what was noted of it.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultFacts<'d> {
    pub goal: Goal<'d>,
    /// Notes with its tag and values that were entered, over the period.
    pub evidence: Spread,
}

impl<'d> PeriodFacts<'d> {
    pub fn of(dossier: &'d Dossier, period: EvaluationPeriod, today: Date) -> PeriodFacts<'d> {
        let end = period.last().min(today);
        let within = |day: Date| period.contains(day) && day <= today;
        let notes: Vec<_> = dossier.evidence().filter(|note| within(note.on)).collect();
        let of = |kind: FeedbackKind| notes.iter().filter(|note| note.kind == kind).count();
        let late = notes.iter().filter(|note| days_between(note.on, end) < LAST_DAYS).count();
        let held: Vec<_> = dossier.sessions.iter().filter(|session| session.is_closed() && within(session.on)).collect();
        PeriodFacts {
            results: results(dossier, period, end),
            behaviours: behaviours(dossier, period, today),
            praise: of(FeedbackKind::Praise),
            improve: of(FeedbackKind::Improve),
            observed: of(FeedbackKind::Observation),
            shared: notes.iter().filter(|note| note.words.shared().is_some()).count(),
            sessions: held.len(),
            answered: held.iter().filter(|session| session.response.is_some()).count(),
            late_percent: (!notes.is_empty()).then(|| late * 100 / notes.len()),
        }
    }

    /// How many of the seven behaviours have a mark of the period.
    pub fn behaviours_marked(&self) -> usize {
        self.behaviours.iter().filter(|standing| standing.current.is_some()).count()
    }

    /// Indicators that have a value, of how many.
    pub fn measured(&self) -> (usize, usize) {
        let standings = || self.results.iter().flat_map(|result| &result.goal.standings);
        (standings().filter(|standing| standing.value.is_some()).count(), standings().count())
    }

    /// Pieces of evidence of the whole period, by its parts.
    pub fn evidence(&self) -> Spread {
        let mut all = Spread::default();
        for spread in self.results.iter().map(|result| result.evidence).chain(self.behaviours.iter().map(|b| b.evidence)) {
            all.count += spread.count;
            all.parts.iter_mut().zip(spread.parts).for_each(|(sum, part)| *sum += part);
            all.newest = all.newest.max(spread.newest);
        }
        all
    }
}

/// The plan that was in effect at the end of the judged days.
fn results(dossier: &Dossier, period: EvaluationPeriod, end: Date) -> Vec<ResultFacts<'_>> {
    let Some(plan) = PerformancePlan::on(dossier, end) else { return vec![] };
    let own = plan.own;
    let kept = plan.goals.into_iter().take(own).filter(|goal| !goal.result.is_dropped());
    let facts = kept.map(|goal| {
        let noted = dossier.evidence().filter(|note| note.tags.contains(&goal.result.tag)).map(|note| note.on);
        let entered = dossier.check_ins.iter().filter(|value| value.result == goal.result.id).map(|value| value.on);
        let evidence = Spread::over(noted.chain(entered), period.first(), end);
        ResultFacts { goal, evidence }
    });
    facts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competency::current::tests::person;
    use crate::domain::period::Quarter;
    use crate::domain::{Actor, Audience, Audienced, Feedback, FeedbackId, Sbi};
    use jiff::civil::date;
    use uuid::Uuid;

    fn note(n: u128, kind: FeedbackKind, on: Date, audience: Audience) -> Feedback {
        Feedback {
            id: FeedbackId(Uuid::from_u128(n)),
            person: person("Arsiparis").id,
            on,
            kind,
            words: Audienced::new(audience, Sbi::plain("Menata rak.")),
            tags: vec!["akuntabel".into()],
            session: None,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
            went: None,
        }
    }

    #[test]
    fn what_lies_outside_the_period_or_ahead_is_not_counted() {
        let period = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 4 });
        let mut dossier = Dossier::new(person("Arsiparis"));
        dossier.feedback = vec![
            note(1, FeedbackKind::Praise, date(2026, 9, 30), Audience::Shared),
            note(2, FeedbackKind::Praise, date(2026, 10, 1), Audience::Shared),
            note(3, FeedbackKind::Improve, date(2026, 11, 20), Audience::Private),
            note(4, FeedbackKind::Observation, date(2026, 12, 1), Audience::Shared),
        ];
        let facts = PeriodFacts::of(&dossier, period, date(2026, 11, 21));
        assert_eq!((facts.praise, facts.improve, facts.observed, facts.shared), (1, 1, 0, 1));
        assert_eq!((facts.late_percent, facts.evidence().count, facts.behaviours_marked()), (Some(50), 2, 0));
        assert_eq!(facts.measured(), (0, 0));
    }
}

//! A look at one's own judgements before a round is finished, for the assessor alone: signs of habit, never a verdict.
//! It blocks nothing and is kept nowhere. What counts as a sign is the rule set's.

use super::caution::RatedSide;
use super::holding;
use super::record::Evaluation;
use crate::domain::competency::{Evidence, ExpectationRating, evidence::day_of};
use crate::domain::language::clean::fold;
use crate::domain::period::{EvaluationPeriod, days_between};
use crate::domain::{Dossier, PersonId, RuleSet};
use std::collections::BTreeMap;

/// Something worth a second look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RoundSign {
    /// One value for everybody.
    SameForAll { side: RatedSide, rating: ExpectationRating, count: usize },
    /// Both values of so many are what they were last time.
    SameAsLastTime { count: usize },
    /// The same words stand as the reason for several.
    SameReason { people: Vec<PersonId>, reason: String },
    /// Everything that a judgement points to is of the last days.
    LateEvidence { person: PersonId, count: usize, days: u16 },
}

impl RoundSign {
    /// The stable word for machines.
    pub fn id(&self) -> &'static str {
        match self {
            RoundSign::SameForAll { .. } => "same_for_all",
            RoundSign::SameAsLastTime { .. } => "same_as_last_time",
            RoundSign::SameReason { .. } => "same_reason",
            RoundSign::LateEvidence { .. } => "late_evidence",
        }
    }
    /// Where to look first.
    pub fn person(&self) -> Option<PersonId> {
        match self {
            RoundSign::SameReason { people, .. } => people.first().copied(),
            RoundSign::LateEvidence { person, .. } => Some(*person),
            RoundSign::SameForAll { .. } | RoundSign::SameAsLastTime { .. } => None,
        }
    }
}

/// Looks at the judgements in force of one period, of all people of a team.
pub fn self_check<'d>(
    dossiers: impl IntoIterator<Item = &'d Dossier>,
    period: EvaluationPeriod,
    rules: &RuleSet,
) -> Vec<RoundSign> {
    let round: Vec<(&Dossier, &Evaluation)> = dossiers
        .into_iter()
        .flat_map(|dossier| {
            let own = holding::of_period(&dossier.evaluations, period);
            own.into_iter().filter(|evaluation| evaluation.results().is_some()).map(move |evaluation| (dossier, evaluation))
        })
        .collect();
    let mut out = Vec::new();
    if round.len() >= usize::from(rules.self_check_least).max(2) {
        out.extend(same_for_all(&round));
        out.extend(same_as_last_time(&round, period));
    }
    out.extend(same_reasons(&round));
    out.extend(round.iter().filter_map(|(dossier, evaluation)| late_evidence(dossier, evaluation, rules)));
    out
}

fn same_for_all(round: &[(&Dossier, &Evaluation)]) -> Vec<RoundSign> {
    let same = |side: RatedSide, rating: fn(&Evaluation) -> Option<ExpectationRating>| {
        let first = round.first().and_then(|(_, evaluation)| rating(evaluation))?;
        let all = round.iter().all(|(_, evaluation)| rating(evaluation) == Some(first));
        all.then_some(RoundSign::SameForAll { side, rating: first, count: round.len() })
    };
    let results = same(RatedSide::Results, Evaluation::results);
    results.into_iter().chain(same(RatedSide::Behaviour, Evaluation::behaviour)).collect()
}

fn same_as_last_time(round: &[(&Dossier, &Evaluation)], period: EvaluationPeriod) -> Option<RoundSign> {
    let with_last: Vec<bool> = round
        .iter()
        .filter_map(|(dossier, evaluation)| {
            let before = holding::before(&dossier.evaluations, period)?;
            Some(before.results() == evaluation.results() && before.behaviour() == evaluation.behaviour())
        })
        .collect();
    let of = with_last.len();
    (of >= 2 && with_last.iter().all(|same| *same)).then_some(RoundSign::SameAsLastTime { count: of })
}

fn same_reasons(round: &[(&Dossier, &Evaluation)]) -> Vec<RoundSign> {
    let mut reasons: BTreeMap<String, Vec<(PersonId, &str)>> = BTreeMap::new();
    for (dossier, evaluation) in round {
        let reason = evaluation.reason.for_supervisor().trim();
        if !reason.is_empty() {
            reasons.entry(fold(reason)).or_default().push((dossier.id(), reason));
        }
    }
    let several = reasons.into_values().filter(|said| said.len() > 1);
    several
        .map(|said| RoundSign::SameReason {
            reason: said.first().map(|(_, reason)| (*reason).to_owned()).unwrap_or_default(),
            people: said.into_iter().map(|(person, _)| person).collect(),
        })
        .collect()
}

fn late_evidence(dossier: &Dossier, evaluation: &Evaluation, rules: &RuleSet) -> Option<RoundSign> {
    let end = evaluation.span.until.min(evaluation.on);
    let day = |piece: &Evidence| match piece {
        Evidence::Record(id) => day_of(dossier, *id),
        Evidence::Document(_) => None,
    };
    let days: Vec<_> = evaluation.evidence.iter().map(day).collect();
    let late =
        |day: &Option<jiff::civil::Date>| day.is_some_and(|day| days_between(day, end) <= i64::from(rules.self_check_days));
    let all = !days.is_empty() && days.iter().all(late);
    let (person, count, days) = (dossier.id(), days.len(), rules.self_check_days);
    all.then_some(RoundSign::LateEvidence { person, count, days })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competency::current::tests::person;
    use crate::domain::evaluation::{Assessor, Judgement, Origin};
    use crate::domain::period::Quarter;
    use crate::domain::{Actor, Audience, Audienced, EvaluationId, SharedText};
    use ExpectationRating::{Above, Meets};
    use uuid::Uuid;

    fn q(number: u8) -> EvaluationPeriod {
        EvaluationPeriod::Quarter(Quarter { year: 2026, number })
    }

    fn judged(n: u128, period: EvaluationPeriod, results: ExpectationRating, reason: &str) -> Evaluation {
        Evaluation {
            id: EvaluationId(Uuid::from_u128(n)),
            person: PersonId(Uuid::from_u128(n / 10)),
            period,
            span: period.span(),
            assessor: Assessor::default(),
            position: None,
            acting_post: false,
            judgement: Judgement::Rated { results, behaviour: Meets },
            reason: Audienced::new(Audience::Private, reason.to_owned()),
            evidence: vec![],
            notes: SharedText::new(String::new()),
            on: period.last(),
            origin: Origin::Typed,
            credit_months: None,
            supersedes: None,
            handed_over: None,
            withdrawn: None,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        }
    }

    fn team(results: &[ExpectationRating], reason: &str) -> Vec<Dossier> {
        let one = |(n, results): (u128, &ExpectationRating)| {
            let mut dossier = Dossier::new(person("Arsiparis"));
            dossier.person.id = PersonId(Uuid::from_u128(n));
            dossier.evaluations = vec![judged(n * 10, q(2), Meets, ""), judged(n * 10 + 1, q(3), *results, reason)];
            dossier
        };
        (1..).zip(results).map(one).collect()
    }

    fn signs(team: &[Dossier]) -> Vec<&'static str> {
        self_check(team, q(3), &RuleSet::default()).iter().map(RoundSign::id).collect()
    }

    #[test]
    fn the_same_for_all_the_same_as_last_time_and_identical_reasons_are_signs() {
        assert_eq!(signs(&team(&[Meets; 5], "")), ["same_for_all", "same_for_all", "same_as_last_time"]);
        assert_eq!(signs(&team(&[Above, Meets, Meets, Meets, Meets], "")), ["same_for_all"], "behaviour alone");
        assert_eq!(signs(&team(&[Meets; 4], "")), [""; 0], "too few say nothing");
        assert_eq!(signs(&team(&[Above, Meets], "Kerja baik.")), ["same_reason"]);
    }
}

//! Tests of intents about evaluations.

use super::*;
use crate::domain::competency::ExpectationRating;
use crate::domain::competency::current::tests::{TODAY, person};
use crate::domain::evaluation::Predicate;
use crate::domain::evaluation::credit::Credit;
use crate::domain::evaluation::objection::{ObjectionState, Side};
use crate::domain::period::{PeriodKind, Quarter};
use jiff::civil::date;
use proptest::prelude::*;

struct Place {
    roster: Roster,
    dossiers: HashMap<PersonId, Dossier>,
    rules: RuleSet,
    ids: IdSource,
    log: Vec<Change>,
}

use ExpectationRating::{Above, Below, Meets};

fn q(number: u8) -> EvaluationPeriod {
    EvaluationPeriod::Quarter(Quarter { year: 2026, number })
}

impl Place {
    fn new() -> Self {
        let sari = person("Arsiparis Ahli Pertama");
        let dossiers = HashMap::from([(sari.id, Dossier::new(sari))]);
        Place { roster: Roster::default(), dossiers, rules: RuleSet::default(), ids: IdSource::seeded(1), log: vec![] }
    }
    fn asked(
        &mut self,
        plan: impl FnOnce(&World<'_>, &mut IdSource, &[Change]) -> Result<Change, Refusal>,
    ) -> Result<Change, Refusal> {
        let actor = Actor { name: "Siti".into(), ..Actor::default() };
        let now = "2026-11-21T03:00:00Z".parse().unwrap();
        let (roster, dossiers, rules) = (&self.roster, &self.dossiers, &self.rules);
        let world = World { roster, dossiers, rules, today: TODAY, now, actor: &actor };
        let change = plan(&world, &mut self.ids, &self.log)?;
        self.roster.apply_office(&change);
        self.dossiers.values_mut().for_each(|dossier| change.ops.iter().for_each(|op| dossier.apply(op)));
        self.log.push(change.clone());
        Ok(change)
    }
    fn wants(&mut self, intent: impl Into<Intent>) -> Result<Change, Refusal> {
        self.asked(|world, ids, _| judge(world, ids, intent))
    }
    fn sari(&self) -> &Dossier {
        self.dossiers.values().next().unwrap()
    }
    fn judge(
        &mut self,
        period: EvaluationPeriod,
        results: ExpectationRating,
        behaviour: ExpectationRating,
    ) -> Result<Change, Refusal> {
        let judge = rated(self.sari().id(), period, results, behaviour);
        self.wants(judge)
    }
    fn last(&self) -> &Evaluation {
        holding::in_force(&self.sari().evaluations).last().unwrap()
    }
    fn hand_over(&mut self, on: Date) -> Result<Change, Refusal> {
        let (person, id) = (self.sari().id(), self.last().id);
        let sheet = SharedText::new("DOKUMEN EVALUASI".into());
        self.wants(HandOverEvaluation { person, id, on, sheet })
    }
    fn step(&mut self, on: Date, step: NewStep) -> Result<Change, Refusal> {
        let (person, id) = (self.sari().id(), self.sari().objections[0].id);
        self.wants(TakeObjectionStep { person, id, on, step })
    }
}

fn rated(person: PersonId, period: EvaluationPeriod, results: ExpectationRating, behaviour: ExpectationRating) -> Evaluate {
    Evaluate {
        person,
        period,
        span: None,
        judgement: Judgement::Rated { results, behaviour },
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        notes: String::new(),
        on: period.last().min(TODAY),
        assessor: None,
        acting_post: false,
        credit_months: None,
        because: String::new(),
    }
}

#[test]
fn what_was_not_handed_over_is_corrected_and_what_was_is_superseded_with_a_reason() {
    let mut place = Place::new();
    place.judge(q(3), Meets, Meets).unwrap();
    place.judge(q(3), Above, Meets).unwrap();
    assert_eq!(place.sari().evaluations.len(), 1, "the same record");
    assert_eq!(place.judge(q(3), Above, Meets), Err(Refusal::NothingChanged));
    place.hand_over(date(2026, 10, 19)).unwrap();
    assert_eq!(place.judge(q(3), Below, Meets), Err(Refusal::ReasonMissing));
    let person = place.sari().id();
    let because = Evaluate { because: "angka keliru".into(), ..rated(person, q(3), Below, Meets) };
    place.wants(because).unwrap();
    let all = &place.sari().evaluations;
    assert_eq!((all.len(), holding::in_force(all).len()), (2, 1), "the old one stays readable");
    assert_eq!(place.last().predicate(&place.rules), Some(Predicate::NeedsImprovement));
}

#[test]
fn a_transfer_makes_two_evaluations_by_two_assessors_and_the_last_one_counts() {
    let mut place = Place::new();
    let person = place.sari().id();
    let part = |from, until, name: &str, results| Evaluate {
        span: Period::new(from, until),
        assessor: Some(Assessor { name: name.into(), ..Assessor::default() }),
        ..rated(person, q(2), results, Meets)
    };
    place.wants(part(date(2026, 4, 1), date(2026, 6, 15), "Parlindungan", Below)).unwrap();
    place.wants(part(date(2026, 6, 16), date(2026, 6, 30), "Siti", Meets)).unwrap();
    let (counts, undecided) = holding::tally([place.sari().evaluations.as_slice()], q(2), &place.rules);
    assert_eq!((counts, undecided), ([0, 1, 0, 0, 0], 0), "each person once, by the one that ends last");
    let whole = place.judge(q(2), Meets, Meets);
    assert!(matches!(whole, Err(Refusal::PeriodTaken(_))), "{whole:?}");
    let credit = Credit::of(
        &place.sari().evaluations,
        crate::domain::competency::PositionKind::AhliPertama,
        Number::ZERO,
        &place.rules,
    )
    .unwrap();
    let months: Vec<u8> = credit.rows.iter().map(|row| row.months).collect();
    assert_eq!(months, [2, 1], "June belongs to the row that has its last day");
}

#[test]
fn an_objection_goes_its_way_and_a_decision_makes_a_new_evaluation_that_counts() {
    let mut place = Place::new();
    place.judge(EvaluationPeriod::Year(2025), Meets, Meets).unwrap();
    let points = |place: &Place| {
        let all = &place.sari().evaluations;
        let level = crate::domain::competency::PositionKind::AhliPertama;
        Credit::of(all, level, Number::ZERO, &place.rules).unwrap().sum.to_string()
    };
    assert_eq!(points(&place), "12.5");
    place.hand_over(date(2026, 1, 12)).unwrap();
    let person = place.sari().id();
    let receipt = place.last().handed_over.clone().unwrap().receipt;
    let reason = "dinilai sebelum laporan tiba".to_owned();
    let answer = Acknowledgement::Objects { on: date(2026, 1, 20), reason };
    place.wants(AnswerEvaluation { person, receipt: receipt.to_lowercase(), answer }).unwrap();
    assert_eq!(place.sari().objections[0].state(), ObjectionState::Filed);
    let changed = NewDecision::Change { results: Above, behaviour: Above };
    let decide = || NewStep::Decide { by: "Camat".into(), decision: changed.clone(), reason: "bukti diterima".into() };
    assert_eq!(place.step(date(2026, 1, 26), decide()), Err(Refusal::StepOutOfOrder), "it was not forwarded");
    place.step(date(2026, 1, 21), NewStep::Forward { to: "Camat Medan Meranti".into() }).unwrap();
    place.step(date(2026, 1, 22), NewStep::Explain { by: Side::Assessor, words: "tanggal keliru".into() }).unwrap();
    assert_eq!(place.step(date(2026, 1, 21), decide()), Err(Refusal::StepOutOfOrder), "no step back in time");
    place.step(date(2026, 1, 26), decide()).unwrap();
    let all = &place.sari().evaluations;
    assert_eq!((all.len(), points(&place).as_str()), (2, "18.75"));
    assert_eq!(all.iter().filter(|e| holding::holds(e, all)).count(), 1);
    // Taking the decision back puts the old one in force again.
    place.asked(judge_undo).unwrap();
    assert_eq!((points(&place).as_str(), place.sari().objections[0].state()), ("12.5", ObjectionState::Explained));
}

#[test]
fn what_was_withdrawn_does_not_come_in_again_with_a_list() {
    let mut place = Place::new();
    let person = place.sari().id();
    let row = ListedEvaluation {
        person,
        period: q(1),
        span: q(1).span(),
        assessor: Assessor { name: "Siti".into(), ..Assessor::default() },
        acting_post: false,
        judgement: Judgement::Rated { results: Meets, behaviour: Above },
        on: date(2026, 4, 6),
        notes: String::new(),
        origin: Origin::Imported { file: "evaluasi.csv".into(), row: 10, said: Some(Predicate::VeryGood) },
    };
    let list = || TakeEvaluations { rows: vec![row.clone()] };
    place.wants(list()).unwrap();
    assert_eq!(place.last().matrix_mismatch(&place.rules), Some((Predicate::VeryGood, Predicate::Good)));
    let id = place.last().id;
    place.wants(WithdrawEvaluation { person, id, reason: "salah orang".into() }).unwrap();
    assert_eq!(place.wants(list()), Err(Refusal::NothingChanged));
    assert!(holding::in_force(&place.sari().evaluations).is_empty());
}

#[test]
fn nobody_is_judged_by_oneself_ahead_of_time_or_outside_the_period() {
    let mut place = Place::new();
    let person = place.sari().id();
    let own = Evaluate {
        assessor: Some(Assessor { name: "Sari".into(), person: Some(person), ..Assessor::default() }),
        ..rated(person, q(3), Meets, Meets)
    };
    assert_eq!(place.wants(own), Err(Refusal::OwnEvaluation));
    assert_eq!(place.judge(EvaluationPeriod::Year(2027), Meets, Meets), Err(Refusal::PeriodInFuture));
    let outside = Evaluate { span: Period::new(date(2026, 6, 1), date(2026, 9, 30)), ..rated(person, q(3), Meets, Meets) };
    assert_eq!(place.wants(outside), Err(Refusal::SpanOutside));
    place.rules.period_kinds = vec![PeriodKind::Year];
    assert_eq!(place.judge(q(3), Meets, Meets), Err(Refusal::PeriodNotUsed));
    assert!(place.log.is_empty());
}

#[test]
fn what_is_known_of_a_unit_is_kept_once_a_period_and_undone() {
    let mut place = Place::new();
    let set = |others| SetUnitResult {
        unit: " Kecamatan  Medan Marelan".into(),
        period: q(3),
        result: Some(OrganisationResult::Good),
        set_by: "Sekda".into(),
        set_on: None,
        others,
        source: String::new(),
        note: String::new(),
    };
    place.wants(set(Some([4, 22, 3, 1, 0]))).unwrap();
    assert_eq!(place.wants(set(Some([4, 22, 3, 1, 0]))), Err(Refusal::NothingChanged));
    place.wants(set(None)).unwrap();
    let known = |place: &Place| place.roster.catalogue.office.of_period(q(3)).first().map(|unit| unit.others);
    assert_eq!((known(&place), place.roster.catalogue.office.unit_results().count()), (Some(None), 1));
    place.asked(judge_undo).unwrap();
    assert_eq!(known(&place), Some(Some([4, 22, 3, 1, 0])));
}

/// One thing that somebody does, with the ratings that are given in it.
#[derive(Clone, Debug)]
enum Deed {
    Judge(u8, ExpectationRating, ExpectationRating),
    HandOver,
    Object,
    Forward,
    Decide(ExpectationRating, ExpectationRating),
    Uphold,
    Withdraw,
    Undo,
    Redo,
}

fn deeds() -> impl Strategy<Value = Vec<Deed>> {
    let rating = || prop::sample::select(ExpectationRating::ALL.to_vec());
    let deed = prop_oneof![
        (1u8..=4, rating(), rating()).prop_map(|(quarter, results, behaviour)| Deed::Judge(quarter, results, behaviour)),
        Just(Deed::HandOver),
        Just(Deed::Object),
        Just(Deed::Forward),
        (rating(), rating()).prop_map(|(results, behaviour)| Deed::Decide(results, behaviour)),
        Just(Deed::Uphold),
        Just(Deed::Withdraw),
        Just(Deed::Undo),
        Just(Deed::Redo),
    ];
    prop::collection::vec(deed, 1..40)
}

impl Place {
    fn does(&mut self, deed: &Deed) -> Result<Change, Refusal> {
        let person = self.sari().id();
        let last = self.sari().evaluations.last().map(|evaluation| evaluation.id);
        let id = last.unwrap_or(EvaluationId(uuid::Uuid::nil()));
        let by = "Camat".to_owned();
        match deed {
            Deed::Judge(quarter, results, behaviour) => {
                let because = "diperbaiki".to_owned();
                let judge = Evaluate { because, ..rated(person, q(*quarter), *results, *behaviour) };
                self.wants(judge)
            }
            Deed::HandOver => {
                let sheet = SharedText::new(format!("DOKUMEN {id}"));
                self.wants(HandOverEvaluation { person, id, on: TODAY, sheet })
            }
            Deed::Object => {
                let about = ObjectionAbout::Evaluation(id);
                let grounds = vec![("keliru".to_owned(), String::new())];
                self.wants(FileObjection { person, about, on: TODAY, grounds, asks: String::new() })
            }
            Deed::Withdraw => self.wants(WithdrawEvaluation { person, id, reason: "salah".into() }),
            Deed::Undo => self.asked(judge_undo),
            Deed::Redo => self.asked(judge_redo),
            Deed::Forward => self.way(NewStep::Forward { to: by }),
            Deed::Uphold => self.way(NewStep::Decide { by, decision: NewDecision::Uphold, reason: "tetap".into() }),
            Deed::Decide(results, behaviour) => {
                let decision = NewDecision::Change { results: *results, behaviour: *behaviour };
                self.way(NewStep::Decide { by, decision, reason: "diubah".into() })
            }
        }
    }
    fn way(&mut self, step: NewStep) -> Result<Change, Refusal> {
        let Some(objection) = self.sari().objections.last() else { return Err(Refusal::NoSuchRecord) };
        let (person, id) = (objection.person, objection.id);
        self.wants(TakeObjectionStep { person, id, on: TODAY, step })
    }
}

proptest! {
    #[test]
    fn no_sequence_of_intents_sets_a_rating_that_was_not_given(deeds in deeds()) {
        let mut place = Place::new();
        let mut given: Vec<(ExpectationRating, ExpectationRating)> = vec![];
        let mut ever: std::collections::BTreeSet<EvaluationId> = Default::default();
        for deed in &deeds {
            let done = place.does(deed);
            if let (Ok(_), Deed::Judge(_, results, behaviour) | Deed::Decide(results, behaviour)) = (&done, deed) {
                given.push((*results, *behaviour));
            }
            for evaluation in &place.sari().evaluations {
                let rated = (evaluation.results().unwrap(), evaluation.behaviour().unwrap());
                prop_assert!(given.contains(&rated), "{rated:?} was never given: {deeds:?}");
            }
            // Nothing but undo takes a record away.
            let there: std::collections::BTreeSet<EvaluationId> = place.sari().evaluations.iter().map(|e| e.id).collect();
            if !matches!(deed, Deed::Undo | Deed::Redo) {
                prop_assert!(ever.is_subset(&there), "{deed:?} lost a record");
            }
            ever = there;
        }
    }
}

//! Tests of intents about ratings, standards and frameworks.

use super::*;
use crate::domain::competency::current::tests::{TODAY, id, person};
use crate::domain::competency::{FrameworkFile, standings};
use crate::domain::period::Quarter;
use jiff::civil::date;

struct Place {
    roster: Roster,
    dossiers: HashMap<PersonId, Dossier>,
    ids: IdSource,
    log: Vec<Change>,
}

impl Place {
    fn new() -> Self {
        let sari = person("Arsiparis Terampil");
        let dossiers = HashMap::from([(sari.id, Dossier::new(sari))]);
        Place { roster: Roster::default(), dossiers, ids: IdSource::seeded(1), log: vec![] }
    }
    fn asked(
        &mut self,
        judge: impl FnOnce(&World<'_>, &mut IdSource, &[Change]) -> Result<Change, Refusal>,
    ) -> Result<Change, Refusal> {
        let (rules, actor) = (RuleSet::default(), Actor::default());
        let now = "2026-11-21T03:00:00Z".parse().unwrap();
        let world =
            World { roster: &self.roster, dossiers: &self.dossiers, rules: &rules, today: TODAY, now, actor: &actor };
        let change = judge(&world, &mut self.ids, &self.log)?;
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
    fn cell(&self, competency: &str, number: u8) -> NewRating {
        let value = Level::new(number).map_or(RatingValue::NotObserved, RatingValue::Level);
        NewRating::plain(self.sari().id(), id(competency), value, TODAY)
    }
    fn rate(&mut self, ratings: Vec<NewRating>) -> Result<Change, Refusal> {
        self.wants(Rate { ratings, session: None })
    }
}

fn required(list: &[(&str, u8)]) -> BTreeMap<CompetencyId, Level> {
    list.iter().map(|(name, level)| (id(name), Level::new(*level).unwrap())).collect()
}

#[test]
fn many_cells_are_one_change_and_one_undo() {
    let mut place = Place::new();
    let change = place.rate(vec![place.cell("integrity", 2), place.cell("public-service", 0)]).unwrap();
    assert_eq!((change.kind, change.ops.len(), change.about), (ChangeKind::Rated, 2, Some(place.sari().id())));
    assert_eq!(place.sari().ratings[0].framework, Framework::national().version);
    place.asked(judge_undo).unwrap();
    assert_eq!(place.sari().ratings, []);
    place.asked(judge_redo).unwrap();
    assert_eq!(place.sari().ratings.len(), 2);
}

#[test]
fn a_newer_rating_is_added_and_the_same_again_is_not() {
    let mut place = Place::new();
    place.rate(vec![place.cell("integrity", 2)]).unwrap();
    assert_eq!(place.rate(vec![place.cell("integrity", 2)]), Err(Refusal::NothingChanged));
    place.rate(vec![place.cell("integrity", 2), place.cell("integrity", 3)]).unwrap();
    assert_eq!(place.sari().ratings.len(), 2);
    let standing = &standings(place.sari(), &place.roster.catalogue, &RuleSet::default(), TODAY)[0];
    assert_eq!(standing.known().unwrap().number(), 3, "of one moment, the later one");
}

#[test]
fn what_can_not_be_is_refused() {
    let mut place = Place::new();
    let cell = place.cell("integrity", 2);
    let unknown = NewRating { competency: id("telepathy"), ..cell.clone() };
    assert_eq!(place.rate(vec![cell.clone(), unknown]), Err(Refusal::UnknownCompetency("telepathy".into())));
    assert_eq!(place.sari().ratings, [], "all or nothing");
    let tomorrow = NewRating { on: date(2026, 11, 22), ..cell.clone() };
    assert_eq!(place.rate(vec![tomorrow]), Err(Refusal::DateInFuture));
    let nobody = NewRating { rater: Rater::Other(" ".into()), ..cell.clone() };
    assert_eq!(place.rate(vec![nobody]), Err(Refusal::EmptyName));
    let evidence = vec![FeedbackId(uuid::Uuid::from_u128(5)).into()];
    assert_eq!(place.rate(vec![NewRating { evidence, ..cell.clone() }]), Err(Refusal::NoSuchRecord));
    assert_eq!(place.rate(vec![]), Err(Refusal::NothingChanged));
    assert_eq!(Level::try_from(6), Err(Refusal::LevelOutside));
    let id = place.sari().id();
    place.wants(Retire { person: id, status: PersonStatus::Retired { on: None } }).unwrap();
    assert_eq!(place.rate(vec![cell]), Err(Refusal::NotActive));
}

#[test]
fn evidence_is_a_record_of_the_person_or_a_document_and_texts_are_cleaned() {
    let mut place = Place::new();
    let person = place.sari().id();
    let words = Audienced::new(Audience::Private, Sbi::plain("arsip rapi"));
    let note = NoteFeedback { person, on: TODAY, kind: FeedbackKind::Praise, words, tags: vec![], session: None };
    place.wants(note).unwrap();
    let note = place.sari().feedback[0].id;
    let evidence =
        vec![note.into(), note.into(), Evidence::Document(" SK\u{1b} 12 ".into()), Evidence::Document(" ".into())];
    let reason = Audienced::new(Audience::Shared, "rapi\u{202e} ".into());
    place.rate(vec![NewRating { evidence, reason, ..place.cell("records-management", 3) }]).unwrap();
    let rating = &place.sari().ratings[0];
    assert_eq!(rating.evidence, [note.into(), Evidence::Document("SK\u{fffd} 12".into())]);
    assert_eq!(rating.reason.for_supervisor(), "rapi\u{fffd}");
    let record = RecordId::Rating(rating.id);
    place.wants(ToggleAudience { person, record }).unwrap();
    assert_eq!(place.sari().ratings[0].reason.audience(), Audience::Private);
}

#[test]
fn the_last_word_of_a_day_holds_also_if_it_was_said_before() {
    let mut place = Place::new();
    for number in [3, 2, 3] {
        place.rate(vec![place.cell("integrity", number)]).unwrap();
    }
    assert_eq!(place.rate(vec![place.cell("integrity", 3)]), Err(Refusal::NothingChanged));
    let newest = place.sari().ratings.iter().max_by_key(|rating| rating.moment()).unwrap();
    assert_eq!((place.sari().ratings.len(), newest.level()), (3, Level::new(3)));
}

#[test]
fn what_was_judged_in_a_discarded_session_stays() {
    let mut place = Place::new();
    let person = place.sari().id();
    place.wants(StartSession { person, kind: SessionKind::Dialogue }).unwrap();
    let session = place.sari().sessions[0].id;
    let ratings = vec![place.cell("integrity", 2)];
    place.wants(Rate { ratings, session: Some(session) }).unwrap();
    assert_eq!(place.sari().ratings[0].session, Some(session));
    place.wants(DiscardSession { person, id: session }).unwrap();
    assert_eq!(place.sari().ratings[0].session, None);
}

#[test]
fn standards_are_set_by_position_and_taken_away_by_requiring_nothing() {
    let mut place = Place::new();
    let standard = |position: &str, list: &[(&str, u8)]| SetStandards {
        standards: vec![NewStandard { position: position.into(), required: required(list), source: StandardSource::Given }],
    };
    place.wants(standard("Arsiparis Terampil", &[("integrity", 2)])).unwrap();
    assert_eq!(place.wants(standard("Arsiparis Terampil", &[("integrity", 2)])), Err(Refusal::NothingChanged));
    place.wants(standard(" ARSIPARIS  terampil", &[("integrity", 3)])).unwrap();
    assert_eq!(place.roster.catalogue.standards().count(), 1);
    let found = |place: &Place| place.roster.catalogue.standard_of(Some("arsiparis terampil")).map(|s| s.required.clone());
    assert_eq!(found(&place), Some(required(&[("integrity", 3)])));
    place.wants(standard("Arsiparis Terampil", &[])).unwrap();
    assert_eq!(found(&place), None);
    place.asked(judge_undo).unwrap();
    assert_eq!(found(&place), Some(required(&[("integrity", 3)])));
    assert_eq!(place.wants(standard(" ", &[])), Err(Refusal::PositionMissing));
    assert_eq!(place.wants(standard("x", &[("telepathy", 1)])), Err(Refusal::UnknownCompetency("telepathy".into())));
}

#[test]
fn old_ratings_stay_readable_under_their_framework() {
    let mut place = Place::new();
    place.rate(vec![place.cell("integrity", 2)]).unwrap();
    let text = "version = \"2\"\n[[competency]]\nid = \"integrity\"\nname = { id = \"Kejujuran\" }\n";
    let second = Framework::national().extended(&FrameworkFile::parse(text).unwrap()).unwrap();
    let set = |framework: &Framework| SetFramework { framework: Box::new(framework.clone()) };
    place.wants(set(&second)).unwrap();
    assert_eq!(place.wants(set(&second)), Err(Refusal::NothingChanged));
    let other = Framework { source: Wording::new("lain", ""), ..second };
    assert_eq!(place.wants(set(&other)), Err(Refusal::VersionTaken("2".into())));
    let catalogue = &place.roster.catalogue;
    assert_eq!(catalogue.framework().version, "2");
    let rated = &place.sari().ratings[0];
    assert_eq!(catalogue.framework_of(&rated.framework).unwrap().get(&rated.competency).unwrap().name.id, "Integritas");
    place.wants(set(Framework::national())).unwrap();
    assert_eq!(place.roster.catalogue.framework().version, Framework::national().version, "a former one can hold again");
    assert_eq!(place.wants(set(&Framework::default())), Err(Refusal::FrameworkEmpty));
}

#[test]
fn behaviour_is_rated_for_a_period_and_never_touches_competencies() {
    let mut place = Place::new();
    let (person, value) = (place.sari().id(), BehaviourValue::Loyal);
    let period = EvaluationPeriod::Quarter(Quarter::of(TODAY));
    let rate = |rating, period| {
        let note = Audienced::new(Audience::Shared, String::new());
        RateBehaviour { person, period, on: TODAY, ratings: vec![NewBehaviourRating { value, rating, note }] }
    };
    place.wants(rate(ExpectationRating::Meets, period)).unwrap();
    assert_eq!(place.wants(rate(ExpectationRating::Meets, period)), Err(Refusal::NothingChanged));
    place.wants(rate(ExpectationRating::Above, period)).unwrap();
    assert_eq!(place.wants(rate(ExpectationRating::Above, EvaluationPeriod::Year(2027))), Err(Refusal::PeriodInFuture));
    let expect = |text: &str| ExpectBehaviour { person, value, period, text: text.into() };
    place.wants(expect("menjaga nama baik kantor")).unwrap();
    let standing = competency::behaviour::behaviours(place.sari(), period, TODAY).into_iter().nth(4).unwrap();
    assert_eq!(standing.current.unwrap().rating, ExpectationRating::Above);
    assert_eq!(standing.expectation.unwrap().text.get(), "menjaga nama baik kantor");
    assert_eq!(standings(place.sari(), &place.roster.catalogue, &RuleSet::default(), TODAY), []);
    place.wants(expect("")).unwrap();
    assert_eq!(place.sari().expectations, []);
}

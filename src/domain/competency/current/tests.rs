//! Tests of `current`, and of what lists make of the same ratings.

use super::*;
use crate::domain::competency::{Evidence, GapCount, RatingValue, Standard, StandardSource, standard, tally};
use crate::domain::*;
use jiff::{Timestamp, civil::date};
use proptest::prelude::*;
use uuid::Uuid;

pub const TODAY: Date = date(2026, 11, 21);

pub fn person(position: &str) -> Person {
    Person {
        id: PersonId(Uuid::from_u128(1)),
        name: PersonName::plain("Sari"),
        nip: None,
        kind: EmploymentKind::Pns,
        rank: None,
        position: Some(position.to_owned()),
        unit: None,
        supervisor: None,
        status: PersonStatus::Active,
        tags: vec![],
        cadence: None,
        probation_until: None,
        since: date(2020, 1, 6),
    }
}

pub fn id(text: &str) -> CompetencyId {
    CompetencyId::new(text).unwrap()
}

/// `number` 0 is "not observed"; `n` makes the rating's identity and the time of its writing.
pub fn rating(n: u32, competency: &str, number: u8, rater: Rater, on: Date) -> Rating {
    Rating {
        id: RatingId(Uuid::from_u128(u128::from(n))),
        person: PersonId(Uuid::from_u128(1)),
        competency: id(competency),
        value: Level::new(number).map_or(RatingValue::NotObserved, RatingValue::Level),
        rater,
        on,
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        facet: None,
        framework: Framework::national().version.clone(),
        session: None,
        by: Actor::default(),
        written: Timestamp::from_second(1_700_000_000 + i64::from(n)).unwrap(),
    }
}

pub fn catalogue(position: &str, required: &[(&str, u8)]) -> Catalogue {
    let mut catalogue = Catalogue::default();
    catalogue.put(&Record::Standard(Standard {
        id: StandardId::of(&standard::position_key(position)),
        position: position.to_owned(),
        required: required.iter().map(|(name, level)| (id(name), Level::new(*level).unwrap())).collect(),
        source: StandardSource::Given,
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    }));
    catalogue
}

pub fn dossier(ratings: Vec<Rating>) -> Dossier {
    Dossier::from_records(person("Arsiparis Terampil"), ratings.into_iter().map(Record::Rating))
}

fn one(ratings: Vec<Rating>) -> Standing {
    let catalogue = catalogue("arsiparis  TERAMPIL", &[("integrity", 2)]);
    let found = standings(&dossier(ratings), &catalogue, &RuleSet::default(), TODAY);
    found.into_iter().find(|s| s.competency == id("integrity")).unwrap()
}

#[test]
fn the_newest_level_by_the_supervisor_counts_and_others_stand_beside_it() {
    let standing = one(vec![
        rating(1, "integrity", 1, Rater::Supervisor, date(2025, 5, 1)),
        rating(2, "integrity", 2, Rater::Supervisor, date(2026, 5, 1)),
        rating(3, "integrity", 4, Rater::Employee, date(2026, 6, 1)),
        rating(4, "integrity", 5, Rater::Other("Dewi".into()), date(2026, 6, 2)),
        rating(5, "integrity", 0, Rater::Supervisor, date(2026, 9, 1)),
    ]);
    let levels = [standing.current, standing.previous, standing.own].map(|dated| dated.unwrap().level.number());
    assert_eq!(levels, [2, 1, 4]);
    assert_eq!((standing.gap(), standing.trend(), standing.own_differs()), (Gap::Met, Some(Trend::Up), Some(2)));
    assert_eq!(standing.not_observed, Some(date(2026, 9, 1)), "looked again, saw nothing: the level stays");
    assert_eq!(standing.others[0].0, "Dewi");
}

#[test]
fn a_correction_of_the_same_day_replaces_and_is_no_previous_value() {
    let standing = one(vec![
        rating(1, "integrity", 1, Rater::Supervisor, date(2025, 5, 1)),
        rating(9, "integrity", 3, Rater::Supervisor, date(2026, 5, 1)),
        rating(8, "integrity", 2, Rater::Supervisor, date(2026, 5, 1)),
    ]);
    assert_eq!((standing.current.unwrap().level.number(), standing.previous.unwrap().level.number()), (3, 1));
    assert_eq!(standing.gap(), Gap::Surplus(1));
}

#[test]
fn what_is_too_old_is_shown_and_counted_as_unknown() {
    let at = |on| one(vec![rating(1, "integrity", 1, Rater::Supervisor, on)]);
    assert_eq!((at(date(2024, 11, 21)).gap(), at(date(2024, 11, 20)).gap()), (Gap::Short(1), Gap::Unknown));
    let stale = at(date(2024, 11, 20));
    assert!(stale.stale && stale.current.is_some() && stale.known().is_none());
}

#[test]
fn not_observed_is_never_a_number() {
    let standing = one(vec![rating(1, "integrity", 0, Rater::Supervisor, TODAY)]);
    assert_eq!((standing.current, standing.known(), standing.gap()), (None, None, Gap::Unknown));
    assert!(crate::domain::competency::job_match::job_match(&[standing], None, &RuleSet::default()).is_none());
}

#[test]
fn who_has_no_standard_can_be_rated_all_the_same() {
    let rated = dossier(vec![
        rating(1, "records-management", 2, Rater::Supervisor, TODAY),
        rating(2, "dowsing", 1, Rater::Supervisor, TODAY),
    ]);
    let rows = rateable(&rated, &Catalogue::default(), &RuleSet::default(), TODAY);
    let names: Vec<&str> = rows.iter().map(|row| row.competency.as_str()).collect();
    assert_eq!((names.len(), names[0], &names[9..]), (11, "integrity", &["records-management", "dowsing"][..]));
    assert!(rows.iter().all(|row| row.gap() == Gap::NotRequired && !row.is_due()));
    let catalogue = catalogue("Arsiparis Terampil", &[("integrity", 2)]);
    let rows = rateable(&rated, &catalogue, &RuleSet::default(), TODAY);
    assert_eq!(rows.iter().map(Standing::is_due).collect::<Vec<_>>(), [true, false, false]);
}

#[test]
fn evidence_is_what_notes_are_tagged_with_and_what_ratings_point_to() {
    let mut backed = rating(1, "integrity", 2, Rater::Supervisor, date(2026, 11, 1));
    let (tagged, pointed) = (FeedbackId(Uuid::from_u128(71)), FeedbackId(Uuid::from_u128(72)));
    backed.evidence = vec![pointed.into(), tagged.into(), Evidence::Document("piagam".into())];
    let note = |id, tag: &str, on| {
        Record::Feedback(Feedback {
            id,
            person: PersonId(Uuid::from_u128(1)),
            on,
            kind: FeedbackKind::Praise,
            words: Audienced::new(Audience::Private, Sbi::plain("x")),
            tags: vec![tag.to_owned()],
            session: None,
            by: Actor::default(),
            written: Timestamp::UNIX_EPOCH,
            went: None,
        })
    };
    let records = [
        Record::Rating(backed),
        note(tagged, "integritas", date(2026, 10, 30)),
        note(pointed, "loket", date(2026, 1, 5)),
        note(FeedbackId(Uuid::from_u128(73)), "loket", date(2026, 8, 5)),
    ];
    let dossier = Dossier::from_records(person("x"), records);
    let standing = standing(&dossier, &id("integrity"), &Catalogue::default(), &RuleSet::default(), TODAY);
    assert_eq!((standing.evidence.count, standing.evidence.parts), (3, [1, 0, 0, 0, 0, 2]));
}

fn any_rating() -> impl Strategy<Value = (u32, usize, u8, usize, i32)> {
    (0u32..1000, 0usize..4, 0u8..=5, 0usize..3, 0i32..1500)
}

const NAMES: [&str; 4] = ["integrity", "cooperation", "records-management", "national-cohesion"];

fn made((n, which, number, rater, days): (u32, usize, u8, usize, i32)) -> Rating {
    let rater = [Rater::Supervisor, Rater::Employee, Rater::Other("Dewi".into())][rater].clone();
    rating(n, NAMES[which], number, rater, TODAY.checked_sub(days.days()).unwrap())
}

proptest! {
    #[test]
    fn no_order_of_ratings_loses_one_or_changes_what_counts(
        mut drawn in prop::collection::vec(any_rating(), 1..40),
        turns in any::<prop::sample::Index>(),
    ) {
        drawn.sort();
        drawn.dedup_by_key(|rating| rating.0);
        let ratings: Vec<Rating> = drawn.into_iter().map(made).collect();
        let mut other = ratings.clone();
        other.reverse();
        let by = turns.index(ratings.len());
        other.rotate_left(by);
        let (rules, catalogue) = (RuleSet::default(), catalogue("Arsiparis Terampil", &[("integrity", 2), ("records-management", 3)]));
        let mut appended = Dossier::new(person("Arsiparis Terampil"));
        other.into_iter().for_each(|rating| appended.apply(&Op::add(rating)));
        let dossier = dossier(ratings.clone());
        prop_assert_eq!(appended.ratings.len(), ratings.len());
        prop_assert_eq!(&appended, &dossier);
        let found = standings(&dossier, &catalogue, &rules, TODAY);
        for standing in &found {
            let levels = ratings.iter().filter(|r| r.competency == standing.competency && r.rater == Rater::Supervisor && r.level().is_some());
            let newest = levels.max_by_key(|r| r.moment());
            prop_assert_eq!(standing.current.map(|c| (c.rating, c.on)), newest.map(|r| (r.id, r.on)));
            prop_assert_eq!(standing.known().is_some(), standing.current.is_some() && !standing.stale);
        }
        // A row says of gaps what the dossier says.
        let counted: GapCount = found.iter().collect();
        prop_assert_eq!(tally::count(&RosterRow::of(&dossier), &catalogue, &rules, TODAY), Some(counted));
    }
}

#[test]
fn a_rating_of_one_side_does_not_replace_another() {
    let side = |n, number, facet, on| Rating { facet, ..rating(n, "integrity", number, Rater::Supervisor, on) };
    let (skill, knowledge, attitude) = (Some(Facet::Skill), Some(Facet::Knowledge), Some(Facet::Attitude));
    let skill_first = side(1, 1, skill, date(2026, 11, 10));
    let then_knowledge = side(2, 4, knowledge, date(2026, 11, 20));
    let level = |ratings: Vec<Rating>| {
        let row = tally::row_levels(&ratings).first().map(|level| level.level);
        let standing = one(ratings);
        assert_eq!(row, standing.current.map(|current| current.level), "the list says the same");
        standing.current.map(|current| (current.level.number(), current.facet))
    };
    assert_eq!(level(vec![skill_first.clone(), then_knowledge.clone()]), Some((1, skill)));
    assert_eq!(one(vec![skill_first.clone(), then_knowledge.clone()]).gap(), Gap::Short(1));
    assert_eq!(one(vec![skill_first.clone(), then_knowledge.clone()]).trend(), None, "nothing went up");
    let whole = side(3, 3, None, date(2026, 11, 21));
    assert_eq!(level(vec![skill_first.clone(), then_knowledge.clone(), whole.clone()]), Some((3, None)), "the whole anew");
    let before = side(4, 3, None, date(2026, 1, 5));
    assert_eq!(level(vec![before.clone(), then_knowledge.clone()]), Some((4, knowledge)), "a side said since is newer");
    let all = vec![before, skill_first, then_knowledge, side(5, 5, attitude, date(2026, 11, 20))];
    assert_eq!(level(all), Some((1, skill)));
}

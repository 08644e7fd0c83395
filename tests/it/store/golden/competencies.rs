//! The golden journal of competencies: frameworks, standards, ratings, work behaviour.

use super::*;
use bina::domain::competency::{
    BehaviourValue, Competency, CompetencyKind, Evidence, ExpectationRating, Facet, Rater, RatingValue, StandardSource,
    Wording, standard::position_key,
};
use bina::domain::period::{EvaluationPeriod, Quarter};

#[test]
fn the_journal_of_competencies_still_says_the_same() {
    let place = Place::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/journal-v1-competencies.jsonl");
    restore(&file, &place.dir()).unwrap();
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), every_kind());
    assert!(store.verify().unwrap().is_sound());
    let roster = store.roster().unwrap();
    assert_eq!(roster.catalogue.framework().version, "kota 2026");
    assert_eq!(roster.catalogue.standards().count(), 2);
}

#[test]
#[ignore = "writes the golden journal of a new format; never write an old one anew"]
fn write_the_golden_journal_of_competencies() {
    let place = Place::new();
    let mut store = place.open();
    every_kind().iter().for_each(|c| store.commit(c).unwrap());
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/journal-new.jsonl");
    println!("{:?}", bina::store::backup(&place.dir(), &to).unwrap());
}

pub fn every_kind() -> Vec<Change> {
    let mut maker = Maker::new(43);
    let person = maker.person("Nur’aini Siagian");
    let id = person.id;
    let office = [Record::Person(person), framework(&maker)].into_iter().chain(standards(&maker));
    let mut changes = vec![];
    let office: Vec<Op> = office.map(Op::add).collect();
    changes.push(maker.change(ChangeKind::StandardsSet, office));
    let ratings = ratings(&mut maker, id).into_iter().map(Op::add).collect();
    changes.push(maker.change(ChangeKind::Rated, ratings));
    let behaviours = behaviours(&mut maker, id).into_iter().map(Op::add).collect();
    changes.push(maker.change(ChangeKind::BehaviourRated, behaviours));
    for kind in [ChangeKind::BehaviourExpected, ChangeKind::FrameworkSet] {
        changes.push(maker.change(kind, vec![]));
    }
    changes
}

fn competency(name: &str) -> CompetencyId {
    CompetencyId::new(name).unwrap()
}

fn framework(maker: &Maker) -> Record {
    let one = |name: &str, kind| Competency {
        id: competency(name),
        short: Wording::new("ABC", ""),
        kind,
        name: Wording::new(name, "English"),
        definition: Wording::new("arti", "meaning"),
        levels: ["satu", "dua", "tiga", "empat", "lima"].map(|text| Wording::new(text, "")),
    };
    let kinds = [CompetencyKind::Managerial, CompetencyKind::SocioCultural, CompetencyKind::Technical];
    let competencies = ["integrity", "national-cohesion", "tata_ruang"].into_iter().zip(kinds).map(|(n, k)| one(n, k));
    let framework = Framework {
        version: "kota 2026".into(),
        source: Wording::new("Perwal", "Mayor's rule"),
        competencies: competencies.collect(),
    };
    Record::Framework(Edition { id: FrameworkId::of("kota 2026"), framework, by: Actor::default(), written: maker.at })
}

fn standards(maker: &Maker) -> Vec<Record> {
    let made = [("Arsiparis Terampil", StandardSource::Given), ("Lurah", StandardSource::Suggested)];
    made.map(|(position, source)| {
        let required = [("integrity", 1), ("tata_ruang", 5)].map(|(name, n)| (competency(name), Level::new(n).unwrap()));
        Record::Standard(Standard {
            id: StandardId::of(&position_key(position)),
            position: position.into(),
            required: required.into(),
            source,
            by: Actor { name: "Sri".into(), ..Actor::default() },
            written: maker.at,
        })
    })
    .into()
}

fn ratings(maker: &mut Maker, person: PersonId) -> Vec<Record> {
    let raters = [Rater::Supervisor, Rater::Employee, Rater::Other("Ketua tim".into()), Rater::Supervisor];
    let facets = [Some(Facet::Knowledge), Some(Facet::Skill), Some(Facet::Attitude), None];
    let values = [1, 3, 5, 0].map(|n| Level::new(n).map_or(RatingValue::NotObserved, RatingValue::Level));
    let each = raters.into_iter().zip(facets).zip(values);
    let records: Vec<RecordId> = vec![
        RecordId::Feedback(FeedbackId(maker.uuid())),
        RecordId::Session(SessionId(maker.uuid())),
        RecordId::Action(ActionId(maker.uuid())),
    ];
    each.map(|((rater, facet), value)| {
        let evidence = records.iter().copied().map(Evidence::Record).chain([Evidence::Document("sertifikat".into())]);
        Record::Rating(Rating {
            id: RatingId(maker.uuid()),
            person,
            competency: competency("integrity"),
            value,
            rater,
            on: date(2026, 5, 4),
            reason: Audienced::Shared(Shared::new("rapi".into())),
            evidence: evidence.collect(),
            facet,
            framework: "kota 2026".into(),
            session: Some(SessionId(maker.uuid())),
            by: Actor { name: "Sri".into(), ..Actor::default() },
            written: maker.at,
        })
    })
    .collect()
}

fn behaviours(maker: &mut Maker, person: PersonId) -> Vec<Record> {
    let mut made = vec![];
    let periods = [EvaluationPeriod::Year(2025), EvaluationPeriod::Quarter(Quarter { year: 2026, number: 3 })];
    for (n, value) in BehaviourValue::ALL.into_iter().enumerate() {
        made.push(Record::BehaviourRating(BehaviourRating {
            id: BehaviourId(maker.uuid()),
            person,
            value,
            period: periods[n % 2],
            rating: ExpectationRating::ALL[n % 3],
            note: Audienced::Private(Private::new("membaik".into())),
            on: date(2026, 9, 30),
            by: Actor::default(),
            written: maker.at,
        }));
    }
    made.push(Record::LeaderExpectation(LeaderExpectation {
        id: ExpectationId(maker.uuid()),
        person,
        value: BehaviourValue::Adaptive,
        period: periods[1],
        text: Shared::new("aplikasi antrean dipakai penuh".into()),
        on: date(2026, 7, 6),
        by: Actor::default(),
        written: maker.at,
    }));
    made
}

//! Random histories: both stores say the same, and taking everything back restores the beginning.

use super::*;
use bina::domain::competency::{Rater, RatingValue, StandardSource, standard::position_key};
use bina::store::Memory;
use proptest::prelude::*;

/// What one step does, to which of a few people and notes.
type Step = (u8, usize, usize, i16);

/// Identifiers of one person's own records: an identifier belongs to one person.
struct Own {
    notes: Vec<FeedbackId>,
    /// Plans, each with the identifiers of a few values.
    goals: Vec<(WorkResult, Vec<CheckInId>)>,
}

impl Own {
    fn of(maker: &mut Maker, person: PersonId) -> Self {
        let notes = (0..9).map(|_| FeedbackId(maker.uuid())).collect();
        let mut values = || (0..3).map(|_| CheckInId(maker.uuid())).collect();
        let values: Vec<Vec<CheckInId>> = vec![values(), values(), values()];
        let goals = values.into_iter().map(|values| (maker.result(person, 2025, 120), values)).collect();
        Own { notes, goals }
    }
}

fn change(maker: &mut Maker, twin: &mut Memory, people: &[Person], own: &Own, step: Step) -> Change {
    let (what, who, which, year) = step;
    let person = &people[who % people.len()];
    let note = own.notes[which % own.notes.len()];
    let (result, values) = &own.goals[which % own.goals.len()];
    let known = twin.dossier(person.id).unwrap();
    let was_note = known.as_ref().and_then(|d| d.record(RecordId::Feedback(note)));
    let was = |id: RecordId| known.as_ref().and_then(|d| d.record(id));
    let was_result = was(RecordId::WorkResult(result.id));
    let value = values[which / 3 % values.len()];
    let was_value = was(RecordId::CheckIn(value));
    let was_person = known.as_ref().map(|d| Record::Person(d.person.clone()));
    let put = |was: Option<Record>, record| Op::Put { record: Box::new(record), was: was.map(Box::new) };
    let remove = |was: Option<Record>| was.map(|was| Op::Remove { was: Box::new(was) }).into_iter().collect();
    let ops = match what % 14 {
        12 => vec![put(None, rated(maker, person, which, year))],
        13 => {
            let standard = required(maker, which, year);
            let was = twin.roster().unwrap().catalogue.standard(standard.id).cloned();
            match was {
                Some(was) if who % 2 == 0 => remove(Some(Record::Standard(was))),
                was => vec![put(was.map(Record::Standard), Record::Standard(standard))],
            }
        }
        0 | 1 => {
            let text = "kata ".repeat(1 + which * who % 400);
            vec![put(was_note, Record::Feedback(Feedback { id: note, ..maker.feedback(person.id, year, &text) }))]
        }
        2 => remove(was_note),
        3 => vec![put(was_person, Record::Person(Person { rank: Some(format!("III/{year}")), ..person.clone() }))],
        4 if who % 3 == 0 => remove(was_person),
        5 | 6 => {
            let mut planned = WorkResult { period: Period::year(year), ..result.clone() };
            planned.indicators[0].measure = Measure::Higher { baseline: None, target: Number::from(1 + which as i64) };
            vec![put(was_result, Record::WorkResult(planned))]
        }
        7 => remove(was_result),
        // The value of a year that its plan need not be of, and of a plan that may not be there.
        8 | 9 => {
            let reached = maker.check_in(result, date(year, 1 + which as i8, 28), i64::from(what));
            vec![put(was_value, Record::CheckIn(CheckIn { id: value, ..reached }))]
        }
        10 => remove(was_value),
        _ => {
            let unit = Unit {
                id: UnitId(note.0),
                code: None,
                name: format!("Seksi {which}"),
                parent: None,
                head: None,
                cadence: None,
            };
            let was = twin.roster().unwrap().units.get(unit.id).cloned().map(Record::Unit);
            vec![put(was, Record::Unit(unit))]
        }
    };
    maker.change(ChangeKind::FeedbackNoted, ops)
}

/// A rating of one of a few competencies; each is new, as ratings are.
fn rated(maker: &mut Maker, person: &Person, which: usize, year: i16) -> Record {
    let competency = &Framework::national().competencies[which];
    let number = (which as i16 + year).rem_euclid(6) as u8;
    Record::Rating(Rating {
        id: RatingId(maker.uuid()),
        person: person.id,
        competency: competency.id.clone(),
        value: Level::new(number).map_or(RatingValue::NotObserved, RatingValue::Level),
        rater: if which % 4 == 3 { Rater::Employee } else { Rater::Supervisor },
        on: date(year, 3, 4),
        reason: Audienced::Private(Private::new("rapi".into())),
        evidence: vec![],
        facet: None,
        framework: Framework::national().version.clone(),
        session: None,
        by: Actor::default(),
        written: maker.at,
    })
}

fn required(maker: &Maker, which: usize, year: i16) -> Standard {
    let position = format!("Jabatan {}", which % 3);
    let level = Level::new(1 + year.rem_euclid(5) as u8).unwrap();
    Standard {
        id: StandardId::of(&position_key(&position)),
        position,
        required: [(Framework::national().competencies[which].id.clone(), level)].into(),
        source: StandardSource::Given,
        by: Actor::default(),
        written: maker.at,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn both_stores_agree_and_everything_can_be_taken_back(
        steps in prop::collection::vec((any::<u8>(), 0usize..5, 0usize..9, 2022i16..2027), 1..60),
        rests in any::<u64>(),
    ) {
        let mut maker = Maker::new(1);
        let people: Vec<Person> = (0..5).map(|n| maker.person(&format!("Orang {n}"))).collect();
        let own: Vec<Own> = people.iter().map(|person| Own::of(&mut maker, person.id)).collect();
        let place = Place::new();
        let (mut disk, mut twin) = (place.open(), Memory::new());
        let start = maker.change(ChangeKind::PeopleImported, people.iter().take(3).cloned().map(Record::Person).map(Op::add).collect());
        disk.commit(&start).unwrap();
        twin.commit(&start).unwrap();
        let begun = contents(&mut disk);
        let mut made = vec![];
        for (n, step) in steps.iter().enumerate() {
            let change = change(&mut maker, &mut twin, &people, &own[step.1], *step);
            twin.commit(&change).unwrap();
            disk.commit(&change).unwrap();
            if rests >> (n % 64) & 1 == 1 {
                disk.rest();
            }
            prop_assert_eq!(disk.roster().unwrap(), twin.roster().unwrap());
            made.push(change);
        }
        prop_assert_eq!(contents(&mut disk), contents(&mut twin));
        drop(disk);
        let mut disk = place.open();
        prop_assert_eq!(contents(&mut disk), contents(&mut twin));
        prop_assert!(disk.verify().unwrap().is_sound());
        for done in made.iter().rev() {
            disk.commit(&maker.change(ChangeKind::Undone { of: done.id }, done.inverse_ops())).unwrap();
        }
        let (roster, dossiers, _) = contents(&mut disk);
        prop_assert_eq!((roster, dossiers), (begun.0, begun.1));
    }

    /// What was known at a moment is what a store has that was stopped then; now, it is what is known now.
    #[test]
    fn what_was_known_at_a_moment_is_what_a_store_stopped_then_has(
        steps in prop::collection::vec((any::<u8>(), 0usize..4, 0usize..9, 2022i16..2027), 1..40),
    ) {
        let mut maker = Maker::new(2);
        let people: Vec<Person> = (0..4).map(|n| maker.person(&format!("Orang {n}"))).collect();
        let own: Vec<Own> = people.iter().map(|person| Own::of(&mut maker, person.id)).collect();
        let place = Place::new();
        let (mut disk, mut twin, mut stopped) = (place.open(), Memory::new(), vec![]);
        let start = maker.change(ChangeKind::PeopleImported, people.iter().take(2).cloned().map(Record::Person).map(Op::add).collect());
        let first = start.at;
        for step in std::iter::once(None).chain(steps.iter().map(Some)) {
            let change = step.map_or(start.clone(), |step| change(&mut maker, &mut twin, &people, &own[step.1 % 4], *step));
            twin.commit(&change).unwrap();
            disk.commit(&change).unwrap();
            stopped.push((change.at, twin.clone()));
        }
        for (at, then) in &mut stopped {
            let catalogue = then.roster().unwrap().catalogue;
            for person in &people {
                let known = disk.known(person.id, *at).unwrap();
                prop_assert_eq!(known.as_ref().map(|known| known.dossier.clone()), then.dossier(person.id).unwrap());
                if let Some(known) = known {
                    let roster = then.roster().unwrap();
                    prop_assert_eq!(&known.roster.units, &roster.units);
                    prop_assert_eq!(known.roster.row(person.id), roster.row(person.id));
                    prop_assert_eq!(&known.roster.catalogue, &catalogue);
                }
            }
        }
        for person in &people {
            let now = disk.known(person.id, jiff::Timestamp::MAX).unwrap().map(|known| known.dossier);
            prop_assert_eq!(now, disk.dossier(person.id).unwrap());
            prop_assert!(disk.known(person.id, first - jiff::SignedDuration::from_nanos(1)).unwrap().is_none());
        }
    }
}

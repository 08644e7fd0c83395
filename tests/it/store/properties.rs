//! Random histories: both stores say the same, and taking everything back restores the beginning.

use super::*;
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
    let ops = match what % 12 {
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
}

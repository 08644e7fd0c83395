//! A small team whose positions require levels: fifteen competencies for one of them, and one position without a standard.

use super::world::World;
use bina::domain::competency::standard::position_key;
use bina::domain::competency::{Framework, Level, Standard, StandardSource};
use bina::domain::{Actor, Capacity, Change, ChangeId, ChangeKind, IdSource, Op, Person, Record, StandardId};
use bina::store::{Memory, Store};

/// Requires level 2 of the first fifteen competencies.
pub const ARCHIVIST: &str = "Arsiparis Terampil";
/// Has no standard.
pub const CLERK: &str = "Pengolah Data dan Informasi";

/// Sari and Evi are archivists, Budi is a clerk.
pub fn office() -> World {
    let team = World::team_change(&[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120), ("Budi Pohan", 3)]);
    let mut store = Memory::new();
    store.commit(&team).unwrap();
    store.commit(&required(&team)).unwrap();
    World::on(store)
}

/// Gives the people that a change made their positions: the last one is the clerk.
pub fn required(team: &Change) -> Change {
    let (mut ids, at) = (IdSource::seeded(12), team.at);
    let people: Vec<&Person> =
        team.ops.iter().filter_map(|op| if let Record::Person(p) = op.record() { Some(p) } else { None }).collect();
    let (last, by) = (people.len() - 1, Actor { name: "rina".to_owned(), person: None, capacity: Capacity::Definitive });
    let mut ops: Vec<Op> = Vec::new();
    for (nth, person) in people.into_iter().enumerate().filter(|(_, person)| person.supervisor.is_some()) {
        let position = if nth == last { CLERK } else { ARCHIVIST };
        let placed = Person { position: Some(position.to_owned()), ..person.clone() };
        ops.push(Op::replace(person.clone(), placed));
    }
    let competencies = Framework::national().competencies.iter().take(15);
    let required = competencies.map(|c| (c.id.clone(), Level::new(2).unwrap())).collect();
    ops.push(Op::add(Record::Standard(Standard {
        id: StandardId::of(&position_key(ARCHIVIST)),
        position: ARCHIVIST.to_owned(),
        required,
        source: StandardSource::Given,
        by: by.clone(),
        written: at,
    })));
    Change { id: ChangeId(ids.uuid(at)), at, by, kind: ChangeKind::SampleBuilt, about: None, ops }
}

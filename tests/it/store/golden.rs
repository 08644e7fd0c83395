//! Journals of every released format stay readable, with the same meaning. The golden journal holds each kind of
//! record in each state; `src/store/codec.rs` holds its encoding in the view against the view's format number.

mod competencies;

use super::*;
use bina::domain::record::{Profile, Skip};
use bina::store::restore;

#[test]
fn the_journal_of_format_1_still_says_the_same() {
    let place = Place::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/journal-v1.jsonl");
    restore(&file, &place.dir()).unwrap();
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), every_kind());
    assert!(store.verify().unwrap().is_sound());
    assert_eq!(store.head().unwrap().hash, "9af3fcef83d93f15995ae817fc870fb9");
}

#[test]
#[ignore = "writes the golden journal of a new format; never write an old one anew"]
fn write_the_golden_journal() {
    let place = Place::new();
    let mut store = place.open();
    every_kind().iter().for_each(|c| store.commit(c).unwrap());
    let to = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/journal-new.jsonl");
    println!("{:?}", bina::store::backup(&place.dir(), &to).unwrap());
}

fn every_kind() -> Vec<Change> {
    let mut maker = Maker::new(42);
    let people = people(&mut maker);
    let (me, id) = (people[0].id, people[1].id);
    let unit = Unit {
        id: UnitId(maker.uuid()),
        code: Some("8a03".into()),
        name: "Seksi Pemerintahan".into(),
        parent: Some(UnitId(maker.uuid())),
        head: Some(me),
        cadence: Some(Cadence::Months(3)),
    };
    let profile = Profile { me: Some(me), capacity: Capacity::ActingVacant, cadence: Some(Cadence::Weeks(6)) };
    let mut first: Vec<Op> = people.into_iter().map(Record::Person).map(Op::add).collect();
    first.extend([Record::Unit(unit), Record::Profile(profile)].map(Op::add));
    let mut changes = vec![maker.change(ChangeKind::PeopleImported, first)];
    for records in [talks(&mut maker, id), promises(&mut maker, id), notes(&mut maker, id)] {
        changes.push(maker.change(ChangeKind::SampleBuilt, records.into_iter().map(Op::add).collect()));
    }
    let by = Actor { name: "Sri".into(), person: Some(me), capacity: Capacity::ActingDaily };
    let undone = ChangeKind::Undone { of: changes[3].id };
    changes.push(Change { by, about: Some(id), ..maker.change(undone, changes[3].inverse_ops()) });
    let redone = ChangeKind::Redone { of: changes[3].id };
    changes.push(maker.change(redone, changes[3].ops.clone()));
    let Some(Record::Feedback(was)) = changes[3].ops[0].after().cloned() else { unreachable!() };
    let now = Feedback { words: was.words.clone().toggled(), ..was.clone() };
    changes.push(maker.change(ChangeKind::AudienceChanged, vec![Op::replace(Record::Feedback(was), Record::Feedback(now))]));
    changes
}

fn people(maker: &mut Maker) -> Vec<Person> {
    use EmploymentKind::*;
    let states = [
        PersonStatus::Active,
        PersonStatus::Leave { from: date(2026, 1, 5), until: Some(date(2026, 3, 31)) },
        PersonStatus::Retired { on: Some(date(2025, 12, 1)) },
        PersonStatus::Left { on: None, note: "pindah ke kabupaten".into() },
    ];
    let kinds = [Pns, Cpns, Pppk, Other];
    let each = states.into_iter().zip(kinds);
    each.map(|(status, kind)| Person {
        name: PersonName { front: "Ir. Hj.".into(), name: "Nur’aini Siagian".into(), back: "M.Si.".into() },
        nip: Nip::parse("198209172009012003").ok(),
        kind,
        status,
        cadence: Some(Cadence::Weeks(2)),
        probation_until: Some(date(2026, 6, 30)),
        ..maker.person("")
    })
    .collect()
}

fn talks(maker: &mut Maker, person: PersonId) -> Vec<Record> {
    let at = maker.at;
    let on = date(2026, 2, 2);
    let states = [
        SessionState::Planned,
        SessionState::Open { started: at },
        SessionState::Closed { at, sheet: Some(Shared::new("Lembar sesi\n…".into())), receipt: Some("7K2M-9Q".into()) },
        SessionState::Postponed { on, to: Some(date(2026, 2, 9)), reason: "rapat mendadak".into() },
        SessionState::Missed { on, reason: "banjir".into() },
    ];
    let kinds = [
        SessionKind::Dialogue,
        SessionKind::Coaching,
        SessionKind::Counselling,
        SessionKind::Dialogue,
        SessionKind::Coaching,
    ];
    let answers = [
        None,
        Some(Acknowledgement::SignedOnPaper { on }),
        Some(Acknowledgement::Read { on }),
        Some(Acknowledgement::Objects { on, reason: "angka belum final".into() }),
        None,
    ];
    let each = states.into_iter().zip(kinds).zip(answers);
    each.map(|((state, kind), acknowledgement)| {
        let by = Actor { name: "Sri".into(), ..Actor::default() };
        let mood = Response {
            words: Shared::new("Terima kasih".into()),
            mood: Some(4),
            statements: [Some(5), None, Some(1), None, None, None, None, None, Some(3)],
        };
        let grow = Grow { goal: "g".into(), reality: "r".into(), options: "o".into(), will: "w".into() };
        Record::Session(Session {
            id: SessionId(maker.uuid()),
            person,
            kind,
            on,
            state,
            purpose: "semester pertama".into(),
            grow: Some(Audienced::Private(Private::new(grow))),
            response: Some(mood),
            next: Some(date(2026, 5, 4)),
            by: by.clone(),
            written: at,
            addenda: vec![Addendum { at, by, text: Audienced::Shared(Shared::new("ralat tanggal".into())) }],
            acknowledgement,
        })
    })
    .collect()
}

fn promises(maker: &mut Maker, person: PersonId) -> Vec<Record> {
    let on = date(2025, 11, 20);
    let states = [
        ActionState::Open,
        ActionState::Done { on, note: "rapi".into() },
        ActionState::NotDone { on, reason: "belum ada anggaran".into() },
        ActionState::Dropped { on, reason: "tidak perlu lagi".into() },
    ];
    let owners = [Owner::Supervisor, Owner::Employee, Owner::Supervisor, Owner::Employee];
    let each = states.into_iter().zip(owners);
    each.map(|(state, owner)| {
        Record::Action(Action {
            id: ActionId(maker.uuid()),
            person,
            owner,
            text: Audienced::Shared(Shared::new("mengurus akses SIAK".into())),
            due: Some(date(2026, 1, 15)),
            measure: "bisa masuk sendiri".into(),
            tags: vec!["siak".into()],
            state,
            carried: 2,
            session: Some(SessionId(maker.uuid())),
            on,
            by: Actor::default(),
            written: maker.at,
        })
    })
    .collect()
}

fn notes(maker: &mut Maker, person: PersonId) -> Vec<Record> {
    let on = date(2026, 1, 12);
    let mut made = vec![];
    for kind in [FeedbackKind::Praise, FeedbackKind::Improve, FeedbackKind::Observation] {
        let words = Sbi {
            situation: "antrean panjang".into(),
            behaviour: "membuka loket kedua".into(),
            impact: "warga terlayani".into(),
            intent: "teruskan".into(),
        };
        let session = Some(SessionId(maker.uuid()));
        made.push(Record::Feedback(Feedback {
            kind,
            words: Audienced::Shared(Shared::new(words)),
            session,
            ..maker.feedback(person, 2026, "")
        }));
    }
    for state in [
        AgendaState::Open,
        AgendaState::Discussed { on, session: SessionId(maker.uuid()) },
        AgendaState::Dropped { on, reason: "sudah jelas".into() },
    ] {
        let text = Audienced::Private(Private::new("tanya soal diklat".to_owned()));
        made.push(Record::Agenda(AgendaLine {
            id: AgendaId(maker.uuid()),
            person,
            text,
            tags: vec![],
            state,
            carried: 1,
            on,
            by: Actor::default(),
            written: maker.at,
        }));
    }
    made.push(Record::Skip(Skip {
        id: SkipId(maker.uuid()),
        person,
        on,
        reason: "cuti".into(),
        by: Actor::default(),
        written: maker.at,
    }));
    made
}

//! Journals of every released format stay readable, with the same meaning. The golden journal holds each kind of
//! record in each state; `src/store/codec.rs` holds its encoding in the view against the view's format number.

mod competencies;
mod format_2;

use super::*;
use bina::domain::goal::*;
use bina::domain::records::record::{Profile, Skip};
use bina::store::restore;
use std::os::unix::fs::{DirBuilderExt, PermissionsExt};

#[test]
fn the_journal_of_format_1_still_says_the_same() {
    let place = Place::new();
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/journal-v1.jsonl");
    restore(&file, &place.dir()).unwrap();
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), every_kind());
    assert!(store.verify().unwrap().is_sound());
    assert_eq!(store.head().unwrap().hash, "56ea2997ebf154f4faa09c5ac1fe1d29");
}

/// As it lay on a disk: two files of journal, the mark between them, and what was typed.
#[test]
fn the_folder_of_format_1_is_opened_verified_and_goes_on() {
    let place = Place::new();
    let golden = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store/golden/store-v1");
    std::fs::DirBuilder::new().mode(0o700).create(place.dir()).unwrap();
    for file in files(&golden) {
        let to = place.dir().join(file.file_name().unwrap());
        std::fs::copy(&file, &to).unwrap();
        std::fs::set_permissions(&to, PermissionsExt::from_mode(0o600)).unwrap();
    }
    let mut store = place.open();
    assert_eq!(store.recent(99).unwrap(), every_kind()[..4]);
    let backup = "before-format-3.jsonl".to_owned();
    assert_eq!(store.notes(), vec![bina::store::Note::Upgraded { from: 1, to: 3, backup }]);
    let checked = store.verify().unwrap();
    assert_eq!((checked.is_sound(), checked.view_compared, checked.segments), (true, true, 2));
    let (drafts, note) = bina::store::Drafts::of(&place.dir()).load().unwrap();
    assert_eq!((drafts.unwrap()["capture"].as_str(), note), (Some("evi + menata berkas"), None));
    store.commit(&every_kind()[4]).unwrap();
    drop(store);
    assert_eq!(bina::store::verify(&place.dir(), &Default::default()).unwrap().entries, 5);
}

#[test]
#[ignore = "writes the golden journal with what `every_kind` has more; its lines so far stay byte for byte"]
fn write_the_golden_journal() {
    let place = Place::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/store");
    let (old, new) = (folder.join("journal-v1.jsonl"), folder.join("journal-new.jsonl"));
    restore(&old, &place.dir()).unwrap();
    let mut store = place.open();
    let known = store.head().unwrap().entry as usize;
    every_kind().iter().skip(known).for_each(|c| store.commit(c).unwrap());
    drop(store);
    println!("{:?}", bina::store::backup(&place.dir(), &new).unwrap());
    assert!(std::fs::read(&new).unwrap().starts_with(&std::fs::read(&old).unwrap()));
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
    changes.push(maker.change(ChangeKind::AudienceChanged, vec![Op::replace(was, now)]));
    changes.extend(goals(&mut maker, id));
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
            planned: None,
            left_out: vec![],
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

/// Plans with indicators of every kind, what was said and measured, and every way in which they change.
fn goals(maker: &mut Maker, person: PersonId) -> Vec<Change> {
    let results = results(maker, person);
    let values: Vec<Op> = check_ins(maker, &results).into_iter().map(Record::CheckIn).map(Op::add).collect();
    let (mut was, undone) = (results[0].clone(), values[0].inverse());
    let planned = results.into_iter().map(Record::WorkResult).map(Op::add).collect();
    let mut changes = vec![maker.change(ChangeKind::ResultPlanned, planned)];
    changes.push(maker.change(ChangeKind::CheckedIn, values));
    let kinds = [
        ChangeKind::ResultAssigned,
        ChangeKind::ResultCorrected,
        ChangeKind::ResultRemoved,
        ChangeKind::IndicatorAdded,
        ChangeKind::IndicatorCorrected,
        ChangeKind::IndicatorRemoved,
        ChangeKind::TargetRevised,
        ChangeKind::StatusSaid,
        ChangeKind::PlanCopied,
        ChangeKind::ResultsInherited,
        ChangeKind::GoalsImported,
    ];
    for (n, kind) in kinds.into_iter().enumerate() {
        let now = WorkResult { title: format!("Arsip tertata ({n})"), ..was.clone() };
        let op = Op::replace(Record::WorkResult(was), Record::WorkResult(now.clone()));
        changes.push(maker.change(kind, vec![op]));
        was = now;
    }
    let of = changes[1].id;
    changes.push(maker.change(ChangeKind::Undone { of }, vec![undone]));
    changes
}

/// One result for each word that can be said of it, and one of which nothing is said.
fn results(maker: &mut Maker, person: PersonId) -> Vec<WorkResult> {
    let words = GoalStatus::ALL.into_iter().map(Some).chain([None]);
    let mut out: Vec<WorkResult> = vec![];
    for (n, word) in words.enumerate() {
        let even = n % 2 == 0;
        let before = out.last().map(|result: &WorkResult| result.id);
        let supports = before.map(|id| Support { title: "Arsip tertib".into(), result: even.then_some((person, id)) });
        let by = Actor { name: "Sri".into(), ..Actor::default() };
        let on = date(2026, 7, 6);
        let words = word.map(|status| StatusWord { status, on, reason: "dana dialihkan".into(), by: by.clone() });
        out.push(WorkResult {
            id: ResultId(maker.uuid()),
            person,
            period: Period { from: date(2026, 1, 1), until: date(2026, 12, 31) },
            title: format!("Arsip tahun {} tertata", 2019 + n),
            class: ResultClass::ALL[n % 2],
            scope: ResultScope::ALL[n / 2 % 2],
            supports,
            approach: Approach::ALL[n % 2],
            expectation: "mudah ditemukan siapa pun".into(),
            weight: even.then(|| number("33.5")),
            due: even.then(|| date(2026, 11, 30)),
            tag: format!("arsip-{n}"),
            indicators: indicators(maker, n),
            words: words.into_iter().collect(),
            split_on: (word == Some(GoalStatus::Slipping)).then_some(on),
            continues: before.filter(|_| !even),
            by,
            written: maker.at,
        });
    }
    out
}

/// Of every kind in the first result; of one kind in each of the others.
fn indicators(maker: &mut Maker, nth: usize) -> Vec<Indicator> {
    let measures = [
        Measure::Higher { baseline: None, target: number("120") },
        Measure::Higher { baseline: Some(number("-70.25")), target: number("85.5") },
        Measure::Lower { baseline: None, target: number("12500000") },
        Measure::Lower { baseline: Some(number("10")), target: number("0") },
        Measure::Within { low: number("20"), high: number("24") },
        Measure::YesNo,
        Measure::Milestones { steps: vec!["rencana".into(), "uji coba".into()] },
        Measure::Described,
    ];
    let revision = |measure: &Measure| Revision {
        was: measure.clone(),
        on: date(2026, 4, 1),
        reason: "dua kelurahan bertambah".into(),
        by: Actor::default(),
    };
    let (skip, take) = if nth == 0 { (0, measures.len()) } else { (nth, 1) };
    let of_a_head = nth > 2;
    let each = measures.iter().enumerate().skip(skip).take(take);
    each.map(|(n, measure)| Indicator {
        id: IndicatorId(maker.uuid()),
        title: "Boks arsip yang ditata".into(),
        aspect: (!of_a_head).then(|| Aspect::ALL[n % 4]),
        perspective: of_a_head.then(|| Perspective::ALL[n % 4]),
        measure: measure.clone(),
        accrual: Accrual::ALL[n % 2],
        unit: "boks".into(),
        weight: (n == 1).then(|| number("60")),
        due: (n == 2).then(|| date(2026, 6, 30)),
        target_open: n == 4,
        revisions: if n < 2 { vec![revision(measure)] } else { vec![] },
    })
    .collect()
}

/// With and without a value, a session and evidence; the last one in the year after its plan.
fn check_ins(maker: &mut Maker, results: &[WorkResult]) -> Vec<CheckIn> {
    let values = [Some("84"), Some("-0.000001"), Some("999999999999999"), None, Some("1.5")];
    let each = values.into_iter().zip(&results[0].indicators).enumerate();
    each.map(|(n, (value, indicator))| CheckIn {
        id: CheckInId(maker.uuid()),
        person: results[0].person,
        result: results[0].id,
        indicator: indicator.id,
        on: if n == 4 { date(2027, 1, 8) } else { date(2026, 3 + n as i8, 2) },
        value: value.map(number),
        note: Shared::new("boks 61\u{2013}84 selesai".into()),
        evidence: Shared::new(if n == 0 { "BA-12/2026".into() } else { String::new() }),
        session: (n == 1).then(|| SessionId(maker.uuid())),
        by: Actor { name: "Sri".into(), ..Actor::default() },
        written: maker.at,
    })
    .collect()
}

fn number(text: &str) -> Number {
    Number::read(text, DecimalSign::Point).unwrap()
}

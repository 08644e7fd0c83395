//! Records for the tests of the reports and of the command line: a supervisor and one of her people.

use crate::domain::records::record::Profile;
use crate::domain::*;
use jiff::Timestamp;
use jiff::civil::{Date, date};
use uuid::Uuid;

/// Stands in every private text.
pub const SECRET: &str = "tampak lelah sejak pindah meja";

pub const TODAY: Date = date(2026, 11, 21);
const WRITTEN: Timestamp = Timestamp::UNIX_EPOCH;

fn id(n: u128) -> Uuid {
    Uuid::from_u128(n)
}

fn by() -> Actor {
    Actor { name: "Togar".to_owned(), person: Some(PersonId(id(1))), capacity: Capacity::ActingVacant }
}

fn person(n: u128, front: &str, name: &str, back: &str, nip: &str, position: &str) -> Person {
    Person {
        id: PersonId(id(n)),
        name: PersonName { front: front.into(), name: name.into(), back: back.into() },
        nip: Nip::parse(nip).ok(),
        kind: EmploymentKind::Pns,
        rank: Some("III/b".into()),
        position: Some(position.into()),
        unit: Some(UnitId(id(11))),
        supervisor: None,
        status: PersonStatus::Active,
        tags: vec!["rahasia".into()],
        cadence: None,
        probation_until: None,
        since: date(2025, 1, 2),
    }
}

/// The supervisor's own dossier.
pub fn boss() -> Dossier {
    Dossier::new(person(1, "Drs.", "Togar Simanjuntak", "M.Si.", "196804111993031009", "Kepala Seksi Pelayanan Umum"))
}

/// One of her people, with an open session in which something of everything was said.
pub fn sari() -> Dossier {
    let mut sari = person(2, "", "Sari Dewi Lubis", "S.E.", "198609262015051001", "Pengelola Layanan");
    sari.supervisor = Some(PersonId(id(1)));
    let mut dossier = Dossier::new(sari);
    dossier.sessions =
        vec![session(21, date(2026, 5, 4), closed()), session(22, date(2026, 8, 20), closed()), open_session()];
    dossier.feedback = vec![
        feedback(31, date(2026, 3, 2), FeedbackKind::Observation, Audience::Private, Sbi::plain(SECRET), None),
        feedback(
            32,
            TODAY,
            FeedbackKind::Praise,
            Audience::Shared,
            Sbi {
                situation: "Pemeriksaan arsip, Selasa pagi, ruang loket".into(),
                behaviour: "menjelaskan kepada warga langkah demi langkah, tetap ramah waktu antrean panjang".into(),
                impact: "tidak ada keluhan hari itu".into(),
                intent: String::new(),
            },
            Some(23),
        ),
        feedback(33, TODAY, FeedbackKind::Improve, Audience::Private, Sbi::plain(SECRET), Some(23)),
        feedback(34, TODAY, FeedbackKind::Improve, Audience::Shared, Sbi::plain("laporan tanggal 5 terlambat"), Some(23)),
        feedback(
            35,
            date(2026, 11, 20),
            FeedbackKind::Praise,
            Audience::Private,
            Sbi::plain("membereskan arsip 2019"),
            None,
        ),
    ];
    let done = ActionState::Done { on: TODAY, note: SECRET.into() };
    dossier.actions = vec![
        action(41, Owner::Supervisor, Audience::Shared, "izin pelatihan kearsipan", Some(date(2026, 11, 19)), None),
        Action { state: done, ..action(42, Owner::Employee, Audience::Shared, "daftar arsip 2018", None, None) },
        action(43, Owner::Supervisor, Audience::Private, SECRET, Some(date(2026, 12, 1)), None),
        Action {
            measure: "120 boks tercatat".into(),
            ..action(44, Owner::Employee, Audience::Shared, "menyusun daftar arsip 2019", Some(date(2026, 12, 18)), Some(23))
        },
        action(45, Owner::Employee, Audience::Private, SECRET, None, Some(23)),
    ];
    dossier.agenda = vec![
        agenda(51, Audience::Shared, "pembagian tugas loket", true),
        agenda(52, Audience::Private, SECRET, true),
        agenda(53, Audience::Private, "rencana cuti akhir tahun", false),
    ];
    // In the order in which a store gives them.
    let records: Vec<Record> = dossier.records().collect();
    Dossier::from_records(dossier.person, records)
}

/// The same with a plan: an archive of 120 boxes, of which 84 are in order, and a list that is not out yet.
pub fn planned() -> Dossier {
    let mut dossier = sari();
    let (person, year) = (dossier.id(), Period::year(2026));
    let boxes = Measure::Higher { baseline: None, target: Number::from(120) };
    let indicators = vec![
        indicator(71, "Boks arsip yang ditata", boxes, "boks"),
        indicator(72, "Daftar arsip terbit", Measure::YesNo, ""),
    ];
    dossier.results = vec![WorkResult {
        id: ResultId(id(70)),
        person,
        period: year,
        title: "Arsip inaktif tertata".into(),
        class: goal::ResultClass::Main,
        scope: goal::ResultScope::Individual,
        supports: None,
        approach: goal::Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: "arsip".into(),
        indicators,
        words: vec![],
        split_on: None,
        continues: None,
        by: by(),
        written: WRITTEN,
    }];
    dossier.check_ins = vec![CheckIn {
        id: CheckInId(id(81)),
        person,
        result: ResultId(id(70)),
        indicator: IndicatorId(id(71)),
        on: date(2026, 11, 20),
        value: Some(Number::from(84)),
        note: Shared::new("boks 61-84 selesai".into()),
        evidence: Shared::new("BA-12/2026".into()),
        session: None,
        by: by(),
        written: WRITTEN,
    }];
    dossier
}

fn indicator(n: u128, title: &str, measure: Measure, unit: &str) -> Indicator {
    Indicator {
        id: IndicatorId(id(n)),
        title: title.into(),
        aspect: None,
        perspective: None,
        measure,
        accrual: goal::Accrual::Total,
        unit: unit.into(),
        weight: None,
        due: None,
        target_open: false,
        revisions: vec![],
    }
}

/// Both of them with their units; the supervisor is the user.
pub fn office() -> (Roster, Dossier) {
    let unit = |n: u128, name: &str, parent| Unit {
        id: UnitId(id(n)),
        code: None,
        name: name.into(),
        parent,
        head: None,
        cadence: None,
    };
    let mut units = UnitTree::default();
    units.insert(unit(10, "Kecamatan Medan Marelan", None));
    units.insert(unit(11, "Seksi Pelayanan Umum", Some(UnitId(id(10)))));
    let sari = sari();
    let profile = Profile { me: Some(PersonId(id(1))), capacity: Capacity::ActingVacant, cadence: None };
    (Roster::new(profile, units, vec![RosterRow::of(&boss()), RosterRow::of(&sari)]), sari)
}

fn closed() -> SessionState {
    SessionState::Closed { at: WRITTEN, sheet: None, receipt: None }
}

fn session(n: u128, on: Date, state: SessionState) -> Session {
    Session {
        id: SessionId(id(n)),
        person: PersonId(id(2)),
        kind: SessionKind::Dialogue,
        on,
        state,
        purpose: SECRET.into(),
        grow: None,
        response: None,
        next: None,
        by: by(),
        written: WRITTEN,
        addenda: vec![],
        acknowledgement: None,
        planned: None,
        left_out: vec![],
    }
}

fn open_session() -> Session {
    let mut statements = [None; 9];
    (statements[0], statements[7]) = (Some(5), Some(4));
    let words = Shared::new("Terima kasih, saya perlu waktu khusus untuk arsip.".to_owned());
    Session {
        response: Some(Response { words, mood: Some(4), statements }),
        grow: Some(Audienced::new(Audience::Private, Grow { goal: SECRET.into(), ..Grow::default() })),
        next: Some(date(2026, 12, 21)),
        ..session(23, TODAY, SessionState::Open { started: WRITTEN })
    }
}

fn feedback(n: u128, on: Date, kind: FeedbackKind, audience: Audience, words: Sbi, talk: Option<u128>) -> Feedback {
    Feedback {
        id: FeedbackId(id(n)),
        person: PersonId(id(2)),
        on,
        kind,
        words: Audienced::new(audience, words),
        tags: vec!["layanan".into()],
        session: talk.map(|n| SessionId(id(n))),
        by: by(),
        written: WRITTEN,
        went: None,
    }
}

fn action(n: u128, owner: Owner, audience: Audience, text: &str, due: Option<Date>, talk: Option<u128>) -> Action {
    Action {
        id: ActionId(id(n)),
        person: PersonId(id(2)),
        owner,
        text: Audienced::new(audience, text.to_owned()),
        due,
        measure: String::new(),
        tags: vec![],
        state: ActionState::Open,
        carried: 0,
        session: talk.map(|n| SessionId(id(n))),
        on: date(2026, 8, 20),
        by: by(),
        written: WRITTEN,
    }
}

fn agenda(n: u128, audience: Audience, text: &str, discussed: bool) -> AgendaLine {
    let state = AgendaState::Discussed { on: TODAY, session: SessionId(id(23)) };
    AgendaLine {
        id: AgendaId(id(n)),
        person: PersonId(id(2)),
        text: Audienced::new(audience, text.to_owned()),
        tags: vec![],
        state: if discussed { state } else { AgendaState::Open },
        carried: if discussed { 0 } else { 2 },
        on: date(2026, 10, 1),
        by: by(),
        written: WRITTEN,
    }
}

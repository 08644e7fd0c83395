//! Plans with every kind of indicator, for teams that are made in a test.

use bina::domain::goal::{Accrual, Approach, Indicator, Measure, ResultClass, ResultScope, WorkResult};
use bina::domain::{
    Actor, Capacity, Change, ChangeId, ChangeKind, DecimalSign, IdSource, IndicatorId, Number, Op, Period, PersonId, Record,
    ResultId,
};
use jiff::Timestamp;

type Planned = (&'static str, &'static str, Measure, Accrual);

fn number(text: &str) -> Number {
    Number::read(text, DecimalSign::Point).unwrap()
}
fn higher(target: &str) -> Measure {
    Measure::Higher { baseline: None, target: number(target) }
}
fn lower(target: &str) -> Measure {
    Measure::Lower { baseline: None, target: number(target) }
}

/// What everybody plans: six indicators of two results.
fn common() -> Vec<(&'static str, Vec<Planned>)> {
    let steps = ["rencana", "naskah", "uji coba", "terbit"].map(String::from).to_vec();
    vec![
        (
            "Layanan informasi sesuai standar",
            vec![
                ("Persentase surat yang dijawab tepat waktu", "%", higher("95"), Accrual::Level),
                ("Rata-rata hari penyelesaian permohonan", "hari kerja", lower("3"), Accrual::Level),
                ("Suhu ruang arsip", "°C", Measure::Within { low: number("18"), high: number("22") }, Accrual::Level),
                ("SOP layanan informasi disusun", "", Measure::Milestones { steps }, Accrual::Total),
            ],
        ),
        (
            "Kas kegiatan tertib",
            vec![
                ("Belanja kegiatan terserap", "Rp", higher("12500000"), Accrual::Total),
                ("Kuitansi lengkap", "%", higher("100"), Accrual::Level),
            ],
        ),
    ]
}

fn archive() -> (&'static str, Vec<Planned>) {
    (
        "Arsip dinamis tertata",
        vec![
            ("Boks arsip yang ditata", "boks", higher("120"), Accrual::Total),
            ("Kesalahan penempatan arsip", "temuan", lower("5"), Accrual::Total),
            ("Arsip vital dialihmediakan", "berkas", higher("60"), Accrual::Total),
            ("Daftar arsip aktif terbit", "", Measure::YesNo, Accrual::Total),
        ],
    )
}

fn counter() -> (&'static str, Vec<Planned>) {
    (
        "Pelayanan loket cepat dan ramah",
        vec![
            ("Pemohon yang dilayani", "orang", higher("2400"), Accrual::Total),
            ("Indeks kepuasan masyarakat", "", higher("88"), Accrual::Level),
            ("Pengaduan yang terlambat dijawab", "aduan", lower("0"), Accrual::Total),
            ("Papan persyaratan terpasang", "", Measure::YesNo, Accrual::Total),
        ],
    )
}

/// Ten indicators for each of the people that a change made, the user left out: archives and counters by turns.
pub fn ten_each(team: &Change) -> Change {
    made(team, &|nth| {
        let own = if nth % 2 == 0 { archive() } else { counter() };
        std::iter::once(own).chain(common()).collect()
    })
}

/// Few: the first has the archive's four, the second those of a counter, the third the archive's again.
pub fn four_each(team: &Change) -> Change {
    made(team, &|nth| vec![if nth % 2 == 0 { archive() } else { counter() }])
}

/// A result whose success is described in words.
pub fn described(team: &Change) -> Change {
    made(team, &|_| vec![("Ruang baca nyaman", vec![("Ruang baca dipakai warga", "", Measure::Described, Accrual::Level)])])
}

fn made(team: &Change, plan: &dyn Fn(usize) -> Vec<(&'static str, Vec<Planned>)>) -> Change {
    let (mut ids, at) = (IdSource::seeded(11), team.at);
    let people = team.ops.iter().filter_map(|op| match op.record() {
        Record::Person(person) if person.supervisor.is_some() => Some(person.id),
        _ => None,
    });
    let mut ops = Vec::new();
    for (nth, person) in people.enumerate() {
        for (title, indicators) in plan(nth) {
            ops.push(Op::add(Record::WorkResult(result(&mut ids, at, person, title, indicators))));
        }
    }
    let by = Actor { name: "rina".to_owned(), person: None, capacity: Capacity::Definitive };
    Change { id: ChangeId(ids.uuid(at)), at, by, kind: ChangeKind::SampleBuilt, about: None, ops }
}

fn result(ids: &mut IdSource, at: Timestamp, person: PersonId, title: &str, indicators: Vec<Planned>) -> WorkResult {
    let id = ResultId(ids.uuid(at));
    let indicators = indicators.into_iter().map(|(title, unit, measure, accrual)| Indicator {
        id: IndicatorId(ids.uuid(at)),
        title: title.to_owned(),
        aspect: None,
        perspective: None,
        measure,
        accrual,
        unit: unit.to_owned(),
        weight: None,
        due: None,
        target_open: false,
        revisions: vec![],
    });
    WorkResult {
        id,
        person,
        period: Period::year(2026),
        title: title.to_owned(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: None,
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: bina::domain::language::clean::fold(title).replace(' ', "-"),
        indicators: indicators.collect(),
        words: vec![],
        split_on: None,
        continues: None,
        by: Actor { name: "rina".to_owned(), person: None, capacity: Capacity::Definitive },
        written: at,
    }
}

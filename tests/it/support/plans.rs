//! A small office with goals: two people who support a result of the user, each with a plan of their own.

use super::world::{TODAY, World};
use bina::domain::goal::{Accrual, Approach, Aspect, Measure, ResultClass, ResultScope, Support};
use bina::domain::records::intent;
use bina::domain::records::intent::{IndicatorTerms, Intent, NewCheckIn, NewResult, ResultTerms};
use bina::domain::{Actor, Dossier, IdSource, Number, Period, PersonId, RuleSet};
use bina::store::{Memory, Store};
use jiff::civil::{Date, date};
use std::collections::HashMap;

/// Sari and Evi put boxes in order, Sari with 84 of 120 in November, Evi with 5 of 60 in March; Sari answers letters
/// in 1,6 days on average, where two are allowed. Budi has no plan.
pub fn office() -> World {
    World::on(store())
}

pub fn store() -> Memory {
    let world = World::three();
    let (sari, evi) = (world.person("Sari"), world.person("Evi"));
    let mut store = world.store;
    let mut desk = Desk { store: &mut store, ids: IdSource::seeded(99) };
    let boxes = |target| indicator("Boks arsip yang ditata", "boks", Accrual::Total, higher(target));
    let days = Measure::Lower { baseline: None, target: Number::from(2) };
    let days = indicator("Rata-rata lama penyelesaian", "hari kerja", Accrual::Level, days);
    desk.plans(sari, result("Arsip dinamis tahun 2019-2021 tertata", "Tertibnya arsip kecamatan", vec![boxes(120)]));
    desk.plans(sari, result("Surat keterangan selesai tepat waktu", "Puasnya warga", vec![days]));
    desk.plans(evi, result("Arsip dinamis tahun 2019-2021 tertata", "Tertibnya arsip kecamatan", vec![boxes(60)]));
    desk.measures(sari, "Boks", 60, date(2026, 6, 30));
    desk.measures(sari, "Boks", 84, date(2026, 11, 12));
    desk.measures(evi, "Boks", 5, date(2026, 3, 31));
    store
}

pub fn higher(target: i64) -> Measure {
    Measure::Higher { baseline: None, target: Number::from(target) }
}

pub fn indicator(title: &str, unit: &str, accrual: Accrual, measure: Measure) -> IndicatorTerms {
    let (aspect, perspective, weight, due) = (Some(Aspect::Quantity), None, None, None);
    IndicatorTerms { title: title.into(), aspect, perspective, measure, accrual, unit: unit.into(), weight, due }
}

pub fn result(title: &str, supports: &str, indicators: Vec<IndicatorTerms>) -> NewResult {
    let terms = ResultTerms {
        period: Period::year(2026),
        title: title.into(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: Some(Support { title: supports.into(), result: None }),
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: String::new(),
    };
    NewResult { terms, indicators }
}

/// Writes into a store as the program would have on a day.
pub struct Desk<'a> {
    pub store: &'a mut Memory,
    pub ids: IdSource,
}

impl Desk<'_> {
    pub fn plans(&mut self, person: PersonId, result: NewResult) {
        self.does(person, intent::PlanResult { person, result }, date(2026, 1, 12));
    }

    /// A value of the first indicator whose title has this text.
    pub fn measures(&mut self, person: PersonId, title: &str, value: i64, on: Date) {
        let dossier = self.store.dossier(person).unwrap().unwrap();
        let at = dossier.results.iter().flat_map(|r| r.indicators.iter().map(move |i| (r.id, i)));
        let (result, indicator) = at.clone().find(|(_, i)| i.title.contains(title)).map(|(r, i)| (r, i.id)).unwrap();
        let (value, note, evidence) = (Some(Number::from(value)), String::new(), String::new());
        let entries = vec![NewCheckIn { result, indicator, on, value, note, evidence }];
        self.does(person, intent::NoteCheckIns { person, entries, session: None }, on);
    }

    pub fn does(&mut self, person: PersonId, intent: impl Into<Intent>, today: Date) {
        assert!(today <= TODAY);
        let roster = self.store.roster().unwrap();
        let dossiers: HashMap<PersonId, Dossier> = [(person, self.store.dossier(person).unwrap().unwrap())].into();
        let now = today.at(9, 0, 0, 0).to_zoned(jiff::tz::TimeZone::UTC).unwrap().timestamp();
        let (rules, actor) = (RuleSet::default(), Actor { name: "rina".into(), ..Actor::default() });
        let world = intent::World { roster: &roster, dossiers: &dossiers, rules: &rules, today, now, actor: &actor };
        let change = intent::judge(&world, &mut self.ids, intent).unwrap();
        self.store.commit(&change).unwrap();
    }
}

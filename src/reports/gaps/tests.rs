//! Tests of `gaps`, and standards and ratings for the tests of commands.

use super::*;
use crate::domain::competency::{Framework, Rater, Rating, RatingValue, StandardSource, standard as rules_of};
use crate::domain::{Actor, Audience, Audienced, RatingId, Record, Standard, StandardId};
use crate::i18n::Lang;
use crate::reports::sample;
use jiff::civil::date;
use uuid::Uuid;

/// A catalogue in which one position requires something.
pub fn standard(position: &str, required: &[(&str, u8)]) -> (Catalogue, Standard) {
    let id = |text: &str| CompetencyId::new(text).unwrap();
    let standard = Standard {
        id: StandardId::of(&rules_of::position_key(position)),
        position: position.to_owned(),
        required: required.iter().map(|(name, level)| (id(name), Level::new(*level).unwrap())).collect(),
        source: StandardSource::Given,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    };
    let mut catalogue = Catalogue::default();
    catalogue.put(&Record::Standard(standard.clone()));
    (catalogue, standard)
}

/// Sari with these levels by the supervisor.
pub fn rated(position: &str, levels: &[(&str, u8)]) -> Dossier {
    let mut dossier = sample::sari();
    dossier.person.position = Some(position.to_owned());
    let rating = |(n, (name, level)): (usize, &(&str, u8))| Rating {
        id: RatingId(Uuid::from_u128(700 + n as u128)),
        person: dossier.person.id,
        competency: CompetencyId::new(name).unwrap(),
        value: Level::new(*level).map_or(RatingValue::NotObserved, RatingValue::Level),
        rater: Rater::Supervisor,
        on: date(2026, 10, 1),
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        facet: None,
        framework: Framework::national().version.clone(),
        session: None,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    };
    let ratings = levels.iter().enumerate().map(rating).collect();
    Dossier { ratings, ..dossier }
}

#[test]
fn what_is_missing_more_and_unknown_stand_apart() {
    let required = [("integrity", 3), ("cooperation", 2), ("communication", 2), ("decision-making", 2)];
    let (catalogue, _) = standard("Pengelola Layanan", &required);
    let dossier = rated("Pengelola Layanan", &[("integrity", 1), ("cooperation", 4), ("communication", 2)]);
    let rules = RuleSet::default();
    let one = Rated::of(&dossier, "Seksi", &catalogue, &rules, sample::TODAY);
    let words = Words::new(Lang::Id);
    let setting = Setting { words: &words, catalogue: &catalogue, rules: &rules, columns: 100 };
    let text: String = of_person(&one, setting).into_iter().map(|(line, _)| line + "\n").collect();
    let order = [
        "Kesenjangan:",
        "−2 Integritas",
        "Belum diketahui:",
        "?  Pengambilan",
        "Sesuai standar:",
        "=  Komunikasi",
        "+2 Kerja sama",
    ];
    let places: Vec<usize> = order.iter().map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}"))).collect();
    assert!(places.is_sorted(), "{text}");
    assert!(text.contains("1 kesenjangan (2 level, terbesar 2), 1 sesuai, 1 lebih, 1 belum diketahui"), "{text}");
    assert!(text.contains("100,00%, memenuhi syarat (penilaian atasan, indikatif)"), "surplus counts, uncapped: {text}");
    for columns in [40, 60, 80, 120] {
        let setting = Setting { columns, ..setting };
        for lines in [by_person(std::slice::from_ref(&one), setting), by_competency(std::slice::from_ref(&one), setting)] {
            let wide = |line: &str| crate::domain::language::clean::width(line) > columns;
            let fixed = lines.iter().take(2);
            assert!(fixed.into_iter().all(|(line, _)| !wide(line)), "{columns}: {lines:?}");
        }
    }
}

//! Tests of `competencies`.

use super::*;
use crate::domain::competency::current::{standing, standings};
use crate::domain::competency::job_match::job_match;
use crate::domain::competency::{Evidence, Framework, Rating, Standard};
use crate::domain::{Actor, Audience, Audienced, RatingId, Record, StandardId};
use crate::i18n::Lang;
use crate::reports::sample;
use jiff::civil::{Date, date};
use uuid::Uuid;

const TODAY: Date = date(2026, 11, 21);

fn id(text: &str) -> CompetencyId {
    CompetencyId::new(text).unwrap()
}
fn level(n: u8) -> Level {
    Level::new(n).unwrap()
}
fn rating(n: u128, competency: &str, level: u8, rater: Rater, on: Date) -> Rating {
    Rating {
        id: RatingId(Uuid::from_u128(n)),
        person: sample::sari().id(),
        competency: id(competency),
        value: Level::new(level).map_or(RatingValue::NotObserved, RatingValue::Level),
        rater,
        on,
        reason: Audienced::new(Audience::Private, String::new()),
        evidence: vec![],
        facet: None,
        framework: Framework::national().version.clone(),
        session: None,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    }
}
fn office(required: &[(&str, u8)], ratings: Vec<Rating>) -> (Dossier, Catalogue) {
    let mut dossier = sample::sari();
    dossier.ratings = ratings;
    let position = dossier.person.position.clone().unwrap();
    let mut catalogue = Catalogue::default();
    catalogue.put(&Record::Standard(Standard {
        id: StandardId::of(&position),
        position,
        required: required.iter().map(|(name, n)| (id(name), level(*n))).collect(),
        source: StandardSource::Given,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    }));
    (dossier, catalogue)
}
fn moved() -> (Dossier, Catalogue) {
    let mut newest = rating(2, "integrity", 2, Rater::Supervisor, date(2026, 5, 4));
    newest.reason = Audienced::new(Audience::Private, "berkas\nselalu lengkap".into());
    newest.evidence = vec![Evidence::Document("BA-12".into())];
    newest.facet = Some(Facet::Skill);
    let ratings = vec![
        rating(1, "integrity", 1, Rater::Supervisor, date(2025, 5, 4)),
        newest,
        rating(3, "integrity", 4, Rater::Employee, date(2026, 5, 5)),
        rating(4, "integrity", 3, Rater::Other("Dewi".into()), date(2026, 5, 6)),
        rating(5, "integrity", 0, Rater::Supervisor, date(2026, 9, 1)),
    ];
    office(&[("integrity", 3)], ratings)
}

#[test]
fn a_row_says_what_is_required_what_is_there_and_what_stands_beside_it() {
    let (dossier, catalogue) = moved();
    let row = standing(&dossier, &id("integrity"), &catalogue, &RuleSet::default(), TODAY);
    assert_eq!(
        standing_line(&Words::new(Lang::Id), &row),
        "disyaratkan 3, sekarang 2 (4 Mei 2026): kurang 1 level; keterampilan; naik dari 1; menurut pegawai 4; \
         1 Sep 2026 tidak teramati; 1 bukti"
    );
    assert_eq!(
        standing_line(&Words::new(Lang::En), &row),
        "required 3, now 2 (4 May 2026): 1 level short; skill; up from 1; employee says 4; 1 Sep 2026 not observed; \
         1 piece of evidence"
    );
}

#[test]
fn why_names_the_rule_the_formula_and_every_dated_input() {
    let (dossier, catalogue) = moved();
    let rules = RuleSet::default();
    let row = standing(&dossier, &id("integrity"), &catalogue, &rules, TODAY);
    let lines = why_lines(&Words::new(Lang::Id), &dossier, &row, &catalogue, &rules, &TimeZone::UTC);
    let position = dossier.person.position.clone().unwrap();
    assert_eq!(
        lines,
        [
            "Aturan: yang berlaku ialah level terbaru dari atasan, selama 24 bulan; \"tidak teramati\" tidak mengubahnya"
                .to_owned(),
            "Kesenjangan = disyaratkan − sekarang = 3 − 2 = 1: kurang 1 level".to_owned(),
            format!("Disyaratkan: level 3 untuk {position} (standar instansi, dicatat 1 Jan 1970)"),
            "Sekarang: level 2 dari atasan pada 4 Mei 2026, 1 bukti, keterampilan: berkas selalu lengkap".to_owned(),
            "Berlaku sampai 4 Mei 2028".to_owned(),
            "Dilihat lagi pada 1 Sep 2026: tidak teramati, level tetap".to_owned(),
            "Sebelumnya: level 1 pada 4 Mei 2025, tanpa bukti; tidak berlaku lagi".to_owned(),
            "Di sampingnya, tidak dihitung: pegawai sendiri 4 (5 Mei 2026)".to_owned(),
            "Di sampingnya, tidak dihitung: Dewi 3 (6 Mei 2026)".to_owned(),
            "Bukti dalam 12 bulan terakhir: 1".to_owned(),
        ]
    );
}

#[test]
fn a_level_that_is_too_old_is_said_to_be_unknown() {
    let rules = RuleSet::default();
    let (dossier, catalogue) =
        office(&[("integrity", 3)], vec![rating(1, "integrity", 2, Rater::Supervisor, date(2024, 11, 20))]);
    let row = standing(&dossier, &id("integrity"), &catalogue, &rules, TODAY);
    let words = Words::new(Lang::Id);
    assert_eq!(standing_gap(&words, &row), "belum diketahui (nilai kedaluwarsa)");
    let lines = why_lines(&words, &dossier, &row, &catalogue, &rules, &TimeZone::UTC);
    assert!(lines.contains(&"Hanya berlaku sampai 20 Nov 2026: dihitung belum diketahui".to_owned()), "{lines:?}");
    assert!(lines.contains(&"Kesenjangan = disyaratkan − sekarang: belum diketahui (nilai kedaluwarsa)".to_owned()));
}

#[test]
fn gaps_are_told_apart_by_sign_and_by_words() {
    let all = [Gap::Short(2), Gap::Met, Gap::Surplus(1), Gap::Unknown, Gap::NotRequired];
    assert_eq!(all.map(gap_sign), ["−2", "=", "+1", "?", ""]);
    let words = Words::new(Lang::En);
    assert_eq!(
        all.map(|gap| gap_text(&words, gap)),
        ["2 levels short", "meets the standard", "1 level above", "not known yet", "not required"]
    );
}

#[test]
fn a_match_is_labelled_and_says_of_how_much_it_is() {
    let rules = RuleSet::default();
    let required = [("integrity", 2), ("cooperation", 3), ("communication", 1)];
    let rated = |name: &str, n| rating(u128::from(n), name, n, Rater::Supervisor, date(2026, 5, 4));
    let (dossier, catalogue) = office(&required, vec![rated("integrity", 4), rated("cooperation", 3)]);
    let all = standings(&dossier, &catalogue, &rules, TODAY);
    let matched = job_match(&all, None, &rules).unwrap();
    let words = Words::new(Lang::Id);
    assert_eq!(
        match_line(&words, &matched, &rules),
        "140,00%, memenuhi syarat (penilaian atasan, indikatif); 2 dari 3 kompetensi terbandingkan; \
         melebihi standar, tidak dipangkas"
    );
    let why = why_match(&words, &matched, &rules);
    assert_eq!(why[0], "Jumlah level sekarang ÷ jumlah level yang disyaratkan = 7 ÷ 5 = 140,00%");
    assert!(why.contains(&"Tidak ikut dihitung karena belum diketahui: 1 kompetensi".to_owned()));
    assert_eq!(why.last().unwrap(), "Penilaian atasan, indikatif: bukan hasil uji kompetensi.");
    let count: GapCount = all.iter().collect();
    assert_eq!(count_line(&words, &count), "tanpa kesenjangan, 1 sesuai, 1 lebih, 1 belum diketahui");
}

#[test]
fn a_level_is_said_with_its_anchor() {
    let framework = Framework::national();
    let integrity = framework.get(&id("integrity")).unwrap();
    let said = level_text(&Words::new(Lang::En), integrity, level(2));
    assert!(said.starts_with("Level 2 · admits mistakes before being asked"), "{said}");
}

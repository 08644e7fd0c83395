//! Tests of `goal_text`.

use super::*;
use crate::domain::Audience;
use crate::i18n::Lang;
use crate::reports::sample::{self, SECRET};
use proptest::prelude::*;

fn text(dossier: &Dossier, lang: Lang) -> SharedText {
    goal_text(dossier, &dossier.results[0], sample::TODAY, &Words::new(lang))
}

/// The notes of the sample, all with the result's tag.
fn tagged() -> Dossier {
    let mut dossier = sample::planned();
    dossier.feedback.iter_mut().for_each(|f| f.tags = vec!["arsip".into()]);
    dossier
}

#[test]
fn a_result_is_told_with_its_values_and_its_shared_notes() {
    let expected = "\
Arsip inaktif tertata
Realisasi sampai dengan 21 November 2026:
- Boks arsip yang ditata: 84 boks pada 20 November 2026 (ukuran: paling sedikit 120 boks). Boks 61-84 selesai. Bukti dukung: BA-12/2026.
- Daftar arsip terbit: belum ada nilai.
Umpan balik:
- Pada 21 November 2026, yang sudah baik: Pemeriksaan arsip, Selasa pagi, ruang loket. Menjelaskan kepada warga langkah demi langkah, tetap ramah waktu antrean panjang. Tidak ada keluhan hari itu.
- Pada 21 November 2026, yang perlu ditingkatkan: Laporan tanggal 5 terlambat.
";
    assert_eq!(text(&tagged(), Lang::Id).get(), expected);
}

#[test]
fn notes_without_the_tag_or_of_another_period_are_not_told() {
    let mut dossier = tagged();
    dossier.feedback.iter_mut().for_each(|f| f.tags = vec!["layanan".into()]);
    assert!(!text(&dossier, Lang::Id).get().contains("Umpan balik"));
    let mut dossier = tagged();
    dossier.feedback.iter_mut().for_each(|f| f.on = jiff::civil::date(2025, 11, 21));
    assert!(!text(&dossier, Lang::Id).get().contains("Umpan balik"));
}

proptest! {
    #[test]
    fn a_private_note_never_appears(phrase in "[a-z]{8}(zq[a-z]{1,12} ?){1,6}") {
        let dossier = tagged();
        let mut more = dossier.clone();
        let note = more.feedback[0].clone();
        let words = crate::domain::Audienced::new(Audience::Private, Sbi::plain(&phrase));
        more.feedback.push(Feedback { words, ..note });
        for lang in [Lang::Id, Lang::En] {
            let said = text(&more, lang);
            prop_assert!(!said.get().contains(SECRET));
            prop_assert_eq!(said, text(&dossier, lang), "private notes leave no trace");
        }
    }
}

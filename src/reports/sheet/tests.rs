//! Tests of `sheet`.

use super::*;
use crate::domain::Feedback;
use crate::domain::language::clean::{clean_text, width};
use crate::domain::sessions::receipt::receipt;
use crate::domain::{ActionId, Addendum, Audience, FeedbackId, Grow};
use crate::i18n::Lang;
use crate::reports::sample::{self, SECRET};
use proptest::prelude::*;
use uuid::Uuid;

const INDONESIAN: &str = "\
LEMBAR DIALOG KINERJA
=====================

Kecamatan Medan Marelan

- Pegawai           : Sari Dewi Lubis, S.E.
- NIP               : 19860926 201505 1 001
- Golongan          : III/b
- Jabatan           : Pengelola Layanan
- Unit kerja        : Seksi Pelayanan Umum
- Atasan langsung   : Drs. Togar Simanjuntak, M.Si.
- Jabatan atasan    : Plt. Kepala Seksi Pelayanan Umum
- Hari, tanggal     : Sabtu, 21 November 2026

Pokok pembicaraan
-----------------

- pembagian tugas loket

Tindak lanjut kesepakatan sebelumnya
------------------------------------

- Dilanjutkan: izin pelatihan kearsipan (atasan)
  - Batas waktu: 19 November 2026
- Selesai: daftar arsip 2018 (pegawai)

Yang sudah baik
---------------

- Situasi: Pemeriksaan arsip, Selasa pagi, ruang loket
  - Perilaku: menjelaskan kepada warga langkah demi langkah, tetap ramah waktu
    antrean panjang
  - Dampak: tidak ada keluhan hari itu

Yang perlu ditingkatkan
-----------------------

- laporan tanggal 5 terlambat

Kesepakatan
-----------

- menyusun daftar arsip 2019
  - Penanggung jawab: pegawai
  - Batas waktu: 18 Desember 2026
  - Ukuran keberhasilan: 120 boks tercatat

Tanggapan pegawai
-----------------

Terima kasih, saya perlu waktu khusus untuk arsip.

- Perasaan terhadap pekerjaan: cukup baik
- Saya didengarkan: 5 dari 5
- Saya tahu apa yang saya lakukan selanjutnya: 4 dari 5

Pertemuan berikutnya
--------------------

Senin, 21 Desember 2026.

Tanda tangan
------------

Tanda tangan berarti isi lembar ini telah dibaca dan dibicarakan, tidak dengan
sendirinya berarti disetujui.

    Pegawai,                              Plt. Kepala Seksi Pelayanan Umum,



    Sari Dewi Lubis, S.E.                 Drs. Togar Simanjuntak, M.Si.
    NIP 19860926 201505 1 001             NIP 19680411 199303 1 009
";
const ENGLISH: &str = "\
PERFORMANCE DIALOGUE SHEET
==========================

Kecamatan Medan Marelan

- Employee          : Sari Dewi Lubis, S.E.
- NIP               : 19860926 201505 1 001
- Rank              : III/b
- Position          : Pengelola Layanan
- Work unit         : Seksi Pelayanan Umum
- Supervisor        : Drs. Togar Simanjuntak, M.Si.
- Supervisor's post : Plt. Kepala Seksi Pelayanan Umum
- Date              : Saturday, 21 November 2026

Talked about
------------

- pembagian tugas loket

What became of earlier agreements
---------------------------------

- Goes on: izin pelatihan kearsipan (supervisor)
  - Due: 19 November 2026
- Done: daftar arsip 2018 (employee)

What went well
--------------

- Situation: Pemeriksaan arsip, Selasa pagi, ruang loket
  - Behaviour: menjelaskan kepada warga langkah demi langkah, tetap ramah waktu
    antrean panjang
  - Impact: tidak ada keluhan hari itu

What can be better
------------------

- laporan tanggal 5 terlambat

Agreements
----------

- menyusun daftar arsip 2019
  - Owner: employee
  - Due: 18 December 2026
  - Measure of success: 120 boks tercatat

The employee's own words
------------------------

Terima kasih, saya perlu waktu khusus untuk arsip.

- Feeling about the work: fine
- I was listened to: 5 of 5
- I know what I will do next: 4 of 5

Next talk
---------

Monday, 21 December 2026.

Signatures
----------

A signature means that this sheet was read and talked about. It does not by
itself mean agreement.

    Employee,                             Plt. Kepala Seksi Pelayanan Umum,



    Sari Dewi Lubis, S.E.                 Drs. Togar Simanjuntak, M.Si.
    NIP 19860926 201505 1 001             NIP 19680411 199303 1 009
";

fn of(dossier: &Dossier, lang: Lang) -> SharedText {
    let (roster, _) = sample::office();
    sheet(dossier, dossier.open_session().unwrap(), &roster, &Words::new(lang))
}

#[test]
fn the_sheet_has_all_that_was_shared_in_both_languages() {
    let dossier = sample::sari();
    assert_eq!(of(&dossier, Lang::Id).get(), INDONESIAN);
    assert_eq!(of(&dossier, Lang::En).get(), ENGLISH);
    assert!(!INDONESIAN.contains(SECRET) && !ENGLISH.contains(SECRET));
}

#[test]
fn the_same_records_give_the_same_bytes_and_the_code_stands_below_them() {
    let dossier = sample::sari();
    let text = of(&dossier, Lang::Id);
    assert_eq!(text, of(&dossier.clone(), Lang::Id));
    let code = receipt(&text);
    let printed = printed(&text, &code, &Words::new(Lang::Id));
    assert_eq!(printed, format!("{}\nKode tanda terima: {code}\n", text.get()));
}

#[test]
fn shared_answers_to_the_coaching_prompts_are_on_the_sheet() {
    let mut dossier = sample::sari();
    let grow = Grow { goal: "arsip tertata".into(), will: "mulai Senin".into(), ..Grow::default() };
    dossier.sessions[2].grow = Some(Audienced::new(Audience::Shared, grow));
    let text = of(&dossier, Lang::Id);
    assert!(text.get().contains("- Hasil yang ingin dicapai: arsip tertata\n- Langkah: mulai Senin\n"), "{}", text.get());
}

#[test]
fn the_employees_answer_and_then_only_shared_addenda_follow_the_sheet() {
    let words = Words::new(Lang::En);
    let zone = TimeZone::UTC;
    let mut session = sample::sari().sessions[0].clone();
    assert_eq!(afterwards(&session, &zone, &words), None);
    let addendum = |audience, text: &str| Addendum {
        at: "2026-12-03T02:00:00Z".parse().unwrap(),
        by: session.by.clone(),
        text: Audienced::new(audience, text.to_owned()),
    };
    session.addenda = vec![addendum(Audience::Private, SECRET), addendum(Audience::Shared, "the day was a Monday")];
    let on = sample::TODAY;
    session.acknowledgement = Some(Acknowledgement::Objects { on, reason: "the number is wrong".into() });
    let text = afterwards(&session, &zone, &words).unwrap();
    let expected = "The employee objected on 21 Nov 2026:\n\nthe number is wrong\n\nAddenda\n-------\n\n- 3 December 2026: the day was a Monday\n";
    assert_eq!(text.get(), expected);
}

/// Everything that can be long or private is this text.
fn full_of(text: &str, audience: Audience) -> Dossier {
    let mut dossier = sample::sari();
    let id = |n: usize| Uuid::from_u128(2000 + n as u128);
    let said = || Audienced::new(audience, text.to_owned());
    let sbi = || Sbi { situation: text.into(), behaviour: text.into(), impact: text.into(), intent: text.into() };
    for (n, kind) in [FeedbackKind::Praise, FeedbackKind::Improve, FeedbackKind::Observation].into_iter().enumerate() {
        let words = Audienced::new(audience, sbi());
        let feedback = dossier.feedback.iter().find(|f| f.session.is_some()).cloned().unwrap();
        dossier.feedback.push(Feedback { id: FeedbackId(id(n)), kind, words, ..feedback });
    }
    for (n, action) in dossier.actions.clone().into_iter().enumerate() {
        let measure = text.to_owned();
        dossier.actions.push(Action { id: ActionId(id(n)), text: said(), measure, ..action });
    }
    for line in dossier.agenda.clone() {
        dossier.agenda.push(crate::domain::AgendaLine { text: said(), ..line });
    }
    let session = dossier.sessions.iter_mut().find(|s| s.is_open()).unwrap();
    session.purpose = text.to_owned();
    let grow = Grow { goal: text.into(), reality: text.into(), options: text.into(), will: text.into() };
    session.grow = Some(Audienced::new(audience, grow));
    dossier
}

proptest! {
    // Each case says a whole page in both languages.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn no_line_is_wider_than_80_columns_whatever_was_shared(
        text in "\\PC{0,300}", word in "[a-z日]{60,200}", name in "[A-Z][a-z]{0,200}",
    ) {
        let mut dossier = full_of(&clean_text(&format!("{text} {word}")), Audience::Shared);
        dossier.person.name.name = clean_text(&name);
        dossier.person.position = Some(word);
        for lang in [Lang::Id, Lang::En] {
            for line in of(&dossier, lang).get().lines() {
                prop_assert!(width(line) <= 80, "{line:?}");
                prop_assert_eq!(line.trim_end(), line);
            }
        }
    }

    #[test]
    fn a_private_phrase_is_never_on_the_sheet(phrase in "[a-z]{8}(zq[a-z]{1,12} ?){1,6}") {
        let with = of(&full_of(&phrase, Audience::Private), Lang::Id);
        prop_assert_eq!(with, of(&sample::sari(), Lang::Id), "private records leave no trace");
    }
}

#[test]
fn values_and_words_of_the_talk_are_on_the_sheet_and_no_others() {
    let mut dossier = sample::planned();
    let talk = dossier.sessions.iter().find(|s| s.is_open()).unwrap().id;
    assert!(!of(&dossier, Lang::Id).get().contains("Sasaran"), "the value is of another day");
    dossier.check_ins[0].session = Some(talk);
    let (reason, by) = (SECRET.to_owned(), crate::domain::Actor::default());
    let status = crate::domain::goal::GoalStatus::Slipping;
    dossier.results[0].words = vec![crate::domain::goal::StatusWord { status, on: sample::TODAY, reason, by }];
    let text = of(&dossier, Lang::Id);
    let expected = "\
Sasaran yang dibicarakan
------------------------

- Arsip inaktif tertata
  - Boks arsip yang ditata: 84 boks pada 20 November 2026 (ukuran: paling
    sedikit 120 boks). Boks 61-84 selesai. Bukti dukung: BA-12/2026.
  - Status: tersendat

Kesepakatan
";
    assert!(text.get().contains(expected), "{}", text.get());
    assert!(!text.get().contains(SECRET), "why is the supervisor's own note");
}

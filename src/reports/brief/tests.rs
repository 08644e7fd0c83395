//! Tests of `brief`.

use super::*;
use crate::domain::{Action, ActionId, AgendaId, AgendaLine, Audienced, FeedbackId};
use crate::i18n::Lang;
use crate::reports::sample;
use proptest::prelude::*;
use uuid::Uuid;

const INDONESIAN: &str = "\
Sari Dewi Lubis, S.E. · Pengelola Layanan · III/b · PNS

Sesi lalu      20 Agu 2026 · 93 hari lalu · dialog kinerja
Berikutnya     sedang berlangsung
Mengapa        sesi dimulai hari ini, belum ditutup; 1 janji Anda lewat waktu

Janji Anda     izin pelatihan kearsipan · lewat 2 hari
               tampak lelah sejak pindah meja · Sel 1 Des
Agenda         rencana cuti akhir tahun · dibawa 2 kali
Dari pegawai   menyusun daftar arsip 2019 · Jum 18 Des
               tampak lelah sejak pindah meja · tanpa tanggal

Bukti          21 Nov - B laporan tanggal 5 terlambat
               21 Nov - P tampak lelah sejak pindah meja
               21 Nov + B Pemeriksaan arsip, Selasa pagi, ruang loket: menjelas…
Sebaran        2026: TW I 1 · TW II 0 · TW III 0 · TW IV 4
Pujian         membereskan arsip 2019

Tanyakan       Janji saya belum saya tepati. Apa akibatnya bagi pekerjaan
               Saudara?
";
const ENGLISH: &str = "\
Sari Dewi Lubis, S.E. · Pengelola Layanan · III/b · PNS

Last talk      20 Aug 2026 · 93 days ago · performance dialogue
Next           in progress
Why            session begun today, not closed; one promise of yours is overdue

Your promises  izin pelatihan kearsipan · 2 days late
               tampak lelah sejak pindah meja · Tue 1 Dec
Agenda         rencana cuti akhir tahun · carried 2 times
Their actions  menyusun daftar arsip 2019 · Fri 18 Dec
               tampak lelah sejak pindah meja · no date

Evidence       21 Nov - S laporan tanggal 5 terlambat
               21 Nov - P tampak lelah sejak pindah meja
               21 Nov + S Pemeriksaan arsip, Selasa pagi, ruang loket: menjelas…
Spread         2026: TW I 1 · TW II 0 · TW III 0 · TW IV 4
Praise         membereskan arsip 2019

Ask            I have not kept a promise of mine. What did that mean for your
               work?
";

fn text(dossier: &Dossier, roster: &Roster, lang: Lang) -> String {
    let lines = brief(dossier, roster, &RuleSet::default(), sample::TODAY, &Words::new(lang), 80);
    lines.iter().map(|line| format!("{line}\n")).collect()
}

#[test]
fn the_brief_says_what_a_talk_needs_in_both_languages() {
    let (roster, dossier) = sample::office();
    assert_eq!(text(&dossier, &roster, Lang::Id), INDONESIAN);
    assert_eq!(text(&dossier, &roster, Lang::En), ENGLISH);
}

#[test]
fn somebody_new_has_a_brief_too() {
    let (roster, _) = sample::office();
    let text = text(&sample::boss(), &roster, Lang::En);
    assert!(text.contains("Last talk      never yet\n"), "{text}");
    assert!(text.contains("nothing noted yet"), "{text}");
    assert!(text.contains("How do you see your work"), "{text}");
}

#[test]
fn ones_own_overdue_promise_stands_before_everything_that_others_owe() {
    let (roster, dossier) = sample::office();
    let lines = brief(&dossier, &roster, &RuleSet::default(), sample::TODAY, &Words::new(Lang::Id), 80);
    let at = |label: &str| lines.iter().position(|line| line.label == label).unwrap();
    assert!(at("Janji Anda") < at("Agenda") && at("Agenda") < at("Dari pegawai"));
    assert_eq!(lines[at("Janji Anda")].tone, Tone::Alarm);
}

#[test]
fn goals_that_do_not_go_well_stand_in_the_brief_with_their_figures() {
    let (roster, _) = sample::office();
    let mut dossier = sample::planned();
    let line = |dossier: &Dossier| {
        let text = text(dossier, &roster, Lang::Id);
        text.lines().find(|line| line.starts_with("Sasaran")).unwrap_or_default().to_owned()
    };
    assert_eq!(line(&dossier), "Sasaran        Arsip inaktif tertata · 70% · agak tertinggal");
    dossier.results[0].indicators.truncate(1);
    assert_eq!(line(&dossier), "Sasaran        Arsip inaktif tertata · 84 boks · 70% · agak tertinggal");
    let (reason, by) = (String::new(), crate::domain::Actor::default());
    let status = crate::domain::goal::GoalStatus::OnTrack;
    dossier.results[0].words = vec![crate::domain::goal::StatusWord { status, on: sample::TODAY, reason, by }];
    assert_eq!(line(&dossier), "Sasaran        Arsip inaktif te… · 70% · sesuai rencana, lajunya agak tertinggal");
    dossier.check_ins[0].value = Some(crate::domain::Number::from(119));
    assert_eq!(line(&dossier), "Sasaran        99%, dari satu ukuran saja", "nothing to worry about");
    dossier.results[0].indicators[0].target_open = true;
    assert_eq!(line(&dossier), "Sasaran        1 target belum ditetapkan");
}

fn crowded(count: usize, words: &str) -> Dossier {
    let mut dossier = sample::planned();
    // Nobody has measured any of them for a long time.
    let result = dossier.results[0].clone();
    dossier.results.extend((0..count).map(|_| result.clone()));
    let id = |n: usize| Uuid::from_u128(1000 + n as u128);
    let (action, line, note) = (dossier.actions[0].clone(), dossier.agenda[2].clone(), dossier.feedback[0].clone());
    for n in 0..count {
        let text = Audienced::new(Audience::Private, words.to_owned());
        let owner = if n % 2 == 0 { Owner::Supervisor } else { Owner::Employee };
        dossier.actions.push(Action { id: ActionId(id(n)), owner, text: text.clone(), ..action.clone() });
        dossier.agenda.push(AgendaLine { id: AgendaId(id(n)), text, ..line.clone() });
        dossier.feedback.push(Feedback { id: FeedbackId(id(n)), ..note.clone() });
    }
    dossier
}

#[test]
fn what_is_left_out_is_counted() {
    let dossier = crowded(8, "x");
    let (roster, _) = sample::office();
    let text = text(&dossier, &roster, Lang::En);
    assert!(text.contains("… and 4 more"), "{text}");
}

proptest! {
    // Each case says a whole page in both languages.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn a_brief_never_has_more_than_24_lines_nor_more_than_80_columns(
        count in 0usize..12, words in "[a-z日 ]{0,200}", name in "[A-Z][a-z ]{0,120}", columns in 40usize..=80,
    ) {
        let (roster, _) = sample::office();
        let mut dossier = crowded(count, &words);
        dossier.person.name.name = name;
        for lang in [Lang::Id, Lang::En] {
            let words = Words::new(lang);
            let lines = brief(&dossier, &roster, &RuleSet::default(), sample::TODAY, &words, columns);
            prop_assert!(lines.len() <= LINES);
            for line in &lines {
                prop_assert!(width(&line.to_string()) <= columns, "{}", line);
            }
            prop_assert!(lines.iter().any(|line| line.label == words.say("brief-ask")), "the question is never pushed out");
        }
    }
}

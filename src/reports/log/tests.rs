//! Changes as they are read, from records that are known and from every change of the sample.

use super::*;
use crate::demo as sample;
use crate::demo::Plan;
use crate::domain::{Audienced, ChangeId, ChangeKind, Private, Sbi};
use crate::i18n::Lang;
use crate::reports::sample as known;
use jiff::civil::date;

fn zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(7))
}

fn entry(change: Change) -> LogEntry {
    LogEntry { number: 1204, hash: "3fa9".into(), change }
}

fn change(ops: Vec<Op>) -> Change {
    let by = Actor { name: "Rina".into(), capacity: Capacity::ActingVacant, ..Actor::default() };
    let at = "2026-11-21T03:42:07Z".parse().unwrap();
    Change { id: ChangeId(uuid::Uuid::nil()), at, by, kind: ChangeKind::FeedbackCorrected, about: None, ops }
}

#[test]
fn a_corrected_note_is_shown_with_what_stood_before_and_after() {
    let (roster, dossier) = known::office();
    let was = dossier.feedback[0].clone();
    let mut now = was.clone();
    now.words = Audienced::Private(Private::new(Sbi::plain("menata arsip KTP-el")));
    let said =
        text(&Words::new(Lang::Id), &entry(change(vec![Op::replace(was.clone(), now)])), "Sari", 300, &roster, &zone());
    for part in [
        "Sabtu, 21 November 2026, 10.42 · Rina (Plt.)",
        "PRIBADI",
        "  Perilaku\n",
        "    sesudah: menata arsip KTP-el\n",
        "Entri nomor 1.204",
        "3fa9",
        "dan 300 rekaman lagi",
    ] {
        assert!(said.contains(part), "{part}: {said}");
    }
    assert!(said.contains(&was.words.for_supervisor().behaviour), "{said}");
    assert!(!said.contains("Tanda"), "what stayed the same is not shown: {said}");
}

/// Whatever a change of the sample did is seen in its text, in both languages and without a message that is missing.
#[test]
fn every_change_of_the_sample_says_what_it_did() {
    let office = sample::office(&Plan { people: 6, ..Plan::section(date(2026, 11, 21)) });
    let roster = office.roster();
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        for made in office.changes(&|_, _| crate::domain::Shared::new(String::new())) {
            let whom = about(&words, &made, &roster);
            let said = text(&words, &entry(made), &whom, 0, &roster, &zone());
            assert!(!said.contains(&words.say("log-same")), "{said}");
            let label = |line: &str| line.trim_start().starts_with("field-") || line.trim_start().starts_with("log-");
            assert!(!said.lines().any(label), "{said}");
        }
    }
}

#[test]
fn what_does_not_fit_goes_on_to_the_right_of_where_it_began() {
    let said = wrapped("catatan\n\n    sebelum: menata arsip lama\n", 24);
    assert_eq!(said, "catatan\n\n    sebelum: menata\n      arsip lama\n");
}

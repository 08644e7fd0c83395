//! The evaluation of a team: the queue with its keys counted, the page of a person, papers and objections.

use crate::support::world::World;
use bina::desk::command::Place;
use bina::domain::PersonId;
use bina::domain::competency::ExpectationRating;
use bina::domain::competency::ExpectationRating::{Above, Below, Meets};
use bina::domain::evaluation::{Evaluation, Judgement};
use bina::domain::period::EvaluationPeriod;
use bina::screens::evaluation::Focus;
use bina::screens::stack::Screen;
use proptest::prelude::*;

/// Fourteen people without any record.
const TEAM: [(&str, i64); 14] = [
    ("Adi Lubis", 400),
    ("Beni Pane", 400),
    ("Citra Koto", 400),
    ("Dian Siregar", 400),
    ("Eka Tarigan", 400),
    ("Fitri Nasution", 400),
    ("Gita Rangkuti", 400),
    ("Hadi Pohan", 400),
    ("Indra Ginting", 400),
    ("Joko Sembiring", 400),
    ("Kiki Harahap", 400),
    ("Lina Hasibuan", 400),
    ("Mira Batubara", 400),
    ("Nana Pulungan", 400),
];

fn latest(world: &World, name: &str) -> Evaluation {
    world.stored(name).evaluations.last().cloned().unwrap_or_else(|| panic!("{name} is not judged"))
}

#[test]
fn fourteen_people_are_judged_with_forty_two_keys_and_a_kill_in_between() {
    let mut world = World::team(&TEAM);
    world.press("6").see("TW IV 2026").see("0 dari 14 dinilai").press("w").see("Adi Lubis").see("MENILAI");
    let mut keys = 0;
    for (n, (name, _)) in TEAM.iter().enumerate() {
        world.see(name);
        for key in ["2", if n % 2 == 0 { "1" } else { "2" }, "enter"] {
            world.press(key);
            keys += 1;
            if n == 6 && key == "2" {
                world.restart().see("Gita Rangkuti").see("MENILAI");
                assert_eq!(world.app.place(), Place::Evaluating);
            }
        }
    }
    assert_eq!(keys, 42);
    world.see("Untuk Anda saja");
    for (n, (name, _)) in TEAM.iter().enumerate() {
        let behaviour = if n % 2 == 0 { Above } else { Meets };
        assert_eq!(latest(&world, name).judgement, Judgement::Rated { results: Meets, behaviour }, "{name}");
    }
    world.agrees_with_store();
    world.press("esc").see("14 dari 14 dinilai");
}

#[test]
fn both_ratings_begin_empty_and_one_alone_is_not_kept() {
    let mut world = World::three();
    world.press("6 enter").see("menunggu kedua nilai").press("2 enter").see("Satu nilai belum diberikan");
    assert!(world.stored("Budi").evaluations.is_empty());
    world.press("3").see("Kurang").press("esc");
    assert_eq!(latest(&world, "Budi").judgement, Judgement::Rated { results: Meets, behaviour: Below });
}

#[test]
fn warnings_are_words_and_never_a_block() {
    let mut world = World::three();
    world.press("6 enter 3 3").see("Sangat Kurang").see("belum ada alasannya").see("Tidak ada sesi yang ditutup");
    world.press("enter");
    assert_eq!(latest(&world, "Budi").judgement, Judgement::Rated { results: Below, behaviour: Below });
}

#[test]
fn what_is_typed_survives_a_kill_at_the_same_field() {
    let mut world = World::three();
    world.press("6 enter 2 2 e").type_text("412 berkas; laporan tiga kali lewat").restart();
    world.see("412 berkas").type_text(" tanggal 5").press("tab").type_text("Pertahankan.").press("enter");
    let found = latest(&world, "Budi");
    assert_eq!(found.reason.for_supervisor(), "412 berkas; laporan tiga kali lewat tanggal 5");
    assert_eq!(found.notes.get(), "Pertahankan.");
}

#[test]
fn half_a_judgement_waits_where_it_was_left() {
    let mut world = World::three();
    world.press("6 enter 1 esc").see("0 dari 3 dinilai").press("enter").see("MENILAI");
    assert!(world.stored("Budi").evaluations.is_empty());
    world.press("tab 2 enter");
    assert_eq!(latest(&world, "Budi").judgement, Judgement::Rated { results: Above, behaviour: Meets });
}

#[test]
fn the_last_evaluation_is_hidden_until_a_value_is_given() {
    let mut world = World::three();
    world.press("6 , enter i 1 1 enter esc .").see("TW IV 2026").press("home enter");
    world.see("TW III 2026 disembunyikan").see_not("Sangat Baik").press("2").see("TW III 2026: 1 di atas");
    world.press("v").see("TW III 2026 disembunyikan").press("v").see("Sangat Baik");
}

#[test]
fn who_is_not_assessed_here_has_a_reason_and_does_not_count() {
    let mut world = World::three();
    world.press("6 w 0").see("Tidak dinilai di sini").press("right enter enter").see("Evi Rangkuti").press("esc");
    world.see("1 dari 3 dinilai").see("tidak dinilai: tugas belajar").see("belum 2");
}

#[test]
fn somebody_is_skipped_with_a_reason_or_set_aside_for_the_end() {
    let mut world = World::three();
    world.press("6 w").see("Budi Pohan").press("z").see("Evi Rangkuti").press("x").see("Mengapa orang ini dilewati");
    world.type_text("menunggu laporan").press("enter").see("Sari Dewi Lubis").press("2 2 enter").see("Budi Pohan");
    world.press("2 1 enter").see("Untuk Anda saja");
    assert_eq!(world.stored("Evi").skips[0].reason, "menunggu laporan");
    assert!(world.stored("Evi").evaluations.is_empty());
}

#[test]
fn a_queue_that_was_left_is_gone_on_with() {
    let mut world = World::three();
    world.press("6 w 2 2 enter").see("Evi Rangkuti").press("esc 1").see("draf menunggu").press("6 w").see("MENILAI");
    world.see("Evi Rangkuti");
}

#[test]
fn undo_takes_a_judgement_back() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc").see("1 dari 3 dinilai").press("u").see("0 dari 3 dinilai");
}

#[test]
fn the_unit_is_shown_in_persons_and_names_nobody() {
    let mut world = World::team(&TEAM);
    world.press("6").see("Capaian organisasi: belum ditetapkan").press("e").see("Capaian unit");
    world.type_text("Seksi Pelayanan").press("enter right right enter").type_text("Camat").press("ctrl-s");
    world.see("Capaian organisasi: Baik").see("pertimbangan, bukan kuota").press("w");
    for _ in 0..10 {
        world.press("2 2 enter");
    }
    for _ in 0..4 {
        world.press("1 1 enter");
    }
    world.press("esc").see("B 10").see("kurang terpenuhi oleh 1 orang").press("v").see("SE MenPANRB 3/2023");
    world.see_not("Adi").see_not("Nana").see("terbanyak").press("enter").see("Pola kurang terpenuhi oleh 1 orang");
}

#[test]
fn a_paper_is_handed_over_and_signed() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc c").see("Serahkan dokumen evaluasi").see("hari kerja").press("ctrl-s");
    let code = latest(&world, "Budi").handed_over.expect("handed over").receipt;
    world.see("→").press("enter").see(&code).see("Keberatan dapat diajukan sampai").press("esc a");
    world.see("Jawaban atas evaluasi").type_text(&code).press("ctrl-s").see("✓");
    assert_eq!(latest(&world, "Budi").answer().map(|answer| answer.id()), Some("signed"));
}

#[test]
fn an_objection_goes_its_way_and_its_decision_is_a_new_judgement() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc c ctrl-s");
    let code = latest(&world, "Budi").handed_over.expect("handed over").receipt;
    world.press("a").type_text(&code).press("enter right right enter enter");
    world.type_text("Laporan tiba sesudah dinilai.").press("ctrl-s").see("1 keberatan").see("◆");
    // Forwarded, explained, decided; the decision has no rating before somebody chooses one.
    world.press("a").see("diteruskan").press("enter enter").type_text("Camat").press("ctrl-s");
    world.press("a").press("enter enter").type_text("Laporan tercatat 28 September.").press("ctrl-s");
    world.press("a").see("keputusan").press("enter enter").type_text("Camat").press("enter right right ctrl-s");
    world.see("Pilih nilai").press("right enter right right enter").type_text("Bukti cukup.").press("ctrl-s");
    let all = world.stored("Budi").evaluations;
    assert_eq!(all.len(), 2);
    assert_eq!(latest(&world, "Budi").judgement, Judgement::Rated { results: Above, behaviour: Meets });
    world.see_not("1 keberatan").press("enter").see("Diputuskan");
}

#[test]
fn a_judgement_that_was_handed_over_is_never_edited() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc c ctrl-s enter").see("Kertas").press("i").see("penilaian baru");
    world.see("menunggu kedua nilai").press("1 1 enter").see("Tulis alasannya").type_text("Laporan susulan.");
    world.press("enter");
    let all = world.stored("Budi").evaluations;
    assert_eq!(all.len(), 2);
    assert_eq!(all[0].judgement, Judgement::Rated { results: Meets, behaviour: Meets });
    assert!(all[1].supersedes.is_some());
}

#[test]
fn a_withdrawn_evaluation_stays_readable() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc D").see("Tarik evaluasi").type_text("salah orang").press("enter");
    world.see("0 dari 3 dinilai");
    assert_eq!(world.stored("Budi").evaluations[0].withdrawn.as_ref().map(|w| w.reason.as_str()), Some("salah orang"));
}

#[test]
fn the_list_is_by_step_or_by_name_and_periods_are_turned() {
    let mut world = World::three();
    world.press("6 enter 2 2 enter esc").see("TW IV 2026").press("o").see("Urutan: nama").press(",").see("TW III 2026");
    world.press(". .").see("Periode itu belum dimulai").press("f").see("tahun 2026");
}

#[test]
fn evidence_is_picked_from_the_notes_of_the_period() {
    let mut world = World::three();
    world.press("n").type_text("budi + menyusun ulang arsip\n").press("6 enter 1 1 a").see("Bukti penilaian");
    world.see("menyusun ulang arsip").press("right ctrl-s").see("1 bukti").press("enter");
    assert_eq!(latest(&world, "Budi").evidence.len(), 1);
}

/// Which side of whose period a digit has rated, and how.
type Given = Vec<(PersonId, EvaluationPeriod, Focus, ExpectationRating)>;

fn given_by(world: &World, key: &str) -> Option<(PersonId, EvaluationPeriod, Focus, ExpectationRating)> {
    if world.app.place() != Place::Evaluating || world.app.in_text() {
        return None;
    }
    let rating = match key {
        "1" => Above,
        "2" => Meets,
        "3" => Below,
        _ => return None,
    };
    let Screen::Evaluation(page) = world.app.screens.top() else { return None };
    let side = if page.focus == Focus::Behaviour { Focus::Behaviour } else { Focus::Results };
    Some((page.at.person, page.at.period, side, rating))
}

fn all_ratings_were_given(world: &World, given: &Given) {
    for name in ["Sari", "Evi", "Budi"] {
        for kept in world.stored(name).evaluations {
            let Judgement::Rated { results, behaviour } = kept.judgement else { continue };
            for (side, rating) in [(Focus::Results, results), (Focus::Behaviour, behaviour)] {
                let by_a_key = given.contains(&(kept.person, kept.period, side, rating));
                assert!(by_a_key, "{name} {} {side:?} {rating:?}: no key gave it", kept.period);
            }
        }
    }
}

const KEYS: [&str; 36] = [
    "1", "2", "3", "1", "2", "3", "0", "enter", "enter", "tab", "backtab", "e", "esc", "v", "x", "z", "a", "c", "D", "i",
    "J", "K", "w", "u", "ctrl-r", ".", ",", "o", "d", "f", "right", "left", "ctrl-s", "down", "up", "6",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_sequence_of_keys_sets_a_rating_that_a_digit_did_not_give(
        presses in proptest::collection::vec((0usize..KEYS.len(), 0u8..60), 1..160),
    ) {
        let mut world = World::three();
        world.press("6");
        let mut given = Given::new();
        for (key, luck) in presses {
            match luck {
                0 => drop(world.restart()),
                1 => drop(world.paste("123")),
                _ => {}
            }
            given.extend(given_by(&world, KEYS[key]));
            world.press(KEYS[key]);
            if world.quit {
                world.restart();
            }
        }
        all_ratings_were_given(&world, &given);
        world.agrees_with_store();
    }
}

//! Meaning on the screens: the cases of `logic` that need keys, and what the screens say of the others.

use crate::support::world::World;

const SECRET: &str = "sedang mengurus perceraian dengan suaminya di pengadilan";

fn office() -> World {
    let mut world = World::three();
    world.press("n").type_text(&format!("sari = {SECRET}\n"));
    world
}

#[test]
fn what_became_of_an_agreement_is_looked_at_and_the_sheet_is_not_called_empty() {
    let mut world = office();
    world.press("n").type_text(&format!("sari >> malas apel; {SECRET} besok\n"));
    world.press("s ctrl-n d ctrl-d").see("juga ada di catatan pribadi Anda").see("malas");
    world.see("!! kata pribadi: ^D dua kali").see_not("lembar kosong");
    world.press("ctrl-d").see_not("Kode lembar").press("ctrl-d").see("Kode lembar");
}

#[test]
fn a_line_that_was_talked_about_is_looked_at_like_the_rest_of_the_sheet() {
    let mut world = office();
    world.press("n").type_text(&format!("sari ! malas apel; {SECRET} @bersama\n"));
    world.press("s ctrl-n tab d ctrl-d").see("juga ada di catatan pribadi Anda").see_not("lembar kosong");
}

#[test]
fn an_empty_sheet_is_called_so_and_nothing_else() {
    let mut world = World::three();
    world.press("s ctrl-d").see("!! lembar kosong: ^D dua kali").see_not("kata pribadi");
}

#[test]
fn words_that_speak_of_things_are_no_hints_on_the_last_step() {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n").type_text("menertibkan bangunan liar dan parkir liar").press("ctrl-s");
    world.type_text("mengantar berkas ke rumah sakit umum").press("ctrl-s ctrl-d");
    world.see_not("liar”").see_not("sakit”");
}

#[test]
fn a_copy_that_repeats_private_words_is_asked_about_once() {
    let mut world = office();
    world.press("n").type_text(&format!("sari + rapi; {SECRET} @bersama\n"));
    world.press("n").type_text("sari + ramah di loket @bersama\n");
    world.press("enter tab f f v").see("ramah").see("rapi").press("y");
    assert_eq!(world.copied.len(), 1, "nothing to ask");
    world.press("j y").see("tetap menyalin: “sedang mengurus perceraian");
    assert_eq!(world.copied.len(), 1);
    world.press("y");
    assert_eq!(world.copied.len(), 2);
    assert!(world.copied[1].contains("rapi"));
}

#[test]
fn another_day_has_another_walk() {
    let mut world = World::three();
    world.press("w").see("1 dari 2").press("J").see("Evi Rangkuti").press("esc");
    world.press("w").see("Evi Rangkuti").see("2 dari 2").press("esc");
    world.days_pass(60).press("w").see("1 dari 3").see("Sari Dewi Lubis");
}

#[test]
fn a_talk_that_was_begun_and_left_stands_among_the_late_ones() {
    let mut world = World::three();
    world.press("/").type_text("budi").press("enter s esc esc").press("/ ctrl-u enter");
    world.days_pass(40).press("2").see("Sesi terlambat (3)").see_not("Sesi 7 hari ke depan");
    world.press("1");
    assert!(world.row_of("Sari Dewi").contains("terlambat"), "{}", world.screen());
}

#[test]
fn an_objection_stands_first_on_the_agenda() {
    let mut world = World::three();
    world.press("s ctrl-d ctrl-d ctrl-d").see("Kode lembar");
    let receipt = world.stored("Sari").sessions[0].receipt().unwrap_or_default().to_owned();
    world.press("g").type_text("sari").press("enter space T").type_text(&receipt).press("tab right right tab");
    world.type_text("enam baris bukan pekerjaan saya").press("ctrl-s").see("jawaban atas lembar sesi").press("esc");
    world.press("2").see("Keberatan (1)").see("enam baris");
    assert!(world.line_of("Keberatan (1)") < world.line_of("Sesi terlambat"), "{}", world.screen());
    assert!(world.row_of("enam baris").contains("Sari Dewi Lubis"));
    world.press("s ctrl-d ctrl-d ctrl-d").see("Kode lembar").press("2").see("Keberatan (1)");
}

#[test]
fn a_phrase_of_two_words_is_one_state_and_an_unknown_key_is_said() {
    for (plain, dashed) in [("-belum pernah", "-belum-pernah"), ("-never met", "-never-met"), ("-hari ini", "-hari-ini")] {
        let found = |query: &str| {
            let mut world = World::sample();
            world.press("/").type_text(query);
            world.row_of("/ ").split("  ").last().unwrap_or_default().to_owned()
        };
        assert_eq!(found(plain), found(dashed), "{plain}");
    }
    World::sample().press("/").type_text("umur:40").see("umur");
}

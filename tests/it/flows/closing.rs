//! Closing a session: what the employee receives, warnings, and that nothing unfinished is left behind.

use crate::support::world::World;

fn in_feedback() -> World {
    let mut world = World::three();
    world.press("s ctrl-n ctrl-n ctrl-n");
    world
}

#[test]
fn nothing_private_stands_on_the_sheet() {
    let mut world = in_feedback();
    world.press("ctrl-t").type_text("rahasia: tampak lelah").press("ctrl-s");
    world.type_text("ramah pada warga lanjut usia").press("ctrl-s");
    world.press("ctrl-n ctrl-n").type_text("menata arsip").press("tab").type_text("15/12").press("ctrl-s");
    world.press("ctrl-t").type_text("rencana tertutup").press("ctrl-s ctrl-d");
    world.see("▸ 8 Tutup").see("Yang diterima pegawai, kata demi kata");
    let sheet = world.closing_sheet();
    assert!(sheet.get().contains("ramah pada warga") && sheet.get().contains("menata arsip"));
    assert!(!sheet.get().contains("rahasia") && !sheet.get().contains("tertutup"), "{}", sheet.get());
    world.press("ctrl-d").see("Kode lembar");
    let session = &world.stored("Sari").sessions[0];
    assert_eq!(session.sheet(), Some(&sheet), "what was seen is what was kept");
}

#[test]
fn every_word_of_the_sheet_can_be_seen_on_eighty_columns() {
    let mut world = in_feedback();
    world.paste("menjelaskan syarat satu per satu kepada setiap warga dan tetap ramah sampai penghabisan");
    world.press("ctrl-s ctrl-d").see("▸ 8 Tutup");
    let mut seen = String::new();
    for _ in 0..80 {
        seen.push_str(&world.screen());
        world.press("down");
    }
    let sheet = world.closing_sheet();
    let lost: Vec<&str> = sheet.get().split_whitespace().filter(|word| !seen.contains(word)).collect();
    assert!(lost.is_empty(), "{lost:?}\n{}", world.screen());
}

#[test]
fn the_sheet_can_be_read_to_its_end_before_closing() {
    let mut world = in_feedback();
    for n in 0..30 {
        world.type_text(&format!("hal nomor {n}")).press("ctrl-s");
    }
    world.type_text("hal terakhir").press("ctrl-s ctrl-d");
    world.see_not("Tanda tangan").press("end").see("Tanda tangan").see("Pegawai,");
}

#[test]
fn an_unfinished_line_keeps_the_session_open() {
    let mut world = in_feedback();
    world.press("ctrl-n ctrl-n").type_text("menata arsip").press("tab").type_text("entah kapan").press("ctrl-d");
    world.press("ctrl-d").see("Masih ada teks di sini yang belum menjadi baris").see("▸ 6 Kesepakatan").see("entah kapan");
    assert!(world.stored("Sari").open_session().is_some());
    world.press("tab ctrl-u").type_text("15/12").press("ctrl-s ctrl-d ctrl-d").see("Kode lembar");
    assert_eq!(world.stored("Sari").actions.len(), 1);
}

#[test]
fn what_is_worth_a_second_look_is_said_beside_the_sheet() {
    let mut world = in_feedback();
    world.press("ctrl-d").see("Pegawai akan menerima lembar kosong").see("Belum ada langkah berikut");
    let mark = world.line_of("!");
    assert!(world.screen().lines().nth(mark).unwrap().contains("Pegawai"), "the mark stands where the warning begins");
}

#[test]
fn the_agreed_day_becomes_the_next_session() {
    let mut world = in_feedback();
    world
        .press("ctrl-d backtab ctrl-u")
        .type_text("10/12")
        .see("= Kamis 10 Desember 2026")
        .press("ctrl-d")
        .see("^D sekali lagi tetap menutup")
        .press("ctrl-d");
    assert!(world.row_of("Sari Dewi").contains("Kam 10 Des"), "{}", world.screen());
}

#[test]
fn a_next_day_in_the_past_is_refused_and_nothing_is_closed() {
    let mut world = in_feedback();
    world.press("ctrl-d backtab ctrl-u").type_text("1/1/2026").press("ctrl-d").see("Tanggalnya sudah lewat.");
    assert!(world.stored("Sari").open_session().is_some());
}

#[test]
fn the_answer_on_the_sheet_is_noted_by_its_code() {
    let mut world = in_feedback();
    world.type_text("ramah").press("ctrl-s ctrl-d ctrl-d");
    let receipt = world.stored("Sari").sessions[0].receipt().unwrap_or_default().to_string();
    world.press("g").type_text("sari").press("enter space T").type_text("salah").press("ctrl-s");
    world.see("Tidak ada lembar sesi orang ini dengan kode itu.").press("ctrl-u").type_text(&receipt).press("ctrl-s");
    world.see("✓ jawaban atas lembar sesi").press("tab").see("ditandatangani");
}

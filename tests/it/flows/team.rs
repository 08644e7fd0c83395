//! The team list: who needs me, and why.

use crate::support::world::World;

#[test]
fn whoever_waited_longest_stands_on_top_and_the_list_says_why() {
    let mut world = World::three();
    assert!(world.line_of("Sari Dewi") < world.line_of("Evi Rangkuti"));
    assert!(world.line_of("Evi Rangkuti") < world.line_of("Budi Pohan"));
    world.see("2 sesi terlambat").see("Sari: sesi terlambat 169 hari; belum pernah ada sesi dalam 200 hari");
    world.press("j").see("Evi: sesi terlambat 89 hari").press("j").see("Budi:");
}

#[test]
fn the_filter_works_while_typing_and_esc_clears_it() {
    let mut world = World::three();
    world.press("/").type_text("pohan").see("Budi Pohan").see_not("Evi Rangkuti");
    world.press("backspace backspace backspace backspace backspace").type_text("evi").see_not("Budi Pohan");
    world.press("enter").see("Evi Rangkuti").see_not("Budi Pohan");
    world.press("esc").see("Budi Pohan").see("Sari Dewi");
    assert!(world.chosen().contains("Evi"), "the one that was found stays chosen");
}

#[test]
fn a_filter_longer_than_its_line_shows_where_it_is_typed() {
    let mut world = World::three().size(40, 12);
    world.press("/").type_text("satu dua tiga empat lima enam tujuh delapan sembilan").see("sembilan").see("0 cocok");
}

#[test]
fn letters_of_the_filter_are_no_commands() {
    let mut world = World::three();
    world.press("/").type_text("q").type_text("s").see("qs");
    assert!(!world.quit);
    assert!(world.stored("Sari").sessions.is_empty());
}

#[test]
fn a_filter_that_nobody_matches_says_how_to_go_on() {
    let mut world = World::three();
    world.press("/").type_text("tidakada").see("Tidak ada yang cocok. Esc menghapus saringan.");
    world.press("enter s enter z w").see_not("panic");
    world.press("esc esc esc").see("Sari Dewi");
}

#[test]
fn the_selection_stays_on_its_person_when_the_order_changes() {
    let mut world = World::three();
    world.press("j j");
    for order in ["nama", "sesi terakhir", "sesi berikut", "unit", "yang paling perlu Anda"] {
        world.press("o").see(&format!("Urutan: {order}"));
        assert!(world.chosen().contains("Budi Pohan"), "{order}\n{}", world.screen());
    }
}

#[test]
fn by_name_means_the_name_and_not_the_title() {
    let mut world = World::team(&[("Drs. Zul Akbar", 9), ("Ani, S.E.", 9), ("Ir. Beni", 9)]);
    world.press("o");
    assert!(world.line_of("Ani") < world.line_of("Ir. Beni"));
    assert!(world.line_of("Ir. Beni") < world.line_of("Drs. Zul"));
}

#[test]
fn the_selection_stays_on_its_person_when_a_change_sorts_the_list_anew() {
    let mut world = World::three();
    world.press("z").type_text("sakit").press("ctrl-s").see("Sari");
    assert!(world.chosen().contains("Sari"));
    world.press("s ctrl-d ctrl-d ctrl-d").see("Sari Dewi");
    assert!(world.chosen().contains("Sari"), "{}", world.screen());
    assert!(world.line_of("Evi") < world.line_of("Sari Dewi"), "who was just met is no longer on top");
}

#[test]
fn order_and_selection_are_there_again_after_a_look_at_the_agenda() {
    let mut world = World::three();
    world.press("o k").press("2").see("Agenda").press("1");
    assert!(world.line_of("Budi") < world.line_of("Evi"), "still by name\n{}", world.screen());
    assert!(world.chosen().contains("Evi"), "{}", world.screen());
}

#[test]
fn next_and_previous_person_follow_the_list_and_stop_at_its_ends() {
    let mut world = World::three();
    world.press("enter").see("1/3").press("J").see("Evi Rangkuti").press("J").see("Budi Pohan");
    world.press("J").see("Tidak ada orang lain di arah itu.").see("Budi Pohan");
    world.press("K").see("Evi Rangkuti").press("esc");
    assert!(world.screen().contains("NAMA"));
}

#[test]
fn an_empty_store_asks_who_the_user_is_and_says_what_to_do_next() {
    let mut world = World::empty();
    world.see("Siapakah Anda?").type_text("Rina Tanjung, S.Sos.").press("ctrl-s");
    world.see("bina import people").press("a").type_text("Sari Dewi Lubis").press("ctrl-s").see("Sari Dewi Lubis");
    world.agrees_with_store();
    for keys in ["enter", "s", "w", "2", "g", "tab"] {
        World::empty().press("esc").press(keys).press("j k end home enter esc esc");
    }
}

#[test]
fn a_name_of_forty_characters_keeps_the_columns_in_place() {
    let name = "Raden Ajeng Kusumaningtyas Prawirodirdjo"; // forty letters
    assert_eq!(name.len(), 40);
    for columns in [40, 50, 60, 70, 80, 100] {
        let mut world = World::team(&[(name, 300), ("Budi", 200)]).size(columns, 24);
        let column = |row: &str, text: &str| row.find(text).map(|at| row[..at].chars().count());
        let (long, short) = (world.row_of("Raden"), world.row_of("Budi"));
        assert_eq!(column(&long, "terlambat"), column(&short, "terlambat"), "{columns}\n{}", world.screen());
        world.press("enter").see("Raden Ajeng").press("s").see("Raden").press("esc esc esc w");
    }
}

#[test]
fn two_thousand_people_are_walked_through_without_losing_the_mark() {
    let first = ["Sari", "Evi", "Budi", "Joko", "Rina", "Togar", "Wahyu", "Yusuf", "Dewi", "Indah"];
    let last = ["Lubis", "Pohan", "Siregar", "Nasution", "Ginting", "Tarigan", "Hasibuan", "Rangkuti"];
    let names: Vec<String> = (0..2000).map(|n| format!("{} {} {n}", first[n % 10], last[n % 8])).collect();
    let people: Vec<(&str, i64)> = names.iter().enumerate().map(|(n, name)| (name.as_str(), n as i64 % 700)).collect();
    let mut world = World::team(&people);
    world.press("f").see("semua: 2.000 orang");
    for keys in ["end", "k", "pageup", "home", "pagedown pagedown", "o", "end", "o o", "j"] {
        world.press(keys);
        assert!(world.screen().contains('▌'), "{keys}\n{}", world.screen());
    }
    world.press("/").type_text("lubis").see("cocok").press("enter end enter").see("Ringkasan");
}

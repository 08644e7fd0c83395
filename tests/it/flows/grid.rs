//! The month's values of many people in one table, typed without leaving the row.

use crate::support::tables;
use crate::support::world::World;
use bina::desk::Look;
use bina::desk::msg::Size;
use bina::domain::{Change, CheckIn, Number};
use bina::i18n::Lang;
use bina::runtime::painter::{Painter, Palette};
use bina::store::{Memory, Store};
use jiff::civil::date;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const THREE: &[(&str, i64)] = &[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120), ("Budi Pohan", 3)];

fn world(people: &[(&str, i64)], plan: impl Fn(&Change) -> Change) -> World {
    let team = World::team_change(people);
    let mut store = Memory::new();
    for change in [&team, &plan(&team)] {
        store.commit(change).unwrap();
    }
    World::on(store)
}

/// Archives, a counter, archives; the grid is open.
fn grid() -> World {
    let mut world = world(THREE, tables::four_each);
    world.press("space M");
    world
}

/// The row with the cursor, and what stands between its brackets.
#[track_caller]
fn cell(world: &World) -> (String, String) {
    let screen = world.screen();
    let row = screen.lines().find(|line| line.contains('[') && line.contains(['▌'])).unwrap_or_else(|| panic!("{screen}"));
    let inside = row.split_once('[').and_then(|(_, rest)| rest.split_once(']')).map(|(inside, _)| inside.trim().to_owned());
    (row.to_owned(), inside.unwrap())
}

#[track_caller]
fn at(world: &World, name: &str, title: &str) {
    let (row, _) = cell(world);
    assert!(row.contains(name), "not on {name}\n{}", world.screen());
    let foot: Vec<String> = world.screen().lines().rev().take(3).map(str::to_owned).collect();
    assert!(foot.iter().any(|line| line.contains(title)), "not on {title}\n{}", world.screen());
}

fn values(world: &World, name: &str) -> Vec<(String, String, String)> {
    let stored = world.stored(name);
    let title = |c: &CheckIn| stored.result(c.result).unwrap().indicator(c.indicator).unwrap().title.clone();
    let value = |c: &CheckIn| c.value.map(|v: Number| v.to_string()).unwrap_or_default();
    stored.check_ins.iter().map(|c| (title(c), value(c), c.on.to_string())).collect()
}

#[test]
fn people_stand_down_and_indicators_across_under_their_results() {
    let mut world = grid();
    world.see("Tim › Isian bulan").see("nilai hari ini, 21 Nov 2026").see("Arsip dinamis tertata").see("Boks").see("boks");
    assert!(world.line_of("Sari Dewi") < world.line_of("Evi Rangkuti"), "as in the list");
    at(&world, "Sari Dewi", "Boks arsip yang ditata · paling sedikit 120 boks");
    world.see("belum terukur").see("1–5 dari 8").see("›").press("end right").see_not("‹");
    world.press("down");
    at(&world, "Budi", "Daftar arsip aktif terbit");
    world.press("up tab");
    at(&world, "Evi", "Pemohon yang dilayani");
    world.press("right").see("‹");
}

#[test]
fn a_value_and_enter_save_and_go_on_along_the_row_and_then_to_the_next_person() {
    let mut world = grid();
    world.type_text("84\n2\n30\n");
    at(&world, "Sari", "Daftar arsip aktif terbit");
    world.type_text("y\n");
    at(&world, "Evi", "Pemohon yang dilayani");
    let today = "2026-11-21".to_owned();
    let stored = values(&world, "Sari");
    let want = [("Boks arsip yang ditata", "84"), ("Kesalahan penempatan arsip", "2"), ("Arsip vital dialihmediakan", "30")];
    for ((title, value, on), (t, v)) in stored.iter().zip(want) {
        assert_eq!((title.as_str(), value.as_str(), on), (t, v, &today));
    }
    assert_eq!(stored[3].1, "1", "yes");
    assert!(world.row_of("Sari").contains("84 ●"), "the value with the sign of its pace: {}", world.row_of("Sari"));
    world.press("backtab").see("Daftar arsip aktif terbit");
    assert!(world.row_of("Sari").contains("4/4"), "how many values of the month are there");
    world.agrees_with_store();
}

#[test]
fn the_whole_line_of_a_value_can_be_typed_in_a_cell() {
    let mut world = grid();
    world.type_text("84 boks 61-84 selesai @BA-12/2026 kemarin");
    world.see("[84 boks = 70%]").see("bukti BA-12/2026").see("boks 61-84 selesai @BA-12/2026 kemarin");
    world.press("enter");
    let stored = world.stored("Sari");
    let check_in = &stored.check_ins[0];
    assert_eq!((check_in.on, check_in.note.get().as_str()), (date(2026, 11, 20), "boks 61-84 selesai"));
    assert_eq!(check_in.evidence.get(), "BA-12/2026");
    world.press("left").type_text("+6\n").press("left").see("90 boks pada 21 Nov 2026");
}

#[test]
fn a_refusal_stays_at_its_cell_with_its_words_and_loses_nothing() {
    let mut world = grid();
    world.type_text("8x4 boks\n").see("[8x4 boks").press("down right tab enter");
    at(&world, "Sari", "Boks arsip");
    let before = world.screen();
    assert!(world.stored("Sari").check_ins.is_empty());
    world.press("home delete delete").type_text("8");
    assert_ne!(world.screen(), before);
    world.see("[84 boks = 70%]").press("enter");
    assert_eq!(values(&world, "Sari")[0].1, "84");
}

#[test]
fn esc_takes_the_typed_text_back_and_then_leaves() {
    let mut world = grid();
    world.type_text("99").see("99").press("esc").see_not("99").see("Isian bulan").press("esc").see("NAMA").see_not("Isian");
    assert!(world.stored("Sari").check_ins.is_empty());
}

#[test]
fn arrows_save_and_go_their_way() {
    let mut world = grid();
    world.type_text("84").press("down");
    at(&world, "Budi", "Boks arsip");
    world.type_text("12").press("right").type_text("3").press("left");
    at(&world, "Budi", "Boks arsip");
    world.type_text("13").press("up");
    at(&world, "Sari", "Boks arsip");
    assert_eq!(values(&world, "Budi").iter().map(|v| v.1.as_str()).collect::<Vec<_>>(), ["12", "3", "13"]);
}

#[test]
fn undo_takes_back_cell_by_cell_and_the_cursor_goes_there() {
    let mut world = grid();
    world.press("end").type_text("belum\n").type_text("500\n88,5\n");
    at(&world, "Evi", "Pengaduan");
    world.press("u");
    at(&world, "Evi", "Indeks kepuasan");
    world.press("u");
    at(&world, "Evi", "Pemohon");
    world.press("u");
    at(&world, "Sari", "Daftar arsip aktif terbit");
    assert!(values(&world, "Sari").is_empty() && values(&world, "Evi").is_empty());
    world.press("ctrl-r ctrl-r");
    at(&world, "Evi", "Pemohon");
    assert_eq!(values(&world, "Evi").len(), 1);
    world.agrees_with_store();
}

#[test]
fn the_month_that_is_entered_is_chosen_for_the_whole_grid() {
    let mut world = grid();
    world.type_text("90\n").press("home ,").see("nilai per akhir bulan, 31 Okt 2026");
    assert!(!world.row_of("Sari").contains("90"), "what came later did not hold then");
    world
        .type_text("70\n")
        .press("down")
        .type_text("3 kemarin\n")
        .press(",")
        .see("30 Sep 2026")
        .press(". .")
        .see("hari ini");
    let days: Vec<String> = values(&world, "Sari").into_iter().map(|v| v.2).collect();
    assert_eq!(days, ["2026-10-31", "2026-11-21"]);
    assert_eq!(values(&world, "Budi")[0].2, "2026-11-20", "a day that is typed is stronger");
    assert!(world.row_of("Sari").contains("90"), "what holds today is the newer one");
    world.press(".").see("hari ini");
}

#[test]
fn a_value_that_is_recorded_this_month_is_not_written_twice() {
    let mut world = grid();
    world.type_text("84\n").press("left").type_text("84\n").see("tidak ditulis dua kali");
    at(&world, "Sari", "Kesalahan");
    assert_eq!(values(&world, "Sari").len(), 1);
    world.press("left").type_text("84 dihitung ulang\n");
    assert_eq!(values(&world, "Sari").len(), 2, "what is said beside it is new");
    world.days_pass(15).press("left").type_text("84\n");
    assert_eq!(values(&world, "Sari").len(), 3, "of a new month");
}

#[test]
fn what_is_typed_is_there_again_at_its_cell_after_a_restart() {
    let mut world = grid();
    world.press("tab tab tab tab tab").type_text("88,7 survei").restart();
    at(&world, "Evi", "Indeks kepuasan");
    world.see("88,7 survei").type_text(" loket\n");
    assert_eq!(world.stored("Evi").check_ins[0].note.get(), "survei loket");
    world.press("2 backspace esc , esc").restart().see("NAMA");
}

#[test]
fn what_is_described_in_words_is_typed_after_the_key_for_a_value() {
    let mut world = world(&THREE[..1], tables::described);
    world.press("space M x").see("Ruang baca dipakai warga").press("i").type_text("penuh tiap Sabtu\n");
    assert_eq!(world.stored("Sari").check_ins[0].note.get(), "penuh tiap Sabtu");
    world.see("21 Nov");
}

#[test]
fn figures_that_were_copied_elsewhere_can_be_pasted() {
    let mut world = grid();
    world.paste(" 84\n").press("enter");
    assert_eq!(values(&world, "Sari")[0].1, "84");
}

#[test]
fn the_list_of_the_goals_with_its_filter_makes_the_rows() {
    let mut world = world(THREE, tables::ten_each);
    world.press("3 /").type_text("suhu").press("enter space M").see("Sasaran › Isian bulan").see("Suhu").see_not("Boks");
    assert!(world.line_of("Budi") < world.line_of("Evi"), "by name, as there");
    world.press("esc esc 1 /").type_text("evi").press("enter space M").see("Evi Rangkuti").see_not("Sari");
}

#[test]
fn nobody_and_nothing_are_said_in_a_sentence() {
    World::empty().press("esc space M").see("Belum ada orang dalam daftar ini.");
    let mut world = World::three();
    world.press("space M").see("Tidak ada indikator yang berlaku pada 21 Nov 2026").press("8 i tab down end , . w u");
    world.press("esc").see("NAMA");
}

#[test]
fn a_name_of_forty_characters_and_every_look_keep_the_columns_in_place() {
    let people = [("Raden Ajeng Kusumaningtyas Prawirodirdjo", 300), ("Budi", 200), ("Evi", 100)];
    for look in [
        Look::default(),
        Look { ascii: true, ..Look::default() },
        Look { plain: true, mono: true, ascii: true, ..Look::default() },
    ] {
        for columns in [40, 60, 80, 120] {
            let mut world = world(&people, tables::ten_each).look(look).size(columns, 24);
            world.press("space M").type_text("84\n").press("home down");
            let column = |row: &str, text: char| row.chars().position(|c| c == text);
            let (first, second) = (world.row_of("Raden"), world.row_of("Evi"));
            assert_eq!(column(&first, '8').map(|at| at + 1), column(&second, '[').map(|at| at + 7), "{}", world.screen());
            assert!(["84 ●", "84 !"].iter().any(|sign| first.contains(sign)), "{}", world.screen());
        }
    }
}

#[test]
fn english_says_the_same() {
    let mut world = world(THREE, tables::ten_each).language(Lang::En);
    world.press("space M").see("Team › Month's values").see("today's values").type_text("1x\n").see("at least 120 boks");
    world.press("esc ,").see("values at the end of the month, 31 Oct 2026");
}

#[test]
fn of_two_thousand_people_only_those_in_view_are_read() {
    let names: Vec<String> = (0..2000).map(|n| format!("Pegawai {n:04}")).collect();
    let people: Vec<(&str, i64)> = names.iter().map(|name| (name.as_str(), 300)).collect();
    let mut world = world(&people, tables::four_each);
    world.press("space M");
    for _ in 0..40 {
        world.press("pagedown");
    }
    let read = world.app.office.dossiers.len();
    assert!((220..900).contains(&read), "{read}");
    world.type_text("7\n");
    let (row, _) = cell(&world);
    let name = row.split("  ").find(|part| part.contains("Pegawai")).unwrap().replace('▌', "");
    assert_eq!(values(&world, name.trim()).len(), 1, "{row}");
}

#[test]
fn a_move_costs_less_than_two_hundred_bytes_and_a_digit_a_handful() {
    let mut world = world(THREE, tables::ten_each);
    let frame = |world: &World| {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 80, 24));
        let cursor = bina::app::frame::draw(&world.app, &mut buffer);
        (buffer, cursor)
    };
    let mut painter = Painter::new(Size { columns: 80, rows: 24 }, Palette { color: true, ascii: false });
    let mut cost = |world: &World| {
        let (buffer, cursor) = frame(world);
        painter.frame(buffer, cursor).len()
    };
    world.press("space M");
    let whole = cost(&world);
    let mut spent = Vec::new();
    for keys in ["right", "right", "left", "down", "up", "4", "2", "enter", "8", "enter", "home"] {
        world.press(keys);
        spent.push((keys, cost(&world)));
    }
    eprintln!("the grid: {whole} bytes; then {spent:?}");
    assert!(whole < 2_500, "{whole}");
    assert!(spent[..5].iter().all(|(_, bytes)| *bytes < 220), "{spent:?}");
    assert!(spent[6].1 < 60, "a second digit: {spent:?}");
    assert!(spent.iter().all(|(_, bytes)| *bytes < 420), "{spent:?}");
}

//! The page that says what holds and where it comes from.

use crate::support::world::World;
use bina::desk::keymap::Keymap;
use bina::desk::msg::Msg;
use bina::desk::settings::BackupFacts;
use bina::i18n::Lang;
use std::collections::BTreeMap;

#[test]
fn everything_that_holds_is_said_with_its_reason() {
    let mut world = World::sample_in(Lang::En);
    world.press("O").see("English (configuration)").see("Unicode (LANG=C.UTF-8)").see("config.toml (read)");
    world.see("every month").see("built in").see("/srv/rina/.local/share/bina");
    world.press("end").see("after 10 minutes without a key").see("at once with").see("^X").see("any key");
    world.see("not made by themselves").press("esc").see_not("journal entries");
    let mut world = World::sample();
    world.press("O").see("Indonesia (konfigurasi)").see("setiap bulan").press("end").see("setelah 10 menit tanpa tombol");
    world.press("esc").press(":").type_text("setelan").press("enter").see("irama sesi");
}

#[test]
fn backups_are_said_as_soon_as_something_is_known_of_them() {
    let mut world = World::sample_in(Lang::En).encrypted();
    world.press("O end").see("not made by themselves").see("the passphrase");
    let facts = BackupFacts {
        place: "/srv/cadangan".to_owned(),
        newest: Some("2026-11-18T23:00:00Z".parse().unwrap()),
        count: 7,
        encrypted: true,
    };
    world.tell(Msg::Backups(facts.clone()));
    world.press("end").see("/srv/cadangan").see("19 Nov 2026, 06:00, 2 days ago");
    assert!(world.row_of("kept").trim_end().ends_with('7'));
    world.tell(Msg::Backups(BackupFacts { newest: None, count: 0, ..facts }));
    assert!(world.press("end").row_of("newest").contains("none"));
}

#[test]
fn entries_of_the_journal_are_counted_on() {
    let mut world = World::three();
    let count = |world: &mut World| {
        world.press("O");
        let row = world.row_of("entri jurnal");
        world.press("esc");
        row.trim_end_matches([' ', '│']).rsplit(' ').next().unwrap().parse::<u64>().unwrap()
    };
    assert_eq!(count(&mut world), 1);
    world.press("n").type_text("evi + teliti\n");
    assert_eq!(count(&mut world), 2);
}

#[test]
fn keys_of_ones_own_are_listed() {
    let mut world = World::three();
    assert!(world.press("O").row_of("tombol sendiri").contains("tidak ada"));
    let own = [("walk.start", vec!["W"]), ("app.lock", vec!["f12"]), ("find.person", vec![])];
    let own: BTreeMap<_, _> =
        own.into_iter().map(|(id, keys)| (id.to_owned(), keys.into_iter().map(str::to_owned).collect())).collect();
    world.app.keymap = Keymap::with_overrides(&own).unwrap();
    world.see("walk.start: W · find.person: tidak ada · app.lock: f12").press("end").see("F12");
}

#[test]
fn in_the_smallest_terminal_all_of_it_can_be_scrolled_to() {
    for lang in [Lang::Id, Lang::En] {
        let mut world = World::sample_in(lang).size(40, 10);
        world.press("O");
        let mut seen = world.screen();
        for _ in 0..60 {
            seen.push_str(&world.press("j").screen());
        }
        let last = if lang == Lang::Id { "BERKAS" } else { "FILE" };
        for part in ["LANG=C.UTF-8", "/srv/rina/.local/share/bina", "^X", last] {
            assert!(seen.contains(part), "{part}\n{seen}");
        }
    }
}

//! The hidden screen: shows nothing of any record, takes nothing, and gives back what was there.

use super::sizes::{OVERLAYS, SCREENS};
use crate::support::world::{PASSPHRASE, World};
use bina::desk::Look;
use bina::desk::effect::Effect;
use bina::desk::key::KeyPress;
use bina::desk::msg::Msg;
use bina::i18n::Lang;

/// What is hidden can't be told from an office without anybody in it.
#[test]
fn nothing_of_any_record_is_drawn_over_any_screen_in_any_size() {
    for encrypted in [false, true] {
        let ready = |world: World| if encrypted { world.encrypted() } else { world };
        let mut nobody = ready(World::empty());
        nobody.press("ctrl-x");
        for keys in SCREENS.iter().chain(OVERLAYS) {
            let mut world = ready(World::sample());
            world.press(keys).press("ctrl-x");
            for (columns, rows) in [(80, 24), (40, 10), (120, 36)] {
                assert_eq!(world.resize(columns, rows).drawn(), nobody.resize(columns, rows).drawn(), "{keys}");
            }
        }
    }
}

#[test]
fn it_says_since_when_and_what_to_press_in_both_languages_and_every_look() {
    let plain = Look { ascii: true, mono: true, plain: true, ..Look::default() };
    for look in [Look::default(), plain] {
        World::sample().look(look).press("ctrl-x").see("bina").see("sejak pukul 10.42").see("Tekan sembarang tombol");
        let mut english = World::sample_in(Lang::En).look(look).encrypted();
        english.press("ctrl-x").see("since 10:42").see("Passphrase:").see("^C leaves").see_not("Press any key");
    }
    let mut small = World::sample().size(40, 10).encrypted();
    small.press("ctrl-x").type_text("x\n").see("Frasa sandi salah.").see("yang sudah diketik tetap tersimpan.");
    let mut world = World::three();
    world.press("ctrl-x").days_pass(2).see("21 Nov 2026 pukul 10.42");
}

#[test]
fn the_key_that_shows_the_screen_does_nothing_else_and_typing_goes_on_in_the_same_field() {
    let mut world = World::three();
    world.press("n").type_text("evi + teliti").press("ctrl-x").see_not("teliti");
    world.press("q").see("evi + teliti").type_text(" sekali").see("evi + teliti sekali");
    world.press("ctrl-x").paste("tempelan").see("evi + teliti sekali").see_not("tempelan");
    assert!(!world.quit);
}

#[test]
fn an_idle_program_hides_and_the_palette_hides_too() {
    let mut world = World::three();
    world.tell(Msg::Idle);
    world.see("Layar disembunyikan").see_not("Sari").press("esc").see("Sari");
    world.press(":").type_text("app.lock").press("enter").see("Layar disembunyikan").see_not("Sari");
}

#[test]
fn an_encrypted_store_asks_for_its_passphrase_and_says_no_more_than_wrong() {
    let mut world = World::three().encrypted();
    world.press("n").type_text("evi + teliti").press("ctrl-x").see_not("teliti");
    world.press("enter").see_not("salah").type_text("kuda putih");
    assert!(world.row_of("Frasa sandi:").trim_end().ends_with("********") && !world.sees("kuda"));
    let mask = world.drawn();
    world.type_text(" x");
    assert_eq!(world.drawn(), mask, "nothing says how long it is");
    world.press("enter").see("Frasa sandi salah.").see_not("teliti").see_not("***");
    world.type_text("x").press("backspace").type_text(PASSPHRASE).press("enter").see("evi + teliti");
    world.press("ctrl-x").paste(PASSPHRASE).see("****").press("enter").see("evi + teliti");
}

#[test]
fn what_is_typed_of_a_passphrase_is_forgotten_and_is_nowhere_to_be_read() {
    let mut world = World::three().encrypted();
    world.press("ctrl-x").type_text(PASSPHRASE);
    let said = format!("{:?} {} {:?}", world.app.locked, world.app.drafts(), world.app.notices);
    assert!(!said.contains("kuda") && !said.contains("lapangan"), "{said}");
    for forget in ["esc", "ctrl-u"] {
        world.see("***").press(forget).see_not("***").press("enter").see_not("salah").type_text(PASSPHRASE);
    }
    world.tell(Msg::Idle);
    world.see("Layar disembunyikan").see_not("***");
    world.type_text(PASSPHRASE);
    let effects = world.app.update(Msg::Key("enter".parse().unwrap()));
    assert!(matches!(effects[..], [Effect::Unlock(_)]));
    assert_eq!(format!("{effects:?}"), "[Unlock(Passphrase)]");
}

#[test]
fn while_it_is_checked_nothing_opens_but_the_answer() {
    let mut world = World::three().encrypted();
    world.press("ctrl-x");
    world.tell(Msg::Unlocked(true));
    world.see_not("Sari");
    world.type_text("x");
    let asked = world.app.update(Msg::Key("enter".parse().unwrap()));
    assert_eq!(asked.len(), 1);
    world.press("y enter").see("Memeriksa").see_not("Sari");
    world.tell(Msg::Unlocked(false));
    world.see("Frasa sandi salah.").see_not("***");
}

#[test]
fn what_the_disk_answers_meanwhile_is_taken_in() {
    let mut world = World::three();
    world.disk_slow = true;
    world.press("n").type_text("evi + teliti\n").press("ctrl-x").answer();
    world.see_not("✓").press("x").see("✓");
    assert_eq!(world.stored("Evi").feedback.len(), 1);
    assert!(world.app.office.pending.is_empty());

    world.disk_slow = true;
    world.press("n").type_text("evi + cepat\n").press("ctrl-x");
    world.disk_full = true;
    world.answer().see_not("TERSIMPAN").see("Layar disembunyikan").press("x").see("TIDAK TERSIMPAN");
}

#[test]
fn whoever_has_no_passphrase_may_leave_and_finds_everything_again() {
    let mut world = World::three().encrypted();
    world.press("n").type_text("evi + teliti").press("ctrl-x ctrl-z ctrl-o : q").see("***").press("ctrl-c");
    assert!(world.quit);
    world.restart().see("evi + teliti");
}

#[test]
fn only_looking_hides_as_well() {
    let mut world = World::three();
    world.app.read_only = true;
    world.press("ctrl-x").see_not("Sari").press("x").see("Sari");
}

/// Keys that wait for the disk go on behind the hidden screen, but none of them shows a text elsewhere.
#[test]
fn no_editor_opens_behind_a_hidden_screen() {
    let mut world = World::three();
    let key = |key: &str| Msg::Key(key.parse::<KeyPress>().unwrap());
    let asked = world.app.update(key("enter"));
    let person = world.app.screens.top().person().unwrap();
    assert!(asked.iter().any(|effect| *effect == Effect::Load(person)));
    for press in ["n", "x", "ctrl-o", "ctrl-x"] {
        assert_eq!(world.app.update(key(press)), []);
    }
    let dossier = world.store.clone();
    let found = bina::store::Store::dossier(&mut { dossier }, person).unwrap().map(Box::new);
    world.tell(Msg::Loaded(person, found));
    assert_eq!(world.edited, Vec::<String>::new());
    world.see_not("> x").press("q").see("> x");
}

//! What was promised: done, not done, dropped, rescheduled, from the agenda and from the person's page.

use crate::support::world::World;
use bina::domain::ActionState;
use jiff::civil::date;

/// One promise of the user and one action of the employee, opened from the place that is named by its keys.
fn at(place: &str) -> World {
    let mut world = World::three();
    world.press("n").type_text("sari >> saya mengurus izin pelatihan jumat\n");
    world.press("n").type_text("sari >> menata arsip 15/12\n");
    world.press(place);
    world
}

const PERSON: &str = "enter tab tab tab tab tab";
/// Past the two sessions that are overdue.
const AGENDA: &str = "2 j j";

#[test]
fn an_action_is_done_from_the_agenda_and_from_the_person() {
    for place in [PERSON, AGENDA] {
        let mut world = at(place);
        assert!(world.chosen().contains(if place == PERSON { "izin" } else { "Sari" }), "{}", world.screen());
        world.press("d").see("✓ hasil tindak lanjut");
        let izin = world.stored("Sari").actions.into_iter().find(|a| a.text.for_supervisor().contains("izin")).unwrap();
        assert!(matches!(izin.state, ActionState::Done { .. }), "{place}: {:?}", izin.state);
        world.agrees_with_store();
    }
}

#[test]
fn not_done_and_dropped_keep_their_reasons() {
    for place in [PERSON, AGENDA] {
        for (key, reason) in [("t", "dana belum turun"), ("x", "tidak perlu lagi")] {
            let mut world = at(place);
            world.press(key).type_text(reason).press("ctrl-s").see("✓");
            let sari = world.stored("Sari");
            let izin = sari.actions.iter().find(|a| a.text.for_supervisor().contains("izin")).unwrap();
            let kept = format!("{:?}", izin.state);
            assert!(kept.contains(reason), "{place} {key}: {kept}");
            world.press("1 home enter tab tab tab tab tab").see(if key == "t" { "tidak selesai" } else { "dibatalkan" });
        }
    }
}

#[test]
fn an_action_gets_another_day() {
    for place in [PERSON, AGENDA] {
        let mut world = at(place);
        world.press("r ctrl-u").type_text("15/12").see("= Selasa 15 Desember 2026").press("enter");
        let izin = world.stored("Sari").actions.into_iter().find(|a| a.text.for_supervisor().contains("izin")).unwrap();
        assert_eq!(izin.due, Some(date(2026, 12, 15)), "{place}");
    }
}

#[test]
fn a_day_that_can_not_be_read_is_said_at_the_field_and_nothing_changes() {
    let mut world = at(PERSON);
    world.press("r ctrl-u").type_text("kapan-kapan").see("tanggal belum terbaca").press("enter");
    world.see("“kapan-kapan” belum terbaca sebagai tanggal").see("Ubah batas");
    let izin = world.stored("Sari").actions.into_iter().find(|a| a.text.for_supervisor().contains("izin")).unwrap();
    assert_eq!(izin.due, Some(date(2026, 11, 27)));
}

#[test]
fn the_users_own_promises_stand_before_those_of_the_employees() {
    let world = at("2");
    assert!(world.line_of("Janji saya") < world.line_of("Tindak lanjut pegawai"));
    assert!(world.line_of("mengurus izin") < world.line_of("menata arsip"));
}

#[test]
fn a_promise_that_is_overdue_says_so_on_the_first_screen() {
    let mut world = at("");
    world.see_not("janji saya lewat").days_pass(10).see("1 janji saya lewat").see("◆1");
    world.press("enter tab tab tab tab tab d esc").see_not("janji saya lewat");
}

#[test]
fn settling_what_is_no_action_says_that_it_is_not_possible_here() {
    let mut world = World::three();
    world.press("enter tab tab tab tab tab d").see("Perintah itu tidak berlaku pada baris ini.");
    world.press("esc 2 d").see("Perintah itu tidak berlaku pada baris ini.");
}

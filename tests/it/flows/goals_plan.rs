//! Plans on the screens: results and indicators are planned and changed, copied, taken over, given to many.

use crate::support::world::World;
use bina::desk::Look;
use bina::domain::goal::{Accrual, Aspect, GoalStatus, ResultScope, WorkResult};
use bina::domain::{Measure, Number};
use bina::i18n::Lang;
use jiff::civil::date;

/// Sari with one result and its indicator: 120 boxes, on her goals tab.
fn with_plan() -> World {
    let mut world = World::three();
    world.press("enter tab tab space N").type_text("Arsip dinamis tertata").press("ctrl-s");
    world
        .type_text("Boks arsip yang ditata")
        .press("tab tab tab")
        .type_text("120")
        .press("tab")
        .type_text("boks")
        .press("ctrl-s");
    world
}

fn results(world: &World, name: &str) -> Vec<WorkResult> {
    world.stored(name).results
}

fn number(n: i64) -> Number {
    Number::from(n)
}

#[test]
fn an_empty_plan_says_what_to_do() {
    let mut world = World::three();
    world.press("enter tab tab").see("Belum ada rencana. N menambah hasil kerja (RHK)").see("bina import goals");
    world.press(",").see("Tahun 2025").press(". .").see("Tahun 2027");
    World::three().language(Lang::En).press("enter tab tab").see("There is no plan yet").see_not("Sasaran");
}

#[test]
fn a_result_is_planned_and_its_first_indicator_follows_at_once() {
    let mut world = World::three();
    world.press("enter tab tab space N").see("RHK baru: Sari").type_text("Arsip dinamis tertata").see("Tanda: #arsip");
    world.press("ctrl-s").see("Indikator baru").type_text("Boks arsip yang ditata").press("tab tab tab").type_text("120");
    world.see("Tercapai bila: paling sedikit 120").press("ctrl-s").see("Boks arsip yang ditata").see("belum terukur");
    let result = results(&world, "Sari").remove(0);
    assert_eq!((result.period.from, result.period.until), (date(2026, 1, 1), date(2026, 12, 31)));
    assert_eq!(result.indicators[0].measure, Measure::Higher { baseline: None, target: number(120) });
    assert_eq!(result.indicators[0].aspect, Some(Aspect::Quantity));
    world.agrees_with_store();
}

#[test]
fn escape_ends_after_the_result_and_an_indicator_comes_later() {
    let mut world = World::three();
    world.press("enter tab tab space N").type_text("Arsip tertata").press("ctrl-s esc").see("Arsip tertata").press("i");
    world.see("Tambahkan dahulu dengan a").press("a").type_text("SOP terbit").press("tab tab right right right");
    world.see("ya atau belum").see_not("Satuan").press("ctrl-s").see("SOP terbit");
    assert_eq!(results(&world, "Sari")[0].indicators[0].measure, Measure::YesNo);
}

#[test]
fn only_the_fields_of_the_chosen_kind_are_shown_and_what_was_typed_in_them_is_kept() {
    let mut world = with_plan();
    world.press("a").type_text("Suhu ruang arsip").press("tab tab").see("Nilai awal").see_not("Batas bawah");
    world.press("right right").see("Batas bawah").see("Batas atas").see_not("Nilai awal");
    world.press("tab").type_text("18").press("tab").type_text("22,5").press("tab").type_text("derajat");
    world
        .see("antara 18 dan 22,5 derajat")
        .press("backtab backtab backtab right right")
        .see("Langkah")
        .see_not("Batas bawah");
    world.press("left left ctrl-s").see("Suhu ruang arsip");
    let indicator = results(&world, "Sari")[0].indicators[1].clone();
    assert_eq!(
        indicator.measure,
        Measure::Within { low: number(18), high: Number::read("22.5", bina::domain::DecimalSign::Point).unwrap() }
    );
}

#[test]
fn what_is_described_in_words_asks_for_no_number() {
    let mut world = World::three();
    world.press("enter tab tab space N").type_text("Budaya layanan").press("tab tab tab tab tab right ctrl-s");
    world.see("[diuraikan dengan kata]").see_not("Target").type_text("SOP dipakai di semua loket").press("ctrl-s");
    assert_eq!(results(&world, "Sari")[0].indicators[0].measure, Measure::Described);
}

#[test]
fn a_result_of_another_year_is_shown_in_its_year() {
    let mut world = with_plan();
    world.press("space N").type_text("Layanan tahun depan").press("tab tab tab tab tab tab tab").type_text("1/1/2027");
    world
        .press("tab")
        .type_text("31/12/2027")
        .press("ctrl-s esc")
        .see("1 Jan 2027 – 31 Des 2027")
        .see("Layanan tahun depan");
    world.press("space N").type_text("Mundur").press("tab tab tab tab tab tab tab").type_text("1/3/2027").press("tab");
    world.type_text("1/2/2027").press("ctrl-s").see("Hari terakhir mendahului hari pertama");
}

#[test]
fn milestones_are_steps_between_semicolons() {
    let mut world = with_plan();
    world.press("a").type_text("Aplikasi dipakai").press("tab tab right right right right tab");
    world.type_text("rancangan; uji coba;dipakai").see("3 langkah: rancangan, uji coba, dipakai").press("ctrl-s");
    let steps = ["rancangan", "uji coba", "dipakai"].map(str::to_owned).to_vec();
    assert_eq!(results(&world, "Sari")[0].indicators[1].measure, Measure::Milestones { steps });
}

#[test]
fn a_wrong_number_is_said_at_its_field_and_nothing_is_lost() {
    let mut world = with_plan();
    world
        .press("a")
        .type_text("Surat terbit")
        .press("tab tab tab")
        .type_text("banyak")
        .see("bukan angka")
        .press("tab tab tab");
    world.press("ctrl-s").see("“banyak” belum terbaca sebagai angka").type_text("x").see("banyakx");
    world.press("ctrl-u").type_text("12.500.000").press("ctrl-s").see("12,5 jt");
    world.press("a").type_text("Tanpa angka").press("ctrl-s").see("Isi angkanya dahulu.").type_text("0").press("ctrl-s");
    world.see("Target itu tidak dapat dijadikan ukuran");
    assert_eq!(results(&world, "Sari")[0].indicators.len(), 2);
}

#[test]
fn a_unit_is_spelled_once_and_completed_afterwards() {
    let mut world = with_plan();
    world.press("a").type_text("Boks pindah").press("tab tab tab").type_text("10").press("tab").type_text("b").see("boks");
    world.press("right").see("paling sedikit 10 boks").press("ctrl-s").press("a").type_text("Boks musnah");
    world.press("tab tab tab").type_text("9").press("tab").type_text("BOKS").press("ctrl-s");
    let units: Vec<String> = results(&world, "Sari")[0].indicators.iter().map(|i| i.unit.clone()).collect();
    assert_eq!(units, ["boks", "boks", "boks"]);
}

#[test]
fn how_values_follow_each_other_is_guessed_until_somebody_says_it() {
    let mut world = with_plan();
    world.press("a").type_text("Indeks kepuasan").press("tab tab tab").type_text("85").press("tab").type_text("indeks");
    world.see("[keadaan pada hari itu]").press("ctrl-s");
    assert_eq!(results(&world, "Sari")[0].indicators[1].accrual, Accrual::Level);
    world.press("a").type_text("Skor").press("tab tab tab").type_text("85").press("tab tab tab right right tab");
    world.press("backtab backtab backtab").type_text("skor").see("[jumlah sejak awal periode]").press("ctrl-s");
    assert_eq!(results(&world, "Sari")[0].indicators[2].accrual, Accrual::Total);
}

#[test]
fn the_supervisors_results_are_offered_and_named_as_what_they_are() {
    let mut world = World::three();
    let mine = world.app.office.roster.profile.me.unwrap();
    world
        .press("3")
        .press("g")
        .type_text("rina")
        .press("enter tab tab space N")
        .type_text("Tertibnya arsip kecamatan")
        .press("ctrl-s esc");
    assert_eq!(world.app.office.dossier(mine).unwrap().results.len(), 1);
    world
        .press("g")
        .type_text("sari")
        .press("enter space N")
        .type_text("Arsip tertata")
        .press("tab")
        .see("→ Tertibnya arsip kecamatan");
    world.type_text("arsip").see("judul saja").press("right").see("= hasil kerja Rina Tanjung").press("ctrl-s");
    let support = results(&world, "Sari")[0].supports.clone().unwrap();
    assert_eq!(support.title, "Tertibnya arsip kecamatan");
    assert_eq!(support.result.map(|(person, _)| person), Some(mine));
}

#[test]
fn weights_say_while_they_are_typed_what_they_come_to() {
    let mut world = with_plan();
    world
        .press("space N")
        .type_text("Layanan tepat waktu")
        .press("tab tab")
        .type_text("80")
        .see("1 belum")
        .press("ctrl-s esc");
    world.press("home e tab tab").type_text("10").see("kini 90, bukan 100").press("ctrl-u").type_text("20").see("kini 100");
    world.press("ctrl-s").see_not("bukan 100");
    world.press("e tab tab").type_text("30").press("ctrl-s").see("bobot berjumlah 110, bukan 100");
    world.press("e tab tab").type_text("300").press("ctrl-s").see("paling banyak 100").press("esc");
    world.agrees_with_store();
}

#[test]
fn values_and_status_are_said_on_the_tab_as_on_the_goals_screen() {
    let mut world = with_plan();
    world.press("i").type_text("84 boks 61-84\n").see("Tersimpan: 84 boks").see("70%");
    world.press("space S right").type_text("").press("ctrl-s").see("tersendat").press("enter").see("84 ÷ 120");
    assert_eq!(results(&world, "Sari")[0].status(), Some(GoalStatus::Slipping));
    assert_eq!(world.stored("Sari").check_ins.len(), 1);
    world.press("esc enter esc");
    world.agrees_with_store();
}

#[test]
fn after_a_value_the_next_indicator_has_the_mark() {
    let mut world = with_plan();
    world.press("a").type_text("Temuan").press("tab right tab right tab").type_text("3").press("ctrl-s");
    world.press("home down i").type_text("60\n");
    assert!(world.chosen().contains("Temuan"), "{}", world.screen());
}

#[test]
fn an_agreed_target_changes_with_a_reason_and_the_old_one_is_kept() {
    let mut world = with_plan();
    world
        .days_pass(3)
        .press("e")
        .see_not("Alasan")
        .press("tab tab tab")
        .type_text("140")
        .see("Sebelumnya: paling sedikit 120 boks");
    world
        .press("ctrl-s")
        .see("Tulis alasannya dulu.")
        .type_text("gudang kedua dibuka")
        .press("ctrl-s")
        .see("penetapan target");
    let indicator = results(&world, "Sari")[0].indicators[0].clone();
    assert_eq!(indicator.measure.target(), Some(number(140)));
    assert_eq!(indicator.revisions[0].reason, "gudang kedua dibuka");
    world.press("enter").see("gudang kedua dibuka");
}

#[test]
fn a_result_is_corrected_and_removed_but_not_once_it_was_measured() {
    let mut world = with_plan();
    world.press("home e").type_text(" rapi").press("ctrl-s").see("Arsip dinamis tertata rapi");
    world.press("D").see("penghapusan hasil kerja").see("Belum ada rencana").press("u").see("tertata rapi");
    world.press("j D").see("penghapusan indikator").see_not("Boks arsip").press("u").see("Boks arsip");
    world.press("i").type_text("60\n").press("D").see("Hentikan dengan S").press("home D").see("Hentikan dengan S");
    assert_eq!(results(&world, "Sari").len(), 1);
}

#[test]
fn a_plan_is_copied_into_the_next_year_and_asks_for_its_targets() {
    let mut world = with_plan();
    world.press("a").type_text("Temuan").press("tab right tab right tab").type_text("3").press("ctrl-s");
    world.press("home down i").type_text("60\n").press("space Y").see("Disalin ke 2027: 2 target menunggu").press("home");
    world.see("1 Jan 2027").see("2 target belum ditetapkan").see_not("60/120");
    world.press("j i").see("Isi targetnya dahulu").type_text("150").see("paling sedikit 150 boks").press("ctrl-s");
    assert!(world.chosen().contains("Temuan"), "the next open target has the mark\n{}", world.screen());
    world.see("1 target belum ditetapkan").press("e enter enter ctrl-s").see_not("belum ditetapkan");
    world.press("space Y").see("1 Jan 2028").press(",").see("1 Jan 2027").press(",").see("1 Jan 2026").see("60/120");
    world.press("space Y").see("sudah memiliki");
    world.agrees_with_store();
}

#[test]
fn last_years_plan_is_copied_into_this_year() {
    let mut world = with_plan();
    world
        .days_pass(200)
        .press("esc enter tab tab")
        .see("sudah berakhir; Spasi Y menyalin")
        .press("space Y")
        .see("1 Jan 2027");
    assert_eq!(results(&world, "Sari").len(), 2);
    let mut empty = with_plan();
    empty.press(". .").see("Tahun 2028").see("Spasi Y menyalin rencana 2026").press("space Y").see("1 Jan 2028");
}

#[test]
fn a_successor_takes_over_what_stayed_with_the_post() {
    let mut world = World::three();
    world.press("enter tab tab space N").type_text("Arsip tertata").press("tab tab tab tab right").press("ctrl-s");
    world.type_text("Boks").press("tab tab tab").type_text("120").press("ctrl-s");
    assert_eq!(results(&world, "Sari")[0].scope, ResultScope::Organisation);
    world.press("space P").type_text("Seksi Baru").press("ctrl-s").see("mutasi 21 Nov");
    world
        .press("g")
        .type_text("evi")
        .press("enter tab tab space / a m b i l enter")
        .see("Sari Dewi Lubis")
        .see("1 hasil kerja: Arsip tertata");
    world.press("ctrl-s").see("pengambilalihan").see("Arsip tertata").see("21 Nov 2026");
    assert_eq!(results(&world, "Evi")[0].continues, Some(results(&world, "Sari")[0].id));
    world.press("space / a m b i l enter").see("Tidak ada hasil kerja organisasi yang menunggu");
}

#[test]
fn after_a_move_the_tab_shows_the_second_part_of_the_year() {
    let mut world = with_plan();
    world
        .press("space P")
        .type_text("Seksi Baru")
        .press("ctrl-s")
        .see("1 target belum ditetapkan")
        .see("21 Nov 2026 – 31 Des 2026");
    world
        .press("home j e")
        .see("Target periode ini belum")
        .type_text("12")
        .press("ctrl-s")
        .see("setelah mutasi 21 Nov 2026");
    world.press("space N").see("21/11/2026").press("esc");
}

#[test]
fn a_result_is_given_to_several_people_at_once_each_with_a_target() {
    let mut world = World::team(&[("Sari", 9), ("Evi", 9), ("Budi", 9), ("Bunga", 9)]);
    world.press("/").type_text("sari").press("enter enter tab tab space N").type_text("Arsip tertata").press("ctrl-s");
    world
        .type_text("Boks")
        .press("tab tab tab")
        .type_text("120")
        .press("ctrl-s space / b e r i k a n enter")
        .see("Bagikan: Arsip tertata");
    world.press("enter").see("Belum ada yang dipilih").type_text("bu").see_not("Evi").type_text("*").see("2 dipilih");
    world.press("backspace backspace").see("Evi").type_text("ev9").press("enter");
    world.see("Dibagikan kepada 3 orang");
    let target = |name: &str| results(&world, name)[0].indicators[0].measure.target();
    let people = ["Budi", "Bunga", "Evi"].map(target);
    assert_eq!(people, [Some(number(120)), Some(number(120)), Some(number(9))]);
    world
        .press("space / b e r i k a n enter")
        .see("sudah memilikinya")
        .type_text(" * ")
        .press("enter")
        .see("Belum ada yang dipilih")
        .press("esc u");
    assert!(results(&world, "Evi").is_empty() && results(&world, "Budi").is_empty());
    world.agrees_with_store();
}

#[test]
fn names_are_typed_one_after_the_other() {
    let mut world = World::team(&[("Sari", 9), ("Evi", 9), ("Budi", 9), ("Bunga", 9)]);
    world.press("/").type_text("sari").press("enter enter tab tab space N").type_text("Arsip tertata").press("ctrl-s");
    world
        .type_text("Boks")
        .press("tab tab tab")
        .type_text("120")
        .press("ctrl-s space / b e r i k a n enter")
        .type_text("bung ev77bud8")
        .press("backspace");
    world.see("3 dipilih").type_text("90").press("enter").see("kepada 3 orang");
    let target = |name: &str| results(&world, name)[0].indicators[0].measure.target();
    assert_eq!(["Budi", "Bunga", "Evi"].map(target), [Some(number(90)), Some(number(120)), Some(number(77))]);
}

#[test]
fn a_target_that_makes_no_sense_is_said_at_its_row() {
    let mut world = with_plan();
    world
        .press("space / b e r i k a n enter")
        .type_text("1")
        .press("backspace")
        .type_text("-")
        .press("down")
        .type_text(" ")
        .press("enter")
        .see("belum terbaca");
    world
        .press("backspace")
        .type_text("0")
        .press("enter")
        .see("tidak dapat dijadikan ukuran")
        .type_text("7")
        .press("enter")
        .see("kepada 2 orang");
}

#[test]
fn a_half_chosen_list_and_a_half_filled_form_outlive_a_restart() {
    let mut world = with_plan();
    world
        .press("space / b e r i k a n enter")
        .type_text("77")
        .restart()
        .see("Bagikan: Arsip")
        .see("77")
        .see("1 dipilih")
        .press("esc")
        .see("draf");
    world.press("space / b e r i k a n enter").see("77").press("enter").see("kepada 1 orang");
    world
        .press("a")
        .type_text("Setengah jadi")
        .press("tab tab right")
        .restart()
        .see("Setengah jadi")
        .see("[makin kecil makin baik]");
    world.press("esc a").see("Setengah jadi");
}

#[test]
fn the_goals_screen_plans_for_its_selected_person_and_opens_the_tab() {
    let mut world = with_plan();
    world
        .press("esc 3")
        .see("Arsip dinamis tertata")
        .press("space / p e m i l i k enter")
        .see("Ringkasan")
        .see("1 Jan 2026 – 31 Des 2026");
    assert!(world.chosen().contains("Boks arsip"), "{}", world.screen());
    world.press("esc a").type_text("Temuan").press("tab right tab right tab").type_text("3").press("ctrl-s").see("Temuan");
    world
        .press("e")
        .see("Ubah indikator")
        .press("esc D")
        .see("penghapusan indikator")
        .press("home space N")
        .see("RHK baru")
        .press("esc");
    world
        .press("v v home space / b e r i k a n enter")
        .see("Pilih dahulu hasil kerjanya")
        .press("space N")
        .see("Pilih dahulu orangnya");
}

#[test]
fn a_long_title_is_read_whole_below_the_list() {
    for (columns, rows) in [(80, 24), (120, 36)] {
        let title = "Meningkatnya kepuasan masyarakat atas layanan administrasi kependudukan dan surat keterangan di tingkat kelurahan 2026";
        let mut world = World::three().size(columns, rows);
        world.press("enter tab tab space N").type_text(title).press("ctrl-s esc").see(title);
        world.look(Look { plain: true, mono: true, ascii: false, ..Look::default() }).see(title);
    }
}

#[test]
fn commands_about_goals_are_harmless_where_there_are_none() {
    for keys in [
        "i",
        "space S",
        "a",
        "space / b e r i k a n enter",
        "D",
        "e",
        "space Y",
        "space / a m b i l enter",
        "enter",
        "d",
        "x",
        "t",
        "p",
        "y",
        "f",
        "v",
    ] {
        for tab in ["enter", "enter tab", "enter tab tab", "enter tab tab tab", "3"] {
            let mut world = World::three();
            world.press(tab).press(keys).press("esc");
            world.agrees_with_store();
        }
    }
}

//! Development on the screens: from what was seen to a need, from the need to a plan, from the plan to an effect that
//! somebody looked for.

use crate::support::world::World;
use bina::domain::development::item::Seen;
use bina::domain::development::need::Urgency;
use bina::domain::development::proposal::ProposalState;

/// Goes down to the row with a text, or with several that are parted by `&`.
#[track_caller]
fn go_to<'w>(world: &'w mut World, text: &str) -> &'w mut World {
    world.press("home");
    for _ in 0..60 {
        if text.split(" & ").all(|part| world.chosen().contains(part)) {
            return world;
        }
        world.press("j");
    }
    panic!("no row with {text}\n{}", world.screen());
}

/// Keys beside texts: what is typed into a field does not count.
struct Counted<'w>(&'w mut World, usize);

impl Counted<'_> {
    fn press(&mut self, keys: &str) -> &mut Self {
        self.0.press(keys);
        self.1 += keys.split_whitespace().count();
        self
    }
    fn write(&mut self, text: &str) -> &mut Self {
        self.0.type_text(text);
        self
    }
}

#[test]
fn a_weak_presentation_becomes_a_need_a_step_with_a_mentor_and_an_effect_that_was_looked_for() {
    let mut world = World::sample();
    for note in ["paparan di rapat tanpa pembuka", "paparan kedua juga tanpa tujuan"] {
        world.press("n").type_text(&format!("zulkifli - {note} #komunikasi\n"));
    }
    go_to(world.press("5"), "Komunikasi").press("l");
    go_to(&mut world, "Pohan").see("-2");
    world.press("a").see("Rencanakan langkah").type_text("Membuka paparan dengan satu kalimat tujuan");
    world.press("tab m").see("Mentoring").press("tab").type_text("simanjorang").see("= Dra. Hj. Nurhasanah");
    world.press("ctrl-s").see("Sepakati pasangan").press("ctrl-s");
    let planned = world.stored("Pohan");
    let item = planned.items.last().unwrap().clone();
    assert_eq!((item.kind.as_str(), item.cost, item.expect.shared().is_some()), ("mentoring", None, true));
    assert_eq!(planned.pairs.last().unwrap().topics[0].text, "Komunikasi");
    let before = item.before.clone().expect("the level before is kept with its day and rater");

    // Done a month later; the question comes back three months after that.
    world.days_pass(30);
    go_to(world.press("tab"), "Komunikasi & Zulkifli").press("d").see("Catat hasil belajar").press("ctrl-s");
    assert!(world.stored("Pohan").item(item.id).unwrap().ended().is_some());
    world.days_pass(95);
    go_to(world.press("tab tab tab").see("Perlu diperiksa"), "Komunikasi & Zulkifli").press("i").see("Terlihat?");
    world.press("1 tab").type_text("tiga paparan dibuka dengan tujuan").press("ctrl-s");
    let answered = world.stored("Pohan").item(item.id).unwrap().clone();
    assert_eq!(answered.last_answer().map(|answer| answer.seen), Some(Seen::Yes));

    // Rated by the same rater, and the effect stands in the story.
    let raised = before.level.number() + 1;
    world.press("1 / p o h a n enter enter tab tab tab");
    go_to(&mut world, "Komunikasi").press("i").press(&raised.to_string());
    world.press("esc 5");
    world.press("tab tab tab");
    go_to(&mut world, "Komunikasi & Zulkifli").press("enter");
    world.see(&format!("Level {} → {raised}, penilai sama", before.level.number()));
    world.press("esc").agrees_with_store();
}

#[test]
fn the_whole_plan_of_a_person_takes_at_most_twelve_keys_beside_its_texts() {
    let mut world = World::sample();
    go_to(world.press("5"), "Excel").press("l");
    go_to(&mut world, "Lestari");
    let mut plan = Counted(&mut world, 0);
    // A step with a mentor, its pair, and a second step of the same person.
    plan.press("a").write("menyusun rekap sendiri").press("tab m tab").write("sembiring").press("ctrl-s ctrl-s");
    plan.press("a").write("menjelaskan rekap kepada rekan").press("ctrl-s");
    let keys = plan.1;
    assert!(keys <= 12, "{keys} keys");
    let dossier = world.stored("Lestari");
    let open: Vec<_> = dossier.items.iter().filter(|item| item.is_open()).collect();
    assert_eq!((open.len(), dossier.pairs.len()), (2, 1), "{keys} keys");
    // Each of them is one step back.
    world.press("u u u");
    let dossier = world.stored("Lestari");
    assert!(dossier.items.iter().all(|item| !item.is_open()) && dossier.pairs.is_empty());
}

#[test]
fn urgency_is_the_supervisors_word_for_a_person_and_for_all_who_need_it() {
    let mut world = World::sample();
    go_to(world.press("5"), "Excel").press("i").see("mendesak");
    let word = |world: &World, name: &str| world.stored(name).need_words.last().and_then(|word| word.urgency);
    for name in ["Azhari", "Lubis", "Lestari"] {
        assert_eq!(word(&world, name), Some(Urgency::High), "{name}");
    }
    world.press("u");
    assert_eq!(word(&world, "Azhari"), None, "one key takes the word back for all");
    go_to(world.press("l"), "Azhari").press("i i");
    assert_eq!((word(&world, "Azhari"), word(&world, "Lubis")), (Some(Urgency::Medium), None));
}

#[test]
fn a_need_is_set_aside_with_a_reason_and_a_wish_is_noted_in_the_employees_words() {
    let mut world = World::sample();
    go_to(world.press("5"), "Excel").press("l");
    go_to(&mut world, "Azhari").press("x").see("Sisihkan kebutuhan").press("ctrl-s").see("Sisihkan kebutuhan");
    world.type_text("tahun depan saja").press("ctrl-s").see("Disisihkan (1)");
    assert_eq!(world.stored("Azhari").need_words.last().unwrap().aside.as_deref(), Some("tahun depan saja"));
    go_to(&mut world, "Azhari").press("space W").type_text("Bahasa isyarat").press("tab").type_text("untuk tamu tuli");
    world.press("ctrl-s").see("Bahasa isyarat");
    assert_eq!(world.stored("Azhari").wishes.last().unwrap().reason.get(), "untuk tamu tuli");
}

#[test]
fn an_item_without_a_word_of_what_will_be_seen_is_refused_at_its_field() {
    let mut world = World::sample();
    go_to(world.press("5"), "Excel").press("l");
    go_to(&mut world, "Azhari").press("a ctrl-s").see("Perilaku yang diharapkan");
    assert!(world.stored("Azhari").items.iter().all(|item| item.subject.words != "Excel untuk laporan"));
}

#[test]
fn no_chance_is_not_not_yet_and_twice_not_yet_asks_for_another_way() {
    let mut world = World::sample();
    go_to(world.press("5 tab tab tab tab").see("Dua kali “belum”: ganti cara"), "Pelayanan kelilin").press("enter");
    world.see("2 kali “belum”").press("esc");
    go_to(&mut world, "Bimtek").see("lewat").press("i 0 ctrl-s");
    let items = world.stored("Ginting").items;
    let item = items.iter().find(|item| item.title.starts_with("Bimtek")).unwrap();
    assert_eq!((item.last_answer().unwrap().seen, item.not_yet_in_a_row()), (Seen::NoChance, 0));
    assert!(item.next_check().is_some(), "the question comes back");
}

#[test]
fn five_who_want_the_same_are_proposed_and_what_became_of_it_is_told() {
    let mut world = World::sample();
    go_to(world.press("5 backtab").see("Usulan 2027"), "Excel").see("Di kantor");
    world.press("a").see("diajukan");
    let rows = |world: &World| -> Vec<ProposalState> {
        let known = &world.app.office.roster.catalogue.development;
        known.proposals().filter(|row| row.program.starts_with("Excel")).map(|row| row.state).collect()
    };
    assert_eq!(rows(&world), [ProposalState::Proposed; 5]);
    go_to(&mut world, "Excel").press("e ctrl-s");
    assert_eq!(rows(&world), [ProposalState::Approved; 5]);
    go_to(&mut world, "Excel").press("x").type_text("anggaran digeser").press("ctrl-s end").see("anggaran digeser");
    assert_eq!(rows(&world), [ProposalState::Cancelled; 5]);
    world.press("u u u");
    assert_eq!(rows(&world), [] as [ProposalState; 0]);
    world.press("i").see("Pagu tahun").type_text("40000000").press("ctrl-s").see_not("lewat pagu");
}

#[test]
fn a_need_that_only_the_supervisor_knows_of_is_not_proposed_by_name() {
    let mut world = World::team(&[("Sari Dewi Lubis, S.E.", 200), ("Evi Rangkuti", 120)]);
    for note in ["gugup", "gugup lagi"] {
        world.press("n").type_text(&format!("sari - {note} #bicara-depan-umum\n"));
    }
    go_to(world.press("5").see("bicara depan umum").press("backtab"), "bicara").press("enter");
    world.see("hanya Anda ketahui").press("esc a");
    assert_eq!(world.app.office.roster.catalogue.development.proposals().count(), 0);
}

#[test]
fn a_pair_is_followed_by_its_topics_and_talks() {
    let mut world = World::sample();
    go_to(world.press("5 tab tab tab"), "Yusuf").press("l").see("Koreksi salah ketik");
    go_to(&mut world, "Koreksi").press("d");
    let pair = |world: &World| world.stored("Azhari").pairs.last().unwrap().clone();
    assert_eq!(pair(&world).progress().enough, 3);
    go_to(&mut world, "Yusuf").press("a").see("Pertemuan pasangan").press("tab").type_text("delapan berkas");
    world.press("ctrl-s");
    assert_eq!(pair(&world).progress().held, 3);
    go_to(&mut world, "Yusuf").press("x ctrl-s").see("Akhiri pasangan").type_text("mentor pindah").press("ctrl-s");
    assert_eq!((pair(&world).state.id(), pair(&world).progress().held), ("ended_early", 3), "what was talked about stays");
}

#[test]
fn a_gap_leads_to_a_step_with_two_keys_from_the_map_and_from_the_page_of_a_person() {
    let mut world = World::sample();
    world.press("4 space N").see("Rencanakan langkah").press("esc 1 enter tab tab tab space N").see("Rencanakan langkah");
    world.type_text("terlihat").press("ctrl-s").press("esc");
    world.press("1 enter backtab").see("langkah");
}

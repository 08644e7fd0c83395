//! Goals where a supervisor looks anyway: in the talk, in the brief, in the list, in the agenda, on the timeline.

use crate::support::world::{TODAY, World};
use bina::domain::goal::{
    Accrual, Approach, CheckIn, GoalStatus, Indicator, Measure, ResultClass, ResultScope, StatusWord, WorkResult,
};
use bina::domain::{
    Actor, Change, ChangeId, ChangeKind, CheckInId, IdSource, IndicatorId, Number, Op, Period, PersonId, ResultId, Shared,
};
use bina::i18n::Lang;
use bina::store::Store;
use jiff::Timestamp;
use jiff::civil::{Date, date};

/// Sari has an archive to put in order, which goes slowly, and letters, which go well and are due tomorrow.
fn planned() -> World {
    planned_from(World::three())
}

fn planned_from(mut world: World) -> World {
    let mut ids = IdSource::seeded(77);
    let sari = world.person("Sari");
    let mut plan = Plan { ids: &mut ids, person: sari, ops: vec![] };
    plan.result(
        "Arsip inaktif tertata",
        "arsip",
        None,
        &[("Boks ditata", 120, 61), ("Daftar terbit", 4, 3)],
        Some(GoalStatus::OffTrack),
    );
    plan.result("Surat keterangan tepat waktu", "surat", Some(date(2026, 11, 22)), &[("Surat terbit", 300, 290)], None);
    let ops = plan.ops;
    let by = Actor::default();
    let change = Change {
        id: ChangeId(ids.uuid(Timestamp::UNIX_EPOCH)),
        at: Timestamp::UNIX_EPOCH,
        by,
        kind: ChangeKind::SampleBuilt,
        about: None,
        ops,
    };
    world.store.commit(&change).unwrap();
    World::on(world.store)
}

struct Plan<'a> {
    ids: &'a mut IdSource,
    person: PersonId,
    ops: Vec<Op>,
}

impl Plan<'_> {
    fn id(&mut self) -> uuid::Uuid {
        self.ids.uuid(Timestamp::UNIX_EPOCH)
    }

    /// Each indicator with its target and its value on the third of November.
    fn result(
        &mut self,
        title: &str,
        tag: &str,
        due: Option<Date>,
        indicators: &[(&str, i64, i64)],
        word: Option<GoalStatus>,
    ) {
        let id = ResultId(self.id());
        let mut planned = vec![];
        for (title, target, value) in indicators {
            let indicator = IndicatorId(self.id());
            planned.push(self::indicator(indicator, title, *target));
            let check_in = CheckIn {
                id: CheckInId(self.id()),
                person: self.person,
                result: id,
                indicator,
                on: date(2026, 11, 3),
                value: Some(Number::from(*value)),
                note: Shared::new("ruang B".to_owned()),
                evidence: Shared::new(String::new()),
                session: None,
                by: Actor::default(),
                written: Timestamp::UNIX_EPOCH,
            };
            self.ops.push(Op::add(check_in));
        }
        let words = word.map(said).into_iter().collect();
        let (indicators, tag) = (planned, tag.to_owned());
        let result = WorkResult { due, tag, indicators, words, ..self::result(id, self.person, title) };
        self.ops.push(Op::add(result));
    }
}

fn said(status: GoalStatus) -> StatusWord {
    StatusWord { status, on: date(2026, 5, 3), reason: "rak belum datang".to_owned(), by: Actor::default() }
}

fn indicator(id: IndicatorId, title: &str, target: i64) -> Indicator {
    Indicator {
        id,
        title: title.to_owned(),
        aspect: None,
        perspective: None,
        measure: Measure::Higher { baseline: None, target: Number::from(target) },
        accrual: Accrual::Total,
        unit: "boks".to_owned(),
        weight: None,
        due: None,
        target_open: false,
        revisions: vec![],
    }
}

fn result(id: ResultId, person: PersonId, title: &str) -> WorkResult {
    WorkResult {
        id,
        person,
        period: Period::year(2026),
        title: title.to_owned(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: None,
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: String::new(),
        indicators: vec![],
        words: vec![],
        split_on: None,
        continues: None,
        by: Actor::default(),
        written: Timestamp::UNIX_EPOCH,
    }
}

const STEP: &str = "s ctrl-n ctrl-n";

#[test]
fn in_the_talk_each_goal_is_one_line_and_a_value_goes_on_to_the_next() {
    let mut world = planned();
    world.press(STEP).see("▸ 3 Sasaran").see("Arsip inaktif tertata").see("61/120 boks").see("tertinggal");
    assert!(world.chosen().contains("Boks ditata"), "the first line that takes a value");
    world.press("i").type_text("84 boks 61-84 selesai\n").see("84/120 boks");
    assert!(world.chosen().contains("Daftar terbit"), "{}", world.chosen());
    assert!(world.row_of("Boks ditata").contains('✓') && !world.row_of("Daftar terbit").contains('✓'));
    world.press("i").type_text("4\n");
    assert!(world.chosen().contains("Surat terbit"), "{}", world.chosen());
    world.see("1 sasaran").press("alt-8").see("Sasaran yang dibicarakan").see("Boks ditata: 84 boks pada 21 November 2026");
    let sari = world.stored("Sari");
    let session = sari.sessions[0].id;
    let of_talk: Vec<_> = sari.check_ins_of(session).map(|c| c.on).collect();
    assert_eq!(of_talk, [TODAY, TODAY]);
    world.agrees_with_store();
}

#[test]
fn a_step_without_goals_is_one_sentence_and_one_key() {
    let mut world = World::three();
    world.press(STEP).see("▸ 3 Sasaran").see("Belum ada rencana hasil kerja").press("ctrl-n").see("▸ 4 Umpan balik");
}

#[test]
fn a_word_said_in_the_talk_is_marked_and_stands_on_the_sheet_without_its_reason() {
    let mut world = planned();
    world.press(STEP).press("space S").see("Status sasaran").press("left ctrl-s").see("tersendat");
    assert_eq!(world.stored("Sari").results[0].status(), Some(GoalStatus::Slipping));
    assert!(world.row_of("Arsip inaktif").contains('✓'));
    world.press("alt-8").see("Sasaran yang dibicarakan").see("Status: tersendat").see_not("rak belum datang");
}

#[test]
fn a_goal_off_track_that_nobody_spoke_of_is_named_before_closing() {
    let mut world = planned();
    let warning = "Belum dibicarakan: sasaran “Arsip inaktif tertata”";
    world.press("s alt-8").see(warning);
    world.press("alt-6").type_text("menata dua boks sehari #arsip\njumat\n").press("ctrl-s alt-8").see_not(warning);
}

#[test]
fn why_stands_behind_a_line_of_the_talk_and_the_plan_is_not_changed_there() {
    let mut world = planned();
    world.press(STEP).press("enter").see("Mengapa").see("61 ÷ 120").press("esc D").see("tidak berlaku");
    assert_eq!(world.stored("Sari").results.len(), 2);
}

#[test]
fn the_text_of_a_result_is_copied_with_shared_notes_alone() {
    let mut world = planned();
    world.press("n").type_text("sari + menata rak dengan teliti #arsip @bersama\n");
    world.press("n").type_text("sari - tampak lelah #arsip\n");
    world.press(STEP).press("y");
    let text = world.copied.pop().unwrap();
    assert!(text.starts_with("Arsip inaktif tertata\n"), "{text}");
    assert!(text.contains("Boks ditata: 61 boks") && text.contains("Menata rak dengan teliti."), "{text}");
    assert!(!text.contains("lelah"), "{text}");
    world.press("enter").see("lelah").press("y");
    assert_eq!(world.copied.pop().unwrap(), text, "the same from the reader");
}

#[test]
fn the_brief_says_which_goals_do_not_go_well() {
    let mut world = planned();
    world.press("enter").see("Sasaran");
    let line = world.row_of("Arsip inaktif");
    assert!(line.contains("melenceng") && line.contains('%'), "{line}");
    world.see("sampai besok").see("Tanyakan");
}

#[test]
fn the_list_has_a_column_for_the_plan_that_gives_way() {
    let mut world = planned();
    let line = world.see("SASARAN").row_of("Sari Dewi");
    assert!(line.contains("80%") && line.contains('●'), "{line}");
    assert!(world.row_of("Evi").contains('–'), "no plan, no figure");
    world.resize(60, 24).see_not("SASARAN").see("BERIKUT").resize(40, 20).see("NAMA");
    world.resize(80, 24).press("/").type_text("sasaran:melenceng").see("Sari").see_not("Evi");
    world.press("ctrl-u").type_text("goal:no").see_not("Sari").see("Evi");
}

#[test]
fn the_agenda_has_goals_that_wait_and_takes_their_values() {
    let mut world = planned();
    world.press("2").see("Sasaran yang menunggu (1)");
    assert!(world.row_of("Surat keterangan").contains("sampai besok"));
    while !world.chosen().contains("Surat keterangan") {
        world.press("j");
    }
    world.press("i").see("Surat terbit").type_text("300\n").see_not("Sasaran yang menunggu");
    assert_eq!(world.stored("Sari").check_ins.last().unwrap().value, Some(Number::from(300)));
    world.days_pass(30).see("Sasaran yang menunggu (1)").see("48 hari tanpa nilai");
    world.agrees_with_store();
}

#[test]
fn the_timeline_has_values_words_and_a_filter_of_its_own() {
    let mut world = planned();
    world.press("enter tab").see("arsip: 61 dari 120 boks, ruang B").see("arsip: melenceng: rak belum datang");
    world.press("f f f f f").see("[sasaran]").see("arsip: 61 dari 120 boks");
    while !world.chosen().contains("61 dari 120") {
        world.press("j");
    }
    world.press("enter").see("Nilai sasaran 3 Nov").see("Boks ditata: paling sedikit 120 boks").press("y");
    assert!(world.copied.pop().unwrap().starts_with("Boks ditata: 61 boks pada 3 November 2026"));
}

#[test]
fn a_note_is_tagged_with_the_goals_of_whom_it_names() {
    let mut world = planned();
    world.press("enter esc n").type_text("sari + rapi #").see("arsip").press("tab");
    world.type_text("\n");
    assert!(["arsip", "surat"].contains(&world.stored("Sari").feedback[0].tags[0].as_str()));
}

#[test]
fn the_step_of_goals_fits_any_size_and_language() {
    let mut world = planned().language(Lang::En);
    world.press(STEP).see("▸ 3 Goals").see("61/120 boks").see("behind");
    for columns in [40, 46, 61, 80, 110, 132] {
        for rows in [10, 13, 24, 36] {
            world.resize(columns, rows);
        }
    }
}

//! How long the parts take that touch neither terminal nor disk, and the reading of a journal. `cargo bench`, or
//! `cargo bench filter` for some of them. Keys and frames are those of a user; figures are for one of each.
#![allow(clippy::unwrap_used, reason = "a benchmark")]

use bina::app::App;
use bina::demo as sample;
use bina::demo::Plan;
use bina::desk::Look;
use bina::desk::key::KeyPress;
use bina::desk::keymap::Keymap;
use bina::desk::msg::{Msg, Size};
use bina::desk::office::{Clock, Office};
use bina::domain::language::capture;
use bina::domain::{Actor, Change, Dossier, IdSource, PersonId, Record, Roster, RosterRow, RuleSet, Session};
use bina::i18n::{Lang, Words};
use bina::interchange::{Options, Setting, plan_people, source};
use bina::reports::sheet::sheet;
use bina::runtime::painter::{Painter, Palette};
use bina::store::{Memory, OpenMode, Snapshot, Store, codec};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use std::hint::black_box;
use std::path::Path;

const TODAY: Date = date(2026, 11, 21);
/// The people of an ordinary office, and of the largest that was thought of.
const OFFICE: usize = 50;
const CITY: usize = 20_000;
const SMALL: Size = Size { columns: 80, rows: 24 };
const LARGE: Size = Size { columns: 200, rows: 60 };

fn main() {
    divan::main();
}

/// One key on the team list, with the frame and the bytes for the terminal.
#[divan::bench(args = [SMALL, LARGE])]
fn step_down_the_list(bencher: Bencher, size: Size) {
    let mut app = team(OFFICE, size);
    let mut painter = Painter::new(size, Palette { color: true, ascii: false });
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut app, keys.next().unwrap());
        let mut canvas = painter.canvas();
        let cursor = bina::app::frame::draw(&app, &mut canvas);
        black_box(painter.frame(canvas, cursor))
    });
}

/// What a start does between the rows and the bytes of the first frame: words, judgements, drawing.
#[divan::bench(args = [SMALL, LARGE])]
fn first_frame(bencher: Bencher, size: Size) {
    let roster = team(OFFICE, size).desk.office.roster;
    bencher.with_inputs(|| roster.clone()).bench_local_values(|roster| {
        let app = app(roster, size);
        let mut painter = Painter::new(size, Palette { color: true, ascii: false });
        let mut canvas = painter.canvas();
        let cursor = bina::app::frame::draw(&app, &mut canvas);
        painter.frame(canvas, cursor)
    });
}

/// The next of the first screens, with its frame and the bytes.
#[divan::bench(args = [SMALL, LARGE])]
fn next_tab(bencher: Bencher, size: Size) {
    let mut app = team(OFFICE, size);
    let mut painter = Painter::new(size, Palette { color: true, ascii: false });
    bencher.bench_local(|| {
        press(&mut app, "tab");
        let mut canvas = painter.canvas();
        let cursor = bina::app::frame::draw(&app, &mut canvas);
        black_box(painter.frame(canvas, cursor))
    });
}

#[divan::bench]
fn update_for_a_step(bencher: Bencher) {
    let mut app = team(OFFICE, SMALL);
    let mut keys = ["j", "k"].into_iter().cycle();
    bencher.bench_local(|| press(&mut app, keys.next().unwrap()));
}

#[divan::bench(args = [SMALL, LARGE])]
fn draw_the_team(bencher: Bencher, size: Size) {
    let app = team(OFFICE, size);
    let painter = Painter::new(size, Palette { color: true, ascii: false });
    bencher.bench_local(|| {
        let mut canvas = painter.canvas();
        bina::app::frame::draw(&app, &mut canvas);
        canvas
    });
}

/// A letter typed into the filter and taken back, each with its frame.
#[divan::bench(args = [OFFICE, CITY])]
fn filter_keystroke(bencher: Bencher, people: usize) {
    let mut app = team(people, SMALL);
    // Everybody, not only the own team; the first search of a day judges everybody once.
    ["v", "/", "l", "u"].into_iter().for_each(|key| press(&mut app, key));
    let painter = Painter::new(SMALL, Palette { color: true, ascii: false });
    let mut keys = ["b", "backspace"].into_iter().cycle();
    bencher.bench_local(|| {
        press(&mut app, keys.next().unwrap());
        let mut canvas = painter.canvas();
        bina::app::frame::draw(&app, &mut canvas);
        canvas
    });
}

#[divan::bench(args = [OFFICE, CITY])]
fn read_a_captured_line(bencher: Bencher, people: usize) {
    let app = team(people, SMALL);
    let tags = app.office.tags();
    let context = app.office.capture_context(None, &tags);
    bencher.bench_local(|| capture::read(black_box("sari + membereskan arsip 2019 #orientasi @bersama kemarin"), &context));
}

#[divan::bench]
fn encode_a_dossier(bencher: Bencher) {
    let records: Vec<Record> = busiest().records().collect();
    let bytes = codec::encode(&records).unwrap().len();
    bencher.counter(BytesCount::new(bytes)).bench_local(|| codec::encode(black_box(&records)).unwrap());
}

#[divan::bench]
fn decode_a_dossier(bencher: Bencher) {
    let bytes = codec::encode(&busiest().records().collect::<Vec<_>>()).unwrap();
    bencher.counter(BytesCount::new(bytes.len())).bench_local(|| codec::decode::<Vec<Record>>(black_box(&bytes)).unwrap());
}

#[divan::bench]
fn row_of_a_dossier(bencher: Bencher) {
    let dossier = busiest();
    bencher.bench_local(|| RosterRow::of(black_box(&dossier)));
}

/// Each line is read, checked against its hash and its predecessor, and applied.
#[divan::bench]
fn replay_a_journal(bencher: Bencher) {
    let place = tempfile::tempdir().unwrap();
    let dir = place.path().join("store");
    let changes = changes(OFFICE);
    let lines = changes.len();
    bina::store::open(&dir, OpenMode::ReadWrite, &Default::default())
        .unwrap()
        .commit_many(&mut changes.into_iter())
        .unwrap();
    let bytes = std::fs::metadata(dir.join("journal-000001.jsonl")).unwrap().len();
    bencher
        .counter(BytesCount::new(bytes))
        .counter(ItemsCount::new(lines))
        .bench_local(|| Snapshot::open(black_box(&dir)).unwrap());
}

/// A list of everybody becomes records on the disk: read, checked row by row, committed and synced.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn import_a_list(bencher: Bencher) {
    let rows = (0..CITY).map(|i| {
        let (unit, serial, month, year) = (i / 20, 1 + i % 998, 1 + i / 998 % 12, 70 + i / (998 * 12));
        let nip = format!("19{year}01011995{month:02}1{serial:03}");
        format!("Pegawai Nomor {i}, S.H., M.H.;{nip};III/a;Analis;Seksi {unit}\n")
    });
    let list = format!("Nama;NIP;Gol;Jabatan;Unit Kerja\n{}", rows.collect::<String>());
    let place = || tempfile::tempdir().unwrap();
    bencher.counter(ItemsCount::new(CITY)).with_inputs(place).bench_local_values(|place| {
        let workbook = source::workbook(list.as_bytes(), Path::new("")).unwrap();
        let (roster, actor) = (Roster::default(), Actor::default());
        let now = TODAY.at(10, 42, 7, 0).to_zoned(TimeZone::UTC).unwrap().timestamp();
        let setting = Setting { roster: &roster, today: TODAY, now, actor: &actor };
        let found = plan_people(&workbook, &setting, &Options::default(), &mut IdSource::seeded(1)).unwrap();
        assert_eq!(found.report.added, CITY);
        let mut store = bina::store::open(&place.path().join("store"), OpenMode::ReadWrite, &Default::default()).unwrap();
        store.commit_many(&mut found.change.into_iter()).unwrap();
        place
    });
}

#[divan::bench]
fn make_a_sheet(bencher: Bencher) {
    let (dossier, roster, words) = (busiest(), plan(OFFICE).roster(), Words::new(Lang::Id));
    let session = dossier.last_closed().unwrap().clone();
    bencher.bench_local(|| sheet(black_box(&dossier), &session, &roster, &words));
}

fn press(app: &mut App, key: &str) {
    let key: KeyPress = key.parse().unwrap();
    black_box(app.update(Msg::Key(key)));
}

fn plan(people: usize) -> sample::Office {
    let years = if people > OFFICE { 1 } else { 5 };
    sample::office(&Plan { people, years, seed: 1, today: TODAY })
}

/// Everything that was done in an office of so many.
fn changes(people: usize) -> Vec<Change> {
    let (office, words) = (plan(people), Words::new(Lang::Id));
    let roster = office.roster();
    let made = |dossier: &Dossier, session: &Session| sheet(dossier, session, &roster, &words);
    office.changes(&made).collect()
}

/// The records of whoever has most of them.
fn busiest() -> Dossier {
    let mut store = Memory::new();
    store.commit_many(&mut changes(OFFICE).into_iter()).unwrap();
    let people: Vec<PersonId> = store.roster().unwrap().rows().iter().map(|row| row.id).collect();
    let dossiers = people.into_iter().filter_map(|id| store.dossier(id).unwrap());
    dossiers.max_by_key(|dossier| dossier.records().count()).unwrap()
}

/// The team's screen; in a large office without histories, which the list has no need of.
fn team(people: usize, size: Size) -> App {
    let roster: Roster = if people > OFFICE {
        plan(people).roster()
    } else {
        let mut store = Memory::new();
        store.commit_many(&mut changes(people).into_iter()).unwrap();
        store.roster().unwrap()
    };
    let mut app = app(roster, size);
    black_box(app.start());
    app.update(Msg::Resize(size));
    app
}

fn app(roster: Roster, size: Size) -> App {
    let zone = TimeZone::UTC;
    let now = TODAY.at(10, 42, 7, 0).to_zoned(zone.clone()).unwrap().timestamp();
    let clock = Clock { today: TODAY, now, zone };
    let office = Office::new(roster, vec![], RuleSet::default(), Actor::default(), IdSource::seeded(1), clock);
    App::new(office, Words::new(Lang::Id), Keymap::default(), Look::default(), size)
}

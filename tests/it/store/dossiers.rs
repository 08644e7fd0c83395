//! The own team is read without opening the index, and never as it was before.

use super::*;
use bina::domain::records::record::Profile;
use std::fs;

/// A store whose user has one report, and somebody else's people besides.
struct Team {
    place: Place,
    maker: Maker,
    report: PersonId,
    stranger: PersonId,
}

fn team() -> Team {
    let (place, mut maker) = (Place::new(), Maker::new(3));
    let (me, mut report, stranger) =
        (maker.person("Rina Tanjung"), maker.person("Budi Pohan"), maker.person("Evi Rangkuti"));
    report.supervisor = Some(me.id);
    let (mine, report_id, stranger_id) = (me.id, report.id, stranger.id);
    let mut ops: Vec<Op> = [me, report, stranger].into_iter().map(Op::add).collect();
    ops.push(Op::add(Record::Profile(Profile { me: Some(mine), ..Profile::default() })));
    let mut store = place.open();
    store.commit(&maker.change(ChangeKind::SampleBuilt, ops)).unwrap();
    let mut team = Team { place, maker, report: report_id, stranger: stranger_id };
    (0..20).for_each(|_| store.commit(&team.note(report_id)).unwrap());
    (0..3).for_each(|_| store.commit(&team.note(stranger_id)).unwrap());
    team
}

impl Team {
    fn note(&mut self, person: PersonId) -> Change {
        let feedback = self.maker.feedback(person, 2026, "menata arsip");
        self.maker.adds(Record::Feedback(feedback))
    }
    fn file(&self) -> PathBuf {
        self.place.dir().join("dossiers.bin")
    }
    fn view(&self) -> PathBuf {
        self.place.dir().join("view")
    }
}

#[test]
fn looking_at_the_own_team_opens_no_index() {
    let team = team();
    let seen = contents(&mut team.place.open());
    let away = team.place.dir().join("view.away");
    fs::rename(team.view(), &away).unwrap();
    let mut store = team.place.open();
    let (rows, report) = (store.first_rows().unwrap(), store.dossier(team.report).unwrap().unwrap());
    assert_eq!((rows.len(), &report), (2, seen.1.iter().find(|d| d.id() == team.report).unwrap()));
    drop(store);
    assert!(!team.view().exists(), "nothing has asked the index");
    let stranger = team.place.open().dossier(team.stranger).unwrap().unwrap();
    assert_eq!(stranger.feedback.len(), 3);
    assert!(team.view().exists(), "somebody else is not in the file");
}

#[test]
fn what_was_noted_last_is_read_also_after_a_kill() {
    let mut team = team();
    let before = fs::read(team.file()).unwrap();
    let mut store = team.place.open();
    assert_eq!(store.dossier(team.report).unwrap().unwrap().feedback.len(), 20);
    store.commit(&team.note(team.report)).unwrap();
    assert_eq!(store.dossier(team.report).unwrap().unwrap().feedback.len(), 21);
    drop(store);
    // A process that is killed leaves the file as it was.
    fs::write(team.file(), &before).unwrap();
    assert_eq!(team.place.open().dossier(team.report).unwrap().unwrap().feedback.len(), 21);
    let written = fs::read(team.file()).unwrap();
    assert_ne!(written, before, "the file follows when there is time");
    // New ones before old ones, as a power cut may leave them.
    let half = before.len() / 2;
    fs::write(team.file(), [&written[..half], &before[half..]].concat()).unwrap();
    assert_eq!(team.place.open().dossier(team.report).unwrap().unwrap().feedback.len(), 21);
}

#[test]
fn a_torn_file_is_not_believed() {
    let team = team();
    let seen = contents(&mut team.place.open());
    let whole = fs::read(team.file()).unwrap();
    for at in (0..whole.len()).step_by(331) {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        for damaged in [&bytes[..], &whole[..at]] {
            fs::write(team.file(), damaged).unwrap();
            let report = team.place.open().dossier(team.report).unwrap();
            assert_eq!(report.as_ref(), seen.1.iter().find(|d| d.id() == team.report), "{at}");
        }
    }
}

#[test]
fn the_index_is_opened_for_whoever_types() {
    let team = team();
    let away = team.place.dir().join("view.away");
    let mut store = team.place.open();
    store.rest();
    drop(store);
    fs::rename(team.view(), &away).unwrap();
    let mut store = team.place.open();
    store.dossier(team.report).unwrap();
    assert!(!team.view().exists());
    store.prepare();
    assert!(team.view().exists());
}

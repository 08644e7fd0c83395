//! Tests of `closing`.

use super::*;
use crate::domain::records::record::Profile;
use crate::domain::{
    Action, ActionId, ActionState, Actor, Audience, EmploymentKind, Feedback, FeedbackId, IdSource, Owner, Person, PersonId,
    PersonName, PersonStatus, RosterRow, Sbi, SessionKind, SessionState, UnitTree,
};
use proptest::prelude::*;

mod kinds;

const TODAY: Date = date(2026, 11, 21);

/// A talk with Sari Dewi Lubis in an office of three.
struct Talk {
    dossier: Dossier,
    roster: Roster,
    session: SessionId,
    ids: IdSource,
}

fn talk() -> Talk {
    let mut ids = IdSource::seeded(1);
    let mut person = |name: &str| Person {
        id: PersonId(ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
        name: PersonName::plain(name),
        nip: None,
        kind: EmploymentKind::Pns,
        rank: None,
        position: None,
        unit: None,
        supervisor: None,
        status: PersonStatus::Active,
        tags: vec![],
        cadence: None,
        probation_until: None,
        since: date(2025, 1, 1),
    };
    let people = ["Sari Dewi Lubis", "Ratna Siregar", "Ahmad Fauzi Nasution", "Hari", "Dewi Lubis"].map(&mut person);
    let rows = people.iter().map(RosterRow::bare).collect();
    let profile = Profile { me: Some(people[1].id), ..Profile::default() };
    let session = SessionId(ids.uuid(jiff::Timestamp::UNIX_EPOCH));
    let mut dossier = Dossier::new(people[0].clone());
    dossier.sessions.push(Session {
        id: session,
        person: people[0].id,
        kind: SessionKind::Dialogue,
        on: TODAY,
        state: SessionState::Open { started: jiff::Timestamp::UNIX_EPOCH },
        purpose: String::new(),
        grow: None,
        response: None,
        next: Some(date(2026, 12, 21)),
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
        addenda: vec![],
        acknowledgement: None,
        planned: None,
        left_out: vec![],
    });
    Talk { dossier, roster: Roster::new(profile, UnitTree::default(), rows), session, ids }
}

impl Talk {
    fn note(mut self, on: Date, kind: FeedbackKind, audience: Audience, text: &str, in_talk: bool) -> Self {
        self.dossier.feedback.push(Feedback {
            id: FeedbackId(self.ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
            person: self.dossier.id(),
            on,
            kind,
            words: Audienced::new(audience, Sbi::plain(text)),
            tags: vec![],
            session: in_talk.then_some(self.session),
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
            went: None,
        });
        self
    }
    fn said(self, text: &str) -> Self {
        self.note(TODAY, FeedbackKind::Praise, Audience::Shared, text, true)
    }
    fn kept(self, text: &str) -> Self {
        self.note(date(2026, 3, 2), FeedbackKind::Observation, Audience::Private, text, false)
    }
    fn agreed(mut self, text: &str, due: Option<Date>) -> Self {
        self.dossier.actions.push(Action {
            id: ActionId(self.ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
            person: self.dossier.id(),
            owner: Owner::Employee,
            text: Audienced::new(Audience::Shared, text.into()),
            due,
            measure: String::new(),
            tags: vec![],
            state: ActionState::Open,
            carried: 0,
            session: Some(self.session),
            on: TODAY,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        });
        self
    }
    fn good() -> Self {
        talk().said("melayani warga dengan ramah").agreed("kirim laporan", Some(date(2026, 12, 1)))
    }
    fn warnings(&self) -> Vec<Warning> {
        warnings(&self.dossier, self.session, &self.roster, &RuleSet::default(), TODAY)
    }
    fn found(&self) -> Vec<(&'static str, String)> {
        self.warnings().iter().map(|w| (w.message_id(), w.word().unwrap_or_default().to_owned())).collect()
    }
}

#[test]
fn a_good_talk_is_closed_without_a_word() {
    assert_eq!(Talk::good().found(), []);
}

#[test]
fn four_words_of_a_private_text_are_found_in_shared_text() {
    let talk = Talk::good().kept("Tampak lelah, sejak PINDAH meja ke loket.").said("Anda tampak lelah sejak pindah meja.");
    assert_eq!(talk.found(), [("closing-private-phrase", "tampak lelah sejak pindah meja".to_owned())]);
    assert_eq!(talk.warnings()[0].at(), Some(RecordId::Feedback(talk.dossier.feedback[2].id)));
    assert_eq!(Talk::good().kept("tampak lelah sejak kemarin").said("tampak lelah sejak rapat").found(), []);
    let in_action =
        Talk::good().kept("kurang teliti menghitung lembar arsip").agreed("kurang teliti menghitung lembar", None);
    assert_eq!(in_action.found(), [("closing-private-phrase", "kurang teliti menghitung lembar".to_owned())]);
    // The supervisor may read it on the own screen: private text of the same talk is no sheet.
    let private = Talk::good().kept("satu dua tiga empat");
    assert_eq!(private.note(TODAY, FeedbackKind::Praise, Audience::Private, "satu dua tiga empat", true).found(), []);
}

#[test]
fn a_phrase_is_named_once_and_whole() {
    let talk = Talk::good().kept("a b c d e f").kept("x c d e f g").said("a b c d e f g");
    let phrases: Vec<String> = talk.found().into_iter().map(|(_, phrase)| phrase).collect();
    assert_eq!(phrases, ["a b c d e f", "c d e f g"]);
}

#[test]
fn other_people_are_named_by_their_full_name_only() {
    let found = |text: &str| Talk::good().said(text).found();
    let other = |name: &str| vec![("closing-other-person", name.to_owned())];
    assert_eq!(found("lebih rapi daripada ahmad fauzi nasution."), other("Ahmad Fauzi Nasution"));
    assert_eq!(found("membantu Hari menyusun arsip"), other("Hari"));
    for text in [
        "setiap hari tepat waktu",
        "Hari ini hadir",
        "Selesai. Hari Senin hadir",
        "Sari Dewi Lubis dan Ratna Siregar sepakat",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
}

#[test]
fn words_about_the_person_and_private_life_are_hints() {
    let found = |text: &str| Talk::good().said(text).found();
    assert_eq!(found("Saudara Malas."), [("closing-person-word", "Malas".to_owned())]);
    assert_eq!(found("keras kepalanya tampak"), [("closing-person-word", "keras kepalanya".to_owned())]);
    assert_eq!(found("melayani surat keterangan tidak mampu (SKTM)"), [], "a paper, not a person");
    let both = "surat keterangan tidak mampu ia tulis, tetapi tidak mampu menjelaskannya";
    assert_eq!(found(both), [("closing-person-word", "tidak mampu".to_owned())]);
    assert_eq!(found("sering sakit"), [("closing-health-or-family", "sakit".to_owned())]);
    // With prefixes, endings and doubled they are the same words.
    for word in ["pemalas", "kemalasan", "bermalas-malasan", "malas-malasan", "malasnya"] {
        assert_eq!(found(&format!("tampak {word} di loket")), [("closing-person-word", word.to_owned())], "{word}");
    }
    assert_eq!(found("sering kesakitan"), [("closing-health-or-family", "kesakitan".to_owned())]);
}

#[test]
fn words_that_speak_of_things_or_of_another_language_are_no_judgement() {
    let found = |text: &str| Talk::good().said(text).found();
    for text in [
        "menertibkan bangunan liar dan parkir liar",
        "mengantar berkas ke rumah sakit umum",
        "melayani ibu hamil lebih dulu",
        "menyusun akta perceraian dengan teliti",
        "mendata pedagang yang liar di pasar",
    ] {
        assert_eq!(found(text), [], "{text}");
    }
    assert_eq!(found("he is a liar and lazy in the office").len(), 2);
}

#[test]
fn people_who_are_near_are_named_by_one_word_and_others_by_two() {
    let mut talk = Talk::good();
    let me = talk.roster.profile.me;
    let mut rows: Vec<RosterRow> = talk.roster.rows().to_vec();
    // Ahmad Fauzi Nasution is of the own team, Hari is not.
    rows[2].supervisor = me;
    let mut far = rows[3].clone();
    far.id = PersonId(uuid::Uuid::from_u128(77));
    far.name = PersonName::plain("Teguh Prasetyo");
    rows.push(far);
    talk.roster = Roster::new(talk.roster.profile.clone(), UnitTree::default(), rows);
    let (roster, rules) = (talk.roster.clone(), RuleSet::default());
    let named = |text: &str| -> Vec<String> {
        let talk = Talk { roster: roster.clone(), ..Talk::good() }.said(text);
        let all = warnings(&talk.dossier, talk.session, &roster, &rules, TODAY);
        all.iter().filter(|w| matches!(w, Warning::OtherPerson { .. })).filter_map(|w| w.word().map(str::to_owned)).collect()
    };
    for (text, who) in [
        ("lebih rapi daripada Fauzi di loket", vec!["Ahmad Fauzi Nasution"]),
        ("membantu Pak fauzi di loket", vec!["Ahmad Fauzi Nasution"]),
        ("tetap Teguh pada tugas", vec![]),
        ("membantu Teguh Prasetyo di loket", vec!["Teguh Prasetyo"]),
        ("membantu sdr. Teguh di loket", vec!["Teguh Prasetyo"]),
        ("Fauzi datang", vec![]),
        ("tetap teguh dan fauzi", vec![]),
    ] {
        assert_eq!(named(text), who, "{text}");
    }
}

#[test]
fn whatever_the_sheet_prints_is_looked_at() {
    let secret = "sedang mengurus perceraian dengan suaminya di pengadilan";
    let phrase = ("closing-private-phrase", secret.to_owned());
    let mut earlier = Talk::good().kept(secret).agreed(secret, Some(date(2026, 12, 9)));
    earlier.dossier.actions.last_mut().unwrap().session = None;
    assert!(earlier.found().contains(&phrase), "what goes on from before: {:?}", earlier.found());
    let mut topic = Talk::good().kept(secret);
    topic.dossier.agenda.push(crate::domain::AgendaLine {
        id: crate::domain::AgendaId(uuid::Uuid::from_u128(9)),
        person: topic.dossier.id(),
        text: Audienced::new(Audience::Shared, secret.into()),
        tags: vec![],
        state: AgendaState::Discussed { on: TODAY, session: topic.session },
        carried: 0,
        on: TODAY,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    });
    assert!(topic.found().contains(&phrase), "what was talked about: {:?}", topic.found());
    let mut own = Talk::good().kept(secret);
    let words = crate::domain::Shared::new(format!("{secret}. Saya malas."));
    own.dossier.sessions[0].response = Some(crate::domain::Response { words, mood: None, statements: [None; 9] });
    assert_eq!(own.found(), [phrase], "the employee's own words judge nobody");
    let only_earlier = {
        let mut talk = talk().agreed("kirim laporan", Some(date(2026, 12, 9)));
        talk.dossier.actions[0].session = None;
        talk
    };
    assert!(!only_earlier.warnings().contains(&Warning::NothingShared), "something is printed");
}

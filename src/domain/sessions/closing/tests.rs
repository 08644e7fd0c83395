//! Tests of `closing`.

use super::*;
use crate::domain::records::record::Profile;
use crate::domain::{
    Action, ActionId, ActionState, Actor, Audience, EmploymentKind, Feedback, FeedbackId, IdSource, Owner, Person, PersonId,
    PersonName, PersonStatus, RosterRow, Sbi, SessionKind, SessionState, UnitTree,
};
use proptest::prelude::*;

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
    assert_eq!(found("pemalas, kesakitan, bermalasan"), []);
}

#[test]
fn only_corrections_nothing_shared_and_no_next_step_are_said() {
    let ids = |talk: &Talk| talk.found().into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    let bare = talk().note(TODAY, FeedbackKind::Improve, Audience::Private, "terlambat", true);
    assert_eq!(ids(&bare), ["closing-nothing-shared", "closing-no-next-step"], "the employee reads no correction");
    let praised = talk().note(TODAY, FeedbackKind::Improve, Audience::Shared, "terlambat", true).note(
        TODAY,
        FeedbackKind::Praise,
        Audience::Private,
        "ramah",
        true,
    );
    assert_eq!(ids(&praised), ["closing-only-corrections", "closing-no-next-step"], "nor this praise");
    let mut talk = Talk::good().agreed("tanpa tanggal", None);
    talk.dossier.sessions[0].next = None;
    assert_eq!(talk.found(), [("closing-no-next-date", String::new())]);
    talk.dossier.actions.retain(|a| a.due.is_none());
    talk.dossier.sessions[0].purpose = "dialog bulanan".into();
    assert_eq!(talk.warnings(), [Warning::NoNextStep, Warning::NoNextDate]);
    talk.dossier.actions.clear();
    talk.dossier.feedback.clear();
    assert!(talk.warnings().contains(&Warning::NothingShared), "a purpose alone is no content");
}

#[test]
fn evidence_of_the_last_weeks_alone_is_said() {
    let noted = |days: &[Date]| {
        let talk = Talk::good();
        days.iter()
            .fold(talk, |talk, on| talk.note(*on, FeedbackKind::Observation, Audience::Private, "x", false))
            .warnings()
    };
    let recent = [date(2026, 11, 1), date(2026, 10, 1), date(2026, 9, 20)];
    assert_eq!(noted(&recent), [Warning::RecentEvidence { count: 4, days: 81 }]);
    assert_eq!(noted(&recent[..2]), [], "three say nothing about their spread");
    assert_eq!(noted(&[recent[0], recent[1], recent[2], date(2026, 4, 1)]), []);
    assert_eq!(noted(&[recent[0], recent[1], recent[2], date(2025, 12, 1)]).len(), 1, "last year is another period");
}

#[test]
fn a_session_that_is_not_there_has_no_warnings() {
    let talk = Talk::good();
    let other = SessionId(uuid::Uuid::nil());
    assert_eq!(warnings(&talk.dossier, other, &talk.roster, &RuleSet::default(), TODAY), []);
}

proptest! {
    #[test]
    fn a_repeated_phrase_stands_in_both_texts(a in "[abc ]{0,40}", b in "[abc ]{0,40}") {
        let passage = Passage::new(RecordId::Profile, &a);
        let phrases = passage.repeated_from(std::slice::from_ref(&b));
        let squeeze = |text: &str| format!(" {} ", text.split_whitespace().collect::<Vec<_>>().join(" "));
        for phrase in &phrases {
            prop_assert!(squeeze(&a).contains(&squeeze(phrase)) && squeeze(&b).contains(&squeeze(phrase)));
            prop_assert!(phrase.split(' ').count() >= 4);
        }
        let words: Vec<&str> = a.split_whitespace().collect();
        let any = words.windows(4).any(|four| squeeze(&b).contains(&squeeze(&four.join(" "))));
        prop_assert_eq!(any, !phrases.is_empty());
    }

    #[test]
    fn any_text_is_looked_at(a in "\\PC{0,60}", b in "\\PC{0,60}") {
        let _ = Talk::good().kept(&a).said(&b).agreed(&a, None).warnings();
    }
}

#[test]
fn a_goal_off_track_wants_a_value_a_word_or_an_agreement() {
    use crate::domain::goal::{Approach, GoalStatus, ResultClass, ResultScope, StatusWord, WorkResult};
    let mut talk = talk().said("ramah di loket");
    let word = |on: Date| StatusWord { status: GoalStatus::OffTrack, on, reason: String::new(), by: Actor::default() };
    let result = WorkResult {
        id: crate::domain::ResultId(talk.ids.uuid(jiff::Timestamp::UNIX_EPOCH)),
        person: talk.dossier.id(),
        period: crate::domain::Period::year(2026),
        title: "Arsip tertata".into(),
        class: ResultClass::Main,
        scope: ResultScope::Individual,
        supports: None,
        approach: Approach::Quantitative,
        expectation: String::new(),
        weight: None,
        due: None,
        tag: "arsip".into(),
        indicators: vec![],
        words: vec![word(date(2026, 5, 3))],
        split_on: None,
        continues: None,
        by: Actor::default(),
        written: jiff::Timestamp::UNIX_EPOCH,
    };
    talk.dossier.results.push(result);
    let unspoken = |dossier: &Dossier| {
        let all = warnings(dossier, talk.session, &talk.roster, &RuleSet::default(), TODAY);
        all.into_iter().find(|w| matches!(w, Warning::GoalsUnspoken { .. }))
    };
    let named = Warning::GoalsUnspoken { title: "Arsip tertata".into(), count: 1 };
    assert_eq!(unspoken(&talk.dossier), Some(named));
    let mut noted = talk.dossier.clone();
    noted.feedback[0].tags = vec!["arsip".into()];
    assert_eq!(unspoken(&noted), None, "a note has its tag");
    let mut said = talk.dossier.clone();
    said.feedback[0].words = Audienced::new(Audience::Private, Sbi::plain("Rak arsip belum datang"));
    assert_eq!(unspoken(&said), None, "a note says it");
    let mut judged = talk.dossier.clone();
    judged.results[0].words.push(word(TODAY));
    assert_eq!(unspoken(&judged), None, "a word was said today");
    let mut going = talk.dossier.clone();
    going.results[0].words[0].status = GoalStatus::OnTrack;
    assert_eq!(unspoken(&going), None, "it goes well");
}

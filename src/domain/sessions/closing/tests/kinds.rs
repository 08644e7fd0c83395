//! Every kind of record beside what the guard makes of it.

use super::*;
use crate::domain::Op;
use crate::domain::records::every::{self, Marks};

/// What the guard and the sheet make of a kind of record. Every kind is named: a new one has to say both.
struct Treatment {
    /// It can hold words for the supervisor alone, and the guard looks for them in what leaves.
    guarded: bool,
    /// The sheet of a session can print of it, and the guard looks at what it prints.
    printed: bool,
}

fn treatment(record: &Record) -> Treatment {
    let (guarded, printed) = match record {
        Record::Feedback(_) | Record::Action(_) | Record::Agenda(_) | Record::Session(_) | Record::Rating(_) => (true, true),
        Record::WorkResult(_) | Record::CheckIn(_) => (false, true),
        Record::Skip(_) | Record::BehaviourRating(_) | Record::Person(_) | Record::Evaluation(_) => (true, false),
        Record::PlanItem(_) | Record::NeedWord(_) | Record::CareerNote(_) => (true, false),
        Record::Wish(_) | Record::MentoringPair(_) | Record::SupportPlan(_) | Record::Withdrawal(_) => (true, false),
        Record::LeaderExpectation(_) | Record::Learning(_) | Record::Objection(_) => (false, false),
        Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => (false, false),
        Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => (false, false),
        Record::UnitResult(_) | Record::HolidayList(_) | Record::Skp(_) => (false, false),
    };
    Treatment { guarded, printed }
}

#[test]
fn every_kind_of_record_stands_beside_what_the_guard_and_the_sheet_make_of_it() {
    let secret = "sedang mengurus perceraian dengan suaminya";
    let open = "menata seluruh arsip seksi";
    for (shared, ended) in [(false, false), (false, true), (true, false), (true, true)] {
        let marks = Marks { secret, open, shared, ended };
        for record in every::of_each_kind(&marks) {
            let kind = every::kind(&record);
            let found = private_of(&record);
            // Nothing else tells where the words are: the record as the journal writes it.
            let written = serde_json::to_string(&record).unwrap();
            assert_eq!(found.iter().any(|text| text.contains(secret)), written.contains(secret), "{kind} {shared} {ended}");
            assert!(!found.iter().any(|text| text.contains(open)), "{kind}: what the employee may read is not private");
            assert!(!written.contains(secret) || treatment(&record).guarded, "{kind}");
        }
    }
    // What the sheet prints of each kind, the guard reads, and no private word of it.
    let marks = Marks { secret, open, shared: true, ended: true };
    let mut dossier = every::dossier(&marks);
    let talk = dossier.sessions[0].id;
    dossier.feedback.iter_mut().for_each(|f| f.session = Some(talk));
    dossier.actions.iter_mut().for_each(|a| a.session = Some(talk));
    dossier.agenda.iter_mut().for_each(|a| a.state = AgendaState::Discussed { on: a.on, session: talk });
    dossier.check_ins.iter_mut().for_each(|c| c.session = Some(talk));
    dossier.ratings.iter_mut().for_each(|r| r.session = Some(talk));
    let session = dossier.sessions[0].clone();
    let printed = Paper::of(&dossier, &session).printed(RecordId::Session(talk));
    assert!(printed.iter().all(|text| !text.text.contains(secret)));
    for record in every::of_each_kind(&marks) {
        let stands = printed.iter().any(|text| text.at == record.id() && text.text.contains(open));
        assert_eq!(stands, treatment(&record).printed, "{}", every::kind(&record));
    }
}

#[test]
fn whatever_kind_holds_the_private_words_the_sheet_that_repeats_them_is_asked_about() {
    let secret = "sedang mengurus perceraian dengan suaminya";
    let marks = Marks { secret, open: "menata seluruh arsip seksi", shared: false, ended: true };
    for record in every::of_each_kind(&marks) {
        let written = serde_json::to_string(&record).unwrap();
        let mut dossier = every::dossier(&Marks { secret: "lain", open: "lain", shared: false, ended: false });
        match &record {
            Record::Person(person) => dossier.person = person.clone(),
            _ => dossier.apply(&Op::add(record.clone())),
        }
        let said = Printed { at: RecordId::Profile, text: format!("Kemarin {secret} di kantor"), own_words: false };
        let asked = guard(&dossier, &[said], &talk().roster, &RuleSet::default());
        let found = asked.iter().any(|warning| matches!(warning, Warning::PrivatePhrase { .. }));
        assert_eq!(found, written.contains(secret), "{}", every::kind(&record));
    }
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

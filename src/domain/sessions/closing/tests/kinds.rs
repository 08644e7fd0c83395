//! Every kind of record beside what the guard makes of it.

use super::*;

/// One of each kind, with this text wherever the kind has one for the supervisor alone, and whether it has.
fn of_every_kind(talk: &Talk, text: &str) -> Vec<(Record, bool)> {
    use crate::domain::competency::{
        BehaviourValue, ExpectationRating, Facet, Framework, Rater, RatingValue, StandardSource,
    };
    use crate::domain::period::EvaluationPeriod;
    use crate::domain::records::record::Skip;
    let (person, by, written) = (talk.dossier.id(), Actor::default(), jiff::Timestamp::UNIX_EPOCH);
    let private = || Audienced::new(Audience::Private, text.to_owned());
    let id = uuid::Uuid::from_u128(4711);
    let year = EvaluationPeriod::Year(2026);
    let mut session = talk.dossier.sessions[0].clone();
    session.state = SessionState::Missed { on: TODAY, reason: text.to_owned() };
    let mut left = talk.dossier.person.clone();
    left.status = PersonStatus::Left { on: Some(TODAY), note: text.to_owned() };
    let noted = talk.dossier.feedback.iter().find(|f| f.words.shared().is_none()).unwrap();
    let mut feedback = noted.clone();
    feedback.words = Audienced::new(Audience::Private, Sbi::plain(text));
    let mut action = talk.dossier.actions[0].clone();
    action.text = private();
    let agenda = crate::domain::AgendaLine {
        id: crate::domain::AgendaId(id),
        person,
        text: private(),
        tags: vec![],
        state: AgendaState::Open,
        carried: 0,
        on: TODAY,
        by: by.clone(),
        written,
    };
    let rating = crate::domain::Rating {
        id: crate::domain::RatingId(id),
        person,
        competency: crate::domain::CompetencyId::new("integrity").unwrap(),
        value: RatingValue::NotObserved,
        rater: Rater::Supervisor,
        on: TODAY,
        reason: private(),
        evidence: vec![],
        facet: Some(Facet::Skill),
        framework: String::new(),
        session: None,
        by: by.clone(),
        written,
    };
    let behaviour = crate::domain::BehaviourRating {
        id: crate::domain::BehaviourId(id),
        person,
        value: BehaviourValue::ALL[0],
        period: year,
        rating: ExpectationRating::Meets,
        note: private(),
        on: TODAY,
        by: by.clone(),
        written,
    };
    let expectation = crate::domain::LeaderExpectation {
        id: crate::domain::ExpectationId(id),
        person,
        value: BehaviourValue::ALL[0],
        period: year,
        text: crate::domain::Shared::new(text.to_owned()),
        on: TODAY,
        by: by.clone(),
        written,
    };
    let check_in = crate::domain::CheckIn {
        id: crate::domain::CheckInId(id),
        person,
        result: crate::domain::ResultId(id),
        indicator: crate::domain::IndicatorId(id),
        on: TODAY,
        value: None,
        note: crate::domain::Shared::new(text.to_owned()),
        evidence: crate::domain::Shared::new(String::new()),
        session: None,
        by: by.clone(),
        written,
    };
    let skip = Skip { id: crate::domain::SkipId(id), person, on: TODAY, reason: text.to_owned(), by: by.clone(), written };
    let withdrawal = crate::domain::Withdrawal {
        id: crate::domain::WithdrawalId(id),
        person,
        record: crate::domain::RecordId::Skip(skip.id),
        on: TODAY,
        reason: crate::domain::Private::new(text.to_owned()),
        by: by.clone(),
        written,
    };
    let unit = crate::domain::Unit {
        id: crate::domain::UnitId(id),
        code: None,
        name: text.to_owned(),
        parent: None,
        head: None,
        cadence: None,
    };
    let standard = crate::domain::Standard {
        id: crate::domain::StandardId(id),
        position: text.to_owned(),
        required: Default::default(),
        source: StandardSource::Given,
        by: by.clone(),
        written,
    };
    let framework: Framework = crate::domain::Catalogue::default().framework().clone();
    let edition = crate::domain::Edition { id: crate::domain::FrameworkId(id), framework, by, written };
    vec![
        (Record::Feedback(feedback), true),
        (Record::Action(action), true),
        (Record::Agenda(agenda), true),
        (Record::Session(session), true),
        (Record::Skip(skip), true),
        (Record::Withdrawal(withdrawal), true),
        (Record::Rating(rating), true),
        (Record::BehaviourRating(behaviour), true),
        (Record::Person(left), true),
        (Record::CheckIn(check_in), false),
        (Record::LeaderExpectation(expectation), false),
        (Record::Profile(Profile::default()), false),
        (Record::Unit(unit), false),
        (Record::Standard(standard), false),
        (Record::Framework(edition), false),
    ]
}

#[test]
fn the_guard_knows_what_is_private_in_every_kind_of_record() {
    let text = "sedang mengurus perceraian dengan suaminya";
    let talk = Talk::good().kept("catatan lain");
    for (record, is_private) in of_every_kind(&talk, text) {
        // A new kind has to be named here, beside what the guard makes of it.
        let name = match &record {
            Record::Feedback(_) => "feedback",
            Record::Action(_) => "action",
            Record::Agenda(_) => "agenda",
            Record::Session(_) => "session",
            Record::Skip(_) => "skip",
            Record::WorkResult(_) => "result",
            Record::CheckIn(_) => "check-in",
            Record::Rating(_) => "rating",
            Record::BehaviourRating(_) => "behaviour",
            Record::LeaderExpectation(_) => "expectation",
            Record::Person(_) => "person",
            Record::Evaluation(_) => "evaluation",
            Record::Objection(_) => "objection",
            Record::PlanItem(_) => "plan item",
            Record::CareerNote(_) => "career note",
            Record::Withdrawal(_) => "withdrawal",
            Record::NeedWord(_) => "need",
            Record::Learning(_) | Record::Wish(_) | Record::MentoringPair(_) | Record::SupportPlan(_) => "the employee's",
            Record::UnitResult(_) | Record::HolidayList(_) | Record::Course(_) => "of the office",
            Record::BudgetLine(_) | Record::Proposal(_) => "of the office",
            Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => "of the office",
        };
        assert_eq!(private_of(&record).iter().any(|private| private.contains(text)), is_private, "{name}");
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

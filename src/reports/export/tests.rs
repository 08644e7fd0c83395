//! Tests of the export against the table of records.

use super::*;
use crate::domain::records::every::{self, KINDS, Marks};
use proptest::prelude::*;

/// What a kind of a dossier gives to the employee. Every kind is named: a new one has to say it.
fn may_be_shared(record: &Record) -> bool {
    match record {
        Record::Feedback(_) | Record::Action(_) | Record::Agenda(_) | Record::Session(_) => true,
        Record::WorkResult(_) | Record::CheckIn(_) | Record::Rating(_) | Record::BehaviourRating(_) => true,
        Record::LeaderExpectation(_) | Record::PlanItem(_) | Record::Learning(_) | Record::Wish(_) => true,
        Record::MentoringPair(_) | Record::CareerNote(_) | Record::SupportPlan(_) => true,
        Record::Evaluation(_) | Record::Objection(_) => true,
        // A reason for passing over and a word on a need are the supervisor's own.
        Record::Skip(_) | Record::NeedWord(_) | Record::Withdrawal(_) => false,
        // A fact of the office that the employee has in e-Kinerja.
        Record::Skp(_) => false,
        // The person is in the list of people; the others are the office's.
        Record::Person(_) | Record::Profile(_) | Record::Unit(_) | Record::Framework(_) | Record::Standard(_) => false,
        Record::Course(_) | Record::BudgetLine(_) | Record::Proposal(_) => false,
        Record::UnitResult(_) | Record::HolidayList(_) => false,
    }
}

#[test]
fn everything_about_a_person_has_every_kind_of_record_with_its_words() {
    let (secret, open) = ("rahasia atasan", "untuk pegawai");
    for (shared, ended) in [(false, false), (false, true), (true, false), (true, true)] {
        let marks = Marks { secret, open, shared, ended };
        let dossier = every::dossier(&marks);
        let exported = serde_json::to_value(records(&dossier)).unwrap();
        let all = exported.as_array().unwrap();
        assert_eq!(all.len(), KINDS.iter().filter(|(_, kept)| *kept).count(), "each once");
        for record in dossier.records() {
            let kind = every::kind(&record);
            let (id, written) = (record.id().uuid().to_string(), serde_json::to_value(&record).unwrap());
            let own = written.as_object().and_then(|of| of.values().next()).unwrap();
            let word = |text: &str| own.to_string().contains(text);
            // One identifier serves all kinds of the sample: the kind's own record has all the words of it.
            let found = all.iter().filter(|one| one["id"] == id.as_str()).any(|one| {
                let said = one.to_string();
                [secret, open].iter().all(|text| !word(text) || said.contains(text))
                    && one["kind"].as_str().is_some_and(|said| named(&record, said))
            });
            assert!(found, "{kind} ({shared}, {ended}) is not exported whole");
        }
    }
}

/// Whether this is what the export calls the kind.
fn named(record: &Record, said: &str) -> bool {
    match record {
        Record::Feedback(feedback) => said == feedback.kind.id(),
        Record::NeedWord(_) => said == "need",
        Record::MentoringPair(_) => said == "mentoring",
        Record::CareerNote(_) => said == "career",
        Record::SupportPlan(_) => said == "support",
        other => said.replace('_', "") == every::kind(other).to_lowercase(),
    }
}

#[test]
fn the_employee_gets_what_each_kind_has_for_him_or_her() {
    let (secret, open) = ("rahasia atasan", "untuk pegawai");
    let marks = Marks { secret, open, shared: true, ended: true };
    let dossier = every::dossier(&marks);
    let exported = serde_json::to_value(shared_records(&dossier)).unwrap();
    let all = exported.as_array().unwrap();
    for record in dossier.records() {
        let of_kind = |one: &&Value| one["kind"].as_str().is_some_and(|said| named(&record, said));
        let has = all.iter().find(of_kind).is_some_and(|one| one.to_string().contains(open));
        assert_eq!(has, may_be_shared(&record), "{}", every::kind(&record));
    }
    let told = |dossier: &Dossier| shared_records(dossier).iter().any(|one| one.kind == "support");
    assert!(told(&dossier));
    let mut untold = dossier.clone();
    untold.support_plans[0].told = None;
    assert!(!told(&untold), "nobody reads of a support plan before the employee was told");
    let mut kept = dossier;
    kept.evaluations[0].handed_over = None;
    assert!(!shared_records(&kept).iter().any(|one| one.kind == "evaluation"), "not handed over");
}

proptest! {
    #[test]
    fn nothing_private_is_in_what_the_employee_gets(
        secret in "[a-z]{3,9} [a-z]{3,9} [0-9]{4}",
        shared in any::<bool>(),
        ended in any::<bool>(),
    ) {
        let marks = Marks { secret: &secret, open: "UNTUK PEGAWAI", shared, ended };
        let dossier = every::dossier(&marks);
        let text = serde_json::to_string(&shared_records(&dossier)).unwrap();
        prop_assert!(!text.contains(&secret), "{}", text);
        let all = serde_json::to_string(&records(&dossier)).unwrap();
        prop_assert!(all.contains(&secret));
        let row = RosterRow::of(&dossier);
        let roster = Roster::new(Default::default(), crate::domain::UnitTree::default(), vec![row.clone()]);
        prop_assert!(!shared_person(&row, &roster).to_string().contains(&secret));
    }
}

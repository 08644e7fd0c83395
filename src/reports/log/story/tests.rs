//! Every kind of record opens to its whole story, what can be wrong can be withdrawn, and each withdrawal can be undone.

use super::*;
use crate::domain::records::intent::{self, Withdraw, World};
use crate::domain::records::record::every_record;
use crate::domain::records::withdrawal::PutRight;
use crate::domain::{ChangeId, ChangeKind, IdSource, PersonId, Refusal, RuleSet};
use crate::i18n::Lang;
use crate::reports::sample as known;
use std::collections::HashMap;

fn zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(7))
}

/// One of each kind that the office sample has none of, as the journal spells them.
fn of_every_kind(person: PersonId) -> Vec<Record> {
    let uuid = |n: u32| format!("00000000-0000-0000-0000-0000000009{n:02}");
    let head = |n: u32| format!(r#""id":"{}","person":"{person}""#, uuid(n));
    let tail = r#""by":{"name":"Togar","person":null,"capacity":"definitive"},"written":"2026-11-20T03:00:00Z""#;
    let subject = r#"{"competency":null,"words":"arsip digital"}"#;
    let shared = |text: &str| format!(r#"{{"shared":"{text}"}}"#);
    let on = r#""on":"2026-11-20""#;
    let quarter = r#"{"quarter":{"year":2026,"number":4}}"#;
    let journal = [
        format!(r#"{{"skip":{{{},{on},"reason":"sedang diklat",{tail}}}}}"#, head(1)),
        format!(
            r#"{{"rating":{{{},"competency":"kerja_sama","value":{{"level":2}},"rater":"supervisor",{on},"reason":{},"evidence":[],"facet":null,"framework":"1","session":null,{tail}}}}}"#,
            head(2),
            shared("menunggu diminta")
        ),
        format!(
            r#"{{"behaviour_rating":{{{},"value":"harmonious","period":{quarter},"rating":"meets","note":{},{on},{tail}}}}}"#,
            head(3),
            shared("ramah")
        ),
        format!(
            r#"{{"leader_expectation":{{{},"value":"adaptive","period":{quarter},"text":"mencoba antrean daring",{on},{tail}}}}}"#,
            head(4)
        ),
        format!(
            r#"{{"plan_item":{{{},"subject":{subject},"title":"Bimtek arsip","expect":{},"kind":"mentoring","course":null,"when":null,"jp":null,"cost":null,"fund":"","organiser":"","helper":null,"owner":"employee","programme":"","before":null,"state":"planned","checks":[],"session":null,{on},{tail}}}}}"#,
            head(5),
            shared("menata arsip sendiri")
        ),
        format!(
            r#"{{"learning":{{{},"title":"Bimtek arsip","kind":"mentoring","subject":null,"organiser":"","certificate":"","from":"2026-11-01","until":"2026-11-02","issued":null,"lapses":null,"jp":8,"method":null,"link":"","learned_from":"","verification":"waiting","verified_by":"","source":"own","item":null,"opinions":[],{tail}}}}}"#,
            head(6)
        ),
        format!(
            r#"{{"wish":{{{},"subject":{subject},"reason":"ingin pindah bidang","state":"open","session":null,{on},{tail}}}}}"#,
            head(7)
        ),
        format!(r#"{{"need_word":{{{},"subject":{subject},"urgency":null,"aside":"sudah bisa",{on},{tail}}}}}"#, head(8)),
        format!(
            r#"{{"mentoring_pair":{{{},"mentor":{{"named":"Bu Lia"}},"kind":"senior","topics":[],"agreement":"tiap Jumat","agreed":null,"from":"2026-11-20","until":null,"talks":[],"earlier_talks":0,"state":"running","settled":null,{tail}}}}}"#,
            head(9)
        ),
        format!(
            r#"{{"career_note":{{{},"what":"bigger_task","text":{},"outcome":null,{on},{tail}}}}}"#,
            head(10),
            shared("memimpin tim kecil")
        ),
        format!(
            r#"{{"support_plan":{{{},"from":"2026-11-20","until":"2026-12-20","reason":"berkas terlambat","targets":[],"help":[],"talk_weeks":1,"talks":[],"told":null,"extended_from":null,"end":null,{tail}}}}}"#,
            head(11)
        ),
        format!(
            r#"{{"evaluation":{{{},"period":{quarter},"span":{{"from":"2026-10-01","until":"2026-12-31"}},"assessor":{{"name":"Togar","person":null,"capacity":"definitive"}},"position":null,"acting_post":false,"judgement":{{"rated":{{"results":"meets","behaviour":"meets"}}}},"reason":{},"evidence":[],"notes":"pertahankan",{on},"origin":"typed","credit_months":null,"supersedes":null,"handed_over":null,"withdrawn":null,{tail}}}}}"#,
            head(12),
            shared("target tercapai")
        ),
        format!(
            r#"{{"objection":{{{},"about":{{"evaluation":"{}"}},{on},"received":"2026-11-19","steps":[{{"filed":{{{on},"grounds":[{{"reason":"angka belum final","evidence":""}}],"asks":""}}}}],{tail}}}}}"#,
            head(13),
            uuid(12)
        ),
        format!(
            r#"{{"withdrawal":{{{},"record":{{"Skip":"{}"}},{on},"reason":"keliru orang",{tail}}}}}"#,
            head(14),
            uuid(1)
        ),
        format!(
            r#"{{"skp":{{{},"number":"SKP-7","position":"Pengelola","unit":"Seksi Pelayanan","status":"persetujuan","model":"kuantitatif","span":{{"from":"2026-01-01","until":"2026-12-31"}},"acting_post":false,{tail}}}}}"#,
            head(15)
        ),
    ];
    let read = |text: &String| serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}: {text}"));
    journal.iter().map(read).collect()
}

/// Sari with one record of every kind that can be hers, and what made each.
fn whole() -> (Dossier, Roster, Vec<LogEntry>) {
    let (roster, _) = known::office();
    let dossier = known::planned();
    let (person, id) = (dossier.person.clone(), dossier.id());
    let records: Vec<Record> = dossier.records().chain(of_every_kind(id)).collect();
    let made = |(number, record): (u64, &Record)| {
        let by = Actor { name: "Togar".to_owned(), ..Actor::default() };
        let at = "2026-11-20T03:00:00Z".parse().unwrap();
        let ops = vec![Op::add(record.clone())];
        let kind = ChangeKind::FeedbackNoted;
        let change = Change { id: ChangeId(uuid::Uuid::from_u128(number.into())), at, by, kind, about: Some(id), ops };
        LogEntry { number, hash: String::new(), change }
    };
    let entries = (1..).zip(&records).map(made).collect();
    (Dossier::from_records(person, records), roster, entries)
}

macro_rules! kinds_of_a_dossier {
    ($($kind:ident($type:ty, $id:ty) $(in $slot:ident, one $one:ident, by $($day:ident).+)?;)+) => {
        /// Whether a record is of that kind, for each kind that a dossier has a list of.
        fn kinds() -> Vec<(&'static str, fn(&Record) -> bool)> {
            let mut kinds: Vec<(&'static str, fn(&Record) -> bool)> = Vec::new();
            $($(
                let _ = stringify!($slot);
                kinds.push((stringify!($kind), |record| matches!(record, Record::$kind(_))));
            )?)+
            kinds
        }
    };
}

every_record!(kinds_of_a_dossier);

#[test]
fn every_kind_of_record_opens_to_its_whole_story() {
    let (dossier, roster, entries) = whole();
    for lang in [Lang::Id, Lang::En] {
        let words = Words::new(lang);
        for (kind, is) in kinds() {
            let mut found = dossier.records().filter(is).peekable();
            assert!(found.peek().is_some(), "the sample has no {kind}");
            for record in found {
                let id = record.id();
                let own: Vec<LogEntry> =
                    entries.iter().filter(|entry| entry.change.ops[0].record().id() == id).cloned().collect();
                let subject =
                    Subject { dossier: &dossier, record: id, roster: &roster, zone: &zone(), rules: &RuleSet::default() };
                let lines = story(&words, &subject, &Past { entries: &own, is_whole: true });
                let said: Vec<String> = lines.iter().map(|line| format!("{} {}", line.label, line.text)).collect();
                let said = said.join("\n");
                assert!(said.contains(&words.say(record_word(&record))), "{kind} says what it is: {said}");
                assert!(said.contains(&words.say("story-written")) && said.contains("Togar"), "{kind}: {said}");
                assert!(said.contains(&kind_word(&words, &own[0].change)), "{kind} says what was done to it: {said}");
                for fact in facts(&words, &record, &roster) {
                    assert!(said.contains(&fact.value), "{kind} leaves out {}: {said}", fact.label);
                }
                let withdrawn = dossier.withdrawal_of(id).is_some();
                assert_eq!(said.contains("keliru orang"), withdrawn || kind == "Withdrawal", "{kind}: {said}");
            }
        }
    }
}

#[test]
fn each_kind_that_can_be_wrong_is_withdrawn_leaves_every_figure_and_comes_back_when_that_is_undone() {
    let (dossier, roster, _) = whole();
    let (person, rules, actor) = (dossier.id(), RuleSet::default(), Actor::default());
    let now = "2026-11-21T03:00:00Z".parse().unwrap();
    let mut withdrawn = 0;
    for record in dossier.records().collect::<Vec<_>>() {
        let id = record.id();
        let dossiers = HashMap::from([(person, dossier.clone())]);
        let world = World { roster: &roster, dossiers: &dossiers, rules: &rules, today: known::TODAY, now, actor: &actor };
        let told = if sheets_with(&dossier, id).is_empty() { "" } else { "yang benar menyusul" };
        let ask = Withdraw { person, record: id, reason: "salah".into(), instead: None, addendum: told.into() };
        let change = match (intent::judge(&world, &mut IdSource::seeded(5), ask), PutRight::of(&record)) {
            (Err(Refusal::WithdrawnAlready), _) if dossier.withdrawal_of(id).is_some() => continue,
            (Err(Refusal::NotWithdrawable), PutRight::ByItsOwn | PutRight::Corrected) => continue,
            (Ok(change), PutRight::Withdrawn) => change,
            (other, _) => panic!("{record:?}: {other:?}"),
        };
        withdrawn += 1;
        let mut after = dossier.clone();
        change.ops.iter().for_each(|op| after.apply(op));
        assert!(after.withdrawal_of(id).is_some(), "{record:?}");
        assert_eq!(after.record(id).as_ref(), Some(&record), "it stays readable");
        assert!(after.withdrawn.contains(&record), "it is in none of the lists");
        assert_eq!(Dossier::from_records(after.person.clone(), after.records()), after, "in whatever order it is read");
        change.inverse_ops().iter().for_each(|op| after.apply(op));
        assert_eq!(after, dossier, "undone");
    }
    assert!(withdrawn >= 8, "{withdrawn}");
}

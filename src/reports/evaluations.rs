//! Evaluations in words, as rows for machines and for spreadsheets; the guard, credit points and deadlines likewise. For
//! the supervisor.

use super::competencies::behaviour_word;
use super::rating_table::day;
use crate::domain::calendar::{Calendar, Deadline};
use crate::domain::evaluation::caution::{Caution, RatedSide};
use crate::domain::evaluation::self_check::RoundSign;
use crate::domain::evaluation::{Evaluation, Judgement, NotAssessed, Origin, holding};
use crate::domain::evaluation::{OrganisationResult, Predicate};
use crate::domain::{Capacity, Dossier, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;

pub fn predicate_word(words: &Words, predicate: Predicate) -> String {
    words.say(match predicate {
        Predicate::VeryGood => "predicate-very-good",
        Predicate::Good => "predicate-good",
        Predicate::NeedsImprovement => "predicate-needs-improvement",
        Predicate::Poor => "predicate-poor",
        Predicate::VeryPoor => "predicate-very-poor",
    })
}

pub fn result_word(words: &Words, result: OrganisationResult) -> String {
    words.say(match result {
        OrganisationResult::Outstanding => "organisation-outstanding",
        OrganisationResult::Good => "predicate-good",
        OrganisationResult::NeedsImprovement => "predicate-needs-improvement",
        OrganisationResult::Poor => "predicate-poor",
        OrganisationResult::VeryPoor => "predicate-very-poor",
    })
}

pub fn not_assessed_word(words: &Words, why: NotAssessed) -> String {
    words.say(match why {
        NotAssessed::Leave => "not-assessed-leave",
        NotAssessed::StudyAssignment => "not-assessed-study",
        NotAssessed::TooShort => "not-assessed-short",
        NotAssessed::OtherAssessor => "not-assessed-other-assessor",
        NotAssessed::Other => "not-assessed-other",
    })
}

fn side_word(words: &Words, side: RatedSide) -> String {
    words.say(match side {
        RatedSide::Results => "evaluation-results",
        RatedSide::Behaviour => "evaluation-behaviour",
    })
}

fn capacity_word(words: &Words, capacity: Capacity) -> String {
    words.say(match capacity {
        Capacity::Definitive => "evaluation-definitive",
        Capacity::ActingVacant => "evaluation-acting-vacant",
        Capacity::ActingDaily => "evaluation-acting-daily",
    })
}

/// One thing to look at, in words.
pub fn caution_text(words: &Words, caution: &Caution) -> String {
    match caution {
        Caution::NoReason { side } => words.with("caution-no-reason", &[("side", side_word(words, *side).into())]),
        Caution::NoEvidence { side } => words.with("caution-no-evidence", &[("side", side_word(words, *side).into())]),
        Caution::HeardOnlyNow { predicate } => {
            words.with("caution-heard-only-now", &[("predicate", predicate_word(words, *predicate).into())])
        }
        Caution::NoClosedSession => words.say("caution-no-closed-session"),
        Caution::LateEvidence { count, days } => {
            words.with("caution-late-evidence", &[("count", (*count).into()), ("days", (*days).into())])
        }
        Caution::ShortTime { days, of } => {
            words.with("caution-short-time", &[("days", (*days).into()), ("of", (*of).into())])
        }
        Caution::OtherAssessor { name } => words.with("caution-other-assessor", &[("name", name.as_str().into())]),
        Caution::OutsideOwnTime => words.say("caution-outside-own-time"),
        Caution::Matrix { said, right } => {
            let args = [("said", predicate_word(words, *said).into()), ("right", predicate_word(words, *right).into())];
            words.with("caution-matrix", &args)
        }
        Caution::PrivatePhrase { phrase } => words.with("caution-private-phrase", &[("phrase", phrase.as_str().into())]),
    }
}

/// One sign of a round in words; `name` is the person it is about.
pub fn sign_text(words: &Words, sign: &RoundSign, name: &str) -> String {
    match sign {
        RoundSign::SameForAll { side, count, .. } => {
            let args = [("side", side_word(words, *side).into()), ("count", (*count).into())];
            words.with("round-sign-same-for-all", &args)
        }
        RoundSign::SameAsLastTime { count } => words.with("round-sign-same-as-last-time", &[("count", (*count).into())]),
        RoundSign::SameReason { people, reason } => {
            let args = [("count", people.len().into()), ("reason", reason.as_str().into())];
            words.with("round-sign-same-reason", &args)
        }
        RoundSign::LateEvidence { days, .. } => {
            words.with("round-sign-late-evidence", &[("name", name.into()), ("days", i64::from(*days).into())])
        }
    }
}

/// What `bina evaluations --json` answers. The shape is a promise: fields are added, never changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct EvaluationLine {
    pub person: String,
    pub name: String,
    pub nip: Option<String>,
    pub period: String,
    pub from: Date,
    pub until: Date,
    pub assessor: String,
    pub capacity: &'static str,
    /// `above`, `meets`, `below`.
    pub results: Option<&'static str>,
    pub behaviour: Option<&'static str>,
    pub predicate: Option<&'static str>,
    pub handed_over: Option<Date>,
    /// `signed`, `read`, `objects`.
    pub answer: Option<&'static str>,
    /// Until when it can be objected to, once it was handed over.
    pub deadlines: Option<BothDays>,
    /// The identifier of the one whose place it takes.
    pub supersedes: Option<String>,
    pub id: String,
    /// In force: neither withdrawn nor superseded.
    pub holds: bool,
    pub withdrawn: bool,
    /// Why somebody is not assessed here.
    pub not_assessed: Option<&'static str>,
    /// Of a post that is filled for the time being.
    pub acting: bool,
    /// What a list said where the matrix says otherwise.
    pub said: Option<&'static str>,
    pub on: Date,
}

/// One deadline in both units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct BothDays {
    pub calendar: Date,
    pub working: Date,
}

/// By when an evaluation can be objected to, if it was handed over.
pub fn objection_deadline<'r>(evaluation: &Evaluation, rules: &'r RuleSet) -> Option<Deadline<'r>> {
    let paper = evaluation.handed_over.as_ref().filter(|_| rules.objection_days > 0)?;
    Some(Deadline::after(paper.on, rules.objection_days, Calendar::of(rules)))
}

/// Of one person, in order; superseded and withdrawn ones stay in it and say so.
pub fn machine(dossier: &Dossier, rules: &RuleSet) -> Vec<EvaluationLine> {
    let line = |evaluation: &Evaluation| EvaluationLine {
        person: dossier.id().to_string(),
        name: dossier.person.name.full(),
        nip: dossier.person.nip.as_ref().map(|nip| nip.as_str().to_owned()),
        period: evaluation.period.to_string(),
        from: evaluation.span.from,
        until: evaluation.span.until,
        assessor: evaluation.assessor.name.clone(),
        capacity: evaluation.assessor.capacity.id(),
        results: evaluation.results().map(|rating| rating.id()),
        behaviour: evaluation.behaviour().map(|rating| rating.id()),
        predicate: evaluation.predicate(rules).map(Predicate::id),
        handed_over: evaluation.handed_over.as_ref().map(|paper| paper.on),
        answer: evaluation.answer().map(|answer| answer.id()),
        deadlines: objection_deadline(evaluation, rules)
            .map(|due| BothDays { calendar: due.calendar, working: due.working }),
        supersedes: evaluation.supersedes.as_ref().map(|before| before.id.to_string()),
        id: evaluation.id.to_string(),
        holds: holding::holds(evaluation, &dossier.evaluations),
        withdrawn: evaluation.withdrawn.is_some(),
        not_assessed: match &evaluation.judgement {
            Judgement::NotAssessed { why, .. } => Some(why.id()),
            _ => None,
        },
        acting: evaluation.acting_post,
        said: evaluation.matrix_mismatch(rules).map(|(said, _)| said.id()),
        on: evaluation.on,
    };
    let mut all: Vec<&Evaluation> = dossier.evaluations.iter().collect();
    all.sort_by_key(|evaluation| evaluation.moment());
    all.into_iter().map(line).collect()
}

/// The heads that offices have in such lists; the import reads them again.
pub const HEADER: [&str; 12] = [
    "NIP",
    "Nama",
    "Periode",
    "Mulai",
    "Akhir",
    "Rating Hasil Kerja",
    "Rating Perilaku Kerja",
    "Predikat",
    "Pejabat Penilai",
    "Kapasitas",
    "Tanggal",
    "Keterangan",
];

/// The same for a list that is taken in again.
pub const LIST_HEADER: [&str; 13] = [
    HEADER[0], HEADER[1], HEADER[2], HEADER[3], HEADER[4], HEADER[5], HEADER[6], HEADER[7], HEADER[8], HEADER[9],
    HEADER[10], HEADER[11], "Plt/Plh",
];

/// Those in force, as rows for a spreadsheet; the words of the forms are Indonesian.
pub fn rows(dossier: &Dossier, forms: &Words, rules: &RuleSet) -> Vec<Vec<String>> {
    table(dossier, forms, |evaluation| evaluation.predicate(rules))
}

/// The same as a list that can be taken in again: what came with one has the predikat that stood there.
pub fn listed(dossier: &Dossier, forms: &Words, rules: &RuleSet) -> Vec<Vec<String>> {
    let said = |evaluation: &Evaluation| match &evaluation.origin {
        Origin::Imported { said: Some(said), .. } => Some(*said),
        _ => evaluation.predicate(rules),
    };
    let mut rows = table(dossier, forms, said);
    for (row, evaluation) in rows.iter_mut().zip(holding::in_force(&dossier.evaluations)) {
        row.push(if evaluation.acting_post { "ya" } else { "tidak" }.to_owned());
    }
    rows
}

fn table(dossier: &Dossier, forms: &Words, predicate: impl Fn(&Evaluation) -> Option<Predicate>) -> Vec<Vec<String>> {
    // A hyphen would be marked as if it began a formula.
    let dash = || "–".to_owned();
    let row = |evaluation: &Evaluation| {
        let remark = match &evaluation.judgement {
            Judgement::NotAssessed { why, note } if note.is_empty() => not_assessed_word(forms, *why),
            Judgement::NotAssessed { note, .. } => note.clone(),
            _ => evaluation.notes.get().clone(),
        };
        vec![
            dossier.person.nip.as_ref().map(|nip| format!("'{}", nip.as_str())).unwrap_or_default(),
            dossier.person.name.full(),
            forms.evaluation_period(evaluation.period),
            day(evaluation.span.from),
            day(evaluation.span.until),
            evaluation.results().map_or_else(dash, |rating| behaviour_word(forms, rating)),
            evaluation.behaviour().map_or_else(dash, |rating| behaviour_word(forms, rating)),
            predicate(evaluation).map_or_else(dash, |predicate| predicate_word(forms, predicate)),
            evaluation.assessor.name.clone(),
            capacity_word(forms, evaluation.assessor.capacity),
            day(evaluation.on),
            remark,
        ]
    };
    holding::in_force(&dossier.evaluations).into_iter().map(row).collect()
}

/// One evaluation on one line: period, ratings, predikat, what became of it.
pub fn line(words: &Words, evaluation: &Evaluation, all: &[Evaluation], rules: &RuleSet) -> String {
    let mut parts = vec![words.evaluation_period(evaluation.period)];
    if evaluation.is_part() {
        let days = [("from", evaluation.span.from.into()), ("until", evaluation.span.until.into())];
        parts.push(words.with("goals-period", &days));
    }
    parts.push(judgement_text(words, evaluation, rules));
    if let Some(paper) = &evaluation.handed_over {
        parts.push(words.with("evaluation-handed-over-on", &[("day", paper.on.into())]));
    }
    if let Some((said, _)) = evaluation.matrix_mismatch(rules) {
        parts.push(words.with("evaluation-said", &[("said", predicate_word(words, said).into())]));
    }
    if evaluation.withdrawn.is_some() {
        parts.push(words.say("evaluation-is-withdrawn"));
    } else if !holding::holds(evaluation, all) {
        parts.push(words.say("evaluation-is-superseded"));
    }
    parts.join(" · ")
}

/// Both ratings with the predikat, or why there are none.
pub fn judgement_text(words: &Words, evaluation: &Evaluation, rules: &RuleSet) -> String {
    let predicate = evaluation.predicate(rules).map(|predicate| predicate_word(words, predicate)).unwrap_or_default();
    match &evaluation.judgement {
        Judgement::Rated { results, behaviour } => words.with(
            "evaluation-judgement",
            &[
                ("results", behaviour_word(words, *results).into()),
                ("behaviour", behaviour_word(words, *behaviour).into()),
                ("predicate", predicate.into()),
            ],
        ),
        Judgement::PredicateOnly { .. } => predicate,
        Judgement::NotAssessed { why, note } => {
            let why = if note.is_empty() { not_assessed_word(words, *why) } else { note.clone() };
            words.with("evaluation-not-assessed-why", &[("why", why.into())])
        }
    }
}

//! Evaluations in words, as rows for machines and for spreadsheets; the guard, credit points and deadlines likewise. For
//! the supervisor.

use super::competencies::behaviour_word;
use super::rating_table::day;
use crate::domain::calendar::{Calendar, DayUnit, Deadline};
use crate::domain::evaluation::caution::{Caution, RatedSide};
use crate::domain::evaluation::credit::{Credit, CreditProblem, CreditRow, Remaining};
use crate::domain::evaluation::pattern::Allowed;
use crate::domain::evaluation::self_check::RoundSign;
use crate::domain::evaluation::{Evaluation, Guard, GuardState, Judgement, Majority, NotAssessed, holding};
use crate::domain::evaluation::{OrganisationResult, Predicate};
use crate::domain::{Capacity, Dossier, Number, RuleSet};
use crate::i18n::Words;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

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

/// Those in force, as rows for a spreadsheet; the words of the forms are Indonesian.
pub fn rows(dossier: &Dossier, forms: &Words, rules: &RuleSet) -> Vec<Vec<String>> {
    let dash = || "-".to_owned();
    let row = |evaluation: &Evaluation| {
        let remark = match &evaluation.judgement {
            Judgement::NotAssessed { why, note } if note.is_empty() => not_assessed_word(forms, *why),
            Judgement::NotAssessed { note, .. } => note.clone(),
            _ => String::new(),
        };
        vec![
            dossier.person.nip.as_ref().map(|nip| format!("'{}", nip.as_str())).unwrap_or_default(),
            dossier.person.name.full(),
            forms.evaluation_period(evaluation.period),
            day(evaluation.span.from),
            day(evaluation.span.until),
            evaluation.results().map_or_else(dash, |rating| behaviour_word(forms, rating)),
            evaluation.behaviour().map_or_else(dash, |rating| behaviour_word(forms, rating)),
            evaluation.predicate(rules).map_or_else(dash, |predicate| predicate_word(forms, predicate)),
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

/// What `bina guard --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GuardLine {
    pub n: u32,
    pub counts: [u32; 5],
    /// Only what the pattern limits; several predikat together are joined by `+`.
    pub allowed: BTreeMap<String, Range>,
    pub shortfall: Option<u32>,
    pub feasible: Option<bool>,
    pub reading: &'static str,
    pub source: String,
    /// `met`, `short`, `infeasible`, `result_not_set`, `nobody`, `off`.
    pub state: &'static str,
    pub undecided: u32,
    pub organisation: Option<&'static str>,
    /// Nothing is known of the unit's other people.
    pub team_only: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Range {
    pub min: u32,
    pub max: u32,
}

pub fn guard_machine(guard: &Guard, rules: &RuleSet) -> GuardLine {
    let key = |allowed: &Allowed| allowed.of.iter().map(|predicate| predicate.id()).collect::<Vec<_>>().join("+");
    GuardLine {
        n: guard.population.n(),
        counts: guard.population.counts,
        allowed: guard.allowed.iter().map(|a| (key(a), Range { min: a.min, max: a.max })).collect(),
        shortfall: guard.shortfall(),
        feasible: guard.feasible(),
        reading: guard.reading.id(),
        source: source(rules, "distribution.patterns"),
        state: guard.state.id(),
        undecided: guard.population.undecided,
        organisation: guard.result.map(OrganisationResult::id),
        team_only: guard.population.team_only,
    }
}

fn source(rules: &RuleSet, key: &str) -> String {
    rules.source_of(key).map(|source| source.text.clone()).unwrap_or_default()
}

/// The guard in words, without a name.
pub fn guard_lines(words: &Words, guard: &Guard, rules: &RuleSet) -> Vec<String> {
    let n = guard.population.n();
    let unit = guard.result.map_or_else(|| words.say("guard-not-set"), |result| result_word(words, result));
    let mut out = vec![words.with("guard-unit", &[("unit", unit.into()), ("count", n.into())])];
    for predicate in Predicate::ALL {
        let allowed = guard.allowed.iter().find(|allowed| allowed.of == [predicate]);
        let count = guard.population.counts[predicate.place()];
        let args = [
            ("predicate", predicate_word(words, predicate).into()),
            ("count", count.into()),
            ("min", allowed.map_or(0, |allowed| allowed.min).into()),
            ("max", allowed.map_or(n, |allowed| allowed.max).into()),
        ];
        out.push(words.with(if allowed.is_some() { "guard-row-limited" } else { "guard-row" }, &args));
    }
    for allowed in guard.allowed.iter().filter(|allowed| allowed.of.len() > 1) {
        let names: Vec<String> = allowed.of.iter().map(|predicate| predicate_word(words, *predicate)).collect();
        out.push(words.with("guard-together", &[("names", names.join(" + ").into()), ("min", allowed.min.into())]));
    }
    if guard.population.undecided > 0 {
        out.push(words.with("guard-undecided", &[("count", guard.population.undecided.into())]));
    }
    out.push(match guard.state {
        GuardState::Off => words.say("guard-off"),
        GuardState::ResultNotSet => words.say("guard-result-not-set"),
        GuardState::Nobody => words.say("guard-nobody"),
        GuardState::Infeasible => words.with("guard-infeasible", &[("count", n.into())]),
        GuardState::Short(0) if guard.population.undecided > 0 => words.say("guard-can-be-met"),
        GuardState::Short(0) => words.say("guard-met"),
        GuardState::Short(short) if guard.population.undecided > 0 => {
            words.with("guard-short-if", &[("count", short.into())])
        }
        GuardState::Short(short) => words.with("guard-short", &[("count", short.into())]),
    });
    if guard.population.team_only {
        out.push(words.say("guard-team-only"));
    }
    let reading = words.say(match guard.reading {
        Majority::Plurality => "guard-plurality",
        Majority::Majority => "guard-majority",
    });
    out.push(
        words
            .with("guard-source", &[("source", source(rules, "distribution.patterns").into()), ("reading", reading.into())]),
    );
    out
}

/// What `bina credit --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditLine {
    pub person: String,
    pub name: String,
    pub level: &'static str,
    pub decimals: u8,
    pub rows: Vec<CreditRowLine>,
    pub problems: Vec<ProblemLine>,
    /// Of the rounded rows; nothing while there is a problem.
    pub sum: Option<String>,
    pub remaining: RemainingLines,
    /// Years with fewer than twelve months, and how many they have.
    pub incomplete: BTreeMap<String, u32>,
    pub surplus_rule: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditRowLine {
    pub period: String,
    pub from: Date,
    pub until: Date,
    pub months: u8,
    pub annual: bool,
    pub predicate: &'static str,
    pub percent: String,
    pub percent_text: String,
    pub coefficient: String,
    pub exact: String,
    pub points: String,
    /// Months that a transfer cuts and nobody has settled.
    pub asked: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProblemLine {
    pub problem: &'static str,
    /// Places among the rows, from 1.
    pub rows: Vec<usize>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemainingLines {
    pub rank: Option<RemainingLine>,
    pub level: Option<RemainingLine>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RemainingLine {
    pub need: String,
    pub left: String,
    pub reached: bool,
    pub surplus: String,
    /// Months to go if the predikat stays.
    pub months: Option<u32>,
}

/// With exactly so many decimals, as machines read it.
pub fn points(number: Number, decimals: u8) -> String {
    let text = number.rounded(u32::from(decimals)).to_string();
    let (whole, behind) = text.split_once('.').unwrap_or((&text, ""));
    if decimals == 0 { whole.to_owned() } else { format!("{whole}.{behind:0<width$}", width = usize::from(decimals)) }
}

pub fn credit_machine(dossier: &Dossier, credit: &Credit, rules: &RuleSet) -> CreditLine {
    let decimals = rules.ak.decimals;
    let row = |row: &CreditRow| CreditRowLine {
        period: row.period.to_string(),
        from: row.span.from,
        until: row.span.until,
        months: row.months,
        annual: row.is_annual(),
        predicate: row.predicate.id(),
        percent: row.percent.to_string(),
        percent_text: row.percent_text(),
        coefficient: row.coefficient.to_string(),
        exact: row.exact.to_string(),
        points: points(row.points, decimals),
        asked: row.asked.iter().map(|month| format!("{:04}-{:02}", month.year(), month.month())).collect(),
    };
    let problem = |problem: &CreditProblem| ProblemLine {
        problem: problem.id(),
        rows: problem.rows().into_iter().map(|place| place + 1).collect(),
    };
    let left = |remaining: &Remaining| RemainingLine {
        need: remaining.need.to_string(),
        left: points(remaining.left, decimals),
        reached: remaining.is_reached(),
        surplus: points(remaining.surplus, decimals),
        months: remaining.months,
    };
    let whole = credit.problems.is_empty();
    CreditLine {
        person: dossier.id().to_string(),
        name: dossier.person.name.full(),
        level: credit.level.id(),
        decimals,
        rows: credit.rows.iter().map(row).collect(),
        problems: credit.problems.iter().map(problem).collect(),
        sum: whole.then(|| points(credit.sum, decimals)),
        remaining: RemainingLines {
            rank: credit.rank.as_ref().filter(|_| whole).map(left),
            level: credit.next_level.as_ref().filter(|_| whole).map(left),
        },
        incomplete: credit.incomplete().into_iter().map(|(year, months)| (year.to_string(), months)).collect(),
        surplus_rule: rules.ak.surplus.id(),
    }
}

/// Credit points in words.
pub fn credit_lines(words: &Words, credit: &Credit, rules: &RuleSet) -> Vec<String> {
    let decimals = rules.ak.decimals;
    let figure = |number: Number| local(words, &points(number, decimals));
    let mut out = Vec::new();
    for row in &credit.rows {
        let args = [
            ("period", words.evaluation_period(row.period).into()),
            ("predicate", predicate_word(words, row.predicate).into()),
            ("percent", row.percent_text().into()),
            ("coefficient", local(words, &row.coefficient.to_string()).into()),
            ("points", figure(row.points).into()),
        ];
        out.push(words.with("credit-row", &args));
        for month in &row.asked {
            out.push(words.with("credit-asked", &[("month", words.month_year(*month).into())]));
        }
    }
    for problem in &credit.problems {
        let rows: Vec<String> = problem.rows().into_iter().map(|place| (place + 1).to_string()).collect();
        out.push(words.with(problem_message(problem), &[("rows", rows.join(", ").into())]));
    }
    if !credit.problems.is_empty() {
        return out;
    }
    for (year, months) in credit.incomplete() {
        let args = [("year", year.to_string().into()), ("months", months.into())];
        out.push(words.with("credit-incomplete", &args));
    }
    out.push(words.with("credit-sum", &[("points", figure(credit.sum).into())]));
    for (id, remaining) in [("credit-rank", &credit.rank), ("credit-level", &credit.next_level)] {
        let Some(remaining) = remaining else { continue };
        let need = local(words, &remaining.need.to_string());
        let what = words.with(id, &[("need", need.into())]);
        let said = match (remaining.is_reached(), remaining.months) {
            (true, _) => words.with("credit-reached", &[("surplus", figure(remaining.surplus).into())]),
            (false, Some(months)) => {
                words.with("credit-left", &[("left", figure(remaining.left).into()), ("months", months.into())])
            }
            (false, None) => words.with("credit-left-only", &[("left", figure(remaining.left).into())]),
        };
        out.push(format!("{what}: {said}"));
    }
    out
}

pub fn problem_message(problem: &CreditProblem) -> &'static str {
    match problem {
        CreditProblem::Overlap { .. } => "credit-overlap",
        CreditProblem::TooManyMonths { .. } => "credit-too-many-months",
    }
}

/// A figure for machines with the decimal sign of the language.
fn local(words: &Words, figure: &str) -> String {
    match words.lang() {
        crate::i18n::Lang::Id => figure.replace('.', ","),
        crate::i18n::Lang::En => figure.to_owned(),
    }
}

/// What `bina deadline --json` answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeadlineLine {
    pub from: Date,
    pub days: u16,
    pub calendar: Date,
    /// `working`, `weekend`, `national`, `joint_leave`, `own`, `fixed`, `unset`.
    pub calendar_is: &'static str,
    pub working: Date,
    /// What the working days step over.
    pub left_out: Vec<LeftOut>,
    /// Years of which no list of holidays is known.
    pub without_list: Vec<i16>,
    /// `both` until the agency has settled one.
    pub unit: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    pub date: Date,
    pub kind: &'static str,
    pub name: Option<String>,
}

pub fn deadline_machine(deadline: &Deadline<'_>, unit: DayUnit) -> DeadlineLine {
    let left_out = |(date, kind): &(Date, crate::domain::calendar::DayKind<'_>)| LeftOut {
        date: *date,
        kind: kind.id(),
        name: kind.name().map(str::to_owned),
    };
    DeadlineLine {
        from: deadline.from,
        days: deadline.days,
        calendar: deadline.calendar,
        calendar_is: deadline.calendar_is.id(),
        working: deadline.working,
        left_out: deadline.left_out.iter().map(left_out).collect(),
        without_list: deadline.without_list.clone(),
        unit: unit.id(),
    }
}

/// A deadline in words: both days, the holidays left out by name, years without a list.
pub fn deadline_lines(words: &Words, deadline: &Deadline<'_>) -> Vec<String> {
    let whole = |on: Date| format!("{}, {}", words.long_weekday(on.weekday()), words.long_day(on));
    let mut out = vec![
        words.with("deadline-calendar", &[("days", deadline.days.into()), ("day", whole(deadline.calendar).into())]),
        words.with("deadline-working", &[("days", deadline.days.into()), ("day", whole(deadline.working).into())]),
    ];
    if !deadline.calendar_is.is_worked() {
        let name = deadline.calendar_is.name().map_or_else(|| words.say("deadline-day-off"), str::to_owned);
        out.push(words.with("deadline-falls-on", &[("name", name.into())]));
    }
    for (on, kind) in deadline.left_out.iter().filter(|(_, kind)| kind.id() != "weekend") {
        let name = kind.name().map_or_else(|| words.say("deadline-day-off"), str::to_owned);
        out.push(words.with("deadline-left-out", &[("day", words.short_day(*on).into()), ("name", name.into())]));
    }
    for year in &deadline.without_list {
        out.push(words.with("deadline-without-list", &[("year", year.to_string().into())]));
    }
    out
}

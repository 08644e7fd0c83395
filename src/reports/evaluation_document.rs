//! The document of an evaluation as it is handed over: 72 columns of five numbered boxes and two signatures, in the words
//! of the forms. Takes names, the predikat and the notes that were written to be read; the reason stays with the
//! supervisor. A preparation, and it says so.

use super::evaluations::{predicate_word, result_word};
use super::layout::{pad, wrap};
use crate::domain::evaluation::{Evaluation, Judgement, OrganisationResult};
use crate::domain::{Dossier, PersonId, Roster, RosterRow, RuleSet, SharedText};
use crate::i18n::Words;
use jiff::civil::Date;

/// Columns of the paper.
pub const COLUMNS: usize = 72;
const LABEL: usize = 19;
const INDENT: usize = 3;
/// Where nothing is known.
const NONE: &str = "–";
/// One of two columns for signatures.
const HALF: usize = 37;

/// As it stands on the day it is handed over.
pub fn document(
    dossier: &Dossier,
    evaluation: &Evaluation,
    unit: Option<OrganisationResult>,
    roster: &Roster,
    rules: &RuleSet,
    on: Date,
    forms: &Words,
) -> SharedText {
    let mut lines = vec![];
    let centre = |text: String| format!("{}{text}", " ".repeat(COLUMNS.saturating_sub(text.chars().count()) / 2));
    lines.push(centre(forms.say("document-title")));
    let period = forms.evaluation_period(evaluation.period);
    lines.push(centre(forms.with("document-period", &[("period", period.into())])));
    let span =
        [("from", forms.long_day(evaluation.span.from).into()), ("until", forms.long_day(evaluation.span.until).into())];
    lines.push(forms.with("document-span", &span));
    let paper = Paper { forms, roster };
    let own = roster.row(dossier.id());
    lines.extend(paper.person("document-person", own, &dossier.person.name.full()));
    let assessor = evaluation.assessor.person.and_then(|id| roster.row(id));
    lines.extend(paper.person("document-assessor", assessor, &evaluation.assessor.name));
    let superior = assessor.and_then(|row| row.supervisor).and_then(|id: PersonId| roster.row(id));
    lines.extend(paper.person("document-superior", superior, ""));
    lines.extend([String::new(), forms.say("document-evaluation")]);
    let result = unit.map_or_else(|| forms.say("guard-not-set"), |unit| result_word(forms, unit));
    lines.push(paper.labelled("document-unit-result", &result));
    lines.push(paper.labelled("document-predicate", &judged(evaluation, rules, forms)));
    lines.extend([String::new(), forms.say("document-notes")]);
    let notes = evaluation.notes.get();
    let notes = if notes.trim().is_empty() { NONE } else { notes };
    lines.extend(wrap(notes, COLUMNS - INDENT).into_iter().map(|line| format!("{}{line}", " ".repeat(INDENT))));
    lines.push(String::new());
    lines.extend(paper.signatures(dossier, evaluation, assessor, own));
    lines.extend(["-".repeat(COLUMNS), forms.with("document-preparation", &[("day", forms.long_day(on).into())])]);
    SharedText::new(lines.iter().map(|line| format!("{}\n", line.trim_end())).collect())
}

fn judged(evaluation: &Evaluation, rules: &RuleSet, forms: &Words) -> String {
    match (&evaluation.judgement, evaluation.predicate(rules)) {
        (Judgement::NotAssessed { .. }, _) | (_, None) => forms.say("evaluation-not-assessed"),
        (_, Some(predicate)) => predicate_word(forms, predicate),
    }
}

struct Paper<'p> {
    forms: &'p Words,
    roster: &'p Roster,
}

impl Paper<'_> {
    fn labelled(&self, label: &str, text: &str) -> String {
        let mut lines = wrap(text, COLUMNS - INDENT - LABEL - 2).into_iter();
        let label = pad(&self.forms.say(label), LABEL);
        let first = format!("{}{label}: {}", " ".repeat(INDENT), lines.next().unwrap_or_default());
        let rest = lines.map(|line| format!("{}{line}", " ".repeat(INDENT + LABEL + 2)));
        std::iter::once(first).chain(rest).collect::<Vec<_>>().join("\n")
    }

    /// A box of five lines; somebody whom the store does not know has a name alone.
    fn person(&self, heading: &str, row: Option<&RosterRow>, name: &str) -> Vec<String> {
        let none = || NONE.to_owned();
        let name = row.map_or_else(|| name.to_owned(), |row| row.name.full());
        let or_none = |text: Option<String>| text.filter(|text| !text.is_empty()).unwrap_or_else(none);
        let unit = row.and_then(|row| row.unit).map(|unit| {
            let path = self.roster.units.path(unit);
            path.iter().map(|unit| unit.name.as_str()).collect::<Vec<_>>().join(", ")
        });
        vec![
            String::new(),
            self.forms.say(heading),
            self.labelled("document-name", &or_none(Some(name))),
            self.labelled("document-nip", &or_none(row.and_then(|row| row.nip.as_ref().map(|nip| nip.grouped())))),
            self.labelled("document-rank", &or_none(row.and_then(|row| row.rank.clone()))),
            self.labelled("document-post", &or_none(row.and_then(|row| row.position.clone()))),
            self.labelled("document-unit", &or_none(unit)),
        ]
    }

    fn signatures(
        &self,
        dossier: &Dossier,
        evaluation: &Evaluation,
        assessor: Option<&RosterRow>,
        own: Option<&RosterRow>,
    ) -> Vec<String> {
        let forms = self.forms;
        let nip = |row: Option<&RosterRow>| {
            let nip = row.and_then(|row| row.nip.as_ref()).map(|nip| nip.grouped());
            nip.map(|nip| forms.with("document-nip-line", &[("nip", nip.into())])).unwrap_or_default()
        };
        let (left, right) = (dossier.person.name.full(), evaluation.assessor.name.clone());
        let set = forms.long_day(evaluation.on);
        let two = |left: &str, right: &str| format!("{}{right}", pad(left, HALF));
        let mut lines = vec![
            two(&forms.say("document-signed-on"), &set),
            two(&forms.say("document-signs-person"), &forms.say("document-signs-assessor")),
            String::new(),
            String::new(),
            String::new(),
        ];
        // Long names stand one under the other rather than into each other.
        if left.chars().count() < HALF && right.chars().count() <= COLUMNS - HALF {
            lines.extend([two(&left, &right), two(&nip(own), &nip(assessor))]);
        } else {
            lines.extend([left, nip(own), format!("{:>COLUMNS$}", right), format!("{:>COLUMNS$}", nip(assessor))]);
        }
        lines.push(String::new());
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competency::ExpectationRating;
    use crate::domain::evaluation::{Assessor, Origin};
    use crate::domain::language::clean::width;
    use crate::domain::period::{EvaluationPeriod, Quarter};
    use crate::domain::{Actor, Audience, Audienced, EvaluationId};
    use crate::i18n::Lang;
    use crate::reports::sample;
    use jiff::civil::date;

    fn paper(reason: &str, notes: &str) -> String {
        let (roster, dossier) = sample::office();
        let period = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 3 });
        let (results, behaviour) = (ExpectationRating::Above, ExpectationRating::Meets);
        let evaluation = Evaluation {
            id: EvaluationId(uuid::Uuid::from_u128(1)),
            person: dossier.id(),
            period,
            span: period.span(),
            assessor: Assessor { name: "Rosmala Harahap, S.STP., M.AP.".into(), ..Assessor::default() },
            position: None,
            acting_post: false,
            judgement: Judgement::Rated { results, behaviour },
            reason: Audienced::new(Audience::Private, reason.to_owned()),
            evidence: vec![],
            notes: SharedText::new(notes.to_owned()),
            on: date(2026, 10, 5),
            origin: Origin::Typed,
            credit_months: None,
            supersedes: None,
            handed_over: None,
            withdrawn: None,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        };
        let unit = Some(OrganisationResult::Good);
        let rules = RuleSet::default();
        document(&dossier, &evaluation, unit, &roster, &rules, date(2026, 10, 6), &Words::new(Lang::Id)).get().clone()
    }

    #[test]
    fn it_fits_one_page_and_says_what_it_is() {
        let notes = "Penataan arsip mendahului jadwal. Disarankan mengikuti uji kompetensi pada tahun depan.";
        let text = paper("", notes);
        let lines: Vec<&str> = text.lines().collect();
        assert!(lines.len() <= 57, "{}", lines.len());
        assert!(lines.iter().all(|line| width(line) <= COLUMNS), "{text}");
        for said in ["DOKUMEN EVALUASI", "TW III 2026", "Baik", "uji kompetensi", "bukan dokumen resmi"] {
            assert!(text.contains(said), "{said}\n{text}");
        }
    }

    #[test]
    fn the_reason_of_a_rating_is_not_on_it() {
        assert!(!paper("Laporan tiga kali lewat tanggal lima.", "").contains("tanggal lima"));
    }
}

//! What evaluations, objections and results of units say, as labelled values.

use super::facts::Facts;
use crate::domain::evaluation::objection::Decision;
use crate::domain::evaluation::{Counts, Evaluation, Judgement, Objection, ObjectionStep, UnitResult};
use crate::reports::{competencies, evaluations};

impl Facts<'_> {
    pub(super) fn judgement(&mut self, evaluation: &Evaluation) {
        self.put("log-field-period", self.evaluation(evaluation.period));
        if evaluation.is_part() {
            self.put("log-field-part", self.period(evaluation.span));
        }
        self.put("evaluation-assessor", &evaluation.assessor.name);
        match &evaluation.judgement {
            Judgement::Rated { results, behaviour } => {
                self.put("evaluation-results", competencies::behaviour_word(self.words, *results));
                self.put("evaluation-behaviour", competencies::behaviour_word(self.words, *behaviour));
            }
            Judgement::PredicateOnly { predicate } => {
                self.put("evaluation-predicate", evaluations::predicate_word(self.words, *predicate));
            }
            Judgement::NotAssessed { why, note } => {
                self.put("evaluation-not-assessed", evaluations::not_assessed_word(self.words, *why));
                self.put("field-reason", note);
            }
        }
        self.audience(evaluation.reason.audience());
        self.put("field-reason", evaluation.reason.for_supervisor());
        self.put("evaluation-notes", evaluation.notes.get());
        self.day("field-day", Some(evaluation.on));
        if let Some(superseded) = &evaluation.supersedes {
            self.put("evaluation-supersedes", &superseded.reason);
        }
        if let Some(paper) = &evaluation.handed_over {
            self.day("evaluation-handed-over", Some(paper.on));
            self.put("evaluation-receipt", &paper.receipt);
            self.put("evaluation-answer", paper.answer.as_ref().map(|answer| answer.id()).unwrap_or_default());
        }
        if let Some(withdrawn) = &evaluation.withdrawn {
            self.put("evaluation-withdrawn", &withdrawn.reason);
        }
    }

    pub(super) fn objection(&mut self, objection: &Objection) {
        for step in &objection.steps {
            self.day("field-day", Some(step.on()));
            match step {
                ObjectionStep::Filed { grounds, asks, .. } => {
                    for ground in grounds {
                        self.put("objection-reason", ground.reason.get());
                        self.put("objection-evidence", ground.evidence.get());
                    }
                    self.put("objection-asks", asks.get());
                }
                ObjectionStep::Forwarded { to, .. } => self.put("objection-forwarded", to),
                ObjectionStep::Explained { words, .. } => self.put("objection-explained", words.get()),
                ObjectionStep::Decided { by, decision, reason, .. } => {
                    self.put("objection-decided", by);
                    if let Decision::Changed { results, behaviour, .. } = decision {
                        self.put("evaluation-results", competencies::behaviour_word(self.words, *results));
                        self.put("evaluation-behaviour", competencies::behaviour_word(self.words, *behaviour));
                    }
                    if let Decision::Amended { words } = decision {
                        self.put("objection-amended", words.get());
                    }
                    self.put("objection-reason", reason.get());
                }
                ObjectionStep::TakenBack { .. } => {}
            }
        }
    }

    pub(super) fn unit_result(&mut self, result: &UnitResult) {
        self.put("field-unit", &result.unit);
        self.put("log-field-period", self.evaluation(result.period));
        let said = result.result.map(|result| evaluations::result_word(self.words, result));
        self.put("evaluation-unit-result", said.unwrap_or_default());
        self.put("evaluation-set-by", &result.set_by);
        self.day("evaluation-set-on", result.set_on);
        let figures = |counts: Counts| counts.map(|count| count.to_string()).join(" ");
        self.put("evaluation-others", result.others.map(figures).unwrap_or_default());
        self.put("log-field-source", &result.source);
    }
}

//! How far somebody's evaluation of a period is: from "nobody has judged" to signed, or to an objection that waits. It
//! orders a queue by its steps and nobody by a rating.

use super::holding;
use super::objection::{Objection, ObjectionAbout};
use super::record::Evaluation;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Acknowledgement, Dossier};

/// In the order in which a queue asks for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// An objection waits for its next step.
    Objected,
    Undecided,
    /// Judged; the paper is not handed over.
    Judged,
    /// The employee has the paper and has not answered.
    HandedOver,
    Read,
    Signed,
    /// An objection was decided, and nothing has been handed over since.
    Decided,
    NotAssessed,
}

impl Stage {
    /// The stable word for machines.
    pub fn id(self) -> &'static str {
        match self {
            Stage::Objected => "objected",
            Stage::Undecided => "undecided",
            Stage::Judged => "judged",
            Stage::HandedOver => "handed_over",
            Stage::Read => "read",
            Stage::Signed => "signed",
            Stage::Decided => "decided",
            Stage::NotAssessed => "not_assessed",
        }
    }
    /// What a queue begins with: objections, then who is not judged yet; everybody else is alike.
    pub fn rank(self) -> u8 {
        match self {
            Stage::Objected => 0,
            Stage::Undecided => 1,
            _ => 2,
        }
    }
}

/// What holds for one person and period.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing<'d> {
    /// The one in force that ends last; posts filled for the time being stand apart.
    pub evaluation: Option<&'d Evaluation>,
    /// The newest objection to an evaluation of the period, whichever holds now.
    pub objection: Option<&'d Objection>,
    pub stage: Stage,
}

impl<'d> Standing<'d> {
    pub fn of(dossier: &'d Dossier, period: EvaluationPeriod) -> Standing<'d> {
        let own = holding::of_period(&dossier.evaluations, period).into_iter().rfind(|found| !found.acting_post);
        let judged = |id| dossier.evaluations.iter().any(|found| found.id == id && found.period == period);
        let about = |objection: &&Objection| matches!(objection.about, ObjectionAbout::Evaluation(id) if judged(id));
        let objection = dossier.objections.iter().rfind(about);
        Standing { evaluation: own, objection, stage: stage(own, objection) }
    }
}

fn stage(evaluation: Option<&Evaluation>, objection: Option<&Objection>) -> Stage {
    if objection.is_some_and(Objection::is_open) {
        return Stage::Objected;
    }
    let Some(evaluation) = evaluation else { return Stage::Undecided };
    if !evaluation.is_assessed() {
        return Stage::NotAssessed;
    }
    match (&evaluation.handed_over, evaluation.answer()) {
        (None, _) if objection.is_some() => Stage::Decided,
        (None, _) => Stage::Judged,
        (Some(_), Some(Acknowledgement::Read { .. })) => Stage::Read,
        (Some(_), Some(Acknowledgement::SignedOnPaper { .. })) => Stage::Signed,
        // An objection that was decided or taken back leaves the paper as it was handed over.
        (Some(_), Some(Acknowledgement::Objects { .. })) => Stage::Decided,
        (Some(_), None) => Stage::HandedOver,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::competency::ExpectationRating;
    use crate::domain::competency::current::tests::person;
    use crate::domain::evaluation::objection::{Decision, Ground};
    use crate::domain::evaluation::{Assessor, HandOver, Judgement, NotAssessed, ObjectionStep, Origin};
    use crate::domain::period::Quarter;
    use crate::domain::{Actor, Audience, Audienced, EvaluationId, ObjectionId, SharedText};
    use jiff::civil::date;
    use uuid::Uuid;

    const TW3: EvaluationPeriod = EvaluationPeriod::Quarter(Quarter { year: 2026, number: 3 });

    fn dossier() -> Dossier {
        let mut dossier = Dossier::new(person("Arsiparis"));
        let text = |text: &str| SharedText::new(text.to_owned());
        dossier.evaluations.push(Evaluation {
            id: EvaluationId(Uuid::from_u128(1)),
            person: dossier.id(),
            period: TW3,
            span: TW3.span(),
            assessor: Assessor::default(),
            position: None,
            acting_post: false,
            judgement: Judgement::Rated { results: ExpectationRating::Meets, behaviour: ExpectationRating::Meets },
            reason: Audienced::new(Audience::Private, String::new()),
            evidence: vec![],
            notes: text(""),
            on: date(2026, 10, 5),
            origin: Origin::Typed,
            credit_months: None,
            supersedes: None,
            handed_over: None,
            withdrawn: None,
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        });
        dossier
    }

    fn stage_of(dossier: &Dossier) -> &'static str {
        Standing::of(dossier, TW3).stage.id()
    }

    #[test]
    fn a_paper_goes_from_judged_to_answered() {
        let mut dossier = dossier();
        assert_eq!(stage_of(&Dossier::new(person("Arsiparis"))), "undecided");
        assert_eq!(stage_of(&dossier), "judged");
        let sheet = SharedText::new("Dokumen".to_owned());
        let on = date(2026, 10, 6);
        let paper = HandOver { on, sheet, receipt: "EV-1".into(), predicate: None, answer: None };
        dossier.evaluations[0].handed_over = Some(paper.clone());
        assert_eq!(stage_of(&dossier), "handed_over");
        let answer = Some(Acknowledgement::SignedOnPaper { on });
        dossier.evaluations[0].handed_over = Some(HandOver { answer, ..paper });
        assert_eq!(stage_of(&dossier), "signed");
        dossier.evaluations[0].judgement = Judgement::NotAssessed { why: NotAssessed::Leave, note: String::new() };
        assert_eq!(stage_of(&dossier), "not_assessed");
    }

    #[test]
    fn an_open_objection_comes_before_everything_and_a_decided_one_says_so() {
        let mut dossier = dossier();
        let (on, about) = (date(2026, 11, 3), ObjectionAbout::Evaluation(EvaluationId(Uuid::from_u128(1))));
        let text = |text: &str| SharedText::new(text.to_owned());
        let ground = Ground { reason: text("Laporan tiba sesudah dinilai."), evidence: text("") };
        dossier.objections.push(Objection {
            id: ObjectionId(Uuid::from_u128(2)),
            person: dossier.id(),
            about,
            on,
            received: on,
            steps: vec![ObjectionStep::Filed { on, grounds: vec![ground], asks: text("") }],
            by: Actor::default(),
            written: jiff::Timestamp::UNIX_EPOCH,
        });
        assert_eq!(stage_of(&dossier), "objected");
        let decided = ObjectionStep::Decided { on, by: "Camat".into(), decision: Decision::Upheld, reason: text("Tetap.") };
        dossier.objections[0].steps.push(decided);
        assert_eq!(stage_of(&dossier), "decided");
        assert!(Stage::Objected.rank() < Stage::Undecided.rank() && Stage::Judged.rank() == Stage::Signed.rank());
    }
}

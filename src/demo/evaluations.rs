//! How the sample's people were evaluated: the last year, three quarters that have ended, and some of the running one; with
//! papers that were signed, read or wait, and one objection on its way. The ratings are part of the story, as somebody
//! would have given them; the program gives none.

use super::calendar::{plus, working_day_back, working_days_after};
use super::dice::Dice;
use super::history::History;
use super::texts::evaluation::{ABOVE, ASKS, BELOW, GROUND, GROUND_EVIDENCE, NOTES};
use crate::domain::competency::{Evidence, ExpectationRating};
use crate::domain::evaluation::objection::ObjectionAbout;
use crate::domain::evaluation::{Assessor, Judgement, NotAssessed, OrganisationResult, Predicate, UnitResult};
use crate::domain::period::{EvaluationPeriod, Quarter};
use crate::domain::records::intent;
use crate::domain::*;
use jiff::Timestamp;
use jiff::civil::Date;

/// So many quarters that have ended were judged.
const ENDED: usize = 3;
/// Of the running quarter so many in a hundred are judged.
const JUDGED_NOW: usize = 40;

/// The quarters before a day that have ended, oldest first.
fn ended(today: Date) -> Vec<Quarter> {
    let before = |quarter: &Quarter| Some(Quarter::of(plus(quarter.first(), -1)));
    let mut quarters: Vec<Quarter> = std::iter::successors(Some(Quarter::of(today)), before).skip(1).take(ENDED).collect();
    quarters.reverse();
    quarters
}

/// What is known of the section in each period that is judged: its result, and that nobody else belongs to it.
pub fn unit_results(unit: &str, superior: &str, today: Date, by: &Actor, written: Timestamp) -> Vec<UnitResult> {
    let quarters = ended(today).into_iter().chain([Quarter::of(today)]).map(EvaluationPeriod::Quarter);
    let periods = quarters.chain([EvaluationPeriod::Year(today.year() - 1)]);
    let known = periods.map(|period| UnitResult {
        id: UnitResultId::of(&UnitResult::key(unit), period),
        unit: unit.to_owned(),
        period,
        result: Some(OrganisationResult::Good),
        set_by: superior.to_owned(),
        set_on: None,
        others: Some([0; 5]),
        source: String::new(),
        note: String::new(),
        by: by.clone(),
        written,
    });
    known.collect()
}

impl History<'_> {
    /// Writes all evaluations, up to the eve of `today`.
    pub fn evaluate(&mut self, today: Date) {
        if self.course.rounds < 2 || self.course.last.is_none() {
            return;
        }
        let key = self.scribe.person().0.as_u64_pair();
        // Throws of its own, so that the rest of the story does not depend on it.
        let mut dice = Dice::new(key.0 ^ key.1, 11);
        let last_year = EvaluationPeriod::Year(today.year() - 1);
        if self.since <= last_year.first() {
            self.judge_and_hand_over(last_year, false, &mut dice);
        }
        let quarters: Vec<Quarter> = ended(today).into_iter().filter(|quarter| self.since <= quarter.first()).collect();
        for (n, quarter) in quarters.iter().enumerate() {
            let objects = self.course.objects && n + 1 == quarters.len();
            self.judge_and_hand_over(EvaluationPeriod::Quarter(*quarter), objects, &mut dice);
        }
        self.judge_the_running_quarter(today, &mut dice);
    }

    fn judge_and_hand_over(&mut self, period: EvaluationPeriod, objects: bool, dice: &mut Dice) {
        let on = working_day_back(plus(period.last(), dice.between(7, 13)), self.rules);
        let rated = Judgement::Rated { results: rating(dice), behaviour: rating(dice) };
        let (wait, answer) = (dice.between(1, 4), dice.below(100));
        if on > self.eve {
            return;
        }
        let Some(id) = self.judge(period, on, rated, dice) else { return };
        if objects {
            return self.object(id, on);
        }
        let handed = working_days_after(on, wait.unsigned_abs() as usize, self.rules);
        if handed > self.eve || answer >= 92 || !self.hand_over(id, handed) {
            return;
        }
        let answered = working_days_after(handed, 2, self.rules);
        let answer = match answer {
            0..=64 => Acknowledgement::SignedOnPaper { on: answered },
            65..=76 => Acknowledgement::Read { on: answered },
            _ => return,
        };
        self.answer_paper(id, answered, answer);
    }

    fn judge(&mut self, period: EvaluationPeriod, on: Date, judgement: Judgement, dice: &mut Dice) -> Option<EvaluationId> {
        let person = self.scribe.person();
        let stock = match judgement {
            Judgement::Rated { results, behaviour } if results.min(behaviour) == ExpectationRating::Below => BELOW,
            Judgement::Rated { results, behaviour } if results.max(behaviour) == ExpectationRating::Above => ABOVE,
            _ => &[],
        };
        let reason = if stock.is_empty() { String::new() } else { dice.pick(stock).to_owned() };
        let notes = if dice.chance(60) { dice.pick(NOTES).to_owned() } else { String::new() };
        let noted: Vec<FeedbackId> =
            self.scribe.dossier().feedback.iter().filter(|note| period.contains(note.on)).map(|note| note.id).collect();
        let evidence = if stock.is_empty() || dice.chance(20) { 0 } else { 2 };
        let evidence: Vec<Evidence> = noted.iter().rev().take(evidence).map(|id| Evidence::from(*id)).collect();
        let by = self.scribe.actor();
        let assessor = Assessor { name: by.name.clone(), person: by.person, capacity: by.capacity };
        self.scribe.at(on, 14 * 60);
        let kept = self.scribe.write(intent::Evaluate {
            person,
            period,
            span: None,
            judgement,
            reason: Audienced::new(Audience::Private, reason),
            evidence,
            notes,
            on,
            assessor: Some(assessor),
            acting_post: false,
            credit_months: None,
            because: String::new(),
        })?;
        if let RecordId::Evaluation(id) = kept { Some(id) } else { None }
    }

    /// Somebody on leave is not assessed here; of the others some are judged already.
    fn judge_the_running_quarter(&mut self, today: Date, dice: &mut Dice) {
        let period = EvaluationPeriod::Quarter(Quarter::of(today));
        let rated = Judgement::Rated { results: rating(dice), behaviour: rating(dice) };
        let now = dice.chance(JUDGED_NOW);
        if self.eve < period.first() || self.since > period.first() {
            return;
        }
        if matches!(self.status, PersonStatus::Leave { .. }) {
            let away = Judgement::NotAssessed { why: NotAssessed::Leave, note: String::new() };
            self.judge(period, self.eve, away, dice);
        } else if now && self.status == PersonStatus::Active {
            self.judge(period, self.eve, rated, dice);
        }
    }

    fn hand_over(&mut self, id: EvaluationId, on: Date) -> bool {
        let person = self.scribe.person();
        let Some(found) = self.scribe.dossier().evaluation(id) else { return false };
        let sheet = paper(self.scribe.dossier(), found, on, self.rules);
        self.scribe.at(on, 10 * 60 + 30);
        self.scribe.write(intent::HandOverEvaluation { person, id, on, sheet }).is_some()
    }

    fn answer_paper(&mut self, id: EvaluationId, on: Date, answer: Acknowledgement) {
        let person = self.scribe.person();
        let paper = self.scribe.dossier().evaluation(id).and_then(|found| found.handed_over.as_ref());
        let Some(receipt) = paper.map(|paper| paper.receipt.clone()).filter(|_| on <= self.eve) else { return };
        self.scribe.at(on, 9 * 60 + 15);
        self.scribe.write(intent::AnswerEvaluation { person, receipt, answer });
    }

    /// The paper came late, and what is objected to two days ago waits to be forwarded.
    fn object(&mut self, id: EvaluationId, judged: Date) {
        let back = |days: i64| working_day_back(plus(self.eve, -days), self.rules);
        let (handed, on) = (back(14).max(judged), back(1).max(judged));
        if !self.hand_over(id, handed) {
            return;
        }
        let person = self.scribe.person();
        self.scribe.at(on, 8 * 60 + 40);
        let grounds = vec![(GROUND.to_owned(), GROUND_EVIDENCE.to_owned())];
        let about = ObjectionAbout::Evaluation(id);
        self.scribe.write(intent::FileObjection { person, about, on, grounds, asks: ASKS.to_owned() });
    }
}

fn rating(dice: &mut Dice) -> ExpectationRating {
    match dice.below(100) {
        0..=7 => ExpectationRating::Below,
        8..=74 => ExpectationRating::Meets,
        _ => ExpectationRating::Above,
    }
}

/// What the employee received, in the words of the sample.
fn paper(dossier: &Dossier, evaluation: &Evaluation, on: Date, rules: &RuleSet) -> SharedText {
    let predicate = match evaluation.predicate(rules) {
        Some(Predicate::VeryGood) => "Sangat Baik",
        Some(Predicate::Good) => "Baik",
        Some(Predicate::NeedsImprovement) => "Butuh Perbaikan",
        Some(Predicate::Poor) => "Kurang",
        Some(Predicate::VeryPoor) => "Sangat Kurang",
        None => "-",
    };
    let day = |day: Date| format!("{}/{}/{}", day.day(), day.month(), day.year());
    let mut text = format!(
        "DOKUMEN EVALUASI KINERJA PEGAWAI\nPeriode: {} ({} s.d. {})\n\n",
        evaluation.period,
        day(evaluation.span.from),
        day(evaluation.span.until)
    );
    text += &format!("1  Pegawai yang dinilai: {}\n", dossier.person.name.full());
    text += &format!("2  Pejabat penilai kinerja: {}\n", evaluation.assessor.name);
    text += &format!("3  Predikat kinerja pegawai: {predicate}\n");
    text += &format!("4  Catatan/rekomendasi: {}\n\n", evaluation.notes.get());
    text += &format!("Diserahkan {}; bukan dokumen resmi.\n", day(on));
    SharedText::new(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn three_quarters_have_ended_before_any_day() {
        let of = |day: Date| ended(day).iter().map(|q| (q.year, q.number)).collect::<Vec<_>>();
        assert_eq!(of(date(2026, 11, 21)), [(2026, 1), (2026, 2), (2026, 3)]);
        assert_eq!(of(date(2027, 1, 1)), [(2026, 2), (2026, 3), (2026, 4)]);
    }
}

//! Evaluations wherever they are shown: whom a round is of, the guard of the unit, and what can be done to a paper. A
//! rating is only ever given by a key of the page that rates; nothing here has one.

use crate::desk::Desk;
use crate::desk::command::Command;
use crate::desk::form::Purpose;
use crate::desk::notice::Tone;
use crate::desk::office::Office;
use crate::desk::reader::Reader;
use crate::desk::selection::{EvaluationAt, Selection};
use crate::domain::evaluation::guard::Population;
use crate::domain::evaluation::office::NearestResult;
use crate::domain::evaluation::self_check::self_check;
use crate::domain::evaluation::stage::{Stage, Standing};
use crate::domain::evaluation::{Evaluation, Guard, UnitResult, holding};
use crate::domain::people::roster::Scope;
use crate::domain::period::EvaluationPeriod;
use crate::domain::{Dossier, PersonId, Refusal};
use crate::i18n::Text;
use crate::reports::{evaluations as says, guard as guarded};

/// Whom the round of a period is of: the own team, in the order of names. Who is no longer in service belongs to it
/// where somebody judged.
pub fn people(office: &Office, period: EvaluationPeriod) -> Vec<PersonId> {
    let judged = |id| office.dossier(id).map_or(&[][..], |dossier| dossier.evaluations.as_slice());
    let mut rows: Vec<_> = office
        .roster
        .team(Scope::Mine)
        .filter(|row| holding::is_of_round(row.status.in_service(), judged(row.id), period))
        .collect();
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    rows.into_iter().map(|row| row.id).collect()
}

/// What is known of the user's unit, or of the nearest one above it.
pub fn unit_result(office: &Office, period: EvaluationPeriod) -> Option<&UnitResult> {
    let own = office.roster.me().and_then(|me| me.unit);
    let path = own.map(|unit| office.roster.units.path(unit)).unwrap_or_default();
    match office.roster.catalogue.office.nearest(period, path.iter().map(|unit| unit.name.as_str())) {
        NearestResult::Of(result) => Some(result),
        NearestResult::Unknown | NearestResult::Several => None,
    }
}

/// The pattern of the unit against the team's own counts and those of its other people, where they are known.
pub fn guard(office: &Office, period: EvaluationPeriod) -> Guard {
    let known = unit_result(office, period);
    let team = people(office, period);
    let judged = team.iter().map(|id| office.dossier(*id).map_or(&[][..], |dossier| dossier.evaluations.as_slice()));
    let (own, undecided) = holding::tally(judged, period, &office.rules);
    let others = known.and_then(|unit| unit.others);
    let counts = std::array::from_fn(|place| own[place].saturating_add(others.map_or(0, |others| others[place])));
    let population = Population { counts, undecided, team_only: others.is_none() };
    Guard::of(population, known.and_then(|unit| unit.result), &office.rules)
}

impl Desk {
    pub fn standing_of(&self, at: EvaluationAt) -> Option<Standing<'_>> {
        Some(Standing::of(self.office.dossier(at.person)?, at.period))
    }

    /// True if the command was one about an evaluation.
    pub(crate) fn run_about_evaluations(&mut self, command: Command, on: &Selection) -> bool {
        let Some(at) = on.evaluation else { return false };
        match command {
            Command::HandOverEvaluation => self.hand_over_paper(at),
            Command::EvaluationStep => self.next_step(at),
            Command::EvaluationWithdraw => match self.evaluation_at(at) {
                Some(found) => self.open_form(Purpose::WithdrawEvaluation(at.person, found.id)),
                None => self.tell(Tone::Plain, Text::plain("why-not-judged")),
            },
            _ => return false,
        }
        true
    }

    fn evaluation_at(&self, at: EvaluationAt) -> Option<&Evaluation> {
        self.standing_of(at)?.evaluation
    }

    fn hand_over_paper(&mut self, at: EvaluationAt) {
        let Some(found) = self.evaluation_at(at).filter(|found| found.is_assessed()) else {
            return self.tell(Tone::Plain, Text::plain("why-not-judged"));
        };
        if found.handed_over.is_some() {
            return self.refuse(&Refusal::AlreadyHandedOver);
        }
        let id = found.id;
        self.open_form(Purpose::HandOverEvaluation(at.person, id));
    }

    /// The answer to a paper, or what comes next in an objection.
    fn next_step(&mut self, at: EvaluationAt) {
        let Some(standing) = self.standing_of(at) else { return self.wait_for(vec![at.person]) };
        match (standing.stage, standing.objection, standing.evaluation) {
            (Stage::Objected, Some(objection), _) => {
                let id = objection.id;
                self.open_form(Purpose::EvaluationObjection(at.person, id));
            }
            (_, _, Some(found)) if found.handed_over.is_some() => {
                let id = found.id;
                self.open_form(Purpose::AnswerEvaluation(at.person, id));
            }
            (_, _, Some(_)) => self.refuse(&Refusal::NotHandedOver),
            (_, _, None) => self.tell(Tone::Plain, Text::plain("why-not-judged")),
        }
    }

    /// What stands out in a whole round, for the assessor alone, before it is finished.
    pub(crate) fn check_evaluations(&mut self, period: EvaluationPeriod) {
        let team = people(&self.office, period);
        if self.must_wait_for(&team) {
            return;
        }
        let dossiers = team.iter().filter_map(|id| self.office.dossier(*id));
        let signs = self_check(dossiers.clone(), period, &self.office.rules);
        let open = dossiers.filter(|dossier| is_undecided(dossier, period)).count();
        let words = &self.words;
        let mut lines = vec![words.say("round-check-help"), String::new()];
        lines.extend((open > 0).then(|| words.with("round-check-open", &[("count", open.into())])));
        let name = |id: Option<PersonId>| id.map(|id| self.office.label(id)).unwrap_or_default();
        lines.extend(signs.iter().map(|sign| says::sign_text(words, sign, &name(sign.person()))));
        if signs.is_empty() {
            lines.push(words.say("round-check-nothing"));
        }
        let title = Text::with("round-check-title", [("period", words.evaluation_period(period).into())]);
        self.read(Reader::new(title, &lines));
    }

    /// The guard in words: counts, what is allowed, reading and source.
    pub(crate) fn why_guard(&mut self, period: EvaluationPeriod) {
        let lines = guarded::lines(&self.words, &guard(&self.office, period), &self.office.rules);
        let title = Text::with("guard-title", [("period", self.words.evaluation_period(period).into())]);
        self.read(Reader::new(title, &lines));
    }
}

pub fn is_undecided(dossier: &Dossier, period: EvaluationPeriod) -> bool {
    Standing::of(dossier, period).stage == Stage::Undecided
}

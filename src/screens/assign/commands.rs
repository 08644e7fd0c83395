//! Giving a result to several people: the list, its targets, and one change for all.

use super::{AssignBox, columns, has};
use crate::desk::Desk;
use crate::desk::command::{Command, Place};
use crate::desk::form::refused;
use crate::desk::key::KeyPress;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::desk::request::Request;
use crate::domain::records::intent::{self, Assignment, IndicatorTerms, NewResult, ResultTerms};
use crate::domain::{Measure, Number, PersonId};
use crate::i18n::Text;
use crate::screens::OnTop;

impl OnTop for AssignBox {
    fn place(&self) -> Place {
        Place::Assign
    }
    fn in_text(&self) -> bool {
        true
    }
    fn text_key(&mut self, desk: &mut Desk, press: KeyPress) -> bool {
        if let Some(result) = desk.office.dossier(self.at.person).and_then(|d| d.result(self.at.result)) {
            self.key(press, &desk.office, result);
            desk.typed();
        }
        true
    }

    fn run(&mut self, desk: &mut Desk, command: Command) -> bool {
        match command {
            Command::AssignSave => self.save(desk),
            Command::AssignDown => self.go(desk, Move::Down),
            Command::AssignUp => self.go(desk, Move::Up),
            Command::AssignNextTarget => self.turn_column(true),
            Command::AssignPreviousTarget => self.turn_column(false),
            _ => return false,
        }
        true
    }
}

/// Lines of people in the list.
pub fn rows(desk: &Desk) -> usize {
    desk.body_rows().saturating_sub(5).max(1)
}

impl AssignBox {
    fn go(&mut self, desk: &Desk, movement: Move) {
        let count = self.visible(&desk.office).len();
        self.list.step(movement, count, rows(desk));
    }

    /// One change for all, so that one undo takes all of it back.
    fn save(&mut self, desk: &mut Desk) {
        let people: Vec<PersonId> = self.people.iter().filter(|p| p.chosen).map(|p| p.person).collect();
        if desk.must_wait_for(&people) || desk.must_wait_for(&[self.at.person]) {
            return;
        }
        let assigned = match self.assignments(desk) {
            Ok(assigned) => assigned,
            Err((row, why)) => return self.refused(desk, row, why),
        };
        let count = assigned.len();
        let Some((result, _)) = desk.goal_records(self.at) else { return };
        let terms = ResultTerms { tag: String::new(), ..ResultTerms::of(result) };
        let result = NewResult { terms, indicators: result.indicators.iter().map(IndicatorTerms::of).collect() };
        match desk.try_to(intent::AssignResult { result, to: assigned }) {
            Ok(_) => {
                desk.ask(Request::CloseOverlay);
                desk.tell(Tone::Good, Text::with("assign-done", [("count", count.into())]));
            }
            Err(why) => self.refused(desk, None, why),
        }
    }

    fn refused(&mut self, desk: &Desk, row: Option<usize>, why: Text) {
        self.error = Some(why);
        if let Some(at) = row {
            self.filter.clear();
            self.list.selected = at;
            self.list.show(self.people.len(), rows(desk));
        }
    }

    /// Those who are chosen, each with the measures that differ; or the row whose target can't be read.
    fn assignments(&self, desk: &Desk) -> Result<Vec<Assignment>, (Option<usize>, Text)> {
        let sign = desk.words.decimal_sign();
        let Some((result, _)) = desk.goal_records(self.at) else { return Ok(vec![]) };
        let mut out = Vec::new();
        for (row, person) in self.people.iter().enumerate().filter(|(_, p)| p.chosen) {
            if has(&desk.office, person.person, result) {
                continue;
            }
            let mut measures: Vec<Option<Measure>> = vec![None; result.indicators.len()];
            for (indicator, target) in columns(result).zip(&person.targets) {
                let text = target.line.text().trim();
                let wrong = || (Some(row), Text::with("form-bad-number", [("text", text.into())]));
                let number = Number::read(text, sign).map_err(|_| wrong())?;
                let measure = indicator.measure.with_target(number).ok_or_else(wrong)?;
                measure.check(indicator.accrual).map_err(|refusal| (Some(row), refused(&refusal)))?;
                let at = result.indicators.iter().position(|i| i.id == indicator.id).unwrap_or(0);
                measures[at] = Some(measure);
            }
            out.push(Assignment { person: person.person, measures });
        }
        if out.is_empty() { Err((None, Text::plain("assign-nobody"))) } else { Ok(out) }
    }
}

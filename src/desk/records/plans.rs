//! Commands that change a plan: results and indicators planned, corrected and removed, given to several people, copied
//! into another year, taken over from a predecessor.

use super::goals::GoalAt;
use crate::app::App;
use crate::desk::command::Command;
use crate::desk::effect::Effect;
use crate::desk::form::Purpose;
use crate::desk::list::Move;
use crate::desk::notice::Tone;
use crate::domain::goal::{PerformancePlan, WorkResult};
use crate::domain::records::intent::{self, Assignment, IndicatorTerms, Intent, NewResult, ResultTerms};
use crate::domain::{Change, ChangeKind, Measure, Number, Period, PersonId, Record, Refusal, ResultId};
use crate::i18n::Text;
use crate::screens::assign::{AssignBox, columns, has};
use crate::screens::overlays::Overlay;
use crate::screens::person::{Entry, Tab};
use crate::screens::stack::Screen;

/// More dossiers than this are not read to find who left results behind.
const READ_AT_MOST: usize = 500;

impl App {
    /// True if the command was one that changes a plan.
    pub(crate) fn run_about_plans(&mut self, command: Command, at: Option<GoalAt>) -> bool {
        let person = self.screens.top().person();
        match (command, at, person) {
            (Command::EditRecord, Some(at), _) => self.edit_goal(at),
            (Command::RemoveRecord, Some(at), _) => self.remove_goal(at),
            (Command::AddIndicator, Some(at), _) => self.open_form(Purpose::AddIndicator(at.person, at.result)),
            (Command::AssignResult, Some(at), _) => self.open_assign(at),
            (Command::AddIndicator | Command::AssignResult, None, _) => {
                self.tell(Tone::Plain, Text::plain("goals-choose-result"));
            }
            (Command::AddResult, _, Some(person)) => self.add_result(person),
            (Command::CopyPlan, _, Some(person)) => self.copy_plan(person),
            (Command::InheritResults, _, Some(person)) => self.inherit_results(person),
            (Command::AddResult | Command::CopyPlan | Command::InheritResults, _, None) => {
                self.tell(Tone::Plain, Text::plain("goals-choose-person"));
            }
            (Command::AssignSave, ..) => self.assign_save(),
            (Command::AssignDown, ..) => self.assign_step(Move::Down),
            (Command::AssignUp, ..) => self.assign_step(Move::Up),
            (Command::AssignNextTarget, ..) => self.assign_turn(true),
            (Command::AssignPreviousTarget, ..) => self.assign_turn(false),
            _ => return false,
        }
        true
    }

    /// The dossier is read first if it is not here yet.
    pub(crate) fn must_wait_for(&mut self, people: &[PersonId]) -> bool {
        let missing: Vec<PersonId> = people.iter().copied().filter(|id| self.office.dossier(*id).is_none()).collect();
        let waits = !missing.is_empty();
        if waits {
            self.wait_for(missing);
        }
        waits
    }

    /// The year whose plan is asked to be seen; none for the one in effect.
    pub(crate) fn plan_year(&self) -> Option<i16> {
        match self.screens.top() {
            Screen::Goals(goals) => goals.year,
            Screen::Person(page) => page.year,
            _ => None,
        }
    }

    pub(crate) fn add_result(&mut self, person: PersonId) {
        if self.must_wait_for(&[person]) {
            return;
        }
        // Its results are proposed as those that this one supports.
        if let Some(above) = self.office.row(person).and_then(|row| row.supervisor) {
            self.want(above);
        }
        let year = self.plan_year().unwrap_or(self.office.today.year());
        self.open_form(Purpose::AddResult(person, year));
    }

    pub(crate) fn edit_goal(&mut self, at: GoalAt) {
        let open = matches!(self.goal_records(at), Some((_, Some(indicator))) if indicator.target_open);
        match at.indicator {
            Some(id) => self.open_form(Purpose::EditIndicator(at.person, at.result, id)),
            None => self.open_form(Purpose::EditResult(at.person, at.result)),
        }
        if open {
            self.with_form(crate::desk::form::Form::focus_on_target);
        }
    }

    pub(crate) fn remove_goal(&mut self, at: GoalAt) {
        let (person, id) = (at.person, at.result);
        let intent: Intent = match at.indicator {
            Some(indicator) => intent::RemoveIndicator { person, result: id, id: indicator }.into(),
            None => intent::RemoveResult { person, id }.into(),
        };
        if let Some(change) = self.intend(intent) {
            self.tell_done(&change);
        }
    }

    // --- after a form --------------------------------------------------------------------------------------------

    /// A result is nothing without an indicator: the form for its first one opens at once.
    pub(crate) fn result_planned(&mut self, person: PersonId, change: &Change) {
        let planned = change.ops.iter().find_map(|op| match op.after() {
            Some(Record::WorkResult(result)) => Some(result),
            _ => None,
        });
        let Some((result, year)) = planned.map(|r| (r.id, r.period.from.year())) else { return };
        if year != self.plan_year().unwrap_or(self.office.today.year()) {
            self.show_plan(person, Some(year));
        }
        self.select_goal(GoalAt { person, result, indicator: None });
        self.open_form(Purpose::AddIndicator(person, result));
    }

    pub(crate) fn indicator_added(&mut self, person: PersonId, result: ResultId) {
        let added = self.office.dossier(person).and_then(|d| d.result(result)).and_then(|r| r.indicators.last());
        if let Some(indicator) = added.map(|i| i.id) {
            self.select_goal(GoalAt { person, result, indicator: Some(indicator) });
        }
    }

    /// After an open target the selection goes on to the next open one.
    pub(crate) fn target_set(&mut self, change: &Change) {
        if change.kind != ChangeKind::TargetRevised {
            return;
        }
        let below = match self.screens.top() {
            Screen::Goals(goals) => goals.below(),
            Screen::Person(page) => page.goals_below(),
            _ => vec![],
        };
        let open = |at: &GoalAt| matches!(self.goal_records(*at), Some((_, Some(indicator))) if indicator.target_open);
        if let Some(next) = below.into_iter().find(open) {
            self.select_goal(next);
        }
    }

    pub(crate) fn select_goal(&mut self, at: GoalAt) {
        match self.screens.top_mut() {
            Screen::Goals(goals) => goals.selected = Some(crate::screens::goals::Line::Goal(at)),
            Screen::Person(page) => {
                page.open_tab(Tab::Goals);
                page.selected = Some(Entry::Goal(at.result, at.indicator));
            }
            _ => {}
        }
    }

    /// Shows the plan of a year; the one in effect if none.
    pub(crate) fn show_plan(&mut self, person: PersonId, year: Option<i16>) {
        let year = year.filter(|year| *year != self.office.today.year());
        match self.screens.top_mut() {
            Screen::Goals(goals) => {
                goals.show_year(year);
                goals.selected = Some(crate::screens::goals::Line::Person(person));
            }
            Screen::Person(page) => {
                page.open_tab(Tab::Goals);
                page.show_year(year);
            }
            _ => {}
        }
    }

    // --- a plan as a whole ---------------------------------------------------------------------------------------

    pub(crate) fn copy_plan(&mut self, person: PersonId) {
        if self.must_wait_for(&[person]) {
            return;
        }
        let Some((from_year, to)) = self.copied_years(person) else { return self.refuse(&Refusal::NoPlan) };
        let Some(change) = self.intend(intent::CopyPlan { person, from_year, to: Period::year(to) }) else { return };
        let indicators = change.ops.iter().filter_map(|op| match op.after() {
            Some(Record::WorkResult(result)) => Some(result.indicators.iter().filter(|i| i.target_open).count()),
            _ => None,
        });
        let open: usize = indicators.sum();
        self.show_plan(person, Some(to));
        let year = to.to_string();
        let text = Text::with("goals-copied", [("year", year.into()), ("count", open.into())]);
        self.tell(Tone::Good, text);
    }

    /// From which year into which: the shown plan into the next year, or into this one if that has none yet. Where the
    /// shown year is empty it is what has to be filled, from the newest plan before it.
    pub(crate) fn copied_years(&self, person: PersonId) -> Option<(i16, i16)> {
        let dossier = self.office.dossier(person)?;
        let this = self.office.today.year();
        let has = |year: i16| dossier.results.iter().any(|r| r.period.from.year() == year);
        let in_effect = || PerformancePlan::on(dossier, self.office.today).map_or(this, |plan| plan.period.from.year());
        let shown = self.plan_year().unwrap_or_else(in_effect);
        if !has(shown) {
            let before = dossier.results.iter().map(|r| r.period.from.year()).filter(|year| *year < shown).max()?;
            return Some((before, shown));
        }
        Some((shown, if shown < this && !has(this) { this } else { shown.saturating_add(1) }))
    }

    pub(crate) fn inherit_results(&mut self, person: PersonId) {
        let everybody: Vec<PersonId> = self.office.roster.rows().iter().map(|row| row.id).take(READ_AT_MOST).collect();
        if self.must_wait_for(&everybody) {
            return;
        }
        if crate::desk::form::waiting(person, &self.office).is_empty() {
            return self.tell(Tone::Plain, Text::plain("goals-nothing-waits"));
        }
        self.open_form(Purpose::InheritResults(person));
    }

    // --- to several people ---------------------------------------------------------------------------------------

    pub(crate) fn open_assign(&mut self, at: GoalAt) {
        let scope = match self.screens.top() {
            Screen::Goals(goals) => goals.scope,
            _ => Default::default(),
        };
        let mut rows: Vec<_> = self.office.roster.team(scope).filter(|row| row.status.in_service()).collect();
        rows.sort_by_cached_key(|row| (row.name.key(), row.id));
        let people: Vec<PersonId> = rows.iter().map(|row| row.id).filter(|id| *id != at.person).take(READ_AT_MOST).collect();
        if self.must_wait_for(&people) {
            return;
        }
        let kept = self.drafts.assign.take_if(|kept| kept.at.person == at.person && kept.at.result == at.result);
        let Some((result, _)) = self.goal_records(at) else { return };
        let open = kept.unwrap_or_else(|| AssignBox::new(at, result, people, self.words.decimal_sign()));
        self.overlays.push(Overlay::Assign(open));
        self.effects.push(Effect::DraftsChanged);
    }

    /// The list that is open, and the result that it gives.
    pub(crate) fn assigning(&mut self) -> Option<(&mut AssignBox, &WorkResult)> {
        let Some(Overlay::Assign(open)) = self.overlays.last_mut() else { return None };
        let result = self.office.dossier(open.at.person)?.result(open.at.result)?;
        Some((open, result))
    }

    pub(crate) fn assign_key(&mut self, press: crate::desk::key::KeyPress) {
        if let Some(Overlay::Assign(open)) = self.overlays.last_mut()
            && let Some(result) = self.office.dossier(open.at.person).and_then(|d| d.result(open.at.result))
        {
            open.key(press, &self.office, result);
            self.effects.push(Effect::DraftsChanged);
        }
    }

    pub(crate) fn assign_step(&mut self, movement: Move) {
        let rows = self.assign_rows();
        if let Some(Overlay::Assign(open)) = self.overlays.last_mut() {
            let count = open.visible(&self.office).len();
            open.list.step(movement, count, rows);
        }
    }

    pub(crate) fn assign_turn(&mut self, forward: bool) {
        if let Some((open, _)) = self.assigning() {
            open.turn_column(forward);
        }
    }

    /// Lines of people in the list.
    pub fn assign_rows(&self) -> usize {
        self.body_rows().saturating_sub(5).max(1)
    }

    /// One change for all, so that one undo takes all of it back.
    pub(crate) fn assign_save(&mut self) {
        let sign = self.words.decimal_sign();
        let Some(Overlay::Assign(open)) = self.overlays.last() else { return };
        let people: Vec<PersonId> = open.people.iter().filter(|p| p.chosen).map(|p| p.person).collect();
        let at = open.at;
        if self.must_wait_for(&people) || self.must_wait_for(&[at.person]) {
            return;
        }
        let assigned = match self.assignments(sign) {
            Ok(assigned) => assigned,
            Err((row, why)) => return self.assign_refused(row, why),
        };
        let count = assigned.len();
        let Some((result, _)) = self.goal_records(at) else { return };
        let terms = ResultTerms { tag: String::new(), ..ResultTerms::of(result) };
        let result = NewResult { terms, indicators: result.indicators.iter().map(IndicatorTerms::of).collect() };
        if self.read_only {
            return self.assign_refused(None, Text::plain("store-read-only"));
        }
        match self.office.intend(intent::AssignResult { result, to: assigned }) {
            Ok(change) => {
                self.overlays.pop();
                self.commit(&change);
                self.tell(Tone::Good, Text::with("assign-done", [("count", count.into())]));
            }
            Err(refusal) => self.assign_refused(None, crate::desk::form::refused(&refusal)),
        }
    }

    pub(crate) fn assign_refused(&mut self, row: Option<usize>, why: Text) {
        let rows = self.assign_rows();
        if let Some(Overlay::Assign(open)) = self.overlays.last_mut() {
            open.error = Some(why);
            if let Some(at) = row {
                open.filter.clear();
                open.list.selected = at;
                open.list.show(open.people.len(), rows);
            }
        }
    }

    /// Those who are chosen, each with the measures that differ; or the row whose target can't be read.
    pub(crate) fn assignments(&self, sign: crate::domain::DecimalSign) -> Result<Vec<Assignment>, (Option<usize>, Text)> {
        let Some(Overlay::Assign(open)) = self.overlays.last() else { return Ok(vec![]) };
        let Some((result, _)) = self.goal_records(open.at) else { return Ok(vec![]) };
        let mut out = Vec::new();
        for (row, person) in open.people.iter().enumerate().filter(|(_, p)| p.chosen) {
            if has(&self.office, person.person, result) {
                continue;
            }
            let mut measures: Vec<Option<Measure>> = vec![None; result.indicators.len()];
            for (indicator, target) in columns(result).zip(&person.targets) {
                let text = target.line.text().trim();
                let wrong = || (Some(row), Text::with("form-bad-number", [("text", text.into())]));
                let number = Number::read(text, sign).map_err(|_| wrong())?;
                let measure = indicator.measure.with_target(number).ok_or_else(wrong)?;
                measure.check(indicator.accrual).map_err(|refusal| (Some(row), crate::desk::form::refused(&refusal)))?;
                let at = result.indicators.iter().position(|i| i.id == indicator.id).unwrap_or(0);
                measures[at] = Some(measure);
            }
            out.push(Assignment { person: person.person, measures });
        }
        if out.is_empty() { Err((None, Text::plain("assign-nobody"))) } else { Ok(out) }
    }
}

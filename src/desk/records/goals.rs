//! Commands about goals, the same on every screen that shows some: check in, say a status, ask why, change the plan.

use crate::app::App;
use crate::desk::command::Command;
use crate::desk::editor::Editor;
use crate::desk::effect::Effect;
use crate::desk::form::{Purpose, refused};
use crate::desk::notice::Tone;
use crate::domain::goal::{self, Indicator, WorkResult, check_in, entry, plan::Standing};
use crate::domain::records::intent::{self, Intent, NewCheckIn};
use crate::domain::{Dossier, IndicatorId, Number, PersonId, Refusal, ResultId, SessionId, SharedText};
use crate::i18n::{Arg, Text, Words};
use crate::reports::goal_text;
use crate::reports::goals as says;
use crate::screens::goals::Line;
use crate::screens::overlays::{CheckInBox, Overlay, Reader};
use crate::screens::person::{Entry, Tab};
use crate::screens::stack::Screen;
use serde::{Deserialize, Serialize};

/// A result, or one of its indicators, wherever it is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct GoalAt {
    pub person: PersonId,
    pub result: ResultId,
    /// The result itself if none.
    pub indicator: Option<IndicatorId>,
}

impl App {
    /// The goal that the selection of the top screen is on.
    pub fn goal_at(&self) -> Option<GoalAt> {
        match self.screens.top() {
            Screen::Goals(goals) => goals.goal_at(),
            Screen::Session(session) => session.goal_at(),
            Screen::Agenda(agenda) => agenda.goal_at(),
            Screen::Person(page) => page.goal_at(),
            Screen::Grid(grid) => grid.cell,
            _ => None,
        }
    }

    pub(crate) fn goal_records(&self, at: GoalAt) -> Option<(&WorkResult, Option<&Indicator>)> {
        let result = self.shown().dossier(at.person)?.result(at.result)?;
        Some((result, at.indicator.and_then(|id| result.indicator(id))))
    }

    /// True if the command was one about a goal.
    pub(crate) fn run_about_goals(&mut self, command: Command) -> bool {
        let at = self.goal_at();
        match (command, at) {
            (Command::CheckInSave, _) => self.check_in_save(),
            (Command::GoalsGroup | Command::GoalsDepth | Command::NextYear | Command::PreviousYear, _) => {
                return self.turn_goals(command);
            }
            (Command::GoalPerson, at) => self.open_goals_of(at),
            (Command::GoalCheckIn, Some(at)) => self.open_check_in(at),
            (Command::GoalStatus, Some(at)) => self.open_form(Purpose::GoalStatus(at.person, at.result)),
            (Command::OpenRecord, Some(at)) => self.why(at),
            (Command::OpenRecord, None) => return self.why_heading(),
            // A plan is changed where it is seen whole.
            (Command::RemoveRecord, Some(_)) if matches!(self.screens.top(), Screen::Session(_) | Screen::Agenda(_)) => {
                return false;
            }
            _ => return self.run_about_plans(command, at),
        }
        true
    }

    /// The owner's page, at this goal and this year.
    pub(crate) fn open_goals_of(&mut self, at: Option<GoalAt>) {
        let year = match self.screens.top() {
            Screen::Goals(goals) => goals.year,
            _ => None,
        };
        self.open_person();
        if let Screen::Person(page) = self.screens.top_mut() {
            page.open_tab(Tab::Goals);
            page.show_year(year);
            page.selected = at.map(|at| Entry::Goal(at.result, at.indicator));
        }
    }

    pub(crate) fn turn_goals(&mut self, command: Command) -> bool {
        let this_year = self.shown().today.year();
        if let Screen::Person(page) = self.screens.top_mut()
            && matches!(command, Command::NextYear | Command::PreviousYear)
        {
            page.turn_year(command == Command::NextYear, this_year);
            return true;
        }
        let Screen::Goals(goals) = self.screens.top_mut() else { return false };
        match command {
            Command::GoalsGroup => goals.next_group(),
            Command::GoalsDepth => goals.next_depth(),
            _ => goals.turn_year(command == Command::NextYear, this_year),
        }
        if command == Command::GoalsGroup {
            let text = Text::with("notice-order", [("order", Arg::Message(goals.group.id()))]);
            self.tell(Tone::Plain, text);
        }
        true
    }

    // --- check-ins -----------------------------------------------------------------------------------------------

    /// Opens the line for a value of the selected indicator; on a result, of the one that waits longest for a value.
    pub(crate) fn open_check_in(&mut self, at: GoalAt) {
        let Some((result, indicator)) = self.goal_records(at) else { return };
        let newest = |i: &&Indicator| self.office.dossier(at.person).and_then(|d| newest(d, i.id));
        let Some(indicator) = indicator.or_else(|| result.indicators.iter().min_by_key(newest)).map(|i| i.id) else {
            return self.tell(Tone::Plain, Text::plain("goals-no-indicator"));
        };
        if result.is_dropped() || result.is_left() {
            return self.refuse(&Refusal::GoalSettled);
        }
        if self
            .goal_records(GoalAt { indicator: Some(indicator), ..at })
            .is_some_and(|(_, i)| i.is_some_and(|i| i.target_open))
        {
            self.edit_goal(GoalAt { indicator: Some(indicator), ..at });
            return self.tell(Tone::Plain, Text::plain("goals-target-first"));
        }
        let kept = self.drafts.check_in.take_if(|kept| kept.at.person == at.person && kept.indicator == indicator);
        let fresh = || CheckInBox { at, indicator, line: Editor::default(), error: None };
        self.overlays.push(Overlay::CheckIn(kept.unwrap_or_else(fresh)));
        self.effects.push(Effect::DraftsChanged);
    }

    /// What is understood of the line so far.
    pub fn check_in_entry(&self, open: &CheckInBox) -> Result<entry::Entry, Refusal> {
        let dossier = self.office.dossier(open.at.person).ok_or(Refusal::NoSuchPerson)?;
        let result = dossier.result(open.at.result).ok_or(Refusal::NoSuchRecord)?;
        let indicator = result.indicator(open.indicator).ok_or(Refusal::NoSuchRecord)?;
        let last = self.last_value(open.at.person, indicator.id);
        let (sign, today) = (self.words.decimal_sign(), self.office.today);
        let context = entry::Context { measure: &indicator.measure, unit: &indicator.unit, last, sign, today };
        entry::read(open.line.text(), context)
    }

    /// The value that holds today.
    pub fn last_value(&self, person: PersonId, indicator: IndicatorId) -> Option<Number> {
        let dossier = self.office.dossier(person)?;
        check_in::value_on(&dossier.check_ins, indicator, self.office.today).map(|(_, value)| value)
    }

    pub(crate) fn check_in_save(&mut self) {
        let Some(Overlay::CheckIn(open)) = self.overlays.last() else { return };
        let (at, indicator) = (open.at, open.indicator);
        let result = self.check_in_entry(open).map_err(|refusal| refused(&refusal)).and_then(|entry| {
            if self.read_only {
                return Err(Text::plain("store-read-only"));
            }
            let intent = self.check_in_intent(at, indicator, entry);
            self.office.intend(intent).map_err(|refusal| refused(&refusal))
        });
        match result {
            Ok(change) => {
                self.overlays.pop();
                self.commit(&change);
                self.tell_checked_in(at, indicator);
                self.next_goal();
            }
            Err(why) => {
                if let Some(Overlay::CheckIn(open)) = self.overlays.last_mut() {
                    open.error = Some(why);
                }
            }
        }
    }

    /// A value that was read becomes a check-in; in a session it belongs to the session.
    pub(crate) fn check_in_intent(&self, at: GoalAt, indicator: IndicatorId, entry: entry::Entry) -> Intent {
        let entry::Entry { value, note, evidence, on } = entry;
        let on = on.unwrap_or(self.office.today);
        let entries = vec![NewCheckIn { result: at.result, indicator, on, value, note, evidence }];
        intent::NoteCheckIns { person: at.person, entries, session: self.session_at_work(at.person) }.into()
    }

    pub(crate) fn session_at_work(&self, person: PersonId) -> Option<SessionId> {
        match self.screens.top() {
            Screen::Session(screen) if screen.person == person => Some(screen.session),
            _ => None,
        }
    }

    /// "84 of 120 boks: 70 %, on pace. u takes it back."
    pub(crate) fn tell_checked_in(&mut self, at: GoalAt, indicator: IndicatorId) {
        let Some(dossier) = self.office.dossier(at.person) else { return };
        let Some(result) = dossier.result(at.result) else { return };
        let Some(found) = result.indicator(indicator) else { return };
        let standing = goal::plan::Standing::of(result, found, &dossier.check_ins, self.office.today);
        let verdict = standing.verdict(&self.office.rules).map(|v| says::verdict_word(&self.words, v));
        let value = standing.value.map(|value| says::value_text(&self.words, found, value)).unwrap_or_default();
        let parts = [value, says::progress_text(&self.words, standing.progress), verdict.unwrap_or_default()];
        let said = parts.iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" · ");
        self.tell(Tone::Good, Text::with("goals-checked-in", [("said", said.into())]));
    }

    /// After a value the selection goes on to the next line that takes one.
    pub(crate) fn next_goal(&mut self) {
        match self.screens.top_mut() {
            Screen::Goals(goals) => goals.go_on(),
            Screen::Session(session) => session.next_goal(&self.office),
            Screen::Person(page) => page.go_on(),
            _ => {}
        }
    }

    // --- why -----------------------------------------------------------------------------------------------------

    /// How a figure came about: formula, numbers, dated inputs, the notes that are evidence for it.
    pub(crate) fn why(&mut self, at: GoalAt) {
        let Some(dossier) = self.shown().dossier(at.person) else { return self.wait_for(vec![at.person]) };
        let Some(result) = dossier.result(at.result) else { return };
        let name = self.shown().label(at.person);
        let today = self.shown().today;
        let (rules, words) = (&self.shown().rules, &self.words);
        let goal = goal::plan::Goal::of(result, &dossier.check_ins, today);
        let mut lines = vec![result.title.clone()];
        match at.indicator.and_then(|id| goal.standings.iter().find(|s| s.indicator.id == id)) {
            Some(standing) => {
                lines.extend([standing.indicator.title.clone(), String::new()]);
                lines.extend(says::why_standing(words, result, standing, rules));
                lines.extend(history(words, standing));
            }
            None => {
                lines.push(String::new());
                lines.extend(says::why_goal(words, &goal, rules));
            }
        }
        lines.extend(evidence(words, result, dossier));
        let title = Text::with("goals-why", [("name", name.into())]);
        let copy = Some(goal_text::goal_text(dossier, result, today, words));
        self.read(Reader { title, body: lines.join("\n"), copy, top: 0 });
    }

    /// The text of the selected goal's result, as it may be pasted elsewhere.
    pub(crate) fn goal_copy(&self) -> Option<SharedText> {
        let at = self.goal_at()?;
        let dossier = self.shown().dossier(at.person)?;
        let result = dossier.result(at.result)?;
        Some(goal_text::goal_text(dossier, result, self.shown().today, &self.words))
    }

    /// How the figure of a heading on the Goals screen came about: a whole plan, or a supervisor's result.
    pub(crate) fn why_heading(&mut self) -> bool {
        let Screen::Goals(goals) = self.screens.top() else { return false };
        let (words, rules) = (&self.words, &self.office.rules);
        let reader = match &goals.selected {
            Some(Line::Person(id)) => self.office.dossier(*id).and_then(|dossier| {
                let plan = crate::screens::goals::plan(dossier, goals.year, &self.office)?;
                let mut lines = vec![says::mean_line(words, &plan.mean), String::new()];
                for goal in &plan.goals {
                    lines.push(goal.result.title.clone());
                    lines.extend(says::why_goal(words, goal, rules).into_iter().map(|line| format!("  {line}")));
                }
                Some((self.office.label(*id), lines))
            }),
            Some(Line::Parent(parent)) => {
                let dossiers: Vec<&Dossier> =
                    goals.wanted(&self.office).into_iter().filter_map(|id| self.office.dossier(id)).collect();
                let rollups = goal::rollup::rollups(&dossiers, goals.day(&self.office));
                let name = |id: PersonId| self.office.label(id);
                let found = rollups.iter().find(|rollup| rollup.parent == *parent);
                found.map(|rollup| (rollup.title.clone(), says::why_rollup(words, rollup, &name)))
            }
            _ => None,
        };
        let Some((of, lines)) = reader else { return false };
        let title = Text::with("goals-why", [("name", of.into())]);
        self.read(Reader { title, body: lines.join("\n"), copy: None, top: 0 });
        true
    }
}

/// The day of the newest value and when it was written; none comes first.
fn newest(dossier: &Dossier, indicator: IndicatorId) -> Option<(jiff::civil::Date, jiff::Timestamp)> {
    check_in::of_indicator(&dossier.check_ins, indicator).last().map(|c| (c.on, c.written))
}

/// Every value, newest first, below the one that holds.
fn history(words: &Words, standing: &Standing<'_>) -> Vec<String> {
    let earlier: Vec<_> = standing.check_ins.iter().rev().skip(1).collect();
    if earlier.is_empty() {
        return vec![];
    }
    let lines = earlier.into_iter().map(|c| format!("  {}", says::check_in_line(words, standing.indicator, c)));
    [String::new(), words.say("goals-earlier-values")].into_iter().chain(lines).collect()
}

/// Notes that carry the result's tag, newest first.
fn evidence(words: &Words, result: &WorkResult, dossier: &Dossier) -> Vec<String> {
    let tagged = dossier.feedback.iter().rev().filter(|f| f.tags.contains(&result.tag) && result.period.contains(f.on));
    let lines: Vec<String> = tagged
        .map(|f| format!("  {} {} {}", words.short_day(f.on), f.kind.sign(), f.words.for_supervisor().text()))
        .collect();
    let heading = words.with("goals-evidence", &[("tag", result.tag.as_str().into()), ("count", lines.len().into())]);
    [String::new(), heading].into_iter().chain(lines).collect()
}

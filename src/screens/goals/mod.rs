//! Goals: where everybody's goals stand, by person, by the supervisor's result, or by status; values are entered here.

pub mod commands;
pub mod draw;

use crate::desk::editor::Editor;
use crate::desk::list::{ListState, Move};
use crate::desk::office::Office;
use crate::desk::records::goals::{GoalAt, goals};
use crate::domain::goal::plan::Goal;
use crate::domain::goal::rollup::{Parent, rollups};
use crate::domain::goal::{GoalStatus, WorkResult};
use crate::domain::language::clean;
use crate::domain::people::roster::Scope;
use crate::domain::{Dossier, PersonId};
use serde::{Deserialize, Serialize};

/// More dossiers than this are not read for one screen: a filter by name narrows a larger team.
const READ_AT_MOST: usize = 300;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GoalsScreen {
    pub selected: Option<Line>,
    pub list: ListState,
    pub scope: Scope,
    pub group: Group,
    pub depth: Depth,
    /// The year that is shown; the plans in effect today if none.
    pub year: Option<i16>,
    pub filter: Editor,
    /// The filter has the focus.
    pub filtering: bool,
    #[serde(skip)]
    pub rows: Vec<Line>,
    #[serde(skip)]
    derived: Option<Source>,
}

type Source = (u64, Scope, Group, Depth, Option<i16>, String);

/// One line; what it says is looked up where it is drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Line {
    Person(PersonId),
    /// A supervisor's result, or the title that plans name.
    Parent(Parent),
    /// A heading; none if nobody has said a word yet.
    Status(Option<GoalStatus>),
    Goal(GoalAt),
}

/// What lines stand under.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Group {
    #[default]
    Person,
    Parent,
    Status,
}

impl Group {
    /// `goals-by-<id>` names it.
    pub fn id(self) -> &'static str {
        match self {
            Group::Person => "goals-by-person",
            Group::Parent => "goals-by-parent",
            Group::Status => "goals-by-status",
        }
    }
    fn next(self) -> Self {
        match self {
            Group::Person => Group::Parent,
            Group::Parent => Group::Status,
            Group::Status => Group::Person,
        }
    }
}

/// How far lines are unfolded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Depth {
    Headings,
    Results,
    #[default]
    Indicators,
}

impl Depth {
    fn next(self) -> Self {
        match self {
            Depth::Headings => Depth::Results,
            Depth::Results => Depth::Indicators,
            Depth::Indicators => Depth::Headings,
        }
    }
}

impl GoalsScreen {
    pub fn refresh(&mut self, office: &Office, height: usize) {
        let source =
            (office.dossiers_version(), self.scope, self.group, self.depth, self.year, self.filter.text().to_owned());
        if self.derived.as_ref() != Some(&source) {
            self.rows = self.lines(office);
            self.derived = Some(source);
        }
        let at = self.selected.as_ref().and_then(|s| self.rows.iter().position(|row| row == s));
        match (at, &self.selected) {
            (Some(at), _) => self.list.selected = at,
            (None, None) => self.list.selected = self.first_goal().unwrap_or(0),
            (None, Some(_)) => {}
        }
        self.list.show(self.rows.len(), height);
        // While dossiers are still being read nothing is chosen for good.
        if self.selected.is_some() || self.first_goal().is_some() {
            self.selected = self.rows.get(self.list.selected).cloned();
        }
    }

    /// The first line that takes a value, so that the first key can be the one for it.
    fn first_goal(&self) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, Line::Goal(at) if at.indicator.is_some()))
    }

    pub fn step(&mut self, movement: Move, height: usize) {
        self.list.step(movement, self.rows.len(), height);
        self.selected = self.rows.get(self.list.selected).cloned();
    }

    /// To the next line that takes a value.
    pub fn go_on(&mut self) {
        let from = self.list.selected + 1;
        let next = self.rows.iter().skip(from).position(|row| matches!(row, Line::Goal(at) if at.indicator.is_some()));
        if let Some(next) = next {
            self.list.selected = from + next;
            self.selected = self.rows.get(self.list.selected).cloned();
        }
    }

    /// The goals below the selection.
    pub fn below(&self) -> Vec<GoalAt> {
        let below = self.rows.iter().skip(self.list.selected + 1);
        below.filter_map(|row| if let Line::Goal(at) = row { Some(*at) } else { None }).collect()
    }

    pub fn goal_at(&self) -> Option<GoalAt> {
        match &self.selected {
            Some(Line::Goal(at)) => Some(*at),
            _ => None,
        }
    }

    pub fn next_group(&mut self) {
        self.group = self.group.next();
        self.filtered();
    }
    pub fn next_depth(&mut self) {
        self.depth = self.depth.next();
    }
    pub fn turn_year(&mut self, forward: bool, this_year: i16) {
        let now = self.year.unwrap_or(this_year);
        let year = if forward { now.saturating_add(1) } else { now.saturating_sub(1) };
        self.show_year((year != this_year).then_some(year));
    }
    /// None is the plan in effect.
    pub fn show_year(&mut self, year: Option<i16>) {
        self.year = year;
        self.filtered();
    }

    // --- the filter ----------------------------------------------------------------------------------------------

    pub fn begin_filter(&mut self) {
        self.filtering = true;
        self.filter.clear();
    }
    /// The list has changed: it begins again at its top.
    pub fn filtered(&mut self) {
        self.list = ListState::default();
        self.selected = None;
    }
    /// Esc leaves the filter, then takes it away; false if there was none.
    pub fn leave_filter(&mut self) -> bool {
        let was = self.filtering || !self.filter.is_empty();
        if !std::mem::take(&mut self.filtering) {
            self.filter.clear();
        }
        was
    }

    // --- deriving ------------------------------------------------------------------------------------------------

    /// Whose dossiers are needed: the team's, and the user's own plan, which the team's results support.
    pub fn wanted(&self, office: &Office) -> Vec<PersonId> {
        let mine = office.roster.profile.me.into_iter();
        mine.chain(people(office, self.scope).into_iter().take(READ_AT_MOST)).collect()
    }

    fn lines(&self, office: &Office) -> Vec<Line> {
        match self.group {
            Group::Person => self.by_person(office),
            Group::Parent => self.by_parent(office),
            Group::Status => self.by_status(office),
        }
    }

    fn by_person(&self, office: &Office) -> Vec<Line> {
        let mut out = Vec::new();
        for id in people(office, self.scope) {
            let Some(row) = office.row(id) else { continue };
            let name = row.name.key();
            let goals = office.dossier(id).map(|d| goals(d, self.year, office)).unwrap_or_default();
            let shown: Vec<&Goal> = goals.iter().filter(|g| self.fits(&name, g.result)).collect();
            if shown.is_empty() && !self.words_in(&name) {
                continue;
            }
            out.push(Line::Person(id));
            shown.iter().for_each(|goal| self.push(&mut out, goal, true));
        }
        out
    }

    fn by_parent(&self, office: &Office) -> Vec<Line> {
        let team = people(office, self.scope);
        let me = office.roster.profile.me;
        let dossiers: Vec<&Dossier> = me.iter().chain(&team).filter_map(|id| office.dossier(*id)).collect();
        let day = self.day(office);
        let mut out = Vec::new();
        for rollup in rollups(&dossiers, day) {
            let parts: Vec<_> = rollup.parts.iter().filter(|part| team.contains(&part.person)).collect();
            let title = clean::fold(&rollup.title);
            let name = |id: PersonId| office.row(id).map(|r| r.name.key()).unwrap_or_default();
            let fits = |part: &&&crate::domain::goal::rollup::Part| {
                self.words_in(&title) || self.fits(&name(part.person), part.goal.result)
            };
            let shown: Vec<_> = parts.iter().filter(fits).collect();
            if shown.is_empty() {
                continue;
            }
            out.push(Line::Parent(rollup.parent.clone()));
            shown.iter().for_each(|part| self.push(&mut out, &part.goal, false));
        }
        out
    }

    /// The day whose plans are shown.
    pub fn day(&self, office: &Office) -> jiff::civil::Date {
        self.year.map_or(office.today, |year| crate::domain::Period::year(year).until.min(office.today))
    }

    fn by_status(&self, office: &Office) -> Vec<Line> {
        let mut found: Vec<(Option<GoalStatus>, String, GoalAt)> = Vec::new();
        for id in people(office, self.scope) {
            let (Some(row), Some(dossier)) = (office.row(id), office.dossier(id)) else { continue };
            let name = row.name.key();
            for goal in goals(dossier, self.year, office) {
                if self.fits(&name, goal.result) {
                    let at = GoalAt { person: id, result: goal.result.id, indicator: None };
                    found.push((goal.result.status(), name.clone(), at));
                }
            }
        }
        let mut out = Vec::new();
        for status in STATUS_ORDER {
            let mut of_status: Vec<_> = found.iter().filter(|(s, ..)| *s == status).collect();
            if of_status.is_empty() {
                continue;
            }
            of_status.sort_by(|a, b| (&a.1, a.2).cmp(&(&b.1, b.2)));
            out.push(Line::Status(status));
            if self.depth != Depth::Headings {
                out.extend(of_status.iter().map(|(_, _, at)| Line::Goal(*at)));
            }
        }
        out
    }

    fn push(&self, out: &mut Vec<Line>, goal: &Goal<'_>, unfold: bool) {
        let at = GoalAt { person: goal.result.person, result: goal.result.id, indicator: None };
        if self.depth != Depth::Headings {
            out.push(Line::Goal(at));
        }
        if unfold && self.depth == Depth::Indicators {
            out.extend(goal.result.indicators.iter().map(|i| Line::Goal(GoalAt { indicator: Some(i.id), ..at })));
        }
    }

    fn fits(&self, name: &str, result: &WorkResult) -> bool {
        fits(self.filter.text(), name, result)
    }

    fn words_in(&self, hay: &str) -> bool {
        words_in(self.filter.text(), hay)
    }

    /// Everybody who has something in the list.
    pub fn people(&self, office: &Office) -> Vec<PersonId> {
        let shown = |id: &PersonId| {
            let name = office.row(*id).map(|row| row.name.key()).unwrap_or_default();
            let fits = |d: &Dossier| d.results.iter().any(|r| self.fits(&name, r));
            self.words_in(&name) || office.dossier(*id).is_some_and(fits)
        };
        people(office, self.scope).into_iter().filter(shown).collect()
    }
}

/// Whether a result has the words of a filter, in its own texts or in the name of whose it is.
pub fn fits(filter: &str, name: &str, result: &WorkResult) -> bool {
    filter.trim().is_empty() || {
        let mut hay = format!("{name} #{} {} ", result.tag, clean::fold(&result.title));
        for indicator in &result.indicators {
            hay.push_str(&clean::fold(&indicator.title));
            hay.push(' ');
        }
        words_in(filter, &hay)
    }
}

fn words_in(filter: &str, hay: &str) -> bool {
    clean::fold(filter).split_whitespace().all(|word| hay.contains(word))
}

/// What needs the supervisor first; then what nobody has judged yet.
const STATUS_ORDER: [Option<GoalStatus>; 6] = [
    Some(GoalStatus::OffTrack),
    Some(GoalStatus::Slipping),
    None,
    Some(GoalStatus::OnTrack),
    Some(GoalStatus::Done),
    Some(GoalStatus::Dropped),
];

/// Everybody of the scope who is in service, by name.
fn people(office: &Office, scope: Scope) -> Vec<PersonId> {
    let mut rows: Vec<_> = office.roster.team(scope).filter(|row| row.status.in_service()).collect();
    rows.sort_by_cached_key(|row| (row.name.key(), row.id));
    rows.iter().map(|row| row.id).collect()
}

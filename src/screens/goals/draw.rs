//! Goals of everybody: one line a goal, with value, progress, trend, pace, and the supervisor's word.

use super::{GoalsScreen, Line};
use crate::app::App;
use crate::desk::command::Command;
use crate::desk::records::goals::GoalAt;
use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::rollup::{Parent, Rollup, rollups};
use crate::domain::goal::{GoalStatus, Verdict};
use crate::domain::language::clean;
use crate::domain::{Number, PersonId};
use crate::reports::goals as says;
use crate::screens::goals;
use crate::ui::canvas::Canvas;
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Columns right of the title.
const VALUE: u16 = 17;
const NARROW_VALUE: u16 = 12;
const PROGRESS: u16 = 7;
const TREND: u16 = 5;
const STATE: u16 = 16;
const DAY: u16 = 6;

pub fn draw(app: &App, screen: &GoalsScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let mut body = body;
    if screen.filtering || !screen.filter.is_empty() {
        let x = canvas.put(body.x + 1, body.y, body.width, "/ ", Role::Key);
        crate::screens::overlays::draw::input(
            canvas,
            x,
            body.y,
            body.width.saturating_sub(4),
            &screen.filter,
            screen.filtering,
        );
        body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
    }
    if screen.rows.is_empty() {
        return empty(app, screen, canvas, body);
    }
    let gathered = gathered(app, screen);
    for (i, row) in screen.rows.iter().enumerate().skip(screen.list.top).take(usize::from(body.height)) {
        let area = Rect { y: body.y + (i - screen.list.top) as u16, height: 1, ..body };
        let chosen = i == screen.list.selected;
        if chosen {
            canvas.mark(area.x + 1, area.y);
        }
        match row {
            Line::Person(id) => person(app, screen, canvas, area, *id, chosen),
            Line::Parent(parent) => parent_line(app, canvas, area, gathered.iter().find(|r| r.parent == *parent), chosen),
            Line::Status(status) => status_heading(app, canvas, area, *status, chosen),
            Line::Goal(at) => goal(app, canvas, area, *at, names(screen), chosen),
        }
    }
}

/// Lines that don't stand under their person have to say whose they are.
fn names(screen: &GoalsScreen) -> bool {
    screen.group != goals::Group::Person
}

fn empty(app: &App, screen: &GoalsScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let id = if screen.filter.is_empty() { "goals-nobody" } else { "team-no-match" };
    let area = Rect { x: body.x + 3, y: body.y + 1, width: body.width.saturating_sub(6), height: body.height };
    let mut y = area.y;
    for line in app.words.say(id).split('\n') {
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, line, Role::Plain);
    }
}

/// Which year is shown, of which unit.
pub fn period(app: &App, screen: &GoalsScreen) -> String {
    match screen.year {
        None => crate::app::frame::office_and_period(app),
        Some(year) => app.words.with("goals-year", &[("year", crate::i18n::Arg::Word(year.to_string()))]),
    }
}

// --- headings ----------------------------------------------------------------------------------------------------

/// Name, a rule, and the figure of the whole plan.
fn person(app: &App, screen: &GoalsScreen, canvas: &mut Canvas<'_>, area: Rect, id: PersonId, chosen: bool) {
    let Some(row) = app.shown().row(id) else { return };
    let dossier = app.shown().dossier(id);
    let plan = dossier.and_then(|d| goals::plan(d, screen.year, app.shown()));
    let (figure, trend) = match (&dossier, &plan) {
        (None, _) => (canvas.glyphs.ellipsis.to_owned(), vec![]),
        (Some(_), None) => (app.words.say("goals-without-plan"), vec![]),
        (Some(_), Some(plan)) => {
            let measured = app.words.with(
                "goals-measured",
                &[
                    ("progress", says::progress_text(&app.words, plan.mean.value).into()),
                    ("measured", plan.mean.measured.into()),
                    ("of", plan.mean.of.into()),
                ],
            );
            (measured, plan.trend(TREND as usize - 1))
        }
    };
    let right = area.right().saturating_sub(1);
    let start = canvas.put_right(right, area.y, &figure, Role::Dim);
    let start = canvas.put_right(start.saturating_sub(1), area.y, &graph(canvas, &trend), Role::Plain);
    let room = start.saturating_sub(area.x + 4);
    let name = crate::ui::canvas::fit_name(&row.name, usize::from(room), canvas.glyphs.ellipsis);
    let end = canvas.put(area.x + 3, area.y, room, &name, if chosen { Role::Chosen } else { Role::Strong });
    canvas.rule(end + 1, area.y, start.saturating_sub(end + 2), Role::Dim);
}

fn parent_line(app: &App, canvas: &mut Canvas<'_>, area: Rect, rollup: Option<&Rollup<'_>>, chosen: bool) {
    let Some(rollup) = rollup else { return };
    let title = if rollup.parent == Parent::Nothing { app.words.say("goals-no-parent") } else { rollup.title.clone() };
    let args = [
        ("progress", says::progress_text(&app.words, rollup.mean.value).into()),
        ("measured", rollup.mean.measured.into()),
        ("of", rollup.mean.of.into()),
    ];
    let figure = app.words.with("goals-measured", &args);
    let start = canvas.put_right(area.right().saturating_sub(1), area.y, &figure, Role::Dim);
    let role = if chosen { Role::Chosen } else { Role::Strong };
    let end = canvas.put(area.x + 3, area.y, start.saturating_sub(area.x + 4), &title, role);
    canvas.rule(end + 1, area.y, start.saturating_sub(end + 2), Role::Dim);
}

fn status_heading(app: &App, canvas: &mut Canvas<'_>, area: Rect, status: Option<GoalStatus>, chosen: bool) {
    let text = status.map_or_else(|| app.words.say("goals-no-word"), |status| says::status_word(&app.words, status));
    let role = if chosen { Role::Chosen } else { status_role(status) };
    let end = canvas.put(area.x + 3, area.y, area.width, &text, role);
    canvas.rule(end + 1, area.y, area.right().saturating_sub(end + 2), Role::Dim);
}

fn gathered<'a>(app: &'a App, screen: &GoalsScreen) -> Vec<Rollup<'a>> {
    if screen.group != goals::Group::Parent {
        return vec![];
    }
    let dossiers: Vec<_> = screen.wanted(app.shown()).into_iter().filter_map(|id| app.shown().dossier(id)).collect();
    rollups(&dossiers, screen.day(app.shown()))
}

// --- goals -------------------------------------------------------------------------------------------------------

/// A result or an indicator, wherever goals are listed.
pub fn goal(app: &App, canvas: &mut Canvas<'_>, area: Rect, at: GoalAt, named: bool, chosen: bool) {
    let Some(dossier) = app.shown().dossier(at.person) else { return };
    let Some(result) = dossier.result(at.result) else { return };
    let goal = Goal::of(result, &dossier.check_ins, app.shown().today);
    match at.indicator.and_then(|id| goal.standings.iter().find(|s| s.indicator.id == id)) {
        Some(standing) => indicator(app, canvas, area, standing, chosen),
        None => self::result(app, canvas, area, &goal, named, chosen),
    }
}

/// Title, progress, and the supervisor's word; a mark where the pace says something else.
fn result(app: &App, canvas: &mut Canvas<'_>, area: Rect, goal: &Goal<'_>, named: bool, chosen: bool) {
    let words = &app.words;
    let status = goal.result.status();
    let disagrees = goal.disagrees(&app.shown().rules);
    let (word, role) = match status {
        Some(status) => (says::status_word(words, status), status_role(Some(status))),
        None => (words.say("goals-no-word"), Role::Dim),
    };
    let (word, role) = match goal.result.split_on {
        Some(day) => (words.with("goals-left", &[("day", words.day_month(day).trim_start().into())]), Role::Dim),
        None => (word, role),
    };
    let c = Columns::new(area);
    if let Some(state) = c.state {
        canvas.put(state, area.y, c.right.saturating_sub(state), &word, role);
    }
    if disagrees {
        canvas.put(c.mark, area.y, 1, canvas.glyphs.attention, Role::Attention);
    }
    let start = canvas.put_right(c.progress, area.y, &says::progress_text(words, goal.mean.value), Role::Plain);
    let name = || app.shown().row(goal.result.person).map(|r| r.name.name.clone()).unwrap_or_default();
    let title = if named { format!("{} · {}", name(), goal.result.title) } else { goal.result.title.clone() };
    let quiet = !goal.result.is_active();
    let role = if chosen {
        Role::Chosen
    } else if quiet {
        Role::Dim
    } else {
        Role::Plain
    };
    canvas.put(area.x + 3, area.y, start.saturating_sub(area.x + 4), &title, role);
}

/// Title, value, progress, trend, pace, and the day of the value.
fn indicator(app: &App, canvas: &mut Canvas<'_>, area: Rect, standing: &Standing<'_>, chosen: bool) {
    let words = &app.words;
    let c = Columns::new(area);
    if let (Some(day), Some(last)) = (c.day, standing.check_ins.last()) {
        canvas.put_right(day, area.y, &day_of(app, last.on), Role::Dim);
    }
    let verdict = standing.verdict(&app.shown().rules);
    let (text, role) = match verdict {
        _ if standing.indicator.target_open => (words.say("goals-target-open"), Role::Attention),
        Some(verdict) => (says::verdict_word(words, verdict), verdict_role(verdict)),
        None if standing.check_ins.is_empty() => (words.say("goals-unmeasured"), Role::Dim),
        None => (String::new(), Role::Plain),
    };
    match (c.state, verdict) {
        (Some(state), _) => {
            canvas.put(state, area.y, STATE, &text, role);
        }
        // Without room for the word a mark says that there is something to say.
        (None, Some(Verdict::Slipping | Verdict::Behind)) => {
            canvas.put(c.mark, area.y, 1, canvas.glyphs.attention, role);
        }
        (None, _) => {}
    }
    if let Some(trend) = c.trend {
        let points = standing.trend();
        let from = points.len().saturating_sub(usize::from(TREND) - 1);
        canvas.put(trend, area.y, TREND, &graph(canvas, &points[from..]), Role::Plain);
    }
    canvas.put_right(c.progress, area.y, &says::progress_text(words, standing.progress), Role::Plain);
    let start = canvas.put_right(c.value, area.y, &value(app, standing, c.value_width), Role::Plain);
    let room = start.saturating_sub(area.x + 6).min(area.width);
    let role = if chosen { Role::Chosen } else { Role::Plain };
    canvas.put(area.x + 5, area.y, room, &standing.indicator.title, role);
}

/// The day of a value, or its month in another year: no wider than its column.
fn day_of(app: &App, day: jiff::civil::Date) -> String {
    if day.year() == app.shown().today.year() {
        app.words.day_month(day).trim_start().to_owned()
    } else {
        format!("{}/{:02}", day.month(), day.year() % 100)
    }
}

/// Where the columns right of the title end or begin. On a narrow place the trend gives way first, then the day, the
/// unit behind the value, and the word.
struct Columns {
    /// The last column.
    right: u16,
    value: u16,
    value_width: u16,
    progress: u16,
    trend: Option<u16>,
    /// Of something to look at; stands before the word.
    mark: u16,
    state: Option<u16>,
    day: Option<u16>,
}

impl Columns {
    fn new(area: Rect) -> Self {
        let right = area.right().saturating_sub(1);
        let (with_trend, with_day, with_state) = (area.width >= 74, area.width >= 66, area.width >= 46);
        let day = with_day.then_some(right);
        let state_end = right.saturating_sub(if with_day { DAY } else { 0 });
        let state = with_state.then(|| state_end.saturating_sub(STATE));
        let mark = state.unwrap_or(state_end).saturating_sub(2);
        let trend = with_trend.then(|| mark.saturating_sub(TREND));
        let progress = trend.map_or(mark, |trend| trend).saturating_sub(1);
        let value = progress.saturating_sub(PROGRESS);
        let value_width = if area.width >= 66 { VALUE } else { NARROW_VALUE };
        Columns { right, value, value_width, progress, trend, mark, state, day }
    }
}

/// The value before its target, with the unit said once; no longer than its column.
fn value(app: &App, standing: &Standing<'_>, width: u16) -> String {
    let words = &app.words;
    let indicator = standing.indicator;
    let text = match (standing.value, indicator.measure.target()) {
        (Some(value), Some(target)) if !matches!(indicator.measure, crate::domain::Measure::YesNo) => {
            format!("{}/{}", short(app, value), short(app, target))
        }
        (Some(value), _) => says::value_text(words, indicator, value),
        (None, Some(target)) if !matches!(indicator.measure, crate::domain::Measure::YesNo) => short(app, target),
        (None, _) => String::new(),
    };
    let with_unit = format!("{text} {}", indicator.unit);
    let fits = clean::width(&with_unit) <= usize::from(width);
    if standing.value.is_some() && fits && indicator.measure.target().is_some() { with_unit } else { text }
}

/// Millions are read quicker with one decimal: `12,5 jt`.
pub fn short(app: &App, number: Number) -> String {
    let million = Number::from(1_000_000);
    match number.over(million) {
        Some(millions) if millions >= Number::ONE => {
            app.words.with("goals-millions", &[("number", app.words.decimal(millions.rounded(1)).into())])
        }
        _ => app.words.decimal(number),
    }
}

/// Shares as bars, from nothing to the target and above.
pub fn graph(canvas: &Canvas<'_>, points: &[Number]) -> String {
    let top = canvas.glyphs.levels.len() as i64 - 1;
    let level = |share: &Number| (share.times(Number::from(top)).rounded(0).whole().unwrap_or(top)).clamp(0, top) as usize;
    points.iter().map(|share| canvas.glyphs.levels[level(share)]).collect()
}

pub fn verdict_role(verdict: Verdict) -> Role {
    match verdict {
        Verdict::Reached => Role::Good,
        Verdict::OnPace => Role::Plain,
        Verdict::Slipping => Role::Attention,
        Verdict::Behind => Role::Alarm,
    }
}

pub fn status_role(status: Option<GoalStatus>) -> Role {
    match status {
        Some(GoalStatus::Done) => Role::Good,
        Some(GoalStatus::Slipping) => Role::Attention,
        Some(GoalStatus::OffTrack) => Role::Alarm,
        Some(GoalStatus::OnTrack) => Role::Plain,
        Some(GoalStatus::Dropped) | None => Role::Dim,
    }
}

/// Which keys make sense on the selected line.
pub fn hint_fits(screen: &GoalsScreen, command: Command) -> bool {
    let on_goal = matches!(screen.selected, Some(Line::Goal(_)));
    match command {
        Command::GoalCheckIn | Command::GoalStatus | Command::EditRecord | Command::CopyShared => on_goal,
        Command::StartSession | Command::NoteNow | Command::Back => false,
        _ => true,
    }
}

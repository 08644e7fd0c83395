//! Results and indicators as rows, wherever goals are listed: title, value, progress, trend, pace, the supervisor's word.

use super::canvas::Canvas;
use super::theme::Role;
use crate::desk::Desk;
use crate::desk::records::goals::GoalAt;
use crate::domain::Number;
use crate::domain::goal::plan::{Goal, Standing};
use crate::domain::goal::{GoalStatus, Indicator, Verdict};
use crate::domain::language::clean;
use crate::reports::goals as says;
use ratatui::layout::Rect;

/// Columns right of the title.
const VALUE: u16 = 17;
const NARROW_VALUE: u16 = 12;
const PROGRESS: u16 = 7;
const TREND: u16 = 5;
const STATE: u16 = 16;
const DAY: u16 = 6;

/// A result or an indicator, wherever goals are listed.
pub fn goal(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, at: GoalAt, named: bool, chosen: bool) {
    let Some(dossier) = desk.shown().dossier(at.person) else { return };
    let Some(result) = dossier.result(at.result) else { return };
    let goal = Goal::of(result, &dossier.check_ins, desk.shown().today);
    match at.indicator.and_then(|id| goal.standings.iter().find(|s| s.indicator.id == id)) {
        Some(standing) => indicator(desk, canvas, area, standing, chosen),
        None => self::result(desk, canvas, area, &goal, named, chosen),
    }
}

/// Title, progress, and the supervisor's word; a mark where the pace says something else.
fn result(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, goal: &Goal<'_>, named: bool, chosen: bool) {
    let words = &desk.words;
    let status = goal.result.status();
    let disagrees = goal.disagrees(&desk.shown().rules);
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
    let name = || desk.shown().row(goal.result.person).map(|r| r.name.name.clone()).unwrap_or_default();
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
fn indicator(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, standing: &Standing<'_>, chosen: bool) {
    let words = &desk.words;
    let c = Columns::new(area);
    if let (Some(day), Some(last)) = (c.day, standing.check_ins.last()) {
        canvas.put_right(day, area.y, &day_of(desk, last.on), Role::Dim);
    }
    let verdict = standing.verdict(&desk.shown().rules);
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
    let start = canvas.put_right(c.value, area.y, &value(desk, standing, c.value_width), Role::Plain);
    let room = start.saturating_sub(area.x + 6).min(area.width);
    let role = if chosen { Role::Chosen } else { Role::Plain };
    canvas.put(area.x + 5, area.y, room, &standing.indicator.title, role);
}

/// The day of a value, or its month in another year: no wider than its column.
fn day_of(desk: &Desk, day: jiff::civil::Date) -> String {
    if day.year() == desk.shown().today.year() {
        desk.words.day_month(day).trim_start().to_owned()
    } else {
        format!("{}/{:02}", day.month(), day.year() % 100)
    }
}

/// The value before its target, with the unit said once; no longer than its column.
fn value(desk: &Desk, standing: &Standing<'_>, width: u16) -> String {
    let words = &desk.words;
    let indicator = standing.indicator;
    let text = match (standing.value, indicator.measure.target()) {
        (Some(value), Some(target)) if !matches!(indicator.measure, crate::domain::Measure::YesNo) => {
            format!("{}/{}", short(desk, value), short(desk, target))
        }
        (Some(value), _) => says::value_text(words, indicator, value),
        (None, Some(target)) if !matches!(indicator.measure, crate::domain::Measure::YesNo) => short(desk, target),
        (None, _) => String::new(),
    };
    let with_unit = format!("{text} {}", indicator.unit);
    let fits = clean::width(&with_unit) <= usize::from(width);
    if standing.value.is_some() && fits && indicator.measure.target().is_some() { with_unit } else { text }
}

/// Millions are read quicker with one decimal: `12,5 jt`.
pub fn short(desk: &Desk, number: Number) -> String {
    let million = Number::from(1_000_000);
    match number.over(million) {
        Some(millions) if millions >= Number::ONE => {
            desk.words.with("goals-millions", &[("number", desk.words.decimal(millions.rounded(1)).into())])
        }
        _ => desk.words.decimal(number),
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

/// What was read, each part as a short word; the progress that it would be comes first.
pub fn understood(desk: &Desk, indicator: &Indicator, entry: &crate::domain::goal::entry::Entry) -> Vec<(String, Role)> {
    let words = &desk.words;
    let mut out = Vec::new();
    if let Some(value) = entry.value {
        let progress = indicator.measure.progress(indicator.accrual, value).filter(|_| !indicator.target_open);
        let text = crate::reports::goals::value_text(words, indicator, value);
        out.push((format!("{text} = {}", crate::reports::goals::progress_text(words, progress)), Role::Good));
    }
    out.extend(entry.on.map(|on| (words.near_day(on, desk.office.today), Role::Good)));
    if !entry.evidence.is_empty() {
        out.push((words.with("check-in-evidence", &[("text", entry.evidence.as_str().into())]), Role::Key));
    }
    if !entry.note.is_empty() {
        out.push((entry.note.clone(), Role::Plain));
    }
    out
}

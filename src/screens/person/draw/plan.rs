//! The goals tab of a person: what the plan as a whole comes to, its results with their indicators, and below them
//! more about the selected one, where there is room.

use crate::desk::Desk;
use crate::desk::records::goals::plan;
use crate::domain::Dossier;
use crate::domain::goal::plan::Goal;
use crate::domain::goal::{Mean, PerformancePlan, Weighting};
use crate::i18n::Arg;
use crate::reports::goals as says;
use crate::screens::person::{Entry, PersonScreen};
use crate::ui::canvas::Canvas;
use crate::ui::goal_rows::{goal, graph};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Points of the small graph in the heading.
const TREND: usize = 8;
/// Lines of the heading with the blank below, which a long second line takes.
const HEADING: u16 = 3;

pub fn draw(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(plan) = plan(dossier, page.year, desk.shown()) else { return empty(desk, page, dossier, canvas, area) };
    heading(desk, page, dossier, &plan, canvas, area);
    let list = Rect { y: area.y + HEADING, height: area.height.saturating_sub(HEADING), ..area };
    let shown = page.entries.iter().skip(page.list.top).take(usize::from(list.height));
    let mut y = list.y;
    for entry in shown {
        let chosen = Some(*entry) == page.selected;
        if chosen {
            canvas.mark(area.x + 1, y);
        }
        if let Entry::Goal(result, indicator) = *entry {
            let at = crate::desk::records::goals::GoalAt { person: page.person, result, indicator };
            goal(desk, canvas, Rect { y, height: 1, ..area }, at, false, chosen);
        }
        y += 1;
    }
    let below =
        Rect { x: area.x + 3, y: y + 1, width: area.width.saturating_sub(5), height: list.bottom().saturating_sub(y + 1) };
    if page.list.top == 0
        && below.height >= 2
        && let Some(Entry::Goal(..)) = page.selected
    {
        canvas.rule(area.x + 1, y, area.width.saturating_sub(2), Role::Dim);
        detail(desk, page, dossier, canvas, below);
    }
}

// --- heading -----------------------------------------------------------------------------------------------------

/// The period, the trend and what is open; how the figure of the plan was computed.
fn heading(
    desk: &Desk,
    page: &PersonScreen,
    dossier: &Dossier,
    plan: &PerformancePlan<'_>,
    canvas: &mut Canvas<'_>,
    area: Rect,
) {
    let words = &desk.words;
    let x = area.x + 1;
    let right = area.right().saturating_sub(1);
    let period = words.with("goals-period", &[("from", plan.period.from.into()), ("until", plan.period.until.into())]);
    let end = canvas.put(x, area.y, right.saturating_sub(x), &period, Role::Strong);
    let trend = graph(canvas, &plan.trend(TREND));
    let end = canvas.put(end + 2, area.y, right.saturating_sub(end + 2), &trend, Role::Plain);
    let (text, role) = remark(desk, page, dossier, plan);
    let room = usize::from(right.saturating_sub(end + 2));
    if crate::domain::language::clean::width(&text) <= room {
        canvas.put_right(right, area.y, &text, role);
    } else {
        canvas.put(end + 2, area.y, room as u16, &text, role);
    }
    let role = if plan.mean.weighting.is_off() { Role::Attention } else { Role::Plain };
    canvas.paragraph(
        Rect { x, y: area.y + 1, width: right.saturating_sub(x), height: 2 },
        &plan_mean(desk, &plan.mean),
        role,
    );
}

/// The mean of the plan; weights that don't come to 100 are said before anything is measured, too.
fn plan_mean(desk: &Desk, mean: &Mean) -> String {
    let line = says::mean_line(&desk.words, mean);
    match mean.weighting {
        Weighting::Given { total } if mean.weighting.is_off() && mean.value.is_none() => {
            let total = Arg::from(desk.words.decimal(total));
            format!("{line}; {}", desk.words.with("goals-weights-off", &[("total", total)]))
        }
        _ => line,
    }
}

/// What has to be known first: targets that nobody has set, the move that divided the year, a plan that has ended.
fn remark(desk: &Desk, page: &PersonScreen, dossier: &Dossier, plan: &PerformancePlan<'_>) -> (String, Role) {
    let words = &desk.words;
    let open = plan.open_targets();
    if open > 0 {
        return (words.with("goals-targets-open", &[("count", open.into())]), Role::Attention);
    }
    let begun = plan.period.from;
    let moved = dossier.results.iter().filter_map(|r| r.split_on).filter(|day| day.year() == begun.year()).max();
    if let Some(day) = moved {
        return (words.with("goals-second-part", &[("day", day.into())]), Role::Dim);
    }
    if page.year.is_none() && plan.period.until < desk.shown().today {
        return (words.say("goals-plan-ended"), Role::Attention);
    }
    (String::new(), Role::Plain)
}

fn empty(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let words = &desk.words;
    let year = page.year.unwrap_or(desk.shown().today.year());
    let x = area.x + 1;
    let heading = words.with("goals-year", &[("year", Arg::Word(year.to_string()))]);
    canvas.put(x, area.y, area.width.saturating_sub(2), &heading, Role::Strong);
    let earlier = dossier.results.iter().map(|r| r.period.from.year()).filter(|known| *known < year).max();
    let text = match earlier {
        Some(known) => words.with("goals-empty-copy", &[("known", Arg::Word(known.to_string()))]),
        None => words.say("goals-empty-plan"),
    };
    let text_area =
        Rect { x: area.x + 3, y: area.y + 2, width: area.width.saturating_sub(6), height: area.height.saturating_sub(2) };
    canvas.paragraph(text_area, &text, Role::Plain);
}

// --- more about the selected one ---------------------------------------------------------------------------------

/// The whole title, what it supports, what is expected; of an indicator what is measured and the last value.
fn detail(desk: &Desk, page: &PersonScreen, dossier: &Dossier, canvas: &mut Canvas<'_>, area: Rect) {
    let Some(at) = page.goal_at() else { return };
    let Some(result) = dossier.result(at.result) else { return };
    let words = &desk.words;
    let goal = Goal::of(result, &dossier.check_ins, desk.shown().today);
    let standing = at.indicator.and_then(|id| goal.standings.iter().find(|s| s.indicator.id == id));
    let mut lines: Vec<(String, Role)> = Vec::new();
    match standing {
        Some(standing) => {
            lines.push((standing.indicator.title.clone(), Role::Strong));
            lines.extend(
                says::why_standing(words, result, standing, &desk.shown().rules).into_iter().map(|l| (l, Role::Plain)),
            );
        }
        None => {
            lines.push((result.title.clone(), Role::Strong));
            let supports =
                result.supports.iter().map(|s| words.with("goals-supports", &[("title", s.title.as_str().into())]));
            lines.extend(supports.map(|line| (line, Role::Plain)));
            lines.extend(says::disagreement_line(words, &goal, &desk.shown().rules).map(|line| (line, Role::Attention)));
            lines.extend(result.words.last().map(|word| (says::word_line(words, word), Role::Plain)));
            if !result.expectation.is_empty() {
                lines.push((words.with("goals-expects", &[("text", result.expectation.as_str().into())]), Role::Plain));
            }
            lines.push((says::mean_line(words, &goal.mean), Role::Plain));
            lines.push((facts(desk, &goal), Role::Dim));
        }
    }
    let mut y = area.y;
    for (line, role) in lines {
        if y >= area.bottom() {
            break;
        }
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, &line, role);
    }
}

/// Class, scope, weight, due day and tag on one line.
fn facts(desk: &Desk, goal: &Goal<'_>) -> String {
    let words = &desk.words;
    let result = goal.result;
    let weight = result.weight.map(|w| words.with("goals-weight", &[("weight", words.decimal(w).into())]));
    let parts = [
        Some(says::class_word(words, result.class)),
        Some(says::scope_word(words, result.scope)),
        weight,
        result.due.map(|due| words.with("goals-due", &[("day", due.into())])),
        Some(format!("#{}", result.tag)),
    ];
    let dot = if desk.look.ascii { " - " } else { " · " };
    parts.into_iter().flatten().collect::<Vec<_>>().join(dot)
}

//! Goals of everybody: one line a goal, with value, progress, trend, pace, and the supervisor's word.

use super::{GoalsScreen, Line};
use crate::desk::Desk;
use crate::domain::PersonId;
use crate::domain::goal::GoalStatus;
use crate::domain::goal::rollup::{Parent, Rollup, rollups};
use crate::reports::goals as says;
use crate::screens::draw::Draw;
use crate::screens::goals;
use crate::ui::canvas::Canvas;
use crate::ui::goal_rows::{goal, graph, status_role};
use crate::ui::theme::Role;
use ratatui::layout::Rect;

/// Points of the trend beside a heading.
const TREND: u16 = 5;

impl Draw for GoalsScreen {
    fn corner(&self, desk: &Desk) -> Option<String> {
        let year = self.year?;
        Some(desk.words.with("goals-year", &[("year", crate::i18n::Arg::Word(year.to_string()))]))
    }

    fn draw(&self, desk: &Desk, canvas: &mut Canvas<'_>, body: Rect) {
        let mut body = body;
        if self.filtering || !self.filter.is_empty() {
            let x = canvas.put(body.x + 1, body.y, body.width, "/ ", Role::Key);
            crate::ui::parts::input(canvas, x, body.y, body.width.saturating_sub(4), &self.filter, self.filtering);
            body = Rect { y: body.y + 1, height: body.height.saturating_sub(1), ..body };
        }
        if self.rows.is_empty() {
            return empty(desk, self, canvas, body);
        }
        let gathered = gathered(desk, self);
        for (i, row) in self.rows.iter().enumerate().skip(self.list.top).take(usize::from(body.height)) {
            let area = Rect { y: body.y + (i - self.list.top) as u16, height: 1, ..body };
            let chosen = i == self.list.selected;
            if chosen {
                canvas.mark(area.x + 1, area.y);
            }
            match row {
                Line::Person(id) => person(desk, self, canvas, area, *id, chosen),
                Line::Parent(parent) => {
                    parent_line(desk, canvas, area, gathered.iter().find(|r| r.parent == *parent), chosen)
                }
                Line::Status(status) => status_heading(desk, canvas, area, *status, chosen),
                Line::Goal(at) => goal(desk, canvas, area, *at, names(self), chosen),
            }
        }
    }
}

/// Lines that don't stand under their person have to say whose they are.
fn names(screen: &GoalsScreen) -> bool {
    screen.group != goals::Group::Person
}

fn empty(desk: &Desk, screen: &GoalsScreen, canvas: &mut Canvas<'_>, body: Rect) {
    let id = if screen.filter.is_empty() { "goals-nobody" } else { "team-no-match" };
    let area = Rect { x: body.x + 3, y: body.y + 1, width: body.width.saturating_sub(6), height: body.height };
    let mut y = area.y;
    for line in desk.words.say(id).split('\n') {
        y = canvas.paragraph(Rect { y, height: area.bottom().saturating_sub(y), ..area }, line, Role::Plain);
    }
}

// --- headings ----------------------------------------------------------------------------------------------------

/// Name, a rule, and the figure of the whole plan.
fn person(desk: &Desk, screen: &GoalsScreen, canvas: &mut Canvas<'_>, area: Rect, id: PersonId, chosen: bool) {
    let Some(row) = desk.shown().row(id) else { return };
    let dossier = desk.shown().dossier(id);
    let plan = dossier.and_then(|d| crate::desk::records::goals::plan(d, screen.year, desk.shown()));
    let (figure, trend) = match (&dossier, &plan) {
        (None, _) => (canvas.glyphs.ellipsis.to_owned(), vec![]),
        (Some(_), None) => (desk.words.say("goals-without-plan"), vec![]),
        (Some(_), Some(plan)) => {
            let measured = desk.words.with(
                "goals-measured",
                &[
                    ("progress", says::progress_text(&desk.words, plan.mean.value).into()),
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

fn parent_line(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, rollup: Option<&Rollup<'_>>, chosen: bool) {
    let Some(rollup) = rollup else { return };
    let title = if rollup.parent == Parent::Nothing { desk.words.say("goals-no-parent") } else { rollup.title.clone() };
    let args = [
        ("progress", says::progress_text(&desk.words, rollup.mean.value).into()),
        ("measured", rollup.mean.measured.into()),
        ("of", rollup.mean.of.into()),
    ];
    let figure = desk.words.with("goals-measured", &args);
    let start = canvas.put_right(area.right().saturating_sub(1), area.y, &figure, Role::Dim);
    let role = if chosen { Role::Chosen } else { Role::Strong };
    let end = canvas.put(area.x + 3, area.y, start.saturating_sub(area.x + 4), &title, role);
    canvas.rule(end + 1, area.y, start.saturating_sub(end + 2), Role::Dim);
}

fn status_heading(desk: &Desk, canvas: &mut Canvas<'_>, area: Rect, status: Option<GoalStatus>, chosen: bool) {
    let text = status.map_or_else(|| desk.words.say("goals-no-word"), |status| says::status_word(&desk.words, status));
    let role = if chosen { Role::Chosen } else { status_role(status) };
    let end = canvas.put(area.x + 3, area.y, area.width, &text, role);
    canvas.rule(end + 1, area.y, area.right().saturating_sub(end + 2), Role::Dim);
}

fn gathered<'a>(desk: &'a Desk, screen: &GoalsScreen) -> Vec<Rollup<'a>> {
    if screen.group != goals::Group::Parent {
        return vec![];
    }
    let dossiers: Vec<_> = screen.wanted(desk.shown()).into_iter().filter_map(|id| desk.shown().dossier(id)).collect();
    rollups(&dossiers, screen.day(desk.shown()))
}

// --- goals -------------------------------------------------------------------------------------------------------
